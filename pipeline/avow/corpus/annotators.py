"""Tables of standoff labels: what they are made of, and how far the two annotators agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from avow.corpus.intervals import wilson
from avow.corpus.standoff import StandoffSentence
from avow.corpus.statistics import compare_annotators
from avow.records import LABELS, STATUSES, Label

RANDOM = "random"
"""The net that catches every sentence, which shows how frequent labels are by nature."""

Files = Mapping[str, Sequence[StandoffSentence]]


def agreement_tables(files: Files) -> str:
    """Cohen's kappa between the annotators, before any difference was settled.

    Args:
        files: Sentences by name of their file.

    Returns:
        Markdown: labels over all sentences, by file and by corpus, then each status as found or not found.
    """
    every = [item for items in files.values() for item in items]
    parts = {"all": every, **files}
    for corpus in sorted({item.corpus for item in every}):
        parts[corpus] = [item for item in every if item.corpus == corpus]
    lines = ["| labels of | sentences | labels that differ | Cohen's kappa |", "|---|---:|---:|---:|"]
    for name, items in parts.items():
        found = compare_annotators([item.first for item in items], [item.second for item in items])
        lines.append(f"| {name} | {found.sentences:,} | {found.differing} | {found.kappa:.3f} |")
    lines += ["", "| status | first annotator | second annotator | both | Cohen's kappa |", "|---|---:|---:|---:|---:|"]
    for status in STATUSES:
        first = [status in item.first_statuses for item in every]
        second = [status in item.second_statuses for item in every]
        both = sum(one and other for one, other in zip(first, second, strict=True))
        # Of what neither found, chance says all: there is no agreement beyond it.
        kappa = f"{compare_annotators(first, second).kappa:.3f}" if any(first + second) else "–"
        lines.append(f"| {status} | {sum(first)} | {sum(second)} | {both} | {kappa} |")
    return "\n".join(lines) + "\n"


def composition_tables(files: Files) -> str:
    """What standoff labels are made of.

    Args:
        files: Sentences by name of their file.

    Returns:
        Markdown: sentences by file and corpus, by net, records by status, and shares of labels in the random net.
    """
    return "\n".join([*_corpora(files), "", *_nets(files), "", *_statuses(files), "", *_prevalence(files), ""])


def _corpora(files: Files) -> Iterator[str]:
    yield "| file | corpus | documents | sentences | fact | opinion | claim | clear |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|"
    for name, items in files.items():
        for corpus in sorted({item.corpus for item in items}):
            own = [item for item in items if item.corpus == corpus]
            documents = len({item.document for item in own})
            clear = sum(item.clear for item in own)
            yield f"| {name} | {corpus} | {documents} | {len(own)} | {_cells(own)} | {clear} |"


def _nets(files: Files) -> Iterator[str]:
    every = [item for items in files.values() for item in items]
    yield f"| net | {' | '.join(files)} | fact | opinion | claim |"
    yield "|---|" + "---:|" * (len(files) + len(LABELS))
    for net in sorted({item.net for item in every}):
        counts = " | ".join(str(sum(item.net == net for item in items)) for items in files.values())
        yield f"| {net} | {counts} | {_cells([item for item in every if item.net == net])} |"


def _statuses(files: Files) -> Iterator[str]:
    yield f"| records | {' | '.join(files)} | naming who | naming the act |"
    yield "|---|" + "---:|" * (len(files) + 2)
    for status in STATUSES:
        by_file = [
            [record for item in items for record in item.records if record.status == status] for items in files.values()
        ]
        records = [record for part in by_file for record in part]
        who = sum(record.claimant is not None or record.accused is not None for record in records)
        acts = sum(record.act is not None for record in records)
        yield f"| {status} | {' | '.join(str(len(part)) for part in by_file)} | {who} | {acts} |"


def _prevalence(files: Files) -> Iterator[str]:
    drawn = [item for items in files.values() for item in items if item.net == RANDOM]
    yield "| random net | sentences | opinion | claim |"
    yield "|---|---:|---:|---:|"
    for corpus in sorted({item.corpus for item in drawn}):
        own = [item for item in drawn if item.corpus == corpus]
        shares = " | ".join(_share(own, label) for label in (Label.OPINION, Label.CLAIM))
        yield f"| {corpus} | {len(own)} | {shares} |"


def _share(items: Sequence[StandoffSentence], label: Label) -> str:
    share = sum(item.label is label for item in items) / len(items)
    low, high = wilson(share, len(items))
    return f"{share:.3f} ({low:.3f}–{high:.3f})"


def _cells(items: Sequence[StandoffSentence]) -> str:
    counts = Counter(item.label for item in items)
    return " | ".join(str(counts[label]) for label in LABELS)
