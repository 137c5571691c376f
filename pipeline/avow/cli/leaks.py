"""What of a set trained the model that is scored on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from avow.cli.options import say
from avow.errors import LeakageError, counted

if TYPE_CHECKING:
    from avow.cli.runs import Run
    from avow.partition import Leak
    from avow.records import GoldSentence


def leaks_of(run: Run, gold: Sequence[GoldSentence]) -> list[Leak]:
    """What of a set trained the model; refused unless it is to be left out."""
    from avow.models import read_fingerprints
    from avow.partition import find_leaks

    leaks = find_leaks(read_fingerprints(run.folder), gold, similarity=run.similarity)
    if leaks and not run.drop_leaks:
        named = "; ".join(map(str, leaks[:5])) + (f"; and {len(leaks) - 5} more" if len(leaks) > 5 else "")
        raise LeakageError(
            f"{len(leaks)} documents or sentences trained this model: {named}",
            where=str(run.folder),
            expected="text that the model has not seen",
            remedy="evaluate on other text, or add --drop-leaks to leave these out",
        )
    return leaks


def kept_of(run: Run, gold: Sequence[GoldSentence]) -> list[GoldSentence]:
    """What of a set did not train the model."""
    from avow.partition import without_leaks

    leaks = leaks_of(run, gold)
    if not leaks:
        return list(gold)
    kept = without_leaks(gold, leaks)
    say(f"left out {counted(len(gold) - len(kept), 'sentence', '')} that trained the model")
    if not kept:
        raise LeakageError("everything here trained this model", where=str(run.folder))
    return kept
