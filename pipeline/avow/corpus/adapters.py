"""Labelled sentences from public corpora and from any table, read from wherever the user keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from avow.corpus.format import corpus_files, read_corpus
from avow.corpus.gold_claims import gold_claims
from avow.corpus.joining import join_standoff
from avow.corpus.labels import read_labels
from avow.corpus.sets import GoldSet
from avow.corpus.standoff import public_files, read_standoff
from avow.corpus.tables import MERGED, TableOptions, read_table, rows_of
from avow.errors import InputError, UsageError
from avow.records import GoldSentence, Label
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
        InputError: A folder is named where the adapter reads a file, or standoff labels of ours are not there.
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
    _, row = next(iter(rows_of(path, None)), (0, {}))
    return {"boundaries", "partition"} <= row.keys()


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
        InputError: The labels are ours, and not there.
        UsageError: There is no ``@``, or nothing on one side of it.
    """
    for place in (at for at, sign in enumerate(spec) if sign == "@"):
        name, folder = spec[:place], spec[place + 1 :]
        labels = Path(name) if name.endswith(".jsonl") else REAL / f"{name}.jsonl"
        # A path may hold the sign itself.
        if name and folder and (labels.exists() or "@" not in folder):
            _refuse_absent(labels)
            return labels, Path(folder)
    raise UsageError(
        f"cannot read real:{spec}",
        expected="real:LABELS@FOLDER, as in real:development@public",
        remedy="name the folder that holds muc-dev/documents.jsonl.gz or current-events.jsonl.gz",
    )


def _refuse_absent(labels: Path) -> None:
    if not labels.is_file() and labels.parent == REAL:
        raise InputError(
            "no such file",
            where=str(labels),
            expected="Avow's own standoff labels, which are in its repository and no part of what is installed",
            remedy="run this in a clone of it, or name a file: real:FILE.jsonl@FOLDER",
        )


ADAPTERS: Mapping[str, Callable[[Path], GoldSet]] = {
    "babe": _babe,
    "checkthat": _checkthat,
    "labels": _labels,
    "real": _real,
    "seeds": _seeds,
}
