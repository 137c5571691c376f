"""``avow evaluate`` and ``avow report``: what they refuse, what they leave alone, and what they say."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from avow.corpus import GoldDocument, label_rows, write_labels
from avow.sentences import split
from avow.shapes import Behaviour, Evaluation, Partitions, faults
from test_cli import avow

TABLE = "text,label\nThe council met on Tuesday.,fact\nIt is a wretched disgrace.,opinion\n"


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory, model_folder: Path, seeds: list[GoldDocument]) -> Path:
    """A folder with the small model, label files of documents that it has not seen, and a table."""
    folder = tmp_path_factory.mktemp("work")
    shutil.copytree(model_folder, folder / "models" / "default")
    documents = seeds[1:40:12]
    parts = dict.fromkeys([item.document.id for item in documents], "test")
    rows = list(label_rows(documents, {item.document.id: split(item.document) for item in documents}, parts))
    write_labels(folder / "labels.jsonl", rows)
    write_labels(folder / "gold.jsonl", [row for row in rows if row.boundaries == "gold"])
    (folder / "[final].csv").write_text(TABLE)
    (folder / "bad.json").write_text('{"f1": NaN}')
    (folder / "other.json").write_text('{"f1": 1.0}')
    (folder / "null.json").write_text("null")
    (folder / "empty.txt").write_text("")
    (folder / "deep.json").write_text("[" * 100_000)
    return folder


@pytest.fixture(scope="module")
def evaluation(work: Path) -> dict[str, Any]:
    avow("evaluate", "labels.jsonl", "--on", "[final].csv", "--claims", "-o", "e.json", cwd=work, textblob=True)
    content: dict[str, Any] = json.loads((work / "e.json").read_text())
    return content


def test_a_set_is_called_as_its_file(work: Path) -> None:
    shown = avow("evaluate", "--on", "[final].csv", "--metrics", "m.json", cwd=work)
    assert "[final].csv: 2 sentences" in shown.stdout
    tracked = json.loads((work / "m.json").read_text())
    assert tracked["sets"]["[final].csv"]["sentences"] == 2 and set(tracked) == {"sets"}


def test_sets_of_one_name_are_told_apart_by_their_paths(work: Path) -> None:
    muc = [{"id": "m1", "text": "The Front claimed the bombing. It rained.", "claimed": "yes"}]
    for folder, table in (("one", TABLE), ("two", TABLE + "The ferry left at noon.,fact\n")):
        (work / folder).mkdir()
        (work / folder / "t.csv").write_text(table)
        (work / folder / "muc.jsonl").write_text("\n".join(map(json.dumps, muc)))
    specs = ["one/t.csv", "two/t.csv", "muc:one/muc.jsonl", "muc:two/muc.jsonl"]
    on = [word for spec in specs for word in ("--on", spec)]
    shown = avow("evaluate", *on, "--claims", "-o", "same.json", "--metrics", "same-m.json", cwd=work)
    sets = json.loads((work / "same-m.json").read_text())["sets"]
    assert (sets["t.csv (one/t.csv)"]["sentences"], sets["t.csv (two/t.csv)"]["sentences"]) == (2, 3)
    assert {"muc muc.jsonl (muc:one/muc.jsonl)", "muc muc.jsonl (muc:two/muc.jsonl)"} < set(sets)
    assert "t.csv (two/t.csv): 3 sentences" in shown.stdout
    found = json.loads((work / "same.json").read_text())
    for part in (found["transfer"], found["documents"], found["register_documents"]):
        assert len({item["name"] for item in part}) == 2


def test_rows_that_repeat_others_are_counted(work: Path) -> None:
    row = TABLE.splitlines()[1]
    (work / "again.csv").write_text(f"{TABLE}{row}\n{row.upper().replace('FACT', 'fact')}\n")
    shown = avow("evaluate", "--on", "again.csv", cwd=work)
    assert "again.csv: 2 rows repeat one of another document word by word" in shown.stderr
    assert "repeat" not in avow("evaluate", "--on", "[final].csv", cwd=work).stderr


def test_a_label_file_is_a_set_too(work: Path) -> None:
    first, second = (avow("evaluate", "--on", spec, cwd=work).stdout for spec in ("gold.jsonl", "labels:gold.jsonl"))
    assert first == second and "\n model " in first


def test_a_parameter_says_how_near_to_training_text_is_too_near(work: Path, seeds: list[GoldDocument]) -> None:
    # The small model is trained on the first document. Two shingles of a dozen or more are other ones.
    trained = next(item.sentence.text for item in seeds[0].sentences if len(item.sentence.text.split()) > 14)
    text = f"{trained.rsplit(maxsplit=2)[0]} somewhere else"
    (work / "near.jsonl").write_text(json.dumps({"text": text, "label": "fact"}) + "\n")
    for similarity, code in ((0.95, 0), (0.5, 1)):
        (work / "near.yaml").write_text(f"partition: {{similarity: {similarity}}}\n")
        shown = avow("evaluate", "--on", "near.jsonl", "--params", "near.yaml", cwd=work, code=code)
        assert ("trained this model: sentence" in shown.stderr) == (code == 1)


def test_what_is_not_scored_is_said(work: Path) -> None:
    shown = avow("evaluate", "gold.jsonl", "--claims", "--metrics", "gold-m.json", cwd=work)
    assert "holds no split sentences of partition 'test'; none are scored from raw text" in shown.stderr
    assert "from raw text" not in shown.stdout
    assert "end_to_end" not in json.loads((work / "gold-m.json").read_text())


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["labels.jsonl", "-o", "labels.jsonl"], 1, "is read and would be written"),
        (["--on", "[final].csv", "--metrics", "[final].csv"], 1, "is read and would be written"),
        (["--on", "[final].csv", "-o", "models/default/manifest.json"], 1, "is read and would be written"),
        (["--on", "[final].csv", "-o", "x.json", "--metrics", "x.json"], 1, "would be written twice"),
        (["labels.jsonl", "--merge", "claim=fact"], 2, "--merge without a set"),
        (["labels.jsonl", "--map", "a=fact"], 2, "--map without a table"),
        (["--on", "checkthat:dev.tsv", "--label", "verdict"], 2, "--label without a table"),
        (["--on", "[final].csv", "--plots", "plots"], 2, "--plots without LABELS"),
        (["--on", "[final].csv", "--partition", "test"], 2, "--partition without LABELS"),
        (["labels.jsonl", "--partition", "dev"], 1, "labels.jsonl: no dev sentences, only test; expected a file that"),
        (["--on", "[final].csv", "--on", "[final].csv"], 2, "[final].csv is given twice; give it once"),
        (["--on", "[final].csv", "--claims"], 2, "--claims without a set that holds statements"),
        (["--on", "[final].csv", "--merge", "fact=fact"], 2, "fact counts as another label and another one as it"),
        (
            ["--on", "[final].csv", "--merge", "fact=opinion", "--merge", "opinion=claim"],
            2,
            "opinion counts as another",
        ),
        (
            ["--on", "[final].csv", "--merge", "claim=fact", "--merge", "claim-of-responsibility=opinion"],
            2,
            "--merge: claim-of-responsibility counts as fact and as opinion; expected one label for each word",
        ),
        (
            ["--on", "[final].csv", "--map", "OBJ=fact", "--map", "OBJ=opinion"],
            2,
            "--map: OBJ counts as fact and as opinion; expected one label for each word",
        ),
        (["labels.jsonl", "--boundaries", "other.json"], 1, "other.json: precision: field required"),
        (["labels.jsonl", "--boundaries", "bad.json"], 1, "bad.json: not JSON (NaN is no number); expected the file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_makes_no_sense_is_told_first(work: Path, arguments: list[str], code: int, message: str) -> None:
    before = (work / "labels.jsonl").read_bytes(), (work / "[final].csv").read_text()
    result = avow("evaluate", *arguments, cwd=work, code=code)
    assert message in result.stderr and "scoring" not in result.stderr
    assert ((work / "labels.jsonl").read_bytes(), (work / "[final].csv").read_text()) == before


def test_all_labels_may_be_one(work: Path) -> None:
    shown = avow("evaluate", "--on", "[final].csv", "--merge", "fact=opinion", "--merge", "claim=opinion", cwd=work)
    assert "accuracy" in shown.stdout


def test_a_report_takes_the_place_of_nothing_unasked(work: Path, evaluation: dict[str, Any], tmp_path: Path) -> None:
    assert not faults(Evaluation, evaluation)
    (tmp_path / "README.md").write_text("# Mine\n")
    shutil.copy(work / "e.json", tmp_path / "e.json")
    assert "README.md: exists already" in avow("report", "e.json", "-o", ".", cwd=tmp_path, code=1).stderr
    assert (tmp_path / "README.md").read_text() == "# Mine\n" and not (tmp_path / "report.md").exists()
    avow("report", "e.json", "-o", "r", cwd=tmp_path)
    avow("report", "e.json", "-o", "r", "--overwrite", cwd=tmp_path)
    shutil.copy(tmp_path / "e.json", tmp_path / "report.md")
    other = avow("report", "README.md", "-o", "new", cwd=tmp_path, code=1).stderr
    assert (
        "README.md:1: not JSON (Expecting value at column 1); expected the file that avow evaluate --output wrote"
        in other
    )
    taken = avow("report", "report.md", "-o", ".", "--overwrite", cwd=tmp_path, code=1)
    assert "is read and would be written" in taken.stderr


@pytest.mark.parametrize("option", ["--behaviour", "--curve", "--summary", "--on"])
@pytest.mark.parametrize("name", ["null.json", "other.json", "empty.txt", "deep.json"])
def test_a_report_of_other_files_is_one_message(
    work: Path, evaluation: dict[str, Any], tmp_path: Path, option: str, name: str
) -> None:
    assert evaluation["transfer"]
    message = avow("report", "e.json", option, name, "-o", tmp_path / "r", cwd=work, code=1).stderr
    assert f"{name}:" in message and "expected the file that avow " in message
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"model": {}}, "model.terms: field required"),
        ({"transfer": [{}]}, "transfer.0.name: field required"),
        ({"transfer": None}, "transfer: input should be a valid list"),
        ({"boundaries": {"f1": "1"}}, "boundaries.f1: input should be a valid number"),
        ({"register": [{}]}, "register.0.name: field required"),
        ({"documents": {}}, "documents: input should be a valid list"),
        (
            {"model": {"data": {"sources": [{"labels": {"fact": 1}}]}}},
            "sources.0.labels: dictionary should have at least 3",
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_an_evaluation_of_another_shape_is_told(evaluation: dict[str, Any], change: Any, message: str) -> None:
    assert any(message in fault for fault in faults(Evaluation, evaluation | change))


def test_parts_of_an_evaluation_belong_together(evaluation: dict[str, Any]) -> None:
    part = evaluation["partition"]
    for change, message in (
        ({"confusion": part["confusion"][:2]}, "confusion has another size than labels"),
        ({"labels": part["labels"][:2]}, "per_label has other labels than labels"),
        ({"slices": [part["slices"][0] | {"scores": {}}]}, "lacks accuracy"),
        ({"scores": {}}, "scores.macro_f1: field required"),
        ({"scores": part["scores"] | {"kappa": 0.7}}, "scores.kappa"),
    ):
        assert any(message in fault for fault in faults(Evaluation, evaluation | {"partition": part | change})), message


def test_lists_where_objects_are_wanted_are_told() -> None:
    for shape in (Behaviour, Evaluation, Partitions):
        assert "valid dictionary" in faults(shape, [])[0]
    rate = {"cases": 1, "failures": 1, "rate": float("nan"), "low": 0.0, "high": 1.0}
    content = {"digest": "", "cases": 1, "kinds": {"minimum": rate}, "capabilities": []}
    assert faults(Behaviour, content) == ["kinds.minimum.rate: input should be a finite number"]
