"""The name that a phrase stands for."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from avow.cues import Reading
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.mentions.antecedents import antecedent_features, needs_antecedent, plausible
from avow.mentions.heads import head_word
from avow.mentions.naming import named_after, named_before
from avow.mentions.own_voice import HEARD, OPENING, first_person, may_be_ours, speaks_for
from avow.mentions.places import Place
from avow.mentions.readings import places_of, reading_of, span_of
from avow.mentions.runs import Mention
from avow.mentions.speaking import named_by, owner_of, spoken_for, spoken_for_before
from avow.mentions.stated import told_by
from avow.mentions.written import shouted
from avow.records import Party, Sentence, Span

Scorer = Callable[[str, Iterable[str]], float]
"""How well a candidate fits a role, from its features; only differences mean something."""
_REACH = 12
_LAW = word_set(
    "police policeman policemen officer officers detective detectives investigator investigators prosecutor prosecutors "
    "official officials authorities magistrate judge court inspector sheriff"
)
"""To whom others confess."""
ONE_PERSON = frozenset({"he", "she", "i"})
_SOME = word_set("one two three four five six some several many another")


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
    mention = span_of(sentence, item)
    reading = reading_of(sentence)
    itself = _told_of_itself(sentence, item, mention)
    if itself is not None:
        return itself
    if not needs_antecedent(reading, item):
        whole = named_by(reading, item) or named_before(reading, item) or named_after(reading, item)
        whole = whole or spoken_for(reading, item)
        owner = owner_of(reading, item) if whole is None else None
        if owner is not None:
            return Party(resolve(sentences, position, owner, score, quoted=quoted).name, mention)
        told = _body_behind(sentences, position, item, score) if whole is None else None
        if told is not None:
            return Party(told, mention)
        return Party(span_of(sentence, whole), mention) if whole is not None else Party(mention, mention)
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
    speaks = ours or item.form not in ONE_PERSON
    body = spoken_for(place.reading, place.mention) if place is not None and speaks else None
    if place is not None and body is not None:
        # "A man identifying himself as a Front spokesman said the group claimed": the group is the Front.
        return Party(span_of(sentences[place.sentence], body), mention)
    if place is not None and place.mention.kind == "description" and needs_antecedent(place.reading, place.mention):
        # "The group" is the Karshan group, which is the Front.
        return Party(resolve(sentences, place.sentence, place.mention, score).name, mention)
    return _named_in(sentences, place, mention)


def _body_of(sentences: Sequence[Sentence], place: Place, score: Scorer) -> Span | None:
    """The body that who says "we" speaks for, as the words around the name say: "said Ivo Marek, a Front spokesman"."""
    named = spoken_for(place.reading, place.mention)
    if named is not None:
        return span_of(sentences[place.sentence], named)
    return _body_behind(sentences, place.sentence, place.mention, score)


def _body_behind(sentences: Sequence[Sentence], position: int, item: Mention, score: Scorer) -> Span | None:
    """The body named before that somebody speaks for by the words behind the name; ``None`` where none is found."""
    pointing = spoken_for_before(reading_of(sentences[position]), item)
    found = None if pointing is None else resolve(sentences, position, pointing, score, quoted=False)
    if pointing is None or found is None or not found.resolved or found.name == span_of(sentences[position], item):
        return None
    return found.name


def _antecedent(
    sentences: Sequence[Sentence], position: int, item: Mention, score: Scorer, *, quoted: bool, confesses: bool
) -> Place | None:
    """The phrase before that a pronoun of the third person, or "the group", stands for; ``None`` where it is a name."""
    sentence = sentences[position]
    mention, reading = span_of(sentence, item), reading_of(sentence)
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
    behind = item.end + (reading.forms[item.end : item.end + 1] == (",",))
    if reading.forms[behind : behind + 1] == ("known",):
        known = named_after(reading, item)
        if known is not None:
            return Party(span_of(sentence, known), mention)
    at = item.start - 2
    if at < 0 or item.kind != "pronoun" or reading.forms[at + 1] != "of" or reading.forms[at] not in _SOME:
        return None
    start = reading.tokens[at].start
    some = Span(sentence.start + start, sentence.start + item.last, sentence.text[start : item.last])
    return Party(some, some)


def _named_in(sentences: Sequence[Sentence], place: Place | None, mention: Span) -> Party:
    """The party that another phrase of the document names; the phrase itself where there is none."""
    return Party(mention if place is None else span_of(sentences[place.sentence], place.mention), mention)


def _likeliest(pointing: Place, candidates: Sequence[Place], score: Scorer) -> Place | None:
    """The candidate that fits best."""
    candidates = plausible(pointing, candidates)
    chosen, highest = None, -math.inf
    for place, names in zip(candidates, antecedent_features(pointing, candidates), strict=True):
        value = score("antecedent", names)
        if value > highest:
            chosen, highest = place, value
    return chosen


def _is_capital(reading: Reading, item: Mention) -> bool:
    """Whether a description is written as a name where small letters are usual."""
    return not shouted(reading) and item.head > 0 and reading.raws[item.head][:1].isupper()
