"""The cues of stance and report of :mod:`avow.cues.stance` for many sentences, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from avow.bulk.columns import Bits, Columns, Flags, Form, Mark, has
from avow.bulk.hashed import Places
from avow.cues import stance
from avow.cues.lexicon import WordClass as W

_FIRST_PERSON = W.FIRST_PLURAL | W.FIRST_SINGULAR
_NAMED = W.LETTER | W.CAPITAL
Cue = tuple[str, Flags]


def voices(columns: Columns) -> Iterator[Cue]:
    """The cues of stance and report of sentences.

    Args:
        columns: The sentences.

    Yields:
        Each cue's name with the sentences that have it, shape (S,).
    """
    said = np.flatnonzero((columns.masks & W.REPORT) != 0)
    yield from _quotation(columns, columns.where(said))
    said = said[~columns.quoted[said]]
    yield from _report(columns, said)
    yield "according-to", columns.may(W.ACCORDING)
    yield from _own_words(columns, said)
    yield from _form(columns)
    yield from _evidence(columns)


def _quotation(columns: Columns, reports: Flags) -> Iterator[Cue]:
    quoted, first = columns.quoted, columns.first
    yield "quotation-open", columns.opened
    some = columns.where(np.flatnonzero(quoted))
    if not some.any():
        return
    counts = np.add.reduceat(quoted, first, dtype=np.intp)
    marks = np.add.reduceat((columns.bits & Form.MARK) != 0, first, dtype=np.intp)
    share = counts / np.maximum(1, columns.size - marks)
    yield "all-quoted", some & (share > stance.ALL)
    yield "half-quoted", some & (share > stance.HALF) & (share <= stance.ALL)
    # How many words up to each have stood inside without a break.
    places = np.arange(len(quoted))
    breaks = np.maximum(np.maximum.accumulate(np.where(quoted, -1, places)), first[columns.sentence] - 1)
    long = np.maximum.reduceat(places - breaks, first) >= stance.LONG_QUOTATION
    yield "quotation", some & long
    yield "quotation-with-reporting-verb", some & long & reports
    yield "scare-quotes", some & ~long


def _report(columns: Columns, said: Places) -> Iterator[Cue]:
    yield "reporting-verb", columns.where(said)
    sentences, leading = _leading(columns, said)
    yield "reporting-that", columns.where(leading[_before_that(columns, leading)])
    yield "reporting-at-end", columns.where(leading[leading >= columns.last[sentences] - stance.AT_END])


def _leading(columns: Columns, words: Places) -> tuple[Places, Places]:
    """The sentences that have one of some words, and the first one of each."""
    sentences, at = np.unique(columns.sentence[words], return_index=True)
    return sentences, words[at]


def _after(columns: Columns, at: Places, step: int = 1) -> tuple[Places, Flags]:
    """The words some steps behind others, and whether they belong to the same sentence."""
    return np.minimum(at + step, len(columns.words) - 1), at + step < columns.last[columns.sentence[at]]


def _before_that(columns: Columns, at: Places) -> Flags:
    behind, same = _after(columns, at)
    found: Flags = same & ((columns.bits[behind] & Form.THAT) != 0)
    return found


def _own_words(columns: Columns, said: Places) -> Iterator[Cue]:
    masks, sentence = columns.masks, columns.sentence
    reports = said[~columns.begins[said]]
    reports = reports[(masks[reports - 1] & _FIRST_PERSON) == 0]
    reports = reports[_before_that(columns, reports) | ((columns.bits[reports] & Form.SAYS) != 0)]
    limit = columns.last.copy()
    sentences, leading = _leading(columns, reports)
    limit[sentences] = leading + 1
    own = np.flatnonzero((masks & stance.OWN) != 0)
    own = own[(own < limit[sentence[own]]) & ~columns.quoted[own]]
    found, of = masks[own], sentence[own]
    total = np.zeros(len(limit), np.intp)
    for kind, name in stance.STANCES:
        counts = np.bincount(of[(found & kind) != 0], minlength=len(limit))
        yield name, counts > 0
        yield f"{name}-repeated", counts > 1
        if name in stance.SUBJECTIVE:
            total += counts
    for least in stance.STANCE_WORDS:
        yield f"stance-words-{least}", total >= least
    yield from _predicates(columns, own[(found & W.COPULA) != 0])


def _predicates(columns: Columns, copulas: Places) -> Iterator[Cue]:
    masks, bits = columns.masks, columns.bits
    evaluating = np.zeros(len(copulas), np.bool_)
    for step in range(1, 1 + stance.REACH):
        behind, same = _after(columns, copulas, step)
        evaluating |= same & ((masks[behind] & stance.EVALUATION) != 0)
    yield "predicate-evaluation", columns.where(copulas[evaluating])
    present = copulas[(bits[copulas] & Form.PRESENT) != 0]
    yield "present-copula", columns.where(present)
    present = present[~columns.begins[present]]
    yield "this-is", columns.where(present[(bits[present - 1] & Form.THING) != 0])
    behind, same = _after(columns, copulas)
    yield "is-not", columns.where(copulas[same & ((masks[behind] & W.NEGATION) != 0)])


def _form(columns: Columns) -> Iterator[Cue]:
    first, bits, quoted = columns.first, columns.bits, columns.quoted
    low, high, outside = columns.any_low, columns.any_high, columns.any_bits
    if quoted.any():
        low, high, outside = (_outside(columns, column) for column in (columns.low, columns.high, bits))
    for kind, name in stance.MARKS:
        yield name, has(kind, low, high)
    yield "ellipsis", has(W.ELLIPSIS, low, high) | ((columns.marks & Mark.DOTS) != 0)
    classes, opening = columns.low[first], bits[first]
    yield "wh-question", has(W.QUESTION_MARK, low, high) & ((classes & W.WH_WORD) != 0)
    yield "exhortation", ((opening & Form.EXHORTS) != 0) & ~quoted[first]
    yield "starts-with-connective", ((opening & Form.CONNECTS) != 0) | ((classes & W.CONTRAST) != 0)
    yield "starts-with-pointer", (opening & Form.POINTS) != 0
    yield "contrast", columns.may(W.CONTRAST)
    yield "long", columns.size >= stance.LONG
    yield "short", columns.size <= stance.SHORT
    both = Form.LIKE | Form.AS
    likened = ((outside & both) == both) | columns.where(_as_if(columns))
    yield "likening", columns.may(W.LIKE_OR_IF) & ((columns.any_bits & Form.AS) != 0) & likened


def _outside(columns: Columns, column: Bits) -> Bits:
    """The union over the words of each sentence that are not quoted."""
    return columns.union(np.where(columns.quoted, 0, column))


def _as_if(columns: Columns) -> Places:
    """Where "as if" stands outside quotations, as the end of a word and the beginning of the next."""
    found = np.flatnonzero((columns.bits & Form.BEGINS_IF) != 0)
    found = found[~(columns.begins[found] | columns.quoted[found])]
    before = found - 1
    behind: Places = found[((columns.bits[before] & Form.ENDS_AS) != 0) & ~columns.quoted[before]]
    return behind


def _evidence(columns: Columns) -> Iterator[Cue]:
    first = columns.first
    for kind, name in stance.EVIDENCE:
        yield name, columns.may(kind)
    numbers = np.add.reduceat((columns.low & W.NUMBER) != 0, first, dtype=np.intp)
    yield "numbers", numbers >= stance.NUMBERS
    letters = columns.low & _NAMED
    counts = [np.add.reduceat(letters == kind, first, dtype=np.intp) for kind in (_NAMED, W.LETTER)]
    # The first word has a capital whatever it is.
    names, small = (count - (letters[first] == kind) for count, kind in zip(counts, (_NAMED, W.LETTER), strict=True))
    yield "many-names", (small != 0) & (names >= stance.MANY_NAMES)
    yield "names", (small != 0) & (names >= stance.NAMES) & (names < stance.MANY_NAMES)
    yield "no-names", (small != 0) & (names == 0)
