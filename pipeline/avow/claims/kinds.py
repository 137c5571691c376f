"""What kind of act a record is about.

The rules of :mod:`avow.claims.acts` answer from the first text that has a word of some kind. A regression over this
answer, the words of the act and of its sentence, the beginnings of words there and in the sentences beside it, and what
the sentences around tell by the rules, weighs them: much is told in words that no list holds, and "the attack" takes
its kind from the document.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from avow.claims.act_nouns import kinds_left
from avow.claims.attack_types import told_kind
from avow.models.kinds import ACT, ANSWERS, AROUND, KNOWN, STEM, WORD, KindTable
from avow.records import ActKind

BEFORE, BEHIND, NEAR = 5, 3, 20
"""Sentences whose words count, before and behind the act's, and on either side those whose kinds do."""
_STEM = 5
"""Characters of a word's beginning."""
_ACT, _WORD, _KNOWN, _AROUND = 1.0, 0.7, 0.7, 1.0
_STEM_ACT, _STEM_WORD, _STEM_BEFORE, _STEM_BEHIND, _STEM_TITLE = 1.0, 0.7, 0.4, 0.3, 0.2
_FADING = 0.8
"""Values of terms by where they stand; those of sentences beside it fade with each one between. Chosen on development
documents of our own corpus and on real development text."""
_LEAST, _LEAST_OF_ITSELF = 0.4, 0.6
"""A kind that is less probable is not told; where the rules find no word of any kind, it must be more probable. Of the
others less than four, and five, in ten are right on development documents."""


class ToldAct(NamedTuple):
    """What may tell the kind of an act.

    Attributes:
        act: The words that name it, normalised; empty where none do.
        sentence: Its sentence, as far as it may speak of this act.
        before: The sentences before, the nearest first; none where they speak of another act.
        behind: Those behind, likewise.
        title: The title of the document, normalised.
        around: The sentences around, the act's among them.
        rule: What the rules answer.
    """

    act: str
    sentence: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    title: str
    around: tuple[str, ...]
    rule: ActKind


def kind_terms(told: ToldAct) -> dict[str, float]:
    """The terms from which the kind of an act is told.

    Args:
        told: What is known of it.

    Returns:
        Values by term.
    """
    act, words = told.act.split(), told.sentence.split()
    values: dict[str, float] = {}
    for prefix, names, value in ((ACT, act, _ACT), (WORD, words, _WORD)):
        values.update(dict.fromkeys((f"{prefix}:{name}" for name in names), value))
        values.update(dict.fromkeys((f"{prefix}:{first} {second}" for first, second in pairwise(names)), value))
    stems: dict[str, float] = {}
    _add(stems, told.title.split(), _STEM_TITLE)
    for texts, value in ((told.behind, _STEM_BEHIND), (told.before, _STEM_BEFORE)):
        for away in range(len(texts) - 1, -1, -1):
            _add(stems, texts[away].split(), value * _FADING**away)
    _add(stems, words, _STEM_WORD)
    _add(stems, act, _STEM_ACT)
    values.update((f"{STEM}:{name}", value) for name, value in stems.items())
    facts = [f"rule={told.rule}", f"act={_tell(told.act) if act else 'none'}", f"sentence={_tell(told.sentence)}"]
    facts += [f"before={_tell(text)}" for text in told.before[:1]]
    values.update(dict.fromkeys((f"{KNOWN}:{fact}" for fact in facts), _KNOWN))
    kinds = Counter(map(_tell, told.around))
    del kinds[ActKind.UNKNOWN]
    total = kinds.total()
    values.update((f"{AROUND}:{kind}", _AROUND * count / total) for kind, count in kinds.items())
    return values


def _add(stems: dict[str, float], words: Iterable[str], value: float) -> None:
    for word in words:
        stem = word[:_STEM]
        if value > stems.get(stem, 0.0):
            stems[stem] = value


_tell = lru_cache(maxsize=4096)(told_kind)


def likeliest_kind(table: KindTable, told: ToldAct) -> ActKind:
    """The kind of an act by the regression.

    Args:
        table: The regression.
        told: What is known of the act.

    Returns:
        The most probable kind of those that the noun for the act leaves open; ``unknown`` where it leaves all open and
        none is probable.
    """
    scores = table.scores(kind_terms(told))
    left = _kinds_left(told)
    if left:
        return max(left, key=lambda kind: (scores[ANSWERS.index(kind)], kind))
    highest = max(scores)
    least = _LEAST_OF_ITSELF if told.rule is ActKind.UNKNOWN else _LEAST
    if least * sum([math.exp(score - highest) for score in scores]) > 1.0:
        return ActKind.UNKNOWN
    return ANSWERS[scores.index(highest)]


def _kinds_left(told: ToldAct) -> frozenset[ActKind]:
    """The kinds that an act's own words leave open; a shooting is an assassination only where somebody was its target.

    That is told by a person behind "of", or near the act by words for the killing of somebody for an office.
    """
    left = kinds_left(told.act)
    if ActKind.ASSASSINATION not in left or len(left) == 1 or " of " in told.act:
        return left
    near = (told.sentence, *told.before, *told.behind, told.title)
    return left if ActKind.ASSASSINATION in map(_tell, near) else left - {ActKind.ASSASSINATION}
