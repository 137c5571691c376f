"""Rows of a table to documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isnan
from typing import TYPE_CHECKING, Any

from avow.documents.columns import DATE_PARTS, columns_of
from avow.documents.decoding import without_surrogates
from avow.documents.rejects import too_long
from avow.documents.telling import log
from avow.documents.unusable import Unusable, kind_of
from avow.errors import InputError
from avow.records import Document
from avow.storage import encode

if TYPE_CHECKING:
    from avow.documents.reading import Reader

NAMELESS = "%s: %d rows have no entry in column %s; their place is their identifier"
_UNDATED = "%s: %d rows have no entry in column %s; they have no date"
_MISSING = (None, "")
_WHOLE = re.compile(r"(\d{1,4})(?:\.0*)?")


def documents_of(
    reader: Reader,
    rows: Iterable[tuple[int, Mapping[str, Any]]],
    where: str,
    columns: Mapping[str, str] | None = None,
    *,
    ragged: bool = False,
    said: Iterable[str] = (),
    faults: Sequence[InputError] = (),
) -> Iterator[Document]:
    """The documents in the rows of a table.

    Args:
        reader: How sources are read.
        rows: Line, or row number, and values by column.
        where: What to call the table in messages.
        columns: Column by attribute of a document, where the rows are a part of a table and an earlier one has told
            them.
        ragged: Whether rows differ in their columns, as objects of JSON do; the first one tells them otherwise.
        said: Columns whose guess has been said.
        faults: What grows while rows are taken with each that is told to be broken; a table of such rows alone is
            not empty.

    Yields:
        A document a row; rows without text are rejected.

    Raises:
        InputError: The text column cannot be guessed or stands twice, or there are no rows.
    """
    column = reader.text or ""
    last: tuple[str, ...] | None = None
    # A part of a table, of which the columns are known, may have no rows.
    empty = columns is None
    nameless = undated = 0
    guesses = set(said)
    for number, row in rows:
        empty = False
        place = f"{where}:{number}"
        if columns is None or (ragged and tuple(row) != last):
            try:
                column, columns = columns_of(reader, row, place, guesses, ragged=ragged)
            except InputError as error:
                if not ragged:
                    raise
                reader.refuse(error)
                columns = None
                continue
            last = tuple(row)
        value = row.get(column)
        # No character takes more than four bytes.
        if isinstance(value, str) and 4 * len(value) > reader.longest and (size := len(encode(value))) > reader.longest:
            reader.refuse(too_long(place, reader.longest, size))
        elif isinstance(value, str) and value.strip():
            try:
                document = _row_document(reader, value, row, columns, f"{where}#{number}", place)
            except InputError as error:
                reader.refuse(error)
                continue
            nameless += reader.identifier is not None and document.id == f"{where}#{number}"
            undated += reader.date is not None and not document.date
            yield document
        else:
            reader.refuse(_no_text(value, column, place))
    if nameless:
        _count_nameless(reader, nameless, where)
    # Of a part of a table nothing can be said of the whole.
    if undated and reader.nameless is None:
        log().warning(_UNDATED, where, undated, reader.date)
    if empty and not faults:
        raise InputError("empty", where=where, expected="rows", reason="empty")


def _count_nameless(reader: Reader, count: int, where: str) -> None:
    if reader.nameless is not None:
        reader.nameless(count)
    else:
        log().warning(NAMELESS, where, count, reader.identifier)


def _row_document(
    reader: Reader, value: str, row: Mapping[str, Any], columns: Mapping[str, str], fallback: str, place: str
) -> Document:
    # What pandas writes for a missing value is NaN.
    facts = {
        name: str(fact)
        for name, column in columns.items()
        if (fact := row.get(column)) not in _MISSING and not (type(fact) is float and isnan(fact))
    }
    if not facts.get("id", fallback).strip():
        del facts["id"]
    document = Document(
        facts.get("id", fallback),
        without_surrogates(value, place),
        title=facts.get("title", ""),
        source=facts.get("source", ""),
        date=facts.get("date") or _joined([facts.get(part, "") for part in DATE_PARTS]),
        genre=facts.get("genre", ""),
    )
    return document if reader.lines else reader.marked(document)


def _joined(parts: Sequence[str]) -> str:
    """A date as far as its parts are known: a year, a month of it, or a day; 0 stands for what is not."""
    known: list[str] = []
    for part, least, most, form in zip(parts, (1000, 1, 1), (2999, 12, 31), ("{}", "{:02}", "{:02}"), strict=True):
        match = _WHOLE.fullmatch(part.strip())
        if match is None or not least <= int(match[1]) <= most:
            break
        known.append(form.format(int(match[1])))
    return "-".join(known)


def _no_text(value: Any, column: str, place: str) -> InputError:
    if isinstance(value, Unusable):
        return value.error
    if isinstance(value, str):
        return InputError(f"empty: no text in {column}", where=place, reason="empty")
    return InputError(f"column {column} holds {kind_of(value)}", where=place, expected="a string", reason="column")
