"""Who speaks in a sentence and whom a phrase stands for, given weights for the features of phrases."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from avow.cues import Reading
from avow.cues.grammar import grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.sayings import Saying
from avow.cues.statements import Kind
from avow.mentions.antecedents import needs_antecedent
from avow.mentions.denying import who_denies
from avow.mentions.given import TRUST, candidates, may_be_nobody, nobody_features, overlap, said_in
from avow.mentions.joint import together
from avow.mentions.naming import name_from, named_after
from avow.mentions.own_voice import sender
from avow.mentions.phrases import mentions
from avow.mentions.readings import reading_of, span_of
from avow.mentions.resolving import Scorer, resolve
from avow.mentions.roles import is_victim, role_features, trigger
from avow.mentions.runs import Mention
from avow.mentions.speaking import acting
from avow.mentions.stated import Found, stated
from avow.mentions.whole import addressed, may_be_party, whole_phrase
from avow.records import Party, Sentence, Status

_SO, _DID = frozenset({"as", "so"}), frozenset({"did", "does", "do", "has", "have", "had"})
_RECIPROCAL = frozenset({("each", "other"), ("one", "another")})
_SUSPECTED = re.compile(r"(?:suspected|alleged)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who was found in a sentence.

    Attributes:
        speaker: Who claims, denies or accuses.
        accused: Who is blamed or suspected.
        at: The token that says it.
        act: The token of the act, -1 where the grammar finds none, ``UNTOLD`` where the sentence names none.
        speakers: All that the sentence names together as speakers, in order; the one above among them.
        accused_all: Likewise all that it names together as accused.
        rule: The name of the grammar's rule that found them; empty where none did.
        nameless: Whether whom it accuses is told by words that name nobody, so that it accuses nobody.
    """

    speaker: Party | None
    accused: Party | None
    at: int
    act: int = -1
    speakers: tuple[Party, ...] = ()
    accused_all: tuple[Party, ...] = ()
    rule: str = ""
    nameless: bool = False

    def told_apart(self) -> list[Parties]:
        """Each speaker with each of the accused who is somebody else."""
        return [
            replace(self, speaker=speaker, accused=accused)
            for speaker, accused in product(self.speakers or (self.speaker,), self.accused_all or (self.accused,))
            if speaker is None or speaker != accused
        ]


def find_parties(
    sentences: Sequence[Sentence],
    position: int,
    status: Status,
    found: Sequence[Saying],
    score: Scorer,
    *,
    between: tuple[int, int] | None = None,
) -> Parties:
    """The speaker and the accused of a sentence.

    Args:
        sentences: All sentences of the document.
        position: Which one.
        status: What it says.
        found: The patterns of the sentence.
        score: Weighs features.
        between: For a second claim in the sentence: its speaker stands behind the first word of claiming, which is
            given with the second one.

    Returns:
        What was found.
    """
    sentence = sentences[position]
    reading = reading_of(sentence)
    every = mentions(reading)
    at = trigger(reading, status, found) if between is None else between[1]
    if between is not None:
        every = tuple(item for item in every if item.start > between[0] and item.kind != "possessive")
    given = stated(reading, status) if between is None else Found()
    at = given.at if given.at >= 0 else at
    speaker = accused = spoken = charged = None
    if status is not Status.UNCLAIMED:
        mention = best(reading, every, "speaker", status, at, score, given)
        if mention is not None:
            spoken = mention
            speaker = who_denies(sentences, position, mention, score) if status is Status.DENIED else None
            confesses = status is Status.CLAIMED and (
                given.rule == Kind.CONFESSES or bool(reading.masks[at] & W.CONFESS)
            )
            speaker = speaker or resolve(sentences, position, mention, score, confesses=confesses)
            author = (
                sender(sentences, position, reading_of) if status is Status.CLAIMED and given.speaker is None else None
            )
            if author is not None and mention.form not in {"we", "i"}:
                speaker = Party(span_of(sentences[author.sentence], author.mention), speaker.mention)
    if status in {Status.BLAMED, Status.SUSPECTED}:
        mention = charged = _charged(reading, every, given, status, at, score)
        if mention is not None and (speaker is None or span_of(sentence, mention) != speaker.mention):
            accused = resolve(sentences, position, mention, score)
            if speaker is not None and accused.name == speaker.name:
                # Whom somebody accuses is somebody else.
                accused = Party(accused.mention, accused.mention)
        if accused is None and speaker is not None and _SUSPECTED.match(speaker.mention.text):
            # "Suspected rebels kill six": nobody is named who suspects.
            speaker, accused = None, speaker
            spoken, charged = None, spoken
    if speaker is not None and spoken is not None:
        speaker = _in_full(sentence, spoken, _acting(sentence, status, spoken, speaker, at))
    if accused is not None and charged is not None:
        accused = _in_full(sentence, charged, accused)
    # Of several verbs of saying the one that claims tells who claims together.
    speakers = _beside(sentences, position, spoken, speaker, max(at, given.verb), score)
    told = {party.name for party in speakers}
    charged_all = _beside(sentences, position, charged, accused, at, score)
    charged_all = tuple(party for party in charged_all if party.name not in told)
    unnamed = status is Status.SUSPECTED
    if given.nameless:
        mutual = any(pair in _RECIPROCAL for pair in pairwise(reading.forms))
        charged_all = speakers if mutual and len(speakers) > 1 else ()
        # "Zamor and Karsh accused each other" names both, though not apart where a sentence opens.
        unnamed = unnamed or not (mutual and "and" in reading.forms[:at])
    nameless = accused is None and not charged_all and unnamed
    return Parties(speaker, accused, at, given.act, speakers, charged_all, given.rule, nameless)


def _charged(
    reading: Reading, every: Sequence[Mention], given: Found, status: Status, at: int, score: Scorer
) -> Mention | None:
    """Who is accused: the phrase that fits best; a name, where it is of victims and no word of the grammar's."""
    if given.nameless:
        return given.accused
    found = best(reading, every, "accused", status, at, score, given)
    if found is not None and found != given.accused and is_victim(reading, found):
        named = [item for item in every if item.kind == "name" and not is_victim(reading, item)]
        return best(reading, named, "accused", status, at, score, given._replace(accused=None))
    return found


def _beside(
    sentences: Sequence[Sentence], position: int, item: Mention | None, party: Party | None, at: int, score: Scorer
) -> tuple[Party, ...]:
    """All that a sentence names together with a party, that one as it was resolved."""
    if item is None or party is None:
        return ()
    sentence = sentences[position]
    also = _so_did(reading_of(sentence), item, at)
    named = (*together(reading_of(sentence), item, at), *([also] if also is not None else []))
    if named == (item,):
        return (party,)
    found: list[Party] = []
    spans = [span_of(sentence, other) for other in named]
    for other, span in zip(named, spans, strict=True):
        if needs_antecedent(reading_of(sentence), other):
            # "The Front and the Brigade": neither stands for the other.
            told = Party(span, span)
        else:
            told = party if other is item else resolve(sentences, position, other, score)
            if any(each is not span and overlap(each, told.name) for each in spans):
                # "Hamas, Islamic Jihad and": the second is no other name of the first.
                told = Party(span, span)
        full = _in_full(sentence, other, told)
        # What stands before one of them may be another one, and no description of it.
        whole = not any(each is not span and overlap(each, full.mention) for each in spans)
        found.append(full if whole else Party(told.name, span))
    return tuple(found)


def _so_did(reading: Reading, item: Mention, at: int) -> Mention | None:
    """Who is said to do as somebody does, behind it: "the Brigade claimed the raid, as did the Front"."""
    forms = reading.forms
    for place in range(max(at, item.end) + 1, len(forms) - 2):
        if forms[place] in _SO and forms[place + 1] in _DID:
            found = name_from(grammar_of(reading), place + 2)
            return None if found is None or found.start < item.end else found
    return None


def best(
    reading: Reading,
    every: Sequence[Mention],
    role: str,
    status: Status,
    at: int,
    score: Scorer,
    given: Found,
) -> Mention | None:
    """The phrase that fits a role best.

    Args:
        reading: The sentence.
        every: Its phrases.
        role: ``speaker`` or ``accused``.
        status: What the sentence says.
        at: The token that says it.
        score: Weighs features.
        given: What the grammar finds.

    Returns:
        The phrase, or ``None`` where there is none.
    """
    nobody = may_be_nobody(role, given)
    chosen, highest = None, score(role, nobody_features(role, status, given)) if nobody else -math.inf
    said = said_in(role, given)
    every = candidates(every, said)
    for item, names in zip(every, role_features(reading, every, role, status, at, given), strict=True):
        heard = role == "speaker" and addressed(reading, item.start)
        if item != said and (heard or not may_be_party(reading, item)):
            continue
        value = score(role, names) + TRUST * (item == said)
        if value > highest:
            chosen, highest = item, value
    return chosen


def _acting(sentence: Sentence, status: Status, item: Mention, party: Party, at: int) -> Party:
    """The group that a caller, a message or a member owns or disowns a deed for, in the third person."""
    reading = reading_of(sentence)
    own = reading.masks[item.head] & (W.GROUP | W.INSURGENT)
    if status not in {Status.CLAIMED, Status.DENIED} or item.form in {"we", "i"} or (own and item.kind == "name"):
        return party
    if status is Status.DENIED and item.kind in {"name", "description"} and not reading.masks[item.head] & W.SPOKES:
        return party
    group = acting(reading, at)
    if group is None or (group.start < item.end and item.start < group.end):
        return party
    return Party(span_of(sentence, group), span_of(sentence, item))


def _in_full(sentence: Sentence, item: Mention, party: Party) -> Party:
    """A party whose words in the sentence are the whole phrase that its name was cut from."""
    if party.mention != span_of(sentence, item):
        return party
    reading = reading_of(sentence)
    named = named_after(reading, item)
    if named is not None and span_of(sentence, named) == party.name:
        # "A hacker known as Wren".
        whole = whole_phrase(reading, named)
        if whole.start <= item.start:
            return Party(party.name, span_of(sentence, whole))
    return Party(party.name, span_of(sentence, whole_phrase(reading, item)))
