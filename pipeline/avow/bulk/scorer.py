"""The scores of many sentences at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

import numpy as np

from avow.bulk.avowing import may_avow
from avow.bulk.columns import Column, Columns, Flags, Memory
from avow.bulk.hashed import Places
from avow.bulk.judging import Rows
from avow.bulk.tables import Grams, Pairs, Weights, sums
from avow.bulk.voices import voices
from avow.cues import avowals
from avow.memo import CHARACTERS, SENTENCES
from avow.records import Sentence
from avow.terms import END, START

Scores = tuple[float, float, float]
Weigh = Callable[[str], complex]

_LIMIT = 200_000
"""Words of what stands between two spaces that are remembered."""


class Known(Protocol):
    """The words of a model outside or inside quotations, those of :class:`avow.models.words.Known`.

    Attributes:
        words: The weights of words; others are known by their n-grams alone.
        grams: The weights of n-grams of characters.
        word: Gives the weight of any word.
        pairs: The weights of pairs of words.
    """

    word: Weigh
    words: Mapping[str, complex]
    grams: Mapping[str, complex]
    pairs: Mapping[tuple[str, str], complex]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a model knows; a weight is one number, for opinion and for claim, both against fact.

    Attributes:
        bias: What every sentence begins with.
        words: The words outside quotations, and those inside.
        paired: Whether pairs of words count.
        voice: Gives the weight of a cue of stance; ``None`` for a model that has none.
        avowal: Gives the weight of a cue of avowal.
        alone: Gives the scores of a sentence by itself, for the few that do not fit into columns.
    """

    bias: Scores
    words: tuple[Known, Known]
    paired: bool
    voice: Weigh | None
    avowal: Weigh
    alone: Callable[[Sentence], Scores]


class Bulk:
    """A model for many sentences at once; it may be called from several threads, which take turns.

    Args:
        parts: The model.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._pairs = [Pairs(known.pairs) if parts.paired else None for known in parts.words]
        self._grams = [_grams(known) for known in parts.words]
        self._lock = Lock()
        self._begin()

    def _begin(self) -> None:
        """Remember nothing."""
        self._memory = Memory()
        self._words = [Column(0, "c16"), Column(0, "c16")]
        self._numbers = [Column(0, "i4"), Column(0, "i4")]

    def scores(self, sentences: Sequence[Sentence]) -> Rows:
        """The calibrated scores of sentences, each by itself.

        Args:
            sentences: Sentences.

        Returns:
            One score a label, a row a sentence, those of :meth:`avow.models.Model.scores` but for rounding; shape
            (n, 3).
        """
        every = list(sentences)
        with self._lock:
            try:
                return np.concatenate([self._batch(part) for part in _batches(every)])
            except BaseException:
                # Ctrl-C may come while a word is learnt: what is remembered is no longer whole.
                self._begin()
                raise

    def _batch(self, sentences: Sequence[Sentence]) -> Rows:
        if len(self._memory) > _LIMIT:
            self._begin()
        rows = np.tile(np.array(self._parts.bias), (len(sentences), 1))
        columns, places = self._memory.columns(sentences)
        if len(places):
            weights = self._weigh(columns)
            for at in np.flatnonzero(may_avow(columns)).tolist():
                words = columns.words[columns.first[at] : columns.last[at]]
                found = avowals(self._memory.reading(sentences[places[at]], words))
                if found:
                    weights[at] += sum(map(self._parts.avowal, dict.fromkeys(found)))
            rows[places, 1] += weights.real
            rows[places, 2] += weights.imag
        if len(places) < len(sentences):
            for at in np.setdiff1d(np.arange(len(sentences)), places).tolist():
                rows[at] = self._parts.alone(sentences[at])
        return rows

    def _weigh(self, columns: Columns) -> Weights:
        """The weights of words, pairs and cues of stance of each sentence, summed."""
        self._learn(0)
        weights = self._words[0].rows[columns.words]
        inside = np.flatnonzero(columns.quoted)
        if len(inside):
            self._learn(1)
            weights[inside] = self._words[1].rows[columns.words[inside]]
        total: Weights = np.add.reduceat(weights, columns.first)
        for quoted, pairs in enumerate(self._pairs):
            if pairs is not None and (len(inside) or not quoted):
                total += self._weigh_pairs(columns, bool(quoted), pairs)
        total *= columns.size**-0.5
        if self._parts.voice is not None:
            for name, flags in voices(columns):
                weight = self._parts.voice(name)
                if weight:
                    total += flags * weight
        return total

    def _weigh_pairs(self, columns: Columns, quoted: bool, pairs: Pairs) -> Weights:
        """The weights of the pairs outside or inside quotations: a pair is inside where both its words are."""
        numbers = self._numbers[quoted].rows[columns.words]
        size = len(columns.first)
        order = np.arange(size)
        # Each sentence has one pair more than it has words.
        first, second = np.empty(len(numbers) + size, np.intp), np.empty(len(numbers) + size, np.intp)
        places = np.arange(len(numbers)) + columns.sentence
        first[columns.first + order] = pairs.number(START)
        second[columns.last + order] = pairs.number(END)
        first[places + 1], second[places] = numbers, numbers
        sides = (first != 0) & (second != 0)
        if columns.quoted.any():
            sides &= _both(columns, places, len(first)) == quoted
        asked = np.flatnonzero(sides)
        of = np.repeat(order, columns.size + 1)[asked]
        return sums(pairs.weights(first[asked], second[asked]), of, size)

    def _learn(self, quoted: int) -> None:
        """Weigh the words that are new since the last time."""
        column, known = self._words[quoted], self._parts.words[quoted]
        grams, pairs = self._grams[quoted], self._pairs[quoted]
        new = self._memory.forms[len(column) :]
        if not new:
            return
        if grams is None:
            column.extend(list(map(known.word, new)))
        else:
            others = [form for form in new if form not in known.words]
            spelt = dict(zip(others, grams.spelt(others).tolist(), strict=True))
            column.extend([spelt[form] if form in spelt else known.words[form] for form in new])
        if pairs is not None:
            self._numbers[quoted].extend(list(map(pairs.number, new)))


def _grams(known: Known) -> Grams | None:
    try:
        return Grams(known.grams)
    except ValueError:
        # Too many characters to be looked up at once: words are spelt one by one.
        return None


def _batches(sentences: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Sentences in parts that are bounded in number and in characters."""
    start = size = 0
    for at, sentence in enumerate(sentences):
        size += len(sentence.text)
        if at - start == SENTENCES or (size > CHARACTERS and at > start):
            yield sentences[start:at]
            start, size = at, len(sentence.text)
    yield sentences[start:]


def _both(columns: Columns, places: Places, size: int) -> Flags:
    """Which pairs have both words inside a quotation; what begins and what ends a sentence is outside."""
    first, second = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    first[places + 1], second[places] = columns.quoted, columns.quoted
    both: Flags = first & second
    return both
