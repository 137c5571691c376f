"""Cues of an avowal and of what is often taken for one: denial, absence of a claim, blame, another's deed.

A cue's name is what a statement is made of: its kind, who acted where that varies, and how it is held (done, negated,
intended, by nobody); the same name with the kind of speaker behind a colon is a second cue. ``catalogue`` explains the
parts. A sentence without the words of a statement is not looked at, which is most of the news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from avow.cues.grammar import Speaker, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.reading import Reading
from avow.cues.statements import Actor, Kind, Statement, may_find, statements

_ACT = W.ACT_NOUN | W.CYBER
_DEED = W.ACT_VERB | W.CYBER | W.WEAK_ACT
FIRST = W.FIRST_PLURAL | W.FIRST_SINGULAR | W.FIRST_SHORT
"""Words of the first person, "we've" too."""
_TOPIC = _ACT | W.CHANNEL | FIRST
_AVOWING = W.RESPONSIBILITY | W.AVOW | W.DENY
_HOSTILE = _ACT | _DEED
STATING = (
    (_AVOWING, _AVOWING),
    (_HOSTILE, W.BLAME | W.SUSPECT | W.CONFESS | W.REPORT | FIRST | W.BEHIND | W.ACCORDING),
    (W.RECORDING, _HOSTILE),
    (W.POST | W.SHOW, W.RECORDING | W.LOOT | W.CYBER),
    (W.OWNING, W.CHANNEL),
    (W.REGRET, _ACT),
)
"""Classes of words, two of which together a statement has."""
OWNING = (W.OWNING | W.CALLER, _TOPIC)
"""Those that a cue of one's own work, without a verb of avowal, has."""
_OWN_WORK = word_set("work doing handiwork reply answer")
_OWNERS = word_set("our my its their his")
_SIGNED = word_set("sign signed signs signature initials")
_US = frozenset(["us", "ours", "mine", "me"])
_SELF_TOLD = frozenset(
    {
        Kind.TAKES,
        Kind.CLAIMS_ACT,
        Kind.CLAIMED_BY,
        Kind.CONFESSES,
        Kind.CLAIM_OF,
        Kind.SHOWS,
        Kind.SAYS,
        Kind.OWN_VOICE,
        Kind.POSTS,
    }
)


def avowals(reading: Reading) -> list[str]:
    """The avowal cues of a sentence.

    Args:
        reading: The sentence.

    Returns:
        Names of cues, possibly repeated.
    """
    possible = reading.possible
    found = list(_stated(_remembered(reading))) if may_state(possible) and may_find(reading) else []
    if _may_own(possible) and reading.present & _TOPIC:
        found += _possession(reading)
    return found


def statements_of(reading: Reading) -> Sequence[Statement]:
    """The statements of a sentence; those of the last sentences are remembered.

    Args:
        reading: The sentence.

    Returns:
        Statements, none where it has not the words of one.
    """
    return _remembered(reading) if may_state(reading.possible) and may_find(reading) else ()


@lru_cache(maxsize=64)
def _remembered(reading: Reading) -> tuple[Statement, ...]:
    return tuple(statements(grammar_of(reading)))


def may_state(present: int) -> bool:
    """Whether a sentence has the words of a statement at all; exact, and cheap enough to ask of every sentence.

    Args:
        present: The union of the classes that its words may have.

    Returns:
        False where :func:`avow.cues.statements.statements` finds nothing.
    """
    # Written out, since this is asked of every sentence.
    for first, second in STATING:  # noqa: SIM110
        if present & first and present & second:
            return True
    return False


def may_avow(possible: int) -> bool:
    """Whether a sentence has the words of any cue of avowal; exact, and asked of every sentence.

    Args:
        possible: The union of the classes that its words may have.

    Returns:
        False where :func:`avowals` finds nothing.
    """
    return may_state(possible) or _may_own(possible)


def _may_own(possible: int) -> bool:
    first, second = OWNING
    return bool(possible & first and possible & second)


def _stated(found: Sequence[Statement]) -> Iterator[str]:
    strength = 0
    for statement in found:
        name = name_of(statement)
        yield name
        yield f"{name}:by-{statement.speaker}"
        weight = weigh(statement)
        if weight == 1:
            yield "weak-avowal-by-official" if statement.speaker is Speaker.OFFICIAL else "weak-avowal"
        strength = max(strength, weight)
    if strength > 1:
        yield "avowal"


def name_of(statement: Statement) -> str:
    """The name of the cue that a statement is.

    Args:
        statement: The statement.

    Returns:
        Its kind and how it is held; for what is said and for the own voice also who acted.
    """
    parts = [str(statement.kind)]
    if statement.kind in {Kind.SAYS, Kind.OWN_VOICE}:
        parts.append(f"of-{statement.actor}")
        if not statement.strong:
            parts.append("weakly")
        if statement.admitted:
            parts.append("admitting")
        if statement.quoted and statement.kind is Kind.OWN_VOICE:
            parts.append("quoted")
    if statement.speaker is Speaker.NOBODY:
        parts.append("by-nobody")
    elif statement.negated:
        parts.append("negated")
    elif statement.intended:
        parts.append("intended")
    return " ".join(parts)


def weigh(statement: Statement) -> int:
    """How plainly a statement avows an act of its speaker, by the codebook's three tests.

    Args:
        statement: The statement.

    Returns:
        2 for an avowal, 1 for what may be one, 0 for none.
    """
    held = statement.negated or statement.intended or statement.speaker is Speaker.NOBODY
    if held or statement.actor is not Actor.SELF or statement.kind not in _SELF_TOLD:
        return 0
    kind, speaker = statement.kind, statement.speaker
    unnamed = speaker is Speaker.NONE
    if kind in {Kind.CLAIMED_BY, Kind.CONFESSES, Kind.OWN_VOICE}:
        return 2
    if kind in {Kind.TAKES, Kind.CLAIM_OF}:
        return 1 if unnamed else 2
    if kind is Kind.CLAIMS_ACT:
        return 1 if unnamed or speaker is Speaker.OTHER else 2
    if kind is Kind.POSTS:
        return 2 if statement.strong and speaker in {Speaker.GROUP, Speaker.NAME} else 0
    if kind is Kind.SHOWS:
        return 2 if speaker in {Speaker.GROUP, Speaker.NAME} else 1
    if statement.admitted:
        return 2
    if unnamed or speaker is Speaker.OFFICIAL:
        return 1
    return 2 if statement.strong or speaker in {Speaker.GROUP, Speaker.FIRST, Speaker.MESSAGE} else 1


def _possession(reading: Reading) -> Iterator[str]:
    """Calling an act one's own without a verb of avowal: "our work", "it was us", a signature, a caller."""
    forms, present = reading.forms, reading.present
    for at, form in enumerate(forms):
        if form in _US:
            pronoun = reading.classes[at] & W.OWNING
            if pronoun and reading.has(W.COPULA, at - 3, at) and not reading.negated(at):
                yield "it-was-us"
        elif form in _OWN_WORK:
            if at and forms[at - 1] in _OWNERS and not reading.negated(at):
                yield "own-work"
        elif form in _SIGNED:
            if present & (_ACT | W.CHANNEL):
                yield "signed"
        elif form == "name" and at and forms[at - 1] == "the" and present & W.CHANNEL:
            yield "in-the-name-of"
    if present & W.CALLER and present & (_ACT | _DEED) and present & W.REPORT:
        yield "caller-and-act"
