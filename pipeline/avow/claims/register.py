"""A document and a model to the records of its claims, denials, accusations and suspicions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from avow.claims.acts import act_kind, act_span
from avow.claims.joining import join
from avow.claims.modes import OTHER, UNKNOWN, claim_mode
from avow.claims.statuses import sayings_of, statuses
from avow.cues import Reading
from avow.cues.lexicon import WordClass as W
from avow.mentions import Parties, find_parties, same_party
from avow.mentions.parties import reading_of
from avow.mentions.stated import UNTOLD
from avow.models import Model, StanceTable, load, load_stances
from avow.records import Claim, Document, Evidence, Sentence, Span, Status
from avow.sentences import split

_BEFORE = 3
_DOUBT = re.compile(
    r"(?<!\S)(?:doubt\w*|disput\w*|discount\w*|sceptic\w*|skeptic\w*|hoax|unverified|dubious|bogus"
    r"|wrong code|no evidence|false"
    r"|(?:could|can|cannot|couldn't|can't|not) (?:\S+ ){0,3}(?:verif\w+|confirm\w*|authenticat\w+|corroborat\w*)"
    r"|(?:not|little|no) (?:\S+ )?(?:credible|authentic|genuine|proof|credence)"
    r"|questioned (?:the|its|whether)|unlikely|drunk"
    r"|purported\w*|not taken seriously|cast doubt)(?!\S)"
)


class Register:
    """What makes records: a model with its regressions of the register.

    Args:
        model: A loaded model.
        table: Its regressions of the register.
        least: Records below this probability are left out.
    """

    def __init__(self, model: Model, table: StanceTable, least: float = 0.5) -> None:
        self._model = model
        self._table = table
        self.least = least

    def statuses(self, parts: Sequence[Sentence]) -> list[dict[Status, float]]:
        """The probability of each status for the sentences of a document.

        Args:
            parts: The sentences.

        Returns:
            Probabilities by status, a mapping a sentence; they need not sum to one, since a sentence may say several.
        """
        return statuses(self._model, self._table, parts)

    def claims(self, document: Document, sentences: Sequence[Sentence] | None = None) -> tuple[Claim, ...]:
        """The records of a document.

        Args:
            document: The document, its furniture marked.
            sentences: Its sentences; split where ``None``.

        Returns:
            Records in the order of their evidence in the text; none where nothing is claimed or denied.
        """
        return join(document, self.said(document, sentences))

    def said(self, document: Document, sentences: Sequence[Sentence] | None = None) -> list[Claim]:
        """What each sentence says, before records of one claim are joined.

        Args:
            document: The document, its furniture marked.
            sentences: Its sentences; split where ``None``.

        Returns:
            Records with one sentence of evidence each, in order.
        """
        parts = list(split(document) if sentences is None else sentences)
        records: list[Claim] = []
        for position, found in enumerate(self.statuses(parts)):
            for status, probability in found.items():
                if probability >= self.least:
                    records.extend(self._records(document, parts, position, status, probability))
        return records

    def _records(
        self, document: Document, parts: Sequence[Sentence], position: int, status: Status, probability: float
    ) -> list[Claim]:
        sentence = parts[position]
        reading = reading_of(sentence)
        found = sayings_of(sentence)
        first = find_parties(parts, position, status, found, self._table.role)
        every = [first]
        if status is Status.CLAIMED and first.speaker is not None:
            for at in _further(reading, first.at):
                again = find_parties(parts, position, status, found, self._table.role, between=(first.at, at))
                if again.speaker is not None and not same_party(again.speaker.name.text, first.speaker.name.text):
                    every.append(again)
                    break
        return [
            _record(document, parts, position, status, probability, replace(parties, speaker=speaker, accused=accused))
            for parties in every
            for speaker, accused in parties.pairs()
        ]


def _record(
    document: Document,
    parts: Sequence[Sentence],
    position: int,
    status: Status,
    probability: float,
    parties: Parties,
) -> Claim:
    at, speaker = parties.at, parties.speaker
    sentence = parts[position]
    reading = reading_of(sentence)
    span = act_span(reading, at, parties.act) if parties.act != UNTOLD else None
    act = None
    if span is not None:
        start, end = sentence.start + span.start, sentence.start + span.end
        act = Span(start, end, document.text[start:end])
    near = _near(parts, position)
    own = speaker is not None and _first_person(reading, speaker.mention.start - sentence.start)
    texts = [_plain(act.text)] if act else []
    return Claim(
        document=document.id,
        date=document.date,
        source=document.source,
        status=status,
        voice="own" if own else "reported",
        claimant=speaker,
        accused=parties.accused,
        act=act,
        kind=act_kind([*texts, _forms(reading), *(_forms(reading_of(item)) for item in near)]),
        mode=_mode(parts, position, at, own) if status is Status.CLAIMED else UNKNOWN,
        doubt=status is Status.CLAIMED
        and any(map(_DOUBT.search, map(_forms, map(reading_of, _after(parts, position))))),
        competing=False,
        evidence=(Evidence(sentence.number, Span(sentence.start, sentence.end, sentence.text), round(probability, 6)),),
    )


def _mode(parts: Sequence[Sentence], position: int, at: int, own: bool) -> int:
    """The channel; what a group says in its own voice is a communique or a broadcast where nothing else is told."""
    texts = [_forms(reading_of(item)) for item in _paragraph(parts, position)]
    mode = claim_mode(texts, len(" ".join(reading_of(parts[position]).forms[:at])))
    return OTHER if own and mode == UNKNOWN else mode


def _further(reading: Reading, at: int) -> list[int]:
    """Later words of claiming in the same sentence."""
    verbs = reading.positions(W.AVOW | W.CONFESS)
    return [place for place in verbs if place > at + 3 and not reading.negated(place)]


def _first_person(reading: Reading, start: int) -> bool:
    for token, mask in zip(reading.tokens, reading.masks, strict=True):
        if token.start == start:
            return bool(mask & (W.FIRST_PLURAL | W.FIRST_SINGULAR))
    return False


def _near(parts: Sequence[Sentence], position: int) -> list[Sentence]:
    return [parts[at] for at in range(position - 1, max(-1, position - 1 - _BEFORE), -1)]


def _paragraph(parts: Sequence[Sentence], position: int) -> list[Sentence]:
    own = parts[position]
    around = [parts[at] for at in (position - 1, position + 1) if 0 <= at < len(parts)]
    return [own, *(item for item in around if item.paragraph == own.paragraph)]


def _after(parts: Sequence[Sentence], position: int) -> list[Sentence]:
    return list(parts[position : position + 1])


def _forms(reading: Reading) -> str:
    return " ".join(reading.forms)


def _plain(text: str) -> str:
    from avow.terms import words

    return " ".join(words(text))


@cache
def open_register(folder: Path | str, least: float = 0.5) -> Register:
    """The register of a model's folder.

    Args:
        folder: The folder.
        least: Records below this probability are left out.

    Returns:
        The register, remembered for the next call.

    Raises:
        ModelError: There is no model, or it was trained without the register.
    """
    return Register(load(folder), load_stances(folder), least)


def claims(source: Document | str, *, model: Path | str | None = None, least: float = 0.5) -> tuple[Claim, ...]:
    """The claims, denials, accusations and suspicions of a document.

    Args:
        source: A document, or a text.
        model: The model's folder; where ``None`` that of the variable ``AVOW_MODEL``, or ``models/default``.
        least: Records below this probability are left out.

    Returns:
        Frozen records in the order of the text.

    Raises:
        ModelError: There is no model, or it was trained without the register.
    """
    import os

    document = Document("", source) if isinstance(source, str) else source
    folder = model if model is not None else os.environ.get("AVOW_MODEL") or "models/default"
    return open_register(folder, least).claims(document)
