"""What a document tells of each of its sentences: where the others are opinions, this one more probably is one too.

A column is mostly opinion and a wire report hardly ever, while the model was fitted to the mixture of both. The share
of opinions among the other sentences stands for the share that was met in training: by Bayes' rule the odds of an
opinion change by the ratio of the two. Saerens, Latinne and Decaestecker (2002), Neural Computation 14(1), 21-41, treat
shares that differ between training and use likewise.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from avow.records import LABELS, Label, Sentence

Scores = tuple[float, float, float]
KEY = "prior"
"""Where the facts of a manifest have what :meth:`Prior.to_dict` gives."""
_OPINION = LABELS.index(Label.OPINION)


class Prior:
    """The share of opinions among sentences in general, to hold that of a document against.

    Args:
        opinions: The share that was met in training, above nought and below one.
        sentences: How many sentences with this share count beside the other sentences of a document, a thousandth or
            more: few sentences tell little.
    """

    def __init__(self, opinions: float, sentences: float) -> None:
        self.opinions = opinions
        self.sentences = sentences

    @classmethod
    def of(cls, manifest: Mapping[str, Any]) -> Prior | None:
        """The prior of a model.

        Args:
            manifest: Its manifest.

        Returns:
            The prior; ``None`` for a model that reads each sentence by itself.
        """
        found = manifest.get("data", {}).get(KEY)
        return cls(found["opinions"], found["sentences"]) if found else None

    def to_dict(self) -> dict[str, float]:
        """The prior for a manifest.

        Returns:
            Its arguments by name.
        """
        return {"opinions": self.opinions, "sentences": self.sentences}

    def ratios(self, rows: Sequence[Scores]) -> list[float]:
        """By how much the odds of an opinion change for each sentence of a document.

        Args:
            rows: The probabilities that each sentence has by itself.

        Returns:
            Ratios above nought; one where a sentence is alone.
        """
        opinions = [row[_OPINION] for row in rows]
        total = sum(opinions)
        usual = self.opinions * self.sentences
        scale = self.opinions * (len(rows) - 1 + self.sentences)
        return [(max(total - own, 0.0) + usual) / scale for own in opinions]

    def shifts(self, rows: Sequence[Scores]) -> list[float]:
        """What the document adds to the score of an opinion for each of its sentences.

        Args:
            rows: The probabilities that each sentence has by itself.

        Returns:
            Logarithms of :meth:`ratios`.
        """
        return list(map(math.log, self.ratios(rows)))

    def within(self, rows: Sequence[Scores]) -> list[Scores]:
        """The probabilities of the sentences of a document in its light.

        Args:
            rows: The probabilities that each sentence has by itself.

        Returns:
            Probabilities that sum to one, a row a sentence.
        """
        found: list[Scores] = []
        for (fact, opinion, claim), ratio in zip(rows, self.ratios(rows), strict=True):
            opinion *= ratio
            total = fact + opinion + claim
            found.append((fact / total, opinion / total, claim / total))
        return found


def by_document(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences that follow each other in one document, together.

    Args:
        sentences: Sentences, those of a document one after the other. One without a document is alone.

    Yields:
        The sentences of one document, in order; one without a document as soon as it is there.

    Raises:
        TypeError: One is no sentence.
    """
    part: list[Sentence] = []
    for number, sentence in enumerate(sentences):
        try:
            document = sentence.document
        except AttributeError:
            raise TypeError(
                f"expected sentences (Sentence), got {type(sentence).__name__} at position {number}"
            ) from None
        if part and document != part[0].document:
            yield part
            part = []
        if document:
            part.append(sentence)
        else:
            yield [sentence]
    if part:
        yield part
