"""Documents and a model to predictions, one document after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from avow.models import Model
from avow.records import Document, Explanation, Prediction, Sentence
from avow.sentences import split


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with the predictions for its sentences.

    Attributes:
        document: The document.
        predictions: One a sentence, in order.
        explanations: The same with the terms that did it, where they were asked for.
    """

    document: Document
    predictions: tuple[Prediction, ...]
    explanations: tuple[Explanation, ...] = ()


def predict_documents(
    model: Model,
    documents: Iterable[Document],
    *,
    unsure_below: float | None = None,
    lines: bool = False,
    explain: bool = False,
) -> Iterator[Annotated]:
    """Label the sentences of documents.

    Args:
        model: A loaded model.
        documents: Documents with their furniture marked.
        unsure_below: Predictions whose highest probability is below this are marked unsure.
        lines: Whether every document is one sentence and is not split.
        explain: Whether to keep the terms that did it.

    Yields:
        The documents in order, with predictions.
    """
    for document in documents:
        sentences = [_whole(document)] if lines else split(document)
        if explain:
            explanations = tuple(model.explain_in(sentences, unsure_below=unsure_below))
            yield Annotated(document, tuple(item.prediction for item in explanations), explanations)
        else:
            yield Annotated(document, tuple(model.predict_document(sentences, unsure_below=unsure_below)))


def _whole(document: Document) -> Sentence:
    text = document.text
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return Sentence(document.id, 0, 0, start, max(start, end), text[start : max(start, end)])
