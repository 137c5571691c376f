"""Cues: what a reader looks at beside the words, as terms with weights that one can read."""

from __future__ import annotations

from avow.cues.avowal import frames
from avow.cues.reading import Reading, read
from avow.cues.stance import voices
from avow.records import Sentence
from avow.terms import text_values

__all__ = ["Reading", "cue_names", "cue_values", "read", "term_values"]


def cue_names(reading: Reading) -> set[str]:
    """The cues of a sentence.

    Args:
        reading: The sentence as cues see it.

    Returns:
        Names that the catalogue explains.
    """
    return {*frames(reading), *voices(reading)}


def cue_values(reading: Reading) -> dict[str, float]:
    """The cues of a sentence as terms.

    Args:
        reading: The sentence as cues see it.

    Returns:
        One for each cue that is present, by term.
    """
    # The order is fixed, so that sums come out the same to the last bit in every process.
    return {f"q:{name}": 1.0 for name in sorted(cue_names(reading))}


def term_values(sentence: Sentence) -> dict[str, float]:
    """All terms of a sentence with their values: words, pairs, character n-grams and cues.

    Args:
        sentence: A sentence, with its context where it has one.

    Returns:
        Values by term.
    """
    reading = read(sentence)
    values = text_values(reading.forms, reading.quoted)
    values.update(cue_values(reading))
    return values
