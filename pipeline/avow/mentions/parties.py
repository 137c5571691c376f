"""Who speaks in a sentence and whom a phrase stands for, given weights for the features of phrases."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, product

from avow.cues import Reading, read
from avow.cues.accounts.people import LAWYERS
from avow.cues.grammar import grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.sayings import Saying
from avow.cues.statements import Kind
from avow.mentions.antecedents import (
    Place,
    antecedent_features,
    clause_places,
    may_stand_for,
    needs_antecedent,
    plausible,
)
from avow.mentions.joint import together
from avow.mentions.naming import name_from, named_after, named_before
from avow.mentions.own_voice import HEARD, OPENING, first_person, may_be_ours, sender, speaks_for
from avow.mentions.phrases import Mention, head_word, is_named, mentions, shouted
from avow.mentions.roles import role_features, trigger
from avow.mentions.speaking import acting, spoken_for
from avow.mentions.stated import Found, accused_in, stated, told_by
from avow.mentions.whole import addressed, may_be_party, whole_phrase
from avow.records import Party, Sentence, Span, Status

Scorer = Callable[[str, Iterable[str]], float]
"""How well a candidate fits a role, from its features; only differences mean something."""
_REACH = 12
_APPOSED = 6
"""Tokens behind a name within which it is said for whom somebody speaks."""
_ACCUSED_WITHIN = 2
"""How many sentences before a denial an accusation may stand that it answers."""
_LAWYERS = LAWYERS - {"defence", "defense"}
"""Without those that ministries have."""
_LAW = word_set(
    "police policeman policemen officer officers detective detectives investigator investigators prosecutor prosecutors "
    "official officials authorities magistrate judge court inspector sheriff"
)
"""To whom others confess."""
_PERSONAL = frozenset({"he", "she", "i"})
_SOME = word_set("one two three four five six some several many another")
_SO, _DID = frozenset({"as", "so"}), frozenset({"did", "does", "do", "has", "have", "had"})
_RECIPROCAL = frozenset({("each", "other"), ("one", "another")})
_SUSPECTED = re.compile(r"(?:suspected|alleged)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def reading_of(sentence: Sentence) -> Reading:
    """A sentence's reading, remembered for the sentences around.

    Args:
        sentence: The sentence.

    Returns:
        Its reading.
    """
    return read(sentence)


@lru_cache(maxsize=4096)
def places_of(sentence: Sentence, position: int) -> tuple[Place, ...]:
    """The phrases of a sentence that can be an antecedent.

    Args:
        sentence: The sentence.
        position: Its position in the document.

    Returns:
        Names and descriptions in order.
    """
    reading = reading_of(sentence)
    return tuple(clause_places(reading, position))


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
        mention = given.speaker
        if mention is None and not given.alone:
            mention = best(reading, every, "speaker", status, at, score)
        if mention is not None:
            spoken = mention
            speaker = _denying(sentences, position, mention, score) if status is Status.DENIED else None
            confesses = status is Status.CLAIMED and (
                given.rule == Kind.CONFESSES or bool(reading.masks[at] & W.CONFESS)
            )
            speaker = speaker or resolve(sentences, position, mention, score, confesses=confesses)
            author = (
                sender(sentences, position, reading_of) if status is Status.CLAIMED and given.speaker is None else None
            )
            if author is not None and mention.form not in {"we", "i"}:
                speaker = Party(_span(sentences[author.sentence], author.mention), speaker.mention)
    if status in {Status.BLAMED, Status.SUSPECTED}:
        mention = charged = _charged(reading, every, given, status, at, score)
        if mention is not None and (speaker is None or _span(sentence, mention) != speaker.mention):
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
    """Who is accused: as the grammar tells, else the phrase that fits best."""
    if given.accused is not None or given.nameless:
        return given.accused
    return best(reading, every, "accused", status, at, score)


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
    spans = [_span(sentence, other) for other in named]
    for other, span in zip(named, spans, strict=True):
        if needs_antecedent(reading_of(sentence), other):
            # "The Front and the Brigade": neither stands for the other.
            told = Party(span, span)
        else:
            told = party if other is item else resolve(sentences, position, other, score)
            if any(each is not span and _overlap(each, told.name) for each in spans):
                # "Hamas, Islamic Jihad and": the second is no other name of the first.
                told = Party(span, span)
        full = _in_full(sentence, other, told)
        # What stands before one of them may be another one, and no description of it.
        whole = not any(each is not span and _overlap(each, full.mention) for each in spans)
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


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def best(
    reading: Reading, every: Sequence[Mention], role: str, status: Status, at: int, score: Scorer
) -> Mention | None:
    """The phrase that fits a role best.

    Args:
        reading: The sentence.
        every: Its phrases.
        role: ``speaker`` or ``accused``.
        status: What the sentence says.
        at: The token that says it.
        score: Weighs features.

    Returns:
        The phrase, or ``None`` where there is none.
    """
    chosen, highest = None, -math.inf
    for item, names in zip(every, role_features(reading, every, role, status, at), strict=True):
        if (role == "speaker" and addressed(reading, item.start)) or not may_be_party(reading, item):
            continue
        value = score(role, names)
        if value > highest:
            chosen, highest = item, value
    return chosen


def antecedents(sentences: Sequence[Sentence], position: int, item: Mention) -> list[Place]:
    """The phrases that a pronoun or a description may stand for.

    Args:
        sentences: All sentences of the document.
        position: Where the phrase stands.
        item: The phrase.

    Returns:
        Names and descriptions before it within reach; for the first person, which a signature explains, also those of
        the last sentences.
    """
    found: list[Place] = []
    own = item.form in {"we", "i"} and item.kind in {"pronoun", "possessive"}
    first = max(0, position - (HEARD if own else _REACH))
    opening = range(min(OPENING, first)) if own else ()
    for number in (*opening, *range(first, position + 1)):
        found.extend(
            place
            for place in places_of(sentences[number], number)
            if number < position or place.mention.end <= item.start
        )
    if own:
        for number in range(max(position + 1, len(sentences) - 2), len(sentences)):
            found.extend(places_of(sentences[number], number))
    reading = reading_of(sentences[position])
    return [
        place
        for place in found
        if not _same_words(place, item, reading) and (place.reading is reading or not _points_back(place))
    ]


def _same_words(place: Place, item: Mention, reading: Reading) -> bool:
    """Whether two phrases point back by the same words, of which neither tells more than the other."""
    if place.mention.kind != "description" or item.kind != "description":
        return False
    same = _without_article(place.text) == _without_article(reading.text[item.first : item.last])
    return same and needs_antecedent(place.reading, place.mention)


def _without_article(text: str) -> str:
    return text.lower().removeprefix("the ")


def _points_back(place: Place) -> bool:
    """Whether a phrase only points back itself; "the Front" in mid-sentence is a name, "the rebel group" says what it is."""
    if head_word(place.text) != _without_article(place.text):
        return False
    return needs_antecedent(place.reading, place.mention) and not _is_capital(place.reading, place.mention)


def resolve(
    sentences: Sequence[Sentence],
    position: int,
    item: Mention,
    score: Scorer,
    *,
    quoted: bool = True,
    confesses: bool = False,
    ours: bool = False,
) -> Party:
    """The name that a phrase stands for.

    Args:
        sentences: All sentences of the document.
        position: Where the phrase stands.
        item: The phrase.
        score: Weighs features.
        quoted: Whether what is quoted may name it: not who says what is quoted.
        confesses: Whether it is who confesses: not the police, if anybody else can be.
        ours: Whether it is who says "we": of a group's spokesman, the group.

    Returns:
        The party; its name is the phrase itself where nothing better was found or needed.
    """
    sentence = sentences[position]
    mention = _span(sentence, item)
    reading = reading_of(sentence)
    itself = _told_of_itself(sentence, item, mention)
    if itself is not None:
        return itself
    if not needs_antecedent(reading, item):
        whole = _named_by(reading, item) or named_before(reading, item) or named_after(reading, item)
        whole = whole or spoken_for(reading, item)
        owner = _owner(reading, item) if whole is None else None
        if owner is not None:
            return Party(resolve(sentences, position, owner, score, quoted=quoted).name, mention)
        told = _body_behind(sentences, position, item, score) if whole is None else None
        if told is not None:
            return Party(told, mention)
        return Party(_span(sentence, whole), mention) if whole is not None else Party(mention, mention)
    if item.form in {"we", "i"}:
        place = first_person(sentences, position, item, reading_of)
        if place is None:
            candidates = [found for found in antecedents(sentences, position, item) if may_be_ours(found)]
            place = _likeliest(Place(position, reading, item, mention.text), candidates, score)
            return _named_in(sentences, place and speaks_for(place), mention)
        if place.mention.kind in {"pronoun", "possessive"} or needs_antecedent(place.reading, place.mention):
            found = resolve(sentences, place.sentence, place.mention, score, quoted=False, ours=item.form == "we")
            return Party(found.name if found.resolved else mention, mention)
        theirs = _body_of(sentences, place, score) if item.form == "we" else None
        return Party(theirs, mention) if theirs is not None else _named_in(sentences, place, mention)
    teller = told_by(reading, item, confesses=confesses)
    if teller is not None:
        return Party(resolve(sentences, position, teller, score).name, mention)
    place = _antecedent(sentences, position, item, score, quoted=quoted, confesses=confesses)
    speaks = ours or item.form not in _PERSONAL
    body = spoken_for(place.reading, place.mention) if place is not None and speaks else None
    if place is not None and body is not None:
        # "A man identifying himself as a Front spokesman said the group claimed": the group is the Front.
        return Party(_span(sentences[place.sentence], body), mention)
    if place is not None and place.mention.kind == "description" and needs_antecedent(place.reading, place.mention):
        # "The group" is the Karshan group, which is the Front.
        return Party(resolve(sentences, place.sentence, place.mention, score).name, mention)
    return _named_in(sentences, place, mention)


def _body_of(sentences: Sequence[Sentence], place: Place, score: Scorer) -> Span | None:
    """The body that who says "we" speaks for, as the words around the name say: "said Ivo Marek, a Front spokesman"."""
    named = spoken_for(place.reading, place.mention)
    if named is not None:
        return _span(sentences[place.sentence], named)
    return _body_behind(sentences, place.sentence, place.mention, score)


def _body_behind(sentences: Sequence[Sentence], position: int, item: Mention, score: Scorer) -> Span | None:
    """The body named before that somebody speaks for by the words behind the name; ``None`` where none is found."""
    pointing = _spoken_for_before(reading_of(sentences[position]), item)
    found = None if pointing is None else resolve(sentences, position, pointing, score, quoted=False)
    if pointing is None or found is None or not found.resolved or found.name == _span(sentences[position], item):
        return None
    return found.name


def _spoken_for_before(reading: Reading, item: Mention) -> Mention | None:
    """The phrase behind a name that points back to whom somebody speaks for: "Ivo Marek, the group's spokesman"."""
    grammar = grammar_of(reading)
    first, stop = item.end + 1, min(item.end + 1 + _APPOSED, grammar.count)
    if item.kind != "name" or reading.forms[item.end : first] != (",",):
        return None
    spokes = next((at for at in range(first, stop) if reading.forms[at].startswith("spokes")), -1)
    if spokes < 0 or any(tag not in "DOJ" for tag in grammar.tags[first:spokes]):
        return None
    joined = reading.forms[spokes + 1 : spokes + 2] in {("for",), ("of",)}
    for other in mentions(reading):
        near = first <= other.start < spokes or (joined and spokes + 1 < other.start <= spokes + 3)
        if near and other.form not in {"we", "i"} and needs_antecedent(reading, other):
            return other
    return None


def _antecedent(
    sentences: Sequence[Sentence], position: int, item: Mention, score: Scorer, *, quoted: bool, confesses: bool
) -> Place | None:
    """The phrase before that a pronoun of the third person, or "the group", stands for; ``None`` where it is a name."""
    sentence = sentences[position]
    mention, reading = _span(sentence, item), reading_of(sentence)
    candidates = antecedents(sentences, position, item)
    if not quoted:
        candidates = [place for place in candidates if not place.reading.quoted[place.mention.start]]
    if confesses:
        candidates = [place for place in candidates if not _is_law(place)] or candidates
    if item.kind not in {"pronoun", "possessive"}:
        # "the front" stands for a name that ends in Front where there is one.
        own = head_word(mention.text)
        names = [place for place in candidates if place.mention.kind == "name"]
        named = [place for place in names if head_word(place.text) == own]
        if not named and _is_capital(reading, item):
            # "The Front" stands for no gunmen: it is a name, as it is where the document has no longer one.
            named = [place for place in names if own in place.text.lower().split()]
            if not named:
                return None
        candidates = named or candidates
    return _likeliest(Place(position, reading, item, mention.text), candidates, score)


def _is_law(place: Place) -> bool:
    """Whether a phrase names police, courts or officials, who report confessions."""
    return place.mention.form in _LAW or bool(place.reading.masks[place.mention.head] & W.OFFICIAL)


def _told_of_itself(sentence: Sentence, item: Mention, mention: Span) -> Party | None:
    """Who is "known as" somebody, and "one of them", who is nobody that was named."""
    reading = reading_of(sentence)
    if reading.forms[item.end : item.end + 1] == ("known",):
        known = named_after(reading, item)
        if known is not None:
            return Party(_span(sentence, known), mention)
    at = item.start - 2
    if at < 0 or item.kind != "pronoun" or reading.forms[at + 1] != "of" or reading.forms[at] not in _SOME:
        return None
    start = reading.tokens[at].start
    some = Span(sentence.start + start, sentence.start + item.last, sentence.text[start : item.last])
    return Party(some, some)


def _denying(sentences: Sequence[Sentence], position: int, item: Mention, score: Scorer) -> Party | None:
    """Who denies where that is not who speaks: a lawyer's client, or whom "the group" or a pronoun was accused as."""
    sentence = sentences[position]
    client = _client(reading_of(sentence), item) or _owner(reading_of(sentence), item)
    accused = _accused_before(sentences, position, client or item, score)
    if client is None:
        return accused
    found = accused or resolve(sentences, position, client, score)
    return Party(found.name, _span(sentence, item)) if found.resolved or client.kind == "name" else None


def _accused_before(sentences: Sequence[Sentence], position: int, item: Mention, score: Scorer) -> Party | None:
    """The party that was accused just before, where a pronoun or "the group" denies: it is not the accuser who does."""
    reading = reading_of(sentences[position])
    if item.form in {"we", "i"} or not needs_antecedent(reading, item):
        return None
    pointing = Place(position, reading, item, reading.text[item.first : item.last])
    for number in range(position, max(-1, position - 1 - _ACCUSED_WITHIN), -1):
        before = reading_of(sentences[number])
        for other in accused_in(before):
            place = Place(number, before, other, before.text[other.first : other.last])
            if (number < position or other.end <= item.start) and may_stand_for(pointing, place):
                # "The Front" that the army accuses is not the army.
                own = _span(sentences[number], other)
                name = own if other.kind == "name" else resolve(sentences, number, other, score).name
                return Party(name, _span(sentences[position], item))
    return None


def _named_in(sentences: Sequence[Sentence], place: Place | None, mention: Span) -> Party:
    """The party that another phrase of the document names; the phrase itself where there is none."""
    return Party(mention if place is None else _span(sentences[place.sentence], place.mention), mention)


def _likeliest(pointing: Place, candidates: Sequence[Place], score: Scorer) -> Place | None:
    """The candidate that fits best."""
    candidates = plausible(pointing, candidates)
    chosen, highest = None, -math.inf
    for place, names in zip(candidates, antecedent_features(pointing, candidates), strict=True):
        value = score("antecedent", names)
        if value > highest:
            chosen, highest = place, value
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
    return Party(_span(sentence, group), _span(sentence, item))


def _in_full(sentence: Sentence, item: Mention, party: Party) -> Party:
    """A party whose words in the sentence are the whole phrase that its name was cut from."""
    if party.mention != _span(sentence, item):
        return party
    reading = reading_of(sentence)
    named = named_after(reading, item)
    if named is not None and _span(sentence, named) == party.name:
        # "A hacker known as Wren".
        whole = whole_phrase(reading, named)
        if whole.start <= item.start:
            return Party(party.name, _span(sentence, whole))
    return Party(party.name, _span(sentence, whole_phrase(reading, item)))


def _is_capital(reading: Reading, item: Mention) -> bool:
    """Whether a description is written as a name where small letters are usual."""
    return not shouted(reading) and item.head > 0 and reading.raws[item.head][:1].isupper()


def _owner(reading: Reading, item: Mention) -> Mention | None:
    """The possessive that tells for whom somebody speaks: "its" of "its spokesman"."""
    if not reading.masks[item.head] & W.SPOKES or not reading.forms[item.head].startswith("spokes"):
        return None
    first = max(0, item.start - 1)
    owners = (own for own in mentions(reading) if own.kind == "possessive" and first <= own.start < item.head)
    return next((own for own in owners if own.form in {"it", "they"}), None)


def _named_by(reading: Reading, item: Mention) -> Mention | None:
    """The group that members or a spokesman stand for: "guerrillas of the Front", "a spokesman for the Front"."""
    if item.kind != "description" or not reading.masks[item.head] & (W.MEMBER | W.GROUP | W.CALLER):
        if not reading.forms[item.head].startswith("spokes"):
            return None
    return _name_behind(reading, item.end)


def _name_behind(reading: Reading, end: int) -> Mention | None:
    """The name that "of", "for" or "from" joins to a phrase that ends there."""
    if reading.forms[end : end + 1] not in {("of",), ("for",), ("from",)}:
        return None
    capitals = shouted(reading)
    for other in mentions(reading):
        if end < other.start <= end + 2 and (other.kind == "name" or (capitals and other.kind == "description")):
            return other
    return None


def _client(reading: Reading, item: Mention) -> Mention | None:
    """For whom a lawyer denies: "Ruiz" of "Ruiz's lawyer" and "the lawyer for Ruiz", "his" of "his lawyer"."""
    at = next((place for place in range(item.start, item.end) if reading.forms[place] in _LAWYERS), -1)
    if at < 0:
        return None
    if reading.forms[at + 1 : at + 2] in {("for",), ("of",)}:
        return _name_behind(reading, at + 1) or name_from(grammar_of(reading), at + 2)
    owner = at - 1
    ending = "'s" if at and reading.forms[owner].endswith("'s") else ""
    if not ending:
        own = (other for other in mentions(reading) if other.kind == "possessive" and other.start == owner)
        return next(own, None)
    if not reading.raws[owner][:1].isupper():
        return None
    start = owner
    while start > 0 and is_named(reading, start - 1):
        start -= 1
    first, last = reading.tokens[start].start, reading.end_of(owner) - len(ending)
    return Mention(start, at, owner, "name", reading.forms[owner].removesuffix(ending), first, last)


def _span(sentence: Sentence, item: Mention) -> Span:
    return Span(sentence.start + item.first, sentence.start + item.last, sentence.text[item.first : item.last])
