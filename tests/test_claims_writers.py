"""The formats of the register."""

from __future__ import annotations

import csv
import io
import json

from avow.claims import WRITERS
from avow.claims.gtd import write_gtd
from avow.claims.writers import COLUMNS, to_row, write_csv
from avow.records import Claim, Status
from claiming import claim


def written(form: str, rows: list[Claim]) -> bytes:
    stream = io.BytesIO()
    WRITERS[form](stream, iter(rows))
    return stream.getvalue()


def test_csv_for_a_spreadsheet_holds_no_formula() -> None:
    blamed = claim("police", status=Status.BLAMED, accused=claim("Ninth Tide").claimant, document="=d")
    for write, rows in ((write_csv, [blamed]), (write_gtd, [(blamed,)])):
        stream = io.BytesIO()
        write(stream, rows, spreadsheet=True)
        assert stream.getvalue().startswith(b"\xef\xbb\xbfdocument,")
        (row,) = csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig")))
        assert row["document"] == "'=d"
    assert (row["gname"], row["claimed"]) == ("Ninth Tide", "-9")


def test_formats_hold_the_same_records() -> None:
    rows = [claim(), claim("", act=None, status=Status.UNCLAIMED)]
    lines = [json.loads(line) for line in written("jsonl", rows).splitlines()]
    table = list(csv.DictReader(io.StringIO(written("csv", rows).decode())))
    assert [list(line) for line in lines] == [list(COLUMNS)] * 2
    assert [row["claimant"] for row in table] == ["The Front", ""]
    assert lines[1]["claimant"] is None
    assert table[0]["mode_text"] == "Posted to website, blog, etc."
    import pyarrow.parquet

    parquet = pyarrow.parquet.read_table(io.BytesIO(written("parquet", rows))).to_pylist()
    assert [row["act_start"] for row in parquet] == [18, None]
    assert to_row(rows[0])["further_evidence"] == []
