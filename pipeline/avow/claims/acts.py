"""The act in a sentence: the words that name it, and what kind of hostile act it is.

Kinds are those of GTD's ``attacktype1`` as far as text tells them, and four kinds of attacks on computers, which GTD
does not know. The crosswalk is :data:`ATTACK_TYPES`; the word lists were written for Avow from GTD's codebook (section
"Attack Type") and hold no name of an actor, place or event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from avow.cues import Reading
from avow.cues.grammar import Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.statements.speaking import is_spokesman
from avow.records import ActKind

ATTACK_TYPES: dict[ActKind, tuple[int, str]] = {
    ActKind.ASSASSINATION: (1, "Assassination"),
    ActKind.ARMED_ASSAULT: (2, "Armed Assault"),
    ActKind.BOMBING: (3, "Bombing/Explosion"),
    ActKind.HIJACKING: (4, "Hijacking"),
    ActKind.HOSTAGE_TAKING: (6, "Hostage Taking (Kidnapping)"),
    ActKind.FACILITY_ATTACK: (7, "Facility/Infrastructure Attack"),
    ActKind.INTRUSION: (9, "Unknown"),
    ActKind.RANSOMWARE: (9, "Unknown"),
    ActKind.DENIAL_OF_SERVICE: (9, "Unknown"),
    ActKind.LEAK: (9, "Unknown"),
    ActKind.UNKNOWN: (9, "Unknown"),
}
"""GTD's code and text by kind; a barricade (5) is not told from a kidnapping, an unarmed assault (8) not from others."""

# Stems, the most telling kind first: of several kinds with as many words, the earlier one counts.
_STEMS: dict[ActKind, str] = {
    ActKind.RANSOMWARE: r"ransomware|encrypt\w*|decrypt\w*|locker|lockbit|extort\w*|negotiations?",
    ActKind.DENIAL_OF_SERVICE: r"ddos|d?dos-attack|denial-of-service|offline|outages?|overload\w*|botnet|flooded",
    ActKind.HIJACKING: r"hijack\w*|skyjack\w*|commandeer\w*",
    ActKind.HOSTAGE_TAKING: r"kidnap\w*|abduct\w*|hostages?|captives?|captors?|ransom|disappear\w*|held prisoner",
    ActKind.BOMBING: (
        r"bomb\w*|blasts?|explo\w+|detonat\w*|dynamit\w*|landmines?|land-mines?|mined|ied|ieds|car-bombs?|grenades?|rockets?|mortars?|missiles?"
        r"|shell\w*|drones?|(?:explosive|demolition|shaped|dynamite) charges?|planted both charges|blew|blown|blow|projectiles?|petrol-bombs?|booby-trap\w*|gelignite|semtex|suicide|torpedo\w*"
        r"|kilos?|warheads?|device|devices|air-?strikes?|air strikes?|shelling|artillery"
    ),
    ActKind.FACILITY_ATTACK: (
        r"arson\w*|(?<!open )(?<!opened )(?<!opens )(?<!opening )fires?(?! (?:on|at|from))|burn\w*|torch\w*|sabotag\w*|derail\w*|firebomb\w*|fell\w*|cut|vandal\w*|pylons?|masts?|spik\w+"
        r"|wreck\w*|smash\w*|paint\w*|pipelines?|valves?|transformers?|ignit\w*|flames?|incendiar\w+|blackouts?"
    ),
    ActKind.ASSASSINATION: r"assassinat\w*|executed|executions?|executing|liquidat\w*|eliminat\w*|murder(?:ed|er|ing)?",
    ActKind.ARMED_ASSAULT: (
        r"ambush\w*|massacres?|murders|combat|battles?|fighting|offensive|incursion|invasion|uprising|down(?:ed|ing)|sank|sunk|overrun|shoot\w*|shot|shots|gunfire|raid\w*|assault\w*|gunned|opened fire|fired|stab\w*|behead\w*|massacr\w*|clash\w*"
        r"|attack\w*|storm\w*|kill\w*|murder\w*|slain|slay\w*|slaughter\w*|overran|knif\w*|sniper\w*|casualties|inflict\w*|struck"
        r"|wounded|hit|targeted|strikes?|siege|deaths?"
    ),
    ActKind.INTRUSION: (
        r"hack\w*|breach\w*|intrusions?|exfiltrat\w*|compromis\w*|databases?|credentials?|servers?|phish\w*|passwords?|defac\w*"
        r"|cyber\S*|malware|virus|terabytes?|gigabytes?|gb|tb|data"
    ),
    ActKind.LEAK: r"leak\w*|dump\w*|archive|documents|e-?mails|files",
}
_OFFICE = (
    r"(?:judge|prosecutor|minister|mayor|president|governor|senator|deputy|general|colonel|captain|major|ambassador|consul|editor"
    r"|journalist|reporter|banker|businessman|industrialist|councillor|candidate|leader|chief|commander|director|professor|priest"
    r"|bishop|archbishop|archduke|king|prince|attach[eé]|inspector|superintendent|officer|magistrate|lawyer|politician|envoy|diplomat)"
)
_SLAYING = r"(?:kill\w*|murder\w*|shot|shooting|slay\w*|slain|gunned down|stabb\w*|poison\w*|execut\w*|struck down)"
_AIMED = re.compile(
    rf"(?<!\S)(?:{_SLAYING}|deaths? of|attack(?:s|ed)? (?:on|against)) (?:[\w'’-]+ ){{0,6}}{_OFFICE}(?!\S)"
    rf"|(?<!\S){_OFFICE} (?:[\w'’,-]+ ){{0,8}}(?:was|were|been|is|are) (?:\S+ )?{_SLAYING}(?!\S)"
)
"""An attack on somebody for the office: who holds one may also be who accuses, or who is accused."""
_ARMS_SHOT = r"(?:drones?|missiles?|rockets?|projectiles?)"
_DOWNED = re.compile(
    r"(?<!\S)(?P<verb>(?:shot|shoots?|shooting|brought|brings?|bringing) down|downed|downing)"
    rf"(?: (?!with |by |using |after |in )\S+){{0,4}}? {_ARMS_SHOT}(?!\S)"
    rf"|(?<!\S){_ARMS_SHOT}(?: (?:is|are|was|were|be|been|has|had|have)){{1,3}} (?P<done>shot down|brought down|downed)"
)
"""What is shot down is no means of an attack: "shot down a drone"."""
_BEFORE_NOW = frozenset("last previous earlier".split())
_OTHERWISE = frozenset("previous earlier prior past similar other".split())
"""Before a noun without a determiner, say that the acts are others: "previous attacks"."""
_OPENING = 2
"""Words at the beginning of a phrase that may say when it was: "the previous attack", "yesterday's attack"."""
_GOES_ON = frozenset((word,) for word in "in which that when where killing wounding injuring leaving".split())
_ACT = W.ACT_NOUN | W.CYBER
_DEED = W.ACT_VERB | W.CYBER
_RUIN = re.compile(r"(?<!\S)(?:destroy|damag)\w*")
"""What any kind of attack does: it tells an attack and no more."""
VAGUE = frozenset(
    "attack attacks operation operations action actions incident incidents act acts hit hits crime crimes strike strikes".split()
)
_TOLLS = frozenset("death deaths killed wounded casualties".split())
"""What came of an act, which is named by another noun where there is one."""
_STOPS = frozenset(
    ", ; : . \" ' ( ) [ ] — – - but and which who that while when after before because by to from with for over".split()
)
_LINKS = frozenset("of on in at against near".split())
_DETERMINERS = frozenset("the this that these those both a an its their".split())
_SAYING = W.AVOW | W.ASSUME | W.DENY | W.BLAME | W.REPORT | W.RESPONSIBILITY
_THOUSAND = 3
"""Digits behind the comma of a number."""
_THINGS = frozenset(
    "bomb bombs missile missiles drone drones rocket rockets mine mines grenade grenades shell shells device devices weapon "
    "weapons explosives hostage hostages captive captives".split()
)
"""Act nouns for what was used or who was taken: several of them are no several acts."""
_FURTHER, _GAP = 6, 10
"""Further acts of one sentence, and tokens between two of them."""
_REVENGE = frozenset("revenge retaliation response reprisal reprisals vengeance retribution".split())
_AVENGING = frozenset({"avenge", "avenging"})
_ASIDE = frozenset({'"', ",", ";", ":", ".", "(", ")", "—", "–"})
_RELATIVE = frozenset({(",", "which"), (",", "that")})
_UNITS = frozenset(
    "agency agencies command commander commanders chief chiefs unit units squad squads department branch negotiator "
    "negotiators desk headquarters brigade brigades cell cells".split()
)
_PAGES = frozenset("site sites website websites page pages portal blog blogs".split())
_PUBLISHED = frozenset("leak leaks dump dumps ransomware hack hacks".split())
_AGAIN = 12
"""Within how many tokens behind "on" another one tells whom an act is blamed on."""
_MODIFIERS = 4
"""Words before an act's noun that may belong to it."""


@dataclass(frozen=True, slots=True)
class ActSpan:
    """The words that name an act, as offsets into the sentence.

    Attributes:
        start: Of the first character.
        end: After the last one.
        beside: The other acts that the sentence names together with it.
    """

    start: int
    end: int
    beside: tuple[ActSpan, ...] = ()


@cache
def _kinds() -> dict[ActKind, re.Pattern[str]]:
    return {kind: re.compile(rf"(?<!\S)(?:{stems})(?!\S)") for kind, stems in _STEMS.items()}


def act_span(reading: Reading, at: int, act: int = -1) -> ActSpan | None:
    """The act that a sentence speaks of.

    Args:
        reading: The sentence.
        at: The word that claims, denies or accuses.
        act: The word of the act, where the grammar told it; -1 where it did not.

    Returns:
        The noun phrase of an act nearest behind that word, or before it; else the verb of a deed with its object;
        ``None`` where the sentence has neither.
    """
    if act >= 0 and not _only_modifies(reading, act):
        deed = reading.classes[act] & (_DEED | W.WEAK_ACT)
        verb = deed and (_governs(reading, act) or _is_verb(reading, act) or not reading.masks[act] & _ACT)
        return deed_span(reading, act) if verb else _noun(reading, act, at)
    motives = _motives(reading)
    found = _named_act(reading, at, motives)
    # "Jailed because of the bombing, which he admitted": where nothing else was done, it is no motive.
    return _named_act(reading, at, frozenset()) if found is None and motives else found


def _named_act(reading: Reading, at: int, motives: frozenset[int]) -> ActSpan | None:
    """The act that a sentence speaks of, but for words that belong to a motive or tell which body or page is meant."""
    nouns = [
        place
        for place in reading.positions(_ACT)
        if place not in motives and not _is_verb(reading, place) and not _only_modifies(reading, place)
    ]
    behind = [place for place in nouns if place > at]
    if behind or nouns:
        named = [place for place in nouns if reading.forms[place] not in _TOLLS]
        chosen = behind[0] if behind else (named or nouns)[-1]
        specific = [place for place in behind[:3] if reading.forms[place] not in VAGUE]
        if chosen in behind and reading.forms[chosen] in VAGUE and specific and specific[0] - chosen <= 2:
            chosen = specific[0]
        if _governs(reading, chosen):
            return deed_span(reading, chosen)
        if _sets_fire(reading, chosen):
            return deed_span(reading, chosen - 1)
        deed = reading.find(_DEED | W.WEAK_ACT, at + 1, chosen)
        if reading.forms[chosen] in _THINGS and deed >= 0 and _is_object(reading, deed, chosen):
            # "Said it shot down a drone": what was done, and not to what or with what.
            return deed_span(reading, deed)
        if not (deed >= 0 and reading.masks[deed] & _DEED and chosen - deed > 6):
            return _noun(reading, chosen, at)
    for kind in (_DEED, W.WEAK_ACT):
        verbs = [
            place
            for place in reading.positions(kind)
            if place != at and place not in motives and not _only_modifies(reading, place)
        ]
        if verbs:
            return deed_span(reading, next((place for place in verbs if place > at), verbs[0]))
    return None


@lru_cache(maxsize=64)
def _motives(reading: Reading) -> frozenset[int]:
    """The tokens that tell for what an act was revenge: "in retaliation for the killing of its leader".

    Those of the last sentences are remembered, since several rules ask for them in turn.
    """
    forms = reading.forms
    if _REVENGE.isdisjoint(forms) and _AVENGING.isdisjoint(forms):
        return frozenset()
    found: set[int] = set()
    for at, form in enumerate(forms):
        before, behind = forms[max(0, at - 2) : at], forms[at + 1 : at + 2]
        if form in _REVENGE and behind in {("for",), ("to",), ("against",)} and not {"in", "as"}.isdisjoint(before):
            start = at - (2 if before[-1] not in {"in", "as"} else 1)
        elif form in _AVENGING:
            start = at - (before[-1:] == ("to",))
        else:
            continue
        stop = at + 1
        while stop < len(forms) and forms[stop] not in _ASIDE and not _says(reading, stop):
            stop += 1
        if forms[stop : stop + 2] not in _RELATIVE:
            found.update(range(start, stop))
    return frozenset(found)


def _says(reading: Reading, at: int) -> bool:
    return bool(reading.masks[at] & _SAYING) and grammar_of(reading).tags[at] == Tag.VERB


def _only_modifies(reading: Reading, at: int) -> bool:
    """Whether an act's word only tells which body or page is meant: "an operations spokesman", "its leak site"."""
    if at + 1 >= len(reading.forms):
        return False
    following = reading.forms[at + 1]
    if following in _UNITS or is_spokesman(following):
        return True
    if reading.masks[at + 1] & W.GROUP and not reading.masks[at + 1] & _ACT and grammar_of(reading).tags[at] in "OJ":
        # "A ransomware gang".
        return True
    if following in _PAGES:
        return reading.forms[at] in _PUBLISHED
    # "The Northern Crime Agency", where not every word has a capital.
    grammar = grammar_of(reading)
    if not at or grammar.shouting or not all(grammar.capital[at - 1 : at + 2]) or reading.masks[at + 1] & W.ACT_NOUN:
        return False
    verbal = any(tag == Tag.VERB and not capital for tag, capital in zip(grammar.tags, grammar.capital, strict=True))
    return verbal and grammar.tags[at - 1] in "OJ" and grammar.tags[at + 1] in "OJ"


def further_acts(reading: Reading, first: ActSpan) -> list[ActSpan]:
    """The acts that a sentence names together with one: "the bombing of a bank and the kidnapping of an engineer".

    Args:
        reading: The sentence.
        first: The act that was found.

    Returns:
        Noun phrases of acts behind it, joined to it by commas and "and", each with a target or place of its own or of
        another kind of noun; none where the first one is only "the attack", which the others may explain.
    """
    found: list[ActSpan] = []
    last = tokens_of(reading, first)
    named = bool(last) and bool(reading.masks[last[-1]] & _ACT) and reading.forms[last[-1]] not in VAGUE
    if not named and not _aimed(reading, last):
        return found
    whole = 0
    motives = _motives(reading)
    for at in reading.positions(_ACT):
        if at < last.stop or len(found) >= _FURTHER or at in motives or _only_modifies(reading, at):
            continue
        begin = _determined(reading, at)
        if begin == at or begin < last.stop or not _coordinated(reading, last.stop, begin):
            continue
        span = _noun(reading, at)
        place = tokens_of(reading, span)
        if _aimed(reading, place) or reading.forms[at] not in VAGUE | _THINGS:
            found.append(span)
            whole = len(found) if reading.forms[begin - 1] == "and" else whole
            last = place
    # "The massacre, the killing of nine villagers": without "and" one explains the other.
    return found[:whole]


def tokens_of(reading: Reading, span: ActSpan) -> range:
    """The tokens of a span.

    Args:
        reading: The sentence.
        span: Part of it.

    Returns:
        Their positions; empty where none begins in it.
    """
    inside = [at for at, token in enumerate(reading.tokens) if span.start <= token.start < span.end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _aimed(reading: Reading, tokens: range) -> bool:
    return any(reading.forms[at] in _LINKS for at in tokens)


def _coordinated(reading: Reading, end: int, begin: int) -> bool:
    """Whether nothing but where or when stands between two phrases, and then a comma or "and"."""
    between = reading.forms[end:begin]
    if not between or len(between) > _GAP or between[-1] not in {",", "and"}:
        return False
    return all(tag in "IDOJBPC" for tag in grammar_of(reading).tags[end:begin]) and "but" not in between


def _governs(reading: Reading, at: int) -> bool:
    """Whether a gerund has an object: "for killing nine villagers", but not "the killing of nine villagers"."""
    forms = reading.forms
    if not forms[at].endswith("ing") or not reading.classes[at] & (_DEED | W.WEAK_ACT) or at + 1 == len(forms):
        return False
    if at and forms[at - 1] in _DETERMINERS:
        return False
    behind = at + 1 + (forms[at + 1] == "down" and at + 2 < len(forms))
    return forms[behind] not in _STOPS | _LINKS and grammar_of(reading).tags[behind] in "DOJR"


def _sets_fire(reading: Reading, at: int) -> bool:
    """Whether a noun is the fire that somebody sets to something: "set fire to a mill"."""
    fire = reading.forms[at] == "fire" and reading.forms[at + 1 : at + 2] == ("to",)
    return fire and at > 0 and reading.forms[at - 1].startswith("set")


def _is_object(reading: Reading, verb: int, noun: int) -> bool:
    """Whether a noun stands behind a verb with nothing between that ends its object."""
    alone = noun + 1 == len(reading.forms) or not reading.masks[noun + 1] & W.ACT_NOUN
    verbal = alone and grammar_of(reading).tags[verb] == Tag.VERB
    return verbal and not any(_stops(reading, at) or reading.forms[at] in _LINKS for at in range(verb + 1, noun))


def _is_verb(reading: Reading, at: int) -> bool:
    mask = reading.masks[at]
    return (
        bool(mask & (W.ACT_VERB | W.WEAK_ACT))
        and at > 0
        and reading.forms[at - 1] in {"to", "had", "have", "has", "it", "they", "we", "he", "she", "i"}
        and not (reading.forms[at - 1] == "to" and reading.forms[at].endswith("ing"))
    )


def _noun(reading: Reading, at: int, blaming: int = -1) -> ActSpan:
    """The noun phrase of an act, without whom a verb of blame lays it to."""
    start = _determined(reading, at)
    if start == at:
        while start > 0 and at - start < _MODIFIERS and _modifies(reading, start - 1):
            start -= 1
        start -= start > 0 and reading.forms[start - 1] in _OTHERWISE
        start = start - 1 if start and reading.forms[start - 1] in _DETERMINERS else start
    while at + 1 < len(reading.masks) and reading.masks[at + 1] & W.ACT_NOUN and not reading.masks[at + 1] & W.COPULA:
        # "a suicide bombing", "the hostage crisis": the last noun of a compound is its head.
        at += 1
    end = at + 1 if _laid_on(reading, blaming, start, at + 1) else _complement(reading, at + 1)
    return _offsets(reading, start, end)


def _laid_on(reading: Reading, verb: int, start: int, end: int) -> bool:
    """Whether "on" behind an act tells whom it is blamed on: "blamed the attack on Zamor"."""
    forms = reading.forms
    if verb < 0 or forms[end : end + 1] != ("on",) or not forms[verb].startswith(("blam", "pin")):
        return False
    if start != verb + 1 and not (start == verb + 2 and forms[verb + 1] == "for"):
        return False
    for at in range(end + 1, min(len(forms) - 1, end + 1 + _AGAIN)):
        if forms[at] == "on":
            # "Blamed the attack on the depot on Zamor", not "blamed the attack on Zamor on Friday".
            return bool(reading.masks[at + 1] & W.TIME)
        if forms[at] in _STOPS:
            break
    return True


def _determined(reading: Reading, at: int) -> int:
    """Where the phrase of a noun begins with a determiner: "a roadside bombing", "the 1998 Omagh bombing".

    The names, times and numbers between the two tell the act from others. Where no determiner is near, or somebody's
    possession is between, the noun itself.
    """
    tags = grammar_of(reading).tags
    for place in range(at - 1, max(-1, at - 2 - _MODIFIERS), -1):
        form, mask = reading.forms[place], reading.masks[place]
        if tags[place] == Tag.DETERMINER:
            return place
        if mask & W.TIME and form.endswith("'s"):
            return place - (place > 0 and reading.forms[place - 1] == "last")
        if mask & _SAYING or form.endswith("'s"):
            break
        dated = mask & W.TIME or form in _BEFORE_NOW or form.endswith("ly")
        if tags[place] not in "OJG" and not (tags[place] == Tag.ADVERB and dated):
            break
    return at


def _complement(reading: Reading, end: int) -> int:
    """Past "of the depot" and "in Port Calder": what was attacked, or a place with a name."""
    forms = reading.forms
    if end >= len(forms) or forms[end] not in _LINKS:
        return end
    shouting = reading.text.upper() == reading.text
    stop = end + 1
    named = forms[end] in {"of", "on", "against"}
    while stop < len(forms) and stop - end < 6 and not _stops(reading, stop) and forms[stop] not in _LINKS:
        if reading.masks[stop] & (W.REPORT | W.COPULA | W.AVOW | W.ASSUME | W.DENY | W.TIME):
            break
        if (
            not named
            and not shouting
            and not reading.tokens[stop].raw[:1].isupper()
            and forms[stop] not in {"the", "a"}
        ):
            break
        stop += 1
    while stop > end + 1 and forms[stop - 1] in {"the", "a", "an", "to", "its", "by", "last"}:
        stop -= 1
    return stop if stop > end + 1 else end


def _stops(reading: Reading, at: int) -> bool:
    """Whether a phrase ends before a token; the comma of "45,000" and the full stop of "U.S." inside one end none."""
    if reading.forms[at] != ",":
        return reading.forms[at] in _STOPS and not (reading.dotted(at) and at + 1 < len(reading.forms))
    before, behind = reading.raws[at - 1 : at], reading.raws[at + 1 : at + 2]
    inside = before and behind and before[0].isdigit() and behind[0].isdigit() and len(behind[0]) == _THOUSAND
    return not (inside and reading.tokens[at + 1].start == reading.tokens[at].start + 1)


def _modifies(reading: Reading, at: int) -> bool:
    form, mask = reading.forms[at], reading.masks[at]
    if not form[0].isalnum() or form in {
        "the",
        "a",
        "an",
        "this",
        "that",
        "for",
        "of",
        "to",
        "in",
        "on",
        "by",
        "and",
        "with",
    }:
        return False
    return not mask & ~int(
        W.ACT_NOUN | W.ACT_VERB | W.CYBER | W.TIME | W.GROUP | W.MEMBER | W.BAD | W.GOOD | W.EXTREME | W.UNIT
    )


def deed_span(reading: Reading, at: int) -> ActSpan:
    """A verb with its object.

    Args:
        reading: The sentence.
        at: The verb.

    Returns:
        The words from the verb to where its object ends.
    """
    end, motives = at + 1, _motives(reading)
    if end < len(reading.forms) and _sets_fire(reading, end):
        end += 2
    while end < len(reading.forms) and end - at < 9 and end not in motives and not _stops(reading, end):
        end += 1
    return _offsets(reading, at, end)


def _offsets(reading: Reading, start: int, end: int) -> ActSpan:
    return ActSpan(reading.tokens[start].start, reading.end_of(end - 1))


def own_words(reading: Reading, span: ActSpan, near: Sequence[str]) -> list[str]:
    """The texts that may tell the kind of an act beside its own words.

    Args:
        reading: The sentence.
        span: The act.
        near: The sentences before.

    Returns:
        The sentence, as far as no "but" sets it against the act, and those before; of an act with a time of its own
        only its clause, since the sentence may speak of another one: "The Front, which claimed yesterday's attack,
        condemned the bombing of a mill". Where that time is said to be past, the sentences before tell nothing of it.
    """
    tokens = tokens_of(reading, span)
    opening = range(tokens.start, min(tokens.stop, tokens.start + _OPENING))
    past = not _BEFORE_NOW.isdisjoint(reading.forms[opening.start : opening.stop])
    if not past and not reading.has(W.TIME, opening.start, opening.stop):
        return [" ".join(_side(reading, tokens, _of_others(reading, span))), *near]
    start, stop = tokens.start, tokens.stop
    while start and reading.forms[start - 1] not in {",", ";"}:
        start -= 1
    while stop < len(reading.forms) and not _ends_clause(reading, stop):
        stop += 1
    return [" ".join(reading.forms[start:stop]), *([] if past else near)]


def _of_others(reading: Reading, span: ActSpan) -> frozenset[int]:
    """The tokens that tell of other acts than one: those named beside it, and what it was revenge for."""
    return _motives(reading).union(*(tokens_of(reading, other) for other in span.beside))


def _side(reading: Reading, tokens: range, others: frozenset[int]) -> list[str]:
    """The sentence without other acts and what "but" sets against this one: "carried out the raid but denied the bombing"."""
    turns = [at for at, form in enumerate(reading.forms) if form == "but"]
    start = max((at + 1 for at in turns if at < tokens.start), default=0)
    stop = min((at for at in turns if at >= tokens.stop), default=len(reading.forms))
    return [reading.forms[at] for at in range(start, stop) if at not in others]


def _ends_clause(reading: Reading, at: int) -> bool:
    """Whether a comma ends what is told of an act, and goes on with nothing that came of it."""
    return reading.forms[at] in {",", ";"} and reading.forms[at + 1 : at + 2] not in _GOES_ON


def act_kind(spans: Sequence[str]) -> ActKind:
    """What kind of act texts speak of, the first one that tells it.

    Args:
        spans: Texts to look at in turn, normalised: the act's words, the sentence, the sentences before.

    Returns:
        The kind; ``unknown`` where no text tells it.
    """
    fallback = ActKind.UNKNOWN
    for text in spans:
        if fallback is ActKind.UNKNOWN and _RUIN.search(text):
            fallback = ActKind.ARMED_ASSAULT
        found = told_kind(text)
        if found is ActKind.ARMED_ASSAULT and _vague_only(text):
            # "the attack" may have been anything: a text further away may tell.
            fallback = found
            continue
        if found is not ActKind.UNKNOWN:
            return found
    return fallback


def told_kind(text: str) -> ActKind:
    """The kind of act of which a text has most words.

    Args:
        text: A text, normalised.

    Returns:
        The kind; ``unknown`` where it has no word of any.
    """
    text = _DOWNED.sub(_without_arms, text)
    counts = {kind: len(pattern.findall(text)) for kind, pattern in _kinds().items()}
    best = max(counts, key=lambda kind: counts[kind])
    if not counts[best]:
        return ActKind.UNKNOWN
    if best is ActKind.ARMED_ASSAULT and _vague_only(text):
        # "Killed nine in air strikes": what only says that there was an attack leaves the kind to any other word.
        others = {kind: count for kind, count in counts.items() if kind is not best and count}
        best = max(others, key=lambda kind: others[kind], default=best)
    if counts[ActKind.RANSOMWARE] and counts[ActKind.INTRUSION] + counts[ActKind.LEAK]:
        return ActKind.RANSOMWARE
    if best is ActKind.ARMED_ASSAULT and _AIMED.search(text):
        return ActKind.ASSASSINATION
    return best


def _without_arms(found: re.Match[str]) -> str:
    return found["verb"] or found["done"]


def _vague_only(text: str) -> bool:
    words = set(_kinds()[ActKind.ARMED_ASSAULT].findall(text))
    return bool(words) and words <= VAGUE | {"attacked", "struck", "killing", "killed", "casualties"}
