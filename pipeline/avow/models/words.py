"""All that is known of a word as one weight: itself, its character n-grams, its classes.

A word's terms never cross a space and share one unit, one over the square root of the number of words, so that they
add up before any sentence is seen. The portable table holds the sums for every word of the training text and of the
word lists; only other words are spelt out into character n-grams when they are met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from sys import intern

from avow.cues.vocabulary import vocabulary
from avow.memo import Memo
from avow.terms import characters

Row = tuple[float, float, float]
Pair = tuple[str, str]
Find = Callable[[str], Row | None]
PREFIXES = (("w", "c", "k", "p"), ("W", "C", "K", "P"))
"""Prefixes of word, n-gram, class and pair, outside and inside quotations."""
_PATIENCE = 10_000
"""Look-ups of terms that take as long as reading all names."""


def fold(weights: Mapping[str, Row]) -> dict[str, Row]:
    """The weights of a model with those of each known word's terms put into the word's own.

    Args:
        weights: By term, as trained.

    Returns:
        By term: words with their sums, character n-grams for unknown words, pairs and cues; no classes.
    """
    forms = {term[2:] for term in weights if term[0] in "wW"} | vocabulary().keys()
    folded = {term: row for term, row in weights.items() if term[0] not in "kK"}
    find: Find = weights.get
    known = vocabulary()
    spelling = [{term[2:]: row for term, row in weights.items() if term[0] == prefix} for _, prefix, _, _ in PREFIXES]
    for form in forms:
        grams = characters(form)
        share = len(grams) ** -0.5
        for (word, _, classes, _), of_grams in zip(PREFIXES, spelling, strict=True):
            spelt = _sum([of_grams[gram] for gram in grams if gram in of_grams], share)
            rows = [find(f"{word}:{form}"), spelt]
            if form in known:
                rows += [find(f"{classes}:{name}") for name in known[form]]
            folded[f"{word}:{form}"] = _sum(filter(None, rows))
    return folded


def _sum(rows: Iterable[Row], factor: float = 1.0) -> Row:
    fact = opinion = claim = 0.0
    for first, second, third in rows:
        fact += first * factor
        opinion += second * factor
        claim += third * factor
    return fact, opinion, claim


def weight(row: Row | None) -> complex:
    """A row as one number, which is summed and scaled at once, and takes a quarter of the memory.

    Args:
        row: One weight a label; ``None`` for a term that the model does not know.

    Returns:
        The weight for opinion as real part, that for claim as imaginary part, both against the weight for fact.
    """
    return complex(row[1] - row[0], row[2] - row[0]) if row else 0j


class Known:
    """The weights of words and of pairs of words, outside or inside quotations.

    Attributes:
        word: Gives the weight of a word.
        pair: Gives the weight of a pair, ``None`` or zero for one that the model does not know.
        words: All words with their weights, once all terms have been read.
        grams: All n-grams with their weights, likewise.
        pairs: All pairs with their weights, likewise.

    Args:
        find: Gives the weights of a term of the table.
        quoted: Whether the words stand inside quotations.
    """

    def __init__(self, find: Find, *, quoted: bool) -> None:
        word, gram, _, pair = PREFIXES[quoted]
        self.words: Mapping[str, complex] = {}
        self.grams: Mapping[str, complex] = {}
        self.pairs: Mapping[Pair, complex] = {}
        self._find = find
        self._prefix = word
        self._all = False
        self._gram: Callable[[str], complex | None] = Memo[str, complex](
            lambda name: weight(find(f"{gram}:{name}"))
        ).__getitem__
        self.word: Callable[[str], complex] = Memo(self._weigh).__getitem__
        self.pair: Callable[[Pair], complex | None] = Memo[Pair, complex](
            lambda words: weight(find(f"{pair}:{words[0]} {words[1]}"))
        ).__getitem__

    def complete(self, words: dict[str, complex], grams: dict[str, complex], pairs: dict[Pair, complex]) -> None:
        """Look up nothing from then on.

        Args:
            words: All words that the model knows.
            grams: All n-grams.
            pairs: All pairs.
        """
        self.words, self.grams, self.pairs = words, grams, pairs
        self._gram = grams.get
        self.pair = pairs.get
        # Last, since another thread may be looking for a word meanwhile.
        self._all = True

    def _weigh(self, form: str) -> complex:
        if self._all:
            known = self.words.get(form)
            if known is not None:
                return known
        elif found := self._find(f"{self._prefix}:{form}"):
            return weight(found)
        # Not from the memo that training needs: a model spells a word once, and its n-grams would fill the memory.
        grams = characters.__wrapped__(form)
        spelt = sum(filter(None, map(self._gram, grams)), 0j)
        share: float = len(grams) ** -0.5
        return spelt * share


class Lookup:
    """The table behind the words and pairs outside and inside quotations.

    New text brings new words, n-grams and pairs, of which the model knows few, so that no memo serves for long. The
    first ones are looked up one by one, which is all that a few sentences need. When that has cost as much as reading
    all of them does, they are read, and from then on none is looked up.

    Attributes:
        outside: Words and pairs outside quotations.
        inside: Those inside.

    Args:
        find: Gives the weights of a term of the table.
        every: Gives all terms of the table, each with its :func:`weight`, or nothing where their names are not known.
    """

    def __init__(self, find: Find, every: Callable[[], Iterable[tuple[str, complex]]]) -> None:
        self._find = find
        self._every = every
        self._patience = _PATIENCE
        self._read: bool | None = None
        self.outside = Known(self._look_up, quoted=False)
        self.inside = Known(self._look_up, quoted=True)

    def _look_up(self, term: str) -> Row | None:
        self._patience -= 1
        if self._patience == 0:
            self.read()
        return self._find(term)

    def read(self) -> bool:
        """Read all terms, if that has not been done.

        Returns:
            Whether the names of the model's terms are known.
        """
        if self._read is None:
            self._read = self._complete()
        return self._read

    def _complete(self) -> bool:
        terms: dict[str, dict[str, complex]] = {prefix: {} for prefix in "wWcCpP"}
        for term, weighed in self._every():
            part = terms.get(term[0])
            if part is not None:
                part[term[2:]] = weighed
        if not terms["w"]:
            return False
        for known, (word, gram, _, pair) in zip((self.outside, self.inside), PREFIXES, strict=True):
            names = list(map(intern, " ".join(terms[pair]).split()))
            pairs = dict(zip(zip(names[::2], names[1::2], strict=True), terms[pair].values(), strict=True))
            known.complete(terms[word], terms[gram], pairs)
        return True
