"""What training costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from avow.corpus import read_corpus
from avow.params import Parameters
from avow.records import GoldSentence
from avow.training import train


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one training run.

    Attributes:
        sentences: Sentences trained on.
        terms: Terms of the model.
        seconds: Wall time.
        megabytes: Highest memory of the process.
    """

    sentences: int
    terms: int
    seconds: float
    megabytes: float


def run(seeds: Path, count: int) -> Cost:
    """Train once and measure it.

    Args:
        seeds: Corpus to draw sentences from.
        count: How many; the corpus is repeated, its documents renamed, where it is smaller.

    Returns:
        The cost.
    """
    gold = [item for document in read_corpus([seeds]) for item in document.sentences]
    chosen = [_renamed(item, at // len(gold)) for at, item in enumerate(islice(cycle(gold), count))]
    start = perf_counter()
    model = train(chosen, _held_out(gold), Parameters())
    return Cost(len(chosen), len(model.weights), perf_counter() - start, _peak())


def _renamed(item: GoldSentence, turn: int) -> GoldSentence:
    return replace(item, group=f"{item.group}~{turn}")


def _held_out(gold: Sequence[GoldSentence]) -> list[GoldSentence]:
    """Sentences to calibrate on, under other names: only the cost counts here, not the scores."""
    return [replace(item, group=f"calibration/{item.group}") for item in gold[::7]]


def _peak() -> float:
    try:
        import resource
    except ImportError:
        # Windows has no resource module; the time is still of use.
        return float("nan")
    import sys

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1_000_000 if sys.platform == "darwin" else 1000)
