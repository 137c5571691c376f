"""Hostile acts in a sentence, and whether a noun phrase speaks of the speaker."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from avow.cues.grammar import BE, NO_SPAN, POSSESSIVES, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.reading import Reading
from avow.cues.statements.speaking import is_its_body, is_the_group

ACT = W.ACT_NOUN | W.CYBER

DEED = W.ACT_VERB | W.CYBER

ANY_DEED = DEED | W.WEAK_ACT

GOODS = W.WEAPON | W.ACT_NOUN | W.TARGET | W.INSURGENT
"""What makes a deed hostile that is done with it or to it."""
BEHIND = 6
"""How many words behind a deed it may stand."""

_ARMS = word_set("missiles rockets drones jets planes warplanes shells tanks")

_OWN_WORDS = W.REPORT | W.AVOW | W.POST | W.SHOW | W.DENY

_OWN = W.MEMBER | W.INSURGENT | W.WEAPON

END = frozenset(";.:")

_BUILD = word_set("made make making built build building planted laid lay plant")

_LIGHT = word_set(
    "take takes took taken taking do does did done doing leave leaves left leaving put puts putting send sends "
    "sent sending bring brings brought bringing drop drops dropped dropping place places placed placing order "
    "orders ordered pull pulls pulled hold holds held holding open opens opened opening conduct conducted "
    "organise organised organize organized commit committed carry carried free freed participated participating poured "
    "pouring splashed splashing doused dousing"
)
_DRIVING = word_set("drove driven driving ploughed ploughing plowed plowing rammed ramming")
_INTO = 7
"""Tokens behind a verb of driving, within which it is told into what."""
_FELLING = ("bring", "brought", "took", "take", "taking", "knock")
_FELLED = word_set(
    "helicopter helicopters plane planes aircraft airliner jet jets jetliner drone drones warplane warplanes website "
    "websites site sites server servers network networks bridge bridges"
)

_LAND = word_set(
    "base bases post posts outpost garrison garrisons town towns city village villages district border airport checkpoint barracks"
)

# What is done to people and places, and to whom or what, beside the classes of weapons and targets.
_HARMING = (
    "fire", "firing", "struck", "strik", "hit", "target", "burn", "damag", "smash", "snatch", "spray", "captur", "seiz",
    "ignit", "hurl", "lob", "threw", "throw", "crippl", "wreck", "flatten", "obliterat", "pound", "rake", "raki", "crush",
    "drown", "suffocat", "smother", "throttl", "batter", "electrocut", "incinerat", "castrat", "spear", "harpoon", "scuttl",
    "rob", "loot", "pillag", "plunder", "burgl", "punctur", "toppl", "pelt", "mow", "snip", "jam", "trampl",
)  # fmt: skip

_HARMED = word_set(
    "people person civilian men women man woman children child boy boys girl girls youths villagers farmers peasants "
    "workers labourers miners students pupils teacher teachers protesters demonstrators worshippers pilgrims mourners "
    "passengers commuters shoppers pedestrians tourist bystanders crowd crowds motorcade procession funeral wedding "
    "nurse nurses doctor doctors medics ambulance ambulances judge judges mayor mayors politician politicians lawmaker "
    "lawmakers senator senators councillor councillors councilman aide aides minister ministers diplomat diplomats driver "
    "drivers guard guards bystander marcher marchers demonstrator protester villager farmer peasant worker labourer labourers "
    "laborers miner student pupil passenger commuter shopper shoppers shopkeeper shopkeepers worshipper pilgrim "
    "sailor sailors fisherman fishermen crew crews prisoner detainee detainees inmate inmates refugee migrant "
    "prisoners refugees migrants monk monks nun nuns bishop imam rabbi cleric clerics preacher missionary missionaries "
    "trader traders merchant merchants vendor vendors businessman businesswoman businessmen banker lawyer lawyers activist "
    "activists reporter reporters editor photographer cameraman engineer engineers technician technicians clerk "
    "informer informers elder elders residents inhabitants voters strikers trade-unionist "
    "unionist unionists family families couple brothers sisters brother sister mother father wife husband son daughter baby "
    "toddler infant infants orphans schoolgirl schoolgirls schoolboy schoolboys teenager teenagers youth neighbour neighbor "
    "herder herders herdsman herdsmen pastoralists hunter trucker truckers pilot pilots conscript conscripts recruit recruits "
    "column trucks "
    "hamlet hamlets convent convents property properties "
    "town towns village villages city district neighbourhood neighborhood suburb camp camps settlement settlements "
    "home homes residence apartment apartments flat flats hotel hotels restaurant cafe café bar nightclub shop shops store "
    "stores supermarket mall theatre theater cinema stadium schools clinic hospitals university college library museum "
    "temple shrine churches mosques synagogues monastery cemetery grave graves monument palace prison jail courthouse "
    "warship frigate destroyer submarine ferry yacht tanker freighter dam reservoir wells silo warehouse factory dock docks "
    "port harbour harbor terminal airfield runway radar subway metro tram taxi minibus van turbine turbines"
)

_AFTER = word_set("after before during following since when while because until")

_MEASURES = word_set("action actions operation operations")

_KILLING = word_set("death alive")
"""What makes of beating, burning or hacking a killing: "to death", "alive"."""

_BEATING = ("beat", "burn", "hack", "club", "kick", "stomp", "crush", "stab", "trampl")

_TAKING = ("take", "taking", "took", "hold", "held", "seiz")

CAPTIVES = word_set("hostage hostages captive captives")

_RELATIVE = 12
"""Tokens before a verb within which the act stands that a relative clause tells of."""

_DONE = word_set("did do does done doing")

_FIGURES = word_set(
    "game games match matches tie contest budget budgets bill idea ideas proposal proposals policy policies mood momentum "
    "hope hopes chance chances ball deal deals talks negotiations trust confidence credibility reputation legacy merger "
    "takeover debate debates legislation reform reforms process effort efforts agreement agreements accord treaty "
    "dialogue initiative economy industry jobs inquiry investigation probe story stories language "
    "candidacy nomination currency bid"
)
BURNT = word_set("flag flags effigy effigies tyres tires copies copy fuel fuels wood coal rubbish incense candles")
"""What is burnt without harm to anybody."""
_PARTICLES = frozenset((word,) for word in word_set("down up off out"))
_THIRD = word_set("it they he she")
_LEFT = word_set("former ex-member ex-members ex-fighter ex-fighters defector defectors deserter deserters")

_TOGETHER = frozenset(
    (verb, particle)
    for verbs, particles in (("set sets setting", "off fire alight ablaze"), ("fired fire fires firing", "on at upon"))
    for verb in verbs.split()
    for particle in particles.split()
)

_CULPABLE = word_set("responsible suspected wanted accused")
"""Words for those whom the police capture."""

FORCES = word_set(
    "crews crew officers agents defences defenses fleet artillery engineers squad squads section mujahedeen "
    "mujahideen boys lads cell cells brigade brigades fighter fighters commandos battalion battalions combatant "
    "combatants force forces men planes jets drones navy pilots gunmen units unit troops soldiers army militia "
    "guerrillas members warplanes aircraft helicopter hackers people team snipers missiles rockets military "
    "gunners sappers sons brothers comrades volunteer volunteers patrol patrols shell shells tank tanks jet ship ships "
    "warship warships frigate frigates gunboat gunboats vessel vessels submarine submarines infiltrator infiltrators "
    "affiliate affiliates"
)

OWNED = word_set("ours theirs his hers mine its")
"""Pronouns for what is somebody's own: "a patrol of ours"."""

_COMMAND = word_set("command orders control authority")


def act_span(grammar: Grammar, start: int, stop: int) -> Span:
    """The first noun or gerund of a hostile act in a stretch of tokens.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Returns:
        Tokens from and to; ``NO_SPAN`` where there is none.
    """
    found = bisect_left(grammar.acts, start)
    if found < len(grammar.acts) and grammar.acts[found] < stop:
        return grammar.acts[found], grammar.acts[found] + 1
    return NO_SPAN


def hostile(grammar: Grammar, verb: int) -> int:
    """How hostile a verb is.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        2 for an act by its own word or with a weapon as object, 1 with a target as object, 0 otherwise.
    """
    form, mask = grammar.forms[verb], grammar.masks[verb]
    if is_of_message(grammar.reading, verb):
        return 0
    if grammar.forms[verb + 1 : verb + 2] == ("into",) and grammar.forms[verb + 2 : verb + 3] == ("confessing",):
        # "Tortured into confessing": what was done to who confesses is not the act.
        return 0
    if mask & DEED:
        return 0 if is_figure(grammar, verb) else 2
    following = grammar.forms[verb + 1 : verb + 2]
    if form.startswith("organi") and following == ("crime",):
        return 0
    if form.startswith(_BEATING) and _kills(grammar.forms, verb):
        return 2
    if _takes(grammar.forms, verb):
        return 2
    if form in _BUILD:
        reach = range(verb + 1, min(grammar.count, verb + 7))
        return 2 if any(grammar.masks[at] & W.WEAPON and grammar.tags[at] == Tag.NOUN for at in reach) else 0
    if not mask & W.WEAK_ACT:
        return 0
    if form.startswith("carr") and following != ("out",):
        return 1 if _carries_it_out(grammar.forms, verb) else 0
    if form.startswith("carr") and _carries_what_was_named(grammar.forms, verb):
        return 1 if any(mask & ACT for mask in grammar.masks[max(0, verb - _RELATIVE) : verb]) else 0
    if form.startswith(("captur", "seiz")) and _takes_land(grammar, verb):
        return 0
    if form.startswith("captur") and not _CULPABLE.isdisjoint(grammar.forms[verb + 1 : verb + 13]):
        return 0
    if (form, *following) in _TOGETHER:
        return 2
    if form.startswith("set") and _sets_alight(grammar.forms, verb):
        return 2
    if form in _DRIVING:
        return 2 if _drives_into(grammar, verb) else 0
    if following == ("down",) and form.startswith(_FELLING):
        return 2 if _fells(grammar.forms, verb) else 0
    if form in _DONE and following in {("it",), ("so",), ("this",)}:
        return 1
    for at in range(verb + 1, min(grammar.count, verb + 7)):
        if ends(grammar, at) or grammar.forms[at] in _AFTER:
            break
        if grammar.forms[at] in _MEASURES and form.startswith(_TAKING):
            return 0
        if grammar.masks[at] & (W.WEAPON | W.ACT_NOUN):
            return 2
        if grammar.masks[at] & (W.TARGET | W.INSURGENT) and form not in _LIGHT:
            return 1
        if grammar.forms[at] in _HARMED and form.startswith(_HARMING):
            return 1
    return 0


def _fells(forms: tuple[str, ...], verb: int) -> bool:
    """Whether an aircraft, a website or a bridge is brought or taken down."""
    return forms[verb + 1 : verb + 2] == ("down",) and not _FELLED.isdisjoint(forms[verb + 2 : verb + 1 + BEHIND])


def _sets_alight(forms: tuple[str, ...], verb: int) -> bool:
    """Whether something is set on fire, which stands between: "set a barn alight"."""
    behind = forms[verb + 1 : verb + 1 + BEHIND]
    return "alight" in behind or "ablaze" in behind or ("on", "fire") in pairwise(behind)


def _drives_into(grammar: Grammar, verb: int) -> bool:
    """Whether a vehicle is driven into people, or into what is attacked: "drove a truck into the crowd"."""
    reach = range(verb + 1, min(grammar.count, verb + _INTO))
    into = next((at for at in reach if grammar.forms[at] == "into"), -1)
    thing = grammar.phrase_after(into + 1) if into >= 0 else NO_SPAN
    if thing[0] != into + 1 or into < 0:
        return False
    head = grammar.head(thing)
    return grammar.forms[head] in _HARMED or bool(grammar.masks[head] & (W.TARGET | W.MEMBER))


def _takes_land(grammar: Grammar, verb: int) -> bool:
    """Whether what is captured is land or a base; "the town hall" is a building."""
    thing = grammar.phrase_after(verb + 1)
    if thing[0] == verb + 1 and grammar.forms[grammar.head(thing)] == "hall":
        return False
    return any(other in _LAND for other in grammar.forms[verb + 1 : verb + 9])


def is_figure(grammar: Grammar, verb: int) -> bool:
    """Whether what is killed or attacked cannot be harmed: "killed the game", "shot down the proposal".

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it cannot.
    """
    begin = verb + 1 + (grammar.forms[verb + 1 : verb + 2] in _PARTICLES)
    if grammar.tags[begin : begin + 1] not in (["D"], ["O"], ["J"]):
        return False
    thing = grammar.phrase_after(begin)
    head = grammar.forms[grammar.head(thing)] if thing[0] >= 0 else ""
    return head in _FIGURES or (head in BURNT and grammar.forms[verb].startswith("burn"))


def is_of_message(reading: Reading, verb: int) -> bool:
    """Whether a verb only tells what was done with a message: "in a letter sent to a paper, the Front".

    Args:
        reading: The sentence.
        verb: The verb.

    Returns:
        True where it does.
    """
    before = reading.masks[verb - 1] if verb else 0
    return reading.forms[verb] == "sent" and bool(before & (W.CHANNEL | W.RECORDING))


def _takes(forms: tuple[str, ...], verb: int) -> bool:
    """Whether somebody is taken hostage or captive."""
    return forms[verb].startswith(_TAKING) and not CAPTIVES.isdisjoint(forms[verb + 1 : verb + 7])


def _kills(forms: tuple[str, ...], verb: int) -> bool:
    """Whether what is done to somebody is done "to death" or "alive"."""
    for at in range(verb + 1, min(len(forms), verb + 9)):
        if forms[at] in _KILLING and (forms[at] == "alive" or forms[at - 1] == "to"):
            return True
    return False


def _carries_it_out(forms: tuple[str, ...], verb: int) -> bool:
    """Whether what is carried out was told before: "of carrying it out"."""
    return forms[verb + 1 : verb + 2] in {("it",), ("them",)} and forms[verb + 2 : verb + 3] == ("out",)


def _carries_what_was_named(forms: tuple[str, ...], verb: int) -> bool:
    """Whether what is carried out may be named before: "the raid, which it says it carried out", "it was carried out"."""
    if forms[verb + 1 : verb + 2] != ("out",):
        return False
    return (forms[verb] == "carried" and forms[verb - 1] in BE) or "which" in forms[max(0, verb - _RELATIVE) : verb]


def may_be_hostile(reading: Reading, verb: int) -> bool:
    """Whether :func:`hostile` may find a verb hostile, before parts of speech are known.

    Args:
        reading: The sentence.
        verb: A word of ``ANY_DEED``.

    Returns:
        False where it does not.
    """
    classes, forms = reading.classes, reading.forms
    if classes[verb] & DEED or forms[verb] in _DONE or (forms[verb], *forms[verb + 1 : verb + 2]) in _TOGETHER:
        return True
    if (forms[verb].startswith(_BEATING) and _kills(forms, verb)) or _takes(forms, verb):
        return True
    if forms[verb].startswith(_FELLING) and _fells(forms, verb):
        return True
    if forms[verb].startswith("set") and _sets_alight(forms, verb):
        return True
    if forms[verb].startswith("carr") and (_carries_it_out(forms, verb) or _carries_what_was_named(forms, verb)):
        return True
    if any(mask & GOODS for mask in classes[verb + 1 : verb + 1 + BEHIND]):
        return True
    return forms[verb].startswith(_HARMING) and not _HARMED.isdisjoint(forms[verb + 1 : verb + 7])


_ALONE = (*_BEATING, *_TAKING, *_HARMING, *_FELLING, "carr", "set")
_APART = frozenset({verb for verb, _ in _TOGETHER})


def may_be_hostile_alone(form: str) -> bool:
    """Whether :func:`may_be_hostile` may be so of a word of no class of deeds, whatever the classes of words behind it.

    Args:
        form: A normalised word.

    Returns:
        False where one of :data:`GOODS` must stand among the :data:`BEHIND` words behind it.
    """
    return form in _DONE or form in _APART or form.startswith(_ALONE)


def ends(grammar: Grammar, at: int) -> bool:
    """Whether a token ends a part of the sentence: a semicolon, a colon, the last full stop.

    Args:
        grammar: The sentence.
        at: The token.

    Returns:
        True where it does; the full stop of an abbreviation does not.
    """
    form = grammar.forms[at]
    return form in {";", ":"} or (form == "." and at == grammar.count - 1)


def deed(grammar: Grammar, start: int, stop: int) -> tuple[int, int]:
    """The first hostile verb in a stretch of tokens, within its sentence part.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Returns:
        The verb and how hostile it is; -1 and 0 where there is none.
    """
    for at in range(start, min(stop, grammar.count)):
        if grammar.tags[at] in "VG" and (grammar.masks[at] & ANY_DEED or grammar.forms[at] in _BUILD):
            strength = hostile(grammar, at)
            if strength:
                return at, strength
        if ends(grammar, at):
            break
    return -1, 0


def same_head(grammar: Grammar, first: Span, second: Span) -> bool:
    """Whether the head of the second noun phrase is a word of the first one.

    Args:
        grammar: The sentence.
        first: A noun phrase.
        second: Another one.

    Returns:
        True where it is; False where either is missing.
    """
    if first[0] < 0 or second[0] < 0:
        return False
    at = grammar.head(second)
    head = grammar.forms[at]
    if _namesakes(grammar, first, second, at):
        return False
    return any(grammar.forms[at] == head and len(head) > 2 for at in range(*first) if grammar.tags[at] in "OJ")


def _namesakes(grammar: Grammar, first: Span, second: Span, head: int) -> bool:
    """Whether two names share their last word and no other: "South Korea" and "North Korea"."""
    if grammar.shouting or head <= second[0] or not (grammar.capital[head] and grammar.capital[head - 1]):
        return False
    before = {
        grammar.forms[at - 1]
        for at in range(first[0] + 1, first[1])
        if grammar.forms[at] == grammar.forms[head] and grammar.tags[at - 1] in "OJ"
    }
    return bool(before) and grammar.forms[head - 1] not in before


def is_self(grammar: Grammar, speaker: Span, subject: Span) -> bool:
    """Whether a subject speaks of the speaker: a pronoun, "its fighters", the same head, or nothing.

    Args:
        grammar: The sentence.
        speaker: Noun phrase of the speaker.
        subject: Noun phrase of the subject.

    Returns:
        True where it does.
    """
    if subject[0] < 0 or subject == speaker or is_the_group(grammar, speaker, subject):
        return True
    if is_its_body(grammar, speaker, subject):
        return True
    if _commanded(grammar, subject):
        return True
    first = subject[0]
    if first >= 2 and grammar.forms[first - 1] == "and" and grammar.tags[first - 2] == Tag.PRONOUN:
        # "He and two comrades".
        first -= 2
    if grammar.tags[first] == Tag.PRONOUN:
        return grammar.forms[first] != "you"
    for at in range(*subject):
        if grammar.forms[at] in POSSESSIVES:
            following = range(at + 1, min(subject[1], at + 5))
            if not _LEFT.isdisjoint((*grammar.forms[slice(*speaker)], *grammar.forms[at + 1 : subject[1]])):
                # "A defector said his comrades", "his former comrades".
                return False
            return any(grammar.forms[here] in FORCES or grammar.masks[here] & _OWN for here in following)
    return same_head(grammar, speaker, subject) or _goes_by(grammar, speaker, subject)


def _goes_by(grammar: Grammar, speaker: Span, subject: Span) -> bool:
    """Whether a subject names the speaker by the letters in brackets behind its name: "a unit of the NLA"."""
    short = grammar.forms[speaker[1] + 1 : speaker[1] + 2]
    bracketed = grammar.forms[speaker[1] : speaker[1] + 1] == ("(",) and grammar.forms[speaker[1] + 2 :][:1] == (")",)
    return bracketed and short[0] in grammar.forms[slice(*subject)]


def _commanded(grammar: Grammar, subject: Span) -> bool:
    """Whether a subject names people as the speaker's own: "a patrol of ours", "men under his command"."""
    start, stop = subject
    last = grammar.forms[max(start, stop - 2) : stop]
    if last[:1] == ("of",) and last[1:] and last[1] in OWNED:
        return True
    under = grammar.forms[start - 1 : start] == ("under",)
    return under and grammar.forms[start] in POSSESSIVES and last[-1] in _COMMAND


def others_word(grammar: Grammar, verb: int, subject: Span) -> bool:
    """Whether "it" or "they" in a quotation speaks of others than who is quoted, or "they" behind "saying" of an object.

    Args:
        grammar: The sentence.
        verb: The verb of saying.
        subject: The subject of what is said.

    Returns:
        True where the pronoun is quoted and the verb is not, and for "arrested nine men, saying they".
    """
    if _object_before(grammar, verb, subject):
        return True
    quoted = grammar.reading.quoted
    return subject[0] >= 0 and grammar.forms[subject[0]] in _THIRD and quoted[subject[0]] and not quoted[verb]


def _object_before(grammar: Grammar, verb: int, subject: Span) -> bool:
    """Whether "they" behind "saying" are people whom the speaker did something to: "expelled nine officers, saying they"."""
    if grammar.forms[verb] != "saying" or grammar.forms[verb - 1 : verb] != (",",):
        return False
    source = grammar.subject(verb)
    main = source[1]
    if source[0] < 0 or grammar.forms[slice(*subject)] != ("they",) or grammar.masks[main] & _OWN_WORDS:
        return False
    whom = grammar.phrase_after(main + 1)
    if whom[0] != main + 1 or whom[1] > verb:
        return False
    head = grammar.head(whom)
    people = bool(grammar.masks[head] & (W.MEMBER | W.INSURGENT)) or grammar.forms[head] in FORCES | _HARMED
    return people and not grammar.masks[head] & W.WEAPON and grammar.forms[head] not in _ARMS


def denies(grammar: Grammar, at: int) -> bool:
    """Whether a token is a verb of denial, and not one of report.

    Args:
        grammar: The sentence.
        at: The token.

    Returns:
        True where it is.
    """
    return grammar.tags[at] in "VG" and bool(grammar.masks[at] & W.DENY) and not grammar.masks[at] & W.REPORT


def group_of(grammar: Grammar, verb: int) -> tuple[str, ...]:
    """The auxiliaries, modals, negations and adverbs of a verb.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        Their forms in order.
    """
    return grammar.forms[grammar.group_start(verb) : verb]
