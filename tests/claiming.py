"""Records made up for tests of what is done with them."""

from __future__ import annotations

import re
from dataclasses import replace

from avow.records import ActKind, Claim, Evidence, Party, Span, Status

ARTICLE = (
    "A car bomb exploded outside the customs house in Port Calder on Tuesday, killing nine people.\n\n"
    "The Saltmarsh Brigade claimed responsibility for the bombing in a statement posted on its website. "
    "The Ninth Tide also claimed responsibility for the bombing in a call to a newspaper.\n\n"
    "The Fishermen's Front denied any involvement in the bombing. No group has claimed responsibility for the smaller blast. "
    "Police blamed the Harbour Command for the killing of a judge last year."
)


def claim(name: str = "The Front", **changes: object) -> Claim:
    party = Party(Span(0, len(name), name), Span(0, len(name), name)) if name else None
    sentence = "The Front claimed the bombing."
    base = Claim(
        document="a",
        date="2020-01-02",
        source="",
        status=Status.CLAIMED,
        voice="reported",
        claimant=party,
        accused=None,
        act=Span(18, 29, "the bombing"),
        kind=ActKind.BOMBING,
        mode=7,
        doubt=False,
        competing=False,
        evidence=(Evidence(0, Span(0, len(sentence), sentence), 0.9),),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def later(record: Claim, number: int, probability: float = 0.8) -> Claim:
    return replace(record, evidence=(Evidence(number, record.evidence[0].span, probability),))


def claim_by(text: str, name: str) -> Claim:
    """A claim of the bombing by a name of a text that is one sentence."""
    span = Span(text.index(name), text.index(name) + len(name), name)
    evidence = (Evidence(0, Span(0, len(text), text), 0.9),)
    return replace(claim(), claimant=Party(span, span), evidence=evidence)


def acting(act: str, number: int, **changes: object) -> Claim:
    """A claim of an act in its own words, in a sentence with a number."""
    start = 100 * number
    return later(claim(act=Span(start, start + len(act), act), **changes), number)


def said_by(text: str, sentence: str, name: str, act: str) -> Claim:
    """A claim by a name in a sentence of a text, of an act without the end of the sentence."""
    start = text.index(sentence)
    act = re.split(r"[.,]| on March| on its| was ", act)[0]
    party, place = (text.index(words, start) for words in (name, act))
    span = Span(party, party + len(name), name)
    return claim(
        claimant=Party(span, span),
        act=Span(place, place + len(act), act),
        evidence=(Evidence(int(start > 0), Span(start, start + len(sentence), sentence), 0.9),),
    )
