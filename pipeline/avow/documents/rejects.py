"""Inputs that could not be read, one by one and counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path


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
