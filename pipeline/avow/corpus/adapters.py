"""Labelled sentences from public corpora and from any table, read from wherever the user keeps them."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any

from avow.corpus.format import corpus_files, read_corpus
from avow.corpus.gold_claims import gold_claims
from avow.corpus.joining import join_standoff
from avow.corpus.labels import read_labels
from avow.corpus.standoff import public_files, read_standoff
from avow.documents.columns import SENTENCE_COLUMNS, TEXT_COLUMNS, holds_words
from avow.documents.decoding import log
from avow.documents.formats import FORMATS
from avow.documents.tables import Row, open_rows
from avow.documents.unusable import Unusable, kind_of
from avow.errors import InputError, UsageError
from avow.records import LABELS, GoldSentence, Label, Sentence
from avow.storage import digest_file

REAL = Path("seeds/real")
"""Where the standoff labels are that ``real:development@FOLDER`` and ``real:test@FOLDER`` mean."""

_FILES = {
    "babe": "sg1.csv",
    "checkthat": "train_en.tsv",
    "labels": "labels.jsonl",
    "muc": "documents.jsonl.gz",
}
"""The adapters that read a file, and what it may be called."""

_FIRST = 100
"""Rows by which the column of the text is guessed."""
MERGED: Mapping[Label, Label] = {Label.CLAIM: Label.FACT}
"""For corpora that know no claims of responsibility: an attributed claim is objective there."""


@dataclass(frozen=True, slots=True)
class Registered:
    """What is known of a public corpus.

    Attributes:
        name: Its name.
        home: Where it comes from.
        licence: Under which terms.
        adapter: Prefix that reads it, as in ``checkthat:PATH``.
        note: What its labels mean here.
    """

    name: str
    home: str
    licence: str
    adapter: str
    note: str


REGISTRY: tuple[Registered, ...] = (
    Registered(
        "CheckThat! Lab Task 1 (subjectivity), English",
        "https://gitlab.com/checkthat_lab/clef2025-checkthat-lab",
        "CC BY-NC-SA 4.0",
        "checkthat",
        "SUBJ is opinion, OBJ is fact; claims count as fact",
    ),
    Registered(
        "BABE, study group 1",
        "https://github.com/Media-Bias-Group/Neural-Media-Bias-Detection-Using-Distant-Supervision-With-BABE",
        "AGPL-3.0 (repository)",
        "babe",
        "entirely factual is fact, writer's opinion is opinion, the rest is left out; groups are outlets",
    ),
    Registered(
        "MUC-3/4 development documents",
        "https://github.com/dstl/muc3",
        "CC0",
        "muc",
        "a document's key says whether it holds a claim of responsibility; scored by document",
    ),
    Registered(
        "MUC-3/4 development documents, sentences labelled by us",
        "https://github.com/dstl/muc3",
        "CC0",
        "real",
        "LABELS is development or test (seeds/real), without text; FOLDER holds muc-dev/documents.jsonl.gz",
    ),
    Registered(
        "Wikipedia's Current events portal 2002-2025, sentences labelled by us",
        "https://github.com/ianrastall/current-events-context",
        "CC BY-SA 4.0 (text of Wikipedia)",
        "real",
        "LABELS is development or test (seeds/real), without text; FOLDER holds current-events.jsonl.gz",
    ),
)


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Labelled sentences to evaluate on.

    Attributes:
        name: What to call the set.
        sentences: The sentences.
        merge: Labels that count as another one when scoring.
        dropped: Rows left out, counted by reason.
        digest: Of the file, empty for a folder.
        documents: All sentences of each document, where only some of them are labelled.
    """

    name: str
    sentences: tuple[GoldSentence, ...]
    merge: Mapping[Label, Label] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""
    documents: tuple[tuple[Sentence, ...], ...] = ()


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


def read_gold(spec: str, options: TableOptions | None = None) -> GoldSet:
    """A set of labelled sentences.

    Args:
        spec: ``checkthat:PATH``, ``babe:PATH``, ``seeds:PATH``, ``real:LABELS@FOLDER`` (standoff labels, or the name
            of a file of ours without its ending, and the folder of the public corpora), ``labels:PATH`` or the path of
            a label file of the pipeline, all its partitions, or any table.
        options: Columns and labels of a table; the adapters know theirs.

    Returns:
        The set.

    Raises:
        InputError: The set cannot be read or a label is unknown.
        UsageError: The adapter is unknown or reads no sentences.
    """
    prefix, colon, rest = spec.partition(":")
    if colon and prefix in ADAPTERS:
        _refuse_folder(prefix, Path(rest))
        return ADAPTERS[prefix](Path(rest))
    if colon and prefix == "muc":
        raise UsageError(
            "MUC has labels for documents, not for sentences", remedy="avow evaluate scores it by document"
        )
    if colon and len(prefix) > 1 and not Path(spec).exists():
        raise UsageError(
            f"unknown corpus {prefix!r}", expected=f"one of {', '.join(sorted([*ADAPTERS, 'muc']))}, or a path"
        )
    path = Path(spec)
    if path.is_dir():
        return _seeds(path)
    if _is_label_file(path):
        return _labels(path)
    return read_table(path, options or TableOptions())


def is_table(spec: str) -> bool:
    """Whether columns and labels of a set are for the user to name.

    Args:
        spec: As for :func:`read_gold`, or ``muc:PATH``.

    Returns:
        True for a table; false for what an adapter reads, a folder, and a label file of the pipeline.
    """
    prefix, colon, _ = spec.partition(":")
    path = Path(spec)
    return not (colon and prefix in {*ADAPTERS, "muc"}) and not path.is_dir() and not _is_label_file(path)


def files_of(spec: str) -> list[Path]:
    """The files that a set is read from.

    Args:
        spec: As for :func:`read_gold`, or ``muc:PATH``.

    Returns:
        The files, whether they are there or not.

    Raises:
        InputError: A folder is named where the adapter reads a file.
        UsageError: There is no ``@`` in a set of standoff labels.
    """
    prefix, _, rest = spec.partition(":")
    if prefix == "real":
        labels, folder = standoff_paths(rest)
        return [labels, *public_files(folder)]
    path = Path(rest if prefix in {*ADAPTERS, "muc"} else spec)
    _refuse_folder(prefix, path)
    return corpus_files([path]) if path.is_dir() else [path]


def _refuse_folder(prefix: str, path: Path) -> None:
    if prefix in _FILES and path.is_dir():
        raise InputError(
            f"is a folder, and {prefix} is read from a file",
            where=str(path),
            expected=f"the file, such as {prefix}:{path / _FILES[prefix]}",
        )


def _is_label_file(path: Path) -> bool:
    """Whether the first row of JSON Lines is one of the label stage."""
    if path.suffix != ".jsonl" or not path.is_file():
        return False
    _, row = next(iter(_rows(path, None)), (0, {}))
    return {"boundaries", "partition"} <= row.keys()


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
    rows = _rows(path, options.quoting)
    first = list(islice(rows, _FIRST))
    column = options.text or (_text_column(first, options, path) if first else "")
    digest = digest_file(path)
    alone = 0
    for line, row in chain(first, rows):
        where = f"{path}:{line}"
        text, label = _text(row, column, where), _cell(row, options.label, where)
        if label in options.drop:
            dropped[label] += 1
            continue
        if not text.strip():
            dropped["empty"] += 1
            continue
        place = f"{path.name}#{line}"
        group = _cell(row, options.group, where) if options.group else place
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


def read_muc(path: Path) -> Iterator[MucDocument]:
    """MUC documents with the key's answer.

    Args:
        path: JSON Lines with ``id``, ``text``, ``claimed`` and ``claimants``; perhaps with ``relevant``.

    Yields:
        Documents in order.

    Raises:
        InputError: A field is missing, or holds something else than a yes or no.
    """
    for line, row in _rows(path, None):
        where = f"{path}:{line}"
        claimants = row.get("claimants") or ()
        if isinstance(claimants, str):
            claimants = (claimants,)
        if not isinstance(claimants, list | tuple):
            raise InputError(f"claimants is {claimants!r}", where=where, expected="a name or a list of names")
        yield MucDocument(
            _cell(row, "id", where),
            _cell(row, "text", where),
            _yes_or_no(row, "claimed", where),
            tuple(map(str, claimants)),
            _yes_or_no(row, "relevant", where),
        )


def _yes_or_no(row: Mapping[str, Any], name: str, where: str) -> bool | None:
    value = row.get(name)
    if value not in (True, False, None, "yes", "no", ""):
        raise InputError(f"{name} is {value!r}", where=where, expected="yes, no or nothing")
    return None if value in (None, "") else value in (True, "yes")


def _rows(path: Path, quoting: bool | None) -> Iterator[tuple[int, Mapping[str, Any]]]:
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
    return _cell(row, column, where)


def _cell(row: Mapping[str, Any], column: str, where: str) -> str:
    if column not in row:
        raise InputError(
            f"no column {column}", where=where, expected=f"one of the columns there are: {', '.join(map(str, row))}"
        )
    value = row[column]
    return "" if value is None else str(value)


def _label(value: str, mapping: Mapping[str, Label], where: str) -> Label:
    if value in mapping:
        return mapping[value]
    if value in set(LABELS):
        return Label(value)
    known = ", ".join([*mapping, *map(str, LABELS)])
    remedy = f"add --map {shlex.quote(value)}=LABEL, with what it means" if value.strip() else "label the row"
    raise InputError(f"unknown label {value!r}", where=where, expected=f"one of {known}", remedy=remedy)


def _checkthat(path: Path) -> GoldSet:
    mapping = {"SUBJ": Label.OPINION, "OBJ": Label.FACT}
    options = TableOptions("sentence", "label", None, mapping, quoting=False)
    return read_table(path, options, name=f"checkthat {path.stem}", merge=MERGED)


def _babe(path: Path) -> GoldSet:
    mapping = {"Entirely factual": Label.FACT, "Expresses writer’s opinion": Label.OPINION}
    drop = frozenset({"Somewhat factual but also opinionated", "No agreement"})
    options = TableOptions("text", "label_opinion", "outlet", mapping, quoting=True, drop=drop)
    return read_table(path, options, name=f"babe {path.stem}", merge=MERGED)


def _seeds(path: Path) -> GoldSet:
    sentences = tuple(item for gold in read_corpus([path]) for item in gold.sentences)
    return GoldSet(f"seeds {path.name}", sentences)


def _labels(path: Path) -> GoldSet:
    rows: Iterable[GoldSentence] = (row.gold for row in read_labels(path, boundaries="gold") if row.gold)
    return GoldSet(path.name, tuple(rows), {}, {}, digest_file(path))


def _real(path: Path) -> GoldSet:
    labels, folder = standoff_paths(str(path))
    if not labels.is_file() and labels.parent == REAL:
        raise InputError(
            "no such file",
            where=str(labels),
            expected="Avow's own standoff labels, which are in its repository and no part of what is installed",
            remedy="run this in a clone of it, or name a file: real:FILE.jsonl@FOLDER",
        )
    joined = join_standoff(list(read_standoff(labels)), folder)
    sentences = tuple(item.gold for item in joined.sentences)
    documents = tuple(item.every for item in gold_claims(joined))
    return GoldSet(f"real {labels.stem}", sentences, {}, joined.dropped, digest_file(labels), documents)


def standoff_paths(spec: str) -> tuple[Path, Path]:
    """What ``LABELS@FOLDER`` names.

    Args:
        spec: A file of standoff labels, or the name of one of ours without its ending; ``@``; a folder.

    Returns:
        The file and the folder.

    Raises:
        UsageError: There is no ``@``, or nothing on one side of it.
    """
    for place in (at for at, sign in enumerate(spec) if sign == "@"):
        name, folder = spec[:place], spec[place + 1 :]
        labels = Path(name) if name.endswith(".jsonl") else REAL / f"{name}.jsonl"
        # A path may hold the sign itself.
        if name and folder and (labels.exists() or "@" not in folder):
            return labels, Path(folder)
    raise UsageError(
        f"cannot read real:{spec}",
        expected="real:LABELS@FOLDER, as in real:development@public",
        remedy="name the folder that holds muc-dev/documents.jsonl.gz or current-events.jsonl.gz",
    )


ADAPTERS: Mapping[str, Callable[[Path], GoldSet]] = {
    "babe": _babe,
    "checkthat": _checkthat,
    "labels": _labels,
    "real": _real,
    "seeds": _seeds,
}
