"""The learning curve and the targets: what is measured, what is said of it, and how the report shows it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from avow.corpus import GoldDocument
from avow.errors import InputError
from avow.evaluation import Settings
from avow.params import FeatureParameters, Parameters
from avow.records import Label
from avow.report import report_html, report_markdown, summarise
from avow.report.learning import verdicts
from avow.report.plots import draw
from avow.report.targets import TARGETS, target_rows
from avow.shapes import Curve, faults
from avow.sources import Source
from avow.study import curve_tables, learning_curve

# Few columns, so that many fits are quick.
SMALL = Parameters(features=FeatureParameters(kinds=("words", "cues", "avowals")))


def score(value: float, low: float, high: float) -> dict[str, float]:
    return {"value": value, "low": low, "high": high}


def evaluated(name: str, slices: list[dict[str, Any]] | None = None, **scores: dict[str, float]) -> dict[str, Any]:
    return {
        "name": name,
        "sentences": 1234,
        "beside_claims": 116,
        "settings": {"confidence": 0.95},
        "scores": scores,
        "slices": slices or [],
        "dropped": {},
    }


def result(*transfer: dict[str, Any], sources: list[dict[str, Any]] | None = None, ours: bool = True) -> dict[str, Any]:
    data = {"sources": sources} if sources else {}
    if ours:
        data["labels"] = []
    return {"model": {"data": data}, "transfer": list(transfer)}


def test_the_curve_grows_with_the_documents(seeds: list[GoldDocument]) -> None:
    def part(first: int, step: int) -> Source:
        sentences = [item for document in seeds[first::step] for item in document.sentences]
        return Source(f"part {first}", sentences)

    own = part(0, 50)
    found = learning_curve(
        own, part(4, 200), [part(5, 300)], SMALL, Settings(resamples=50), draws=2, shares=(0.25, 1.0)
    )
    first, last = found.points
    assert (first.draws, last.draws) == (2, 1) and last.sentences == len(own.sentences)
    assert last.documents == len({item.group for item in own.sentences}) and first.documents * 4 - last.documents < 4
    gained = found.gain["part 4"]["macro_f1"].value
    assert gained == pytest.approx(
        (last.scores["part 4"]["macro_f1"].value or 0) - (first.scores["part 4"]["macro_f1"].value or 0)
    )
    assert (gained or 0) > 0
    content = json.loads(json.dumps(found.to_dict()))
    assert not faults(Curve, content) and content["points"][0]["documents"] == first.documents
    assert next(curve_tables(found)).header == ["documents", "part 4", "part 5"]
    assert content["unscored"] == {}
    # Sentences that are short may stand anywhere.
    long = Source("long", [item for item in own.sentences[:40] if len(item.sentence.text.split()) > 12])
    found = learning_curve(own, part(4, 200), [long], SMALL, Settings(resamples=50), draws=1, shares=(0.5, 1.0))
    assert [item["name"] for item in found.sets] == ["part 4"] and found.unscored == {"long": len(long.sentences)}
    assert f"long is not here: all of its {len(long.sentences)} sentences stand" in next(curve_tables(found)).note
    with pytest.raises(InputError, match="nothing to test on: all sentences of long stand"):
        learning_curve(own, long, [], SMALL, Settings(resamples=50), draws=1, shares=(0.5, 1.0))
    with pytest.raises(InputError, match="hold no opinion"):
        facts = [item for item in own.sentences if item.label is not Label.OPINION]
        learning_curve(Source("facts", facts), part(4, 200), [], Parameters(), Settings(resamples=50))


def curve(low: float, high: float) -> dict[str, Any]:
    def point(documents: int) -> dict[str, Any]:
        scores = {"d | e": {"macro_f1": score(0.7, 0.6, 0.8), "f1_claim": score(0.6, 0.5, 0.7)}}
        return {"share": 0.5, "documents": documents, "sentences": 2000, "draws": 2, "scores": scores}

    gain = {"d | e": {"macro_f1": score((low + high) / 2, low, high), "f1_claim": score(0, -0.1, 0.1)}}
    sets = [{"name": "d | e", "sentences": 9}]
    return {"sets": sets, "points": [point(50), point(100)], "gain": gain, "confidence": 0.95}


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.01, 0.03, "From 50 to 100 documents, macro-F1 on d | e changes by +0.020 (+0.010 to +0.030): more of the same would help."),
        (-0.01, 0.03, "that more of the same would help is not shown."),
        (-0.03, -0.01, "more of the same does harm."),
    ],
)  # fmt: skip
def test_whether_more_would_help_is_computed(low: float, high: float, said: str) -> None:
    assert verdicts(curve(low, high))[0].endswith(said)


def test_a_file_that_is_no_curve_is_told() -> None:
    given = curve(0.01, 0.03)
    assert not faults(Curve, given)
    for wrong, said in (
        ({}, "sets: field required"),
        ([], "valid dictionary"),
        (given | {"points": given["points"][:1]}, "points: list should have at least 2 items"),
        (given | {"points": [{}, {}]}, "points.0.documents: field required"),
        (given | {"gain": {}}, "points and gain do not have the same scores of d | e"),
    ):
        assert said in faults(Curve, wrong)[0]


def test_a_curve_with_an_undefined_score_is_drawn_without_it() -> None:
    given = curve(0.01, 0.03)
    given["points"][0]["scores"]["d | e"]["f1_claim"] = {"value": None, "low": 0.5, "high": None}
    assert not faults(Curve, given)
    assert 'id="learning' in draw(None, (), given)["learning"]


def test_targets_stand_beside_what_was_reached() -> None:
    slices = [
        {
            "dimension": "clear cases",
            "value": "muc-dev",
            "sentences": 366,
            "scores": {"f1 claim-of-responsibility": score(0.9, 0.83, 0.96), "macro_f1": score(0.82, 0.78, 0.88)},
        }
    ]
    real = evaluated(
        "real development", slices, false_claims=score(0.034, 0.01, 0.08), calibration_error=score(0.06, 0.051, 0.07)
    )
    rows = {row["what"]: row for row in target_rows([result(real)])}
    assert len(rows) == 4
    claim = rows["claim F1, wire 1988-90, clear cases"]
    assert (claim["met"], claim["sentences"], claim["target"]) == ("yes", 366, "≥ 0.88")
    assert claim["command"] == "avow evaluate --on real:development@FOLDER"
    assert rows["three-class macro-F1, wire 1988-90, clear cases"]["met"] == "within the interval"
    false = rows["false claims among denials, no-claims, accusations"]
    assert (false["met"], false["sentences"]) == ("yes", 116)
    assert rows["expected calibration error"]["met"] == "no"


def test_a_model_with_added_text_has_targets_of_its_own() -> None:
    dev = evaluated("checkthat dev_en", macro_f1=score(0.71, 0.67, 0.75))
    added = [{"name": "checkthat train_en", "weight": 3.0}]
    rows = target_rows([result(dev), result(dev, sources=added)])
    assert [(row["target"], row["trained"], row["met"]) for row in rows] == [
        ("≥ 0.70", "our corpus", "yes"),
        ("≥ 0.63", "our corpus", "yes"),
        ("≥ 0.73", "our corpus, checkthat train_en x 3", "within the interval"),
        ("≥ 0.65", "our corpus, checkthat train_en x 3", "yes"),
    ]
    assert rows[0]["command"] == "avow evaluate --on checkthat:FOLDER/dev_en.tsv"
    add = "--add checkthat:FOLDER/train_en.tsv --weight checkthat:FOLDER/train_en.tsv=3"
    assert rows[2]["command"] == f"avow train data/labels.jsonl {add} && {rows[0]['command']}"
    # Neither a model of our corpus alone, nor one of ours with sets of the kind.
    assert not target_rows([result(dev, sources=[{"name": "mine.csv", "weight": 1}])])
    assert not target_rows([result(dev, sources=added, ours=False)])


def test_a_mean_without_a_label_meets_no_target() -> None:
    none = {"value": None, "low": None, "high": None}
    scores = {"macro_f1": score(0.96, 0.94, 0.98), "f1 fact": score(0.98, 0.97, 0.99), "f1 opinion": none}
    part = {"dimension": "clear cases", "value": "current-events", "sentences": 522, "scores": scores}
    rows = target_rows([result(evaluated("real development", [part]))])
    assert [row["met"] for row in rows] == ["cannot be told: no opinion occurs"]


def test_targets_are_those_of_known_adapters() -> None:
    from avow.corpus import ADAPTERS

    assert {target.kind for target in TARGETS} <= set(ADAPTERS)


def test_the_report_shows_both() -> None:
    model = {"data": {}, "parameters": {}, "scores": {}, "terms": 3, "format": 1, "versions": {}}
    evaluation = {"model": model, "transfer": [], "documents": []}
    facts = summarise(
        evaluation,
        learning=curve(0.01, 0.03),
        results=[
            result(evaluated("babe sg1", macro_f1=score(0.8, 0.7, 0.84), calibration_error=score(0.04, 0.02, 0.07)))
        ],
    )
    text, page = report_markdown(facts), report_html(facts)
    assert "| 50 | 2,000 | 2 | 0.700 (0.600–0.800) | 0.600 (0.500–0.700) |" in text
    assert "macro-F1, d \\| e" in text and "more of the same would help" in text
    assert (
        "| macro-F1, factual against opinion, our corpus only | babe sg1 | 1,234 | ≥ 0.87 | 0.800 (0.700–0.840) | no |"
        in text
    )
    assert 'id="learning-' in page and "more of the same would help" in page and 'id="targets"' in page
    bare = report_markdown(summarise(evaluation))
    assert "## Targets" not in bare and "Not measured; see `avow curve`." in bare
    with pytest.raises(InputError, match="not an evaluation"):
        summarise(evaluation, results=[{}])


def test_targets_from_the_command_line(tmp_path: Path) -> None:
    from test_cli import avow

    model = {"data": {}, "parameters": {}, "scores": {}, "terms": 3, "format": 1, "versions": {}}
    per_label = ("precision", "recall", "f1", "average_precision", "roc_auc", "support")
    overall = ("macro_f1", "accuracy", "log_loss", "calibration_error")
    some = score(0.8, 0.7, 0.84)
    part = evaluated("babe sg1", **dict.fromkeys(overall, some)) | {
        "digest": "", "documents": 9, "labels": ["fact"], "merged": {}, "per_label": {"fact": dict.fromkeys(per_label, some)},
        "confusion": [[1]], "calibration": [], "baselines": [], "errors": [],
        "curves": {"precision_recall": {}, "risk_coverage": {"points": [], "coverage_at_risk": {}}},
    }  # fmt: skip
    given = {"model": model, "transfer": [part]}
    for name, content in {
        "e.json": {"model": model, "transfer": [], "documents": []},
        "on.json": given,
        "curve.json": curve(0.01, 0.03),
    }.items():
        (tmp_path / name).write_text(json.dumps(content))
    avow("report", "e.json", "--on", "on.json", "--curve", "curve.json", "-o", "out", cwd=tmp_path)
    text = (tmp_path / "out" / "report.md").read_text()
    assert "`avow evaluate --on babe:FOLDER/sg1.csv`" in text and "## Learning curve" in text
