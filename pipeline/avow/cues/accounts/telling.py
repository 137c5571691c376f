"""Who is said to have done it: in a clause of saying, by an attack of theirs, as the work of theirs."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.parts import (
    DISASTERS,
    FAR,
    GOES_ON,
    WEAK_CRIMES,
    act_before,
    agent,
    can_act,
    does,
    find_act,
    find_word,
    held,
    is_denied,
    is_passive,
    only_meant,
    says,
    who,
)
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements import Actor, Statement
from avow.cues.statements.telling import ADMITTING

_ALLEGED = word_set("alleged suspected presumed supposed")
_ATTACKS = W.ACT_NOUN | W.WEAPON
_REBELS = word_set("rebels guerrillas fighters insurgents combatants units")
_WORK = word_set("work doing handiwork")
_BY_HAND = word_set("by from")
_UNITS = word_set(
    "battalion battalions brigade brigades regiment regiments detachment detachments corps division divisions"
)
_TROOPS = word_set("troops soldiers forces policemen patrol patrols police artillery units army military navy airforce")
_FOR_STATE = word_set(
    "ministry military army police government armed command commander defence defense garrison headquarters"
)
_GENERIC = frozenset((word,) for word in word_set("group party movement organisation organization front cell"))
_SOURCE, _TAIL, _FIRST_COMMA = 14, 7, 4
"""How far before its verb a source begins, how much of the sentence may follow, and how much stands before it."""
_CONTENT = word_set("that it he she they we i :")
_REPORTS = word_set(
    "report reports sources source bulletin communique radio agency newspaper reporter witnesses authorities officials"
)
_HEDGED = word_set("apparently allegedly reportedly probably possibly presumably")
_PARTAKING = ("participat", "collaborat", "collud")
_PLANNING = ("planned", "mastermind", "orchestrat", "ordered", "plotted")
_CAME = word_set("came come fired launched")
_MISSILES = word_set(
    "shell shells round rounds rocket rockets missile missiles mortar mortars shots fire bullets projectile projectiles grenades"
)
_IF = word_set("if whether unless")


def said(grammar: Grammar, item: Statement, rule: str) -> Iterator[Account]:
    """Somebody says that somebody else did it."""
    verb, done = item.verb, item.act[0]
    if item.negated or item.admitted or item.speaker in {Speaker.NOBODY, Speaker.FIRST, Speaker.NONE}:
        return
    if only_meant(grammar, done) or not held(grammar, verb) or not does(grammar, done):
        return
    if (_IF | DISASTERS) & set(grammar.forms[verb + 1 : done]):
        return
    if grammar.tags[done] == Tag.GERUND and item.accused[1] == done:
        # "responding to Russian shelling": a noun.
        return
    if any(grammar.masks[at] & W.THREAT and grammar.tags[at] == Tag.VERB for at in range(verb + 1, done)):
        # "threatens to bomb churches and kill priests": the second verb is threatened too.
        return
    passive = grammar.passive(done) or grammar.reduced(done)
    if item.actor is Actor.VICTIM or passive:
        accused = agent(grammar, done)
        if can_act(grammar, accused, named=True) and not _own_side(grammar, item, accused):
            yield Account(BLAMED, f"{rule}-done-by", verb, item.subject, accused, item.act)
        return
    if item.actor is not Actor.OTHER or not item.strong:
        return
    accused = _who_goes_on(grammar, done, item.accused)
    if accused[0] >= 0 and _ALLEGED & set(grammar.forms[max(0, accused[0] - 1) : accused[1]]):
        return
    head = grammar.head(accused) if accused[0] >= 0 else -1
    whole = grammar.forms[max(0, accused[0]) : accused[1]]
    if whole[:1] == ("the",) and whole[1:] in _GENERIC and item.speaker is not Speaker.OFFICIAL:
        # "A hooded man said the group had executed him": he speaks for it.
        return
    if head >= 0 and grammar.masks[head] & (W.ACT_NOUN | W.WEAPON):
        yield from _by_weapon(grammar, item, rule, accused)
        return
    if can_act(grammar, accused, named=True):
        rule = f"{rule}-own-side" if _own_side(grammar, item, accused) else f"{rule}-did"
        yield Account(BLAMED, rule, verb, item.subject, accused, item.act)


def _who_goes_on(grammar: Grammar, done: int, accused: Span) -> Span:
    """Who began or goes on to do it: "the army has begun attacking"."""
    before = done - 1
    while before >= 0 and grammar.tags[before] == Tag.ADVERB:
        before -= 1
    if before >= 0 and grammar.forms[before] in GOES_ON and grammar.tags[done] == Tag.GERUND:
        return grammar.phrase_before(grammar.group_start(before) - 1)
    return accused


def _own_side(grammar: Grammar, item: Statement, accused: Span) -> bool:
    """Whether a state tells of its own forces, or rebels of theirs."""
    kind = grammar.speaker(accused)
    if item.subject[0] >= 0 and _capitals(grammar, accused) & _capitals(grammar, item.subject) and not grammar.shouting:
        return True
    if _is_unit(grammar, accused) and item.subject[0] >= 0 and _is_state(grammar, item.subject):
        return True
    if item.speaker is Speaker.OTHER or item.speaker is Speaker.PRONOUN:
        return False
    if kind is Speaker.OFFICIAL:
        return not _marked(grammar, accused) or bool(
            item.subject[0] >= 0 and _capitals(grammar, accused) & _capitals(grammar, item.subject)
        )
    if item.speaker is not Speaker.OFFICIAL and kind is Speaker.GROUP:
        head = grammar.forms[grammar.head(accused)]
        return grammar.forms[accused[0]] in POSSESSIVES or (head in _REBELS and not _marked(grammar, accused))
    return False


def _is_unit(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names a unit of a regular army, or forces without saying whose."""
    words = set(grammar.forms[span[0] : span[1]])
    if any(grammar.masks[at] & W.INSURGENT for at in range(*span)):
        return False
    return bool(words & _UNITS) or (bool(words & _TROOPS) and not _marked(grammar, span))


def _is_state(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase speaks for a state or its army."""
    return any(grammar.masks[at] & (W.STATE | W.OFFICIAL) for at in range(*span)) or bool(
        _FOR_STATE & set(grammar.forms[span[0] : span[1]])
    )


def _marked(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase says more than "the army", "security forces": whose they are, or which."""
    if not grammar.shouting:
        return bool(_capitals(grammar, span))
    return any(
        not grammar.masks[at] & (W.STATE | W.OFFICIAL | W.MEMBER | W.GROUP | W.INSURGENT)
        for at in range(*span)
        if grammar.tags[at] in "OJ"
    )


def _capitals(grammar: Grammar, span: Span) -> frozenset[str]:
    return frozenset(
        grammar.forms[at].removesuffix("'s")[:5] for at in range(*span) if grammar.capital[at] and (at or span[0] > 0)
    )


def _by_weapon(grammar: Grammar, item: Statement, rule: str, span: Span) -> Iterator[Account]:
    """What an attack "from" somebody, or somebody's strike, did."""
    stop = min(grammar.count, span[1] + 4)
    link = find_word(grammar, _BY_HAND, span[0], stop)
    if link >= 0:
        accused = grammar.phrase_after(link + 1)
        if can_act(grammar, accused, named=True):
            yield Account(BLAMED, f"{rule}-attack-by", item.verb, item.subject, accused, item.act)
    elif not grammar.shouting and any(grammar.capital[at] and at for at in range(*span)):
        yield Account(BLAMED, f"{rule}-their-attack", item.verb, item.subject, span, item.act)


def according(grammar: Grammar, at: int) -> Iterator[Account]:
    """Who did it, according to somebody."""
    if grammar.forms[at + 1 : at + 2] != ("to",):
        return
    source = grammar.phrase_after(at + 2)
    if source[0] < 0:
        return
    begins = at == 0
    start, stop = (source[1], min(grammar.count, source[1] + 16)) if begins else (max(0, at - FAR), at)
    for verb in range(start, stop):
        taken = grammar.forms[verb].startswith(_PARTAKING)
        if grammar.tags[verb] != Tag.VERB or not (does(grammar, verb) or taken):
            continue
        if not held(grammar, verb) or is_denied(grammar, verb):
            continue
        if grammar.passive(verb) and grammar.speaker(grammar.subject(verb)) is Speaker.NOBODY:
            return
        passive = grammar.passive(verb) or grammar.reduced(verb)
        accused = agent(grammar, verb, 14) if passive else grammar.subject(verb, start)
        inside = accused[0] > 1 and grammar.tags[accused[0] - 1] == Tag.PREPOSITION
        if can_act(grammar, accused, named=True) and (passive or not inside):
            band = _is_band(grammar, accused) and not _HEDGED & set(grammar.forms[max(0, verb - 3) : verb])
            rule = "according-band" if band else "according-by" if passive else "according-did"
            yield Account(BLAMED, rule, verb, source, accused, (verb, verb + 1))
        return


def told_behind(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Who did it, with who says so behind it: "rebels burned the depot, police reported today"."""
    comma = next((at for at in range(verb - 1, max(0, verb - _SOURCE), -1) if grammar.forms[at] == ","), -1)
    behind = grammar.forms[verb + 1] if verb + 1 < grammar.count else "."
    if comma < _FIRST_COMMA or behind in _CONTENT or (verb + 1 < grammar.count and grammar.tags[verb + 1] in "DR"):
        return
    source = grammar.phrase_after(comma + 1)
    if source[0] < 0 or source[1] > verb or any(grammar.tags[at] in "VGS" for at in range(source[1], verb)):
        return
    if grammar.count - verb > _TAIL or not _can_tell(grammar, source):
        return
    yield from _deed_before(grammar, comma, verb, source, "told-behind")


def _can_tell(grammar: Grammar, source: Span) -> bool:
    """Whether a phrase can be a source: somebody, or a report."""
    return can_act(grammar, source) or bool(_REPORTS & set(grammar.forms[source[0] : source[1]]))


def _deed_before(grammar: Grammar, stop: int, verb: int, source: Span, rule: str) -> Iterator[Account]:
    """The first deed of the clauses before a source, by whom it was done."""
    for at in range(max(0, stop - FAR), stop):
        taken = grammar.forms[at].startswith(_PARTAKING) and grammar.tags[at] == Tag.VERB
        if grammar.tags[at] != Tag.VERB or not (taken or does(grammar, at)) or not held(grammar, at):
            continue
        if is_denied(grammar, at) or grammar.forms[0] == "had":
            return
        passive = grammar.passive(at) or grammar.reduced(at)
        accused = agent(grammar, at, 14) if passive else grammar.subject(at)
        act = find_act(grammar, at + 1, at + 8, deeds=False) if taken else (at, at + 1)
        inside = accused[0] > 1 and grammar.tags[accused[0] - 1] == Tag.PREPOSITION and not passive
        told = set(grammar.forms[max(0, accused[0] - 1) : accused[1]])
        if act[0] >= 0 and can_act(grammar, accused, named=True) and not inside and not _ALLEGED & told:
            if _is_band(grammar, accused):
                yield Account(BLAMED, rule, verb, source, accused, act)
                return
        if accused[0] >= 0 and not passive:
            return


def _is_band(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names people or a group, and no forces of a state, which their own side tells of."""
    masks = 0
    for at in range(*span):
        masks |= grammar.masks[at]
    words = set(grammar.forms[span[0] : span[1]])
    if masks & (W.WEAPON | W.ACT_NOUN) or (words & (_UNITS | _TROOPS) and not masks & W.INSURGENT):
        return False
    return bool(masks & (W.INSURGENT | W.GROUP | W.MEMBER))


def done_by(grammar: Grammar, verb: int) -> Iterator[Account]:
    """An act that was carried out by somebody, as somebody says."""
    if not held(grammar, verb) or not (grammar.passive(verb) or grammar.reduced(verb)):
        return
    accused = agent(grammar, verb)
    if not can_act(grammar, accused, named=True):
        return
    act = find_act(grammar, max(0, verb - 9), verb, deeds=False, vague=True)
    said = says(grammar, verb)
    if act[0] < 0 or said < 0 or not held(grammar, said) or grammar.forms[said].startswith(ADMITTING):
        return
    if _ALLEGED & set(grammar.forms[said : accused[1]]):
        return
    yield Account(BLAMED, "says-act-done-by", said, who(grammar, said), accused, act)


def took_part(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody says that somebody took part in an act, colluded in it, planned it."""
    if not held(grammar, verb) or is_passive(grammar, verb):
        return
    forms = grammar.forms
    for at in range(verb + 1, min(grammar.count, verb + 22)):
        if forms[at] in {";", "but"}:
            return
        sharing = forms[at].startswith(_PARTAKING)
        if grammar.tags[at] != Tag.VERB or not (sharing or forms[at].startswith(_PLANNING)):
            continue
        if forms[at + 1 : at + 2] != ("in",) and sharing:
            return
        accused, act = grammar.subject(at, verb + 1), find_act(grammar, at + 1, at + 8, deeds=False)
        sound = held(grammar, at) and not grammar.passive(at) and not is_denied(grammar, at)
        if act[0] >= 0 and can_act(grammar, accused, named=True) and sound and not _IF & set(forms[verb + 1 : at]):
            yield Account(BLAMED, "says-took-part", verb, who(grammar, verb), accused, act)
        return


def did_it(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody says that somebody else did it, was behind it, or is to blame."""
    if not held(grammar, verb):
        return
    forms = grammar.forms
    start = verb + 2 if forms[verb + 1 : verb + 2] == ("that",) else verb + 1
    if forms[start : start + 2] in {("it", "was"), ("it", "is"), ("this", "was"), ("these", "were")}:
        accused = grammar.phrase_after(start + 2)
        named = accused[0] >= 0 and any(grammar.capital[at] for at in range(*accused)) and not grammar.shouting
        if can_act(grammar, accused, named=True) and (named or grammar.masks[grammar.head(accused)] & W.INSURGENT):
            yield Account(BLAMED, "says-it-was", verb, who(grammar, verb), accused)
        return
    accused = grammar.phrase_after(start)
    pronoun = accused[0] >= 0 and grammar.tags[accused[0]] == Tag.PRONOUN
    to_blame = pronoun and forms[accused[1] + 1 : accused[1] + 4] == ("to", "blame", "for")
    if not to_blame and (pronoun or not can_act(grammar, accused, named=True)):
        return
    stop = min(grammar.count, accused[1] + 6)
    for at in range(accused[1], stop):
        did = forms[at : at + 2] in {("did", "it"), ("did", "this"), ("done", "it"), ("done", "this"), ("behind", "it")}
        if did or forms[at : at + 2] == ("to", "blame"):
            if "not" not in forms[accused[1] : at]:
                yield Account(BLAMED, "says-did-it", verb, who(grammar, verb), accused, act_before(grammar, verb))
            return


def their_attack(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody tells what an attack from somebody, or somebody's strikes, did."""
    if not held(grammar, verb) or is_passive(grammar, verb):
        return
    start = verb + 2 if grammar.forms[verb + 1 : verb + 2] == ("that",) else verb + 1
    span = grammar.phrase_after(start)
    if span[0] < 0:
        return
    head = next(
        (at for at in reversed(range(*span)) if grammar.masks[at] & _ATTACKS and grammar.forms[at] not in WEAK_CRIMES),
        -1,
    )
    if head < 0:
        return
    subject = who(grammar, verb)
    link = grammar.forms[head + 1] if head + 1 < grammar.count else ""
    if link in _BY_HAND:
        accused = grammar.phrase_after(head + 2)
        if can_act(grammar, accused, named=True):
            yield Account(BLAMED, "says-attack-by", verb, subject, accused, (head, head + 1))
        return
    told_of = span[1] < grammar.count and grammar.tags[span[1]] in "VA"
    named = next((at for at in range(span[0], head) if grammar.capital[at]), -1)
    if told_of and named >= 0 and not grammar.shouting:
        yield Account(BLAMED, "says-their-attack", verb, subject, (named, head), (head, head + 1))


def came_from(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody says where the shells came from."""
    forms = grammar.forms
    for at in range(verb + 1, min(grammar.count, verb + 26)):
        if forms[at] not in _CAME or forms[at + 1 : at + 2] != ("from",):
            continue
        shot = find_word(grammar, _MISSILES, max(verb + 1, at - 6), at)
        accused = grammar.phrase_after(at + 2)
        if shot >= 0 and can_act(grammar, accused, named=True) and not grammar.negated(at):
            yield Account(BLAMED, "says-came-from", verb, who(grammar, verb), accused, (shot, shot + 1))
        return


def act_by(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Reports, alleges or denounces an act "by" somebody."""
    if not held(grammar, verb) or is_passive(grammar, verb):
        return
    act = find_act(grammar, verb + 1, verb + 9, deeds=False)
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
        if forms[at] != "of" or forms[at - 1] not in _WORK or forms[at - 2] != "the":
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
