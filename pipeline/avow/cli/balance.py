"""``avow balance``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avow.cli.options import ModelFolder, Overwrite, Verbose, default_model, say
from avow.cli.progress import waiting
from avow.cli.sets import LabelFile, input_files, parts_of, refuse_repeated
from avow.errors import UsageError

if TYPE_CHECKING:
    from avow.balance import Balance

_REAL = "real:"


def balance(
    label_file: LabelFile,
    on: Annotated[
        list[str],
        typer.Option("--on", metavar="SET", help="real:LABELS@FOLDER, sentences of real news; repeatable."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The table of weights.")],
    model: ModelFolder = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Fit how the register weighs what speaks for a status, on development documents of LABELS and on real news."""
    from avow.models import deciding_digest
    from avow.storage import digest_file, ensure_new, write_text

    folder = model or default_model()
    for spec in on:
        if not spec.startswith(_REAL):
            raise UsageError(f"cannot weigh the register on {spec}", expected="real:LABELS@FOLDER")
    refuse_repeated(on, "give it once")
    read = input_files(label_file, on)
    ensure_new((output,), [*read, *folder.glob("*")], overwrite=overwrite)
    (part,) = parts_of(label_file, "development")
    # Here, so that what cannot be read is told at once.
    from avow.balance import ask, fit_weights, to_table
    from avow.corpus import join_standoff, read_standoff, standoff_paths
    from avow.evaluation.gold import gold_register, real_register
    from avow.models import load, load_stances

    classifier, table = load(folder), load_stances(folder)
    with waiting("asking"):
        sets = [ask(f"{label_file.name}, development", gold_register(part.gold), classifier, table, real=False)]
        for spec in on:
            labels, texts = standoff_paths(spec.removeprefix(_REAL))
            joined = join_standoff(list(read_standoff(labels)), texts)
            for reason, count in joined.dropped.items():
                say(f"{spec}: left out: {count} {reason}")
            sets.append(ask(spec, real_register(joined), classifier, table, real=True))
    with waiting("weighing"):
        found = fit_weights(sets)
    made_of = [
        f"model: {deciding_digest(classifier.manifest, register=True)}",
        *(f"read: {path.name} {digest_file(path)}" for path in read if path.exists()),
    ]
    write_text(output, to_table(found.weights, made_of))
    _show(found)
    say(f"wrote {output}")


def _show(found: Balance) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(
        box=None,
        header_style="dim",
        title="precision, recall and F1 on documents left out of the fit and of the choice of thresholds",
        title_justify="left",
    )
    table.add_column("")
    names: list[Mapping[str, tuple[float, float, float]]] = list(found.scores.values())
    for name in found.scores:
        table.add_column(name, justify="right")
    for status in names[0]:
        table.add_row(status, *("  ".join(f"{value:.3f}" for value in scores[status]) for scores in names))
    Console(width=None if sys.stdout.isatty() else 120, markup=False, highlight=False).print(table)
