"""A set of labelled sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from avow.records import GoldSentence, Label, Sentence


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Labelled sentences to evaluate on.

    Attributes:
        name: What to call the set.
        sentences: The sentences.
        merge: Labels that count as another one when scoring.
        dropped: Rows left out, counted by reason.
        digest: Of the file, empty for a folder.
        documents: All sentences of each document, where only some of them are labelled.
    """

    name: str
    sentences: tuple[GoldSentence, ...]
    merge: Mapping[Label, Label] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""
    documents: tuple[tuple[Sentence, ...], ...] = ()
