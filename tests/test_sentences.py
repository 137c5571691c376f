"""Sentences: exact offsets, boundaries, paragraphs, open quotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from avow.corpus import GoldDocument
from avow.records import Document, Furniture, FurnitureKind, Sentence
from avow.sentences import measure_boundaries, open_quotations, split, whole

HARD = [
    line
    for line in (Path(__file__).parent / "data" / "hard_sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
KNOWN = ["It was late. (Nobody minded.) || They went home."]
"""The hard cases that are split otherwise."""
PIECES = st.sampled_from(
    [
        "Gen. ",
        "He said. ",
        '"',
        "“",
        "”",
        "'",
        "’",
        "\n",
        "\n\n",
        "\r\n",
        "No. 4 ",
        "U.S. ",
        "... ",
        "? ",
        "! ",
        "(",
        ") ",
        "a",
        "Word ",
        "word ",
        "5 a.m. ",
        "\u2028",
        "\u2029",
        "\u200b",
        "שלום. ",
        "你好。",
        "😀 ",
        "\ud800",
        "\x85",
        "\t",
        "\x0b",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS)
@example("")
@example("A\r\n\r\nB. C")
def test_offsets_are_exact_ordered_and_cover_the_text(text: str) -> None:
    found = split(text)
    covered = [False] * len(text)
    last = 0
    for number, item in enumerate(found):
        assert item.number == number
        assert text[item.start : item.end] == item.text
        assert item.text == item.text.strip() != ""
        assert item.start >= last
        last = item.end
        covered[item.start : item.end] = [True] * (item.end - item.start)
    assert all(done or char.isspace() for done, char in zip(covered, text, strict=True))


@given(TEXTS)
@example("0. 0")
def test_white_space_around_changes_nothing(text: str) -> None:
    plain = text.strip()
    assert [item.text for item in split(f"  {plain}\n")] == [item.text for item in split(plain)]


@given(TEXTS, st.data())
def test_furniture_is_never_covered(text: str, data: st.DataObject) -> None:
    if len(text) < 2:
        return
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    document = Document("d", text, furniture=(Furniture(FurnitureKind.CREDIT, start, end),))
    assert all(item.end <= start or item.start >= end for item in split(document))


def test_hard_cases_of_news() -> None:
    wrong = []
    for case in HARD:
        expected = [part.strip() for part in case.split("||")]
        found = [item.text for item in split(" ".join(expected))]
        if found != expected:
            wrong.append((case, found))
    assert len(HARD) >= 60
    assert [case for case, _ in wrong] == KNOWN


def test_boundaries_of_the_seeds(seeds: list[GoldDocument]) -> None:
    scores = measure_boundaries(
        (gold.document, [(item.sentence.start, item.sentence.end) for item in gold.sentences]) for gold in seeds
    )
    assert scores.f1 >= 0.985
    assert scores.sentences == 69_147


def test_measure_counts_by_hand() -> None:
    # Gold ends after "One." and "two."; found is only the second, since "two" begins in lower case. The end of the
    # document counts for neither side; of the gold sentences only "Three" has both its offsets.
    document = Document("d", "One. two. Three")
    scores = measure_boundaries([(document, [(0, 4), (5, 9), (10, 15)])])
    assert (scores.correct, scores.predicted, scores.gold, scores.exact) == (1, 1, 2, 1)
    assert (scores.precision, scores.recall) == (1.0, 0.5)
    assert scores.f1 == pytest.approx(2 / 3)
    assert [(miss.kind, miss.offset) for miss in scores.misses] == [("missed", 4)]


def test_measure_survives_emptiness() -> None:
    scores = measure_boundaries([])
    assert (scores.precision, scores.recall, scores.f1) == (1.0, 1.0, 1.0)


def test_wrapped_lines_are_joined_and_others_are_not() -> None:
    wrapped = (
        "The depot at Port Calder burned for nine hours on Tuesday while two\n"
        "engines waited at the gate for a key that nobody in the harbour had\n"
        "been given. Nobody has claimed the fire, which killed four people."
    )
    assert len(split(wrapped)) == 2
    assert [item.text for item in split("Depot burns\nNobody claims fire")] == ["Depot burns", "Nobody claims fire"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Harbour Front said on Friday that it had\nbombed the grain market.", 1),
        ("The Front said that its men\nhad bombed the mill near\nthe river. It rained.", 2),
        ("Bread, milk, butter, salt\nand eggs, said the list\nof the watchman", 3),
        ("Fire at the depot in Karsh\nNine people were killed.", 2),
        ("Bread\nmilk\neggs.", 3),
        ("The depot burned all night.\nin the morning it rained.", 2),
    ],
)
def test_a_line_that_breaks_off_within_a_sentence_goes_on_in_the_next_one(text: str, count: int) -> None:
    found = split(text)
    assert len(found) == count
    assert all(text[item.start : item.end] == item.text for item in found)


def test_a_paragraph_is_split_alike_wherever_it_stands() -> None:
    assert [item.text for item in split("ok. U.S. troops left.\n\nok. U.S. troops left.")] == [
        "ok.",
        "U.S. troops left.",
    ] * 2


def test_paragraphs_are_counted() -> None:
    assert [(item.text, item.paragraph) for item in split("One. Two.\n\nThree.")] == [
        ("One.", 0),
        ("Two.", 0),
        ("Three.", 1),
    ]


QUOTED = [
    ('He said, "One. Two." Three.', [False, True, False]),
    ("“One. Two. Three,” he said. Four.", [False, True, True, False]),
    ("'One. Two,' he said. Three.", [False, True, False]),
    ("\"One. 'Two. Three,' she said. Four,\" he said.", [False, True, True, True]),
    ("It's late. The rebels' camp fell. 'Tis over.", [False, False, False]),
    ('An "odd one. Two.\n\nThree. Four.', [False, True, False, False]),
    ("“One. Two.\n\n“Three. Four.” Five.", [False, True, False, True, False]),
]


@pytest.mark.parametrize(("text", "states"), QUOTED)
def test_open_quotation_at_the_start(text: str, states: list[bool]) -> None:
    assert [item.open_quote for item in split(text)] == states


def test_open_quotations_of_gold_boundaries_agree_with_split() -> None:
    text = "“One. Two.\n\n“Three. Four.” Five."
    found = split(text)
    assert open_quotations(text, [item.start for item in found]) == [item.open_quote for item in found]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        ". " * 100_000,
        "A. " * 70_000,
        "'a " * 70_000,
        " " * 300_000,
        "a" * 300_000,
        ".\"'" * 70_000,
        "? Aa" * 50_000,
        '"Yes," he said. ' * 20_000,
        "‘One. Two,’ he said. " * 15_000,
        "ok.\tNo…\t" * 250_000,
    ],
    ids=[
        "quotes",
        "stops",
        "initials",
        "apostrophes",
        "spaces",
        "letters",
        "closers",
        "questions",
        "quotations",
        "single quotations",
        "tabs",
    ],
)
def test_hostile_text_is_split(text: str) -> None:
    split(text)


@pytest.mark.parametrize("text", ['"' * 200_000, '"Yes," he said. ' * 20_000], ids=["quotes", "quotations"])
def test_open_quotations_of_hostile_text_are_found(text: str) -> None:
    open_quotations(text, range(0, len(text), 20))


def test_quotations_within_quotations_leave_the_outer_one_open() -> None:
    text = "«One «two» three» four"
    assert [at for at, state in enumerate(open_quotations(text, range(len(text)))) if state] == [*range(1, 17)]


def test_a_line_of_many_sentences_is_whole() -> None:
    text = "The depot burned at dawn. " * 20_000
    found = split(text)
    assert len(found) == 20_000
    assert {item.text for item in found} == {"The depot burned at dawn."}


@pytest.mark.parametrize(
    ("text", "start", "end"), [(" One. Two.\n", 1, 10), ("One.", 0, 4), (" \n ", 3, 3), ("", 0, 0)]
)
def test_a_document_may_be_one_sentence(text: str, start: int, end: int) -> None:
    assert whole(Document("d", text)) == Sentence("d", 0, 0, start, end, text[start:end])


def test_a_sentence_checks_its_offsets() -> None:
    with pytest.raises(ValueError, match="offsets"):
        Sentence("d", 0, 0, 0, 3, "Four")
