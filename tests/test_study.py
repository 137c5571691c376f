"""Comparisons by many fits: transfer, ablation, their measures and tables."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from avow.corpus import GoldDocument
from avow.errors import InputError
from avow.evaluation import Score, Settings, evaluate
from avow.params import FeatureParameters, Parameters
from avow.records import GoldSentence, Label, Sentence
from avow.sources import Source
from avow.study import VARIANTS, Table, ablate, ablation_tables, markdown, transfer, transfer_tables
from avow.study.fitting import fit, scaled
from avow.study.material import folds, material
from avow.study.measures import Measurer, difference
from avow.study.tables import cell
from avow.training import probabilities, train
from conftest import SEEDS
from test_cli import avow

FEW = Settings(resamples=50)
# Few columns, so that many fits are quick.
SMALL = Parameters(features=FeatureParameters(kinds=("words", "cues", "avowals")))


def part(seeds: list[GoldDocument], first: int, step: int) -> list[GoldSentence]:
    return [item for document in seeds[first::step] for item in document.sentences]


def without_claims(gold: list[GoldSentence]) -> list[GoldSentence]:
    return [replace(item, label=Label.FACT) if item.label is Label.CLAIM else item for item in gold]


@pytest.fixture(scope="module")
def ours(seeds: list[GoldDocument]) -> Source:
    return Source("ours", part(seeds, 0, 68))


@pytest.fixture(scope="module")
def theirs(seeds: list[GoldDocument]) -> Source:
    return Source("theirs", without_claims(part(seeds, 5, 68)))


def test_fitting_here_is_training(seeds: list[GoldDocument], ours: Source) -> None:
    held_out = Source("held out", part(seeds, 3, 136))
    model = train(ours.sentences, held_out.sentences, Parameters())
    whole = material([ours, held_out])
    fitted = fit(whole, whole.rows(0), Parameters())
    scores = fitted.scores(whole, whole.rows(1))
    found = scaled(scores, Parameters(), (scores, whole.truth[whole.rows(1)]))
    expected = probabilities(model, [item.sentence for item in held_out.sentences])
    assert np.allclose(found, expected, atol=1e-6)
    assert not np.allclose(scaled(scores, Parameters()), expected, atol=1e-3)


def test_measures_are_those_of_an_evaluation(seeds: list[GoldDocument]) -> None:
    gold = part(seeds, 3, 50)
    given = np.random.default_rng(4).dirichlet([1, 1, 1], size=len(gold))
    report = evaluate(gold, given, name="x", settings=FEW)
    measurer = Measurer(gold, FEW, claims=True)
    found = measurer.scores(measurer.measure(given))
    assert found["macro_f1"] == report.scores["macro_f1"]
    assert found["calibration_error"] == report.scores["calibration_error"]
    assert found["f1_claim"] == report.per_label[str(Label.CLAIM)]["f1"]
    assert found["false_claims"].value == pytest.approx(report.scores["false_claims"].value)
    same = measurer.scores(difference(measurer.measure(given), measurer.measure(given)))
    assert same["macro_f1"] == Score(0.0, 0.0, 0.0)
    assert "f1_claim" not in Measurer(gold, FEW, claims=False).measure(given)


def test_folds_divide_documents(ours: Source) -> None:
    whole = material([ours])
    tested = []
    for inside, outside in folds(whole, whole.rows(0), 3, 1):
        assert not set(whole.groups(inside)) & set(whole.groups(outside))
        tested += outside.tolist()
    assert sorted(tested) == whole.rows(0).tolist()
    with pytest.raises(InputError, match="folds"):
        list(folds(whole, whole.rows(0)[:5], 40, 1))


def test_every_source_is_trained_and_tested(ours: Source, theirs: Source) -> None:
    copy = Source("copy", theirs.sentences[:30], digest="d")
    found = transfer([ours, theirs, copy], SMALL, FEW, count=2)
    cells = {(item.trained, item.tested): item for item in found.cells}
    assert len(cells) == 9 + 3 + 3 and found.labels == 2
    assert cells["ours", "ours"].by_folds and not cells["ours", "theirs"].by_folds
    assert set(cells["ours", "ours"].three) >= {"macro_f1", "f1_claim"} and not cells["theirs", "ours"].three
    assert 0.5 < (cells["ours", "theirs"].shared["macro_f1"].value or 0) <= 1
    # What stands in both is not tested on after training on it.
    repeated = cells["theirs", "copy"].repeated
    assert repeated > 0 and cells["theirs", "copy"].sentences + repeated == len(copy.sentences)
    tables = list(transfer_tables(found))
    assert [table.title for table in tables] == [
        "macro-F1 over 2 labels",
        "macro-F1 over three labels",
        "F1 of claims of responsibility",
    ]
    assert [row[0] for row in tables[0].rows] == [
        "ours",
        "theirs",
        "copy",
        "all others",
        "all, the tested one by folds",
    ]
    assert f"{sum(item.repeated for item in found.cells)} sentences were left out" in tables[0].note
    assert json.loads(json.dumps(found.to_dict()))["cells"][0]["shared"]["macro_f1"]["low"] is not None
    with pytest.raises(InputError, match="at least two"):
        transfer([ours], Parameters(), FEW)


def test_one_thing_is_changed_at_a_time(seeds: list[GoldDocument], theirs: Source) -> None:
    told: list[tuple[str, int, int]] = []
    found = ablate(
        Source("own", part(seeds, 0, 136)),
        Source("development", part(seeds, 7, 300)),
        [theirs],
        Parameters(),
        FEW,
        count=2,
        progress=lambda *step: told.append(step),
    )
    rows = {(row.variant, row.tested): row for row in found.rows}
    names = [variant.name for variant in VARIANTS]
    own = str(found.sets[0]["name"])
    assert set(rows) == {(name, tested) for name in names for tested in (own, "theirs")}
    assert all(0.2 < (row.scores["macro_f1"].value or 0) <= 1 for row in found.rows)
    assert not rows["the model", own].change
    for name in names[1:]:
        row, as_is = rows[name, own], rows["the model", own]
        change = row.change["macro_f1"]
        assert change.value == pytest.approx(
            (row.scores["macro_f1"].value or 0) - (as_is.scores["macro_f1"].value or 0)
        )
        assert change.low is not None and change.high is not None and change.low <= change.value <= change.high
        assert (row.change["macro_f1"].value, row.change["calibration_error"].value) != (0, 0), name
    assert told[-1][0] == "fits" and told[-1][1] == told[-1][2]
    tables = list(ablation_tables(found))
    assert tables[0].header == ["", own, "theirs"] and tables[1].header == ["", own]
    assert tables[0].rows[1][1].startswith(("+", "-"))


def test_what_lacks_a_label_is_not_compared(seeds: list[GoldDocument], ours: Source) -> None:
    development = Source("development", part(seeds, 7, 150))
    with pytest.raises(InputError, match="no sentence labelled claim-of-responsibility among"):
        ablate(Source("own", without_claims(ours.sentences)), development, [], SMALL, FEW, count=2)
    facts = [item for item in ours.sentences if item.label is Label.FACT]
    opinions = [replace(item, group="o", family="") for item in ours.sentences if item.label is Label.OPINION]
    one = Source("one", [*(replace(item, group=f"d{at}") for at, item in enumerate(facts[:9])), *opinions])
    with pytest.raises(InputError, match="no sentence labelled opinion among"):
        transfer([one, ours], SMALL, FEW, count=2)
    few = Source("few", [replace(facts[0], group="a"), replace(opinions[0], group="b")])
    with pytest.raises(InputError, match="1 sentences of the most frequent label for 2 folds"):
        transfer([few, ours], SMALL, FEW, count=2)


def test_a_set_that_was_trained_on_is_said_to_be_left_out(seeds: list[GoldDocument], ours: Source) -> None:
    long = [item for item in ours.sentences if len(item.sentence.text.split()) > 12]
    development = Source("development", part(seeds, 7, 150))
    found = ablate(ours, development, [Source("copy", long)], SMALL, FEW, count=2, variants=VARIANTS[:1])
    assert found.unscored == found.to_dict()["unscored"] == {"copy": len(long)}
    assert "copy is not here" in next(ablation_tables(found)).note


def test_a_short_row_of_a_table_is_tested_on_only_where_it_is_new() -> None:
    def short(text: str, source: str) -> GoldSentence:
        return GoldSentence(Sentence.bare(text, document=text), Label.FACT, text, source=source)

    texts = ("It rained.", "It snowed.")
    table, copy = (Source(name, [short(text, name) for text in texts]) for name in ("table", "copy"))
    whole = material([table, replace(copy, sentences=[*copy.sentences, short("It thawed.", "copy")])])
    assert whole.unseen(whole.rows(1), whole.rows(0)).tolist() == [4]
    documents = material([Source(name, [short(text, "") for text in texts]) for name in ("ours", "theirs")])
    assert documents.unseen(documents.rows(1), documents.rows(0)).tolist() == [2, 3]


@pytest.mark.parametrize("count", [0, -2])
def test_a_number_of_processes_that_is_none_is_told(tmp_path: Path, count: int) -> None:
    for command in (["tune", "x.jsonl"], ["curve", "x.jsonl"], ["ablate", "x.jsonl"], ["transfer", "--source", "x"]):
        assert f"--jobs {count}; expected" in avow(*command, "-j", count, cwd=tmp_path, code=2).stderr


def test_tables_are_markdown() -> None:
    text = markdown([Table("T", ["", "a|b"], [["x", "1"]], "Note.")])
    assert text == "## T\n\n|  | a\\|b |\n|---|---|\n| x | 1 |\n\nNote.\n"
    assert cell(None) == "-" and cell(Score(0.5)) == "0.500"
    assert cell(Score(-0.01, -0.02, 0.03), signed=True) == "-0.010 (-0.020 to +0.030)"


def test_transfer_from_the_command_line(tmp_path: Path) -> None:
    for name, family in (("one", "news"), ("two", "opinion")):
        (tmp_path / name).mkdir()
        for path in sorted(SEEDS.glob(f"{family}-0*.txt"))[:2]:
            (tmp_path / name / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "params.yaml").write_text("features: {kinds: [words, cues]}\nevaluation: {resamples: 100}\n")
    given = ["--source", "seeds:one", "--source", "seeds:two", "--folds", "2", "-j", "1"]
    shown = avow("transfer", *given, "-o", "t.json", "--markdown", "t.md", cwd=tmp_path).stdout
    assert "seeds one" in shown and "macro-F1 over" in shown
    assert (tmp_path / "t.md").read_text().startswith("## macro-F1 over")
    assert json.loads((tmp_path / "t.json").read_text())["folds"] == 2
    assert "at least two" in avow("transfer", "--source", "seeds:one", cwd=tmp_path, code=None).stderr
