"""Light models: without pairs and cues of stance, a sentence's score is a sum of one weight for each of its stretches.

A stretch is what stands between two spaces; no word and no n-gram reaches across one. So a stretch is looked up once,
and what came before is added up. Left are the cues of avowal, for which most sentences have not the words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from avow.cues.reading import chunk
from avow.memo import Memo

_ALL = ("words", "pairs", "characters", "classes", "cues", "avowals")

_LIMIT = 160_000
"""Stretches that are remembered: a word has one for each mark that may follow it."""


def kinds_of(manifest: Mapping[str, Any]) -> tuple[str, ...]:
    """The kinds of terms that a model knows.

    Args:
        manifest: Its manifest.

    Returns:
        Values of ``features.kinds``; all of them where the manifest does not say.
    """
    return tuple(manifest.get("parameters", {}).get("features", {}).get("kinds", _ALL))


def is_light(kinds: Collection[str]) -> bool:
    """Whether a model scores a sentence word by word, the cues of avowal aside.

    Args:
        kinds: The kinds of terms that it knows.

    Returns:
        True where neither pairs nor cues of stance are among them.
    """
    return not {"pairs", "cues"}.intersection(kinds)


class Stretches:
    """The stretches of text outside quotations as weights.

    Args:
        word: Gives the weight of a word outside quotations.
    """

    def __init__(self, word: Callable[[str], complex]) -> None:
        def weigh(stretch: str) -> tuple[complex, int, int]:
            forms, _, classes, _, _ = chunk(stretch)
            return sum(map(word, forms)), len(forms), classes

        self._weighed = Memo[str, tuple[complex, int, int]](weigh, _LIMIT).__getitem__

    def weigh(self, text: str) -> tuple[complex, int]:
        """The weight of a sentence at whose start no quotation is open.

        Args:
            text: The sentence.

        Returns:
            What its words add to the score, right only where no quotation mark is among them, and the union of the
            classes that they may have.
        """
        weights, count, possible = 0j, 0, 0
        for weight, forms, classes in map(self._weighed, text.split()):
            weights += weight
            count += forms
            possible |= classes
        return weights * count**-0.5 if count else weights, possible
