"""Gold statements about acts against the records of the register: status, parties, channel, kind, competition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import numpy as np

from avow.claims.channels import UNKNOWN
from avow.claims.rules import Rule, rules_of
from avow.corpus.intervals import wilson
from avow.evaluation.agreement import agrees, exactly, same_head, same_heads
from avow.evaluation.scores import Floats, Score, precision_recall_f1
from avow.evaluation.settings import Settings
from avow.mentions.readings import reading_of
from avow.records import STATUSES, ActKind, Claim, Document, Sentence, Status

_BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)
"""Bounds of the probabilities within which records are counted."""
Said = Callable[[Document, Sequence[Sentence]], Sequence[Claim]]
_LISTED = frozenset(["claimant head", "accused head", "mode", "kind", "competing", "doubt found", "doubt where told"])
"""The questions whose wrong answers are listed; others ask the same more strictly."""


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """What annotators say of one statement of a sentence.

    Attributes:
        status: What is said.
        claimants: Strings that name who claims, denies or accuses, any of which will do; empty where not annotated.
        accused: Strings that name who is accused; empty where not annotated.
        acts: Strings that name the act; empty where not annotated.
        mode: Code of the channel; ``None`` where the text tells none or it was not annotated.
        kind: Kind of act; ``None`` where not annotated.
        competing: Whether another claim of the document competes; ``None`` where not annotated.
        doubt: Whether the sentence doubts the claim; ``None`` where not annotated.
    """

    status: Status
    claimants: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    mode: int | None = None
    kind: ActKind | None = None
    competing: bool | None = None
    doubt: bool | None = None


@dataclass(frozen=True, slots=True)
class GoldRegister:
    """A document with what its sentences say.

    Attributes:
        document: The document.
        sentences: Its sentences in order; only these are scored.
        statements: For each sentence its statements, none where it says nothing of the kind.
        genre: Its genre, or empty.
        context: All sentences of the document where only some are scored.
        group: Unit of the bootstrap, as :class:`avow.records.GoldSentence` has it; the document where empty.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    statements: tuple[tuple[GoldStatement, ...], ...]
    genre: str = ""
    context: tuple[Sentence, ...] = ()
    group: str = ""

    def __post_init__(self) -> None:
        if len(self.sentences) != len(self.statements):
            raise ValueError(f"{len(self.sentences)} sentences and {len(self.statements)} lists of statements")


@dataclass(frozen=True, slots=True)
class RegisterEvaluation:
    """How the register does on a set.

    Attributes:
        name: The set.
        documents: How many documents.
        sentences: How many sentences.
        scores: By status, then by score.
        rest: Scores that belong to no status.
        genres: By genre, F1 of each status.
        rules: The grammar's rules, the most frequent of each status first: ``status``, ``rule``, ``use``, in how many
            ``sentences`` it finds something, and the share ``right`` of them that have the status in gold, with its
            Wilson interval.
        certainty: How far the probabilities can be trusted, over all statuses: of the ``records``, one a sentence and
            status, with a probability from ``low`` to below ``high`` their mean ``probability``, and the share
            ``right`` that have the status in gold, with its Wilson interval.
        errors: What went wrong, for reading.
    """

    name: str
    documents: int
    sentences: int
    scores: Mapping[str, Mapping[str, Score]]
    rest: Mapping[str, Score]
    genres: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    rules: Sequence[Mapping[str, Any]] = ()
    certainty: Sequence[Mapping[str, Any]] = ()
    errors: Sequence[Mapping[str, Any]] = ()

    def to_dict(self) -> dict[str, Any]:
        """The evaluation for a JSON file.

        Returns:
            Plain values.
        """
        return {
            "name": self.name,
            "documents": self.documents,
            "sentences": self.sentences,
            "scores": {status: _plain(scores) for status, scores in self.scores.items()},
            "rest": _plain(self.rest),
            "genres": {genre: dict(row) for genre, row in self.genres.items()},
            "rules": [dict(row) for row in self.rules],
            "certainty": [dict(row) for row in self.certainty],
            "errors": [dict(row) for row in self.errors],
        }


def _plain(scores: Mapping[str, Score]) -> dict[str, Any]:
    return {name: score.to_dict() for name, score in scores.items()}


def evaluate_register(
    gold: Iterable[GoldRegister],
    said: Said,
    *,
    name: str,
    competing: Callable[[Sequence[Claim], GoldRegister], Mapping[int, bool]] | None = None,
    settings: Settings,
) -> RegisterEvaluation:
    """Score the register.

    A status is right where the same sentence has it in gold. Parties, channel, kind and competition are scored over the
    statements whose status is right and for which gold has an answer.

    Args:
        gold: Documents with their statements.
        said: What the register says of a document's sentences, a record a sentence and statement.
        name: What to call the set.
        competing: From the records of a document, by sentence, whether a claim competes.
        settings: Of the intervals, and how many errors are kept.

    Returns:
        The evaluation.
    """
    counts: defaultdict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0, 0.0]))
    errors: list[dict[str, Any]] = []
    genres: dict[str, str] = {}
    groups: dict[str, str] = {}
    fired: defaultdict[Rule, list[int]] = defaultdict(lambda: [0, 0])
    answers: list[tuple[float, bool]] = []
    sentences = 0
    for item in gold:
        key = f"{item.genre} {item.document.id}"
        genres[key] = item.genre
        groups[key] = item.group or key
        sentences += len(item.sentences)
        records = said(item.document, item.context or item.sentences)
        rivals = competing(records, item) if competing is not None else {}
        by_sentence: defaultdict[int, list[Claim]] = defaultdict(list)
        for record in records:
            by_sentence[record.sentence].append(record)
        for sentence, statements in zip(item.sentences, item.statements, strict=True):
            for rule in set(rules_of(reading_of(sentence))):
                fired[rule][0] += any(statement.status is rule.status for statement in statements)
                fired[rule][1] += 1
            _count(
                counts[key],
                statements,
                by_sentence[sentence.number],
                rivals.get(sentence.number),
                sentence,
                item.document.text,
                errors,
                answers,
            )
    found = _summary(name, counts, genres, groups, sentences, errors[: settings.worst], settings)
    coverage = settings.confidence
    return replace(found, rules=_rules(fired, coverage), certainty=_certainty(answers, coverage))


def _certainty(answers: Sequence[tuple[float, bool]], confidence: float) -> list[dict[str, Any]]:
    """How often records are right, by their probability."""
    rows: list[dict[str, Any]] = []
    for low, high in pairwise(_BANDS):
        inside = [answer for answer in answers if low <= answer[0] < high or answer[0] == high == 1.0]
        if inside:
            share = sum(right for _, right in inside) / len(inside)
            rows.append(
                {
                    "low": low,
                    "high": high,
                    "records": len(inside),
                    "probability": round(sum(probability for probability, _ in inside) / len(inside), 6),
                    "right": Score(share, *wilson(share, len(inside), confidence)).to_dict(),
                }
            )
    return rows


def _rules(fired: Mapping[Rule, Sequence[int]], confidence: float) -> list[dict[str, Any]]:
    """The table of rules: how often each finds something, and how often that is so."""
    order = sorted(fired, key=lambda rule: (STATUSES.index(rule.status), -fired[rule][1], rule.name))
    rows: list[dict[str, Any]] = []
    for rule in order:
        right, count = fired[rule]
        score = Score(right / count, *wilson(right / count, count, confidence))
        rows.append(
            {
                "status": str(rule.status),
                "rule": rule.name,
                "use": str(rule.use),
                "sentences": count,
                "right": score.to_dict(),
            }
        )
    return rows


def _count(
    counts: dict[str, list[float]],
    statements: Sequence[GoldStatement],
    records: Sequence[Claim],
    rival: bool | None,
    sentence: Sentence,
    text: str,
    errors: list[dict[str, Any]],
    answers: list[tuple[float, bool]],
) -> None:
    """Hits, found and wanted by status, with the probability of what is found; right and asked by question."""
    for status in STATUSES:
        wanted = [item for item in statements if item.status is status]
        found = [item for item in records if item.status is status]
        cell = counts[f"status {status}"]
        cell[0] += bool(wanted and found)
        cell[1] += bool(found)
        cell[2] += bool(wanted)
        if found:
            answers.append((max(record.probability for record in found), bool(wanted)))
        if bool(wanted) != bool(found):
            fault = "missed" if wanted else "false alarm"
            errors.append({"what": f"{status}: {fault}", "text": sentence.text, "found": "", "wanted": ""})
        if not (wanted and found):
            continue
        best, statement = _pair(found, wanted, text)
        for question, right, shown, answer in _answers(best, statement, rival, text):
            cell = counts[f"{question} {status}"]
            cell[0] += right
            cell[1] += 1
            if not right and question in _LISTED:
                errors.append(
                    {"what": f"{status}: {question}", "text": sentence.text, "found": shown, "wanted": answer}
                )


def _pair(found: Sequence[Claim], wanted: Sequence[GoldStatement], text: str) -> tuple[Claim, GoldStatement]:
    """The record and the statement that agree, or the first of each."""
    for record in found:
        for statement in wanted:
            if record.claimant is not None and agrees(record.claimant, statement.claimants, same_heads, text):
                return record, statement
    return found[0], wanted[0]


def _answers(record: Claim, gold: GoldStatement, rival: bool | None, text: str) -> Iterable[tuple[str, bool, str, str]]:
    for question, party, names in (
        ("claimant", record.claimant, gold.claimants),
        ("accused", record.accused, gold.accused),
    ):
        if names:
            shown = party.name.text if party else ""
            exact = party is not None and agrees(party, names, exactly, text)
            yield f"{question} exact", exact, shown, names[0]
            yield f"{question} head", party is not None and agrees(party, names, same_heads, text), shown, names[0]
    if gold.acts:
        shown = record.act.text if record.act else ""
        yield "act head", any(same_head(shown, name) for name in gold.acts), shown, gold.acts[0]
    if gold.mode is not None:
        yield "mode", record.mode == gold.mode, str(record.mode), str(gold.mode)
        if record.mode != UNKNOWN:
            yield "mode where told", record.mode == gold.mode, str(record.mode), str(gold.mode)
    if gold.doubt:
        yield "doubt found", record.doubt, str(record.doubt), str(gold.doubt)
    if gold.doubt is not None and record.doubt:
        yield "doubt where told", gold.doubt, str(record.doubt), str(gold.doubt)
    if gold.kind is not None:
        yield "kind", record.kind is gold.kind, str(record.kind), str(gold.kind)
    if gold.competing is not None and rival is not None:
        yield "competing", rival is gold.competing, str(rival), str(gold.competing)


def _summary(
    name: str,
    counts: Mapping[str, Mapping[str, Sequence[float]]],
    genres: Mapping[str, str],
    groups: Mapping[str, str],
    sentences: int,
    errors: Sequence[Mapping[str, Any]],
    settings: Settings,
) -> RegisterEvaluation:
    documents = sorted(counts)
    draws = settings.draws([groups[item] for item in documents])
    keys = sorted({key for row in counts.values() for key in row})
    tables = {key: draws.sums(np.asarray([counts[item].get(key, (0, 0, 0)) for item in documents])) for key in keys}
    scores: dict[str, dict[str, Score]] = {}
    for status in STATUSES:
        found = {f"{label}": draws.score(values) for label, values in _f1(tables[f"status {status}"]).items()}
        for key in keys:
            question, _, of = key.rpartition(" ")
            if of == status and question != "status":
                found[question] = draws.score(_share(tables[key]))
                found[f"{question} asked"] = Score(float(tables[key][0, 1]))
        scores[str(status)] = found
    rest: dict[str, Score] = {}
    for question in sorted({key.rpartition(" ")[0] for key in keys} - {"status"}):
        pooled = np.sum([tables[key] for key in keys if key.rpartition(" ")[0] == question], axis=0)
        rest[question] = draws.score(_share(pooled))
        rest[f"{question} asked"] = Score(float(pooled[0, 1]))
    by_genre: dict[str, dict[str, Any]] = {}
    for genre in sorted(set(genres.values())):
        inside = np.asarray([genres[item] == genre for item in documents])
        row: dict[str, Any] = {"documents": int(inside.sum())}
        for status in STATUSES:
            cells = np.asarray([counts[item].get(f"status {status}", (0, 0, 0)) for item in documents])
            part = draws.sums(cells * inside[:, np.newaxis])
            if part[0, 2]:
                row[str(status)] = draws.score(_f1(part)["f1"]).to_dict()
        by_genre[genre] = row
    return RegisterEvaluation(name, len(documents), sentences, scores, rest, by_genre, errors=errors)


def _f1(table: Floats) -> dict[str, Floats]:
    hits, found, wanted = table[:, 0], table[:, 1], table[:, 2]
    scores = precision_recall_f1(hits, found, wanted)
    # A status that gold does not have has no F1, whatever the register says.
    f1 = np.where(wanted > 0, scores["f1"], np.nan)
    return scores | {"f1": f1, "support": np.repeat(wanted[:1], len(wanted))}


def _share(table: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(table[:, 1] > 0, table[:, 0] / table[:, 1], np.nan)
