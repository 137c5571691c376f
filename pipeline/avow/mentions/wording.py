"""The words of a noun phrase that name somebody."""

from __future__ import annotations

from avow.cues.grammar import POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.mentions.beginnings import (
    after_time,
    counted_part,
    described,
    one_of_several,
    only_counts,
    opening_phrase,
    past_addressee,
    past_case,
    past_dateline,
    past_verb,
    untimed,
)
from avow.mentions.endings import MARKS, before_weapon, cut_off, past_nickname
from avow.mentions.names import apposed, is_longer, named_ahead, past_description, whole_name
from avow.mentions.naming import NOT_PEOPLE
from avow.mentions.phrases import mentions, points
from avow.mentions.runs import Mention, only_from
from avow.mentions.speaking import end_of_owner, past_speaker
from avow.mentions.whole import BODIES, may_be_party

_POINTING = frozenset({"the", "this", "that", "same"})
_SKIPPED = MARKS | {"either", "neither"}
_FIRST = frozenset({"our", "my"})
_PERSONS = {
    **dict.fromkeys(("we", "us", "we've", "we're", "we'd", "we'll"), "we"),
    **dict.fromkeys(("i", "me", "i've", "i'm", "i'd", "i'll"), "i"),
    **dict.fromkeys(("he", "him", "she", "her"), "he"),
    **dict.fromkeys(("they", "them"), "they"),
    "it": "it",
}


def mention_of(grammar: Grammar, span: Span, *, subject: bool = True) -> Mention | None:
    """The words of a noun phrase that name somebody.

    Args:
        grammar: The sentence.
        span: The phrase.
        subject: Whether it is the subject of its clause, which may only seem to begin in an insertion.

    Returns:
        The words; ``None`` for nobody and for what is no actor.
    """
    start, end = span
    if not 0 <= start < end or grammar.speaker(span) is Speaker.NOBODY:
        return None
    forms = grammar.forms
    start, end = untimed(grammar, *after_time(grammar, past_dateline(grammar, start, end), end))
    if start >= end:
        return None
    start = counted_part(grammar, start)
    pointing = _pronoun(grammar, start, end)
    if pointing is not None:
        return (_apposed_name(grammar, pointing) if pointing.kind == "possessive" else None) or pointing
    if subject:
        start, end = opening_phrase(grammar, *described(grammar, start, end))
    start, end = one_of_several(grammar, start, end)
    if only_counts(grammar, start, end):
        return _made(grammar, start, end, "description", forms[start], start)
    start, end = past_speaker(grammar, *past_verb(grammar, *past_addressee(grammar, *past_case(grammar, start, end))))
    while start < end and (grammar.tags[start] == Tag.DETERMINER or forms[start] in _SKIPPED):
        start += 1
    end = cut_off(grammar, start, end)
    start, end = apposed(grammar, past_description(grammar, start, end), end)
    start, end = named_ahead(grammar, start, end)
    start = whole_name(grammar, start, end)
    end = before_weapon(grammar, start, end_of_owner(grammar, start, end))
    if start >= end:
        return None
    end = past_nickname(grammar, start, end)
    head = grammar.head((start, end))
    named = grammar.capital[start] and not grammar.shouting and not _is_some_body(grammar, start, end)
    if not named and grammar.masks[head] & NOT_PEOPLE and not grammar.masks[head] & (W.GROUP | W.MEMBER):
        return None
    if not any(character.isalpha() for form in forms[start:end] for character in form):
        return None
    longer = next(filter(lambda item: is_longer(grammar, item, start, end), mentions(grammar.reading)), None)
    if longer is not None:
        return longer
    pointed = start > 0 and forms[start - 1] in _POINTING and points(grammar.reading, start - 1)
    if not named and end - start == 1 and pointed and forms[end : end + 1] != ("known",):
        # "The group" and "the same group" point back, article included.
        start -= 1 + (forms[start - 1] == "same" and start > 1 and forms[start - 2] in _POINTING)
    found = _made(grammar, start, end, "name" if named else "description", forms[head], head)
    return found if may_be_party(grammar.reading, found) else None


def _is_some_body(grammar: Grammar, start: int, end: int) -> bool:
    """Whether a phrase only says whence a body is: "the Karshan group"."""
    body = grammar.forms[end - 1] in BODIES and not grammar.capital[end - 1]
    return body and only_from(grammar.reading, start, end)


def _pronoun(grammar: Grammar, start: int, end: int) -> Mention | None:
    """A pronoun, or a phrase that begins with a possessive one."""
    forms = grammar.forms
    if end - start == 1 and (grammar.tags[start] == Tag.PRONOUN or forms[start] in _PERSONS):
        return _made(grammar, start, end, "pronoun", _PERSONS.get(forms[start], "other"))
    if forms[start] in POSSESSIVES:
        form = "we" if forms[start] in _FIRST else "he" if forms[start] in {"his", "her"} else "they"
        return _made(grammar, start, cut_off(grammar, start, end), "possessive", form)
    return None


def _apposed_name(grammar: Grammar, owned: Mention) -> Mention | None:
    """The name between commas behind what is somebody's: "their commander, Captain Ivo Marek, denied"."""
    if grammar.shouting or grammar.forms[owned.end : owned.end + 1] != (",",):
        return None
    start, end = grammar.phrase_after(owned.end + 1)
    if start < 0 or grammar.forms[end : end + 1] != (",",) or not grammar.capital[end - 1]:
        return None
    first = end - 1
    while first > start and grammar.capital[first - 1]:
        first -= 1
    body = grammar.masks[end - 1] & (W.GROUP | NOT_PEOPLE)
    return None if body else _made(grammar, first, end, "name", grammar.forms[end - 1], end - 1)


def _made(grammar: Grammar, start: int, end: int, kind: str, form: str, head: int | None = None) -> Mention:
    first, last = grammar.word_span((start, end))
    text = grammar.reading.text[first:last]
    if kind != "pronoun" and text.lower().endswith(("'s", "’s")):
        last -= 2
    return Mention(start, end, start if head is None else head, kind, form.removesuffix("'s"), first, last)
