"""Inputs that could not be read, one by one and counted; those that are too long among them."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

from avow.errors import InputError

MEGABYTE = 1_000_000
LONGEST = 16 * MEGABYTE
"""Most bytes of a line, a row or a document unless something else is asked for."""


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that could not be read.

    Attributes:
        where: File, and line where there is one.
        reason: A word for counting, such as ``empty``, ``binary``, ``encoding``, ``json`` or ``missing``.
        detail: The whole message.
    """

    where: str
    reason: str
    detail: str

    @classmethod
    def of(cls, error: InputError) -> Reject:
        """The entry for an error.

        Args:
            error: Why the input cannot be read.

        Returns:
            The entry.
        """
        return cls(error.where, error.reason, str(error))


@dataclass(slots=True)
class RejectLog:
    """Rejected inputs, counted by reason and kept to be written aside.

    Attributes:
        rejects: What was rejected, in order.
    """

    rejects: list[Reject] = field(default_factory=list)

    def __call__(self, reject: Reject) -> None:
        """Take note of an input that could not be read.

        Args:
            reject: What was rejected.
        """
        self.rejects.append(reject)

    @property
    def counts(self) -> Counter[str]:
        """Rejected inputs by reason."""
        return Counter(reject.reason for reject in self.rejects)

    def write(self, path: Path) -> None:
        """Write what was rejected as JSON Lines.

        Args:
            path: The target.

        Raises:
            OutputError: The file cannot be written.
        """
        from avow.storage import write_jsonl

        write_jsonl(path, map(asdict, self.rejects))


def most_bytes(megabytes: float | None) -> int:
    """How many bytes a line, a row or a document may have.

    Args:
        megabytes: How many megabytes the user allows; ``None`` where nothing else is asked for.

    Returns:
        The number.
    """
    return LONGEST if megabytes is None else int(megabytes * MEGABYTE)


def too_long(where: str, longest: int, size: int | None = None) -> InputError:
    """What is told of an input that is longer than it may be.

    Args:
        where: The file, and the line or the number of the row.
        longest: Most bytes that it may have.
        size: How many it has, where that is known.

    Returns:
        The error.
    """
    told = "too long" if size is None else f"too long: {size:,} bytes"
    return InputError(
        told, where=where, expected=f"at most {longest:,} bytes", remedy="raise --longest to read it", reason="too long"
    )
