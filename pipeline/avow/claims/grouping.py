"""Records of several documents that may be one claim: same day, same status, same kind of act, near-equal names.

Nothing is merged: every record stays, with a group and the reason for it. Two records whose names are not near are of
one group where others link them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from avow.claims.dates import day_of
from avow.claims.identity import ACCUSING
from avow.claims.parties import is_pointer, plain_name
from avow.mentions import is_acronym
from avow.records import Claim, Party

_NEAR = 0.85
_PAIRS = 1 << 16
"""Pairs of names whose answer is remembered: those of one day come again on others."""
_Names = tuple[str, str]
"""Who did it, and who accuses; empty where that is nobody's name."""
_DIGITS = re.compile(r"\d+")


def group(records: Sequence[Claim]) -> list[Claim]:
    """The records with their groups.

    Args:
        records: Records of any documents; those whose date names no day, or that name nobody who claims, denies or is
            accused, are in no group.

    Returns:
        The same records in the same order; those of a group of two or more have its name and the reason.
    """
    cells: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        day = day_of(record.date)
        if day and _name(_party(record)):
            cells[day, str(record.status), str(record.kind)].append(at)
    found = list(records)
    for (day, status, kind), places in cells.items():
        for number, (members, reasons) in enumerate(_clusters(records, places), start=1):
            name = f"{day} {status} {kind} {number}"
            for at in members:
                reason = f"same day {day}, same status {status}, same kind of act {kind}; {reasons[at]}"
                found[at] = replace(found[at], group=name, reason=reason)
    return found


def _clusters(records: Sequence[Claim], places: Sequence[int]) -> list[tuple[list[int], dict[int, str]]]:
    """Records that near pairs link, whatever order they come in; those of a single document left out.

    The first one of each cluster decides where it stands.
    """
    named: defaultdict[_Names, list[int]] = defaultdict(list)
    for at in places:
        named[_names(records[at])].append(at)
    linked = {names: [names] for names in named}
    reasons = {names: _alike(names, names) for names, own in named.items() if len(own) > 1}
    for first, second in combinations(named, 2):
        if linked[first] is not linked[second] and (why := _alike(first, second)):
            joining = linked[second]
            linked[first].extend(joining)
            linked.update(dict.fromkeys(joining, linked[first]))
            reasons.setdefault(first, why)
            reasons.setdefault(second, why)
    found: list[tuple[list[int], dict[int, str]]] = []
    for members in {id(members): members for members in linked.values()}.values():
        own = {at: names for names in members for at in named[names]}
        if len({records[at].document for at in own}) > 1:
            found.append((sorted(own), {at: reasons[names] for at, names in own.items()}))
    return sorted(found, key=lambda cluster: cluster[0])


def _party(record: Claim) -> Party | None:
    """Who is said to have done it, or not to have: whoever is accused, else whoever speaks."""
    return record.accused if record.status in ACCUSING else record.claimant


def _names(record: Claim) -> _Names:
    return _name(_party(record)), _name(record.claimant) if record.status in ACCUSING else ""


def _alike(first: _Names, second: _Names) -> str:
    """Why two records may be one: near-equal names of who did it, and of who accuses where both tell."""
    why = nearness(first[0], second[0])
    return "" if why and first[1] and second[1] and not nearness(first[1], second[1]) else why


def _name(party: Party | None) -> str:
    named = party is not None and not is_pointer(party.name.text) and plain_name(party.name.text)
    return party.name.text if party and named else ""


@lru_cache(maxsize=_PAIRS)
def nearness(first: str, second: str) -> str:
    """Why two strings may name one party.

    Args:
        first: A string.
        second: Another one.

    Returns:
        The reason, or an empty string where they are not near; strings with different numbers never are.
    """
    left, right = plain_name(first), plain_name(second)
    if not left or not right or _DIGITS.findall(left) != _DIGITS.findall(right):
        return ""
    if left == right:
        return f"names {first!r} and {second!r} are equal but for case, hyphens, apostrophes and article"
    if is_acronym(first, second):
        return f"names {first!r} and {second!r}: one is the initials of the other"
    # Which of the two comes first may change the ratio.
    left, right = sorted((left, right))
    matcher = SequenceMatcher(None, left, right)
    # Bounds of the ratio, which cost little.
    if matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR or (ratio := matcher.ratio()) < _NEAR:
        return ""
    return f"names {first!r} and {second!r} are alike ({ratio:.2f})"
