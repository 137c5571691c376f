"""What a sentence says, and how sure that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from avow.claims import Register, open_register
from avow.claims.plainness import plainly
from avow.claims.statuses import least_of
from avow.claims.telling import Regressions, Teller
from avow.cues import read
from avow.cues.accounts import accounts
from avow.cues.avowal import weigh
from avow.cues.grammar import grammar_of
from avow.cues.statements import Kind, statements
from avow.mentions import mentions
from avow.mentions.roles import is_victim
from avow.mentions.runs import Mention
from avow.records import Document, Sentence, Status
from avow.sentences import split
from conftest import assert_linear


def test_a_sentence_without_a_pattern_is_asked_where_others_of_its_document_accuse(register: Register) -> None:
    silent, accusing = "The brothers were at supper that night.", "Police accused the Harbour Front of the bombing."
    alone = register.statuses(split(silent))
    beside = register.statuses(split(f"{accusing} {silent}"))
    assert [set(found) for found in alone] == [set()]
    assert [set(found) for found in beside] == [set(Status), set(Status)]
    source = register.statuses(split(f"{accusing} (Orlu Morning Post)"))
    assert [set(found) for found in source] == [set(Status), set()]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Turkey says that it has killed eighteen militants near the border.", False),
        ("Russia says it shot down nine drones.", False),
        ("Britain says it shot down nine drones.", False),
        ("Israel admits that its troops killed the journalist.", True),
        ("The Northern Column says that it ambushed and killed eighteen soldiers near the border.", True),
    ],
)
def test_a_state_avows_only_what_it_admits(register: Register, text: str, claimed: bool) -> None:
    found = {record.status for record in register.claims(Document("d", text))}
    assert (Status.CLAIMED in found) == claimed


@pytest.mark.parametrize(
    ("text", "suspected"),
    [
        ("Police suspect the Saltmarsh Brigade of the bombing.", True),
        ("Police do not suspect the Saltmarsh Brigade of the bombing.", False),
        ("Investigators do not believe the Saltmarsh Brigade was behind the bombing.", False),
        ("The Saltmarsh Brigade is not believed to be behind the bombing.", False),
        ("The Saltmarsh Brigade is no longer suspected of the bombing.", False),
        ("Police do not believe that it was an accident and suspect the Saltmarsh Brigade of the bombing.", True),
    ],
)
def test_a_suspicion_that_nobody_holds_is_none(register: Register, text: str, suspected: bool) -> None:
    found = {record.status for record in register.claims(Document("d", text))}
    assert (Status.SUSPECTED in found) == suspected


@pytest.mark.parametrize(
    ("charge", "blamed"),
    [
        ("carrying out the bombing", True),
        ("withholding papers about the bombing", False),
        ("breaching the truce", False),
        ("war crimes", False),
    ],
)
def test_an_accusation_of_no_act_is_none(register: Register, charge: str, blamed: bool) -> None:
    text = f"A bomb went off in Karsh. Orlu accuses Zamor of {charge}."
    found = {record.status for record in register.claims(Document("d", text))}
    assert (Status.BLAMED in found) == blamed


def test_the_country_is_no_first_person(register: Register) -> None:
    (found,) = register.claims(Document("a", "US forces admitted that they killed two guards in the raid."))
    assert found.claimant is not None
    assert (found.claimant.mention.text, found.voice) == ("US forces", "reported")


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The MV Tern Star I, a passenger ferry, sinks off the coast of Orlu, leaving nine people dead.", False),
        ("King Tomas I has attacked the port.", False),
        ("The King Tomas I sinks after rebels attacked the port.", False),
        ("In Port Calder I attacked the port.", True),
        ("Then I, Ivo Marek, attacked the port.", True),
        ("At noon in Karsh I attacked the port.", True),
    ],
)
def test_a_numeral_is_no_first_person(text: str, own: bool) -> None:
    reading = read(Sentence.bare(text))
    assert any(item.kind is Kind.OWN_VOICE for item in statements(grammar_of(reading))) is own
    assert any(item.form == "i" for item in mentions(reading)) is own
    assert (reading.numerals == ()) is own


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("A teacher was suspended after showing pupils a video said to depict a murder.", False),
        ("A teacher showed a video that depicts a murder.", True),
        ("The Harbour Front posted a video said to show the murder of a judge.", True),
    ],
)
def test_who_shows_what_others_say_of_a_recording_avows_nothing(text: str, shows: bool) -> None:
    found = statements(grammar_of(read(Sentence.bare(text))))
    assert any(item.kind is Kind.SHOWS for item in found) is shows


def test_what_is_denied_must_have_been_told_before() -> None:
    denial = Sentence.bare("The front denies this.")
    accusation = Sentence.bare("Police blamed the front for the bombing of a bank.")
    weather = Sentence.bare("It rained on the market all day, the office said.")
    assert plainly([accusation, denial], 1) == {"denied"}
    assert plainly([weather, denial], 1) == set()


def test_a_deed_that_was_not_done_is_denied_where_somebody_accuses() -> None:
    negated = Sentence.bare("Orlu says that it did not shell the school.")
    accusation = Sentence.bare("Villagers blamed Orlu for the shelling of a school.")
    weather = Sentence.bare("It rained on the market all day, the office said.")
    kept_out = Sentence.bare("The mortars were not theirs, the rebels said.")
    assert "denied" in plainly([accusation, negated], 1)
    assert "denied" in plainly([accusation, kept_out], 1)
    assert "denied" not in plainly([weather, kept_out], 1)
    known, any_one = split(
        "The Front said its men did not carry out the raid. The Front said its men took part in no raid."
    )
    assert "denied" in plainly([weather, known], 1)
    assert "denied" not in plainly([weather, any_one], 1)


def test_a_document_without_an_act_holds_no_denial_to_speak_of(register: Register) -> None:
    answer = Sentence.bare("The mayor denies the allegations.")
    bribe = Sentence.bare("The mayor took money from a builder, a newspaper wrote.")
    attack = Sentence.bare("Rebels attacked the town at dawn.")
    alone, beside = register.statuses([bribe, answer])[1], register.statuses([bribe, answer, attack])[1]
    assert alone[Status.DENIED] < beside[Status.DENIED]


def test_an_account_speaks_for_its_status(register: Register) -> None:
    told = register.statuses([Sentence.bare("Police blamed the front for the bombing of the bank.")])[0]
    weather = register.statuses([Sentence.bare("Police blamed the weather for the delay at the bank.")])[0]
    assert told[Status.BLAMED] > 0.5 > weather.get(Status.BLAMED, 0.0)


def test_a_claim_of_the_classifier_is_asked_though_the_grammar_finds_nothing(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = Sentence.bare("The hand that lit the depot was ours and no other.")
    assert register.statuses([sentence]) == [{}]
    monkeypatch.setattr("avow.models.Model.scores_of", lambda model, reading: (0.0, 0.0, 3.0))
    assert set(register.statuses([sentence])[0]) == set(Status)


def test_a_status_has_a_record_from_the_probability_on_at_which_it_is_balanced(model_folder: Path) -> None:
    text = (
        "Police blamed the Front for the bombing. The Front denies it. Rebels are suspected of the raid. "
        "The mayor spoke of the Brigade and the murder. Nobody has claimed the raid. The Tide claimed the blast."
    )
    document = Document("d", text)
    every = open_register(model_folder, least=0.0).said(document)
    probable = [record for record in every if record.probability >= least_of(record.status)]
    assert open_register(model_folder).said(document) == probable
    assert {record.status for record in probable} == set(Status)
    assert len(every) > len(probable)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A note signed by the Harbour Brigades was left at the scene of the bombing.", "Harbour Brigades"),
        ("Police found a leaflet signed by the Harbour Brigades at the scene of the bombing.", "Harbour Brigades"),
        ("A banner signed in the name of the Red Cell was found beside the body.", "Red Cell"),
        ("A note signed by the mayor was left at the scene of the bombing.", ""),
        ("A note signed by the Harbour Brigades was sent to a paper.", ""),
    ],
)
def test_a_signed_note_left_at_an_act_owns_it(register: Register, text: str, name: str) -> None:
    found = register.claims(Document("d", "The judge was shot dead on Monday. " + text))
    assert [(record.claimant and record.claimant.name.text, record.mode) for record in found] == [(name, 5)] * bool(
        name
    )


def test_a_dark_web_site_is_a_page_of_its_owner(register: Register) -> None:
    text = "Night Ledger listed the hospital on its dark web site and published the stolen files."
    assert [record.mode for record in register.claims(Document("d", text))] == [7]


@pytest.mark.parametrize(
    ("text", "avows"),
    [
        ("An investigation into the Zamor Group reveals that the group killed 90 villagers.", False),
        ("A report on the Zamor Group revealed that the group had killed nine prisoners.", False),
        ("Leaked documents from the Zamor Group revealed that the group had bombed the mill.", False),
        ("Leaked papers of the Zamor Group revealed that it had bombed the mill.", False),
        ("Our evidence indicates that they killed nine prisoners.", False),
        ("An investigation by the Northern Front said that the group had killed nine prisoners.", True),
        ("A report by the Northern Front said that it had killed nine prisoners.", True),
    ],
)
def test_what_is_found_out_about_somebody_is_not_their_word(register: Register, text: str, avows: bool) -> None:
    assert any(record.status is Status.CLAIMED for record in register.claims(Document("d", text))) is avows


@pytest.mark.parametrize(
    ("before", "avows"),
    [
        ("Zamor is a militant group in the hills.", True),
        ("Soldiers fought the militant group Zamor.", True),
        ("Soldiers fought Zamor, a rebel movement.", True),
        ("Zamor is a country in the hills.", False),
        ("Soldiers fought Zamor, the rebels said.", False),
        ("Soldiers fought the Zamor police.", False),
    ],
)
def test_the_group_of_a_spokesman_is_the_body_that_the_text_calls_one(
    register: Register, before: str, avows: bool
) -> None:
    said = "A Zamor spokesman said the group was responsible for the bombing of the bridge."
    plain, told = (
        register.statuses(list(split(Document("d", f"{first} {said}"))))[-1][Status.CLAIMED]
        for first in ("Soldiers fought in Zamor.", before)
    )
    assert (told > 2 * plain) is avows


def test_the_group_of_a_states_spokesman_is_not_the_state(register: Register) -> None:
    text = "Rebels rule the east of Yemen, a rebel stronghold. A Yemen spokesman said the group was responsible for the raid."
    assert all(record.status is not Status.CLAIMED for record in register.claims(Document("d", text)))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The Red Dawn Front claimed responsibility for the bombing in Karshad. Nothing else happened.",
            Status.DENIED,
        ),
        ("Police blamed the Front for the bombing. Nothing else happened.", Status.DENIED),
        (
            "The Front claimed the attack. The bombing killed four people at the market, the police said.",
            Status.BLAMED,
        ),
        (
            "Police blamed the Front. Its secretary said that the Front had nothing to do with the bombing.",
            Status.BLAMED,
        ),
    ],
)
def test_regressions_alone_make_no_record_of_nobody(text: str, status: Status) -> None:
    teller = Teller(lambda _, names: float("is=description" in {name.split("|")[-1] for name in names}), Regressions())
    assert teller.said(Document("d", text), split(text), [{}, {status: 0.6}]) == []


@pytest.mark.parametrize(
    ("text", "phrase", "harmed"),
    [
        ("The bombing killed four people at the market.", "four people", True),
        ("Four people were killed by the army.", "Four people", True),
        ("Police regret the death of the clerk.", "clerk", True),
        ("The army killed four people.", "army", False),
        ("The bombing was laid to four people.", "four people", False),
    ],
)
def test_whoever_was_harmed_is_a_victim(text: str, phrase: str, harmed: bool) -> None:
    reading = read(Sentence.bare(text))
    place = text.index(phrase)
    start = next(at for at, token in enumerate(reading.tokens) if token.start == place)
    end = start + len(phrase.split())
    item = Mention(start, end, end - 1, "description", phrase, place, place + len(phrase))
    assert is_victim(reading, item) is harmed


def test_many_spokesmen_are_linear_work(register: Register) -> None:
    def work(count: int) -> None:
        names = [f"Ivo Marek{count}x{at}" for at in range(count)]
        text = " ".join(f"Zamor spokesman {name} said the group had bombed the bridge." for name in names)
        register.statuses(split(text))

    assert_linear(work, 320)


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Ivo Marek said that he and nine comrades had bombed the mill.", 2),
        ("Ivo Marek said that nine comrades had bombed the mill.", 0),
        ("Ivo Marek said that you and nine comrades had bombed the mill.", 0),
        ("The rebels admit killing the judge.", 2),
        ("The rebels deny killing the judge.", 0),
    ],
)
def test_who_does_it_beside_others_does_it(text: str, strength: int) -> None:
    grammar = grammar_of(read(Sentence.bare(text)))
    assert max((weigh(item) for item in statements(grammar)), default=0) == strength


def test_who_denies_being_behind_it_is_accused_by_nobody() -> None:
    told = accounts(read(Sentence.bare("The rebels deny being behind the bombing.")))
    assert {item.stance for item in told} == {"denied"}
