"""The noun phrases of a sentence, by rule: names, descriptions and pronouns, in mixed case and in capitals.

No part-of-speech tagger is needed: a phrase is a run of words between function words, verbs and punctuation, and a
name a run that begins with capitals. In text that is all capitals, every run is a description that may be a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from avow.cues import Reading
from avow.cues.grammar import grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.tags import PREPOSITIONS, Tag
from avow.mentions.origins import ORIGINS, says_whence
from avow.mentions.written import CONNECTORS, DETERMINERS, in_name, is_named, shouted

_PRONOUNS = {
    **dict.fromkeys(("it", "itself"), "it"),
    **dict.fromkeys(("they", "them", "themselves"), "they"),
    **dict.fromkeys(("he", "him", "himself", "she", "herself"), "he"),
    **dict.fromkeys(("we", "us", "ourselves", "we've", "we're", "we'd", "we'll"), "we"),
    **dict.fromkeys(("i", "me", "myself", "i've", "i'm", "i'd", "i'll"), "i"),
    **dict.fromkeys(("others", "who"), "other"),
}
_POSSESSIVES = {"its": "it", "their": "they", "his": "he", "her": "he", "our": "we", "my": "i"}
_PARTS = frozenset("one two three four five some several many".split())
_OF_THEM = frozenset({("of", "the"), ("of", "these"), ("of", "those")})
_STANDING = frozenset("each both all some two three four five several many those".split())
"""Determiners that stand for people by themselves."""
_OPENING = frozenset({"both", "either", "neither"})
"""Words that open a list and belong to none of its names: "both Hamas and Islamic Jihad"."""
_FUNCTION = frozenset(
    "of in on at by to for from with without against about after before since during under over into onto upon through "
    "between among near behind beyond across along around towards toward until till as than like per via amid despite "
    "following within outside inside and or but nor so yet if unless because although though while when where which who "
    "whom whose what why how that whether not n't never also too only just even still already again later then now here "
    "there however meanwhile therefore thus instead is are was were be been being am has have had having do does did done "
    "will would shall should can could may might must ought it they he she we i you me us them him himself herself itself "
    "themselves ourselves myself yesterday today tomorrow tonight ago according responsible came went rang put gave got kept "
    "led met saw sent let began became ran hung wore stood spoke sat rose fell lost paid read brought drove come go goes "
    "gone makes made make gets give gives obliged posted wrote phoned telephoned faxed telephones phones rings "
    "overnight long last yes yeah early late earlier recently once twice almost nearly both such other same own "
    "nevertheless nonetheless often further likewise moreover merely simply seldom perhaps maybe".split()
)
_PLACED = frozenset("in at near on from".split())
_LY_NOUNS = frozenset("family assembly ally monopoly supply".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
PLURALS = frozenset({"men", "women", "people", "police", "youths"})
"""Plurals that tell of people, without the ending or with it."""
_VERB = int(
    W.AVOW
    | W.ASSUME
    | W.CONFESS
    | W.DENY
    | W.BLAME
    | W.SUSPECT
    | W.REPORT
    | W.SHOW
    | W.POST
    | W.ACT_VERB
    | W.WEAK_ACT
    | W.THREAT
    | W.THINK
)
_NOUN = int(
    W.ACT_NOUN
    | W.GROUP
    | W.MEMBER
    | W.OFFICIAL
    | W.CHANNEL
    | W.CALLER
    | W.RECORDING
    | W.LOOT
    | W.RESPONSIBILITY
    | W.INVOLVEMENT
    | W.TIME
    | W.UNIT
)
_PARTICIPLES = frozenset(
    "armed united masked hooded unidentified suspected alleged outlawed banned proscribed self-proclaimed so-called wanted "
    "retired arrested captured accused jailed disgruntled exiled organized organised masked-men unnamed born shown "
    "given taken held written driven thrown drawn chosen hidden stolen broken".split()
)
_VERB_ENDING = re.compile(r"(?:ed|ing)$")
_WORD = re.compile(r"\w")
_NUMBER = re.compile(r"\d{1,3}(?:['’]s)?")
_NUMBERED = frozenset("unit witness battery station squad division sector line flight apt bureau".split())
_NO_VERBS = ("ss", "'s", "ers", "ors", "ists", "ians", "men")
_CLAUSE = 3
"""Words of a subject, a verb and an object."""
_MAXIMUM = 9


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase.

    Attributes:
        start: Its first token.
        end: The token after its last one.
        head: Position of its head word.
        kind: ``name``, ``description``, ``pronoun`` or ``possessive``.
        form: For a pronoun its person: ``it``, ``they``, ``he``, ``we``, ``i``, ``other``; otherwise the head's form.
        first: Offset of its first character in the sentence.
        last: Offset after its last character in the sentence.
    """

    start: int
    end: int
    head: int
    kind: str
    form: str
    first: int
    last: int


@lru_cache(maxsize=1024)
def mentions(reading: Reading) -> tuple[Mention, ...]:
    """The noun phrases of a sentence that may name somebody; those of the last sentences are remembered.

    Args:
        reading: The sentence.

    Returns:
        Phrases in order of their first token; a possessive pronoun is a phrase of its own.
    """
    capitals = shouted(reading)
    found: list[Mention] = []
    forms = reading.forms
    at = 0
    while at < len(forms):
        form = forms[at]
        if _is_pronoun(reading, at, capitals) or form in _POSSESSIVES:
            pronoun = form in _PRONOUNS
            person = _PRONOUNS[form] if pronoun else _POSSESSIVES[form]
            found.append(_mention(reading, at, at + 1, at, "pronoun" if pronoun else "possessive", person))
            if pronoun:
                at += 1
                continue
        if form in _OPENING and not capitals and at + 1 < len(forms) and _inside(reading, at + 1, False, capitals):
            at += 1
            continue
        stop = _phrase_end(reading, at, capitals)
        if stop > at:
            end = _before_verb(reading, at, stop, capitals)
            found.extend(_phrase(reading, at, end, capitals))
            # Behind a verb another phrase may begin.
            at = end + (end < stop)
        else:
            at += 1
    return tuple(found)


def _is_pronoun(reading: Reading, at: int, capitals: bool) -> bool:
    """Whether a word is a pronoun, and not "US" or "IT" in a sentence that is not all capitals."""
    raw = reading.tokens[at].raw
    return (
        reading.forms[at] in _PRONOUNS
        and at not in reading.numerals
        and (capitals or len(raw) == 1 or not raw.isupper())
    )


def _phrase_end(reading: Reading, at: int, capitals: bool) -> int:
    """The token after the phrase that begins here; the same token where none does."""
    forms = reading.forms
    start = at
    if forms[at] in _PARTS and forms[at + 1 : at + 3] in _OF_THEM:
        # "One of the surveyors", "some of those"; not "one of the Front's fighters", which names the Front too.
        whole = _phrase_end(reading, at + 2, capitals)
        if whole == at + 2:
            return at + 3 if forms[at + 2] != "the" else start
        return start if any(forms[here].endswith("'s") for here in range(at + 2, whole)) else whole
    if forms[at] in DETERMINERS:
        if not points(reading, at) and not capitals:
            return start
        at += 1
    begin = at
    while at < len(forms) and at - start < _MAXIMUM:
        if _inside(reading, at, at > start, capitals):
            at += 1
            continue
        if (
            forms[at] == "'"
            and at > begin
            and forms[at - 1].endswith("s")
            and at + 1 < len(forms)
            and is_named(reading, at + 1)
        ):
            # "Workers' Fist": the apostrophe of a plural.
            at += 1
            continue
        if not capitals and forms[at] == "and" and _joins_names(reading, begin, at):
            at += 1 + (forms[at + 1] == "the")
            continue
        if not capitals and at > begin and forms[at] in CONNECTORS and is_named(reading, at - 1):
            ahead = at + 1
            while ahead < len(forms) and forms[ahead] in CONNECTORS and ahead - at < 3:
                ahead += 1
            # "of" and "for" bind names; "in" and a bare "the" do not.
            if forms[at] not in {"in", "the"} and ahead < len(forms) and is_named(reading, ahead):
                at = ahead
                continue
        break
    return at if at > begin else start


def _before_verb(reading: Reading, start: int, stop: int, capitals: bool) -> int:
    """Where a phrase ends whose last word is a verb that the lexicon does not know: "an inquiry hears that"."""
    forms = reading.forms
    if start == 0 and not capitals and _opens_with_subject(reading, stop):
        return 1
    if capitals or stop - start < 2 or stop >= len(forms) or is_named(reading, stop - 1):
        return stop
    last, before = forms[stop - 1], forms[stop - 2]
    for at in range(start + 1, min(stop, start + 4)):
        if forms[at - 1] in _STANDING and grammar_of(reading).tags[at] == Tag.VERB:
            # "Each denied that", "the three claimed responsibility".
            return at
    if reading.masks[stop - 1] & _NOUN or before in DETERMINERS or before in ORIGINS or stop - 1 in reading.numerals:
        return stop
    ahead = stop + 1 if forms[stop] == "that" else stop
    if forms[ahead : ahead + 1] in {(), ("this",)} or forms[ahead] not in DETERMINERS:
        # "The weapons depot that burned", "visits the camp this week": no object of a verb.
        return stop
    singular = not before.endswith("s") and last.endswith("s") and not last.endswith("ss")
    several = before.endswith("s") and not before.endswith(("ss", "'s")) and not last.endswith("s")
    return stop - 1 if singular or several else stop


def _opens_with_subject(reading: Reading, stop: int) -> bool:
    """Whether a phrase at the head of a sentence is a clause of three: a word, a verb that no list knows, a name.

    "Zamor controls Karsh.", not "Film stars Ana Ruiz and Tom Finch said".
    """
    forms, masks = reading.forms, reading.masks
    if stop < _CLAUSE or stop == len(forms) or not is_named(reading, 0) or is_named(reading, 1):
        return False
    if masks[0] & (_NOUN | _VERB) or forms[0] in DETERMINERS | _FUNCTION | ORIGINS:
        return False
    verb = forms[1].endswith("s") and not forms[1].endswith(_NO_VERBS) and not masks[1] & (_NOUN | _VERB)
    # Behind a plural and a name what they do is told.
    ends = forms[stop] not in {"and", ",", "or"} and not masks[stop] & (_VERB | W.COPULA)
    return verb and ends and all(in_name(reading, at) for at in range(2, stop))


def points(reading: Reading, at: int) -> bool:
    """Whether a determiner is one: not the "that" of a clause, as in "claims that police tortured him".

    Args:
        reading: The sentence.
        at: The determiner.

    Returns:
        False for "that" before a name or a plural, and wherever no sentence, preposition or verb of blame is before it.
    """
    forms = reading.forms
    if forms[at] != "that":
        return True
    if at + 1 >= len(forms) or is_named(reading, at + 1) or forms[at + 1] in PLURALS or forms[at + 1].endswith("s"):
        return False
    return not at or forms[at - 1] in PREPOSITIONS or forms[at - 1] == "to" or bool(reading.masks[at - 1] & W.BLAME)


def _joins_names(reading: Reading, begin: int, at: int) -> bool:
    """Whether "and" stands within a name: "the Brigade of the Cape and the Coast", not "Front and Party"."""
    ahead = at + 1 + (reading.forms[at + 1 : at + 2] == ("the",))
    if at <= begin or ahead >= len(reading.forms) or not is_named(reading, at - 1) or not is_named(reading, ahead):
        return False
    # "The Brigade, the Sons of the Cape and the Free Men": the last two of a list.
    several = ahead + 1 < len(reading.forms) and is_named(reading, ahead + 1)
    return "of" in reading.forms[begin:at] and not (several and goes_on(reading, begin))


def goes_on(reading: Reading, start: int) -> bool:
    """Whether a name goes on with a list of names, or "both" opens one.

    Args:
        reading: The sentence.
        start: The name's first token.

    Returns:
        True where a comma and another name, which is not a place, stand before it, or "both" does.
    """
    at = start - 1
    while at >= 0 and reading.forms[at] in {"the", "a", "an"}:
        at -= 1
    if at < 0 or reading.forms[at] == "both":
        return at >= 0
    if reading.forms[at] != "," or not at or not is_named(reading, at - 1):
        return False
    while at > 0 and in_name(reading, at - 1) and reading.forms[at - 1] not in _PLACED:
        at -= 1
    return not (at > 0 and reading.forms[at - 1] in _PLACED)


def _inside(reading: Reading, at: int, opened: bool, capitals: bool) -> bool:
    form, raw = reading.forms[at], reading.tokens[at].raw
    if not _WORD.search(form) or _is_pronoun(reading, at, capitals):
        return False
    upper = raw[:1].isupper() and not capitals
    if form in {"the", "a", "an"} and at and reading.forms[at - 1].isdigit():
        # "At 15:40 The mayor".
        return False
    if upper and at and (raw != "I" or at in reading.numerals):
        return True
    if form in _FUNCTION or form in DETERMINERS:
        return False
    if opened and not capitals and _are_many(reading, at - 1):
        # "Rebels attack", "militants suspend": what they do.
        return False
    mask = reading.masks[at]
    after_determiner = at > 0 and reading.forms[at - 1] in DETERMINERS
    if form == "known":
        return grammar_of(reading).tags[at] != Tag.VERB
    if form in _PARTICIPLES:
        return not opened or after_determiner
    if after_determiner and opened:
        return True
    if mask & _VERB and not mask & _NOUN:
        return False
    if mask & _VERB and mask & _NOUN:
        # "attacks", "calls": a noun where the phrase has begun, a verb otherwise.
        return opened or upper
    if _VERB_ENDING.search(form) and len(form) > 4 and not mask & _NOUN:
        return False
    return not (form.endswith("ly") and len(form) > 4) or form in _LY_NOUNS


def _are_many(reading: Reading, at: int) -> bool:
    """Whether a word is a plural of people, written as no name."""
    people = reading.masks[at] & (W.MEMBER | W.INSURGENT) and reading.forms[at].endswith("s")
    return bool(people) and not is_named(reading, at)


def _phrase(reading: Reading, start: int, end: int, capitals: bool) -> list[Mention]:
    forms = reading.forms
    begun, start = start, _after_date(reading, start, end)
    while begun < start < end and forms[start] in CONNECTORS:
        start += 1
    if start == end or all(form.strip("0.,:/-") == "" for form in forms[start:end]):
        return []
    if _PARTICIPLES.issuperset(forms[start:end]) and (start == 0 or forms[start - 1] not in DETERMINERS):
        # "Zamor accused the Front": what it did.
        return []
    for at in range(start, end - 1):
        if forms[at].endswith("'s") and (capitals or not is_named(reading, at + 1)):
            # "the Legion's admin": both the Legion and its admin.
            return [*_phrase(reading, start, at + 1, capitals), *_phrase(reading, at + 1, end, capitals)]
    begin = start + (forms[start] in {"the", "a", "an"} and end - start > 1)
    if not capitals and _starts_name(reading, begin, end) and not only_from(reading, begin, end):
        return _name(reading, begin, end)
    for at in range(begin + 1, end):
        # "militant group Black Sand": the name at its end is a phrase of its own.
        if not capitals and is_named(reading, at) and all(in_name(reading, later) for later in range(at, end)):
            head = _head(reading, start, at)
            return [_mention(reading, start, at, head, "description", forms[head]), *_name(reading, at, end)]
    head = _head(reading, start, end)
    return [_mention(reading, start, end, head, "description", forms[head])]


def only_from(reading: Reading, start: int, end: int) -> bool:
    """Whether the only capitals of a phrase say where somebody is from: "a Danish apprentice", "16 Philippine ports".

    Args:
        reading: The sentence.
        start: Its first word behind an article.
        end: Where it ends.

    Returns:
        True where they do.
    """
    at = start
    while at < end and (says_whence(reading, at, end) or reading.tokens[at].raw.isdigit()):
        at += 1
    return start < at < end and not any(is_named(reading, later) for later in range(at, end))


def _name(reading: Reading, start: int, end: int) -> list[Mention]:
    """A name, without words in lower case behind it unless they name people: "Haqq militants", not "Haqq telephones"."""
    last = max(at for at in range(start, end) if is_named(reading, at)) + 1
    if last == end - 1 and _NUMBER.fullmatch(reading.tokens[last].raw) and _is_numbered(reading, last - 1):
        # "Brigade 71", "Brigade 71's": the number is a part of it.
        last = end
    found: list[Mention] = []
    if last < end and reading.masks[end - 1] & (W.GROUP | W.MEMBER | W.OFFICIAL | W.CALLER):
        found.append(_mention(reading, start, end, end - 1, "description", reading.forms[end - 1]))
    head = _head(reading, start, last)
    return [_mention(reading, start, last, head, "name", reading.forms[head]), *found]


def _is_numbered(reading: Reading, at: int) -> bool:
    """Whether what a word names is told apart by numbers."""
    return bool(reading.masks[at] & (W.GROUP | W.MEMBER)) or reading.forms[at] in _NUMBERED


def _after_date(reading: Reading, start: int, end: int) -> int:
    """Past a date or a weekday at the beginning of a phrase: "On Thursday Harrow7", "July 2011 Anders"."""
    at = start
    while at < end:
        form = reading.forms[at]
        dated = form in MONTHS or bool(reading.masks[at] & W.TIME and reading.tokens[at].raw[:1].isupper())
        if not dated and not (form.strip("0.,:/-apm") == "" and "0" in form):
            break
        at += 1
    if start < at < end and reading.forms[at] == "of" and not reading.forms[at - 1].startswith("0"):
        # "Dawn of the Cedars", "Black September of the North".
        return start
    if at < end and at > start and reading.forms[at - 1].startswith("0"):
        # "400 Moun": a number before a name may be a part of it, where no date stands.
        if not any(reading.forms[place] in MONTHS or reading.masks[place] & W.TIME for place in range(start, at)):
            return start if ":" not in reading.forms[at - 1] else at
    return at


def _starts_name(reading: Reading, at: int, end: int) -> bool:
    if not is_named(reading, at):
        return False
    if at or "_" in reading.tokens[0].raw:
        return True
    # The first word of a sentence has a capital anyway: it is a name before another one, or alone and of no known class.
    form = reading.forms[0]
    if form in DETERMINERS and not (end > 1 and is_named(reading, 1)):
        return False
    if end > 1:
        return is_named(reading, 1) or reading.forms[1] in CONNECTORS
    return not reading.masks[0] & (_NOUN | _VERB) and form not in _FUNCTION and not form.endswith(("s", "ly"))


def _head(reading: Reading, start: int, end: int) -> int:
    """The last word before a connector."""
    for at in range(start + 1, end):
        if reading.forms[at] in {"of", "for", "de", "del"}:
            return at - 1
    # "King Tomas I": the number is no head.
    return end - 2 if end - 1 in reading.numerals and end - 1 > start else end - 1


def _mention(reading: Reading, start: int, end: int, head: int, kind: str, form: str) -> Mention:
    first = reading.tokens[start].start
    last = reading.end_of(end - 1)
    raw = reading.tokens[end - 1].raw
    if raw.lower().endswith("'s") and kind in {"name", "description"} and len(raw) > 2:
        last -= 2
    return Mention(start, end, head, kind, form.removesuffix("'s"), first, last)
