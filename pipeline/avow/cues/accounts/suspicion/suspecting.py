"""Who is suspected: believed or thought to have done it, held on suspicion, probably its author."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from avow.cues.accounts.acts import act_around, act_before, does, find_act
from avow.cues.accounts.blame.blaming import accused_of
from avow.cues.accounts.blame.telling import ALLEGED
from avow.cues.accounts.captives import held
from avow.cues.accounts.people import SEIZING, agent, can_act, doer, is_passive, is_people, parties, who, whom
from avow.cues.accounts.records import SUSPECTED, Account
from avow.cues.accounts.search import (
    FAR,
    INVOLVED,
    clause_after,
    copula_before,
    denied_before,
    find_before,
    find_word,
    involved_in,
    verb_before,
)
from avow.cues.accounts.suspicion.alleging import AGENTS, adverb, adverb_by, attributive, in_connection, who_they_are
from avow.cues.accounts.suspicion.doubting import doubts
from avow.cues.accounts.suspicion.harming import belongs, is_suspect, may_have, read_clause
from avow.cues.accounts.suspicion.seeking import seekings
from avow.cues.accounts.suspicion.seeming import VAGUE
from avow.cues.accounts.verbs import meant_act
from avow.cues.grammar import BE, NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import deed
from avow.cues.statements.telling import told

_ADVERBS = word_set("allegedly apparently presumably probably possibly supposedly likely")
_THOUGHT = word_set("believed thought presumed considered understood feared assumed suspected alleged")
_THINKING = word_set(
    "believe believes believed think thinks thought presume presumes presumed suspect suspects suspected suspecting believing"
)
_BELIEF = _THINKING | _THOUGHT - {"alleged", "feared", "understood"}
_VERBAL = frozenset({Tag.VERB, Tag.GERUND})
_NUMBERS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty fifty "
    "dozen dozens several many some more other"
)
_DOUBTED = word_set(
    "discard discards discarded exclude excludes excluded dismiss dismissed dismisses rejected reject rejects denied denies deny doubt doubts"
)
_CHIEF = word_set("prime main chief key leading principal likely possible")
_LIKELY = word_set("likely probable plausible conceivable")
_REMAINING = word_set("remain remains remained become becomes became")
_RULED_OUT = frozenset([("ruled", "out"), ("rules", "out"), ("rule", "out"), ("ruling", "out")])
_POLICE_WORK = word_set("raid raids operation operations shootout siege")
_UNDERGONE = word_set("victim victims target targets caused")
_AGAINST = word_set("on against between with")
_THEORIES = word_set("possibility hypothesis theory likelihood chance probability")
_DONE = word_set("carried committed perpetrated")
_PLANNING = ("planning", "plotting", "plotted", "planned", "conspir", "prepar")
_SIGNS = word_set("hallmark hallmarks trademark trademarks fingerprints signature")


def suspicions(grammar: Grammar) -> Iterator[Account]:
    """All accounts of suspicion.

    Args:
        grammar: The sentence.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    for at in range(grammar.count):
        form = forms[at]
        if form in ALLEGED:
            yield from attributive(grammar, at)
        if form in _ADVERBS:
            yield from adverb(grammar, at)
            yield from adverb_by(grammar, at)
            yield from who_they_are(grammar, at)
        elif form in _SIGNS and forms[at + 1 : at + 2] == ("of",):
            accused = grammar.phrase_after(at + 2)
            if can_act(grammar, accused) and not denied_before(grammar, at):
                yield Account(SUSPECTED, "hallmarks", at, NO_SPAN, accused, act_before(grammar, at, deeds=False))
        elif (
            form in {"connection", "relation"}
            and forms[at - 1 : at] == ("in",)
            and forms[at + 1 : at + 2] in {("with",), ("to",)}
        ):
            yield from in_connection(grammar, at)
        elif form in {"suspicion", "suspicions"}:
            yield from _on_suspicion(grammar, at)
        elif form in _THEORIES and forms[at + 1 : at + 2] == ("that",):
            yield from _theory(grammar, at)
        elif form in {"suspect", "suspects"} and _is_noun(grammar, at):
            yield from _suspect_in(grammar, at)
            yield from _suspect_did(grammar, at)
        if form in _THINKING and grammar.tags[at] in "VG":
            yield from _thinks(grammar, at)
        claimed = form == "claimed" and forms[at - 1 : at] in {("is",), ("are",), ("was",), ("were",)}
        if (form in _THOUGHT and (is_passive(grammar, at) or forms[at + 1 : at + 2] == ("to",))) or claimed:
            yield from _thought_to(grammar, at)
        if form in {"may", "might", "could"}:
            yield from _may_have(grammar, at)
        if form in _LIKELY:
            yield from _likely_responsible(grammar, at)
    yield from doubts(grammar)
    yield from seekings(grammar)


def _is_noun(grammar: Grammar, at: int) -> bool:
    """Whether "suspect" is a person here, also where the tags take it for a verb: "a new suspect in the murder"."""
    if grammar.tags[at] == Tag.NOUN or (at and grammar.forms[at - 1] in _CHIEF):
        return True
    if grammar.forms[at - 1 : at] == (",",) and grammar.forms[at + 1 : at + 2] == ("in",):
        # "Two sailors, suspects in the murder".
        return True
    article = next((back for back in range(at - 1, max(-1, at - 4), -1) if grammar.tags[back] == Tag.DETERMINER), -1)
    return article >= 0 and all(grammar.tags[here] in "OJ" for here in range(article + 1, at))


def _on_suspicion(grammar: Grammar, at: int) -> Iterator[Account]:
    """Held on suspicion of an act; suspicion fell on somebody."""
    forms = grammar.forms
    if forms[at - 1 : at] == ("under",):
        copula = copula_before(grammar, at, 4)
        if copula >= 0:
            act = find_act(grammar, at + 1, at + 8)
            yield Account(SUSPECTED, "under-suspicion", at, NO_SPAN, grammar.subject(copula), act)
        return
    if forms[at + 1 : at + 2] == ("of",):
        stop = next((here for here in range(at + 2, min(grammar.count, at + 9)) if forms[here] == "for"), at + 9)
        act = find_act(grammar, at + 2, stop)
        verb = find_before(grammar, SEIZING, at, 13)
        verb = verb if verb >= 0 else verb_before(grammar, at, 13)
        if act[0] >= 0 and (verb < 0 or held(grammar, verb)):
            speaker = accused = NO_SPAN
            if verb >= 0:
                speaker, accused = parties(grammar, verb, passive=is_passive(grammar, verb))
            yield Account(SUSPECTED, "on-suspicion", at, speaker, accused, act)
    else:
        link = find_word(grammar, ("on", "upon", "at"), at + 1, at + 7)
        if link >= 0 and can_act(grammar, grammar.phrase_after(link + 1)):
            accused = grammar.phrase_after(link + 1)
            yield Account(SUSPECTED, "suspicion-on", at, NO_SPAN, accused, act_around(grammar, at))


def _likely_responsible(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is most likely responsible for an act or behind it; it is likely that somebody did it."""
    if grammar.forms[at + 1 : at + 2] == ("that",):
        copula = copula_before(grammar, at, 3)
        it = copula > 0 and grammar.forms[copula - 1] in {"it", "that"}
        found = read_clause(grammar, at + 2, at + 26) if it and not denied_before(grammar, at) else None
        if found is not None:
            yield Account(SUSPECTED, "guesses-that", at, _who_says(grammar, copula - 1), *found)
        return
    there = find_word(grammar, ("responsible", "behind"), at + 1, at + 4)
    copula = copula_before(grammar, at, 3)
    if there < 0 or copula < 0 or denied_before(grammar, there):
        return
    accused, act = grammar.subject(copula), find_act(grammar, there + 1, there + 8)
    if act[0] >= 0 and can_act(grammar, accused, named=True):
        yield Account(SUSPECTED, "likely-responsible", at, NO_SPAN, accused, act)


def _who_says(grammar: Grammar, at: int) -> Span:
    """Who says what begins at a token, right before it; ``NO_SPAN`` where nobody does."""
    that = grammar.forms[at - 1 : at] == ("that",)
    verb = at - 1 - that
    return who(grammar, verb) if verb > 0 and grammar.tags[verb] == Tag.VERB else NO_SPAN


def _theory(grammar: Grammar, at: int) -> Iterator[Account]:
    """The possibility or theory that somebody did it, where it is not rejected."""
    before = grammar.forms[max(0, at - 8) : at]
    doubted = bool(_DOUBTED & set(before)) or any(pair in _RULED_OUT for pair in pairwise(before))
    if doubted != bool({"not", "nor", "cannot"} & set(before)) or {"no", "little"} & set(before):
        # "does not rule out the possibility that" keeps it; "rejects the theory that" does not.
        return
    reach = range(at + 2, min(grammar.count, at + 16))
    done = next((here for here in reach if grammar.tags[here] == Tag.VERB and does(grammar, here)), -1)
    if done < 0 or grammar.negated(done):
        return
    accused = doer(grammar, done, at + 2)
    if can_act(grammar, accused, named=True):
        yield Account(SUSPECTED, "theory-that", at, NO_SPAN, accused, (done, done + 1))


def _suspect_in(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is a suspect in an act."""
    forms = grammar.forms
    if forms[at + 1 : at + 2] not in {("in",), ("for",)}:
        yield from _are_suspects(grammar, at)
        return
    act = find_act(grammar, at + 2, at + 8, deeds=False)
    if act[0] < 0 or forms[act[0]] in _POLICE_WORK or denied_before(grammar, at):
        return
    aside = at - 1 - (forms[at - 1] in {"a", "the"})
    if aside >= 2 and forms[aside] == ",":
        accused = grammar.phrase_before(aside - 1)
        if can_act(grammar, accused):
            yield Account(SUSPECTED, "is-suspect-in", at, NO_SPAN, accused, act)
            return
    copula = find_before(grammar, BE | _REMAINING, at, 5)
    if copula >= 0:
        yield Account(SUSPECTED, "is-suspect-in", at, NO_SPAN, grammar.subject(copula), act)
        return
    behind = find_word(grammar, ("is", "are", "was", "were"), act[1], act[1] + 8)
    accused = grammar.phrase_after(behind + 1) if behind >= 0 else NO_SPAN
    yield Account(SUSPECTED, "suspect-in", at, NO_SPAN, accused, act)


def _are_suspects(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is a prime suspect in what is told: "the attackers are unknown, but rebels are the prime suspects"."""
    copula = find_before(grammar, BE | _REMAINING, at, 4) if grammar.forms[at - 1] in _CHIEF else -1
    if copula < 0 or denied_before(grammar, at):
        return
    accused, act = grammar.subject(copula), act_around(grammar, at)
    agents = find_word(grammar, AGENTS, max(0, at - FAR), at)
    act = act if act[0] >= 0 or agents < 0 else (agents, agents + 1)
    if act[0] >= 0 and can_act(grammar, accused, named=True):
        yield Account(SUSPECTED, "are-suspects", at, NO_SPAN, accused, act)


def _suspect_did(grammar: Grammar, at: int) -> Iterator[Account]:
    """The suspect did it: "the suspect, a guard, took forty people hostage and shot one"."""
    forms = grammar.forms
    if forms[at - 1 : at] not in {("the",), ("a",), ("two",), ("three",)} or (at > 1 and grammar.tags[at - 2] in "IVG"):
        return
    start = at + 1
    if forms[start : start + 1] == (",",):
        comma = find_word(grammar, (",",), start + 1, start + 12)
        start = comma + 1 if comma >= 0 else grammar.count
    for verb in range(start, min(grammar.count, start + 4)):
        if grammar.tags[verb] == Tag.VERB:
            done = does(grammar, verb) and held(grammar, verb) and not grammar.undergone(verb)
            if done and not grammar.reduced(verb):
                yield Account(SUSPECTED, "suspect-did", at, NO_SPAN, (at - 1, at + 1), (verb, verb + 1))
            return
        if grammar.tags[verb] not in "ABM":
            return


def _thinks(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody suspects or believes somebody to have done it."""
    forms = grammar.forms
    if not held(grammar, verb):
        return
    if forms[max(0, verb - 2) : verb] in {("it", "is"), ("it", "was")} or forms[max(0, verb - 3) : verb] == (
        "it",
        "has",
        "been",
    ):
        yield from _it_is_thought(grammar, verb)
        return
    if is_passive(grammar, verb) or (forms[verb + 1 : verb + 2] == ("of",) and not is_suspect(grammar, verb)):
        undergone = not _UNDERGONE.isdisjoint(forms[verb + 1 : verb + 7])
        if forms[verb].startswith("suspect") and not undergone and not belongs(grammar, verb + 2):
            yield from accused_of(grammar, verb, SUSPECTED, "suspected-of")
        return
    if (forms[verb] == "suspected" and not _is_told(grammar, verb)) or is_suspect(grammar, verb):
        return
    subject = who(grammar, verb)
    if subject[0] >= 0 and forms[subject[0]] == "i" and subject[1] - subject[0] == 1:
        return
    suspects = forms[verb].startswith("suspect")
    start = clause_after(grammar, verb)
    accused = grammar.phrase_after(start)
    if suspects and accused[0] >= 0 and find_word(grammar, ("of",), accused[0] + 1, accused[1] + 1) >= 0:
        yield from accused_of(grammar, verb, SUSPECTED, "suspects-of")
    if forms[start : start + 1] == ("there",):
        return
    if accused[0] < 0 and start + 1 < grammar.count and grammar.tags[start] == Tag.DETERMINER:
        # "that the two were involved": determiners alone.
        accused = (start, start + 2) if grammar.tags[start + 1] == Tag.DETERMINER else accused
    if accused[0] >= 0:
        for at in involved_in(grammar, accused[1], accused[1] + 12, 3):
            act = find_act(grammar, at + 1, at + 9)
            act = act if act[0] >= 0 else act_before(grammar, verb)
            if act[0] >= 0 and can_act(grammar, accused) and not denied_before(grammar, at):
                yield Account(SUSPECTED, "thinks-responsible", verb, subject, accused, act)
                return
    for item in told(grammar, verb):
        done = item.act[0]
        if item.negated or item.intended:
            continue
        by = agent(grammar, done) if grammar.undergone(done) else item.accused
        themselves = by[1] - by[0] == 1 and forms[max(0, by[0])] in {"they", "it", "we"}
        if can_act(grammar, by, named=True) and not themselves:
            yield Account(SUSPECTED, "thinks-did", verb, subject, by, item.act)
            return
    if suspects and accused[0] >= 0 and not _goes_on(grammar, accused[1]) and can_act(grammar, accused):
        act = act_around(grammar, verb)
        yield Account(SUSPECTED, "suspects-bare" if act[0] < 0 else "suspects", verb, subject, accused, act)


def _goes_on(grammar: Grammar, at: int) -> bool:
    """Whether a clause goes on with a verb or what belongs to one."""
    return at < grammar.count and grammar.tags[at] in "VAMB"


def _it_is_thought(grammar: Grammar, verb: int) -> Iterator[Account]:
    """It is believed that somebody did it, that somebody's people were involved."""
    forms = grammar.forms
    done, _ = deed(grammar, verb + 1, verb + 14)
    if done >= 0 and not grammar.negated(done):
        accused = doer(grammar, done, verb + 1)
        if can_act(grammar, accused, named=True):
            yield Account(SUSPECTED, "is-thought-did", verb, NO_SPAN, accused, (done, done + 1))
            return
    for at in range(verb + 1, min(grammar.count, verb + 12)):
        copula = copula_before(grammar, at, 3) if forms[at] in INVOLVED else -1
        if copula >= 0:
            accused, act = grammar.subject(copula, verb + 1), act_around(grammar, verb)
        elif forms[at] == "involved" and grammar.tags[at] == Tag.VERB:
            accused, act = grammar.phrase_after(at + 1), act_around(grammar, verb)
        else:
            continue
        if denied_before(grammar, at):
            return
        if 0 <= accused[0] < accused[1] and forms[accused[0]] == "that":
            accused = (accused[0] + 1, accused[1])
        if can_act(grammar, accused) and act[0] >= 0:
            yield Account(SUSPECTED, "is-thought-responsible", verb, NO_SPAN, accused, act)
        return


def unsuspected(grammar: Grammar) -> bool:
    """Whether all that a sentence says of belief and suspicion is that there is none, or that it is of no deed.

    Args:
        grammar: The sentence.

    Returns:
        True where a verb of belief or suspicion is in it, and each is negated, in the first person, has a thing for its
        object, or tells only whose people somebody is, or to whom something is done.
    """
    verbs = [at for at in range(grammar.count) if grammar.forms[at] in _BELIEF and grammar.tags[at] in _VERBAL]
    return bool(verbs) and all(
        grammar.negated(at)
        or denied_before(grammar, at)
        or _of_thing(grammar, at)
        or _of_no_deed(grammar, at)
        or grammar.forms[at - 1 : at] == ("i",)
        for at in verbs
    )


def _of_no_deed(grammar: Grammar, at: int) -> bool:
    """Whether people are suspected of membership or to be victims, or only met: "a raid on suspected militants"."""
    forms = grammar.forms
    following = forms[at + 1] if at + 1 < grammar.count else ""
    if following in {"of", "to"}:
        return belongs(grammar, at + 2) or not _UNDERGONE.isdisjoint(forms[at + 2 : at + 6])
    return forms[at] in ALLEGED and at > 0 and forms[at - 1] in _AGAINST


def _of_thing(grammar: Grammar, verb: int) -> bool:
    """Whether what somebody suspects is nobody: "suspect that a leak caused the blast"."""
    if is_passive(grammar, verb) or who(grammar, verb)[0] < 0:
        return False
    start = clause_after(grammar, verb)
    what = grammar.phrase_after(start)
    if what[0] < 0 or grammar.capital[grammar.head(what)] or may_have(grammar, what):
        return False
    # "A quarrel over money" may tell of those who quarrelled.
    return start > verb + 1 or what[1] >= grammar.count or grammar.tags[what[1]] != Tag.PREPOSITION


def _is_told(grammar: Grammar, verb: int) -> bool:
    """Whether "suspected" is the verb of a sentence and not what rebels are: "police suspected rebels"."""
    if grammar.forms[verb + 1 : verb + 2] in {("that",), ("the",), ("a",), ("an",)}:
        return True
    before = verb - 1
    if before < 0 or grammar.tags[before] not in "ORAB":
        return False
    number = grammar.forms[before][0].isdigit() or grammar.forms[before] in _NUMBERS
    return not number and not any(grammar.tags[at] == Tag.VERB for at in range(max(0, before - FAR), before))


def _thought_to(grammar: Grammar, at: int) -> Iterator[Account]:
    """Believed to be behind an act; an act believed to be somebody's."""
    forms = grammar.forms
    subject = whom(grammar, at)
    if forms[at + 1 : at + 2] == ("by",):
        # "thought by detectives to have been their lookout"
        link = find_word(grammar, ("to",), at + 2, at + 9)
        at = link - 1 if link >= 0 else at
    if forms[at + 1 : at + 2] != ("to",) or not held(grammar, at):
        return
    stop = min(grammar.count, at + 12)
    for here in range(at + 2, stop):
        if forms[here] == "by" or (forms[here] == "of" and forms[here - 1] in {"work", "doing", "handiwork"}):
            accused = grammar.phrase_after(here + 1)
            act = find_act(grammar, max(0, at - 12), at)
            # "Believed to be the first attack by the Front".
            act = act if act[0] >= 0 else find_act(grammar, at + 2, here, deeds=False)
            if can_act(grammar, accused) and act[0] >= 0:
                yield Account(SUSPECTED, "thought-done-by", at, NO_SPAN, accused, act)
            return
        if forms[here] in {"responsible", "behind", "involved", "linked", "implicated"}:
            act = find_act(grammar, here + 1, here + 9)
            act = act if act[0] >= 0 else act_before(grammar, at)
            if act[0] >= 0 and can_act(grammar, subject):
                yield Account(SUSPECTED, "thought-responsible", at, NO_SPAN, subject, act)
            return
        if grammar.tags[here] == Tag.VERB and grammar.masks[here] & (W.ACT_VERB | W.CYBER | W.WEAK_ACT):
            act = find_act(grammar, here, here + 1)
            if act[0] < 0:
                continue
            if "have" in forms[at + 2 : here] and "been" not in forms[at + 2 : here] and can_act(grammar, subject):
                yield Account(SUSPECTED, "thought-did", at, NO_SPAN, subject, act)
                return
        if grammar.tags[here] in "VG" and forms[here].startswith(_PLANNING):
            act = meant_act(grammar, here + 1, here + 8)
            act = act if act[0] >= 0 else find_act(grammar, here + 1, here + 5, deeds=False)
            if act[0] >= 0 and can_act(grammar, subject):
                yield Account(SUSPECTED, "thought-to-plan", at, NO_SPAN, subject, act)
                return
        if forms[here] in {",", ";"}:
            break
    if forms[at + 2 : at + 3] == ("be",):
        # "gunmen believed to be guerrillas killed": who they are is told.
        accused = grammar.phrase_after(at + 3)
        act = act_around(grammar, at)
        head = grammar.head(subject) if subject[0] >= 0 else -1
        if head >= 0 and forms[head] in AGENTS:
            act = (head, head + 1)
        elif head < 0 or forms[head] not in VAGUE:
            # "A captain, believed to be their second in command": no attacker.
            return
        if act[0] >= 0 and can_act(grammar, subject) and is_people(grammar, accused):
            yield Account(SUSPECTED, "thought-to-be", at, NO_SPAN, accused, act)


def _may_have(grammar: Grammar, at: int) -> Iterator[Account]:
    """An act that may be the work of somebody, or may have been done by somebody."""
    forms = grammar.forms
    before = forms[max(0, at - 16) : at]
    ruled_out = any(pair in _RULED_OUT for pair in pairwise(before))
    if (_DOUBTED & set(before) or ruled_out) and not {"not", "cannot"} & set(before):
        return
    stop = min(grammar.count, at + 9)
    for here in range(at + 1, stop):
        if forms[here] in {",", ";", "not"}:
            return
        if forms[here] == "of" and forms[here - 1] in {"work", "doing", "handiwork"}:
            accused, act = grammar.phrase_after(here + 1), act_before(grammar, at)
            if can_act(grammar, accused):
                yield Account(SUSPECTED, "may-be-work", at, NO_SPAN, accused, act)
            return
        if forms[here] == "bear" and "responsibility" in forms[here + 1 : here + 4] and forms[here + 1] != "no":
            accused = grammar.phrase_before(at - 1) if at else NO_SPAN
            act = find_act(grammar, here + 3, here + 10)
            act = act if act[0] >= 0 else act_before(grammar, at)
            if can_act(grammar, accused) and act[0] >= 0:
                yield Account(SUSPECTED, "may-bear", at, NO_SPAN, accused, act)
            return
        if forms[here] == "linked" and "be" in forms[at:here] and forms[here + 1 : here + 2] == ("to",):
            accused, act = grammar.phrase_after(here + 2), act_before(grammar, at)
            if can_act(grammar, accused, named=True) and act[0] >= 0:
                yield Account(SUSPECTED, "may-be-linked", at, NO_SPAN, accused, act)
            return
        if forms[here] in {"behind", "responsible", "involved"} and "be" in forms[at:here]:
            # "The officers, a secret league that failed twice, may be involved": who stands before the aside.
            aside = at > 1 and forms[at - 1] == ","
            accused = grammar.subject(at + 1) if aside else grammar.phrase_before(at - 1) if at else NO_SPAN
            act = find_act(grammar, here + 1, here + 8)
            if can_act(grammar, accused) and act[0] >= 0:
                yield Account(SUSPECTED, "may-be-behind", at, NO_SPAN, accused, act)
            return
        if grammar.tags[here] == Tag.VERB and "have" in forms[at:here]:
            if "been" in forms[at:here]:
                accused, act = agent(grammar, here), find_act(grammar, max(0, at - 8), here + 1)
            else:
                accused = grammar.phrase_before(at - 1) if at else NO_SPAN
                act = (here, here + 1) if does(grammar, here) else NO_SPAN
            it = at > 0 and forms[at - 1] in {"it", "this", "these"} and "been" in forms[at:here]
            if can_act(grammar, accused) and (act[0] >= 0 or (it and forms[here] in _DONE)):
                # "It might have been carried out by rebels": what was told before.
                yield Account(SUSPECTED, "may-have", at, NO_SPAN, accused, act)
            return
