"""Who is named as the author of an act: by traces, by a hand that is seen in it, by an accusation told as a noun."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_around, act_before, find_act
from avow.cues.accounts.blame.deeds import act_of
from avow.cues.accounts.blame.signs import (
    ACCUSING,
    BACK,
    NEAR,
    NOT_YET,
    REACH,
    accusation_that,
    bears,
    owner_at,
    part_of,
    sees_behind,
    sees_hand,
    teller_at,
    trades,
)
from avow.cues.accounts.captives import held
from avow.cues.accounts.crimes import WEAK_CRIMES, crime
from avow.cues.accounts.dispatch import Row
from avow.cues.accounts.people import DOERS, KILLERS, agent, can_act, is_passive, who
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.search import denied_before, find_before, find_word, verb_before
from avow.cues.grammar import NO_SPAN, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_SIGNS = word_set(
    "hallmark hallmarks fingerprint fingerprints signature stamp imprint trademark trademarks handwriting"
)
_HANDS = word_set("hand hands fingerprints shadow handiwork")
_SELF = frozenset({"it", "they", "he", "she"})
_PARTS = word_set("involvement complicity role part hand participation collusion guilt responsibility")
_TRADING = word_set("trade trades traded trading exchange exchanges exchanged exchanging swap swaps swapped swapping")
_PERSON = word_set("one ones man men woman person people those")
_PORTRAYING = word_set(
    "portray portrays portrayed portraying paint paints painted painting depict depicts depicted depicting describe describes "
    "described describing brand brands branded present presents presented presenting cast casts label labels labelled labeled "
    "called calls call calling dubbed identify identifies identified identifying name names named naming"
)
_ORIGINS = word_set(
    "source sources origin author authors architect architects organiser organisers organizer organizers"
)
_MASTERS = word_set(
    "mastermind masterminds ringleader ringleaders paymaster brain brains instigator instigators culprit culprits triggerman"
)
_AUTHORS = DOERS | _MASTERS | _ORIGINS
_CULPRITS = (DOERS - {"hacker"}) | _MASTERS | word_set("authors abductors captors raiders intruders")
_WAS = word_set("was were")
_UNKNOWN_YET = word_set("unknown unclear unidentified arrested caught still not never at on in shot killed dead")
_IF = word_set("whether if where when unless")
_PUTTING = word_set("put puts putting chalk chalks chalked")
_CALLS = word_set(
    "call calls called describe describes described term terms termed label labels labelled labeled brand brands branded say "
    "says said consider considers considered regard regards regarded see sees saw dub dubs dubbed denounced denounces allege "
    "alleges alleged"
)
_LINKING = word_set("as was were is are to be have been")
_HARMS = word_set("reprisal reprisals provocation provocations firing incursion aggression retaliation")
_OWN = word_set("our my its their his her")
_DONE_BY = word_set("by from")
_LAID = word_set("lay lays laid laying put puts placed place places")
_CREDITING = word_set("lay lays laid credit credits credited charges charged imputes imputed fastened hangs hung")
_FEET = word_set("door doorstep feet")
_AGENCY = word_set("operation operations plot doing creation crime provocation")


def doer_of(grammar: Grammar, act: Span) -> Span:
    """By whom an act was done, as its noun phrase tells: "the shooting of traders by soldiers", "Zamor's attack".

    Args:
        grammar: The sentence.
        act: The noun of the act.

    Returns:
        The phrase, ``NO_SPAN`` where nobody is named.
    """
    forms = grammar.forms
    for at in range(act[1], min(grammar.count, act[1] + 10)):
        if forms[at] in _DONE_BY:
            found = grammar.phrase_after(at + 1)
            if forms[at] == "by" and can_act(grammar, found, named=True):
                return found
        if grammar.tags[at] in "VAMS" or forms[at] in {",", ";", "and"}:
            break
    for back in range(act[0] - 1, max(-1, act[0] - 5), -1):
        if forms[back].endswith("'s") or (forms[back] == "'" and back and forms[back - 1].endswith("s")):
            span = owner_at(grammar, back)
            return span if can_act(grammar, span) else NO_SPAN
        if grammar.capital[back] and back and not grammar.shouting and can_act(grammar, (back, back + 1)):
            return back, back + 1
        if grammar.tags[back] not in "OJ":
            break
    return NO_SPAN


def _portrays(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody portrays somebody as the author of an act, or calls them that."""
    forms = grammar.forms
    if not held(grammar, verb) or is_passive(grammar, verb) or _is_noun(grammar, verb):
        return
    accused = grammar.phrase_after(verb + 1)
    link = find_word(grammar, ("as",), verb + 2, verb + 22)
    if link < 0 and forms[verb].startswith(("call", "dub", "brand", "label", "describ")):
        link = find_word(grammar, ("the",), verb + 2, verb + 9)
        accused = (accused[0], min(accused[1], link)) if 0 <= accused[0] < link else accused
    one = find_word(grammar, _PERSON, link + 1, link + 4) if link >= 0 and forms[link] == "as" else -1
    if one >= 0 and forms[one + 1 : one + 2] == ("who",) and can_act(grammar, accused):
        deeds = (act_of(grammar, at, one) for at in range(one + 2, min(grammar.count, one + 9)))
        act = next((deed for deed in deeds if deed[0] >= 0), NO_SPAN)
        if act[0] >= 0:
            yield Account(BLAMED, "as-the-one", verb, who(grammar, verb), accused, act)
        return
    author = find_word(grammar, _AUTHORS, link + 1, link + 5) if link >= 0 else -1
    if author < 0 or not can_act(grammar, accused):
        return
    of = find_word(grammar, ("of", "in", "behind", "for"), author + 1, author + 3)
    act = crime(grammar, of + 1, of + 10) if of >= 0 else NO_SPAN
    if act[0] < 0 and of >= 0 and forms[author] in KILLERS:
        act = (author, author + 1)
    if act[0] >= 0 and not NOT_YET & set(forms[link:author]):
        yield Account(BLAMED, "portrays-as", verb, who(grammar, verb), accused, act)


def _is_noun(grammar: Grammar, verb: int) -> bool:
    """Whether a word that may be a verb stands behind a determiner or a preposition."""
    return bool(verb) and grammar.tags[verb - 1] in "DI"


def _attackers_as(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody identified the attackers "as" somebody; the attackers were identified as them."""
    forms = grammar.forms
    if not held(grammar, verb) or _is_noun(grammar, verb):
        return
    passive = is_passive(grammar, verb)
    start, stop = (verb - 9, verb) if passive else (verb + 1, verb + 5)
    culprit = find_word(grammar, _CULPRITS, max(0, start), stop)
    link = find_word(grammar, ("as",), verb + 1, verb + 13)
    if culprit < 0 or link < 0 or NOT_YET & set(forms[max(0, culprit - 2) : culprit]):
        return
    if not passive and any(grammar.tags[at] in "VAM" for at in range(culprit + 1, link)):
        return
    accused = grammar.phrase_after(link + 1)
    unnamed = passive and forms[link + 1 : link + 2] in {("a",), ("an",)}
    speaker = NO_SPAN if passive else who(grammar, verb)
    if _names_its_own(grammar, speaker, verb):
        return
    if can_act(grammar, accused, named=True) and forms[link + 1] != "being" and not unnamed:
        yield Account(BLAMED, "attackers-as", verb, speaker, accused, (culprit, culprit + 1))


def _names_its_own(grammar: Grammar, speaker: Span, at: int) -> bool:
    """Whether a group tells who its bomber was: who has just owned the act accuses nobody of it."""
    forms = grammar.forms
    before = forms[max(0, at - REACH) : at]
    behind = any(other == "behind" and word in _SELF for word, other in zip(before, before[2:], strict=False))
    owning = behind or "responsibility" in before
    return owning or grammar.speaker(speaker) is Speaker.GROUP


def _culprit_was(grammar: Grammar, at: int) -> Iterator[Account]:
    """The culprit in an act was somebody, as somebody says."""
    forms = grammar.forms
    the = at - 1 - (forms[at - 1 : at] in {("suicide",), ("lone",), ("car",)})
    if forms[max(0, the) : the + 1] != ("the",) or (
        the and forms[the - 1] in {"of", "by", "for", "to", "with", "from"}
    ):
        return
    be = find_word(grammar, _WAS, at + 1, at + 16)
    if _IF & set(forms[max(0, at - 6) : at]):
        return
    if be < 0 or be + 1 >= grammar.count or forms[be + 1] in _UNKNOWN_YET or grammar.tags[be + 1] in "VGABN":
        return
    accused = grammar.phrase_after(be + 1)
    speaker = teller_at(grammar, be)
    source = find_word(grammar, ("according",), at + 1, be + REACH)
    if source >= 0:
        speaker = grammar.phrase_after(source + 2)
    if _names_its_own(grammar, speaker, at):
        return
    act = find_act(grammar, at + 1, be)
    act = act if act[0] >= 0 else (at, at + 1)
    if speaker[0] >= 0 and can_act(grammar, accused, named=True) and not NOT_YET & set(forms[at:be]):
        yield Account(BLAMED, "culprit-was", at, speaker, accused, act)


def _puts_down(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody puts an act down to somebody."""
    forms = grammar.forms
    down = find_word(grammar, ("down", "up"), verb + 1, verb + 14)
    if down < 0 or not held(grammar, verb):
        return
    passive = grammar.passive(verb)
    link = find_word(grammar, ("to",), down + 1, down + (9 if passive else 2))
    if link < 0:
        return
    accused, act = grammar.phrase_after(link + 1), find_act(grammar, verb + 1, down, deeds=False)
    back = forms[verb + 1] in BACK
    if back or passive:
        act = act_before(grammar, verb)
    if act[0] >= 0 and (can_act(grammar, accused) or _armed(grammar, accused)):
        speaker = agent(grammar, verb) if passive else who(grammar, verb)
        yield Account(BLAMED, "puts-down-to", verb, speaker, accused, act)


def _lays_to(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody lays an act to somebody, credits or charges it to them."""
    forms = grammar.forms
    passive = is_passive(grammar, verb) or grammar.passive(verb)
    reach = 4 if passive else 14
    link = find_word(grammar, ("to", "on", "upon"), verb + 1, verb + reach)
    if link < 0 or not held(grammar, verb) or any(grammar.tags[at] in "VAM" for at in range(verb + 1, link)):
        return
    accused, first = grammar.phrase_after(link + 1), forms[verb + 1]
    if passive:
        act = find_act(grammar, max(0, verb - NEAR), verb, deeds=False)
    elif first in BACK:
        act = act_before(grammar, verb) if link == verb + 2 else NO_SPAN
    else:
        definite = grammar.tags[verb + 1] == Tag.DETERMINER and first not in {"a", "an"}
        # "The end of the bombings" is no act.
        end = min(link, grammar.head(grammar.phrase_after(verb + 1)) + 1) if definite else 0
        act = find_act(grammar, verb + 2, end, deeds=False) if definite else NO_SPAN
        act = act if act[0] >= 0 or not definite else crime(grammar, verb + 2, end)
    if act[0] >= 0 and can_act(grammar, accused, named=True) and not grammar.masks[accused[1] - 1] & W.TIME:
        speaker = agent(grammar, verb) if passive else who(grammar, verb)
        yield Account(BLAMED, "lays-to", verb, speaker, accused, act)


def _armed(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names the weapons of somebody with a name: "Zamor drones"."""
    return (
        span[0] >= 0
        and not grammar.shouting
        and grammar.capital[span[0]]
        and bool(grammar.masks[grammar.head(span)] & W.WEAPON)
    )


def _what_is_called(grammar: Grammar, at: int) -> Iterator[Account]:
    """What somebody calls an act of somebody's: "what it calls Zamor's assassination of a minister"."""
    forms = grammar.forms
    verb = find_word(grammar, _CALLS, at + 2, at + NEAR)
    if verb < 0 or any(grammar.tags[here] in "VGIS" for here in range(at + 1, verb)):
        return
    start = verb + 1
    while start < grammar.count and forms[start] in _LINKING:
        start += 1
    act = _harm(grammar, start, start + 7)
    if act[0] < 0 or grammar.negated(verb):
        return
    accused = doer_of(grammar, act)
    subject = (at + 1, verb)
    if grammar.tags[at + 1] == Tag.PRONOUN:
        told = verb_before(grammar, at, REACH)
        subject = who(grammar, told) if told >= 0 else NO_SPAN
    if accused[0] >= start and not _OWN & set(forms[accused[0] : accused[1]]):
        yield Account(BLAMED, "what-is-called", verb, subject, accused, act)


def _harm(grammar: Grammar, start: int, stop: int) -> Span:
    """The first noun of an act, also of one that only a side of a conflict would name so, within its phrase."""
    for at in range(start, min(stop, grammar.count)):
        if grammar.forms[at] in _HARMS:
            return at, at + 1
        if grammar.tags[at] == Tag.VERB or grammar.forms[at] in {",", ";"}:
            break
        found = find_act(grammar, at, at + 1, deeds=False)
        if found[0] >= 0 and grammar.forms[at] not in WEAK_CRIMES:
            return found
    return NO_SPAN


def _at_door(grammar: Grammar, at: int) -> Iterator[Account]:
    """Blame for an act laid at somebody's feet or door."""
    forms = grammar.forms
    verb = find_before(grammar, _LAID, at, 16)
    if verb < 0 or not held(grammar, verb) or find_before(grammar, ("at", "to", "on"), at, 7) < verb:
        return
    if forms[at + 1 : at + 2] == ("of",):
        accused = grammar.phrase_after(at + 2)
    elif at and forms[at - 1].endswith("'s"):
        begin = find_before(grammar, ("at", "to", "on"), at, 7) + 1
        accused = (begin, at)
    else:
        return
    passive = is_passive(grammar, verb)
    act = find_act(grammar, verb + 1, at, deeds=False)
    act = act if act[0] >= 0 else act_before(grammar, verb)
    if act[0] >= 0 and can_act(grammar, accused):
        yield Account(BLAMED, "laid-at-door", at, NO_SPAN if passive else who(grammar, verb), accused, act)


def _agency_of(grammar: Grammar, at: int) -> Iterator[Account]:
    """An act that was "an operation of" somebody's, "the doing of" somebody."""
    forms = grammar.forms
    if forms[at + 1 : at + 2] not in {("of",), ("by",)} or forms[at - 1 : at] not in {("an",), ("a",), ("the",)}:
        return
    be = find_before(grammar, _WAS, at, 3)
    if be < 0 or denied_before(grammar, at):
        return
    accused, act = grammar.phrase_after(at + 2), find_act(grammar, be - 12, be, deeds=False)
    speaker = teller_at(grammar, at)
    if act[0] >= 0 and speaker[0] >= 0 and can_act(grammar, accused):
        yield Account(BLAMED, "agency-of", at, speaker, accused, act)


def _points_to(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody points to somebody as they who did it, without saying so."""
    forms = grammar.forms
    if forms[verb + 1 : verb + 2] != ("to",) or not held(grammar, verb) or is_passive(grammar, verb):
        return
    accused, speaker = grammar.phrase_after(verb + 2), who(grammar, verb)
    behind = forms[accused[1]] if 0 <= accused[1] < grammar.count else "."
    act = act_around(grammar, verb)
    if behind not in {".", ",", ";", "and", "after"} or not can_act(grammar, speaker) or act[0] < 0:
        return
    named = (
        any(grammar.capital[here] for here in range(*accused)) or grammar.masks[grammar.head(accused)] & W.INSURGENT
        if accused[0] >= 0
        else False
    )
    if named and can_act(grammar, accused, named=True) and not grammar.shouting:
        yield Account(BLAMED, "points-to", verb, speaker, accused, act)


NAMES: tuple[Row, ...] = (
    (_SIGNS, "", bears),
    (_HANDS, "", sees_hand),
    (frozenset(["behind"]), "", sees_behind),
    (_CREDITING, "", _lays_to),
    (_PARTS, "", part_of),
    (ACCUSING, "", accusation_that),
    (_TRADING, "", trades),
    (_PORTRAYING, "", _portrays),
    (word_set("identify identifies identified identifying name names named naming"), "", _attackers_as),
    (_CULPRITS, "", _culprit_was),
    (_PUTTING, "", _puts_down),
    (frozenset(["what"]), "", _what_is_called),
    (_FEET, "", _at_door),
    (_AGENCY, "", _agency_of),
    (word_set("point points pointed pointing"), "", _points_to),
)
"""The rules of this module by the words that they begin with."""
