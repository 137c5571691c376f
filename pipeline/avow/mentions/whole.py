"""The whole phrase that a name stands in, as the sentence has it: "a hacker known as Wren" for "Wren"."""

from __future__ import annotations

from dataclasses import replace

from avow.cues import Reading
from avow.cues.accounts.people import PERSONS
from avow.cues.grammar import NO_SPAN, Grammar, Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.mentions.naming import NOT_PEOPLE, OF_SOMEBODY, may_be_who, naming
from avow.mentions.origins import is_country
from avow.mentions.runs import Mention
from avow.mentions.speaking import JOINING, speaks

BODIES = word_set(
    "group movement militia organisation organization party network gang cell faction collective crew cartel alliance "
    "syndicate outfit brigade coalition"
)
"""Nouns for a body that its name may follow: "the militant group Black Sand"."""
_STEPS = 3
_MESSAGE = W.CHANNEL | W.RECORDING
_SENDING = word_set("sent mailed emailed e-mailed faxed addressed")
_SENT = 2
"""Within how many tokens before "to" the message is named."""
_AROUND = frozenset({'"', "'", "(", "["})
_NOBODY = OF_SOMEBODY | word_set(
    "new other latter more than seen guilty illegal sane able unable such first second third fourth fifth large alleged "
    "basis grounds reason reasons result part charge charges evidence existence expiration profile face day scene riot riots "
    "scandal contest election injection infringement conspiracy nationality citizenship genocide terror terrorism extremism "
    "havoc activity shots materials memorial accusation accusations"
)
"""What names no party where it heads a phrase in lower case: qualities, numbers, proceedings, crimes and reasons."""


def may_be_party(reading: Reading, item: Mention) -> bool:
    """Whether a phrase can name somebody: no mere adjective or participle, no proceeding, reason or crime.

    Args:
        reading: The sentence.
        item: The phrase.

    Returns:
        False for "a new" before "suspect", "guilty", "each other", "reasonable grounds", "more than", and for the "else"
        of "nothing else".
    """
    if reading.forms[item.start : item.end] == ("else",):
        return False
    return item.kind != "description" or not names_nobody(grammar_of(reading), item.head)


def names_nobody(grammar: Grammar, head: int) -> bool:
    """Whether a word names nobody where it heads a phrase: an adjective, a participle, a proceeding, a reason.

    Args:
        grammar: The sentence.
        head: The word.

    Returns:
        False for what has a capital, and for everything in a text in capitals.
    """
    form = grammar.forms[head]
    if grammar.shouting or grammar.capital[head] or form in PERSONS:
        return False
    return form in _NOBODY or (grammar.tags[head] in "VG" and form.endswith(("ed", "ing")))


def whole_phrase(reading: Reading, item: Mention) -> Mention:
    """The words of the sentence that a name is cut from.

    Args:
        reading: The sentence.
        item: The words that name somebody.

    Returns:
        The phrase from its description to the name, or from the name to who speaks for it; the same where it stands
        for itself.
    """
    if item.kind == "pronoun":
        return item
    grammar = grammar_of(reading)
    if item.kind == "possessive":
        # "Our combatants" for "our".
        start, end = grammar.phrase_after(item.start)
        if start != item.start or end <= item.end:
            return item
        return replace(item, end=end, last=grammar.word_span((start, end))[1])
    start = item.start
    for _ in range(_STEPS):
        before = _described(grammar, start, item.end, item.start)
        if before >= start or before < 0:
            break
        start = before
    end = _speaking_for(grammar, item.end)
    if start == item.start and end == item.end:
        return item
    last = item.last if end == item.end else grammar.word_span((start, end))[1]
    return replace(item, start=start, end=end, kind="description", first=reading.tokens[start].start, last=last)


def _described(grammar: Grammar, start: int, end: int, name: int) -> int:
    """Where the description before a phrase begins; the phrase's own beginning where there is none."""
    beside = _said_before(grammar, start)
    if beside < start:
        return beside
    at = start - 1
    while at > 0 and (grammar.tags[at] == Tag.DETERMINER or grammar.forms[at] in _AROUND):
        at -= 1
    if at < 1:
        return start
    form = grammar.forms[at]
    left = NO_SPAN
    if form in JOINING:
        left = grammar.phrase_before(at - 1)
        if left[0] >= 0 and addressed(grammar.reading, left[0]):
            return start
    elif form == "," and end < grammar.count and grammar.forms[end] in {",", '"', "—", "–"}:
        left = grammar.phrase_before(at - 1)
        listed = grammar.forms[end + 1 : end + 2] in {("and",), ("or",)}
        named = start < name and left[0] >= 0 and grammar.capital[left[1] - 1]
        if left[0] < 0 or listed or (grammar.tags[left[0]] != Tag.DETERMINER and not named):
            return start
    else:
        verb = naming(grammar, at)
        if verb >= 1:
            verb -= grammar.forms[verb - 1] == ","
            left = grammar.phrase_before(verb - 1)
            # "A trucker named Dale Voss": whoever bears a name is somebody.
            return left[0] if may_be_who(grammar, left, named=True) else start
    return left[0] if may_be_who(grammar, left) else start


def _said_before(grammar: Grammar, start: int) -> int:
    """Where what a body is, or its country, begins right before its name: "the militant group Black Sand"."""
    at = start - 1
    if at < 0 or grammar.shouting or not grammar.capital[start]:
        return start
    form = grammar.forms[at]
    if form in BODIES and not grammar.capital[at]:
        found = grammar.phrase_before(at)[0]
        return found if found >= 0 else start
    return at if form.endswith("'s") and is_country(form.removesuffix("'s")) else start


def addressed(reading: Reading, start: int) -> bool:
    """Whether a message is sent to whom a phrase names: "a letter to reporters", "mail sent to reporters".

    Args:
        reading: The sentence.
        start: Where the phrase begins.

    Returns:
        True where it is.
    """
    tags = grammar_of(reading).tags
    to = start - 1
    while to > 0 and tags[to] in "DJ":
        to -= 1
    if to < 1 or reading.forms[to] != "to":
        return False
    return reading.forms[to - 1] in _SENDING or reading.has(_MESSAGE, to - _SENT, to)


def _speaking_for(grammar: Grammar, end: int) -> int:
    """The end of what speaks for a name before it: "the Front's media wing", "Front spokesman Ivo Marek"."""
    at = end
    while at < grammar.count and at - end < _STEPS:
        mask = grammar.masks[at]
        if speaks(grammar, at) and not mask & NOT_PEOPLE:
            at += 1
            while at < grammar.count and grammar.capital[at] and grammar.tags[at] in "OJ" and not grammar.shouting:
                at += 1
            return at
        if grammar.tags[at] not in "OJ":
            break
        at += 1
    return end
