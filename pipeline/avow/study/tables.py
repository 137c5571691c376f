"""Tables of comparisons: the same rows for the terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from avow.evaluation import Score
from avow.study.ablation import Ablation
from avow.study.curve import Curve
from avow.study.measures import MEASURES
from avow.study.transfer import ALL, OTHERS, Transfer

TITLES = {
    "macro_f1": "macro-F1",
    "f1_claim": "F1 of claims of responsibility",
    "false_claims": "share of denials, absences of a claim, accusations and suspicions taken for claims",
    "calibration_error": "expected calibration error",
}


@dataclass(frozen=True, slots=True)
class Table:
    """Text in cells.

    Attributes:
        title: What it shows.
        header: Names of the columns.
        rows: Cells; the first of a row is its name.
        note: What one needs to know to read it.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""


def markdown(tables: Sequence[Table]) -> str:
    """Tables as Markdown.

    Args:
        tables: The tables.

    Returns:
        Text that ends in a line break.
    """
    parts: list[str] = []
    for table in tables:
        lines = [f"## {table.title}", ""]
        lines += [_line(table.header), "|---" * len(table.header) + "|", *map(_line, table.rows)]
        parts.append("\n".join([*lines, *(["", table.note] if table.note else [])]))
    return "\n\n".join(parts) + "\n"


def cell(score: Score | None, *, signed: bool = False) -> str:
    """A score in a cell.

    Args:
        score: The score; nothing where it was not measured.
        signed: Whether it is a difference.

    Returns:
        For example ``0.812 (0.790-0.833)`` or ``+0.012 (-0.003 to +0.027)``.
    """
    if score is None or score.value is None:
        return "-"
    if score.low is None or score.high is None:
        return f"{score.value:+.3f}" if signed else f"{score.value:.3f}"
    if signed:
        return f"{score.value:+.3f} ({score.low:+.3f} to {score.high:+.3f})"
    return f"{score.value:.3f} ({score.low:.3f}-{score.high:.3f})"


def transfer_tables(found: Transfer) -> Iterator[Table]:
    """The tables of a transfer.

    Args:
        found: The transfer.

    Yields:
        Macro-F1 over the labels that all know, then over three labels and F1 of claims where some know them.
    """
    names = [str(source["name"]) for source in found.sources]
    left = sum(item.repeated for item in found.cells)
    note = (
        f"Rows are trained on, columns tested on. Where a source is tested on itself, and in the last row, by "
        f"{found.folds}-fold cross-validation over documents. Intervals: bootstrap over documents, "
        f"{found.settings.confidence:.0%}."
    )
    note += f" In all cells together, {left} sentences were left out that were, or nearly, trained on." if left else ""
    if any(source["weight"] != 1 for source in found.sources):
        weights = ", ".join(f"{source['name']} {source['weight']:g}" for source in found.sources)
        note += f" Weights: {weights}."
    shared = {(item.trained, item.tested): item.shared for item in found.cells}
    yield _grid(f"macro-F1 over {found.labels} labels", names, shared, "macro_f1", note)
    if found.labels < 3 and any(item.three for item in found.cells):
        three = {(item.trained, item.tested): item.three for item in found.cells if item.three}
        known = [name for name in names if any(tested == name for _, tested in three)]
        yield _grid("macro-F1 over three labels", known, three, "macro_f1", "")
        yield _grid("F1 of claims of responsibility", known, three, "f1_claim", "")


def ablation_tables(found: Ablation) -> Iterator[Table]:
    """The tables of an ablation, one a measure.

    Args:
        found: The ablation.

    Yields:
        The score of the model as it is in the first row, and in the others what each change adds to it.
    """
    variants = list(dict.fromkeys(row.variant for row in found.rows))
    cells = {(row.variant, row.tested): row for row in found.rows}
    note = (
        "The first row is the score of the model, the others what a change adds to it, with "
        f"{found.settings.confidence:.0%} intervals from a paired bootstrap over documents. Training documents are "
        f"scored by {found.folds}-fold cross-validation; the other sets by a model of all of them."
    )
    note += _unscored(found.unscored)
    for measure in MEASURES:
        names = [str(item["name"]) for item in found.sets if measure in cells[variants[0], item["name"]].scores]
        if names:
            rows = [[variants[0], *(cell(cells[variants[0], name].scores[measure]) for name in names)]]
            rows += [
                [variant, *(cell(cells[variant, name].change.get(measure), signed=True) for name in names)]
                for variant in variants[1:]
            ]
            yield Table(TITLES[measure], ["", *names], rows, note)
            note = ""


def curve_tables(found: Curve) -> Iterator[Table]:
    """The tables of a learning curve, one a measure.

    Args:
        found: The curve.

    Yields:
        A row a share of the documents, and what the last step added.
    """
    note = "Means over draws of documents; intervals over the documents tested on. Last row: what the last step added."
    note += _unscored(found.unscored)
    for measure in ("macro_f1", "f1_claim"):
        names = [str(item["name"]) for item in found.sets if measure in found.gain[item["name"]]]
        if names:
            rows = [
                [str(point.documents), *(cell(point.scores[name][measure]) for name in names)] for point in found.points
            ]
            rows.append(["gain", *(cell(found.gain[name][measure], signed=True) for name in names)])
            yield Table(TITLES[measure], ["documents", *names], rows, note)
            note = ""


def _unscored(sets: Mapping[str, int]) -> str:
    return "".join(
        f" {name} is not here: all of its {count} sentences stand, or nearly, in what was trained on."
        for name, count in sets.items()
    )


def _grid(
    title: str,
    names: Sequence[str],
    cells: Mapping[tuple[str, str], Mapping[str, Score]],
    measure: str,
    note: str,
) -> Table:
    trained = [*names, OTHERS, ALL]
    rows = [[row, *(cell(cells.get((row, name), {}).get(measure)) for name in names)] for row in trained]
    return Table(title, ["trained on", *names], [row for row in rows if set(row[1:]) != {"-"}], note)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(text.replace("|", "\\|") for text in cells) + " |"
