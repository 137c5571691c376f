"""Standoff labels without text, joined with made-up public corpora; their tables; what an evaluation makes of them."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score

from avow import models
from avow.corpus import (
    agreement_tables,
    composition_tables,
    gold_claims,
    join_standoff,
    read_gold,
    read_standoff,
    sentence_digest,
    wilson,
)
from avow.corpus.adapters import standoff_paths
from avow.errors import CorpusError, InputError, UsageError
from avow.evaluation import Settings, evaluate
from avow.evaluation.gold import real_register
from avow.partition import fingerprints
from avow.records import LABELS, GoldSentence, Label
from avow.sentences import split
from avow.stances import TrainedStances
from avow.training import TrainedModel
from conftest import ROOT, SEEDS
from test_cli import avow

REAL = SEEDS / "real"
MUC = (
    "THE RED FRONT HELD THE ROAD.\n\nIT CLAIMED THE BOMBING. "
    'THE MAYOR SAID: "THEY ARE COWARDS. THEY SHOT THE DRIVER." NOBODY CLAIMED THE SECOND BLAST.'
)
NEWS = "Police blame the Salt Cell for the café fire. The Salt Cell denies it."


def row(corpus: str, document: str, text: str, sentence: str, **more: Any) -> dict[str, Any]:
    start = text.index(sentence)
    place = {"corpus": corpus, "document": document, "start": start, "end": start + len(sentence)}
    return place | {"digest": sentence_digest(sentence), "net": "random", "label": "F", "clear": True} | more


def at(text: str, words: str) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


CLAIMED = {
    "status": "claimed",
    "claimant": at(MUC, "IT"),
    "named": at(MUC, "RED FRONT"),
    "act": at(MUC, "BOMBING"),
    "kind": "bombing",
    "mode": "call",
    "doubt": True,
}
BLAMED = {"status": "blamed", "claimant": at(NEWS, "Police"), "accused": at(NEWS, "Salt Cell"), "kind": "unknown"}
ROWS = [
    row("muc-dev", "M1", MUC, "IT CLAIMED THE BOMBING.", label="C", second="F", records=[CLAIMED]),
    row("muc-dev", "M1", MUC, "THEY ARE COWARDS.", clear=False, first="O", second="O"),
    row("muc-dev", "M1", MUC, 'THEY SHOT THE DRIVER."', net="own"),
    row("muc-dev", "M1", MUC, "NOBODY CLAIMED THE SECOND", records=[{"status": "unclaimed", "kind": "bombing"}]),
    row("current-events", "2004-05-06#1", NEWS, "Police blame the Salt Cell for the café fire.", records=[BLAMED]),
    row("current-events", "2004-05-06#1", NEWS, "The Salt Cell denies it.", net="denial", second_statuses=["denied"]),
]


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """A folder with both corpora, made up."""
    folder = tmp_path / "public"
    (folder / "muc-dev").mkdir(parents=True)
    header = "BOGOTA, 1 JAN 89 (RADIO)"
    documents = [{"id": "M0", "text": "ELSEWHERE."}, {"id": "M1", "text": MUC, "header": header}]
    with gzip.open(folder / "muc-dev" / "documents.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(item) + "\n" for item in documents)
    (folder / "current-events.jsonl").write_text(
        json.dumps({"id": "2004-05-06#1", "date": "2004-05-06", "text": NEWS}) + "\n", encoding="utf-8"
    )
    return folder


def written(tmp_path: Path, rows: list[dict[str, Any]] = ROWS) -> Path:
    path = tmp_path / "made.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in rows), encoding="utf-8")
    return path


def gold(tmp_path: Path, public: Path) -> list[GoldSentence]:
    return list(read_gold(f"real:{written(tmp_path)}@{public}").sentences)


def test_ours_hold_no_text_and_are_in_order() -> None:
    allowed = {"corpus", "document", "start", "end", "digest", "net", "label", "clear", "records"}
    allowed |= {"first", "second", "first_statuses", "second_statuses"}
    for half in ("development", "test"):
        lines = (REAL / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
        values = [json.loads(line) for line in lines]
        assert all(set(value) <= allowed for value in values)
        places = [(value["corpus"], value["document"], value["start"]) for value in values]
        assert places == sorted(set(places))
        for record in (record for value in values for record in value.get("records", ())):
            spans = [record.get(name) for name in ("claimant", "named", "accused", "act")]
            assert all(span is None or [type(item) for item in span] == [int, int] for span in spans)


def test_no_document_or_month_is_in_both_halves() -> None:
    halves = []
    for half in ("development", "test"):
        items = read_standoff(REAL / f"{half}.jsonl")
        halves.append(
            {(item.corpus, item.document[:7] if item.corpus == "current-events" else item.document) for item in items}
        )
    assert halves[0] and halves[1] and not halves[0] & halves[1]


@pytest.mark.parametrize(("marker", "option"), [("agreement", []), ("composition", ["--composition"])])
def test_the_datasheet_holds_the_tables(marker: str, option: list[str]) -> None:
    text = (REAL / "README.md").read_text(encoding="utf-8")
    tables = text.split(f"<!-- {marker} -->\n")[1].split(f"<!-- end of {marker} -->")[0]
    files = [REAL / f"{half}.jsonl" for half in ("development", "test")]
    assert tables == avow("corpus", "agreement", *files, *option, cwd=REAL).stdout


def test_sentences_are_joined_with_their_context(tmp_path: Path, public: Path) -> None:
    found = {item.sentence.text: item for item in gold(tmp_path, public)}
    assert list(found) == [{"M1": MUC, "2004-05-06#1": NEWS}[r["document"]][r["start"] : r["end"]] for r in ROWS]
    claim = found["IT CLAIMED THE BOMBING."]
    assert (claim.label, claim.second, claim.group, claim.family) == (Label.CLAIM, Label.FACT, "M1", "muc-dev")
    assert claim.attributes == (("clear", "yes"), ("mode", "call"), ("doubt", "yes"))
    assert (claim.sentence.number, claim.sentence.paragraph, claim.sentence.open_quote) == (1, 1, False)
    assert found['THEY SHOT THE DRIVER."'].sentence.open_quote
    assert found["THEY ARE COWARDS."].attributes == (("clear", "no"), ("first", "opinion"))
    blame = found["Police blame the Salt Cell for the café fire."]
    assert (blame.group, blame.family) == ("2004-05", "current-events")
    assert blame.attributes == (("clear", "yes"), ("stance", "blames"))


def test_boundaries_are_the_splitter_s_or_counted(tmp_path: Path, public: Path) -> None:
    joined = join_standoff(list(read_standoff(written(tmp_path))), public)
    assert [item.aligned for item in joined.sentences] == [True, False, True, False, True, True]
    assert joined.unaligned == 2
    for item in joined.sentences:
        parts = split(item.document)
        near = parts[item.gold.sentence.number]
        assert near.start <= item.gold.sentence.start < near.end
        if item.aligned:
            assert near == item.gold.sentence
    # A sentence in the middle of a quotation is told to be so, wherever the splitter cuts.
    assert joined.sentences[1].gold.sentence.open_quote


def test_documents_are_whole_around_what_is_labelled(tmp_path: Path, public: Path) -> None:
    found = read_gold(f"real:{written(tmp_path)}@{public}")
    sentences = [sentence for document in found.documents for sentence in document]
    labelled = {item.sentence for item in found.sentences}
    assert labelled < set(sentences)
    for document, text in zip(found.documents, (NEWS, MUC), strict=True):
        assert [item.text for item in document] == [text[item.start : item.end] for item in document]
    # One that the splitter does not find keeps its place beside another one of that number.
    rows = [*ROWS, row("muc-dev", "M1", MUC, "ARE COWARDS.")]
    again = read_gold(f"real:{written(tmp_path, rows)}@{public}")
    assert {item.sentence for item in again.sentences} <= {item for document in again.documents for item in document}


@pytest.mark.parametrize(
    ("file", "reason", "left"),
    [
        ("muc-dev/documents.jsonl.gz", "of muc-dev, which is not in", 2),
        ("current-events.jsonl", "of current-events, which is not in", 4),
    ],
)
def test_a_missing_corpus_is_counted(tmp_path: Path, public: Path, file: str, reason: str, left: int) -> None:
    (public / file).unlink()
    found = read_gold(f"real:{written(tmp_path)}@{public}")
    assert len(found.sentences) == left
    ((told, count),) = found.dropped.items()
    assert told.startswith(reason) and count == len(ROWS) - left


def test_without_any_corpus_it_says_where_they_come_from(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none of the corpora.*current-events\.jsonl\.gz or muc-dev.*corpus list"):
        read_gold(f"real:{written(tmp_path)}@{tmp_path}")


def test_another_text_is_refused_and_a_single_slip_is_counted(tmp_path: Path, public: Path) -> None:
    path = public / "current-events.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("caf", "Caf"), encoding="utf-8")
    with pytest.raises(InputError, match=r"1 of 2 labelled sentences are not in this text.*0 to 45 of 2004-05-06#1"):
        read_gold(f"real:{written(tmp_path)}@{public}")
    text = " ".join(f"Number {number} fell." for number in range(200))
    path.write_text(json.dumps({"id": "2004-05-06#1", "date": "2004-05-06", "text": text}) + "\n")
    rows = [row("current-events", "2004-05-06#1", text, f"Number {number} fell.") for number in range(200)]
    rows[7]["digest"] = "0" * 16
    rows[8]["document"] = "2004-05-06#2"
    found = read_gold(f"real:{written(tmp_path, rows)}@{public}")
    assert len(found.sentences) == 198
    assert found.dropped == {"of current-events whose text is not the one that was labelled": 2}
    rows[9] |= {"start": 10**6, "end": 10**6 + 14}
    with pytest.raises(InputError, match="3 of 200"):
        read_gold(f"real:{written(tmp_path, rows)}@{public}")


def test_a_document_without_text_is_told_with_its_line(tmp_path: Path, public: Path) -> None:
    (public / "current-events.jsonl").write_text('{"id": "x"}\n{"id": "2004-05-06#1", "text": null}\n')
    with pytest.raises(InputError, match=r"current-events\.jsonl:2: no text"):
        read_gold(f"real:{written(tmp_path)}@{public}")


FAULTS = [
    ({"corpus": "gazette"}, "corpus 'gazette', not one of current-events, muc-dev"),
    ({"label": "X"}, "label 'X'"),
    ({"label": "C"}, "label C and no record of status claimed"),
    ({"records": [BLAMED | {"status": "claimed"}]}, "label F and a record of status claimed"),
    ({"second": "fact"}, "second 'fact'"),
    ({"clear": "yes"}, "clear 'yes', not true or false"),
    ({"start": -1}, "offsets -1 and"),
    ({"start": 90, "end": 90}, "offsets 90 and 90 of sentence"),
    ({"start": "90"}, "not a pair of offsets"),
    ({"digest": "abc"}, "digest 'abc', not 16"),
    ({"records": [BLAMED | {"status": "praised"}]}, "status 'praised'"),
    ({"records": [BLAMED | {"kind": "war"}]}, "kind 'war'"),
    ({"records": [BLAMED | {"mode": "pigeon"}]}, "mode 'pigeon'"),
    ({"records": [BLAMED | {"accused": [0, 999]}]}, "offsets 0 and 999 of accused"),
    ({"records": [BLAMED | {"named": [5, 9]}]}, "offsets 5 and 9 of named"),
    ({"second_statuses": ["praised"]}, "second_statuses 'praised'"),
    ({"second_statuses": "denied"}, "second_statuses 'denied', not a list"),
    ({"records": ["x"]}, "record 'x', not an object"),
    ({"records": {"status": "blamed"}}, "not a list"),
]


@pytest.mark.parametrize(("change", "message"), FAULTS, ids=[message for _, message in FAULTS])
def test_each_fault_is_told_with_its_line(tmp_path: Path, change: Mapping[str, Any], message: str) -> None:
    path = written(tmp_path, [*ROWS[:4], {**ROWS[4], **change}])
    with pytest.raises(CorpusError, match=rf"made\.jsonl:5: not a standoff label: .*{re.escape(message)}"):
        list(read_standoff(path))


def test_joining_writes_over_nothing_that_it_reads(tmp_path: Path, public: Path) -> None:
    labels = written(tmp_path).read_bytes()
    for target in ("made.jsonl", "public/current-events.jsonl"):
        command = ("corpus", "join", "made.jsonl", "public", "-o", target, "--overwrite")
        assert "is read and would be written" in avow(*command, cwd=tmp_path, code=1).stderr
    assert (tmp_path / "made.jsonl").read_bytes() == labels and public.is_dir()


def test_a_sentence_ends_within_its_document(tmp_path: Path, public: Path) -> None:
    last = row("current-events", "2004-05-06#1", NEWS, "The Salt Cell denies it.", net="denial") | {"end": 10**12}
    with pytest.raises(
        InputError, match=r"1 of 1 labelled sentences are not in this text, the first one of them 46 to"
    ):
        read_gold(f"real:{written(tmp_path, [last])}@{public}")


@pytest.mark.parametrize("option", [[], ["--composition"]])
def test_a_file_without_labels_has_no_agreement(tmp_path: Path, option: list[str]) -> None:
    written(tmp_path, [])
    result = avow("corpus", "agreement", "made.jsonl", *option, cwd=tmp_path, code=1)
    assert "made.jsonl: no labels" in result.stderr and not result.stdout


def test_missing_keys_and_repeated_sentences_are_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r":1: not a standoff label: no 'clear'"):
        list(read_standoff(written(tmp_path, [{key: ROWS[0][key] for key in ROWS[0] if key != "clear"}])))
    with pytest.raises(CorpusError, match=r":3: .*the sentence of line 1 is labelled again"):
        list(read_standoff(written(tmp_path, [ROWS[0], ROWS[1], ROWS[0]])))


def test_spellings_of_a_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert standoff_paths("development@public") == (Path("seeds/real/development.jsonl"), Path("public"))
    assert standoff_paths("a/b.jsonl@/data/public") == (Path("a/b.jsonl"), Path("/data/public"))
    odd = tmp_path / "me@home"
    odd.mkdir()
    assert standoff_paths(f"{written(odd)}@{odd}") == (odd / "made.jsonl", odd)
    for spec in ("development", "development@", "@public"):
        with pytest.raises(UsageError, match="real:LABELS@FOLDER"):
            standoff_paths(spec)


def test_gold_claims_have_the_words_and_whole_documents(tmp_path: Path, public: Path) -> None:
    news, report = gold_claims(join_standoff(list(read_standoff(written(tmp_path))), public))
    assert (news.corpus, report.corpus) == ("current-events", "muc-dev")
    assert (report.document.text, report.document.source) == (MUC, "BOGOTA, 1 JAN 89 (RADIO)")
    assert [len(claims) for claims in report.claims] == [1, 0, 0, 1]
    (claim,) = report.claims[0]
    assert (claim.status, claim.kind, claim.mode, claim.doubt) == ("claimed", "bombing", "call", True)
    assert (claim.claimants, claim.accused, claim.acts) == (("IT", "RED FRONT"), (), ("BOMBING",))
    (blame,) = news.claims[0]
    assert (blame.status, blame.claimants, blame.accused) == ("blamed", ("Police",), ("Salt Cell",))
    assert (news.group, report.group) == ("2004-05", "M1")


def test_the_register_is_scored_by_the_groups_of_the_classifier(tmp_path: Path, public: Path) -> None:
    joined = join_standoff(list(read_standoff(written(tmp_path))), public)
    drawn = {item.sentence.document: item.group for item in gold(tmp_path, public)}
    assert {item.document.id: item.group for item in real_register(joined)} == drawn


def test_the_register_is_scored_on_whether_a_claim_is_doubted(tmp_path: Path, public: Path) -> None:
    news, report = real_register(join_standoff(list(read_standoff(written(tmp_path))), public))
    assert [[said.doubt for said in statements] for statements in report.statements] == [[True], [], [], [None]]
    assert [[said.doubt for said in statements] for statements in news.statements] == [[None], []]


def test_kappa_agrees_with_scikit_learn() -> None:
    items = list(read_standoff(REAL / "development.jsonl"))
    lines = agreement_tables({"development": items}).splitlines()
    labels = cohen_kappa_score([item.first for item in items], [item.second for item in items])
    assert lines[2].startswith("| all | 5,401 |") and lines[2].endswith(f"| {labels:.3f} |")
    for status in ("denied", "blamed"):
        expected = cohen_kappa_score(
            [status in item.first_statuses for item in items], [status in item.second_statuses for item in items]
        )
        assert next(line for line in lines if line.startswith(f"| {status} ")).endswith(f"| {expected:.3f} |")


def test_composition_by_hand(tmp_path: Path) -> None:
    lines = composition_tables({"made": list(read_standoff(written(tmp_path)))}).splitlines()
    assert "| made | current-events | 1 | 2 | 2 | 0 | 0 | 2 |" in lines
    assert "| made | muc-dev | 1 | 4 | 3 | 0 | 1 | 3 |" in lines
    assert "| random | 4 | 3 | 0 | 1 |" in lines
    assert "| claimed | 1 | 1 | 1 |" in lines
    # Newcombe's interval of 1 of 3.
    assert "| muc-dev | 3 | 0.000 (0.000–0.561) | 0.333 (0.061–0.792) |" in lines


def test_wilson_as_published() -> None:
    # Newcombe (1998), Statistics in Medicine 17, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for count, total, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        assert wilson(count / total, total) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))
    assert wilson(0.0, 0) == (0.0, 1.0)
    assert wilson(0.5, 50, 0.99)[0] < wilson(0.5, 50)[0]


def test_an_evaluation_counts_false_claims_and_has_the_slices(tmp_path: Path, public: Path) -> None:
    sentences = gold(tmp_path, public)
    answers = np.full((len(sentences), 3), 0.1)
    # The claim is found, and so is one in the accusation; nobody's claim is not.
    for place, label in enumerate(["C", "F", "F", "F", "C", "F"]):
        answers[place, "FOC".index(label)] = 0.8
    found = evaluate(sentences, answers, name="made", settings=Settings(resamples=20))
    score = found.scores["false_claims"]
    assert (found.beside_claims, score.value) == (2, 0.5)
    assert (score.low, score.high) == (pytest.approx(0.0945, abs=1e-4), pytest.approx(0.9055, abs=1e-4))
    slices = {(part.dimension, part.value): part for part in found.slices}
    assert slices["clear", "yes"].sentences == 5
    assert slices["clear cases", "muc-dev"].sentences == 3
    assert slices["family", "current-events"].scores["false_claims"].value == 1.0
    assert slices["stance", "none"].scores["false_claims"].value == 0.0
    assert json.loads(json.dumps(found.to_dict()))["beside_claims"] == 2
    merged = evaluate(sentences, answers, name="made", settings=Settings(resamples=20), merge={Label.CLAIM: Label.FACT})
    assert "false_claims" not in merged.scores


def test_a_claim_beside_a_denial_is_no_false_claim(tmp_path: Path, public: Path) -> None:
    first = gold(tmp_path, public)[0]
    both = [replace(first, attributes=(*first.attributes, ("stance", "denies")))]
    assert LABELS[2] is Label.CLAIM
    found = evaluate(both, np.asarray([[0.1, 0.1, 0.8]]), name="made", settings=Settings(resamples=20))
    assert found.beside_claims == 0 and "false_claims" not in found.scores


def test_kappa_between_annotators_is_theirs_before_settling(tmp_path: Path, public: Path) -> None:
    sentences = gold(tmp_path, public)
    answers = np.tile([0.8, 0.1, 0.1], (len(sentences), 1))
    found = evaluate(sentences, answers, name="made", settings=Settings(resamples=20))
    expected = cohen_kappa_score(list("COFFFF"), list("FOFFFF"))
    assert found.scores["kappa_between_annotators"].value == pytest.approx(expected)


def test_commands(tmp_path: Path, public: Path, model_folder: Path) -> None:
    path = written(tmp_path)
    (public / "muc-dev" / "documents.jsonl.gz").unlink()
    spec = f"real:{path}@{public}"
    result = avow("evaluate", "--on", spec, "--model", model_folder, "-o", tmp_path / "out.json", cwd=tmp_path)
    assert "real made: 2 sentences" in result.stdout
    assert "1 denials, absences of a claim, accusations and suspicions: taken for claims" in result.stdout
    assert re.search(r"left out: 4 of muc-dev,\s+which is not in", result.stdout)
    (scored,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["transfer"]
    assert list(scored["dropped"].values()) == [4]
    contexts = [row["value"] for row in scored["slices"] if row["dimension"] == "context"]
    assert contexts == ["sentence in its document", "sentence alone"]
    avow("report", tmp_path / "out.json", "-o", tmp_path / "report", cwd=tmp_path)
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert re.search(r"Left out: 4 of muc-dev.*Of 1 denials, .* are taken for claims", page)

    result = avow("corpus", "join", path, public, "-o", tmp_path / "joined.jsonl", cwd=tmp_path)
    assert "left out: 4 of muc-dev" in result.stderr and "wrote 2 sentences" in result.stderr
    rows = [json.loads(line) for line in (tmp_path / "joined.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [item["text"] for item in rows] == [
        "Police blame the Salt Cell for the café fire.",
        "The Salt Cell denies it.",
    ]
    assert rows[0]["records"][0]["accused"] == {"start": 17, "end": 26, "text": "Salt Cell"}
    again = avow("corpus", "join", path, public, "-o", tmp_path / "joined.jsonl", cwd=tmp_path, code=1)
    assert "exists already" in again.stderr
    # The joined file is a table like any other.
    assert [item.label for item in read_gold(str(tmp_path / "joined.jsonl")).sentences] == [Label.FACT, Label.FACT]
    assert "real:LABELS@FOLDER" in avow("corpus", "list", cwd=tmp_path).stdout


def test_text_that_trained_the_model_is_scored_in_no_way(
    tmp_path: Path, public: Path, trained: TrainedModel, stances: TrainedStances
) -> None:
    spec = f"real:{written(tmp_path)}@{public}"
    seen = [item for item in gold(tmp_path, public) if item.family == "muc-dev"]
    models.save(replace(trained, fingerprints=fingerprints(seen)), tmp_path / "model", stances=stances)
    documents = [
        {"id": "M1", "text": MUC, "claimed": "yes"},
        {"id": "M9", "text": "NOBODY HAS CLAIMED IT.", "claimed": "no"},
    ]
    (tmp_path / "muc.jsonl").write_text("".join(json.dumps(item) + "\n" for item in documents))
    command = ("evaluate", "--model", "model", "--on", "muc:muc.jsonl", "--claims", "-o", "e.json", "--overwrite")
    assert "trained this model: document M1" in avow(*command, cwd=tmp_path, code=1).stderr
    assert "left out 1 document " in avow(*command, "--drop-leaks", cwd=tmp_path).stderr
    found = json.loads((tmp_path / "e.json").read_text())
    assert (found["documents"][0]["documents"], found["register_documents"][0]["documents"]) == (1, 1)
    documents = [{"id": f"M{n}", "text": "IT RAINED.", "claimed": "no", "relevant": "no"} for n in range(2, 5)]
    documents.append({"id": "M9", "text": "THE FRONT CLAIMED IT.", "claimed": "yes", "relevant": "yes"})
    (tmp_path / "muc.jsonl").write_text("".join(json.dumps(item) + "\n" for item in documents))
    assert avow(*command, cwd=tmp_path).stdout.count("the 1 document that the key finds relevant") == 2
    found = json.loads((tmp_path / "e.json").read_text())
    assert [found[part][0]["relevant"]["documents"] for part in ("documents", "register_documents")] == [1, 1]
    command = ("evaluate", "--model", "model", "--on", spec, "--claims", "--drop-leaks", "-o", "e.json", "--overwrite")
    avow(*command, "--metrics", "m.json", cwd=tmp_path)
    found = json.loads((tmp_path / "e.json").read_text())
    assert (found["transfer"][0]["sentences"], found["register"][0]["sentences"]) == (2, 2)
    tracked = json.loads((tmp_path / "m.json").read_text())["sets"]["real made"]
    assert tracked["macro_f1"] == found["transfer"][0]["scores"]["macro_f1"]


def test_labels_of_ours_that_are_not_installed_say_where_they_are(
    tmp_path: Path, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"development\.jsonl: no such file; .* in its repository .*real:FILE\.jsonl"):
        read_gold(f"real:development@{public}")


@pytest.mark.parametrize("command", ["balance gone.jsonl -o weights.tsv --on", "evaluate --on", "train -o model --add"])
def test_every_command_says_where_labels_of_ours_are(tmp_path: Path, model_folder: Path, command: str) -> None:
    model = () if command.startswith("train") else ("--model", model_folder)
    told = avow(*command.split(), "real:development@.", *model, cwd=tmp_path, code=1).stderr
    assert told.startswith("avow: seeds/real/development.jsonl: no such file; expected Avow's own standoff labels")
