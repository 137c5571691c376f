"""What training costs, and how the cost grows with the number of sentences."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from time import perf_counter

from avow.bench.corpus import seed_documents
from avow.params import Parameters
from avow.records import GoldSentence, Sentence
from avow.training import train

_NOISE = 0.1


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


def run(seeds: Path, size: int, progress: Callable[[str, int | None], None] | None = None) -> Cost:
    """Train once and measure it.

    Args:
        seeds: Corpus to draw sentences from.
        size: How many; where the corpus is smaller it is repeated with noise.
        progress: As for :func:`avow.training.train`.

    Returns:
        The cost.

    Raises:
        InputError: The corpus is not there, or breaks the format.
    """
    gold = [item for document in seed_documents(seeds) for item in document.sentences]
    chosen = noisy(gold, size)
    start = perf_counter()
    model = train(chosen, _held_out(gold), Parameters(), progress=progress)
    return Cost(len(chosen), len(model.weights), perf_counter() - start, _peak())


def noisy(gold: Sequence[GoldSentence], size: int, *, seed: int = 20) -> list[GoldSentence]:
    """Labelled sentences of any number: after the first turn every tenth word is another one, drawn from all words.

    Args:
        gold: Labelled sentences.
        size: How many to make.
        seed: Of what is drawn.

    Returns:
        The sentences, those of each turn in documents of their own.
    """
    return [item for item, _ in zip(_repeated(gold, random.Random(seed)), range(size), strict=False)]


def _repeated(gold: Sequence[GoldSentence], dice: random.Random) -> Iterator[GoldSentence]:
    words = [word for item in gold for word in item.sentence.text.split()]
    yield from gold
    for turn in count(1):
        for item in gold:
            drawn = [dice.choice(words) if dice.random() < _NOISE else word for word in item.sentence.text.split()]
            document = f"{item.group}~{turn}"
            sentence = Sentence.bare(" ".join(drawn), document=document, number=item.sentence.number)
            yield replace(item, sentence=replace(sentence, open_quote=item.sentence.open_quote), group=document)


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
