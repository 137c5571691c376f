"""Signs and accusations: acts that bear somebody's mark, in which a part or a hand is seen."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_around, act_before, does, find_act
from avow.cues.accounts.blame.telling import PARTAKING
from avow.cues.accounts.captives import held
from avow.cues.accounts.crimes import crime
from avow.cues.accounts.people import agent, can_act, is_passive, who
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.search import denied_before, find_before, find_word, verb_before
from avow.cues.grammar import NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_WRITTEN = word_set("signature stamp imprint handwriting")
_BEARING = word_set("bear bears bore bearing carry carries carried carrying has had have having shows showed wears")
_SEEING = word_set("see sees saw seen seeing detects detected discerns discerned senses sensed")
_PROOF = word_set("evidence proof indications intelligence data")
ACCUSING = word_set(
    "accusation accusations allegation allegations charges claims claim assertion complaint complaints reports finding findings"
)
_TELLING_OF = word_set(
    "cite cites citing cited denounces denounced denouncing condemns condemned condemning alleges alleged alleging documents "
    "documented documenting details detailed detailing exposes exposed confirms confirmed confirming establishes established "
    "speaks spoke speaking proves proved proving demonstrates demonstrated points pointed pointing"
)
_REPEATING = word_set("repeats repeat repeated repeating makes make renews renewed voices levels has have had")
_DOUBTED = word_set(
    "no without lack little insufficient scant denies denied deny denying false baseless unfounded fabricated"
)
_REFUSING = ("dismiss", "reject", "refut", "rebuff", "disput", "debunk")
NOT_YET = word_set("alleged suspected possible presumed potential any")
_MADE = word_set("made levelled leveled voiced raised by")
_THEMSELVES = word_set("it they its their he she his her")
_TRADED = word_set("blame accusations accusation recriminations charges claims allegations")
BACK = word_set("it them this that both")
_PLANNED = (
    "planned",
    "mastermind",
    "orchestrat",
    "ordered",
    "plotted",
    "direct",
    "carried",
    "commit",
    "staged",
    "commission",
)
NEAR, REACH = 8, 16


def owner_at(grammar: Grammar, at: int) -> Span:
    """The phrase of whoever owns something, by the token that ends with "'s".

    Args:
        grammar: The sentence.
        at: The token.

    Returns:
        The phrase behind the last preposition before it, ``NO_SPAN`` where there is none.
    """
    span = grammar.phrase_before(at)
    cut = next((back for back in range(at, span[0] - 1, -1) if grammar.tags[back] == Tag.PREPOSITION), -1)
    return (cut + 1, span[1]) if 0 <= cut < span[1] - 1 else span


def teller_at(grammar: Grammar, at: int) -> Span:
    """Who says what stands around a token, by the verb of saying before or behind it.

    Args:
        grammar: The sentence.
        at: The token.

    Returns:
        Tokens from and to.
    """
    for here in (*range(at - 1, max(-1, at - REACH), -1), *range(at + 1, min(grammar.count, at + REACH))):
        if grammar.tags[here] == Tag.VERB and grammar.masks[here] & W.REPORT and not is_passive(grammar, here):
            said = who(grammar, here)
            return said if said[0] >= 0 and said[1] <= here else grammar.phrase_after(here + 1)
    return NO_SPAN


def bears(grammar: Grammar, at: int) -> Iterator[Account]:
    """An act bears the signature of somebody.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    bearing = find_before(grammar, _BEARING, at, 5)
    if any(grammar.tags[here] == Tag.VERB for here in range(bearing + 1, at)):
        return
    if bearing < 0 or forms[at + 1 : at + 2] != ("of",) or denied_before(grammar, at):
        return
    accused, act = grammar.phrase_after(at + 2), act_before(grammar, bearing, deeds=False)
    if can_act(grammar, accused) and (act[0] >= 0 or forms[at] not in _WRITTEN):
        yield Account(BLAMED, "bears-signs", at, teller_at(grammar, at), accused, act)


def sees_hand(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody sees the hand of somebody in an act.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    seeing = find_before(grammar, _SEEING, at, 3)
    if forms[at + 1 : at + 2] != ("of",):
        return
    accused = grammar.phrase_after(at + 2)
    if seeing >= 0 and can_act(grammar, accused) and not denied_before(grammar, at):
        act = find_act(grammar, accused[1], accused[1] + 9, deeds=False)
        act = act if act[0] >= 0 else act_around(grammar, at)
        yield Account(BLAMED, "sees-hand", seeing, who(grammar, seeing), accused, act)


def sees_behind(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody sees somebody behind an act.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    seeing = find_before(grammar, _SEEING, at, 9)
    accused = grammar.phrase_after(seeing + 1) if seeing >= 0 and held(grammar, seeing) else NO_SPAN
    if accused[1] != at or not can_act(grammar, accused, named=True):
        return
    act = crime(grammar, at + 1, at + NEAR)
    if act[0] < 0 and forms[at + 1 : at + 2] and forms[at + 1] in BACK:
        act = act_before(grammar, seeing, deeds=False)
    if act[0] >= 0:
        yield Account(BLAMED, "sees-behind", seeing, who(grammar, seeing), accused, act)


def part_of(grammar: Grammar, at: int) -> Iterator[Account]:
    """Evidence of somebody's part in an act; accusations of it; somebody points to it.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    if forms[at + 1 : at + 2] == ("of",):
        accused = grammar.phrase_after(at + 2)
        link, begin = accused[1], at
    else:
        owner = at - 1
        while owner > max(0, at - 4) and grammar.tags[owner] in "OJ" and not _owns(grammar, owner):
            owner -= 1
        if owner < 0 or grammar.shouting or not _owns(grammar, owner):
            return
        accused = owner_at(grammar, owner)
        link, begin = at + 1, max(0, accused[0])
    if accused[0] < 0 or forms[link : link + 1] not in {("in",), ("for",)} or not can_act(grammar, accused):
        return
    act = crime(grammar, link + 1, link + NEAR)
    told = find_before(grammar, _PROOF | ACCUSING | _TELLING_OF, begin, 6)
    window = set(forms[max(0, told - 4) : at])
    if (
        act[0] < 0
        or told < 0
        or _DOUBTED & window
        or NOT_YET & window
        or _dismissed(grammar, told)
        or denied_before(grammar, told)
    ):
        return
    yield Account(BLAMED, "part-of", at, _accuser(grammar, told), accused, act)


def _dismissed(grammar: Grammar, told: int) -> bool:
    """Whether a claim of somebody's part is only named to be refused, by nobody who makes it: "dismisses claims of"."""
    near = grammar.forms[max(0, told - 3) : told]
    return "by" not in grammar.forms[told : told + 3] and any(form.startswith(_REFUSING) for form in near)


def _owns(grammar: Grammar, at: int) -> bool:
    """Whether a token ends the name of an owner: "Zamor's", "Zamor" before a noun."""
    return grammar.forms[at].endswith("'s") or (grammar.capital[at] and grammar.tags[at] in "OJ")


def _accuser(grammar: Grammar, noun: int) -> Span:
    """Who makes an accusation: "Zamor's accusation", "accusations by Zamor", or whose verb stands before it."""
    forms = grammar.forms
    if forms[noun + 1 : noun + 2] in {("by",), ("from",)}:
        found = grammar.phrase_after(noun + 2)
        return found[0], next((at for at in range(*found) if forms[at] == "of"), found[1])
    if noun and forms[noun - 1].endswith("'s"):
        return owner_at(grammar, noun - 1)
    if grammar.tags[noun] in "VG" or forms[noun] in _TELLING_OF:
        return who(grammar, noun)
    verb = max(verb_before(grammar, noun, NEAR), find_before(grammar, _TELLING_OF | _REPEATING, noun, 5))
    return who(grammar, verb) if verb >= 0 and not is_passive(grammar, verb) else NO_SPAN


def accusation_that(grammar: Grammar, noun: int) -> Iterator[Account]:
    """An accusation of somebody's "that" somebody did it, planned it or took part; whoever rejects it is blamed too.

    Args:
        grammar: The sentence.
        noun: The noun of accusing.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    that = find_word(grammar, ("that",), noun + 1, noun + 12)
    if that < 0 or any(grammar.tags[at] in "VAMP" and forms[at] not in _MADE for at in range(noun + 1, that)):
        return
    accuser = _accuser(grammar, noun)
    owned = forms[noun + 1 : noun + 2] == ("by",) or bool(noun and forms[noun - 1].endswith("'s"))
    owned = owned or forms[noun + 1 : noun + 3] == ("made", "by")
    if _DOUBTED & set(forms[max(0, noun - 4) : noun]) and not owned:
        return
    clause = grammar.phrase_after(that + 1 + (grammar.tags[that + 1 : that + 2] == [Tag.VERB]))
    if forms[noun].startswith("claim") and clause[0] >= 0 and forms[clause[0]] in _THEMSELVES:
        # "A claim by the group that it fired": their own deed.
        return
    for at in range(that + 2, min(grammar.count, that + 13)):
        if grammar.tags[at] != Tag.VERB:
            continue
        passive, act = grammar.undergone(at), NO_SPAN
        if forms[at].startswith((*_PLANNED, *PARTAKING)):
            act = crime(grammar, that + 1, at) if passive else crime(grammar, at + 1, at + NEAR)
        elif owned and does(grammar, at):
            act = (at, at + 1)
        accused = agent(grammar, at) if passive else clause
        if act[0] >= 0 and held(grammar, at) and can_act(grammar, _resolved(grammar, accused), named=True):
            yield Account(BLAMED, "accusation-that", noun, accuser, _resolved(grammar, accused), act)
            return


def _resolved(grammar: Grammar, span: Span) -> Span:
    """For "it" and "its forces", whoever the sentence begins with; else the phrase itself."""
    if span[0] < 0 or grammar.forms[span[0]] not in _THEMSELVES:
        return span
    first = grammar.phrase_after(0)
    return first if first[0] >= 0 and first[1] <= span[0] else span


def trades(grammar: Grammar, at: int) -> Iterator[Account]:
    """Two sides trade blame over an act.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    noun = find_word(grammar, _TRADED, at + 1, at + 4)
    link = find_word(grammar, ("over", "for", "about", "after", "of"), noun + 1, noun + 5) if noun >= 0 else -1
    if link < 0 or denied_before(grammar, at):
        return
    sides, act = who(grammar, at), crime(grammar, link + 1, link + NEAR)
    if act[0] >= 0 and can_act(grammar, sides):
        yield Account(BLAMED, "trades-blame", noun, sides, sides, act)
