"""Summaries and annotated documents through templates that escape whatever they are given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import IO, TYPE_CHECKING, Any

from avow.records import LABELS, Document, Explanation, Furniture
from avow.report.learning import MEASURES, measured, verdicts
from avow.report.plots import draw
from avow.report.summary import GLOSSARY, NAMES, Summary, baseline_table, interval, share
from avow.storage import encode

if TYPE_CHECKING:
    from jinja2 import Environment

    from avow.prediction import Annotated

_STRONGEST = 8


@cache
def environment() -> Environment:
    """The templates of the package.

    Returns:
        An environment that escapes whatever is put into HTML.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=PackageLoader("avow.report", "templates"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["interval"] = interval
    environment.filters["share"] = share
    environment.filters["cell"] = _cell
    environment.filters["by_share"] = _by_share
    environment.globals |= {"NAMES": NAMES, "GLOSSARY": GLOSSARY, "LABELS": [str(label) for label in LABELS]}
    environment.globals |= {"baseline_table": baseline_table, "MEASURES": MEASURES}
    environment.globals |= {"measured": measured, "verdicts": verdicts}
    return environment


def _cell(text: str) -> str:
    """Text within a cell of a Markdown table, a heading or a paragraph."""
    return (
        " ".join(str(text).split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "\\`")
    )


def report_markdown(summary: Summary) -> str:
    """The report as Markdown.

    Args:
        summary: What it says.

    Returns:
        The text.
    """
    return environment().get_template("report.md").render(summary=summary)


def report_html(summary: Summary) -> str:
    """The report as one self-contained page.

    Args:
        summary: What it says.

    Returns:
        The page.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    wanted = summary.evaluation or summary.growth or summary.learning
    plots = draw(summary.evaluation, summary.growth, summary.learning) if wanted else {}
    return environment().get_template("report.html").render(summary=summary, plots=plots)


def _by_share(table: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The rows of a table whose keys are shares in per cent, the smallest first."""
    return sorted(table.items(), key=lambda row: float(row[0].rstrip("%")))


def card(summary: Summary) -> str:
    """The model card, after Mitchell et al. (2019).

    Args:
        summary: What is known of the model and its scores.

    Returns:
        Markdown.
    """
    return environment().get_template("card.md").render(summary=summary)


def annotate_html(items: Iterable[Annotated]) -> str:
    """Documents with their sentences highlighted, as one self-contained page.

    Args:
        items: Annotated documents with explanations.

    Returns:
        The page; the text of each article is the document's, character for character.
    """
    articles = [_article(item) for item in items]
    return environment().get_template("annotated.html").render(articles=articles)


def write_annotated(stream: IO[bytes], items: Iterable[Annotated]) -> None:
    """Write documents with their sentences highlighted.

    Args:
        stream: Where to.
        items: Annotated documents with explanations.
    """
    stream.write(encode(annotate_html(items)))


def _article(item: Annotated) -> dict[str, Any]:
    document = item.document
    return {
        "id": document.id,
        "title": document.title or document.id,
        "source": document.source,
        "date": document.date,
        "pieces": _pieces(document, item.explanations),
        "counts": {str(label): sum(p.label is label for p in item.predictions) for label in LABELS},
        "unsure": sum(p.unsure for p in item.predictions),
    }


def _pieces(document: Document, explanations: Sequence[Explanation]) -> list[dict[str, Any]]:
    """The text cut at sentences and furniture, nothing left out."""
    marks: list[tuple[int, int, Explanation | Furniture]] = [
        (item.prediction.sentence.start, item.prediction.sentence.end, item) for item in explanations
    ]
    marks += [(part.start, part.end, part) for part in document.furniture]
    pieces: list[dict[str, Any]] = []
    at = 0
    for start, end, mark in sorted(marks, key=lambda entry: entry[0]):
        if start > at:
            pieces.append({"kind": "plain", "text": document.text[at:start]})
        if isinstance(mark, Furniture):
            pieces.append({"kind": "furniture", "name": str(mark.kind), "text": document.text[start:end]})
        else:
            pieces.append({"kind": "sentence", "text": document.text[start:end], **_explained(mark)})
        at = end
    if at < len(document.text):
        pieces.append({"kind": "plain", "text": document.text[at:]})
    return pieces


def _explained(explanation: Explanation) -> dict[str, Any]:
    prediction = explanation.prediction
    column = LABELS.index(prediction.label)

    def pull(scores: tuple[float, float, float]) -> float:
        return scores[column] - (sum(scores) - scores[column]) / (len(scores) - 1)

    ranked = explanation.pulling(prediction.label)
    chosen = [*ranked[:_STRONGEST], *ranked[_STRONGEST:][-3:]]
    terms: list[Mapping[str, Any]] = [
        {"term": item.term.strip() or "space", "kind": item.kind, "pull": pull(item.scores)} for item in chosen
    ]
    return {
        "label": str(prediction.label),
        "number": prediction.sentence.number,
        "unsure": prediction.unsure,
        "open_quote": prediction.sentence.open_quote,
        "confidence": prediction.confidence,
        "probabilities": dict(zip(map(str, LABELS), prediction.probabilities, strict=True)),
        "terms": terms,
    }
