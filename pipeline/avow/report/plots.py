"""Plots as inline SVG that take their colours from the page, so that they follow its light or dark theme."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from avow.errors import MissingExtraError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Stand-ins that the page's style sheet replaces.
_INK, _SOFT = "#010203", "#010204"
_SERIES = {"highest": "#010205", "fact": "#010206", "opinion": "#010207", "claim-of-responsibility": "#010208"}
_VARIABLES = {
    _INK: "var(--ink)",
    _SOFT: "var(--line)",
    _SERIES["highest"]: "var(--ink)",
    _SERIES["fact"]: "var(--fact)",
    _SERIES["opinion"]: "var(--opinion)",
    _SERIES["claim-of-responsibility"]: "var(--claim)",
}
_TICKS = [power * digit for power in (0.01, 0.1, 1, 10, 100, 1000, 10_000) for digit in (1, 3)]
_FEWEST = 10
"""Bins with fewer sentences are left to the table: their share says little."""
_STYLES = {"highest": "-", "fact": "-", "opinion": "--", "claim-of-responsibility": "-."}
_MARKERS = {"highest": "o", "fact": "o", "opinion": "s", "claim-of-responsibility": "^"}


def draw(
    evaluation: Mapping[str, Any] | None,
    growth: Sequence[Mapping[str, float]] = (),
    learning: Mapping[str, Any] | None = None,
) -> dict[str, str]:
    """The plots of a report.

    Args:
        evaluation: One evaluation, where there is one.
        growth: What training costs by number of sentences.
        learning: What ``avow curve`` wrote.

    Returns:
        SVG by name: ``calibration``, ``precision_recall``, ``risk_coverage``; ``growth_seconds``, ``growth_memory``;
        ``learning``. Nothing where there is nothing to draw.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    if not (evaluation or growth or learning):
        return {}
    try:
        import matplotlib
    except ImportError as error:
        raise MissingExtraError("matplotlib", "report", "drawing the report's plots") from error
    settings: Any = {
        "svg.fonttype": "none",
        "font.family": "sans-serif",
        "font.size": 10,
        "axes.edgecolor": _SOFT,
        "axes.labelcolor": _INK,
        "text.color": _INK,
        "xtick.color": _INK,
        "ytick.color": _INK,
        "axes.grid": True,
        "grid.color": _SOFT,
        "grid.linewidth": 0.6,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "legend.frameon": False,
    }
    plots: dict[str, str] = {}
    with matplotlib.rc_context(settings):
        if evaluation:
            plots["calibration"] = _svg("calibration", lambda axes: _calibration(axes, evaluation))
            plots["precision_recall"] = _svg("precision-recall", lambda axes: _precision_recall(axes, evaluation))
            plots["risk_coverage"] = _svg("risk-coverage", lambda axes: _risk_coverage(axes, evaluation))
        if growth:
            plots["growth_seconds"] = _svg("growth-seconds", lambda axes: _growth(axes, growth, "seconds", 1))
            plots["growth_memory"] = _svg("growth-memory", lambda axes: _growth(axes, growth, "megabytes", 1000))
        if learning:
            plots["learning"] = _svg("learning", lambda axes: _learning(axes, learning))
    return plots


def _learning(axes: Axes, learning: Mapping[str, Any]) -> None:
    """Scores on the first set, the development documents, with their intervals."""
    from matplotlib.ticker import FixedLocator, NullLocator, ScalarFormatter

    name = learning["sets"][0]["name"]
    documents = [point["documents"] for point in learning["points"]]
    for measure, curve, label in (
        ("macro_f1", "highest", "macro-F1"),
        ("f1_claim", "claim-of-responsibility", "claim"),
    ):
        scores = [point["scores"][name].get(measure) for point in learning["points"]]
        if all(score and None not in score.values() for score in scores):
            axes.errorbar(
                documents,
                [score["value"] for score in scores],
                yerr=[
                    [max(0.0, score["value"] - score["low"]) for score in scores],
                    [max(0.0, score["high"] - score["value"]) for score in scores],
                ],
                color=_SERIES[curve],
                linestyle=_STYLES[curve],
                marker=_MARKERS[curve],
                markersize=4,
                linewidth=1.6,
                capsize=3,
                label=label,
            )
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(FixedLocator(documents))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(ScalarFormatter())
    axes.set(xlabel="training documents", ylabel="F1")
    axes.legend(loc="lower right")


def _growth(axes: Axes, growth: Sequence[Mapping[str, float]], value: str, unit: float) -> None:
    points = [(row["sentences"], row[value] / unit) for row in growth]
    from matplotlib.ticker import FuncFormatter, NullFormatter

    axes.loglog(*zip(*points, strict=True), color=_INK, marker="o", markersize=4, linewidth=1.6)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda number, place: f"{number:,.10g}"))
        axis.set_minor_formatter(NullFormatter())
    axes.set_yticks([tick for tick in _TICKS if min(row[1] for row in points) / 2 <= tick <= 2 * points[-1][1]])
    axes.set(xlabel="sentences", ylabel="seconds" if value == "seconds" else "gigabytes at most")


def _calibration(axes: Axes, evaluation: Mapping[str, Any]) -> None:
    axes.plot([0, 1], [0, 1], color=_SOFT, linewidth=1.5)
    for curve in ("highest", *evaluation["labels"]):
        points = [
            (row["probability"], row["true"])
            for row in evaluation["calibration"]
            if row["curve"] == curve and row["count"] >= _FEWEST
        ]
        if points:
            _line(axes, curve, points, marked=True)
    axes.set(xlabel="probability given", ylabel="share that came true", xlim=(0, 1), ylim=(0, 1.02))
    axes.legend(loc="upper left")


def _precision_recall(axes: Axes, evaluation: Mapping[str, Any]) -> None:
    for label, points in evaluation["curves"]["precision_recall"].items():
        if points:
            _line(axes, label, [(point[0], point[1]) for point in points], marked=False)
    axes.set(xlabel="recall", ylabel="precision", xlim=(0, 1.01), ylim=(0, 1.02))
    axes.legend(loc="lower left")


def _risk_coverage(axes: Axes, evaluation: Mapping[str, Any]) -> None:
    points = evaluation["curves"]["risk_coverage"]["points"]
    _line(axes, "highest", [(point[0], point[1]) for point in points], marked=False)
    axes.set(xlabel="coverage: share of sentences decided", ylabel="risk: share of these that is wrong", xlim=(0, 1.01))
    axes.set_ylim(bottom=0)


def _line(axes: Axes, curve: str, points: list[tuple[float, float]], *, marked: bool) -> None:
    name = {"highest": "label predicted", "claim-of-responsibility": "claim"}.get(curve, curve)
    axes.plot(
        [point[0] for point in points],
        [point[1] for point in points],
        color=_SERIES[curve],
        linestyle=_STYLES[curve],
        marker=_MARKERS[curve] if marked else None,
        markersize=4,
        linewidth=1.6,
        label=name,
    )


def _svg(name: str, plot: Any) -> str:
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5.2, 3.6), layout="constrained")
    FigureCanvasSVG(figure)
    plot(figure.add_subplot())
    figure.patch.set_alpha(0)
    for axes in figure.axes:
        axes.patch.set_alpha(0)
    buffer = io.StringIO()
    # The salt makes identifiers the same in every run and different between the plots of a page.
    with matplotlib.rc_context(
        {"svg.hashsalt": name, "svg.id": f"plot-{name}"} if "svg.id" in matplotlib.rcParams else {"svg.hashsalt": name}
    ):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    text = buffer.getvalue()
    text = text[text.index("<svg") :]
    for stand_in, variable in _VARIABLES.items():
        text = text.replace(stand_in, variable)
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r'id="(?!plot-)([\w.-]+)"', rf'id="{name}-\1"', text)
    text = re.sub(r'(xlink:href="#|url\(#)(?!plot-)([\w.-]+)', rf"\1{name}-\2", text)
    return re.sub(
        r'width="[\d.]+pt" height="[\d.]+pt"', 'width="100%" aria-hidden="true" focusable="false"', text, count=1
    )
