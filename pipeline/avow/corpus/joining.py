"""Standoff labels joined with the text that the user has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avow.corpus.standoff import CORPORA, STANCES, Offsets, StandoffRecord, StandoffSentence, sentence_digest
from avow.documents.tables import open_rows
from avow.errors import InputError
from avow.records import Document, GoldSentence, Sentence
from avow.sentences import open_quotations, split

TOLERATED = 0.01
"""Share of a corpus' labelled sentences that may be missing from the user's copy; above, it is another version."""


@dataclass(frozen=True, slots=True)
class JoinedSentence:
    """A labelled sentence in its document.

    Attributes:
        document: Its document.
        gold: The sentence with its label.
        standoff: What annotators said of it.
        aligned: Whether the splitter finds the same boundaries.
    """

    document: Document
    gold: GoldSentence
    standoff: StandoffSentence
    aligned: bool

    def words(self, offsets: Offsets | None) -> str:
        """The words at some offsets.

        Args:
            offsets: Into the document.

        Returns:
            The words; empty where there are no offsets.
        """
        return self.document.text[slice(*offsets)] if offsets else ""

    def to_dict(self) -> dict[str, Any]:
        """The sentence for a JSON file.

        Returns:
            Plain values, the text among them.
        """
        sentence, labels = self.gold.sentence, self.standoff
        return {
            "corpus": labels.corpus,
            "document": labels.document,
            "date": self.document.date,
            "group": self.gold.group,
            "sentence": sentence.number,
            "paragraph": sentence.paragraph,
            "start": sentence.start,
            "end": sentence.end,
            "text": sentence.text,
            "open_quote": sentence.open_quote,
            "net": labels.net,
            "label": str(labels.label),
            "first": str(labels.first),
            "second": str(labels.second),
            "clear": labels.clear,
            "records": [self._record(record) for record in labels.records],
        }

    def _record(self, record: StandoffRecord) -> dict[str, Any]:
        parts = {"claimant": record.claimant, "named": record.named, "accused": record.accused, "act": record.act}
        spans = {
            name: {"start": offsets[0], "end": offsets[1], "text": self.words(offsets)} if offsets else None
            for name, offsets in parts.items()
        }
        return {"status": record.status, "kind": record.kind, **spans, "mode": record.mode, "doubt": record.doubt}


@dataclass(frozen=True, slots=True)
class JoinedSet:
    """Labelled sentences with their text.

    Attributes:
        sentences: The sentences, in the order of the labels.
        dropped: Labels left out, counted by reason.
    """

    sentences: tuple[JoinedSentence, ...]
    dropped: Mapping[str, int]

    @property
    def unaligned(self) -> int:
        """Sentences whose boundaries the splitter does not find."""
        return sum(not item.aligned for item in self.sentences)


def join_standoff(labels: Sequence[StandoffSentence], folder: Path) -> JoinedSet:
    """Labels with their text, where the user has it.

    Args:
        labels: Standoff labels.
        folder: Where the public corpora are, as ``CORPORA`` names their files; one of them will do.

    Returns:
        The sentences; labels of a corpus that is not there, and a few that do not fit, are counted.

    Raises:
        InputError: No corpus is there, or more than one in a hundred labels of a corpus do not fit its text.
    """
    dropped: Counter[str] = Counter()
    joined: dict[int, JoinedSentence] = {}
    wanted = sorted({item.corpus for item in labels})
    for corpus in wanted:
        own = [item for item in labels if item.corpus == corpus]
        path = next((folder / name for name in CORPORA[corpus] if (folder / name).is_file()), None)
        if path is None:
            dropped[f"of {corpus}, which is not in {folder}"] = len(own)
            continue
        found = list(_join(own, path))
        joined.update((item.standoff.line, item) for item in found)
        if len(found) < len(own):
            dropped[f"of {corpus} whose text is not the one that was labelled"] = len(own) - len(found)
        _refuse_other_text(own, found, path)
    if not joined:
        files = " or ".join(CORPORA[corpus][0] for corpus in wanted)
        raise InputError(
            "none of the corpora that were labelled is here",
            where=str(folder),
            expected=files,
            remedy="run avow corpus list, which says where they come from",
        )
    return JoinedSet(tuple(joined[item.line] for item in labels if item.line in joined), dict(dropped))


def _join(labels: Sequence[StandoffSentence], path: Path) -> Iterator[JoinedSentence]:
    by_document: dict[str, list[StandoffSentence]] = {}
    for item in labels:
        by_document.setdefault(item.document, []).append(item)
    for document in _documents(path, by_document.keys()):
        own = by_document.pop(document.id, [])
        fitting = [
            item
            for item in own
            if item.end <= len(document.text) and sentence_digest(document.text[item.start : item.end]) == item.digest
        ]
        if fitting:
            yield from _place(document, fitting)


def _documents(path: Path, wanted: Iterable[str]) -> Iterator[Document]:
    names = frozenset(wanted)

    def fault(error: InputError) -> None:
        raise error

    for line, row in open_rows(path, "jsonl", str(path), None, fault):
        if row.get("id") in names:
            if not isinstance(row.get("text"), str):
                raise InputError("no text", where=f"{path}:{line}", expected="a document with id and text")
            yield Document(row["id"], row["text"], source=str(row.get("header") or ""), date=str(row.get("date") or ""))


def _place(document: Document, labels: Sequence[StandoffSentence]) -> Iterator[JoinedSentence]:
    """Labelled sentences with number, paragraph and quotation state as the splitter sees them."""
    parts = split(document)
    by_span = {(part.start, part.end): part for part in parts}
    for item in labels:
        sentence = by_span.get((item.start, item.end))
        aligned = sentence is not None
        if sentence is None:
            near = next((part for part in reversed(parts) if part.start <= item.start), parts[0])
            sentence = Sentence(
                document.id,
                near.number,
                near.paragraph,
                item.start,
                item.end,
                document.text[item.start : item.end],
                open_quotations(document.text, [item.start])[0],
            )
        group = document.date[:7] or document.id
        gold = GoldSentence(
            sentence,
            item.label,
            group,
            family=item.corpus,
            second=item.second,
            attributes=tuple(_attributes(item)),
            line=item.line,
        )
        yield JoinedSentence(document, gold, item, aligned)


def _attributes(item: StandoffSentence) -> Iterator[tuple[str, str]]:
    yield "clear", "yes" if item.clear else "no"
    if item.first is not item.label:
        yield "first", str(item.first)
    stances = sorted(STANCES[status] for status in item.statuses if status in STANCES)
    if stances:
        yield "stance", "+".join(stances)
    claimed = [record for record in item.records if record.status == "claimed"]
    for mode in sorted({record.mode for record in claimed if record.mode}):
        yield "mode", mode
    if any(record.doubt for record in claimed):
        yield "doubt", "yes"


def _refuse_other_text(labels: Sequence[StandoffSentence], found: Sequence[JoinedSentence], path: Path) -> None:
    there = {item.standoff.line for item in found}
    missing = [item for item in labels if item.line not in there]
    if len(missing) > TOLERATED * len(labels):
        first = missing[0]
        raise InputError(
            f"{len(missing)} of {len(labels)} labelled sentences are not in this text, the first one of them "
            f"{first.start} to {first.end} of {first.document}",
            where=str(path),
            expected="the text that was labelled, offsets counted in code points",
            remedy="run avow corpus list, which says where it comes from, and fetch it anew",
        )
