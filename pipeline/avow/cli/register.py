"""How ``avow evaluate`` shows the scores of the register of claims."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from avow.errors import counted


def show_register(found: Mapping[str, Any]) -> None:
    """Print the register's scores.

    Args:
        found: What was scored.
    """
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 110, highlight=False, markup=False)
    for item in found.get("register", ()):
        table = Table(
            box=None,
            header_style="dim",
            title=f"register on {item['name']}: {counted(item['documents'], 'document', '')}, "
            f"{counted(item['sentences'], 'sentence', '')}",
            title_justify="left",
            title_style="bold",
        )
        for name in ("", "precision", "recall", "F1", "sentences", "claimant, head word"):
            table.add_column(name, justify="left")
        for status, scores in item["scores"].items():
            cells = [number(scores[name]) for name in ("precision", "recall", "f1")]
            table.add_row(status, *cells, f"{scores['support']['value']:.0f}", number(scores.get("claimant head")))
        console.print(table)
        rest = [
            f"{name} {number(score)} of {item['rest'][f'{name} asked']['value']:.0f}"
            for name, score in item["rest"].items()
            if not name.endswith(" asked")
        ]
        console.print("given a right status: " + "; ".join(rest))
        certainty = [
            f"{row['low']:g} to {row['high']:g}: {number(row['right'])} of {row['records']}"
            for row in item.get("certainty", ())
        ]
        if certainty:
            console.print("right by probability: " + "; ".join(certainty))
        console.print()
    for item in found.get("register_documents", ()):
        of = f"({counted(item['documents'], 'document', '')}, {item['yes']} yes)"
        console.print(f"{item['name']}: {item['question']} {precision_recall(item)} {of}")
        for name, part in _ways(item):
            console.print(f"  {name}: {precision_recall(part)}")
        if "relevant" in item:
            part = item["relevant"]
            documents = counted(part["documents"], "document", "")
            console.print(f"  the {documents} that the key finds relevant: {precision_recall(part)}")
            for name, way in _ways(part):
                console.print(f"    {name}: {precision_recall(way)}")
        console.print(
            f"  claimant among the key's alternatives: {item['claimant']['right']} of {item['claimant']['asked']};"
            f" false alarms: {len(item['false_alarms'])},"
            f" and {len(item['false_alarms_nobody'])} where nobody is said to claim"
        )


def _ways(item: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """The other ways of answering than with all claims at the fixed threshold."""
    reported = item["reported"]
    return [
        ("threshold cross-fitted over documents", item["cross_fitted"]),
        ("reported claims alone", reported),
        ("reported claims alone, threshold cross-fitted", reported["cross_fitted"]),
    ]


def precision_recall(scores: Mapping[str, Any]) -> str:
    """Precision, recall and F1 in one line.

    Args:
        scores: The three by name.

    Returns:
        Each with its name and interval.
    """
    return ", ".join(f"{name} {number(scores[name])}" for name in ("precision", "recall", "f1"))


def number(score: Mapping[str, float | None] | None) -> str:
    """A score as people read it.

    Args:
        score: Its value with ``low`` and ``high``; ``None`` where it was not asked for.

    Returns:
        Three digits, with the interval where there is one; a dash where there is nothing.
    """
    if score is None or score["value"] is None:
        return "-"
    value, low, high = score["value"], score["low"], score["high"]
    return f"{value:.3f}" if low is None or high is None else f"{value:.3f} ({low:.3f}-{high:.3f})"
