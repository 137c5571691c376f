"""Scoring a model on a partition and on sets of labelled sentences or documents, with notes of what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from avow.cli.leaks import kept_of
from avow.cli.muc import muc_documents, muc_path, score_by_document
from avow.cli.options import say
from avow.cli.runs import Run
from avow.cli.sets import parts_of
from avow.errors import counted

if TYPE_CHECKING:
    from avow.corpus import GoldSet, TableOptions
    from avow.evaluation import Evaluation, Settings
    from avow.models import Model
    from avow.records import Explanation, GoldSentence, Label, Sentence


_BY_DOCUMENT = ("documents", "precision", "recall", "f1")


def score_labels(run: Run, label_file: Path, partition: str, found: dict[str, Any], tracked: dict[str, Any]) -> None:
    """Score a partition of a label file: by sentence, from raw text, and where it is wanted as a register."""
    from avow.evaluation import evaluate_spans
    from avow.evaluation.held_out import score_partition
    from avow.storage import digest_file

    name = f"{label_file.name}, {partition}"
    (part,) = parts_of(label_file, partition, split=True)
    kept = kept_of(run, part.gold)
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


def score_sets(
    run: Run,
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
    names = distinct(specs, [sets[spec].name if spec in sets else f"muc {muc_path(spec).name}" for spec in specs])
    for spec, name in zip(specs, names, strict=True):
        if spec in sets:
            gold = replace(sets[spec], name=name)
            kept = kept_of(run, gold.sentences)
            found["transfer"].append(_score_set(run.model, gold, kept, merged, run.settings))
            if run.claims and spec.startswith("real:"):
                scores = score_real(run.folder, spec.removeprefix("real:"), kept, run.settings)
                found.setdefault("register", []).append(scores | {"name": name})
        else:
            documents = muc_documents(run, muc_path(spec))
            found["documents"].append(score_by_document(run.model, documents, name, run.settings))
            if run.claims:
                scores = score_muc(run.folder, documents, name, run.settings)
                found.setdefault("register_documents", []).append(scores)
    tracked["sets"] = {item.name: {"digest": item.digest, **item.metrics()} for item in found["transfer"]}
    tracked["sets"] |= {item["name"]: {key: item[key] for key in _BY_DOCUMENT} for item in found["documents"]}


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
