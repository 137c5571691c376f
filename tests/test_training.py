"""Parameters, features, training and the search for parameters."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import sparse

from avow.corpus import GoldDocument
from avow.cues import term_values
from avow.errors import AvowError, InputError, ParameterError
from avow.features import Terms, TermVectorizer, extract, features, part_of, term_weights
from avow.params import Parameters, parse_parameters
from avow.records import LABELS, GoldSentence, Label, Sentence
from avow.stances import fit_stances
from avow.training import TrainedModel, train, tune
from conftest import ROOT


def test_the_file_of_the_repository_is_valid() -> None:
    text = (ROOT / "params.yaml").read_text(encoding="utf-8")
    assert parse_parameters(text, where="params.yaml") == Parameters()


def test_a_light_model_differs_in_its_kinds_of_terms_alone() -> None:
    given = parse_parameters("features: {cue_scale: 3.0}", where="")
    light = given.light()
    assert light.features.kinds == ("words", "characters", "classes", "avowals")
    assert light.features.cue_scale == 3.0 and light.training == given.training
    assert Parameters.model_validate(light.model_dump()) == light
    few = parse_parameters("features: {kinds: [avowals, cues, words]}", where="")
    assert few.light().features.kinds == ("avowals", "words")
    with pytest.raises(ParameterError, match=r"leaves out cues and pairs, and nothing is left of features\.kinds"):
        parse_parameters("features: {kinds: [pairs]}", where="").light()


@pytest.mark.parametrize("block", [1, 7, 1000])
def test_a_part_of_the_values_is_what_slicing_gives(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avow.features._ROWS", block)
    numbers = np.random.default_rng(13)
    values = sparse.random(40, 30, density=0.2, format="csr", dtype=np.float32, rng=numbers)
    columns, rows, factors = np.array([0, 3, 4, 17, 29]), np.array([0, 1, 5, 20, 21, 22, 39]), numbers.random(5)
    part = part_of(values, columns, rows=rows, factors=factors)
    assert part.dtype == np.float32 and part.has_sorted_indices
    np.testing.assert_allclose(part.toarray(), values.toarray()[rows][:, columns] * factors, rtol=1e-6)
    np.testing.assert_array_equal(part_of(values, columns).toarray(), values.toarray()[:, columns])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("training: {colour: 1}", r"training\.colour: unknown key; known are .*c_claim"),
        ("nothing: 1", "nothing: unknown key"),
        ("training: {c_claim: -1}", r"training\.c_claim: .*greater than 0.*-1"),
        ("training: {c_claim: much}", "much"),
        ("partition: {test: 0.6, development: 0.5}", "no documents to train on"),
        ("features: {kinds: [vowels]}", "vowels"),
        ("a: [", "not YAML"),
        ("- 1", "not a mapping"),
        (
            "training: {seed: 1}\nfeatures:\n  cue_scale: 1.0\n  cue_scale: 2.0",
            r"params\.yaml:4: cue_scale stands twice",
        ),
        ("tune: {}\n\ntune: {}", r"params\.yaml:3: tune stands twice"),
        ("training: {seed: " + "1" * 5000 + "}", "not YAML .*4300"),
        ("seed: 2020-13-45", "not YAML"),
    ],
)
def test_bad_parameters_are_told(text: str, message: str) -> None:
    with pytest.raises(ParameterError, match=message):
        parse_parameters(text, where="params.yaml")


def test_an_empty_file_means_the_defaults() -> None:
    assert parse_parameters("", where="params.yaml") == Parameters()


def test_rare_terms_are_left_out() -> None:
    rows = extract([Sentence.bare("a b"), Sentence.bare("a c")])
    assert set(TermVectorizer("words", 2).fit(rows).vocabulary_) == {"w:a"}
    assert set(TermVectorizer("words", 1).fit(rows).vocabulary_) == {"w:a", "w:b", "w:c"}


def test_terms_as_numbers_are_the_terms() -> None:
    sentences = [Sentence.bare("claimed the bombing"), Sentence.bare(""), Sentence.bare("the rain, the rain")]
    plain = [term_values(sentence) for sentence in sentences]
    done: list[int] = []
    rows = extract(sentences, done.append)
    assert list(rows) == plain and done == [0]
    assert rows.counts().sum() == sum(map(len, plain))
    assert list(rows.take(np.asarray([2, 0]))) == [plain[2], plain[0]]
    union = features(["words", "characters", "cues"], minimum_sentences=1, cue_scale=3.0, class_scale=1.0).fit(rows)
    beside = np.hstack([branch.transform(rows).toarray() for _, branch in union.transformer_list])
    assert np.array_equal(union.transform(rows).toarray(), beside)
    assert np.array_equal(union.transform(plain).toarray(), beside)
    # Terms that were not there when it was fitted have no column.
    assert union.transform([{"w:unseen": 1.0, "w:the": 2.0}]).nnz == 1
    single = Terms.of(plain, single=True)
    assert union.transform(single).dtype == np.float32
    assert np.allclose(union.transform(single).toarray(), beside, atol=1e-6)
    with pytest.raises(TypeError, match="one sentence at a time"):
        rows[:2]


def test_weights_fold_frequency_and_scale() -> None:
    rows = extract([Sentence.bare("claimed the bombing"), Sentence.bare("the rain")])
    union = features(["words", "cues"], minimum_sentences=1, cue_scale=3.0, class_scale=1.0)
    matrix = union.fit_transform(rows).toarray()
    weights = np.vstack([np.zeros(matrix.shape[1]), np.ones(matrix.shape[1]), np.arange(matrix.shape[1])])
    table = term_weights(union, weights)
    for row, values in zip(matrix, rows, strict=True):
        for label in range(3):
            direct = sum(value * table[term][label] for term, value in values.items() if term in table)
            assert direct == pytest.approx(float(row @ weights[label]))


def test_the_model_learned(trained: TrainedModel) -> None:
    assert trained.scores["macro_f1"] > 0.6
    assert trained.data["training"]["sentences"] > 1000
    assert trained.weights["q:obligation"][1] > 0 > trained.weights["s:takes by-nobody"][2]
    # Fact is the reference of both regressions; calibration scales its column, which is nought.
    assert trained.weights["q:obligation"][0] == 0


def gold(seeds: list[GoldDocument], step: int) -> list[GoldSentence]:
    return [item for document in seeds[::step] for item in document.sentences]


def test_what_cannot_be_trained_on_is_told(seeds: list[GoldDocument]) -> None:
    sentences = gold(seeds, 40)
    with pytest.raises(InputError, match="no sentence labelled claim"):
        train([item for item in sentences if item.label is not Label.CLAIM], [], Parameters())
    with pytest.raises(InputError, match="documents stand in training and development"):
        train(sentences, sentences, Parameters())
    for nothing in ([], ()):
        with pytest.raises(InputError, match="calibration: none"):
            train(sentences, nothing, Parameters())


def test_a_solver_that_stops_early_is_told(seeds: list[GoldDocument]) -> None:
    parameters = parse_parameters("training: {maximum_iterations: 1}", where="x")
    with pytest.raises(AvowError, match="did not converge"):
        train(gold(seeds, 200), [replace(item, group="other") for item in gold(seeds, 970)], parameters)


def test_a_solver_of_the_register_that_stops_early_is_told(seeds: list[GoldDocument]) -> None:
    text = "{stances: {maximum_iterations: 1, wordings: 0}, features: {kinds: [words, avowals]}}"
    with pytest.raises(AvowError, match=r"training the register: the solver did not .*stances\.maximum_iterations"):
        fit_stances(gold(seeds, 200), [], parse_parameters(text, where="x"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{kinds: [avowals]}", r"leaves nothing to tell opinions by; expected one of words, .* or cues among them"),
        ("{kinds: [cues]}", r"leaves nothing to tell claims by; expected one of words, .* or avowals among them"),
        ("{minimum_sentences: 1000000}", r"no term of the kind words stands in 1000000 .*lower features\.minimum"),
    ],
)
def test_features_that_tell_nothing_are_told(seeds: list[GoldDocument], text: str, message: str) -> None:
    parameters = parse_parameters(f"{{features: {text}, training: {{calibration: none}}}}", where="x")
    with pytest.raises(ParameterError, match=message):
        train(gold(seeds, 100), [], parameters)


def test_an_anchor_is_no_key_that_stands_twice() -> None:
    # Each line doubles what the last one means; each is looked at once.
    lines = ["a0: &a0 [1]", *(f"a{at}: &a{at} [*a{at - 1}, *a{at - 1}]" for at in range(1, 40))]
    with pytest.raises(ParameterError, match="a0: unknown key"):
        parse_parameters("\n".join(lines), where="x")


def test_tuning_scores_every_combination_by_document(seeds: list[GoldDocument]) -> None:
    text = "tune: {folds: 2, c_opinion: [0.5], c_claim: [0.5, 1.0], claim_weight: [1.0], cue_scale: [1.0]}"
    seen: list[tuple[int, int]] = []
    trials = tune(
        gold(seeds, 60), parse_parameters(text, where="x"), progress=lambda done, total: seen.append((done, total))
    )
    assert [trial.parameters["training.c_claim"] for trial in trials] in ([0.5, 1.0], [1.0, 0.5])
    assert trials[0].macro_f1 >= trials[1].macro_f1
    assert seen == [(1, 2), (2, 2)]
    with pytest.raises(InputError, match="no sentence labelled claim"):
        tune([item for item in gold(seeds, 60) if item.label is not Label.CLAIM], Parameters())
    with pytest.raises(InputError, match="folds"):
        tune(gold(seeds, 200), parse_parameters("tune: {folds: 50}", where="x"))


def test_labels_stand_in_their_order() -> None:
    assert [str(label) for label in LABELS] == ["fact", "opinion", "claim-of-responsibility"]
