"""The tables of a corpus' datasheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from avow.corpus.format import GoldDocument
from avow.records import LABELS, GoldSentence

_QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two annotators agree.

    Attributes:
        sentences: Sentences that both labelled.
        differing: Sentences with different labels.
        expected: Share on which they would agree by chance.
    """

    sentences: int
    differing: int
    expected: float

    @property
    def observed(self) -> float:
        """Share of sentences with the same label; one where there are none."""
        return 1 - self.differing / self.sentences if self.sentences else 1.0

    @property
    def kappa(self) -> float:
        """Cohen's kappa; one where chance alone explains full agreement."""
        return (self.observed - self.expected) / (1 - self.expected) if self.expected < 1 else 1.0


@dataclass(frozen=True, slots=True)
class FamilyCounts:
    """Counts of one file family.

    Attributes:
        family: First part of the file names.
        documents: Documents.
        labels: Sentences by label, in the order of ``LABELS``.
        agreement: Of the two annotators.
    """

    family: str
    documents: int
    labels: tuple[int, int, int]
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class CorpusStatistics:
    """Counts of a labelled corpus.

    Attributes:
        families: Counts by file family.
        total: Counts of all.
        genres: Documents by genre.
        stances: Sentences by stance.
        modes: Sentences by mode.
        kinds: Claims by kind of act.
        attributes: Sentences by attribute.
        lengths: Quantiles of words a sentence, by label.
    """

    families: tuple[FamilyCounts, ...]
    total: FamilyCounts
    genres: Counter[str]
    stances: Counter[str]
    modes: Counter[str]
    kinds: Counter[str]
    attributes: Counter[str]
    lengths: dict[str, tuple[int, ...]]

    def to_dict(self) -> dict[str, Any]:
        """The counts for a JSON file.

        Returns:
            Plain values.
        """
        return {
            "documents": self.total.documents,
            "sentences": sum(self.total.labels),
            "labels": {str(label): count for label, count in zip(LABELS, self.total.labels, strict=True)},
            "kappa": round(self.total.agreement.kappa, 4),
            "stances": dict(sorted(self.stances.items())),
            "modes": dict(sorted(self.modes.items())),
            "kinds": dict(sorted(self.kinds.items())),
            "genres": dict(sorted(self.genres.items())),
        }

    def as_markdown(self) -> str:
        """The tables of the datasheet.

        Returns:
            Markdown.
        """
        return "\n".join(
            [*self._family_table(), "", *self._beside_table(), "", *self._genre_table(), "", *self._length_table(), ""]
        )

    def _family_table(self) -> list[str]:
        lines = [
            "| family | documents | sentences | fact | opinion | claim | labels that differ | Cohen's kappa |",
            "|---|---:|---:|---:|---:|---:|---:|---:|",
        ]
        for row in (*self.families, self.total):
            fact, opinion, claim = row.labels
            lines.append(
                f"| {row.family} | {row.documents:,} | {sum(row.labels):,} | {fact:,} | {opinion:,} | {claim:,} "
                f"| {row.agreement.differing} | {row.agreement.kappa:.3f} |"
            )
        return lines

    def _beside_table(self) -> list[str]:
        lines = ["| beside the label | value | sentences |", "|---|---|---:|"]
        lines += [f"| stance | {name} | {count} |" for name, count in self.stances.most_common()]
        lines += [f"| mode | {name} | {count} |" for name, count in self.modes.most_common()]
        lines += [f"| kind | {name} | {count} |" for name, count in self.kinds.most_common()]
        others = ("by", "whom", "doubt", "competing")
        lines += [f"| {name} | | {self.attributes[name]:,} |" for name in others if self.attributes[name]]
        return lines

    def _genre_table(self) -> list[str]:
        lines = ["| genre | documents |", "|---|---:|"]
        ranked = sorted(self.genres.items(), key=lambda item: (-item[1], item[0]))
        return lines + [f"| {name} | {count} |" for name, count in ranked]

    def _length_table(self) -> list[str]:
        head = " | ".join(f"{quantile:.0%}" for quantile in _QUANTILES)
        lines = [f"| words a sentence | {head} |", "|---|" + "---:|" * len(_QUANTILES)]
        return lines + [f"| {label} | {' | '.join(map(str, row))} |" for label, row in self.lengths.items()]


def corpus_statistics(documents: Sequence[GoldDocument]) -> CorpusStatistics:
    """Count what is in a corpus.

    Args:
        documents: Its documents.

    Returns:
        The counts.
    """
    families: dict[str, list[GoldDocument]] = {}
    for gold in documents:
        families.setdefault(gold.family, []).append(gold)
    sentences = [item for gold in documents for item in gold.sentences]
    attributes = Counter(name for item in sentences for name, _ in item.attributes)
    by_value = Counter(pair for item in sentences for pair in item.attributes)
    lengths = {str(label): _quantiles([item for item in sentences if item.label is label]) for label in LABELS}
    return CorpusStatistics(
        tuple(_counts(name, members) for name, members in sorted(families.items())),
        _counts("all", documents),
        Counter(gold.document.genre for gold in documents),
        Counter(stance for item in sentences for stance in item.stances),
        _values(by_value, "mode"),
        _values(by_value, "kind"),
        attributes,
        lengths,
    )


def _values(counts: Counter[tuple[str, str]], attribute: str) -> Counter[str]:
    return Counter({value: count for (name, value), count in counts.items() if name == attribute})


def agreement(sentences: Sequence[GoldSentence]) -> Agreement:
    """How far the two annotators agree.

    Args:
        sentences: Labelled sentences; those without a second label are passed over.

    Returns:
        The agreement, chance by the annotators' own shares (Cohen 1960).
    """
    both = [item for item in sentences if item.second is not None]
    return compare_annotators([item.label for item in both], [item.second for item in both])


def compare_annotators(first: Sequence[Hashable], second: Sequence[Hashable]) -> Agreement:
    """How far two annotators agree.

    Args:
        first: What the first one said of each sentence.
        second: What the second one said of the same sentences.

    Returns:
        The agreement, chance by the annotators' own shares (Cohen 1960).
    """
    shares, others = Counter(first), Counter(second)
    total = len(first)
    expected = sum(shares[value] * others[value] for value in shares) / total**2 if total else 1.0
    return Agreement(total, sum(one != other for one, other in zip(first, second, strict=True)), expected)


def _counts(name: str, documents: Sequence[GoldDocument]) -> FamilyCounts:
    sentences = [item for gold in documents for item in gold.sentences]
    counted = Counter(item.label for item in sentences)
    fact, opinion, claim = (counted[label] for label in LABELS)
    return FamilyCounts(name, len(documents), (fact, opinion, claim), agreement(sentences))


def _quantiles(sentences: Sequence[GoldSentence]) -> tuple[int, ...]:
    ordered = sorted(len(item.sentence.text.split()) for item in sentences)
    if not ordered:
        return tuple(0 for _ in _QUANTILES)
    return tuple(ordered[min(len(ordered) - 1, int(quantile * len(ordered)))] for quantile in _QUANTILES)
