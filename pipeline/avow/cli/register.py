"""The part of ``avow evaluate`` that scores the register of claims."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from avow.cli.options import say

if TYPE_CHECKING:
    from avow.claims import Register
    from avow.evaluation import Settings
    from avow.evaluation.register import GoldRegister
    from avow.records import Claim, GoldSentence

ACTS = Path("seeds/acts.tsv")


def score_partition(folder: Path, gold: Sequence[GoldSentence], name: str, settings: Settings) -> dict[str, Any]:
    """Score the register on labelled sentences of our own corpus.

    Args:
        folder: The model's folder.
        gold: Sentences, those of a document together.
        name: What to call the set.
        settings: How.

    Returns:
        The evaluation for a JSON file.
    """
    from avow.evaluation.gold import gold_register, read_acts

    acts = read_acts(ACTS) if ACTS.exists() else {}
    return score_register(folder, list(gold_register(gold, acts)), name, settings)


def score_register(folder: Path, gold: Sequence[GoldRegister], name: str, settings: Settings) -> dict[str, Any]:
    """Score the register on documents with gold statements.

    Args:
        folder: The model's folder.
        gold: Documents with what their sentences say.
        name: What to call the set.
        settings: How.

    Returns:
        The evaluation for a JSON file.
    """
    from avow.claims import open_register
    from avow.evaluation.register import evaluate_register

    say(f"scoring the register on {sum(len(item.sentences) for item in gold)} sentences of {name}")
    register = open_register(folder)
    return evaluate_register(
        gold,
        register.said,
        name=name,
        competing=_competing,
        resamples=settings.resamples,
        confidence=settings.confidence,
        seed=settings.seed,
    ).to_dict()


def _competing(records: Sequence[Claim], gold: GoldRegister) -> Mapping[int, bool]:
    from avow.claims.joining import join

    joined = join(gold.document, records)
    return {item.sentence: record.competing for record in joined for item in record.evidence}


def score_muc(folder: Path, path: Path, settings: Settings) -> dict[str, Any]:
    """Score the register on MUC's documents.

    Args:
        folder: The model's folder.
        path: The documents with the key's answers.
        settings: How.

    Returns:
        The evaluation for a JSON file.
    """
    from avow.claims import open_register
    from avow.corpus import read_muc
    from avow.evaluation.documents import Answer, Key, evaluate_claimed
    from avow.records import Document

    register = open_register(folder, 0.05)
    key: dict[str, Key] = {}
    answers: dict[str, Answer] = {}
    for item in read_muc(path):
        if item.claimed is not None:
            key[item.id] = Key(item.claimed, item.claimants)
            answers[item.id] = _answer(register, Document(item.id, item.text))
    scores = evaluate_claimed(
        key, answers, resamples=settings.resamples, confidence=settings.confidence, seed=settings.seed
    )
    return {"name": f"muc {path.name}", "question": "does the register hold a claim of the document?", **scores}


def _answer(register: Register, document: Any) -> Any:
    from avow.claims.register import says_nobody
    from avow.evaluation.documents import Answer
    from avow.records import Status

    found = [record for record in register.said(document) if record.status is Status.CLAIMED]
    if not found:
        return Answer(0.0)
    found.sort(key=lambda record: -record.probability)
    text = found[0].evidence[0].span.text
    named = tuple(record.claimant.name.text for record in found if record.claimant and record.probability >= 0.5)
    return Answer(found[0].probability, named, says_nobody(text), text)


def show_register(found: Mapping[str, Any]) -> None:
    """Print the register's scores.

    Args:
        found: What was scored.
    """
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 110, highlight=False)
    for item in found.get("register", ()):
        table = Table(
            box=None,
            header_style="dim",
            title=f"register on {item['name']}: {item['documents']} documents, {item['sentences']} sentences",
            title_justify="left",
            title_style="bold",
        )
        for name in ("", "precision", "recall", "F1", "sentences", "claimant, head word"):
            table.add_column(name, justify="left")
        for status, scores in item["scores"].items():
            cells = [_number(scores[name]) for name in ("precision", "recall", "f1")]
            table.add_row(status, *cells, f"{scores['support']['value']:.0f}", _number(scores.get("claimant head")))
        console.print(table)
        rest = [
            f"{name} {_number(score)} of {item['rest'][f'{name} asked']['value']:.0f}"
            for name, score in item["rest"].items()
            if not name.endswith(" asked")
        ]
        console.print("given a right status: " + "; ".join(rest))
        console.print()
    for item in found.get("register_documents", ()):
        scores = ", ".join(f"{name} {_number(item[name])}" for name in ("precision", "recall", "f1"))
        console.print(f"{item['name']}: {item['question']} {scores} ({item['documents']} documents, {item['yes']} yes)")
        fitted = item["cross_fitted"]
        console.print(
            "  threshold cross-fitted over documents: "
            + ", ".join(f"{name} {_number(fitted[name])}" for name in ("precision", "recall", "f1"))
        )
        console.print(
            f"  claimant among the key's alternatives: {item['claimant']['right']} of {item['claimant']['asked']};"
            f" false alarms: {len(item['false_alarms'])},"
            f" and {len(item['false_alarms_nobody'])} where nobody is said to claim"
        )


def _number(score: Mapping[str, float | None] | None) -> str:
    if score is None or score["value"] is None:
        return "-"
    value, low, high = score["value"], score["low"], score["high"]
    return f"{value:.3f}" if low is None or high is None else f"{value:.3f} ({low:.3f}-{high:.3f})"
