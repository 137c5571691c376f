"""Records of one document that are one claim, or that compete for one act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from avow.claims.channels import OTHER, UNKNOWN
from avow.claims.identity import ACCUSING, REACH, aims_elsewhere, are_near, contradict, same_act, same_rival_act
from avow.claims.parties import agree, is_pointer, rival_parties
from avow.records import ActKind, Claim, Document, Party

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
    claims: list[list[Claim]] = []
    joined: list[Claim] = []
    spoken: Claim | None = None
    for record in records:
        for at in range(len(claims) - 1, max(-1, len(claims) - 1 - _LATEST), -1):
            if (
                _one_claim(joined[at], record)
                and not _apart(document, claims[at], record)
                and not (record.act is None and _turned_from(joined[at], spoken))
            ):
                claims[at].append(record)
                joined[at] = _merged(claims[at])
                break
        else:
            claims.append([record])
            joined.append(record)
        spoken = spoken if record.act is None else record
    near = _neighbours(joined)
    return tuple(
        replace(
            record,
            competing=any(
                _compete(record, other) and not _together(document, record, other, others)
                for other in others
                if other is not record
            ),
        )
        for record, others in zip(joined, near, strict=True)
    )


def _turned_from(claim: Claim, spoken: Claim | None) -> bool:
    """Whether the text has spoken of another act since a claim: who then denies "it" denies that one."""
    if claim.act is None or spoken is None or spoken.act is None or spoken.act.start < claim.act.end:
        return False
    return spoken.sentence > claim.sentence and (contradict(claim, spoken) or not same_act(claim, spoken))


def _apart(document: Document, told: Sequence[Claim], record: Claim) -> bool:
    """Whether what was told of a claim tells it apart from a later record."""
    return any(contradict(other, record) for other in told) or aims_elsewhere(document.text, told[0], record)


def _neighbours(records: Sequence[Claim]) -> list[list[Claim]]:
    """For each record all that have evidence within reach of its own, itself among them, in order."""
    blocks: dict[int, list[int]] = {}
    for number, record in enumerate(records):
        for block in {item.sentence // REACH for item in record.evidence}:
            blocks.setdefault(block, []).append(number)
    found = []
    for record in records:
        reached = {item.sentence // REACH + step for item in record.evidence for step in (-1, 0, 1)}
        found.append([records[number] for number in sorted({n for block in reached for n in blocks.get(block, ())})])
    return found


def _one_claim(first: Claim, second: Claim) -> bool:
    if first.status is not second.status:
        return False
    if first.sentence == second.sentence and (first.claimant, first.act) != (second.claimant, second.act):
        return False
    if not same_act(first, second) or not agree(first.claimant, second.claimant):
        return False
    return first.status not in ACCUSING or agree(first.accused, second.accused)


def _compete(first: Claim, second: Claim) -> bool:
    if not are_near(first, second) or not rival_parties(first, second):
        return False
    return same_rival_act(*sorted((first, second), key=_opening))


def _opening(record: Claim) -> int:
    """The first sentence that says it."""
    return min(item.sentence for item in record.evidence)


def _together(document: Document, first: Claim, second: Claim, every: Sequence[Claim]) -> bool:
    """Whether two records are one joint claim: nothing but names and coordinators stands between their claimants."""
    if first.sentence != second.sentence or first.claimant is None or second.claimant is None:
        return False
    start, end = sorted((first.claimant.mention, second.claimant.mention), key=lambda span: span.start)
    at = start.end
    between = [
        record.claimant.mention
        for record in every
        if record.claimant and start.end <= record.claimant.mention.start and record.claimant.mention.end <= end.start
    ]
    for span in [*sorted(between, key=lambda span: span.start), end]:
        if not _COORDINATED.fullmatch(document.text[at : span.start]):
            return False
        at = max(at, span.end)
    return True


def _merged(records: Sequence[Claim]) -> Claim:
    """One record of several, each with a sentence of evidence.

    The sentence that names who and what, or else the most probable one, is the first evidence, and what is told of its
    words is told of that sentence; what it leaves open is taken from the others.
    """
    best = max(records, key=_plainness)
    others = [record for record in records if record is not best]
    return replace(
        best,
        claimant=_claimant(best, others),
        accused=next((record.accused for record in (best, *others) if record.accused is not None), None),
        act=next((record.act for record in (best, *others) if record.act is not None), None),
        kind=next((record.kind for record in (best, *others) if record.kind is not ActKind.UNKNOWN), ActKind.UNKNOWN),
        mode=_mode((best, *others)),
        doubt=any(record.doubt for record in records),
        evidence=(*best.evidence, *(item for record in others for item in record.evidence)),
    )


def _claimant(best: Claim, others: Sequence[Claim]) -> Party | None:
    """Who claims by the best record, a pronoun that stands for nobody explained by the others."""
    told = [record.claimant for record in others if record.claimant is not None]
    if best.claimant is None:
        return told[0] if told else None
    if not is_pointer(best.claimant.name.text):
        return best.claimant
    named = next((party.name for party in told if not is_pointer(party.name.text)), best.claimant.name)
    return Party(named, best.claimant.mention)


def _plainness(record: Claim) -> tuple[bool, bool, float]:
    named = record.claimant is not None and not record.claimant.resolved and not is_pointer(record.claimant.name.text)
    return named, record.act is not None, record.probability


def _mode(records: Sequence[Claim]) -> int:
    """The channel that the sentences tell, the plainest one first; another one only where none of the known is told."""
    told = [record.mode for record in records if record.mode != UNKNOWN]
    return next((mode for mode in told if mode != OTHER), told[0] if told else UNKNOWN)
