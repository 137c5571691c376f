"""Scores for people to read."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from avow.cli.register import number, precision_recall
from avow.errors import counted

_PARTS = ("family", "clear", "clear cases")
"""Slices that are printed where annotators said which sentences are clear."""


def show_scores(found: Mapping[str, Any]) -> None:
    """Print the scores of a model on a partition and on sets."""
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 110, highlight=False, markup=False)
    for evaluation in [*([found["partition"]] if "partition" in found else []), *found["transfer"]]:
        table = Table(
            box=None,
            header_style="dim",
            title=f"{evaluation.name}: {counted(evaluation.sentences, 'sentence', '')}",
            title_justify="left",
            title_style="bold",
        )
        names = ("macro_f1", "accuracy", *(f"f1 {label}" for label in evaluation.labels))
        for name in ("", *names):
            table.add_column(name.replace("_", "-").replace("claim-of-responsibility", "claim"), justify="left")
        model = dict(evaluation.scores) | {
            f"f1 {label}": evaluation.per_label[label]["f1"] for label in evaluation.labels
        }
        table.add_row("model", *(_cell(model[name]) for name in names))
        for row in evaluation.baselines:
            table.add_row(row.value, *([_cell(row.scores[name]) for name in names] if row.scores else [row.note]))
        if any(row.dimension == "clear" for row in evaluation.slices):
            for row in evaluation.slices:
                if row.dimension in _PARTS:
                    table.add_row(
                        f"{row.dimension}: {row.value} ({row.sentences})", *(_cell(row.scores[name]) for name in names)
                    )
        console.print(table)
        rest = ("log_loss", "brier", "calibration_error", "kappa", "kappa_second_annotator", "kappa_between_annotators")
        console.print(
            "; ".join(
                f"{name.replace('_', ' ')} {_cell(evaluation.scores[name])}"
                for name in rest
                if name in evaluation.scores
            )
        )
        if "false_claims" in evaluation.scores:
            console.print(
                f"{evaluation.beside_claims} denials, absences of a claim, accusations and suspicions: taken for claims"
                f" {_cell(evaluation.scores['false_claims'])}"
            )
        for reason, count in evaluation.dropped.items():
            console.print(f"left out: {count} {reason}")
        console.print()
    if "end_to_end" in found:
        spans = found["end_to_end"]
        console.print(
            f"from raw text: F1 {spans['f1']:.3f}, macro-F1 {spans['macro_f1']:.3f} "
            f"({spans['unaligned_gold']} gold sentences not found)"
        )
    for item in found["documents"]:
        of = f"({counted(item['documents'], 'document', '')}, {item['yes']} yes)"
        console.print(f"{item['name']}: {item['question']} {precision_recall(item)} {of}")
        console.print(f"  keyword rule, negation filtered: {precision_recall(item['keyword_rule'])}")
        if "relevant" in item:
            part = item["relevant"]
            documents = counted(part["documents"], "document", "")
            console.print(f"  the {documents} that the key finds relevant: {precision_recall(part)}")
            console.print(f"  the same, keyword rule, negation filtered: {precision_recall(part['keyword_rule'])}")


def _cell(score: Any) -> str:
    return number(score.to_dict())
