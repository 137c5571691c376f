"""Documents to sentences with exact offsets."""

from __future__ import annotations

import re

from avow.records import Document, Sentence
from avow.sentences.boundaries import sentence_ends
from avow.sentences.paragraphs import paragraphs
from avow.sentences.quotations import is_open, quotations

_SURROGATE = re.compile(r"[\ud800-\udfff]")
# sentencex takes more than linear time on very long input; a longer paragraph is handed over in pieces.
_PIECE = 20_000
_WINDOW = 400


def split(source: str | Document) -> list[Sentence]:
    """The sentences of a text, in order; ``text[start:end]`` is the sentence.

    Everything but white space and page furniture belongs to exactly one sentence.

    Args:
        source: A document with its furniture marked, or a text, which stands for a document without a name.

    Returns:
        Sentences, numbered through the document, with paragraph and quotation state.

    Raises:
        TypeError: The source is neither.
    """
    if not isinstance(source, (str, Document)):
        raise TypeError(f"expected a text (str) or a Document, got {type(source).__name__}; decode bytes first")
    name, text = ("", source) if isinstance(source, str) else (source.id, source.text)
    furniture = () if isinstance(source, str) else source.furniture
    plain = text if text.isascii() else _SURROGATE.sub("\ufffd", text)
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text, furniture)):
        spans = quotations(plain, start, end)
        short = end - start <= _PIECE
        cuts = sentence_ends(plain, start, end, spans) if short else _ends_in_pieces(plain, start, end, spans)
        cuts.append(end)
        for cut in cuts:
            words = text[start:cut].lstrip()
            start, words = cut - len(words), words.rstrip()
            if words:
                state = bool(spans) and is_open(spans, start)
                found.append(Sentence(name, len(found), number, start, start + len(words), words, state))
            start = cut
    return found


def whole(document: Document) -> Sentence:
    """A document as one sentence, as where every line of a file is one.

    Args:
        document: The document.

    Returns:
        Its text but for the white space around it.
    """
    text = document.text
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    return Sentence(document.id, 0, 0, start, end, text[start:end])


def _ends_in_pieces(text: str, start: int, end: int, quoted: list[tuple[int, int]]) -> list[int]:
    cuts: list[int] = []
    at = start
    while at < end:
        stop = end if end - at <= _PIECE else _piece_end(text, at + _PIECE, end)
        cuts.extend(sentence_ends(text, at, stop, quoted))
        if stop < end:
            # A piece ends between two words. Whether a sentence ends there too is decided by the words around, as
            # anywhere else.
            last = at + len(text[at:stop].rstrip())
            around = sentence_ends(text, max(start, last - _WINDOW), min(end, stop + _WINDOW), quoted)
            if last in around:
                cuts.append(last)
        at = stop
    return cuts


def _piece_end(text: str, at: int, end: int) -> int:
    """A place near ``at`` that is behind white space, so that no word is cut; further on where there is none."""
    for place in range(at, min(end, at + 1000)):
        if text[place - 1].isspace() and not text[place].isspace():
            return place
    return min(end, at + 1000)
