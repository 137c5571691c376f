"""Notes left at an act with a group's name under them: "a note signed by the Brigades was left at the scene"."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.grammar import NO_SPAN, Grammar, Span, Speaker
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import act_span
from avow.cues.statements.records import Kind, Statement

SIGNED = frozenset({"signed"})
SCENE = word_set("scene body bodies corpse corpses wreckage")
_LEFT = word_set(
    "left leaves leaving found finds finding pinned tied taped nailed stuck tucked attached beside lying discovered recovered"
)
_REACH, _BEFORE = 14, 8
"""Tokens behind a signature and before the note in which it is said to be left there, and where."""
_OWNERS = frozenset({Speaker.GROUP, Speaker.NAME})


def signing(grammar: Grammar) -> Iterator[Statement]:
    """A signed note, leaflet or banner that is left where an act was done, which owns it.

    Args:
        grammar: The sentence.

    Yields:
        Statements.
    """
    if SIGNED.isdisjoint(grammar.forms) or SCENE.isdisjoint(grammar.forms):
        return
    for at in range(1, grammar.count - 2):
        owner = _signer(grammar, at) if grammar.forms[at] in SIGNED else NO_SPAN
        note = grammar.phrase_before(at - 1)
        if owner[0] < 0 or note[0] < 0 or not grammar.masks[grammar.head(note)] & W.CHANNEL:
            continue
        behind = grammar.forms[owner[1] : owner[1] + _REACH]
        around = (*grammar.forms[max(0, note[0] - _BEFORE) : note[0]], *behind)
        if _LEFT.isdisjoint(around) or SCENE.isdisjoint(behind):
            continue
        speaker = grammar.speaker(owner)
        if speaker in _OWNERS:
            yield Statement(Kind.CLAIM_OF, at, speaker, owner, act_span(grammar, 0, grammar.count))


def _signer(grammar: Grammar, at: int) -> Span:
    """Who signed: behind "by", or "in the name of"."""
    if grammar.forms[at + 1] == "by":
        return grammar.phrase_after(at + 2)
    named = grammar.forms[at + 1 : at + 5] == ("in", "the", "name", "of")
    return grammar.phrase_after(at + 5) if named else NO_SPAN
