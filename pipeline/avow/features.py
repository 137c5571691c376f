"""The unfitted feature union: TF-IDF of words, pairs and character n-grams, word classes and cues.

Terms and their values come from :mod:`avow.terms` and :mod:`avow.cues`; here they become the columns of a sparse
matrix. Inverse document frequencies are scikit-learn's smoothed ones, counted over training sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.pipeline import FeatureUnion, Pipeline

from avow.cues import term_values
from avow.records import Sentence

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS = {"words": "wW", "pairs": "pP", "characters": "cC", "classes": "kK", "cues": "q", "avowals": "s"}
"""Prefixes of terms by kind of feature."""


class TermVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Term values to a sparse matrix.

    Args:
        kind: A key of ``KINDS``: which terms.
        minimum_sentences: A term is kept where it occurs in this many sentences of the training set.
        scale: Factor of every value.

    Attributes:
        vocabulary_: Column by term.
    """

    def __init__(self, kind: str = "words", minimum_sentences: int = 1, scale: float = 1.0) -> None:
        self.kind = kind
        self.minimum_sentences = minimum_sentences
        self.scale = scale

    def fit(self, mappings: Sequence[Mapping[str, float]], y: Any = None) -> TermVectorizer:
        """Learn which terms there are.

        Args:
            mappings: The term values of the training sentences.
            y: Ignored.

        Returns:
            The vectorizer itself.
        """
        counts: Counter[str] = Counter()
        prefixes = KINDS[self.kind]
        for values in mappings:
            counts.update(term for term in values if term[0] in prefixes)
        kept = sorted(term for term, count in counts.items() if count >= self.minimum_sentences)
        self.vocabulary_ = {term: column for column, term in enumerate(kept)}
        return self

    def transform(self, mappings: Sequence[Mapping[str, float]]) -> sparse.csr_matrix:
        """The values of known terms.

        Args:
            mappings: The term values of any sentences.

        Returns:
            A matrix of float64, shape (sentences, terms).
        """
        columns: list[int] = []
        data: list[float] = []
        bounds = [0]
        vocabulary = self.vocabulary_
        for values in mappings:
            row = sorted((vocabulary[term], value) for term, value in values.items() if term in vocabulary)
            columns.extend(column for column, _ in row)
            data.extend(value for _, value in row)
            bounds.append(len(columns))
        shape = (len(bounds) - 1, len(vocabulary))
        matrix = sparse.csr_matrix((np.asarray(data, dtype=np.float64), columns, bounds), shape=shape)
        return matrix * self.scale

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[np.object_]:
        """The terms in column order.

        Args:
            input_features: Ignored.

        Returns:
            Terms with their prefixes.
        """
        return np.asarray(list(self.vocabulary_), dtype=object)


def extract(sentences: Sequence[Sentence]) -> list[dict[str, float]]:
    """The values of all terms of each sentence.

    Args:
        sentences: Any sentences.

    Returns:
        One mapping from term to value a sentence.
    """
    return [term_values(sentence) for sentence in sentences]


def features(
    kinds: Sequence[str], *, minimum_sentences: int, cue_scale: float, class_scale: float
) -> FeatureUnion:
    """The unfitted feature union, from term values to one sparse matrix.

    Args:
        kinds: Keys of ``KINDS``.
        minimum_sentences: A word, pair or n-gram must occur in this many training sentences.
        cue_scale: Value of a cue that is present.
        class_scale: Factor of the values of word classes.

    Returns:
        A union with one branch a kind, named as the kind.
    """
    branches: list[tuple[str, Any]] = []
    for kind in kinds:
        if kind in {"cues", "avowals", "classes"}:
            scale = class_scale if kind == "classes" else cue_scale
            branches.append((kind, TermVectorizer(kind, 1, scale)))
        else:
            counted = TermVectorizer(kind, minimum_sentences)
            branches.append((kind, Pipeline([("values", counted), ("idf", TfidfTransformer(norm=None))])))
    return FeatureUnion(branches)


def terms_of(union: FeatureUnion) -> list[str]:
    """The terms of a fitted union.

    Args:
        union: The union.

    Returns:
        Terms with their prefixes, in the order of its columns.
    """
    return [term for _, branch in union.transformer_list for term in _counted(branch).vocabulary_]


def _counted(branch: TermVectorizer | Pipeline) -> TermVectorizer:
    return branch if isinstance(branch, TermVectorizer) else branch.named_steps["values"]


def term_weights(union: FeatureUnion, coefficients: NDArray[np.float64]) -> dict[str, tuple[float, float, float]]:
    """The weight of every term for every label, inverse document frequency and scale included.

    Args:
        union: The fitted union.
        coefficients: Of the classifier, shape (labels, columns).

    Returns:
        By term, what one unit of its raw value adds to the score of each label.
    """
    weights: dict[str, tuple[float, float, float]] = {}
    column = 0
    for _, branch in union.transformer_list:
        counted = _counted(branch)
        width = len(counted.vocabulary_)
        factor = np.full(width, counted.scale) if branch is counted else branch.named_steps["idf"].idf_
        block = coefficients[:, column : column + width] * factor
        for term, row in zip(counted.vocabulary_, block.T.tolist(), strict=True):
            weights[term] = (row[0], row[1], row[2])
        column += width
    return weights
