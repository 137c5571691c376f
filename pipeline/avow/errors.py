"""The errors that Avow raises on purpose.

::

    AvowError            exit code 1
    ├── InputError       a source cannot be read or does not hold what was asked for
    │   └── CorpusError  a labelled document breaks the corpus format
    ├── OutputError      a target exists already or cannot be written
    ├── ModelError       a model folder is missing, damaged, foreign or too new
    ├── LeakageError     an evaluation would score text that trained the model
    ├── GateError        scores fell below the committed floors
    ├── MissingExtraError  an optional dependency is not installed
    └── UsageError       exit code 2: options or parameters that make no sense
        └── ParameterError  a parameter file with an unknown key or a bad value

Every message says what is wrong, where, what was expected and what to do next.
"""

from __future__ import annotations

# C0 but for tabs and line feeds, delete, and C1: what a terminal takes for commands.
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if code not in {9, 10}}


def counted(number: int, noun: str, form: str = ",") -> str:
    """A number of things.

    Args:
        number: How many.
        noun: What one of them is called.
        form: How the number is written: with commas between thousands, or without where it is empty.

    Returns:
        Both, the noun with an s where it is not one.
    """
    return f"{number:{form}} {noun}{'' if number == 1 else 's'}"


def visible(text: str) -> str:
    """A text as it may be shown at a terminal, which would obey the control characters in it.

    Args:
        text: Any text, such as a sentence or a name of a file that others have made.

    Returns:
        It with the number of each control character in its place; tabs and line feeds stay.
    """
    return text.translate(_CONTROLS)


class AvowError(Exception):
    """A foreseen failure, told in one message.

    Args:
        what: What is wrong, as a phrase without a final full stop.
        where: The place, for example ``seeds/news-01.txt:7``.
        expected: What was expected instead.
        remedy: What the reader can do next.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", expected: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.expected = expected
        self.remedy = remedy
        super().__init__(str(self))

    def __reduce__(self) -> tuple[object, ...]:
        # Errors pass from worker processes to the one that tells them; subclasses have arguments of their own.
        return _restored, (type(self), self.what, self.where, self.expected, self.remedy)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        parts = [head]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.remedy:
            parts.append(self.remedy)
        return "; ".join(parts)


def _restored(kind: type[AvowError], what: str, where: str, expected: str, remedy: str) -> AvowError:
    error = kind.__new__(kind)
    AvowError.__init__(error, what, where=where, expected=expected, remedy=remedy)
    return error


class InputError(AvowError):
    """A source cannot be read or does not hold what was asked for.

    Args:
        what: As for :class:`AvowError`.
        where: As for :class:`AvowError`.
        expected: As for :class:`AvowError`.
        remedy: As for :class:`AvowError`.
        reason: A word for counting: ``empty``, ``binary``, ``encoding``, ``json``, ``column``, ``fields``, ``missing``,
            ``compressed``, ``parquet``, ``too long`` or ``unreadable``.
    """

    def __init__(
        self, what: str, *, where: str = "", expected: str = "", remedy: str = "", reason: str = "unreadable"
    ) -> None:
        super().__init__(what, where=where, expected=expected, remedy=remedy)
        self.reason = reason

    def __reduce__(self) -> tuple[object, ...]:
        return *super().__reduce__(), {"reason": self.reason}


class CorpusError(InputError):
    """A labelled document breaks the corpus format."""


class OutputError(AvowError):
    """A target exists already or cannot be written."""


class ModelError(AvowError):
    """A model folder is missing, damaged, foreign or of another format."""


class LeakageError(AvowError):
    """An evaluation would score text that trained the model."""


class GateError(AvowError):
    """Scores fell below the committed floors."""


class MissingExtraError(AvowError):
    """An optional dependency is not installed.

    Args:
        package: The import name that is missing.
        extra: The extra of the distribution that brings it.
        purpose: What it is needed for.
    """

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        super().__init__(
            f"{purpose} needs the package {package}, which is not installed",
            remedy=f'install it with: pip install "avow[{extra}]"',
        )


class UsageError(AvowError):
    """Options or parameters that make no sense together."""

    exit_code = 2


class ParameterError(UsageError):
    """A parameter file with an unknown key or a value out of range."""
