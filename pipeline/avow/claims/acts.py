"""The acts in a sentence: the words that name them."""

from __future__ import annotations

from dataclasses import dataclass

from avow.claims.attack_types import VAGUE
from avow.claims.motives import SAYING, motives_of
from avow.cues import Reading
from avow.cues.grammar import Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import classes
from avow.cues.statements.acts import ACT, DEED, is_of_message
from avow.cues.statements.speaking import is_spokesman

BEFORE_NOW = frozenset("last previous earlier".split())
_OTHERWISE = frozenset("previous earlier prior past similar other".split())
"""Before a noun without a determiner, say that the acts are others: "previous attacks"."""
_TOLLS = frozenset("death deaths killed wounded casualties".split())
"""What came of an act, which is named by another noun where there is one."""
_STOPS = frozenset(
    ", ; : . \" ' ( ) [ ] — – - but and which who that while when after before because by to from with for over".split()
)
_LINKS = frozenset("of on in at against near".split())
_DETERMINERS = frozenset("the this that these those both a an its their".split())
_THOUSAND = 3
"""Digits behind the comma of a number."""
_THINGS = frozenset(
    "bomb bombs missile missiles drone drones rocket rockets mine mines grenade grenades shell shells device devices weapon "
    "weapons explosives hostage hostages captive captives".split()
)
"""Act nouns for what was used or who was taken: several of them are no several acts."""
_FURTHER, _GAP = 6, 10
"""Further acts of one sentence, and tokens between two of them."""
_CONNECTED = frozenset((word, "to") for word in ("nothing", "something", "anything", "little", "much"))
"""Before "do" and "with", say that somebody has a part in something, and name no deed."""
_ANY_PEOPLE = frozenset("people those anyone anybody men women persons groups".split())
_CLAUSE = 10
"""Tokens from the verb of a relative clause to an act's word in it."""
_UNITS = frozenset(
    "agency agencies command commander commanders chief chiefs unit units squad squads department branch negotiator "
    "negotiators desk headquarters brigade brigades cell cells".split()
)
_PAGES = frozenset("site sites website websites page pages portal blog blogs".split())
_PUBLISHED = frozenset("leak leaks dump dumps ransomware hack hacks".split())
_AGAIN = 12
"""Within how many tokens behind "on" another one tells whom an act is blamed on."""
_NOUNS = 3
"""Common nouns behind the name of a place: "the Bor railway police station"."""
_OWN = frozenset("its their his her".split())
_WHEN = BEFORE_NOW | frozenset("late early next overnight".split())
"""Tell when it was, and open no noun phrase behind a name."""
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
    if act >= 0 and not (_only_modifies(reading, act) or _is_manner(reading, act) or _of_any_people(reading, act)):
        deed = reading.classes[act] & (DEED | W.WEAK_ACT)
        if not deed and not reading.masks[act] & ACT and reading.forms[act].endswith("ing"):
            # "Using cluster bombs".
            return deed_span(reading, act)
        verb = deed and (_governs(reading, act) or _is_verb(reading, act) or not reading.masks[act] & ACT)
        return deed_span(reading, act) if verb else _noun(reading, act, at)
    motives = motives_of(reading)
    found = _named_act(reading, at, motives)
    # "Jailed because of the bombing, which he admitted": where nothing else was done, it is no motive.
    return _named_act(reading, at, frozenset()) if found is None and motives else found


def _named_act(reading: Reading, at: int, motives: frozenset[int]) -> ActSpan | None:
    """The act that a sentence speaks of, but for words that belong to a motive or tell which body or page is meant."""
    nouns = [
        place
        for place in reading.positions(ACT)
        if place not in motives
        and not _is_verb(reading, place)
        and not _only_modifies(reading, place)
        and not _is_manner(reading, place)
        and not _of_any_people(reading, place)
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
        deed = reading.find(DEED | W.WEAK_ACT, at + 1, chosen)
        if reading.forms[chosen] in _THINGS and deed >= 0 and _is_object(reading, deed, chosen):
            # "Said it shot down a drone": what was done, and not to what or with what.
            return deed_span(reading, deed)
        if not (deed >= 0 and reading.masks[deed] & DEED and chosen - deed > 6):
            return _noun(reading, chosen, at)
    for kind in (DEED, W.WEAK_ACT):
        verbs = [
            place
            for place in reading.positions(kind)
            if place != at
            and place not in motives
            and not is_of_message(reading, place)
            and not _only_modifies(reading, place)
            and not _of_any_people(reading, place)
            and not (reading.forms[place] == "do" and reading.forms[max(0, place - 2) : place] in _CONNECTED)
        ]
        if verbs:
            return deed_span(reading, next((place for place in verbs if place > at), verbs[0]))
    return None


def _is_manner(reading: Reading, at: int) -> bool:
    """Whether a toll only tells how something was done: "burn people to death"."""
    return at > 0 and reading.forms[at] in _TOLLS and reading.forms[at - 1] == "to"


def _of_any_people(reading: Reading, at: int) -> bool:
    """Whether a word tells what people do who are of a kind, and no deed that was done: "people who burn others"."""
    for place in range(at, max(1, at - _CLAUSE), -1):
        if reading.forms[place] in {",", ";", '"'}:
            return False
        if reading.forms[place - 1] == "who":
            bare = classes().get(reading.forms[place] + "s", 0) & (W.ACT_VERB | W.WEAK_ACT)
            return bool(bare) and reading.forms[place - 2] in _ANY_PEOPLE
    return False


def _only_modifies(reading: Reading, at: int) -> bool:
    """Whether an act's word only tells which body or page is meant: "an operations spokesman", "its leak site"."""
    if at + 1 >= len(reading.forms):
        return False
    following = reading.forms[at + 1]
    if following in _UNITS or is_spokesman(following):
        return True
    if reading.masks[at + 1] & W.GROUP and not reading.masks[at + 1] & ACT and grammar_of(reading).tags[at] in "OJ":
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
    named = bool(last) and bool(reading.masks[last[-1]] & ACT) and reading.forms[last[-1]] not in VAGUE
    if not named and not _aimed(reading, last):
        return found
    whole = 0
    motives = motives_of(reading)
    for at in reading.positions(ACT):
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
    if not forms[at].endswith("ing") or not reading.classes[at] & (DEED | W.WEAK_ACT) or at + 1 == len(forms):
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
        if mask & SAYING or form.endswith("'s"):
            break
        dated = mask & W.TIME or form in BEFORE_NOW or form.endswith("ly")
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
            stop = _past_common_nouns(reading, end, stop)
            break
        stop += 1
    while stop > end + 1 and forms[stop - 1] in {"the", "a", "an", "to", "its", "by", "last"}:
        stop -= 1
    if stop > end + 1 and forms[end + 1] in _OWN and reading.masks[stop - 1] & W.CHANNEL:
        # "Claimed the attack on its channel": where it was claimed.
        return end
    return stop if stop > end + 1 else end


def _past_common_nouns(reading: Reading, link: int, at: int) -> int:
    """Past the common nouns behind the name of a place: "at the Bor depot", "near the Bor police station".

    Without an article before the name they may open the next clause, "in Bor police said": they belong to it only where
    no verb follows.
    """
    grammar = grammar_of(reading)
    stop = at
    while stop < grammar.count and stop - at < _NOUNS and _is_common_noun(reading, stop):
        stop += 1
    open_clause = stop < grammar.count and grammar.tags[stop] in "VAM" and grammar.tags[link + 1] != Tag.DETERMINER
    return stop if grammar.capital[at - 1] and not open_clause else at


def _is_common_noun(reading: Reading, at: int) -> bool:
    if grammar_of(reading).tags[at] != Tag.NOUN or _stops(reading, at) or not reading.forms[at].isalpha():
        return False
    return not reading.masks[at] & (W.TIME | W.REPORT | W.AVOW | W.DENY) and reading.forms[at] not in _WHEN


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
    end, motives = at + 1, motives_of(reading)
    if end < len(reading.forms) and _sets_fire(reading, end):
        end += 2
    while end < len(reading.forms) and end - at < 9 and end not in motives and not _stops(reading, end):
        end += 1
    while end > at + 1 and reading.forms[end - 1] in _LINKS | _DETERMINERS:
        # Too long an object is cut before what it goes on with.
        end -= 1
    return _offsets(reading, at, end)


def _offsets(reading: Reading, start: int, end: int) -> ActSpan:
    return ActSpan(reading.tokens[start].start, reading.end_of(end - 1))
