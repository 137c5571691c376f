"""Who is suspected: suspected or alleged to have done it, believed to be behind it, probably its author."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from avow.cues.accounts.blaming import accused_of
from avow.cues.accounts.parts import (
    FAR,
    PERSONS,
    SEIZING,
    act_around,
    act_before,
    agent,
    can_act,
    copula_before,
    does,
    find_act,
    find_word,
    held,
    is_passive,
    who,
    whom,
)
from avow.cues.accounts.records import SUSPECTED, Account
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import deed
from avow.cues.statements.telling import told

_ADJECTIVES = word_set("suspected alleged presumed supposed")
_AUTHORS = word_set(
    "perpetrator perpetrators attacker attackers killer killers author authors mastermind masterminds gunman shooter "
    "bomber bombers assassin assassins murderer murderers assailant assailants culprit culprits involvement role"
)
_SHARES = word_set("involvement role")
_KILLERS = word_set("killer killers murderer murderers assassin assassins kidnapper kidnappers")
_ADVERBS = word_set("allegedly apparently presumably probably possibly supposedly likely")
_THOUGHT = word_set("believed thought presumed considered understood feared assumed suspected alleged")
_THINKING = word_set(
    "believe believes believed think thinks thought presume presumes presumed suspect suspects suspected suspecting believing"
)
_NUMBERS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty fifty "
    "dozen dozens several many some more other"
)
_AGENTS = word_set(
    "kidnappers kidnapper attackers attacker assailants assailant gunmen gunman bombers bomber hijackers hijacker killers "
    "killer murderers abductors captors assassins hackers arsonists perpetrators perpetrator"
)
_DOERS = word_set(
    "killer killers murderer murderers shooter shooters gunman gunmen bomber bombers attacker attackers assassin assassins "
    "kidnapper kidnappers hijacker hijackers arsonist arsonists hacker hackers assailant assailants perpetrator perpetrators"
)
_MASTERED = (
    "mastermind",
    "orchestrat",
    "plann",
    "order",
    "instigat",
    "commit",
    "perpetrat",
    "particip",
    "finance",
    "direct",
)
_PLOTS = word_set("plot plots conspiracy plan plans attempt attempts")
_BELONGING = frozenset(
    [("belonging", "to"), ("members", "of"), ("linked", "to"), ("tied", "to"), ("affiliated", "with")]
)
_DOUBTED = word_set("dismiss dismissed dismisses rejected reject rejects denied denies deny doubt doubts")
_SOUGHT = SEIZING | word_set("wanted sought questioned questioning seek seeks hunting identified custody")
_SIGNS = word_set("hallmark hallmarks trademark trademarks fingerprints signature")
_TAKEN = word_set(
    "arrest arrests arrested arresting detain detains detained detaining capture captures captured capturing kill "
    "kills killed killing shoot shoots shot seize seizes seized seizing against target targets targeted hunt hunting "
    "raid raids raided free frees released questioned question questions identify identifies identified bomb bombs "
    "bombed executed extradite extradites extradited deport deports deported jail charged"
)


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
        if form in _ADJECTIVES:
            yield from _attributive(grammar, at)
        if form in _ADVERBS:
            yield from _adverb(grammar, at)
            yield from _adverb_by(grammar, at)
            yield from _who_they_are(grammar, at)
        elif form in _SIGNS and forms[at + 1 : at + 2] == ("of",):
            accused = grammar.phrase_after(at + 2)
            if can_act(grammar, accused) and not _denied_before(grammar, at):
                yield Account(SUSPECTED, "hallmarks", at, NO_SPAN, accused, act_before(grammar, at, deeds=False))
        elif form == "connection" and forms[at - 1 : at] == ("in",) and forms[at + 1 : at + 2] in {("with",), ("to",)}:
            yield from _in_connection(grammar, at)
        elif form in {"suspicion", "suspicions"}:
            yield from _on_suspicion(grammar, at)
        elif form in {"suspect", "suspects"} and grammar.tags[at] == Tag.NOUN:
            yield from _suspect_in(grammar, at)
        if form in _THINKING and grammar.tags[at] in "VG":
            yield from _thinks(grammar, at)
        if form in _THOUGHT and (is_passive(grammar, at) or forms[at + 1 : at + 2] == ("to",)):
            yield from _thought_to(grammar, at)
        if form in {"may", "might", "could"}:
            yield from _may_have(grammar, at)


def _attributive(grammar: Grammar, at: int) -> Iterator[Account]:
    """A deed of suspected rebels."""
    forms, tags = grammar.forms, grammar.tags
    start = at + 1
    if start >= grammar.count:
        return
    author = _author(grammar, at) or _plot(grammar, at) or _agent_alone(grammar, at)
    if author is not None:
        yield author
        return
    strike = _their_strike(grammar, at)
    if strike is not None:
        yield strike
        return
    done, strength = deed(grammar, start, start + 12)
    span = grammar.phrase_after(start)
    people = _last_of_people(grammar, start)
    if people >= 0:
        verb = people + 1
        while verb < min(grammar.count, people + 6) and tags[verb] in "AB":
            verb += 1
        deedly = verb < grammar.count and (
            grammar.masks[verb] & (W.ACT_VERB | W.CYBER | W.WEAK_ACT) or forms[verb].endswith("gunned")
        )
        if deedly and not grammar.passive(verb) and not (grammar.reduced(verb) and tags[verb] == "V"):
            done, strength, span = verb, 2, (start, people + 1)
    if done >= 0:
        # "Suspected settlers set fire": words of deeds that can be nouns do not belong to the phrase.
        span = (span[0], min(span[1], grammar.group_start(done))) if span[0] >= 0 else span
    if not can_act(grammar, span) and not _people(grammar, span):
        return
    before = at - 1
    while before >= max(0, at - 8) and (tags[before] in "DJB" or forms[before][0].isdigit()):
        before -= 1
    link = forms[before] if before >= 0 else ""
    if link in {"by", "from", "of", "to"} and before >= 1:
        act = find_act(grammar, max(0, before - 8), before)
        if act[0] >= 0 and link == "by":
            yield Account(SUSPECTED, "by-suspected", at, NO_SPAN, span, _nearest(grammar, before))
        elif act[0] >= 0 and link == "from":
            yield Account(SUSPECTED, "from-suspected", at, NO_SPAN, span, _nearest(grammar, before))
        return
    governed = before >= 0 and tags[before] in "VG" and link not in {"that", "when"}
    if link in _TAKEN or (governed and not grammar.masks[before] & (W.REPORT | W.AVOW)):
        return
    if done >= 0 and strength and not grammar.intended(done) and not grammar.negated(done):
        between = range(span[1], done)
        if any(forms[here] in {",", ";", "who", "which", "by"} for here in between) or grammar.passive(done):
            return
        if any(tags[here] == Tag.VERB for here in between if here < grammar.group_start(done)):
            # "Alleged members are arrested in raids": another verb is theirs.
            return
        if grammar.reduced(done) and strength < 2:
            return
        yield Account(SUSPECTED, "suspected-did", at, NO_SPAN, span, (done, done + 1))


def _their_strike(grammar: Grammar, at: int) -> Account | None:
    """The suspected attack of somebody named: "a suspected Orluan air strike"; a suspected arson attack names nobody."""
    if grammar.shouting:
        return None
    span = grammar.phrase_after(at + 1)
    if span[0] < 0:
        return None
    head = grammar.head(span)
    if not grammar.masks[head] & W.ACT_NOUN or not grammar.capital[span[0]]:
        return None
    if span[1] < grammar.count and grammar.tags[span[1]] == Tag.DETERMINER:
        # "Suspected gunmen storm a mine": a verb.
        return None
    named = span[0]
    while named < head and grammar.capital[named]:
        named += 1
    return (
        Account(SUSPECTED, "suspected-strike", at, NO_SPAN, (span[0], named), (head, head + 1))
        if named > span[0]
        else None
    )


def _author(grammar: Grammar, at: int) -> Account | None:
    """The alleged perpetrator of an act."""
    forms = grammar.forms
    named = find_word(grammar, _AUTHORS, at + 1, at + 3)
    link = forms[named + 1] if 0 <= named < grammar.count - 1 else ""
    if link not in {"of", "in", "behind"}:
        return None
    act = find_act(grammar, named + 2, named + 9)
    if act[0] < 0 and forms[named] in _KILLERS and link == "of":
        act = (named, named + 1)
    if act[0] < 0:
        return None
    if forms[named] in _SHARES:
        # "his alleged role in the attacks": it is the owner's.
        if at and (forms[at - 1] in POSSESSIVES or forms[at - 1].endswith("'s")):
            return Account(SUSPECTED, "alleged-role", at, NO_SPAN, (at - 1, at), act)
        return _taken_for(grammar, at, "alleged-role", act)
    return Account(SUSPECTED, "alleged-author", at, NO_SPAN, _named_near(grammar, at, named), act)


def _taken_for(grammar: Grammar, at: int, rule: str, act: Span) -> Account | None:
    """Somebody arrested, wanted or charged "for" or "over" what is alleged."""
    forms = grammar.forms
    link = at - 1 if at and forms[at - 1] not in {"a", "an", "the"} else at - 2
    if link < 1 or forms[link] not in {"for", "over", "of", "in"}:
        return None
    verb = next((back for back in range(link - 1, max(-1, link - 14), -1) if grammar.tags[back] == Tag.VERB), -1)
    if verb < 0 or not held(grammar, verb):
        return None
    passive = is_passive(grammar, verb) or forms[verb] == "wanted"
    accused = whom(grammar, verb) if passive else grammar.phrase_after(verb + 1)
    return Account(SUSPECTED, rule, at, NO_SPAN if passive else who(grammar, verb), accused, act)


def _agent_alone(grammar: Grammar, at: int) -> Account | None:
    """The suspected killer, shooter or bomber, of whatever was told."""
    noun = at + 1 + (grammar.forms[at + 1 : at + 2] in {("serial",), ("mass",), ("suicide",)})
    if noun >= grammar.count or grammar.forms[noun] not in _DOERS:
        return None
    following = grammar.forms[noun + 1] if noun + 1 < grammar.count else "."
    if _denied_before(grammar, at):
        return None
    if following in {"of", "in", "behind"} or (noun + 1 < grammar.count and grammar.tags[noun + 1] in "V"):
        return None
    return Account(SUSPECTED, "suspected-doer", at, NO_SPAN, (at + 1, noun + 1), (noun, noun + 1))


def _plot(grammar: Grammar, at: int) -> Account | None:
    """Arrested over an alleged plot to attack."""
    forms = grammar.forms
    noun = find_word(grammar, _PLOTS, at + 1, at + 4)
    if noun < 0 or forms[noun + 1 : noun + 2] not in {("to",), ("of",)}:
        return None
    act = next(
        ((here, here + 1) for here in range(noun + 2, min(grammar.count, noun + 6)) if does(grammar, here)), NO_SPAN
    )
    return _taken_for(grammar, at, "alleged-plot", act) if act[0] >= 0 else None


def _who_they_are(grammar: Grammar, at: int) -> Iterator[Account]:
    """Attackers said to be somebody's between commas: "armed men, allegedly belonging to the gang, storm a bank"."""
    forms = grammar.forms
    if at < 2 or forms[at - 1] != ",":
        return
    start = at + 1
    belongs = forms[start : start + 2] in _BELONGING
    accused = grammar.phrase_after(start + 2 if belongs else start)
    if not _people(grammar, accused) and not (belongs and can_act(grammar, accused)):
        return
    if accused[1] >= grammar.count or forms[accused[1]] not in {",", "."}:
        return
    act = find_act(grammar, accused[1] + 1, accused[1] + 9, nouns=False)
    if act[0] < 0:
        first = grammar.phrase_before(at - 2)
        head = grammar.head(first) if first[0] >= 0 else -1
        act = (head, head + 1) if head >= 0 and forms[head] in _AGENTS else NO_SPAN
    if act[0] >= 0:
        yield Account(SUSPECTED, "apparently-theirs", at, NO_SPAN, accused, act)


def _last_of_people(grammar: Grammar, start: int) -> int:
    """The last of the first nouns for people behind a token, -1 where there is none near."""
    found = -1
    for at in range(start, min(grammar.count, start + 7)):
        if grammar.masks[at] & (W.GROUP | W.MEMBER | W.INSURGENT) or grammar.forms[at] in PERSONS:
            found = at
        elif found >= 0 or grammar.tags[at] not in "OJDG":
            break
    return found


def _people(grammar: Grammar, span: Span) -> bool:
    return span[0] >= 0 and any(grammar.masks[at] & (W.GROUP | W.MEMBER | W.INSURGENT) for at in range(*span))


def _nearest(grammar: Grammar, at: int, reach: int = 8) -> Span:
    """The act word nearest before a token."""
    for back in range(at - 1, max(-1, at - reach - 1), -1):
        found = find_act(grammar, back, back + 1)
        if found[0] >= 0:
            return found
    return NO_SPAN


def _named_near(grammar: Grammar, at: int, named: int) -> Span:
    """The name of an alleged author: "the alleged author of the attack, X, was", or the phrase itself."""
    for here in range(named + 1, min(grammar.count - 1, named + 14)):
        if grammar.forms[here] == ",":
            found = grammar.phrase_after(here + 1)
            if found[0] >= 0 and any(grammar.capital[word] for word in range(*found)):
                return found
            break
    return at + 1, named + 1


def _adverb(grammar: Grammar, at: int) -> Iterator[Account]:
    """A deed that somebody allegedly did."""
    for verb in range(max(0, at - 2), min(grammar.count, at + 5)):
        mastered = grammar.forms[verb].startswith(_MASTERED)
        if grammar.tags[verb] != Tag.VERB:
            continue
        if not (mastered or grammar.masks[verb] & (W.ACT_VERB | W.CYBER | W.WEAK_ACT)):
            continue
        if not grammar.group_start(verb) <= at <= verb + 3:
            continue
        act = find_act(grammar, verb, verb + 1)
        if act[0] < 0 and mastered and not grammar.passive(verb):
            act = find_act(grammar, verb + 1, verb + 7, deeds=False)
        if act[0] < 0 and not grammar.passive(verb):
            continue
        if grammar.passive(verb) or grammar.reduced(verb):
            accused = agent(grammar, verb)
            act = act if act[0] >= 0 else find_act(grammar, max(0, verb - 8), verb + 1)
        else:
            accused = who(grammar, verb)
        if act[0] >= 0 and can_act(grammar, accused) and not grammar.negated(verb):
            yield Account(SUSPECTED, f"{grammar.forms[at]}-did", at, NO_SPAN, accused, act)
            return


def _adverb_by(grammar: Grammar, at: int) -> Iterator[Account]:
    """An attack "presumably by" somebody; somebody held "for allegedly planning" one."""
    forms = grammar.forms
    following = forms[at + 1] if at + 1 < grammar.count else ""
    if following == "by":
        accused, act = grammar.phrase_after(at + 2), _nearest(grammar, at, 20)
        if act[0] >= 0 and can_act(grammar, accused):
            yield Account(SUSPECTED, "presumably-by", at, NO_SPAN, accused, act)
    elif following.endswith("ing") and forms[at - 1 : at] in {("for",), ("of",), ("after",)}:
        act = find_act(grammar, at + 1, at + 9)
        verb = next((back for back in range(at - 2, max(-1, at - 12), -1) if grammar.tags[back] == Tag.VERB), -1)
        if act[0] >= 0 and verb >= 0:
            passive = is_passive(grammar, verb)
            accused = whom(grammar, verb) if passive else grammar.phrase_after(verb + 1)
            yield Account(SUSPECTED, "for-allegedly", at, NO_SPAN if passive else who(grammar, verb), accused, act)


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
        reach = range(at - 1, max(-1, at - 14), -1)
        verb = next((back for back in reach if forms[back] in SEIZING), -1)
        if verb < 0:
            verb = next((back for back in reach if grammar.tags[back] == Tag.VERB), -1)
        if act[0] >= 0 and (verb < 0 or held(grammar, verb)):
            passive = verb >= 0 and is_passive(grammar, verb)
            accused = NO_SPAN if verb < 0 else whom(grammar, verb) if passive else grammar.phrase_after(verb + 1)
            speaker = NO_SPAN if verb < 0 or passive else who(grammar, verb)
            yield Account(SUSPECTED, "on-suspicion", at, speaker, accused, act)
    else:
        link = find_word(grammar, ("on", "upon", "at"), at + 1, at + 7)
        if link >= 0 and can_act(grammar, grammar.phrase_after(link + 1)):
            accused = grammar.phrase_after(link + 1)
            yield Account(SUSPECTED, "suspicion-on", at, NO_SPAN, accused, act_around(grammar, at))


def _in_connection(grammar: Grammar, at: int) -> Iterator[Account]:
    """Arrested or sought in connection with an act."""
    forms = grammar.forms
    act = find_act(grammar, at + 2, at + 9, deeds=False)
    verb = next((back for back in range(at - 2, max(-1, at - 16), -1) if forms[back] in _SOUGHT), -1)
    if act[0] < 0 or verb < 0 or not held(grammar, verb):
        return
    if any(form.startswith(("charg", "convict", "sentenc")) for form in forms[max(0, verb - 4) : at]):
        return
    passive = is_passive(grammar, verb) or forms[verb] in {"wanted", "sought"}
    accused = whom(grammar, verb) if passive else grammar.phrase_after(verb + 1)
    if can_act(grammar, accused):
        yield Account(SUSPECTED, "in-connection", at, NO_SPAN if passive else who(grammar, verb), accused, act)


def _denied_before(grammar: Grammar, at: int) -> bool:
    """Whether "not" or "no" stands shortly before a word."""
    return any(
        grammar.tags[back] == Tag.NEGATION
        or grammar.forms[back] in {"no", "longer"}
        or grammar.forms[back].endswith("n't")
        for back in range(max(0, at - 5), at)
    )


def _suspect_in(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is a suspect in an act."""
    forms = grammar.forms
    if forms[at + 1 : at + 2] not in {("in",), ("for",)}:
        return
    act = find_act(grammar, at + 2, at + 8, deeds=False)
    if act[0] < 0:
        return
    if _denied_before(grammar, at):
        return
    if at >= 3 and forms[at - 1] in {"a", "the"} and forms[at - 2] == ",":
        accused = grammar.phrase_before(at - 3)
        if can_act(grammar, accused):
            yield Account(SUSPECTED, "is-suspect-in", at, NO_SPAN, accused, act)
            return
    copula = copula_before(grammar, at, 5)
    if copula >= 0:
        yield Account(SUSPECTED, "is-suspect-in", at, NO_SPAN, grammar.subject(copula), act)
        return
    behind = find_word(grammar, ("is", "are", "was", "were"), act[1], act[1] + 8)
    accused = grammar.phrase_after(behind + 1) if behind >= 0 else NO_SPAN
    yield Account(SUSPECTED, "suspect-in", at, NO_SPAN, accused, act)


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
    if is_passive(grammar, verb) or (forms[verb + 1 : verb + 2] == ("of",) and not _is_suspect(grammar, verb)):
        if forms[verb].startswith("suspect"):
            yield from accused_of(grammar, verb, SUSPECTED, "suspected-of")
        return
    if (forms[verb] == "suspected" and not _is_verb(grammar, verb)) or _is_suspect(grammar, verb):
        return
    subject = who(grammar, verb)
    if subject[0] >= 0 and forms[subject[0]] == "i" and subject[1] - subject[0] == 1:
        return
    suspects = forms[verb].startswith("suspect")
    if suspects:
        yield from accused_of(grammar, verb, SUSPECTED, "suspects-of")
    start = verb + 2 if forms[verb + 1 : verb + 2] == ("that",) else verb + 1
    if forms[start : start + 1] == ("there",):
        return
    accused = grammar.phrase_after(start)
    if accused[0] < 0 and start + 1 < grammar.count and grammar.tags[start] == Tag.DETERMINER:
        # "that the two were involved": determiners alone.
        accused = (start, start + 2) if grammar.tags[start + 1] == Tag.DETERMINER else accused
    if accused[0] >= 0:
        stop = min(grammar.count, accused[1] + 12)
        for at in range(accused[1], stop):
            if forms[at] in {"responsible", "behind", "involved"} and copula_before(grammar, at, 3) >= 0:
                act = find_act(grammar, at + 1, at + 9)
                act = act if act[0] >= 0 else act_before(grammar, verb)
                if act[0] >= 0 and can_act(grammar, accused) and "not" not in forms[accused[1] : at]:
                    yield Account(SUSPECTED, "thinks-responsible", verb, subject, accused, act)
                    return
    for item in told(grammar, verb):
        done = item.act[0]
        if item.negated or item.intended:
            continue
        by = agent(grammar, done) if grammar.passive(done) or grammar.reduced(done) else item.accused
        themselves = by[1] - by[0] == 1 and forms[max(0, by[0])] in {"they", "it", "we"}
        if can_act(grammar, by, named=True) and not themselves:
            yield Account(SUSPECTED, "thinks-did", verb, subject, by, item.act)
            return
    if suspects and accused[0] >= 0 and can_act(grammar, accused):
        act = act_around(grammar, verb)
        yield Account(SUSPECTED, "suspects-bare" if act[0] < 0 else "suspects", verb, subject, accused, act)


def _it_is_thought(grammar: Grammar, verb: int) -> Iterator[Account]:
    """It is believed that somebody did it, that somebody's people were involved."""
    forms = grammar.forms
    done, _ = deed(grammar, verb + 1, verb + 14)
    if done >= 0 and not grammar.negated(done):
        passive = grammar.passive(done) or grammar.reduced(done)
        accused = agent(grammar, done) if passive else grammar.subject(done, verb + 1)
        if can_act(grammar, accused, named=True):
            yield Account(SUSPECTED, "is-thought-did", verb, NO_SPAN, accused, (done, done + 1))
            return
    for at in range(verb + 1, min(grammar.count, verb + 12)):
        if forms[at] in {"responsible", "behind", "involved"} and copula_before(grammar, at, 3) >= 0:
            accused, act = grammar.subject(copula_before(grammar, at, 3), verb + 1), act_around(grammar, verb)
        elif forms[at] == "involved" and grammar.tags[at] == Tag.VERB:
            accused, act = grammar.phrase_after(at + 1), act_around(grammar, verb)
        else:
            continue
        if _denied_before(grammar, at):
            return
        if 0 <= accused[0] < accused[1] and forms[accused[0]] == "that":
            accused = (accused[0] + 1, accused[1])
        if can_act(grammar, accused) and act[0] >= 0:
            yield Account(SUSPECTED, "is-thought-responsible", verb, NO_SPAN, accused, act)
        return


def _is_suspect(grammar: Grammar, verb: int) -> bool:
    """Whether "suspect" is somebody who is suspected: "the bombing suspect Anton Veres", "a suspect of the shooting"."""
    if grammar.forms[verb] != "suspect":
        return False
    before = grammar.forms[verb - 1] if verb else ""
    plural = before.endswith("s") or before in {"police", "they", "we", "i", "you", "to", "who", "not", "people"}
    return not (plural or (verb and grammar.tags[verb - 1] in "AMB"))


def _is_verb(grammar: Grammar, verb: int) -> bool:
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
    if forms[at + 1 : at + 2] != ("to",) or not held(grammar, at):
        return
    subject = whom(grammar, at)
    stop = min(grammar.count, at + 12)
    for here in range(at + 2, stop):
        if forms[here] == "by" or (forms[here] == "of" and forms[here - 1] in {"work", "doing", "handiwork"}):
            accused = grammar.phrase_after(here + 1)
            act = find_act(grammar, max(0, at - 12), at)
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
        if forms[here] in {",", ";"}:
            break
    if forms[at + 2 : at + 3] == ("be",):
        # "gunmen believed to be guerrillas killed": who they are is told.
        accused = grammar.phrase_after(at + 3)
        act = act_around(grammar, at)
        head = grammar.head(subject) if subject[0] >= 0 else -1
        if head >= 0 and forms[head] in _AGENTS:
            act = (head, head + 1)
        if act[0] >= 0 and can_act(grammar, subject) and _people(grammar, accused):
            yield Account(SUSPECTED, "thought-to-be", at, NO_SPAN, accused, act)


def _may_have(grammar: Grammar, at: int) -> Iterator[Account]:
    """An act that may be the work of somebody, or may have been done by somebody."""
    forms = grammar.forms
    before = forms[max(0, at - 16) : at]
    ruled_out = any(pair in {("ruled", "out"), ("rules", "out"), ("rule", "out")} for pair in pairwise(before))
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
        if forms[here] in {"behind", "responsible"} and "be" in forms[at:here]:
            accused = grammar.phrase_before(at - 1) if at else NO_SPAN
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
            if can_act(grammar, accused) and act[0] >= 0:
                yield Account(SUSPECTED, "may-have", at, NO_SPAN, accused, act)
            return
