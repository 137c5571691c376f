"""Where the words end that name somebody: before a clause, a verb or a weapon of theirs."""

from __future__ import annotations

from avow.cues.grammar import Grammar, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.mentions.beginnings import is_present

_ARMS = W.WEAPON | W.ACT_NOUN
_FLYING = frozenset({"air", "naval"})
_STANDING = word_set("stand stands stood")
_TRIED = frozenset({("trial",), ("accused",), ("charged",)})
_ENDS = frozenset(
    {
        ",",
        "(",
        "[",
        "—",
        ";",
        "who",
        "which",
        "that",
        "affiliated",
        "aged",
        "alone",
        "belonging",
        "fighting",
        "still",
        "named",
        "loyal",
        "continue",
        "continues",
        "suspected",
        "responsible",
        "answerable",
        "accountable",
        "liable",
    }
)
MARKS = frozenset({'"', "'"})
_NICKNAME = 4
"""Tokens of a nickname, at most."""


def before_weapon(grammar: Grammar, start: int, end: int) -> int:
    """The end of the name whose weapon or attack a phrase is: "a Zamoran drone strike", "the Orlu army's artillery".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        The token after its last one.
    """
    if start >= end or grammar.shouting or not grammar.capital[start]:
        return end
    if not grammar.masks[end - 1] & _ARMS and grammar.forms[end - 1] not in _FLYING:
        return end
    names = [at for at in range(start, end) if grammar.capital[at]]
    owner = next((at for at in range(start, end) if grammar.forms[at].endswith("'s")), names[-1])
    return owner + 1 if owner < end - 1 else end


def past_nickname(grammar: Grammar, start: int, end: int) -> int:
    """The end of a name that goes on in quotation marks: 'Ivo "The Crane" Marek', 'Autonomous Groups "Black Sand"'.

    Args:
        grammar: The sentence.
        start: The name's first token.
        end: The token after its last one.

    Returns:
        The token after its last one.
    """
    if not grammar.capital[start] or grammar.forms[end : end + 1] != ('"',):
        return end
    stop = next((at for at in range(end + 2, min(grammar.count, end + _NICKNAME + 2)) if grammar.forms[at] == '"'), -1)
    if stop < 0 or not all(grammar.capital[at] and grammar.tags[at] in "ODJI" for at in range(end + 1, stop)):
        return end
    last = stop + 1
    while last < grammar.count and grammar.capital[last] and grammar.tags[last] == Tag.NOUN:
        last += 1
    # In capitals a quotation may be whatever is said.
    return end if grammar.shouting and last == stop + 1 else last


def cut_off(grammar: Grammar, start: int, end: int) -> int:
    """The end of a phrase before an insertion in brackets or commas, without its closing marks.

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        The token after its last one.
    """
    at = start + 1
    while at < end and grammar.forms[at] not in _ENDS and grammar.forms[at] != '"' and not _hits(grammar, at):
        if grammar.tags[at] == Tag.DETERMINER and grammar.tags[at - 1] == Tag.NOUN:
            # "the front all the same": another phrase begins.
            break
        if grammar.forms[at].endswith("ing") and grammar.forms[at - 1].endswith("s") and not grammar.capital[at]:
            # "smugglers settling a score".
            break
        at += 1
    while at > start + 1 and grammar.forms[at - 1] in MARKS:
        at -= 1
    return min(at, end)


def _hits(grammar: Grammar, at: int) -> bool:
    """Whether a word behind a name is a verb for all it looks: "a missile from Zamor hit the port", "men stand trial"."""
    if grammar.shouting or grammar.capital[at]:
        return False
    if is_present(grammar, at):
        return True
    if grammar.forms[at] in _STANDING and grammar.forms[at + 1 : at + 2] in _TRIED:
        return True
    people = grammar.masks[at - 1] & (W.MEMBER | W.INSURGENT) and grammar.forms[at - 1].endswith("s")
    deed = grammar.masks[at] & (W.ACT_VERB | W.WEAK_ACT)
    modifies = (
        grammar.forms[at].endswith("ing")
        and grammar.tags[at + 1 : at + 2] == [Tag.NOUN]
        and not grammar.capital[at + 1]
    )
    # "An Indian hacking firm".
    return bool(deed) and not modifies and (grammar.capital[at - 1] or bool(people))
