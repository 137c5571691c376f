"""The speaker, the accused and the act as the grammar gives them, the first two cut down to the words that name them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avow.cues import Reading
from avow.cues.accounts import LOOSE, Account, accounts
from avow.cues.accounts.people import SEIZING, agent, can_act, is_passive, says, who
from avow.cues.avowal import may_state, weigh
from avow.cues.grammar import NO_SPAN, Grammar, Span, Speaker, Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements import Actor, Kind, Statement, statements
from avow.cues.statements.speaking import is_the_group, may_be_its_group
from avow.mentions.endings import MARKS
from avow.mentions.naming import name_from
from avow.mentions.phrases import PLURALS
from avow.mentions.runs import Mention
from avow.mentions.whole import names_nobody
from avow.mentions.wording import mention_of
from avow.records import Status

_ADJECTIVES = word_set("suspect suspects suspected alleged accused")
"""Words of suspicion and blame that name or modify whom it falls on: "murder suspect Ivo Marek", "alleged crimes"."""
_NUMBERS = frozenset({"he", "it", "they"})
_SPEAKING = word_set("speaking claimed claiming")
"""What one does for a group, as "a man who said he was speaking for the Front" and a caller who "claimed for the Front"."""
_HANGING = word_set("which whom when where")
UNTOLD = -2
"""In the place of an act's token: the sentence leaves the act to the ones before."""


class Found(NamedTuple):
    """What the grammar finds.

    Attributes:
        speaker: Who claims, denies or accuses; ``None`` where it finds nobody.
        accused: Who is accused or suspected, likewise.
        at: The word that says it, -1 where it finds none.
        act: The word of the act, -1 where it finds none, ``UNTOLD`` where an account names none.
        alone: Whether nobody else is to be looked for: the sentence tells of a suspicion or blame and not whose it is.
        rule: The name of the rule that found it, the plainest; empty where none did.
        nameless: Whether the grammar tells who is accused by words that name nobody: "a new" suspect, "each other".
        verb: The verb of the plainest statement that claims, -1 where there is none.
    """

    speaker: Mention | None = None
    accused: Mention | None = None
    at: int = -1
    act: int = -1
    alone: bool = False
    rule: str = ""
    nameless: bool = False
    verb: int = -1


def stated(reading: Reading, status: Status) -> Found:
    """Who speaks and who is accused by the first statement or account of a status.

    Args:
        reading: The sentence.
        status: What it says.

    Returns:
        What the grammar finds.
    """
    if status is not Status.CLAIMED:
        found = _accounted(reading, status)
        if found.at >= 0:
            return found
    if not may_state(reading.possible):
        return Found()
    grammar = grammar_of(reading)
    speaker = _behalf(grammar) if status is Status.CLAIMED else None
    accused, rule, verb = None, "", -1
    for statement in _fitting(statements(grammar), status):
        if status is Status.CLAIMED:
            rule = rule or str(statement.kind)
            verb = statement.verb if verb < 0 else verb
        subject, other = statement.subject, statement.accused
        if statement.kind is Kind.RESPONSIBLE:
            subject, other = other, subject
        speaker = speaker or mention_of(grammar, subject)
        if status in {Status.BLAMED, Status.SUSPECTED}:
            accused = accused or mention_of(grammar, other)
    return Found(speaker, accused, rule=rule, verb=verb)


def accused_in(reading: Reading) -> list[Mention]:
    """Whom a sentence accuses or suspects, by the grammar.

    Args:
        reading: The sentence.

    Returns:
        The words for each, the last one first.
    """
    grammar = grammar_of(reading)
    told = (item for item in accounts(reading) if item.stance != str(Status.DENIED) and item.accused[0] >= 0)
    found = (mention_of(grammar, item.accused, subject=False) for item in told)
    return sorted(filter(None, found), key=lambda item: -item.start)


def _accounted(reading: Reading, status: Status) -> Found:
    """The fullest account of a status: one with an act before one without."""
    fitting = [item for item in accounts(reading) if item.stance == str(status)]
    if not fitting:
        return Found()
    grammar = grammar_of(reading)
    best = max(fitting, key=_fullness)
    speaker = mention_of(grammar, best.speaker if best.speaker[0] >= 0 else _source(grammar, best))
    accused = mention_of(grammar, best.accused, subject=False) if status is not Status.DENIED else None
    act = best.act[0] if best.act[0] >= 0 else UNTOLD
    alone = best.speaker[0] < 0 and status is not Status.DENIED
    nameless = accused is None and best.accused[0] >= 0 and names_nobody(grammar, grammar.head(best.accused))
    return Found(speaker, accused, best.verb, act, alone=alone, rule=best.rule, nameless=nameless)


def _fullness(item: Account) -> tuple[bool, bool, bool]:
    """A sound rule with an act and an accused comes first."""
    return item.rule not in LOOSE, item.act[0] >= 0, item.accused[0] >= 0


def _source(grammar: Grammar, item: Account) -> Span:
    """Who tells of a suspicion or accusation that is nobody's own: "officials say suspected rebels", "according to"."""
    said = says(grammar, item.verb)
    if said >= 0:
        return who(grammar, said)
    for at in range(grammar.count - 2):
        if grammar.forms[at : at + 2] == ("according", "to"):
            return grammar.phrase_after(at + 2)
    for at in range(item.verb + 1):
        told = grammar.masks[at] & (W.SUSPECT | W.BLAME) and grammar.forms[at] not in _ADJECTIVES
        kind = told or grammar.forms[at] in SEIZING or (at == item.verb and not _modifies(grammar, at))
        if kind and grammar.tags[at] == Tag.VERB:
            # "Police arrest a man on suspicion", "is believed by officials to have"; "held by rebels" is no arrest.
            passive = is_passive(grammar, at)
            if passive and grammar.forms[at] == "held":
                continue
            found = agent(grammar, at) if passive else grammar.subject(at)
            if can_act(grammar, found, named=True) and not _overlap(found, item.accused):
                return found
    found = _told_behind(grammar, item.verb)
    return NO_SPAN if _overlap(found, item.accused) else found


def told_by(reading: Reading, item: Mention, *, confesses: bool = False) -> Mention | None:
    """Who says it of themselves: "the drivers said they suspected", "a Front spokesman said the group", "a tape in which it said".

    Args:
        reading: The sentence.
        item: A pronoun, or "the group".
        confesses: Whether it is who confesses.

    Returns:
        The subject of the clause around, in the pronoun's number, or who speaks for a group; ``None`` where the phrase
        begins no such clause.
    """
    grammar = grammar_of(reading)
    generic = item.kind == "description"
    if item.start < 2 or not (generic or (item.kind == "pronoun" and item.form in _NUMBERS)):
        return None
    at = item.start - 1
    while at > 1 and grammar.forms[at] in MARKS | {"that"}:
        at -= 1
    if grammar.tags[at] == Tag.VERB and grammar.masks[at] & (W.REPORT | W.AVOW | W.CONFESS | W.THINK | W.DENY):
        found = grammar.subject(at)
    elif grammar.forms[at] in _HANGING or (grammar.forms[at] == "," and _inserted_saying(grammar, item.end)):
        verbs = (verb for verb in range(at) if grammar.tags[verb] == Tag.VERB and not grammar.reduced(verb))
        found = next((span for span in map(grammar.subject, verbs) if span[0] >= 0), NO_SPAN)
    else:
        return None
    if found[0] < 0 or found[1] > item.start or grammar.tags[found[0]] == Tag.PRONOUN:
        return None
    if generic:
        group = (item.start, item.end)
        own = is_the_group(grammar, found, group) or may_be_its_group(grammar, found, group)
        return mention_of(grammar, found) if own else None
    official = grammar.masks[grammar.head(found)] & (W.OFFICIAL | W.SPOKES)
    if confesses and (official or grammar.speaker(found) is Speaker.OFFICIAL):
        # What police say that "they" or "he" confessed is not their own.
        return None
    head = grammar.forms[grammar.head(found)]
    many = head in PLURALS or (head.endswith("s") and not grammar.capital[grammar.head(found)])
    one = grammar.forms[found[0]] in {"a", "an", "one"} or not (many or grammar.capital[grammar.head(found)])
    if (many and item.form != "they") or (one and item.form == "they"):
        return None
    teller = mention_of(grammar, found)
    # In capitals "US" may be the state or a pronoun, which the speaker would have to explain in turn.
    return None if teller is not None and teller.kind in {"pronoun", "possessive"} else teller


def _inserted_saying(grammar: Grammar, verb: int) -> bool:
    """Whether a clause of one verb of saying stands between commas behind a pronoun: ", it said,"."""
    return verb + 1 < grammar.count and bool(grammar.masks[verb] & W.REPORT) and grammar.forms[verb + 1] == ","


def _overlap(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _modifies(grammar: Grammar, at: int) -> bool:
    """Whether a past form stands before its noun: "investigating alleged crimes"."""
    plain = grammar.forms[at] in _ADJECTIVES and grammar.forms[at].endswith("ed") and at + 1 < grammar.count
    return plain and grammar.tags[at + 1] in "OJ" and not is_passive(grammar, at)


def _told_behind(grammar: Grammar, verb: int) -> Span:
    """Who tells it at the end of the sentence or in an insertion: "suspected rebels killed six, police said"."""
    for at in range(verb + 1, grammar.count):
        if grammar.masks[at] & W.REPORT and grammar.tags[at] == Tag.VERB and not grammar.reading.quoted[at]:
            if is_passive(grammar, at):
                continue
            comma = grammar.forms[at - 1] == ","
            found = grammar.phrase_after(at + 1) if comma else grammar.subject(at)
            begins = comma or (found[0] > 0 and "," in grammar.forms[max(0, found[0] - 2) : found[0]])
            if begins and can_act(grammar, found):
                return found
    return NO_SPAN


def _behalf(grammar: Grammar) -> Mention | None:
    """On whose behalf somebody claims."""
    forms = grammar.forms
    for at in range(3, grammar.count):
        if forms[at - 3 : at] in {("on", "behalf", "of"), ("the", "name", "of")}:
            return mention_of(grammar, grammar.phrase_after(at))
        if forms[at - 1] == "for" and forms[at - 2] in _SPEAKING:
            body = name_from(grammar, at)
            if body is not None:
                return body
    return None


def _fitting(found: list[Statement], status: Status) -> Iterator[Statement]:
    """The statements of a status, the plainest first."""
    if status is Status.CLAIMED:
        yield from sorted((item for item in found if weigh(item)), key=lambda item: -weigh(item))
    elif status is Status.DENIED:
        yield from (item for item in found if item.kind in {Kind.DENIES, Kind.DENIES_ELSE})
        yield from (item for item in found if item.negated and item.kind in {Kind.TAKES, Kind.SAYS, Kind.CONFESSES})
    elif status is Status.BLAMED:
        yield from (item for item in found if item.kind is Kind.BLAMES)
        yield from (item for item in found if item.kind is Kind.SAYS and item.actor is Actor.OTHER)
        yield from (item for item in found if item.kind is Kind.RESPONSIBLE)
    elif status is Status.SUSPECTED:
        yield from (item for item in found if item.kind is Kind.SUSPECTS)
