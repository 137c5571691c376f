"""Records of one document that are one claim, or that compete for one act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from avow.claims.identity import ACCUSING, REACH, aims_elsewhere, contradict, same_act, same_rival_act, spoken_of
from avow.claims.merging import Joint, merged
from avow.claims.parties import agree, rival_parties
from avow.records import Claim, Document

_COORDINATED = re.compile(
    r"(?:[\s,\"“”'‘’]|\b(?:and|or|the|an?|both|also|by|as|well|together|along|with)\b|&|\([^()]{1,60}\))+",
    re.IGNORECASE,
)
"""What stands between parties that are named together."""
_LATEST = 200
"""How many earlier claims of a document a record is compared with: a list of all in a book would take all day."""


def join(document: Document, records: Sequence[Claim]) -> tuple[Claim, ...]:
    """One record a claim, with all its evidence; competing ones marked.

    Two records of one status are one claim where the parties agree and the act is the same.

    Args:
        document: The document.
        records: Its records in order, a sentence each.

    Returns:
        Records in the order of their first evidence.
    """
    claims: list[Joint] = []
    said: list[Claim] = []
    for record in records:
        spoken = spoken_of(said, record.sentence) if record.act is None else None
        for claim in claims[: -_LATEST - 1 : -1]:
            if _one_claim(claim, record) and not _apart(document, claim, record) and not _turned_from(claim, spoken):
                claim.add(record)
                break
        else:
            claims.append(Joint(record))
        said.append(record)
    for claim in claims:
        claim.claim = merged(claim.records)
    return tuple(
        replace(
            claim.claim,
            competing=any(
                _compete(claim, other) and not _together(document, claim, other, others)
                for other in others
                if other is not claim
            ),
        )
        for claim, others in zip(claims, _neighbours(claims), strict=True)
    )


def _turned_from(joint: Joint, spoken: Claim | None) -> bool:
    """Whether the text has spoken of another act since a claim: who then denies "it" denies that one."""
    claim = joint.claim
    if claim.act is None or spoken is None or spoken.act is None or spoken.act.start < claim.act.end:
        return False
    return spoken.sentence > claim.sentence and (
        contradict(claim, spoken) or not same_act(claim, spoken, joint.support)
    )


def _apart(document: Document, claim: Joint, record: Claim) -> bool:
    """Whether what was told of a claim tells it apart from a later record."""
    return claim.wordings.contradict(record) or aims_elsewhere(document.text, claim.records[0], record)


def _neighbours(claims: Sequence[Joint]) -> list[list[Joint]]:
    """For each claim all that have evidence within reach of its own, itself among them, in order."""
    blocks: dict[int, list[int]] = {}
    for number, claim in enumerate(claims):
        for block in {sentence // REACH for sentence in claim.support.sentences}:
            blocks.setdefault(block, []).append(number)
    found = []
    for claim in claims:
        reached = {sentence // REACH + step for sentence in claim.support.sentences for step in (-1, 0, 1)}
        found.append([claims[number] for number in sorted({n for block in reached for n in blocks.get(block, ())})])
    return found


def _one_claim(joint: Joint, second: Claim) -> bool:
    first = joint.claim
    if first.status is not second.status:
        return False
    if first.sentence == second.sentence and (first.claimant, first.act) != (second.claimant, second.act):
        return False
    if not same_act(first, second, joint.support) or not agree(first.claimant, second.claimant):
        return False
    return first.status not in ACCUSING or agree(first.accused, second.accused)


def _compete(first: Joint, second: Joint) -> bool:
    if not rival_parties(first.claim, second.claim) or not first.support.is_near(second.support.sentences):
        return False
    earlier, later = sorted((first, second), key=_opening)
    return same_rival_act(earlier.claim, later.claim)


def _opening(claim: Joint) -> int:
    """The first sentence that says it."""
    return claim.records[0].sentence


def _together(document: Document, one: Joint, other: Joint, every: Sequence[Joint]) -> bool:
    """Whether two records are one joint claim: nothing but names and coordinators stands between their claimants."""
    first, second = one.claim, other.claim
    if first.sentence != second.sentence or first.claimant is None or second.claimant is None:
        return False
    start, end = sorted((first.claimant.mention, second.claimant.mention), key=lambda span: span.start)
    at = start.end
    between = [
        claimant.mention
        for joint in every
        if (claimant := joint.claim.claimant)
        and start.end <= claimant.mention.start
        and claimant.mention.end <= end.start
    ]
    for span in [*sorted(between, key=lambda span: span.start), end]:
        if not _COORDINATED.fullmatch(document.text[at : span.start]):
            return False
        at = max(at, span.end)
    return True
