"""Scores of parts of a set, of the model without context, and of baselines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from avow.corpus.intervals import wilson
from avow.evaluation.baselines import rules
from avow.evaluation.record import Row
from avow.evaluation.scores import (
    Floats,
    Ints,
    Resamples,
    Score,
    confusions,
    label_scores,
    merge_columns,
    overall_scores,
)
from avow.evaluation.settings import Settings
from avow.records import LABELS, GoldSentence, Label

_LENGTHS = (
    (0, 8, "up to 8 words"),
    (9, 18, "9 to 18 words"),
    (19, 28, "19 to 28 words"),
    (29, 10**9, "29 words or more"),
)


def beside_claims(gold: Sequence[GoldSentence]) -> list[int]:
    """Denials, absences of a claim, accusations and suspicions that are no claims.

    Args:
        gold: Labelled sentences.

    Returns:
        Their positions.
    """
    return [at for at, item in enumerate(gold) if item.label is not Label.CLAIM and item.stances]


def false_claims(
    gold: Sequence[GoldSentence], predicted: Ints, kept: Sequence[Label], confidence: float
) -> dict[str, Score]:
    """The share of what stands beside claims that is taken for one.

    The interval is Wilson's, since a bootstrap of a rate near nought has no width.

    Args:
        gold: Labelled sentences.
        predicted: Label indices after merging.
        kept: Labels after merging.
        confidence: Coverage of the interval.

    Returns:
        The share by its name; nothing where nothing stands beside claims or claims are merged.
    """
    beside = beside_claims(gold)
    if not beside or Label.CLAIM not in kept:
        return {}
    share = float(np.mean(predicted[beside] == kept.index(Label.CLAIM)))
    return {"false_claims": Score(share, *wilson(share, len(beside), confidence))}


def _brief(truth: Ints, predicted: Ints, kept: Sequence[Label], draws: Resamples) -> dict[str, Score]:
    """Accuracy, macro-F1 and F1 of each label."""
    table = confusions(truth, predicted, len(kept), draws)
    overall = overall_scores(table)
    f1 = label_scores(table)["f1"]
    scores = {"accuracy": draws.score(overall["accuracy"]), "macro_f1": draws.score(overall["macro_f1"])}
    return scores | {f"f1 {label}": draws.score(f1[:, column]) for column, label in enumerate(kept)}


def context_rows(
    truth: Ints, merged: Floats, alone: Floats | None, targets: Sequence[int], count: int, draws: Resamples
) -> list[Row]:
    """Scores of sentences in their documents and of the same ones read alone.

    Args:
        truth: Label indices after merging.
        merged: Probabilities in the document, after merging.
        alone: Probabilities of sentences read alone, before merging; ``None`` where that makes no difference.
        targets: For each label the index of the merged one.
        count: Number of merged labels.
        draws: The resamples.

    Returns:
        Two rows; none without ``alone``.
    """
    if alone is None:
        return []
    kept = [
        label for label, target in zip(LABELS, targets, strict=True) if targets.index(target) == LABELS.index(label)
    ]
    without = merge_columns(alone, targets, count)
    return [
        Row("context", name, len(truth), _brief(truth, values.argmax(axis=1).astype(np.int64), kept, draws))
        for name, values in (("sentence in its document", merged), ("sentence alone", without))
    ]


def slice_rows(
    gold: Sequence[GoldSentence], truth: Ints, predicted: Ints, kept: Sequence[Label], settings: Settings
) -> Iterator[Row]:
    """Scores of parts of a set, such as those of a genre or of a length.

    Args:
        gold: Labelled sentences.
        truth: Label indices after merging.
        predicted: Label indices after merging.
        kept: Labels after merging.
        settings: How.

    Yields:
        A row a part.
    """
    members: dict[tuple[str, str], list[int]] = {}
    for at, item in enumerate(gold):
        for key in _parts(item):
            members.setdefault(key, []).append(at)
    for (dimension, value), places in sorted(members.items()):
        if len(places) == len(gold) and dimension in {"genre", "family"}:
            continue
        chosen = np.asarray(places)
        draws = settings.draws([gold[at].group for at in places])
        scores = _brief(truth[chosen], predicted[chosen], kept, draws)
        scores |= false_claims([gold[at] for at in places], predicted[chosen], kept, settings.confidence)
        yield Row(dimension, value, len(places), scores)


def _parts(item: GoldSentence) -> Iterator[tuple[str, str]]:
    if item.genre:
        yield "genre", item.genre
    if item.family:
        yield "family", item.family
    words = len(item.sentence.text.split())
    for least, most, name in _LENGTHS:
        if least <= words <= most:
            yield "length", name
    text = item.sentence.text
    if item.sentence.open_quote:
        yield "quotation", "begins inside one"
    elif any(mark in text for mark in '"“”«»'):
        yield "quotation", "holds one"
    else:
        yield "quotation", "none"
    for stance in item.stances:
        yield "stance", stance
    for name, value in item.attributes:
        if name in {"mode", "doubt", "clear"}:
            yield name, value
    if ("clear", "yes") in item.attributes and item.family:
        yield "clear cases", item.family


def baseline_rows(
    gold: Sequence[GoldSentence],
    truth: Ints,
    targets: Sequence[int],
    kept: Sequence[Label],
    draws: Resamples,
    majority: Label,
) -> Iterator[Row]:
    """Scores of baselines on a set.

    Args:
        gold: Labelled sentences.
        truth: Label indices after merging.
        targets: For each label the index of the merged one.
        kept: Labels after merging.
        draws: The resamples.
        majority: The most frequent label in training.

    Yields:
        A row a baseline; without scores where what it needs is not installed.
    """
    for name, rule in rules(majority).items():
        try:
            labels = rule(gold)
        except ImportError:
            yield Row("baseline", name, 0, {}, 'not installed: pip install "avow[baselines]"')
            continue
        predicted = np.asarray([targets[LABELS.index(label)] for label in labels], dtype=np.int64)
        yield Row("baseline", name, len(gold), _brief(truth, predicted, kept, draws))
