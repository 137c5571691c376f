"""The name within, before or behind the words for somebody: "militant group Black Sand"."""

from __future__ import annotations

from avow.cues.grammar import Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.mentions.beginnings import DASHES, is_dateline
from avow.mentions.naming import NAMES
from avow.mentions.origins import is_country
from avow.mentions.runs import Mention
from avow.mentions.speaking import BELONGINGS, BY_WHOM, PAGES
from avow.mentions.whole import BODIES

_CHARGING = frozenset({"of", "for"})
_INSIDE_NAMES = frozenset({"of", "the", "and", "in", "for", "de", "del", "la", "al", "-", "–", "—"})
_ANYBODY = frozenset({"person", "man", "woman", "one", "mastermind", "author", "individual", "perpetrator"})


def is_longer(grammar: Grammar, item: Mention, start: int, end: int) -> bool:
    """Whether a name holds the phrase: "Army of the Two Mosques" where that is "Two Mosques", or goes on behind it.

    Args:
        grammar: The sentence.
        item: A name of the sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        True where it is longer.
    """
    forms = grammar.forms
    if item.kind != "name" or item.start > start or item.end < end:
        return False
    if item.start == start and (item.end == end or not _is_whole(grammar, item, end)):
        return False
    if item.start < start and _is_from(grammar, start - 1):
        return False
    if item.start == 0 and forms[0] in BELONGINGS:
        # "Leaflets of the Front": the first word has its capital from the sentence.
        return False
    return all(
        grammar.capital[at] or forms[at] in _INSIDE_NAMES for at in (*range(item.start, start), *range(end, item.end))
    )


def _is_whole(grammar: Grammar, item: Mention, end: int) -> bool:
    """Whether a name goes on behind the phrase found: "Movement for the Freedom of the Cape", not "Zamor for the Karsh raid"."""
    if grammar.shouting or grammar.tags[item.end : item.end + 1] in (["O"], ["J"], ["G"]):
        return False
    if grammar.forms[end] not in _CHARGING:
        return True
    at = item.start - 1
    while at > 0 and (grammar.tags[at] in "DJO" or grammar.forms[at] == "by"):
        at -= 1
    blamed = at >= 0 and grammar.tags[at] in "VG" and bool(grammar.masks[at] & (W.BLAME | W.SUSPECT))
    if not blamed:
        return True
    # "Accused the Front of the Cape of theft": the charge is still to come; "suspect Ivo Marek of the Front of theft".
    body = grammar.masks[item.end - 1] & (W.GROUP | W.OFFICIAL)
    return item.end < grammar.count and grammar.forms[item.end] in _CHARGING and not body


def whole_name(grammar: Grammar, start: int, end: int) -> int:
    """Where a name begins whose end was found: "Islamic Front in Zamor and the Coast", "Army of Orlu - Northern Wing".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Where it begins.
    """
    if grammar.shouting or start >= end or not grammar.capital[start]:
        return start
    link = start - 1
    if link > 0 and grammar.forms[link] == "the":
        link -= 1
    if link < 1 or not grammar.capital[link - 1]:
        return start
    left = grammar.phrase_before(link - 1)
    if left[0] < 0:
        return start
    first = left[0]
    while first < left[1] and grammar.tags[first] == Tag.DETERMINER:
        first += 1
    if grammar.forms[link] in DASHES:
        return start if is_dateline(grammar, link) else first
    placed = any(grammar.forms[at] in {"in", "of"} for at in range(first, left[1]))
    return first if grammar.forms[link] == "and" and placed and grammar.capital[first] else start


def apposed(grammar: Grammar, start: int, end: int) -> Span:
    """The name behind a description: "a rebel group, the Estuary Front, says", 'the organisation "Black Sand"'.

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    if start >= end or end >= grammar.count or (grammar.capital[start] and not grammar.shouting):
        return start, end
    mark = grammar.forms[end]
    head = grammar.masks[grammar.head((start, end))]
    if (
        mark == ","
        and grammar.capital[end - 1]
        and any(grammar.tags[at] == Tag.PREPOSITION for at in range(start, end))
    ):
        # "A court in Prague, Czech Republic, sentences": where it is.
        return start, end
    if mark not in {",", '"'} or (not head & (W.GROUP | W.MEMBER) and not (mark == "," and not grammar.shouting)):
        return start, end
    name = grammar.phrase_after(end + 1)
    first = name[0]
    while first >= 0 and first < name[1] and grammar.tags[first] == Tag.DETERMINER:
        first += 1
    stop = name[1]
    while 0 <= first < stop < grammar.count - 1 and grammar.capital[stop] and not grammar.shouting:
        # "Loggers Against Waste".
        stop += 1
    if first < 0 or first >= stop or stop >= grammar.count or grammar.forms[stop] not in {mark, "(", "."}:
        return start, end
    if grammar.forms[stop] == "." and stop < grammar.count - 1:
        return start, end
    numbered = grammar.forms[first][0].isdigit() and first + 1 < stop
    return (first, stop) if grammar.capital[first + numbered] else (start, end)


def named_ahead(grammar: Grammar, start: int, end: int) -> Span:
    """The name before a description that says nothing of who it is: "Ivo Marek, the man who", ", the alleged author".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    if end - start != 1 or grammar.forms[start] not in _ANYBODY:
        return start, end
    comma = start - 1
    while comma > 0 and grammar.tags[comma] in "DJ":
        comma -= 1
    if comma < 1 or grammar.forms[comma] != ",":
        return start, end
    name = grammar.phrase_before(comma - 1)
    first = name[0]
    while 0 <= first < name[1] and grammar.tags[first] == Tag.DETERMINER:
        first += 1
    links = [at for at in range(max(first, 0), name[1]) if grammar.tags[at] == Tag.PREPOSITION]
    first = links[-1] + 1 if links else first
    return (first, name[1]) if 0 <= first < name[1] and grammar.capital[first] else (start, end)


def past_description(grammar: Grammar, start: int, end: int) -> int:
    """Past a description before a name: "militant group Black Sand", "Danish militant group Black Sand".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Where it begins.
    """
    if grammar.shouting or start >= end:
        return start
    if grammar.capital[start]:
        return _name_behind(grammar, start, end)
    for at in range(start + 1, end):
        if grammar.forms[at - 1].endswith("'s") and not PAGES.isdisjoint(grammar.forms[at : at + 4]):
            # "The group's Telegram channel".
            break
        if grammar.capital[at] and (_is_named_body(grammar, at, end) or grammar.forms[at - 1] in NAMES):
            # "The outlawed Black Sand Front", "the name Black Sand".
            return at
        if grammar.capital[at] and grammar.masks[at - 1] & (W.GROUP | W.MEMBER | W.OFFICIAL):
            return at
        if grammar.forms[at] in BY_WHOM:
            break
    return start


def _is_named_body(grammar: Grammar, start: int, end: int) -> bool:
    """Whether a phrase is the name of a body by its last word: "Harbour Front"."""
    words = all(grammar.capital[at] or grammar.forms[at] in _INSIDE_NAMES for at in range(start, end))
    return words and end - start > 1 and bool(grammar.masks[end - 1] & W.GROUP)


def _name_behind(grammar: Grammar, start: int, end: int) -> int:
    """Where the name begins behind a description with a capital: "Danish militant group Black Sand", "Lebanon's Black Sand"."""
    at = end - 1
    while at > start and (grammar.capital[at] or grammar.forms[at] in _INSIDE_NAMES) and not _owns(grammar, at):
        at -= 1
    if at + 1 >= end or not grammar.capital[at + 1]:
        return start
    if _owns(grammar, at):
        state = any(grammar.masks[place] & (W.STATE | W.OFFICIAL) for place in range(at + 1, end))
        return at + 1 if at == start and _is_from(grammar, at) and not state else start
    plain = grammar.forms[at] in BODIES and all(grammar.tags[place] in "OJG" for place in range(start, at))
    return at + 1 if plain else start


def _owns(grammar: Grammar, at: int) -> bool:
    return grammar.forms[at].endswith("'s")


def _is_from(grammar: Grammar, at: int) -> bool:
    """Whether a word is a country that what stands behind it is from: "Lebanon's"."""
    return _owns(grammar, at) and grammar.capital[at] and is_country(grammar.forms[at].removesuffix("'s"))
