"""How fast sentences are labelled, in bulk, one at a time, and from raw text."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from avow.bench import Rate, pinned, rates, speed
from avow.bench.peers import ENCODER, LIGHT, UNION, Classify, classifiers, encoder, gold, light, union
from avow.documents import read
from avow.errors import InputError, MissingExtraError
from avow.models import Model, load, load_pipeline
from avow.models.manifest import PIPELINE
from avow.prediction import predict_documents
from avow.records import Document, Sentence
from avow.sentences import split

_BATCH = 1000
_BATCHES = {ENCODER: 8}
"""Sentences to a batch of who takes seconds for more."""
_FRESH = "{}, fresh text"


def bulk(source: Path, folder: Path, seeds: Path, *, rounds: int, seconds: float) -> list[Rate]:
    """Label sentences in bulk with our model, a light one and peers.

    Args:
        source: Text; every round takes other sentences of it.
        folder: Our model; its pipeline is opened, so it must be one that you made.
        seeds: What the light model and peers learn from.
        rounds: Rounds; the median counts.
        seconds: Time that each gets in a round.

    Returns:
        Rates in sentences a second, ours first: on text that its memory of words has seen, then on fresh text.

    Raises:
        InputError: There is too little text.
    """
    texts = [sentence.text for sentence in islice(_sentences(source), 100_000 * rounds)]
    size = _share(texts, rounds, source)
    items = gold(seeds)
    with tempfile.TemporaryDirectory() as name, pinned():
        others = {UNION: union(items).predict_proba, **classifiers(items, Path(name))}
        if (folder / PIPELINE).exists():
            others["its own scikit-learn pipeline"] = _pipeline(folder)
        others[ENCODER] = encoder()
        ours = {"avow": folder, LIGHT: light(items, Path(name))}
        names = (*(form for key in ours for form in (key, _FRESH.format(key))), *others)
        speeds: dict[str, list[float]] = {key: [] for key in names}
        for turn in range(rounds):
            part = texts[turn * size : (turn + 1) * size]
            for key, place in ours.items():
                # A model that has just been loaded remembers no word.
                way = _ready(place).predict_proba
                speeds[_FRESH.format(key)].append(speed(way, part, batch=_BATCH, seconds=seconds))
                speeds[key].append(speed(way, part, batch=_BATCH, seconds=seconds))
            for key, classify in others.items():
                speeds[key].append(speed(classify, part, batch=_BATCHES.get(key, _BATCH), seconds=seconds))
    return rates(speeds)


def single(source: Path, folder: Path, seeds: Path, *, rounds: int, seconds: float) -> list[Rate]:
    """Label one sentence after the other, as a program that calls a model for each does.

    Args:
        source: Text.
        folder: Our model.
        seeds: What the light model and the peer learn from.
        rounds: Rounds; the median counts.
        seconds: Time that each gets in a round.

    Returns:
        Rates in sentences a second, ours first.

    Raises:
        InputError: There is too little text.
    """
    texts = [sentence.text for sentence in islice(_sentences(source), 20_000 * rounds)]
    size = _share(texts, rounds, source)
    with tempfile.TemporaryDirectory() as name, pinned():
        items = gold(seeds)
        small = load(light(items, Path(name)))
        ways: dict[str, Callable[[Sequence[str]], object]] = {
            "avow": load(folder).predict,
            LIGHT: small.predict,
            UNION: union(items).predict,
        }
        speeds: dict[str, list[float]] = {name: [] for name in ways}
        for turn in range(rounds):
            part = texts[turn * size : (turn + 1) * size]
            for name, way in ways.items():
                speeds[name].append(speed(way, part, batch=1, seconds=seconds))
    return rates(speeds)


def whole(source: Path, folder: Path, seeds: Path, *, rounds: int, seconds: float) -> list[Rate]:
    """From raw text to labelled sentences with offsets, on text that nobody has seen.

    Args:
        source: Text.
        folder: Our model.
        seeds: What the light model and the peer learn from.
        rounds: Rounds; the median counts.
        seconds: Time that each gets in a round.

    Returns:
        Rates in documents a second, ours first.

    Raises:
        InputError: There is too little text.
        MissingExtraError: pySBD is not installed.
    """
    try:
        import pysbd
    except ImportError as error:
        raise MissingExtraError("pysbd", "bench", "this benchmark") from error
    documents = list(islice(read(source), 50_000 * rounds))
    size = _share(documents, rounds, source)
    with tempfile.TemporaryDirectory() as name, pinned():
        items = gold(seeds)
        ours = {"avow": folder, LIGHT: light(items, Path(name))}
        peer, segmenter = union(items), pysbd.Segmenter(language="en", clean=False, char_span=True)

        def theirs(batch: Sequence[Document]) -> None:
            spans = [span for document in batch for span in segmenter.segment(document.text)]
            peer.predict_proba([span.sent for span in spans])

        speeds: dict[str, list[float]] = {key: [] for key in (*ours, f"pySBD and {UNION}")}
        for turn in range(rounds):
            part = documents[turn * size : (turn + 1) * size]
            for key, place in ours.items():
                speeds[key].append(speed(_annotate(_ready(place)), part, batch=_BATCH, seconds=seconds))
            speeds[f"pySBD and {UNION}"].append(speed(theirs, part, batch=20, seconds=seconds))
    return rates(speeds)


def _ready(folder: Path) -> Model:
    """A model with all that it needs for much text: who was fitted in the run has everything at hand as well."""
    model = load(folder)
    model.prepare()
    return model


def _pipeline(folder: Path) -> Classify:
    pipeline = load_pipeline(folder, trusted=True)
    return lambda texts: pipeline.predict_proba([Sentence.bare(text) for text in texts])


def _annotate(model: Model) -> Callable[[Sequence[Document]], object]:
    return lambda batch: [len(item.predictions) for item in predict_documents(model, batch, many=True)]


def _share(items: Sequence[object], rounds: int, source: Path) -> int:
    if len(items) < rounds * 10:
        raise InputError(f"{len(items)} pieces of text", where=str(source), expected=f"at least {rounds * 10}")
    return len(items) // rounds


def _sentences(source: Path) -> Iterator[Sentence]:
    for document in read(source):
        yield from split(document)
