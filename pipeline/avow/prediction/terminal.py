"""Predictions for people at a terminal: a table, coloured by label, with the lines wrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avow.errors import counted, visible
from avow.prediction.run import Annotated
from avow.prediction.writers import strongest
from avow.records import Label

if TYPE_CHECKING:
    from rich.console import RenderableType

STYLES = {Label.FACT: "blue", Label.OPINION: "yellow", Label.CLAIM: "bold red"}
SHORT = {Label.FACT: "fact", Label.OPINION: "opinion", Label.CLAIM: "CLAIM"}


def table(item: Annotated, *, furniture: bool = False) -> RenderableType:
    """A document's sentences as a table.

    Args:
        item: An annotated document.
        furniture: Whether to list what was taken for furniture of the page.

    Returns:
        Something that rich can print; words say what colours say.
    """
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    rows = Table(box=None, show_header=True, header_style="dim", pad_edge=False, title_justify="left")
    rows.add_column("", justify="right", style="dim")
    rows.add_column("label", no_wrap=True)
    rows.add_column("conf.", justify="right", no_wrap=True)
    rows.add_column("sentence", overflow="fold", ratio=1)
    for number, prediction in enumerate(item.predictions):
        label = prediction.label
        mark = "?" if prediction.unsure else ""
        text = Text(_shown(prediction.sentence.text), style=STYLES[label] if label is Label.CLAIM else "")
        if item.explanations:
            text.append(visible(f"\n{strongest(item.explanations[number])}"), style="dim")
        rows.add_row(
            str(prediction.sentence.number + 1),
            Text(SHORT[label], style=STYLES[label]),
            f"{prediction.confidence:.2f}{mark}",
            text,
        )
    counts = {label: sum(p.label is label for p in item.predictions) for label in SHORT}
    unsure = sum(p.unsure for p in item.predictions)
    summary = ", ".join(f"{count} {label}" for label, count in counts.items())
    parts: list[RenderableType] = [Text(_shown(item.document.title or item.document.id), style="bold"), rows]
    if furniture and item.document.furniture:
        listed = Table(box=None, show_header=True, header_style="dim", pad_edge=False)
        listed.add_column("furniture", style="dim", no_wrap=True)
        listed.add_column("offsets", style="dim", no_wrap=True)
        listed.add_column("text", style="dim", overflow="fold")
        for part in item.document.furniture:
            shown = Text(_shown(item.document.text[part.start : part.end]))
            listed.add_row(str(part.kind), f"{part.start}-{part.end}", shown)
        parts.append(listed)
    count = len(item.predictions)
    parts.append(
        Text(
            f"{counted(count, 'sentence', '')}: {summary}" + (f"; {unsure} unsure" if unsure else ""),
            style="dim",
        )
    )
    return Group(*parts)


def _shown(text: str) -> str:
    return visible(" ".join(text.split()))
