"""For what an act was revenge."""

from __future__ import annotations

from functools import lru_cache

from avow.cues import Reading
from avow.cues.grammar import Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

SAYING = W.AVOW | W.ASSUME | W.DENY | W.BLAME | W.REPORT | W.RESPONSIBILITY
_REVENGE = word_set("revenge retaliation response reprisal reprisals vengeance retribution")
_AVENGING = frozenset({"avenge", "avenging"})
_ASIDE = frozenset({'"', ",", ";", ":", ".", "(", ")", "—", "–"})
_RELATIVE = frozenset({(",", "which"), (",", "that")})


@lru_cache(maxsize=64)
def motives_of(reading: Reading) -> frozenset[int]:
    """The tokens that tell for what an act was revenge: "in retaliation for the killing of its leader".

    Those of the last sentences are remembered, since several rules ask for them in turn.

    Args:
        reading: The sentence.

    Returns:
        Their positions.
    """
    forms = reading.forms
    if _REVENGE.isdisjoint(forms) and _AVENGING.isdisjoint(forms):
        return frozenset()
    found: set[int] = set()
    for at, form in enumerate(forms):
        before, behind = forms[max(0, at - 2) : at], forms[at + 1 : at + 2]
        if form in _REVENGE and behind in {("for",), ("to",), ("against",)} and not {"in", "as"}.isdisjoint(before):
            start = at - (2 if before[-1] not in {"in", "as"} else 1)
        elif form in _AVENGING:
            start = at - (before[-1:] == ("to",))
        else:
            continue
        stop = at + 1
        while stop < len(forms) and forms[stop] not in _ASIDE and not _says(reading, stop):
            stop += 1
        if forms[stop : stop + 2] not in _RELATIVE:
            found.update(range(start, stop))
    return frozenset(found)


def _says(reading: Reading, at: int) -> bool:
    return bool(reading.masks[at] & SAYING) and grammar_of(reading).tags[at] == Tag.VERB
