"""Speakers, accused and their words as the grammar gives them."""

from __future__ import annotations

import pytest

from avow.cues import read
from avow.mentions import mentions
from avow.mentions.stated import stated, told_by
from avow.records import Sentence, Status
from saying import parties


@pytest.mark.parametrize(
    ("text", "status", "speaker", "accused"),
    [
        ("The Army of the Two Hills claimed responsibility.", Status.CLAIMED, "Army of the Two Hills", None),
        ("A spokesman for the Tern Front claimed responsibility for the raid.", Status.CLAIMED, "Tern Front", None),
        ("A rebel group, the Tern Front, said it attacked the depot.", Status.CLAIMED, "Tern Front", None),
        ("A caller took responsibility for the fire on behalf of Night Tide.", Status.CLAIMED, "Night Tide", None),
        ("Police blamed the Tern Front for the bombing.", Status.BLAMED, "Police", "Tern Front"),
        (
            "The Islamic Front in Zamor and the Coast claimed responsibility.",
            Status.CLAIMED,
            "Islamic Front in Zamor and the Coast",
            None,
        ),
        ("Ivo Marek, the owner of a shop in Karsh, Zamor, admits the killing.", Status.CLAIMED, "Ivo Marek", None),
        ("Officials say suspected separatists killed a guard.", Status.SUSPECTED, "Officials", "separatists"),
        ("A guard was killed by suspected separatists.", Status.SUSPECTED, None, "separatists"),
        ("Police announce the arrest of a fisherman accused of arson.", Status.BLAMED, "Police", "fisherman"),
        ("Officials of the U.S. blamed the Front for the bombing.", Status.BLAMED, "Officials of the U.S.", "Front"),
        ("The U.S. denies any involvement in the killing.", Status.DENIED, "U.S.", None),
        ("State radio says a missile attack from Zamor hit the port.", Status.BLAMED, "State radio", "Zamor"),
        ("No group has claimed responsibility for the bombing.", Status.CLAIMED, None, None),
        ("Claiming the ambush, the Tern Front named a dead man.", Status.CLAIMED, "Tern Front", None),
        ("A claim of responsibility for the explosion came from the Tern Front.", Status.CLAIMED, "Tern Front", None),
        ("Ivo Marek is serving life after admitting the murder of a judge.", Status.CLAIMED, "Ivo Marek", None),
        ("The Tern Front has claimed a series of attacks.", Status.CLAIMED, "Tern Front", None),
        ("The bombing, which the Tern Front said it carried out, killed nine.", Status.CLAIMED, "Tern Front", None),
        ("Police arrested nine men, claiming the attack had failed.", Status.CLAIMED, None, None),
        ("One of the two sergeants has confessed to the killing.", Status.CLAIMED, "One of the two sergeants", None),
        ("Four of the five men denied the killing.", Status.DENIED, "Four of the five men", None),
        ('Tern Cells "Red Hill" claimed responsibility.', Status.CLAIMED, 'Tern Cells "Red Hill"', None),
        ('Police blamed Ivo "The Crane" Marek for the bombing.', Status.BLAMED, "Police", 'Ivo "The Crane" Marek'),
        ("Their commander, Captain Ivo Marek, denied the killing.", Status.DENIED, "Captain Ivo Marek", None),
        ("Its emir, the tanner Ivo Marek, denied the killing.", Status.DENIED, "Ivo Marek", None),
        ("A shop clerk aged 17 has confessed to the killing.", Status.CLAIMED, "shop clerk", None),
        ("Police accused an Orlun hacking firm of the attack.", Status.BLAMED, "Police", "Orlun hacking firm"),
        ("The leadership of the Tern Front denied the attack.", Status.DENIED, "Tern Front", None),
        ("A spokesman in Karsh of the rival Tern Front denied the attack.", Status.DENIED, "Tern Front", None),
        (
            "A man who said he was speaking for the Tern Front claimed the attack.",
            Status.CLAIMED,
            "Tern Front",
            None,
        ),
        ("It rained.", Status.CLAIMED, None, None),
    ],
)
def test_parties_come_from_the_grammar(text: str, status: Status, speaker: str | None, accused: str | None) -> None:
    found = [item and text[item.first : item.last] for item in stated(read(Sentence.bare(text)), status)[:2]]
    assert found == [speaker, accused]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The arsonist who burned down the mill has confessed to eleven other fires.", "The arsonist"),
        ("Two brothers accused of kidnapping a jeweller denied the charges.", "brothers"),
        ("All five have denied the charges.", "All five"),
        ("One of the men denied that he had killed the judge.", "One of the men"),
        ("One of them, a corporal, denied that he had killed the judge.", "corporal"),
        ("The blast, claimed by the Harbour Front, killed nine.", "Harbour Front"),
    ],
)
def test_the_subject_is_whom_a_clause_describes(text: str, name: str) -> None:
    status = Status.DENIED if "den" in text else Status.CLAIMED
    found = stated(read(Sentence.bare(text)), status).speaker
    assert found is not None
    assert text[found.first : found.last] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Residents claim that militants burned their homes.", "militants"),
        ("Ivo Marek alleges that police killed nine farmers.", "police"),
        ("It is suspected that al-Bahr may be involved in the attacks.", "al-Bahr"),
        ("Suspected Karshan militants attack Orville's Lena Airport.", "Karshan militants"),
        ("An arbitration court rules Zamor was responsible for the killing of two clerks.", "Zamor"),
        ("Zamor returns Ivo Marek, who was charged with the murder of a judge.", "Ivo Marek"),
    ],
)
def test_a_name_holds_no_part_of_a_clause(text: str, name: str) -> None:
    found = parties(text, status=Status.SUSPECTED if "uspect" in text else Status.BLAMED).accused
    assert found is not None
    assert found.name.text == name


@pytest.mark.parametrize(
    ("text", "nameless"),
    [
        ("Both sides accused each other of shelling the mill.", True),
        ("Karsh accused the other of shelling the mill.", True),
        ("The Harbour Front and the Karsh Brigade accused each other of shelling the mill.", False),
        ("Karsh accused the Front of shelling the mill.", False),
    ],
)
def test_words_that_name_nobody_accuse_nobody(text: str, nameless: bool) -> None:
    found = parties(text, status=Status.BLAMED)
    assert found.nameless is nameless
    assert (found.accused is None and not found.accused_all) is nameless


def test_those_who_accuse_each_other_are_accused_by_each_other() -> None:
    found = parties(
        "The Harbour Front and the Karsh Brigade accused each other of shelling the mill.", status=Status.BLAMED
    )
    pairs = [(item.speaker, item.accused) for item in found.told_apart()]
    assert [tuple(party.name.text for party in pair if party) for pair in pairs] == [
        ("Harbour Front", "Karsh Brigade"),
        ("Karsh Brigade", "Harbour Front"),
    ]


def test_a_reason_or_a_number_is_no_party() -> None:
    text = "The inquiry has reasonable grounds to believe that more than nine guards burned the mill."
    found = parties(text, status=Status.SUSPECTED).speaker
    assert found is not None
    assert found.name.text == "The inquiry"


def test_who_accuses_beside_what_happens_is_not_what_happens() -> None:
    text = "Gunfire is heard in Karsh, with the government accusing the Front of the attack."
    found = parties(text, status=Status.BLAMED).speaker
    assert found is not None
    assert found.name.text == "the government"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The clerk says he suspects the guards of burning the mill.", "The clerk"),
        ("Residents said that they suspected the guards of burning the mill.", "Residents"),
        ("The Quiet Shore sent a tape in which it says it burned the mill.", "Quiet Shore"),
        ("The Quiet Shore posts a list of mills that, it says, its men burned.", "Quiet Shore"),
    ],
)
def test_who_says_it_of_themselves_is_the_subject_around_the_pronoun(text: str, name: str) -> None:
    status = Status.SUSPECTED if "suspect" in text else Status.CLAIMED
    found = parties("The Harbour Front met in Karsh.", text, status=status).speaker
    assert found is not None
    assert found.name.text == name


def test_many_are_not_meant_by_it() -> None:
    reading = read(Sentence.bare("Two clerks say it burned the mill."))
    assert told_by(reading, next(item for item in mentions(reading) if item.form == "it")) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Six men are arrested by Karshan police on suspicion of the murder of a judge.", "Karshan police"),
        ("Suspected rebels blow up a bridge near Orville, police in Karsh say, delaying trains.", "police in Karsh"),
        ("Rights monitors suspect two deputies of having paid for the murder.", "Rights monitors"),
        ("Karshan police arrest 40 men suspected of burning a mill.", "Karshan police"),
        ("Suspected rebels blow up a bridge near Orville.", None),
        ("Kidnap suspect Ivo Marek appears before judges in Karsh, suspected of burning a mill.", None),
    ],
)
def test_a_suspicion_is_that_of_whoever_arrests_or_tells(text: str, name: str | None) -> None:
    found = stated(read(Sentence.bare(text)), Status.SUSPECTED).speaker
    assert (text[found.first : found.last] if found else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Karshan army long denied that it had shelled the mill.", "Karshan army"),
        ("The ministry has always denied that its men burned the mill.", "The ministry"),
        ("Orville last spring denied that its men burned the mill.", "Orville"),
        ("The coalition's spokesman denied that its men burned the mill.", "The coalition"),
        ("The Harbour Front's third report denied that its men burned the mill.", "Harbour Front"),
        ("Lily has denied that her men burned the mill.", "Lily"),
        ("The Red Dawn denied that its men burned the mill.", "Red Dawn"),
        ("The ministry on June 19 denied that its men burned the mill.", "The ministry"),
        ("A local group, Loggers Against Waste, denied that it had burned the mill.", "Loggers Against Waste"),
    ],
)
def test_the_speaker_is_neither_when_nor_how_nor_what_speaks_for_it(text: str, name: str) -> None:
    found = stated(read(Sentence.bare(text)), Status.DENIED).speaker
    assert found is not None
    assert text[found.first : found.last] == name


def test_the_accused_ends_before_what_is_said_of_it() -> None:
    text = "Orville held the town guards answerable for burning the mill."
    found = stated(read(Sentence.bare(text)), Status.BLAMED).accused
    assert found is not None
    assert text[found.first : found.last] == "town guards"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Front's website claimed the raid.", "Harbour Front"),
        ("Wrenfold's web page claimed the raid.", "Wrenfold"),
        ("The group's Telegram channel claimed the raid.", "The group"),
        ("The Zamoran cartel known as Os Jarros claimed the raid.", "Os Jarros"),
        ("The Zamoran cartel claimed the raid.", "Zamoran cartel"),
        ("One of the sailors claimed the raid.", "One of the sailors"),
        ("An individual speaking for the Harbour Front claimed the raid.", "Harbour Front"),
        ("A man speaking on behalf of the Harbour Front claimed the raid.", "Harbour Front"),
        ("Leaflets of the Harbour Front claimed the raid.", "Harbour Front"),
        ("The Harbour Front has written to this paper to claim the raid.", "Harbour Front"),
        ("Dawn of the Terns claimed the raid.", "Dawn of the Terns"),
        ("The group known as Os Jarros claimed the raid.", "Os Jarros"),
        ("The rebels, known as Os Jarros, claimed the raid.", "Os Jarros"),
        ("The little known group Os Jarros claimed the raid.", "Os Jarros"),
        ("The Harbour militants called Zamor a den of thieves and claimed the raid.", "Harbour militants"),
        ("The country's militant group Os Jarros claimed the raid.", "Os Jarros"),
        ("The group's spokesman Omar Tahl claimed the raid.", "Omar Tahl"),
        ("The movement's military commander Omar Tahl claimed the raid.", "Omar Tahl"),
        ("Two Harbours Brigade claimed the raid.", "Two Harbours Brigade"),
    ],
)
def test_who_claims_is_told_in_full_and_by_no_page_of_theirs(text: str, name: str) -> None:
    speaker = parties(text).speaker
    assert speaker is not None and speaker.name.text == name


@pytest.mark.parametrize(
    ("text", "status", "name"),
    [
        (
            "The bombing was claimed by the Popular Front for the Freedom of Zamor.",
            Status.CLAIMED,
            "Popular Front for the Freedom of Zamor",
        ),
        (
            "The attack was claimed by the Harbour State of Zamor and the Cape.",
            Status.CLAIMED,
            "Harbour State of Zamor and the Cape",
        ),
        (
            "Police blamed the Movement for the Freedom of the Karsh Delta for the bombing.",
            Status.BLAMED,
            "Movement for the Freedom of the Karsh Delta",
        ),
        (
            "Police accused the Harbour State of Zamor and the Cape of bombing the market.",
            Status.BLAMED,
            "Harbour State of Zamor and the Cape",
        ),
        ("Police blamed Zamor for the bombing of the market.", Status.BLAMED, "Zamor"),
        ("Police blamed the Harbour Front for the Karsh bombing.", Status.BLAMED, "Harbour Front"),
        ("Police accused Zamor of Karsh violence.", Status.BLAMED, "Zamor"),
        ("Police blamed the Harbour Front and the Estuary Brigade for the bombing.", Status.BLAMED, "Harbour Front"),
        ("Police suspect Ivo Marek of the Harbour Front of the bombing.", Status.SUSPECTED, "Ivo Marek"),
    ],
)
def test_a_name_goes_on_where_its_clause_does_not(text: str, status: Status, name: str) -> None:
    found = parties(text, status=status)
    party = found.speaker if status is Status.CLAIMED else found.accused
    assert party is not None and party.name.text == name


@pytest.mark.parametrize(
    ("text", "name", "phrase"),
    [
        ("Danish militant group Black Sand claimed the raid.", "Black Sand", "Danish militant group Black Sand"),
        ("Danish militant group Al-Karsh claimed the raid.", "Al-Karsh", "Danish militant group Al-Karsh"),
        ("The rebel group Black Sand claimed the raid.", "Black Sand", "The rebel group Black Sand"),
        ("Lebanon's Black Sand claimed the raid.", "Black Sand", "Lebanon's Black Sand"),
        ("Lebanon's Navy claimed the raid.", "Lebanon's Navy", "Lebanon's Navy"),
        ("Moroz's Nephews claimed the raid.", "Moroz's Nephews", "Moroz's Nephews"),
        ("KARSH — Black Sand claimed the raid.", "Black Sand", "Black Sand"),
        ("PORT KARSH (Wire) - The Black Sand claimed the raid.", "Black Sand", "Black Sand"),
        ("May 3 - Black Sand claimed the raid.", "Black Sand", "Black Sand"),
        ("Karsh, May 3 — Black Sand claimed the raid.", "Black Sand", "Black Sand"),
        ("BSK - Northern Wing claimed the raid.", "BSK - Northern Wing", "BSK - Northern Wing"),
        (
            "Army of Orlu - Northern Wing claimed the raid.",
            "Army of Orlu - Northern Wing",
            "Army of Orlu - Northern Wing",
        ),
    ],
)
def test_a_name_holds_neither_what_it_names_nor_a_dateline(text: str, name: str, phrase: str) -> None:
    speaker = parties(text).speaker
    assert speaker is not None and (speaker.name.text, speaker.mention.text) == (name, phrase)


@pytest.mark.parametrize(
    ("text", "status", "speaker", "accused"),
    [
        (
            "Police raided a Zamoran family that Orluan detectives suspect of the murder.",
            Status.SUSPECTED,
            "Orluan detectives",
            "Zamoran family",
        ),
        ("Ivo Marek, whom the police suspect of the murder, fled.", Status.SUSPECTED, "the police", "Ivo Marek"),
        (
            "The Harbour Front, which the mayor blames for the fire, met.",
            Status.BLAMED,
            "the mayor",
            "Harbour Front",
        ),
        ("Orlu cut its ties with Zamor, which it charged with the attack.", Status.BLAMED, "Orlu", "Zamor"),
    ],
)
def test_a_clause_about_a_suspect_tells_who_suspects(text: str, status: Status, speaker: str, accused: str) -> None:
    found = parties(text, status=status)
    assert found.speaker is not None and found.speaker.name.text == speaker
    assert found.accused is not None and found.accused.name.text == accused


@pytest.mark.parametrize(
    ("text", "speaker", "accused"),
    [
        ("The mayor told reporters that police suspect two sailors of the murder.", "police", "sailors"),
        ("Orlu told the envoys that its army accuses the rebels of the murder.", "its army", "the rebels"),
        ("The Front told mediators that it accuses Zamor of the murder.", "The Front", "Zamor"),
    ],
)
def test_whom_it_is_told_is_not_accused(text: str, speaker: str, accused: str) -> None:
    status = Status.SUSPECTED if "suspect" in text else Status.BLAMED
    found = parties(text, status=status)
    assert found.accused is not None and found.accused.name.text == accused
    assert found.speaker is not None and speaker.removeprefix("The ") in (
        found.speaker.name.text,
        found.speaker.mention.text,
    )


def test_the_phrase_of_somebody_known_by_a_name_holds_both() -> None:
    for text in ("A hacker known as Wren claimed the raid.", "The group known as Os Jarros claimed the raid."):
        speaker = parties(text).speaker
        assert speaker is not None and text.startswith(speaker.mention.text) and " known as " in speaker.mention.text


def test_what_flies_is_no_party() -> None:
    found = parties("Zamoran air attacks killed ten people, the opposition said.", status=Status.BLAMED)
    assert found.accused is not None and found.accused.name.text == "Zamoran"


def test_people_suspected_of_something_suspect_nobody() -> None:
    found = parties("The army said that smugglers suspected of planting bombs fled.", status=Status.SUSPECTED)
    assert found.accused is not None and found.accused.name.text == "smugglers"
