"""Evaluations and annotated documents as Markdown and self-contained HTML."""

from __future__ import annotations

from avow.report.render import annotate_html, card, report_html, report_markdown, write_annotated
from avow.report.summary import Summary, plot_tables, summarise

__all__ = [
    "Summary",
    "annotate_html",
    "card",
    "plot_tables",
    "report_html",
    "report_markdown",
    "summarise",
    "write_annotated",
]
