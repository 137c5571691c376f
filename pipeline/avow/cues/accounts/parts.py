"""The parts of an account: acts, those who can be accused of one, agents of passives."""

from __future__ import annotations

from collections.abc import Collection

from avow.cues.grammar import BE, NO_SPAN, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import ACT, END, hostile

_NO_HOSTILITY = word_set("action actions operation operations outage leak leaks hit hits")
_WEAPONS = word_set("drone drones missile missiles rockets grenades mines device devices bombs shots dynamite gunfire")
_CRIMES = word_set(
    "genocide atrocities torture homicide patricide abuses extermination massacres bombardment "
    "bombardments slaughter disappearances aggression plot violence offence offences offense offenses"
)
_NO_DEEDS = word_set(
    "free frees freed fell fells leak leaks leaking leaked make makes made place placed open opens opened do did done leave "
    "left take takes took taken hold holds held order orders ordered put puts build built conduct conducts wounds guns"
)
_BOMBS = word_set("bomb bombs dynamite explosive explosives charges mines")
_PAPERS = word_set("evidence documents files records")
_BROKEN = word_set("ceasefire cease-fire truce armistice")
GOES_ON = word_set(
    "continue continues continued continuing began begin begins begun started start starts managed manages kept keeps "
    "plotted plotting plots conspired conspiring attempted attempting tried tries trying"
)
_VAGUE_PEOPLE = word_set(
    "men people persons person individuals individual gunmen gunman assailants assailant attackers attacker bomber "
    "bombers intruders thieves criminals robbers strangers subjects somebody someone others perpetrators perpetrator "
    "culprits culprit authors author victims victim civilians anyone one those hand hands murderers murderer killers killer "
    "kidnappers hijackers abductors captors"
)
_UNKNOWN = word_set("unidentified unknown unspecified unnamed anonymous")
PERSONS = word_set(
    "man men woman women boy boys girl teenager teenagers brother brothers husband wife father mother son sons neighbour "
    "neighbours nationals national citizen citizens captain family relatives squad squads side mafia regime state country "
    "nation rivals rival couple student students driver pilot pilots youths youth settler settlers gang party peasants "
    "cartels mobs mob bodyguards guards cousin nurse doctor priest journalist engineer convict teacher cop cops"
)
WEAK_CRIMES = word_set("death deaths fire fires crash incident incidents accident act acts drone drones mine mines")
PART_TAKING = word_set(
    "carrying committing perpetrating staging planning plotting masterminding organising organizing orchestrating ordering "
    "directing conducting being having taking playing participating conspiring attempting trying seeking making launching "
    "firing mounting leading preparing aiding abetting assisting supporting backing sponsoring financing funding instigating "
    "inciting causing using deliberately systematically directly indiscriminately repeatedly also still continuing sending "
    "hiring paying commissioning engineering coordinating co-ordinating setting placing planting throwing opening driving "
    "dropping laying deploying resorting violating breaking breaching stealing leaking engaging collaborating colluding"
)
"""What one does who has a part in an act; to be accused of withholding evidence of a murder is no accusation of it."""
COURTS = word_set("trial court courts tribunal appearance")
_APPEARS = word_set("go goes went going stand stands stood standing appear appears appeared appearing make makes made")
_REFUSING = ("reject", "dismiss", "refut", "doubt", "disprov", "disput", "ruled")
_UNTRUE = word_set("false untrue nothing unlikely nonsense")
_SHORTEST_GERUND = 5
FAR = 60
"""How far from a word its act is looked for, which bounds the time of a long text."""
_VIOLENT = word_set("violent terrorist terror many various these those other all multiple further several")
_DEFENCE = ("intercept", "repel", "thwart", "foil")
_HOSTILE_ACTS = word_set(
    "the this that these those such terrorist terror hostile violent cowardly barbaric heinous same"
)
_TERROR = word_set("terror terrorism violence sabotage war aggression piracy arson vandalism murder")
_LAWS = word_set(
    "deal deals treaty peace sanctions privacy confidentiality law laws legislation rules regulations contract duty agreement protocol order airspace trust parole bail probation trademark copyright patent emergency restrictions terms"
)
_THEFT = ("steal", "stole", "theft")
_TESTS = word_set("ballistic test tests satellite satellites space")
DISASTERS = word_set(
    "typhoon hurricane storm cyclone tornado earthquake flood floods avalanche landslide tsunami virus epidemic volcano "
    "monsoon blizzard wildfire wildfires heatwave train plane bus ferry outbreak outbreaks disease plague cholera ebola "
    "pandemic riot riots stampede collapse accidents signs body bodies"
)
_VEHICLES = word_set(
    "helicopter helicopters airstrike airstrikes strike strikes attack attacks drone drones missile missiles rocket unit town city "
    "village province airport base building house"
)
SEIZING = word_set(
    "arrest arrests arrested detain detains detained hold holds held jail jails jailed remand remands remanded"
)
_SQUADS = word_set("squad squads group groups gang gangs cell cells team teams force forces")
_NO_ONE = word_set("it i you either both most many all few several none each another number total series")
_ENDINGS = ("man", "woman", "ers", "ors", "ists", "men", "ians", "eers")
_NO_ACTOR = W.ACT_NOUN | W.CHANNEL | W.RECORDING | W.TIME | W.RESPONSIBILITY | W.INVOLVEMENT | W.LOOT
_ACTORS = frozenset({Speaker.GROUP, Speaker.OFFICIAL, Speaker.PRONOUN, Speaker.PERSON, Speaker.NAME})
_THINGS = word_set(
    "weather fault error errors failure speed fog rain heat ice wind gas leaks leak lack loss negligence corruption "
    "inflation prices price crisis war wars policy policies plan plans law laws rules system fact decision shortage "
    "conditions situation problem problems climate change economy poverty circuit virus bacteria accident camps camp hideout "
    "hideouts positions position targets sites site facility facilities terror"
)


def find_word(grammar: Grammar, words: Collection[str], start: int, stop: int) -> int:
    """The first of some words.

    Args:
        grammar: The sentence.
        words: The words wanted.
        start: Where to begin.
        stop: Where to stop, one past the last word looked at.

    Returns:
        Its place, -1 where there is none.
    """
    return next((at for at in range(start, min(grammar.count, stop)) if grammar.forms[at] in words), -1)


def find_before(grammar: Grammar, words: Collection[str], at: int, reach: int) -> int:
    """The last of some words before another.

    Args:
        grammar: The sentence.
        words: The words wanted.
        at: Before which word.
        reach: How many words to look at.

    Returns:
        Its place, -1 where there is none.
    """
    return next((back for back in range(at - 1, max(-1, at - reach - 1), -1) if grammar.forms[back] in words), -1)


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
        if form in _WEAPONS or (form in _NO_HOSTILITY and not vague):
            noun = False
        if nouns and noun and not _of_people(grammar, at):
            return at, at + 1
        if deeds and tag in "VG" and does(grammar, at) and not only_meant(grammar, at):
            return at, at + 1
    return NO_SPAN


def _is_else(grammar: Grammar, at: int) -> bool:
    """Whether a word of acts means something else here: an Act of parliament, financial crimes, indecent assault."""
    form = grammar.forms[at]
    before = grammar.forms[at - 1] if at else ""
    following = grammar.forms[at + 1] if at + 1 < grammar.count else ""
    if form in {"act", "acts"} and grammar.capital[at] and not grammar.shouting:
        return True
    if form == "crimes" and (before in {"war", "hate"} or grammar.forms[at + 1 : at + 3] == ("against", "humanity")):
        # A whole conduct, no act that one could name.
        return True
    if form == "crimes":
        plain = not at or grammar.tags[at - 1] in "DVTP" or before in _VIOLENT
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
    """Whether a noun of an act only says what people are: "death squads", "attack groups"."""
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
    if form.startswith("violat"):
        return bool(_BROKEN & set(grammar.forms[verb + 1 : verb + 5]))
    if form.startswith("open") and grammar.forms[verb + 1 : verb + 2] == ("fire",):
        return True
    if form.startswith(_THEFT) and not grammar.reading.present & W.LOOT:
        return False
    if form.startswith("launch") and _TESTS & set(grammar.forms[verb + 1 : verb + 7]):
        return False
    if form.startswith("commit") and "suicide" in grammar.forms[verb + 1 : verb + 3]:
        return False
    if form.startswith(_DEFENCE) or (form.startswith("breach") and _LAWS & set(grammar.forms[verb + 1 : verb + 6])):
        return False
    if form.startswith(("plac", "plant")):
        # "placed a bomb", "the bomb had been planted by".
        near = grammar.forms[max(0, verb - 5) : verb] if grammar.passive(verb) else grammar.forms[verb + 1 : verb + 8]
        if _BOMBS & set(near):
            return True
    if form in _NO_DEEDS or _PAPERS & set(grammar.forms[verb + 1 : verb + 3]):
        return False
    return hostile(grammar, verb) > 0


def only_meant(grammar: Grammar, verb: int) -> bool:
    """Whether a deed is only intended, which it is not where it "continues to", "began to" or "managed to" be done.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it is.
    """
    if not grammar.intended(verb):
        return False
    start = grammar.group_start(verb)
    return not (start and grammar.forms[start] == "to" and grammar.forms[start - 1] in GOES_ON)


def can_act(grammar: Grammar, span: Span, *, named: bool = False) -> bool:
    """Whether a noun phrase can be somebody who is accused.

    Args:
        grammar: The sentence.
        span: The phrase.
        named: Whether "gunmen" and "unidentified men" are too vague.

    Returns:
        True where it can.
    """
    start, stop = span
    if not 0 <= start < stop:
        return False
    head = grammar.head(span)
    form = grammar.forms[head].removesuffix("'s")
    words = grammar.forms[start:stop]
    capitals = not grammar.shouting and any(grammar.capital[at] and at for at in range(start, stop))
    if "nothing" in words:
        return False
    if named and not capitals and (form in _VAGUE_PEOPLE or _UNKNOWN & set(words)):
        return False
    if grammar.forms[stop - 1].isdigit() and not capitals:
        return False
    if form in DISASTERS or (form in _VEHICLES and not grammar.shouting):
        return False
    if form in _THINGS or form in _NO_ONE or not any(character.isalpha() for character in form):
        return False
    kind = grammar.speaker(span)
    if kind is Speaker.NAME and not capitals and not grammar.shouting and not grammar.capital[start]:
        kind = Speaker.OTHER
    if kind in _ACTORS:
        people = grammar.masks[head] & (W.GROUP | W.MEMBER)
        return bool(people) or not grammar.masks[head] & _NO_ACTOR or form in PERSONS
    return kind is Speaker.OTHER and (form in PERSONS or form.endswith(_ENDINGS) or capitals)


def agent(grammar: Grammar, verb: int, reach: int = 8) -> Span:
    """Who did what a passive tells: the phrase behind "by".

    Args:
        grammar: The sentence.
        verb: The participle.
        reach: How far behind it "by" may stand.

    Returns:
        The phrase, ``NO_SPAN`` where there is none.
    """
    for at in range(verb + 1, min(grammar.count, verb + reach)):
        form = grammar.forms[at]
        if form == "by":
            # "a charge was detonated on the route followed by the motorcade": another verb's agent.
            other = at - 1 > verb and grammar.tags[at - 1] == Tag.VERB
            return NO_SPAN if other else grammar.phrase_after(at + 1)
        if form == "and" and at + 1 < grammar.count and grammar.tags[at + 1] == Tag.VERB:
            # "captured and shot by a patrol": the agent of both.
            verb = at + 1
            continue
        if form in END or form in {"who", "which", "that", "while", "when", "after", "and", "but"}:
            break
    return NO_SPAN


def held(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells what is done: not negated, not only intended, not asked.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it does.
    """
    return not grammar.negated(verb) and not only_meant(grammar, verb)


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


def is_passive(grammar: Grammar, verb: int) -> bool:
    """Whether a past form is in the passive or modifies a noun: "is accused of", "men accused of".

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it is.
    """
    form = grammar.forms[verb]
    if not form.endswith(("ed", "ught", "eld", "own")) or grammar.tags[verb] == Tag.GERUND:
        return False
    if grammar.passive(verb) or grammar.reduced(verb):
        return True
    following = grammar.forms[verb + 1] if verb + 1 < grammar.count else ""
    bare = following in {"of", "on", "with", "to"} or (following.endswith("ed") and grammar.tags[verb + 1] == Tag.VERB)
    return bare and not any(
        grammar.forms[at] in {"has", "have", "had"} for at in range(grammar.group_start(verb), verb)
    )


def whom(grammar: Grammar, verb: int) -> Span:
    """Whom a passive speaks of: its subject.

    Args:
        grammar: The sentence.
        verb: The participle.

    Returns:
        The phrase, ``NO_SPAN`` where there is none.
    """
    start = grammar.group_start(verb)
    if start == verb and verb >= 2 and grammar.forms[verb - 1] == ",":
        # "a Palestinian engineer, accused of": the phrase before the comma.
        return _nearest_person(grammar, grammar.phrase_before(verb - 2))
    if start == verb and verb and grammar.tags[verb - 1] in "OJ":
        near = grammar.phrase_before(verb - 1)
        if near[0] > 0 and COURTS & set(grammar.forms[near[0] : near[1]]):
            # "Three men stand trial accused of", "appeared before a court charged with": whoever does that.
            reach = range(near[0] - 1, max(-1, near[0] - FAR), -1)
            return next((who(grammar, at) for at in reach if grammar.forms[at] in _APPEARS), near)
        return _nearest_person(grammar, near)
    return grammar.subject(verb)


def _nearest_person(grammar: Grammar, span: Span) -> Span:
    """The last part of a phrase where its head is nobody: "a man" in "the arrest of a man"."""
    start, stop = span
    if start < 0:
        return span
    head = grammar.head(span)
    people = grammar.masks[head] & (W.GROUP | W.MEMBER | W.OFFICIAL | W.INSURGENT) or grammar.forms[head] in PERSONS
    named = grammar.capital[head] and head > 0 and not grammar.shouting
    links = [at for at in range(start, stop) if grammar.tags[at] == Tag.PREPOSITION]
    if links and not people and not named and can_act(grammar, (links[-1] + 1, stop)):
        return links[-1] + 1, stop
    return span


def who(grammar: Grammar, verb: int) -> Span:
    """Who does what an active verb tells: its subject, without what stands before "with".

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        The phrase, ``NO_SPAN`` where there is none.
    """
    begin = grammar.group_start(verb)
    if begin >= 2 and grammar.forms[begin - 1] == "." and "." in grammar.forms[begin - 2]:
        # The full stop of "U.S." ends no sentence.
        return grammar.phrase_before(begin - 2)
    start, stop = grammar.subject(verb)
    for at in range(start + 1, stop):
        if grammar.forms[at] == "with":
            # "Gunmen raid a farm, with authorities blaming": the last part speaks.
            return at + 1, stop
    return start, stop


def of_part(grammar: Grammar, at: int) -> bool:
    """Whether what somebody is accused "of" may be an act or a part in one, and is not "withholding evidence of" it.

    Args:
        grammar: The sentence.
        at: The word behind "of", "with" or "for".

    Returns:
        False where it begins with another gerund.
    """
    if at >= grammar.count:
        return False
    form = grammar.forms[at]
    if form == "not":
        return False
    gerund = form.endswith("ing") and len(form) > _SHORTEST_GERUND
    return not gerund or form in PART_TAKING or does(grammar, at) or bool(grammar.masks[at] & W.ACT_NOUN)


def copula_before(grammar: Grammar, at: int, reach: int = 4) -> int:
    """A form of "be" shortly before a token.

    Args:
        grammar: The sentence.
        at: The token.
        reach: How far before it.

    Returns:
        Its place, -1 where there is none.
    """
    return find_before(grammar, BE, at, reach)


def says(grammar: Grammar, before: int, reach: int = 16) -> int:
    """The verb of saying before a token.

    Args:
        grammar: The sentence.
        before: The token.
        reach: How far before it.

    Returns:
        Its place, -1 where there is none or another sentence part begins between.
    """
    for at in range(before - 1, max(-1, before - reach - 1), -1):
        if grammar.forms[at] in {";", "but"}:
            return -1
        if grammar.tags[at] == Tag.VERB and grammar.masks[at] & (W.REPORT | W.AVOW) and not is_passive(grammar, at):
            return at
    return -1
