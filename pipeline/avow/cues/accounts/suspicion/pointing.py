"""Suspicion that falls on somebody, and signs that point to them."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.people import is_people, who
from avow.cues.accounts.records import SUSPECTED, Account
from avow.cues.accounts.search import denied_before, find_before, find_word
from avow.cues.accounts.suspicion.harming import act_near, can_have, may_have, named_by, read_clause
from avow.cues.grammar import NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import word_set

_HAVING = word_set("has have had having entertain entertains entertained voiced")
_CONCERNING = frozenset((word,) for word in ("about", "on", "upon", "of"))
_TURNING = word_set(
    "fall falls fell fallen falling rest rests rested turn turns turned turning centre centres centred center centers centered "
    "focus focuses focused focussed point points pointed alight alights alighted settle settles settled surround surrounds surrounded "
    "hang hangs lie lies lay lean leans leaned attach attaches attached"
)
_FALLING = word_set("fell fallen falls turned turns centred centered centres centers focused focuses")
_TOWARDS = word_set("on upon at toward towards to over around against")
_SHARES = word_set("involvement responsibility complicity guilt hand")
_LEADING = word_set("point points pointed pointing lead leads led")
_SAYS_SO = frozenset([("is", "that"), ("was", "that"), ("has", "it"), ("goes", "that"), ("remains", "that")])
_SAYING_SO = word_set(
    "say says said suggest suggests suggested hold holds circulate circulates spread spreads abound persist"
)
_INQUIRERS = word_set(
    "police detectives detective investigators investigator inquiry investigation probe prosecutors prosecutor authorities fbi officers "
    "officials agents intelligence ministry magistrate magistrates inspectors suspicions attention gendarmes carabinieri sheriff "
    "commission prosecution"
)
_MANY_TASKS = word_set("officials ministry commission authorities agents intelligence")
"""Those of them who look at much else than crimes."""


def content_behind(grammar: Grammar, at: int) -> int:
    """Where the content of a rumour or theory begins: behind "that", "is that", "has it that", "suggests that"; else -1.

    Args:
        grammar: The sentence.
        at: The token.

    Returns:
        The token, -1 where there is none.
    """
    forms = grammar.forms
    quoted = forms[at + 1 : at + 2] in {('"',), ("'",)}
    if forms[at + 1 + quoted : at + 2 + quoted] == ("that",):
        return at + 2 + quoted
    for here in range(at + 1, min(grammar.count, at + 9)):
        if forms[here] in {",", ";", "not"}:
            return -1
        if forms[here : here + 2] in _SAYS_SO:
            return here + 2 + (forms[here + 2 : here + 3] == ("that",))
        if (
            forms[here] in _SAYING_SO
            and forms[at] not in {"word", "secret", "talk"}
            and forms[here + 1 : here + 2] == ("that",)
        ):
            return here + 2
    return -1


def suspicion_falls(grammar: Grammar, at: int) -> Iterator[Account]:
    """Suspicion falls on, turns to or points at somebody; suspicions of involvement by somebody.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    if denied_before(grammar, at):
        return
    if forms[at + 1 : at + 3] == ("of", "involvement"):
        link = find_word(grammar, ("by", "of"), at + 3, at + 5)
        accused = grammar.phrase_after(link + 1) if link >= 0 else NO_SPAN
        act = act_near(grammar, at)
        if act[0] >= 0 and may_have(grammar, accused):
            yield Account(SUSPECTED, "suspicion-falls", at, NO_SPAN, accused, act)
        return
    if forms[at - 1 : at] == ("under",):
        come = find_before(grammar, ("come", "came", "comes", "coming", "fall", "fell", "falls"), at, 3)
        accused = grammar.subject(come) if come >= 0 else NO_SPAN
        if may_have(grammar, accused):
            yield Account(SUSPECTED, "suspicion-falls", at, NO_SPAN, accused, act_near(grammar, at))
        return
    turn = find_word(grammar, _TURNING, at + 1, at + 9)
    if turn < 0 or any(forms[here] in {",", ";", "that"} for here in range(at + 1, turn)):
        turn = find_word(grammar, _FALLING, at + 2, at + 26)
        if turn < 0 or forms[at + 1] not in {"for", "over", "of", "in", ","}:
            return
    if "never" in forms[at:turn] or "not" in forms[at:turn]:
        return
    turn += 2 * (forms[turn + 1 : turn + 3] == ("at", "once"))
    link = find_word(grammar, _TOWARDS, turn + 1, turn + 5)
    start = link + 1 if link >= 0 else turn + 1
    accused = grammar.phrase_after(start)
    if may_have(grammar, accused):
        yield Account(SUSPECTED, "suspicion-falls", at, NO_SPAN, accused, act_near(grammar, at))


def signs_point(grammar: Grammar, at: int) -> Iterator[Account]:
    """Signs, clues or a trail of an act that point or lead to somebody.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    lead = find_word(grammar, _LEADING, at + 1, at + 9)
    if (
        lead < 0
        or forms[lead + 1 : lead + 2] not in {("to",), ("towards",), ("toward",), ("at",)}
        or grammar.negated(lead)
    ):
        return
    start = lead + 2 + (forms[lead + 2 : lead + 3] == ("the",))
    shared = forms[start : start + 1] and forms[start] in _SHARES and forms[start + 1 : start + 2] in {("of",), ("by",)}
    accused, act = grammar.phrase_after(start + 2 if shared else lead + 2), act_near(grammar, at)
    found = act[0] >= 0 or forms[at] in {"trail", "finger", "fingers", "clues"}
    if found and can_have(grammar, accused, named=True) and not denied_before(grammar, at):
        yield Account(SUSPECTED, "signs-point", at, NO_SPAN, accused, act)


def not_excluded(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody does not rule out that somebody did it, or somebody's part in it.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    rules = forms[at].startswith("rul")
    if rules and forms[at + 1 : at + 2] != ("out",):
        return
    before = forms[max(0, at - 4) : at]
    if not any(word in {"not", "cannot", "nor", "never"} or word.endswith("n't") for word in before):
        return
    start = at + 1 + rules
    subject = who(grammar, at)
    if forms[start : start + 1] == ("that",):
        found = read_clause(grammar, start + 1, start + 26)
        if found is not None:
            yield Account(SUSPECTED, "not-excluded", at, subject, *found)
        return
    share = find_word(grammar, ("involvement", "role", "hand", "participation", "complicity"), start, start + 4)
    if share >= 0 and forms[share + 1 : share + 2] in {("of",), ("by",)}:
        accused, act = grammar.phrase_after(share + 2), act_near(grammar, at)
        if act[0] >= 0 and can_have(grammar, accused, named=True):
            yield Account(SUSPECTED, "not-excluded", at, subject, accused, act)


def leans(grammar: Grammar, at: int) -> Iterator[Account]:
    """Investigators lean towards somebody.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    if forms[at + 1 : at + 2] not in {("to",), ("towards",), ("toward",)} or grammar.negated(at):
        return
    accused, act, speaker = named_by(grammar, at + 2), act_near(grammar, at), who(grammar, at)
    if accused[0] >= 0 and (is_inquiring(grammar, speaker) or (act[0] >= 0 and is_people(grammar, accused))):
        yield Account(SUSPECTED, "leans-to", at, speaker, accused, act)


def is_inquiring(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names those who investigate.

    Args:
        grammar: The sentence.
        span: The phrase.

    Returns:
        True where they do.
    """
    return span[0] >= 0 and not _INQUIRERS.isdisjoint(grammar.forms[span[0] : span[1]])


def has_suspicions(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody has suspicions about, or an eye on, somebody.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    has = find_before(grammar, _HAVING, at, 4)
    if has < 0 or forms[at + 1 : at + 2] not in _CONCERNING or denied_before(grammar, at):
        return
    accused, act, speaker = named_by(grammar, at + 2), act_near(grammar, at), who(grammar, has)
    if accused[0] < 0 or grammar.tags[accused[0]] == Tag.PRONOUN or accused[0] <= act[0] < accused[1]:
        return
    if act[0] >= 0 or is_inquiring(grammar, speaker):
        yield Account(SUSPECTED, "has-suspicions", at, speaker, accused, act)


def looking_at(grammar: Grammar, at: int) -> Iterator[Account]:
    """Investigators look at, or focus on, somebody over an act.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    link = at + 1 + (forms[at + 1 : at + 2] in {("in",), ("hard",), ("closely",)})
    if forms[link : link + 1] not in {("at",), ("on",)} or grammar.negated(at):
        return
    speaker = who(grammar, at)
    accused, act = named_by(grammar, link + 1), act_near(grammar, at)
    probes = is_inquiring(grammar, speaker) and (act[0] >= 0 or grammar.forms[grammar.head(speaker)] not in _MANY_TASKS)
    if probes and accused[0] >= 0 and not accused[0] <= act[0] < accused[1]:
        yield Account(SUSPECTED, "looking-at", at, speaker, accused, act)
