"""The register: parties, acts, channels, records, and the formats it is written in."""

from __future__ import annotations

import csv
import io
import json
import multiprocessing
import re
import shutil
import time
from dataclasses import FrozenInstanceError, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import avow
from avow import workers
from avow.claims import WRITERS, Register, Settings, claims, open_register, register_documents
from avow.claims.acts import act_span, further_acts
from avow.claims.attack_types import ATTACK_TYPES, act_kind
from avow.claims.channels import FROM_CORPUS, MODES
from avow.claims.dates import day_of, year_of
from avow.claims.deeds import further_deeds
from avow.claims.grouping import group, nearness
from avow.claims.gtd import gtd_rows, write_gtd
from avow.claims.identity import same_act
from avow.claims.joining import join
from avow.claims.modes import Context, claim_mode
from avow.claims.own_words import own_words
from avow.claims.parties import is_named
from avow.claims.run import _batches
from avow.claims.statuses import BALANCED, plainly
from avow.claims.telling import Regressions, Teller, _heard
from avow.claims.writers import COLUMNS, to_row, write_csv
from avow.cues import read
from avow.cues.grammar import grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.sayings import sayings
from avow.cues.statements import Kind, statements
from avow.documents import mark_furniture
from avow.errors import AvowError, ModelError
from avow.mentions import Mention, head_word, is_acronym, mentions, same_party
from avow.mentions.joint import together
from avow.mentions.stated import stated
from avow.models import load
from avow.records import ActKind, Claim, Document, Evidence, Party, Sentence, Span, Status
from avow.sentences import split
from avow.terms import words
from conftest import dying_worker

ARTICLE = (
    "A car bomb exploded outside the customs house in Port Calder on Tuesday, killing nine people.\n\n"
    "The Saltmarsh Brigade claimed responsibility for the bombing in a statement posted on its website. "
    "The Ninth Tide also claimed responsibility for the bombing in a call to a newspaper.\n\n"
    "The Fishermen's Front denied any involvement in the bombing. No group has claimed responsibility for the smaller blast. "
    "Police blamed the Harbour Command for the killing of a judge last year."
)


@pytest.fixture(scope="module")
def register(model_folder: Path) -> Register:
    return open_register(model_folder)


@pytest.fixture(scope="module")
def records(register: Register) -> tuple[Claim, ...]:
    return register.claims(Document("article", ARTICLE, date="2021-03-04", source="Ledger"))


def spans(claim: Claim) -> list[Span]:
    parties = [party for party in (claim.claimant, claim.accused) if party]
    found = [span for party in parties for span in (party.name, party.mention)]
    return [*found, *([claim.act] if claim.act else []), *(item.span for item in claim.evidence)]


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
    ("text", "one", "verb", "names"),
    [
        ("The Front and the Ninth Tide claimed the raid.", "Ninth Tide", "claimed", ["Front", "Ninth Tide"]),
        ("The Front, Kestrel and Harrow claimed it.", "Harrow", "claimed", ["Front", "Kestrel", "Harrow"]),
        ("Claimed by the Front as well as Kestrel, it failed.", "Front", "claimed", ["Front", "Kestrel"]),
        ("The Front (OF) and Kestrel have claimed it.", "Kestrel", "claimed", ["Front", "Kestrel"]),
        ("Police charged Ana Ruiz and Tom Finch with murder.", "Ana Ruiz", "charged", ["Ana Ruiz", "Tom Finch"]),
        ("Ana Ruiz or Tom Finch is suspected of it.", "Tom Finch", "suspected", ["Tom Finch"]),
        ("Two men, Ana Ruiz and Tom Finch, were charged.", "men", "charged", ["Ana Ruiz", "Tom Finch"]),
        ("Police shot nine rebels and the Front claimed it.", "Front", "claimed", ["Front"]),
        ("Police charged Ana Ruiz and Tom Finch denied it.", "Ana Ruiz", "charged", ["Ana Ruiz"]),
        ("In Karsh, the Front and Kestrel claimed it.", "Kestrel", "claimed", ["Front", "Kestrel"]),
        ("The Front, a militia, claimed it.", "Front", "claimed", ["Front"]),
        ("The Karsh Workers' Party, or KWP, claimed it.", "Karsh Workers' Party", "claimed", ["Karsh Workers' Party"]),
        ("The Karsh Workers' Party or KWF claimed it.", "KWF", "claimed", ["Karsh Workers' Party", "KWF"]),
        ("The Karsh Workers' Party, or KWP, claimed it.", "KWP", "claimed", ["KWP"]),
        ("The Front accused Kestrel and Harrow of the raid.", "Front", "accused", ["Front"]),
        ("Ana Ruiz was charged by Devon and Cornwall Police.", "Devon", "charged", ["Devon"]),
        ("THE FRONT AND THE PARTY CLAIMED THE RAID.", "PARTY", "claimed", ["THE FRONT", "THE PARTY"]),
        ("It killed Ana Ruiz and Tom Finch, and the Front claimed it.", "Front", "claimed", ["Front"]),
        ("Hamas, Islamic Jihad and the Front claimed it.", "Front", "claimed", ["Hamas", "Islamic Jihad", "Front"]),
        ("It killed Ana Ruiz, Tom Finch and Ivo Marek, and the Front claimed it.", "Front", "claimed", ["Front"]),
        ("A bomb killed nine in Orlu, Karsh, and the Front claimed it.", "Front", "claimed", ["Front"]),
        (
            "It hit nine in Orlu, Karsh, and the Front and Kestrel claimed it.",
            "Kestrel",
            "claimed",
            ["Front", "Kestrel"],
        ),
        (
            "After a raid in Orlu, the Front, the Cell, and Kestrel claimed it.",
            "Kestrel",
            "claimed",
            ["Front", "Cell", "Kestrel"],
        ),
        (
            "Police blamed the Kesh Brigade, the Sons of Ardal and the Free Men for it.",
            "Kesh Brigade",
            "blamed",
            ["Kesh Brigade", "Sons of Ardal", "Free Men"],
        ),
        ("Two groups, the Tern Front and Kestrel, claimed it.", "groups", "claimed", ["Tern Front", "Kestrel"]),
        ("Police suspect either Kestrel or Harrow.", "Kestrel", "suspect", ["Kestrel", "Harrow"]),
    ],
)
def test_parties_named_together(text: str, one: str, verb: str, names: list[str]) -> None:
    reading = read(Sentence.bare(text))
    item = next(item for item in mentions(reading) if text[item.first : item.last].endswith(one))
    found = together(reading, item, reading.forms.index(verb))
    assert [text[other.first : other.last] for other in found] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Ruiz and Tom Finch were charged.", ["Ana Ruiz", "Tom Finch"]),
        ("Ana Ruiz and Tom Finch was charged.", ["Ana Ruiz and Tom Finch"]),
        ("Trinidad and Tobago were charged.", ["Trinidad and Tobago"]),
        ("Hamas and Islamic Jihad were charged.", ["Hamas", "Islamic Jihad"]),
        ("Sword and Shield Brigade were charged.", ["Sword and Shield Brigade"]),
        ("Police in Devon and Cornwall were charged.", ["Police in Devon and Cornwall"]),
        ("National Search and Rescue Agency were charged.", ["National Search", "Rescue Agency"]),
    ],
)
def test_two_names_read_as_one(text: str, names: list[str]) -> None:
    reading = read(Sentence.bare(text))
    end = reading.forms.index("charged") - 1
    last = reading.tokens[end - 1]
    item = Mention(0, end, end - 1, "name", reading.forms[end - 1], 0, last.start + len(last.raw))
    assert [text[other.first : other.last] for other in together(reading, item, end + 1)] == names


def test_neither_of_two_named_together_stands_for_the_other(register: Register) -> None:
    for text in (
        "The Front and the Brigade claimed the bombing.",
        "Police blamed the Front and the Brigade for the raid.",
    ):
        parties = [record.accused or record.claimant for record in register.claims(Document("d", text))]
        assert [party.name.text for party in parties if party] == ["Front", "Brigade"]
    assert register.claims(Document("d", "Bomb Claimed By Red Dawn And")) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hamas, Fatah and Islamic Jihad denied any role in the bombing.", ["Hamas", "Fatah", "Islamic Jihad"]),
        ("Both Hamas and Fatah denied the bombing.", ["Hamas", "Fatah"]),
        ("The Red Cells and al-Shabaab denied the bombing.", ["Red Cells", "al-Shabaab"]),
        ("Kestrel & Red Dawn denied the bombing.", ["Kestrel", "Red Dawn"]),
        (
            "Hamas, Islamic Jihad, the Red Cells and Fatah denied the bombing.",
            ["Hamas", "Islamic Jihad", "Red Cells", "Fatah"],
        ),
        ("KillNet, Red Dawn and the IT Army denied the attack.", ["KillNet", "Red Dawn", "IT Army"]),
        ("In Tarn, the Brigade of the Cape and the Coast denied the bombing.", ["Brigade of the Cape and the Coast"]),
        (
            "Four groups - the Tern Front, Kestrel, Red Dawn and Black Sand - denied the bombing.",
            ["Tern Front", "Kestrel", "Red Dawn", "Black Sand"],
        ),
    ],
)
def test_each_of_a_list_denies(register: Register, text: str, names: list[str]) -> None:
    found = register.claims(Document("a", text))
    assert [record.claimant.name.text for record in found if record.claimant] == names
    mentioned = [record.claimant.mention for record in found if record.claimant]
    assert all(first.end <= second.start for first, second in pairwise(mentioned))


@pytest.mark.parametrize(
    "said",
    ["its spokesman told the BBC", "a spokesman for the group told Reuters", "its commander informed Reuters"],
)
def test_who_is_told_does_not_speak(register: Register, said: str) -> None:
    text = f'The Tern Front said it bombed the depot. "We planted the bomb," {said}.'
    assert {record.claimant.name.text for record in register.claims(Document("a", text)) if record.claimant} == {
        "Tern Front"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The raid was claimed by a man who said he was a member of the Red Brigade",
        "The raid was claimed by a man who said he was a member of the Karsh police",
        "Marek's lawyer, Ana Lis, denied the raid on behalf of Ivo Marek, who said he represented the Front",
        "The hunt for two boys who may have burned the mill went on",
    ],
)
def test_sentences_that_break_off_anywhere_are_read(text: str) -> None:
    teller = Teller(lambda role, names: 0.0, Regressions())
    for end in range(1, len(text) + 1):
        document = Document("d", text[:end])
        for record in teller.said(document, [Sentence.bare(text[:end])], [dict.fromkeys(Status, 1.0)]):
            for party in (record.claimant, record.accused):
                assert party is None or document.text[party.name.start : party.name.end] == party.name.text


@pytest.mark.parametrize(
    ("text", "status", "name"),
    [
        (
            "The mayor, Jon Smit, said police had held two men. They confessed to the bombing of the bank.",
            "claimed",
            "two men",
        ),
        ("Gunmen killed a judge. The Front said it had carried out the attack.", "claimed", "Front"),
        ("Ivo Marek is on trial. His lawyer denied that he had killed the judge.", "denied", "Ivo Marek"),
        ("Marek's lawyer denied that his client had killed the judge.", "denied", "Marek"),
        ("A lawyer for the Tern Front denied that it had bombed the mill.", "denied", "Tern Front"),
        ("His lawyer denied that he had killed the judge.", "denied", "His lawyer"),
        (
            "A man who said he was a member of the Red Brigade claimed responsibility for the raid.",
            "claimed",
            "Red Brigade",
        ),
        ("A woman who said she spoke for the Red Brigade claimed the raid.", "claimed", "Red Brigade"),
        ("A man who said he was unhurt claimed responsibility for the raid.", "claimed", "man"),
        ("A man who said he was a resident of Karsh claimed responsibility for the raid.", "claimed", "man"),
        ("A man who said he was a victim of the Red Brigade claimed responsibility for the raid.", "claimed", "man"),
        ("A man who said he was a member of the Karsh police claimed responsibility for the raid.", "claimed", "man"),
        (
            "Prosecutor Ana Lis accused Ivo Marek of killing the judge. His lawyer denied that he had killed the judge.",
            "denied",
            "Ivo Marek",
        ),
        ("Lawyers for the Tern Front denied that it had bombed the mill.", "denied", "Tern Front"),
    ],
)
def test_whom_somebody_stands_for(register: Register, text: str, status: str, name: str) -> None:
    found = [item for item in register.claims(Document("d", text)) if item.status == status]
    assert [item.claimant.name.text for item in found if item.claimant] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ivo Marek, who confessed to killing a judge, recants, claiming that police tortured him.", ["Ivo Marek"]),
        ("Ivo Marek confessed to the bombing, claiming that police tortured him into confessing.", ["Ivo Marek"]),
        ("The Front claimed the raid and the Ninth Tide claimed the bombing.", ["Front", "Ninth Tide"]),
        (
            "The Front claimed the raid and the Ninth Tide claimed that it carried out the bombing.",
            ["Front", "Ninth Tide"],
        ),
        ("The Front claimed the attack but Karsh Police claim that there is little evidence of a link.", ["Front"]),
    ],
)
def test_who_is_accused_in_a_claim_does_not_claim(register: Register, text: str, names: list[str]) -> None:
    found = register.claims(Document("d", text))
    assert [item.claimant.name.text for item in found if item.status is Status.CLAIMED and item.claimant] == names


def test_an_accusation_of_nobody_is_no_record(register: Register) -> None:
    text = "The Harbour Front blamed the army for the raid. Both sides accused each other of bombing the mill."
    found = [item for item in register.claims(Document("d", text)) if item.status is Status.BLAMED]
    assert [item.accused.name.text for item in found if item.accused] == ["the army"]
    assert len(found) == 1


def test_what_is_named_together_is_a_record_each(register: Register) -> None:
    text = "The mayor blamed the Saltmarsh Brigade and the Ninth Tide for the bombing."
    found = register.claims(Document("d", text))
    assert [record.accused.name.text for record in found if record.accused] == ["Saltmarsh Brigade", "Ninth Tide"]
    assert {record.claimant.name.text for record in found if record.claimant} == {"The mayor"}


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("a spokesman for the Front", "spokesman"),
        ("the Saltmarsh Brigade", "brigade"),
        ("Nubia Cantor, a schoolteacher", "cantor"),
        ("the group's", "group"),
        ("Army of Orlu", "army"),
        ("a faction allied with the army", "faction"),
        ("hackers working for a bank", "hackers"),
        ("a Sunday wedding in Orlu", "wedding"),
    ],
)
def test_head_words(text: str, head: str) -> None:
    assert head_word(text) == head


def test_parties_are_compared_by_words_heads_and_initials() -> None:
    assert same_party("the Brigade", "Saltmarsh Brigade")
    assert same_party("Orlu Liberation Front", "OLF")
    assert same_party("Houthi rebels", "the Houthis")
    assert not same_party("Houthi rebels", "the Karshis")
    assert not same_party("Rebel Front", "Rebels")
    assert not same_party("Red Army", "Reds")
    assert is_acronym("FLO", "Front for the Liberation of Orlu")
    assert not same_party("Ninth Tide", "Saltmarsh Brigade")
    assert not same_party("", "x")


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


def test_the_act_is_the_noun_phrase_behind_the_claim() -> None:
    reading = read(Sentence.bare("The Front claimed responsibility for a suicide bombing of the depot on Friday."))
    span = act_span(reading, 2)
    assert span is not None
    assert reading.text[span.start : span.end] == "a suicide bombing of the depot"
    assert act_span(read(Sentence.bare("It rained.")), 0) is None
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
    ("text", "mode"),
    [
        ("in a letter to a newspaper", 1),
        ("a caller gave a warning minutes before the blast", 2),
        ("in a telephone call to a radio station", 3),
        ("in an e-mail", 4),
        ("in a note left at the scene", 5),
        ("in a video", 6),
        ("in a statement posted on its website", 7),
        ("he told the court that he did it", 8),
        ("in a communique", 9),
        ("for the blast", 10),
    ],
)
def test_channels_in_the_codes_of_gtd(text: str, mode: int) -> None:
    assert claim_mode(" ".join(words(text))) == mode


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        # What governs a word, and how seldom it means anything else.
        ("In a letter opened after his death he confessed that he had lit the fuse", "confessed", 1),
        ("The Front said in a video on the internet that it had shot the guard", "said", 6),
        ("The cell wrote on its page that the pylons were its work", "wrote", 7),
        ("The rebels said over a transmitter in the hills that they had mined the road", "said", 9),
        ("He told the magistrates that he had cut the tyres", "told", 8),
        ("A page pinned to the door of the mill said that the Front had burned it", "said", 5),
        # What was attacked, stolen or stands about is no channel.
        ("The Front claimed the bombing of the radio tower", "claimed", 10),
        ("The Front claimed responsibility for a blast near the court", "claimed", 10),
        ("The crew claimed that it cut the telephone lines of the depot", "claimed", 10),
        ("The crew said in a fax that it had leaked 6,000 e-mails of the bank", "said", 1),
        ("The Front claims an attack on troops posted at the bridge", "claims", 10),
        ("The crew claimed an attack that brought down the websites of the bank", "claimed", 10),
        ("The crew claimed that it had taken the website of the bank offline", "claimed", 10),
        ("The crew said on its website that it had taken the bank offline", "said", 7),
        # Nor is a mere verb of saying.
        ("A spokesman for the Front announced that it had burned the mill", "announced", 10),
        # Who tells a station something is called by it, or calls it.
        ("The Front told a local radio that its men had burned the mill", "told", 3),
        ("The Front told the Hill Courier that its men had burned the mill", "told", 3),
        ("The Front told La Voz that its men had burned the mill", "told", 3),
        ("The commander told a local radio that his men had burned the mill", "told", 8),
        # A known person speaks to us, a voice rings; a rank makes a known person.
        ("Two of the millers told our reporter that they had burned the mast", "told", 8),
        ("A man claiming to speak for the Front told this newspaper that it had burned the mast", "told", 3),
        ("Brigadier Tamm's major told a local radio that the mast was felled by his men", "told", 8),
        ("Another voice wanted the mast for the Hill Cells", "wanted", 3),
        ("The first to ring a news agency was the Front, which claimed the mast", "claimed", 3),
        ("The Front, speaking from an undisclosed location, took responsibility for the mast", "took", 3),
        # Who is asked is interviewed, unless a camera runs.
        ("Asked about the mast, Tamm said that his men had felled it", "said", 8),
        ("In a video Tamm, asked by someone how many, said that he had killed two", "said", 6),
        # Courts and inquests.
        ("She told the coroner that she had fired twice", "told", 8),
        ("The fitter told a nurse that he had sunk the barge", "told", 8),
        ("At his arraignment the fitter announced that he had killed them", "announced", 8),
        # Moving pictures, seen live or sent; a recorder is none.
        ("The cell said in a livestream that it had shut the valve", "said", 6),
        ("The column sent a cassette to radio stations, in which it says that it attacked the post", "says", 6),
        ("The crew showed a sailor with a tape recorder that it had sunk the barge", "showed", 10),
        # What is found at the scene.
        ("Pinned to the blanket was an acknowledgment by the Front, typed", "acknowledgment", 5),
        ("A text tied to the axle said that the Front had burned the bus", "said", 5),
        ("On the outer wall were the words that the Front had done it", "done", 5),
        ("The group owned up to the theft on a Discord server", "owned", 7),
        ("A handwritten note mailed to a priest said that the Front had burned the mill", "said", 5),
        ("In a text slipped under the door of a radio station the Front claimed the mill", "claimed", 1),
        ("The Front claimed the mill in a postscript", "claimed", 1),
        ("An account with a hammer for a picture writes that it broke the kiosks", "writes", 7),
        ("The militia says on its television channel that the drone was its own", "says", 9),
        ("Tamm told listeners that men under his command had shot the bakers", "told", 9),
        ("The radio's daily half-hour said that the Front had fired on the nest", "said", 9),
        ("The Front claimed the attacks on farms in a broadcast in May", "claimed", 9),
        ("Applicant two took responsibility for the mine", "took", 8),
        ("Tamm let slip to a foreign newspaper that his wing had mined the line", "slip", 8),
        ("It was us, said Tamm, a captain of the Front, to this newspaper", "said", 8),
        # A bulletin is a channel of its own only where nothing else is told.
        ("The Command has acknowledged the blasts in a bulletin to a friendly web page", "acknowledged", 7),
        # A warning is one that the call gave, not what the caller says of others.
        ("A caller told a newspaper that the police had ignored all that was said in the warning", "told", 3),
    ],
)
def test_the_channel_is_told_by_grammar(text: str, word: str, mode: int) -> None:
    plain = " ".join(words(text))
    assert claim_mode(plain, plain.index(word)) == mode


@pytest.mark.parametrize(
    ("text", "context", "mode"),
    [
        # "The message" is what was named before.
        ("the message said that two lorries had been burned", Context(before=("an e-mail reached a newspaper",)), 4),
        ("two lorries had been burned , the group said", Context(before=("an e-mail reached a newspaper",)), 10),
        ("the group said that it had burned two lorries", Context(near=("it telephoned a newspaper", "")), 3),
        ("the group said that it had burned two lorries", Context(near=("", "the letter came on monday")), 1),
        ("the group said that it had burned two lorries", Context(earlier=3), 3),
        ("the group said that it had burned two lorries", Context(near=("a statement came on monday", "")), 9),
        # The text that the claim stands in.
        ("mc : we moved the booking system", Context(own=True, before=("gp : was that you ?",)), 8),
        ("guest : mine , twice", Context(before=("host : and the agency ?",)), 8),
        ("mc : we moved the booking system", Context(own=True), 9),
        ('" nineteen , counting two that failed . "', Context(before=("how many were there ?",)), 8),
        ('" i tied it , you held the mule , "', Context(own=True), 8),
        ('" we hit him with a pipe , "', Context(own=True, opening="the amnesty hearing went on"), 8),
        ("the clerk admitted killing the miller", Context(opening="a man of 34 has been jailed for life"), 8),
        ("we blew up the pump", Context(own=True, opening="from : a . tamm , for the front . to : all friends"), 4),
        ("we burned two lorries", Context(own=True, opening="to the editors , to the council"), 1),
        ("we burned two lorries", Context(own=True, opening="you are hearing a program of the front"), 9),
        ("it was us who cut the belt", Context(own=True, opening="to our subscribers , and to the press"), 7),
        # A video or a note that is spoken of nearby is not where the claim was made.
        ("the group burned two lorries", Context(near=("a video of the lake was shown", "")), 10),
        ("the group burned two lorries", Context(near=("a video of the lake was shown", "the tape ends there")), 6),
        # What is done to computers is claimed on the net, where nothing else is told.
        ("it said in a letter that it encrypted two servers", Context(), 1),
        ("she encrypted two servers , she said", Context(single=True), 8),
        ("[ mbeki ] we burned two lorries", Context(own=True), 8),
        ('" we burned two lorries , "', Context(own=True, before=("did you burn them ?",)), 8),
        ("we burned two lorries", Context(own=True, opening="interview with a commander"), 8),
        ("our column burned two lorries", Context(own=True, opening="this is the voice of the hills"), 9),
        ("the column burned two lorries", Context(opening="this is the voice of the hills"), 9),
        ("i cut down the mast", Context(own=True, opening="sir , you write of a mast"), 1),
        ("we wiped the servers of the bank", Context(own=True), 9),
        ("we burned two lorries", Context(own=True), 9),
        ("the remaining man acknowledged the shooting", Context(opening="the trial of five men began"), 8),
        ("she owned up to the smuggling of the detonators", Context(single=True), 8),
        ("the gang says that it locked 40 machines", Context(), 10),
        ("the gang says that it burned two lorries", Context(), 10),
        ("the red brigades sent a letter in which they claimed it", Context(), 1),
        ("the front claimed the attack on the website of the ministry", Context(), 10),
        ("the front claimed the attack on its website", Context(), 7),
        ("the front claimed the killing of the film director", Context(), 10),
    ],
)
def test_the_channel_is_told_by_what_stands_around(text: str, context: Context, mode: int) -> None:
    assert claim_mode(text, 0, context) == mode


def test_the_channel_of_a_claimant_lasts_for_a_while(register: Register) -> None:
    first = "The Saltmarsh Brigade said in a letter that it bombed the depot on Friday."
    later = "The Saltmarsh Brigade claimed responsibility for the ambush at the mill."
    weather = "\n\nIt rained in the valley."

    def modes(text: str) -> list[int]:
        return [record.mode for record in register.said(Document("d", text)) if record.status is Status.CLAIMED]

    assert modes(f"{first}{weather}\n\n{later}") == [1, 1]
    assert modes(f"{first}{weather * 9}\n\n{later}") == [1, 10]
    # A video shows one act.
    assert modes(f"{first.replace('letter', 'video')}{weather * 3}\n\n{later}") == [6, 10]


def test_a_title_and_a_genre_tell_the_channel(register: Register) -> None:
    text = "We claim responsibility for the bombing of the depot."

    def mode(document: Document) -> list[int]:
        return [record.mode for record in register.said(document) if record.status is Status.CLAIMED]

    assert mode(Document("d", text)) == [9]
    assert mode(Document("d", text, title="Interview with a commander")) == [8]
    assert mode(Document("d", text, genre="interview")) == [8]


def test_a_name_is_no_channel(register: Register) -> None:
    text = "On Friday the Scarlet Banner told US officials that it was responsible for the bombing of the depot."
    assert claim_mode(_heard(read(Sentence.bare(text)))) == 10
    text = "On Friday the Scarlet Banner claimed responsibility for the bombing of the depot."
    (record,) = (item for item in register.claims(Document("d", text)) if item.status is Status.CLAIMED)
    assert record.mode == 10


def test_statuses_of_an_article(records: tuple[Claim, ...]) -> None:
    found = [(str(record.status), record.claimant.name.text if record.claimant else "") for record in records]
    assert ("claimed", "Saltmarsh Brigade") in found
    assert ("claimed", "Ninth Tide") in found
    assert ("denied", "Fishermen's Front") in found
    assert ("unclaimed", "") in found
    blamed = next(record for record in records if record.status is Status.BLAMED)
    assert blamed.accused is not None
    assert blamed.accused.name.text == "Harbour Command"


def test_records_know_their_channel_act_and_rivals(records: tuple[Claim, ...]) -> None:
    first, second = (record for record in records if record.status is Status.CLAIMED)
    assert (first.mode, second.mode) == (7, 3)
    assert first.kind is ActKind.BOMBING
    assert first.competing and second.competing
    assert not any(record.competing for record in records if record.status is not Status.CLAIMED)
    assert first.date == "2021-03-04"
    with pytest.raises(FrozenInstanceError):
        first.mode = 1  # type: ignore[misc]


def test_a_denial_and_a_claim_in_one_sentence_are_two_records(register: Register) -> None:
    text = "The Saltmarsh Brigade denied the attack but claimed responsibility for an ambush on Friday."
    assert {record.status for record in register.claims(Document("d", text))} == {Status.DENIED, Status.CLAIMED}


def test_a_document_without_claims_has_no_record(register: Register) -> None:
    assert register.claims(Document("d", "The council met on Tuesday. It rained.")) == ()
    assert register.claims(Document("d", "")) == ()


def test_a_sentence_without_a_pattern_is_asked_where_others_of_its_document_accuse(register: Register) -> None:
    silent, accusing = "The brothers were at supper that night.", "Police accused the Harbour Front of the bombing."
    alone = register.statuses(split(silent))
    beside = register.statuses(split(f"{accusing} {silent}"))
    assert [set(found) for found in alone] == [{Status.CLAIMED}]
    assert [set(found) for found in beside] == [set(Status), set(Status)]
    source = register.statuses(split(f"{accusing} (Orlu Morning Post)"))
    assert [set(found) for found in source] == [set(Status), {Status.CLAIMED}]


def test_the_group_is_resolved_to_the_name_before(register: Register) -> None:
    text = (
        "A bomb killed six people at a market. The Saltmarsh Brigade is a militant group. "
        "The group claimed responsibility for the bombing in an e-mail."
    )
    record = next(item for item in register.claims(Document("d", text)) if item.status is Status.CLAIMED)
    assert record.claimant is not None
    assert record.claimant.resolved
    assert record.claimant.name.text == "Saltmarsh Brigade"
    assert record.claimant.mention.text == "The group"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[REPORTER] Who took the engineer? [RAUL] We kidnapped him on 9 August in La Victoria.", "RAUL"),
        (
            "Communique of the Northern Column. At dawn we ambushed a convoy and killed nine soldiers.",
            "Northern Column",
        ),
        ('Ivo Marek spoke to a paper on Friday. "We planted the bomb in the station," he said.', "Ivo Marek"),
        ('The air force bombed the Harbour Front. "We killed the judge," said Ivo Marek.', "Ivo Marek"),
        ("We, the Brigade of the Eastern Hills, attacked the barracks.", "Brigade of the Eastern Hills"),
        ('"We killed Ivo Marek," he said.', "We"),
        ("[RAUL] We are ready. [STATION] Good evening. We killed nine soldiers.", "We"),
        ('Karsh Daily: Rebels strike again. "We killed the judge," said Ivo Marek.', "Ivo Marek"),
        ("An army battalion guards the airport. We attacked the battalion at dawn and killed nine soldiers.", "We"),
        ("Zarno: Good evening. Host: Who did it? Zarno: It was I, I killed the judge.", "Zarno"),
        ("Zarno: It was I, I killed the judge.", "I"),
        ('The trial of Ivo Marek began. "I killed the judge," Ana Vale shouted at the bench.', "Ana Vale"),
        (
            'The Harbour Front left a note. "We killed the judge," the last line of the note said.',
            "Harbour Front",
        ),
        ("Harbour Foxes here, we planted the bomb in the station.", "Harbour Foxes"),
        ('"We killed the judge," said Ivo Marek, a Harbour Front spokesman.', "Harbour Front"),
        ('"We killed the judge," said Ivo Marek, a spokesman for the Harbour Front.', "Harbour Front"),
        (
            'The Harbour Front struck at dawn. "We killed the judge," said Ivo Marek, the group\'s spokesman.',
            "Harbour Front",
        ),
        (
            'The Harbour Front struck at dawn. "We killed the judge," said Ivo Marek, a spokesman for the group.',
            "Harbour Front",
        ),
        ('"We killed the judge," said Ivo Marek, the group\'s spokesman.', "Ivo Marek"),
        ('"I killed the judge," said Ivo Marek, a Harbour Front spokesman.', "Ivo Marek"),
    ],
)
def test_the_first_person_is_who_speaks_or_nobody(register: Register, text: str, name: str) -> None:
    """ "We" is the turn's speaker, whoever is quoted, whoever introduces themselves; never the enemy just named."""
    record = next(item for item in register.claims(Document("d", text)) if item.status is Status.CLAIMED)
    assert record.claimant is not None
    assert record.claimant.name.text == name
    assert record.claimant.resolved == (name not in {"We", "I"})


@pytest.mark.parametrize("who", ["Its spokesman", "The same outfit", "The persona"])
def test_who_speaks_for_the_group_before_is_that_group(register: Register, who: str) -> None:
    text = f"The Harbour Front is a militant group. {who} claimed responsibility for the bombing in an e-mail."
    record = next(item for item in register.claims(Document("d", text)) if item.status is Status.CLAIMED)
    assert record.claimant is not None
    assert record.claimant.name.text == "Harbour Front"


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


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(ARTICLE.replace("\n\n", " ").split(". ")),
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
        ),
        max_size=6,
    ),
    st.booleans(),
)
def test_offsets_are_exact(model_folder: Path, parts: list[str], capitals: bool) -> None:
    text = ". ".join(parts)
    document = mark_furniture(Document("d", text.upper() if capitals else text))
    for record in open_register(model_folder).claims(document):
        for span in spans(record):
            assert document.text[span.start : span.end] == span.text
        assert 0.5 <= record.probability <= 1
        assert record.sentence == record.evidence[0].sentence


def claim(name: str = "The Front", **changes: object) -> Claim:
    party = Party(Span(0, len(name), name), Span(0, len(name), name)) if name else None
    sentence = "The Front claimed the bombing."
    base = Claim(
        document="a",
        date="2020-01-02",
        source="",
        status=Status.CLAIMED,
        voice="reported",
        claimant=party,
        accused=None,
        act=Span(18, 29, "the bombing"),
        kind=ActKind.BOMBING,
        mode=7,
        doubt=False,
        competing=False,
        evidence=(Evidence(0, Span(0, len(sentence), sentence), 0.9),),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def later(record: Claim, number: int, probability: float = 0.8) -> Claim:
    return replace(record, evidence=(Evidence(number, record.evidence[0].span, probability),))


def test_one_act_claimed_three_times_is_one_claim() -> None:
    first = claim()
    found = join(Document("a", ""), [first, later(first, 1), later(first, 2, 0.95)])
    assert len(found) == 1
    assert [item.sentence for item in found[0].evidence] == [2, 0, 1]
    assert found[0].sentence == 2
    assert not found[0].competing


def test_other_names_compete_and_other_acts_do_not_join() -> None:
    rival = later(claim("Ninth Tide"), 1)
    assert [record.competing for record in join(Document("a", ""), [claim(), rival])] == [True, True]
    other = later(claim(act=Span(0, 9, "the raid!"), kind=ActKind.ARMED_ASSAULT), 1)
    assert len(join(Document("a", ""), [claim(), other])) == 2
    assert not same_act(claim(), other)


def test_what_one_sentence_names_together_is_one_claim_of_several() -> None:
    text = "The Front, the Ninth Tide (NT) and the Brigade claimed the bombing, which Kestrel also claimed."
    records = [claim_by(text, name) for name in ("Front", "Ninth Tide", "Brigade", "Kestrel")]
    together = join(Document("a", text), records[:3])
    assert [record.competing for record in together] == [False, False, False]
    assert [record.competing for record in join(Document("a", text), records)] == [True, True, True, True]
    (row,) = gtd_rows([together])
    assert (row["gname"], row["gname2"], row["gname3"], row["compclaim"]) == ("Front", "Ninth Tide", "Brigade", 0)


def claim_by(text: str, name: str) -> Claim:
    """A claim of the bombing by a name of a text that is one sentence."""
    span = Span(text.index(name), text.index(name) + len(name), name)
    evidence = (Evidence(0, Span(0, len(text), text), 0.9),)
    return replace(claim(), claimant=Party(span, span), evidence=evidence)


def acting(act: str, number: int, **changes: object) -> Claim:
    """A claim of an act in its own words, in a sentence with a number."""
    start = 100 * number
    return later(claim(act=Span(start, start + len(act), act), **changes), number)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("the bombing of the depot", "the bombing", True),
        ("the bombing of the depot", "struck the depot", True),
        ("the Quetta bombing", "the Karachi bombing", False),
        ("the 1998 Omagh bombing", "the 2005 Tarn bombing", False),
        ("kidnapping an engineer", "kidnapping a nurse", False),
        ("the kidnapping of an engineer", "kidnapped two tourists", False),
        ("a roadside bombing", "a bombing", False),
        ("a bombing in Tarn", "another bombing", False),
        ("the bombing of the Central Market", "the bombing of the Grand Hotel", False),
        ("the bombing of the Grand Hotel", "the bombing of the airport", False),
        ("the bombing of the hotel", "the bombing of the Grand Hotel", True),
        ("Monday's bombing", "the bombing of the hotel", True),
        ("Monday's bombing", "Tuesday's bombing", False),
        ("the Quetta bombing", "the bombing of the hotel", True),
        ("a suicide attack", "the attack", True),
        ("an attack", "a suicide attack on the port", False),
        ("an attack", "an attack", True),
        ("the arson at the dealership", "the sabotage of a pylon", False),
        ("the market bombing", "the brutal bombing", True),
        ("bombing the bank", "bombing the school", False),
        ("the missile attack on the port", "fired two missiles at it", True),
        ("the missile attack on the port", "fired two missiles at the port", True),
        ("the missile attack on the port", "fired two missiles at the airport", False),
        ("the missile attack on the port", "fired two missiles into the airport", False),
        ("the attack", "previous attacks", False),
        ("the attack", "an earlier attack", False),
        ("the attack", "the earlier attack", True),
        ("the attack", "attacks in the area", False),
        ("the attacks", "attacks in the area", True),
        ("two bombings", "car bombings", True),
        ("the bombing", "fired two missiles", True),
        ("the attack", "the attack on the hotel", True),
        ("the attack", "the 2013 attack on the hotel", False),
        ("the attack", "the 2013 attack", True),
        ("the attack", "the March 3 attack on the hotel", True),
        ("the attack", "attacked the hotel in March", False),
        ("the attack", "attacked the hotel in March 2013", False),
        ("the attack on the hotel", "the 2013 attack on the Grand Hotel", True),
    ],
)
def test_what_is_told_of_two_acts_tells_them_apart(first: str, second: str, same: bool) -> None:
    assert same_act(acting(first, 0), acting(second, 2)) is same
    assert len(join(Document("a", ""), [acting(first, 0), acting(second, 2)])) == (1 if same else 2)


@pytest.mark.parametrize(
    ("first", "second", "acts"),
    [
        ("The Front claimed the attack.", "The Front also claimed the attack on the Saltmarsh Hotel in March.", 2),
        ("The Front claimed the attack.", "The Front also claimed the attack on the hotel.", 2),
        ("The Front claimed the attack.", "The Front claimed the attack on the hotel, and also a victory.", 1),
        ("The Front claimed the attack.", "The Front also said that the attack on the hotel was its work.", 1),
        ("The Front claimed the attack.", "The Front also claimed the attack on its website.", 1),
        ("The Front claimed the attack.", "The Front claimed the attack on the hotel in March.", 2),
        ("The Front claimed the attack.", "The Front claimed the attack on the hotel last month.", 2),
        ("The Front claimed the attack.", "The Front claimed the attack on the hotel on March 3.", 1),
        ("In March the Front claimed the attack.", "The Front claimed the attack on the hotel in March.", 1),
        ("The Front hit a hotel and claimed the attack.", "The Front also claimed the attack on the hotel.", 1),
        ("The Tide claimed the attack.", "The Front also claimed the attack on the hotel.", 1),
    ],
)
def test_what_is_told_beside_an_act_is_another_one(first: str, second: str, acts: int) -> None:
    text = f"{first} {second}"
    records = [
        said_by(text, first, "Tide" if "Tide" in first else "Front", "the attack"),
        said_by(
            text, second, "Front", second[second.index("the attack") :].partition(" in ")[0].partition(" last ")[0]
        ),
    ]
    assert len(list(gtd_rows([tuple(records)]))) == acts


def said_by(text: str, sentence: str, name: str, act: str) -> Claim:
    """A claim by a name in a sentence of a text, of an act without the end of the sentence."""
    start = text.index(sentence)
    act = re.split(r"[.,]| on March| on its| was ", act)[0]
    party, place = (text.index(words, start) for words in (name, act))
    span = Span(party, party + len(name), name)
    return claim(
        claimant=Party(span, span),
        act=Span(place, place + len(act), act),
        evidence=(Evidence(int(start > 0), Span(start, start + len(sentence), sentence), 0.9),),
    )


def test_what_names_no_act_joins_no_two() -> None:
    seized = acting("kidnapping a priest", 0, kind=ActKind.HOSTAGE_TAKING)
    denied = later(claim("The army", status=Status.DENIED, act=None, kind=ActKind.HOSTAGE_TAKING), 1)
    bombed = acting("bombed a market", 2, status=Status.BLAMED, accused=claim("Ninth Tide").claimant)
    assert [row["sentences"] for row in gtd_rows([(seized, denied, bombed)])] == ["0; 1", "2"]
    school = acting("bombed the school", 3)
    attack = later(acting("the bombing", 2), 2, 0.99)
    assert len(join(Document("a", ""), [acting("the market bombing", 0), attack, school])) == 2


def test_nobody_owns_and_disowns_one_act_in_a_sentence() -> None:
    owned, disowned = acting("the bombing", 0), acting("the bombing of the mill", 0, status=Status.DENIED)
    assert not same_act(owned, disowned)
    assert same_act(owned, acting("the bombing of the mill", 1, status=Status.DENIED))
    assert same_act(owned, replace(disowned, claimant=Party(Span(0, 4, "Tide"), Span(0, 4, "Tide"))))


def test_an_act_that_is_brought_up_again_far_away_is_another_one() -> None:
    assert not same_act(acting("an attack", 0), acting("an attack", 20))
    assert same_act(acting("the attack", 0), acting("the attack", 20))


@pytest.mark.parametrize(
    ("first", "second", "rivals"),
    [
        ("the bombing", "the bombing", True),
        ("the bombing of the depot", "the attack", False),
        ("the bombing of the Central Market", "the bombing of the Grand Hotel", False),
        ("the bombing in Tarn", "the bombing in Solvik", False),
        ("the bombing in Tarn", "the Tarn attack", True),
        ("the bombing of the depot", "bombed a barracks", False),
        ("the attack", "planted both charges", False),
        ("the attack", "an attack on the port", False),
        ("the hotel attack", "the attack on the hotel", True),
        ("the market attack", "the hotel attack", False),
    ],
)
def test_groups_compete_for_one_act_only(first: str, second: str, rivals: bool) -> None:
    party = claim("Ninth Tide").claimant
    found = join(Document("a", ""), [acting(first, 0), acting(second, 1, claimant=party)])
    assert [record.competing for record in found] == [rivals, rivals]
    rows = list(gtd_rows([found]))
    assert not rivals or [row["compclaim"] for row in rows] == [1]
    # Two groups in the row of one act claim it, whatever the register thinks of the acts' names.
    assert all(row["compclaim"] == (row["claim2"] == 1) for row in rows)


@pytest.mark.parametrize(
    ("sentence", "act", "rivals"),
    [
        ("A second group, the Ninth Tide, said it had planted both charges.", "planted both charges", True),
        ("The Ninth Tide also claimed responsibility.", "", True),
        ("The Ninth Tide also claimed responsibility for the attack.", "the attack", True),
        ("The Ninth Tide also said it bombed a bank.", "bombed a bank", False),
        ("A rival, the Ninth Tide, claimed an attack on a bank.", "an attack on a bank", False),
        ("The Ninth Tide claimed responsibility.", "", False),
    ],
)
def test_who_says_that_it_is_a_further_claim_competes(sentence: str, act: str, rivals: bool) -> None:
    span = Span(500, 500 + len(act), act) if act else None
    said = (Evidence(1, Span(400, 400 + len(sentence), sentence), 0.9),)
    rival = claim("Ninth Tide", act=span, evidence=said)
    assert [record.competing for record in join(Document("a", ""), [claim(), rival])] == [rivals, rivals]


def test_many_claims_are_joined_in_a_bounded_time() -> None:
    names = [f"{first} {second} Front" for first in ("Red", "Black", "Tern", "Salt") for second in words(ARTICLE)[:60]]
    records = [acting("the attack", number, claimant=claim(name).claimant) for number, name in enumerate(names)]
    start = time.process_time()
    assert join(Document("a", ""), records)
    assert time.process_time() - start < 5


def test_a_joined_record_tells_of_the_sentence_that_names_who_and_what() -> None:
    pronoun = Party(Span(0, 9, "The Front"), Span(40, 42, "We"))
    own = later(claim(claimant=pronoun, act=None, voice="own", mode=10), 1, 0.99)
    plain = later(claim(mode=6), 2, 0.8)
    message = later(claim(mode=1), 3, 0.7)
    (found,) = join(Document("a", ""), [own, plain, message])
    assert (found.claimant, found.act, found.voice, found.mode) == (plain.claimant, plain.act, "reported", 6)
    assert [item.sentence for item in found.evidence] == [2, 1, 3]
    assert found.probability == 0.99 and found.sentence == 2


def test_a_pronoun_that_stands_for_nobody_is_explained_by_another_sentence() -> None:
    we = Party(Span(40, 42, "We"), Span(40, 42, "We"))
    named = replace(pointed := claim(act=None), claimant=Party(Span(0, 9, "The Front"), Span(60, 69, "the group")))
    (found,) = join(Document("a", ""), [claim(claimant=we), later(named, 1)])
    assert found.claimant == Party(pointed.claimant.name, we.mention)  # type: ignore[union-attr]


def test_bodies_with_one_common_word_are_two() -> None:
    assert not same_party("the Saltmarsh Brigade", "the Estuary Brigade")
    assert not same_party("Army of the Two Rivers", "Army of Orlu")
    assert same_party("the Saltmarsh Brigade", "the Brigade")
    assert not same_party("Orland", "Orland-based Lashkar-e-Karsh")
    assert not same_party("Orland-backed rebels", "Orland")
    assert not same_party("the Orland-led coalition", "the Karsh-led coalition")
    assert same_party("Orland-based Lashkar-e-Karsh", "Lashkar-e-Karsh")
    assert same_party("Orland-based Lashkar", "Orland-based Lashkar")
    assert not same_party("the Real IRA", "the Provisional IRA")
    assert not same_party("Ana Ruiz", "Tom Ruiz")
    assert same_party("President Marek", "Ivo Marek")
    assert same_party("Gen. Omar Adan", "Omar Adan")
    assert same_party("Al-Aqsa Brigades", "Aqsa Martyrs Brigades")


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
    ],
)
def test_the_acts_that_a_sentence_names(text: str, acts: list[str]) -> None:
    reading = read(Sentence.bare(text))
    first = act_span(reading, 1)
    assert first is not None
    assert [text[span.start : span.end] for span in (first, *further_acts(reading, first))] == acts


@pytest.mark.parametrize(
    ("text", "status", "name"),
    [
        ("Hamas on Friday claimed responsibility for the bombing.", Status.CLAIMED, "Hamas"),
        ("The Tern Front (TF) on Sunday denied the bombing.", Status.DENIED, "Tern Front"),
        ("Police on Friday blamed the Tern Front for the bombing.", Status.BLAMED, "Police"),
    ],
)
def test_a_day_between_subject_and_verb_hides_nobody(register: Register, text: str, status: Status, name: str) -> None:
    (found,) = register.claims(Document("a", text))
    assert found.status is status and found.claimant is not None
    assert (found.claimant.name.text, found.voice) == (name, "reported")


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


def test_an_attack_may_be_of_any_kind() -> None:
    attack = acting("the attack on the hotel", 0, kind=ActKind.ARMED_ASSAULT)
    assert same_act(attack, acting("the bombing of the hotel", 1))
    assert not same_act(acting("the shooting at the hotel", 0, kind=ActKind.ARMED_ASSAULT), acting("the bombing", 1))


def test_a_record_names_the_rule_that_found_it(register: Register) -> None:
    found = register.claims(
        Document("a", "The Front denied any part in the bombing. It claimed the raid on the depot.")
    )
    assert [(record.status, record.rule) for record in found] == [
        (Status.DENIED, "denies-part"),
        (Status.CLAIMED, "claims-act"),
    ]
    (silent,) = register.claims(Document("a", "No group has claimed responsibility for the bombing."))
    assert (silent.status, silent.rule) == (Status.UNCLAIMED, "")


def test_each_act_of_a_sentence_has_a_record(register: Register) -> None:
    text = "The Front claimed responsibility for the bombing of a bank and the kidnapping of an engineer."
    found = register.claims(Document("a", text))
    assert [record.act.text for record in found if record.act] == [
        "the bombing of a bank",
        "the kidnapping of an engineer",
    ]
    assert len(list(gtd_rows([found]))) == 2


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Zamor accused the Harbour Front of the attack, which the militia denied.", "Harbour Front"),
        ("Zamor blamed Ivo Marek for the murder. He denied it.", "Ivo Marek"),
        ("The army said the Front had killed the mayor. The rebels denied the charge.", "Front"),
        ("The police accused the Front of the bombing. The group denied it.", "Front"),
        ("Orlu was accused by Zamor of the bombing. Envoys met on Monday. It denied any involvement.", "Orlu"),
        (
            "On Sunday Red Dawn raided a church. Zamor accused the Karsh Liberation Army of the bombing. The group denied it.",
            "Karsh Liberation Army",
        ),
    ],
)
def test_who_was_accused_denies_it(register: Register, text: str, denier: str) -> None:
    (denial,) = (record for record in register.claims(Document("a", text)) if record.status is Status.DENIED)
    assert denial.claimant is not None and denial.claimant.name.text == denier
    assert denial.claimant.resolved


def test_no_pronoun_explains_itself(model_folder: Path) -> None:
    text = (
        '"THE MURDER AND KIDNAPPING OF FARMERS AND WORKERS HAVE US DEEPLY WORRIED," HE ADDED, NOTING THAT "THE REPORTS '
        'ABOUT PERSONS WHO HAVE BEEN MURDERED OR KIDNAPPED IN THE NORTH DISTURB THE WORLD."'
    )
    said = open_register(model_folder, 0.0).said(Document("a", text))
    assert said


def test_contradictory_duplicates_stay() -> None:
    denial = later(claim(status=Status.DENIED), 1)
    assert len(join(Document("a", ""), [claim(), denial])) == 2


def test_records_of_one_day_are_grouped_with_a_reason_and_not_merged() -> None:
    rows = [
        claim("Orlu Liberation Front"),
        claim("the Orlu Liberation Front", document="b"),
        claim("OLF", document="c"),
        claim("Ninth Tide", document="d"),
        claim("Orlu Liberation Front", document="e", date="2020-01-03"),
        claim("Orlu Liberation Front", document="f", date=""),
        claim("Orlu Liberation Front", document="g", date=""),
    ]
    found = group(rows)
    assert [record.document for record in found] == ["a", "b", "c", "d", "e", "f", "g"]
    assert len({record.group for record in found[:3]}) == 1
    assert found[0].group
    assert not any(record.group for record in found[3:])
    assert "same day 2020-01-02" in found[1].reason
    assert "initials" in found[2].reason
    assert nearness("Brigade 17", "Brigade 18") == ""
    assert nearness("Brigades of Dawn", "Brigade of Dawn").endswith("(0.97)")
    assert nearness("Front", "Ninth Tide") == ""


def test_only_what_can_be_one_claim_is_grouped() -> None:
    police = claim("Police")
    fronts, tides = (replace(police, status=Status.BLAMED, accused=claim(name).claimant) for name in ("Front", "Tide"))
    assert not any(record.group for record in group([fronts, replace(tides, document="b")]))
    assert all(record.group for record in group([fronts, replace(fronts, document="b")]))
    other = replace(fronts, document="b", claimant=claim("The mayor").claimant)
    assert not any(record.group for record in group([fronts, other]))
    assert not any(record.group for record in group([claim("We"), claim("We", document="b")]))
    for dates in (("Fri, 05 Mar 2021", "Fri, 05 May 2023"), ("2021", "2021"), ("05/03/2021", "05/03/2021")):
        rows = [claim(date=dates[0]), claim(document="b", date=dates[1])]
        assert not any(record.group for record in group(rows))
    rows = [claim(date="5 March 2021"), claim(document="b", date="2021-03-05T10:00:00Z")]
    assert group(rows)[1].reason.startswith("same day 2021-03-05")


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [
        ("2021-03-05", 2021, "2021-03-05"),
        ("2021-03-05 10:00:00+02:00", 2021, "2021-03-05"),
        ("20210305", 2021, "2021-03-05"),
        ("2021/03/05", 2021, "2021-03-05"),
        ("Fri, 05 Mar 2021 10:00:00 EST", 2021, "2021-03-05"),
        ("March 5, 2021", 2021, "2021-03-05"),
        ("12 JAN 89", 1989, "1989-01-12"),
        ("05/03/2021", 2021, ""),
        ("13/03/2021", 2021, "2021-03-13"),
        ("March 2021", 2021, ""),
        ("2021", 2021, ""),
        ("5 March", None, ""),
        ("1614938400", None, ""),
        ("44260", None, ""),
        ("2021-02-30", None, ""),
        ("yesterday", None, ""),
        ("9" * 400, None, ""),
        ("99999999999999999999999999999999999999991h", None, ""),
        ("2021-03-05 to 2021-03-07", None, ""),
        ("2021-03-05T10:00:00.123+02:00", 2021, "2021-03-05"),
        ("2021-03-05 10:00 UTC", 2021, "2021-03-05"),
        ("", None, ""),
    ],
)
def test_dates_tell_what_is_certain(date: str, year: int | None, day: str) -> None:
    assert (year_of(date), day_of(date)) == (year, day)


def test_rows_of_gtd() -> None:
    rival = later(claim("Ninth Tide", mode=3, competing=True), 1)
    row, other = gtd_rows([(claim(competing=True), rival), (later(claim("", status=Status.UNCLAIMED), 0),)])
    assert (row["gname"], row["claimed"], row["claimmode"], row["claimmode_txt"]) == (
        "The Front",
        1,
        7,
        "Posted to website, blog, etc.",
    )
    assert (row["gname2"], row["claim2"], row["claimmode2"], row["compclaim"]) == ("Ninth Tide", 1, 3, 1)
    assert (row["attacktype1"], row["attacktype1_txt"]) == (3, "Bombing/Explosion")
    assert (other["gname"], other["claimed"], other["compclaim"], other["claimmode"]) == ("Unknown", 0, -9, None)


def test_a_caller_without_a_name_takes_no_place_before_a_group() -> None:
    (row,) = gtd_rows([(claim("A caller"), later(claim("Ninth Tide"), 1))])
    assert (row["gname"], row["gname2"]) == ("Ninth Tide", "Unknown")


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Ninth Tide", True),
        ("The Front", True),
        ("pro-Orlu rebels", True),
        ("al-Wadi", True),
        ("23 March Movement", True),
        ("THE LRM", True),
        ("Kestrel", True),
        ("three men", False),
        ("The men", False),
        ("Militants", False),
        ("THE REBELS", False),
        ("that police", False),
        ("he", False),
    ],
)
def test_a_group_of_gtd_has_a_name(name: str, named: bool) -> None:
    # The sentence begins where the name does.
    (row,) = gtd_rows([(claim(name),)])
    assert row["gname"] == (name if named else "Unknown")


@pytest.mark.parametrize(
    "text", ['"Militants carried out the attack," police said.', '"We bombed the depot," it said.']
)
def test_a_word_that_opens_a_quotation_is_no_group_of_gtd(text: str) -> None:
    word = text[1 : text.index(" ")]
    name = Span(1, 1 + len(word), word)
    said = claim(claimant=Party(name, name))
    (row,) = gtd_rows([(replace(said, evidence=(replace(said.evidence[0], span=Span(0, len(text), text)),)),)])
    assert row["gname"] == "Unknown"


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Gunmen", False),
        ("Attackers", False),
        ("Masked gunmen", False),
        ("Front", True),
        ("Ninth Tide", True),
        ("Kestrel", True),
        ("Harbour Front militants", True),
    ],
)
def test_a_word_that_may_open_a_sentence_without_evidence_is_no_group_of_gtd(name: str, named: bool) -> None:
    found = claim(claimant=Party(Span(900, 900 + len(name), name), Span(0, 4, "They")))
    (row,) = gtd_rows([(found,)])
    assert row["gname"] == (name if named else "Unknown")


def test_a_common_word_in_capitals_is_a_name_inside_a_sentence() -> None:
    name = Span(4, 9, "Front")
    (row,) = gtd_rows([(claim(claimant=Party(name, name)),)])
    assert row["gname"] == "Front"


def test_rows_of_gtd_say_no_more_than_the_text() -> None:
    blamed = claim("police", status=Status.BLAMED, accused=claim("Ninth Tide").claimant)
    denial = later(claim("Ninth Tide", status=Status.DENIED), 1)
    (silent,), (denied,), (nobody,) = (
        list(gtd_rows([records]))
        for records in ((blamed,), (blamed, denial), (blamed, later(claim("", status=Status.UNCLAIMED), 1)))
    )
    assert [(row["gname"], row["guncertain1"], row["claimed"]) for row in (silent, denied, nobody)] == [
        ("Ninth Tide", 0, -9),
        ("Ninth Tide", 1, 0),
        ("Ninth Tide", 0, 0),
    ]


@pytest.mark.parametrize(
    ("claimed", "unclaimed", "rows"),
    [
        ("the bombing", "the Karsh bombing", 2),
        ("the attack", "the smaller blast", 2),
        ("the bombing", "the bombing", 1),
        ("the Karsh bombing", "the bombing", 1),
        ("previous bombings", "the bombing", 2),
        ("an earlier bombing", "the bombing", 2),
    ],
)
def test_what_nobody_has_claimed_has_a_row_of_its_own(claimed: str, unclaimed: str, rows: int) -> None:
    nobody = replace(acting(unclaimed, 1), status=Status.UNCLAIMED, claimant=None)
    assert len(list(gtd_rows([(acting(claimed, 0), nobody)]))) == rows


def test_a_row_of_gtd_has_its_evidence() -> None:
    blamed = claim("police", status=Status.BLAMED, accused=claim("Ninth Tide").claimant)
    (row,) = gtd_rows([(claim(), later(blamed, 3))])
    assert (row["sentences"], row["probability"]) == ("0; 3", claim().probability)
    assert row["evidence"] == "The Front claimed the bombing. | The Front claimed the bombing."
    (denied,) = gtd_rows([(claim(status=Status.DENIED),)])
    assert (denied["gname"], denied["probability"]) == ("Unknown", claim().probability)


def test_another_act_is_not_one_without_a_name() -> None:
    unnamed = claim("police", status=Status.BLAMED, accused=claim("Ninth Tide").claimant, act=None)
    assert len(list(gtd_rows([(unnamed, acting("a second bombing", 1))]))) == 2
    assert len(list(gtd_rows([(unnamed, acting("the bombing", 1))]))) == 1


def test_groups_that_gtd_has_no_fields_for_are_named() -> None:
    names = ("The Front", "Ninth Tide", "Kestrel", "Black Sand", "Red Dawn")
    (row,) = gtd_rows([tuple(later(claim(name), 0) for name in names)])
    assert (row["gname3"], row["further_groups"]) == ("Kestrel", "Black Sand; Red Dawn")


def test_suspects_are_uncertain_perpetrators() -> None:
    suspected = claim("police", status=Status.SUSPECTED, accused=claim("Ninth Tide").claimant)
    (row,) = gtd_rows([(suspected,)])
    assert (row["gname"], row["guncertain1"], row["claimed"]) == ("Ninth Tide", 1, -9)


def written(form: str, rows: list[Claim]) -> bytes:
    stream = io.BytesIO()
    WRITERS[form](stream, iter(rows))
    return stream.getvalue()


def test_csv_for_a_spreadsheet_holds_no_formula() -> None:
    blamed = claim("police", status=Status.BLAMED, accused=claim("Ninth Tide").claimant, document="=d")
    for write, rows in ((write_csv, [blamed]), (write_gtd, [(blamed,)])):
        stream = io.BytesIO()
        write(stream, rows, spreadsheet=True)
        assert stream.getvalue().startswith(b"\xef\xbb\xbfdocument,")
        (row,) = csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig")))
        assert row["document"] == "'=d"
    assert (row["gname"], row["claimed"]) == ("Ninth Tide", "-9")


def test_formats_hold_the_same_records() -> None:
    rows = [claim(), claim("", act=None, status=Status.UNCLAIMED)]
    lines = [json.loads(line) for line in written("jsonl", rows).splitlines()]
    table = list(csv.DictReader(io.StringIO(written("csv", rows).decode())))
    assert [list(line) for line in lines] == [list(COLUMNS)] * 2
    assert [row["claimant"] for row in table] == ["The Front", ""]
    assert lines[1]["claimant"] is None
    assert table[0]["mode_text"] == "Posted to website, blog, etc."
    import pyarrow.parquet

    parquet = pyarrow.parquet.read_table(io.BytesIO(written("parquet", rows))).to_pylist()
    assert [row["act_start"] for row in parquet] == [18, None]
    assert to_row(rows[0])["further_evidence"] == []


def test_a_batch_is_full_of_documents_or_of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avow.claims.run._CHARACTERS", 10)
    monkeypatch.setattr("avow.claims.run._BATCH", 3)
    documents = [Document(str(number), "x" * size) for number, size in enumerate([4, 4, 4, 20, 1, 1, 1, 1])]
    assert [[item.id for item in batch] for batch in _batches(documents)] == [
        ["0", "1", "2"],
        ["3"],
        ["4", "5", "6"],
        ["7"],
    ]


def test_a_text_has_the_records_of_its_document(model_folder: Path) -> None:
    text = f"Blast at the customs house\n\nBy Ana Ruiz\n\n{ARTICLE}"
    marked = mark_furniture(Document("", text))
    assert marked.furniture
    assert claims(text, model=model_folder) == claims(marked, model=model_folder)
    with pytest.raises(TypeError, match="claims of NoneType"):
        claims(None, model=model_folder)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"expected the folder of a model .*, got Model"):
        claims(text, model=load(model_folder))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="nan"):
        claims(text, model=model_folder, least=float("nan"))


def test_a_register_is_that_of_the_folder_as_it_is_now(
    model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(model_folder, tmp_path / "a" / "model")
    (tmp_path / "b").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    first = open_register("model")
    assert open_register(tmp_path / "a" / "model")._model is first._model
    manifest = json.loads(Path("model/manifest.json").read_text())
    manifest["data"]["prior"] = {"opinions": 0.3, "sentences": 7.0}
    del manifest["digest"]
    Path("model/manifest.json").write_text(json.dumps(manifest))
    again = open_register("model")
    assert again._model is not first._model and again._model.manifest == manifest
    monkeypatch.chdir(tmp_path / "b")
    with pytest.raises(ModelError, match="no model here"):
        open_register("model")


def test_registers_of_all_probabilities_share_what_they_read(model_folder: Path) -> None:
    found = [open_register(model_folder, number / 20) for number in range(20)]
    assert len({id(item._table) for item in found}) == len({id(item._model) for item in found}) == 1
    assert [item.least for item in found] == [number / 20 for number in range(20)]


def test_processes_change_nothing(model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avow.claims.run._BATCH", 1)
    documents = [Document(str(number), ARTICLE) for number in range(9)]
    alone = list(register_documents(documents, Settings(model_folder)))
    together = list(register_documents(documents, Settings(model_folder, processes=2)))
    assert alone == together
    assert [item.document.id for item in together] == list("012345678")


def test_a_worker_of_the_register_that_is_killed_is_replaced(
    model_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("avow.claims.run._BATCH", 1)
    documents = [Document(str(number), ARTICLE) for number in range(12)]
    found = register_documents(documents, Settings(model_folder, processes=2))
    together = [next(found)]
    for worker in multiprocessing.active_children():
        worker.kill()
    together += found
    assert together == list(register_documents(documents, Settings(model_folder)))
    assert not multiprocessing.active_children()


def test_documents_that_kill_every_worker_are_named(model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "start", dying_worker)
    documents = [Document(str(number), ARTICLE) for number in range(3)]
    with pytest.raises(AvowError, match=r"0 to 2: a worker process died 3 times .exit code 9.*lower --jobs"):
        list(register_documents(documents, Settings(model_folder, processes=2)))


def test_lines_are_sentences(model_folder: Path) -> None:
    document = Document("l#1", " The Saltmarsh Brigade claimed responsibility for the attack. No one was hurt. ")
    (found,) = register_documents([document], Settings(model_folder, lines=True))
    assert [record.evidence[0].span.text for record in found.claims] == [document.text.strip()]


def test_from_python(model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AVOW_MODEL", str(model_folder))
    (record,) = avow.claims("The Saltmarsh Brigade claimed responsibility for the bombing.")
    assert (record.status, record.voice) == (Status.CLAIMED, "reported")
    assert isinstance(record, avow.Claim)


@pytest.mark.parametrize(
    "broken",
    [
        lambda: claim(evidence=()),
        lambda: claim(voice="loud"),
        lambda: claim(mode=11),
        lambda: Span(3, 2, "x"),
        lambda: Span(0, 1, ""),
    ],
)
def test_invariants_of_records(broken) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError):
        broken()


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
        ("It rained.", Status.CLAIMED, None, None),
    ],
)
def test_parties_come_from_the_grammar(text: str, status: Status, speaker: str | None, accused: str | None) -> None:
    found = [item and text[item.first : item.last] for item in stated(read(Sentence.bare(text)), status)[:2]]
    assert found == [speaker, accused]


def test_the_act_of_an_account_is_the_one_of_the_record(register: Register) -> None:
    text = "After the bombing of the bridge, the ministry accused the rebels of the murder of a judge."
    (record,) = [item for item in register.claims(Document("d", text)) if item.status is Status.BLAMED]
    assert (record.act.text if record.act else "", record.kind) == ("the murder of a judge", ActKind.ASSASSINATION)


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


def test_a_document_without_an_act_holds_no_claim_to_speak_of(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    prize = Sentence.bare('The academy awards its prize to Olga Veres "for what we are, because we were there".')
    attack = Sentence.bare("Rebels attacked the town at dawn.")
    # The other sentence is no opinion either, which would speak a little for a claim.
    monkeypatch.setattr("avow.models.Model.in_document", lambda model, scores: list(scores))
    alone, beside = register.statuses([prize])[0], register.statuses([prize, attack])[0]
    assert alone[Status.CLAIMED] < beside[Status.CLAIMED]
    monkeypatch.setattr("avow.claims.statuses._ACTLESS", 0.0)
    assert register.statuses([prize])[0] == beside


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


def test_quoted_words_in_capitals_need_an_avowal(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = Sentence.bare('THE CELL "BLACK TERN" AND ITS "COMRADES" ARE FEARED FOR THEIR "ATTACKS" ON THE ROAD.')
    before = register.statuses([sentence])[0][Status.CLAIMED]
    monkeypatch.setattr("avow.claims.statuses._SHOUTED", 0.0)
    assert register.statuses([sentence])[0][Status.CLAIMED] > before


def test_opinions_around_it_speak_against_a_claim(register: Register) -> None:
    said = Sentence.bare("We struck the depot.")
    column = [
        Sentence.bare(f"It is a shabby and cowardly policy, and number {number} is worse.") for number in range(4)
    ]
    report = [Sentence.bare(f"Police closed road {number} on Monday at 6 a.m.") for number in range(4)]
    assert (
        register.statuses([*column, said])[-1][Status.CLAIMED] < register.statuses([*report, said])[-1][Status.CLAIMED]
    )


def test_a_claim_speaks_for_another_one_of_its_document(model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avow.models.Model.in_document", lambda model, scores: list(scores))
    register = open_register(model_folder)
    claim = Sentence.bare("The Saltmarsh Brigade claimed responsibility for the bombing.")
    other = Sentence("", 1, 0, 62, 98, "Its men had laid the mine, it added.")
    alone, together = register.statuses([other])[0], register.statuses([claim, other])[1]
    assert together[Status.CLAIMED] > alone[Status.CLAIMED]
    assert register.statuses([claim])[0] == register.statuses([claim, other])[0]


@pytest.mark.parametrize(
    "unit",
    [
        "Army that charged admitted claimed",
        "attacked in",
        "is bomb we police admitted",
        "lawyers he attributing distance to",
    ],
)
def test_hostile_sentences_take_bounded_time(model_folder: Path, unit: str) -> None:
    text = f"The Front {' '.join([unit] * 600)}."
    every = open_register(model_folder, least=0.0)
    start = time.process_time()
    assert all(
        text[span.start : span.end] == span.text for item in every.claims(Document("d", text)) for span in spans(item)
    )
    assert time.process_time() - start < 10


def test_a_status_has_a_record_from_the_probability_on_at_which_it_is_balanced(model_folder: Path) -> None:
    text = (
        "Police blamed the Front for the bombing. The Front denies it. Rebels are suspected of the raid. "
        "The mayor spoke of the Brigade and the murder. Nobody has claimed the raid. The Tide claimed the blast."
    )
    document = Document("d", text)
    every = open_register(model_folder, least=0.0).said(document)
    probable = [record for record in every if record.probability >= BALANCED[record.status]]
    assert open_register(model_folder).said(document) == probable
    assert {record.status for record in probable} == set(Status)
    assert len(every) > len(probable)
    assert BALANCED[Status.BLAMED] < 0.5 < BALANCED[Status.SUSPECTED]


@pytest.mark.parametrize(
    ("words", "named"), [("34-year-old man", False), ("15 gunmen", False), ("23 March Movement", True), ("1906", True)]
)
def test_a_number_before_a_description_is_no_name(words: str, named: bool) -> None:
    assert is_named(words) is named


def test_an_acronym_leaves_small_words_out() -> None:
    assert same_party("TTP", "Tehrik-i-Taliban Pakistan")
    assert not same_party("TTP", "Tamil Tigers")


def test_a_word_of_a_hundred_thousand_letters_takes_no_longer_than_others() -> None:
    text = f"The {'R' * 100_000} claimed responsibility for the bombing, and the army blamed it."
    start = time.process_time()
    sayings(read(Sentence.bare(text)))
    assert time.process_time() - start < 1


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


def test_a_long_document_takes_linear_time(register: Register) -> None:
    def seconds(count: int, sentence: str) -> float:
        document = Document("d", " ".join(sentence.format(number) for number in range(count)))
        start = time.process_time()
        register.claims(document)
        return time.process_time() - start

    for sentence in ("We bombed the mill number {}.", "The Zamor {0} Brigade claimed the bombing of mill number {0}."):
        few = seconds(250, sentence)
        # Four times as many sentences would take sixteen times as long if each were compared with all.
        assert seconds(1000, sentence) < 8 * few + 0.1, sentence


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Front claimed the ambush in Orlu after clashes in the valley that claimed 40 lives.",
        "In a blast that claimed 40 lives, the Northern Front admitted that it had planted the bomb.",
    ],
)
def test_what_claims_lives_claims_no_act(register: Register, text: str) -> None:
    found = register.claims(Document("d", text))
    assert [record.claimant and record.claimant.name.text for record in found] == ["Northern Front"]


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
    ("between", "target", "claims"),
    [
        ("Police sealed the road.", "hotel", 2),
        ("Police sealed the road.", "depot", 1),
        ("Police sealed the road.", "town", 2),
    ],
)
def test_the_attack_is_the_one_that_was_told_just_before(
    register: Register, between: str, target: str, claims: int
) -> None:
    text = (
        "Gunmen attacked the depot in Orlu on Monday. The Front claimed responsibility for the attack. "
        f"{between} The Front claimed responsibility for the attack on the {target}."
    )
    assert len(register.claims(Document("d", text))) == claims


def test_the_attack_of_which_no_target_was_told_may_be_that_on_any(register: Register) -> None:
    text = "Nine died in Orlu. The Front claimed responsibility for the attack. It claimed the attack on the hotel."
    assert len(register.claims(Document("d", text))) == 1


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
    assert (told > plain + 0.1) is avows


def test_the_group_of_a_states_spokesman_is_not_the_state(register: Register) -> None:
    text = "Rebels rule the east of Yemen, a rebel stronghold. A Yemen spokesman said the group was responsible for the raid."
    assert all(record.status is not Status.CLAIMED for record in register.claims(Document("d", text)))
