"""Records of several documents that may be one, and dates."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from itertools import permutations

import pytest

from avow.claims import grouping
from avow.claims.dates import day_of, year_of
from avow.claims.grouping import group, nearness
from avow.records import Status
from claiming import claim


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
    for names in (("A Front", "the front"), ("The Fishermen’s", "Fishermen's"), ("Al-Shabaab", "Al Shabaab")):
        assert "are equal but for" in nearness(*names)
    assert nearness("The", "A") == ""


def test_only_what_can_be_one_claim_is_grouped() -> None:
    police = claim("Police")
    fronts, tides = (replace(police, status=Status.BLAMED, accused=claim(name).claimant) for name in ("Front", "Tide"))
    assert not any(record.group for record in group([fronts, replace(tides, document="b")]))
    assert all(record.group for record in group([fronts, replace(fronts, document="b")]))
    other = replace(fronts, document="b", claimant=claim("The mayor").claimant)
    assert not any(record.group for record in group([fronts, other]))
    for nobody in ("We", "the", "-"):
        assert not any(record.group for record in group([claim(nobody), claim(nobody, document="b")]))
    for dates in (("Fri, 05 Mar 2021", "Fri, 05 May 2023"), ("2021", "2021"), ("05/03/2021", "05/03/2021")):
        rows = [claim(date=dates[0]), claim(document="b", date=dates[1])]
        assert not any(record.group for record in group(rows))
    rows = [claim(date="5 March 2021"), claim(document="b", date="2021-03-05T10:00:00Z")]
    assert group(rows)[1].reason.startswith("same day 2021-03-05")


def test_groups_are_the_same_whatever_order_records_come_in() -> None:
    # The second is near to both others, which are not near to each other.
    names = ("Brigade of the Dawn", "Brigades of the Dawns", "The Brigades of Dawns")
    assert nearness(names[0], names[1]) and nearness(names[1], names[2]) and not nearness(names[0], names[2])
    rows = [claim(name, document=name) for name in (*names, "Ninth Tide")]
    found = {
        frozenset((record.document, record.group, bool(record.reason)) for record in group(order))
        for order in permutations(rows)
    }
    (kept,) = found
    assert {name for _, name, _ in kept} == {"2020-01-02 claimed bombing 1", ""}
    assert {document for document, name, why in kept if name and why} == set(names)
    # A ratio that depends on which one is asked for first.
    assert bool(nearness("of of dawn", "o off dawn")) is bool(nearness("o off dawn", "of of dawn"))


def test_names_are_compared_once_and_only_where_they_may_be_near(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    class Counted(SequenceMatcher[str]):
        def ratio(self) -> float:
            compared.append((self.a, self.b))
            return super().ratio()

    monkeypatch.setattr(grouping, "SequenceMatcher", Counted)
    names = ("Brigades of Salt", "Brigade of Salt", "Ninth Tide", "Kestrel", "Harbour Command of the Orlu Coast")
    rows = [claim(name, document=name, date=f"2020-01-0{day}") for day in range(1, 10) for name in names]
    assert sum(bool(record.group) for record in group(rows)) == 18
    assert compared == [("brigade of salt", "brigades of salt")]


def test_groups_are_numbered_as_they_begin() -> None:
    names = ["Ninth Tide", "Orlu Front", "Orlu Front", "Ninth Tide", "Salt Cell"]
    found = group([claim(name, document=str(at)) for at, name in enumerate(names)])
    assert [record.group[-1:] for record in found] == ["1", "2", "2", "1", ""]


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
