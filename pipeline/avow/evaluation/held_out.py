"""The register of a model on held-out documents: those of our own corpus, any with gold statements, and MUC's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from avow.evaluation.documents import Answer, Key, evaluate_claimed
from avow.evaluation.gold import gold_register, real_register
from avow.evaluation.register import GoldRegister, evaluate_register
from avow.evaluation.settings import Settings
from avow.records import Claim, Document, GoldSentence, Sentence, Status

if TYPE_CHECKING:
    from avow.claims import Register
    from avow.corpus import MucDocument


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
    return score_register(folder, list(gold_register(gold)), name, settings)


def score_real(folder: Path, spec: str, kept: Iterable[GoldSentence], settings: Settings) -> dict[str, Any]:
    """Score the register on real text of which annotators labelled some sentences.

    Args:
        folder: The model's folder.
        spec: ``LABELS@FOLDER``, as :func:`avow.corpus.standoff_paths` reads it.
        kept: Those of its sentences that are scored.
        settings: How.

    Returns:
        The evaluation for a JSON file.
    """
    from avow.corpus import JoinedSet, join_standoff, read_standoff, standoff_paths

    labels, texts = standoff_paths(spec)
    joined = join_standoff(list(read_standoff(labels)), texts)
    wanted = frozenset(kept)
    scored = JoinedSet(tuple(item for item in joined.sentences if item.gold in wanted), joined.dropped)
    return score_register(folder, list(real_register(scored)), f"real {labels.stem}", settings)


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

    register = open_register(folder)
    return evaluate_register(
        gold,
        register.said,
        name=name,
        competing=_competing,
        settings=settings,
    ).to_dict()


def _competing(records: Sequence[Claim], gold: GoldRegister) -> Mapping[int, bool]:
    from avow.claims.joining import join

    joined = join(gold.document, records)
    return {item.sentence: record.competing for record in joined for item in record.evidence}


def score_muc(folder: Path, documents: Iterable[MucDocument], name: str, settings: Settings) -> dict[str, Any]:
    """Score the register on MUC's documents.

    Args:
        folder: The model's folder.
        documents: The documents with the key's answers; those without one are passed over.
        name: What to call the set.
        settings: How.

    Returns:
        The evaluation for a JSON file.
    """
    from avow.claims import open_register

    register = open_register(folder, 0.05)
    key: dict[str, Key] = {}
    answers: dict[str, Answer] = {}
    for item in documents:
        if item.claimed is not None:
            key[item.id] = Key(item.claimed, item.claimants, item.relevant)
            answers[item.id] = _answer(register, Document(item.id, item.text))
    scores = evaluate_claimed(key, answers, settings)
    return {"name": name, "question": "does the register hold a claim of the document?", **scores}


def _answer(register: Register, document: Document) -> Answer:
    found = [record for record in register.said(document) if record.status is Status.CLAIMED]
    if not found:
        return Answer(0.0)
    found.sort(key=lambda record: -record.probability)
    text = found[0].evidence[0].span.text
    named = tuple(record.claimant.name.text for record in found if record.claimant and record.probability >= 0.5)
    reported = max((record.probability for record in found if record.voice == "reported"), default=0.0)
    return Answer(found[0].probability, named, _says_nobody(text), text, reported)


def _says_nobody(text: str) -> bool:
    """Whether a sentence says that nobody has claimed."""
    from avow.claims.plainness import sayings_of

    return any(item.name in _NOBODY for item in sayings_of(Sentence.bare(text)))


_NOBODY = frozenset(
    f"unclaimed-{name}"
    for name in [
        "nobody-claims",
        "nobody-takes",
        "no-claim",
        "no-claim-of-responsibility",
        "no-responsibility",
        "unclaimed",
        "not-claimed",
        "not-been-claimed",
        "claimed-by-nobody",
    ]
)
