"""``avow bench``: ratios against named alternatives, measured in one run."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avow.cli.options import ModelFolder, Overwrite, Verbose, default_model
from avow.errors import UsageError

if TYPE_CHECKING:
    from avow.bench import Rate

app = typer.Typer(
    help="Measure speed against named alternatives.", rich_markup_mode=None, no_args_is_help=True, add_completion=False
)
SEEDS = Path("seeds")
Source = Annotated[Path, typer.Argument(metavar="SOURCE", help="Text: any source of avow predict.")]
Seeds = Annotated[Path, typer.Option("--seeds", metavar="FOLDER", help="Labelled corpus to learn from.")]
Rounds = Annotated[int, typer.Option(metavar="N", min=1, help="Rounds; the median counts.")]
Seconds = Annotated[float, typer.Option(metavar="S", min=0.01, help="Time that each gets in a round.")]


@app.callback()
def _build() -> None:
    from avow.compiled import is_compiled

    if is_compiled():
        print("avow is compiled", file=sys.stderr)


@app.command()
def splitting(
    source: Source,
    rounds: Rounds = 3,
    megabytes: Annotated[
        float, typer.Option(metavar="MB", min=0.01, help="How much text a splitter gets in all.")
    ] = 3.0,
    verbosity: Verbose = 0,
) -> None:
    """Sentence splitting against sentencex alone, nupunkt, spaCy's sentencizer and pySBD."""
    from avow.bench.splitting import run

    for rate in run(source, rounds=rounds, megabytes=megabytes):
        print(f"{rate.name:28} {rate.speed:8.3f} MB/s {rate.ratio:9.2f} times slower than avow")


@app.command()
def training(
    sentences: Annotated[int, typer.Option(metavar="N", min=100, help="Sentences to train on.")] = 10_000,
    seeds: Seeds = SEEDS,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="The cost, as JSON.")] = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Time and memory of training on sentences of a corpus, repeated with noise where there are too few."""
    from dataclasses import asdict

    from avow.bench.training import run
    from avow.cli.progress import training as bar
    from avow.storage import ensure_new, write_json

    ensure_new((output,), (), overwrite=overwrite)
    with bar(sentences) as progress:
        found = run(seeds, sentences, progress)
    if output is not None:
        write_json(output, asdict(found))
    print(f"{found.sentences} sentences, {found.terms} terms: {found.seconds:.1f} s, at most {found.megabytes:.0f} MB")


@app.command()
def size(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to, as CSV.")],
    plot: Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="A plot of it, as SVG.")] = None,
    sizes: Annotated[
        list[int] | None,
        typer.Option(
            "--size", metavar="N", min=100, help="Sentences; repeatable [default: 10,000 to 1,000,000 in five steps]."
        ),
    ] = None,
    seeds: Seeds = SEEDS,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """How time and memory of training grow with the number of sentences."""
    from avow.bench.size import SIZES, run, write
    from avow.storage import ensure_new

    ensure_new((output, plot), (), overwrite=overwrite)
    if plot is not None and plot.suffix.lower() != ".svg":
        raise UsageError(f"the plot is SVG, not {plot.suffix or plot.name}", remedy="name a file ending in .svg")
    costs = []
    for cost in run(seeds, sizes or SIZES):
        costs.append(cost)
        # After every size, so that a run that is broken off leaves what it found.
        write(costs, output, plot)
        print(f"{cost.sentences:,} sentences, {cost.terms:,} terms: {cost.seconds:.1f} s, {cost.megabytes:,.0f} MB")


@app.command()
def prediction(
    source: Source,
    model: ModelFolder = None,
    seeds: Seeds = SEEDS,
    rounds: Rounds = 3,
    seconds: Seconds = 2.0,
    verbosity: Verbose = 0,
) -> None:
    """Labelling in bulk against other libraries and an encoder's cost; the model's own pipeline is opened too."""
    from avow.bench.prediction import bulk

    _print(bulk(source, model or default_model(), seeds, rounds=rounds, seconds=seconds), "sentences/s")


@app.command()
def single(
    source: Source,
    model: ModelFolder = None,
    seeds: Seeds = SEEDS,
    rounds: Rounds = 3,
    seconds: Seconds = 2.0,
    verbosity: Verbose = 0,
) -> None:
    """Labelling one sentence a call against scikit-learn."""
    from avow.bench.prediction import single as measure

    _print(measure(source, model or default_model(), seeds, rounds=rounds, seconds=seconds), "sentences/s")


@app.command()
def whole(
    source: Source,
    model: ModelFolder = None,
    seeds: Seeds = SEEDS,
    rounds: Rounds = 3,
    seconds: Seconds = 2.0,
    verbosity: Verbose = 0,
) -> None:
    """From fresh text to labelled sentences with offsets, against pySBD and scikit-learn."""
    from avow.bench.prediction import whole as measure

    _print(measure(source, model or default_model(), seeds, rounds=rounds, seconds=seconds), "documents/s")


@app.command()
def start(
    model: ModelFolder = None,
    seeds: Seeds = SEEDS,
    rounds: Annotated[int, typer.Option(metavar="N", min=1, help="Starts of each; the median counts.")] = 15,
    verbosity: Verbose = 0,
) -> None:
    """From the start of the process to the first answer, against scikit-learn and bare Python."""
    from avow.bench.start import run

    for rate in run(model or default_model(), seeds, rounds=rounds):
        print(f"{rate.name:36} {1000 / rate.speed:8.1f} ms {rate.ratio:9.2f} times as long as avow")


@app.command()
def scoring(
    source: Source,
    model: ModelFolder = None,
    sentences: Annotated[int, typer.Option(metavar="N", min=1000, help="Sentences of the large run.")] = 1_000_000,
    rounds: Rounds = 3,
    verbosity: Verbose = 0,
) -> None:
    """Avow score of a source with one process and with two, and its memory as the source grows."""
    from avow.bench.scoring import cores, growth

    folder = model or default_model()
    one, two = cores(source, folder, rounds=rounds)
    for cost in (one, two):
        print(
            f"{cost.processes} processes: {cost.sentences:,} sentences in {cost.seconds:.2f} s, "
            f"{cost.sentences / cost.seconds:,.0f} sentences/s, {cost.megabytes:.0f} MB"
        )
    print(f"two processes are {one.seconds / two.seconds:.2f} times as fast as one")
    for cost in growth(source, folder, sentences):
        print(
            f"{cost.sentences:,} sentences: largest process {cost.largest:.0f} MB, all {cost.megabytes:.0f} MB, "
            f"{cost.seconds:.1f} s"
        )


@app.command()
def archive(
    model: ModelFolder = None,
    seeds: Seeds = SEEDS,
    pages: Annotated[int, typer.Option(metavar="N", min=1, help="Pages of the archive.")] = 1500,
    verbosity: Verbose = 0,
) -> None:
    """What a page of a web archive costs, step by step, on one core."""
    from avow.bench.archive import run

    for rate in run(seeds, model or default_model(), pages):
        print(f"{rate.name:28} {rate.speed:10,.0f} pages/s")


def _print(found: Iterable[Rate], unit: str) -> None:
    from avow.bench.peers import LIGHT

    rates = {rate.name: rate for rate in found}
    light = rates[LIGHT].speed
    for rate in rates.values():
        print(
            f"{rate.name:52} {rate.speed:12,.1f} {unit} {rate.ratio:10.2f} times slower than avow, "
            f"{light / rate.speed:8.2f} than light"
        )
