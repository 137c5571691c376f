"""Gold statements: of our own corpus from the attributes of its sentences, of public ones from records beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from avow.claims.annotated import channel_of, is_doubted, kind_of
from avow.claims.channels import FROM_CORPUS, UNKNOWN, UNTOLD
from avow.corpus import GoldClaim, JoinedSet, document_of, gold_claims
from avow.evaluation.register import GoldRegister, GoldStatement
from avow.records import ActKind, GoldSentence, Label, Status

STANCES: Mapping[str, Status] = {
    "denies": Status.DENIED,
    "none": Status.UNCLAIMED,
    "blames": Status.BLAMED,
    "suspects": Status.SUSPECTED,
}
_PERSONAL = 8


def gold_register(gold: Iterable[GoldSentence]) -> Iterator[GoldRegister]:
    """The documents of our own corpus with what their sentences say.

    Args:
        gold: Labelled sentences, those of a document together and in order.

    Yields:
        Documents in order; their texts are the sentences with the white space that was between them.
    """
    for _, items in groupby(gold, key=lambda item: item.sentence.document):
        rows = list(items)
        document = document_of(rows)
        statements = tuple(tuple(_statements(item)) for item in rows)
        sentences = tuple(item.sentence for item in rows)
        yield GoldRegister(document, sentences, statements, rows[0].genre, group=rows[0].group)


def real_register(joined: JoinedSet) -> Iterator[GoldRegister]:
    """Documents of public corpora of which annotators labelled some sentences.

    Args:
        joined: The labelled sentences with their text.

    Yields:
        Documents whole, to be scored on the labelled sentences.
    """
    for item in gold_claims(joined):
        statements = tuple(tuple(map(_real, claims)) for claims in item.claims)
        yield GoldRegister(item.document, item.sentences, statements, item.corpus, item.every, item.group)


def _real(claim: GoldClaim) -> GoldStatement:
    return GoldStatement(
        Status(claim.status),
        claimants=claim.claimants,
        accused=claim.accused,
        acts=claim.acts,
        mode=None if claim.mode in {*UNTOLD, ""} else FROM_CORPUS.get(claim.mode, _PERSONAL),
        kind=None if claim.kind == "unknown" else ActKind(claim.kind),
        doubt=claim.doubt if claim.status == Status.CLAIMED else None,
    )


def _statements(item: GoldSentence) -> Iterator[GoldStatement]:
    attributes = dict(item.attributes)
    by = (attributes["by"],) if "by" in attributes else ()
    if item.label is Label.CLAIM:
        mode = channel_of(item)
        yield GoldStatement(
            Status.CLAIMED,
            claimants=by,
            mode=None if mode == UNKNOWN else mode,
            kind=kind_of(item),
            competing=attributes["competing"] == "yes" if "competing" in attributes else None,
            doubt=is_doubted(item),
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
