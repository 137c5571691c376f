"""Looking for words near a word, within bounds."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from avow.cues.grammar import BE, Grammar, Tag

FAR = 60
"""How far from a word its act is looked for, which bounds the time of a long text."""
IF = frozenset({"if", "whether", "unless"})
"""Words that open what is not said to be so."""
INVOLVED = frozenset({"responsible", "behind", "involved"})
_WHATEVER = frozenset({"whatever", "whatsoever", "at", "all", "more", "further"})


def find_word(grammar: Grammar, words: Collection[str], start: int, stop: int) -> int:
    """The first of some words.

    Args:
        grammar: The sentence.
        words: The words wanted.
        start: Where to begin.
        stop: Where to stop, one past the last word looked at.

    Returns:
        Its place, -1 where there is none.
    """
    return next((at for at in range(max(0, start), min(grammar.count, stop)) if grammar.forms[at] in words), -1)


def find_before(grammar: Grammar, words: Collection[str], at: int, reach: int) -> int:
    """The last of some words before another.

    Args:
        grammar: The sentence.
        words: The words wanted.
        at: Before which word.
        reach: How many words to look at.

    Returns:
        Its place, -1 where there is none.
    """
    return next((back for back in range(at - 1, max(-1, at - reach - 1), -1) if grammar.forms[back] in words), -1)


def copula_before(grammar: Grammar, at: int, reach: int = 4) -> int:
    """A form of "be" shortly before a token.

    Args:
        grammar: The sentence.
        at: The token.
        reach: How far before it.

    Returns:
        Its place, -1 where there is none.
    """
    return find_before(grammar, BE, at, reach)


def verb_before(grammar: Grammar, at: int, reach: int) -> int:
    """The last verb before a token.

    Args:
        grammar: The sentence.
        at: The token.
        reach: How many words to look at.

    Returns:
        Its place, -1 where there is none.
    """
    return next((back for back in range(at - 1, max(-1, at - reach - 1), -1) if grammar.tags[back] == Tag.VERB), -1)


def involved_in(grammar: Grammar, start: int, stop: int, reach: int) -> Iterator[int]:
    """The words of a stretch by which somebody "is responsible", "was behind it" or "has been involved".

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.
        reach: How far before the word the form of "be" may stand.

    Yields:
        Their places.
    """
    for at in range(start, min(grammar.count, stop)):
        if grammar.forms[at] in INVOLVED and copula_before(grammar, at, reach) >= 0:
            yield at


def clause_after(grammar: Grammar, verb: int) -> int:
    """Where what somebody says or thinks begins: behind the verb, or behind its "that".

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        The place of the first token, which may be the end of the sentence.
    """
    return verb + 2 if grammar.forms[verb + 1 : verb + 2] == ("that",) else verb + 1


def nothing_to_do(grammar: Grammar, at: int) -> int:
    """Where "nothing whatever to do with" ends.

    Args:
        grammar: The sentence.
        at: A token.

    Returns:
        The place behind "with"; -1 where no such words begin at the token.
    """
    if grammar.forms[at] not in {"nothing", "anything"}:
        return -1
    end = next((here for here in range(at + 1, at + 4) if grammar.forms[here : here + 3] == ("to", "do", "with")), -1)
    return end + 3 if end >= 0 and _WHATEVER.issuperset(grammar.forms[at + 1 : end]) else -1


def denied_before(grammar: Grammar, at: int) -> bool:
    """Whether "not" or "no" stands shortly before a word.

    Args:
        grammar: The sentence.
        at: The word, a token.

    Returns:
        True where it does.
    """
    return any(
        grammar.tags[back] == Tag.NEGATION
        or grammar.forms[back] in {"no", "longer"}
        or grammar.forms[back].endswith("n't")
        for back in range(max(0, at - 5), at)
    )
