"""The speaker, the accused and the act as the grammar gives them, the first two cut down to the words that name them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avow.cues import Reading
from avow.cues.accounts import LOOSE, Account, accounts
from avow.cues.accounts.people import COURTS, PERSONS, SEIZING, agent, can_act, is_passive, says, who
from avow.cues.avowal import may_state, weigh
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements import Actor, Kind, Statement, statements
from avow.cues.statements.speaking import is_the_group, may_be_its_group
from avow.mentions.naming import NAMES, NAMING, NOT_PEOPLE, OF_SOMEBODY
from avow.mentions.phrases import MONTHS, PLURALS, Mention, is_country, mentions, only_from, points
from avow.mentions.speaking import ARMS, speaks
from avow.mentions.whole import BODIES, addressed, may_be_party, names_nobody
from avow.records import Status

_ARMS = W.WEAPON | W.ACT_NOUN
_FLYING = frozenset({"air", "naval"})
_STANDING = word_set("stand stands stood")
_TRIED = frozenset({("trial",), ("accused",), ("charged",)})
_FROM = frozenset({"from", "by"})
_SPEAKS_FOR = W.SPOKES | W.MEMBER | W.CALLER | W.CHANNEL | W.RECORDING
_OF = frozenset({"of", "for", "from", "by"})
_WORDS_OF = word_set(
    "confession confessions claim claims admission denial pad letterhead notepaper stamp seal signature name leaflet leaflets "
    "pamphlet pamphlets speaking behalf"
)
"""What belongs to who speaks, and is no speaker: "the confession of a prisoner", "a letter on the pad of the Front",
"speaking for the Front"."""
_CHARGING = frozenset({"of", "for"})
_DATELINE = 12
"""Tokens before the dash that ends a dateline."""
_PAGES = word_set("website site page blog channel")
_VOICES = (
    word_set(
        "side report reports statement communique bulletin broadcast radio station command letter leader commander representative "
        "inquiry"
    )
    | _PAGES
)
"""What a body has that speaks for it: "the Front's statement", "the coalition's inquiry"."""
_SOME = word_set("one two three four five six seven eight nine ten some several many all both others most")
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
_INSIDE_NAMES = frozenset({"of", "the", "and", "in", "for", "de", "del", "la", "al", "-", "–", "—"})
_CLAUSAL = frozenset({"after", "before", "since", "until", "as", "that"})
_DASHES = frozenset({"-", "–", "—"})
_POINTING = frozenset({"the", "this", "that", "same"})
_MARKS = frozenset({'"', "'"})
_SKIPPED = _MARKS | {"either", "neither"}
_ADJECTIVES = word_set("suspect suspects suspected alleged accused")
"""Words of suspicion and blame that name or modify whom it falls on: "murder suspect Ivo Marek", "alleged crimes"."""
_SEASONS = word_set("summer winter autumn spring day days weekend time")
_SINCE = word_set("on in from during since until")
_RELATIVE = frozenset({"who", "which", "that", ","})
_WHICH = word_set("last next same first")
_NUMBERS = frozenset({"he", "it", "they"})
_HANGING = word_set("which whom when where")
_FIRST = frozenset({"our", "my"})
_CLAUSE = 18
"""Tokens of a clause that describes who speaks."""
_CLOSING = frozenset({",", ";", ":", '"', "—", "–", "and", "but", "while", "when", "after", "because", "that"})
_PERSONS = {
    **dict.fromkeys(("we", "us", "we've", "we're", "we'd", "we'll"), "we"),
    **dict.fromkeys(("i", "me", "i've", "i'm", "i'd", "i'll"), "i"),
    **dict.fromkeys(("he", "him", "she", "her"), "he"),
    **dict.fromkeys(("they", "them"), "they"),
    "it": "it",
}
_ANYBODY = frozenset({"person", "man", "woman", "one", "mastermind", "author", "individual", "perpetrator"})


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
    while at > 1 and grammar.forms[at] in _MARKS | {"that"}:
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


def mention_of(grammar: Grammar, span: Span, *, subject: bool = True) -> Mention | None:
    """The words of a noun phrase that name somebody.

    Args:
        grammar: The sentence.
        span: The phrase.
        subject: Whether it is the subject of its clause, which may only seem to begin in an insertion.

    Returns:
        The words; ``None`` for nobody and for what is no actor.
    """
    start, end = span
    if not 0 <= start < end or grammar.speaker(span) is Speaker.NOBODY:
        return None
    forms = grammar.forms
    start, end = _untimed(grammar, *_after_time(grammar, _past_dateline(grammar, start, end), end))
    if start >= end:
        return None
    start = _partitive(grammar, start)
    pointing = _pronoun(grammar, start, end)
    if pointing is not None:
        return pointing
    if subject:
        start, end = _first_phrase(grammar, *_modified(grammar, start, end))
    start, end = _inserted(grammar, start, end)
    if _counted(grammar, start, end):
        return _made(grammar, start, end, "description", forms[start], start)
    start, end = _spoken_for(grammar, *_past_verb(grammar, *_past_addressee(grammar, *_past_case(grammar, start, end))))
    while start < end and (grammar.tags[start] == Tag.DETERMINER or forms[start] in _SKIPPED):
        start += 1
    end = _cut(grammar, start, end)
    start, end = _apposition(grammar, _name_at_the_end(grammar, start, end), end)
    start, end = _named_before(grammar, start, end)
    start = _whole_name(grammar, start, end)
    end = _armed(grammar, start, _possessor(grammar, start, end))
    if start >= end:
        return None
    head = grammar.head((start, end))
    named = grammar.capital[start] and not grammar.shouting and not _is_some_body(grammar, start, end)
    if not named and grammar.masks[head] & NOT_PEOPLE and not grammar.masks[head] & (W.GROUP | W.MEMBER):
        return None
    if not any(character.isalpha() for form in forms[start:end] for character in form):
        return None
    longer = next(filter(lambda item: _is_longer(grammar, item, start, end), mentions(grammar.reading)), None)
    if longer is not None:
        return longer
    pointed = start > 0 and forms[start - 1] in _POINTING and points(grammar.reading, start - 1)
    if not named and end - start == 1 and pointed and forms[end : end + 1] != ("known",):
        # "The group" and "the same group" point back, article included.
        start -= 1 + (forms[start - 1] == "same" and start > 1 and forms[start - 2] in _POINTING)
    found = _made(grammar, start, end, "name" if named else "description", forms[head], head)
    return found if may_be_party(grammar.reading, found) else None


def _is_some_body(grammar: Grammar, start: int, end: int) -> bool:
    """Whether a phrase only says whence a body is: "the Karshan group"."""
    body = grammar.forms[end - 1] in BODIES and not grammar.capital[end - 1]
    return body and only_from(grammar.reading, start, end)


def _is_time(grammar: Grammar, at: int) -> bool:
    return bool(grammar.masks[at] & W.TIME) or grammar.forms[at] in _SEASONS or grammar.forms[at][0].isdigit()


def _untimed(grammar: Grammar, start: int, end: int) -> Span:
    """A phrase without when it was at its end: "Zamor last spring"; the one before where it is nothing else."""
    stop = end
    while stop > start and _is_time(grammar, stop - 1):
        stop -= 1
    if stop == end or all(grammar.forms[at][0].isdigit() for at in range(stop, end)):
        return start, end
    if stop > start and any(grammar.capital[at] for at in range(stop, end)):
        # "Red Dawn".
        return start, end
    while stop > start and (grammar.forms[stop - 1] in _WHICH or grammar.tags[stop - 1] == Tag.DETERMINER):
        stop -= 1
    if stop > start:
        return start, stop
    before = start - 1 - (start > 0 and grammar.forms[start - 1] in _SINCE)
    while before > 0 and grammar.forms[before] in _RELATIVE:
        # "The ministry, which from the first day accused".
        before -= 1
    return grammar.phrase_before(before) if before >= 0 and grammar.tags[before] in "OJ" else (start, end)


def _after_time(grammar: Grammar, start: int, end: int) -> Span:
    """The phrase behind a date that opens the sentence: "September 1970 — The Front hijacks"."""
    if start == 0 and end < grammar.count and grammar.forms[end] in _DASHES | {":"}:
        if all(_is_time(grammar, at) for at in range(start, end)):
            return grammar.phrase_after(end + 1)
    return start, end


def _past_dateline(grammar: Grammar, start: int, end: int) -> int:
    """Where a phrase begins behind the place and day that open a report: "KARSH, May 3 - The Front claims"."""
    dash = next((at for at in range(start, end) if grammar.forms[at] in _DASHES), -1)
    return dash + 1 if _is_dateline(grammar, dash) else start


def _is_dateline(grammar: Grammar, dash: int) -> bool:
    """Whether nothing stands before a dash but a place in capitals or a day, and behind it no part of a body."""
    if not 0 < dash <= _DATELINE or grammar.shouting:
        return False
    raws = [grammar.reading.tokens[at].raw for at in range(dash)]
    words = [raw for raw in raws if raw[0].isalpha()]
    dated = [at for at in range(dash) if grammar.forms[at] in MONTHS or _is_time(grammar, at)]
    if not dated:
        wing = any(form in ARMS for form in grammar.forms[dash + 1 : dash + _DATELINE])
        return bool(words) and not wing and all(raw.isupper() and len(raw) > 1 for raw in words)
    return all(raw[0].isupper() or not raw[0].isalpha() for raw in raws)


def _partitive(grammar: Grammar, start: int) -> int:
    """Where a phrase begins that counts a part of what was found: "one of the men", "all five"."""
    if start > 1 and grammar.forms[start - 2 : start] == ("one", "of"):
        return start - 2
    return start - 1 if start and grammar.forms[start] in _SOME and grammar.forms[start - 1] in _SOME else start


def _pronoun(grammar: Grammar, start: int, end: int) -> Mention | None:
    """A pronoun, or a phrase that begins with a possessive one."""
    forms = grammar.forms
    if end - start == 1 and (grammar.tags[start] == Tag.PRONOUN or forms[start] in _PERSONS):
        return _made(grammar, start, end, "pronoun", _PERSONS.get(forms[start], "other"))
    if forms[start] in POSSESSIVES:
        form = "we" if forms[start] in _FIRST else "he" if forms[start] in {"his", "her"} else "they"
        return _made(grammar, start, _cut(grammar, start, end), "possessive", form)
    return None


def _counted(grammar: Grammar, start: int, end: int) -> bool:
    """Whether a phrase only counts people: "both", "all five", "one of the men"."""
    if grammar.forms[start] not in _SOME:
        return False
    only = all(form in _SOME for form in grammar.forms[start:end])
    return only or (grammar.forms[start] == "one" and grammar.forms[start + 1 : start + 2] == ("of",))


def _inserted(grammar: Grammar, start: int, end: int) -> Span:
    """Who of several it is, between commas: "one of them, a corporal, said"."""
    if not _counted(grammar, start, end) or grammar.forms[end : end + 1] != (",",):
        return start, end
    first, last = grammar.phrase_after(end + 1)
    return (first, last) if first >= 0 and grammar.forms[last : last + 1] == (",",) else (start, end)


def _modified(grammar: Grammar, start: int, end: int) -> Span:
    """The phrase that a clause describes, where the one found ends the clause: "the man who burned the café denies"."""
    if grammar.forms[end : end + 1] in {("who",), ("which",), ("that",)} or grammar.forms[start - 1] == "by":
        return start, end
    verbs = 0
    for at in range(start - 1, max(0, start - _CLAUSE), -1):
        form = grammar.forms[at]
        if form in _CLOSING:
            break
        if form in {"who", "which"}:
            before = grammar.phrase_before(at - 2 if grammar.forms[at - 1] == "," else at - 1)
            return before if verbs == 1 and before[0] >= 0 else (start, end)
        if grammar.tags[at] not in "VG":
            continue
        if grammar.tags[at] == Tag.VERB:
            if (
                form not in NAMING
                and grammar.group_start(at) == at
                and grammar.reduced(at)
                and grammar.tags[at - 1] == Tag.NOUN
            ):
                before = grammar.phrase_before(at - 1)
                return before if verbs == 0 and before[0] >= 0 else (start, end)
            verbs += 1
    return start, end


def _is_longer(grammar: Grammar, item: Mention, start: int, end: int) -> bool:
    """Whether a name holds the phrase: "Army of the Two Mosques" where that is "Two Mosques", or goes on behind it."""
    forms = grammar.forms
    if item.kind != "name" or item.start > start or item.end < end:
        return False
    if item.start == start and (item.end == end or not _is_whole(grammar, item, end)):
        return False
    if item.start < start and _is_from(grammar, start - 1):
        return False
    if item.start == 0 and forms[0] in _WORDS_OF:
        # "Leaflets of the Front": the first word has its capital from the sentence.
        return False
    return all(
        grammar.capital[at] or forms[at] in _INSIDE_NAMES for at in (*range(item.start, start), *range(end, item.end))
    )


def _is_whole(grammar: Grammar, item: Mention, end: int) -> bool:
    """Whether a name goes on behind the phrase found: "Movement for the Freedom of the Cape", not "Zamor for the Karsh raid"."""
    if grammar.shouting or grammar.tags[item.end : item.end + 1] in (["O"], ["J"], ["G"]):
        return False
    if grammar.forms[end] not in _CHARGING:
        return True
    at = item.start - 1
    while at > 0 and (grammar.tags[at] in "DJO" or grammar.forms[at] == "by"):
        at -= 1
    blamed = at >= 0 and grammar.tags[at] in "VG" and bool(grammar.masks[at] & (W.BLAME | W.SUSPECT))
    if not blamed:
        return True
    # "Accused the Front of the Cape of theft": the charge is still to come; "suspect Ivo Marek of the Front of theft".
    body = grammar.masks[item.end - 1] & (W.GROUP | W.OFFICIAL)
    return item.end < grammar.count and grammar.forms[item.end] in _CHARGING and not body


def _first_phrase(grammar: Grammar, start: int, end: int) -> Span:
    """The phrase that opens the sentence, where the one found only ends an insertion behind it."""
    before = start - 1
    while before >= 0 and grammar.tags[before] == Tag.DETERMINER:
        before -= 1
    first = grammar.phrase_after(0)
    inserted = 0 < start < grammar.count and grammar.forms[start - 1] == "," and grammar.forms[end : end + 1] == (",",)
    if _placed(grammar, first, start):
        return first
    if inserted and first[0] == 0 and grammar.forms[first[1] : first[1] + 1] == (",",) and first[1] <= start - 1:
        return first
    if before < 1 or grammar.tags[before] != Tag.PREPOSITION or grammar.forms[before - 1] in {"behalf", "name"}:
        return start, end
    if grammar.forms[before] == "by" or grammar.forms[before] in _CLAUSAL:
        return start, end
    if grammar.forms[before] == "with" and end < grammar.count and grammar.tags[end] == Tag.GERUND:
        # "Gunfire is heard, with the government accusing the rebels."
        return start, end
    if any(grammar.tags[at] == Tag.VERB and not grammar.reduced(at) for at in range(first[1], before)):
        # "The government blamed the attack on the Front, which denied it."
        return start, end
    return first if first[0] == 0 and first[1] < before else (start, end)


def _placed(grammar: Grammar, first: Span, start: int) -> bool:
    """Whether a phrase only ends the place of the first one: "A court in Karsh, Zamor sentences"."""
    if (
        first[0] != 0
        or start < 3
        or grammar.forms[start - 1] != ","
        or grammar.forms[first[1] : first[1] + 1] != ("in",)
    ):
        return False
    return all(grammar.tags[at] in "ODJ" for at in range(first[1] + 1, start - 1))


def _whole_name(grammar: Grammar, start: int, end: int) -> int:
    """Where a name begins whose end was found: "Islamic Front in Zamor and the Coast", "Army of Orlu - Northern Wing"."""
    if grammar.shouting or start >= end or not grammar.capital[start]:
        return start
    link = start - 1
    if link > 0 and grammar.forms[link] == "the":
        link -= 1
    if link < 1 or not grammar.capital[link - 1]:
        return start
    left = grammar.phrase_before(link - 1)
    if left[0] < 0:
        return start
    first = left[0]
    while first < left[1] and grammar.tags[first] == Tag.DETERMINER:
        first += 1
    if grammar.forms[link] in _DASHES:
        return start if _is_dateline(grammar, link) else first
    placed = any(grammar.forms[at] in {"in", "of"} for at in range(first, left[1]))
    return first if grammar.forms[link] == "and" and placed and grammar.capital[first] else start


def _apposition(grammar: Grammar, start: int, end: int) -> Span:
    """The name behind a description: "a rebel group, the Estuary Front, says", 'the organisation "Black Sand"'."""
    if start >= end or end >= grammar.count or (grammar.capital[start] and not grammar.shouting):
        return start, end
    mark = grammar.forms[end]
    head = grammar.masks[grammar.head((start, end))]
    if (
        mark == ","
        and grammar.capital[end - 1]
        and any(grammar.tags[at] == Tag.PREPOSITION for at in range(start, end))
    ):
        # "A court in Prague, Czech Republic, sentences": where it is.
        return start, end
    if mark not in {",", '"'} or (not head & (W.GROUP | W.MEMBER) and not (mark == "," and not grammar.shouting)):
        return start, end
    name = grammar.phrase_after(end + 1)
    first = name[0]
    while first >= 0 and first < name[1] and grammar.tags[first] == Tag.DETERMINER:
        first += 1
    stop = name[1]
    while 0 <= first < stop < grammar.count - 1 and grammar.capital[stop] and not grammar.shouting:
        # "Loggers Against Waste".
        stop += 1
    if first < 0 or first >= stop or stop >= grammar.count or grammar.forms[stop] not in {mark, "(", "."}:
        return start, end
    if grammar.forms[stop] == "." and stop < grammar.count - 1:
        return start, end
    numbered = grammar.forms[first][0].isdigit() and first + 1 < stop
    return (first, stop) if grammar.capital[first + numbered] else (start, end)


def _named_before(grammar: Grammar, start: int, end: int) -> Span:
    """The name before a description that says nothing of who it is: "Ivo Marek, the man who", ", the alleged author"."""
    if end - start != 1 or grammar.forms[start] not in _ANYBODY:
        return start, end
    comma = start - 1
    while comma > 0 and grammar.tags[comma] in "DJ":
        comma -= 1
    if comma < 1 or grammar.forms[comma] != ",":
        return start, end
    name = grammar.phrase_before(comma - 1)
    first = name[0]
    while 0 <= first < name[1] and grammar.tags[first] == Tag.DETERMINER:
        first += 1
    links = [at for at in range(max(first, 0), name[1]) if grammar.tags[at] == Tag.PREPOSITION]
    first = links[-1] + 1 if links else first
    return (first, name[1]) if 0 <= first < name[1] and grammar.capital[first] else (start, end)


def _spoken_for(grammar: Grammar, start: int, end: int) -> Span:
    """Whom a spokesman, a member, a caller or a statement speaks for."""
    for at in range(start + 1, min(end, grammar.count)):
        if grammar.forms[at] in _OF:
            speaking = grammar.masks[at - 1] & _SPEAKS_FOR or grammar.forms[at - 1] in _WORDS_OF
            if speaking and at + 1 < end:
                return _spoken_for(grammar, at + 1, end)
            break
    return start, end


def _possessor(grammar: Grammar, start: int, end: int) -> int:
    """The end of the name whose spokesman or media wing a phrase is: "the Front's publicity wing", "Front spokesman"."""
    if start >= end:
        return end
    body = grammar.capital[start] or bool(grammar.masks[grammar.head((start, start + 1))] & (W.GROUP | W.STATE))
    for at in range(start + 1, end):
        if not body or not (speaks(grammar, at) or grammar.forms[at] in _VOICES):
            continue
        own = [
            place for place in range(start, at) if grammar.forms[place].endswith("'s") or grammar.forms[place] == "'"
        ]
        if own:
            return own[0] + (grammar.forms[own[0]] != "'")
        return at if grammar.forms[at].startswith("spokes") and grammar.capital[at - 1] else end
    return end


def _armed(grammar: Grammar, start: int, end: int) -> int:
    """The end of the name whose weapon or attack a phrase is: "a Zamoran drone strike", "the Orlu army's artillery"."""
    if start >= end or grammar.shouting or not grammar.capital[start]:
        return end
    if not grammar.masks[end - 1] & _ARMS and grammar.forms[end - 1] not in _FLYING:
        return end
    names = [at for at in range(start, end) if grammar.capital[at]]
    owner = next((at for at in range(start, end) if grammar.forms[at].endswith("'s")), names[-1])
    return owner + 1 if owner < end - 1 else end


def _cut(grammar: Grammar, start: int, end: int) -> int:
    """The end of a phrase before an insertion in brackets or commas, without its closing marks."""
    at = start + 1
    while at < end and grammar.forms[at] not in _ENDS and grammar.forms[at] != '"' and not _hits(grammar, at):
        if grammar.tags[at] == Tag.DETERMINER and grammar.tags[at - 1] == Tag.NOUN:
            # "the front all the same": another phrase begins.
            break
        if grammar.forms[at].endswith("ing") and grammar.forms[at - 1].endswith("s") and not grammar.capital[at]:
            # "smugglers settling a score".
            break
        at += 1
    while at > start + 1 and grammar.forms[at - 1] in _MARKS:
        at -= 1
    return min(at, end)


def _past_case(grammar: Grammar, start: int, end: int) -> Span:
    """Whose trial, arrest or case a phrase tells of: "the extradition of Ivo Marek", "a trial in absentia for four men"."""
    head = grammar.head((start, end)) if start < end else start
    if start >= end or grammar.forms[head] not in OF_SOMEBODY or grammar.capital[head]:
        return start, end
    link = next((at for at in range(head + 1, end) if grammar.forms[at] in {"of", "for", "against"}), -1)
    return (link + 1, end) if link > 0 else (start, end)


def _past_addressee(grammar: Grammar, start: int, end: int) -> Span:
    """Who sent a message, where the phrase begins with whom it was sent to: "a letter to reporters from the Front".

    Nothing is left where the phrase tells only that.
    """
    if not addressed(grammar.reading, start):
        return start, end
    link = next((at for at in range(start, end) if grammar.forms[at] in _FROM), -1)
    return (link + 1, end) if link > 0 else (end, end)


def _past_verb(grammar: Grammar, start: int, end: int) -> Span:
    """The subject of a clause without the verb that brings it in: "a court rules Zamor" before "was responsible"."""
    relative = end + 1 < grammar.count and grammar.forms[end] == "," and grammar.forms[end + 1] in {"who", "which"}
    if relative or (end < grammar.count and grammar.tags[end] in "AMV"):
        verb = next((at for at in range(end - 2, start, -1) if _does(grammar, at)), start - 1)
        return verb + 1, end
    return start, end


def _does(grammar: Grammar, at: int) -> bool:
    """Whether a word that stands as a noun is a verb in the present: "Minister Ana Ruiz condemns Zamor", "a court hears a"."""
    form, following = grammar.forms[at], grammar.forms[at + 1 : at + 2]
    if (
        grammar.shouting
        or grammar.capital[at]
        or not form.endswith("s")
        or form.endswith(("ss", "'s"))
        or not following
    ):
        return False
    people = (
        grammar.masks[at] & (W.GROUP | W.MEMBER | W.OFFICIAL)
        or form in PERSONS
        or form.endswith(("ers", "ors", "ists"))
    )
    one = grammar.capital[at - 1] or grammar.forms[at - 1] in COURTS
    goes_on = grammar.capital[at + 1] or grammar.tags[at + 1] == Tag.DETERMINER or following[0][0].isdigit()
    return one and not people and goes_on


def _hits(grammar: Grammar, at: int) -> bool:
    """Whether a word behind a name is a verb for all it looks: "a missile from Zamor hit the port", "men stand trial"."""
    if grammar.shouting or grammar.capital[at]:
        return False
    if _does(grammar, at):
        return True
    if grammar.forms[at] in _STANDING and grammar.forms[at + 1 : at + 2] in _TRIED:
        return True
    people = grammar.masks[at - 1] & (W.MEMBER | W.INSURGENT) and grammar.forms[at - 1].endswith("s")
    deed = grammar.masks[at] & (W.ACT_VERB | W.WEAK_ACT)
    return bool(deed) and (grammar.capital[at - 1] or bool(people))


def _name_at_the_end(grammar: Grammar, start: int, end: int) -> int:
    """Past a description before a name: "militant group Black Sand", "Danish militant group Black Sand"."""
    if grammar.shouting or start >= end:
        return start
    if grammar.capital[start]:
        return _name_behind(grammar, start, end)
    for at in range(start + 1, end):
        if grammar.forms[at - 1].endswith("'s") and not _PAGES.isdisjoint(grammar.forms[at : at + 4]):
            # "The group's Telegram channel".
            break
        if grammar.capital[at] and (_is_named_body(grammar, at, end) or grammar.forms[at - 1] in NAMES):
            # "The outlawed Black Sand Front", "the name Black Sand".
            return at
        if grammar.capital[at] and grammar.masks[at - 1] & (W.GROUP | W.MEMBER | W.OFFICIAL):
            return at
        if grammar.forms[at] in _OF:
            break
    return start


def _is_named_body(grammar: Grammar, start: int, end: int) -> bool:
    """Whether a phrase is the name of a body by its last word: "Harbour Front"."""
    words = all(grammar.capital[at] or grammar.forms[at] in _INSIDE_NAMES for at in range(start, end))
    return words and end - start > 1 and bool(grammar.masks[end - 1] & W.GROUP)


def _name_behind(grammar: Grammar, start: int, end: int) -> int:
    """Where the name begins behind a description with a capital: "Danish militant group Black Sand", "Lebanon's Black Sand"."""
    at = end - 1
    while at > start and (grammar.capital[at] or grammar.forms[at] in _INSIDE_NAMES) and not _owns(grammar, at):
        at -= 1
    if at + 1 >= end or not grammar.capital[at + 1]:
        return start
    if _owns(grammar, at):
        state = any(grammar.masks[place] & (W.STATE | W.OFFICIAL) for place in range(at + 1, end))
        return at + 1 if at == start and _is_from(grammar, at) and not state else start
    plain = grammar.forms[at] in BODIES and all(grammar.tags[place] in "OJG" for place in range(start, at))
    return at + 1 if plain else start


def _owns(grammar: Grammar, at: int) -> bool:
    return grammar.forms[at].endswith("'s")


def _is_from(grammar: Grammar, at: int) -> bool:
    """Whether a word is a country that what stands behind it is from: "Lebanon's"."""
    return _owns(grammar, at) and grammar.capital[at] and is_country(grammar.forms[at].removesuffix("'s"))


def _made(grammar: Grammar, start: int, end: int, kind: str, form: str, head: int | None = None) -> Mention:
    first, last = grammar.word_span((start, end))
    text = grammar.reading.text[first:last]
    if kind != "pronoun" and text.lower().endswith(("'s", "’s")):
        last -= 2
    return Mention(start, end, start if head is None else head, kind, form.removesuffix("'s"), first, last)
