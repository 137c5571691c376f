"""Gold statements of our own corpus: from the attributes of its sentences, and a table of kinds of acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from avow.claims.modes import FROM_CORPUS, UNTOLD
from avow.corpus import GoldClaim, JoinedSet, document_of, gold_claims
from avow.errors import InputError
from avow.evaluation.register import GoldRegister, GoldStatement
from avow.records import ActKind, GoldSentence, Label, Status
from avow.storage import read_text

STANCES: Mapping[str, Status] = {
    "denies": Status.DENIED,
    "none": Status.UNCLAIMED,
    "blames": Status.BLAMED,
    "suspects": Status.SUSPECTED,
}
_PERSONAL = 8


@dataclass(frozen=True, slots=True)
class Act:
    """What the table of acts says of a claim.

    Attributes:
        kind: The kind of act.
        competing: Whether another claim of the document competes for the act.
    """

    kind: ActKind
    competing: bool


def read_acts(path: Path) -> dict[tuple[str, int], Act]:
    """The table of acts: document, number of the sentence, kind, ``yes`` where the claim competes with another one.

    Args:
        path: Tab-separated values with a header.

    Returns:
        Acts by document and sentence.

    Raises:
        InputError: A row is not of this form.
    """
    found: dict[tuple[str, int], Act] = {}
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        cells = line.split("\t")
        if number == 1 or not line.strip():
            continue
        try:
            document, sentence, kind, competing = cells
            found[document, int(sentence)] = Act(ActKind(kind), {"yes": True, "no": False}[competing])
        except (ValueError, KeyError) as error:
            raise InputError(
                f"not a row of acts ({error})",
                where=f"{path}:{number}",
                expected="document, sentence, kind of act, and yes or no, between tabs",
            ) from error
    return found


def gold_register(
    gold: Iterable[GoldSentence], acts: Mapping[tuple[str, int], Act] | None = None
) -> Iterator[GoldRegister]:
    """The documents of our own corpus with what their sentences say.

    Args:
        gold: Labelled sentences, those of a document together and in order.
        acts: Kinds of acts, where known.

    Yields:
        Documents in order; their texts are the sentences with the white space that was between them.
    """
    for _, items in groupby(gold, key=lambda item: item.sentence.document):
        rows = list(items)
        document = document_of(rows)
        statements = tuple(tuple(_statements(item, (acts or {}).get(_key(item)))) for item in rows)
        yield GoldRegister(document, tuple(item.sentence for item in rows), statements, rows[0].genre)


def real_register(joined: JoinedSet) -> Iterator[GoldRegister]:
    """Documents of public corpora of which annotators labelled some sentences.

    Args:
        joined: The labelled sentences with their text.

    Yields:
        Documents whole, to be scored on the labelled sentences.
    """
    for item in gold_claims(joined):
        statements = tuple(tuple(map(_real, claims)) for claims in item.claims)
        yield GoldRegister(item.document, item.sentences, statements, item.corpus, item.every)


def _real(claim: GoldClaim) -> GoldStatement:
    return GoldStatement(
        Status(claim.status),
        claimants=claim.claimants,
        accused=claim.accused,
        acts=claim.acts,
        mode=None if claim.mode in {*UNTOLD, ""} else FROM_CORPUS.get(claim.mode, _PERSONAL),
        kind=None if claim.kind == "unknown" else ActKind(claim.kind),
    )


def _key(item: GoldSentence) -> tuple[str, int]:
    return item.sentence.document, item.sentence.number


def _statements(item: GoldSentence, act: Act | None) -> Iterator[GoldStatement]:
    attributes = dict(item.attributes)
    by = (attributes["by"],) if "by" in attributes else ()
    if item.label is Label.CLAIM:
        mode = attributes.get("mode", "")
        yield GoldStatement(
            Status.CLAIMED,
            claimants=by,
            mode=None if mode in UNTOLD else FROM_CORPUS.get(mode),
            kind=act.kind if act else None,
            competing=act.competing if act else None,
            doubt=attributes.get("doubt") == "yes",
        )
        # The names in the attributes are the claimant's; who denies in the same sentence was not annotated.
        by = ()
    whom = (attributes["whom"],) if "whom" in attributes else ()
    for stance in item.stances:
        status = STANCES[stance]
        accusing = status in {Status.BLAMED, Status.SUSPECTED}
        yield GoldStatement(
            status, claimants=by if status is not Status.UNCLAIMED else (), accused=whom if accusing else ()
        )
        # They name who speaks in the first stance.
        by = ()
