"""Documents to sentences with exact offsets."""

from __future__ import annotations

import re

from avow.records import Document, Sentence
from avow.sentences.boundaries import sentence_ends
from avow.sentences.paragraphs import paragraphs
from avow.sentences.quotations import is_open, quotations

_SURROGATE = re.compile("[\ud800-\udfff]")
# sentencex takes more than linear time on very long input; a longer paragraph is handed over in pieces.
_PIECE = 20_000


def split(source: str | Document) -> list[Sentence]:
    """The sentences of a text, in order; ``text[start:end]`` is the sentence.

    Everything but white space and page furniture belongs to exactly one sentence.

    Args:
        source: A document with its furniture marked, or a text, which stands for a document without a name.

    Returns:
        Sentences, numbered through the document, with paragraph and quotation state.
    """
    document = Document("", source) if isinstance(source, str) else source
    text = document.text
    plain = _SURROGATE.sub("\ufffd", text)
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(document)):
        spans = quotations(plain, start, end)
        for left, right in _spans(plain, start, end):
            found.append(
                Sentence(document.id, len(found), number, left, right, text[left:right], is_open(spans, left))
            )
    return found


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start]
    at = start
    while at < end:
        stop = end if end - at <= _PIECE else _piece_end(text, at + _PIECE, end)
        cuts.extend(at + offset for offset in sentence_ends(text[at:stop]))
        at = stop
        if stop < end and text[stop - 1].isspace():
            # A piece ends where a sentence may end: decided by the words around it, like any other place.
            window = text[max(start, stop - 400) : min(end, stop + 400)]
            base = max(start, stop - 400)
            trimmed = len(text[:stop].rstrip()) if stop - start < 400 else base + len(text[base:stop].rstrip())
            if trimmed - base in sentence_ends(window):
                cuts.append(trimmed)
    cuts.append(end)
    found: list[tuple[int, int]] = []
    for left, right in zip(cuts, cuts[1:], strict=False):
        piece = text[left:right]
        begin = left + len(piece) - len(piece.lstrip())
        finish = left + len(piece.rstrip())
        if begin < finish:
            found.append((begin, finish))
    return found


def _piece_end(text: str, at: int, end: int) -> int:
    """A place near ``at`` that is behind white space, so that no word is cut; the paragraph's end where there is none."""
    for place in range(at, min(end, at + 1000)):
        if text[place - 1].isspace() and not text[place].isspace():
            return place
    return min(end, at + 1000)
