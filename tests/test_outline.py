"""The outline of a sentence: what its words are to the rules, whoever is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avow.cues import read
from avow.cues.outline import OUTLINE, outline, outline_values
from avow.records import Sentence
from conftest import assert_linear


def symbols(text: str) -> list[str]:
    return outline(read(Sentence.bare(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police blamed the Harbour Front for the bombing.", "official blame-v Name for attack ."),
        ("No group has claimed the attack.", "not rebel has avow-v attack ."),
        ("Ivo Marek had burned the flour store.", "Name had strike-v O ."),
    ],
)
def test_an_outline_says_what_each_word_is(text: str, expected: str) -> None:
    assert " ".join(symbols(text)) == expected


def test_names_and_nouns_have_one_symbol_whoever_they_are() -> None:
    first = symbols("The mayor of Karsh said the Saltmarsh Brigade had burned the barley.")
    second = symbols("The mayor of Port Calder said the Tide had burned the flour store.")
    assert first == second


def test_a_word_that_opens_a_sentence_is_no_name_by_its_capital_alone() -> None:
    assert symbols("Shepherds found the bodies.")[0] != "Name"
    assert symbols("Ivo Marek found the bodies.")[0] == "Name"
    assert "Name" not in symbols('"Shepherds found the bodies."')
    assert "Name" not in symbols("SHEPHERDS FOUND THE BODIES IN KARSH.")
    assert symbols("Nine men said slowly that old Shelling had begun.").count("Name") == 0


def test_terms_are_runs_and_pairs_of_symbols() -> None:
    values = outline_values(read(Sentence.bare("Police blamed the Harbour Front for the bombing.")))
    unit = 8**-0.5
    assert values[f"{OUTLINE}:official blame-v Name for"] == pytest.approx(unit)
    assert values[f"{OUTLINE}:official … attack"] == pytest.approx(unit)
    assert values[f"{OUTLINE}:attack . >"] == pytest.approx(unit)
    assert f"{OUTLINE}:official blame-v Name for attack" not in values
    # Twice in a sentence is twice as much.
    twice = outline_values(read(Sentence.bare("Police blamed the Front and police blamed the Front.")))
    assert twice[f"{OUTLINE}:official blame-v"] == pytest.approx(2 * 10**-0.5)


@given(st.text(max_size=60))
def test_any_text_has_an_outline(text: str) -> None:
    values = outline_values(read(Sentence.bare(text)))
    assert all(term.startswith(f"{OUTLINE}:") and value > 0 for term, value in values.items())


def test_an_outline_is_linear_work() -> None:
    unit = "Police blamed the Front for the bombing, the mayor said, "
    assert_linear(lambda times: outline_values(read(Sentence.bare(unit * times))), 100)
