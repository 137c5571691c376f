"""A loaded model: probabilities, labels and explanations, without scikit-learn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from avow.errors import ModelError
from avow.memo import SENTENCES
from avow.models.inputs import batches, refusal, sentences_of
from avow.models.light import kinds_of
from avow.models.manifest import NAMES, check_file
from avow.models.scoring import Every, Scorer, none
from avow.models.table import Scores, Table
from avow.prior import Prior, by_document
from avow.records import LABELS, Contribution, Document, Explanation, Label, Prediction, Sentence
from avow.sentences.split import split

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


_NAMES = tuple(map(str, LABELS))


class Model(Scorer):
    """A trained model, ready to label sentences.

    Attributes:
        labels: The labels in the order of probabilities.
        manifest: What is known of the model.
        folder: Where it was loaded from, ``None`` where it was not.

    Args:
        table: Its weights.
        manifest: What is known of it.
        every: Gives all its terms with their weights, or nothing where their names are not known.
        folder: Where it was loaded from; a copy, as one that another process gets, is loaded from there anew.
    """

    labels: tuple[Label, ...] = LABELS

    def __init__(self, table: Table, manifest: dict[str, Any], every: Every = none, folder: Path | None = None) -> None:
        super().__init__(table, kinds_of(manifest), every)
        self.manifest = manifest
        self.folder = folder
        self._prior = Prior.of(manifest)
        self._whole = False

    def __reduce__(self) -> tuple[object, ...]:
        # The weights are a view of a file: a copy opens it again, checked as any model is.
        from avow.models.loading import load

        if self.folder is None:
            raise TypeError("cannot copy a model that was not loaded from a folder; save it and load it")
        return load, (self.folder,)

    def ensure_whole(self) -> None:
        """Hold what only much text needs of the model against what was saved, before the first of it is labelled.

        It takes some milliseconds, which a sentence alone need not wait for.

        Raises:
            ModelError: The names of terms are missing or not what was saved.
        """
        if not self._whole and self.folder is not None and NAMES in self.manifest["files"]:
            check_file(self.folder, self.manifest, NAMES)
        self._whole = True

    def probabilities(self, sentence: Sentence) -> Scores:
        """The probability of each label for a sentence by itself.

        Args:
            sentence: A sentence.

        Returns:
            Probabilities in the order of ``labels``, summing to one.
        """
        return softmax(self.scores(sentence))

    def probabilities_in(self, document: Sequence[Sentence]) -> list[Scores]:
        """The probability of each label for the sentences of a document, each in the light of the others.

        Args:
            document: The sentences of one document.

        Returns:
            Probabilities in the order of ``labels``, summing to one, a row a sentence. A sentence that is alone has
            those of :meth:`probabilities`.
        """
        return self._judged(document, list(map(softmax, self.scores_of_many(document))))

    def _judged(self, document: Sequence[Sentence], rows: list[Scores]) -> list[Scores]:
        """What the sentences of a document have by themselves, each in the light of the others."""
        prior = self._prior_of(document)
        return prior.within(rows) if prior else rows

    def _prior_of(self, document: Sequence[object]) -> Prior | None:
        """What a document's sentences are judged by; nothing where one is alone."""
        return self._prior if len(document) > 1 else None

    def in_document(self, scores: Sequence[Scores]) -> list[Scores]:
        """Scores of the sentences of a document, each in the light of the others.

        Args:
            scores: What :meth:`scores` gives for each.

        Returns:
            Scores whose softmax are the probabilities of :meth:`probabilities_in`.
        """
        prior = self._prior_of(scores)
        if prior is None:
            return list(scores)
        shifts = prior.shifts(list(map(softmax, scores)))
        return [(fact, opinion + shift, claim) for (fact, opinion, claim), shift in zip(scores, shifts, strict=True)]

    def predict_sentences(
        self, sentences: Iterable[Sentence], *, unsure_below: float | None = None
    ) -> Iterator[Prediction]:
        """Label sentences document by document.

        Args:
            sentences: Sentences, those of a document one after the other: they are held, and labelled when the last
                one is there. One that names no document is read by itself.
            unsure_below: Predictions whose highest probability is below this are marked unsure.

        Yields:
            A prediction a sentence, in order; the sentences of a list are taken many at once.

        Raises:
            TypeError: One is no sentence.
        """
        documents = by_document(sentences)
        if isinstance(sentences, Sequence):
            for predictions in self.predict_many(documents, unsure_below=unsure_below):
                yield from predictions
        else:
            for document in documents:
                yield from self.predict_document(document, unsure_below=unsure_below)

    def predict_many(
        self, documents: Iterable[Sequence[Sentence]], *, unsure_below: float | None = None
    ) -> Iterator[tuple[Prediction, ...]]:
        """Label the sentences of many documents, which takes half as long as one document after the other.

        Args:
            documents: The sentences of each. A thousand sentences, or half a million characters, are taken before the
                first are labelled.
            unsure_below: As for :meth:`predict_sentences`.

        Yields:
            The predictions of each document, in order.

        Raises:
            ModelError: As :meth:`ensure_whole` has it, before the first are labelled.
            TypeError: One is not the sentences of a document.
        """
        for batch, more in batches(documents):
            if more:
                self.ensure_whole()
            rows = self._judged_many(batch)
            for document in batch:
                judged = zip(document, islice(rows, len(document)), strict=True)
                yield tuple([_prediction(sentence, row, unsure_below) for sentence, row in judged])

    def _judged_many(self, documents: Sequence[Sequence[Sentence]]) -> Iterator[Scores]:
        """The probabilities of the sentences of documents in their order, each in the light of its document."""
        scores = self._at_once([sentence for document in documents for sentence in document])
        if scores is None:
            return chain.from_iterable(self._judged(part, list(map(self.probabilities, part))) for part in documents)
        from avow.bulk import judging

        return iter(judging.judged(scores, list(map(len, documents)), self._prior))

    def predict_document(
        self, document: Sequence[Sentence], *, unsure_below: float | None = None
    ) -> Iterator[Prediction]:
        """Label the sentences of one document, whatever name they give it.

        Args:
            document: Its sentences.
            unsure_below: As for :meth:`predict_sentences`.

        Yields:
            A prediction a sentence, in order.

        Raises:
            TypeError: They are no sentences.
        """
        try:
            rows = self.probabilities_in(document)
        except (AttributeError, TypeError) as error:
            raise refusal(document) or error from None
        for sentence, row in zip(document, rows, strict=True):
            yield _prediction(sentence, row, unsure_below)

    def threshold(self, risk: float) -> float:
        """From which probability on predictions are kept so that no more than a share of them is wrong.

        It was measured on sentences in their documents; those read by themselves are wrong a little more often.

        Args:
            risk: The share. Of those that the model was measured for on its development documents the next one that
                is not higher counts.

        Returns:
            What to give as ``unsure_below``.

        Raises:
            ModelError: The model was not measured for this risk or a lower one.
        """
        known: dict[str, float] = self.manifest.get("data", {}).get("risks", {})
        within = [name for name in known if float(name) <= risk]
        if not within:
            raise ModelError(
                f"no threshold for a risk of {risk:g}",
                expected=(
                    f"at least the lowest of {', '.join(known)}"
                    if known
                    else "a model that was trained with development documents"
                ),
                remedy="give a higher risk, or a probability with --unsure-below",
            )
        return known[max(within, key=float)]

    def explain(self, sentence: Sentence, *, unsure_below: float | None = None) -> Explanation:
        """Label a sentence by itself and say which terms did it.

        Args:
            sentence: A sentence.
            unsure_below: As for :meth:`predict_sentences`.

        Returns:
            The prediction with contributions that sum to its scores.

        Raises:
            TypeError: It is no sentence.
        """
        if not isinstance(sentence, Sentence):
            raise TypeError(f"expected a Sentence, got {type(sentence).__name__}; split(text) gives those of a text")
        return _explanation(sentence, self.contributions(sentence), unsure_below)

    def explain_in(self, document: Sequence[Sentence], *, unsure_below: float | None = None) -> list[Explanation]:
        """Label the sentences of a document and say what did it.

        Args:
            document: The sentences of one document.
            unsure_below: As for :meth:`predict_sentences`.

        Returns:
            Predictions as :meth:`predict_sentences` gives them, with contributions that sum to their scores; what the
            other sentences of the document add is one of them.
        """
        alone = [self.explain(sentence, unsure_below=unsure_below) for sentence in document]
        prior = self._prior_of(document)
        if prior is None:
            return alone
        shifts = prior.shifts([item.prediction.probabilities for item in alone])
        added = [Contribution("opinions around it", "document", (0.0, shift, 0.0)) for shift in shifts]
        return [
            _explanation(item.prediction.sentence, [*item.contributions, share], unsure_below)
            for item, share in zip(alone, added, strict=True)
        ]

    def annotate(self, source: str | Document, *, unsure_below: float | None = None) -> list[Prediction]:
        """Split a text and label its sentences.

        Args:
            source: A text or a document.
            unsure_below: As for :meth:`predict_sentences`.

        Returns:
            A prediction a sentence, with offsets into the text.

        Raises:
            TypeError: The source is neither.
        """
        return list(self.predict_document(split(source), unsure_below=unsure_below))

    def predict(self, texts: Sequence[str | Sentence]) -> list[str]:
        """The label of each sentence, read by itself, as scikit-learn's estimators give it.

        Args:
            texts: Sentences; a single string and a table are refused. For those of a document use
                :meth:`predict_sentences`.

        Returns:
            Labels as strings.

        Raises:
            TypeError: There is one string, a table, or something that is no sentence.
        """
        return [_NAMES[row.index(max(row))] for row in self._each(texts)]

    def predict_proba(self, texts: Sequence[str | Sentence]) -> NDArray[np.float64]:
        """The probabilities of each sentence, read by itself, as scikit-learn's estimators give them.

        Args:
            texts: Sentences; a single string and a table are refused. For those of a document use
                :meth:`probabilities_in`.

        Returns:
            Float64, shape (n, 3), columns in the order of ``labels``.

        Raises:
            TypeError: There is one string, a table, or something that is no sentence.
        """
        import numpy as np

        return np.fromiter(chain.from_iterable(self._each(texts)), np.float64).reshape(-1, len(LABELS))

    def _each(self, texts: Sequence[str | Sentence]) -> Iterator[Scores]:
        """The probabilities of sentences, each by itself."""
        sentences = sentences_of(texts)
        for part in iter(lambda: list(islice(sentences, SENTENCES)), []):
            rows = self._at_once(part)
            if rows is None:
                yield from map(self.probabilities, part)
            else:
                from avow.bulk import judging

                yield from judging.judged(rows)


def softmax(scores: Scores) -> Scores:
    """Probabilities from scores.

    Args:
        scores: One score a label.

    Returns:
        Probabilities that sum to one.
    """
    highest = max(scores)
    fact, opinion, claim = math.exp(scores[0] - highest), math.exp(scores[1] - highest), math.exp(scores[2] - highest)
    total = fact + opinion + claim
    return fact / total, opinion / total, claim / total


def _prediction(sentence: Sentence, probabilities: Scores, unsure_below: float | None) -> Prediction:
    highest = max(probabilities)
    if unsure_below is None:
        unsure = False
    elif 0 <= unsure_below <= 1:
        unsure = highest < unsure_below
    else:
        raise ValueError(f"unsure_below is {unsure_below!r}; expected a probability from 0 to 1")
    return Prediction(sentence, LABELS[probabilities.index(highest)], probabilities, unsure)


def _explanation(sentence: Sentence, contributions: Sequence[Contribution], unsure_below: float | None) -> Explanation:
    fact, opinion, claim = (math.fsum(column) for column in zip(*(item.scores for item in contributions), strict=True))
    scores = (fact, opinion, claim)
    return Explanation(_prediction(sentence, softmax(scores), unsure_below), scores, tuple(contributions))
