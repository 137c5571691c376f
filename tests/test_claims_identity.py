"""Records that are one claim, or compete for one act."""

from __future__ import annotations

from dataclasses import replace

import pytest

from avow.claims import Register
from avow.claims.gtd import acts_of, gtd_rows
from avow.claims.identity import same_act
from avow.claims.joining import join
from avow.records import ActKind, Document, Evidence, Party, Span, Status
from avow.terms import words
from claiming import ARTICLE, acting, claim, claim_by, later, said_by
from conftest import assert_linear


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
        ("the attack", "shot down a helicopter", False),
        ("the attack", "planted a bomb", True),
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


def test_many_claims_are_joined_by_linear_work() -> None:
    names = [f"{first} {second} Front" for first in ("Red", "Black", "Tern", "Salt") for second in words(ARTICLE)[:60]]
    records = [acting("the attack", number, claimant=claim(name).claimant) for number, name in enumerate(names)]
    assert_linear(lambda count: join(Document("a", ""), records[:count]), 240)


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


def test_who_breaks_in_and_publishes_does_one_thing() -> None:
    intrusion = acting("the intrusion", 0, kind=ActKind.RANSOMWARE)
    assert same_act(intrusion, acting("the same breach", 2, kind=ActKind.INTRUSION))
    assert not same_act(intrusion, acting("the same outage", 2, kind=ActKind.DENIAL_OF_SERVICE))


def test_an_attack_may_be_of_any_kind() -> None:
    attack = acting("the attack on the hotel", 0, kind=ActKind.ARMED_ASSAULT)
    assert same_act(attack, acting("the bombing of the hotel", 1))
    assert not same_act(acting("the shooting at the hotel", 0, kind=ActKind.ARMED_ASSAULT), acting("the bombing", 1))


def test_contradictory_duplicates_stay() -> None:
    denial = later(claim(status=Status.DENIED), 1)
    assert len(join(Document("a", ""), [claim(), denial])) == 2


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


def test_a_noun_that_tells_of_one_kind_is_no_other_act_whatever_the_text_makes_of_it() -> None:
    for kind in (ActKind.UNKNOWN, ActKind.FACILITY_ATTACK):
        shooting = acting("Tuesday's shooting in Bor", 0, kind=kind)
        assert not same_act(shooting, acting("the arson", 1, kind=ActKind.FACILITY_ATTACK))
        assert len(list(gtd_rows([(shooting, acting("the arson at the Bor depot", 1, kind=ActKind.UNKNOWN))]))) == 2
    # A shooting may be an assassination.
    shot = acting("the shooting", 0, kind=ActKind.ARMED_ASSAULT)
    assert same_act(shot, acting("the assassination", 1, kind=ActKind.ASSASSINATION))


def test_what_names_no_act_is_of_the_act_that_was_spoken_of_last() -> None:
    denied = {"status": Status.DENIED}
    bombing = acting("the bombing in Bor", 0, **denied)
    arson = acting("the arson in Tarn", 1, status=Status.BLAMED, kind=ActKind.FACILITY_ATTACK)
    answer = later(claim(act=None, **denied), 2)
    found = join(Document("a", ""), [bombing, arson, answer])
    assert [[item.sentence for item in record.evidence] for record in found] == [[0], [1], [2]]
    assert [row["sentences"] for row in gtd_rows([found])] == ["0", "1; 2"]
    # Without the arson between them it is the same denial.
    assert len(join(Document("a", ""), [bombing, answer])) == 1
    nobody = acting("the arson in Tarn", 1, status=Status.UNCLAIMED, claimant=None, kind=ActKind.FACILITY_ATTACK)
    blamed = acting("the bombing in Bor", 2, status=Status.BLAMED)
    rows = gtd_rows([(acting("the bombing in Bor", 0), nobody, blamed, later(claim("Tide", act=None, **denied), 3))])
    assert [row["sentences"] for row in rows] == ["0; 2; 3", "1"]


def test_a_deed_of_somebody_else_with_an_object_of_its_own_is_no_part_of_the_act() -> None:
    bombing = acting("the bombing", 0)
    blamed = later(claim("police", status=Status.BLAMED, act=None), 1)
    fence = acting("cutting the fence", 2)
    for kind in (ActKind.UNKNOWN, ActKind.BOMBING):
        other = replace(fence, kind=kind, claimant=claim("One of them").claimant)
        assert [row["sentences"] for row in gtd_rows([(bombing, blamed, other)])] == ["0; 1", "2"]
    assert same_act(bombing, fence)
    assert same_act(bombing, acting("struck the depot", 2))


@pytest.mark.parametrize(
    "wording",
    ["The Front claimed the bombing.", "The Front claimed the bombing in its letter number {}."],
    ids=["the same", "another each time"],
)
def test_a_claim_that_recurs_is_linear_work(wording: str) -> None:
    def work(count: int) -> None:
        texts = [wording.format(number) for number in range(count)]
        spans = [Span(0, len(text), text) for text in texts]
        records = [replace(claim(), evidence=(Evidence(at, span, 0.9),)) for at, span in enumerate(spans)]
        (found,) = join(Document("a", ""), records)
        assert len(found.evidence) == count
        (act,) = acts_of(records)
        assert len(act) == count

    assert_linear(work, 400)


def test_a_later_record_is_held_against_all_that_was_told_before_it() -> None:
    bare = {"act": None, "kind": ActKind.UNKNOWN}
    pronoun = Span(0, 2, "It")
    owned = acting("the bombing in Bor", 1, claimant=Party(pronoun, pronoun), kind=ActKind.UNKNOWN)
    another = acting("a bombing", 3)
    assert len(join(Document("a", ""), [claim(**bare), later(claim(**bare), 2), another])) == 1
    assert len(join(Document("a", ""), [claim(**bare), owned, later(claim(**bare), 2), another])) == 2
    named = later(claim(claimant=Party(Span(900, 904, "Tide"), pronoun), **bare), 2)
    assert len(join(Document("a", ""), [owned, later(owned, 2), claim("Kestrel", **bare)])) == 1
    assert len(join(Document("a", ""), [owned, named, later(owned, 3, 0.5), later(claim("Kestrel", **bare), 4)])) == 2
