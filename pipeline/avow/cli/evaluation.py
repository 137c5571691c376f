"""``avow evaluate`` and ``avow report``."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from avow.cli.options import ModelFolder, NoQuoting, Overwrite, Params, TextColumn, Verbose, default_model, say
from avow.cli.options import parameters as load_parameters
from avow.cli.progress import waiting
from avow.cli.register import number, precision_recall, show_register
from avow.cli.sets import (
    GroupColumn,
    LabelColumn,
    LabelMap,
    input_files,
    label_words,
    parts_of,
    refuse_repeated,
    refuse_table,
    table_options,
)
from avow.errors import LeakageError, UsageError, counted

if TYPE_CHECKING:
    from avow.corpus import GoldSet, MucDocument, TableOptions
    from avow.evaluation import Evaluation, Settings
    from avow.models import Model
    from avow.partition import Leak
    from avow.records import Explanation, GoldSentence, Label, Sentence

_PARTS = ("family", "clear", "clear cases")
"""Slices that are printed where annotators said which sentences are clear."""
_BY_DOCUMENT = ("documents", "precision", "recall", "f1")


def evaluate(
    label_file: Annotated[
        Path | None, typer.Argument(metavar="[LABELS]", help="The file that avow labels wrote.")
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
        str | None, typer.Option("--partition", help="Partition of LABELS to score.", show_default="test")
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
        Path | None, typer.Option("--boundaries", help="Boundary scores to add to the metrics.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Everything, as JSON, for avow report.")] = None,
    metrics: Annotated[Path | None, typer.Option("--metrics", help="Scores to track, as JSON.")] = None,
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
    ensure_new((output, metrics, plots), [*read, *filter(None, [boundaries])], overwrite=overwrite)
    found: dict[str, Any] = {"model": _of_model(loaded), "transfer": [], "documents": []}
    tracked: dict[str, Any] = {}
    if boundaries is not None:
        found["boundaries"] = read_shape(boundaries, Boundaries)
        tracked["boundaries"] = {key: found["boundaries"][key] for key in ("f1", "precision", "recall")}
    # Here, so that what cannot be read is told at once.
    from avow.evaluation import Settings

    settings = Settings(**parameters.evaluation.model_dump())
    run = _Run(loaded, folder, settings, claims, drop_leaks, parameters.partition.similarity)
    with waiting("scoring and drawing resamples"):
        if label_file is not None:
            _score_labels(run, label_file, partition or "test", found, tracked)
        if specs:
            _score_sets(run, specs, options, merged, found, tracked)
    # Standard output may be closed or full, and what took minutes is not to be lost with it.
    if output is not None:
        write_json(output, _plain(found))
    if metrics is not None:
        write_json(metrics, tracked)
    if plots is not None:
        _write_plots(plots, found["partition"])
    _show(found)
    show_register(found)


def report(
    evaluation: Annotated[Path, typer.Argument(metavar="EVALUATION", help="What avow evaluate --output wrote.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the report goes.")],
    summary: Annotated[Path | None, typer.Option("--summary", help="What avow labels --summary wrote.")] = None,
    behaviour: Annotated[Path | None, typer.Option("--behaviour", help="What avow behave --output wrote.")] = None,
    growth: Annotated[Path | None, typer.Option("--growth", help="What avow bench size --output wrote.")] = None,
    curve: Annotated[Path | None, typer.Option("--curve", help="What avow curve --output wrote.")] = None,
    on: Annotated[
        list[Path] | None,
        typer.Option(
            "--on",
            metavar="EVALUATION",
            help="What avow evaluate --on --output wrote of further sets, for the targets; repeatable.",
        ),
    ] = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Write report.md, report.html and the model card from an evaluation."""
    from avow.report import card, growth_rows, report_html, report_markdown, summarise
    from avow.shapes import Behaviour, Curve, Evaluation, Partitions, read_shape
    from avow.storage import ensure_new, read_text, write_text

    targets = [output / name for name in ("report.md", "report.html", "README.md")]
    ensure_new(targets, filter(None, [evaluation, summary, behaviour, growth, curve, *(on or ())]), overwrite=overwrite)
    facts = summarise(
        read_shape(evaluation, Evaluation),
        read_shape(summary, Partitions) if summary is not None else None,
        read_shape(behaviour, Behaviour) if behaviour is not None else None,
        growth_rows(read_text(growth), str(growth)) if growth is not None else (),
        read_shape(curve, Curve) if curve is not None else None,
        [read_shape(path, Evaluation) for path in on or ()],
    )
    for target, text in zip(targets, (report_markdown(facts), report_html(facts), card(facts)), strict=True):
        write_text(target, text)
    say(f"wrote report.md, report.html and README.md in {output}")


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


@dataclass(frozen=True, slots=True)
class _Run:
    """What is scored, and how."""

    model: Model
    folder: Path
    settings: Settings
    claims: bool
    drop_leaks: bool
    similarity: float


def _score_labels(run: _Run, label_file: Path, partition: str, found: dict[str, Any], tracked: dict[str, Any]) -> None:
    """Score a partition of a label file: by sentence, from raw text, and where it is wanted as a register."""
    from avow.evaluation import evaluate_spans
    from avow.evaluation.held_out import score_partition
    from avow.storage import digest_file

    name = f"{label_file.name}, {partition}"
    (part,) = parts_of(label_file, partition, split=True)
    kept = _without_leaks(run, part.gold)
    digest = digest_file(label_file)
    found["partition"] = _evaluate(run.model, kept, _documents(kept), name, run.settings, {}, digest, {})
    tracked |= {"digest": digest, partition: found["partition"].metrics()}
    names = {item.sentence.document for item in kept}
    split = [sentence for sentence in part.split if sentence.document in names]
    if split:
        found["end_to_end"] = evaluate_spans(kept, run.model.predict_sentences(split)).to_dict()
        tracked["end_to_end"] = {key: found["end_to_end"][key] for key in ("f1", "macro_f1")}
    else:
        say(f"note: {label_file} holds no split sentences of partition {partition!r}; none are scored from raw text")
    if run.claims:
        found["register"] = [score_partition(run.folder, kept, name, run.settings)]
        tracked["register"] = {
            status: {key: scores[key] for key in ("precision", "recall", "f1")}
            for status, scores in found["register"][0]["scores"].items()
        }


def _score_sets(
    run: _Run,
    specs: Sequence[str],
    options: TableOptions,
    merged: Mapping[Any, Label] | None,
    found: dict[str, Any],
    tracked: dict[str, Any],
) -> None:
    """Score sets by sentence or by document, and where it is wanted as a register."""
    from avow.corpus import read_gold
    from avow.evaluation.held_out import score_muc, score_real
    from avow.sources import distinct

    sets = {spec: read_gold(spec, options) for spec in specs if not spec.startswith("muc:")}
    names = distinct(specs, [sets[spec].name if spec in sets else f"muc {_muc_path(spec).name}" for spec in specs])
    for spec, name in zip(specs, names, strict=True):
        if spec in sets:
            gold = replace(sets[spec], name=name)
            kept = _without_leaks(run, gold.sentences)
            found["transfer"].append(_score_set(run.model, gold, kept, merged, run.settings))
            if run.claims and spec.startswith("real:"):
                scores = score_real(run.folder, spec.removeprefix("real:"), kept, run.settings)
                found.setdefault("register", []).append(scores | {"name": name})
        else:
            documents = _muc_documents(run, _muc_path(spec))
            found["documents"].append(_score_muc(run.model, documents, name, run.settings))
            if run.claims:
                scores = score_muc(run.folder, documents, name, run.settings)
                found.setdefault("register_documents", []).append(scores)
    tracked["sets"] = {item.name: {"digest": item.digest, **item.metrics()} for item in found["transfer"]}
    tracked["sets"] |= {item["name"]: {key: item[key] for key in _BY_DOCUMENT} for item in found["documents"]}


def _muc_path(spec: str) -> Path:
    return Path(spec.removeprefix("muc:"))


def _score_set(
    model: Model,
    gold: GoldSet,
    kept: Sequence[GoldSentence],
    merged: Mapping[Any, Label] | None,
    settings: Settings,
) -> Evaluation:
    dropped = dict(gold.dropped)
    if len(kept) < len(gold.sentences):
        dropped["trained the model"] = len(gold.sentences) - len(kept)
    repeated = _repeated_elsewhere(kept)
    if repeated:
        say(
            f"note: {gold.name}: {repeated} rows repeat one of another document word by word; each is scored, so that "
            "intervals are too narrow"
        )
    documents = gold.documents or _documents(kept)
    merge = gold.merge if merged is None else merged
    return _evaluate(model, kept, documents, gold.name, settings, merge, gold.digest, dropped)


def _repeated_elsewhere(gold: Sequence[GoldSentence]) -> int:
    """How many rows of a table say word by word what one of another document says."""
    from avow.corpus.likeness import whole_of

    # In documents that are whole, sentences recur as they do in the language.
    units: dict[str, set[tuple[str, str, str]]] = {}
    for item in gold:
        if item.source:
            units.setdefault(whole_of(item.sentence.text), set()).add(item.unit)
    return sum(len(found) - 1 for found in units.values())


def _documents(gold: Sequence[GoldSentence]) -> list[list[Sentence]]:
    from avow.prior import by_document

    return list(by_document(item.sentence for item in gold))


def _evaluate(
    model: Model,
    gold: Sequence[GoldSentence],
    documents: Sequence[Sequence[Sentence]],
    name: str,
    settings: Settings,
    merge: Mapping[Any, Label],
    digest: str,
    dropped: Mapping[str, int],
) -> Evaluation:
    import numpy as np

    from avow.evaluation import evaluate as score
    from avow.records import LABELS, Label

    say(f"scoring {counted(len(gold), 'sentence', '')} of {name}")
    places = {sentence: document for document in documents for sentence in document}
    rows = {item.sentence: item.probabilities for found in model.predict_many(documents) for item in found}

    def explain(sentence: Sentence) -> Explanation:
        document = places[sentence]
        return model.explain_in(document)[document.index(sentence)]

    # Where neither other sentences nor an open quotation tell more, reading each by itself would be the same.
    alone = all(len(document) == 1 and not document[0].open_quote for document in documents)
    trained = model.manifest.get("data", {}).get("training", {}).get("labels", {})
    majority = max(LABELS, key=lambda label: trained.get(str(label), 0))
    return score(
        gold,
        np.asarray([rows[item.sentence] for item in gold]),
        name=name,
        settings=settings,
        merge={Label(key): value for key, value in merge.items()},
        digest=digest,
        dropped=dropped,
        without_context=None if alone else model.predict_proba([item.sentence.text for item in gold]),
        majority=majority,
        explain=explain,
    )


def _muc_documents(run: _Run, path: Path) -> list[MucDocument]:
    """Documents with an answer none of whose sentences trained the model."""
    from avow.corpus import read_muc
    from avow.errors import InputError
    from avow.records import Document, GoldSentence, Label
    from avow.sentences import split

    documents = [item for item in read_muc(path) if item.claimed is not None]
    if not documents:
        raise InputError("no document with an answer", where=str(path), expected="documents whose claimed is yes or no")
    # Under the name that standoff labels have for the corpus, so that it is known which of it was trained on.
    gold = [
        GoldSentence(sentence, Label.FACT, item.id, family="muc-dev")
        for item in documents
        for sentence in split(Document(item.id, item.text))
    ]
    known = {leak.group for leak in _leaks(run, gold)}
    kept = [item for item in documents if item.id not in known]
    if len(kept) < len(documents):
        known_ones = counted(len(documents) - len(kept), "document", "")
        say(f"left out {known_ones} that trained the model, in whole or in part")
    if not kept:
        raise LeakageError("everything here trained this model", where=str(run.folder))
    return kept


def _score_muc(model: Model, documents: Sequence[MucDocument], name: str, settings: Settings) -> dict[str, Any]:
    from avow.evaluation import evaluate_documents
    from avow.evaluation.baselines import keyword_rule_without_negation
    from avow.evaluation.documents import relevant_of
    from avow.records import GoldSentence, Label

    gold: dict[str, bool] = {}
    answers: dict[str, bool] = {}
    rule: dict[str, bool] = {}
    for item in documents:
        labelled = model.annotate(item.text)
        plain = [GoldSentence(part.sentence, Label.FACT, item.id) for part in labelled]
        gold[item.id] = bool(item.claimed)
        answers[item.id] = any(part.label is Label.CLAIM for part in labelled)
        rule[item.id] = Label.CLAIM in keyword_rule_without_negation(plain)

    def scored(names: Collection[str]) -> dict[str, Any]:
        model_scores, rule_scores = (
            evaluate_documents({name: gold[name] for name in names}, yes, settings) for yes in (answers, rule)
        )
        return {**model_scores, "keyword_rule": rule_scores}

    found = {
        "name": name,
        "question": "does the document hold a claim of responsibility?",
        **scored(gold),
    }
    relevant = relevant_of({item.id: item.relevant for item in documents})
    if relevant:
        found["relevant"] = scored(relevant)
    return found


def _leaks(run: _Run, gold: Sequence[GoldSentence]) -> list[Leak]:
    """What of a set trained the model; refused unless it is to be left out."""
    from avow.models import read_fingerprints
    from avow.partition import find_leaks

    leaks = find_leaks(read_fingerprints(run.folder), gold, similarity=run.similarity)
    if leaks and not run.drop_leaks:
        named = "; ".join(map(str, leaks[:5])) + (f"; and {len(leaks) - 5} more" if len(leaks) > 5 else "")
        raise LeakageError(
            f"{len(leaks)} documents or sentences trained this model: {named}",
            where=str(run.folder),
            expected="text that the model has not seen",
            remedy="evaluate on other text, or add --drop-leaks to leave these out",
        )
    return leaks


def _without_leaks(run: _Run, gold: Sequence[GoldSentence]) -> list[GoldSentence]:
    from avow.partition import without_leaks

    leaks = _leaks(run, gold)
    if not leaks:
        return list(gold)
    kept = without_leaks(gold, leaks)
    say(f"left out {counted(len(gold) - len(kept), 'sentence', '')} that trained the model")
    if not kept:
        raise LeakageError("everything here trained this model", where=str(run.folder))
    return kept


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


def _show(found: Mapping[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 110, highlight=False, markup=False)
    for evaluation in [*([found["partition"]] if "partition" in found else []), *found["transfer"]]:
        table = Table(
            box=None,
            header_style="dim",
            title=f"{evaluation.name}: {counted(evaluation.sentences, 'sentence', '')}",
            title_justify="left",
            title_style="bold",
        )
        names = ("macro_f1", "accuracy", *(f"f1 {label}" for label in evaluation.labels))
        for name in ("", *names):
            table.add_column(name.replace("_", "-").replace("claim-of-responsibility", "claim"), justify="left")
        model = dict(evaluation.scores) | {
            f"f1 {label}": evaluation.per_label[label]["f1"] for label in evaluation.labels
        }
        table.add_row("model", *(_cell(model[name]) for name in names))
        for row in evaluation.baselines:
            table.add_row(row.value, *([_cell(row.scores[name]) for name in names] if row.scores else [row.note]))
        if any(row.dimension == "clear" for row in evaluation.slices):
            for row in evaluation.slices:
                if row.dimension in _PARTS:
                    table.add_row(
                        f"{row.dimension}: {row.value} ({row.sentences})", *(_cell(row.scores[name]) for name in names)
                    )
        console.print(table)
        rest = ("log_loss", "brier", "calibration_error", "kappa", "kappa_second_annotator", "kappa_between_annotators")
        console.print(
            "; ".join(
                f"{name.replace('_', ' ')} {_cell(evaluation.scores[name])}"
                for name in rest
                if name in evaluation.scores
            )
        )
        if "false_claims" in evaluation.scores:
            console.print(
                f"{evaluation.beside_claims} denials, absences of a claim, accusations and suspicions: taken for claims"
                f" {_cell(evaluation.scores['false_claims'])}"
            )
        for reason, count in evaluation.dropped.items():
            console.print(f"left out: {count} {reason}")
        console.print()
    if "end_to_end" in found:
        spans = found["end_to_end"]
        console.print(
            f"from raw text: F1 {spans['f1']:.3f}, macro-F1 {spans['macro_f1']:.3f} "
            f"({spans['unaligned_gold']} gold sentences not found)"
        )
    for item in found["documents"]:
        of = f"({counted(item['documents'], 'document', '')}, {item['yes']} yes)"
        console.print(f"{item['name']}: {item['question']} {precision_recall(item)} {of}")
        console.print(f"  keyword rule, negation filtered: {precision_recall(item['keyword_rule'])}")
        if "relevant" in item:
            part = item["relevant"]
            documents = counted(part["documents"], "document", "")
            console.print(f"  the {documents} that the key finds relevant: {precision_recall(part)}")
            console.print(f"  the same, keyword rule, negation filtered: {precision_recall(part['keyword_rule'])}")


def _cell(score: Any) -> str:
    return number(score.to_dict())
