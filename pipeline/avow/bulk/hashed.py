"""A table from numbers to values that is asked for many keys at once, and may grow."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Keys = NDArray[np.int64]
Places = NDArray[np.intp]

_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""Fibonacci hashing: two to the sixty-fourth over the golden ratio (Knuth, The Art of Computer Programming, 6.4)."""
_FREE = -1
_ROOM = 4
"""Slots a key, at least half as many after it has grown: few keys then share one."""


class Hashed:
    """A table with open addressing; a key that is not there is told by one look, mostly.

    Args:
        kind: What it holds, as numpy names it.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._size = 0
        self._make(16)

    def __len__(self) -> int:
        """How many keys it has."""
        return self._size

    def put(self, keys: Keys, values: ArrayLike) -> None:
        """Add keys.

        Args:
            keys: Keys of nought or more, all different, none of which is there.
            values: Their values.
        """
        added = np.asarray(values, self._kind)
        self._size += len(keys)
        if _ROOM * self._size > 2 * len(self._keys):
            held = np.flatnonzero(self._keys != _FREE)
            keys, added = np.concatenate([self._keys[held], keys]), np.concatenate([self._values[held], added])
            self._make(_ROOM * self._size)
        slots = self._slots(keys)
        left = np.arange(len(keys))
        while len(left):
            free = left[self._keys[slots[left]] == _FREE]
            _, one = np.unique(slots[free], return_index=True)
            put = free[one]
            self._keys[slots[put]] = keys[put]
            self._values[slots[put]] = added[put]
            left = left[self._keys[slots[left]] != keys[left]]
            slots[left] = (slots[left] + 1) & self._last

    def values(self, keys: Keys) -> NDArray[Any]:
        """The values of keys.

        Args:
            keys: Keys of nought or more.

        Returns:
            Values, zero for keys that are not there.
        """
        slots = self._slots(keys)
        held = self._keys[slots]
        found = self._values[slots]
        others = np.flatnonzero(held != keys)
        found[others] = 0
        others = others[held[others] != _FREE]
        while len(others):
            slots[others] = (slots[others] + 1) & self._last
            held = self._keys[slots[others]]
            right = held == keys[others]
            found[others[right]] = self._values[slots[others[right]]]
            others = others[~right & (held != _FREE)]
        return found

    def _make(self, least: int) -> None:
        """Empty slots, as many as a power of two that is no less."""
        bits = max(4, least.bit_length())
        self._shift = np.uint64(64 - bits)
        self._last = (1 << bits) - 1
        self._keys = np.full(1 << bits, _FREE, np.int64)
        self._values = np.zeros(1 << bits, self._kind)

    def _slots(self, keys: Keys) -> Places:
        return ((keys.astype(np.uint64) * _SPREAD) >> self._shift).astype(np.intp)
