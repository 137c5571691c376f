"""The register of claims: who avows, denies or is blamed, for what, by which channel, on what evidence.

The package is also the function: ``avow.claims(document)`` gives the records of a document.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from avow.claims.register import Register, claims, open_register
from avow.claims.run import Registered, Settings, register_documents
from avow.claims.writers import WRITERS, to_rows

__all__ = ["WRITERS", "Register", "Registered", "Settings", "claims", "open_register", "register_documents", "to_rows"]


class _Package(ModuleType):
    """A module that can be called, since importing a part of a package puts it in the place of a function."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return claims(*arguments, **options)


sys.modules[__name__].__class__ = _Package
