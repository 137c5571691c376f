"""Labelled sets made ready to be fitted and scored many times: terms are read once."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from avow.corpus.likeness import ShingleIndex, compared_words, is_short, shingles, whole_of
from avow.errors import InputError
from avow.features import Terms, extract
from avow.records import LABELS, GoldSentence
from avow.sources import Source, doubtful

Rows = NDArray[np.int64]
Progress = Callable[[str, int, int], None]
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Material:
    """The sentences of several sets, one after the other.

    Attributes:
        sources: The sets.
        gold: All sentences; a document's name begins with its set's.
        terms: Their terms.
        truth: Their labels' indices.
        likeness: A number for each; sentences that are the same or nearly so have the same one, a short one its own.
        wording: A number for each; short sentences that are the same word by word have the same one.
        tabled: Whether each is a row of a table, whose short sentences count as the same as well.
        bounds: Where each set begins, and after the last one.
        weights: What each sentence counts in training.
        claims: What each counts in the regression of claims.
    """

    sources: Sequence[Source]
    gold: Sequence[GoldSentence]
    terms: Terms
    truth: Rows
    likeness: Rows
    wording: Rows
    tabled: NDArray[np.bool_]
    bounds: Sequence[int]
    weights: NDArray[np.float64]
    claims: NDArray[np.float64]

    def rows(self, at: int) -> Rows:
        """The sentences of a set.

        Args:
            at: Its place.

        Returns:
            Their positions.
        """
        return np.arange(self.bounds[at], self.bounds[at + 1])

    def unseen(self, tested: Rows, trained: Rows) -> Rows:
        """What may be tested on after training.

        Args:
            tested: Positions of sentences to test on.
            trained: Positions of sentences trained on.

        Returns:
            Those of ``tested`` that are not the same as, nor nearly, one of ``trained``.
        """
        seen = np.isin(self.likeness[tested], self.likeness[trained])
        repeated = self.tabled[tested] & np.isin(self.wording[tested], self.wording[trained])
        return tested[~(seen | repeated)]

    def groups(self, rows: Rows) -> list[str]:
        """The documents of sentences.

        Args:
            rows: Positions of sentences.

        Returns:
            Names.
        """
        return [self.gold[at].group for at in rows.tolist()]


def material(sources: Sequence[Source], progress: Progress | None = None) -> Material:
    """Make sets ready.

    Args:
        sources: The sets.
        progress: Is told a step, how many sentences are done and how many there are.

    Returns:
        All of them.

    Raises:
        InputError: There are none, or two have the same name.
    """
    names = [source.name for source in sources]
    if not sources or len(set(names)) < len(names):
        raise InputError(f"sets {', '.join(names) or 'none'}", expected="at least one set, and names that differ")
    gold = [
        replace(item, group=f"{source.name}/{item.family}/{item.group}")
        for source in sources
        for item in source.sentences
    ]
    tell = progress or (lambda step, done, total: None)
    terms = extract([item.sentence for item in gold], lambda done: tell("reading terms", done, len(gold)))
    weights = np.concatenate([np.full(len(source.sentences), source.weight) for source in sources])
    suspects = [id(item) in found for source in sources for found in [doubtful(source)] for item in source.sentences]
    return Material(
        sources,
        gold,
        terms,
        np.asarray([LABELS.index(item.label) for item in gold], dtype=np.int64),
        _likeness([item.sentence.text for item in gold]),
        _wording([item.sentence.text for item in gold]),
        np.asarray([bool(item.source) for item in gold]),
        np.cumsum([0, *(len(source.sentences) for source in sources)]).tolist(),
        weights,
        np.where(suspects, 0.0, weights),
    )


def folds(whole: Material, rows: Rows, count: int, seed: int) -> Iterator[tuple[Rows, Rows]]:
    """Divide sentences by document, labels spread evenly.

    Args:
        whole: What they are part of.
        rows: Positions of the sentences.
        count: Number of folds.
        seed: Of the division.

    Yields:
        Positions to train on and positions to test on.

    Raises:
        InputError: There are fewer documents, or fewer sentences of every label, than folds.
    """
    groups = whole.groups(rows)
    if len(set(groups)) < count:
        raise InputError(
            f"{len(set(groups))} documents for {count} folds",
            expected="at least as many documents as folds",
            remedy="lower --folds, or name the documents of a table with --group",
        )
    most = int(np.bincount(whole.truth[rows]).max())
    if most < count:
        raise InputError(
            f"{most} sentences of the most frequent label for {count} folds",
            expected="at least as many as folds",
            remedy="lower --folds, or give more sentences",
        )
    divided = StratifiedGroupKFold(count, shuffle=True, random_state=seed)
    with warnings.catch_warnings():
        # A label with fewer sentences than folds is in few of them; fitting says where one of facts or opinions lacks.
        warnings.filterwarnings("ignore", "The least populated class", UserWarning)
        parts = list(divided.split(np.zeros(len(rows)), whole.truth[rows], groups))
    for inside, outside in parts:
        yield rows[inside], rows[outside]


def refuse_untestable(tested: Mapping[str, Rows]) -> None:
    """Refuse to fit where nothing is left to test on.

    Args:
        tested: Positions of the sentences of each set that were not trained on.

    Raises:
        InputError: No set has any.
    """
    if not any(len(rows) for rows in tested.values()):
        raise InputError(
            f"nothing to test on: all sentences of {', '.join(tested)} stand, or nearly, in what is trained on",
            expected="other text",
        )


def _likeness(texts: Sequence[str]) -> Rows:
    index = ShingleIndex()
    found = np.arange(len(texts))
    for at, text in enumerate(texts):
        # Short sentences, such as "He declined to comment.", recur without being copies.
        if is_short(text):
            continue
        marks = shingles(compared_words(text))
        earlier = index.best(marks, _ALIKE)
        if earlier is not None:
            found[at] = int(earlier)
        else:
            index.add(str(at), marks)
    return found


def _wording(texts: Sequence[str]) -> Rows:
    first: dict[str, int] = {}
    return np.asarray(
        [first.setdefault(whole_of(text), at) if is_short(text) else at for at, text in enumerate(texts)],
        dtype=np.int64,
    )
