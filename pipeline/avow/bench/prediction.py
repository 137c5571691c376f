"""How fast sentences are labelled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import perf_counter

from avow.bench import Rate
from avow.documents import read
from avow.models import load, load_pipeline
from avow.records import Sentence
from avow.sentences import split


def run(source: Path, folder: Path, limit: int) -> list[Rate]:
    """Label the same sentences with the portable model and with the pipeline that it was made from.

    Args:
        source: Text.
        folder: The model; its pipeline is opened, so it must be one that you made.
        limit: How many sentences.

    Returns:
        Rates in sentences a second, ours first.
    """
    sentences = list(islice(_sentences(source), limit))
    model, pipeline = load(folder), load_pipeline(folder, trusted=True)
    names = ("avow, portable", "scikit-learn pipeline, in bulk", "scikit-learn pipeline, one at a time")
    few = sentences[: max(1, len(sentences) // 20)]
    speeds: list[float] = []
    for name, chosen in zip(names, (sentences, sentences, few), strict=True):
        start = perf_counter()
        if name == names[0]:
            for _ in model.predict_sentences(chosen):
                pass
        elif name == names[1]:
            pipeline.predict_proba(chosen)
        else:
            for sentence in chosen:
                pipeline.predict_proba([sentence])
        speeds.append(len(chosen) / (perf_counter() - start))
    return [Rate(name, speed, speeds[0] / speed) for name, speed in zip(names, speeds, strict=True)]


def _sentences(source: Path) -> Iterator[Sentence]:
    for document in read(source):
        yield from split(document)
