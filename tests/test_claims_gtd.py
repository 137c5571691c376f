"""Rows in the columns of GTD."""

from __future__ import annotations

from dataclasses import replace

import pytest

from avow.claims.gtd import gtd_rows
from avow.records import Party, Span, Status
from claiming import acting, claim, later


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


def test_whose_leader_claims_too_claims_once() -> None:
    leader = replace(
        claim("Abu Selim"), claimant=Party(Span(15, 24, "Abu Selim"), Span(0, 24, "its commander, Abu Selim"))
    )
    (row,) = gtd_rows([(claim(), later(leader, 1))])
    assert (row["gname"], row["gname2"], row["compclaim"]) == ("The Front", None, 0)
    (row,) = gtd_rows([(leader,)])
    assert row["gname"] == "Abu Selim"


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
