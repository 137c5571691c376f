"""Records of one document that are one claim, or that compete for one act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from avow.mentions import same_party
from avow.records import ActKind, Claim, Document, Party, Status

_ACCUSING = frozenset({Status.BLAMED, Status.SUSPECTED})
_DEFINITE = re.compile(r"^(?:the|this|that|these|those|it|its|their|both)\b", re.IGNORECASE)
_NAME_OR_NUMBER = re.compile(r"\b(?:[A-Z][\w'-]+|\d[\d,.]*)\b")
_POINTER = re.compile(r"^(?:it|they|he|she|we|i|us|them|him|her|its|their|his|our|my|who)$", re.IGNORECASE)
_COORDINATED = re.compile(
    r"(?:[\s,\"“”'‘’]|\b(?:and|or|the|an?|both|also|by|as|well|together|along|with)\b|&|\([^()]{1,60}\))+",
    re.IGNORECASE,
)
"""What stands between parties that are named together."""
_REACH = 8


def join(document: Document, records: Sequence[Claim]) -> tuple[Claim, ...]:
    """One record a claim, with all its evidence; competing ones marked.

    Two records of one status are one claim where the parties agree and the act is the same.

    Args:
        document: The document.
        records: Its records in order, a sentence each.

    Returns:
        Records in the order of their first evidence.
    """
    joined: list[Claim] = []
    for record in records:
        for at in range(len(joined) - 1, -1, -1):
            if _one_claim(joined[at], record):
                joined[at] = _merged(joined[at], record)
                break
        else:
            joined.append(record)
    return tuple(
        replace(
            record,
            competing=any(
                _compete(record, other) and not _together(document, record, other, joined)
                for other in joined
                if other is not record
            ),
        )
        for record in joined
    )


def same_act(first: Claim, second: Claim) -> bool:
    """Whether two records of a document speak of one act.

    Args:
        first: A record.
        second: A later one.

    Returns:
        True where the kinds agree and the later one points back at the act, does not name it, or shares a name or a
        number with the earlier one.
    """
    kinds = {first.kind, second.kind} - {ActKind.UNKNOWN}
    if len(kinds) > 1:
        return False
    if first.act is None or second.act is None:
        return abs(first.sentence - second.sentence) <= _REACH
    if first.act == second.act:
        return True
    details, others = _details(first.act.text), _details(second.act.text)
    if details and others:
        return bool(details & others)
    return bool(_DEFINITE.match(second.act.text)) or first.act.text.lower() == second.act.text.lower() or not others


def _one_claim(first: Claim, second: Claim) -> bool:
    if first.status is not second.status:
        return False
    if first.sentence == second.sentence and first.claimant != second.claimant:
        return False
    parties = _agree(first.claimant, second.claimant)
    if first.status in _ACCUSING:
        parties = parties and _agree(first.accused, second.accused)
    return parties and same_act(first, second)


def _agree(first: Party | None, second: Party | None) -> bool:
    if first is None or second is None:
        return True
    if _POINTER.match(first.name.text) or _POINTER.match(second.name.text):
        return True
    return same_party(first.name.text, second.name.text)


def _compete(first: Claim, second: Claim) -> bool:
    if first.status is not Status.CLAIMED or second.status is not Status.CLAIMED:
        return False
    if first.claimant is None or second.claimant is None or _agree(first.claimant, second.claimant):
        return False
    # Two names, not a name and "a spokesman" or "her father", who may speak for it.
    if not all(party.name.text[:1].isupper() for party in (first.claimant, second.claimant)):
        return False
    earlier, later = sorted((first, second), key=lambda record: record.sentence)
    if earlier.act is None or later.act is None or later.sentence - earlier.sentence > _REACH:
        return False
    if ActKind.UNKNOWN in {earlier.kind, later.kind} or earlier.kind is not later.kind:
        return False
    same = earlier.act.text.lower() == later.act.text.lower()
    return same or bool(_DEFINITE.match(later.act.text)) or bool(_details(earlier.act.text) & _details(later.act.text))


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


def _merged(first: Claim, second: Claim) -> Claim:
    evidence = sorted((*first.evidence, *second.evidence), key=lambda item: -item.probability)
    claimant = first.claimant
    if claimant is None or (_POINTER.match(claimant.name.text) and second.claimant is not None):
        claimant = second.claimant
    return replace(
        first,
        claimant=claimant,
        accused=first.accused or second.accused,
        act=first.act or second.act,
        kind=second.kind if first.kind is ActKind.UNKNOWN else first.kind,
        mode=min(first.mode, second.mode),
        doubt=first.doubt or second.doubt,
        evidence=tuple(evidence),
    )


def _details(text: str) -> set[str]:
    return {word.lower() for word in _NAME_OR_NUMBER.findall(text) if word.lower() not in {"the", "a", "an"}}
