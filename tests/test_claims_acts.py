"""The acts of a sentence: their words and kinds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from avow.claims import Register
from avow.claims.act_nouns import kinds_left
from avow.claims.acts import act_span, further_acts
from avow.claims.attack_types import ATTACK_TYPES, act_kind
from avow.claims.channels import FROM_CORPUS, MODES
from avow.claims.deeds import further_deeds
from avow.claims.own_words import own_words
from avow.cues import read
from avow.cues.lexicon import WordClass as W
from avow.mentions.stated import stated
from avow.records import ActKind, Document, Sentence, Status
from avow.terms import words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a car bomb", ActKind.BOMBING),
        ("the hijacking of an airliner", ActKind.HIJACKING),
        ("kidnapped two engineers", ActKind.HOSTAGE_TAKING),
        ("burned three excavators", ActKind.FACILITY_ATTACK),
        ("the murder of a judge", ActKind.ASSASSINATION),
        ("an attack on the attorney general", ActKind.ASSASSINATION),
        ("the consul was shot", ActKind.ASSASSINATION),
        ("the minister says that rebels killed four men", ActKind.ARMED_ASSAULT),
        ("the deaths of four pilgrims", ActKind.ARMED_ASSAULT),
        ("opened fire on the patrol", ActKind.ARMED_ASSAULT),
        ("set fire to a depot", ActKind.FACILITY_ATTACK),
        ("stormed a coal mine", ActKind.ARMED_ASSAULT),
        ("seized weapons and a truck", ActKind.UNKNOWN),
        ("shot six labourers", ActKind.ARMED_ASSAULT),
        ("encrypted the hospital's servers", ActKind.RANSOMWARE),
        ("a ddos attack that knocked the bank offline", ActKind.DENIAL_OF_SERVICE),
        ("hacked the ministry", ActKind.INTRUSION),
        ("leaked the cables", ActKind.LEAK),
        ("a weather report", ActKind.UNKNOWN),
        ("shot down a small drone", ActKind.ARMED_ASSAULT),
        ("the downing of two rockets", ActKind.ARMED_ASSAULT),
        ("a drone was shot down over the port", ActKind.ARMED_ASSAULT),
        ("attacked the port with a drone", ActKind.BOMBING),
    ],
)
def test_kinds_of_acts(text: str, kind: ActKind) -> None:
    assert act_kind([" ".join(words(text))]) is kind


def test_a_vague_act_takes_its_kind_from_the_sentences_before() -> None:
    assert act_kind(["the attack", "it claimed the attack .", "a bomb went off ."]) is ActKind.BOMBING
    assert act_kind(["the attack"]) is ActKind.ARMED_ASSAULT
    assert act_kind(["it admitted that it killed nine people as a result of air strikes ."]) is ActKind.BOMBING


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Front, which claimed last year's attack, condemned today's bombing.", ActKind.ARMED_ASSAULT),
        ("The Front claimed yesterday's attack, in which a bomb killed nine.", ActKind.BOMBING),
        ("The Front, which claimed the attack, said the bombing would go on.", ActKind.BOMBING),
        ("The Front claimed the attack but denied any part in the bombing.", ActKind.HOSTAGE_TAKING),
        ("The Front denied the bombing, but claimed the attack.", ActKind.HOSTAGE_TAKING),
        ("The Front claimed the attack and denied the bombing.", ActKind.HOSTAGE_TAKING),
        ("The Front claimed the attack, and police blamed the Tide for the bombing.", ActKind.HOSTAGE_TAKING),
        ("The Front claimed the attack and said that it had bombed a mill.", ActKind.BOMBING),
        ("The Front claimed the attack and denied that the bomb had failed.", ActKind.BOMBING),
        ("A bomb killed nine; the Front claimed the attack.", ActKind.BOMBING),
        ("The Tide admitted the bombing and the Front claimed the attack.", ActKind.HOSTAGE_TAKING),
    ],
)
def test_an_act_with_a_time_of_its_own_is_not_the_other_one(text: str, kind: ActKind) -> None:
    reading = read(Sentence.bare(text))
    span = act_span(reading, reading.forms.index("claimed"))
    assert span is not None
    named = " ".join(words(text[span.start : span.end]))
    assert act_kind([named, *own_words(reading, span, ["kidnappers took a clerk ."])]) is kind


def test_the_kind_of_an_act_is_not_that_of_its_neighbour_or_motive() -> None:
    text = "It claimed the kidnapping of the girls and the bombing of a mill in revenge for the murder of a judge."
    reading = read(Sentence.bare(text))
    first = act_span(reading, 1)
    assert first is not None
    (other,) = further_acts(reading, first)
    (sentence,) = own_words(reading, replace(other, beside=(first,)), [])
    assert sentence == "it claimed and the bombing of a mill ."


def test_a_word_in_the_name_of_a_body_is_no_act() -> None:
    reading = read(Sentence.bare("The Northern Crime Agency blamed Night Ledger."))
    assert act_span(reading, 4) is None
    assert act_span(reading, 4, 2) is None


def test_the_act_is_what_was_done_and_not_to_what_or_with_what() -> None:
    for text, named in (
        ("The Front said it shot down a drone.", "shot down a drone"),
        ("The Front said it launched a rocket attack.", "a rocket attack"),
    ):
        span = act_span(read(Sentence.bare(text)), 2)
        assert span is not None
        assert text[span.start : span.end] == named


def test_an_act_is_named_by_what_was_done_and_not_by_its_toll() -> None:
    text = "A car bomb wrecked a mill, causing one death; the Front claimed responsibility."
    reading = read(Sentence.bare(text))
    span = act_span(reading, reading.forms.index("claimed"))
    assert span is not None
    assert text[span.start : span.end] == "A car bomb"


def test_every_kind_has_an_attack_type() -> None:
    assert set(ATTACK_TYPES) == set(ActKind)
    assert set(FROM_CORPUS.values()) <= set(MODES)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Front claimed the attack on its radio channel.", "the attack"),
        ("The Front claimed the attack on its fuel depot.", "the attack on its fuel depot"),
        ("The Front claimed the attack on the radio station.", "the attack on the radio station"),
    ],
)
def test_where_an_act_is_claimed_is_no_part_of_it(text: str, act: str) -> None:
    span = act_span(read(Sentence.bare(text)), 2)
    assert span is not None
    assert text[span.start : span.end] == act


def test_the_act_is_the_noun_phrase_behind_the_claim() -> None:
    reading = read(Sentence.bare("The Front claimed responsibility for a suicide bombing of the depot on Friday."))
    span = act_span(reading, 2)
    assert span is not None
    assert reading.text[span.start : span.end] == "a suicide bombing of the depot"
    for without in ("It rained.", "In a message sent to the agency, the Cells said they were responsible."):
        assert act_span(read(Sentence.bare(without)), 0) is None
    for other in ("previous attacks", "An earlier blast"):
        told = read(Sentence.bare(f"{other} in the area were claimed by the Front."))
        span = act_span(told, told.forms.index("claimed"))
        assert span is not None
        assert told.text[span.start : span.end] == other
    dotted = read(Sentence.bare("The Front claimed responsibility for killing two U.S. clerks in Karsh."))
    span = act_span(dotted, 2)
    assert span is not None
    assert dotted.text[span.start : span.end] == "killing two U.S. clerks in Karsh"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "The Front claimed the bombing of a bank in Tarn, the shooting of a judge in Solvik and the kidnapping of an "
            "engineer.",
            ["the bombing of a bank", "the shooting of a judge", "the kidnapping of an engineer"],
        ),
        ("It claimed the attack and the killing of two soldiers.", ["the attack"]),
        ("It admitted the massacre, the killing of 45,000 villagers.", ["the massacre"]),
        ("It claimed the bombing of the depot and the attack.", ["the bombing of the depot"]),
        ("It claimed a shooting and a bombing.", ["a shooting", "a bombing"]),
        ("It fired a missile and a drone.", ["a missile"]),
        ("It claimed the 1998 Omagh bombing.", ["the 1998 Omagh bombing"]),
        ("It claimed last week's roadside bombing.", ["last week's roadside bombing"]),
        ("It claimed Monday's bombing.", ["Monday's bombing"]),
        ("It claimed responsibility for bombing the bank.", ["bombing the bank"]),
        ("It claimed a deadly roadside bombing.", ["a deadly roadside bombing"]),
        ("It claimed the killing of 45,000 villagers.", ["the killing of 45,000 villagers"]),
        ("Ministers blamed the attack on Zamor.", ["the attack"]),
        ("Ministers blamed the attack on Zamor on Friday.", ["the attack"]),
        ("Ministers blamed the attack on the depot on Zamor.", ["the attack on the depot"]),
        ("It claimed the attack on Zamor.", ["the attack on Zamor"]),
        ("It said it bombed the base in revenge for the murder of its leader.", ["bombed the base"]),
        ("It said it bombed the base in response to the killing of its leader.", ["bombed the base"]),
        ("It said it shot a judge to avenge the murder of its leader.", ["shot a judge"]),
        (
            "It claimed the bombing of the base in retaliation for the murder of its leader and the killing of a nun.",
            ["the bombing of the base"],
        ),
        ("It admitted, in retaliation for the murder, which it owned, nothing.", ["the murder"]),
        ("It listed the hospital on its leak site and claimed to have stolen files.", ["stolen files"]),
        ("It confessed to killing his wife and fleeing.", ["killing his wife"]),
        ("An operations spokesman said it had bombed the base.", ["bombed the base"]),
        ("The Northern Crime Agency said it had bombed the base.", ["bombed the base"]),
        ("It claimed the arson at the Bor depot.", ["the arson at the Bor depot"]),
        (
            "It claimed the bombing near the Bor police station on Monday and the raid in Tarn province.",
            ["the bombing near the Bor police station", "the raid in Tarn province"],
        ),
        ("It claimed the raid in Bor hours after the vote.", ["the raid in Bor"]),
        ("It claimed the raid in Bor fishermen had feared.", ["the raid in Bor"]),
        ("It claimed the raid in Bor last week.", ["the raid in Bor"]),
        ("It claimed the raid at the depot.", ["the raid"]),
        ("It admitted a murder in relation to the raid in Bor.", ["a murder"]),
        ("It said it blew up a railway bridge in the east on Sunday.", ["blew up a railway bridge in the east"]),
    ],
)
def test_the_acts_that_a_sentence_names(text: str, acts: list[str]) -> None:
    reading = read(Sentence.bare(text))
    first = act_span(reading, 1)
    assert first is not None
    assert [text[span.start : span.end] for span in (first, *further_acts(reading, first))] == acts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The ministry accused the rebels of killing nine villagers.", "killing nine villagers"),
        ("Police blamed the rebels for the killing of nine villagers.", "the killing of nine villagers"),
    ],
)
def test_a_gerund_takes_its_object(register: Register, text: str, act: str) -> None:
    (record,) = [item for item in register.claims(Document("d", text)) if item.status is Status.BLAMED]
    assert record.act is not None
    assert record.act.text == act


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "The Front said it had blown up a bridge, burned three trucks and kidnapped a clerk.",
            ["blown up a bridge", "burned three trucks", "kidnapped a clerk"],
        ),
        ("The Front claimed kidnapping a pilot and burning his plane.", ["kidnapping a pilot", "burning his plane"]),
        (
            "He confessed to killing his wife and setting fire to the house.",
            ["killing his wife", "setting fire to the house"],
        ),
        # The outcome of an attack, another's deed, a deed not done, and an object that two verbs share.
        ("The Front said it attacked a post and killed nine soldiers.", ["attacked a post"]),
        ("The Front said it killed nine soldiers and destroyed two trucks.", ["killed nine soldiers"]),
        ("The Front said it bombed the bank, and police killed two rebels.", ["bombed the bank"]),
        ("The Front said it bombed the bank and would burn the mill.", ["bombed the bank"]),
        ("The Front said it bombed the bank but had not kidnapped the clerk.", ["bombed the bank"]),
        ("The Front said it had kidnapped and killed the clerk.", ["kidnapped"]),
    ],
)
def test_deeds_that_one_sentence_joins_are_acts_of_their_own(text: str, acts: list[str]) -> None:
    reading = read(Sentence.bare(text))
    first = act_span(reading, stated(reading, Status.CLAIMED).verb)
    assert first is not None
    found = [first, *further_deeds(reading, first)]
    assert [text[span.start : span.end] for span in found] == acts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Front said it had set fire to a police station in Orlu.", "set fire to a police station in Orlu"),
        ("The Front claimed responsibility for setting fire to the mill.", "setting fire to the mill"),
        ("The Front said it set the fire to warn them.", "the fire"),
    ],
)
def test_what_is_set_fire_to_belongs_to_the_act(text: str, act: str) -> None:
    reading = read(Sentence.bare(text))
    found = act_span(reading, reading.find(W.AVOW | W.REPORT, 0, len(reading.forms)))
    assert found is not None and text[found.start : found.end] == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('The Front said it had "nothing to do with people who burn others to death."', None),
        ("The Front denied any link to those who kill and kidnap.", None),
        ("The Front had nothing to do with the people who burned the mill.", "burned the mill"),
        ("Police said it had burned a clerk to death.", "burned a clerk"),
        ("The Front had nothing to do with the death of a clerk.", "the death of a clerk"),
    ],
)
def test_what_people_of_a_kind_do_is_no_act(text: str, act: str | None) -> None:
    span = act_span(read(Sentence.bare(text)), 2)
    assert (None if span is None else text[span.start : span.end]) == act


def test_what_names_no_act_has_the_kind_of_the_one_before(register: Register) -> None:
    text = "The Front denied the bombing. Officials blamed the Front all the same, as they do after almost every fire."
    denied, blamed = register.claims(Document("d", text))
    assert (denied.kind, blamed.act, blamed.kind) == (ActKind.BOMBING, None, ActKind.BOMBING)
    (alone,) = register.claims(Document("d", text.partition(". ")[2]))
    assert alone.kind is not ActKind.BOMBING


@pytest.mark.parametrize(
    "act", ["the bombing", "the bombing,", '"the bombing"', "a grenade attack", "Monday's bombing of a mill"]
)
def test_marks_around_the_noun_for_an_act_leave_no_kind_open(act: str) -> None:
    assert kinds_left(act) == {ActKind.BOMBING}
    assert kinds_left("the attack") == kinds_left("") == frozenset()
