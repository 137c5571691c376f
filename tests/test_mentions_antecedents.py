"""What pronouns and descriptions stand for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

import pytest

from avow.cues import read
from avow.cues.sayings import sayings
from avow.mentions import Mention, Place, find_parties, mentions
from avow.mentions.antecedents import antecedent_features, plausible
from avow.mentions.places import clause_places, party_type
from avow.mentions.resolving import resolve
from avow.records import Sentence, Status
from saying import lines, parties


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Harbour Front", "body"),
        ("a judge", "person"),
        ("the guerrillas", "people"),
        ("Karsh", "thing"),
        ("an attack", "thing"),
        ("Ivo Marek", "name"),
        ("a 40-year-old man", "person"),
        ("Zamor", "thing"),
        ("Red Tide", "name"),
    ],
)
def test_what_a_phrase_can_be(words: str, kind: str) -> None:
    text = (
        "Ivo Marek told a judge in Karsh that the guerrillas of the Harbour Front planned an attack; a 40-year-old man "
        "told Zamor radio so, and the mayor blamed the raid on Red Tide."
    )
    place = next(place for place in clause_places(read(Sentence.bare(text)), 0) if place.text == words)
    assert party_type(place) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Police in the port city of Orville said so.", "thing"), ("The men of Orville said so.", "name")],
)
def test_the_name_of_a_city_is_nobodys(text: str, kind: str) -> None:
    place = next(place for place in clause_places(read(Sentence.bare(text)), 0) if place.text == "Orville")
    assert party_type(place) == kind


def test_a_person_is_meant_by_he_and_a_group_by_it() -> None:
    reading = read(Sentence.bare("The Harbour Front met a judge in Karsh."))
    places = list(clause_places(reading, 0))

    def meant(form: str) -> list[str]:
        pronoun = Mention(0, 1, 0, "pronoun", form, 0, 2)
        return [place.text for place in plausible(Place(1, read(Sentence.bare("It did.")), pronoun, "It"), places)]

    assert meant("he") == ["a judge"]
    assert meant("it") == ["Harbour Front"]
    assert meant("we") == [place.text for place in places]


def test_what_tells_of_a_person_speaks_for_he_and_she() -> None:
    first, second = (
        read(Sentence.bare(text))
        for text in (
            "The Blue Heron met Mrs Vale and Omar Dace, 58, in Karsh, where Dace spoke.",
            "She denied it.",
        )
    )
    pronoun = Place(1, second, next(iter(mentions(second))), "She")
    places = list(clause_places(first, 0))
    found = {place.text: set(names) for place, names in zip(places, antecedent_features(pronoun, places), strict=True)}
    assert {"antecedent|person=True,name", "antecedent|the=False,name"} <= found["Dace"]
    assert "antecedent|the=True,name" in found["Blue Heron"]
    told = {words: "antecedent|gender=True" in names for words, names in found.items()}
    assert [words for words, right in told.items() if right] == ["Mrs Vale"]


def test_the_front_is_the_one_that_was_named() -> None:
    found = parties("Ann Lee says that rebels of the Harbour Front bombed the depot.", "The Front claimed the raid.")
    assert found.speaker is not None
    assert found.speaker.name.text == "Harbour Front"


@pytest.mark.parametrize(
    ("before", "name"),
    [("A car bomb wrecked a mill.", "The group"), ("The Harbour Front met a judge at the mill.", "Harbour Front")],
)
def test_no_thing_and_nobody_is_a_group(before: str, name: str) -> None:
    found = parties(before, "The group claimed responsibility.").speaker
    assert found is not None
    assert found.name.text == name


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        (["Constable Tom Finch was shot dead in Karsh."], "The group admitted the killing.", "Night Tide"),
        (["Tom Finch, a clerk, was found dead."], "The group admitted the killing.", "Night Tide"),
        (["Guerrillas killed Tom Finch."], "The group admitted the killing.", "Night Tide"),
        (["France closed the border."], "The group claimed the raid.", "Night Tide"),
        (["Senator Ana Ruiz spoke."], "The group claimed the raid.", "Night Tide"),
        (["The Foreign Office called for calm."], "The group claimed the raid.", "Night Tide"),
        (["The Orlu Independence Army met."], "The group claimed the raid.", "Orlu Independence Army"),
    ],
)
def test_neither_a_victim_nor_a_state_is_the_group(before: list[str], text: str, name: str) -> None:
    rising = count()

    def last(role: str, names: Iterable[str]) -> float:
        """The last phrase that can be meant is taken."""
        del role, names
        return float(next(rising))

    sentences = lines("They met Night Tide again.", *before, text)
    found = find_parties(sentences, len(before) + 1, Status.CLAIMED, sayings(read(sentences[-1])), last).speaker
    assert found is not None
    assert found.name.text == name


def test_a_front_in_capitals_is_a_name_that_the_group_can_mean() -> None:
    found = parties("The Front was founded in Karsh.", "The group said it had planted the bomb.").speaker
    assert found is not None
    assert found.name.text == "Front"


def test_who_is_blamed_and_denies_is_not_who_blames() -> None:
    for text in [
        "The mayor blamed the attack on Night Tide, which denied it.",
        "The mayor blamed the attack on Night Tide, but its spokesman denied involvement.",
    ]:
        found = parties(text, status=Status.DENIED).speaker
        assert found is not None
        assert found.name.text == "Night Tide", text


def test_nobody_is_the_place_that_a_place_lies_in() -> None:
    reading = read(Sentence.bare("Ivo Marek shot a clerk at a mill in Orville, Karsh, on Friday."))
    types = {place.text: party_type(place) for place in clause_places(reading, 0)}
    assert (types["Ivo Marek"], types["Karsh"]) == ("name", "thing")


def test_the_same_group_points_back() -> None:
    found = parties("The Harbour Front is old.", "In April the same outfit claimed the raid.").speaker
    assert found is not None
    assert found.name.text == "Harbour Front"


def test_a_bulletin_that_names_its_sender_owns_what_it_tells_in_the_third_person() -> None:
    bulletin = (
        "Bulletin of the Spokesman of the Emirate of the Valleys.",
        "Karsh: a mine blew a truck to pieces at ten.",
    )
    found = parties(*bulletin).speaker
    assert found is not None
    assert found.name.text == "Emirate of the Valleys"
    reported = parties("Rain fell on the valleys.", bulletin[1]).speaker
    assert reported is not None
    assert reported.name.text != "Emirate of the Valleys"


def test_a_quotation_behind_a_colon_is_its_writers() -> None:
    found = parties('Renate Dorn sent the widow a letter: "I drove the car and I killed him."').speaker
    assert found is not None
    assert found.name.text == "Renate Dorn"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        (("This is the Voice of the Ridge, radio of the Ninth of July Army.",), "Ninth of July Army"),
        (("The Staff of the Harbour Front informs the people.",), "Staff of the Harbour Front"),
        (('"I was afraid," Ana Ruiz told the court.',), "Ana Ruiz"),
        (('"I was afraid," Ana Ruiz told the court.', "Rain fell."), "Ana Ruiz"),
    ],
)
def test_who_spoke_before_still_speaks(before: tuple[str, ...], name: str) -> None:
    text = '"I burned the mill."' if "I was" in before[0] else "We burned the mill at dawn."
    found = parties(*before, text).speaker
    assert found is not None
    assert found.name.text == name


def test_a_text_is_signed_by_the_name_that_stands_alone_at_its_end() -> None:
    found = parties("We burned the mill at dawn.", "It will burn again.", "Quiet Shore, Karsh, May 1988.", at=0).speaker
    assert found is not None
    assert found.name.text == "Quiet Shore"


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        (["Death to the rich of Karsh.", "Grey Cell of the Broken Oar."], "Grey Cell of the Broken Oar"),
        (["Freedom for all prisoners.", "Night Tern."], "Night Tern"),
        (["Signed: some anglers of the Orlu."], "some anglers"),
    ],
)
def test_a_signature_is_neither_a_slogan_nor_undone_by_a_word_like_a_verb(behind: list[str], name: str) -> None:
    speaker = parties("We burned the depot at dawn.", *behind, at=0).speaker
    assert speaker is not None
    assert speaker.name.text == name


def test_who_answers_questions_is_the_person_whom_the_interview_opens_with() -> None:
    turns = ("Q: You were at the bridge.", "A: I lit the fuse.", "I killed the guard too.")
    for at, name in ((2, "Ana Ruiz"), (3, "Ana Ruiz")):
        speaker = parties("Ana Ruiz, 58, mends nets in Karsh.", *turns, at=at).speaker
        assert speaker is not None
        assert speaker.name.text == name
    unnamed = parties("We met at night.", *turns, at=2).speaker
    assert unnamed is not None
    assert not unnamed.resolved


@pytest.mark.parametrize(
    ("text", "whole", "name"),
    [
        ("One of them had cut the fence.", "One of them", "One of them"),
        ("Police said that two of them had cut the fence.", "two of them", "two of them"),
        ("The police heard of them.", "them", "Ninth Tide"),
    ],
)
def test_some_of_those_who_were_named_are_nobody_who_was_named(text: str, whole: str, name: str) -> None:
    parts = [Sentence.bare("The Ninth Tide bombed a mill."), Sentence.bare(text, number=1)]
    pronoun = next(item for item in mentions(read(parts[1])) if text[item.first : item.last] == "them")
    party = resolve(parts, 1, pronoun, lambda role, names: 0.0)
    assert (party.mention.text, party.name.text) == (whole, name)


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        (
            ["The Karsh Homeland Front spoke."],
            "The Basque group claimed responsibility for the bombing.",
            "Karsh Homeland Front",
        ),
        (["Zamor has fought for years."], "The Lebanese movement claimed responsibility for the raid.", "Zamor"),
        (["The Night Ledger gang spoke."], "The hacker group said it had leaked the files.", "Night Ledger"),
        ([], "The Lebanese movement claimed responsibility for the raid.", "Lebanese movement"),
        (["The Karsh Homeland Front spoke."], "The Basque Freedom Group claimed the raid.", "Basque Freedom Group"),
    ],
)
def test_what_a_body_is_or_where_it_is_from_points_back_to_its_name(before: list[str], text: str, name: str) -> None:
    found = parties(*before, text).speaker
    assert found is not None and found.name.text == name
