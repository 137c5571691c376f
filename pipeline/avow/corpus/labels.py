"""The label stage: gold labels aligned with split sentences, and the file in which they go to training."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avow.corpus.format import STANCES, GoldDocument
from avow.errors import InputError
from avow.records import Document, GoldSentence, Label, Sentence
from avow.storage import read_jsonl, write_jsonl


@dataclass(frozen=True, slots=True)
class Alignment:
    """Split sentences beside the gold sentences of one document.

    Attributes:
        matched: Pairs of gold and split sentence with the same offsets and text.
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
    """Match gold and split sentences of a document by offsets and text.

    Args:
        gold: The labelled document.
        predicted: Its sentences as the splitter sees them.

    Returns:
        What matches and what does not.
    """
    wanted = {(item.sentence.start, item.sentence.end, item.sentence.text): item for item in gold.sentences}
    found = {(sentence.start, sentence.end, sentence.text): sentence for sentence in predicted}
    return Alignment(
        tuple((item, found[span]) for span, item in wanted.items() if span in found),
        tuple(item for span, item in wanted.items() if span not in found),
        tuple(sentence for span, sentence in found.items() if span not in wanted),
    )


def _refuse_other_text(gold: GoldDocument, predicted: Sequence[Sentence]) -> None:
    text = gold.document.text
    at = 0
    for sentence in sorted(predicted, key=lambda item: item.start):
        if (
            sentence.start < at
            or text[sentence.start : sentence.end] != sentence.text
            or text[at : sentence.start].strip()
        ):
            break
        at = sentence.end
    else:
        if not text[at:].strip():
            return
    raise InputError(
        f"the split sentences of {gold.document.id} are not those of its text, from character {at} on",
        where=f"{gold.path}:{gold.line}",
        expected="what avow sentences writes of the corpus as it is",
        remedy="run: avow sentences",
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
        InputError: A document has not been split, or its split sentences are those of another text.
    """
    for gold in documents:
        slug = gold.document.id
        if slug not in predicted:
            raise InputError(f"no split sentences for {slug}", remedy="run: avow sentences")
        _refuse_other_text(gold, predicted[slug])
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
    write_jsonl(path, map(_to_json, rows))


def read_sentences(path: Path) -> dict[str, list[Sentence]]:
    """The sentences that ``avow sentences`` wrote.

    Args:
        path: The file.

    Returns:
        Sentences by document.

    Raises:
        InputError: A row is something else, or a sentence stands twice.
    """
    from avow.shapes import SentenceRow, faults

    found: dict[str, list[Sentence]] = {}
    seen: dict[tuple[str, int, int], int] = {}
    for number, value in read_jsonl(path):
        wrong = ["a row of a label file"] if "boundaries" in value else faults(SentenceRow, value)
        try:
            if wrong:
                raise ValueError(wrong[0])
            sentence = _sentence(value)
            place = (sentence.document, sentence.start, sentence.end)
            if place in seen:
                raise ValueError(f"the sentence of line {seen[place]} again")
        except ValueError as error:
            raise InputError(
                f"not a split sentence ({error})", where=f"{path}:{number}", expected="a file that avow sentences wrote"
            ) from error
        seen[place] = number
        found.setdefault(sentence.document, []).append(sentence)
    return found


def read_labels(path: Path, *, boundaries: str | None = None) -> Iterator[LabelRow]:
    """The rows of a label file.

    Args:
        path: The file.
        boundaries: Only these boundaries.

    Yields:
        Rows in order.

    Raises:
        InputError: A row is not what the label stage writes.
    """
    from avow.shapes import GoldRow as GoldShape
    from avow.shapes import LabelRow as LabelShape
    from avow.shapes import faults

    for number, value in read_jsonl(path):
        wrong = faults(LabelShape if value.get("label") is None else GoldShape, value)
        try:
            if wrong:
                raise ValueError(wrong[0])
            row = _from_json(value)
        except ValueError as error:
            raise InputError(
                f"not a row of labels ({error})",
                where=f"{path}:{number}",
                expected="a file that avow labels wrote",
            ) from error
        if boundaries in (None, row.boundaries):
            yield row


def document_of(rows: Sequence[GoldSentence]) -> Document:
    """The document of labelled sentences.

    Args:
        rows: All sentences of one document in order.

    Returns:
        It without a title or date; between its sentences stands as much white space as was there.
    """
    text = ""
    paragraph = 0
    for item in rows:
        gap = item.sentence.start - len(text)
        text += (" " if item.sentence.paragraph == paragraph else "\n").ljust(gap, "\n")[:gap] + item.sentence.text
        paragraph = item.sentence.paragraph
    return Document(rows[0].sentence.document, text, genre=rows[0].genre)


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


def _sentence(value: Mapping[str, Any]) -> Sentence:
    return Sentence(
        value["document"],
        value["sentence"],
        value["paragraph"],
        value["start"],
        value["end"],
        value["text"],
        value["open_quote"],
    )


def _from_json(value: Mapping[str, Any]) -> LabelRow:
    sentence = _sentence(value)
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
        unknown = set(gold.stances) - STANCES
        if unknown:
            raise ValueError(f"stance {min(unknown)!r}, not one of {', '.join(sorted(STANCES))}")
    return LabelRow(value["boundaries"], value["partition"], gold, sentence)
