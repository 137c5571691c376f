"""The weights of pairs of words and of n-grams of characters, found for many at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from avow.bulk.hashed import Hashed, Keys, Places
from avow.terms import LONGEST, SHORTEST, WORD_LIMIT

Weights = NDArray[np.complex128]

_BITS = 63 // LONGEST
"""Of a character's number in a key, so that the longest n-gram fits into one."""


def sums(weights: Weights, of: Places, size: int) -> Weights:
    """Weights summed by what they belong to; most are zero.

    Args:
        weights: Weights.
        of: What each belongs to, a number below ``size``.
        size: How many sums.

    Returns:
        A sum for each number.
    """
    hits = np.flatnonzero(weights)
    found, of = weights[hits], of[hits]
    return np.bincount(of, found.real, size) + 1j * np.bincount(of, found.imag, size)


class Pairs:
    """The weights of pairs of words, whose words have numbers.

    Args:
        weights: The weight of each pair.
    """

    def __init__(self, weights: Mapping[tuple[str, str], complex]) -> None:
        self._numbers: dict[str, int] = {}
        number = self._numbers.setdefault
        first = np.array([number(pair[0], len(self._numbers) + 1) for pair in weights], np.intp)
        second = np.array([number(pair[1], len(self._numbers) + 1) for pair in weights], np.intp)
        self._width = len(self._numbers) + 1
        self._table = Hashed("c16")
        self._table.put(self._keys(first, second), [*weights.values()])

    def number(self, form: str) -> int:
        """The number of a word.

        Args:
            form: A normalised word.

        Returns:
            Its number, 0 for a word that is in no pair.
        """
        return self._numbers.get(form, 0)

    def weights(self, first: Places, second: Places) -> Weights:
        """The weights of pairs.

        Args:
            first: Numbers of their first words.
            second: Numbers of their second words.

        Returns:
            Weights, zero for pairs that are not known.
        """
        return self._table.values(self._keys(first, second))

    def _keys(self, first: Places, second: Places) -> Keys:
        return (first * self._width + second).astype(np.int64)


class Grams:
    """The weights of n-grams of characters, and of words that are known by them alone.

    Args:
        weights: The weight of each n-gram.

    Raises:
        ValueError: They are made of more than four thousand different characters, as no corpus of English is.
    """

    def __init__(self, weights: Mapping[str, complex]) -> None:
        characters = sorted(set("".join(weights)))
        if len(characters) >= 1 << _BITS:
            raise ValueError(f"{len(characters)} different characters")
        self._numbers = np.zeros(ord(characters[-1]) + 2 if characters else 1, np.int64)
        self._numbers[[ord(character) for character in characters]] = np.arange(1, len(characters) + 1)
        sizes = np.fromiter(map(len, weights), np.intp, len(weights))
        # A row a gram, a column a character, as numpy holds text.
        padded = np.array([*weights], f"<U{LONGEST}").view("<u4").reshape(-1, LONGEST)
        keys = np.zeros(len(weights), np.int64)
        for at in range(LONGEST):
            keys = np.where(at < sizes, keys << _BITS | self._numbers[padded[:, at]], keys)
        self._table = Hashed("c16")
        self._table.put(keys, [*weights.values()])

    def spelt(self, forms: Sequence[str]) -> Weights:
        """The weights of words by their n-grams alone: the sum of theirs over the square root of their number.

        Args:
            forms: Normalised words.

        Returns:
            A weight a word.
        """
        if not forms:
            return np.zeros(0, np.complex128)
        padded = [f" {form[:WORD_LIMIT]} " for form in forms]
        text = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), "<u4").astype(np.intp)
        numbers = self._numbers[np.minimum(text, len(self._numbers) - 1)]
        sizes = np.array([len(item) for item in padded], np.intp)
        word = np.repeat(np.arange(len(padded)), sizes)
        left = np.repeat(np.cumsum(sizes), sizes) - np.arange(len(text))
        count = np.zeros(len(padded), np.intp)
        keys, known = numbers, numbers > 0
        found: list[Keys] = []
        of: list[Places] = []
        for length in range(2, min(LONGEST, len(text)) + 1):
            # An n-gram is the one before it, a character shorter, with the next character behind.
            last = len(text) - length + 1
            keys = keys[:last] << _BITS | numbers[length - 1 :]
            known = known[:last] & (numbers[length - 1 :] > 0)
            if length >= SHORTEST:
                count += np.maximum(sizes - length + 1, 0)
                asked = np.flatnonzero(known & (left[:last] >= length))
                found.append(keys[asked])
                of.append(word[asked])
        return sums(self._table.values(np.concatenate(found)), np.concatenate(of), len(padded)) * count**-0.5
