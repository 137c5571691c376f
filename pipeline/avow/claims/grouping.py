"""Records of several documents that may be one claim: same day, same kind of act, near-equal names.

Nothing is merged: every record stays, with a group and the reason for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from avow.claims.dates import day_of
from avow.claims.identity import ACCUSING
from avow.claims.parties import is_pointer
from avow.mentions import is_acronym
from avow.records import Claim, Party

_NEAR = 0.85
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
    """Records that are each near an earlier one of the cluster, those of a single document left out."""
    clusters: list[tuple[list[int], dict[int, str]]] = []
    for at in places:
        for members, reasons in clusters:
            near = next(((other, why) for other in members if (why := _alike(records[other], records[at]))), None)
            if near is not None:
                other, why = near
                members.append(at)
                reasons[at] = why
                reasons.setdefault(other, why)
                break
        else:
            clusters.append(([at], {}))
    return [item for item in clusters if len({records[at].document for at in item[0]}) > 1]


def _party(record: Claim) -> Party | None:
    """Who is said to have done it, or not to have: whoever is accused, else whoever speaks."""
    return record.accused if record.status in ACCUSING else record.claimant


def _alike(first: Claim, second: Claim) -> str:
    """Why two records may be one: near-equal names of who did it, and of who accuses where both tell."""
    why = nearness(_name(_party(first)), _name(_party(second)))
    accusers = _name(first.claimant), _name(second.claimant)
    if why and first.status in ACCUSING and all(accusers) and not nearness(*accusers):
        return ""
    return why


def _name(party: Party | None) -> str:
    return party.name.text if party and not is_pointer(party.name.text) else ""


def nearness(first: str, second: str) -> str:
    """Why two strings may name one party.

    Args:
        first: A string.
        second: Another one.

    Returns:
        The reason, or an empty string where they are not near; strings with different numbers never are.
    """
    left, right = _plain(first), _plain(second)
    if not left or not right or _DIGITS.findall(left) != _DIGITS.findall(right):
        return ""
    if left == right:
        return f"names {first!r} and {second!r} are equal but for case, hyphens and article"
    if is_acronym(first, second):
        return f"names {first!r} and {second!r}: one is the initials of the other"
    ratio = SequenceMatcher(None, left, right).ratio()
    return f"names {first!r} and {second!r} are alike ({ratio:.2f})" if ratio >= _NEAR else ""


def _plain(text: str) -> str:
    words = text.lower().replace("-", " ").replace("’", "'").removesuffix("'s").split()
    return " ".join(words[1:] if words and words[0] in {"the", "a", "an"} else words)
