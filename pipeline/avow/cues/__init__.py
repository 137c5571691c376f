"""Cues: what a reader looks at beside the words, as terms with weights that one can read.

Those of avowal decide what is a claim, those of stance what is an opinion; :mod:`avow.training` keeps them apart.
"""

from __future__ import annotations

from avow.cues.avowal import avowals
from avow.cues.reading import Reading, read
from avow.cues.stance import voices
from avow.cues.vocabulary import class_values
from avow.records import Sentence
from avow.terms import text_values

__all__ = ["AVOWAL", "STANCE", "Reading", "avowals", "cue_names", "cue_values", "read", "term_values", "voices"]

AVOWAL, STANCE = "s", "q"
"""Prefixes of the two families of cues."""


def cue_names(reading: Reading) -> set[str]:
    """The cues of a sentence, of both families.

    Args:
        reading: The sentence as cues see it.

    Returns:
        Names that the catalogue explains.
    """
    return {*avowals(reading), *voices(reading)}


def cue_values(reading: Reading) -> dict[str, float]:
    """The cues of a sentence as terms.

    Args:
        reading: The sentence as cues see it.

    Returns:
        One for each cue that is present, by term.
    """
    # Cues come in the order of the rules, so that sums come out the same to the last bit in every process.
    values = {f"{STANCE}:{name}": 1.0 for name in voices(reading)}
    values.update({f"{AVOWAL}:{name}": 1.0 for name in avowals(reading)})
    return values


def term_values(sentence: Sentence) -> dict[str, float]:
    """All terms of a sentence with their values: words, pairs, character n-grams, word classes and cues.

    Args:
        sentence: A sentence, with its context where it has one.

    Returns:
        Values by term.
    """
    reading = read(sentence)
    values = text_values(reading.forms, reading.quoted)
    values.update(class_values(reading.forms, reading.quoted))
    values.update(cue_values(reading))
    return values
