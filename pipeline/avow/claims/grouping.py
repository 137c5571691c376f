"""Records of several documents that may be one claim: same day, same kind of act, near-equal claimants.

Nothing is merged: every record stays, with a group and the reason for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from avow.mentions import is_acronym
from avow.records import Claim

_NEAR = 0.85


def group(records: Sequence[Claim]) -> list[Claim]:
    """The records with their groups.

    Args:
        records: Records of any documents; those without a date or a claimant are in no group.

    Returns:
        The same records in the same order; those of a group of two or more have its name and the reason.
    """
    cells: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        day = record.date[:10]
        if day and record.claimant is not None:
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
            near = next(
                ((other, why) for other in members if (why := nearness(_name(records[other]), _name(records[at])))),
                None,
            )
            if near is not None:
                other, why = near
                members.append(at)
                reasons[at] = why
                reasons.setdefault(other, why)
                break
        else:
            clusters.append(([at], {}))
    return [item for item in clusters if len({records[at].document for at in item[0]}) > 1]


def _name(record: Claim) -> str:
    return record.claimant.name.text if record.claimant else ""


def nearness(first: str, second: str) -> str:
    """Why two strings may name one claimant.

    Args:
        first: A string.
        second: Another one.

    Returns:
        The reason, or an empty string where they are not near.
    """
    left, right = _plain(first), _plain(second)
    if not left or not right:
        return ""
    if left == right:
        return f"claimants {first!r} and {second!r} are equal but for case, hyphens and article"
    if is_acronym(first, second):
        return f"claimants {first!r} and {second!r}: one is the initials of the other"
    ratio = SequenceMatcher(None, left, right).ratio()
    return f"claimants {first!r} and {second!r} are alike ({ratio:.2f})" if ratio >= _NEAR else ""


def _plain(text: str) -> str:
    words = text.lower().replace("-", " ").replace("’", "'").removesuffix("'s").split()
    return " ".join(words[1:] if words and words[0] in {"the", "a", "an"} else words)
