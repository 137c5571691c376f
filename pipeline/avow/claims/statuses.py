"""The probability of each status of a sentence: the regressions and the grammar, weighed in the document.

What speaks for a status is a list of numbers with names: what the five regressions make of the sentence and of those
around it, what the grammar finds, and what the document is like. Their weights stand in ``weights.tsv``, a column a
status; :mod:`avow.balance` fitted them on development documents of our own corpus and of real news together, since the
regressions learn from the former alone, in which claims and accusations are far more frequent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from avow.claims.evidence import Evidence, evidence_of
from avow.errors import InputError
from avow.models import Model, StanceTable
from avow.models.columns import logistic
from avow.records import STATUSES, Sentence, Status
from avow.storage import read_text

_WEIGHTS = "weights.tsv"


class Weights(NamedTuple):
    """How evidence is weighed into log-odds.

    Attributes:
        bias: What every sentence begins with, a number a status.
        least: The probability from which on a status has a record.
        weights: By the name of a piece of evidence what one unit of it adds, a number a status.
    """

    bias: tuple[float, ...]
    least: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]


@cache
def fitted_weights() -> Weights:
    """The weights that come with Avow.

    Returns:
        Those of ``weights.tsv``.
    """
    return read_weights(Path(__file__).with_name(_WEIGHTS))


def read_weights(path: Path) -> Weights:
    """Read a table of weights.

    Args:
        path: A file that ``avow balance`` made.

    Returns:
        The weights.

    Raises:
        InputError: It is no such table.
    """
    lines = [line.split("\t") for line in read_text(path).splitlines() if line and not line.startswith("#")]
    if not lines or lines[0] != ["evidence", *map(str, STATUSES)]:
        raise InputError("not a table of weights", where=str(path), expected="what avow balance writes")
    rows: dict[str, tuple[float, ...]] = {}
    for name, *numbers in lines[1:]:
        try:
            rows[name] = tuple(map(float, numbers))
        except ValueError:
            rows[name] = ()
        if len(rows[name]) != len(STATUSES):
            raise InputError(
                f"{name!r} has not a number a status", where=str(path), expected="what avow balance writes"
            )
    if not {"bias", "least"} <= rows.keys():
        raise InputError("no bias, or no least probability", where=str(path), expected="what avow balance writes")
    return Weights(rows.pop("bias"), rows.pop("least"), rows)


def least_of(status: Status) -> float:
    """From which probability on a status has a record unless something else is asked for.

    Args:
        status: The status.

    Returns:
        The highest probability at which F1 on development documents, the mean of our own and of real news, is less than
        half a point below its best: the median of five such choices, each with a fifth of the documents left out.
    """
    return fitted_weights().least[STATUSES.index(status)]


def statuses(model: Model, table: StanceTable, parts: Sequence[Sentence]) -> list[dict[Status, float]]:
    """The probability of each status for the sentences of a document.

    Args:
        model: The classifier.
        table: The regressions.
        parts: The sentences.

    Returns:
        Probabilities by status, a mapping a sentence; they need not sum to one, since a sentence may say several. It
        is empty for sentences that are not asked: those of a document in which the grammar finds nothing and the
        classifier no claim, and what is no sentence, such as a source in brackets.
    """
    fitted = fitted_weights()
    return [{} if evidence is None else _weighed(fitted, evidence) for evidence in evidence_of(model, table, parts)]


def _weighed(fitted: Weights, evidence: Evidence) -> dict[Status, float]:
    found: dict[Status, float] = {}
    for order, status in enumerate(STATUSES):
        score = fitted.bias[order]
        for name, value in evidence.of(order):
            row = fitted.weights.get(name)
            if row is not None:
                score += value * row[order]
        found[status] = logistic(score)
    return found
