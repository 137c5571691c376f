"""``avow evaluate``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from avow.cli.options import ModelFolder, NoQuoting, Overwrite, Params, TextColumn, Verbose, default_model
from avow.cli.options import parameters as load_parameters
from avow.cli.progress import waiting
from avow.cli.sets import (
    GroupColumn,
    LabelColumn,
    LabelMap,
    input_files,
    label_words,
    refuse_repeated,
    refuse_table,
    table_options,
)
from avow.errors import UsageError

if TYPE_CHECKING:
    from avow.evaluation import Evaluation
    from avow.models import Model


def evaluate(
    label_file: Annotated[
        Path | None, typer.Argument(metavar="LABELS", help="The file that avow labels wrote.")
    ] = None,
    on: Annotated[
        list[str] | None,
        typer.Option(
            "--on",
            metavar="SET",
            help="checkthat:PATH, babe:PATH, muc:PATH, seeds:PATH, labels:PATH, real:LABELS@FOLDER, or a table; "
            "repeatable.",
        ),
    ] = None,
    partition: Annotated[
        str | None,
        typer.Option("--partition", metavar="NAME", help="Partition of LABELS to score.", show_default="test"),
    ] = None,
    model: ModelFolder = None,
    text: TextColumn = None,
    label: LabelColumn = "label",
    group: GroupColumn = None,
    mapping: LabelMap = None,
    merge: Annotated[
        list[str] | None,
        typer.Option(
            "--merge",
            metavar="LABEL=LABEL",
            help="Score one label as another in the sets of --on [default: claims as facts where a set has none].",
        ),
    ] = None,
    no_quoting: NoQuoting = False,
    claims: Annotated[
        bool,
        typer.Option(
            "--claims",
            help="Score the register of claims too (avow claims), here, on muc:PATH and on real:LABELS@FOLDER.",
        ),
    ] = False,
    drop_leaks: Annotated[
        bool, typer.Option("--drop-leaks", help="Leave out what trained the model instead of refusing.")
    ] = False,
    boundaries: Annotated[
        Path | None, typer.Option("--boundaries", metavar="FILE", help="Boundary scores to add to the metrics.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Everything, as JSON, for avow report.")
    ] = None,
    metrics: Annotated[Path | None, typer.Option("--metrics", metavar="FILE", help="Scores to track, as JSON.")] = None,
    plots: Annotated[
        Path | None, typer.Option("--plots", metavar="FOLDER", help="Points of the plots of LABELS, as CSV.")
    ] = None,
    params: Params = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Score a model on a partition or on any labelled set, with intervals, slices and baselines."""
    from avow.models import check_manifest, load
    from avow.shapes import Boundaries, read_shape
    from avow.storage import ensure_new, write_json

    specs = tuple(on or ())
    if label_file is None and not specs:
        raise UsageError("nothing to evaluate on", remedy="give the file that avow labels wrote, or --on SET")
    refuse_repeated(specs, "give it once")
    _refuse_unused(label_file, specs, merge, claims, plots, partition)
    if label_file is not None:
        refuse_table(label_file, "other sets are given as: --on {path}")
    options = table_options(specs, text, label, group, mapping, no_quoting)
    merged = label_words(merge, labels_only=True) if merge else None
    parameters = load_parameters(params)
    folder = model or default_model()
    loaded = load(folder)
    check_manifest(loaded.manifest, folder)
    read = [*input_files(label_file, specs), *(folder / name for name in ("manifest.json", *loaded.manifest["files"]))]
    read += filter(None, [boundaries])
    ensure_new((output, metrics), read, overwrite=overwrite, folders=(plots,))
    found: dict[str, Any] = {"model": _of_model(loaded), "transfer": [], "documents": []}
    tracked: dict[str, Any] = {}
    if boundaries is not None:
        found["boundaries"] = read_shape(boundaries, Boundaries)
        tracked["boundaries"] = {key: found["boundaries"][key] for key in ("f1", "precision", "recall")}
    # Here, so that what cannot be read is told at once.
    from avow.cli.measuring import score_labels, score_sets
    from avow.cli.register import show_register
    from avow.cli.runs import Run
    from avow.cli.scores import show_scores
    from avow.evaluation import Settings

    settings = Settings(**parameters.evaluation.model_dump())
    run = Run(loaded, folder, settings, claims, drop_leaks, parameters.partition.similarity)
    with waiting("scoring and drawing resamples"):
        if label_file is not None:
            score_labels(run, label_file, partition or "test", found, tracked)
        if specs:
            score_sets(run, specs, options, merged, found, tracked)
    # Standard output may be closed or full, and what took minutes is not to be lost with it.
    if output is not None:
        write_json(output, _plain(found))
    if metrics is not None:
        write_json(metrics, tracked)
    if plots is not None:
        _write_plots(plots, found["partition"])
    show_scores(found)
    show_register(found)


def _refuse_unused(
    label_file: Path | None,
    specs: Sequence[str],
    merge: Sequence[str] | None,
    claims: bool,
    plots: Path | None,
    partition: str | None,
) -> None:
    by_sentence = [spec for spec in specs if not spec.startswith("muc:")]
    if merge and not by_sentence:
        raise UsageError("--merge without a set to score by sentence", remedy="leave it out, or give the set with --on")
    if plots is not None and label_file is None:
        raise UsageError("--plots without LABELS", remedy="leave it out, or give the file that avow labels wrote")
    if partition is not None and label_file is None:
        raise UsageError("--partition without LABELS", remedy="leave it out, or give the file that avow labels wrote")
    if claims and label_file is None and not any(spec.startswith(("muc:", "real:")) for spec in specs):
        raise UsageError(
            "--claims without a set that holds statements", expected="LABELS, muc:PATH or real:LABELS@FOLDER"
        )


def _of_model(model: Model) -> dict[str, Any]:
    return {key: model.manifest[key] for key in ("format", "versions", "parameters", "data", "scores", "terms")}


def _plain(found: Mapping[str, Any]) -> dict[str, Any]:
    value = dict(found)
    if "partition" in value:
        value["partition"] = value["partition"].to_dict()
    value["transfer"] = [item.to_dict() for item in value["transfer"]]
    return value


def _write_plots(folder: Path, evaluation: Evaluation) -> None:
    from avow.report import plot_tables
    from avow.storage import write_text

    for name, content in plot_tables(evaluation.to_dict()).items():
        write_text(folder / name, content)
