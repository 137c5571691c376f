"""Sentences whose statuses are known to records: who, whom, which act, by which channel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol

from avow.claims.acts import ActSpan, act_span, further_acts
from avow.claims.attack_types import act_kind
from avow.claims.channels import NAMES, NOTE, OTHER, UNKNOWN, VIDEO
from avow.claims.circumstances import Told, doubted_behind, told_by_rules, weighed, withdrawn
from avow.claims.deeds import further_deeds
from avow.claims.identity import spoken_of
from avow.claims.kinds import BEFORE, BEHIND, NEAR, ToldAct, likeliest_kind
from avow.claims.modes import Context
from avow.claims.own_words import own_words
from avow.claims.plainness import is_silent, sayings_of
from avow.cues import Reading
from avow.cues.accounts import accounts
from avow.cues.accounts.records import DENIED
from avow.cues.avowal import FIRST, statements_of, weigh
from avow.cues.lexicon import WordClass as W
from avow.cues.reading import line_of
from avow.cues.tags import PREPOSITIONS
from avow.mentions import Parties, find_parties, mentions, same_party
from avow.mentions.readings import reading_of
from avow.mentions.resolving import ONE_PERSON, Scorer
from avow.mentions.roles import is_victim, takes_lives
from avow.mentions.stated import UNTOLD
from avow.models import CircumstanceTable, KindTable
from avow.records import ActKind, Claim, Document, Evidence, Party, Sentence, Span, Status

_OPENING, _RECALL = 3, 4
"""How many sentences at the start of a document, and before a claim, may tell its channel."""
_LASTS, _LASTS_OF_ONE = 8, 2
"""For how many sentences a claimant's channel is remembered."""
_FURTHER = 8
"""How many later words of claiming in a sentence may have a claimant of their own."""


class Judge(Protocol):
    """Tells what records hold beside who and what, from what the rules answer."""

    def circumstances(self, sentence: Sentence, told: Told) -> tuple[int, bool]:
        """Tell the channel of a claim, and whether the text doubts it.

        Args:
            sentence: The sentence.
            told: What the rules answer.

        Returns:
            A code of ``MODES``, and the doubt.
        """

    def kind(self, sentence: Sentence, told: ToldAct) -> ActKind:
        """Tell the kind of an act.

        Args:
            sentence: The sentence.
            told: What the rules answer.

        Returns:
            The kind.
        """


@dataclass(frozen=True, slots=True)
class Regressions:
    """A judge that weighs the rules' answers, or takes them as they are.

    Attributes:
        of_claims: The regressions of channels and doubts; ``None`` leaves these to the rules.
        of_acts: That of kinds of acts, likewise.
    """

    of_claims: CircumstanceTable | None = None
    of_acts: KindTable | None = None

    def circumstances(self, _: Sentence, told: Told) -> tuple[int, bool]:
        """As :class:`Judge` has it."""
        return (told.mode, told.doubt) if self.of_claims is None else weighed(self.of_claims, told)

    def kind(self, _: Sentence, told: ToldAct) -> ActKind:
        """As :class:`Judge` has it."""
        return told.rule if self.of_acts is None else likeliest_kind(self.of_acts, told)


class Teller:
    """Makes records of sentences whose statuses are known.

    Args:
        score: Weighs phrases as parties.
        judge: Tells the circumstances of claims and the kinds of acts.
    """

    def __init__(self, score: Scorer, judge: Judge) -> None:
        self._score = score
        self._judge = judge

    def said(
        self, document: Document, parts: Sequence[Sentence], found: Iterable[Mapping[Status, float]]
    ) -> list[Claim]:
        """What each sentence says.

        Args:
            document: The document, its furniture marked.
            parts: Its sentences.
            found: The statuses of each with their probabilities.

        Returns:
            Records with one sentence of evidence each, in order.
        """
        records: list[Claim] = []
        for position, told in enumerate(found):
            for status, probability in told.items():
                records.extend(self._records(document, parts, position, status, probability, records))
        return records

    def _records(
        self,
        document: Document,
        parts: Sequence[Sentence],
        position: int,
        status: Status,
        probability: float,
        before: Sequence[Claim],
    ) -> list[Claim]:
        sentence = parts[position]
        reading = reading_of(sentence)
        found = sayings_of(sentence)
        first = find_parties(parts, position, status, found, self._score)
        every = [first]
        if status is Status.CLAIMED and first.speaker is not None:
            for at in _further(reading, first.at):
                again = find_parties(parts, position, status, found, self._score, between=(first.at, at))
                if again.speaker is not None and not same_party(again.speaker.name.text, first.speaker.name.text):
                    every.append(again)
                    break
        return [
            self._record(document, parts, position, status, probability, each, act, before)
            for parties in every
            for act in _acts(reading, parties)
            for each in parties.told_apart()
            if not parties.nameless and not _of_nobody(parts, position, status, each)
        ]

    def _record(
        self,
        document: Document,
        parts: Sequence[Sentence],
        position: int,
        status: Status,
        probability: float,
        parties: Parties,
        span: ActSpan | None,
        before: Sequence[Claim],
    ) -> Claim:
        at, speaker = parties.at, parties.speaker
        sentence = parts[position]
        reading = reading_of(sentence)
        act = None
        if span is not None:
            start, end = sentence.start + span.start, sentence.start + span.end
            act = Span(start, end, document.text[start:end])
        own = speaker is not None and _first_person(reading, speaker.mention.start - sentence.start)
        spoken = spoken_of(before, sentence.number) if act is None and status is not Status.CLAIMED else None
        kind = spoken.kind if spoken else self._judge.kind(sentence, _told_act(document, parts, position, span))
        mode, doubt = UNKNOWN, False
        if status is Status.CLAIMED:
            context = _context(document, parts, position, before, speaker, own)
            told_of = told_by_rules(_heard(reading), len(line_of(reading.forms[:at])), context)
            mode, doubt = self._judge.circumstances(sentence, told_of)
            doubt = doubt or withdrawn(told_of.text) or doubted_behind(context.behind)
        return Claim(
            document=document.id,
            date=document.date,
            source=document.source,
            status=status,
            voice="own" if own else "reported",
            claimant=speaker,
            accused=parties.accused,
            act=act,
            kind=kind,
            mode=mode,
            doubt=doubt,
            competing=False,
            evidence=(
                Evidence(sentence.number, Span(sentence.start, sentence.end, sentence.text), round(probability, 6)),
            ),
            rule=parties.rule,
        )


def _of_nobody(parts: Sequence[Sentence], position: int, status: Status, parties: Parties) -> bool:
    """Whether regressions alone speak for a denial that nobody makes, or an accusation of none but victims.

    Nor does who denies it accuse anybody where nothing but a denial is told: "said that the front had no part in it".
    """
    if status is Status.DENIED:
        return parties.speaker is None and is_silent(parts, position)
    if status is not Status.BLAMED:
        return False
    reading = reading_of(parts[position])
    if {item.stance for item in accounts(reading)} == {DENIED}:
        return True
    if parties.accused is not None or not is_silent(parts, position):
        return False
    return any(is_victim(reading, item) for item in mentions(reading))


def _acts(reading: Reading, parties: Parties) -> list[ActSpan | None]:
    """The acts that are claimed, denied or laid to somebody: one, or all that are named together."""
    span = act_span(reading, parties.at, parties.act) if parties.act != UNTOLD else None
    if span is None:
        return [None]
    every = [span, *(further_acts(reading, span) or further_deeds(reading, span))]
    return [replace(one, beside=tuple(other for other in every if other is not one)) for one in every]


def _context(
    document: Document,
    parts: Sequence[Sentence],
    position: int,
    records: Sequence[Claim],
    speaker: Party | None,
    own: bool,
) -> Context:
    def heard(place: int, paragraph: bool = False) -> str:
        if not 0 <= place < len(parts) or (paragraph and parts[place].paragraph != parts[position].paragraph):
            return ""
        return _heard(reading_of(parts[place]))

    return Context(
        before=tuple(heard(place) for place in range(position - 1, max(-1, position - 1 - _RECALL), -1)),
        near=(heard(position - 1, paragraph=True), heard(position + 1, paragraph=True)),
        behind=heard(position + 1),
        opening=" ".join(
            [*(heard(place) for place in range(_OPENING) if place != position), document.genre, _plain(document.title)]
        ),
        earlier=_earlier(speaker, parts[position].number, records),
        own=own,
        single=speaker is not None and speaker.mention.text.lower() in ONE_PERSON,
    )


def _earlier(speaker: Party | None, number: int, records: Sequence[Claim]) -> int:
    """The channel by which the same claimant claimed something shortly before; a note or a video speaks of one act."""
    for record in reversed(records if speaker is not None else ()):
        if number - record.sentence > _LASTS:
            break
        if record.status is not Status.CLAIMED or record.claimant is None or record.mode in {OTHER, UNKNOWN}:
            continue
        if record.mode in {NOTE, VIDEO} and number - record.sentence > _LASTS_OF_ONE:
            continue
        if speaker is not None and same_party(record.claimant.name.text, speaker.name.text):
            return record.mode
    return UNKNOWN


def _further(reading: Reading, at: int) -> list[int]:
    """Later words of claiming in the same sentence; no more than a sentence of prose has, for each is looked into.

    Left out are those that tell what others did or what is, "claiming that police tortured him", "claim that there is
    no link", and gerunds behind a preposition, whose subject is another verb's: "tortured him into confessing".
    """
    told: dict[int, int] = {}
    for item in statements_of(reading):
        told[item.verb] = max(weigh(item), told.get(item.verb, 0))
    verbs = reading.positions(W.AVOW | W.CONFESS)
    later = (
        place
        for place in verbs
        if place > at + 3
        and told.get(place, not _of_no_act(reading, place))
        and not reading.negated(place)
        and not (reading.forms[place].endswith("ing") and reading.forms[place - 1] in PREPOSITIONS)
    )
    return list(islice(later, _FURTHER))


def _of_no_act(reading: Reading, at: int) -> bool:
    """Whether somebody claims that something is so, in which no act of the claimant's was found, or lives."""
    if not reading.forms[at].startswith("claim"):
        return False
    return reading.forms[at + 1 : at + 2] == ("that",) or takes_lives(reading, at)


def _first_person(reading: Reading, start: int) -> bool:
    for token, mask in zip(reading.tokens, reading.masks, strict=True):
        if token.start == start:
            return bool(mask & FIRST)
    return False


def _told_act(document: Document, parts: Sequence[Sentence], position: int, span: ActSpan | None) -> ToldAct:
    """What may tell the kind of a sentence's act; of another time than now, no sentence beside it does."""
    reading = reading_of(parts[position])
    before = [_forms(reading_of(parts[at])) for at in range(position - 1, max(-1, position - 1 - BEFORE), -1)]
    act, texts = "", [_forms(reading), *before]
    if span is not None:
        act = _plain(parts[position].text[span.start : span.end])
        texts = own_words(reading, span, before)
    sentence, *told = texts
    beside = bool(told) or not before
    behind = parts[position + 1 : position + 1 + BEHIND] if beside else []
    around = range(max(0, position - NEAR), min(len(parts), position + 1 + NEAR)) if beside else range(0)
    return ToldAct(
        act=act,
        sentence=sentence,
        before=tuple(told),
        behind=tuple(_forms(reading_of(item)) for item in behind),
        title=_plain(document.title),
        around=tuple(sentence if at == position else _forms(reading_of(parts[at])) for at in around) or (sentence,),
        rule=act_kind([act, *texts] if act else texts),
    )


def _heard(reading: Reading) -> str:
    """The forms; in names, those that are also words of channels in capitals, so that they are not taken for these."""
    if reading.names > reading.small:
        return _forms(reading)
    pairs = zip(reading.forms, reading.raws, strict=True)
    return line_of(
        [
            form.upper() if at and raw[:1].isupper() and form in NAMES and reading.forms[at - 1].isalpha() else form
            for at, (form, raw) in enumerate(pairs)
        ]
    )


def _forms(reading: Reading) -> str:
    return line_of(reading.forms)


def _plain(text: str) -> str:
    from avow.terms import words

    return " ".join(words(text))
