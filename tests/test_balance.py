"""How the weights of the register are fitted."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from avow.balance import Asked, ask, fit_weights, to_table
from avow.claims.evidence import Evidence
from avow.claims.statuses import read_weights
from avow.corpus import GoldDocument, label_rows, sentence_digest, write_labels
from avow.errors import AvowError, InputError
from avow.evaluation.gold import gold_register
from avow.models import load, load_stances
from avow.records import STATUSES
from avow.sentences import split
from test_cli import avow

COUNT = 400


def made(name: str, *, real: bool, seed: int) -> Asked:
    """Sentences whose truth is told by the regression of the status, unless a flag says that it errs."""
    draw = np.random.default_rng(seed)
    odds = draw.normal(-1.0, 2.0, (COUNT, len(STATUSES)))
    wrong = draw.random(COUNT) < 0.3
    truth = (odds > 0) & ~wrong[:, None]
    evidence: list[Evidence | None] = [
        Evidence({"of a state": float(flag)} if flag else {}, tuple(row), ({},) * len(STATUSES))
        for row, flag in zip(odds.tolist(), wrong.tolist(), strict=True)
    ]
    # Who is not asked is missed.
    evidence[0] = None
    return Asked(name, evidence, truth, np.arange(COUNT) // 4, real)


def test_weights_are_those_of_the_evidence() -> None:
    found = fit_weights([made("own", real=False, seed=1), made("real", real=True, seed=2)])
    for order in range(len(STATUSES)):
        assert found.weights.weights["self"][order] + found.weights.weights["self>0"][order] > 0
        assert found.weights.weights["of a state"][order] < 0
        assert 0 < found.weights.least[order] < 1
    for name in ("own", "real"):
        assert all(f1 > 0.8 for _, _, f1 in found.scores[name].values())
    again = fit_weights([made("own", real=False, seed=1), made("real", real=True, seed=2)])
    assert to_table(again.weights) == to_table(found.weights)


def test_the_table_is_what_the_register_reads(tmp_path: Path) -> None:
    found = fit_weights([made("real", real=True, seed=3)]).weights
    path = tmp_path / "weights.tsv"
    path.write_text(to_table(found), encoding="utf-8")
    assert read_weights(path) == found


def test_a_status_that_does_not_occur_is_told() -> None:
    item = made("real", real=True, seed=4)
    truth = item.truth.copy()
    truth[:, 2] = False
    with pytest.raises(AvowError, match="no sentence is unclaimed"):
        fit_weights([Asked(item.name, item.evidence, truth, item.documents, True)])


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
    assert lines[1].split("\t") == ["evidence", *map(str, STATUSES)]
    assert {line.split("\t")[0] for line in lines} >= {"bias", "least", "self"}
    assert "exists already" in avow(*given, cwd=tmp_path, code=1).stderr
    given[3] = "muc:documents.jsonl"
    wrong = avow(*given, cwd=tmp_path, code=2)
    assert "cannot weigh the register on muc:documents.jsonl" in wrong.stderr and "real:LABELS@FOLDER" in wrong.stderr
