"""Paragraphs of a text: stretches between blank lines, page furniture and, where lines are not wrapped, line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from avow.records import Document

_BLANK = re.compile(r"(?:\r\n|\r|\n|\u2029)[^\S\r\n\u2029]*(?:\r\n|\r|\n|\u2029)\s*|\u2029\s*")
_LINE = re.compile(r"\r\n|[\r\n\u2028\x0b\x0c\x85]")
_WRAP_NARROWEST, _WRAP_WIDEST = 35, 120
_ENDINGS = (".", "!", "?", "…", '"', "”", "'", "’", ")", "]", ":", ";")


def paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """The paragraphs of a document's body.

    A blank line ends a paragraph, and so does furniture. A single line end does too, unless the lines look wrapped to
    a width: most lines but the last of each stretch are of nearly the same length between 35 and 120 characters, and
    some of them break off within a sentence.

    Args:
        document: A document, furniture marked.

    Yields:
        Offsets of paragraphs that hold more than white space, ordered and disjoint.
    """
    text = document.text
    for start, end in _body(document):
        if "\n" not in text[start:end] and "\r" not in text[start:end] and not _LINE.search(text, start, end):
            if text[start:end].strip():
                yield start, end
            continue
        wrapped = _is_wrapped(text[start:end])
        for left, right in _between(_BLANK, text, start, end):
            if wrapped:
                yield left, right
            else:
                yield from _between(_LINE, text, left, right)


def _body(document: Document) -> Iterator[tuple[int, int]]:
    at = 0
    for item in document.furniture:
        if item.start > at:
            yield at, item.start
        at = item.end
    if at < len(document.text):
        yield at, len(document.text)


def _between(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in pattern.finditer(text, start, end):
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:end].strip():
        yield at, end


def _is_wrapped(text: str) -> bool:
    inner: list[str] = []
    for block in _BLANK.split(text):
        inner.extend(line.rstrip() for line in _LINE.split(block)[:-1] if line.strip())
    if len(inner) < 2:
        return False
    lengths = [len(line) for line in inner]
    width = median(lengths)
    if not _WRAP_NARROWEST <= width <= _WRAP_WIDEST:
        return False
    near = sum(width * 0.75 <= length <= width * 1.25 for length in lengths)
    broken = sum(not line.endswith(_ENDINGS) for line in inner)
    return near >= 0.8 * len(inner) and broken >= 0.5 * len(inner)
