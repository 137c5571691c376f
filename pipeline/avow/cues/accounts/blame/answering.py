"""Who answers for an act: responsible for it, named as its author, condemned for it, by the word of somebody or of the text."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_around, act_before, find_act, is_denied, of_part
from avow.cues.accounts.captives import held
from avow.cues.accounts.crimes import WEAK_CRIMES, crime
from avow.cues.accounts.people import agent, can_act, doer, is_passive, is_people, who, whom
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.search import IF, copula_before, find_before, find_word
from avow.cues.grammar import NO_SPAN, Grammar, Span, Speaker
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements import Statement
from avow.cues.statements.taking import HOLD

CONDEMNING = ("condemn", "critici", "denounc", "fault", "slammed", "slams", "lambast", "berat", "castigat")
_LAYING = word_set("lay lays laid put puts")
_GUILTY = word_set(
    "responsible author authors perpetrator perpetrators attacker attackers culprit culprits behind mastermind gunman bomber "
    "shooter killer bombers killers gunmen kidnappers hijackers arsonists assassins"
)
_DOERS = word_set("attackers bombers killers gunmen kidnappers hijackers arsonists assassins")
_NAMING = word_set(
    "name names named naming find finds found declare declares declared deem deems deemed identifies identified"
)
_FINGERS = word_set("finger fingers")
_UNBELIEVED = word_set("doubt doubts doubted no without false")
_HEDGED = word_set(
    "if whether unless who may might could would should must not never no nobody nothing few hardly scarcely those whoever find punish identify believed believe believes "
    "thought think thinks said told suspected claims claim claimed alleged reportedly allegedly taking held hold holds holding"
)
_LATE = 4
_FAILURES = word_set("failure failing inability support silence inaction reluctance")
_MADE = word_set("made levelled leveled voiced raised")
_ALLEGING = word_set("charge charged charges claim claimed claims allege alleged alleges assert asserted asserts")


def allegation_by(grammar: Grammar, noun: int) -> Iterator[Account]:
    """An allegation made "by" somebody, of what was told before.

    Args:
        grammar: The sentence.
        noun: The noun, a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    link = noun + 2 if forms[noun + 1 : noun + 2] and forms[noun + 1] in _MADE else noun + 1
    if forms[link : link + 1] not in {("by",), ("from",)} or not noun or forms[noun - 1] not in {"a", "an", "the"}:
        return
    if _UNBELIEVED & set(forms[max(0, noun - 6) : noun]):
        return
    speaker = grammar.phrase_after(link + 1)
    act = act_before(grammar, noun)
    if act[0] >= 0 and can_act(grammar, speaker):
        yield Account(BLAMED, "allegation-by", noun, speaker, NO_SPAN, act)


def as_alleged(grammar: Grammar, at: int) -> Iterator[Account]:
    """What somebody did, "as" others charge.

    Args:
        grammar: The sentence.
        at: The word, a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    if forms[at - 1] != ",":
        return
    speaker = grammar.phrase_after(at + 1)
    verb = speaker[1]
    if speaker[0] < 0 or verb >= grammar.count or forms[verb] not in _ALLEGING:
        return
    act = act_before(grammar, at)
    if act[0] < 0 or grammar.tags[act[0]] not in "VG" or not held(grammar, act[0]):
        return
    accused = doer(grammar, act[0])
    if can_act(grammar, accused, named=True):
        yield Account(BLAMED, "as-alleged", verb, speaker, accused, act)


def is_responsible(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is responsible for an act, by the word of whoever writes or speaks.

    Args:
        grammar: The sentence.
        at: The word, a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    link = at if forms[at] == "behind" else at + 1
    if link > at and forms[link : link + 1] not in {("for",), ("of",)}:
        return
    if forms[at] == "blame" and forms[at - 1 : at] != ("to",):
        return
    copula = copula_before(grammar, at, 3)
    if forms[at] == "responsible" and (copula < 0 or forms[copula - 1 : copula] == ("to",)):
        yield from _named_responsible(grammar, at)
    if forms[at] == "responsible" and forms[at - 1 : at] in {("those",), ("ones",), ("people",), ("one",)}:
        yield from _those_are(grammar, at)
        return
    if copula < 0 or _HEDGED & set(forms[max(0, copula - 12) : at]) or not of_part(grammar, link + 1):
        return
    if not held(grammar, copula) or grammar.negated(at) or is_denied(grammar, copula):
        return
    if any(form.endswith("n't") for form in forms[max(0, copula - 12) : at]):
        return
    accused = grammar.subject(copula)
    act = find_act(grammar, link + 1, link + 7)
    if act[0] >= 0 and can_act(grammar, accused, named=True) and forms[act[0]] not in WEAK_CRIMES:
        yield Account(BLAMED, "is-responsible", at, NO_SPAN, accused, act)


def _those_are(grammar: Grammar, at: int) -> Iterator[Account]:
    """Those responsible for an act are somebody, as it is said."""
    if not IF.isdisjoint(grammar.forms[max(0, at - 9) : at]):
        return
    act = crime(grammar, at + 2, at + 9)
    be = find_word(grammar, ("are", "were", "is", "was"), act[1], act[1] + 9) if act[0] >= 0 else -1
    if be < 0 or any(grammar.tags[here] in "VMS" for here in range(act[1], be)):
        return
    start = be + 1
    while grammar.forms[start : start + 1] == ('"',):
        start += 1
    accused = grammar.phrase_after(start)
    named = accused[0] >= 0 and (grammar.capital[accused[0]] or is_people(grammar, accused))
    if accused[0] == start and named and can_act(grammar, accused, named=True) and not grammar.negated(be):
        yield Account(BLAMED, "those-are", at, NO_SPAN, accused, act)


def _named_responsible(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody names or finds somebody responsible for an act."""
    verb = find_before(grammar, _NAMING, at, 14)
    if verb < 0 or not held(grammar, verb):
        return
    found_to_be = grammar.forms[verb + 1 : verb + 3] == ("to", "be")
    start = verb + (3 if found_to_be else 1)
    if any(grammar.tags[here] in "VAMSCN" for here in range(start, at)):
        return
    passive = (is_passive(grammar, verb) or grammar.passive(verb)) and (at - verb <= 2 or found_to_be)
    accused = whom(grammar, verb) if passive else grammar.phrase_after(verb + 1)
    accused = accused if passive else (accused[0], min(accused[1], at))
    act = crime(grammar, at + 2, at + 9)
    if act[0] >= 0 and "after" in grammar.forms[at + 2 : act[0]]:
        return
    if act[0] >= 0 and 0 <= accused[0] < accused[1] and can_act(grammar, accused):
        yield Account(BLAMED, "names-responsible", verb, NO_SPAN if passive else who(grammar, verb), accused, act)


def held_responsible(grammar: Grammar, item: Statement) -> Iterator[Account]:
    """Somebody is held responsible.

    Args:
        grammar: The sentence.
        item: The statement.

    Yields:
        Accounts of blame.
    """
    verb = item.verb
    if item.act[0] < 0 or item.negated or item.intended or grammar.forms[verb + 1 : verb + 2] == ("that",):
        return
    if is_passive(grammar, verb) or grammar.forms[verb + 1 : verb + 2] == ("responsible",):
        accused, speaker = whom(grammar, verb), agent(grammar, verb, 4)
    else:
        first, last = grammar.phrase_after(verb + 1)
        last = next((at for at in range(first, last) if grammar.forms[at] == "responsible"), last)
        accused, speaker = (first, last), item.subject
    if can_act(grammar, accused):
        yield Account(BLAMED, "holds-responsible", verb, speaker, accused, item.act)


def named(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody named as the author of an act; a finger pointed at somebody.

    Args:
        grammar: The sentence.
        verb: The verb, a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    if not held(grammar, verb):
        return
    if forms[verb].startswith("point"):
        if _FINGERS & set(forms[verb : verb + 4]):
            link = find_word(grammar, ("at", "to"), verb + 1, verb + 7)
            if link >= 0 and can_act(grammar, grammar.phrase_after(link + 1)):
                act = act_around(grammar, verb)
                yield Account(BLAMED, "points", verb, who(grammar, verb), grammar.phrase_after(link + 1), act)
            return
        first = verb + 2 if forms[verb + 1 : verb + 2] in {("to",), ("at",)} else -1
    else:
        first = verb + 1
    if first < 0:
        return
    # What points "to" somebody was not pointed itself: "said intelligence pointed to the Front".
    passive = first == verb + 1 and is_passive(grammar, verb)
    accused = whom(grammar, verb) if passive else grammar.phrase_after(first)
    if not passive and forms[accused[1] : accused[1] + 1] == ("for",) and can_act(grammar, accused):
        act = crime(grammar, accused[1] + 1, accused[1] + 6)
        if act[0] >= 0:
            yield Account(BLAMED, "named-for", verb, who(grammar, verb), accused, act)
        return
    reach = range(first, min(grammar.count, first + 14))
    guilty = next((at for at in reach if forms[at] in _GUILTY), -1)
    link = next((at for at in reach if forms[at] == "as"), -1)
    if guilty < 0 or link < 0 or link > guilty:
        return
    act = find_act(grammar, guilty + 1, guilty + 9)
    if act[0] < 0 and forms[guilty] in _DOERS:
        act = (guilty, guilty + 1)
    if (act[0] >= 0 or forms[guilty] not in {"responsible", "behind", "author", "authors"}) and can_act(
        grammar, accused
    ):
        speaker = NO_SPAN if passive else who(grammar, verb)
        if first == verb + 2 and grammar.speaker(speaker) is Speaker.OTHER:
            # "Officials said intelligence pointed to the Front": the evidence is theirs.
            said = next((at for at in range(verb - 1, max(-1, verb - 6), -1) if grammar.masks[at] & W.REPORT), -1)
            speaker = who(grammar, said) if said >= 0 else NO_SPAN
        yield Account(BLAMED, "named-as", verb, speaker, accused, act)


def condemned(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody condemned or criticised "for" an act.

    Args:
        grammar: The sentence.
        verb: The verb, a token.

    Yields:
        Accounts of blame.
    """
    accused = grammar.phrase_after(verb + 1)
    if not can_act(grammar, accused):
        return
    link = find_word(grammar, ("for",), accused[1], accused[1] + 7)
    if link < 0 or any(grammar.tags[at] in "VAMC" for at in range(accused[1], link)):
        return
    act = crime(grammar, link + 1, link + 9)
    if _FAILURES & set(grammar.forms[link + 1 : act[0]]):
        return
    if act[0] >= 0 and grammar.masks[grammar.head(accused)] & W.ACT_NOUN == 0:
        yield Account(BLAMED, "condemns-for", verb, who(grammar, verb), accused, act)


def accountable(grammar: Grammar) -> Iterator[Account]:
    """Somebody is held accountable; an act is laid at somebody's door.

    Args:
        grammar: The sentence.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    for at in range(1, grammar.count):
        if forms[at] in {"responsible", "guilty"}:
            yield from _held_so(grammar, at)
        elif forms[at] in {"accountable", "answerable", "liable"}:
            verb = find_before(grammar, HOLD, at, 8)
            if verb >= 0 and held(grammar, verb):
                passive = is_passive(grammar, verb)
                accused = _whom_held(grammar, verb, at, passive=passive)
                if can_act(grammar, accused):
                    act = find_act(grammar, at + 1, at + 8)
                    speaker = agent(grammar, verb, _LATE) if passive else who(grammar, verb)
                    yield Account(BLAMED, "holds-accountable", verb, speaker, accused, act)
        elif forms[at] == "door" and forms[at + 1 : at + 2] == ("of",):
            verb = find_before(grammar, _LAYING, at, 8)
            accused = grammar.phrase_after(at + 2)
            act = find_act(grammar, verb + 1, at) if verb >= 0 else NO_SPAN
            if act[0] >= 0 and held(grammar, verb) and can_act(grammar, accused):
                yield Account(BLAMED, "at-the-door", verb, who(grammar, verb), accused, act)


def _whom_held(grammar: Grammar, verb: int, at: int, *, passive: bool) -> Span:
    """Whom somebody holds responsible; in the active, what stands before the word for it."""
    accused = whom(grammar, verb) if passive else grammar.phrase_after(verb + 1)
    return (accused[0], min(accused[1], at)) if verb < accused[0] < at else accused


def _held_so(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is held guilty of an act, or held responsible for what was told before."""
    forms = grammar.forms
    verb = find_before(grammar, HOLD, at, 14)
    if verb < 0 or not held(grammar, verb) or any(grammar.tags[back] in "VM" for back in range(verb + 1, at)):
        return
    passive = is_passive(grammar, verb) or at == verb + 1
    accused = _whom_held(grammar, verb, at, passive=passive)
    speaker = agent(grammar, verb, _LATE) if passive else who(grammar, verb)
    following = forms[at + 1] if at + 1 < grammar.count else "."
    act = find_act(grammar, at + 2, at + 10) if following in {"of", "for"} and forms[at] == "guilty" else NO_SPAN
    if not can_act(grammar, accused):
        return
    if act[0] >= 0:
        yield Account(BLAMED, "holds-guilty", verb, speaker, accused, act)
    elif following in {".", ",", ";", "and", "but"}:
        yield Account(BLAMED, "holds-bare", verb, speaker, accused)
