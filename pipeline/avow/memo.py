"""What was made of a key, remembered within bounds: words come again, and most of the work on a text is on words.

The bounds that several modules keep stand here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from typing import TypeVar

Key = TypeVar("Key", bound=Iterable[Sized])
"""A word, or several: what has a length in all."""
Value = TypeVar("Value")
_LIMIT = 80_000
LONGEST = 60
"""Characters of the longest word: more of them are text without spaces, which is not remembered, nor searched whole."""
SENTENCES, CHARACTERS = 1_000, 500_000
"""Sentences, and characters of them, that are held to be taken at once: their columns stay in the processor's cache."""


class Memo(dict[Key, Value]):
    """A dictionary that makes what it has not; what is there is found as fast as in any other.

    It begins anew when it is full: keeping what was asked for last costs as much as it saves. What is too long to be a
    word is not kept, so that text without spaces cannot fill the memory.

    Args:
        make: Makes the value of a key.
        limit: How many values are kept.
    """

    def __init__(self, make: Callable[[Key], Value], limit: int = _LIMIT) -> None:
        super().__init__()
        self._make = make
        self._limit = limit

    def __missing__(self, key: Key) -> Value:
        value = self._make(key)
        if (len(key) if isinstance(key, str) else sum(map(len, key))) <= LONGEST:
            if len(self) >= self._limit:
                self.clear()
            self[key] = value
        return value
