"""What people say that their own did not do: no patrol of ours shot, the shells were not theirs, it was not us."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from avow.cues.accounts.acts import act_around, act_before, does, find_act
from avow.cues.accounts.captives import THEM, holds_captive
from avow.cues.accounts.denial.absence import absences
from avow.cues.accounts.denial.answering import answers
from avow.cues.accounts.denial.harm import shoots
from avow.cues.accounts.people import agent
from avow.cues.accounts.records import DENIED, Account
from avow.cues.accounts.search import IF, copula_before, denied_before, find_before, find_word, nothing_to_do
from avow.cues.accounts.tellings import (
    FORCES,
    WITHIN,
    Told,
    answers_for,
    is_civil_source,
    is_own,
    speakers_of,
    speaks_for,
    tellings,
)
from avow.cues.accounts.verbs import ARMS, is_nobody, withheld
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Tag
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import OWNED
from avow.cues.statements.taking import OWN_WORK

_PART_TAKING = (
    "participat", "mastermind", "orchestrat", "plott", "instigat", "order", "authori", "commission", "sanction", "approv",
    "financ", "direct", "organi", "plan", "conspir", "assist", "aid", "abet", "supervis", "encourag", "incit", "witness",
    "carr", "join", "help", "paid", "pay", "hir", "suppl", "support", "shelter", "fund", "countenanc",
)  # fmt: skip
_TAKING = word_set("take takes took taken taking")
_CLAUSE = 9
_USING, _STRIKING = word_set("use used using"), word_set("strike strikes struck hit hits striking hitting")
_HURTING = ("touch", "harm", "hurt", "mistreat", "molest", "target")
_LAYING = word_set("laid lay lays raised raise lifted lift")
_HANDS = word_set("hand finger hands")
_SHARES = word_set("behind responsible involved guilty complicit implicated")
_NO_WORDS = word_set("no none neither nor nobody not")
_US = word_set("us me ours mine we")
_FUTURE = word_set("will shall we'll they'll i'll may might must should can won't")
_FIRST = word_set("we i our ours")
_COULD = word_set("could would")
_BY, _ARMED = word_set("by of from to"), word_set("air armed own side")
_COULD_NOT = frozenset(("could", never, "have", "been") for never in ("not", "never"))
_APART = frozenset({(",",), ("and",), ("but",), ("was",), ("were",), ()})
_NEGATING = word_set(
    "no not never none neither nor nobody nothing without cannot yet failed fails refused refuses declined declines "
    "only merely read learned learnt heard"
)


def disownings(grammar: Grammar) -> Iterator[Account]:
    """Accounts of those who say that their own did not do it.

    Args:
        grammar: The sentence.

    Yields:
        Accounts of denial.
    """
    negated = [at for at, form in enumerate(grammar.forms) if form in _NEGATING or form.endswith("n't")]
    for told in (*tellings(grammar), *(_own_voice(grammar) if negated else ())):
        first = bisect_left(negated, told.start - 2)
        if first < len(negated) and negated[first] < told.stop:
            # Most of what is told is not negated, which is quicker to see than to look for its deeds.
            yield from _did_not(grammar, told)
            yield from answers(grammar, told)
        if told.source[0] != told.verb:
            yield from absences(grammar, told)
    yield from _ours_did_not(grammar)
    for at, form in enumerate(grammar.forms):
        if form in _US or form in OWNED:
            yield from _not_us(grammar, at)
        if form in POSSESSIVES:
            yield from _not_by_ours(grammar, at)
        end = nothing_to_do(grammar, at)
        if end >= 0:
            yield from _nothing_to_do_with_us(grammar, at, end)


def _own_voice(grammar: Grammar) -> Iterator[Told]:
    """What "we" say of ourselves and of "our men", without a verb of saying."""
    for at, form in enumerate(grammar.forms):
        if form in _FIRST:
            start = at if form in {"we", "i"} else max(0, at - 4)
            yield Told(at, (at, at + 1), start, min(grammar.count, at + _CLAUSE), "")


def _ours_did_not(grammar: Grammar) -> Iterator[Account]:
    """What "our people", "no unit of ours" did not do, in the speaker's own voice."""
    seen = 0
    for at, form in enumerate(grammar.forms):
        if form not in {"our", "ours"} or at < seen:
            continue
        told = Told(at, NO_SPAN, max(0, at - 4), min(grammar.count, at + WITHIN), "")
        seen = told.stop
        for verb in range(at + 1, told.stop):
            act = _deed(grammar, verb, told)
            if act is None:
                continue
            share = grammar.forms[verb] in _SHARES or grammar.forms[verb] == "blame"
            copula = copula_before(grammar, verb) if share else verb
            subject = grammar.subject(copula, told.start)
            held_off = _undone(grammar, verb, copula, subject) and not _supposed(grammar, copula)
            inside = subject[0] >= 0 and {"our", "ours"} & set(grammar.forms[subject[0] : subject[1]])
            if held_off and inside and FORCES & set(grammar.forms[subject[0] : subject[1]]):
                yield Account(DENIED, "ours-did-not", verb, subject, NO_SPAN, act)
            break


def _did_not(grammar: Grammar, told: Told) -> Iterator[Account]:
    """What one's own did not do."""
    for at in range(told.start, told.stop):
        act = _deed(grammar, at, told) if at != told.verb else None
        if act is None:
            continue
        share = grammar.forms[at] in _SHARES or grammar.forms[at] == "blame"
        verb = copula_before(grammar, at) if share else at
        passive = not share and grammar.passive(at)
        subject = grammar.subject(verb, told.start)
        doer = agent(grammar, at) if passive else subject
        if _supposed(grammar, verb) or not _undone(grammar, at, verb, subject):
            continue
        if passive and doer[0] < 0:
            if _by_own(grammar, at):
                yield Account(DENIED, f"not-by-own{told.place}", told.verb, told.source, NO_SPAN, act)
            return
        denier = answers_for(grammar, told, doer)
        if is_own(grammar, told.source, doer):
            yield Account(DENIED, f"did-not{told.place}", told.verb, denier, NO_SPAN, act)
        elif speaks_for(grammar, told.source, doer):
            yield Account(DENIED, f"named-did-not{told.place}", told.verb, denier, NO_SPAN, act)
        return


def _undone(grammar: Grammar, at: int, verb: int, subject: Span) -> bool:
    """Whether a deed is negated: "did not", "killed nobody", "no man of ours", "is not behind"."""
    if withheld(grammar, verb) or is_nobody(grammar, subject):
        return True
    if verb != at:
        return not _NO_WORDS.isdisjoint(grammar.forms[verb:at]) or grammar.forms[verb].endswith("n't")
    return grammar.forms[at + 1 : at + 2] in {("no",), ("nobody",), ("none",), ("nothing",), ("neither",)}


def _supposed(grammar: Grammar, verb: int) -> bool:
    """Whether a deed is to come or only supposed: "will not attack", "if the army did not kill them"."""
    start = grammar.group_start(verb)
    group = grammar.forms[start:verb]
    if not _FUTURE.isdisjoint(group) or ("have" not in group and not _COULD.isdisjoint(group)):
        return True
    return not IF.isdisjoint(grammar.forms[max(0, start - 6) : start])


def _deed(grammar: Grammar, at: int, told: Told) -> Span | None:
    """The act that a word tells or has a part in, ``NO_SPAN`` where it is not named; ``None`` where there is none."""
    forms, form, tag = grammar.forms, grammar.forms[at], grammar.tags[at]
    behind = forms[at + 1 : at + 7]
    if form in _SHARES or (form == "blame" and forms[at - 1] == "to"):
        if copula_before(grammar, at) < told.start:
            return None
        act = find_act(grammar, at + 1, at + 9)
        bare = not behind or behind[0] in {".", ",", "and", '"'}
        return act if act[0] >= 0 else act_around(grammar, at) if bare else None
    if form in _TAKING and "part" in behind[:3]:
        act = find_act(grammar, at + 1, at + 12)
        return act if act[0] >= 0 else None if "in" in behind[:4] else act_around(grammar, at)
    if tag not in "VG" and not (grammar.tags[at - 1] in "NM" or form.endswith("ed")):
        return None
    if form in _LAYING and _HANDS & set(behind[:3]):
        return at, at + 1
    if tag in "VG" and (does(grammar, at) or holds_captive(grammar, at)):
        return at, at + 1
    if form.startswith(_PART_TAKING) and tag in "VG":
        act = find_act(grammar, at + 1, at + 12)
        back = behind and behind[0] in {"it", "this", "them"}
        return act if act[0] >= 0 else act_around(grammar, at) if back else None
    harms = shoots(grammar, at)
    if harms is not None:
        return (at, at + 1) if harms else None
    if form in _USING and ARMS & set(behind):
        return at, at + 1
    if form.startswith("cross") and {"border", "frontier", "line"} & set(behind):
        return at, at + 1
    if form in _STRIKING and {"target", "targets"} & set(behind):
        return at, at + 1
    return (at, at + 1) if form.startswith(_HURTING) else None


def _by_own(grammar: Grammar, verb: int) -> bool:
    """Whether something is done "from its positions", "on his orders", "at our hands"."""
    for at in range(verb + 1, min(grammar.count - 1, verb + 7)):
        if grammar.forms[at] in {"from", "by", "on", "at"} and grammar.forms[at + 1] in POSSESSIVES:
            return True
    return False


def _not_by_ours(grammar: Grammar, at: int) -> Iterator[Account]:
    """Says that others did it, "not its air force", "and not of his fighters"."""
    forms = grammar.forms
    before = at - 1 if at and forms[at - 1] in _BY else at
    apart = forms[max(0, before - 1) : before] == ("not",) and forms[max(0, before - 2) : before - 1] in _APART
    work = forms[before - 1 : before] and forms[before - 1] in OWN_WORK and forms[before] == "of"
    work = work and forms[max(0, before - 3) : before - 1] == ("not", "the")
    been = before == at and forms[max(0, at - 4) : at] in _COULD_NOT
    if not (apart or work or been):
        return
    if find_word(grammar, FORCES | _ARMED, at + 1, at + 4) < 0:
        return
    verb, speaker = speakers_of(grammar, at, before)
    act = act_around(grammar, at)
    if verb >= 0 and act[0] >= 0 and not is_civil_source(grammar, speaker):
        yield Account(DENIED, "not-by-ours", verb, speaker, NO_SPAN, act)


def _nothing_to_do_with_us(grammar: Grammar, at: int, end: int) -> Iterator[Account]:
    """Says that the act has nothing to do with its own."""
    forms = grammar.forms
    following = forms[end] if end < grammar.count else ""
    ours = following in POSSESSIVES and find_word(grammar, FORCES, end + 1, end + 4) >= 0
    if not (ours or following in _US or following in THEM):
        return
    verb, speaker = speakers_of(grammar, at, at)
    act = act_before(grammar, at)
    if (verb >= 0 or following in _US) and not denied_before(grammar, at):
        yield Account(DENIED, "nothing-to-do-with-us", verb if verb >= 0 else at, speaker, NO_SPAN, act)


def _not_us(grammar: Grammar, at: int) -> Iterator[Account]:
    """It was not us; the shells were not theirs; ..., not us."""
    forms = grammar.forms
    before = forms[at - 1] if at else ""
    negated = before == "not" or before.endswith("n't") or forms[max(0, at - 2) : at] == ("not", "of")
    negated = negated or forms[max(0, at - 4) : at] in _COULD_NOT
    following = forms[at + 1] if at + 1 < grammar.count else "."
    following_tag = grammar.tags[at + 1] if at + 1 < grammar.count else Tag.PUNCTUATION
    if not negated or at < 1 or "though" in forms[max(0, at - 3) : at]:
        return
    if forms[at] == "we" and following != "who" and following_tag != Tag.PUNCTUATION:
        return
    if following_tag in "ODJ" and following not in {"who", "that"} and forms[at] in OWNED:
        return
    verb, speaker = speakers_of(grammar, at, max(0, at - 1))
    first = forms[at] in _US
    if not first:
        copula = copula_before(grammar, at, 3)
        if verb < 0 or copula < 0:
            return
    act = act_around(grammar, at)
    if act[0] < 0 and not first:
        thing = find_before(grammar, FORCES, at, 8)
        act = (thing, thing + 1) if thing >= 0 else NO_SPAN
    rule = "not-us" if first else "not-theirs"
    yield Account(DENIED, rule, verb if verb >= 0 else at, speaker, NO_SPAN, act)
