"""The noun phrases of a sentence, by rule: names, descriptions and pronouns, in mixed case and in capitals.

No part-of-speech tagger is needed: a phrase is a run of words between function words, verbs and punctuation, and a
name a run that begins with capitals. In text that is all capitals, every run is a description that may be a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from avow.cues import Reading
from avow.cues.grammar import grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.tags import PREPOSITIONS, Tag
from avow.mentions.origins import ORIGINS
from avow.mentions.runs import FUNCTION, NOUN, PARTICIPLES, VERB, Mention, mention_from, phrases_in
from avow.mentions.written import CONNECTORS, DETERMINERS, in_name, is_named, shouted

_PRONOUNS = {
    **dict.fromkeys(("it", "itself"), "it"),
    **dict.fromkeys(("they", "them", "themselves"), "they"),
    **dict.fromkeys(("he", "him", "himself", "she", "herself"), "he"),
    **dict.fromkeys(("we", "us", "ourselves", "we've", "we're", "we'd", "we'll"), "we"),
    **dict.fromkeys(("i", "me", "myself", "i've", "i'm", "i'd", "i'll"), "i"),
    **dict.fromkeys(("others", "who"), "other"),
}
_POSSESSIVES = {"its": "it", "their": "they", "his": "he", "her": "he", "our": "we", "my": "i"}
_PARTS = frozenset("one two three four five some several many".split())
_OF_THEM = frozenset({("of", "the"), ("of", "these"), ("of", "those")})
_STANDING = frozenset("each both all some two three four five several many those".split())
"""Determiners that stand for people by themselves."""
_OPENING = frozenset({"both", "either", "neither"})
"""Words that open a list and belong to none of its names: "both Hamas and Islamic Jihad"."""
_PLACED = frozenset("in at near on from".split())
_LY_NOUNS = frozenset("family assembly ally monopoly supply".split())
PLURALS = frozenset({"men", "women", "people", "police", "youths"})
"""Plurals that tell of people, without the ending or with it."""
_VERB_ENDING = re.compile(r"(?:ed|ing)$")
_WORD = re.compile(r"\w")
_NO_VERBS = ("ss", "'s", "ers", "ors", "ists", "ians", "men")
_TELLING = frozenset(
    "points tweets protests speaks sees withdrew sought recalls remembers insists leans responds replies retorts".split()
)
"""What somebody does behind whose name they stand, though some are nouns too."""
_CLAUSE = 3
"""Words of a subject, a verb and an object."""
_MAXIMUM = 9


@lru_cache(maxsize=1024)
def mentions(reading: Reading) -> tuple[Mention, ...]:
    """The noun phrases of a sentence that may name somebody; those of the last sentences are remembered.

    Args:
        reading: The sentence.

    Returns:
        Phrases in order of their first token; a possessive pronoun is a phrase of its own.
    """
    capitals = shouted(reading)
    found: list[Mention] = []
    forms = reading.forms
    at = 0
    while at < len(forms):
        form = forms[at]
        if _is_pronoun(reading, at, capitals) or form in _POSSESSIVES:
            pronoun = form in _PRONOUNS
            person = _PRONOUNS[form] if pronoun else _POSSESSIVES[form]
            found.append(mention_from(reading, at, at + 1, at, "pronoun" if pronoun else "possessive", person))
            if pronoun:
                at += 1
                continue
        if form in _OPENING and not capitals and at + 1 < len(forms) and _inside(reading, at + 1, False, capitals):
            at += 1
            continue
        stop = _phrase_end(reading, at, capitals)
        if stop > at:
            end = _before_verb(reading, at, stop, capitals)
            found.extend(phrases_in(reading, at, end, capitals))
            # Behind a verb another phrase may begin.
            at = end + (end < stop)
        else:
            at += 1
    return tuple(found)


def _is_pronoun(reading: Reading, at: int, capitals: bool) -> bool:
    """Whether a word is a pronoun, and not "US" or "IT" in a sentence that is not all capitals."""
    raw = reading.tokens[at].raw
    return (
        reading.forms[at] in _PRONOUNS
        and at not in reading.numerals
        and (capitals or len(raw) == 1 or not raw.isupper())
    )


def _phrase_end(reading: Reading, at: int, capitals: bool) -> int:
    """The token after the phrase that begins here; the same token where none does."""
    forms = reading.forms
    start = at
    if forms[at] in _PARTS and forms[at + 1 : at + 3] in _OF_THEM:
        # "One of the surveyors", "some of those"; not "one of the Front's fighters", which names the Front too.
        whole = _phrase_end(reading, at + 2, capitals)
        if whole == at + 2:
            return at + 3 if forms[at + 2] != "the" else start
        return start if any(forms[here].endswith("'s") for here in range(at + 2, whole)) else whole
    if forms[at] in DETERMINERS:
        if not points(reading, at) and not capitals:
            return start
        at += 1
    begin = at
    while at < len(forms) and at - start < _MAXIMUM:
        if _inside(reading, at, at > start, capitals):
            at += 1
            continue
        if (
            forms[at] == "'"
            and at > begin
            and forms[at - 1].endswith("s")
            and at + 1 < len(forms)
            and is_named(reading, at + 1)
        ):
            # "Workers' Fist": the apostrophe of a plural.
            at += 1
            continue
        if not capitals and forms[at] == "and" and _joins_names(reading, begin, at):
            at += 1 + (forms[at + 1] == "the")
            continue
        if not capitals and at > begin and forms[at] in CONNECTORS and is_named(reading, at - 1):
            ahead = at + 1
            while ahead < len(forms) and forms[ahead] in CONNECTORS and ahead - at < 3:
                ahead += 1
            # "of" and "for" bind names; "in" and a bare "the" do not.
            if forms[at] not in {"in", "the"} and ahead < len(forms) and is_named(reading, ahead):
                at = ahead
                continue
        break
    return at if at > begin else start


def _before_verb(reading: Reading, start: int, stop: int, capitals: bool) -> int:
    """Where a phrase ends whose last word is a verb that the lexicon does not know: "an inquiry hears that"."""
    forms = reading.forms
    if start == 0 and not capitals and _opens_with_subject(reading, stop):
        return 1
    if capitals or stop - start < 2 or stop >= len(forms) or is_named(reading, stop - 1):
        return stop
    last, before = forms[stop - 1], forms[stop - 2]
    for at in range(start + 1, min(stop, start + 4)):
        if forms[at - 1] in _STANDING and grammar_of(reading).tags[at] == Tag.VERB:
            # "Each denied that", "the three claimed responsibility".
            return at
    if reading.masks[stop - 1] & NOUN or before in DETERMINERS or before in ORIGINS or stop - 1 in reading.numerals:
        return stop
    ahead = stop + 1 if forms[stop] == "that" else stop
    if forms[ahead : ahead + 1] in {(), ("this",)} or forms[ahead] not in DETERMINERS:
        # "The weapons depot that burned", "visits the camp this week": no object of a verb.
        return stop
    singular = not before.endswith("s") and last.endswith("s") and not last.endswith("ss")
    several = before.endswith("s") and not before.endswith(("ss", "'s")) and not last.endswith("s")
    return stop - 1 if singular or several else stop


def _opens_with_subject(reading: Reading, stop: int) -> bool:
    """Whether a phrase at the head of a sentence is a clause of three: a word, a verb that no list knows, a name.

    "Zamor controls Karsh.", not "Film stars Ana Ruiz and Tom Finch said".
    """
    forms, masks = reading.forms, reading.masks
    if stop < _CLAUSE or stop == len(forms) or not is_named(reading, 0) or is_named(reading, 1):
        return False
    if masks[0] & (NOUN | VERB) or forms[0] in DETERMINERS | FUNCTION | ORIGINS:
        return False
    verb = forms[1].endswith("s") and not forms[1].endswith(_NO_VERBS) and not masks[1] & (NOUN | VERB)
    # Behind a plural and a name what they do is told.
    ends = forms[stop] not in {"and", ",", "or"} and not masks[stop] & (VERB | W.COPULA)
    return verb and ends and all(in_name(reading, at) for at in range(2, stop))


def points(reading: Reading, at: int) -> bool:
    """Whether a determiner is one: not the "that" of a clause, as in "claims that police tortured him".

    Args:
        reading: The sentence.
        at: The determiner.

    Returns:
        False for "that" before a name or a plural, and wherever no sentence, preposition or verb of blame is before it.
    """
    forms = reading.forms
    if forms[at] != "that":
        return True
    if at + 1 >= len(forms) or is_named(reading, at + 1) or forms[at + 1] in PLURALS or forms[at + 1].endswith("s"):
        return False
    return not at or forms[at - 1] in PREPOSITIONS or forms[at - 1] == "to" or bool(reading.masks[at - 1] & W.BLAME)


def _joins_names(reading: Reading, begin: int, at: int) -> bool:
    """Whether "and" stands within a name: "the Brigade of the Cape and the Coast", not "Front and Party"."""
    ahead = at + 1 + (reading.forms[at + 1 : at + 2] == ("the",))
    if at <= begin or ahead >= len(reading.forms) or not is_named(reading, at - 1) or not is_named(reading, ahead):
        return False
    # "The Brigade, the Sons of the Cape and the Free Men": the last two of a list.
    several = ahead + 1 < len(reading.forms) and is_named(reading, ahead + 1)
    return "of" in reading.forms[begin:at] and not (several and goes_on(reading, begin))


def goes_on(reading: Reading, start: int) -> bool:
    """Whether a name goes on with a list of names, or "both" opens one.

    Args:
        reading: The sentence.
        start: The name's first token.

    Returns:
        True where a comma and another name, which is not a place, stand before it, or "both" does.
    """
    at = start - 1
    while at >= 0 and reading.forms[at] in {"the", "a", "an"}:
        at -= 1
    if at < 0 or reading.forms[at] == "both":
        return at >= 0
    if reading.forms[at] != "," or not at or not is_named(reading, at - 1):
        return False
    while at > 0 and in_name(reading, at - 1) and reading.forms[at - 1] not in _PLACED:
        at -= 1
    return not (at > 0 and reading.forms[at - 1] in _PLACED)


def _inside(reading: Reading, at: int, opened: bool, capitals: bool) -> bool:
    form, raw = reading.forms[at], reading.tokens[at].raw
    if not _WORD.search(form) or _is_pronoun(reading, at, capitals):
        return False
    upper = raw[:1].isupper() and not capitals
    if form in {"the", "a", "an"} and at and reading.forms[at - 1].isdigit():
        # "At 15:40 The mayor".
        return False
    if upper and at and (raw != "I" or at in reading.numerals):
        return True
    if form in FUNCTION or form in DETERMINERS:
        return False
    if opened and not capitals and _are_many(reading, at - 1):
        # "Rebels attack", "militants suspend": what they do.
        return False
    if opened and not capitals and _goes_on_with(reading, at):
        return False
    mask = reading.masks[at]
    after_determiner = at > 0 and reading.forms[at - 1] in DETERMINERS
    if form == "known":
        return grammar_of(reading).tags[at] != Tag.VERB
    if form in PARTICIPLES:
        return not opened or after_determiner
    if after_determiner and opened:
        return True
    if mask & VERB and not mask & NOUN:
        return False
    if mask & VERB and mask & NOUN:
        # "attacks", "calls": a noun where the phrase has begun, a verb otherwise.
        return opened or upper
    if _VERB_ENDING.search(form) and len(form) > 4 and not mask & NOUN:
        return False
    return not (form.endswith("ly") and len(form) > 4) or form in _LY_NOUNS


def _goes_on_with(reading: Reading, at: int) -> bool:
    """Whether a word behind a phrase tells of it: "two girls aged 16", "the mayor points at the Front"."""
    form, numbers = reading.forms[at], reading.forms[at + 1 : at + 2]
    if form == "aged":
        return bool(numbers) and numbers[0].isdigit()
    return form in _TELLING and reading.forms[at - 1] not in DETERMINERS


def _are_many(reading: Reading, at: int) -> bool:
    """Whether a word is a plural of people, written as no name."""
    people = reading.masks[at] & (W.MEMBER | W.INSURGENT) and reading.forms[at].endswith("s")
    return bool(people) and not is_named(reading, at)
