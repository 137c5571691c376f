"""Who can be accused, who speaks, and of whom a passive speaks."""

from __future__ import annotations

from avow.cues.accounts.captives import GOES_ON, took_time
from avow.cues.accounts.search import FAR
from avow.cues.grammar import BE, NO_SPAN, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import END

_VAGUE_PEOPLE = word_set(
    "men people persons person individuals individual gunmen gunman assailants assailant attackers attacker bomber "
    "bombers intruders thieves criminals robbers strangers subjects somebody someone others perpetrators perpetrator "
    "culprits culprit authors author victims victim civilians anyone one those hand hands murderers murderer killers killer "
    "kidnappers hijackers abductors captors"
)
_SIDES = word_set(
    "loyalist republican separatist jihadist islamist maoist paramilitary anarchist neo-nazi cartel mafia guerrilla militia"
)
"""Words that tell of gunmen whose they are: "loyalist gunmen"."""
_UNKNOWN = word_set("unidentified unknown unspecified unnamed anonymous")
PERSONS = word_set(
    "man men woman women boy boys girl teenager teenagers brother brothers husband wife father mother son sons neighbour "
    "neighbours nationals national citizen citizens captain family relatives squad squads side mafia regime state country "
    "nation rivals rival couple student students driver pilot pilots youths youth settler settlers gang party peasants "
    "cartels mobs mob bodyguards guards cousin nurse doctor priest journalist engineer convict teacher cop cops sailor soldier "
    "farmer worker tailor clerk lawyer politician lawmaker mayor sergeant sergeants corporal lieutenant lieutenants conscript "
    "conscripts deserter recruit reservist veteran diplomat diplomats general generals colonel colonels insider loner migrant "
    "refugee immigrant butcher barber baker mechanic electrician cleric clerics imam monk guard agent agents spy spies operative "
    "boyfriend boyfriends girlfriend girlfriends ex-husband ex-wife ex-boyfriend ex-girlfriend stepfather stepmother uncle aunt classmate "
    "classmates roommate exiles thugs provocateurs vandals saboteurs mercenaries mercenary pirates pirate bandits bandit loyalists deserters cousins "
    "corporals armies contractor contractors rangers peacekeepers partner partners arsonists tenant "
    "prince princes princess king kings queen duke sultan sheikh sheik warlord warlords chief chiefs chieftain chairman chairwoman monarch "
    "ayatollah bishop bishops pastor rabbi nun nuns monks priests pupil pupils farmhand shepherd shepherds herdsman herdsmen fisherman "
    "fishermen salesman policeman policemen policewoman gendarme gendarmes airman cadet cadets midwife dentist surgeon chemist "
    "accountant widow widower fiance fiancee lover lovers mistress landlord landlady housewife maid maids chef cook waitress watchman "
    "watchmen doorman skipper steward co-pilot actress athlete coach fan fans hooligan hooligans skinhead "
    "skinheads clan clans tribe tribes tribesman tribesmen junta sect cult crew crews platoon legion hitman hitmen crook crooks thief thieves "
    "burglar burglars robber robbers fugitive fugitives inmate inmates prisoner prisoners detainee detainees ex-convict ex-soldier "
    "ex-soldiers ex-policeman foreigner foreigners stranger strangers intruder intruders accomplice accomplices defector defectors "
    "child children kid kids adult elder elders grandson grandfather grandmother nephew niece sister sisters daughter daughters stepson twin twins "
    "sibling siblings boss bosses kingpin ringleader fanatic fanatics radical radicals president vice-president ceo executive executives "
    "senator senators councillor congressman alumnus cashier courier couriers dealer porter physician captor captors "
)
KILLERS = word_set(
    "killer killers murderer murderers assassin assassins kidnapper kidnappers bomber bombers attacker attackers"
)
"""Words that name the act with who does it: "the killers of the judge"."""
DOERS = KILLERS | word_set(
    "shooter shooters gunman gunmen hijacker hijackers arsonist arsonists hacker hackers assailant assailants "
    "perpetrator perpetrators"
)
"""Words for who does hostile acts of a kind."""
LAWYERS = word_set(
    "lawyer lawyers attorney attorneys counsel solicitor solicitors barrister barristers defence defense advocate advocates"
)
"""Who speaks for somebody in court."""
COURTS = word_set("trial court courts tribunal appearance")
_APPEARS = word_set("go goes went going stand stands stood standing appear appears appeared appearing make makes made")
DISASTERS = word_set(
    "typhoon hurricane storm cyclone tornado earthquake flood floods avalanche landslide tsunami virus epidemic volcano "
    "monsoon blizzard wildfire wildfires heatwave train plane bus ferry outbreak outbreaks disease plague cholera ebola "
    "pandemic disaster disasters riot riots stampede collapse accidents signs body bodies"
)
_VEHICLES = word_set(
    "helicopter helicopters airstrike airstrikes strike strikes attack attacks drone drones missile missiles rocket unit town city "
    "village province airport base building house"
)
SEIZING = word_set(
    "arrest arrests arrested detain detains detained hold holds held jail jails jailed remand remands remanded"
)
_AGENCIES, _SPYING = word_set("agency agencies"), word_set("intelligence spy security secret espionage")
_NUMBERED = word_set("unit apt bureau department office")
_NO_ONE = word_set("it i you either both most many all few several none each another number total series")
_PLACING = word_set("in at near of from outside")
_ON = _PLACING | {"on"}
RELATIVES = word_set("whom who that which")
_IS = word_set("is are was were")
_OF_WHAT = word_set("of for with over in , .")
_ENDINGS = ("man", "woman", "ers", "ors", "ists", "men", "ians", "eers")
_OF_A_PEOPLE = (
    "i",
    "ian",
    "ians",
    "ish",
    "ese",
    "can",
    "ghan",
    "ench",
    "utch",
    "'s",
)
"""How the names of peoples and owners end before an attack of theirs; "an" alone ends those of countries too."""
_NO_ACTOR = W.ACT_NOUN | W.CHANNEL | W.RECORDING | W.TIME | W.RESPONSIBILITY | W.INVOLVEMENT | W.LOOT
PEOPLE = W.GROUP | W.MEMBER | W.INSURGENT | W.OFFICIAL | W.STATE
"""Classes of words for people and bodies of people."""
_AROUND = word_set(
    "around against near between among over under along behind outside inside across beside toward towards"
)
_SUBSTANCES = word_set("nerve chemical biological toxic poison choking")
_ACTORS = frozenset({Speaker.GROUP, Speaker.OFFICIAL, Speaker.PRONOUN, Speaker.PERSON, Speaker.NAME})
_STORMS = word_set("typhoon hurricane cyclone tornado earthquake tsunami storm avalanche landslide volcano wildfire")
_THINGS = word_set(
    "weather fault error errors failure speed fog rain heat ice wind gas leaks leak lack loss negligence corruption "
    "inflation prices price crisis war wars policy policies plan plans law laws rules system fact decision shortage "
    "conditions situation problem problems climate change economy poverty circuit virus bacteria accident camps camp hideout "
    "hideouts positions position targets sites site facility facilities terror"
)


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
    if "nothing" in words or words[0] in _STORMS:
        return False
    if named and not capitals and (form in _VAGUE_PEOPLE or _UNKNOWN & set(words)) and _SIDES.isdisjoint(words):
        return False
    if grammar.forms[stop - 1].isdigit() and not capitals:
        return False
    if form in DISASTERS or (form in _VEHICLES and not grammar.shouting and not (form == "unit" and capitals)):
        return False
    if form in {"agent", "agents"} and _SUBSTANCES & set(words):
        return False
    if form in _AGENCIES and _SPYING & set(words):
        return True
    if head > start and capitals and grammar.forms[head - 1] in _NUMBERED:
        # "Unit 212": the number stands last.
        head -= 1
        form = grammar.forms[head]
    if form in _THINGS or form in _NO_ONE or not any(character.isalpha() for character in form):
        return False
    kind = grammar.speaker(span)
    if kind is Speaker.NAME and not capitals and not grammar.shouting and not grammar.capital[start]:
        kind = Speaker.OTHER
    if kind in _ACTORS:
        people = grammar.masks[head] & (W.GROUP | W.MEMBER)
        return bool(people) or not grammar.masks[head] & _NO_ACTOR or form in PERSONS
    return kind is Speaker.OTHER and (form in PERSONS or form.endswith(_ENDINGS) or capitals)


def not_inside(grammar: Grammar, span: Span) -> Span:
    """Who did it, where the phrase before a verb may stand inside its subject: "a blast in Karsh, Orlu, killed nine".

    Args:
        grammar: The sentence.
        span: The phrase before the verb.

    Returns:
        The phrase itself; where it only says where, the phrase that names the place too, ``NO_SPAN`` where that
        stands inside another one in turn.
    """
    found = span
    if found[0] > 0 and grammar.forms[found[0] - 1] in _AROUND:
        return NO_SPAN
    if found[0] > 1 and grammar.forms[found[0] - 1] in _ON and grammar.masks[found[0] - 2] & W.ACT_NOUN:
        # "A strike on the school killed nine".
        return NO_SPAN
    while found[0] > 1 and grammar.forms[found[0] - 1] in {",", "and"} and _is_bare_name(grammar, found):
        at = found[0] - 1
        while at > 0 and grammar.forms[at] in {",", "and"}:
            at -= 1
        before = grammar.phrase_before(at)
        if before[0] < 0:
            break
        links = sum(grammar.tags[here] == Tag.PREPOSITION for here in range(*before))
        if links:
            return before if links == 1 else NO_SPAN
        if before[0] > 0 and grammar.tags[before[0] - 1] == Tag.PREPOSITION:
            return NO_SPAN if before[0] > 1 and grammar.tags[before[0] - 2] in "OJG" else span
        found = before
    return span


def _is_bare_name(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase is a name without a word that says of whom: of a place, as likely as not."""
    return not grammar.shouting and all(
        grammar.capital[at] and not grammar.masks[at] & PEOPLE and grammar.forms[at] not in PERSONS
        for at in range(*span)
        if grammar.tags[at] not in "D"
    )


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


def doer(grammar: Grammar, verb: int, low: int = 0) -> Span:
    """Who did what a verb tells, in the active or the passive.

    Args:
        grammar: The sentence.
        verb: The verb.
        low: The subject of an active verb does not begin below this token.

    Returns:
        The phrase, ``NO_SPAN`` where there is none.
    """
    passive = grammar.undergone(verb)
    return agent(grammar, verb) if passive else grammar.subject(verb, low)


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
    if grammar.undergone(verb):
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
    if start == 0:
        # "Blamed by a court for the murder, the junta says".
        return _main_subject(grammar, verb)
    if start == verb and verb >= 2 and grammar.forms[verb - 1] == ",":
        # "a Palestinian engineer, accused of": the phrase before the comma.
        return _nearest_person(grammar, grammar.phrase_before(verb - 2))
    bare = all(grammar.tags[at] in "BI" for at in range(start, verb))
    if bare and start and grammar.tags[start - 1] in "OJ":
        # Also "went on trial on Tuesday accused of".
        near = grammar.phrase_before(start - 1)
        if near[0] > 1 and grammar.forms[near[0]] in _APPEARS and grammar.forms[near[0] - 1] == "to":
            # "A court orders Ivo Marek to stand trial accused of": whom it orders.
            return _nearest_person(grammar, grammar.phrase_before(near[0] - 2))
        if near[0] > 0 and COURTS & set(grammar.forms[near[0] : near[1]]):
            # "Three men stand trial accused of", "appeared before a court charged with": whoever does that.
            reach = range(near[0] - 1, max(-1, near[0] - FAR), -1)
            return next((who(grammar, at) for at in reach if grammar.forms[at] in _APPEARS), near)
        return _nearest_person(grammar, near)
    found = _before_place(grammar, grammar.subject(verb))
    if start and grammar.forms[start - 1] in {"who", "whom"}:
        # "The immunity of a deputy who was sentenced": the deputy.
        return _nearest_person(grammar, found)
    return found


def _main_subject(grammar: Grammar, verb: int) -> Span:
    """Who does what the main clause tells, behind the participle that opens the sentence; ``NO_SPAN`` where none does."""
    for at in range(verb + 1, grammar.count - 2):
        if grammar.forms[at] == ",":
            found = grammar.phrase_after(at + 1)
            if found[0] >= 0 and grammar.tags[found[1] : found[1] + 1] and grammar.tags[found[1]] in "AMV":
                return found
        if grammar.forms[at] in _IS:
            # "Wanted for the bombing is a former sailor": nobody stands before the verb.
            before = grammar.forms[at - 1]
            return NO_SPAN if before in RELATIVES or grammar.tags[at - 1] in "RS" else grammar.phrase_after(at + 1)
    return NO_SPAN


def _before_place(grammar: Grammar, span: Span) -> Span:
    """The phrase before a place that follows another one: "two officers in Karsh" before ", Orlu, were charged"."""
    start = span[0]
    if start < 4 or grammar.forms[start - 1] != "," or not all(grammar.capital[at] for at in range(*span)):
        return span
    before = grammar.phrase_before(start - 2)
    fronted = any(grammar.tags[at] == Tag.PREPOSITION for at in range(max(0, before[0] - 2), before[0]))
    inside = any(grammar.forms[at] in _PLACING and grammar.capital[at + 1] for at in range(*before))
    # "In Karsh, Ivo Marek was charged": who was, is told behind the place.
    return before if inside and not fronted and can_act(grammar, before) else span


def last_part(grammar: Grammar, span: Span) -> Span:
    """The part of a phrase behind its last preposition: "Ivo Marek" in "the trial of Ivo Marek".

    Args:
        grammar: The sentence.
        span: The phrase, which may be missing.

    Returns:
        The phrase itself where there is no such part.
    """
    start, stop = span
    links = (at for at in reversed(range(start, stop)) if grammar.tags[at] == Tag.PREPOSITION)
    begin = next(links, stop) + 1 if start >= 0 else stop
    return (begin, stop) if begin < stop else span


def _nearest_person(grammar: Grammar, span: Span) -> Span:
    """The last part of a phrase where its head is nobody: "a man" in "the arrest of a man"."""
    if span[0] < 0:
        return span
    head = grammar.head(span)
    people = grammar.masks[head] & (W.GROUP | W.MEMBER | W.OFFICIAL | W.INSURGENT) or grammar.forms[head] in PERSONS
    named = grammar.capital[head] and head > 0 and not grammar.shouting
    last = last_part(grammar, span)
    return last if last != span and not people and not named and can_act(grammar, last) else span


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
    took = took_time(grammar, verb)
    start, stop = grammar.subject(took if took >= 0 else verb)
    if start >= 0 and "to" in grammar.forms[begin:verb]:
        if stop > start + 1 and grammar.forms[stop - 1] in GOES_ON:
            # "The regime continues to deny".
            stop -= 1
        elif grammar.forms[start - 1 : stop] == ("at", "pains") and grammar.forms[start - 2] in BE:
            return grammar.subject(start - 2)
    for at in range(start + 1, stop):
        if grammar.forms[at] == "with":
            # "Gunmen raid a farm, with authorities blaming": the last part speaks.
            return at + 1, stop
    return start, stop


def parties(grammar: Grammar, verb: int, *, passive: bool, reach: int = 0) -> tuple[Span, Span]:
    """Who speaks or acts by a verb of accusing or seizing, and whom it concerns.

    In a clause about the latter the former stands between them: "a man whom the police suspect of".

    Args:
        grammar: The sentence.
        verb: The verb.
        passive: Whether it is in the passive.
        reach: How far behind a passive "by" may stand; as it is, such a verb names nobody who speaks.

    Returns:
        Two phrases, ``NO_SPAN`` where there is none.
    """
    if relative := _in_relative(grammar, verb):
        return relative
    if passive:
        return agent(grammar, verb, reach), whom(grammar, verb)
    return who(grammar, verb), _past_dots(grammar, grammar.phrase_after(verb + 1))


def _in_relative(grammar: Grammar, verb: int) -> tuple[Span, Span] | None:
    """Who accuses and who is accused where a relative clause says so of the latter; ``None`` where none does."""
    start = grammar.group_start(verb)
    subject = grammar.phrase_before(start - 1)
    link = subject[0] - 1
    if link < 1 or grammar.forms[link] not in RELATIVES or BE.intersection(grammar.forms[start:verb]):
        return None
    if grammar.forms[verb + 1 : verb + 2] and grammar.forms[verb + 1] not in _OF_WHAT:
        # "Told reporters that police suspect two men": an object follows.
        return None
    before = grammar.antecedent(link)
    if grammar.forms[link] == "that" and _is_told(grammar, before):
        return None
    accused = _nearest_person(grammar, before)
    speaks = grammar.tags[subject[0]] == Tag.PRONOUN or can_act(grammar, subject)
    return (subject, accused) if speaks and can_act(grammar, accused) else None


def _is_told(grammar: Grammar, span: Span) -> bool:
    """Whether "that" may bring in what somebody is told: "told reporters that men suspected of murder fled"."""
    before = span[0] - 1
    if before < 0:
        return True
    if grammar.forms[before] in _PLACING:
        return False
    return grammar.tags[before] in "VI" or "to" in grammar.forms[span[0] : span[1]]


def _past_dots(grammar: Grammar, span: Span) -> Span:
    """A phrase with what follows the full stop of an abbreviation in it: "the U.K. minister"."""
    start, stop = span
    rest = grammar.phrase_after(stop + 1) if start >= 0 and grammar.reading.dotted(stop) else NO_SPAN
    return (start, rest[1]) if rest[0] == stop + 1 else span


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


def names_a_side(grammar: Grammar, at: int) -> bool:
    """Whether a word before an attack names whose it is, not where it was: "Zamori", "NATO", "Orlu's".

    Args:
        grammar: The sentence.
        at: The word, a token.

    Returns:
        True for a people, a body's initials and who owns; False for the name of a place, as far as its ending tells.
    """
    raw = grammar.reading.raws[at]
    if grammar.shouting or not grammar.capital[at] or grammar.masks[at] & W.TIME:
        return False
    initials = raw.replace(".", "").isupper() and len(raw) > 1
    return initials or bool(grammar.masks[at] & PEOPLE) or grammar.forms[at].endswith(_OF_A_PEOPLE)


def is_people(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase speaks of a group or its people.

    Args:
        grammar: The sentence.
        span: The phrase.

    Returns:
        True where a word of it does.
    """
    return span[0] >= 0 and any(grammar.masks[at] & (W.GROUP | W.MEMBER | W.INSURGENT) for at in range(*span))
