"""Documents of MUC with the answer of its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avow.corpus.tables import cell_of, rows_of
from avow.errors import InputError


@dataclass(frozen=True, slots=True)
class MucDocument:
    """A document with MUC's answer to whether somebody claimed or admitted the act.

    Attributes:
        id: Its number.
        text: Its text, in capitals.
        claimed: The key's answer; ``None`` where it has none.
        claimants: Who claims, as the key names them.
        relevant: Whether the key finds an act in it that MUC asks for; ``None`` where the file does not tell.
    """

    id: str
    text: str
    claimed: bool | None
    claimants: tuple[str, ...]
    relevant: bool | None = None


def read_muc(path: Path) -> Iterator[MucDocument]:
    """MUC documents with the key's answer.

    Args:
        path: JSON Lines with ``id``, ``text``, ``claimed`` and ``claimants``; perhaps with ``relevant``.

    Yields:
        Documents in order.

    Raises:
        InputError: A field is missing, or holds something else than a yes or no; or two documents have one identifier.
    """
    seen: dict[str, int] = {}
    for line, row in rows_of(path, None):
        where = f"{path}:{line}"
        claimants = row.get("claimants") or ()
        if isinstance(claimants, str):
            claimants = (claimants,)
        if not isinstance(claimants, list | tuple):
            raise InputError(f"claimants is {claimants!r}", where=where, expected="a name or a list of names")
        identifier = cell_of(row, "id", where)
        if (first := seen.setdefault(identifier, line)) != line:
            raise InputError(
                f"id {identifier!r} is that of line {first} too",
                where=where,
                expected="an identifier of its own for each document",
                remedy="leave one of the rows out, or number them",
            )
        yield MucDocument(
            identifier,
            cell_of(row, "text", where),
            _yes_or_no(row, "claimed", where),
            tuple(map(str, claimants)),
            _yes_or_no(row, "relevant", where),
        )


def _yes_or_no(row: Mapping[str, Any], name: str, where: str) -> bool | None:
    value = row.get(name)
    if value not in (True, False, None, "yes", "no", ""):
        raise InputError(f"{name} is {value!r}", where=where, expected="yes, no or nothing")
    return None if value in (None, "") else value in (True, "yes")
