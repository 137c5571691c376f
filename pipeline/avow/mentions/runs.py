"""A run of words as phrases: the names and descriptions that it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from avow.cues import Reading
from avow.cues.accounts.people import PERSONS
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.mentions.origins import says_whence
from avow.mentions.written import CONNECTORS, DETERMINERS, in_name, is_named

FUNCTION = frozenset(
    "of in on at by to for from with without against about after before since during under over into onto upon through "
    "between among near behind beyond across along around towards toward until till as than like per via amid despite "
    "following within outside inside and or but nor so yet if unless because although though while when where which who "
    "whom whose what why how that whether not n't never always also too only just even still already again later then now here "
    "there however meanwhile therefore thus instead is are was were be been being am has have had having do does did done "
    "will would shall should can could may might must ought it they he she we i you me us them him himself herself itself "
    "themselves ourselves myself yesterday today tomorrow tonight ago according responsible came went rang put gave got kept "
    "led met saw sent let began became ran hung wore stood spoke sat rose fell lost paid read brought drove come go goes "
    "gone makes made make gets give gives obliged posted wrote phoned telephoned faxed telephones phones rings "
    "overnight long last yes yeah early late earlier recently once twice almost nearly both such other same own "
    "nevertheless nonetheless often further likewise moreover merely simply seldom perhaps maybe".split()
)
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
VERB = int(
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
NOUN = int(
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
PARTICIPLES = frozenset(
    "armed united masked hooded unidentified suspected alleged outlawed banned proscribed self-proclaimed so-called wanted "
    "retired arrested captured accused jailed disgruntled exiled organized organised masked-men unnamed born shown "
    "given taken held written driven thrown drawn chosen hidden stolen broken".split()
)
_PEOPLE = ("man", "men", "woman", "women", "er", "ers", "or", "ors", "ist", "ists", "ian", "ians")
_OBJECTS = DETERMINERS | {"it", "them", "him", "her", "us", "that"}
"""What stands behind a verb rather than behind a subject."""
_BODIES = word_set(
    "staff newspaper newspapers magazine firm firms company companies agency agencies union unions team people widow widows"
)
"""Whose words for somebody tell a body or a person, beside those that end as ``_PEOPLE`` do."""
_NUMBER = re.compile(r"\d{1,3}(?:['’]s)?")
_NUMBERED = frozenset("unit witness battery station squad division sector line flight apt bureau".split())


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


def phrases_in(reading: Reading, start: int, end: int, capitals: bool) -> list[Mention]:
    """The phrases of a run of words: a name, a description, or a description with the name at its end.

    Args:
        reading: The sentence.
        start: The run's first token.
        end: The token after its last one.
        capitals: Whether the sentence is all capitals.

    Returns:
        Phrases in order; none where the run is but a date, numbers or participles.
    """
    forms = reading.forms
    begun, start = start, _after_date(reading, start, end)
    while begun < start < end and forms[start] in CONNECTORS:
        start += 1
    if start == end or all(form.strip("0.,:/-") == "" for form in forms[start:end]):
        return []
    if PARTICIPLES.issuperset(forms[start:end]) and (start == 0 or forms[start - 1] not in DETERMINERS):
        # "Zamor accused the Front": what it did.
        return []
    for at in range(start, end - 1):
        if forms[at].endswith("'s") and (capitals or not is_named(reading, at + 1)):
            # "the Legion's admin": both the Legion and its admin.
            return [*phrases_in(reading, start, at + 1, capitals), *phrases_in(reading, at + 1, end, capitals)]
    begin = start + (forms[start] in {"the", "a", "an"} and end - start > 1)
    if not capitals and _starts_name(reading, begin, end) and not only_from(reading, begin, end):
        return _name(reading, begin, end)
    for at in range(begin + 1, end):
        # "militant group Black Sand": the name at its end is a phrase of its own.
        if not capitals and is_named(reading, at) and all(in_name(reading, later) for later in range(at, end)):
            head = _head(reading, start, at)
            return [mention_from(reading, start, at, head, "description", forms[head]), *_name(reading, at, end)]
    head = _head(reading, start, end)
    return [mention_from(reading, start, end, head, "description", forms[head])]


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
    who = next((at for at in range(end - 1, last - 1, -1) if _is_somebody(reading, at, end)), -1)
    if who >= last:
        found.append(mention_from(reading, start, who + 1, who, "description", reading.forms[who]))
    head = _head(reading, start, last)
    return [mention_from(reading, start, last, head, "name", reading.forms[head]), *found]


def _is_somebody(reading: Reading, at: int, end: int) -> bool:
    """Whether a word behind a name is of somebody who is called by it: "Haqq militants", "a Karsh widow denies"."""
    if at == end - 1 and reading.masks[at] & (W.GROUP | W.MEMBER | W.OFFICIAL | W.CALLER):
        return True
    form = reading.forms[at]
    if at > 0 and form.endswith("ers") and reading.forms[at + 1 : at + 2] and reading.forms[at + 1] in _OBJECTS:
        # "A Karsh vendor considers it".
        return False
    somebody = form in PERSONS or form in _BODIES or form.endswith(_PEOPLE)
    return somebody and not reading.masks[at] & (NOUN | VERB)


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
    if at and reading.forms[at] in DETERMINERS and not (at + 1 < end and is_named(reading, at + 1)):
        # "Karsh: Two teenagers".
        return False
    if at or "_" in reading.tokens[0].raw:
        return True
    # The first word of a sentence has a capital anyway: it is a name before another one, or alone and of no known class.
    form = reading.forms[0]
    if form in DETERMINERS and not (end > 1 and is_named(reading, 1)):
        return False
    if end > 1:
        return is_named(reading, 1) or reading.forms[1] in CONNECTORS
    return not reading.masks[0] & (NOUN | VERB) and form not in FUNCTION and not form.endswith(("s", "ly"))


def _head(reading: Reading, start: int, end: int) -> int:
    """The last word before a connector."""
    for at in range(start + 1, end):
        if reading.forms[at] in {"of", "for", "de", "del"}:
            return at - 1
    # "King Tomas I": the number is no head.
    return end - 2 if end - 1 in reading.numerals and end - 1 > start else end - 1


def mention_from(reading: Reading, start: int, end: int, head: int, kind: str, form: str) -> Mention:
    """A phrase of some tokens, the ending of a possessive left out.

    Args:
        reading: The sentence.
        start: The first token.
        end: The token after the last one.
        head: Its head word.
        kind: As :class:`Mention` has it.
        form: Likewise, with the ending or without.

    Returns:
        The phrase.
    """
    first = reading.tokens[start].start
    last = reading.end_of(end - 1)
    raw = reading.tokens[end - 1].raw
    if raw.lower().endswith("'s") and kind in {"name", "description"} and len(raw) > 2:
        last -= 2
    return Mention(start, end, head, kind, form.removesuffix("'s"), first, last)
