"""Documents and a model to predictions, one document after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from avow.models import Model
from avow.records import Document, Explanation, Prediction, Sentence
from avow.sentences import split, whole


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
    many: bool = False,
) -> Iterator[Annotated]:
    """Label the sentences of documents.

    Args:
        model: A loaded model.
        documents: Documents with their furniture marked.
        unsure_below: Predictions whose highest probability is below this are marked unsure.
        lines: Whether every document is one sentence and is not split.
        explain: Whether to keep the terms that did it.
        many: Whether documents that have a thousand sentences together may be read before the first is labelled, which
            takes half the time; explanations are made one document after the other.

    Yields:
        The documents in order, with predictions.

    Raises:
        ModelError: What much text needs of the model is not what was saved. Where others may follow it is told before
            the first document.
    """
    if many and not explain:
        held: deque[Document] = deque()

        def parts() -> Iterator[list[Sentence]]:
            for document in documents:
                sentences = _sentences(document, lines)
                held.append(document)
                yield sentences

        for predictions in model.predict_many(parts(), unsure_below=unsure_below):
            yield Annotated(held.popleft(), predictions)
        return
    model.ensure_whole()
    for document in documents:
        sentences = _sentences(document, lines)
        if explain:
            explanations = tuple(model.explain_in(sentences, unsure_below=unsure_below))
            yield Annotated(document, tuple(item.prediction for item in explanations), explanations)
        else:
            yield Annotated(document, tuple(model.predict_document(sentences, unsure_below=unsure_below)))


def _sentences(document: Document, lines: bool) -> list[Sentence]:
    return [whole(document)] if lines else split(document)
