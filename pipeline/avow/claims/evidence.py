"""What speaks for and against each status of a sentence in its document, as numbers with names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from avow.claims.plainness import (
    SURENESS,
    apart,
    is_called_a_group,
    is_silent,
    of_act,
    of_body_called_a_group,
    of_state,
    plainly,
    plainness,
    sayings_of,
    speaks,
    tells_of_act,
)
from avow.cues import Reading
from avow.cues.accounts import accounts
from avow.cues.accounts.blame import unaccused
from avow.cues.accounts.suspicion import unsuspected
from avow.cues.avowal import FIRST, statements_of, weigh
from avow.cues.grammar import grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.sayings import STANCES
from avow.cues.stance_terms import stance_terms
from avow.mentions.readings import reading_of
from avow.mentions.written import shouted
from avow.models import Model, StanceTable
from avow.models.columns import logistic
from avow.models.model import softmax
from avow.records import LABELS, STATUSES, Label, Sentence

_CLAIM = LABELS.index(Label.CLAIM)
_SURE = 0.5
"""From which probability on a claim of the classifier has its document asked, though the grammar finds nothing."""
_LEAST = 1e-9
_MOST, _UNLIKELY = 8.0, -4.0
"""Log-odds beyond these count as these; those of another status or sentence that are below count for nothing."""
_BEFORE_MOST, _OTHERS_MOST = 2.0, 4.0
"""The most earlier sentences, and the most others, that count."""
_WORDS = 2
"""How many words in small letters there are in what says anything: not in a source in brackets, nor in a headline."""
_NAMES = tuple(map(str, STATUSES))
_OWN = [frozenset({f"{name}>0", f"others {name}", f"plainly {name}", f"told {name}"}) for name in _NAMES]
"""What a status has under other names, as its own regression, company and grammar."""


class Evidence(NamedTuple):
    """What speaks for and against the statuses of one sentence.

    Attributes:
        shared: Numbers by name that count for every status.
        odds: The log-odds of each regression.
        gates: Numbers by name, for each status, that change what its regression is worth.
    """

    shared: Mapping[str, float]
    odds: tuple[float, ...]
    gates: tuple[Mapping[str, float], ...]

    def of(self, order: int) -> Iterator[tuple[str, float]]:
        """All that speaks for or against one status.

        Args:
            order: Its place among ``STATUSES``.

        Yields:
            Names and values.
        """
        own = _OWN[order]
        yield from (item for item in self.shared.items() if item[0] not in own)
        odds = self.odds[order]
        yield "self", odds
        if odds > 0:
            yield "self>0", odds
        for name, value in self.gates[order].items():
            yield name, value
            yield f"self & {name}", value * odds
            if odds > 0:
                yield f"self>0 & {name}", value * odds


def evidence_of(model: Model, table: StanceTable, parts: Sequence[Sentence]) -> list[Evidence | None]:
    """What speaks for the statuses of the sentences of a document.

    Args:
        model: The classifier.
        table: The regressions.
        parts: The sentences.

    Returns:
        The evidence of each sentence; ``None`` for those that are not asked.
    """
    scores = model.in_document([model.scores_of(reading_of(sentence)) for sentence in parts])
    claims = [softmax(row)[_CLAIM] for row in scores]
    silent = [is_silent(parts, at) for at in range(len(parts))]
    if all(silent) and not any(claim >= _SURE for claim in claims):
        return [None] * len(parts)
    document = _Document(parts, silent, [_odds(table, sentence) for sentence in parts])
    found: list[Evidence | None] = []
    for at, claim in enumerate(claims):
        reading = reading_of(parts[at])
        if silent[at] and not (shouted(reading) or reading.small >= _WORDS):
            found.append(None)
            continue
        heard = _Heard(document, at)
        shared = {"label": _bounded(_log_odds(claim)), **document.around(at), **heard.grammar()}
        found.append(Evidence(shared, document.odds[at], heard.gates()))
    return found


class _Document:
    """A document's sentences with what is asked of all of them."""

    def __init__(self, parts: Sequence[Sentence], silent: Sequence[bool], odds: Sequence[tuple[float, ...]]) -> None:
        self.parts = parts
        self.silent = silent
        self.odds = odds
        self.act = [tells_of_act(reading_of(sentence)) for sentence in parts]
        self.of_act = any(self.act)
        self.length = math.log(len(parts))
        self._likely = [tuple(map(logistic, row)) for row in odds]
        self._sums: list[float] = [sum(column) for column in zip(*self._likely, strict=True)]
        self._highest = [sorted(column, reverse=True)[:2] for column in zip(*self._likely, strict=True)]
        self._talk = [speaks(reading_of(sentence)) for sentence in parts]
        self._talk_before = list(accumulate(self._talk, initial=0))
        # Few sentences speak of a militia; a spokesman's is held against those alone that have the body's first word.
        self._naming: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in map(reading_of, parts):
            if reading.possible & W.INSURGENT and W.GROUP & reading.possible:
                for form in set(reading.forms):
                    self._naming[form].append(reading)
        self._called: dict[tuple[str, ...], bool] = {}

    def is_called_a_group(self, name: tuple[str, ...]) -> bool:
        """Whether the document says of a body that it is a group."""
        if name not in self._called:
            self._called[name] = any(is_called_a_group(other, name) for other in self._naming.get(name[0], ()))
        return self._called[name]

    def around(self, at: int) -> dict[str, float]:
        """What the regressions make of the sentence and of the others."""
        found = {
            "talk before": min(self._talk_before[at], _BEFORE_MOST),
            "other talk": min(self._talk_before[-1] - self._talk[at], _OTHERS_MOST),
        }
        for where, beside in (("", at), ("previous ", at - 1), ("next ", at + 1)):
            if 0 <= beside < len(self.parts):
                for name, odds in zip(_NAMES, self.odds[beside], strict=True):
                    if odds > _UNLIKELY:
                        found[f"{where}{name}"], found[f"{where}{name}>0"] = odds - _UNLIKELY, max(odds, 0.0)
        for order, name in enumerate(_NAMES):
            first, *second = self._highest[order]
            found[f"others {name}"] = self.others(at, order)
            found[f"most {name}"] = first if self._likely[at][order] < first else second[0] if second else 0.0
        return found

    def others(self, at: int, order: int) -> float:
        """How many other sentences are likely to have a status."""
        return min(max(self._sums[order] - self._likely[at][order], 0.0), _OTHERS_MOST)


class _Heard:
    """What the grammar finds in a sentence of a document."""

    def __init__(self, document: _Document, at: int) -> None:
        self._document = document
        self._at = at
        self._reading = reading_of(document.parts[at])
        self._plain = plainly(document.parts, at)
        self._told = {item.stance for item in accounts(self._reading)}
        self._stated = statements_of(self._reading)
        self._avowals = [item for item in self._stated if weigh(item)]
        plainest = max((plainness(self._reading, item) for item in self._stated), default=0.0)
        self._plainest = plainest or SURENESS * self._of_group()
        self._capitals = shouted(self._reading)
        self._first = bool(self._reading.present & FIRST)

    def grammar(self) -> dict[str, float]:
        """What counts for every status."""
        reading, document = self._reading, self._document
        grammar = grammar_of(reading)
        shouts = self._capitals and not self._avowals
        found = {
            "act": document.act[self._at],
            "nobody suspected": unsuspected(grammar),
            "accused of no act": unaccused(grammar),
            "avows plainly": self._plainest,
            "of a state": bool(self._avowals) and not self._plainest and all(map(of_state(reading), self._avowals)),
            "quoted in capitals": shouts and any(reading.quoted),
            "nobody speaks in capitals": shouts and not self._first,
        }
        for name in STANCES:
            found[f"plainly {name}"], found[f"told {name}"] = name in self._plain, name in self._told
        return {name: float(value) for name, value in found.items() if value}

    def _of_group(self) -> bool:
        """Whether a spokesman tells what "the group" did, whose body the document calls one."""
        called = self._document.is_called_a_group
        return any(of_body_called_a_group(called, self._reading, item) for item in self._stated)

    def gates(self) -> tuple[Mapping[str, float], ...]:
        """What changes the worth of the regression of each status."""
        reading, document, at = self._reading, self._document, self._at
        shared = {
            "silent": document.silent[at],
            "capitals": self._capitals,
            "quoted": any(reading.quoted),
            "first person": self._first,
            "act near": of_act(document.parts, at),
            "act in document": document.of_act,
            "sentences": document.length,
            "words": math.log(1 + len(reading.forms)),
        }
        told = [
            (bool(self._plainest), bool(self._avowals)),
            *((name in self._plain, name in self._told) for name in STANCES),
        ]
        turns = apart(reading, self._avowals)
        aside = [bool(turns), *(name in turns for name in STANCES)]
        each = [
            {**shared, "plain": plainest, "told": heard, "apart": turned, "company": document.others(at, order)}
            for order, ((plainest, heard), turned) in enumerate(zip(told, aside, strict=True))
        ]
        return tuple({name: float(value) for name, value in gates.items() if value} for gates in each)


def _odds(table: StanceTable, sentence: Sentence) -> tuple[float, ...]:
    """What the regressions make of a sentence by itself."""
    values = stance_terms(reading_of(sentence), sayings_of(sentence))
    return tuple(map(_bounded, table.odds(values)))


def _log_odds(probability: float) -> float:
    # Rounded to nought or one, it is as unlikely or as likely as anything that counts.
    return math.log(max(probability, _LEAST) / max(1.0 - probability, _LEAST))


def _bounded(odds: float) -> float:
    return max(-_MOST, min(_MOST, odds))
