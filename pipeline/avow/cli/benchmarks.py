"""``avow bench``: ratios against named alternatives, measured in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from avow.cli.options import ModelFolder, Verbose, default_model

app = typer.Typer(
    help="Measure speed against named alternatives.", rich_markup_mode=None, no_args_is_help=True, add_completion=False
)


@app.command()
def splitting(
    source: Annotated[Path, typer.Argument(help="Text to split: any source of avow predict.")],
    rounds: Annotated[int, typer.Option(min=1, help="Rounds; the median counts.")] = 3,
    megabytes: Annotated[float, typer.Option(min=0.01, help="How much text a splitter gets in all.")] = 3.0,
    verbosity: Verbose = 0,
) -> None:
    """Sentence splitting against sentencex alone, nupunkt and pySBD."""
    from avow.bench.splitting import run

    for rate in run(source, rounds=rounds, megabytes=megabytes):
        print(f"{rate.name:28} {rate.speed:8.3f} MB/s {rate.ratio:9.2f} times slower than avow")


@app.command()
def training(
    sentences: Annotated[int, typer.Option(min=100, help="Sentences to train on.")] = 10_000,
    seeds: Annotated[Path, typer.Option(help="Corpus to draw them from.")] = Path("seeds"),
    verbosity: Verbose = 0,
) -> None:
    """Time and memory of training on sentences of a corpus, repeated where there are too few."""
    from avow.bench.training import run

    found = run(seeds, sentences)
    print(f"{found.sentences} sentences, {found.terms} terms: {found.seconds:.1f} s, at most {found.megabytes:.0f} MB")


@app.command()
def prediction(
    source: Annotated[Path, typer.Argument(help="Text to label: any source of avow predict.")],
    model: ModelFolder = None,
    limit: Annotated[int, typer.Option(min=10, help="Sentences.")] = 5_000,
    verbosity: Verbose = 0,
) -> None:
    """Prediction with the portable model against its scikit-learn pipeline, which is opened only if you made it."""
    from avow.bench.prediction import run

    for rate in run(source, model or default_model(), limit):
        print(f"{rate.name:44} {rate.speed:10.0f} sentences/s {rate.ratio:8.2f} times slower than avow")
