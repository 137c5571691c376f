"""How the cost of training grows: a process a size, so that each has its own peak of memory."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

from avow.bench.peers import gold
from avow.bench.training import Cost
from avow.errors import AvowError, MissingExtraError
from avow.storage import read_json, write_bytes, write_text

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)


def run(seeds: Path, sizes: Sequence[int]) -> Iterator[Cost]:
    """Train on ever more sentences.

    Args:
        seeds: Corpus to draw sentences from.
        sizes: How many, one run each.

    Yields:
        The cost of each.

    Raises:
        AvowError: A run failed, for example for want of memory.
        InputError: The corpus is not there, breaks the format, or has not two labels to tell apart.
    """
    # Before a process is started whose message would not be the last.
    gold(seeds)
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            output = Path(name, f"{size}.json")
            command = [sys.executable, "-m", "avow", "bench", "training", "--sentences", str(size)]
            # Standard error is the terminal's, where the run shows its progress.
            result = subprocess.run(
                [*command, "--seeds", str(seeds), "--output", str(output)], check=False, stdout=subprocess.DEVNULL
            )
            if result.returncode:
                raise AvowError(
                    f"training on {size} sentences ended with exit code {result.returncode}",
                    remedy="if it is for want of memory, give a smaller --size",
                )
            yield Cost(**read_json(output))


def write(costs: Sequence[Cost], target: Path, plot: Path | None) -> None:
    """Write the costs as CSV and as a plot.

    Args:
        costs: Costs by growing size.
        target: The CSV file.
        plot: An SVG file, where one is wanted.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(field.name for field in fields(Cost))
    writer.writerows((*astuple(cost)[:2], round(cost.seconds, 1), round(cost.megabytes)) for cost in costs)
    write_text(target, buffer.getvalue())
    if plot is not None:
        write_bytes(plot, draw(costs))


def draw(costs: Sequence[Cost]) -> bytes:
    """Time and memory over the number of sentences, on logarithmic axes.

    Args:
        costs: Costs by growing size.

    Returns:
        An SVG file; the same costs give the same bytes.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("matplotlib", "report", "drawing a plot") from error
    sizes = [cost.sentences for cost in costs]
    settings: Any = {"svg.hashsalt": "avow", "svg.fonttype": "none", "font.size": 10}
    with matplotlib.rc_context(settings):
        figure = Figure(figsize=(8, 3.2), layout="constrained")
        left, right = figure.subplots(1, 2)
        left.loglog(sizes, [cost.seconds for cost in costs], marker="o", color="#1f5f99")
        left.set(xlabel="sentences", ylabel="seconds", title="time")
        right.loglog(sizes, [cost.megabytes / 1000 for cost in costs], marker="o", color="#1f5f99")
        right.axhline(8, color="#a33", linestyle="--", linewidth=1)
        right.annotate("8 GB", (sizes[0], 8), textcoords="offset points", xytext=(0, -12), color="#a33")
        right.set(xlabel="sentences", ylabel="gigabytes", title="most memory")
        for axes in (left, right):
            axes.grid(visible=True, alpha=0.3)
            axes.spines[["top", "right"]].set_visible(False)
        stream = io.BytesIO()
        figure.savefig(stream, format="svg", metadata={"Date": None})
    return stream.getvalue()
