"""The readings of a document's sentences, remembered for the sentences around."""

from __future__ import annotations

from functools import lru_cache

from avow.cues import Reading, read
from avow.mentions.places import Place, clause_places
from avow.mentions.runs import Mention
from avow.records import Sentence, Span


@lru_cache(maxsize=4096)
def reading_of(sentence: Sentence) -> Reading:
    """A sentence's reading, remembered for the sentences around.

    Args:
        sentence: The sentence.

    Returns:
        Its reading.
    """
    return read(sentence)


@lru_cache(maxsize=4096)
def places_of(sentence: Sentence, position: int) -> tuple[Place, ...]:
    """The phrases of a sentence that can be an antecedent.

    Args:
        sentence: The sentence.
        position: Its position in the document.

    Returns:
        Names and descriptions in order.
    """
    reading = reading_of(sentence)
    return tuple(clause_places(reading, position))


def span_of(sentence: Sentence, item: Mention) -> Span:
    """The words of a phrase in its document.

    Args:
        sentence: The sentence.
        item: The phrase.

    Returns:
        Offsets into the document and the text between them.
    """
    return Span(sentence.start + item.first, sentence.start + item.last, sentence.text[item.first : item.last])
