"""A sentence in the light of its document: more opinions around it make it more probably one."""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avow import models
from avow.errors import ModelError, ParameterError
from avow.params import Parameters, parse_parameters
from avow.prediction import predict_documents
from avow.prior import Prior, Scores, by_document
from avow.records import LABELS, Document, GoldSentence, Label, Sentence
from avow.sentences import split
from avow.sources import Weights
from avow.training import TrainedModel, train

USUAL = Prior(0.125, 5.0)
OPINION = LABELS.index(Label.OPINION)
# Made up: a leading article and a wire report around the same sentence.
MIDDLE = "The harbour office has never been a good neighbour."
COLUMN = f"This is a shabby and cowardly policy. {MIDDLE} It is disgraceful, and everyone with any sense knows it."
REPORT = f"The ferry left at 6 a.m. on Monday with 41 passengers. {MIDDLE} Two crew members were injured, police said."

odds = st.floats(1e-9, 1.0)
rows = st.lists(
    st.tuples(odds, odds, odds).map(lambda row: (row[0] / sum(row), row[1] / sum(row), row[2] / sum(row))), max_size=40
)


@pytest.fixture(scope="module")
def model(model_folder: Path) -> models.Model:
    return models.load(model_folder)


def sentence(document: str, number: int = 0) -> Sentence:
    return Sentence.bare("It rained.", document=document, number=number)


def test_sentences_of_a_document_come_together_and_others_at_once() -> None:
    names = ["", "a", "a", "b", "", "a", "", ""]
    parts = by_document(map(sentence, names))
    assert [[item.document for item in part] for part in parts] == [[""], ["a", "a"], ["b"], [""], ["a"], [""], [""]]
    asked: list[int] = []

    def endless() -> Iterator[Sentence]:
        for number in range(1000):
            asked.append(number)
            yield sentence("", number)

    assert next(by_document(endless())) == [sentence("", 0)]
    assert asked == [0]


def test_the_share_around_a_sentence_stands_for_the_usual_one() -> None:
    # Two others, one of them an opinion: (1 + 5 * 0.125) of 7 against 0.125.
    found = USUAL.ratios([(0.5, 0.5, 0.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0)])
    assert found[0] == pytest.approx((1 + 0.625) / 7 / 0.125)
    # Odds of one to one become odds of the ratio.
    fact, opinion, claim = USUAL.within([(0.5, 0.5, 0.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0)])[0]
    assert opinion / fact == pytest.approx(found[0]) and claim == 0.0


@given(rows)
def test_probabilities_stay_probabilities_and_claims_keep_their_odds(given_rows: list[Scores]) -> None:
    found = USUAL.within(given_rows)
    assert len(found) == len(given_rows)
    for before, after in zip(given_rows, found, strict=True):
        assert math.isclose(sum(after), 1.0) and min(after) > 0.0
        assert math.isclose(after[2] / after[0], before[2] / before[0], rel_tol=1e-9)


@given(rows, odds)
def test_more_opinions_around_make_an_opinion_more_probable(given_rows: list[Scores], opinion: float) -> None:
    asked = (0.5, 0.3, 0.2)
    less = USUAL.within([asked, *given_rows, (1 - opinion / 2, opinion / 2, 0.0)])[0]
    more = USUAL.within([asked, *given_rows, (1 - opinion, opinion, 0.0)])[0]
    assert more[OPINION] >= less[OPINION]


def test_a_sentence_alone_stays_as_it_is(model: models.Model) -> None:
    assert USUAL.within([(0.2, 0.3, 0.5)]) == [pytest.approx((0.2, 0.3, 0.5))]
    assert USUAL.within([]) == []
    alone = Sentence.bare(MIDDLE, document="a")
    assert model.probabilities_in([alone]) == [model.probabilities(alone)]
    assert model.explain_in([alone]) == [model.explain(alone)]
    assert model.probabilities_in([]) == [] and model.explain_in([]) == [] and model.in_document([]) == []


def test_a_model_labels_a_sentence_in_the_light_of_its_document(model: models.Model) -> None:
    column, report = model.annotate(COLUMN), model.annotate(REPORT)
    assert column[1].sentence.text == report[1].sentence.text == MIDDLE
    alone = model.probabilities(column[1].sentence)[OPINION]
    assert column[1].probabilities[OPINION] > alone > report[1].probabilities[OPINION]
    # Without a document there is nothing around it, whatever comes before.
    bare = [Sentence.bare(item.sentence.text) for item in column]
    assert [item.probabilities for item in model.predict_sentences(bare)] == list(map(model.probabilities, bare))


def test_explanations_and_scores_hold_what_the_document_adds(model: models.Model) -> None:
    parts = list(split(COLUMN))
    expected = model.probabilities_in(parts)
    for found, row in zip(model.explain_in(parts), expected, strict=True):
        assert found.prediction.probabilities == pytest.approx(row)
        (around,) = [item for item in found.contributions if item.kind == "document"]
        assert around.scores[OPINION] > 0
        assert found.scores == pytest.approx(
            [math.fsum(item.scores[at] for item in found.contributions) for at in range(3)]
        )
    scored = model.in_document(list(map(model.scores, parts)))
    assert [models.model.softmax(row) for row in scored] == [pytest.approx(row) for row in expected]
    for document in (Document("a", COLUMN), Document("", COLUMN)):
        (explained,) = predict_documents(model, [document], explain=True)
        (plain,) = predict_documents(model, [document])
        for one, other, row in zip(explained.predictions, plain.predictions, expected, strict=True):
            assert one.probabilities == pytest.approx(other.probabilities)
            assert other.probabilities == row


def test_lines_are_documents_of_their_own(model: models.Model) -> None:
    found = predict_documents(model, [Document(f"a#{at}", MIDDLE) for at in range(3)], lines=True)
    alone = model.probabilities(Sentence.bare(MIDDLE))
    assert [item.predictions[0].probabilities for item in found] == [alone] * 3


def test_a_model_that_knows_no_share_reads_each_sentence_by_itself(model_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(model_folder, tmp_path / "model"))
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest.pop("digest")
    assert 0 < manifest["data"].pop("prior")["opinions"] < 1
    path.write_text(json.dumps(manifest))
    model = models.load(folder)
    assert models.describe(folder).manifest["data"].keys() >= {"training", "risks"}
    assert [item.probabilities for item in model.annotate(COLUMN)] == list(map(model.probabilities, split(COLUMN)))
    assert all(item.kind != "document" for found in model.explain_in(split(COLUMN)) for item in found.contributions)


@pytest.mark.parametrize(
    "prior",
    [
        "3",
        "{}",
        '{"opinions": 0.0, "sentences": 5.0}',
        '{"opinions": 1.0, "sentences": 5.0}',
        '{"opinions": 0.2, "sentences": 0.0}',
        '{"opinions": 0.2, "sentences": 1e999}',
        '{"opinions": 0.2, "sentences": 1e-320}',
        '{"opinions": "0.2", "sentences": 5.0}',
        '{"opinions": 0.2, "sentences": true}',
    ],
)
def test_a_share_that_is_none_is_refused(model_folder: Path, tmp_path: Path, prior: str) -> None:
    folder = Path(shutil.copytree(model_folder, tmp_path / "model"))
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest.pop("digest")
    manifest["data"]["prior"] = "here"
    path.write_text(json.dumps(manifest).replace('"here"', prior))
    with pytest.raises(ModelError, match="parameters and data are not what training writes"):
        models.load(folder)


def made(parts: int) -> list[GoldSentence]:
    """Made up: one opinion and one claim among four sentences of a document."""
    texts = [
        (Label.FACT, "The depot burned on {}."),
        (Label.FACT, "Police closed the road on {}."),
        (Label.OPINION, "It is a shabby habit of {}."),
        (Label.CLAIM, "We struck the depot on {}."),
    ]
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    return [
        GoldSentence(Sentence.bare(text.format(days[at % 5]), document=f"d{at}", number=number), label, f"d{at}")
        for at in range(parts)
        for number, (label, text) in enumerate(texts)
    ]


def learned(weights: Weights | None = None, prior: float | None = 5.0) -> TrainedModel:
    plain = Parameters()
    changed = {"calibration": "none", "prior": prior}
    return train(
        made(8), [], plain.model_copy(update={"training": plain.training.model_copy(update=changed)}), weights=weights
    )


def test_the_usual_share_is_that_of_training_as_its_sentences_count() -> None:
    assert learned().data["prior"] == {"opinions": 0.25, "sentences": 5.0}
    assert "prior" not in learned(prior=None).data
    # Opinions count thrice: three of six.
    counted = tuple(3.0 if item.label is Label.OPINION else 1.0 for item in made(8))
    assert learned(Weights(counted, counted)).data["prior"]["opinions"] == pytest.approx(0.5)


def test_the_parameter_is_a_number_above_nought_or_null() -> None:
    assert parse_parameters("training: {prior: null}", where="here").training.prior is None
    for wrong in ("0", "-1", "1e-9", "many"):
        with pytest.raises(ParameterError, match=r"training\.prior"):
            parse_parameters(f"training: {{prior: {wrong}}}", where="here")
