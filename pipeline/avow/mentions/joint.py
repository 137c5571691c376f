"""Parties named together: "the Front and the Brigade", "Ana Ruiz, Tom Finch and Ivo Marek"."""

from __future__ import annotations

from collections.abc import Sequence

from avow.cues import Reading
from avow.cues.grammar import Grammar, Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.mentions.phrases import goes_on, mentions
from avow.mentions.runs import Mention
from avow.mentions.same import is_acronym
from avow.mentions.written import is_named, shouted

_COORDINATORS = word_set("and & or plus well together along")
"""Of "as well as", "together with" and "along with" a word will do."""
_BETWEEN = word_set(
    "and & or plus as well together along with , the a an both also by its their two three four five several other another \" '"
)
_ARTICLES, _LINKS = word_set("the a an"), word_set("of in for at")
_EXPLAINING = frozenset({",", ":", "—", "–", "-", "("})
_CLOSED_BY = {"(": ")", "[": "]"}
_BRACKETED, _GAP, _MOST = 8, 6, 8
"""Tokens between brackets behind a name, tokens between two names, parties that are told apart."""
_THINGS = W.ACT_NOUN | W.CHANNEL | W.RECORDING | W.TIME | W.UNIT | W.LOOT | W.RESPONSIBILITY
_PEOPLE = W.MEMBER | W.GROUP | W.OFFICIAL
_PERSONS = word_set("man men woman women people suspects brothers sisters teenagers youths students others")
_SHAPE = W.CAPITAL | W.LETTER
_OPENING = word_set(
    "afterward afterwards meanwhile however later additionally moreover furthermore separately elsewhere"
)
_PLACING = word_set("in at near from outside")
_COUNTS = word_set("two three four five six seven eight both 0")
_SINGULAR = word_set("is was has does isn't wasn't hasn't doesn't")
_NAME = 2
"""Words of which a name has at least so many, where "and" stands between two names and not in one."""


def together(reading: Reading, item: Mention, at: int) -> tuple[Mention, ...]:
    """The parties that a sentence names together with one.

    Phrases are taken together where nothing but commas and a coordinator stands between them. What is subject must not
    be the object of an earlier clause, nor the other way round: in "police shot the rebels and the Front claimed it"
    the Front claims alone.

    Args:
        reading: The sentence.
        item: The phrase of the party.
        at: The token that says what it claims, denies, or is accused of.

    Returns:
        Phrases in order, the given one among them; that one alone where none is named with it.
    """
    if item.kind not in {"name", "description"} or not _COORDINATORS.intersection(reading.forms):
        return (item,)
    grammar = grammar_of(reading)
    given = _split(grammar, item)
    if len(given) > 1 and at >= item.end and _is_one(grammar, item.end):
        return (item,)
    blocks = _blocks(reading, given)
    place = blocks.index(given[0])
    # "Two men, Ana Ruiz and Tom Finch, were charged".
    named = _apposed(grammar, blocks, place) or _listed(grammar, blocks, place, at)
    parts = _once(grammar, [part for block in named for part in _split(grammar, block)], item)
    return parts[:_MOST] if len(parts) > 1 else (item,)


def _once(grammar: Grammar, parts: Sequence[Mention], item: Mention) -> tuple[Mention, ...]:
    """The parties without the second name of one of them: "the Karsh Workers' Party, or KWP,"."""
    found: list[Mention] = []
    for part in parts:
        last = found[-1] if found else None
        if last is None or "or" not in grammar.forms[last.end : part.start] or not _is_initials(grammar, last, part):
            found.append(part)
        elif part == item:
            found[-1] = part
    return tuple(found)


def _is_initials(grammar: Grammar, name: Mention, short: Mention) -> bool:
    """Whether a word in capitals is made of the first letters of a name."""
    text = grammar.reading.text
    first = next((at for at in range(name.start, name.end) if grammar.capital[at]), name.start)
    initials = text[short.first : short.last]
    return initials.isupper() and is_acronym(text[grammar.reading.tokens[first].start : name.last], initials)


def _blocks(reading: Reading, given: Sequence[Mention]) -> list[Mention]:
    """The phrases that may name parties, without overlap; of those that touch, the name stands for all."""
    capitals = shouted(reading)
    free = [
        other
        for other in mentions(reading)
        if not any(other.start < item.end and item.start < other.end for item in given)
        and _is_party(reading, other, capitals)
    ]
    found: list[Mention] = []
    for other in sorted([*free, *given], key=_start):
        last = found[-1] if found else None
        if last is None or other.start > last.end or (other.start == last.end and reading.forms[last.end - 1] == ","):
            found.append(other)
        elif other in given or (last not in given and other.kind == "name" and last.kind != "name"):
            found[-1] = other
    return found


def _start(item: Mention) -> int:
    return item.start


def _is_party(reading: Reading, item: Mention, capitals: bool) -> bool:
    if item.start and reading.forms[item.start - 1] in _CLOSED_BY:
        # A second name of who stands before it.
        return False
    mask = reading.masks[item.head]
    if item.kind == "name":
        if _says_where(grammar_of(reading), item):
            return False
        named = is_named(reading, item.end - 1)
        return bool(named) and (item.end - item.start > 1 or not mask & _THINGS or bool(mask & _PEOPLE))
    if item.kind != "description":
        return False
    if item.start == 0 and not capitals and not mask & ~_SHAPE and reading.forms[0] not in _OPENING:
        # The first word of a sentence is not known for a name: "Hamas, Islamic Jihad and ...".
        return item.end == 1
    if mask & _THINGS and not mask & _PEOPLE:
        return False
    return capitals or bool(mask & _PEOPLE) or reading.forms[item.head] in _PERSONS


def _says_where(grammar: Grammar, item: Mention) -> bool:
    """Whether a name between commas says where the place before it lies: "a bomb killed nine in Orville, Karsh, and"."""
    start, end = item.start, item.end
    if start < _NAME or grammar.forms[start - 1] != "," or grammar.forms[end : end + 1] != (",",):
        return False
    if end + 1 < grammar.count and grammar.capital[end + 1]:
        # "In Orville, the Front, Zamor": a list goes on.
        return False
    at = start - 2
    while at > 0 and grammar.capital[at]:
        at -= 1
    return 0 < at < start - 2 and grammar.forms[at] in _PLACING


def _listed(grammar: Grammar, blocks: Sequence[Mention], place: int, at: int) -> list[Mention]:
    """The list that a phrase is in: commas, then one coordinator or more."""
    first = last = place
    subject = at >= blocks[place].end
    while first > 0 and _gap(grammar, blocks[first - 1], blocks[first]):
        if blocks[first - 1].start <= at < blocks[place].start:
            break
        if subject and _governed(grammar, blocks[first - 1].start):
            first = _past_governed(grammar, blocks, first, place)
            break
        first -= 1
    while last + 1 < len(blocks) and _gap(grammar, blocks[last], blocks[last + 1]):
        if blocks[place].end <= at < blocks[last + 1].end:
            break
        if not subject and _acts(grammar, blocks[last + 1].end):
            break
        last += 1
    if subject and _is_one(grammar, blocks[last].end):
        return [blocks[place]]
    gaps = [_gap(grammar, blocks[here], blocks[here + 1]) for here in range(first, last)]
    # A comma after the coordinator ends the list; a list without a coordinator is none.
    begin = place - first
    stop = begin
    while stop < len(gaps) and not (gaps[stop] == "," and stop > 0 and gaps[stop - 1] == "and"):
        stop += 1
    while stop > 0 and gaps[stop - 1] != "and":
        stop -= 1
    if stop <= begin and not (stop == begin and begin > 0):
        return [blocks[place]]
    start = stop - 1
    while start > 0 and not (gaps[start] == "," and gaps[start - 1] == "and"):
        start -= 1
    return list(blocks[first + start : first + stop + 1])


def _past_governed(grammar: Grammar, blocks: Sequence[Mention], first: int, place: int) -> int:
    """Where a list of subjects begins behind one that a verb or a preposition governs before it.

    Args:
        grammar: The sentence.
        blocks: The phrases that may name parties.
        first: The one behind the one that is governed.
        place: The subject.

    Returns:
        The first phrase that is no other word's: in "killed Ana Ruiz, Tom Finch and Ivo Marek, and the Front claimed it"
        the Front.
    """
    if _gap(grammar, blocks[first - 1], blocks[first]) == "and":
        return place
    joints = [at for at in range(first, place) if _gap(grammar, blocks[at], blocks[at + 1]) == "and"]
    clauses = [at for at in joints if "," in grammar.forms[blocks[at].end : blocks[at + 1].start]]
    # A second "and", behind a comma, begins another clause.
    return clauses[-1] + 1 if clauses and clauses[-1] > joints[0] else first


def _gap(grammar: Grammar, left: Mention, right: Mention) -> str:
    """What stands between two phrases of a list: ``and``, ``,`` or nothing that belongs to one."""
    at = left.end
    closing = _CLOSED_BY.get(grammar.forms[at] if at < right.start else "")
    if closing and closing in grammar.forms[at + 1 : min(right.start, at + _BRACKETED)]:
        at = grammar.forms.index(closing, at) + 1
    words = grammar.forms[at : right.start]
    if not 0 < len(words) <= _GAP or not _BETWEEN.issuperset(words):
        return ""
    if not _COORDINATORS.intersection(words):
        return "," if "," in words else ""
    return "" if words == ("and",) and _is_office(grammar, left.start, left.end, right.head) else "and"


def _is_office(grammar: Grammar, start: int, end: int, head: int) -> bool:
    """Whether "and" stands within the name of an office: "Devon and Cornwall Police", "Search and Rescue Agency"."""
    if not grammar.masks[head] & W.OFFICIAL or not grammar.capital[head] or grammar.shouting:
        return False
    people = any(grammar.masks[at] & _PEOPLE for at in range(start, end))
    return not people and (end - start == 1 or any(grammar.forms[at].endswith("'s") for at in range(start, end)))


def _is_one(grammar: Grammar, end: int) -> bool:
    """Whether the verb behind a list has a single subject: "a priest and former chaplain is sentenced"."""
    at = end
    while at < grammar.count and grammar.tags[at] == Tag.ADVERB:
        at += 1
    if at >= grammar.count:
        return False
    form = grammar.forms[at]
    return form in _SINGULAR or (grammar.tags[at] == Tag.VERB and form.endswith("s") and not form.endswith("ss"))


def _before(grammar: Grammar, start: int) -> int:
    at = start - 1
    while at >= 0 and (grammar.tags[at] in "DJ" or grammar.forms[at] in {'"', "'", "both"}):
        at -= 1
    return at


def _governed(grammar: Grammar, start: int) -> bool:
    """Whether a verb or a preposition stands before a phrase."""
    at = _before(grammar, start)
    return at >= 0 and (grammar.tags[at] in "VGI" or grammar.forms[at] in {"to", "of"})


def _acts(grammar: Grammar, end: int) -> bool:
    """Whether a finite verb follows a phrase."""
    at = end
    while at < grammar.count and grammar.tags[at] == Tag.ADVERB:
        at += 1
    return at < grammar.count and (
        grammar.tags[at] in "AM" or (grammar.tags[at] == Tag.VERB and not grammar.reduced(at))
    )


def _apposed(grammar: Grammar, blocks: Sequence[Mention], place: int) -> list[Mention]:
    """The names that explain "two men" or "the suspects" behind a comma or a colon."""
    item = blocks[place]
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if item.kind != "description" or following is None or following.kind != "name":
        return []
    counted = item.start > 0 and grammar.forms[item.start - 1] in _COUNTS
    if not (grammar.forms[item.head] in _PERSONS or counted or grammar.forms[item.start] in _COUNTS):
        return []
    between = [form for form in grammar.forms[blocks[place].end : following.start] if form not in _ARTICLES]
    if len(between) != 1 or between[0] not in _EXPLAINING:
        return []
    names = blocks[place + 1 :]
    found = _listed(grammar, names, 0, blocks[place].start)
    return found if len(found) > 1 and all(item.kind == "name" for item in found) else []


def _split(grammar: Grammar, item: Mention) -> tuple[Mention, ...]:
    """Two names that were read as one: "Ana Ruiz and Tom Finch", unlike "Trinidad and Tobago".

    Behind a comma or "both" names may be of one word each: "Hamas, Fatah and Islamic Jihad".
    """
    forms = grammar.forms[item.start : item.end]
    joints = [at for at, form in enumerate(forms) if form in {"and", "&"}]
    if item.kind != "name" or len(joints) != 1:
        return (item,)
    cut = item.start + joints[0]
    begin = cut + 1 + (grammar.forms[cut + 1 : cut + 2] == ("the",))
    if cut == item.start or begin == item.end:
        return (item,)
    linked = bool(_LINKS.intersection(forms))
    if goes_on(grammar.reading, item.start):
        two = not linked or item.end - begin >= _NAME
    else:
        two = not linked and _are_two(grammar, item, cut, begin)
    if not two:
        return (item,)
    if _is_office(grammar, item.start, cut, item.end - 1) or not all(
        is_named(grammar.reading, at) for at in (begin, item.end - 1)
    ):
        return (item,)
    return _part(grammar.reading, item.start, cut), _part(grammar.reading, begin, item.end)


def _are_two(grammar: Grammar, item: Mention, cut: int, begin: int) -> bool:
    """Whether what stands before and behind "and" are two names: of two words each, or one of them and no common head.

    "Hamas and Islamic Jihad" are two, "Sword and Shield Brigade" and "Trinidad and Tobago" one.
    """
    before, behind = cut - item.start, item.end - begin
    if min(before, behind) >= _NAME:
        return True
    common = begin == cut + 1 and grammar.masks[item.end - 1] & _PEOPLE
    return max(before, behind) >= _NAME and not common


def _part(reading: Reading, start: int, end: int) -> Mention:
    return Mention(
        start, end, end - 1, "name", reading.forms[end - 1], reading.tokens[start].start, reading.end_of(end - 1)
    )
