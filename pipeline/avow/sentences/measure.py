"""How well sentence boundaries agree with gold ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from avow.records import Document
from avow.sentences.split import split

_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Miss:
    """A boundary that one side has and the other has not.

    Attributes:
        document: The document.
        offset: Where the boundary is.
        kind: ``missed`` where only gold has it, ``spurious`` where only the prediction has it.
        context: The text around, the boundary marked by ``|``.
    """

    document: str
    offset: int
    kind: str
    context: str


@dataclass(frozen=True, slots=True)
class BoundaryScores:
    """Agreement of sentence boundaries.

    A boundary is the end of a sentence other than a document's last one, whose end is given.

    Attributes:
        correct: Boundaries that both have.
        predicted: Boundaries predicted.
        gold: Gold boundaries.
        exact: Gold sentences found with both their offsets.
        sentences: Gold sentences.
        misses: What disagrees, in order.
    """

    correct: int
    predicted: int
    gold: int
    exact: int
    sentences: int
    misses: tuple[Miss, ...] = ()

    @property
    def precision(self) -> float:
        """Share of predicted boundaries that are gold; one where none was predicted."""
        return self.correct / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of gold boundaries that were predicted; one where there are none."""
        return self.correct / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.correct / total if total else 1.0

    def to_dict(self, worst: int = 40) -> dict[str, Any]:
        """The scores for a JSON file.

        Args:
            worst: How many disagreements to list.

        Returns:
            Counts, scores and the first disagreements.
        """
        return {
            "f1": round(self.f1, 6),
            "precision": round(self.precision, 6),
            "recall": round(self.recall, 6),
            "correct": self.correct,
            "predicted": self.predicted,
            "gold": self.gold,
            "sentences": self.sentences,
            "sentences_exact": self.exact,
            "misses": [
                {"document": miss.document, "offset": miss.offset, "kind": miss.kind, "context": miss.context}
                for miss in self.misses[:worst]
            ],
        }


def measure_boundaries(gold: Iterable[tuple[Document, Sequence[tuple[int, int]]]]) -> BoundaryScores:
    """Split documents and compare with gold sentences.

    Args:
        gold: Documents with the offsets of their gold sentences.

    Returns:
        The agreement.
    """
    correct = predicted_count = gold_count = exact = sentences = 0
    misses: list[Miss] = []
    for document, spans in gold:
        found = {(sentence.start, sentence.end) for sentence in split(document)}
        wanted = set(spans)
        ends = {end for _, end in found} - {max((end for _, end in found), default=0)}
        truth = {end for _, end in wanted} - {max((end for _, end in wanted), default=0)}
        correct += len(ends & truth)
        predicted_count += len(ends)
        gold_count += len(truth)
        exact += len(found & wanted)
        sentences += len(wanted)
        misses.extend(
            Miss(document.id, at, "missed" if at in truth else "spurious", _around(document.text, at))
            for at in sorted(ends ^ truth)
        )
    return BoundaryScores(correct, predicted_count, gold_count, exact, sentences, tuple(misses))


def _around(text: str, at: int) -> str:
    return f"{text[max(0, at - _CONTEXT) : at]}|{text[at : at + _CONTEXT]}"
