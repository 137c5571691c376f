"""The terms of a sentence that the register's regressions see: what it says of who did it."""

from __future__ import annotations

from collections.abc import Sequence

from avow.cues import cue_values
from avow.cues.outline import outline_values
from avow.cues.reading import Reading
from avow.cues.sayings import Saying, saying_values
from avow.cues.vocabulary import class_values
from avow.terms import text_values

KINDS = ("words", "pairs", "classes", "cues", "avowals", "sayings", "outlines")
"""The kinds of terms; n-grams of characters tell nothing that outlines do not."""


def stance_terms(reading: Reading, found: Sequence[Saying]) -> dict[str, float]:
    """The terms of a sentence that tell whether it avows, denies, accuses or suspects.

    Args:
        reading: The sentence.
        found: What :func:`avow.cues.sayings.sayings` found in it.

    Returns:
        Values by term.
    """
    values = text_values(reading.forms, reading.quoted, spelt=False)
    values.update(class_values(reading.forms, reading.quoted))
    values.update(cue_values(reading))
    values.update(saying_values(reading, found))
    values.update(outline_values(reading))
    return values
