"""The stages up to a model: ``avow sentences``, ``avow labels``, ``avow train`` and ``avow tune``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from avow.cli.options import DEFAULT_MODEL, Jobs, NoQuoting, Overwrite, Params, TextColumn, Verbose, say
from avow.cli.options import parameters as load_parameters
from avow.cli.progress import training as training_bar
from avow.cli.progress import waiting
from avow.cli.sets import (
    GroupColumn,
    LabelColumn,
    LabelFile,
    LabelMap,
    input_files,
    mixed,
    parts_of,
    refuse_table,
    table_options,
)
from avow.errors import InputError, UsageError, counted

if TYPE_CHECKING:
    from avow.corpus import GoldDocument

Seeds = Annotated[list[Path], typer.Argument(metavar="SEEDS", help="Corpus files, or folders of them.")]


def _documents(places: Sequence[Path]) -> list[GoldDocument]:
    """The documents of a corpus, of which there must be some."""
    from avow.corpus import read_corpus

    found = list(read_corpus(places))
    if not found:
        raise InputError("no documents", where=", ".join(map(str, places)), expected="labelled documents")
    return found


def sentences(
    seeds: Seeds,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Split sentences, as JSON Lines.")],
    scores: Annotated[
        Path | None, typer.Option("--scores", metavar="FILE", help="Agreement with the gold boundaries, as JSON.")
    ] = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Split the documents of a corpus and measure it against their gold boundaries."""
    from avow.corpus import corpus_files
    from avow.sentences import measure_boundaries, split
    from avow.storage import ensure_new, write_json, write_jsonl

    ensure_new((output, scores), corpus_files(seeds), overwrite=overwrite)
    documents = _documents(seeds)
    rows = (
        {
            "document": item.document,
            "sentence": item.number,
            "paragraph": item.paragraph,
            "start": item.start,
            "end": item.end,
            "text": item.text,
            "open_quote": item.open_quote,
        }
        for gold in documents
        for item in split(gold.document)
    )
    with waiting("splitting and measuring"):
        write_jsonl(output, rows)
        found = measure_boundaries(
            (gold.document, [(item.sentence.start, item.sentence.end) for item in gold.sentences]) for gold in documents
        )
    if scores is not None:
        write_json(scores, found.to_dict())
    print(
        f"{found.sentences} gold sentences: boundary precision {found.precision:.4f}, recall {found.recall:.4f}, "
        f"F1 {found.f1:.4f}; {found.exact} found exactly"
    )


def labels(
    seeds: Annotated[Path, typer.Argument(metavar="SEEDS", help="Corpus file, or folder of them.")],
    split_file: Annotated[Path, typer.Argument(metavar="SENTENCES", help="The file that avow sentences wrote.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Labelled sentences with partitions, as JSON Lines.")
    ],
    summary: Annotated[Path | None, typer.Option("--summary", metavar="FILE", help="What went where, as JSON.")] = None,
    params: Params = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Align gold labels with split sentences and assign documents to partitions."""
    from avow.corpus import align, corpus_files, label_rows, read_sentences, write_labels
    from avow.partition import assign_partitions, partition_table
    from avow.storage import ensure_new, write_json

    parameters = load_parameters(params).partition
    ensure_new((output, summary), [split_file, *corpus_files([seeds])], overwrite=overwrite)
    documents = _documents([seeds])
    split_sentences = read_sentences(split_file)
    assigned = assign_partitions(documents, **parameters.model_dump())
    write_labels(output, label_rows(documents, split_sentences, assigned))
    rows = partition_table(documents, assigned)
    alignments = [align(gold, split_sentences[gold.document.id]) for gold in documents]
    facts: dict[str, Any] = {
        "partitions": [
            dict(zip(("partition", "family", "label", "documents", "sentences"), row, strict=True)) for row in rows
        ],
        "documents": {name: sum(part == name for part in assigned.values()) for name in sorted(set(assigned.values()))},
        "matched": sum(len(item.matched) for item in alignments),
        "unaligned_gold": sum(len(item.unaligned_gold) for item in alignments),
        "unaligned_predicted": sum(len(item.unaligned_predicted) for item in alignments),
    }
    if summary is not None:
        write_json(summary, facts)
    parts = ", ".join(f"{count} {name}" for name, count in facts["documents"].items())
    print(
        f"{counted(len(documents), 'document', '')}: {parts}; {facts['matched']} sentences match their gold span, "
        f"{facts['unaligned_gold']} gold and {facts['unaligned_predicted']} split ones do not"
    )


def train(
    label_file: Annotated[
        Path | None, typer.Argument(metavar="LABELS", help="The file that avow labels wrote.")
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option(
            "--add",
            metavar="SET",
            help="Train on this too: checkthat:PATH, babe:PATH, seeds:PATH, labels:PATH, real:LABELS@FOLDER, a table; "
            "repeatable.",
        ),
    ] = None,
    weight: Annotated[
        list[str] | None,
        typer.Option(
            "--weight",
            metavar="[NAME=]NUMBER",
            help="What a sentence of a set counts; NAME as in --add, or its prefix, file or labels; repeatable.",
        ),
    ] = None,
    text: TextColumn = None,
    label: LabelColumn = "label",
    group: GroupColumn = None,
    mapping: LabelMap = None,
    no_quoting: NoQuoting = False,
    light: Annotated[
        bool, typer.Option("--light", help="Leave out pairs and cues of stance: faster, and a little less right.")
    ] = False,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Folder of the model.")
    ] = DEFAULT_MODEL,
    params: Params = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Fit a model on the training documents, calibrate it on the development documents, and save it."""
    from avow.models import FILES, ensure_free
    from avow.storage import digest_file, ensure_apart

    if label_file is None and not add:
        raise UsageError("nothing to train on", remedy="give the file that avow labels wrote, or --add SET")
    ensure_free(output, overwrite=overwrite)
    ensure_apart((output / name for name in FILES), input_files(label_file, add or ()))
    if label_file is not None:
        refuse_table(label_file)
    parameters = load_parameters(params)
    if light:
        parameters = parameters.light()
    options = table_options(add or (), text, label, group, mapping, no_quoting)
    own = None
    if label_file is not None:
        # Whether the model can do without development documents is for training to say.
        train, development = parts_of(label_file, "train", "development", may_lack=["development"])
        own = train.gold, development.gold
    mixture = mixed(own, add or (), weight or (), options, parameters.partition)
    for warning in mixture.warnings:
        say(f"note: {warning}")
    if own is None:
        say(
            "note: without LABELS, the file that avow labels writes, the model labels sentences and has no register: "
            "avow claims will refuse it"
        )
    # Here, so that what cannot be trained on is told at once.
    from avow.fitting import fit

    with training_bar(len(mixture.training)) as progress:
        fitted = fit(
            mixture,
            parameters,
            own=own,
            weighted=bool(add or weight),
            data={"labels": digest_file(label_file)} if label_file else None,
            progress=progress,
        )
    told = fitted.save(output, overwrite=overwrite)
    model = fitted.classifier
    if told:
        say(f"removed what was told of the model before: {', '.join(told)}")
    scored = (
        f"on {len(mixture.development)} development sentences macro-F1 {model.scores['macro_f1']:.3f}, "
        f"log-loss {model.scores['log_loss']:.3f}"
        if model.scores
        else "there are no development sentences to score it on"
    )
    print(
        f"{counted(len(mixture.training), 'sentence', '')} trained {counted(len(model.weights), 'term', '')}; {scored}"
    )
    say(f"wrote {output}")


def tune(
    label_file: LabelFile,
    params: Params = None,
    jobs: Jobs = -1,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="FILE", help="Write the trials here, as JSON.")
    ] = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Search parameters by grouped cross-validation over the training documents."""
    from avow.storage import ensure_new, write_json

    ensure_new((write,), [label_file], overwrite=overwrite)
    refuse_table(label_file, remedy="")
    parameters = load_parameters(params)
    (part,) = parts_of(label_file, "train")
    # Here, so that a file that cannot be read is told at once.
    from rich.console import Console
    from rich.progress import Progress
    from rich.table import Table

    from avow.training import tune as search

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("fits", total=None)
        trials = search(
            part.gold, parameters, jobs=jobs, progress=lambda done, total: bar.update(task, completed=done, total=total)
        )
    if write is not None:
        rows = [
            {
                "parameters": dict(trial.parameters),
                "macro_f1": trial.macro_f1,
                "deviation": trial.deviation,
                "log_loss": trial.loss,
            }
            for trial in trials
        ]
        write_json(write, {"folds": parameters.tune.folds, "trials": rows})
    table = Table(box=None, header_style="dim")
    for name in (*trials[0].parameters, "macro-F1", "+-", "fact", "opinion", "claim", "log-loss"):
        table.add_column(name.removeprefix("training.").removeprefix("features."), justify="right")
    for trial in trials:
        cells = [f"{value:g}" for value in trial.parameters.values()]
        scores = (trial.macro_f1, trial.deviation, *trial.per_label, trial.loss)
        table.add_row(*cells, *(f"{value:.4f}" for value in scores))
    Console(width=None if sys.stdout.isatty() else 120, markup=False).print(table)
