"""The noun phrases of a sentence, and how names are written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avow.claims.parties import is_named
from avow.cues import read
from avow.mentions import mentions
from avow.mentions.naming import named_after, named_before
from avow.mentions.whole import whole_phrase
from avow.records import Sentence
from saying import item_of


def named(text: str) -> list[str]:
    return [text[item.first : item.last] for item in mentions(read(Sentence.bare(text))) if item.kind == "name"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Saltmarsh Brigade said so.", ["Saltmarsh Brigade"]),
        ("On Thursday Harrow7 answered.", ["Harrow7"]),
        ("The Workers' Fist rang a pastor.", ["Workers' Fist"]),
        ("The Front for the Freedom of Orlu took credit.", ["Front for the Freedom of Orlu"]),
        ("The Army of the Cape and the Coast did it.", ["Army of the Cape and the Coast"]),
        ("The Front and Northern Dawn did it.", ["Front", "Northern Dawn"]),
        ("A group called Ansar al-Bahr rang.", ["Ansar al-Bahr"]),
        ("In 2015 enamel_7 posted it.", ["enamel_7"]),
        ("Officials blamed the rebels.", []),
    ],
)
def test_names_are_found(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_capitals_give_descriptions_and_keep_their_words() -> None:
    text = "THE ZAMOR RESISTANCE ARMY CLAIMED RESPONSIBILITY FOR THE ATTACK."
    found = [text[item.first : item.last] for item in mentions(read(Sentence.bare(text)))]
    assert "THE ZAMOR RESISTANCE ARMY" in found


@pytest.mark.parametrize(
    ("words", "named"), [("34-year-old man", False), ("15 gunmen", False), ("23 March Movement", True), ("1906", True)]
)
def test_a_number_before_a_description_is_no_name(words: str, named: bool) -> None:
    assert is_named(words) is named


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Then a Danish apprentice confessed.", ["a Danish apprentice"]),
        ("Then a South Korean apprentice confessed.", ["a South Korean apprentice"]),
        ("Then a Danish-born apprentice confessed.", ["a Danish-born apprentice"]),
        ("He hit 16 Philippine ports.", ["He", "16 Philippine ports"]),
        ("Then Danish Crown confessed.", ["Danish Crown"]),
        ("Then a Harbour Front guerrilla confessed.", ["Harbour Front", "Harbour Front guerrilla"]),
    ],
)
def test_where_somebody_is_from_names_nobody(text: str, phrases: list[str]) -> None:
    assert [text[item.first : item.last] for item in mentions(read(Sentence.bare(text)))] == phrases


def test_that_points_only_where_no_clause_begins() -> None:
    assert item_of("The inquiry heard of that group.", "that group").kind == "description"
    assert item_of("The inquiry heard that group leaders met.", "group leaders").kind == "description"


@given(st.text(alphabet="abAB ,.\"'-()who as known called", max_size=60))
@settings(max_examples=200)
def test_any_text_has_whole_phrases(text: str) -> None:
    reading = read(Sentence.bare(text))
    for item in mentions(reading):
        found = whole_phrase(reading, item)
        assert found.first <= item.first <= item.last <= found.last
        named_after(reading, item)
        named_before(reading, item)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("A harbour inquiry hears that a clerk hired the men.", ["A harbour inquiry", "a clerk", "the men"]),
        ("Marek's brother offers another suspect.", ["Marek", "brother", "another suspect"]),
        ("Local detectives treat two sailors as suspects.", ["Local detectives", "two sailors"]),
        ("Orlu's security council nevertheless says nothing.", ["Orlu", "security council"]),
        ("The old police forces the door.", ["The old police forces", "the door"]),
        ("The weapons depot that burned stood here.", ["The weapons depot"]),
    ],
)
def test_a_phrase_ends_before_a_verb_that_no_list_knows(text: str, phrases: list[str]) -> None:
    found = [text[item.first : item.last] for item in mentions(read(Sentence.bare(text)))]
    assert found == phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("A Karsh vendor considers it a fraud.", ["Karsh", "Karsh vendor"]),
        ("A Tern House adviser denies everything.", ["Tern House", "Tern House adviser"]),
        ("The Orlu telephones.", ["Orlu"]),
        ("Karsh: Two teenagers owned to the arson.", ["Karsh", "Two teenagers"]),
        ("Six girls aged 16 denied everything.", ["Six girls"]),
        ("The mayor points at the Front.", ["The mayor"]),
    ],
)
def test_who_is_called_by_a_name_is_a_phrase_and_ends_before_age_and_deed(text: str, phrases: list[str]) -> None:
    found = [text[item.first : item.last] for item in mentions(read(Sentence.bare(text)))]
    assert found[: len(phrases)] == phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("One of the sailors admitted the fire.", ["One of the sailors", "the fire"]),
        ("Two of those denied the raid.", ["Two of those", "the raid"]),
        ("Some of it burned.", ["it"]),
        ("Each denied that it burned the mill.", ["Each", "it", "the mill"]),
        ("The three denied all counts.", ["three", "all counts"]),
        ("Both say that the harbour burned.", ["Both", "the harbour"]),
        ("A bomb exploded; Dawn of the Terns rang the paper.", ["A bomb", "Dawn of the Terns", "the paper"]),
        ("On Thursday Harrow rang the paper.", ["Harrow", "the paper"]),
        ("Brigade 71's tape says that Battery 9 fired.", ["Brigade 71", "tape", "Battery 9"]),
        ("At 15:40 The mayor met the crew.", ["The mayor", "the crew"]),
        ("Police suspect a crew known locally as Os Jarros.", ["Police", "a crew", "Os Jarros"]),
        ("The known smugglers met a known thief.", ["The known smugglers", "a known thief"]),
        ("The little known gang Os Jarros met.", ["The little known gang", "Os Jarros"]),
        ("One of the Front's sailors met.", ["Front", "sailors"]),
        ("Two of their sailors met the crew.", ["their", "their sailors", "the crew"]),
        ("Two Harbours Union met.", ["Two Harbours Union"]),
        ("The crew met in Mosul 40 times.", ["The crew", "Mosul"]),
        ("Sunday for Harrow was a day.", ["Harrow", "a day"]),
        ("Each claimed responsibility for the fire.", ["Each", "responsibility", "the fire"]),
        ("Those killed that night were sailors.", ["Those killed", "night", "sailors"]),
    ],
)
def test_phrases_hold_who_is_counted_and_no_verb(text: str, phrases: list[str]) -> None:
    assert [text[item.first : item.last] for item in mentions(read(Sentence.bare(text)))] == phrases


def test_one_of_many_takes_bounded_time() -> None:
    for unit in ("one of ", "some of all of ", "two of the "):
        assert mentions(read(Sentence.bare(f"The Front claimed {unit * 3000} raids.")))


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Zamor controls Karsh.", ["Zamor", "Karsh"]),
        ("Zamor governs Karsh in Orlu.", ["Zamor", "Karsh", "Orlu"]),
        ("Film stars Ana Ruiz and Tom Finch spoke.", ["Film stars", "Ana Ruiz", "Tom Finch"]),
        ("Shop managers Ana Ruiz were there.", ["Shop managers", "Ana Ruiz"]),
    ],
)
def test_a_word_that_opens_a_sentence_before_a_verb_that_no_list_knows_is_a_name(text: str, phrases: list[str]) -> None:
    assert [text[item.first : item.last] for item in mentions(read(Sentence.bare(text)))] == phrases
