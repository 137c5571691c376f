"""Labelled sets that commands are given: options of tables, what labels are called, and sets to train on."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from avow.errors import InputError, UsageError

if TYPE_CHECKING:
    from avow.corpus import TableOptions
    from avow.params import PartitionParameters
    from avow.records import GoldSentence, Label, Sentence
    from avow.sources import Mixture, Source

LabelFile = Annotated[Path, typer.Argument(metavar="LABELS", help="The file that avow labels wrote.")]
LabelColumn = Annotated[str, typer.Option("--label", metavar="COLUMN", help="Column of the label in a table.")]
GroupColumn = Annotated[
    str | None, typer.Option("--group", metavar="COLUMN", help="Column of the document in a table.")
]
LabelMap = Annotated[
    list[str] | None, typer.Option("--map", metavar="WORD=LABEL", help="What a table's label means; repeatable.")
]


def table_options(
    specs: Sequence[str],
    text: str | None,
    label: str,
    group: str | None,
    mapping: Sequence[str] | None,
    no_quoting: bool,
) -> TableOptions:
    """The options of tables as the command line gives them, refused where no set is a table."""
    from avow.corpus import TableOptions, is_table

    given = {
        "--text": text is not None,
        "--label": label != "label",
        "--group": group is not None,
        "--map": bool(mapping),
        "--no-quoting": no_quoting,
    }
    unused = [name for name, there in given.items() if there]
    if unused and not any(map(is_table, specs)):
        raise UsageError(
            f"{', '.join(unused)} without a table",
            expected="a table among the sets; all others bring their columns and labels",
            remedy=f"leave out {', '.join(unused)}, or name the table without a word and a colon before it",
        )
    return TableOptions(text, label, group, label_words(mapping), False if no_quoting else None)


def refuse_repeated(specs: Sequence[str], remedy: str) -> None:
    """Refuse a set that is named more than once, by whatever paths."""
    places: dict[str, str] = {}
    for spec in specs:
        place = _place(spec)
        if place in places:
            also = f", as {places[place]}" if places[place] != spec else ""
            raise UsageError(f"{spec} is given twice{also}", remedy=remedy)
        places[place] = spec


def _place(spec: str) -> str:
    """What a set is read from, whatever it is called; one of standoff labels is its labels and not the text beside."""
    from avow.corpus import files_of

    prefix, colon, rest = spec.partition(":")
    if spec.startswith("real:"):
        return f"real:{os.path.realpath(files_of(spec)[0])}"
    return f"{prefix}:{os.path.realpath(rest)}" if colon and not Path(spec).exists() else os.path.realpath(spec)


def input_files(label_file: Path | None, specs: Sequence[str]) -> list[Path]:
    """The files that a command reads its labelled sets from."""
    from avow.corpus import files_of

    return [*([label_file] if label_file else []), *(path for spec in specs for path in files_of(spec))]


def label_words(pairs: Sequence[str] | None, *, labels_only: bool = False) -> dict[Any, Label]:
    """What ``WORD=LABEL`` says, repeated, one label for each word; with ``labels_only`` both sides are labels."""
    from avow.records import LABELS, Label

    short = {"fact": Label.FACT, "opinion": Label.OPINION, "claim": Label.CLAIM} | {
        str(label): label for label in LABELS
    }
    found: dict[Any, Label] = {}
    for pair in pairs or ():
        word, equals, name = pair.rpartition("=")
        if not equals or name not in short or (labels_only and word not in short):
            raise UsageError(
                f"cannot read {pair!r}", expected=f"WORD=LABEL with a label of {', '.join(map(str, LABELS))}"
            )
        key = short[word] if labels_only else word
        if found.setdefault(key, short[name]) != short[name]:
            raise UsageError(
                f"{word} counts as {found[key]} and as {short[name]}",
                where="--merge" if labels_only else "--map",
                expected="one label for each word",
            )
    if labels_only and set(found) & set(found.values()):
        both = ", ".join(sorted(set(found) & set(found.values())))
        raise UsageError(
            f"{both} counts as another label and another one as it",
            where="--merge",
            expected="labels on the right that stand nowhere on the left",
        )
    return found


def refuse_table(path: Path, remedy: str = "other sets are given as: --add {path}") -> None:
    """Refuse a table where a label file is wanted."""
    from avow.corpus import is_table
    from avow.documents.formats import format_by_name

    # A file of the label stage may have any name but one of another format.
    other = format_by_name(path) in {"csv", "tsv", "parquet"} or (path.suffix == ".jsonl" and is_table(str(path)))
    if path.is_file() and other:
        raise InputError("not a file that avow labels wrote", where=str(path), remedy=remedy.format(path=path))


@dataclass(frozen=True, slots=True)
class Part:
    """A partition of a label file: gold sentences and, where asked for, those that its documents were split into."""

    gold: list[GoldSentence] = field(default_factory=list)
    split: list[Sentence] = field(default_factory=list)


def parts_of(path: Path, *names: str, split: bool = False, may_lack: Collection[str] = ()) -> list[Part]:
    """Partitions of a label file, read once; each must have gold sentences, but for those that may lack them."""
    from avow.corpus import read_labels

    found = {name: Part() for name in names}
    there: set[str] = set()
    for row in read_labels(path, boundaries=None if split else "gold"):
        there.add(row.partition)
        part = found.get(row.partition)
        if part is None:
            continue
        if row.boundaries == "predicted":
            part.split.append(row.sentence)
        elif row.gold is not None:
            part.gold.append(row.gold)
    for name, part in found.items():
        if not part.gold and name not in may_lack:
            raise InputError(
                f"no {name} sentences, only {', '.join(sorted(there))}" if there else f"no {name} sentences",
                where=str(path),
                expected="a file that avow labels wrote",
            )
    return list(found.values())


def own_parts(path: Path) -> tuple[Source, Source]:
    """The training and the development sentences of a label file."""
    from avow.sources import Source
    from avow.storage import digest_file

    train, development = parts_of(path, "train", "development")
    digest = digest_file(path)
    return (
        Source(f"{path.name}, train", train.gold, digest=digest),
        Source(f"{path.name}, development", development.gold, digest=digest),
    )


def sources(
    specs: Sequence[str], weights: Sequence[str], options: TableOptions, *, own: bool = False
) -> tuple[list[Source], float]:
    """Sets to train on with their weights, and the weight of the label file, where there is one of our own."""
    from avow.corpus import is_table, read_gold
    from avow.sources import Source, distinct, weights_by_source

    refuse_repeated(specs, "give it once, with --weight")
    sets = [read_gold(spec, options) for spec in specs]
    by_source = weights_by_source(specs, [gold.name for gold in sets], weights, own=own)
    names = distinct(specs, [gold.name for gold in sets])
    found = [
        Source(
            name,
            gold.sentences,
            by_source[spec],
            gold.digest,
            gold.dropped,
            grouped=options.group is not None and is_table(spec),
        )
        for spec, name, gold in zip(specs, names, sets, strict=True)
    ]
    return found, by_source["labels"]


def mixed(
    own: tuple[list[GoldSentence], list[GoldSentence]] | None,
    specs: Sequence[str],
    weights: Sequence[str],
    options: TableOptions,
    parameters: PartitionParameters,
) -> Mixture:
    """Training and development sentences of a label file, where there is one, and sets added to them."""
    from avow.sources import mix

    added, own_weight = sources(specs, weights, options, own=own is not None)
    return mix(
        own or ([], []),
        added,
        seed=parameters.seed,
        development=parameters.development,
        similarity=parameters.similarity,
        own_weight=own_weight,
    )
