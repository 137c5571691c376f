"""How alike two texts are: Jaccard similarity of their word shingles, found again through an index."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b

SHINGLE = 3
SHORTEST = 9
"""Sentences of fewer words are not compared by their shingles: they recur by chance."""

_WORD = re.compile(r"\w+")


def normalised(text: str) -> str:
    """The form in which sentences are compared: words in lower case, numbers as 0, nothing else.

    Args:
        text: A sentence or document.

    Returns:
        Words joined by single spaces.
    """
    return " ".join(compared_words(text))


def compared_words(text: str) -> list[str]:
    """The words of a text as they are compared.

    Args:
        text: A sentence or document.

    Returns:
        Words in lower case, numbers as 0.
    """
    return ["0" if word.isdigit() else word for word in _WORD.findall(text.lower())]


def shingles(words: Sequence[str]) -> frozenset[int]:
    """The shingles of words, as hashes that hold within this process: to compare texts, none of which is kept.

    Args:
        words: As :func:`compared_words` gives them.

    Returns:
        Hashes of all runs of three words; of the whole where there are fewer words.
    """
    return frozenset(map(hash, _runs(words)))


def is_short(text: str) -> bool:
    """Whether a sentence has too few words to be told from others by its shingles.

    Args:
        text: A sentence.

    Returns:
        True for fewer words than ``SHORTEST``.
    """
    return len(compared_words(text)) < SHORTEST


def whole_of(text: str) -> str:
    """What two sentences that count as word by word the same have in common.

    Args:
        text: A sentence.

    Returns:
        Its normalised form, or itself where it has no word.
    """
    return normalised(text) or text.strip()


def shingle_hashes(text: str) -> frozenset[int]:
    """The word shingles of a text, as 64-bit hashes that are the same on every machine.

    Args:
        text: A sentence or document.

    Returns:
        Hashes of all runs of three words; of the whole where there are fewer words.
    """
    return frozenset([hash_of(" ".join(run)) for run in _runs(compared_words(text))])


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    if len(words) < SHINGLE:
        return [tuple(words)] if words else []
    return zip(*(words[at:] for at in range(SHINGLE)), strict=False)


def hash_of(text: str) -> int:
    """A stable 64-bit hash.

    Args:
        text: Any text.

    Returns:
        The hash, the same on every machine.
    """
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "little")


class ShingleIndex:
    """Texts found again by the shingles that they share."""

    def __init__(self) -> None:
        # Most shingles stand in one text alone: a list of texts for each would be most of the memory.
        self._first: dict[int, int] = {}
        self._others: dict[int, list[int]] = {}
        self._names: list[str] = []
        self._sizes: list[int] = []

    def add(self, name: str, shingles: frozenset[int]) -> None:
        """Remember a text.

        Args:
            name: What to call it.
            shingles: Its shingles.
        """
        number = len(self._names)
        self._names.append(name)
        self._sizes.append(len(shingles))
        known = self._first.keys() & shingles
        for shingle in known:
            self._others.setdefault(shingle, []).append(number)
        self._first.update(dict.fromkeys(shingles - known, number))

    def best(self, shingles: frozenset[int], similarity: float) -> str | None:
        """The earliest text that is similar.

        Args:
            shingles: Of the text in question.
            similarity: Least Jaccard similarity.

        Returns:
            Its name, or ``None``.
        """
        known = self._first.keys() & shingles
        # Whoever is similar holds this share of them.
        if not known or len(known) < similarity * len(shingles):
            return None
        # And so one at least of any that are more than the rest: the rarest.
        rare = sorted(shingles, key=self._held)[: len(shingles) - int(similarity * len(shingles)) + 1]
        if known.isdisjoint(rare):
            return None
        shared: Counter[int] = Counter()
        for shingle in known:
            shared[self._first[shingle]] += 1
            shared.update(self._others.get(shingle, ()))
        similar = [
            number
            for number, count in shared.items()
            if count >= similarity * (len(shingles) + self._sizes[number] - count)
        ]
        return self._names[min(similar)] if similar else None

    def _held(self, shingle: int) -> int:
        """In how many texts a shingle stands."""
        return 1 + len(self._others.get(shingle, ())) if shingle in self._first else 0
