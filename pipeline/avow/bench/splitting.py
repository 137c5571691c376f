"""How fast sentences are split."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from avow.bench import Rate, pinned, rates
from avow.documents import read
from avow.errors import InputError, MissingExtraError
from avow.sentences import split

_SLOW = {"pySBD": 0.02, "spaCy sentencizer": 0.2}
"""Share of the text that slow ones get: one is slower by two orders of magnitude, the other by one."""

Splitter = Callable[[str], object]


def run(source: Path, *, rounds: int, megabytes: float) -> list[Rate]:
    """Measure splitters on text that none of them has seen: every round takes a fresh stretch of it.

    Args:
        source: Text.
        rounds: Rounds; the median counts.
        megabytes: How much text a splitter gets in all.

    Returns:
        Rates in MB a second, ours first.

    Raises:
        InputError: There is too little text.
        MissingExtraError: A peer is not installed.
    """
    splitters = _splitters()
    wanted = int(megabytes * 1_000_000 / rounds)
    texts = (document.text for document in read(source))
    speeds: dict[str, list[float]] = {name: [] for name in splitters}
    with pinned():
        for _ in range(rounds):
            texts_of_round = _stretch(texts, wanted)
            if not texts_of_round:
                raise InputError("too little text", where=str(source), remedy="lower --megabytes or --rounds")
            for name, splitter in splitters.items():
                share = _SLOW.get(name, 1.0)
                chosen = list(islice(texts_of_round, max(1, int(len(texts_of_round) * share))))
                size = sum(len(text) for text in chosen) / 1e6
                start = perf_counter()
                for text in chosen:
                    splitter(text)
                speeds[name].append(size / (perf_counter() - start))
    return rates(speeds)


def _stretch(texts: object, wanted: int) -> list[str]:
    found: list[str] = []
    size = 0
    for text in texts:  # type: ignore[attr-defined]
        found.append(text)
        size += len(text)
        if size >= wanted:
            return found
    return []


def _splitters() -> dict[str, Splitter]:
    try:
        import nupunkt
        import pysbd
        import sentencex
        import spacy
    except ImportError as error:
        raise MissingExtraError(error.name or "nupunkt", "bench", "this benchmark") from error
    segmenter = pysbd.Segmenter(language="en", clean=False)
    nupunkt.sent_tokenize("Load the model. Then begin.")
    split("Load the engine. Then begin.")
    blank: Any = spacy.blank("en")
    blank.add_pipe("sentencizer")
    return {
        "avow": split,
        "sentencex alone": lambda text: sentencex.segment("en", text),
        "nupunkt": nupunkt.sent_tokenize,
        "spaCy sentencizer": lambda text: list(blank(text).sents),
        "pySBD": segmenter.segment,
    }
