"""Rows of tables and the columns that are used of them."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from avow.documents import RejectLog, read
from avow.documents.tables import open_rows
from avow.errors import InputError
from conftest import only, piped


@pytest.mark.parametrize(
    ("value", "kind"),
    [("null", "no value"), ("true", "true or false"), ("1.5", "a number"), ("[1]", "a list"), ("{}", "an object")],
)
def test_what_a_column_holds_is_told_in_words(tmp_path: Path, value: str, kind: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": {value}}}\n')
    with pytest.raises(InputError, match=rf"a.jsonl:1: column text holds {kind}; expected a string"):
        only(path)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", "text,id\nIt rained.,a,b\n", "fields"),
        ("a.jsonl", "{broken\n", "json"),
        ("a.json", "[1]", "json"),
    ],
)
def test_a_table_whose_only_row_is_broken_is_not_empty(tmp_path: Path, name: str, data: str, reason: str) -> None:
    (tmp_path / name).write_text(data)
    log = RejectLog()
    assert list(read(tmp_path / name, reject=log)) == []
    assert log.counts == {reason: 1}


def test_json_lines_give_a_document_each(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl.gz"
    rows = [
        {"id": "a", "text": "One.", "date": "2020-01-01", "headline": "H", "outlet": "O", "genre": "wire"},
        {"id": "b", "text": "Two."},
    ]
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    first, second = read(path)
    assert (first.id, first.text, first.date, first.title, first.source, first.genre) == (
        "a",
        "One.",
        "2020-01-01",
        "H",
        "O",
        "wire",
    )
    assert second.id == "b"


def test_broken_json_on_line_seven_names_it(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text("".join('{"text": "One."}\n' for _ in range(6)) + '{"text": "Two.\n' + '{"text": "Three."}\n')
    with pytest.raises(InputError, match=r"items\.jsonl:7: broken JSON"):
        list(read(path))
    log = RejectLog()
    assert len(list(read(path, reject=log))) == 7
    assert log.counts == {"json": 1}
    assert log.rejects[0].where.endswith("items.jsonl:7")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('{"text": "It rained.\tIt burned."}', "Invalid control character at column 21"),
        ('{"text": "It rained.', "Unterminated string starting at column 10"),
        ('{"text": "It rained." "id": 1}', "Expecting ',' delimiter at column 23"),
        ('{"text": "It rained.",', "Expecting property name enclosed in double quotes at column 23"),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_broken_json_is_told_with_its_column(tmp_path: Path, name: str, content: str, fault: str) -> None:
    path = tmp_path / name
    path.write_text(f"\n{content}" + "\n" * (name == "a.jsonl"))
    with pytest.raises(InputError) as caught:
        list(read(path))
    assert str(caught.value).startswith(f"{path}:2: broken JSON ({fault})")


def test_tables_read_in_turn_keep_their_long_fields(tmp_path: Path) -> None:
    before = csv.field_size_limit(131_072)
    try:
        for name in "ab":
            (tmp_path / f"{name}.csv").write_text(f"id,text\n1,It rained.\n2,{'It rained on us. ' * 10_000}\n")
        first, second = (read(tmp_path / f"{name}.csv") for name in "ab")
        found = [next(first), next(second), *first, *second]
        assert [len(document.text) for document in found] == [10, 10, 170_000, 170_000]
        # Neither is a limit that somebody else raised lowered.
        csv.field_size_limit(2**31 - 1)
        next(read(tmp_path / "a.csv"))
        assert csv.field_size_limit() == 2**31 - 1
    finally:
        csv.field_size_limit(before)


def test_csv_keeps_line_numbers_over_quoted_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_text('id,text\n1,"One.\nStill one."\n2,\n3,Three.\n')
    log = RejectLog()
    documents = list(read(path, reject=log))
    assert [document.text for document in documents] == ["One.\nStill one.", "Three."]
    assert log.rejects[0].where.endswith("items.csv:4")


def test_tsv_without_quoting_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "items.tsv"
    path.write_text('sentence_id\tsentence\n1\t"It was late," he said.\n2\tHe said "no"\n')
    assert [document.text for document in read(path)] == ['"It was late," he said.', 'He said "no"']


def test_unclosed_quotation_mark_is_told(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_text('id,text\n1,One.\n2,"Two.\n3,Three.\n')
    with pytest.raises(InputError, match=r"items\.csv:3: .*neither it nor what follows can be read"):
        list(read(path))
    path.write_bytes("id,text\n1,One.\n".encode("utf-16") + b"\0")
    with pytest.raises(InputError, match=r"items\.csv:\d: wrong encoding: not utf-16.* what follows cannot be read"):
        list(read(path))


@pytest.mark.parametrize(
    "data",
    [
        b"id,te\0xt\n1,It rained.\n",
        "id,text\n1,It rained.\n".encode("utf-16-le"),
        b"id,text\n" + b"1,It rained.\n" * 9 + bytes(40),
    ],
)
def test_a_table_that_is_no_text_is_refused_whole(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "items.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"binary: a NUL byte; expected text; for UTF-16"):
        list(read(path))


def test_missing_column_lists_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="columns there are: a, b"):
        list(read(path))
    with pytest.raises(InputError, match="no column story"):
        list(read(path, text="story"))


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.parquet"])
def test_the_column_of_the_identifier_can_be_named(name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / name
    rows = [
        {"id": "x", "Nr": "K-7", "text": "One."},
        {"id": "y", "Nr": None, "text": "Two."},
        {"id": "z", "Nr": " ", "text": "Three."},
        {"id": "w", "Nr": "K-7", "text": "Four."},
    ]
    if name == "a.csv":
        path.write_text("id,Nr,text\n" + "".join(f"{row['id']},{row['Nr'] or ''},{row['text']}\n" for row in rows))
    elif name == "a.parquet":
        pytest.importorskip("pyarrow.parquet").write_table(__import__("pyarrow").Table.from_pylist(rows), path)
    else:
        path.write_text(json.dumps(rows) if name == "a.json" else "\n".join(map(json.dumps, rows)))
    first = 2 if name == "a.csv" else 1
    found = [document.id for document in read(path, identifier="Nr")]
    assert found == ["K-7", f"{path}#{first + 1}", f"{path}#{first + 2}", "K-7~2"]
    assert caplog.messages == [
        f"{path}: 2 rows have no entry in column Nr; their place is their identifier",
        "1 identifiers of column Nr had occurred before and are told apart as ID~2",
    ]
    assert [document.id for document in read(path)] == ["x", "y", "z", "w"]


@pytest.mark.parametrize("option", ["text", "identifier"])
def test_a_column_that_is_named_and_missing_is_one_error(option: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,One.\n2,Two.\n")
    log = RejectLog()
    assert list(read(path, reject=log, **{option: "key"})) == []
    assert [reject.detail for reject in log.rejects] == [
        f"{path}:2: no column key; expected one of the columns there are: id, text; "
        f"name the column of the {option} with {'--text' if option == 'text' else '--id'}"
    ]
    path = tmp_path / "a.jsonl"
    path.write_text('{"key": 1, "text": "One."}\n{"text": "Two."}\n{"key": 3, "text": "Three."}\n')
    log = RejectLog()
    assert [document.id for document in read(path, reject=log, identifier="key")] == ["1", f"{path}#2", "3"]
    assert not log.rejects


def test_every_row_of_json_tells_its_own_columns(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    rows: list[dict[str, object]] = [
        {"run": 7},
        {"text": "One."},
        {"text": "Two.", "id": "B", "date": "2024-01-01", "source": "BBC"},
        {"body": "Three.", "id": "C"},
        {"text": "Four.", "id": "D"},
        {"body": "Five.", "id": "E"},
    ]
    for name, content in (("a.jsonl", "\n".join(map(json.dumps, rows))), ("a.json", json.dumps(rows))):
        path = tmp_path / name
        path.write_text(content)
        log = RejectLog()
        found = [(item.id, item.text, item.date, item.source) for item in read(path, reject=log)]
        assert found == [
            (f"{path}#2", "One.", "", ""),
            ("B", "Two.", "2024-01-01", "BBC"),
            ("C", "Three.", "", ""),
            ("D", "Four.", "", ""),
            ("E", "Five.", "", ""),
        ]
        assert [(reject.where, reject.reason) for reject in log.rejects] == [(f"{path}:1", "column")]
    assert caplog.text.count("text taken from column body") == 2


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (
            {"article": "harbour-fire-7", "passage": "The depot at Port Calder burned."},
            "The depot at Port Calder burned.",
        ),
        ({"story": 7, "passage": "The depot at Port Calder burned."}, "The depot at Port Calder burned."),
        ({"article": "Late.", "title": "The depot at Port Calder burned"}, "Late."),
        ({"text": "Late.", "remark": "seen by both of the annotators"}, "Late."),
        ({"article": "It rained.", "remark": "seen by both of the annotators"}, "It rained."),
        (
            {"article": "fire-7", "passage": "It burned for nine hours.", "remark": "seen by both annotators, twice"},
            None,
        ),
    ],
)
def test_a_column_is_taken_for_the_text_where_it_holds_more_than_a_key(
    tmp_path: Path, row: dict[str, object], text: str | None
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(row) + "\n")
    if text is None:
        with pytest.raises(InputError, match="name the column of the text with --text"):
            only(path)
    else:
        assert only(path).text == text


def test_a_missing_value_of_pandas_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One.", "id": NaN, "date": NaN, "source": null, "title": ""}\n')
    document = only(path)
    assert (document.id, document.date, document.source, document.title) == (f"{path}#1", "", "", "")


def test_an_item_that_is_no_object_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"text": "One."}, 3, {"text": "Two."}]')
    log = RejectLog()
    assert [document.text for document in read(path, reject=log)] == ["One.", "Two."]
    assert [reject.where for reject in log.rejects] == [f"{path}:2"]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_number_of_too_many_digits_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text('{"text": "One.", "n": ' + "9" * 5000 + "}")
    with pytest.raises(InputError, match=rf"{name}.*broken JSON \(a number of too many digits"):
        list(read(path))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("id;text\n1;One, two, three.\n2;Four.\n", ["One, two, three.", "Four."]),
        ("id\ttext\n1\tOne, two.\n", ["One, two."]),
        ('"text","notes; of the; desk"\n"One; two.",x\n', ["One; two."]),
        ("text\nOne; two.\n", ["One; two."]),
        ('\ntext;id\n"One;\ntwo.";1\n', ["One;\ntwo."]),
    ],
)
def test_the_header_of_csv_tells_what_separates_fields(tmp_path: Path, content: str, found: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content)
    assert [document.text for document in read(path)] == found


def test_the_separator_is_said_when_asked(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id;text\n1;One.\n")
    caplog.set_level("INFO", "avow")
    assert only(path).id == "1"
    assert "a.csv: fields are separated by ';'" in caplog.text


def test_a_row_of_csv_that_stops_early_hides_no_column_of_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,id,date\nOne.\nTwo.,b,2024-01-01\n")
    assert [(item.text, item.date) for item in read(path)] == [("One.", ""), ("Two.", "2024-01-01")]


def test_only_a_column_that_is_used_may_not_stand_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,note,note,,\nOne.,a,b,,\n")
    assert only(path).text == "One."
    for header, name in (("text,text", "text"), ("text,date,date", "date"), ("text,id,id", "id")):
        path.write_text(f"{header}\nOne.,Two.,Three.\n".replace(",Three.", ",Three." * (header.count(",") - 1)))
        log = RejectLog()
        assert list(read(path, reject=log)) == []
        assert [reject.detail for reject in log.rejects] == [
            f"{path}:1: the column {name} stands twice; expected different names"
        ]


def test_columns_and_values_that_parquet_knows_and_python_does_not(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow
    import pyarrow.parquet

    path = tmp_path / "items.parquet"
    texts = pyarrow.array(["One.", "Two."])
    days = pyarrow.array([19_000, 4_000_000], pyarrow.int32()).cast(pyarrow.date32())
    pyarrow.parquet.write_table(pyarrow.table({"text": texts, "date": days}), path)
    assert [(item.text, item.date) for item in read(path)] == [("One.", "2022-01-08"), ("Two.", "12921-08-18")]
    zoned = pyarrow.array([0, None], pyarrow.timestamp("us", "Nowhere/Land"))
    pyarrow.parquet.write_table(pyarrow.table({"text": texts, "date": zoned}), path)
    log = RejectLog()
    assert [item.text for item in read(path, reject=log)] == ["Two."]
    assert [reject.where for reject in log.rejects] == [f"{path}:1"]
    assert "the value in column date cannot be read" in log.rejects[0].detail
    pyarrow.parquet.write_table(pyarrow.table({"text": texts, "seen": zoned}), path)
    assert [item.text for item in read(path)] == ["One.", "Two."]
    twice = pyarrow.table([texts, pyarrow.array(["x", "y"])], names=["text", "text"])
    pyarrow.parquet.write_table(twice, path)
    with pytest.raises(InputError, match="the column text stands twice"):
        list(read(path))
    with pytest.raises(InputError, match=r"none\.parquet: no such file"):
        list(open_rows(tmp_path / "none.parquet", "parquet", str(tmp_path / "none.parquet"), None, lambda _: None))


def test_parquet_round_trip(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow
    import pyarrow.parquet

    path = tmp_path / "items.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"content": ["One.", "Two."], "n": [1, 2]}), path)
    assert [document.text for document in read(path)] == ["One.", "Two."]
    path.write_bytes(b"PAR1 but not really")
    with pytest.raises(InputError, match="Parquet"):
        list(read(path))


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_parquet_may_be_compressed_or_piped_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]
) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow
    import pyarrow.parquet

    stream = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"id": ["a", "b"], "text": ["It rained.", "Snow fell."]}), stream)
    path = tmp_path / "items.parquet.gz"
    path.write_bytes(pack(stream.getvalue()))
    found = [("a", "It rained."), ("b", "Snow fell.")]
    assert [(document.id, document.text) for document in read(path)] == found
    for data in (stream.getvalue(), path.read_bytes()):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert [(document.id, document.text) for document in read("-")] == found
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(InputError, match="compressed data are damaged"):
        list(read(path))


@pytest.mark.parametrize(
    ("writes", "options", "left"),
    [
        ([b'{"te', b'xt": "It rained."}\n', b'{"text": ', b'"Snow."}\n'], {}, 2),
        ([b'{"text": "It rained."}\n', b'{"text": "Snow."}\n'], {"form": "jsonl"}, 1),
        ([b"It rained.\n", b"Snow.\n"], {"form": "text", "lines": True}, 1),
        ([b"It rained." + b" " * 4096 + b"\n", b"Snow.\n"], {"lines": True}, 1),
        # Their first write does not tell these formats.
        ([b"[", b'{"text": "It rained."},', b'{"text": "Snow."}]'], {}, 0),
        ([b"no,te", b"xt\n1,It rained.\n", b"2,Snow.\n"], {"text": "text"}, 0),
        ([b"no\tte", b'xt\n1\t"It rained."\n', b'2\t"Snow."\n'], {"form": "tsv"}, 0),
    ],
)
def test_documents_of_a_pipe_are_given_as_they_come_and_its_format_is_told_by_more_than_its_first_write(
    monkeypatch: pytest.MonkeyPatch, writes: list[bytes], options: dict[str, Any], left: int
) -> None:
    pipe = piped(monkeypatch, *writes)
    documents = read("-", **options)
    assert (next(documents).text, len(pipe.writes)) == ("It rained.", left)
    assert [document.text for document in documents] == ["Snow."]


def test_a_named_column_makes_tables_of_files_whose_names_tell_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b").write_text("key,body\nk,Two.\n")
    (tmp_path / "c").write_text('[\n  {"key": "m", "body": "Three."}\n]')
    found = [(document.id, document.text) for document in read(tmp_path, text="body", identifier="key")]
    assert found == [(str(tmp_path / "a.txt"), "One."), ("k", "Two."), ("m", "Three.")]
    assert only(tmp_path / "b").text == "key,body\nk,Two.\n"
    with pytest.raises(InputError, match="text has no columns; expected a table, since --text body names a column"):
        only(tmp_path / "a.txt", text="body", single=True)


@pytest.mark.parametrize(
    ("row", "date"),
    [
        ({"event_date": "05 March 2021"}, "05 March 2021"),
        ({"pub_date": "2021-03-05"}, "2021-03-05"),
        ({"publishedAt": "2021-03-05T06:00:00Z"}, "2021-03-05T06:00:00Z"),
        ({"datetime": "2021-03-05 06:00", "time": "06:00"}, "2021-03-05 06:00"),
        ({"date": "2021-03-06", "event_date": "2021-03-05"}, "2021-03-06"),
        ({"iyear": 1986, "imonth": 7, "iday": 25}, "1986-07-25"),
        ({"iyear": "1986", "imonth": "7", "iday": "0"}, "1986-07"),
        ({"iyear": 1986.0, "imonth": 0.0, "iday": 25.0}, "1986"),
        ({"iyear": 0, "imonth": 7, "iday": 25}, ""),
        ({"iyear": 1986, "imonth": 7, "iday": 25, "date": "1986-07-26"}, "1986-07-26"),
        ({"imonth": 7, "iday": 25}, ""),
    ],
)
def test_dates_are_found_by_the_names_that_their_sources_use(tmp_path: Path, row: dict[str, Any], date: str) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps({"text": "The depot burned.", **row}) + "\n")
    assert [document.date for document in read(path)] == [date]


def test_every_column_that_is_guessed_is_noted(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="avow")
    path = tmp_path / "a.csv"
    path.write_text("text,doc_id,published,outlet\nThe depot burned.,a,2021-03-05,Ledger\nIt rained.,b,2021-03-06,\n")
    list(read(path))
    assert caplog.messages == [
        f"{path}:2: text taken from column text (name another with --text)",
        f"{path}:2: identifier taken from column doc_id (name another with --id)",
        f"{path}:2: source taken from column outlet",
        f"{path}:2: date taken from column published (name another with --date)",
    ]
    caplog.clear()
    list(read(path, text="text", identifier="doc_id", date="published"))
    assert caplog.messages == [f"{path}:2: source taken from column outlet"]
    caplog.clear()
    other = tmp_path / "b.jsonl"
    rows = [{"text": "One.", "id": "a"}, {"id": "b", "text": "Two."}, {"text": "Three.", "iyear": 1986, "imonth": 7}]
    other.write_text("\n".join(map(json.dumps, rows)))
    list(read(other))
    assert caplog.messages == [
        f"{other}:1: text taken from column text (name another with --text)",
        f"{other}:1: identifier taken from column id (name another with --id)",
        f"{other}:3: year of the date taken from column iyear (name one of whole dates with --date)",
        f"{other}:3: month of the date taken from column imonth (name one of whole dates with --date)",
    ]


def test_a_named_date_goes_before_all_others(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("text,date,day,iyear\nThe depot burned.,2020,1999-01-02,1986\n")
    assert [document.date for document in read(path, date="day")] == ["1999-01-02"]
