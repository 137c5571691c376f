"""Paragraphs of a text: stretches between blank lines, page furniture and, where lines are not wrapped, line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from avow.records import Furniture

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BREAKS = ("\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c")
_WRAP_NARROWEST, _WRAP_WIDEST = 35, 120
_SHORTEST = 20
"""Characters of a line that may break off within a sentence: shorter ones are the items of a list, or verse."""
_ENDINGS = (".", "!", "?", "…", '"', "”", "'", "’", ")", "]", ":", ";")

Span = tuple[int, int]


def paragraphs(text: str, furniture: Sequence[Furniture] = ()) -> Iterable[Span]:
    """The paragraphs of a text's body.

    A blank line ends a paragraph, and so does furniture. A single line end does too, unless the lines look wrapped to
    a width: most lines but the last of each stretch are of nearly the same length between 35 and 120 characters, and
    some of them break off within a sentence. Where they do not, a stretch whose every line breaks off within a sentence
    that the next one goes on with in small letters, and whose last line ends one, is one paragraph too.

    Args:
        text: A text.
        furniture: What of it is not body, ordered and disjoint.

    Returns:
        Offsets of paragraphs that hold more than white space, ordered and disjoint.
    """
    if not furniture and len(text.splitlines()) == 1 and not text.isspace():
        # Most records of a table are one line, and most of the time spent on them would be spent here.
        return ((0, len(text)),)
    return _paragraphs(text, furniture)


def _paragraphs(text: str, furniture: Sequence[Furniture]) -> Iterator[Span]:
    for start, end in _body(text, furniture):
        if not any(text.find(mark, start, end) >= 0 for mark in _BREAKS):
            if not text[start:end].isspace():
                yield start, end
            continue
        blocks = _blocks(text, start, end)
        if _is_wrapped(text, blocks):
            yield from ((block[0][0], block[-1][1]) for block in blocks)
        else:
            for block in blocks:
                if _goes_on(text, block):
                    yield block[0][0], block[-1][1]
                else:
                    yield from block


def _body(text: str, furniture: Sequence[Furniture]) -> Iterator[Span]:
    at = 0
    for item in furniture:
        if item.start > at:
            yield at, item.start
        at = item.end
    if at < len(text):
        yield at, len(text)


def _blocks(text: str, start: int, end: int) -> list[list[Span]]:
    """The lines that hold more than white space, in stretches without a blank line between them."""
    blocks: list[list[Span]] = []
    last = -1
    for match in _LINE.finditer(text, start, end):
        line = match.span()
        if match[0].isspace():
            continue
        gap = text[last : line[0]]
        if last < 0 or (gap != "\n" and (len(gap.splitlines()) > 1 or "\u2029" in gap)):
            blocks.append([])
        blocks[-1].append(line)
        last = line[1]
    return blocks


def _goes_on(text: str, block: list[Span]) -> bool:
    """Whether every line of a stretch but the last breaks off within a sentence; two lines show no width."""
    if len(block) < 2 or not text[slice(*block[-1])].rstrip().endswith(_ENDINGS):
        return False
    return all(
        _SHORTEST <= end - start <= _WRAP_WIDEST
        and not text[start:end].rstrip().endswith(_ENDINGS)
        and text[slice(*behind)].lstrip()[:1].islower()
        for (start, end), behind in pairwise(block)
    )


def _is_wrapped(text: str, blocks: list[list[Span]]) -> bool:
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < 2:
        return False
    from statistics import median

    lengths = [end - start for start, end in inner]
    width = median(lengths)
    if not _WRAP_NARROWEST <= width <= _WRAP_WIDEST:
        return False
    near = sum(width * 0.75 <= length <= width * 1.25 for length in lengths)
    broken = sum(not text[start:end].rstrip().endswith(_ENDINGS) for start, end in inner)
    return near >= 0.8 * len(inner) and broken >= 0.5 * len(inner)
