"""Labelled sentences from any table."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from math import isnan
from pathlib import Path
from typing import Any

from avow.corpus.sets import GoldSet
from avow.documents.columns import SENTENCE_COLUMNS, TEXT_COLUMNS, holds_words
from avow.documents.formats import FORMATS
from avow.documents.tables import open_rows
from avow.documents.telling import log
from avow.documents.unusable import Row, Unusable, kind_of
from avow.errors import InputError
from avow.records import LABELS, GoldSentence, Label, Sentence
from avow.storage import digest_file

_FIRST = 100
"""Rows by which the column of the text is guessed."""
MERGED: Mapping[Label, Label] = {Label.CLAIM: Label.FACT}
"""For corpora that know no claims of responsibility: an attributed claim is objective there."""


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How a table is read.

    Attributes:
        text: Column of the sentence; guessed by the first rows where ``None``.
        label: Column of the label.
        group: Column of the document; every row is its own where ``None``, and so is one without an entry.
        mapping: Labels by the table's words for them.
        quoting: Whether quotation marks enclose fields.
        drop: The table's labels that are left out.
    """

    text: str | None = None
    label: str = "label"
    group: str | None = None
    mapping: Mapping[str, Label] = field(default_factory=dict)
    quoting: bool | None = None
    drop: frozenset[str] = frozenset()


def read_table(
    path: Path, options: TableOptions, *, name: str = "", merge: Mapping[Label, Label] | None = None
) -> GoldSet:
    """Labelled sentences from a table.

    Args:
        path: CSV, TSV, JSON Lines, JSON or Parquet.
        options: Its columns and labels.
        name: What to call the set; the file's name where empty.
        merge: Labels that count as another one; claims count as facts where the table has none.

    Returns:
        The set.

    Raises:
        InputError: A column is missing, the column of the text cannot be told, a label is unknown, or a row cannot be
            read.
    """
    dropped: Counter[str] = Counter()
    sentences: list[GoldSentence] = []
    rows = rows_of(path, options.quoting)
    first = list(islice(rows, _FIRST))
    column = options.text or (_text_column(first, options, path) if first else "")
    digest = digest_file(path)
    alone = 0
    for line, row in chain(first, rows):
        where = f"{path}:{line}"
        text, label = _text(row, column, where), cell_of(row, options.label, where)
        if label in options.drop:
            dropped[label] += 1
            continue
        if not text.strip():
            dropped["empty"] += 1
            continue
        place = f"{path.name}#{line}"
        group = cell_of(row, options.group, where) if options.group else place
        if not group.strip():
            group = place
            alone += 1
        sentences.append(
            GoldSentence(
                Sentence.bare(text.strip(), document=place),
                _label(label, options.mapping, where),
                group,
                family=name or path.name,
                line=line,
                source=digest,
            )
        )
    if not sentences:
        raise InputError("no labelled sentences", where=str(path))
    if alone:
        log().warning(
            "%s: %d rows name no document in column %s; each is taken for its own", path, alone, options.group
        )
    if merge is None:
        merge = {} if any(item.label is Label.CLAIM for item in sentences) else MERGED
    return GoldSet(name or path.name, tuple(sentences), merge, dict(dropped), digest)


def rows_of(path: Path, quoting: bool | None) -> Iterator[Row]:
    """The rows of a table, whose name tells its format.

    Args:
        path: CSV, TSV, JSON Lines, JSON or Parquet.
        quoting: For CSV and TSV, whether quotation marks enclose fields; judged where ``None``.

    Returns:
        Line, or row number, and values by column.

    Raises:
        InputError: It is no table by its name; while rows are taken, that one cannot be read.
    """
    suffixes = [suffix.lstrip(".").lower() for suffix in path.suffixes]
    form = next((FORMATS[suffix] for suffix in reversed(suffixes) if suffix in FORMATS), "")
    if form not in {"csv", "tsv", "jsonl", "json", "parquet"}:
        raise InputError(
            "not a table by its name",
            where=str(path),
            expected="a name ending in .csv, .tsv, .jsonl, .json or .parquet",
        )

    def fault(error: InputError) -> None:
        raise error

    return open_rows(path, form, str(path), None, fault, quoting)


def _text_column(rows: Sequence[Row], options: TableOptions, path: Path) -> str:
    """The one column that a table's first rows say holds the sentence, by its name and by its words."""
    names = dict.fromkeys(str(name) for _, row in rows for name in row)
    columns = [name for name in names if name not in {options.label, options.group}]
    wordy = [name for name in columns if any(holds_words(row.get(name)) for _, row in rows)]
    # A table may hold short sentences alone, and then its column's name must do.
    holding = wordy or [name for name in columns if name.lower() in TEXT_COLUMNS]
    found = [name for name in holding if name.lower() in SENTENCE_COLUMNS] or holding
    if len(found) != 1:
        raise InputError(
            f"{'several columns' if found else 'no column'} may hold the sentence",
            where=str(path),
            expected=f"one of the columns there are: {', '.join(found or columns) or 'none'}",
            remedy="name it with --text",
        )
    if found[0] != "text":
        log().warning("%s: text taken from column %s (name another with --text)", path, found[0])
    return found[0]


def _text(row: Mapping[str, Any], column: str, where: str) -> str:
    value = row.get(column)
    if isinstance(value, Unusable):
        raise value.error
    if not isinstance(value, str | None):
        raise InputError(f"column {column} holds {kind_of(value)}", where=where, expected="a string")
    return cell_of(row, column, where)


def cell_of(row: Mapping[str, Any], column: str, where: str) -> str:
    """What a row holds in a column.

    Args:
        row: The row.
        column: The column's name.
        where: What to call the row in messages.

    Returns:
        The value as text, empty for none, NaN among them.

    Raises:
        InputError: There is no such column.
    """
    if column not in row:
        raise InputError(
            f"no column {column}", where=where, expected=f"one of the columns there are: {', '.join(map(str, row))}"
        )
    value = row[column]
    # What pandas writes for a missing value is NaN.
    return "" if value is None or (type(value) is float and isnan(value)) else str(value)


def _label(value: str, mapping: Mapping[str, Label], where: str) -> Label:
    if value in mapping:
        return mapping[value]
    if value in set(LABELS):
        return Label(value)
    known = ", ".join([*mapping, *map(str, LABELS)])
    remedy = f"add --map {shlex.quote(value)}=LABEL, with what it means" if value.strip() else "label the row"
    raise InputError(f"unknown label {value!r}", where=where, expected=f"one of {known}", remedy=remedy)
