"""A phrase in its document, and what it can be: somebody, a body of people, a thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from avow.cues import Reading
from avow.cues.accounts.people import PERSONS
from avow.cues.grammar import Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.mentions.phrases import PLURALS, mentions
from avow.mentions.runs import Mention
from avow.mentions.same import TITLES, WORD
from avow.mentions.written import shouted

_PLACED = frozenset({"in", "at", "near", "on"})
_NO_PARTY = frozenset(
    "i if more however always yes no free update late this that these those same other others".split()
)
_PEOPLE = ("man", "woman", "ers", "ors", "ists", "men", "ians", "er", "or", "ist", "ian", "ee", "ant", "ants")
_PARTICLES = frozenset("the al el st saint abu former acting late deputy vice prime sir".split())
OFFICES = (TITLES - _PARTICLES) | frozenset(
    "spokesman spokeswoman sheriff secretary director governor prosecutor bishop archbishop chairman chairwoman ambassador "
    "superintendent detective inspector constable officer lawyer attorney congressman congresswoman corporal private councillor "
    "professor father".split()
)
"""Words for those who tell of others' deeds, of whom there is one."""
_SETTLEMENTS = frozenset("city town village hamlet suburb district province county island port".split())
_BLAMING = ("blam", "pinn", "pin")
_BLAMED = 9
"""Tokens from a verb of blame to whom it falls on."""


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase in its document.

    Attributes:
        sentence: Position of its sentence.
        reading: The sentence.
        mention: The phrase.
        text: Its words.
        role: What it is in its clause: ``main`` for the subject of the sentence, ``subject``, ``part`` within one, or
            ``other``.
        speaker: What kind of speaker it would be.
    """

    sentence: int
    reading: Reading
    mention: Mention
    text: str
    role: str = "other"
    speaker: str = "none"


def clause_places(reading: Reading, position: int) -> Iterator[Place]:
    """The phrases of a sentence that can be meant by a pronoun, with what they are in their clauses.

    Args:
        reading: The sentence.
        position: Its position in the document.

    Yields:
        Names and descriptions in order.
    """
    grammar = grammar_of(reading)
    spans = [grammar.subject(verb) for verb, tag in enumerate(grammar.tags) if tag == Tag.VERB]
    orders: dict[int, int] = {}
    inside = [False] * grammar.count
    for order, (start, end) in enumerate(span for span in spans if span[0] >= 0):
        orders.setdefault(grammar.head((start, end)), order)
        inside[start:end] = [True] * (end - start)
    for item in mentions(reading):
        if item.kind not in {"name", "description"}:
            continue
        order = min((orders[at] for at in range(item.start, item.end) if at in orders), default=-1)
        role = "main" if order == 0 else "subject" if order > 0 else "part" if inside[item.start] else "other"
        speaker = grammar.speaker((item.start, item.end))
        yield Place(position, reading, item, reading.text[item.first : item.last], role, str(speaker))


def party_type(place: Place) -> str:
    """What a phrase can be: somebody, a body of people, a thing, or either of the first two.

    Args:
        place: The phrase.

    Returns:
        ``person``, ``people``, ``body``, ``thing`` or ``name``.
    """
    reading, item = place.reading, place.mention
    mask, form = reading.masks[item.head], item.form
    if form in _NO_PARTY or not form[:1].isalpha():
        return "thing"
    if word_before(place) in _PLACED or _in_a_place(place) or _of_a_place(place):
        return "thing"
    every = place_mask(place)
    name = item.kind == "name"
    plural, somebody = form.endswith("s") or form in PLURALS, form in PERSONS or form.endswith(_PEOPLE)
    if somebody and not plural and not name and not mask & W.GROUP:
        # "A man", "a gunman".
        return "person"
    if name and reading.has(W.CHANNEL, item.end, item.end + 1):
        # "Zamor radio".
        return "thing"
    if (mask & (W.GROUP | W.INSURGENT) and not mask & (W.MEMBER | W.SPOKES)) or (
        name and every & W.GROUP and not every & W.OFFICIAL
    ):
        return "body"
    if (
        mask & (W.ACT_NOUN | W.TIME | W.CHANNEL | W.RECORDING | W.LOOT | W.RESPONSIBILITY | W.INVOLVEMENT | W.UNIT)
        and not mask & W.MEMBER
    ):
        return "thing"
    if not name:
        if not somebody and not mask & (W.MEMBER | W.OFFICIAL | W.SPOKES | W.CALLER):
            return "body" if mask & W.STATE or every & W.CIVIL else "thing"
        return "people" if plural else "person"
    words = WORD.findall(place.text)
    if every & (W.MEMBER | W.OFFICIAL) and len(words) > 1:
        return "people" if plural and mask & W.MEMBER else "person"
    if place.text.isupper() and not shouted(reading):
        return "body"
    if _is_one_official(place):
        return "person"
    if "of" in reading.forms[item.start : item.end] or mask & W.STATE:
        return "body"
    return "name"


def word_before(place: Place) -> str:
    """The word before a phrase, articles left out, where it tells what the phrase can be.

    Args:
        place: The phrase.

    Returns:
        Its form; ``start`` at the head of a sentence, ``other`` for words that tell nothing.
    """
    left = place.mention.start - 1
    left -= left >= 0 and place.reading.forms[left] in {"the", "a", "an"}
    if left < 0:
        return "start"
    forms = place.reading.forms
    if forms[left] == "on" and any(form.startswith(_BLAMING) for form in forms[max(0, left - _BLAMED) : left]):
        # "Blamed the raid on the Front": no place.
        return "other"
    return forms[left] if forms[left] in _LEFT else "other"


def _in_a_place(place: Place) -> bool:
    """Whether a name says where the place before it lies: "in Orville, Karsh"."""
    tokens, at = place.reading.tokens, place.mention.start - 1
    if place.mention.kind != "name" or at < 1 or tokens[at].raw != ",":
        return False
    at -= 1
    while at > 0 and tokens[at].raw[:1].isupper():
        at -= 1
    return at < place.mention.start - 2 and place.reading.forms[at] in _PLACED


def _of_a_place(place: Place) -> bool:
    """Whether a name is that of the place before it: "the port city of Orville"."""
    at = place.mention.start
    forms = place.reading.forms
    return place.mention.kind == "name" and forms[max(0, at - 1) : at] == ("of",) and forms[at - 2] in _SETTLEMENTS


def _is_one_official(place: Place) -> bool:
    """Whether a name is that of somebody who holds an office: "the mayor, John Smith," or "John Smith, the mayor,"."""
    reading, item = place.reading, place.mention
    forms = reading.forms
    if item.start >= 2 and forms[item.start - 1] == "," and forms[item.end : item.end + 1] == (",",):
        return forms[item.start - 2] in OFFICES
    if forms[item.end : item.end + 2] not in {(",", "the"), (",", "a"), (",", "an"), (",", "its"), (",", "his")}:
        return False
    behind = range(item.end + 2, min(item.end + 8, len(forms)))
    stop = next((at for at in behind if forms[at] in {",", "of", "for", "."}), 0)
    return stop > 0 and forms[stop - 1] in OFFICES


_LEFT = frozenset("by in at of on to from for with against and called named ,".split())


def place_mask(place: Place) -> int:
    """The classes of a phrase's words.

    Args:
        place: The phrase.

    Returns:
        Their bits, of :class:`avow.cues.lexicon.WordClass`.
    """
    mask = 0
    for at in range(place.mention.start, place.mention.end):
        mask |= place.reading.masks[at]
    return mask
