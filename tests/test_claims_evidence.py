"""What speaks for a status of a sentence in its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from avow.claims.evidence import Evidence, evidence_of
from avow.claims.statuses import fitted_weights, least_of
from avow.models import Model, StanceTable, load, load_stances
from avow.records import STATUSES, Status
from avow.sentences import split

ORDER = {status: order for order, status in enumerate(STATUSES)}
BLAME = "Police blamed the Harbour Front for the bombing of the bank."
DENIAL = "The Front denied it."
WEATHER = "It rained on the market all day."


@pytest.fixture(scope="module")
def opened(model_folder: Path) -> tuple[Model, StanceTable]:
    return load(model_folder), load_stances(model_folder)


def heard(opened: tuple[Model, StanceTable], text: str) -> list[Evidence]:
    found = evidence_of(*opened, list(split(text)))
    return [item for item in found if item is not None]


def of(evidence: Evidence, status: Status) -> dict[str, float]:
    return dict(evidence.of(ORDER[status]))


def test_a_document_in_which_nothing_is_heard_is_not_asked(opened: tuple[Model, StanceTable]) -> None:
    assert evidence_of(*opened, list(split(f"{WEATHER} {WEATHER}"))) == [None, None]


def test_what_stands_beside_a_sentence_speaks_too(opened: tuple[Model, StanceTable]) -> None:
    first, second = heard(opened, f"{BLAME} {DENIAL}")
    blamed = ORDER[Status.BLAMED]
    assert first.odds[blamed] > 0
    assert second.shared["previous blamed>0"] == first.odds[blamed]
    assert first.shared["next denied"] == pytest.approx(second.odds[ORDER[Status.DENIED]] + 4.0)
    assert not any(name.startswith(("previous", "next")) for name in heard(opened, BLAME)[0].shared)


def test_others_are_counted_without_the_sentence_itself(opened: tuple[Model, StanceTable]) -> None:
    (alone,) = heard(opened, BLAME)
    assert alone.shared["others blamed"] == alone.shared["most blamed"] == alone.shared["other talk"] == 0
    first, second, third = heard(opened, f"{BLAME} {WEATHER} {BLAME}")
    assert second.shared["others blamed"] > first.shared["others blamed"] > 0.5
    assert (first.shared["talk before"], third.shared["talk before"]) == (0.0, 1.0)
    assert first.shared["most blamed"] == third.shared["most blamed"] > 0.5


def test_the_grammar_changes_what_a_regression_is_worth(opened: tuple[Model, StanceTable]) -> None:
    plain = of(heard(opened, BLAME)[0], Status.BLAMED)
    assert plain["plain"] == plain["told"] == 1.0
    # What a status has of its own is not counted twice.
    assert not {"plainly blamed", "told blamed", "blamed>0", "others blamed"} & plain.keys()
    assert of(heard(opened, BLAME)[0], Status.DENIED)["plainly blamed"] == 1.0
    assert plain["self & plain"] == plain["self"] == plain["self>0 & plain"]
    assert "plain" not in of(heard(opened, BLAME)[0], Status.DENIED)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Turkey says that it has killed eighteen militants near the border.", "of a state"),
        ("Investigators do not believe the Saltmarsh Brigade was behind the bombing.", "nobody suspected"),
        ("A bomb went off. Orlu accuses Zamor of breaching the truce.", "accused of no act"),
        ('THE CELL "BLACK TERN" IS BLAMED FOR THE "ATTACKS" ON THE ROAD.', "quoted in capitals"),
        ("Zamor is a militant group. A Zamor spokesman said the group was responsible for the raid.", "avows plainly"),
    ],
)
def test_what_the_grammar_knows_is_among_it(opened: tuple[Model, StanceTable], text: str, name: str) -> None:
    assert heard(opened, text)[-1].shared.get(name, 0.0) > 0
    assert name not in heard(opened, "Rebels attacked the town and burned it, the mayor said.")[-1].shared


def test_an_opinion_beside_it_speaks_against_a_claim(opened: tuple[Model, StanceTable]) -> None:
    said = "We claim responsibility for the attack on the depot."
    column = " ".join(f"It is a shabby and cowardly policy, and number {number} is worse." for number in range(4))
    report = " ".join(f"Police closed road {number} on Monday at 6 a.m." for number in range(4))
    after_column, after_report = (heard(opened, f"{text} {said}")[-1].shared["label"] for text in (column, report))
    assert after_column < after_report


def test_every_weight_is_of_some_evidence(opened: tuple[Model, StanceTable]) -> None:
    fitted = fitted_weights()
    assert len(fitted.bias) == len(fitted.least) == len(STATUSES)
    assert all(0.2 < least < 0.8 for least in fitted.least)
    assert [least_of(status) for status in STATUSES] == list(fitted.least)
    texts = [
        f"{BLAME} {DENIAL} {WEATHER}",
        'We claim it: "We bombed the mill." Nobody has claimed it. The Front is suspected. Turkey says it killed nine.',
        'THE REBELS ARE BLAMED FOR THE "ATTACK". WE DID IT. NOBODY KNOWS. THE MAYOR ACCUSES US OF LIES.',
        "Zamor, a militia, rules. A Zamor spokesman said the group did it. Police do not suspect the Front of the raid.",
        "A bomb went off. Orlu accuses Zamor of breaching the truce.",
        "The Harbour Front claimed the bombing, but the police blamed the Red Tide.",
    ]
    found = {
        name
        for text in texts
        for item in heard(opened, text)
        for order in range(len(STATUSES))
        for name, _ in item.of(order)
    }
    assert fitted.weights.keys() - found <= {name for name in fitted.weights if name.endswith(">0") or ">0 &" in name}


def test_company_is_that_of_the_status(opened: tuple[Model, StanceTable]) -> None:
    first, _ = heard(opened, f"{BLAME} Police blamed the Tide for the murder of the judge.")
    blamed, denied = of(first, Status.BLAMED), of(first, Status.DENIED)
    assert blamed["company"] == first.shared["others blamed"] > 0.5
    assert denied.get("company", 0.0) < 0.5


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("The Harbour Front claimed the bombing, but the police said that the Red Tide was behind it.", True),
        ("The Harbour Front, which the police blamed for the raid, claimed the bombing.", False),
        ("The police blamed the Harbour Front for the bombing, but it rained.", False),
    ],
)
def test_a_turn_tells_a_claim_from_an_accusation(opened: tuple[Model, StanceTable], text: str, turns: bool) -> None:
    evidence = heard(opened, text)[0]
    assert ("apart" in of(evidence, Status.BLAMED)) is turns
    assert ("apart" in of(evidence, Status.CLAIMED)) is turns
