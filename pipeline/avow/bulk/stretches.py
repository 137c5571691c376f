"""What stands between two spaces, told apart by numbers, for many texts at once.

To ask a dictionary for each of them, with a string made of it, takes longer than all else that is done with the words
of a sentence. Here the characters of all texts are one column, and a stretch is known by a polynomial of its characters
(Karp and Rabin 1987, Efficient randomized pattern-matching algorithms) modulo two to the sixty-third: of a million
different ones two are taken for one with a probability of one in twenty million.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from avow.bulk.hashed import Hashed, Places
from avow.memo import LONGEST

_BASE = 0xD1342543DE82EF95
"""Odd, so that it has an inverse, and no root of small polynomials; from Steele and Vigna (2021), table 4."""
_MODULUS = 1 << 64
_LAST = (1 << 63) - 1
_SPACES = np.array([chr(code).isspace() for code in range(0x3002)])
"""Which characters are white space; none above is, and the last one here stands for them."""


class Stretches:
    """Numbers of stretches, from one on, in the order in which they were met first."""

    def __init__(self) -> None:
        self._numbers = Hashed("i4")
        self._powers, self._inverses = _powers(_BASE, 1), _powers(pow(_BASE, -1, _MODULUS), 1)

    def numbers(self, texts: Sequence[str]) -> tuple[Places, Places, list[str]]:
        """The numbers of the stretches of texts, as ``str.split`` finds them.

        Args:
            texts: Texts.

        Returns:
            How many stretches each text has; the number of each stretch, nought for one that is too long to come again;
            and the stretches that are new, in the order of their numbers.
        """
        joined = " ".join(texts)
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
        begin, end = _bounds(_SPACES[np.minimum(codes, len(_SPACES) - 1)])
        first = np.searchsorted(begin, np.cumsum([0, *(len(text) + 1 for text in texts)]))
        numbers = np.zeros(len(begin), np.intp)
        short = np.flatnonzero(end - begin <= LONGEST)
        begin, end = begin[short], end[short]
        keys = self._keys(codes, begin, end)
        found = self._numbers.values(keys).astype(np.intp)
        new: list[str] = []
        unknown = np.flatnonzero(found == 0)
        if len(unknown):
            added, at, which = np.unique(keys[unknown], return_index=True, return_inverse=True)
            order = np.argsort(at)
            given = np.empty(len(added), np.intp)
            given[order] = len(self._numbers) + 1 + np.arange(len(added))
            self._numbers.put(added, given)
            found[unknown] = given[which]
            places = unknown[at[order]]
            new = [joined[start:stop] for start, stop in zip(begin[places].tolist(), end[places].tolist(), strict=True)]
        numbers[short] = found
        return np.diff(first), numbers, new

    def _keys(self, codes: NDArray[np.uint32], begin: Places, end: Places) -> NDArray[np.int64]:
        """The polynomial of each stretch, from the sums of its characters and of all before it."""
        if len(codes) >= len(self._powers):
            size = 2 * len(codes)
            self._powers, self._inverses = _powers(_BASE, size), _powers(pow(_BASE, -1, _MODULUS), size)
        sums = np.zeros(len(codes) + 1, np.uint64)
        # One more, since nought is a character too.
        np.cumsum((codes.astype(np.uint64) + np.uint64(1)) * self._powers[: len(codes)], out=sums[1:])
        keys = (sums[end] - sums[begin]) * self._inverses[begin]
        return keys.astype(np.int64) & _LAST


def _bounds(spaces: NDArray[np.bool_]) -> tuple[Places, Places]:
    """Where stretches begin, and where they end."""
    padded = np.ones(len(spaces) + 2, np.bool_)
    padded[1:-1] = spaces
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return edges[::2], edges[1::2]


def _powers(base: int, size: int) -> NDArray[np.uint64]:
    """The first powers of a number."""
    powers = np.ones(size, np.uint64)
    done = 1
    while done < size:
        more = min(done, size - done)
        powers[done : done + more] = powers[:more] * np.uint64(pow(base, done, _MODULUS))
        done += more
    return powers
