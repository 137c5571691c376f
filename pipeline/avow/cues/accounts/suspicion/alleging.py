"""Who is suspected by a word beside the deed: suspected rebels, the alleged author, what somebody allegedly did."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import does, find_act, nearest_act
from avow.cues.accounts.captives import held
from avow.cues.accounts.crimes import use_of_arms
from avow.cues.accounts.people import (
    COURTS,
    DOERS,
    PERSONS,
    SEIZING,
    agent,
    can_act,
    is_passive,
    is_people,
    parties,
    who,
)
from avow.cues.accounts.records import SUSPECTED, Account
from avow.cues.accounts.search import FAR, denied_before, find_before, find_word, verb_before
from avow.cues.accounts.verbs import meant_act
from avow.cues.grammar import BE, NO_SPAN, POSSESSIVES, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import deed

_AUTHORS = word_set(
    "perpetrator perpetrators attacker attackers killer killers author authors mastermind masterminds gunman shooter "
    "bomber bombers assassin assassins murderer murderers assailant assailants culprit culprits ringleader ringleaders "
    "organiser organizer organisers organizers planner planners accomplice accomplices architect financier plotter plotters "
    "involvement role roles"
)
_SHARES = word_set("involvement role roles")
_TRIED = ("charg", "convict", "sentenc", "indict", "arraign", "tried", "prosecut")
_FAR, _SECOND = 14, 16
_MEANING = ("plan", "plot", "conspir", "attempt", "try", "prepar")
_MANY = word_set("scores dozens hundreds thousands")
_IN_COURSE = word_set("during in after following for")
_CONFESSING = ("confess", "admit", "plead")
_KILLERS = word_set("killer killers murderer murderers assassin assassins kidnapper kidnappers")
_LOOKING = word_set("looking searching hunting")
AGENTS = word_set(
    "kidnappers kidnapper attackers attacker assailants assailant gunmen gunman bombers bomber hijackers hijacker killers "
    "killer murderers abductors captors assassins hackers arsonists perpetrators perpetrator"
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
BOMBS = word_set("bomb bombs device devices mine mines grenade grenades")
_TERROR, _TERRORISTS = word_set("terror terrorism"), word_set("terrorist terrorists")
_WITHIN = word_set("in during on at against with into near for")
_INFLECTED = ("s", "ed")
_BELONGING = frozenset(
    [("belonging", "to"), ("members", "of"), ("linked", "to"), ("tied", "to"), ("affiliated", "with")]
)
_SOUGHT = SEIZING | word_set("wanted sought questioned questioning seek seeks hunting identified custody")
_TAKEN = word_set(
    "arrest arrests arrested arresting detain detains detained detaining capture captures captured capturing kill "
    "kills killed killing shoot shoots shot seize seizes seized seizing against target targets targeted hunt hunting "
    "raid raids raided free frees released questioned question questions identify identifies identified bomb bombs "
    "bombed executed extradite extradites extradited deport deports deported jail charged"
)
_STAGED = ("carried", "committed", "perpetrated", "launched", "conducted", "staged", "mounted", "planned", "ordered")
"""How the verbs begin that tell by whom an act was done."""


def attributive(grammar: Grammar, at: int) -> Iterator[Account]:
    """A deed of suspected rebels.

    Args:
        grammar: The sentence.
        at: The word, a token.

    Yields:
        Accounts of suspicion.
    """
    forms, tags = grammar.forms, grammar.tags
    start = at + 1
    if start >= grammar.count:
        return
    author = _owned_act(grammar, at) or _author(grammar, at) or _plot(grammar, at) or _agent_alone(grammar, at)
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
    if people >= 0 and grammar.forms[people + 1 : people + 2] == ("of",):
        # "Suspected members of the Front attack a church".
        people = max(people, _name_end(grammar, people + 2) - 1)
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
    if not can_act(grammar, span) and not is_people(grammar, span):
        return
    before = at - 1
    while before >= max(0, at - 8) and (tags[before] in "DJB" or forms[before][0].isdigit()):
        before -= 1
    if before > 0 and forms[before] == "of" and forms[before - 1] in _MANY:
        # "Scores of suspected rebels attack the town".
        before -= 2
    link = forms[before] if before >= 0 else ""
    if link in {"by", "from", "of", "to"} and before >= 1:
        act = find_act(grammar, max(0, before - 8), before)
        if act[0] >= 0 and link == "by":
            yield Account(SUSPECTED, "by-suspected", at, NO_SPAN, span, nearest_act(grammar, before))
        elif act[0] >= 0 and link == "from":
            yield Account(SUSPECTED, "from-suspected", at, NO_SPAN, span, nearest_act(grammar, before))
        return
    if link in _WITHIN:
        # "Stabbed in a suspected terror attack": what follows is no verb.
        return
    governed = before >= 0 and tags[before] in "VG" and link not in {"that", "when"}
    if link in _TAKEN or (governed and not grammar.masks[before] & (W.REPORT | W.AVOW)):
        return
    theirs = _their_plan(grammar, at, span) or (None if governed else _their_own_attack(grammar, at, span))
    if theirs is not None:
        yield theirs
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
        if (
            forms[at - 1 : at] in {("a",), ("an",)}
            and grammar.masks[done] & W.ACT_NOUN
            and not forms[done].endswith(_INFLECTED)
        ):
            # "A suspected Orluan attack": a noun, for of one it would be said that he attacks.
            return
        yield Account(SUSPECTED, "suspected-did", at, NO_SPAN, span, (done, done + 1))


def _their_plan(grammar: Grammar, at: int, span: Span) -> Account | None:
    """Alleged extremists who are planning attacks."""
    if span[0] < 0 or grammar.forms[span[1] : span[1] + 1] not in {("planning",), ("plotting",), ("preparing",)}:
        return None
    act = find_act(grammar, span[1] + 1, span[1] + 6, deeds=False)
    return Account(SUSPECTED, "suspected-planning", at, NO_SPAN, span, act) if act[0] >= 0 else None


def _their_own_attack(grammar: Grammar, at: int, span: Span) -> Account | None:
    """Suspected rebels who die during their attacks."""
    rampage = find_word(grammar, ("rampage",), span[1], span[1] + 6)
    if rampage >= 0:
        return Account(SUSPECTED, "suspected-in-their-attack", at, NO_SPAN, span, (rampage, rampage + 1))
    their = find_word(grammar, ("their",), span[1], span[1] + 7)
    if their < 0 or grammar.forms[their - 1] not in _IN_COURSE:
        return None
    act = find_act(grammar, their + 1, their + 4, deeds=False)
    return Account(SUSPECTED, "suspected-in-their-attack", at, NO_SPAN, span, act) if act[0] >= 0 else None


def _their_strike(grammar: Grammar, at: int) -> Account | None:
    """The suspected attack of somebody named: "a suspected Orluan air strike"; a suspected arson attack names nobody."""
    if grammar.shouting:
        return None
    span = grammar.phrase_after(at + 1)
    if span[0] < 0:
        return None
    head = grammar.head(span)
    if not grammar.masks[head] & W.ACT_NOUN or grammar.forms[head] in BOMBS:
        return None
    if span[1] < grammar.count and grammar.tags[span[1]] == Tag.DETERMINER:
        # "Suspected gunmen storm a mine": a verb.
        return None
    armed = [here for here in range(span[0], head) if grammar.masks[here] & W.INSURGENT]
    if armed and not _TERROR & set(grammar.forms[span[0] : head]) and grammar.forms[armed[-1]] not in _TERRORISTS:
        # "A suspected jihadist attack".
        return Account(SUSPECTED, "suspected-strike", at, NO_SPAN, (span[0], armed[-1] + 1), (head, head + 1))
    if not grammar.capital[span[0]]:
        return None
    named = span[0]
    while named < head and grammar.capital[named]:
        named += 1
    if any(grammar.masks[at] & W.INSURGENT or grammar.forms[at] in _TERROR for at in range(named, head)):
        # "A suspected Orluan terrorist attack" is nobody's whom one could name.
        return None
    return (
        Account(SUSPECTED, "suspected-strike", at, NO_SPAN, (span[0], named), (head, head + 1))
        if named > span[0]
        else None
    )


def _owned_act(grammar: Grammar, at: int) -> Account | None:
    """Somebody's alleged attack: "his wife's alleged murder of a rival", "the army's alleged use of nerve gas"."""
    forms = grammar.forms
    if not at or not forms[at - 1].endswith(("'s", "s'")):
        return None
    act = find_act(grammar, at + 1, at + 4, deeds=False)
    act = act if act[0] >= 0 else use_of_arms(grammar, at + 1, at + 3)
    if act[0] < 0 or any(grammar.tags[here] not in "OJG" for here in range(at + 1, act[0])):
        return None
    owner = grammar.phrase_before(at - 1)
    return Account(SUSPECTED, "their-alleged-act", at, NO_SPAN, owner, act) if can_act(grammar, owner) else None


def _author(grammar: Grammar, at: int) -> Account | None:
    """The alleged perpetrator of an act."""
    forms = grammar.forms
    named = find_word(grammar, _AUTHORS, at + 1, at + 5)
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
        if _in_court(grammar, at):
            return None
        if at and (forms[at - 1] in POSSESSIVES or forms[at - 1].endswith("'s")):
            return Account(SUSPECTED, "alleged-role", at, NO_SPAN, (at - 1, at), act)
        return _taken_for(grammar, at, "alleged-role", act)
    return Account(SUSPECTED, "alleged-author", at, NO_SPAN, _named_near(grammar, at, named), act)


def _in_court(grammar: Grammar, at: int) -> bool:
    """Whether somebody is tried or sentenced for what is alleged, which says more than suspicion does."""
    near = grammar.forms[max(0, at - _FAR) : at]
    return not COURTS.isdisjoint(near) or any(form.startswith(_TRIED) for form in near)


def _taken_for(grammar: Grammar, at: int, rule: str, act: Span) -> Account | None:
    """Somebody arrested, wanted or charged "for" or "over" what is alleged."""
    forms = grammar.forms
    link = at - 1 if at and forms[at - 1] not in {"a", "an", "the"} else at - 2
    due = link > 0 and forms[link] == "to" and forms[link - 1] in {"due", "linked", "tied", "owing"}
    if link < 1 or not (due or forms[link] in {"for", "over", "of", "in"}):
        return None
    verb = verb_before(grammar, link, 13)
    if verb < 0 or not held(grammar, verb):
        return None
    if _in_court(grammar, at):
        return None
    speaker, accused = parties(grammar, verb, passive=is_passive(grammar, verb) or forms[verb] == "wanted")
    return Account(SUSPECTED, rule, at, speaker, accused, act)


def _agent_alone(grammar: Grammar, at: int) -> Account | None:
    """The suspected killer, shooter or bomber, of whatever was told."""
    noun = at + 1
    while noun < min(grammar.count, at + 5) and grammar.forms[noun] not in DOERS:
        if grammar.tags[noun] not in "OJ" or grammar.masks[noun] & (W.GROUP | W.INSURGENT):
            return None
        noun += 1
    if noun >= grammar.count or grammar.forms[noun] not in DOERS:
        return None
    following = grammar.forms[noun + 1] if noun + 1 < grammar.count else "."
    if denied_before(grammar, at):
        return None
    if following in {"of", "in", "behind"}:
        return None
    named = grammar.shouting or any(grammar.capital[here] for here in range(at + 1, min(grammar.count, noun + 3)))
    # "Ivo Marek, the suspected gunman"; "the militants are the suspected attackers".
    aside = at > 1 and grammar.forms[at - 1] in {"the", "a"} and grammar.forms[at - 2] in {",", *BE}
    told_before = find_act(grammar, max(0, at - FAR), at)[0] >= 0
    if not (named or aside or told_before) or any(
        form.startswith(_CONFESSING) for form in grammar.forms[noun + 1 : noun + 8]
    ):
        # "The suspected shooter is held": who, and for what, is not told; "the alleged killer confesses" tells more.
        return None
    told = W.ACT_VERB | W.CYBER | W.WEAK_ACT
    if noun > at + 1 and noun + 1 < grammar.count and grammar.masks[noun + 1] & told:
        return None
    if noun + 1 < grammar.count and grammar.tags[noun + 1] == Tag.VERB and does(grammar, noun + 1):
        # What is told is the deed.
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
    if act[0] < 0:
        act = meant_act(grammar, noun + 2, noun + 6)
    if noun > at + 1 and grammar.capital[at + 1] and not grammar.shouting and act[0] >= 0:
        # "An alleged Orluan plot to kill the envoy".
        return Account(SUSPECTED, "their-alleged-plot", at, NO_SPAN, (at + 1, noun), act)
    return _taken_for(grammar, at, "alleged-plot", act) if act[0] >= 0 else None


def who_they_are(grammar: Grammar, at: int) -> Iterator[Account]:
    """Attackers said to be somebody's between commas: "armed men, allegedly belonging to the gang, storm a bank".

    Args:
        grammar: The sentence.
        at: The word, a token.

    Yields:
        Accounts of suspicion.
    """
    forms = grammar.forms
    start = at + 1
    belongs = forms[start : start + 2] in _BELONGING
    if at < 2 or (forms[at - 1] != "," and not (belongs and forms[at - 1] in AGENTS)):
        return
    accused = grammar.phrase_after(start + 2 if belongs else start)
    if not is_people(grammar, accused) and not (belongs and can_act(grammar, accused)):
        return
    bare = forms[at - 1] != ","
    if accused[1] >= grammar.count or (forms[accused[1]] not in {",", "."} and not bare):
        return
    act = find_act(grammar, accused[1] + (not bare), accused[1] + 9, nouns=False)
    if act[0] < 0:
        first = grammar.phrase_before(at - 1 - (not bare))
        head = grammar.head(first) if first[0] >= 0 else -1
        act = (head, head + 1) if head >= 0 and forms[head] in AGENTS else NO_SPAN
    if act[0] >= 0:
        yield Account(SUSPECTED, "apparently-theirs", at, NO_SPAN, accused, act)


def _name_end(grammar: Grammar, start: int) -> int:
    """Where a name behind "of" ends: the first token without a capital, past an article."""
    at = start + (grammar.forms[start : start + 1] in {("the",), ("a",)})
    while at < grammar.count and grammar.capital[at] and not grammar.shouting and grammar.tags[at] in "OJ":
        at += 1
    return at


def _last_of_people(grammar: Grammar, start: int) -> int:
    """The last of the first nouns for people behind a token, -1 where there is none near."""
    found = -1
    for at in range(start, min(grammar.count, start + 7)):
        if grammar.masks[at] & (W.GROUP | W.MEMBER | W.INSURGENT) or grammar.forms[at] in PERSONS:
            found = at
        elif found < 0 and grammar.forms[at] in {"in", "of"} and grammar.capital[at - 1] and not grammar.shouting:
            # "Suspected Harbour Front in Zamor gunmen".
            continue
        elif found >= 0 or grammar.tags[at] not in "OJDG":
            break
    return found


def _named_near(grammar: Grammar, at: int, named: int) -> Span:
    """The name of an alleged author: "the alleged author of the attack, X, was", or the phrase itself."""
    for here in range(named + 1, min(grammar.count - 1, named + 14)):
        if grammar.forms[here] == ",":
            found = grammar.phrase_after(here + 1)
            if found[0] >= 0 and any(grammar.capital[word] for word in range(*found)):
                return found
            break
    return at + 1, named + 1


def adverb(grammar: Grammar, at: int) -> Iterator[Account]:
    """A deed that somebody allegedly did.

    Args:
        grammar: The sentence.
        at: The word, a token.

    Yields:
        Accounts of suspicion.
    """
    yield from _carried_out(grammar, at)
    for verb in range(max(0, at - 2), min(grammar.count, at + 5)):
        mastered = grammar.forms[verb].startswith(_MASTERED)
        if grammar.forms[verb : verb + 2] == ("involved", "in") and verb == at + 1:
            act = find_act(grammar, verb + 2, verb + 9, deeds=False)
            accused = _who_is(grammar, at)
            if act[0] >= 0 and can_act(grammar, accused):
                yield Account(SUSPECTED, f"{grammar.forms[at]}-involved", at, NO_SPAN, accused, act)
            return
        planned = mastered and grammar.forms[verb - 1 : verb] == ("been",)
        gerund = (
            grammar.tags[verb] == Tag.GERUND
            and verb == at + 1
            and grammar.forms[at] == "allegedly"
            and grammar.forms[at - 1 : at] == (",",)
        )
        if grammar.tags[verb] != Tag.VERB and not (gerund or planned):
            continue
        if not (mastered or grammar.masks[verb] & (W.ACT_VERB | W.CYBER | W.WEAK_ACT)):
            continue
        if not gerund and at != verb - 1 and not grammar.group_start(verb) <= at <= verb + 3:
            continue
        if at == verb + 1 and at + 1 < grammar.count and grammar.tags[at + 1] in "OJ":
            # "Attacked a presumably civilian convoy": it is said of the convoy.
            continue
        act = find_act(grammar, verb, verb + 1)
        if act[0] < 0 and mastered and not grammar.passive(verb):
            act = find_act(grammar, verb + 1, verb + 7, deeds=False)
        if act[0] < 0 and not grammar.passive(verb):
            continue
        if grammar.undergone(verb):
            accused = _without_weapon(grammar, agent(grammar, verb))
            act = act if act[0] >= 0 else find_act(grammar, max(0, verb - 8), verb + 1)
        else:
            accused = who(grammar, verb)
        if act[0] >= 0 and can_act(grammar, accused) and not grammar.negated(verb):
            yield Account(SUSPECTED, f"{grammar.forms[at]}-did", at, NO_SPAN, accused, act)
            return
    yield from _also_did(grammar, at)


def _also_did(grammar: Grammar, at: int) -> Iterator[Account]:
    """A deed told by the second of two verbs: "allegedly drove to the mosque with a rifle and fired at the doors"."""
    first = at + 1
    if grammar.tags[first : first + 1] != [Tag.VERB] or grammar.negated(first) or grammar.undergone(first):
        return
    if grammar.forms[first].endswith("ed") and grammar.forms[first + 1 : first + 2] in {("with",), ("in",)}:
        # "Allegedly involved with rebels": a participle.
        return
    for verb in range(first + 2, min(grammar.count, first + _SECOND)):
        if grammar.forms[verb] in {",", ";", "but"}:
            return
        if grammar.tags[verb] == Tag.VERB and grammar.forms[verb - 1] == "and":
            accused = who(grammar, first)
            if does(grammar, verb) and not grammar.negated(verb) and can_act(grammar, accused):
                yield Account(SUSPECTED, f"{grammar.forms[at]}-did", at, NO_SPAN, accused, (verb, verb + 1))
            return


def _carried_out(grammar: Grammar, at: int) -> Iterator[Account]:
    """An act that was allegedly carried out by somebody: "in an attack allegedly carried out by rebels"."""
    forms = grammar.forms
    verb = at + 1
    by = find_word(grammar, ("by",), verb + 1, verb + 3)
    if by < 0 or not forms[verb].startswith(_STAGED):
        return
    act, accused = find_act(grammar, max(0, at - 5), at, deeds=False), grammar.phrase_after(by + 1)
    if act[0] >= 0 and can_act(grammar, accused, named=True):
        yield Account(SUSPECTED, "allegedly-carried-out", at, NO_SPAN, accused, act)


def _who_is(grammar: Grammar, at: int) -> Span:
    """Of whom "allegedly involved" is said: the subject of the form of "be" before it, or the phrase that it follows."""
    before = at - 1
    if before >= 0 and grammar.tags[before] == Tag.AUXILIARY:
        return grammar.subject(before)
    span = grammar.phrase_before(before - (grammar.forms[before] == ",")) if before > 0 else NO_SPAN
    aside = span[0] > 1 and grammar.forms[span[0] - 1] == "," and not can_act(grammar, span)
    # "Ivo Marek, a key figure allegedly involved in".
    return grammar.phrase_before(span[0] - 2) if aside else span


def _without_weapon(grammar: Grammar, span: Span) -> Span:
    """Whose weapon it is, where a name tells it: "Zamor" in "by Zamor drones"."""
    if span[0] < 0 or grammar.shouting or not grammar.masks[grammar.head(span)] & W.WEAPON:
        return span
    named = [at for at in range(*span) if grammar.capital[at]]
    return (named[0], named[-1] + 1) if named and named[-1] < grammar.head(span) else span


def adverb_by(grammar: Grammar, at: int) -> Iterator[Account]:
    """An attack "presumably by" somebody; somebody held "for allegedly planning" one.

    Args:
        grammar: The sentence.
        at: The word, a token.

    Yields:
        Accounts of suspicion.
    """
    forms = grammar.forms
    following = forms[at + 1] if at + 1 < grammar.count else ""
    if following == "by":
        accused, act = grammar.phrase_after(at + 2), nearest_act(grammar, at, 20)
        if act[0] >= 0 and can_act(grammar, accused):
            yield Account(SUSPECTED, "presumably-by", at, NO_SPAN, accused, act)
    elif following.endswith("ing") and following != "being" and forms[at - 1 : at] in {("for",), ("of",), ("after",)}:
        act = find_act(grammar, at + 1, at + 9)
        if act[0] < 0 and following.startswith(_MEANING):
            act = meant_act(grammar, at + 2, at + 9)
        verb = verb_before(grammar, at - 1, 10)
        if act[0] >= 0 and verb >= 0:
            speaker, accused = parties(grammar, verb, passive=is_passive(grammar, verb))
            yield Account(SUSPECTED, "for-allegedly", at, speaker, accused, act)


def in_connection(grammar: Grammar, at: int) -> Iterator[Account]:
    """Arrested or sought in connection with an act.

    Args:
        grammar: The sentence.
        at: The word, a token.

    Yields:
        Accounts of suspicion.
    """
    forms = grammar.forms
    act = find_act(grammar, at + 2, at + 9, deeds=False)
    verb = find_before(grammar, _SOUGHT, at - 1, 14)
    if "justice" in forms[max(0, at - 4) : at]:
        # "For perverting the course of justice in relation to": for no part in the act.
        return
    looking = find_before(grammar, _LOOKING, at - 1, 14) if verb < 0 else -1
    if act[0] >= 0 and looking >= 0 and forms[looking + 1] == "for" and held(grammar, looking):
        wanted = grammar.phrase_after(looking + 2)
        if can_act(grammar, wanted, named=True):
            yield Account(SUSPECTED, "in-connection", at, who(grammar, looking), wanted, act)
        return
    if act[0] < 0 or verb < 0 or not held(grammar, verb):
        return
    if any(form.startswith(("charg", "convict", "sentenc")) for form in forms[max(0, verb - 4) : at]):
        return
    passive = is_passive(grammar, verb) or forms[verb] in {"wanted", "sought"}
    speaker, accused = parties(grammar, verb, passive=passive)
    if can_act(grammar, accused):
        yield Account(SUSPECTED, "in-connection", at, speaker, accused, act)
