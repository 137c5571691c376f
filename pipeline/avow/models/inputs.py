"""What a model is given: documents that are taken together, and refusals of what are no sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from avow.memo import CHARACTERS, SENTENCES
from avow.records import Document, Sentence


def batches(documents: Iterable[Sequence[Sentence]]) -> Iterator[tuple[list[Sequence[Sentence]], bool]]:
    """Documents that are taken at once; a long one is taken with what was held already.

    Args:
        documents: The sentences of each.

    Yields:
        Some of them, in order, and whether others may follow.

    Raises:
        TypeError: One is not the sentences of a document.
    """
    batch: list[Sequence[Sentence]] = []
    size = characters = 0
    try:
        for number, document in enumerate(documents):
            try:
                characters += sum([len(sentence.text) for sentence in document])
            except (AttributeError, TypeError) as error:
                raise refusal(document, number) or error from None
            batch.append(document)
            # A document without sentences is held too.
            size += len(document) or 1
            if size >= SENTENCES or characters >= CHARACTERS:
                yield batch, True
                batch, size, characters = [], 0, 0
    except Exception:
        # What was read before the error is labelled, as one document after the other is. Ctrl-C does not wait for it.
        yield batch, False
        raise
    yield batch, False


def refusal(document: object, number: int | None = None) -> TypeError | None:
    """What to say of something that is not the sentences of a document.

    Args:
        document: What was given.
        number: Its place among the documents, where there are several.

    Returns:
        The error to raise, ``None`` where it is the sentences of a document.
    """
    place = "" if number is None else f" at position {number}"
    if isinstance(document, str | Document) or not isinstance(document, Iterable):
        return TypeError(
            f"expected the sentences of a document, got {type(document).__name__}{place}; "
            "split(document) gives those of a text or a Document"
        )
    for at, sentence in enumerate(document):
        if not isinstance(sentence, Sentence):
            of = "" if number is None else f" of document {number}"
            return TypeError(f"expected sentences (Sentence), got {type(sentence).__name__} at position {at}{of}")
    return None


def sentences_of(texts: Sequence[str | Sentence]) -> Iterator[Sentence]:
    """Sentences from what scikit-learn's estimators are given.

    Args:
        texts: Sentences, as text or as records.

    Yields:
        The records.

    Raises:
        TypeError: There is one string, a table, or something that is no sentence.
    """
    if isinstance(texts, str):
        raise TypeError("expected a list of sentences, got one string; use annotate(text) to split a text")
    if not isinstance(texts, Iterable):
        raise TypeError(f"expected a list of sentences, got {type(texts).__name__}")
    # Both give the names of their columns as if these were sentences.
    if isinstance(texts, Mapping) or hasattr(texts, "columns"):
        raise TypeError(f"expected a list of sentences, got {type(texts).__name__}; pass one column")
    for number, text in enumerate(texts):
        if isinstance(text, str):
            yield Sentence.bare(text, number=number)
        elif isinstance(text, Sentence):
            yield text
        else:
            raise TypeError(
                f"expected sentences as str or Sentence, got {type(text).__name__} at position {number}; "
                "leave out missing values and decode bytes"
            )
