"""The register as one self-contained page: sortable, filterable, each record opening its article at the sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any

from avow.claims.channels import MODES
from avow.records import STATUSES, Claim, Document
from avow.report.render import environment
from avow.storage import encode

if TYPE_CHECKING:
    from avow.claims import Registered


def register_html(items: Iterable[Registered]) -> str:
    """The register as a page.

    Args:
        items: Documents with their records; those without any are counted and left out.

    Returns:
        The page; the text of each article is the document's, character for character.
    """
    total = 0
    articles: list[dict[str, Any]] = []
    records: list[dict[str, Any]] = []
    for item in items:
        total += 1
        if not item.claims:
            continue
        number = len(articles) + 1
        articles.append(_article(item.document, item.claims, number))
        records.extend(_record(claim, item.document, number) for claim in item.claims)
    template = environment().get_template("register.html")
    return template.render(
        articles=articles,
        records=records,
        documents=total,
        statuses=[str(status) for status in STATUSES],
        kinds=sorted({record["kind"] for record in records}),
    )


def write_register(stream: IO[bytes], items: Iterable[Registered]) -> None:
    """Write the register as a page.

    Args:
        stream: Where to.
        items: Documents with their records.
    """
    stream.write(encode(register_html(items)))


def _record(claim: Claim, document: Document, number: int) -> dict[str, Any]:
    return {
        "anchor": _anchor(number, claim.sentence),
        "document": document.title or document.id,
        "date": claim.date,
        "status": str(claim.status),
        "voice": claim.voice,
        "claimant": claim.claimant.name.text if claim.claimant else "",
        "mention": claim.claimant.mention.text if claim.claimant and claim.claimant.resolved else "",
        "accused": claim.accused.name.text if claim.accused else "",
        "act": claim.act.text if claim.act else "",
        "kind": str(claim.kind),
        "mode": MODES[claim.mode] if claim.mode != 10 else "",
        "marks": [name for name, there in (("doubted", claim.doubt), ("competing", claim.competing)) if there],
        "evidence": " ".join(claim.evidence[0].span.text.split()),
        "further": [_anchor(number, item.sentence) for item in claim.evidence[1:]],
        "probability": claim.probability,
        "group": claim.group,
        "reason": claim.reason,
    }


def _anchor(number: int, sentence: int) -> str:
    return f"d{number}s{sentence}"


def _article(document: Document, claims: Iterable[Claim], number: int) -> dict[str, Any]:
    """The text cut at the sentences that are evidence, nothing left out."""
    marks: dict[tuple[int, int], tuple[int, list[str]]] = {}
    for claim in claims:
        for item in claim.evidence:
            marks.setdefault((item.span.start, item.span.end), (item.sentence, []))[1].append(str(claim.status))
    pieces: list[dict[str, Any]] = []
    at = 0
    for (start, end), (sentence, statuses) in sorted(marks.items()):
        pieces.append({"anchor": "", "text": document.text[at:start]})
        pieces.append(
            {
                "anchor": _anchor(number, sentence),
                "statuses": list(dict.fromkeys(statuses)),
                "text": document.text[start:end],
            }
        )
        at = end
    pieces.append({"anchor": "", "text": document.text[at:]})
    return {
        "title": document.title or document.id,
        "source": document.source,
        "date": document.date,
        "pieces": pieces,
    }
