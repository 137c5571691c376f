"""Annotated claims as the register hears them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from avow.claims.circumstances import Told
from avow.claims.kinds import ToldAct
from avow.claims.telling import Teller
from avow.corpus import document_of
from avow.mentions.resolving import Scorer
from avow.models.stances import COLUMNS, ROLE
from avow.records import ActKind, GoldSentence, Label, Sentence, Status
from avow.stances import TrainedStances


@dataclass(frozen=True, slots=True)
class HeardClaim:
    """A sentence that annotators call a claim, with what the register knows of it.

    Attributes:
        gold: The sentence.
        told: What the rules answer of channel and doubt, and what they rest on.
        act: The words that may tell the kind of act, and what the rules answer.
    """

    gold: GoldSentence
    told: Told
    act: ToldAct


class _Listening:
    """Answers as the rules do, and keeps what was asked of each sentence first: the claim that was annotated."""

    def __init__(self) -> None:
        self.told: dict[Sentence, Told] = {}
        self.acts: dict[Sentence, ToldAct] = {}

    def circumstances(self, sentence: Sentence, told: Told) -> tuple[int, bool]:
        self.told.setdefault(sentence, told)
        return told.mode, told.doubt

    def kind(self, sentence: Sentence, told: ToldAct) -> ActKind:
        self.acts.setdefault(sentence, told)
        return told.rule


def scorer(stances: TrainedStances) -> Scorer:
    """Weighs phrases as the saved table will.

    Args:
        stances: The fitted regressions.

    Returns:
        A function of a role and the features of a phrase.
    """

    def score(role: str, names: Iterable[str]) -> float:
        at = COLUMNS.index(role)
        rows = (stances.weights.get(f"{ROLE}:{name}") for name in names)
        return stances.bias[at] + sum(row[at] for row in rows if row is not None)

    return score


def claims_of(gold: Iterable[GoldSentence], score: Scorer) -> list[HeardClaim]:
    """Every annotated claim as the register hears it.

    Args:
        gold: Sentences, those of a document together and in order.
        score: Weighs phrases as parties.

    Returns:
        The claims in order.
    """
    found: list[HeardClaim] = []
    for _, items in groupby(gold, key=lambda item: item.sentence.document):
        rows = list(items)
        claimed = [{Status.CLAIMED: 1.0} if item.label is Label.CLAIM else {} for item in rows]
        if not any(claimed):
            continue
        judge = _Listening()
        Teller(score, judge).said(document_of(rows), [item.sentence for item in rows], claimed)
        heard = (item for item in rows if item.sentence in judge.told)
        found.extend(HeardClaim(item, judge.told[item.sentence], judge.acts[item.sentence]) for item in heard)
    return found
