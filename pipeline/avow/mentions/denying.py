"""Who denies, where that is not who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from avow.mentions.antecedents import may_stand_for, needs_antecedent
from avow.mentions.places import Place
from avow.mentions.readings import reading_of, span_of
from avow.mentions.resolving import Scorer, resolve
from avow.mentions.runs import Mention
from avow.mentions.speaking import client_of, owner_of
from avow.mentions.stated import accused_in
from avow.records import Party, Sentence

_ACCUSED_WITHIN = 2
"""How many sentences before a denial an accusation may stand that it answers."""


def who_denies(sentences: Sequence[Sentence], position: int, item: Mention, score: Scorer) -> Party | None:
    """Who denies where that is not who speaks: a lawyer's client, or whom "the group" or a pronoun was accused as.

    Args:
        sentences: All sentences of the document.
        position: Which one.
        item: The phrase of who speaks.
        score: Weighs features.

    Returns:
        The party, ``None`` where it is who speaks.
    """
    sentence = sentences[position]
    client = client_of(reading_of(sentence), item) or owner_of(reading_of(sentence), item)
    accused = _accused_before(sentences, position, client or item, score)
    if client is None:
        return accused
    found = accused or resolve(sentences, position, client, score)
    return Party(found.name, span_of(sentence, item)) if found.resolved or client.kind == "name" else None


def _accused_before(sentences: Sequence[Sentence], position: int, item: Mention, score: Scorer) -> Party | None:
    """The party that was accused just before, where a pronoun or "the group" denies: it is not the accuser who does."""
    reading = reading_of(sentences[position])
    if item.form in {"we", "i"} or not needs_antecedent(reading, item):
        return None
    pointing = Place(position, reading, item, reading.text[item.first : item.last])
    for number in range(position, max(-1, position - 1 - _ACCUSED_WITHIN), -1):
        before = reading_of(sentences[number])
        for other in accused_in(before):
            place = Place(number, before, other, before.text[other.first : other.last])
            if (number < position or other.end <= item.start) and may_stand_for(pointing, place):
                # "The Front" that the army accuses is not the army.
                own = span_of(sentences[number], other)
                name = own if other.kind == "name" else resolve(sentences, number, other, score).name
                return Party(name, span_of(sentences[position], item))
    return None
