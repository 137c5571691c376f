"""One record of several that are one claim, which grows by a record in the time that one takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from avow.claims.channels import OTHER, UNKNOWN
from avow.claims.identity import Support, Wordings
from avow.claims.parties import is_pointer
from avow.records import ActKind, Claim, Party


class Joint:
    """Records that are one claim.

    Attributes:
        records: All of them, in order.
        claim: Status, parties, act and kind that they tell together, with the plainest sentence as first evidence: what
            later records are held against.
        support: The sentences of all.
        wordings: The words that they have for the act.

    Args:
        record: The first one.
    """

    def __init__(self, record: Claim) -> None:
        self.records = [record]
        self.claim = record
        self.support = Support(record)
        self.wordings = Wordings(record)
        self._telling = [record]
        self._told = _told(record)

    def add(self, record: Claim) -> None:
        """Take in another record.

        Args:
            record: One of a sentence that is not before those of the others.
        """
        self.records.append(record)
        self.support.add(record)
        self.wordings.add(record)
        told = _told(record)
        # What changes nothing is left out here, or a claim that recurs all through a book would be put together anew
        # each time.
        if not told <= self._told or _plainness(record) > max(map(_plainness, self._telling)):
            self._telling.append(record)
            self._told |= told
            self.claim = merged(self._telling)


def merged(records: Sequence[Claim]) -> Claim:
    """One record of several, each with a sentence of evidence.

    Args:
        records: Records of one claim, in order.

    Returns:
        The record. The sentence that names who and what, or else the most probable one, is the first evidence, and what
        is told of its words is told of that sentence; what it leaves open is taken from the others.
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


def _told(record: Claim) -> set[str]:
    """What a record tells of what records are compared by; each may be asked of the first that tells it."""
    claimant = record.claimant
    told = {
        "claimant": claimant is not None,
        "name": claimant is not None and not is_pointer(claimant.name.text),
        "accused": record.accused is not None,
        "act": record.act is not None,
        "kind": record.kind is not ActKind.UNKNOWN,
    }
    return {name for name, is_told in told.items() if is_told}


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
