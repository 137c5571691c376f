"""The name that words give somebody: "a hacker known as Wren", "Night Ledger, an extortion gang,"."""

from __future__ import annotations

from avow.cues import Reading
from avow.cues.accounts.people import can_act
from avow.cues.grammar import Grammar, Span, Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.mentions.runs import Mention

NAMING = word_set("called named nicknamed dubbed styled")
"""Participles that give a name to what stands before them."""
_KNOWN = word_set("known identified")
STYLING = word_set(
    "calling styling naming identifying describing introducing presenting calls called styles styled describes described "
    "introduces introduced presents presented identifies identified"
)
SELVES = word_set("itself himself herself themselves")
_GIVING = word_set("gave gives giving used uses using")
NAMES = word_set("name names handle nickname alias pseudonym nom")
_GOING = word_set("goes went going")
NOT_PEOPLE = W.CHANNEL | W.RECORDING | W.ACT_NOUN | W.TIME | W.RESPONSIBILITY
"""Classes of words for what is said or done, and when, and for nobody."""
_WITHIN = word_set("of the for de del la al - & '")
_PLACING = word_set("in at near from on off outside to")
OF_SOMEBODY = word_set(
    "trial arrest capture conviction extradition release appeal case death killing sentencing manhunt support"
)
"""Of whom these are, a person is: "the trial of Ana Ruiz, a dock clerk"."""
_ROLES = word_set("suspect suspects mastermind killer gunman attacker bomber perpetrator author accused defendant")
_PARTICLES = word_set("al el de del la van von bin ibn da dos di der - jr")
INSERTED = frozenset({",", "—", "–", "-"})


def named_before(reading: Reading, item: Mention) -> Mention | None:
    """The name that a description between commas explains: "Night Ledger, an extortion gang, says".

    Args:
        reading: The sentence.
        item: The description.

    Returns:
        The name, ``None`` where none stands before it.
    """
    grammar = grammar_of(reading)
    at = item.start - (item.start > 0 and grammar.tags[item.start - 1] == Tag.DETERMINER)
    article = grammar.forms[at : at + 1] in {("a",), ("an",)}
    if grammar.shouting or at < 2 or grammar.forms[at - 1] != "," or not _explains(grammar, item, indefinite=article):
        return None
    start, end = undetermined(grammar, grammar.phrase_before(at - 2))
    if not 0 <= start < end or not grammar.capital[end - 1]:
        return None
    first = next((place + 1 for place in range(end - 1, start - 1, -1) if not _in_a_name(grammar, place)), start)
    before = grammar.forms[first - 1] if first else ""
    if before in _PLACING or (before == "of" and first >= 2 and grammar.forms[first - 2] not in OF_SOMEBODY):
        return None
    return name_of(grammar, first, end) if first == start or before == "of" else None


def _explains(grammar: Grammar, item: Mention, *, indefinite: bool) -> bool:
    """Whether a phrase behind a comma says who the one before it is: "a dock clerk", "the main suspect"."""
    if indefinite:
        return item.kind == "description" or not grammar.capital[item.start - 1]
    return item.kind == "description" and grammar.forms[item.end - 1] in _ROLES


def _in_a_name(grammar: Grammar, at: int) -> bool:
    return grammar.capital[at] or grammar.forms[at] in _PARTICLES


def named_after(reading: Reading, item: Mention) -> Mention | None:
    """The name behind a description: "a hacker group called Null Parade", "a co-accused, Ivo Marek,".

    Args:
        reading: The sentence.
        item: The description.

    Returns:
        The name, ``None`` where none stands behind it.
    """
    grammar = grammar_of(reading)
    if grammar.shouting or item.end >= grammar.count - 1:
        return None
    at = item.end
    if not _describes(grammar, item):
        # "The Mexican cartel known as Los Nueve".
        small = item.kind == "name" and not grammar.capital[item.end - 1] and grammar.forms[at] in _KNOWN
        return name_from(grammar, _named_at(grammar, at)) if small else None
    inserted = grammar.forms[at] in INSERTED
    at += inserted
    at += grammar.forms[at : at + 1] in {("who",), ("which",), ("that",)}
    found = name_from(grammar, _named_at(grammar, at))
    if found is not None:
        return found
    # An apposition: a comma on both sides.
    found = name_from(grammar, at) if grammar.forms[item.end] == "," else None
    if found is None or found.start > at + 1 or grammar.forms[found.end : found.end + 1] != (",",):
        return None
    listed = grammar.forms[found.end + 1 : found.end + 2] in {("and",), ("or",)}
    return None if listed or grammar.masks[found.head] & NOT_PEOPLE or not _is_who(grammar, item) else found


def _describes(grammar: Grammar, item: Mention) -> bool:
    """Whether a phrase describes somebody: "a Karshan citizen" as well as "a citizen"."""
    indefinite = item.start > 0 and grammar.forms[item.start - 1] in {"a", "an"}
    return item.kind == "description" or (indefinite and not grammar.capital[item.end - 1])


def _is_who(grammar: Grammar, item: Mention) -> bool:
    """Whether a description stands for somebody: not a place before the country that it lies in."""
    return may_be_who(grammar, (item.start, item.end)) and (
        item.start == 0 or grammar.forms[item.start - 1] not in {"in", "at", "near", "from", "on"}
    )


def _named_at(grammar: Grammar, at: int) -> int:
    """Where a name begins behind "called", "known as", "goes by", "using the handle"; past the end where none does."""
    forms, none = grammar.forms, grammar.count
    if at >= none:
        return none
    if forms[at] in NAMING:
        return at + 1
    if forms[at] in STYLING and forms[at + 1 : at + 2] and forms[at + 1] in SELVES:
        return at + 2 + (forms[at + 2 : at + 3] == ("as",))
    if forms[at] in _KNOWN:
        return next((place + 1 for place in range(at + 1, min(at + 3, none)) if forms[place] == "as"), none)
    if forms[at] in _GOING and forms[at + 1 : at + 2] == ("by",):
        return at + 2
    if forms[at] in _GIVING:
        name = next((place for place in range(at + 1, min(at + 4, none)) if forms[place] in NAMES), none)
        return name + 1 + (forms[name + 1 : name + 2] == ("as",))
    return none


def undetermined(grammar: Grammar, span: Span) -> Span:
    """A phrase without its determiners; empty or ``NO_SPAN`` where nothing is left.

    Args:
        grammar: The sentence.
        span: The phrase.

    Returns:
        Tokens from and to.
    """
    start, end = span
    while 0 <= start < end and grammar.tags[start] == Tag.DETERMINER:
        start += 1
    return start, end


def name_from(grammar: Grammar, at: int) -> Mention | None:
    """The name that a phrase holds.

    Args:
        grammar: The sentence.
        at: Where the phrase begins.

    Returns:
        The name, ``None`` where it holds none.
    """
    start, end = undetermined(grammar, grammar.phrase_after(at))
    if not 0 <= start < end:
        return None
    if not grammar.capital[start]:
        marked = start > 0 and grammar.forms[start - 1] == '"' and grammar.forms[end : end + 1] == ('"',)
        return name_of(grammar, start, end) if marked else None
    stop = start
    while stop < end and (grammar.capital[stop] or grammar.forms[stop] in _WITHIN):
        stop += 1
    while not grammar.capital[stop - 1]:
        stop -= 1
    return name_of(grammar, start, stop)


def name_of(grammar: Grammar, start: int, end: int) -> Mention:
    """Some words as a name.

    Args:
        grammar: The sentence.
        start: The first token.
        end: The token after the last one.

    Returns:
        The phrase.
    """
    first, last = grammar.word_span((start, end))
    return Mention(start, end, grammar.head((start, end)), "name", grammar.forms[end - 1], first, last)


def naming(grammar: Grammar, at: int) -> int:
    """Where the words begin that give a name behind them: "called", "known as", "who gave his name as"; -1 for none.

    Args:
        grammar: The sentence.
        at: The token before the name.

    Returns:
        Where they begin.
    """
    forms = grammar.forms
    if forms[at] in NAMING:
        return at
    if forms[at] == "as" and at >= 2:
        if forms[at - 1] in _KNOWN:
            return at - 1
        if forms[at - 1] in SELVES and forms[at - 2] in STYLING:
            return _relative(grammar, at - 2)
        if forms[at - 1] in NAMES:
            return _giving(grammar, at - 1)
    if forms[at] in SELVES and at >= 1 and forms[at - 1] in STYLING:
        return _relative(grammar, at - 1)
    if forms[at] in NAMES:
        return _giving(grammar, at)
    if forms[at] == "by" and at >= 2 and forms[at - 1] in _GOING:
        return _relative(grammar, at - 1)
    return -1


def _relative(grammar: Grammar, verb: int) -> int:
    """Where a relative clause begins: at its verb or at "who" before it."""
    return verb - 1 if verb > 1 and grammar.forms[verb - 1] in {"who", "which", "that"} else verb


def _giving(grammar: Grammar, name: int) -> int:
    """The beginning of "who gave his name" and "using the handle"."""
    for at in range(name - 1, max(0, name - 4), -1):
        if grammar.forms[at] in _GIVING:
            return _relative(grammar, at)
    return -1


def may_be_who(grammar: Grammar, span: Span, *, named: bool = False) -> bool:
    """Whether a description is that of somebody, not of a message or an act; or of anything but these, with a name.

    Args:
        grammar: The sentence.
        span: The phrase.
        named: Whether a name follows.

    Returns:
        True where it may be.
    """
    if span[0] < 0:
        return False
    head = grammar.head(span)
    mask = grammar.masks[head]
    if mask & NOT_PEOPLE and not mask & (W.GROUP | W.MEMBER):
        return False
    return named or bool(mask & (W.GROUP | W.MEMBER | W.SPOKES | W.OFFICIAL)) or can_act(grammar, span)
