"""Who speaks: the name, the whole phrase it stands in, for whom it speaks, and what a pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avow.cues import read
from avow.cues.sayings import sayings
from avow.mentions import Mention, Parties, Place, find_parties, mentions
from avow.mentions.antecedents import plausible
from avow.mentions.naming import named_after, named_before
from avow.mentions.places import clause_places, party_type
from avow.mentions.resolving import resolve
from avow.mentions.stated import stated, told_by
from avow.mentions.whole import whole_phrase
from avow.records import Sentence, Status


def level(role: str, names: Iterable[str]) -> float:
    """No phrase fits better than another: the first one is taken."""
    del role, names
    return 0.0


def lines(*texts: str) -> list[Sentence]:
    return [Sentence("d", number, 0, 0, len(text), text) for number, text in enumerate(texts)]


def parties(*texts: str, status: Status = Status.CLAIMED, at: int = -1) -> Parties:
    sentences = lines(*texts)
    position = at % len(sentences)
    return find_parties(sentences, position, status, sayings(read(sentences[position])), level)


def item_of(text: str, words: str) -> Mention:
    return next(item for item in mentions(read(Sentence.bare(text))) if text[item.first : item.last] == words)


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


def test_a_person_is_meant_by_he_and_a_group_by_it() -> None:
    reading = read(Sentence.bare("The Harbour Front met a judge in Karsh."))
    places = list(clause_places(reading, 0))

    def meant(form: str) -> list[str]:
        pronoun = Mention(0, 1, 0, "pronoun", form, 0, 2)
        return [place.text for place in plausible(Place(1, read(Sentence.bare("It did.")), pronoun, "It"), places)]

    assert meant("he") == ["a judge"]
    assert meant("it") == ["Harbour Front"]
    assert meant("we") == [place.text for place in places]


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


def test_that_points_only_where_no_clause_begins() -> None:
    assert item_of("The inquiry heard of that group.", "that group").kind == "description"
    assert item_of("The inquiry heard that group leaders met.", "group leaders").kind == "description"


def test_who_accuses_beside_what_happens_is_not_what_happens() -> None:
    text = "Gunfire is heard in Karsh, with the government accusing the Front of the attack."
    found = parties(text, status=Status.BLAMED).speaker
    assert found is not None
    assert found.name.text == "the government"


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


def test_a_member_says_we_for_the_group() -> None:
    found = parties(
        "Senator Ana Ruiz was shot dead.",
        "A man who identified himself as a member of the Harbour Front called Zamor radio.",
        '"We executed her," he said.',
    ).speaker
    assert found is not None
    assert found.name.text == "Harbour Front"


def test_whom_they_killed_does_not_claim_with_them() -> None:
    text = "The army said militants killed six soldiers, and Night Tide said it had bombed the mill."
    found = parties(text)
    assert [party.name.text for party in found.speakers] == ["Night Tide"]


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


@given(st.text(alphabet="abAB ,.\"'-()who as known called", max_size=60))
@settings(max_examples=200, deadline=None)
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


def test_one_of_many_takes_bounded_time() -> None:
    for unit in ("one of ", "some of all of ", "two of the "):
        assert mentions(read(Sentence.bare(f"The Front claimed {unit * 3000} raids.")))


def test_what_flies_is_no_party() -> None:
    found = parties("Zamoran air attacks killed ten people, the opposition said.", status=Status.BLAMED)
    assert found.accused is not None and found.accused.name.text == "Zamoran"


def test_people_suspected_of_something_suspect_nobody() -> None:
    found = parties("The army said that smugglers suspected of planting bombs fled.", status=Status.SUSPECTED)
    assert found.accused is not None and found.accused.name.text == "smugglers"


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


@pytest.mark.parametrize(
    ("text", "status", "names"),
    [
        ("The Brigade claimed the raid, as did the Northern Front.", Status.CLAIMED, ["Brigade", "Northern Front"]),
        ("The Brigade has denied the raid, as has the Northern Front.", Status.DENIED, ["Brigade", "Northern Front"]),
        ("The Brigade claimed the raid, as did many others.", Status.CLAIMED, ["Brigade"]),
        ("The Brigade claimed the raid, as its men did in Orlu.", Status.CLAIMED, ["Brigade"]),
    ],
)
def test_who_did_as_somebody_did_is_named_with_them(text: str, status: Status, names: list[str]) -> None:
    assert [party.name.text for party in parties(text, status=status).speakers] == names


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


@pytest.mark.parametrize("office", ["the group's spokesman", "the group's leader", "a member of the group"])
def test_who_speaks_or_leads_for_the_group_is_named_by_it(office: str) -> None:
    found = parties("The Zamor Front fought on.", f"Ivo Marek, {office}, claimed responsibility for the raid.").speaker
    assert found is not None and found.name.text == "Zamor Front"
