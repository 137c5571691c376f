"""How the weights of the register are fitted."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from avow.balance import Asked, ask, fit_weights, threshold, to_table
from avow.claims.evidence import Evidence
from avow.claims.statuses import Weights, read_weights
from avow.corpus import GoldDocument, label_rows, sentence_digest, write_labels
from avow.errors import AvowError, InputError
from avow.evaluation.gold import gold_register
from avow.models import load, load_stances
from avow.records import STATUSES
from avow.regressions import platt
from avow.sentences import split
from test_cli import avow

COUNT = 800
SHIFTS = np.asarray([-1.0, -0.5, 0.0, 0.5, 1.0])


def made(name: str, *, real: bool, seed: int, count: int = COUNT) -> Asked:
    """Sentences whose truth is told by the regression of the status, each from another point on; a flag says it errs."""
    draw = np.random.default_rng(seed)
    odds = draw.normal(-1.0, 2.0, (count, len(STATUSES)))
    wrong = draw.random(count) < 0.3
    truth = (odds > SHIFTS) & ~wrong[:, None]
    # An annotator errs now and then, so that nothing is certain.
    truth ^= draw.random(truth.shape) < 0.03
    evidence: list[Evidence | None] = [
        Evidence({"of a state": 1.0} if flag else {}, tuple(row), ({},) * len(STATUSES))
        for row, flag in zip(odds.tolist(), wrong.tolist(), strict=True)
    ]
    # Who is not asked is missed.
    evidence[0] = None
    return Asked(name, evidence, truth, np.arange(count) // 4, real)


def probability(found: Weights, order: int, odds: float) -> float:
    gained = found.weights["self"][order] + found.weights["self>0"][order] * (odds > 0)
    return float(1 / (1 + np.exp(-(found.bias[order] + gained * odds))))


def test_weights_are_those_of_the_evidence() -> None:
    sets = [made("own", real=False, seed=1), made("real", real=True, seed=2)]
    found = fit_weights(sets)
    for order, shift in enumerate(SHIFTS):
        assert found.weights.weights["of a state"][order] < -0.5
        # What is plainly so has a record, and what is plainly not has none.
        least = found.weights.least[order]
        assert probability(found.weights, order, shift - 1.5) < least < probability(found.weights, order, shift + 1.5)
    for name in ("own", "real"):
        assert all(f1 > 0.75 for _, _, f1 in found.scores[name].values())
    assert to_table(fit_weights(sets).weights, []) == to_table(found.weights, [])


def test_probabilities_are_those_of_real_news() -> None:
    sets = [made("own", real=False, seed=1), made("real", real=True, seed=2)]
    # Half of what the regressions find in real news is nothing.
    fewer = replace(sets[1], truth=sets[1].truth & (np.arange(COUNT) % 2 == 0)[:, None])
    plain, doubted = fit_weights(sets).weights, fit_weights([sets[0], fewer]).weights
    for order in range(len(STATUSES)):
        assert probability(doubted, order, 4.0) < 0.75 < probability(plain, order, 4.0)


def test_every_set_counts_the_same() -> None:
    small, large = made("own", real=False, seed=1, count=200), made("real", real=True, seed=2, count=2000)
    # In the small one the flag says nothing.
    odd = replace(
        small,
        truth=small.truth | np.asarray([item is not None and bool(item.shared) for item in small.evidence])[:, None],
    )
    alone, beside = fit_weights([large]).weights, fit_weights([odd, large]).weights
    for order in range(len(STATUSES)):
        assert beside.weights["of a state"][order] > 0.5 * alone.weights["of a state"][order]


def test_a_threshold_is_the_highest_that_costs_little() -> None:
    scores = np.asarray([3.0, 2.0, 1.0, 0.0, -1.0, -2.0])
    truth = np.asarray([True, True, True, False, False, False])
    assert threshold(scores, truth, np.zeros(6, dtype=np.int64)) == pytest.approx(1.0, abs=0.1)
    both = threshold(np.tile(scores, 2), np.concatenate([truth, scores > 2.5]), np.repeat([0, 1], 6))
    assert 1.0 < both <= 3.0


def test_scores_become_log_odds() -> None:
    draw = np.random.default_rng(5)
    scores = draw.normal(0.0, 1.0, 20_000)
    truth = draw.random(20_000) < 1 / (1 + np.exp(-(2.0 * scores - 1.0)))
    assert platt(scores, truth) == pytest.approx((2.0, -1.0), abs=0.1)


def test_the_table_is_what_the_register_reads(tmp_path: Path) -> None:
    found = fit_weights([made("real", real=True, seed=3)]).weights
    path = tmp_path / "weights.tsv"
    text = to_table(found, ["model: sha256:0"])
    path.write_text(text, encoding="utf-8")
    assert read_weights(path) == found
    for damaged in ("", text.replace("bias", "bia"), text.replace("claimed", "claims", 1), text + "self & odd\t1\n"):
        path.write_text(damaged, encoding="utf-8")
        with pytest.raises(InputError, match=r"weights\.tsv"):
            read_weights(path)


def test_what_cannot_be_weighed_is_told() -> None:
    item = made("real", real=True, seed=4)
    truth = item.truth.copy()
    truth[:, 2] = False
    with pytest.raises(AvowError, match="too few sentences are unclaimed"):
        fit_weights([replace(item, truth=truth)])
    with pytest.raises(AvowError, match="too few documents"):
        fit_weights([replace(item, documents=item.documents // 50)])
    for sets in ([], [replace(item, real=False)], [item, item]):
        with pytest.raises(AvowError, match="cannot be weighed on these sets"):
            fit_weights(sets)


def test_labelled_sentences_are_asked_in_their_documents(seeds: list[GoldDocument], model_folder: Path) -> None:
    gold = [item for document in seeds[7:17] for item in document.sentences]
    model, table = load(model_folder), load_stances(model_folder)
    asked = ask("own", gold_register(gold), model, table, real=False)
    assert len(asked.evidence) == len(asked.truth) == len(asked.documents) == len(gold)
    assert len(set(asked.documents.tolist())) == 10
    with pytest.raises(InputError, match="own: no labelled sentence"):
        ask("own", [], model, table, real=False)


NEWS = "Police blame the Salt Cell for the fire. The Salt Cell denies it. No group has claimed it. Police suspect the Tide."
CLAIM = "The Tide said that it had bombed the mill."


def public(folder: Path) -> str:
    """Real text that is made up, with labels beside it."""
    folder.mkdir()
    said = ["blamed", "denied", "unclaimed", "suspected", "claimed"]
    rows, items = [], []
    for number in range(6):
        text = f"{NEWS} {CLAIM}"
        items.append({"id": f"2004-05-{number + 1:02}#1", "date": "2004-05-06", "text": text})
        starts = [text.index(words) for words in ("Police b", "The Salt", "No gr", "Police s", "The Tide said")]
        for start, end, status in zip(starts, [*(start - 1 for start in starts[1:]), len(text)], said, strict=True):
            sentence = text[start:end]
            rows.append(
                {"corpus": "current-events", "document": items[-1]["id"], "start": start, "end": end, "net": "made"}
                | {"digest": sentence_digest(sentence), "label": "C" if status == "claimed" else "F", "clear": True}
                | {"records": [{"status": status, "kind": "unknown"}]}
            )
    with gzip.open(folder / "current-events.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(item) + "\n" for item in items)
    labels = folder / "made.jsonl"
    rows.append({**rows[0], "corpus": "muc-dev", "document": "M1"})
    labels.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return f"real:{labels}@{folder}"


def label_file(folder: Path, documents: list[GoldDocument]) -> Path:
    parts = dict.fromkeys([item.document.id for item in documents], "development")
    split_up = {item.document.id: split(item.document) for item in documents}
    write_labels(folder / "labels.jsonl", list(label_rows(documents, split_up, parts)))
    return folder / "labels.jsonl"


def test_command(tmp_path: Path, seeds: list[GoldDocument], model_folder: Path) -> None:
    labels = label_file(tmp_path, seeds[3:63:3])
    spec = public(tmp_path / "public")
    given = ["balance", labels, "--on", spec, "--model", model_folder, "-o", tmp_path / "weights.tsv"]
    result = avow(*given, cwd=tmp_path)
    assert "suspected" in result.stdout
    assert "left out: 1 of muc-dev" in " ".join(result.stderr.split())
    lines = (tmp_path / "weights.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split()[1] for line in lines[1:4]] == ["model:", "read:", "read:"]
    assert lines[5].split("\t") == ["evidence", *map(str, STATUSES)]
    assert {line.split("\t")[0] for line in lines} >= {"bias", "least", "self"}
    damage = avow(*given[:-1], model_folder / "stances.bin", "--overwrite", cwd=tmp_path, code=1)
    assert "is read and would be written" in damage.stderr
    assert "exists already" in avow(*given, cwd=tmp_path, code=1).stderr
    given[3] = "muc:documents.jsonl"
    wrong = avow(*given, cwd=tmp_path, code=2)
    assert "cannot weigh the register on muc:documents.jsonl" in wrong.stderr and "real:LABELS@FOLDER" in wrong.stderr
