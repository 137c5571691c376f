"""Who is punished by other states, protested to or sued for an act: sanctions, expulsions, protests, rewards."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import does, find_act, of_part
from avow.cues.accounts.blame.naming import doer_of
from avow.cues.accounts.blame.signs import owner_at
from avow.cues.accounts.blame.telling import ALLEGED
from avow.cues.accounts.captives import held, only_meant
from avow.cues.accounts.crimes import crime
from avow.cues.accounts.people import RELATIVES, can_act, is_passive, parties, who
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.search import denied_before, find_before, find_word
from avow.cues.grammar import NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import word_set

_PENALTIES = word_set("sanctions embargo ban bans freeze freezes penalties restrictions tariffs measures sanction")
_MEASURES = word_set(
    "blacklist blacklists blacklisted blacklisting sanction sanctions sanctioned sanctioning expel expels expelled expelling "
    "ban bans banned banning designate designates designated designating summon summons summoned summoning recall recalls "
    "recalled recalling boycott boycotts boycotted punish punishes punished punishing penalise penalises penalised penalize "
    "penalizes penalized suspend suspends suspended suspending fine fines fined sue sues sued suing dismiss dismisses dismissed "
    "sack sacks sacked discipline disciplines disciplined extradite extradites extradited extraditing deport deports deported "
    "jail jails jailing imprison imprisons imprisoned imprisoning hang hangs hanged hanging execute executes executed executing"
)
_TIES = word_set("relations ties links contacts ambassador envoy diplomats talks")
MEASURES = _MEASURES | _PENALTIES | _TIES
_BREAKING = word_set(
    "break breaks broke breaking sever severs severed severing cut cuts cutting recall recalls recalled recalling suspend "
    "suspends suspended suspending withdraw withdraws withdrew withdrawing"
)
_ENVOYS = word_set(
    "diplomat diplomats ambassador ambassadors envoy envoys attaché attache attachés attaches chargé charge officials official"
)
_WHY = word_set("for over")
_LODGING = word_set(
    "lodge lodges lodged lodging file files filed filing make makes made making send sends sent sending deliver delivers "
    "delivered delivering submit submits submitted submitting register registers registered issue issues issued hand hands handed"
)
_PROTESTS = word_set("protest protests complaint complaints demarche note")
_PROTESTING = word_set("protest protests protested protesting complain complains complained complaining")
PROTESTS = _PROTESTS | _PROTESTING
_TO = word_set("at to over against about")
_AT = word_set("at over about against of after")
_CHARGING = ("charg", "accus", "blam", "indict", "convict", "hold", "held")
_SAYING = word_set("says say said alleges allege alleged charges charged claims claimed holds held insists maintains")
_TRIED = word_set("tried attempted plotted planned conspired sought masterminded orchestrated directed ordered behind")
_REACH, _NEAR = 14, 8


def punished_for(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is blacklisted, expelled, sued, jailed, put under sanctions "for" or "over" an act.

    Args:
        grammar: The sentence.
        at: A word that may begin such a measure, a token.

    Yields:
        Accounts of blame.
    """
    form = grammar.forms[at]
    if form in _MEASURES:
        yield from _measure(grammar, at)
    if form in _PENALTIES:
        yield from _penalty(grammar, at)
    if form in _TIES:
        yield from _breaks_with(grammar, at)


def _measure(grammar: Grammar, verb: int) -> Iterator[Account]:
    """A verb of punishing somebody: "blacklists two officers over the bombing"."""
    if (
        verb
        and grammar.tags[verb - 1] in "DIJT"
        and (grammar.tags[verb] != Tag.VERB or grammar.forms[verb - 1] == "to")
    ):
        return
    passive = is_passive(grammar, verb)
    if not held(grammar, verb):
        return
    speaker, accused = parties(grammar, verb, passive=passive, reach=4)
    if not passive and accused[0] != verb + 1:
        return
    start = verb + 1 if passive else accused[1]
    yield from _for_what(grammar, verb, start, speaker, _whose(grammar, accused), "punished-over")


def _whose(grammar: Grammar, span: Span) -> Span:
    """The state whose diplomats they are, where a name tells it: "four Zamor diplomats"."""
    if span[0] < 0 or grammar.shouting or not _ENVOYS & set(grammar.forms[span[0] : span[1]]):
        return span
    named = next((at for at in range(*span) if grammar.capital[at] and at), -1)
    return (named, named + 1) if named >= 0 else span


def _penalty(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Sanctions "on" or "against" somebody over an act."""
    link = find_word(grammar, ("on", "against"), noun + 1, noun + 3)
    if link < 0 or denied_before(grammar, noun):
        return
    accused = grammar.phrase_after(link + 1)
    verb = next((at for at in range(noun - 1, max(-1, noun - 6), -1) if grammar.tags[at] in "VG"), -1)
    if grammar.forms[max(0, noun - 4) : noun] and {"lifts", "lift", "lifted", "eases", "eased"} & set(
        grammar.forms[max(0, noun - 4) : noun]
    ):
        return
    speaker = who(grammar, verb) if verb >= 0 and not is_passive(grammar, verb) else NO_SPAN
    yield from _for_what(grammar, noun, accused[1], speaker, accused, "sanctions-over")


def _breaks_with(grammar: Grammar, noun: int) -> Iterator[Account]:
    """A state breaks off relations with another one over an act."""
    link = find_word(grammar, ("with", "from", "to"), noun + 1, noun + 3)
    if link < 0 or denied_before(grammar, noun):
        return
    verb = find_before(grammar, _BREAKING, noun, 5)
    accused = grammar.phrase_after(link + 1)
    if verb < 0:
        return
    yield from _for_what(grammar, noun, accused[1], who(grammar, verb), accused, "breaks-over")


def _for_what(grammar: Grammar, at: int, start: int, speaker: Span, accused: Span, rule: str) -> Iterator[Account]:
    """The act "for" or "over" which something is done to somebody."""
    if not can_act(grammar, accused):
        return
    forms = grammar.forms
    for link in range(max(0, start), min(grammar.count, start + _REACH)):
        if forms[link] in {";", "but", "who", "because", "after", "amid"} or grammar.tags[link] == Tag.VERB:
            return
        if forms[link] not in _WHY or not of_part(grammar, link + 1):
            continue
        act = crime(grammar, link + 1, link + 11)
        if act[0] >= 0 and not ALLEGED & set(forms[link : act[1]]):
            yield Account(BLAMED, rule, at, speaker, accused, act)
            return


def protests(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody protests at an act of somebody's, or to somebody over an act.

    Args:
        grammar: The sentence.
        at: "protests", "protest" or "complaint", a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    verb = find_before(grammar, _LODGING, at, 5) if forms[at] in _PROTESTS else -1
    if verb < 0:
        if forms[at] not in _PROTESTING or not at or grammar.tags[at - 1] not in "OJB" or not held(grammar, at):
            return
        if not forms[at + 1 : at + 2] or forms[at + 1] not in _TO:
            # "the 2011 protests: a student dies": a noun; crowds "protest the shooting".
            return
        verb = at
    speaker = who(grammar, verb)
    link = find_word(grammar, _AT, at + 1, at + _REACH)
    if link < 0 or not can_act(grammar, speaker) or not held(grammar, verb):
        return
    act = crime(grammar, link + 1, link + _NEAR + 2)
    if act[0] < 0:
        return
    accused = doer_of(grammar, act)
    if accused[0] < 0:
        to = find_word(grammar, ("to", "with"), at + 1, link)
        accused = grammar.phrase_after(to + 1) if to >= 0 else NO_SPAN
        if accused[0] >= 0 and not any(grammar.capital[here] for here in range(*accused)):
            return
    if can_act(grammar, accused):
        yield Account(BLAMED, "protests-at", verb, speaker, accused, act)


def whom_they_charge(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody "whom" somebody charges with an act.

    Args:
        grammar: The sentence.
        at: "whom", a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    verb = next((here for here in range(at + 2, min(grammar.count, at + 7)) if forms[here].startswith(_CHARGING)), -1)
    link = find_word(grammar, ("with", "of", "for", "over"), verb + 1, verb + 4) if verb >= 0 else -1
    if link < 0 or not held(grammar, verb) or not of_part(grammar, link + 1) or "had" in forms[at:verb]:
        return
    accused = _antecedent(grammar, at)
    act = crime(grammar, link + 1, link + _NEAR)
    if act[0] >= 0 and can_act(grammar, accused):
        yield Account(BLAMED, "whom-charged", verb, _sayer(grammar, at, verb), accused, act)


def _antecedent(grammar: Grammar, at: int) -> Span:
    """The phrase before a relative clause, with or without a comma."""
    before = at - 2 if at >= 2 and grammar.forms[at - 1] == "," else at - 1
    return owner_at(grammar, before) if before >= 0 else NO_SPAN


def _sayer(grammar: Grammar, at: int, verb: int) -> Span:
    """Who says so in a relative clause; for a pronoun, who does what the sentence tells."""
    span = grammar.phrase_after(at + 1)
    if span[0] < 0 or grammar.tags[span[0]] != Tag.PRONOUN:
        return (span[0], min(span[1], verb)) if 0 <= span[0] < verb else NO_SPAN
    main = next((here for here in range(max(0, at - 40), at) if grammar.tags[here] == Tag.VERB), -1)
    found = who(grammar, main) if main >= 0 else NO_SPAN
    return found if found[0] >= 0 else grammar.phrase_after(0) if at else span


def who_it_says(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody of whom it is said in a relative clause that they did it: "agents it says tried to bomb the port".

    Args:
        grammar: The sentence.
        at: "it" or "they", a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    if forms[at + 1 : at + 2] == () or forms[at + 1] not in _SAYING or at < 2:
        return
    before = at - 1 if forms[at - 1] not in RELATIVES else at - 2
    if forms[before] == ",":
        before -= 1
    accused = grammar.phrase_before(before) if before >= 0 else NO_SPAN
    if accused[1] != before + 1 or not can_act(grammar, accused, named=True):
        return
    for done in range(at + 2, min(grammar.count, at + 8)):
        trying = forms[done] in _TRIED
        if grammar.tags[done] in "DROCP" and not trying:
            return
        act = find_act(grammar, done + 1, done + 5) if trying else NO_SPAN
        if not trying and grammar.tags[done] in "VG" and does(grammar, done) and not only_meant(grammar, done):
            act = (done, done + 1)
        if act[0] >= 0 and not grammar.negated(done) and not grammar.passive(done):
            yield Account(BLAMED, "who-it-says", at + 1, _sayer(grammar, at - 1, at + 1), accused, act)
            return
