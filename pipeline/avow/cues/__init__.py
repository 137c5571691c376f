"""Cues: what a reader looks at beside the words."""

from __future__ import annotations

from avow.cues.avowal import frames
from avow.cues.reading import read
from avow.cues.stance import voices
from avow.records import Sentence
from avow.terms import text_values


def cue_values(reading) -> dict[str, float]:
    return {f"q:{n}": 1.0 for n in (*frames(reading), *voices(reading))}


def term_values(sentence: Sentence) -> dict[str, float]:
    reading = read(sentence)
    values = text_values(reading.forms, reading.quoted)
    values.update(cue_values(reading))
    return values
