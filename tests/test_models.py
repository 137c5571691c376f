"""Models at work: the same probabilities as the pipeline, many sentences at once, explanations, and what is refused."""

from __future__ import annotations

import copy
import json
import math
import os
import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from avow import models
from avow.compiled import is_compiled
from avow.corpus import GoldDocument
from avow.cues import read
from avow.errors import InputError, ModelError
from avow.features import Terms, extract
from avow.memo import Memo
from avow.models import words
from avow.models.light import is_light, kinds_of
from avow.models.model import softmax
from avow.models.table import Table
from avow.prior import by_document
from avow.records import LABELS, Document, Prediction, Sentence
from avow.storage import digest_file
from avow.training import TrainedModel, probabilities
from conftest import rewrite

LOOKS_INSIDE = pytest.mark.skipif(is_compiled(), reason="a compiled module's names cannot be exchanged")


def test_a_risk_gives_a_threshold(folder: Path) -> None:
    model = models.load(folder)
    known = {float(name): found for name, found in model.manifest["data"]["risks"].items()}
    lowest, *_, highest = sorted(known)
    assert 1 / 3 <= model.threshold(highest) <= model.threshold(lowest) <= 1
    assert [model.threshold(risk) for risk in known] == list(known.values())


def test_a_risk_between_two_counts_as_the_lower_one(folder: Path) -> None:
    rewrite(folder, data={"risks": {"0.05": 0.7, "0.10": 0.5}})
    model = models.load(folder)
    assert [model.threshold(risk) for risk in (0.05, 0.054, 0.096, 0.1, 0.104, 1.0)] == [0.7, 0.7, 0.7, 0.5, 0.5, 0.5]
    for risk in (0.0, 0.0499, math.nan):
        with pytest.raises(
            ModelError, match=r"no threshold for a risk of .*; expected at least the lowest of 0\.05, 0\.10"
        ):
            model.threshold(risk)
    rewrite(folder, data={})
    with pytest.raises(ModelError, match="expected a model that was trained with development documents"):
        models.load(folder).threshold(0.1)


@pytest.fixture(scope="module")
def sentences(seeds: list[GoldDocument]) -> list[Sentence]:
    """Every fifth document of the seeds, or all of them, as before a release."""
    some = seeds if os.environ.get("AVOW_ALL_SEEDS") else seeds[::5]
    return [item.sentence for gold in some for item in gold.sentences]


@pytest.fixture(scope="module")
def terms(sentences: list[Sentence]) -> Terms:
    """What the first step of every pipeline makes of all sentences."""
    return extract(sentences)


def test_portable_and_scikit_learn_agree_on_seeds(
    trained: TrainedModel, model_folder: Path, sentences: list[Sentence], terms: Terms
) -> None:
    portable = models.load(model_folder).predict_proba(sentences)
    assert portable.dtype == np.float64
    assert portable.shape == (len(sentences), 3)
    assert trained.pipeline[0].func is extract
    assert np.abs(portable - trained.pipeline[1:].predict_proba(terms)).max() < 1e-6
    assert np.allclose(portable.sum(axis=1), 1)


@given(st.text(max_size=60))
def test_portable_and_scikit_learn_agree_on_odd_text(trained: TrainedModel, model_folder: Path, text: str) -> None:
    found = models.load(model_folder).predict_proba([text])
    assert np.abs(found - probabilities(trained, [Sentence.bare(text)])).max() < 1e-6


def test_a_light_model_agrees_with_scikit_learn_and_with_the_long_way_on_seeds(
    light: TrainedModel, light_folder: Path, sentences: list[Sentence], terms: Terms
) -> None:
    model = models.load(light_folder)
    found = model.predict_proba(sentences)
    assert np.abs(found - light.pipeline[1:].predict_proba(terms)).max() < 1e-6
    # Every sixth one the long way, which takes as long as all of the rest, and those within quotations.
    some = [row for row, sentence in enumerate(sentences) if row % 6 == 0 or sentence.open_quote]
    long_way = [softmax(model.scores_of(read(sentences[row]))) for row in some]
    assert np.abs(found[some] - np.asarray(long_way)).max() < 1e-12
    assert any(sentences[row].open_quote for row in some)


PIECES = st.sampled_from(
    ["claimed", "the attack", "we", " ", "\u00a0", '"', "“", "”", "'", "’s", "...", "1987", "İ", "ß", "\x1c"]
)


@given(st.text(max_size=60) | st.lists(PIECES, max_size=20).map("".join), st.booleans())
def test_a_light_model_agrees_on_odd_text(light: TrainedModel, light_folder: Path, text: str, open_quote: bool) -> None:
    model = models.load(light_folder)
    sentence = Sentence("", 0, 0, 0, len(text), text, open_quote)
    assert np.abs(np.subtract(model.scores(sentence), model.scores_of(read(sentence)))).max() < 1e-12
    assert np.abs(model.predict_proba([sentence]) - probabilities(light, [sentence])).max() < 1e-6


@LOOKS_INSIDE
def test_a_light_model_reads_only_sentences_that_may_avow(light_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [Sentence.bare(text) for text in ("The rain fell.", "He said “no”.", "The Front claimed the bombing.")]
    asked: list[Sentence] = []
    monkeypatch.setattr("avow.models.scoring.read", lambda sentence: asked.append(sentence) or read(sentence))
    models.load(light_folder).predict(sentences)
    assert asked == sentences[1:]


@LOOKS_INSIDE
def test_the_memory_of_stretches_is_bounded(light_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [Sentence.bare(text) for text in ("One two three four five.", "x" * 1000, "Six seven two.")]
    expected = models.load(light_folder).predict_proba(sentences)
    monkeypatch.setattr("avow.models.light._LIMIT", 2)
    made: list[Memo[str, object]] = []

    class Seen(Memo[str, object]):
        def __init__(self, make: Callable[[str], object], limit: int) -> None:
            super().__init__(make, limit)
            made.append(self)

    monkeypatch.setattr("avow.models.light.Memo", Seen)
    assert np.array_equal(models.load(light_folder).predict_proba(sentences), expected)
    assert [len(memo) for memo in made] == [2]


def test_kinds_of_terms_are_known_from_the_manifest(model_folder: Path, light_folder: Path) -> None:
    default, light = kinds_of(models.read_manifest(model_folder)), kinds_of(models.read_manifest(light_folder))
    assert default == ("words", "pairs", "characters", "classes", "cues", "avowals") and not is_light(default)
    assert light == ("words", "characters", "classes", "avowals") and is_light(light)
    # A manifest that does not say is that of a model with all.
    assert kinds_of({"parameters": {}}) == default


@pytest.mark.parametrize("share", [2, -1, math.nan])
def test_what_is_no_probability_makes_nothing_unsure(folder: Path, share: float) -> None:
    model = models.load(folder)
    sentence = Sentence.bare("It rained.")
    for ask in (model.predict_document, model.explain_in, model.predict_sentences):
        with pytest.raises(ValueError, match=r"unsure_below is .*; expected a probability from 0 to 1"):
            list(ask([sentence], unsure_below=share))


def impatient(folder: Path, monkeypatch: pytest.MonkeyPatch) -> models.Model:
    """A model that reads all names at its first word."""
    monkeypatch.setattr(words, "_PATIENCE", 1)
    return models.load(folder)


def test_much_text_reads_all_names_and_has_the_same_probabilities(
    folder: Path, seeds: list[GoldDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    sentences = [item.sentence for gold in seeds[::34] for item in gold.sentences]
    sentences += [Sentence.bare(text) for text in ("", "“Qwxyz,” he said, “is no zyxwq.”", "1987")]
    one_by_one = models.load(folder).predict_proba(sentences)
    looked_up: list[str] = []
    look_up = Table.look_up
    monkeypatch.setattr(Table, "look_up", lambda self, term: looked_up.append(term) or look_up(self, term))
    model = impatient(folder, monkeypatch)
    model.predict(["It rained."])
    looked_up.clear()
    assert np.abs(model.predict_proba(sentences) - one_by_one).max() < 1e-12
    assert not {term[0] for term in looked_up} & set("cCpP")
    # A model of format 1 has no names and does without.
    files = json.loads((folder / "manifest.json").read_text())["files"]
    (folder / "names.txt").unlink()
    rewrite(folder, format=1, files={name: entry for name, entry in files.items() if name != "names.txt"})
    assert models.verify(folder).faults == ()
    assert np.abs(impatient(folder, monkeypatch).predict_proba(sentences) - one_by_one).max() < 1e-12


def assert_same(found: Iterable[Prediction], expected: Sequence[Prediction]) -> None:
    rows = list(found)
    assert [(item.sentence, item.label, item.unsure) for item in rows] == [
        (item.sentence, item.label, item.unsure) for item in expected
    ]
    assert np.abs(np.subtract(*([item.probabilities for item in part] for part in (rows, expected)))).max() < 1e-12


def test_many_sentences_are_labelled_as_one_document_after_the_other(
    model_folder: Path, seeds: list[GoldDocument]
) -> None:
    sentences = [item.sentence for gold in seeds[::80] for item in gold.sentences]
    sentences += [Sentence.bare("It rained.", number=at) for at in range(5)]
    documents = list(by_document(sentences))
    model = models.load(model_folder)
    assert model._until_ready == 3000
    model._until_ready = len(sentences) - 300
    one_by_one = [item for document in documents for item in model.predict_document(document, unsure_below=0.6)]
    assert_same(model.predict_sentences(iter(sentences), unsure_below=0.6), one_by_one)
    assert model._bulk is None
    # A list is taken many at once, as soon as that pays.
    assert_same(model.predict_sentences(sentences, unsure_below=0.6), one_by_one)
    assert model._bulk is not None
    assert {item.unsure for item in one_by_one} == {True, False}
    many = list(model.predict_many([*documents, []], unsure_below=0.6))
    assert many[-1] == ()
    assert_same(chain.from_iterable(many), one_by_one)
    assert list(model.predict_many([])) == []


def test_what_was_read_before_an_error_is_labelled(model_folder: Path) -> None:
    def broken() -> Iterator[list[Sentence]]:
        yield [Sentence.bare("It rained.")]
        raise InputError("the second one is broken")

    found = models.load(model_folder).predict_many(broken())
    assert [item.sentence.text for item in next(found)] == ["It rained."]
    with pytest.raises(InputError, match="the second one"):
        next(found)


def test_documents_are_held_up_to_so_many_characters(model_folder: Path) -> None:
    model = models.load(model_folder)
    asked: list[int] = []

    def long() -> Iterator[list[Sentence]]:
        for number in range(20):
            asked.append(number)
            yield [Sentence.bare("It rained. " * 10_000)]

    next(model.predict_many(long()))
    assert len(asked) == 5


@LOOKS_INSIDE
def test_words_are_known_at_once_when_all_have_been_read(folder: Path) -> None:
    model = models.load(folder)
    known = model._known[0]
    seen: list[bool] = []

    class Watching(dict[str, complex]):
        # What is asked for while a model is told of its words, as another thread may.
        def get(self, *arguments: Any) -> Any:
            return super().get(*arguments)

        def __getattribute__(self, name: str) -> Any:
            seen.append(known._all)
            return super().__getattribute__(name)

    known.complete(frozenset({"a"}), Watching(), {})
    assert seen and not any(seen) and known._all


def test_a_model_without_names_scores_many_sentences_one_by_one(folder: Path) -> None:
    texts = ["It rained.", "The Front claimed the bombing."] * 40
    expected = models.load(folder).predict_proba(texts)
    files = json.loads((folder / "manifest.json").read_text())["files"]
    (folder / "names.txt").unlink()
    rewrite(folder, format=1, files={name: entry for name, entry in files.items() if name != "names.txt"})
    model = models.load(folder)
    model.prepare()
    assert model._bulk is None
    assert np.array_equal(model.predict_proba(texts), expected)


def test_names_that_are_not_those_of_the_weights_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "names.txt"
    names = path.read_bytes()
    path.write_bytes(names.replace(b"w:the\n", b"w:teh\n"))
    with pytest.raises(ModelError, match="digest differs"):
        impatient(folder, monkeypatch).predict(["It rained."])
    assert len(models.verify(folder).faults) == 1
    path.write_bytes(names + b"\nw:more")
    files = json.loads((folder / "manifest.json").read_text())["files"]
    entry = {"bytes": path.stat().st_size, "digest": digest_file(path)}
    rewrite(folder, files=files | {"names.txt": entry})
    with pytest.raises(ModelError, match=r"terms; expected \d+ as in weights\.bin"):
        impatient(folder, monkeypatch).predict(["It rained."])


def test_a_table_without_pairs_is_read_whole_too() -> None:
    rows = {"w:a": (0.0, 1.0, 2.0), "W:a": (0.0, 3.0, 4.0), "c:b ": (0.0, 5.0, 6.0)}
    lookup = words.Lookup(rows.get, lambda: [(term, words.weight(row)) for term, row in rows.items()])
    assert lookup.read()
    assert [lookup.outside.word("a"), lookup.inside.word("a")] == [1 + 2j, 3 + 4j]
    # " b" and " b " are n-grams of it too: three share the root.
    assert lookup.outside.word("b") == pytest.approx((5 + 6j) / 3**0.5)
    assert not lookup.outside.word("e") and not lookup.outside.pair(("a", "b"))


@pytest.mark.parametrize("which", ["model_folder", "light_folder"])
def test_explanations_sum_to_the_scores(which: str, request: pytest.FixtureRequest) -> None:
    model = models.load(request.getfixturevalue(which))
    for text in ("The cell claimed responsibility for the fire.", "“It is a disgrace!” he said.", "", "1987"):
        found = model.explain(Sentence.bare(text))
        for column in range(len(LABELS)):
            assert math.fsum(item.scores[column] for item in found.contributions) == pytest.approx(found.scores[column])
        assert model.scores(Sentence.bare(text)) == pytest.approx(found.scores)
        assert sum(found.prediction.probabilities) == pytest.approx(1)


def test_public_calls(model_folder: Path) -> None:
    model = models.load(str(model_folder))
    text = "The Front claimed responsibility for the bombing. It is a shameful disgrace."
    assert [text[item.sentence.start : item.sentence.end] for item in model.annotate(text)] == text.replace(
        ". ", ".|"
    ).split("|")
    assert model.predict([]) == []
    assert model.predict_proba([]).shape == (0, 3)
    assert all(item.unsure for item in model.annotate(text, unsure_below=1.0))
    with pytest.raises(TypeError, match="annotate"):
        model.predict(text)


def test_what_is_not_the_sentences_of_a_document_is_told(model_folder: Path) -> None:
    model = models.load(model_folder)
    document, sentence = Document("d", "The ferry sank."), Sentence.bare("The ferry sank.")
    told = {
        "the sentences of a document, got str at position 1;": lambda: list(model.predict_many([[sentence], "A."])),
        "the sentences of a document, got Document at position 0;": lambda: list(model.predict_many([document])),  # type: ignore[list-item]
        "got int at position 1 of document 0": lambda: list(model.predict_many([[sentence, 3]])),  # type: ignore[list-item]
        "sentences (Sentence), got str at position 1": lambda: list(model.predict_sentences([sentence, "a"])),  # type: ignore[list-item]
        "sentences (Sentence), got str at position 0": lambda: list(model.predict_document(["a"])),  # type: ignore[list-item]
        "the sentences of a document, got NoneType;": lambda: list(model.predict_document(None)),  # type: ignore[arg-type]
        "a Sentence, got str; split": lambda: [model.explain("The ferry sank.")],  # type: ignore[arg-type]
        "a list of sentences, got NoneType": lambda: model.predict(None),  # type: ignore[arg-type]
    }
    for message, call in told.items():
        with pytest.raises(TypeError, match=re.escape(message)):
            call()
    given = model.predict_many([[sentence], "A."])  # type: ignore[list-item]
    assert [len(item) for item in islice(given, 1)] == [1]


def test_a_copy_of_a_model_is_loaded_from_its_folder(model_folder: Path) -> None:
    model = models.load(model_folder)
    texts = ["The Front claimed responsibility for the bombing.", "It is a shameful disgrace."]
    for other in (pickle.loads(pickle.dumps(model)), copy.deepcopy(model), copy.copy(model)):
        assert other is not model and other.folder == model_folder
        assert np.array_equal(other.predict_proba(texts), model.predict_proba(texts))
    assert len(pickle.dumps(model)) < 1000
    with pytest.raises(TypeError, match="not loaded from a folder"):
        copy.copy(models.Model(Table(model_folder / "weights.bin"), model.manifest))


def test_a_table_is_not_taken_for_the_names_of_its_columns(model_folder: Path) -> None:
    model = models.load(model_folder)
    frame = pd.DataFrame({"text": ["The ferry sank."]})
    for table in (frame, frame.to_dict("list")):
        for method in (model.predict, model.predict_proba):
            with pytest.raises(TypeError, match=f"got {type(table).__name__}; pass one column"):
                method(table)
    assert model.predict(frame["text"]) == model.predict(["The ferry sank."])


@pytest.mark.parametrize("odd", [None, b"The ferry sank.", 3, ["The ferry sank."]], ids=repr)
def test_what_is_no_sentence_and_no_text_is_told(odd: Any, model_folder: Path) -> None:
    model = models.load(model_folder)
    name = type(odd).__name__
    for method in (model.predict, model.predict_proba):
        with pytest.raises(TypeError, match=f"expected sentences as str or Sentence, got {name} at position 1"):
            method(["The ferry sank.", odd])
    with pytest.raises(TypeError, match=rf"expected a text \(str\) or a Document, got {name}"):
        model.annotate(odd)
