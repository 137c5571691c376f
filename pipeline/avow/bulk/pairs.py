"""The weights of pairs of words, found for many pairs at once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from avow.bulk.columns import Places

_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""Fibonacci hashing: two to the sixty-fourth over the golden ratio (Knuth, The Art of Computer Programming, 6.4)."""
_FREE = -1


class Pairs:
    """A table of hashed pairs with open addressing; a pair that is not there is told by one look, mostly.

    Args:
        weights: The weight of each pair.
    """

    def __init__(self, weights: Mapping[tuple[str, str], complex]) -> None:
        self._numbers: dict[str, int] = {}
        number = self._numbers.setdefault
        first = [number(pair[0], len(self._numbers) + 1) for pair in weights]
        second = [number(pair[1], len(self._numbers) + 1) for pair in weights]
        self._width = len(self._numbers) + 1
        bits = max(4, (4 * len(weights)).bit_length())
        self._shift = np.uint64(64 - bits)
        self._last = (1 << bits) - 1
        self._keys = np.full(1 << bits, _FREE, np.int64)
        self._weights = np.zeros(1 << bits, np.complex128)
        keys = self._key(np.array(first, np.intp), np.array(second, np.intp))
        self._fill(keys, np.array(list(weights.values()), np.complex128))

    def number(self, form: str) -> int:
        """The number of a word.

        Args:
            form: A normalised word.

        Returns:
            Its number, 0 for a word that is in no pair.
        """
        return self._numbers.get(form, 0)

    def weights(self, first: Places, second: Places) -> NDArray[np.complex128]:
        """The weights of pairs.

        Args:
            first: Numbers of their first words.
            second: Numbers of their second words.

        Returns:
            Weights, zero for pairs that are not known.
        """
        keys = self._key(first, second)
        slots = self._slots(keys)
        held = self._keys[slots]
        found = self._weights[slots]
        others = np.flatnonzero(held != keys)
        found[others] = 0
        others = others[held[others] != _FREE]
        while len(others):
            slots[others] = (slots[others] + 1) & self._last
            held = self._keys[slots[others]]
            right = held == keys[others]
            found[others[right]] = self._weights[slots[others[right]]]
            others = others[~right & (held != _FREE)]
        return found

    def _key(self, first: Places, second: Places) -> NDArray[np.int64]:
        return (first * self._width + second).astype(np.int64)

    def _slots(self, keys: NDArray[np.int64]) -> Places:
        return ((keys.astype(np.uint64) * _SPREAD) >> self._shift).astype(np.intp)

    def _fill(self, keys: NDArray[np.int64], weights: NDArray[np.complex128]) -> None:
        slots = self._slots(keys)
        left = np.arange(len(keys))
        while len(left):
            open_ = left[self._keys[slots[left]] == _FREE]
            _, one = np.unique(slots[open_], return_index=True)
            put = open_[one]
            self._keys[slots[put]] = keys[put]
            self._weights[slots[put]] = weights[put]
            left = left[self._keys[slots[left]] != keys[left]]
            slots[left] = (slots[left] + 1) & self._last
