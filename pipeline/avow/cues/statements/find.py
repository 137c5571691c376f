"""All statements of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.grammar import Grammar
from avow.cues.lexicon import WordClass as W
from avow.cues.statements.acts import denies
from avow.cues.statements.avowing import avowed, blame, confession, denial, regrets
from avow.cues.statements.records import Kind, Statement
from avow.cues.statements.showing import own_voice, showing
from avow.cues.statements.taking import HOLD, SAYING, behind, responsibility
from avow.cues.statements.telling import NOT_SAYING, noun_claims, sourced, told


def statements(grammar: Grammar) -> list[Statement]:
    """What a sentence states about hostile acts, in the order of its kinds.

    Args:
        grammar: The sentence with its parts of speech.

    Returns:
        Statements; a sentence may make several, of different speakers.
    """
    found: list[Statement] = []
    used: set[int] = set()
    possible = grammar.reading.possible
    for look, words in _LOOKS:
        if possible & words:
            found.extend(look(grammar, used))
    return found


def _verbs(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """Verbs of avowal, denial, blame, confession and saying."""
    for verb in range(grammar.count):
        if grammar.tags[verb] not in "VG" or verb in used:
            continue
        mask = grammar.masks[verb]
        if mask & W.AVOW:
            yield from avowed(grammar, verb, used)
        if denies(grammar, verb):
            yield denial(grammar, verb)
        if mask & W.BLAME and grammar.forms[verb] not in HOLD:
            yield from blame(grammar, verb)
        elif mask & W.SUSPECT and grammar.forms[verb].startswith("suspect"):
            yield from blame(grammar, verb, Kind.SUSPECTS)
        if mask & W.CONFESS and verb not in used:
            yield from confession(grammar, verb, used)
        if mask & SAYING and verb not in used and grammar.forms[verb] not in NOT_SAYING:
            yield from told(grammar, verb)


_ANY = -1
_LOOKS = (
    (responsibility, W.RESPONSIBILITY),
    (_verbs, _ANY),
    (noun_claims, _ANY),
    (regrets, _ANY),
    (sourced, W.ACCORDING),
    (own_voice, _ANY),
    (behind, W.BEHIND),
    (showing, W.POST | W.SHOW | W.RECORDING),
)
"""Each search with the classes of words without any of which it finds nothing."""
