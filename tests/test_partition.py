"""Partitions that nothing moves, and leaks that are found."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avow.corpus import GoldDocument
from avow.corpus.likeness import ShingleIndex, shingle_hashes
from avow.errors import ModelError
from avow.partition import assign_partitions, find_leaks, fingerprints, partition_table
from avow.records import Document, GoldSentence, Label, Sentence

SHARES = {"seed": 20, "development": 0.15, "test": 0.15, "similarity": 0.8}
WORDS = st.lists(
    st.sampled_from(["fire", "depot", "cell", "mayor", "rain", "coast", "nine", "late", "union", "fence"]),
    min_size=4,
    max_size=30,
)


def made(slug: str, text: str) -> GoldDocument:
    return GoldDocument(Document(slug, text, genre="wire"), (), "", "", "made", "made-01.txt", 1)


@settings(max_examples=50)
@given(st.lists(WORDS, min_size=1, max_size=12), WORDS)
def test_a_new_document_moves_no_other(texts: list[list[str]], new: list[str]) -> None:
    documents = [made(f"d{number}", " ".join(text)) for number, text in enumerate(texts)]
    before = assign_partitions(documents, **SHARES)
    after = assign_partitions([*documents, made("new", " ".join(new))], **SHARES)
    assert {slug: after[slug] for slug in before} == before


def test_near_duplicates_stay_together() -> None:
    text = "the depot at the harbour burned for nine hours and nobody has claimed the fire so far " * 3
    documents = [made(f"d{number}", f"{text} number {number}") for number in range(40)]
    assert len(set(assign_partitions(documents, **SHARES).values())) == 1


@pytest.fixture(scope="module")
def assigned(seeds: list[GoldDocument]) -> dict[str, str]:
    """The partition of each document of the seeds."""
    return assign_partitions(seeds, **SHARES)


def test_shares_of_the_seeds(seeds: list[GoldDocument], assigned: dict[str, str]) -> None:
    counts = Counter(assigned.values())
    assert set(counts) == {"train", "development", "test"}
    # 4,013 documents at 15 %: 602 expected, with a standard deviation of 22.6.
    assert all(534 <= counts[name] <= 670 for name in ("development", "test"))
    table = partition_table(seeds, assigned)
    assert sum(row[4] for row in table) == 69_147


def test_seed_changes_the_partition(seeds: list[GoldDocument]) -> None:
    some = seeds[::10]
    assert assign_partitions(some, **SHARES) != assign_partitions(some, **(SHARES | {"seed": 21}))


def gold(group: str, text: str) -> GoldSentence:
    return GoldSentence(Sentence.bare(text, document=group), Label.FACT, group, family="made")


SEEN = "The depot at Port Calder burned for nine hours on Tuesday while two engines waited."


def test_leaks_are_found_by_document_and_by_sentence() -> None:
    remembered = fingerprints([gold("a", SEEN), gold("b", "It rained.")])
    found = find_leaks(
        remembered,
        [
            gold("a", "A new sentence of a known document that is long enough."),
            gold("c", SEEN.upper().replace(".", "!")),
            gold("c", "It rained."),
            gold("d", "The mayor of Port Calder opened a bridge on Tuesday while two engines waited outside."),
        ],
    )
    assert [(leak.kind, leak.group) for leak in found] == [("document", "a"), ("sentence", "c")]
    assert "document a" in str(found[0])


@pytest.mark.parametrize(
    ("text", "known"),
    [("It rained.", True), ("it RAINED!", True), ("It snowed.", False), ("It rained twice.", False), ("?!", True)],
)
@pytest.mark.parametrize("table", [True, False])
def test_a_short_row_of_a_table_is_known_again_word_by_word(text: str, known: bool, table: bool) -> None:
    remembered = fingerprints([gold("a", SEEN), gold("b", "It rained."), gold("c", "?!")])
    item = replace(gold("t.csv#2", text), family="t.csv", source="sha256:0" if table else "")
    assert [leak.kind for leak in find_leaks(remembered, [item])] == ["sentence"] * (known and table)


def test_test_partition_of_the_seeds_does_not_leak(seeds: list[GoldDocument], assigned: dict[str, str]) -> None:
    parts = {
        name: [item for doc in seeds if assigned[doc.document.id] == name for item in doc.sentences]
        for name in ("train", "development", "test")
    }
    remembered = fingerprints([*parts["train"], *parts["development"]])
    assert find_leaks(remembered, parts["test"]) == []
    assert len(find_leaks(remembered, parts["train"])) == len({item.group for item in parts["train"]})


@pytest.mark.parametrize(
    "damage",
    [lambda d: d[:20], lambda d: b"x" + d[1:], lambda d: d + b"\0", lambda d: d[:12] + b"\xff\xff\xff\xff" + d[16:]],
)
def test_damaged_fingerprints_are_refused(damage: object) -> None:
    assert callable(damage)
    with pytest.raises(ModelError, match="damaged"):
        find_leaks(damage(fingerprints([gold("a", SEEN)])), [])


@given(st.lists(st.frozensets(st.integers(0, 12), max_size=9), max_size=12), st.sampled_from([0.1, 0.5, 0.8, 0.9, 1.0]))
def test_index_finds_what_comparing_all_finds(texts: list[frozenset[int]], similarity: float) -> None:
    index = ShingleIndex()
    for number, text in enumerate(texts):
        alike = [
            str(other)
            for other, earlier in enumerate(texts[:number])
            if len(text & earlier) >= similarity * len(text | earlier) and text & earlier
        ]
        assert index.best(text, similarity) == next(iter(alike), None)
        index.add(str(number), text)


def test_index_finds_the_earliest_similar_text() -> None:
    index = ShingleIndex()
    index.add("one", shingle_hashes(SEEN))
    index.add("two", shingle_hashes(SEEN))
    assert index.best(shingle_hashes(SEEN.lower()), 0.9) == "one"
    assert index.best(shingle_hashes("Something else altogether was said."), 0.1) is None
