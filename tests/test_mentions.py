"""Who speaks: the name, the whole phrase it stands in, for whom it speaks, and what a pronoun stands for."""

from __future__ import annotations

import pytest

from avow.cues import read
from avow.mentions.clauses import Clauses
from avow.mentions.naming import named_after, named_before
from avow.mentions.phrases import mentions
from avow.mentions.whole import whole_phrase
from avow.records import Sentence, Status
from conftest import assert_linear
from saying import item_of, parties


def whole(text: str, words: str) -> str:
    item = whole_phrase(read(Sentence.bare(text)), item_of(text, words))
    return text[item.first : item.last]


@pytest.mark.parametrize(
    ("text", "name", "phrase"),
    [
        ("A hacker known as Lanternfly claims to have leaked the list.", "Lanternfly", "A hacker known as Lanternfly"),
        ("A group called Quiet Shore took credit.", "Quiet Shore", "A group called Quiet Shore"),
        (
            "A man who gave his name as Ivo Marek told the paper that he had burned it.",
            "Ivo Marek",
            "A man who gave his name as Ivo Marek",
        ),
        (
            "A man calling himself Ivo Marek admitted the killing.",
            "Ivo Marek",
            "A man calling himself Ivo Marek",
        ),
        ("A gang that goes by Quiet Shore took credit.", "Quiet Shore", "A gang that goes by Quiet Shore"),
        ("A splinter party, the Quiet Shore, claimed the raid.", "Quiet Shore", "A splinter party, the Quiet Shore"),
        (
            "A leader of the Harbour Front said that his men burned it.",
            "Harbour Front",
            "A leader of the Harbour Front",
        ),
        ("The Harbour Front claimed the raid.", "Harbour Front", "Harbour Front"),
        ("A voicemail in which a trucker named Ivo Marek croaks.", "Ivo Marek", "a trucker named Ivo Marek"),
        ("A sender who calls himself Wren claims the raid.", "Wren", "A sender who calls himself Wren"),
        ("The army, the Harbour Front, and the police deny it.", "Harbour Front", "Harbour Front"),
        ("A statement from the Harbour Front claimed the raid.", "Harbour Front", "Harbour Front"),
    ],
)
def test_the_mention_is_the_whole_phrase_and_no_message_or_list(text: str, name: str, phrase: str) -> None:
    assert whole(text, name) == phrase


def test_a_possessive_is_mentioned_with_what_it_belongs_to() -> None:
    found = parties("At dawn our gunners attacked the barracks and killed nine soldiers.")
    assert found.speaker is not None
    assert found.speaker.mention.text == "our gunners"


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        (
            "Harbour Front spokesman Ivo Marek claimed responsibility.",
            "Harbour Front",
            "Harbour Front spokesman Ivo Marek",
        ),
        ("The Harbour Front's media wing claimed the attack.", "Harbour Front", "Harbour Front's media wing"),
        ("Ivo Marek, spokesman of the Harbour Front, claimed the attack.", "Harbour Front", "Ivo Marek"),
        ("Ivo Marek, who speaks for the Harbour Front, claimed the attack.", "Harbour Front", "Ivo Marek"),
        ("The confession of a young prisoner claimed the attack.", "young prisoner", "young prisoner"),
        ("A letter on the pad of the Harbour Front claimed the attack.", "Harbour Front", "Harbour Front"),
        (
            "Electronic mail sent to reporters from the Harbour Front claimed the attack.",
            "Harbour Front",
            "Harbour Front",
        ),
        (
            "A letter to the Orville Courier from the Harbour Front claimed the attack.",
            "Harbour Front",
            "Harbour Front",
        ),
        ("Mail sent to reporters claimed the attack.", "Mail", "Mail"),
    ],
)
def test_who_speaks_for_a_group_names_the_group(text: str, name: str, mention: str) -> None:
    speaker = parties(text).speaker
    assert speaker is not None
    assert speaker.name.text == name
    assert speaker.mention.text.removeprefix("The ").removeprefix("a ") == mention


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("We are Night Ledger.", "Night Ledger"),
        ("Radio of the Harbour Front, 8 p.m.:", "Harbour Front"),
        ("The Press Committee of Harakat-e Koh presents its bulletin.", "Harakat-e Koh"),
        ("We are tired.", "We"),
    ],
)
def test_we_are_those_whose_name_or_mouthpiece_a_text_gives(opening: str, name: str) -> None:
    found = parties(opening, "We burned the mill at dawn.").speaker
    assert found is not None
    assert found.name.text == name


def test_a_caller_owns_a_deed_for_the_group_that_is_its_subject() -> None:
    found = parties("A caller said that the Harbour Front had bombed the station.").speaker
    assert found is not None
    assert (found.name.text, found.mention.text) == ("Harbour Front", "A caller")
    other = parties("The Quiet Shore Army said that the Harbour Front had bombed the station.").speaker
    assert other is not None
    assert other.name.text == "Quiet Shore Army"


@pytest.mark.parametrize(
    "text",
    [
        "A caller said the Harbour Front was responsible for the bombing.",
        "An anonymous caller to a local radio station said the Harbour Front was behind the bombing.",
        "A man identifying himself as a Harbour Front spokesman said the organisation claimed the bombing.",
        "A man who identified himself as a spokesman of the Harbour Front said the group claimed the bombing.",
        "A woman calling herself a spokeswoman for the Harbour Front said it had carried out the bombing.",
        "Ivo Marek, a spokesman for the Harbour Front, said the group had carried out the bombing.",
        "A man identifying himself as Ivo Marek, spokesman for the Harbour Front, said the group had bombed it.",
    ],
)
def test_who_speaks_for_a_group_owns_for_it(text: str) -> None:
    found = parties("The Quiet Shore met in Karsh.", text).speaker
    assert found is not None
    assert found.name.text == "Harbour Front"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The abduction was claimed by the outlawed Harbour Front.", "Harbour Front"),
        ("A man using the name Desec0 said he had stolen the data.", "Desec0"),
        ("The former policeman Ivo Marek confessed to the killing.", "former policeman Ivo Marek"),
    ],
)
def test_what_is_said_of_a_body_is_no_part_of_its_name(text: str, name: str) -> None:
    found = parties(text).speaker
    assert found is not None
    assert found.name.text == name


@pytest.mark.parametrize("who", ["Police", "A police spokesman", "Officers"])
@pytest.mark.parametrize("saying", ["said they had confessed to", "told reporters that they confessed to"])
def test_police_do_not_confess_what_they_report(who: str, saying: str) -> None:
    found = parties("Two dockers were held in Karsh.", f"{who} {saying} the bombing.").speaker
    assert found is not None
    assert found.name.text == "Two dockers"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A hacker group called Null Parade takes credit.", "A hacker group", "Null Parade"),
        ("A commissar who goes by Comrade Sagar rang a station.", "A commissar", "Comrade Sagar"),
        ("A former driver, Ivo Marek, confessed.", "A former driver", "Ivo Marek"),
        ('A user named "slipcoat" took credit.', "A user", "slipcoat"),
        ("A court in a town, Karsh, sentenced him.", "a town", None),
        ("A former driver confessed.", "A former driver", None),
        ("He met a former driver who", "a former driver", None),
    ],
)
def test_a_description_is_named_by_what_stands_behind_it(text: str, words: str, name: str | None) -> None:
    found = named_after(read(Sentence.bare(text)), item_of(text, words))
    assert (text[found.first : found.last] if found else None) == name


def test_a_description_between_commas_is_named_by_what_stands_before_it() -> None:
    text = "Nightjar Crew, an extortion gang, said that it had taken the files."
    found = named_before(read(Sentence.bare(text)), item_of(text, "an extortion gang"))
    assert found is not None
    assert text[found.first : found.last] == "Nightjar Crew"
    assert named_before(read(Sentence.bare("Then an extortion gang struck.")), item_of(text, "Nightjar Crew")) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The trial of Ivo Marek, a dock clerk accused of murdering a judge, opens.", "Ivo Marek"),
        ("Ivo Marek, the main suspect in the murder of a judge, dies in Karsh.", "Ivo Marek"),
        ("A Karshan citizen, Ivo Marek, is charged with the murder of a judge.", "Ivo Marek"),
        ("In Orville, a clerk is accused of the murder of a judge.", "clerk"),
        ("The mayor says that a Karshan drone strike has killed nine people.", "Karshan"),
        ("Four men stand trial accused of the murder of a judge.", "men"),
        ("A court orders Ivo Marek to stand trial accused of the murder of a judge.", "Ivo Marek"),
        ("A court opens the trial of eight Harbour Front members accused of murder.", "Harbour Front members"),
        ("A court approves the extradition of Ivo Marek to face murder charges.", "Ivo Marek"),
    ],
)
def test_the_accused_is_called_by_the_name_that_the_sentence_gives(text: str, name: str) -> None:
    found = parties(text, status=Status.SUSPECTED if "suspect" in text else Status.BLAMED).accused
    assert found is not None
    assert found.name.text == name


def test_a_member_says_we_for_the_group() -> None:
    found = parties(
        "Senator Ana Ruiz was shot dead.",
        "A man who identified himself as a member of the Harbour Front called Zamor radio.",
        '"We executed her," he said.',
    ).speaker
    assert found is not None
    assert found.name.text == "Harbour Front"


@pytest.mark.parametrize("office", ["the group's spokesman", "the group's leader", "a member of the group"])
def test_who_speaks_or_leads_for_the_group_is_named_by_it(office: str) -> None:
    found = parties("The Zamor Front fought on.", f"Ivo Marek, {office}, claimed responsibility for the raid.").speaker
    assert found is not None and found.name.text == "Zamor Front"


def test_many_verbs_of_saying_are_linear_work() -> None:
    def work(times: int) -> None:
        reading = read(Sentence.bare(" ".join(["the Front said it and"] * times)))
        clauses = Clauses(reading)
        for item in mentions(reading):
            assert list(clauses.features(item, 0))

    assert_linear(work, 400)
