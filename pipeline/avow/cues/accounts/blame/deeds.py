"""The hostile deeds of a stretch of words, and who did each of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from avow.cues.accounts.acts import AUTHORS, does, find_act, is_denied
from avow.cues.accounts.captives import GOES_ON, held, of_captives
from avow.cues.accounts.people import agent, not_inside
from avow.cues.accounts.search import FAR, find_before, find_word
from avow.cues.accounts.verbs import meant_act
from avow.cues.grammar import BE, NO_SPAN, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import BURNT
from avow.cues.statements.taking import OWN_WORK

_OBJECTS = word_set("it them this that these")
_SHOTS = word_set(
    "missile missiles rocket rockets shell shells bomb bombs mortar mortars shot shots drone drones round rounds projectile "
    "projectiles grenade grenades device devices mine mines charge charges explosive explosives dynamite bottle bottles fire "
    "torpedo poison gas parcel parcels letter letters car-bomb bullet bullets stones firebomb firebombs napalm sarin chlorine "
    "burst bursts tripwire detonator detonators acid fires blaze blazes munition munitions"
)
"""What is fired, dropped, planted or posted at people."""
_SENT = word_set(
    "launched fired dropped planted laid placed thrown posted sent hurled lobbed rolled smuggled mailed delivered set detonated "
    "left put buried used supplied started lit sown tossed wired fixed"
)
_ORDERING = (
    "order", "plann", "mastermind", "orchestrat", "direct", "commission", "plott", "plots", "organi", "sponsor", "financ",
    "approv", "authori", "instigat", "engineer", "command", "prepar", "conceiv", "abet", "hatch", "devis", "coordinat",
    "co-ordinat",
)  # fmt: skip
"""Verbs of those who have a part in an act that others do."""
_DOING = (
    "perpetrat", "committ", "commits", "stag", "execut", "undert", "conduct", "mount", "launch", "unleash", "began", "begun",
    "begins", "did", "done", "wage", "participat", "collaborat", "collud",
)  # fmt: skip
"""Verbs that tell a deed with the act as their object."""
_HARMING = (
    "rape", "raping", "loot", "waterboard", "petrol-bomb", "fire-bomb", "machine-gun", "machinegun", "flogg", "whipp", "castrat",
    "disappear", "pillag", "plunder", "devastat", "demolish", "bulldoz", "flatten", "terroris", "terroriz", "ravag", "bayonet",
    "beat", "mow", "riddl", "incinerat", "torment", "manhandl", "molest", "scalp", "crucif", "impal", "electrocut", "pelt",
    "butcher", "knif", "clubb", "robb", "burn",
)  # fmt: skip
"""Hostile verbs that the classes of acts lack."""
_IN_PLAY = (
    "beat", "mow", "whipp", "flatten", "devastat", "demolish", "riddl", "ravag", "disappear", "burn", "rape", "raping", "molest",
)  # fmt: skip
"""Those of them that tell a hostile act only of armed people: others do so in play, at work, or as a crime of another kind."""
_STOPPING = ("intercept", "destroy", "downed", "downs", "repel", "thwart", "neutrali")
_DRIVING = word_set("drove drives driven ploughed plowed ploughs plows rammed crashed crashes")
_CROWDS = word_set(
    "crowd crowds pedestrians people worshippers shoppers market barracks checkpoint gate embassy cyclists"
)
_HELD_FOR = word_set("hostage captive ransom")
_BIDDING = ("hire", "hiring", "recruit", "paid", "pays", "sent", "send", "order")
"""Verbs of those who have an act done by others: "hired a man to kill her"."""
_PAYING = word_set("paid pays pay")
_USED = word_set("used uses using")
_CHEMICALS = word_set(
    "gas chlorine sarin napalm weapons drones missiles bombs munitions phosphorus agent novichok toxin"
)
_ALIGHT = word_set("light fire alight ablaze")
_HOMES = word_set("bed beds home homes house houses bus car van truck lorry hut huts")
"""Where people are taken from who are abducted."""
_FUEL = word_set("petrol gasoline kerosene paraffin naphtha acid")
_WITH = dict.fromkeys(("poured", "doused", "splashed"), _FUEL)
_WITH |= dict.fromkeys(("tossed", "flung"), _SHOTS)
"""What has to be near a verb for it to tell a deed."""
_MINED = word_set(
    "road roads bridge bridges track tracks path paths field fields approaches approach waters harbour harbor area areas hall house houses building dam dams line lines pier gate"
)
CAME = word_set("came come comes originated emanated stemmed arrived")
"""Verbs that tell where shells came "from"."""
_ORDERS = word_set("order orders instruction instructions")
_POSITIONS = word_set("position positions lines")
_TESTS = word_set("test tests ballistic satellite satellites")
_HANDS = (
    ("at", "the", "hands", "of"),
    ("on", "the", "orders", "of"),
    ("on", "orders", "from"),
    ("under", "orders", "of"),
)
_FROM = word_set("orchestrated directed planned plotted ordered commanded")
_COUNTS = word_set("words count reckoning account estimate tally")
_COUNTING = frozenset((word,) for word in word_set("at up more about around over nearly some"))
_REACH, _NEAR, _MOST = 14, 9, 5


class Deed(NamedTuple):
    """A deed that somebody did.

    Attributes:
        verb: The verb that tells it, a token.
        accused: Who did it.
        act: The words of the act.
        rough: Whether it is a deed only where armed people are said to have done it: others "beat" a rival in play, and
            shells may come "from" a place.
    """

    verb: int
    accused: Span
    act: Span
    rough: bool = False


def deeds(grammar: Grammar, start: int, stop: int, low: int) -> Iterator[Deed]:
    """The deeds that a stretch of words holds to be done, with who did them.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.
        low: Who did them is not named below this token.

    Yields:
        Deeds whose doer is named, at most the first few.
    """
    yield from islice(_deeds(grammar, start, stop, low), _MOST)


def _deeds(grammar: Grammar, start: int, stop: int, low: int) -> Iterator[Deed]:
    for at in range(start, min(stop, grammar.count)):
        told = act_of(grammar, at, low)
        if told[0] < 0 or not held(grammar, at) or (is_denied(grammar, at) and not _doubtless(grammar, at)):
            continue
        undergone = _undergone(grammar, at)
        if (
            grammar.forms[at] in _SENT
            and grammar.reduced(at)
            and any(_stops(grammar, back) for back in range(start, at))
        ):
            continue
        if undergone and grammar.speaker(grammar.subject(at, low)) is Speaker.NOBODY:
            continue
        accused = agent_of(grammar, at) if undergone else _doer(grammar, at, low)
        if accused[0] >= 0:
            yield Deed(at, accused, told, grammar.forms[at].startswith(_IN_PLAY) and not does(grammar, at))


def _stops(grammar: Grammar, at: int) -> bool:
    """Whether a verb tells that what was fired was brought down, which whoever did so tells of themselves."""
    form, after = grammar.forms[at], grammar.forms[at + 1 : at + 2]
    return form.startswith(_STOPPING) or (form in {"shot", "shoot", "shoots", "brought"} and after == ("down",))


def act_of(grammar: Grammar, at: int, low: int) -> Span:
    """The words of the act that a verb tells of.

    Args:
        grammar: The sentence.
        at: The verb, a token.
        low: What it is about does not begin below this token.

    Returns:
        The act as a span, ``NO_SPAN`` where it tells of none.
    """
    forms, form = grammar.forms, grammar.forms[at]
    after = forms[at + 1] if at + 1 < grammar.count else ""
    if form.startswith("open") and after == "fire":
        return at, at + 1
    if form == "did" and after in _OBJECTS and grammar.tags[min(at + 2, grammar.count - 1)] in "PICTBDOS":
        return at, at + 1
    if grammar.tags[at] != Tag.VERB:
        return (at, at + 1) if _goes_on(grammar, at) and does(grammar, at) else NO_SPAN
    if form.startswith(("dump", "leak")):
        return (at, at + 1) if grammar.reading.present & W.LOOT else NO_SPAN
    if form == "held" and not _HELD_FOR.isdisjoint(forms[at + 1 : at + 3]) and _undergone(grammar, at):
        return at, at + 1
    if form.startswith(_BIDDING):
        to = find_word(grammar, ("to",), at + 2, min(grammar.count - 1, at + _NEAR))
        if to > 0 and grammar.tags[to + 1] == Tag.VERB and grammar.masks[to + 1] & W.ACT_VERB and does(grammar, to + 1):
            return to + 1, to + 2
    if form in _SENT and _undergone(grammar, at):
        reach = range(at - 1, max(low, at - _REACH) - 1, -1)
        shot = next((back for back in reach if forms[back] in _SHOTS and grammar.tags[back] != Tag.VERB), -1)
        # "The law is a 'bomb' dropped by the party": a figure of speech.
        if shot >= 0:
            figure = grammar.reading.quoted[shot] and not grammar.reading.quoted[at]
            return NO_SPAN if figure else (shot, shot + 1)
    carried = form.startswith("carr") and "out" in forms[at + 1 : at + 3]
    if carried and _undergone(grammar, at):
        act = _of(grammar, at, low)
        if act[0] >= 0:
            return act
    if does(grammar, at) or _by_words(forms, at):
        return at, at + 1
    if (
        form.startswith(("seiz", "snatch"))
        and _undergone(grammar, at)
        and of_captives(grammar, grammar.subject(at, low))
    ):
        return at, at + 1
    if form.startswith(_HARMING):
        return NO_SPAN if form.startswith("burn") and not BURNT.isdisjoint(forms[at + 1 : at + 6]) else (at, at + 1)
    if carried:
        return (at, at + 1) if after in _OBJECTS else _of(grammar, at, low)
    if form == "done" and after in _OBJECTS:
        return at, at + 1
    if form.startswith(_ORDERING + _DOING):
        return _of(grammar, at, low)
    if form in _PAYING and after == "for":
        return find_act(grammar, at + 2, at + 2 + _NEAR, deeds=False)
    if form in {"gave", "gives", "given"} and {"order", "orders"} & set(forms[at + 1 : at + 4]):
        ordered = _ordered(grammar, at)
        order = find_word(grammar, ("order", "orders"), at + 1, at + 4)
        bare = forms[order + 1 : order + 2] in {(".",), (",",), ("from",), ("and",), ()}
        return (order, order + 1) if ordered[0] < 0 and bare else ordered
    return NO_SPAN


def _goes_on(grammar: Grammar, at: int) -> bool:
    """Whether a gerund tells what is being done: "is shelling", "have begun shelling"."""
    if grammar.tags[at] != Tag.GERUND:
        return False
    before = at - 1
    while before > 0 and grammar.tags[before] in "BN":
        before -= 1
    return before >= 0 and (grammar.forms[before] in BE or grammar.forms[before] in GOES_ON)


def _undergone(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells what is done to its subject; "killed at least nine" does not."""
    if grammar.tags[verb] != Tag.VERB:
        return False
    if grammar.forms[verb] == "set" and grammar.forms[verb + 1 : verb + 2] and grammar.forms[verb + 1] in _ALIGHT:
        # "Barns set alight by gunmen".
        return grammar.passive(verb) or grammar.forms[verb + 2 : verb + 3] == ("by",)
    return grammar.passive(verb) or (grammar.reduced(verb) and grammar.forms[verb + 1 : verb + 2] not in _COUNTING)


def _by_words(forms: tuple[str, ...], at: int) -> bool:
    """Whether a verb tells a deed together with the words behind it."""
    form, near = forms[at], forms[at + 1 : at + _NEAR]
    after = near[:1]
    if form.startswith(("fired", "shot")) and _TESTS.isdisjoint(near):
        return after in {("on",), ("at",), ("upon",), ("into",)} or not _SHOTS.isdisjoint(near[:6])
    if form.startswith("drag"):
        return bool({"from", "out", "away", "behind"} & set(near))
    if form.startswith(("took", "tak", "led", "snatch")) and form != "ledger":
        return "away" in near[:5] or ("from" in near and bool(_HOMES & set(near)))
    if form.startswith(("cut", "slit")):
        return bool({"throat", "throats"} & set(near[:5]))
    if form.startswith("set"):
        return (
            after == ("upon",)
            or bool(_ALIGHT & set(near))
            or ("off" in near[:4] and after in {("it",), ("them",), ("the",), ("a",)})
        )
    if form in _WITH:
        return not _WITH[form].isdisjoint(near[:6])
    if form == "mined":
        return not _MINED.isdisjoint(near[:4])
    if form in _SENT and after in {("it",), ("them",)}:
        return not _SHOTS.isdisjoint(forms[max(0, at - FAR) : at])
    if form in _DRIVING:
        return "into" in near and bool(_CROWDS & set(forms[at + 1 : at + _REACH]))
    if form in _USED:
        return bool(_CHEMICALS & set(near[:6]))
    if form.startswith("brought") or form == "bring":
        return "down" in near[:5]
    return form.startswith("broke") and after == ("into",)


def _of(grammar: Grammar, verb: int, low: int) -> Span:
    """The act that is ordered, planned or carried out: the object, or the subject of a passive."""
    if _undergone(grammar, verb):
        return find_act(grammar, max(low, verb - _REACH), verb, deeds=False, vague=True)
    return _ordered(grammar, verb)


def _ordered(grammar: Grammar, verb: int) -> Span:
    """The act behind a verb: "approved the killing", "gave the order to shoot"."""
    for at in range(verb + 1, min(grammar.count, verb + _NEAR)):
        if grammar.tags[at] == Tag.VERB and does(grammar, at):
            return at, at + 1
        found = find_act(grammar, at, at + 1, deeds=False, vague=grammar.forms[at + 1 : at + 2] == ("to",))
        if found[0] >= 0:
            return found
        if grammar.tags[at] in "MS" or grammar.forms[at] in {",", ";"}:
            break
    return NO_SPAN


def agent_of(grammar: Grammar, verb: int) -> Span:
    """Who did what a passive or a noun tells: behind "by", "at the hands of", "from".

    Args:
        grammar: The sentence.
        verb: The participle or the noun.

    Returns:
        The phrase, ``NO_SPAN`` where there is none.
    """
    sent = grammar.forms[verb] in _SENT and grammar.forms[verb + 1 : verb + 2] == ("from",)
    if sent:
        held_by = _holder(grammar, grammar.phrase_after(verb + 2))
        if held_by[0] >= 0:
            return held_by
    found = agent(grammar, verb, 2 if sent else _REACH)
    if found[0] >= 0 and grammar.forms[min(found[0] + 1, grammar.count - 1)] not in _COUNTS:
        return found
    for at in range(verb + 1, min(grammar.count, verb + _REACH)):
        for words in _HANDS:
            if grammar.forms[at : at + len(words)] == words:
                return grammar.phrase_after(at + len(words))
        if grammar.forms[at] == "from" and grammar.forms[verb] in _FROM and at <= verb + 2:
            return grammar.phrase_after(at + 1)
    return NO_SPAN


def _holder(grammar: Grammar, span: Span) -> Span:
    """Whose positions a phrase names: "positions of the Front", "Zamori positions"; ``NO_SPAN`` where it names none."""
    head = grammar.head(span) if span[0] >= 0 else -1
    if head < 0 or grammar.forms[head] not in _POSITIONS:
        return NO_SPAN
    if grammar.forms[head + 1 : head + 2] in {("of",), ("held",)}:
        return grammar.phrase_after(head + 2 + (grammar.forms[head + 2 : head + 3] == ("by",)))
    return (span[0], head) if head > span[0] else NO_SPAN


def _doer(grammar: Grammar, verb: int, low: int) -> Span:
    """Who did what an active verb tells: its subject, those who "were the ones who" did it."""
    begun = verb
    while grammar.tags[verb] == Tag.GERUND and begun > low and grammar.forms[begun] not in GOES_ON | BE:
        begun -= 1
    begun = begun if begun > low and grammar.forms[begun] in GOES_ON else verb
    found = grammar.subject(begun, low)
    if (
        found[0] >= 0
        and grammar.forms[found[0]].isdigit()
        and found[1] > found[0] + 1
        and grammar.forms[found[0] - 1] == "at"
    ):
        # "At 0620 guerrillas placed": the hour is no part of who did it.
        return found[0] + 1, found[1]
    if found[0] < 0:
        return found
    begin = grammar.group_start(begun)
    relative = begin > 0 and grammar.forms[begin - 1] in {"who", "which", "that"}
    if relative and grammar.forms[found[1] - 1] in {"one", "ones", "those", "people"}:
        copula = find_before(grammar, ("was", "were", "is", "are"), found[0], 2)
        if copula > low:
            return grammar.phrase_before(copula - 1, low)
    if grammar.forms[found[1] : found[1] + 1] == (",",) or grammar.forms[found[0] - 1] != ",":
        found = not_inside(grammar, found)
    inside = found[0] > 1 and grammar.tags[found[0] - 1] == Tag.PREPOSITION
    return NO_SPAN if inside and not relative else found


def _doubtless(grammar: Grammar, at: int) -> bool:
    """Whether what seems to deny it is "no doubt that", or a court's "ruled that" and not "ruled out that"."""
    that = find_before(grammar, ("that",), at, _REACH + 2)
    near = grammar.forms[max(0, that - 5) : max(0, that)]
    if "ruled" in near[-3:] and "out" not in near:
        return True
    return "doubt" in near and not {"no", "not", "without", "any", "little", "beyond"}.isdisjoint(near)


def work_of(grammar: Grammar, start: int, stop: int) -> Iterator[Deed]:
    """Acts that "were the work of" somebody, attackers who "were" somebody's, shells that "came from" somebody.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Yields:
        Deeds.
    """
    forms = grammar.forms
    for at in range(start, min(stop, grammar.count - 2)):
        if forms[at] in OWN_WORK and forms[at + 1] == "of":
            copula = find_before(grammar, BE, at, 5)
            low = max(start, copula - _REACH)
            act = find_act(grammar, low, copula, deeds=False, vague=True) if copula > start else NO_SPAN
            if act[0] < 0 and copula > start and forms[copula - 1] in {"it", "this", "that", "these", "they"}:
                act = (copula - 1, copula)
            if act[0] >= 0 and not _unheld(grammar, low, at):
                yield Deed(at, grammar.phrase_after(at + 2), act)
        elif forms[at] in AUTHORS and forms[at + 1] in BE:
            yield Deed(at, grammar.phrase_after(at + 2), (at, at + 1))
        elif forms[at] in CAME and forms[at + 1] == "from" and grammar.tags[at] in "VO":
            shot = find_before(grammar, _SHOTS, at, min(_NEAR, at - start))
            ordered = _order_before(grammar, at, max(start, at - _NEAR))
            if ordered[0] >= 0:
                yield Deed(at, grammar.phrase_after(at + 2), ordered)
                continue
            act = (shot, shot + 1) if shot >= 0 else find_act(grammar, max(start, at - _NEAR), at, deeds=False)
            if act[0] >= 0 and not _unheld(grammar, max(start, at - _NEAR), at):
                origin = grammar.phrase_after(at + 2)
                holder = _holder(grammar, origin)
                yield Deed(at, holder if holder[0] >= 0 else origin, act, rough=holder[0] < 0)


def _order_before(grammar: Grammar, at: int, low: int) -> Span:
    """What somebody was ordered to do by "the order to kill had come from"; ``NO_SPAN`` where no order came."""
    order = find_before(grammar, _ORDERS, at, at - low)
    if order < 0 or grammar.forms[order + 1 : order + 2] != ("to",) or _unheld(grammar, order, at):
        return NO_SPAN
    return meant_act(grammar, order + 2, at)


def _unheld(grammar: Grammar, start: int, stop: int) -> bool:
    """Whether something is negated or only possible in a stretch."""
    return any(grammar.tags[at] in "NM" or grammar.forms[at] in {"no", "if", "whether"} for at in range(start, stop))


def hands_of(grammar: Grammar, start: int, stop: int) -> Iterator[Deed]:
    """Acts or deaths "at the hands of" somebody.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Yields:
        Deeds.
    """
    for at in range(start, min(stop, grammar.count) - 3):
        if grammar.forms[at : at + 4] != _HANDS[0]:
            continue
        act = find_act(grammar, max(start, at - _REACH), at)
        if "not" in grammar.forms[max(start, at - _REACH) : at]:
            continue
        if act[0] < 0:
            died = find_word(
                grammar, ("died", "die", "dies", "death", "deaths", "perished"), max(start, at - _REACH), at
            )
            act = (died, died + 1) if died >= 0 else NO_SPAN
        if act[0] >= 0:
            yield Deed(at, grammar.phrase_after(at + 4), act)


def victims(grammar: Grammar, deed: Deed) -> Span:
    """To whom a deed was done: the object of an active verb, the subject of a passive.

    Args:
        grammar: The sentence.
        deed: The deed.

    Returns:
        The phrase, ``NO_SPAN`` where there is none.
    """
    if _undergone(grammar, deed.verb):
        return grammar.subject(deed.verb)
    return grammar.phrase_after(deed.verb + 1)


def is_combat(grammar: Grammar, deed: Deed) -> bool:
    """Whether a deed was done to armed people.

    Args:
        grammar: The sentence.
        deed: The deed.

    Returns:
        True where whom it was done to are soldiers, rebels or their weapons.
    """
    span = victims(grammar, deed)
    if deed.act[0] != deed.verb or grammar.forms[deed.verb].startswith(_SHOOTING):
        return False
    if span[0] >= 0 and grammar.forms[span[1] - 1] == "them":
        # "Pursued the attackers and killed seven of them".
        return find_before(grammar, AUTHORS, deed.verb, _REACH) >= 0
    return span[0] >= 0 and any(
        grammar.forms[at] in _ARMED or grammar.masks[at] & W.INSURGENT
        for at in range(*span)
        if grammar.tags[at] in "OJ"
    )


_SHOOTING = ("fire", "launch", "drop", "hurl", "lob", "threw", "throw", "use")
"""Verbs whose object is the weapon."""
_ARMED = word_set(
    "soldier soldiers troops fighters fighter militants rebels guerrillas insurgents drone drones tank tanks position positions "
    "base bases camp camps depot depots convoy targets supporters gunmen policemen combatants commander commanders patrol "
    "missile missiles rockets warplane warplanes helicopter jet"
)
