"""The label stage: gold labels aligned with split sentences, and the file in which they go to training."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avow.corpus.format import GoldDocument
from avow.errors import InputError
from avow.records import GoldSentence, Label, Sentence
from avow.storage import atomic_writer, read_jsonl


@dataclass(frozen=True, slots=True)
class Alignment:
    """Split sentences beside the gold sentences of one document.

    Attributes:
        matched: Pairs of gold and split sentence with the same offsets.
        unaligned_gold: Gold sentences that no split sentence equals.
        unaligned_predicted: Split sentences that no gold sentence equals.
    """

    matched: tuple[tuple[GoldSentence, Sentence], ...]
    unaligned_gold: tuple[GoldSentence, ...]
    unaligned_predicted: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A row of the label file.

    Attributes:
        boundaries: ``gold`` or ``predicted``.
        partition: ``train``, ``development`` or ``test``.
        gold: Sentence and label; ``None`` where a predicted sentence matches no gold one.
        sentence: The sentence.
    """

    boundaries: str
    partition: str
    gold: GoldSentence | None
    sentence: Sentence


def align(gold: GoldDocument, predicted: Sequence[Sentence]) -> Alignment:
    """Match gold and split sentences of a document by offsets.

    Args:
        gold: The labelled document.
        predicted: Its sentences as the splitter sees them.

    Returns:
        What matches and what does not.
    """
    wanted = {(item.sentence.start, item.sentence.end): item for item in gold.sentences}
    found = {(sentence.start, sentence.end): sentence for sentence in predicted}
    return Alignment(
        tuple((item, found[span]) for span, item in wanted.items() if span in found),
        tuple(item for span, item in wanted.items() if span not in found),
        tuple(sentence for span, sentence in found.items() if span not in wanted),
    )


def label_rows(
    documents: Iterable[GoldDocument], predicted: Mapping[str, Sequence[Sentence]], partitions: Mapping[str, str]
) -> Iterator[LabelRow]:
    """The rows of the label file: gold boundaries to train on, predicted ones to evaluate end to end.

    Args:
        documents: Labelled documents.
        predicted: Split sentences by document.
        partitions: Partition by document.

    Yields:
        A document's gold rows, then its predicted rows.

    Raises:
        InputError: A document has not been split.
    """
    for gold in documents:
        slug = gold.document.id
        if slug not in predicted:
            raise InputError(f"no split sentences for {slug}", remedy="run: avow sentences")
        partition = partitions[slug]
        for item in gold.sentences:
            yield LabelRow("gold", partition, item, item.sentence)
        matches = {sentence: item for item, sentence in align(gold, predicted[slug]).matched}
        for sentence in predicted[slug]:
            yield LabelRow("predicted", partition, matches.get(sentence), sentence)


def write_labels(path: Path, rows: Iterable[LabelRow]) -> None:
    """Write the label file, one JSON object a line.

    Args:
        path: The target.
        rows: Its rows.

    Raises:
        OutputError: The file cannot be written.
    """
    with atomic_writer(path) as stream:
        for row in rows:
            stream.write(json.dumps(_to_json(row), ensure_ascii=False).encode() + b"\n")


def read_labels(path: Path, *, boundaries: str | None = None, partition: str | None = None) -> Iterator[LabelRow]:
    """The rows of a label file.

    Args:
        path: The file.
        boundaries: Only these boundaries.
        partition: Only this partition.

    Yields:
        Rows in order.

    Raises:
        InputError: A row is not what the label stage writes.
    """
    for number, value in read_jsonl(path):
        try:
            row = _from_json(value)
        except (KeyError, ValueError, TypeError) as error:
            raise InputError(
                f"not a row of labels ({type(error).__name__}: {error})",
                where=f"{path}:{number}",
                expected="a file that avow labels wrote",
            ) from error
        if boundaries in (None, row.boundaries) and partition in (None, row.partition):
            yield row


def _to_json(row: LabelRow) -> dict[str, Any]:
    sentence, gold = row.sentence, row.gold
    value: dict[str, Any] = {
        "document": sentence.document,
        "sentence": sentence.number,
        "paragraph": sentence.paragraph,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "open_quote": sentence.open_quote,
        "boundaries": row.boundaries,
        "partition": row.partition,
        "label": None,
    }
    if gold is not None:
        value |= {
            "label": str(gold.label),
            "second": str(gold.second) if gold.second else None,
            "attributes": dict(gold.attributes),
            "group": gold.group,
            "genre": gold.genre,
            "family": gold.family,
            "line": gold.line,
        }
    return value


def _from_json(value: Mapping[str, Any]) -> LabelRow:
    sentence = Sentence(
        value["document"],
        value["sentence"],
        value["paragraph"],
        value["start"],
        value["end"],
        value["text"],
        value["open_quote"],
    )
    gold = None
    if value["label"] is not None:
        gold = GoldSentence(
            sentence,
            Label(value["label"]),
            value["group"],
            value["genre"],
            value["family"],
            Label(value["second"]) if value["second"] else None,
            tuple(value["attributes"].items()),
            value["line"],
        )
    return LabelRow(value["boundaries"], value["partition"], gold, sentence)
