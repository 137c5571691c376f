"""Scoring a model on documents of MUC."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from avow.cli.leaks import leaks_of
from avow.cli.options import say
from avow.errors import LeakageError, counted

if TYPE_CHECKING:
    from avow.cli.runs import Run
    from avow.corpus import MucDocument
    from avow.evaluation import Settings
    from avow.models import Model


def muc_path(spec: str) -> Path:
    """The file that ``muc:PATH`` names."""
    return Path(spec.removeprefix("muc:"))


def muc_documents(run: Run, path: Path) -> list[MucDocument]:
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
    known = {leak.group for leak in leaks_of(run, gold)}
    kept = [item for item in documents if item.id not in known]
    if len(kept) < len(documents):
        known_ones = counted(len(documents) - len(kept), "document", "")
        say(f"left out {known_ones} that trained the model, in whole or in part")
    if not kept:
        raise LeakageError("everything here trained this model", where=str(run.folder))
    return kept


def score_by_document(model: Model, documents: Sequence[MucDocument], name: str, settings: Settings) -> dict[str, Any]:
    """Score a model, and beside it a rule, on whether documents hold a claim."""
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
