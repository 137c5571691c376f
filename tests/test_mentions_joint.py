"""Parties that are named together."""

from __future__ import annotations

from itertools import pairwise

import pytest

from avow.claims import Register
from avow.cues import read
from avow.mentions import Mention, mentions
from avow.mentions.joint import together
from avow.records import Document, Sentence, Status
from saying import parties


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


def test_whom_they_killed_does_not_claim_with_them() -> None:
    text = "The army said militants killed six soldiers, and Night Tide said it had bombed the mill."
    found = parties(text)
    assert [party.name.text for party in found.speakers] == ["Night Tide"]


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
