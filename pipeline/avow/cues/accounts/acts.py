"""The acts of an account: which words name one, and whether it is held to be done."""

from __future__ import annotations

from avow.cues.accounts.captives import only_meant, takes_captive
from avow.cues.accounts.people import DISASTERS
from avow.cues.accounts.search import FAR, find_before, find_word
from avow.cues.grammar import NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import ACT, CAPTIVES, hostile, is_figure

_NO_HOSTILITY = word_set(
    "action actions operation operations outage leak leaks hit hits compromise compromises dump dumps"
)
_WEAPONS = word_set("drone drones missile missiles rockets grenades mines device devices bombs shots dynamite gunfire")
_CRIMES = word_set(
    "plots genocide atrocities torture homicide carnage patricide abuses extermination massacres bombardment "
    "bombardments slaughter disappearances aggression plot violence offence offences offense offenses"
)
_NO_DEEDS = word_set(
    "free frees freed fell fells leak leaks leaking leaked make makes made place placed open opens opened do did done leave "
    "left take takes took taken hold holds held order orders ordered put puts build built conduct conducts conducted conducting wounds guns"
)
_TAKING = ("tak", "took", "hold", "held")
_BOMBS = word_set("bomb bombs dynamite explosive explosives charges mines")
_PAPERS = word_set("evidence documents files records")
CARELESS = word_set(
    "negligent negligence negligently culpable involuntary vehicular careless carelessly neglect hit-and-run"
)
_INDECENTLY = word_set("sexually indecently")
_COUNTS = word_set("number total toll tally count")
_DISASTERS = DISASTERS | word_set("crash fire blaze accident sinking")
PART_TAKING = word_set(
    "carrying committing perpetrating staging planning plotting masterminding organising organizing orchestrating ordering "
    "directing conducting being having taking playing participating conspiring attempting trying seeking making launching "
    "firing mounting leading preparing aiding abetting assisting supporting backing sponsoring financing funding instigating "
    "inciting causing using deliberately systematically directly indiscriminately repeatedly also still continuing sending "
    "performing unleashing intensifying escalating hiring paying commissioning engineering coordinating co-ordinating setting placing planting throwing opening driving "
    "dropping arming authorising authorizing overseeing supplying running luring recruiting laying deploying resorting violating breaking breaching stealing leaking rolling tossing lobbing hurling wiring engaging collaborating colluding"
)
"""What one does who has a part in an act; to be accused of withholding evidence of a murder is no accusation of it."""
_REFUSING = ("reject", "dismiss", "refut", "doubt", "disprov", "disput", "ruled")
_UNTRUE = word_set("false untrue nothing unlikely nonsense")
_ANIMALS = word_set(
    "animal animals bird birds chicken chickens poultry livestock cattle cow cows sheep goats pigs horse horses dog dogs cat cats "
    "elephant elephants rhino rhinos whale whales seal seals wolf wolves bear bears lion lions tiger tigers gorillas kangaroos"
)
_SHORTEST_GERUND = 5
_VIOLENT = word_set("violent terrorist terror many various these those other all multiple further several")
_DEFENCE = ("intercept", "repel", "thwart", "foil")
_HOSTILE_ACTS = word_set(
    "the this that these those such terrorist terror hostile violent cowardly barbaric heinous same"
)
_TERROR = word_set("terror terrorism violence sabotage war aggression piracy arson vandalism murder")
_LAWS = word_set(
    "deal deals treaty treaties peace sanctions privacy confidentiality law laws legislation rules regulations contract duty agreement protocol order airspace trust parole bail probation trademark copyright patent emergency restrictions terms obligations obligation convention conventions resolution resolutions commitments promise ceasefire ceasefires cease-fire truce armistice accord accords pact pacts"
)
_SINKING, _OBJECT = word_set("sank sinks sink"), frozenset("ODJR")
_BREACHING, _CAPTURING = ("breach", "break", "broke"), ("captur", "seiz")
THEFT = ("steal", "stole", "theft")
_TESTS = word_set("ballistic test tests satellite satellites space")
_AIMED, _TRIALS = word_set("at against"), word_set("test tests satellite satellites space")
_ITSELF = word_set("himself herself themselves itself")
_BY_OWN_HAND = ("shoot", "shot", "kill", "hang", "stab", "poison")
_SHARING = ("participat", "commit", "carry", "kill", "attack", "take")
_LETTING = word_set("allowing letting permitting enabling")
_SUPPLYING, _HELPING = ("suppl", "provid", "furnish", "deliver", "smuggl"), ("aid", "abet", "assist", "help")
_HIRING = ("hire", "hiring", "recruit", "paid", "pays", "sent", "send")
_EXPLOSIVES = word_set("explosive explosives dynamite detonator detonators bomb bombs gelignite semtex")
_LESSONS = word_set("training disposal detection experts sniffer")
AUTHORS = word_set(
    "attackers assailants assassins killers murderers perpetrators culprits kidnappers abductors captors arsonists bombers gunmen "
    "assassin killer murderer bomber gunman hitman hitmen"
)
_ESCAPE = word_set("escape escaped flee fled hide hiding leave fugitives")
_HANDED = 4
"""Tokens behind a verb within which what is supplied, and who is hired, stand."""
_SQUADS = word_set(
    "squad squads group groups gang gangs cell cells team teams force forces denial denials threat threats detector detectors hoax hoaxes"
)


def act_before(grammar: Grammar, at: int, *, deeds: bool = True) -> Span:
    """The first word of an act before a token, in the same part of the text.

    Args:
        grammar: The sentence.
        at: The token.
        deeds: Whether verbs count.

    Returns:
        The token as a span, ``NO_SPAN`` where there is none within ``FAR`` tokens.
    """
    return find_act(grammar, at - FAR, at, deeds=deeds)


def act_around(grammar: Grammar, at: int) -> Span:
    """The first word of an act before or behind a token.

    Args:
        grammar: The sentence.
        at: The token.

    Returns:
        The token as a span, ``NO_SPAN`` where there is none within ``FAR`` tokens.
    """
    return find_act(grammar, at - FAR, at + FAR)


def find_act(
    grammar: Grammar, start: int, stop: int, *, nouns: bool = True, deeds: bool = True, vague: bool = False
) -> Span:
    """The first word of a hostile act in a stretch of tokens, within its part of the sentence.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.
        nouns: Whether nouns count.
        deeds: Whether verbs count.
        vague: Whether "the operation" and "the action" count.

    Returns:
        The token as a span, ``NO_SPAN`` where there is none; what is only intended does not count.
    """
    for at in range(max(0, start), min(stop, grammar.count)):
        form, tag = grammar.forms[at], grammar.tags[at]
        if form in {";", ":"} or (form == "." and at == grammar.count - 1):
            break
        noun = tag in "OGJ" and (grammar.masks[at] & ACT or form in _CRIMES) and not _is_else(grammar, at)
        noun = noun and not (tag == Tag.GERUND and (_of_animals(grammar, at) or is_figure(grammar, at)))
        if form in _WEAPONS or (form in _NO_HOSTILITY and not vague):
            noun = False
        if nouns and noun and not _of_people(grammar, at):
            return at, at + 1
        grouped = tag == Tag.GERUND and _of_people(grammar, at)
        told = tag in "VG" or _is_gerund(grammar, at)
        if deeds and told and not grouped and does(grammar, at) and not only_meant(grammar, at):
            return at, at + 1
    return NO_SPAN


def _is_gerund(grammar: Grammar, at: int) -> bool:
    """Whether a word that the tags take for a noun tells what is done to an object: "of supplying the explosives"."""
    tags = grammar.tags
    behind = at > 0 and tags[at - 1] in (Tag.PREPOSITION, Tag.COORDINATOR)
    return behind and grammar.forms[at].endswith("ing") and tags[at + 1 : at + 2] == [Tag.DETERMINER]


def _is_else(grammar: Grammar, at: int) -> bool:
    """Whether a word of acts means something else here: an Act of parliament, financial crimes, indecent assault."""
    form = grammar.forms[at]
    before = grammar.forms[at - 1] if at else ""
    following = grammar.forms[at + 1] if at + 1 < grammar.count else ""
    if form in {"act", "acts"} and grammar.capital[at] and not grammar.shouting:
        return True
    if form in {"cease-fire", "hit-and-run"} or (form == "incident" and before == "hit-and-run"):
        return True
    if (form, following) in {("crimes", "act"), ("plots", "of")}:
        return True
    if form == "crime" and before in {"any", "hate", "organised", "organized"}:
        return True
    if form == "homicide" and before in CARELESS:
        return True
    if form == "crimes" and (before in {"war", "hate"} or grammar.forms[at + 1 : at + 3] == ("against", "humanity")):
        # A whole conduct, no act that one could name.
        return True
    if form == "crimes":
        plain = not at or grammar.tags[at - 1] in "DVTP" or before in _VIOLENT
        if before == "other" and grammar.forms[at - 2 : at - 1] == ("and",):
            # "Cowardice and other crimes".
            return True
        return not (plain or following == "against") or following == "of"
    if form.startswith("offen"):
        # "the offences" are those just told of; "sexual offences", "an offence" may be anything.
        return before not in {"the", "these", "those", "this"}
    if form in {"act", "acts"}:
        return not (before in _HOSTILE_ACTS or (following == "of" and _TERROR & set(grammar.forms[at + 2 : at + 5])))
    if form.startswith("breach"):
        return bool(_LAWS & set(grammar.forms[at + 1 : at + 7]))
    if (before, form) in {("heart", "attack"), ("heart", "attacks"), ("food", "poisoning"), ("panic", "attack")}:
        return True
    if form == "suicide":
        return not following.startswith(("bomb", "attack", "raid"))
    if form.startswith("theft"):
        return not grammar.reading.possible & W.LOOT
    return (form.startswith("assault") and before in {"indecent", "sexual"}) or form == "mine"


def _of_people(grammar: Grammar, at: int) -> bool:
    """Whether a noun of an act only says what people are or what is said: "death squads", "death threats"."""
    return at + 1 < grammar.count and grammar.tags[at + 1] == Tag.NOUN and grammar.forms[at + 1] in _SQUADS


def does(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells a hostile deed.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it does.
    """
    form = grammar.forms[verb]
    if form.startswith("open") and grammar.forms[verb + 1 : verb + 2] == ("fire",):
        return True
    if form.startswith(THEFT) and not grammar.reading.present & W.LOOT:
        return False
    if form.startswith(_BY_OWN_HAND) and grammar.forms[verb + 1 : verb + 2] and grammar.forms[verb + 1] in _ITSELF:
        return False
    if _by_nobody(grammar, verb) or _of_animals(grammar, verb):
        return False
    if form.startswith(("launch", "fire")) and _tests(grammar.forms[verb + 1 : verb + 9]):
        return False
    if form.startswith("commit") and "suicide" in grammar.forms[verb + 1 : verb + 3]:
        return False
    if form.startswith(_DEFENCE) or (form.startswith(_BREACHING) and _LAWS & set(grammar.forms[verb + 1 : verb + 6])):
        return False
    if form in _SINKING and not grammar.undergone(verb) and not _OBJECT & set(grammar.tags[verb + 1 : verb + 2]):
        # "The ship sank in May": by itself.
        return False
    if form.startswith(_CAPTURING):
        taken = takes_captive(grammar, verb)
        if not taken or grammar.tags[verb + 1 : verb + 2] == [Tag.PRONOUN]:
            return taken
    if form.startswith(("plac", "plant")):
        # "placed a bomb", "the bomb had been planted by".
        near = grammar.forms[max(0, verb - 5) : verb] if grammar.passive(verb) else grammar.forms[verb + 1 : verb + 8]
        if _BOMBS & set(near):
            return True
    if form in _NO_DEEDS and not CAPTIVES.isdisjoint(grammar.forms[verb + 1 : verb + 7]):
        return form.startswith(_TAKING)
    if form in _NO_DEEDS or _PAPERS & set(grammar.forms[verb + 1 : verb + 3]):
        return False
    if form.startswith("dump") and not grammar.reading.present & W.LOOT:
        return False
    return hostile(grammar, verb) > 0 or _has_part(grammar.forms, verb)


def _has_part(forms: tuple[str, ...], verb: int) -> bool:
    """Whether a verb tells a part in an act that others do: who supplied the explosives, drove the getaway car, hired the killers."""
    form, near = forms[verb], forms[verb + 1 : verb + 1 + _HANDED]
    if form.startswith(_SUPPLYING):
        return not _EXPLOSIVES.isdisjoint(near) and _LESSONS.isdisjoint(forms[verb + 1 : verb + 9])
    if form.startswith(_HIRING):
        return not AUTHORS.isdisjoint(near[:3])
    if form.startswith(_HELPING):
        return not AUTHORS.isdisjoint(near[:3]) and _ESCAPE.isdisjoint(forms[verb + 1 : verb + 9])
    return form.startswith(("driv", "drove")) and "getaway" in near


def _tests(following: tuple[str, ...]) -> bool:
    """Whether what is fired is only tried out: "a ballistic missile", but not one "at the town"."""
    if _TESTS.isdisjoint(following[:6]):
        return False
    return _AIMED.isdisjoint(following) or not _TRIALS.isdisjoint(following)


def _by_nobody(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells of no attack: of sexual assault, of a count that grows, of what a disaster did."""
    forms = grammar.forms
    if forms[verb - 1 : verb] and forms[verb - 1] in _INDECENTLY:
        return True
    if forms[verb].startswith(("bring", "brought")):
        return not _COUNTS.isdisjoint(forms[verb + 1 : verb + 7])
    if forms[verb - 1 : verb] not in {("that",), ("which",)}:
        return False
    what = grammar.phrase_before(verb - 2)
    return what[0] >= 0 and not _DISASTERS.isdisjoint(forms[what[0] : what[1]])


def _of_animals(grammar: Grammar, at: int) -> bool:
    """Whether what is killed are animals, which is hunting or cruelty."""
    start, stop = grammar.phrase_after(at + 1)
    return start >= 0 and grammar.forms[grammar.head((start, stop))] in _ANIMALS


def is_denied(grammar: Grammar, at: int) -> bool:
    """Whether somebody denies, rejects or doubts "that" what stands at a token is so.

    Args:
        grammar: The sentence.
        at: The token.

    Returns:
        True where it is.
    """
    that = find_before(grammar, ("that", "whether", "if"), at, 16)
    if that < 0:
        return False
    if grammar.forms[that] != "that":
        return True
    before = range(max(0, that - 3), that)
    return any(
        grammar.masks[here] & W.DENY or grammar.forms[here].startswith(_REFUSING) or grammar.forms[here] in _UNTRUE
        for here in before
    )


def befell(grammar: Grammar, at: int) -> bool:
    """Whether a verb tells what befell somebody: "a man accused of spying was executed".

    Args:
        grammar: The sentence.
        at: The token.

    Returns:
        True for a passive that is the verb of a clause.
    """
    return grammar.tags[at] == Tag.VERB and grammar.passive(at) and not grammar.reduced(at)


def of_part(grammar: Grammar, at: int) -> bool:
    """Whether what somebody is accused "of" may be an act or a part in one, and is not "withholding evidence of" it.

    Args:
        grammar: The sentence.
        at: The word behind "of", "with" or "for".

    Returns:
        False where it begins with another gerund.
    """
    while at < grammar.count and grammar.forms[at] == '"':
        at += 1
    if at >= grammar.count:
        return False
    form = grammar.forms[at]
    if form == "not":
        return False
    if form in _LETTING:
        # "Of allowing its forces to take part in killings".
        to = find_word(grammar, ("to",), at + 1, at + 7)
        return 0 <= to < grammar.count - 1 and grammar.forms[to + 1].startswith(_SHARING)
    gerund = form.endswith("ing") and (len(form) > _SHORTEST_GERUND or form == "lying")
    return not gerund or form in PART_TAKING or does(grammar, at) or bool(grammar.masks[at] & W.ACT_NOUN)


def deed_for(grammar: Grammar, link: int) -> int:
    """Where the act or the part in one begins that somebody answers "for": behind other gerunds in "for robbing and killing".

    Args:
        grammar: The sentence.
        link: The "for", "of" or "with", a token.

    Returns:
        The place of a token, -1 where they answer for something else.
    """
    if of_part(grammar, link + 1):
        return link + 1
    for at in range(link + 2, min(grammar.count - 1, link + 6)):
        if grammar.forms[at] in {"and", ","} and grammar.tags[at + 1] in "VGO" and of_part(grammar, at + 1):
            return at + 1
    return -1


def nearest_act(grammar: Grammar, at: int, reach: int = 8) -> Span:
    """The act word nearest before a token.

    Args:
        grammar: The sentence.
        at: The word, a token.
        reach: How many words to look at.

    Returns:
        The token as a span, ``NO_SPAN`` where there is none.
    """
    for back in range(at - 1, max(-1, at - reach - 1), -1):
        found = find_act(grammar, back, back + 1)
        if found[0] >= 0:
            return found
    return NO_SPAN
