"""Whether this copy of Avow was compiled when it was built; ``hatch_build.py`` says how."""

from __future__ import annotations

from importlib.util import find_spec


def is_compiled() -> bool:
    """Whether the modules that take most of the time are extension modules.

    Returns:
        False for plain Python, which does the same more slowly.
    """
    spec = find_spec("avow.terms")
    return spec is not None and spec.origin is not None and not spec.origin.endswith(".py")


def version() -> str:
    """The version of Avow, and how it was built where it was compiled.

    Returns:
        For example ``0.1.0`` or ``0.1.0 (compiled)``.
    """
    from avow import __version__

    return f"{__version__} (compiled)" if is_compiled() else __version__
