"""Many sentences at once: what one sentence after the other gives, whatever is in them, and no more than is held."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from avow import models
from avow.bulk import Bulk, scorer
from avow.bulk import columns as columns_module
from avow.bulk.avowing import may_avow
from avow.bulk.columns import Columns, Memory
from avow.bulk.hashed import Hashed
from avow.bulk.stretches import Stretches
from avow.bulk.tables import Grams, Pairs
from avow.bulk.voices import voices as voices_of_many
from avow.corpus import GoldDocument
from avow.cues import avowals, read, voices
from avow.cues.avowal import may_state
from avow.cues.lexicon import WordClass
from avow.cues.statements import may_find
from avow.memo import LONGEST
from avow.models import Model
from avow.records import Sentence
from avow.terms import characters

# Made up: words that rules ask for, in orders that news seldom has, marks of all kinds, and letters that change length.
WORDS = """
claimed the attack we US us US. USA I i II King said that says is it's not was as if like although And let
responsibility for our work, regret admitted killed brilliant! awful? must perhaps very 1987 12% U.S. a.m.
“ ” " ' '' ‘ ’ ` ’s dogs' ... … - — ( ) ; : İ ß ﬁ
"""
ATTRIBUTES = ["forms", "classes", "possible", "quoted", "masks", "present", "plain", "names", "small", "numerals"]
PIECES = st.sampled_from([*WORDS.split(), " ", "\u00a0", "\x1c"])
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40)


def sentences_of(texts: Sequence[str], opened: Sequence[bool] = ()) -> list[Sentence]:
    return [Sentence("", at, 0, 0, len(text), text, at < len(opened) and opened[at]) for at, text in enumerate(texts)]


@pytest.fixture(scope="module")
def some(seeds: list[GoldDocument]) -> list[Sentence]:
    """Every fortieth document of the seeds, and what they have too little of."""
    found = [item.sentence for gold in seeds[::40] for item in gold.sentences]
    odd = [
        "",
        " ",
        "King Tomas I signs the treaty.",
        "When I was young I saw US troops.",
        "GIVE US THE US TROOPS, THEY SAID.",
        "He said “we did it, as if” and “left.",
        "The workers' 'sincere' regret was “as” if it’s true.",
        f"It was {'x' * 100} and terrible.",
        "x " * 11_000,
    ]
    return [*found, *sentences_of(odd, [at % 2 == 1 for at in range(len(odd))])]


@pytest.fixture(scope="module", params=["model_folder", "light_folder"])
def model(request: pytest.FixtureRequest) -> Model:
    return models.load(request.getfixturevalue(request.param))


@pytest.fixture(scope="module")
def default(model_folder: Path) -> Model:
    return models.load(model_folder)


def bulk_of(model: Model) -> Bulk:
    model.prepare()
    assert model._bulk is not None
    return model._bulk


def furthest(found: ArrayLike, expected: ArrayLike) -> float:
    return float(np.abs(np.subtract(found, expected)).max(initial=0))


def test_scores_are_those_of_one_sentence_after_the_other(model: Model, some: list[Sentence]) -> None:
    assert furthest(bulk_of(model).scores(some), list(map(model.scores, some))) < 1e-12
    # They do not depend on what stands beside a sentence, nor on what was read before.
    found = bulk_of(model).scores(some)
    parts = [bulk_of(model).scores(some[at : at + 7]) for at in range(0, len(some), 7)]
    assert np.array_equal(np.concatenate(parts), found)
    assert bulk_of(model).scores([]).shape == (0, 3)


def test_documents_are_judged_as_one_after_the_other(model: Model, some: list[Sentence]) -> None:
    bulk_of(model)
    sizes = [1, 0, 2, 3, 70, 0, 1, 1]
    ends = np.cumsum(sizes).tolist()
    parts = [some[end - size : end] for end, size in zip(ends, sizes, strict=True)]
    for part, found in zip(parts, model.predict_many(parts), strict=True):
        alone = [model.probabilities(sentence) for sentence in part]
        expected = model._prior.within(alone) if model._prior and len(part) > 1 else alone
        assert furthest([item.probabilities for item in found], expected) < 1e-12
        assert [item.sentence for item in found] == part


@given(st.lists(st.tuples(TEXTS, st.booleans()), min_size=1, max_size=12))
def test_scores_are_the_same_for_odd_text(model: Model, rows: list[tuple[str, bool]]) -> None:
    found = sentences_of([text for text, _ in rows], [opened for _, opened in rows])
    assert furthest(bulk_of(model).scores(found), list(map(model.scores, found))) < 1e-12


def test_scores_are_the_same_at_the_bounds_of_what_is_read_in_columns(model: Model) -> None:
    texts = [f"{'x' * size} is a shame." for size in (59, 60, 61)]
    texts += [("We `` " * 4000)[:size] for size in (2_800, 19_999, 20_000, 20_001)]
    found = sentences_of(texts)
    # Sums of thousands of words are rounded more often.
    assert furthest(bulk_of(model).scores(found), list(map(model.scores, found))) < 1e-11


def hold(memory: Memory, columns: Columns, sentences: Sequence[Sentence]) -> None:
    """Hold columns against what is read of each sentence."""
    cues: list[set[str]] = [set() for _ in sentences]
    for name, flags in voices_of_many(columns):
        for at in np.flatnonzero(flags):
            cues[at].add(name)
    may = may_avow(columns)
    for at, sentence in enumerate(sentences):
        reading = read(sentence)
        inside = slice(columns.first[at], columns.last[at])
        assert tuple(columns.quoted[inside]) == reading.quoted, sentence.text
        low = (1 << 62) - 1
        assert [int(mask) for mask in columns.masks[inside]] == [mask & low for mask in reading.masks], sentence.text
        assert cues[at] == set(voices(reading)), sentence.text
        assert may[at] or not avowals(reading), sentence.text
        same = memory.reading(sentence, columns.words[inside])
        assert all(getattr(same, name) == getattr(reading, name) for name in ATTRIBUTES), sentence.text


def test_columns_know_what_readings_know(some: list[Sentence]) -> None:
    memory = Memory()
    columns, places = memory.columns(some)
    hold(memory, columns, [some[at] for at in places])
    left = set(range(len(some))) - set(places.tolist())
    odd = [some[at].text for at in sorted(left)][-6:]
    assert [text[:12] for text in odd] == [
        "",
        " ",
        "King Tomas I",
        "When I was y",
        f"It was {'x' * 5}",
        "x x x x x x ",
    ][-len(odd) :]
    # Few sentences are read for their cues of avowal in vain.
    may = may_avow(columns)
    readings = [read(some[at]) for at in places]
    looked = sum(may_state(reading.possible) and may_find(reading) for reading in readings)
    assert looked <= may.sum() < 1.25 * looked


@given(st.lists(st.tuples(TEXTS, st.booleans()), min_size=1, max_size=12))
def test_columns_know_what_readings_know_of_odd_text(rows: list[tuple[str, bool]]) -> None:
    found = sentences_of([text for text, _ in rows], [opened for _, opened in rows])
    memory = Memory()
    columns, places = memory.columns(found)
    if len(places):
        hold(memory, columns, [found[at] for at in places])


@given(st.lists(st.lists(TEXTS, max_size=6), max_size=4))
def test_stretches_have_a_number_each(parts: list[list[str]]) -> None:
    stretches = Stretches()
    known: dict[str, int] = {}
    for texts in parts:
        sizes, numbers, new = stretches.numbers(texts)
        assert sizes.tolist() == [len(text.split()) for text in texts]
        known |= {stretch: len(known) + at for at, stretch in enumerate(new, 1)}
        every = [stretch for text in texts for stretch in text.split()]
        assert numbers.tolist() == [known[item] if len(item) <= LONGEST else 0 for item in every]
    assert [*known.values()] == [*range(1, len(known) + 1)]


def test_stretches_of_a_corpus_are_told_apart(seeds: list[GoldDocument]) -> None:
    stretches = Stretches()
    found = {part for gold in seeds[::5] for item in gold.sentences for part in item.sentence.text.split()}
    # As many more, which differ in one character from these or from each other.
    every = sorted(found | {f"{part[:-1]}\0" for part in found} | {f"\0{part}" for part in found})
    _, _, new = stretches.numbers(every)
    assert new == [part for part in every if len(part) <= LONGEST]
    assert stretches.numbers(every[::-1])[2] == []


@given(st.lists(st.dictionaries(st.integers(0, 2**63 - 1) | st.integers(0, 60), st.integers(1, 2**31 - 1)), max_size=6))
def test_a_table_that_grows_keeps_what_it_was_given(parts: list[dict[int, int]]) -> None:
    table = Hashed("i4")
    known: dict[int, int] = {}
    for part in parts:
        new = {key: value for key, value in part.items() if key not in known}
        table.put(np.array([*new], np.int64), [*new.values()])
        known |= new
        asked = [*known, *range(61)]
        assert table.values(np.array(asked, np.int64)).tolist() == [known.get(key, 0) for key in asked]
    assert len(table) == len(known)


words = st.text("abc<>", min_size=1, max_size=2)


@given(st.dictionaries(st.tuples(words, words), st.integers(1, 9).map(complex)), st.lists(st.tuples(words, words)))
def test_pairs_have_the_weights_that_they_were_given(
    known: dict[tuple[str, str], complex], asked: list[tuple[str, str]]
) -> None:
    table = Pairs(known)
    every = [*known, *asked]
    first, second = (np.array([table.number(pair[side]) for pair in every], np.intp) for side in (0, 1))
    assert table.weights(first, second).tolist() == [
        known.get(pair, 0) if table.number(pair[0]) and table.number(pair[1]) else 0 for pair in every
    ]


letters = st.text("abé𝒜\ud800", max_size=45)


@given(
    st.dictionaries(st.text("abé \ud800", min_size=2, max_size=5), st.integers(1, 9).map(complex)),
    st.lists(letters, min_size=1),
)
def test_words_are_spelt_as_one_after_the_other(known: dict[str, complex], forms: list[str]) -> None:
    found = Grams(known).spelt(forms)
    for form, weight in zip(forms, found, strict=True):
        grams = characters(form)
        assert weight == pytest.approx(sum(known.get(gram, 0j) for gram in grams) * len(grams) ** -0.5)


def test_a_model_of_too_many_characters_spells_words_one_by_one(default: Model, some: list[Sentence]) -> None:
    with pytest.raises(ValueError, match="4097 different characters"):
        Grams({f"{chr(at)}a": 1j for at in range(5000, 9096)})
    expected = bulk_of(default).scores(some[:300])
    bulk = bulk_of(default)
    other = Bulk(bulk._parts)
    other._grams = [None, None]
    assert furthest(other.scores(some[:300]), expected) < 1e-12


def test_what_is_remembered_is_bounded(
    model_folder: Path, some: list[Sentence], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = bulk_of(models.load(model_folder)).scores(some)
    monkeypatch.setattr(scorer, "_LIMIT", 500)
    monkeypatch.setattr(scorer, "SENTENCES", 40)
    bulk = bulk_of(models.load(model_folder))
    assert np.array_equal(bulk.scores(some), expected)
    assert len(bulk._memory) < 500 + 40 * 60


def test_a_part_is_bounded_in_sentences_and_in_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scorer, "SENTENCES", 3)
    monkeypatch.setattr(scorer, "CHARACTERS", 10)
    found = sentences_of(["a", "b", "c", "d", "x" * 9, "yy", "z" * 50, "w"])
    parts = [[item.text[:1] for item in part] for part in scorer._batches(found)]
    assert parts == [["a", "b", "c"], ["d", "x"], ["y"], ["z"], ["w"]]
    assert list(scorer._batches([])) == [[]]


@pytest.mark.parametrize(("owner", "name"), [(columns_module, "token_of"), (Pairs, "number")])
def test_an_interrupt_while_words_are_learnt_leaves_nothing_half_known(
    default: Model, owner: object, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sentences_of(["The zelkova police said that the zelkovine attack was awful, we regret it."])
    second = sentences_of(["The killing of two zelkovite soldiers was condemned."])
    bulk = bulk_of(default)
    expected = list(map(default.scores, [*first, *second]))
    calls = 0

    def interrupted(*arguments: object) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise KeyboardInterrupt

    real = getattr(owner, name)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, lambda *arguments: interrupted(*arguments) or real(*arguments))
        bulk._begin()
        with pytest.raises(KeyboardInterrupt):
            bulk.scores(first)
    assert furthest(bulk.scores([*first, *second]), expected) < 1e-12


def test_any_sequence_will_do(default: Model) -> None:
    found = sentences_of(["It rained.", "The Front claimed the bombing."] * 40)
    expected = [tuple(row) for row in bulk_of(default).scores(found).tolist()]
    assert default.scores_of_many(deque(found)) == default.scores_of_many(found) == expected


def test_all_classes_fit_into_two_columns() -> None:
    assert max(value for name, value in vars(WordClass).items() if name.isupper()) < 1 << (62 + 15)


def test_threads_take_turns(model_folder: Path, some: list[Sentence]) -> None:
    bulk = bulk_of(models.load(model_folder))
    with ThreadPoolExecutor(4) as pool:
        first, *others = pool.map(bulk.scores, [some[:400]] * 4)
    assert all(np.array_equal(found, first) for found in others)
