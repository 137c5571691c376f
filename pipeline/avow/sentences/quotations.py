"""Where quotations stand in a text, and which are open at a place.

A paragraph is read on its own: a quotation that runs over several paragraphs reopens in each of them, and one that
nobody closed ends with its paragraph, so that a stray mark cannot turn the rest of a document inside out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_MARK = re.compile("[\"“”„‟«»'‘’‚‛]")
_LOOSE = re.compile(r"'(?:\B|(?<!\w'))")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\u2029|\r\n\r\n")
_OPENS_AFTER = frozenset(" \t\n\r\u00a0\u2028\u2029\u200b([{<—–-/\"“„«'‘‚")
_CLOSES_BEFORE = frozenset(" \t\n\r\u00a0\u2028\u2029)]}>.,;:!?…—–-/\"”»'’")
_ENDS_SPEECH = frozenset(".,!?…;:)—–-")


def quotations(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The outermost quotations of one paragraph.

    Args:
        text: A text.
        start: Where the paragraph starts.
        end: Where it ends; the text's end where ``None``.

    Returns:
        Offsets of the opening mark and after the closing mark, ordered and disjoint; one that is not closed runs to
        ``end``, and quotations within quotations belong to the outer ones.
    """
    stop = len(text) if end is None else end
    if text.isascii() and text.find('"', start, stop) < 0:
        # Nor can an apostrophe within a word open or close anything.
        if text.find("'", start, stop) < 0 or _LOOSE.search(text, start, stop) is None:
            return []
    marks = [match.start() for match in _MARK.finditer(text, start, stop)]
    if not marks:
        return []
    found: list[tuple[int, int]] = []
    doubles: list[int] = []
    single = -1
    # A single mark opens a quotation only where another one further on can close it.
    last_close = next(
        (at for at in reversed(marks) if text[at] in "'’‛" and _may_close(text, at, start, stop)),
        -1,
    )
    for index, at in enumerate(marks):
        mark = text[at]
        if mark in "'‘’‚‛":
            if single >= 0 and mark not in "‘‚‛" and _may_close(text, at, start, stop):
                if not _possessive(text, at, marks[index + 1 : index + 21], start, stop):
                    found.append((single, at + 1))
                    single = -1
            elif single < 0 and _single_opens(text, at, start, stop):
                if at < last_close:
                    single = at
        elif _double_opens(text, at, start, stop, bool(doubles)):
            doubles.append(at)
        elif doubles:
            opened = doubles.pop()
            found.append((opened, at + 1))
            if single > opened:
                single = -1
    found.extend((opened, stop) for opened in doubles[:1])
    return _outermost(sorted(found))


def _outermost(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    outer: list[tuple[int, int]] = []
    for start, end in spans:
        if outer and start < outer[-1][1]:
            outer[-1] = (outer[-1][0], max(outer[-1][1], end))
        else:
            outer.append((start, end))
    return outer


def open_quotations(text: str, places: Sequence[int]) -> list[bool]:
    """Whether a quotation is open at each of some places.

    Args:
        text: A text.
        places: Offsets in ascending order.

    Returns:
        For each place whether a quotation that began before it has not yet ended.
    """
    states: list[bool] = []
    breaks = [match.end() for match in _PARAGRAPH.finditer(text)]
    spans: list[tuple[int, int]] = []
    known = (-1, -1)
    for place in places:
        if not known[0] <= place < known[1]:
            index = bisect_right(breaks, place)
            known = (breaks[index - 1] if index else 0, breaks[index] if index < len(breaks) else len(text) + 1)
            spans = quotations(text, known[0], min(known[1], len(text)))
        states.append(is_open(spans, place))
    return states


def is_open(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether a place lies inside one of some quotations.

    Args:
        spans: Quotations, ordered and disjoint.
        place: An offset.

    Returns:
        True where a quotation starts before the place and ends after it.
    """
    index = bisect_left(spans, (place,)) - 1
    return index >= 0 and place < spans[index][1]


def _before(text: str, at: int, start: int) -> str:
    return text[at - 1] if at > start else " "


def _after(text: str, at: int, stop: int) -> str:
    return text[at + 1] if at + 1 < stop else " "


def _double_opens(text: str, at: int, start: int, stop: int, inside: bool) -> bool:
    mark = text[at]
    if mark in "“„«‟":
        # A second opening mark without a closing one between is a slip or a reopened quotation, not a nested one.
        return not inside or mark == "«"
    if mark in "”»":
        return False
    before, after = _before(text, at, start), _after(text, at, stop)
    can_open = before in _OPENS_AFTER and not after.isspace()
    can_close = after in _CLOSES_BEFORE and not before.isspace()
    return can_open if can_open != can_close else not inside


def _single_opens(text: str, at: int, start: int, stop: int) -> bool:
    if text[at] == "’":
        return False
    after = _after(text, at, stop)
    return _before(text, at, start) in _OPENS_AFTER and (after.isalpha() or after in '"“(…£$€' or after.isupper())


def _may_close(text: str, at: int, start: int, stop: int) -> bool:
    before = _before(text, at, start)
    return (
        not before.isspace()
        and before not in _OPENS_AFTER - {"-", "—", "–"}
        and _after(text, at, stop) in _CLOSES_BEFORE
    )


def _possessive(text: str, at: int, later: Sequence[int], start: int, stop: int) -> bool:
    """Whether a closing mark is more likely the apostrophe of a plural's genitive, a better one standing further on."""
    if _before(text, at, start) not in "sS" or _after(text, at, stop) != " ":
        return False
    for place in later:
        if text[place] in "‘‚" or (text[place] == "'" and _single_opens(text, place, start, stop)):
            return False
        if text[place] in "'’" and _before(text, place, start) in _ENDS_SPEECH:
            return _may_close(text, place, start, stop)
    return False
