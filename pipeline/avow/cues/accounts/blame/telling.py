"""Who is said to have done it: in a clause of saying, by an attack of theirs, as the work of theirs."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_before, does, find_act, is_denied
from avow.cues.accounts.captives import GOES_ON, held, only_meant
from avow.cues.accounts.crimes import WEAK_CRIMES
from avow.cues.accounts.people import DISASTERS, PERSONS, agent, can_act, is_passive, names_a_side, not_inside, who
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.search import IF, clause_after, find_word
from avow.cues.accounts.sides import announces, excused, may_tell_of, own_side
from avow.cues.accounts.tellings import FORCES
from avow.cues.accounts.verbs import are_arms
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements import Actor, Statement
from avow.cues.statements.acts import is_self
from avow.cues.statements.taking import OWN_WORK
from avow.cues.statements.telling import NOT_SAYING

ALLEGED = word_set("alleged suspected presumed supposed")
_CARRIED = word_set("carried committed perpetrated staged out")
_BY_HAND = word_set("by from")
_GENERIC = frozenset((word,) for word in word_set("group party movement organisation organization front cell"))
_HAVING, _PARTS = word_set("had has have played plays"), word_set("role part hand")
_AT_LARGE = word_set(
    "coalition alliance army rebel government allied junta militia guerrilla insurgent separatist police"
)
"""Words for sides that have no name, as they stand before an attack of theirs: "an army air raid"."""
PARTAKING = ("participat", "collaborat", "collud")
_PLANNING = ("planned", "mastermind", "orchestrat", "ordered", "plotted")
_AT, _TARGETS = word_set("on at against in near over outside inside"), 3
_SUFFERED = word_set("killed died dead wounded injured hit destroyed damaged struck die")
_DURING, _CLAUSE = word_set("in by after during following from"), 22
_MEANS = word_set(
    "air drone drones rocket missile artillery mortar tank gun grenade bomb bombing suicide car truck helicopter naval "
    "aerial ground military cross-border night dawn cluster commando"
)
_INITIALS = word_set("rpg ied ieds vbied svbied uav icbm")
"""Initials of weapons, which are nobody's side."""
_SHOT, _NEAR = ("launch", "fired", "dropped"), 4
_CAME = word_set("came come fired launched")
_MISSILES = word_set(
    "shell shells round rounds rocket rockets missile missiles mortar mortars shots fire bullets projectile projectiles grenades"
)
_ARMED = W.GROUP | W.MEMBER | W.INSURGENT
_MISHAPS = WEAK_CRIMES - word_set("acts drone drones mine mines")
_HARMING = (
    "struck",
    "strik",
    "hit",
    "target",
    "burn",
    "set",
    "damag",
    "smash",
    "mine",
    "knock",
    "cut",
    "snatch",
    "fire",
    "captur",
    "seiz",
    "spray",
)
"""Verbs that are hostile where their object is what people attack."""


def said(grammar: Grammar, item: Statement, rule: str) -> Iterator[Account]:
    """Somebody says that somebody else did it."""
    verb, done = item.verb, item.act[0]
    if item.negated or item.admitted or item.speaker in {Speaker.NOBODY, Speaker.FIRST, Speaker.NONE}:
        return
    if only_meant(grammar, done) or not held(grammar, verb) or not does(grammar, done):
        return
    if (IF | DISASTERS) & set(grammar.forms[verb + 1 : done]):
        return
    if grammar.tags[done] == Tag.GERUND and item.accused[1] == done:
        # "responding to Russian shelling": a noun.
        return
    if any(grammar.masks[at] & W.THREAT and grammar.tags[at] == Tag.VERB for at in range(verb + 1, done)):
        # "threatens to bomb churches and kill priests": the second verb is threatened too.
        return
    passive = grammar.undergone(done)
    if item.actor is Actor.VICTIM or passive:
        accused = agent(grammar, done)
        if can_act(grammar, accused, named=True) and not own_side(grammar, item, accused):
            yield Account(BLAMED, f"{rule}-done-by", verb, item.subject, accused, item.act)
        return
    if item.actor is not Actor.OTHER or not (item.strong or grammar.forms[done].startswith(_HARMING)):
        return
    accused = not_inside(grammar, _who_goes_on(grammar, done, item.accused))
    if accused[0] >= 0 and ALLEGED & set(grammar.forms[max(0, accused[0] - 1) : accused[1]]):
        return
    head = grammar.head(accused) if accused[0] >= 0 else -1
    whole = grammar.forms[max(0, accused[0]) : accused[1]]
    if whole[:1] == ("the",) and whole[1:] in _GENERIC and item.speaker is not Speaker.OFFICIAL:
        # "A hooded man said the group had executed him": he speaks for it.
        return
    if head >= 0 and grammar.masks[head] & (W.ACT_NOUN | W.WEAPON):
        yield from _by_weapon(grammar, item, rule, accused)
        return
    if can_act(grammar, accused, named=True) and not excused(grammar, verb, done, accused):
        rule = f"{rule}-own-side" if own_side(grammar, item, accused) else f"{rule}-did"
        yield Account(BLAMED, rule, verb, item.subject, accused, item.act)


def _who_goes_on(grammar: Grammar, done: int, accused: Span) -> Span:
    """Who began or goes on to do it: "the army has begun attacking"."""
    before = done - 1
    while before >= 0 and grammar.tags[before] == Tag.ADVERB:
        before -= 1
    if before >= 0 and grammar.forms[before] in GOES_ON and grammar.tags[done] == Tag.GERUND:
        return grammar.phrase_before(grammar.group_start(before) - 1)
    return accused


def _by_weapon(grammar: Grammar, item: Statement, rule: str, span: Span) -> Iterator[Account]:
    """What an attack "from" somebody, or somebody's strike, did."""
    stop = min(grammar.count, span[1] + 4)
    link = find_word(grammar, _BY_HAND, span[0], stop)
    if link >= 0:
        accused = grammar.phrase_after(link + 1)
        if can_act(grammar, accused, named=True):
            yield Account(BLAMED, f"{rule}-attack-by", item.verb, item.subject, accused, item.act)
        return
    head = grammar.head(span)
    named = any(grammar.capital[at] and at for at in range(span[0], head)) and not grammar.shouting
    if named and _strikes(grammar, head) and not announces(grammar, item.verb):
        yield Account(BLAMED, f"{rule}-their-attack", item.verb, item.subject, span, item.act)


def took_part(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody says that somebody took part in an act, colluded in it, planned it."""
    forms = grammar.forms
    for at in range(verb + 1, min(grammar.count, verb + 22)):
        if forms[at] in {";", "but"}:
            return
        involved = forms[at] == "involved" and grammar.undergone(at)
        sharing = involved or forms[at].startswith(PARTAKING) or _takes_part(forms, at)
        had = sharing and forms[at] in _HAVING
        if not (grammar.tags[at] == Tag.VERB or had) or not (sharing or forms[at].startswith(_PLANNING)):
            continue
        if sharing and "in" not in forms[at + 1 : at + 5]:
            return
        accused, act = grammar.subject(at, verb + 1), find_act(grammar, at + 1, at + 10, deeds=False)
        # "He said he had taken part": of his own.
        own = accused[0] >= 0 and grammar.tags[accused[0]] == Tag.PRONOUN
        sound = not own and held(grammar, at) and (involved or not grammar.passive(at)) and not is_denied(grammar, at)
        told = act[0] >= 0 and not (involved and forms[act[0]] in WEAK_CRIMES)
        if told and can_act(grammar, accused, named=True) and sound and not IF & set(forms[verb + 1 : at]):
            yield Account(BLAMED, "says-took-part", verb, who(grammar, verb), accused, act)
        return


def _takes_part(forms: tuple[str, ...], at: int) -> bool:
    """Whether somebody took part, or had a part: "took part in", "had a role in"."""
    if forms[at : at + 2] in {("took", "part"), ("taken", "part")}:
        return True
    return forms[at] in _HAVING and forms[at + 1 : at + 2] == ("a",) and not _PARTS.isdisjoint(forms[at + 2 : at + 4])


def were_by(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody says that an act was by somebody: "claimed the attacks were by soldiers".

    Args:
        grammar: The sentence.
        verb: The verb of saying.

    Yields:
        Accounts of blame.
    """
    start = clause_after(grammar, verb)
    act = find_act(grammar, start, start + 5, deeds=False)
    if act[0] < 0:
        return
    by = find_word(grammar, ("by",), act[1] + 1, act[1] + 3)
    if by < 0 or grammar.forms[by - 1] not in {"was", "were", "is", "are"}:
        return
    accused = grammar.phrase_after(by + 1)
    if can_act(grammar, accused, named=True):
        yield Account(BLAMED, "says-were-by", verb, who(grammar, verb), accused, act)


def used_arms(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody says that somebody used weapons that are told: "that the army used nerve gas".

    Args:
        grammar: The sentence.
        verb: The verb of saying.

    Yields:
        Accounts of blame.
    """
    for at in range(verb + 2, min(grammar.count, verb + 22)):
        if grammar.forms[at] in {";", "but"}:
            return
        if grammar.forms[at] not in {"used", "uses"}:
            continue
        # "Used" is a noun to the tags, since no list of verbs has it.
        accused = grammar.phrase_before(at - 1 - (grammar.tags[at - 1] in "AB"))
        perfect = grammar.forms[at - 1] in {"has", "have", "had"}
        sound = not grammar.negated(at) and not is_denied(grammar, at)
        sound = sound and (perfect or grammar.tags[at - 1] != Tag.AUXILIARY)
        fired = grammar.forms[at + 1 : at + 9]
        armed = are_arms(grammar, at + 1, at + 6) or (not _MISSILES.isdisjoint(fired) and _attacks(grammar, at))
        if armed and sound and can_act(grammar, accused, named=True):
            yield Account(BLAMED, "says-used-arms", verb, who(grammar, verb), accused, (at, at + 1))
        return


def _attacks(grammar: Grammar, used: int) -> bool:
    """Whether what was used was used in an attack: "used a missile in the strike on the port"."""
    stop = min(grammar.count, used + 14)
    link = find_word(grammar, ("in", "to"), used + 1, stop)
    return link >= 0 and find_act(grammar, link + 1, link + 4)[0] >= 0


def did_it(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody says that somebody else did it, was behind it, or is to blame."""
    forms = grammar.forms
    start = clause_after(grammar, verb)
    if forms[start : start + 2] in {("it", "was"), ("it", "is"), ("this", "was"), ("these", "were")}:
        accused = grammar.phrase_after(start + 2)
        named = accused[0] >= 0 and any(grammar.capital[at] for at in range(*accused)) and not grammar.shouting
        head = grammar.head(accused) if accused[0] >= 0 else -1
        people = head >= 0 and (grammar.masks[head] & W.INSURGENT or grammar.forms[head] in PERSONS | FORCES)
        speaker = who(grammar, verb)
        if can_act(grammar, accused, named=True) and (named or people) and not is_self(grammar, speaker, accused):
            yield Account(BLAMED, "says-it-was", verb, speaker, accused, act_before(grammar, verb))
        return
    accused = grammar.phrase_after(start)
    pronoun = accused[0] >= 0 and grammar.tags[accused[0]] == Tag.PRONOUN
    to_blame = pronoun and forms[accused[1] + 1 : accused[1] + 4] == ("to", "blame", "for")
    if not to_blame and (pronoun or not can_act(grammar, accused, named=True)):
        return
    # "A splinter faction, the Tarn Brigade, did it".
    aside = grammar.beside(accused)
    end = aside[1] + 1 if aside[0] >= 0 else accused[1]
    for at in range(end, min(grammar.count, end + 6)):
        did = forms[at : at + 2] in {("did", "it"), ("did", "this"), ("done", "it"), ("done", "this"), ("behind", "it")}
        alone = (
            forms[at] == "responsible"
            and forms[accused[0]] not in POSSESSIVES
            and forms[at + 1 : at + 2] in {(".",), (",",), ("and",), ()}
        )
        to_blame = forms[at : at + 2] == ("to", "blame")
        if did or alone or to_blame:
            if "not" not in forms[end:at]:
                act = find_act(grammar, at + 3, at + 9) if to_blame and forms[at + 2 : at + 3] == ("for",) else NO_SPAN
                act = act if act[0] >= 0 else act_before(grammar, verb)
                yield Account(BLAMED, "says-did-it", verb, who(grammar, verb), accused, act)
            return


def their_attack(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody tells what an attack from somebody, or somebody's strikes, did."""
    start = clause_after(grammar, verb)
    span = grammar.phrase_after(start)
    if span[0] < 0:
        return
    head = next((at for at in reversed(range(*span)) if _strikes(grammar, at)), -1)
    if head < 0:
        return
    subject = who(grammar, verb)
    link = grammar.forms[head + 1] if head + 1 < grammar.count else ""
    if link in _BY_HAND:
        accused = grammar.phrase_after(head + 2)
        if can_act(grammar, accused, named=True):
            yield Account(BLAMED, "says-attack-by", verb, subject, accused, (head, head + 1))
        return
    named = next((at for at in range(span[0], head) if _is_a_side(grammar, at)), -1)
    told = grammar.capital[named] or grammar.masks[head] & W.ACT_NOUN
    if named >= 0 and told and not grammar.shouting and _does_harm(grammar, head, _past_targets(grammar, head)):
        accused = (named, head) if grammar.capital[named] else (named, named + 1)
        if may_tell_of(grammar, verb, subject, accused) and not announces(grammar, verb):
            yield Account(BLAMED, "says-their-attack", verb, subject, accused, (head, head + 1))


def _is_a_side(grammar: Grammar, at: int) -> bool:
    """Whether a word before an attack may be whose it is."""
    return grammar.forms[at] in _AT_LARGE or bool(grammar.capital[at] and not grammar.masks[at] & W.TIME)


def died_in(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody tells who was killed in somebody's attack: "said that nine died in a Zamori air raid".

    Args:
        grammar: The sentence.
        verb: The verb of saying.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    stop = min(grammar.count, verb + _CLAUSE)
    harm = next((at for at in range(verb + 2, stop) if forms[at] in _SUFFERED and grammar.tags[at] in "VOJ"), -1)
    if harm < 0 or announces(grammar, verb) or not held(grammar, harm) or forms[harm - 1] == "those":
        return
    if forms[verb] in NOT_SAYING or forms[verb + 1] == "to" or is_passive(grammar, verb):
        # "Three men said to be rebels were killed": no source is named.
        return
    if any(forms[at] in {";", "but"} for at in range(verb, harm)):
        return
    for link in range(harm + 1, min(grammar.count, harm + 10)):
        if forms[link] in _DURING:
            span = grammar.phrase_after(link + 1)
            head = next((at for at in range(*span) if _strikes(grammar, at)), -1) if span[0] >= 0 else -1
            accused, subject = _side(grammar, span[0], head) if head >= 0 else NO_SPAN, who(grammar, verb)
            if accused[0] >= 0 and ALLEGED.isdisjoint(forms[span[0] : head]):
                if may_tell_of(grammar, verb, subject, accused):
                    yield Account(BLAMED, "says-died-in", verb, subject, accused, (head, head + 1))
                return
        elif grammar.tags[link] in "VS" or forms[link] in {",", ";"}:
            return


def _side(grammar: Grammar, start: int, head: int) -> Span:
    """The name before an attack that says whose it was, with nothing but its means between: "Zamori air raid"."""
    stop = head
    while stop > start and grammar.forms[stop - 1] in _MEANS:
        stop -= 1
    if stop > start and grammar.forms[stop - 1] in _AT_LARGE and not grammar.shouting:
        return stop - 1, stop
    begin = stop
    while begin > start and grammar.capital[begin - 1]:
        begin -= 1
    if begin == stop or grammar.forms[stop - 1] in _INITIALS:
        return NO_SPAN
    return (begin, stop) if names_a_side(grammar, stop - 1) else NO_SPAN


def _past_targets(grammar: Grammar, head: int) -> int:
    """Where an attack's clause goes on behind what it was on and where: "strike on a school in Karsh has killed"."""
    at = head + 1
    for _ in range(_TARGETS):
        if grammar.forms[at : at + 1] and grammar.forms[at] in _AT:
            at = max(at + 1, grammar.phrase_after(at + 1)[1])
    return at


def _strikes(grammar: Grammar, at: int) -> bool:
    """Whether a noun is an attack or what is shot in one; not a leak, a crash or those who were taken in it."""
    form = grammar.forms[at]
    if form in _MISHAPS or form.startswith(("hostage", "captive")):
        return False
    return bool(grammar.masks[at] & W.WEAPON) or find_act(grammar, at, at + 1, deeds=False)[0] >= 0


def _does_harm(grammar: Grammar, head: int, stop: int) -> bool:
    """Whether an attack did something by the verb behind it: one that "was not successful" or "was blown up" did not."""
    verb = next((at for at in range(stop, min(grammar.count, stop + _NEAR)) if grammar.tags[at] == Tag.VERB), -1)
    if verb < 0 or any(grammar.tags[at] not in "ABN" for at in range(stop, verb)):
        return False
    if grammar.negated(verb) or grammar.forms[verb + 1 : verb + 2] == ("by",):
        return False
    if is_passive(grammar, verb) or grammar.passive(verb):
        return grammar.forms[verb].startswith(_SHOT)
    return not grammar.masks[head] & W.WEAPON or bool(grammar.masks[verb] & (W.ACT_VERB | W.WEAK_ACT))


def came_from(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody says where the shells came from."""
    forms = grammar.forms
    for at in range(verb + 1, min(grammar.count, verb + 26)):
        if forms[at] not in _CAME or forms[at + 1 : at + 2] != ("from",):
            continue
        shot = find_word(grammar, _MISSILES, max(verb + 1, at - 6), at)
        accused = grammar.phrase_after(at + 2)
        if (
            shot >= 0
            and can_act(grammar, accused, named=True)
            and not _is_place(grammar, accused)
            and not grammar.negated(at)
        ):
            yield Account(BLAMED, "says-came-from", verb, who(grammar, verb), accused, (shot, shot + 1))
        return


def _is_place(grammar: Grammar, span: Span) -> bool:
    """Whether where shells came from is a name and no group's: of a place or a country, in which anybody may have fired them."""
    named = grammar.capital[grammar.head(span)] and not grammar.shouting
    return named and not any(grammar.masks[at] & _ARMED for at in range(*span))


def act_by(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Reports, alleges or denounces an act "by" somebody."""
    if not held(grammar, verb) or is_passive(grammar, verb):
        return
    condemns = grammar.forms[verb].startswith(("condemn", "denounc"))
    act = find_act(grammar, verb + 1, verb + 9, deeds=False, vague=condemns)
    if act[0] < 0 and grammar.forms[verb].startswith("alleg") and "involvement" in grammar.forms[verb + 1 : verb + 6]:
        at = grammar.forms.index("involvement", verb)
        act = (at, at + 1)
    if act[0] < 0:
        return
    if any(grammar.tags[at] in "VAM" or grammar.forms[at] == "that" for at in range(verb + 1, act[0])):
        return
    owned = act[0] - 1 > verb and grammar.capital[act[0] - 1] and not grammar.shouting
    if grammar.forms[verb].startswith("alleg") and owned:
        yield Account(BLAMED, "alleges-their-act", verb, who(grammar, verb), (act[0] - 1, act[0]), act)
        return
    for at in range(act[1], min(grammar.count, act[1] + 6)):
        if grammar.forms[at] in _CARRIED:
            continue
        if grammar.forms[at] == "by":
            accused = grammar.phrase_after(at + 1)
            if can_act(grammar, accused, named=True):
                yield Account(BLAMED, "act-by", verb, who(grammar, verb), accused, act)
            return
        if grammar.tags[at] in "VAMPS":
            return


def work_of(grammar: Grammar) -> Iterator[Account]:
    """An act that is said to be somebody's work."""
    forms = grammar.forms
    for at in range(2, grammar.count - 1):
        if forms[at] != "of" or forms[at - 1] not in OWN_WORK or forms[at - 2] != "the":
            continue
        accused = grammar.phrase_after(at + 1)
        act = find_act(grammar, max(0, at - 16), at, deeds=False)
        if can_act(grammar, accused) and "not" not in forms[max(0, at - 5) : at]:
            said = next(
                (
                    back
                    for back in range(at - 1, max(-1, at - 14), -1)
                    if grammar.tags[back] == Tag.VERB and grammar.masks[back] & (W.REPORT | W.AVOW)
                ),
                -1,
            )
            speaker = who(grammar, said) if said >= 0 else NO_SPAN
            yield Account(BLAMED, "work-of", at - 1, speaker, accused, act)
