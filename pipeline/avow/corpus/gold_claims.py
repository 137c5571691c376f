"""What annotators say of claims in documents of public corpora: gold for a register of claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from avow.corpus.joining import JoinedSentence, JoinedSet
from avow.corpus.standoff import Offsets, StandoffRecord
from avow.records import Document, Sentence
from avow.sentences import split


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """What annotators say of one statement about a hostile act.

    Attributes:
        status: ``claimed``, ``denied``, ``unclaimed``, ``blamed`` or ``suspected``.
        kind: Kind of act; ``unknown`` where the text does not tell.
        claimants: Words that name who claims, denies, accuses or suspects, any of which will do.
        accused: Words that name who is accused or suspected.
        acts: Words that name the act.
        mode: The channel, as the codebook names it; empty where it is not told.
        doubt: Whether the text doubts it.
    """

    status: str
    kind: str
    claimants: tuple[str, ...]
    accused: tuple[str, ...]
    acts: tuple[str, ...]
    mode: str
    doubt: bool


@dataclass(frozen=True, slots=True)
class DocumentClaims:
    """A document with what its labelled sentences say.

    Attributes:
        document: The document, whole.
        sentences: Its labelled sentences in order, numbered as the splitter does; nobody labelled the others.
        claims: For each of them its statements, none where it says nothing of the kind.
        corpus: Where it comes from.
        group: Unit of the bootstrap: the month of a dated document, which shares its events, else the document.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[tuple[GoldClaim, ...], ...]
    corpus: str
    group: str

    @property
    def every(self) -> tuple[Sentence, ...]:
        """All its sentences: those of the splitter, labelled ones in place of that with their number."""
        own: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            own.setdefault(sentence.number, []).append(sentence)
        return tuple(sentence for part in split(self.document) for sentence in own.get(part.number, [part]))


def gold_claims(joined: JoinedSet) -> Iterator[DocumentClaims]:
    """The documents with what annotators say of claims in them.

    Args:
        joined: Labelled sentences with their text.

    Yields:
        Documents by corpus and identifier.
    """

    def place(item: JoinedSentence) -> tuple[str, str]:
        return item.standoff.corpus, item.document.id

    ordered = sorted(joined.sentences, key=lambda item: (*place(item), item.standoff.start))
    for (corpus, _), items in groupby(ordered, key=place):
        rows = list(items)
        claims = tuple(tuple(_claim(item, record) for record in item.standoff.records) for item in rows)
        sentences = tuple(item.gold.sentence for item in rows)
        yield DocumentClaims(rows[0].document, sentences, claims, corpus, rows[0].gold.group)


def _claim(item: JoinedSentence, record: StandoffRecord) -> GoldClaim:
    def words(*offsets: Offsets | None) -> tuple[str, ...]:
        return tuple(item.words(pair) for pair in offsets if pair)

    return GoldClaim(
        record.status,
        record.kind,
        words(record.claimant, record.named),
        words(record.accused),
        words(record.act),
        record.mode,
        record.doubt,
    )
