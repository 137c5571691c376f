"""The unfitted feature union: TF-IDF of words, pairs and character n-grams, word classes and cues.

Terms and their values come from :mod:`avow.terms` and :mod:`avow.cues`; here they become the columns of a sparse
matrix. Inverse document frequencies are scikit-learn's smoothed ones, counted over training sentences.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.pipeline import FeatureUnion, Pipeline

from avow.cues import term_values
from avow.errors import ParameterError
from avow.records import Sentence

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS = {
    "words": "wW",
    "pairs": "pP",
    "characters": "cC",
    "classes": "kK",
    "cues": "q",
    "avowals": "s",
    "sayings": "t",
    "outlines": "o",
}
"""Prefixes of terms by kind of feature; the last two are the register's alone."""
COUNTED = frozenset({"words", "pairs", "characters", "outlines"})
"""Kinds of which there are many terms: those that stand in many sentences count less, those in few not at all."""


_SINGLE = 200_000
"""Sentences from which on values are kept in single precision: a million then take two gigabytes, not three."""
_ROWS = 10_000
Progress = Callable[[int], None]


class Terms(Sequence[dict[str, float]]):
    """The term values of sentences, as numbers: a sparse matrix over all terms that occur.

    Args:
        names: The terms, in the order of columns.
        columns: Column of each value, int32.
        values: The values, float64 or float32.
        bounds: Where the values of each sentence begin, and after the last one, int64.
    """

    def __init__(
        self, names: Sequence[str], columns: NDArray[np.int32], values: NDArray[Any], bounds: NDArray[np.int64]
    ) -> None:
        self.names = names
        self.columns = columns
        self.values = values
        self.bounds = bounds

    @classmethod
    def of(cls, mappings: Iterable[Mapping[str, float]], *, single: bool = False) -> Terms:
        """Read term values into numbers, one sentence after the other.

        Args:
            mappings: Value by term, a mapping a sentence.
            single: Whether single precision is enough.

        Returns:
            The same in a tenth of the memory.
        """
        if isinstance(mappings, Terms):
            return mappings
        known = _Numbering()
        columns, values, bounds = array("i"), array("f" if single else "d"), array("q", [0])
        for mapping in mappings:
            columns.extend(map(known.__getitem__, mapping))
            values.extend(mapping.values())
            bounds.append(len(columns))
        numbers = np.frombuffer(values, dtype=np.float32 if single else np.float64)
        return cls(list(known), np.frombuffer(columns, np.int32), numbers, np.frombuffer(bounds, np.int64))

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def __getitem__(self, at: Any) -> Any:
        if not isinstance(at, int):
            raise TypeError("terms are taken one sentence at a time, or with take()")
        if not 0 <= at < len(self):
            raise IndexError(at)
        part = slice(self.bounds[at], self.bounds[at + 1])
        return {
            self.names[column]: float(value)
            for column, value in zip(self.columns[part], self.values[part], strict=True)
        }

    def take(self, rows: NDArray[np.int64]) -> Terms:
        """The terms of some sentences.

        Args:
            rows: Their positions.

        Returns:
            Their terms, with the columns of all.
        """
        chosen = self.matrix()[rows]
        return Terms(self.names, chosen.indices, chosen.data, chosen.indptr.astype(np.int64))

    def matrix(self) -> sparse.csr_matrix:
        """The values as a sparse matrix that shares their memory.

        Returns:
            Shape (sentences, terms that occur).
        """
        return sparse.csr_matrix(
            (self.values, self.columns, self.bounds), shape=(len(self), len(self.names)), copy=False
        )

    def counts(self) -> NDArray[np.int64]:
        """In how many sentences each term occurs.

        Returns:
            One number a column.
        """
        return np.bincount(self.columns, minlength=len(self.names))

    def select(self, vocabulary: Mapping[str, int], factors: NDArray[np.float64]) -> sparse.csr_matrix:
        """The values of known terms in the columns that a vocabulary gives them.

        Args:
            vocabulary: Column by term.
            factors: What the values of each of its columns are multiplied with.

        Returns:
            A matrix, shape (sentences, terms of the vocabulary), its rows in order of columns.
        """
        places = np.asarray([vocabulary.get(name, -1) for name in self.names], dtype=np.int32)
        size = int(self.counts()[places >= 0].sum()) if len(places) else 0
        columns, values = np.empty(size, dtype=np.int32), np.empty(size, dtype=self.values.dtype)
        bounds = np.zeros(len(self) + 1, dtype=np.int64)
        end = 0
        # In blocks of rows, so that beside the two matrices nothing is as large as they are.
        for first in range(0, len(self), _ROWS):
            rows = self.bounds[first : first + _ROWS + 1]
            part = slice(rows[0], rows[-1])
            found = places[self.columns[part]]
            known = found >= 0
            count = int(known.sum())
            columns[end : end + count] = found[known]
            values[end : end + count] = self.values[part][known] * factors[found[known]]
            bounds[first + 1 : first + len(rows)] = end + np.concatenate([[0], np.cumsum(known)])[rows[1:] - rows[0]]
            end += count
        matrix = sparse.csr_matrix((values, columns, bounds), shape=(len(self), len(vocabulary)), copy=False)
        matrix.sort_indices()
        return matrix


class _Numbering(dict[str, int]):
    def __missing__(self, term: str) -> int:
        self[term] = number = len(self)
        return number


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

        Raises:
            ParameterError: It is a kind of ``COUNTED``, and there is no such term.
        """
        terms = Terms.of(mappings)
        prefixes = KINDS[self.kind]
        frequent = np.flatnonzero(terms.counts() >= self.minimum_sentences).tolist()
        kept = sorted(terms.names[column] for column in frequent if terms.names[column][0] in prefixes)
        if not kept and self.kind in COUNTED:
            raise ParameterError(
                f"no term of the kind {self.kind} stands in {self.minimum_sentences} training sentences or more",
                remedy=f"lower features.minimum_sentences, leave {self.kind} out of features.kinds, or add sentences",
            )
        self.vocabulary_ = {term: column for column, term in enumerate(kept)}
        return self

    def transform(self, mappings: Sequence[Mapping[str, float]]) -> sparse.csr_matrix:
        """The values of known terms.

        Args:
            mappings: The term values of any sentences.

        Returns:
            A matrix of float64, shape (sentences, terms); of float32 where the values are.
        """
        return Terms.of(mappings).select(self.vocabulary_, np.full(len(self.vocabulary_), self.scale))

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[np.object_]:
        """The terms in column order.

        Args:
            input_features: Ignored.

        Returns:
            Terms with their prefixes.
        """
        return np.asarray(list(self.vocabulary_), dtype=object)


class TermUnion(FeatureUnion):  # type: ignore[misc]
    """A feature union over terms that fills one matrix, where the usual one puts those of its branches side by side."""

    def fit_transform(self, X: Sequence[Mapping[str, float]], y: Any = None, **parameters: Any) -> sparse.csr_matrix:  # noqa: N803
        """Fit the branches and transform.

        Args:
            X: The term values of the training sentences.
            y: Ignored.
            **parameters: None are known.

        Returns:
            The values of all branches.
        """
        terms = Terms.of(X)
        return self.fit(terms, y, **parameters).transform(terms)

    def transform(self, X: Sequence[Mapping[str, float]], **parameters: Any) -> sparse.csr_matrix:  # noqa: N803
        """The values of known terms, inverse document frequency and scale included.

        Args:
            X: The term values of any sentences.
            **parameters: None are known.

        Returns:
            Shape (sentences, columns of all branches).
        """
        terms = terms_of(self)
        factors = np.concatenate([_factors(branch) for _, branch in self.transformer_list])
        return Terms.of(X).select({term: column for column, term in enumerate(terms)}, factors)


def extract(sentences: Sequence[Sentence], progress: Progress | None = None) -> Terms:
    """The values of all terms of each sentence.

    Args:
        sentences: Any sentences.
        progress: Is told now and then how many are done.

    Returns:
        One mapping from term to value a sentence.
    """

    def values() -> Iterator[dict[str, float]]:
        for done, sentence in enumerate(sentences):
            if progress is not None and done % 1000 == 0:
                progress(done)
            yield term_values(sentence)

    return Terms.of(values(), single=len(sentences) >= _SINGLE)


def features(
    kinds: Sequence[str],
    *,
    minimum_sentences: int,
    cue_scale: float,
    class_scale: float,
    outline_scale: float = 1.0,
) -> FeatureUnion:
    """The unfitted feature union, from term values to one sparse matrix.

    Args:
        kinds: Keys of ``KINDS``.
        minimum_sentences: A word, pair or n-gram must occur in this many training sentences.
        cue_scale: Value of a cue that is present.
        class_scale: Factor of the values of word classes.
        outline_scale: Factor of the values of outlines.

    Returns:
        A union with one branch a kind, named as the kind.
    """
    branches: list[tuple[str, Any]] = []
    for kind in kinds:
        if kind in COUNTED:
            counted = TermVectorizer(kind, minimum_sentences, outline_scale if kind == "outlines" else 1.0)
            branches.append((kind, Pipeline([("values", counted), ("idf", TfidfTransformer(norm=None))])))
        else:
            scale = class_scale if kind == "classes" else cue_scale
            branches.append((kind, TermVectorizer(kind, 1, scale)))
    return TermUnion(branches)


def part_of(
    values: sparse.csr_matrix,
    columns: NDArray[np.int64],
    *,
    rows: NDArray[np.int64] | None = None,
    factors: NDArray[np.float64] | None = None,
) -> sparse.csr_matrix:
    """Some columns and rows of a matrix, as slicing gives them, without a second copy on the way.

    Args:
        values: The matrix, its rows in order of columns.
        columns: Columns wanted, ascending.
        rows: Rows wanted, ascending; all where ``None``.
        factors: What the values of each wanted column are multiplied with; nothing where ``None``.

    Returns:
        A matrix of the same precision.
    """
    places = np.full(values.shape[1], -1, dtype=np.int32)
    places[columns] = np.arange(len(columns), dtype=np.int32)
    wanted = np.arange(values.shape[0]) if rows is None else rows
    blocks = [wanted[first : first + _ROWS] for first in range(0, len(wanted), _ROWS)]
    size = sum(int((places[values[block].indices] >= 0).sum()) for block in blocks)
    indices, data = np.empty(size, dtype=np.int32), np.empty(size, dtype=values.dtype)
    bounds = np.zeros(len(wanted) + 1, dtype=np.int64)
    end = 0
    for number, block in enumerate(blocks):
        piece = values[block]
        found = places[piece.indices]
        known = found >= 0
        count = int(known.sum())
        indices[end : end + count] = found[known]
        data[end : end + count] = piece.data[known]
        if factors is not None:
            data[end : end + count] *= factors[found[known]]
        first = number * _ROWS
        bounds[first + 1 : first + 1 + len(block)] = end + np.concatenate([[0], np.cumsum(known)])[piece.indptr[1:]]
        end += count
    return sparse.csr_matrix((data, indices, bounds), shape=(len(wanted), len(columns)), copy=False)


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


def _factors(branch: TermVectorizer | Pipeline) -> NDArray[np.float64]:
    """What the values of a fitted branch are multiplied with."""
    if isinstance(branch, TermVectorizer):
        return np.full(len(branch.vocabulary_), branch.scale)
    factors: NDArray[np.float64] = branch.named_steps["idf"].idf_ * branch.named_steps["values"].scale
    return factors


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
        block = coefficients[:, column : column + width] * _factors(branch)
        for term, row in zip(counted.vocabulary_, block.T.tolist(), strict=True):
            weights[term] = (row[0], row[1], row[2])
        column += width
    return weights
