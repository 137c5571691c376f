"""Who is called by what they did, or stands before a court as its doer: accused killers, charged gunmen, whose conviction."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import find_act, is_denied
from avow.cues.accounts.blame.court import ACQUITTED, CLEARED, TAKEN_BACK, UNDONE
from avow.cues.accounts.blame.signs import owner_at
from avow.cues.accounts.captives import held
from avow.cues.accounts.crimes import crime
from avow.cues.accounts.dispatch import Row
from avow.cues.accounts.people import DOERS, can_act, is_passive, last_part, says, whom
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.search import FAR, denied_before, find_word
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_CALLED = word_set("accused convicted")
_SUSPECTS = word_set("suspect suspects participant participants")
_CHARGED = word_set("charged indicted arraigned convicted sentenced prosecuted")
_CHIEF = word_set("prime main chief key principal first second lead sole only")
_COUNTS = word_set("on in as and with by to . , ;")
_LINKS = word_set("of in behind for")
_CULPRITS = DOERS | word_set("mastermind masterminds culprit culprits ringleader ringleaders")
_AUTHORS = _CULPRITS | word_set("triggerman instigator instigators")
_GIVEN = frozenset((word,) for word in ("given", "handed", "imposed", "passed"))
_OF_WHOM = frozenset((word,) for word in ("of", "to", "on", "against"))
_LINKED = frozenset([("of",), ("in",), ("behind",)])
_COURTLY = word_set(
    "sentence sentenced sentences trial tried convicted conviction jailed verdict death-row executed appeal"
)
_FAR, _NEAR = 24, 9


def _doer_noun(grammar: Grammar, at: int) -> int:
    """The word for who does such an act behind a token, past what may stand between: "Harbour Street gunman"; -1 if none."""
    for noun in range(at + 1, min(grammar.count, at + 6)):
        if grammar.forms[noun] in _CULPRITS:
            return noun
        if grammar.tags[noun] not in "OJ" or grammar.forms[noun].endswith("'s"):
            break
    return -1


def _called(grammar: Grammar, at: int) -> Iterator[Account]:
    """The accused killer, the convicted bomber, of somebody or something."""
    forms = grammar.forms
    yield from _accused_in(grammar, at)
    noun = _doer_noun(grammar, at)
    if noun < 0 or denied_before(grammar, at) or (at and grammar.tags[at - 1] in "AVM"):
        return
    if (at and grammar.tags[at] == Tag.VERB) or ACQUITTED & set(forms[noun : noun + _NEAR]):
        # "The mayor accused gunmen of loitering"; "the accused gunman was acquitted".
        return
    act = (noun, noun + 1)
    linked = noun + 1 < grammar.count and forms[noun + 1] in _LINKS
    if forms[at] == "convicted" and not linked:
        # "A convicted murderer is freed": of whom is not told.
        return
    if linked:
        # "The convicted killer of a judge is stabbed": what of is named in the next phrase.
        found = find_act(grammar, noun + 2, grammar.phrase_after(noun + 2)[1], deeds=False)
        act = found if found[0] >= 0 else act
    accused = _named(grammar, at + 1, noun)
    if accused[0] <= at + 1 and at > 2 and forms[at - 1] in {"the", "a"} and forms[at - 2] == ",":
        before = last_part(grammar, grammar.phrase_before(at - 3))
        accused = before if can_act(grammar, before, named=True) else accused
    yield Account(BLAMED, "called-by-act", at, NO_SPAN, accused, act)


def _named(grammar: Grammar, start: int, noun: int) -> Span:
    """The name behind a word for a doer: "killer Ivo Marek"; the phrase that ends with the word where there is none."""
    stop = noun + 1
    if not grammar.shouting:
        while stop < min(grammar.count, noun + _NEAR) and grammar.capital[stop] and grammar.tags[stop] == Tag.NOUN:
            stop += 1
    return (noun + 1, stop) if stop > noun + 1 else (start, stop)


def _accused_in(grammar: Grammar, at: int) -> Iterator[Account]:
    """The prime accused in an act; the accused suspect of one."""
    forms = grammar.forms
    if forms[at] != "accused" or not at or (forms[at - 1] not in _CHIEF and is_passive(grammar, at)):
        return
    link = at + 1 + (forms[at + 1 : at + 2] in {("suspect",), ("suspects",)})
    if link == at + 1 and forms[at - 1] not in _CHIEF:
        return
    if forms[link : link + 1] not in {("in",), ("of",), ("for",)}:
        return
    act = crime(grammar, link + 1, link + _NEAR)
    if act[0] < 0 or ACQUITTED & set(forms[act[1] : act[1] + _NEAR]):
        return
    article = at - 1 - (forms[at - 1] in _CHIEF)
    before = grammar.phrase_before(article - 2) if article > 1 and forms[article - 1] == "," else NO_SPAN
    yield Account(BLAMED, "accused-in", at, NO_SPAN, before if can_act(grammar, before) else (at, at + 1), act)


def _suspect_charged(grammar: Grammar, verb: int) -> Iterator[Account]:
    """The suspect in an act, its gunman or its bomber, is charged, and it is not told with what else."""
    forms = grammar.forms
    if forms[verb + 1 : verb + 2] and forms[verb + 1] not in _COUNTS:
        return
    if forms[verb] == "guilty":
        verb = verb - 1 if forms[verb - 1 : verb] == ("found",) else -1
    if verb < 1 or not held(grammar, verb) or not (grammar.passive(verb) or forms[verb - 1] == "and"):
        return
    what = find_word(grammar, ("with", "for"), verb + 1, verb + 5)
    if what >= 0 and crime(grammar, what + 1, what + _NEAR)[0] < 0:
        # "Charged on Monday with tax fraud".
        return
    window = range(max(0, verb - _FAR), verb)
    if CLEARED & {forms[at] for at in window if verb - at < _NEAR}:
        return
    for at in reversed(window):
        if forms[at] in {";", ":"} or (grammar.tags[at] == Tag.VERB and not grammar.passive(at) and verb - at > 2):
            return
        if forms[at] in DOERS and grammar.tags[at] == Tag.NOUN and forms[at - 1 : at] != ("alleged",):
            yield from _doer_charged(grammar, at, verb)
            return
        if forms[at] in _SUSPECTS and (grammar.tags[at] == Tag.NOUN or grammar.tags[at + 1] == Tag.AUXILIARY):
            linked = at + 1 < verb and forms[at + 1] in {"in", "of", "for"}
            first, last = (at + 2, min(verb, at + _NEAR)) if linked else (max(0, at - 4), at)
            act = crime(grammar, first, last)
            if act[0] >= 0:
                subject = whom(grammar, verb)
                accused = subject if can_act(grammar, subject) else (at, at + 1)
                yield Account(BLAMED, "suspect-charged", verb, NO_SPAN, accused, act)
            return


def _doer_charged(grammar: Grammar, at: int, verb: int) -> Iterator[Account]:
    """The gunman or the bomber is charged, and not another one: "the wife of the gunman", "the hacker conference host"."""
    start = grammar.phrase_before(at)[0]
    if start < 0 or grammar.head((start, at + 1)) != at or (start and grammar.tags[start - 1] in "IVG"):
        return
    if grammar.tags[at + 1] == Tag.NOUN and not grammar.capital[at + 1]:
        return
    joined = (here for here in range(at, verb) if grammar.tags[here] == Tag.COORDINATOR)
    if any(grammar.tags[here + 1] in "DO" for here in joined):
        # "The gunman was killed and a clerk was charged".
        return
    linked = grammar.forms[at + 1 : at + 2] in _LINKED
    act = find_act(grammar, at + 2, min(verb, at + _NEAR), deeds=False) if linked else NO_SPAN
    act = act if act[0] >= 0 else (at, at + 1)
    yield Account(BLAMED, "doer-charged", verb, NO_SPAN, (start, at + 1), act)


def _conviction(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Somebody's murder conviction; convictions for several people for an act."""
    forms = grammar.forms
    near = forms[max(0, noun - 6) : noun + 8]
    if any(form.startswith((*UNDONE, *TAKEN_BACK)) for form in near):
        return
    if noun > 1 and grammar.masks[noun - 1] & W.ACT_NOUN:
        act = crime(grammar, noun - 1, noun)
        owner = noun - 2
        if act[0] >= 0 and (forms[owner] in POSSESSIVES or forms[owner].endswith("'s")):
            accused = _owner(grammar, owner)
            yield Account(BLAMED, "their-conviction", noun, NO_SPAN, accused, act)
        return
    if forms[noun + 1 : noun + 2] != ("for",):
        return
    if noun and forms[noun - 1].endswith("'s"):
        # "Maria Quell's conviction for organising the massacre".
        act = crime(grammar, noun + 2, noun + 1 + _NEAR)
        if act[0] >= 0:
            yield Account(BLAMED, "their-conviction", noun, NO_SPAN, _owner(grammar, noun - 1), act)
        return
    accused, act = _person_for_act(grammar, noun + 2)
    if act[0] >= 0 and can_act(grammar, accused):
        yield Account(BLAMED, "conviction-for", noun, NO_SPAN, accused, act)


def _person_for_act(grammar: Grammar, start: int) -> tuple[Span, Span]:
    """Who is named from a token on, and the act "for" or "over" which: "a man for the bombing"."""
    accused = grammar.phrase_after(start)
    why = find_word(grammar, ("for", "over"), accused[1], accused[1] + 3) if accused[0] >= 0 else -1
    return accused, crime(grammar, why + 1, why + _NEAR) if why >= 0 else NO_SPAN


def _sentence_of(grammar: Grammar, noun: int) -> Iterator[Account]:
    """The sentence of somebody for an act, or one given to them, which stands: "upheld the death sentence of a man for"."""
    forms = grammar.forms
    near = forms[max(0, noun - 6) : noun + 8]
    if CLEARED & set(near) or any(form.startswith((*UNDONE, *TAKEN_BACK)) for form in near):
        return
    link = noun + 1 + (forms[noun + 1 : noun + 2] in _GIVEN)
    if forms[link : link + 1] not in _OF_WHOM or link + 1 >= grammar.count:
        return
    accused, act = _person_for_act(grammar, link + 1)
    if act[0] >= 0 and can_act(grammar, accused, named=True):
        yield Account(BLAMED, "sentence-of", noun, NO_SPAN, accused, act)


def _owner(grammar: Grammar, at: int) -> Span:
    """The name that ends with "'s" at a token, or the phrase where it is none: "Maria Quell's", "the clerk's"."""
    start = at
    while (
        start > max(0, at - _NEAR)
        and grammar.capital[start - 1]
        and grammar.tags[start - 1] == Tag.NOUN
        and not grammar.shouting
    ):
        start -= 1
    named = grammar.capital[at] and not grammar.shouting
    return (start, at + 1) if named or grammar.forms[at] in POSSESSIVES else owner_at(grammar, at)


def _was_culprit(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Somebody was the mastermind or the perpetrator, as somebody says or finds."""
    forms = grammar.forms
    the = noun - 1 - (forms[noun - 1] in _CHIEF) if noun else -1
    yield from _named_perpetrator(grammar, noun, the)
    if the < 2 or forms[the] != "the" or forms[the - 1] not in {"was", "were", "is", "are"}:
        return
    be = the - 1
    accused = grammar.phrase_before(be - 1)
    if (
        not can_act(grammar, accused, named=True)
        or denied_before(grammar, noun)
        or is_denied(grammar, be)
        or not held(grammar, be)
    ):
        return
    that = find_word(grammar, ("that",), max(0, accused[0] - 12), accused[0])
    if that < 0 and says(grammar, accused[0]) < 0:
        return
    link = noun + 1
    linked = link < grammar.count and forms[link] in _LINKS
    if not linked and forms[noun].startswith("attacker"):
        # "The striker was the attacker".
        return
    act = crime(grammar, link + 1, link + _NEAR) if linked else (noun, noun + 1)
    if act[0] >= 0:
        yield Account(BLAMED, "was-the-culprit", noun, NO_SPAN, accused, act)


def _named_perpetrator(grammar: Grammar, noun: int, the: int) -> Iterator[Account]:
    """A name with the perpetrator of an act behind it, in a sentence about a court: "Ivo Marek, the gunman in the raid"."""
    forms = grammar.forms
    if the < 2 or forms[the] != "the" or forms[the - 1] != "," or forms[noun + 1 : noun + 2] not in _LINKED:
        return
    accused = last_part(grammar, grammar.phrase_before(the - 2))
    act = find_act(grammar, noun + 2, noun + _NEAR, deeds=False)
    courtly = not _COURTLY.isdisjoint(forms[max(0, noun - FAR) : noun + FAR])
    if act[0] >= 0 and courtly and can_act(grammar, accused, named=True):
        yield Account(BLAMED, "named-perpetrator", noun, NO_SPAN, accused, act)


STYLES: tuple[Row, ...] = (
    (_CALLED, "VJO", _called),
    (_CHARGED, Tag.VERB, _suspect_charged),
    (frozenset(["guilty"]), "", _suspect_charged),
    (word_set("conviction convictions"), Tag.NOUN, _conviction),
    (word_set("sentence sentences penalty"), "", _sentence_of),
    (_AUTHORS, Tag.NOUN, _was_culprit),
)
"""The rules of this module by the words that they begin with."""
