"""A loaded model: probabilities, labels and explanations, without scikit-learn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from avow.cues import term_values
from avow.models.table import Scores, Table
from avow.records import LABELS, Contribution, Document, Explanation, Label, Prediction, Sentence
from avow.sentences import split
from avow.terms import kind_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Model:
    """A trained model, ready to label sentences.

    Attributes:
        labels: The labels in the order of probabilities.
        manifest: What is known of the model.

    Args:
        table: Its weights.
        manifest: What is known of it.
    """

    labels: tuple[Label, ...] = LABELS

    def __init__(self, table: Table, manifest: dict[str, Any]) -> None:
        self._table = table
        self.manifest = manifest

    def scores(self, sentence: Sentence) -> Scores:
        """The calibrated scores of a sentence: bias plus the sum of its terms' contributions.

        Args:
            sentence: A sentence.

        Returns:
            One score a label.
        """
        fact, opinion, claim = self._table.bias
        find = self._table.find
        for term, value in term_values(sentence).items():
            weights = find(term)
            if weights is not None:
                fact += value * weights[0]
                opinion += value * weights[1]
                claim += value * weights[2]
        return fact, opinion, claim

    def probabilities(self, sentence: Sentence) -> Scores:
        """The probability of each label.

        Args:
            sentence: A sentence.

        Returns:
            Probabilities in the order of ``labels``, summing to one.
        """
        return softmax(self.scores(sentence))

    def predict_sentences(
        self, sentences: Iterable[Sentence], *, unsure_below: float | None = None
    ) -> Iterator[Prediction]:
        """Label sentences one after the other.

        Args:
            sentences: Sentences in their documents.
            unsure_below: Predictions whose highest probability is below this are marked unsure.

        Yields:
            A prediction a sentence, in order.
        """
        for sentence in sentences:
            yield _prediction(sentence, self.probabilities(sentence), unsure_below)

    def explain(self, sentence: Sentence, *, unsure_below: float | None = None) -> Explanation:
        """Label a sentence and say which terms did it.

        Args:
            sentence: A sentence.
            unsure_below: As for :meth:`predict_sentences`.

        Returns:
            The prediction with contributions that sum to its scores.
        """
        bias = self._table.bias
        contributions = [Contribution("bias", "bias", bias)]
        for term, value in term_values(sentence).items():
            weights = self._table.find(term)
            if weights is not None:
                shares = (value * weights[0], value * weights[1], value * weights[2])
                contributions.append(Contribution(term[2:], kind_of(term), shares))
        columns = zip(*(item.scores for item in contributions), strict=True)
        fact, opinion, claim = (math.fsum(column) for column in columns)
        scores = (fact, opinion, claim)
        return Explanation(_prediction(sentence, softmax(scores), unsure_below), scores, tuple(contributions))

    def annotate(self, source: str | Document, *, unsure_below: float | None = None) -> list[Prediction]:
        """Split a text and label its sentences.

        Args:
            source: A text or a document.
            unsure_below: As for :meth:`predict_sentences`.

        Returns:
            A prediction a sentence, with offsets into the text.
        """
        return list(self.predict_sentences(split(source), unsure_below=unsure_below))

    def predict(self, texts: Sequence[str | Sentence]) -> list[str]:
        """The label of each sentence.

        Args:
            texts: Sentences, with or without context; a single string is refused.

        Returns:
            Labels as strings.
        """
        return [str(item.label) for item in self.predict_sentences(_sentences(texts))]

    def predict_proba(self, texts: Sequence[str | Sentence]) -> NDArray[np.float64]:
        """The probabilities of each sentence.

        Args:
            texts: Sentences, with or without context; a single string is refused.

        Returns:
            Float64, shape (n, 3), columns in the order of ``labels``.
        """
        import numpy as np

        rows = [self.probabilities(sentence) for sentence in _sentences(texts)]
        return np.asarray(rows, dtype=np.float64).reshape(len(rows), len(LABELS))


def softmax(scores: Scores) -> Scores:
    """Probabilities from scores.

    Args:
        scores: One score a label.

    Returns:
        Probabilities that sum to one.
    """
    highest = max(scores)
    fact, opinion, claim = (math.exp(score - highest) for score in scores)
    total = fact + opinion + claim
    return fact / total, opinion / total, claim / total


def _prediction(sentence: Sentence, probabilities: Scores, unsure_below: float | None) -> Prediction:
    highest = max(probabilities)
    unsure = unsure_below is not None and highest < unsure_below
    return Prediction(sentence, LABELS[probabilities.index(highest)], probabilities, unsure)


def _sentences(texts: Sequence[str | Sentence]) -> Iterator[Sentence]:
    if isinstance(texts, str):
        raise TypeError("expected a list of sentences, got one string; use annotate(text) to split a text")
    for number, text in enumerate(texts):
        yield text if isinstance(text, Sentence) else Sentence.bare(text, number=number)
