"""Scores against scikit-learn and by hand, intervals, baselines, spans, documents, the gate."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from sklearn import metrics

from avow import gate
from avow.errors import GateError, InputError
from avow.evaluation import Settings, evaluate, evaluate_documents, evaluate_spans
from avow.evaluation.baselines import keyword_rule, keyword_rule_without_negation
from avow.records import LABELS, GoldSentence, Label, Prediction, Sentence

FAST = Settings(resamples=200)


def made(count: int, seed: int = 1) -> tuple[list[GoldSentence], np.ndarray]:
    random = np.random.default_rng(seed)
    scores = random.dirichlet([1, 1, 1], size=count)
    truth = [int(random.choice(3, p=row)) for row in scores]
    gold = [
        GoldSentence(
            Sentence.bare(f"Sentence number {at}.", document=f"d{at // 10}"),
            LABELS[label],
            f"d{at // 10}",
            "wire",
            "made",
            LABELS[label if at % 9 else 0],
        )
        for at, label in enumerate(truth)
    ]
    return gold, scores


def test_point_scores_agree_with_scikit_learn() -> None:
    gold, scores = made(600)
    found = evaluate(gold, scores, name="made", settings=FAST)
    truth = [LABELS.index(item.label) for item in gold]
    predicted = scores.argmax(axis=1)
    expected = {
        "accuracy": metrics.accuracy_score(truth, predicted),
        "balanced_accuracy": metrics.balanced_accuracy_score(truth, predicted),
        "macro_f1": metrics.f1_score(truth, predicted, average="macro"),
        "kappa": metrics.cohen_kappa_score(truth, predicted),
        "matthews": metrics.matthews_corrcoef(truth, predicted),
        "log_loss": metrics.log_loss(truth, scores),
        "kappa_second_annotator": metrics.cohen_kappa_score(
            [LABELS.index(item.second) for item in gold if item.second], predicted
        ),
    }
    for name, value in expected.items():
        assert found.scores[name].value == pytest.approx(value), name
    for column, label in enumerate(LABELS):
        relevant = np.asarray(truth) == column
        row = found.per_label[str(label)]
        assert row["average_precision"].value == pytest.approx(
            metrics.average_precision_score(relevant, scores[:, column])
        )
        assert row["roc_auc"].value == pytest.approx(metrics.roc_auc_score(relevant, scores[:, column]))
        assert row["f1"].value == pytest.approx(metrics.f1_score(relevant, predicted == column))
    assert np.array_equal(found.confusion, metrics.confusion_matrix(truth, predicted))


def test_tied_scores_agree_with_scikit_learn() -> None:
    gold, scores = made(300)
    rounded = np.round(scores, 1)
    rounded[:, 0] = 1 - rounded[:, 1:].sum(axis=1)
    found = evaluate(gold, rounded, name="made", settings=FAST)
    relevant = np.asarray([item.label is Label.CLAIM for item in gold])
    row = found.per_label[str(Label.CLAIM)]
    assert row["average_precision"].value == pytest.approx(metrics.average_precision_score(relevant, rounded[:, 2]))
    assert row["roc_auc"].value == pytest.approx(metrics.roc_auc_score(relevant, rounded[:, 2]))


def test_brier_and_calibration_by_hand() -> None:
    gold = [GoldSentence(Sentence.bare(f"S{at}"), LABELS[at], f"d{at}") for at in (0, 1)]
    scores = np.asarray([[0.8, 0.2, 0.0], [0.6, 0.4, 0.0]])
    found = evaluate(gold, scores, name="made", settings=FAST)
    # (0.04 + 0.04) and (0.36 + 0.36), halved; bins 0.8 (right, gap 0.2) and 0.6 (wrong, gap 0.6), halved.
    assert found.scores["brier"].value == pytest.approx(0.4)
    assert found.scores["calibration_error"].value == pytest.approx(0.4)


def test_intervals_hold_the_score_and_narrow_with_documents() -> None:
    widths = []
    for count in (100, 4000):
        gold, scores = made(count)
        score = evaluate(gold, scores, name="made", settings=FAST).scores["accuracy"]
        assert score.low is not None and score.high is not None and score.value is not None
        assert score.low <= score.value <= score.high
        widths.append(score.high - score.low)
    assert widths[1] < widths[0] / 3


def test_resampling_is_by_document() -> None:
    # All sentences of a document are alike, so only the number of documents counts.
    gold = [GoldSentence(Sentence.bare(f"S{at}"), LABELS[0], f"d{at // 50}") for at in range(500)]
    scores = np.asarray([[0.9, 0.1, 0.0] if at // 50 < 5 else [0.1, 0.9, 0.0] for at in range(500)])
    score = evaluate(gold, scores, name="made", settings=FAST).scores["accuracy"]
    # Ten documents, half of them right: the standard deviation of the share is sqrt(0.25 / 10) = 0.16.
    assert score.high is not None and score.low is not None
    assert score.high - score.low > 0.4


def test_a_label_of_which_nothing_is_drawn_costs_nothing() -> None:
    # Ten documents, all told rightly, and a claim in one of them, which a third of the resamples leave out.
    labels = [Label.CLAIM, *[Label.FACT] * 9, *[Label.OPINION] * 10]
    gold = [GoldSentence(Sentence.bare(f"S{at}"), label, f"d{at % 10}") for at, label in enumerate(labels)]
    scores = np.eye(3)[[LABELS.index(label) for label in labels]]
    found = evaluate(gold, scores, name="made", settings=FAST).scores
    for name in ("macro_f1", "balanced_accuracy"):
        assert found[name].to_dict() == {"value": 1.0, "low": 1.0, "high": 1.0}, name


def test_the_seed_decides_the_intervals() -> None:
    gold, scores = made(200)
    first, second, other = (
        evaluate(gold, scores, name="x", settings=Settings(resamples=100, seed=s)).to_dict() for s in (1, 1, 2)
    )
    assert first == second
    assert first["scores"] != other["scores"]


def test_merged_labels_add_their_probabilities() -> None:
    gold = [GoldSentence(Sentence.bare("S"), Label.FACT, "d"), GoldSentence(Sentence.bare("T"), Label.OPINION, "e")]
    scores = np.asarray([[0.3, 0.4, 0.3], [0.1, 0.8, 0.1]])
    found = evaluate(gold, scores, name="made", settings=FAST, merge={Label.CLAIM: Label.FACT})
    assert found.labels == ("fact", "opinion")
    assert found.scores["accuracy"].value == 1.0


def test_undefined_scores_are_none_and_json_is_strict() -> None:
    gold = [GoldSentence(Sentence.bare("S"), Label.FACT, "d")] * 3
    found = evaluate(gold, np.asarray([[0.8, 0.1, 0.1]] * 3), name="made", settings=FAST)
    assert found.per_label["opinion"]["roc_auc"].value is None
    json.dumps(found.to_dict(), allow_nan=False)
    json.dumps(found.metrics(), allow_nan=False)
    with pytest.raises(InputError):
        evaluate([], np.zeros((0, 3)), name="none")


def test_slices_cover_all_sentences() -> None:
    gold, scores = made(300)
    slices = evaluate(gold, scores, name="made", settings=FAST, without_context=scores).slices
    for dimension in ("length", "quotation"):
        assert sum(row.sentences for row in slices if row.dimension == dimension) == 300
    contexts = [row for row in slices if row.dimension == "context"]
    assert contexts[0].scores == contexts[1].scores


def test_worst_errors_are_the_least_probable_gold_labels() -> None:
    gold, scores = made(300)
    errors = evaluate(gold, scores, name="made", settings=FAST).errors
    assert len(errors) == 40
    probabilities = [error["probabilities"][error["gold"]] for error in errors]
    assert probabilities == sorted(probabilities)
    assert all(error["gold"] != error["predicted"] for error in errors)


def test_curves_are_bounded_and_monotonous() -> None:
    gold, scores = made(900)
    curves = evaluate(gold, scores, name="made", settings=FAST).curves
    points = curves["risk_coverage"]["points"]
    assert len(points) <= 200
    assert [point[0] for point in points] == sorted(point[0] for point in points)
    assert points[-1][1] == pytest.approx(
        1 - evaluate(gold, scores, name="x", settings=FAST).scores["accuracy"].value, abs=1e-4
    )


def test_keyword_rules() -> None:
    texts = ["The cell claimed responsibility for it.", "No group has claimed responsibility for it.", "It rained."]
    gold = [GoldSentence(Sentence.bare(text), Label.FACT, "d") for text in texts]
    assert [label is Label.CLAIM for label in keyword_rule(gold)] == [True, True, False]
    assert [label is Label.CLAIM for label in keyword_rule_without_negation(gold)] == [True, False, False]


def test_baselines_stand_in_the_table() -> None:
    gold, scores = made(60)
    rows = {row.value: row for row in evaluate(gold, scores, name="made", settings=FAST).baselines}
    assert set(rows) == {"majority (fact)", "keyword rule", "keyword rule, negation filtered", "TextBlob subjectivity"}
    share = sum(item.label is Label.FACT for item in gold) / 60
    assert rows["majority (fact)"].scores["accuracy"].value == pytest.approx(share)


def test_a_missing_baseline_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "textblob", None)
    gold, scores = made(60)
    row = evaluate(gold, scores, name="made", settings=FAST).baselines[-1]
    assert row.scores == {} and "avow[baselines]" in row.note


def test_spans_need_offsets_and_label() -> None:
    gold = [
        GoldSentence(Sentence("d", 0, 0, 0, 3, "One"), Label.FACT, "d"),
        GoldSentence(Sentence("d", 1, 0, 4, 7, "Two"), Label.OPINION, "d"),
    ]
    predicted = [
        Prediction(Sentence("d", 0, 0, 0, 3, "One"), Label.FACT, (1.0, 0.0, 0.0)),
        Prediction(Sentence("d", 1, 0, 5, 7, "wo"), Label.OPINION, (0.0, 1.0, 0.0)),
    ]
    found = evaluate_spans(gold, predicted)
    assert found.f1() == pytest.approx(0.5)
    assert (found.f1(Label.FACT), found.f1(Label.OPINION)) == (1.0, 0.0)
    assert (found.unaligned_gold, found.unaligned_predicted) == (1, 1)
    assert evaluate_spans([], []).f1() == 0.0


def test_documents_by_hand() -> None:
    found = evaluate_documents(
        {"a": True, "b": True, "c": False, "d": False},
        {"a": True, "b": False, "c": True, "d": False},
        Settings(resamples=100, seed=1),
    )
    assert (found["precision"]["value"], found["recall"]["value"], found["f1"]["value"]) == (0.5, 0.5, 0.5)
    assert (found["false_alarms"], found["missed"]) == (["c"], ["b"])


METRICS = {
    "digest": "sha256:1",
    "test": {
        "macro_f1": {"value": 0.8},
        "accuracy": {"value": 0.8},
        "label": {str(label): {"f1": {"value": 0.8}, "average_precision": {"value": 0.8}} for label in LABELS},
    },
    "end_to_end": {"macro_f1": 0.8},
    "boundaries": {"f1": 0.99},
}


def test_gate_holds_raises_and_refuses_to_fall(tmp_path: Path) -> None:
    floors = gate.raised(METRICS, [])
    gate.write_floors(tmp_path / "floors.json", floors)
    assert gate.read_floors(tmp_path / "floors.json") == floors
    assert gate.check(METRICS, floors) == []
    worse = json.loads(json.dumps(METRICS))
    worse["test"]["macro_f1"]["value"] = 0.7
    assert [item.metric for item in gate.check(worse, floors)] == ["test.macro_f1.value"]
    with pytest.raises(GateError, match=r"macro_f1.*--allow-lower"):
        gate.raised(worse, floors)
    assert gate.raised(worse, floors, allow_lower=True)[0].floor < floors[0].floor
    assert all("other data" in item.message for item in gate.check(METRICS | {"digest": "sha256:2"}, floors))
    with pytest.raises(GateError, match="no floors"):
        gate.check(METRICS, [])
    missing = {key: value for key, value in METRICS.items() if key != "boundaries"}
    assert [item.metric for item in gate.check(missing, floors)] == ["boundaries.f1"]
    with pytest.raises(GateError, match=r"no score boundaries\.f1; .*; add --boundaries to avow evaluate"):
        gate.raised(missing, floors)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), True, "0.8", [0.8]], ids=repr)
def test_what_is_no_finite_number_passes_no_gate(tmp_path: Path, value: object) -> None:
    floors = gate.raised(METRICS, [])
    changed = METRICS | {"boundaries": {"f1": value}}
    for ask in (gate.check, gate.raised):
        with pytest.raises(GateError, match=r"boundaries\.f1: .* is no finite number"):
            ask(changed, floors)
    rows = [{"metric": "boundaries.f1", "floor": value, "digest": "sha256:1"}]
    (tmp_path / "floors.json").write_text(json.dumps({"floors": rows}))
    with pytest.raises(InputError, match=r"not a file of floors|NaN is no number|Infinity is no number"):
        gate.read_floors(tmp_path / "floors.json")


@pytest.mark.parametrize("content", ["[]", "null", "3", "{}", '{"digest": 1}', '{"digest": "a", "test": 1e999}'])
def test_what_is_no_file_of_metrics_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "metrics.json"
    path.write_text(content)
    if "1e999" in content:
        assert gate.value_of({"a": 1}, "b") is None
        with pytest.raises(GateError, match="inf is no finite number"):
            gate.value_of(gate.read_metrics(path), "test")
    else:
        with pytest.raises(
            InputError, match=r"metrics\.json: no scores of LABELS; expected the file that avow evaluate"
        ):
            gate.read_metrics(path)
