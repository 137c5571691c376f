"""All that is known of a word as one weight: itself, its character n-grams, its classes.

A word's terms never cross a space and share one unit, one over the square root of the number of words, so that they
add up before any sentence is seen. The portable table holds the sums for every word of the training text and of the
word lists; only other words are spelt out into character n-grams when they are met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from avow.cues.vocabulary import vocabulary
from avow.terms import characters

Row = tuple[float, float, float]
Find = Callable[[str], Row | None]
ZERO: Row = (0.0, 0.0, 0.0)
PREFIXES = (("w", "c", "k"), ("W", "C", "K"))
"""Prefixes of word, n-gram and class, outside and inside quotations."""
_LIMIT = 30_000


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
    for word, grams, classes in PREFIXES:
        for form in forms:
            rows = [find(f"{word}:{form}"), spelt(find, grams, form)]
            rows += [find(f"{classes}:{name}") for name in vocabulary().get(form, ())]
            folded[f"{word}:{form}"] = _sum(rows)
    return folded


def spelt(find: Find, prefix: str, form: str) -> Row:
    """The weight of a word by its character n-grams alone.

    Args:
        find: Gives the weights of a term.
        prefix: Of the n-grams.
        form: The normalised word.

    Returns:
        The sum of its n-grams' weights over the square root of their number.
    """
    grams = characters(form)
    share = len(grams) ** -0.5
    return _sum([find(f"{prefix}:{gram}") for gram in grams], share)


def _sum(rows: Iterable[Row | None], factor: float = 1.0) -> Row:
    fact = opinion = claim = 0.0
    for row in rows:
        if row is not None:
            fact += row[0] * factor
            opinion += row[1] * factor
            claim += row[2] * factor
    return fact, opinion, claim


class Words(dict[str, Row]):
    """The weight of each word met so far, outside or inside quotations.

    Args:
        find: Gives the weights of a term of the table.
        quoted: Whether the words stand inside quotations.
    """

    def __init__(self, find: Find, *, quoted: bool) -> None:
        super().__init__()
        self._find = find
        self._word, self._grams, _ = PREFIXES[quoted]

    def __missing__(self, form: str) -> Row:
        found = self._find(f"{self._word}:{form}")
        if found is None:
            found = spelt(self._find, self._grams, form)
        return _remember(self, form, found)


class Pairs(dict[str, Row]):
    """The weight of each pair of words met so far.

    Args:
        find: Gives the weights of a term of the table.
        prefix: ``p`` or, for pairs inside quotations, ``P``.
    """

    def __init__(self, find: Find, prefix: str) -> None:
        super().__init__()
        self._find = find
        self._prefix = prefix

    def __missing__(self, pair: str) -> Row:
        return _remember(self, pair, self._find(f"{self._prefix}:{pair}") or ZERO)


def _remember(memo: dict[str, Row], key: str, row: Row) -> Row:
    if len(memo) >= _LIMIT:
        memo.clear()
    memo[key] = row
    return row
