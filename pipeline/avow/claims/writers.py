"""Records in the formats that people already use: CSV, JSON Lines, Parquet."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import IO, Any

from avow.claims.channels import MODES
from avow.errors import MissingExtraError
from avow.records import Claim, Party
from avow.storage import clean, csv_table, encode

NUMBERS = (
    "sentence",
    "claimant_start",
    "claimant_end",
    "mention_start",
    "mention_end",
    "accused_start",
    "accused_end",
    "accused_mention_start",
    "accused_mention_end",
    "act_start",
    "act_end",
    "mode",
    "start",
    "end",
)
FLAGS = ("claimant_resolved", "accused_resolved", "doubt", "competing")
COLUMNS = (
    "document",
    "date",
    "source",
    "sentence",
    "status",
    "voice",
    "claimant",
    "claimant_start",
    "claimant_end",
    "claimant_resolved",
    "mention",
    "mention_start",
    "mention_end",
    "accused",
    "accused_start",
    "accused_end",
    "accused_resolved",
    "accused_mention",
    "accused_mention_start",
    "accused_mention_end",
    "act",
    "act_start",
    "act_end",
    "kind",
    "mode",
    "mode_text",
    "doubt",
    "competing",
    "evidence",
    "start",
    "end",
    "probability",
    "rule",
    "further_evidence",
    "group",
    "group_reason",
)
_BATCH = 5000


def to_row(claim: Claim) -> dict[str, Any]:
    """A record as flat fields.

    Args:
        claim: The record.

    Returns:
        Values by name, in the order of ``COLUMNS``; ``None`` where the text names nobody or nothing. Further evidence
        is a list of objects.
    """
    first = claim.evidence[0]
    fields: dict[str, Any] = {
        "document": claim.document,
        "date": claim.date,
        "source": claim.source,
        "sentence": first.sentence,
        "status": str(claim.status),
        "voice": claim.voice,
        **_party("claimant", "mention", claim.claimant),
        **_party("accused", "accused_mention", claim.accused),
        "act": claim.act.text if claim.act else None,
        "act_start": claim.act.start if claim.act else None,
        "act_end": claim.act.end if claim.act else None,
        "kind": str(claim.kind),
        "mode": claim.mode,
        "mode_text": MODES[claim.mode],
        "doubt": claim.doubt,
        "competing": claim.competing,
        "evidence": first.span.text,
        "start": first.span.start,
        "end": first.span.end,
        "probability": claim.probability,
        "rule": claim.rule,
        "further_evidence": [
            {
                "sentence": item.sentence,
                "start": item.span.start,
                "end": item.span.end,
                "text": item.span.text,
                "probability": item.probability,
            }
            for item in claim.evidence[1:]
        ],
        "group": claim.group,
        "group_reason": claim.reason,
    }
    return fields


def _party(name: str, mention: str, party: Party | None) -> dict[str, Any]:
    return {
        name: party.name.text if party else None,
        f"{name}_start": party.name.start if party else None,
        f"{name}_end": party.name.end if party else None,
        f"{name}_resolved": party.resolved if party else False,
        mention: party.mention.text if party else None,
        f"{mention}_start": party.mention.start if party else None,
        f"{mention}_end": party.mention.end if party else None,
    }


def to_rows(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Records as flat fields, for a data frame.

    Args:
        claims: Records.

    Returns:
        A mapping a record.
    """
    return [to_row(claim) for claim in claims]


def write_jsonl(stream: IO[bytes], claims: Iterable[Claim]) -> None:
    """One JSON object a record.

    Args:
        stream: Where to.
        claims: Records.
    """
    for claim in claims:
        stream.write(encode(json.dumps(to_row(claim), ensure_ascii=False) + "\n"))


def write_csv(stream: IO[bytes], claims: Iterable[Claim], *, spreadsheet: bool = False) -> None:
    """A table with a header; further evidence as JSON in its cell.

    Args:
        stream: Where to.
        claims: Records.
        spreadsheet: As for :func:`avow.storage.csv_table`.
    """
    write_table(stream, COLUMNS, map(_flat, claims), spreadsheet=spreadsheet)


def write_table(
    stream: IO[bytes], columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, spreadsheet: bool = False
) -> None:
    """Any rows as CSV.

    Args:
        stream: Where to.
        columns: Their names in order.
        rows: Values by name, one for each column.
        spreadsheet: As for :func:`avow.storage.csv_table`.
    """
    buffer = io.StringIO(newline="")
    write = csv_table(buffer, columns, spreadsheet=spreadsheet)
    for row in rows:
        write([[row[name] for name in columns]])
        stream.write(encode(buffer.getvalue()))
        buffer.seek(0)
        buffer.truncate()
    stream.write(encode(buffer.getvalue()))


def write_parquet(stream: IO[bytes], claims: Iterable[Claim]) -> None:
    """A Parquet file, written in batches.

    Args:
        stream: Where to.
        claims: Records.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("pyarrow", "parquet", "writing Parquet") from error
    kinds = dict.fromkeys(NUMBERS, pyarrow.int64()) | dict.fromkeys(FLAGS, pyarrow.bool_())
    kinds["probability"] = pyarrow.float64()
    schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in COLUMNS])
    with pyarrow.parquet.ParquetWriter(stream, schema) as writer:
        for batch in _batches(map(_clean, map(_flat, claims))):
            writer.write_table(pyarrow.Table.from_pylist(batch, schema=schema))


def _flat(claim: Claim) -> dict[str, Any]:
    fields = to_row(claim)
    further = fields["further_evidence"]
    fields["further_evidence"] = json.dumps(further, ensure_ascii=False) if further else ""
    return fields


def _clean(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: clean(value) if isinstance(value, str) else value for name, value in fields.items()}


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


WRITERS: Mapping[str, Callable[[IO[bytes], Iterable[Claim]], None]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "parquet": write_parquet,
}
