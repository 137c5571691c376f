"""Reading documents of every kind, and refusing what cannot be read."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from avow.documents import Reader, RejectLog, guessing, mark_furniture, read
from avow.documents.decoding import decode
from avow.documents.markup import mark_markdown, read_html
from avow.documents.pages import decode_html
from avow.documents.separated import encoding_of
from avow.documents.tables import open_rows
from avow.errors import InputError, UsageError
from avow.records import Document, FurnitureKind
from avow.sentences import split

BODY = "The depot burned for nine hours. Nobody has claimed the fire.\n\nThe mayor called it a disgrace."
# A page as a scraper leaves it, made up for this test.
PAGE = """The Ledger

Port Calder's Front Overreaches With Fuel Depot Blast

Recent Features

The Ledger

Port Calder's Front Overreaches With Fuel Depot Blast

The front is losing friends faster than it makes them.

Port Calder's Front Overreaches With Fuel Depot Blast
Credit: Handout/ Ines Aldana

Its statement came late. A second one, which police doubt, claimed the same fire.

Read more: The long winter of Port Calder
"""


def only(source: Path | str, **options: object) -> Document:
    documents = list(read(source, **options))
    assert len(documents) == 1
    return documents[0]


def test_plain_text_is_kept_as_decoded(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(BODY.replace("\n", "\r\n").encode())
    document = only(path)
    assert document.text == BODY.replace("\n", "\r\n")
    assert document.id == str(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_detected(tmp_path: Path, encoding: str) -> None:
    text = "Der Bürgermeister räumte ein, daß die Löschzüge zu spät kamen. " * 5
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode(encoding))
    assert only(path).text == text


@pytest.mark.parametrize(
    ("text", "encoding", "read_as"),
    [
        ("Politiet i Tromsø tror at Bjørn Håkon satte fyr på båten.", "cp1252", "cp1252"),
        ("El señor Núñez negó en Peñalolén que él fuera.", "cp1252", "cp1252"),
        ("The depot burned. " * 20_000 + "It was in Peñarol.", "cp1252", "cp1252"),
        ("“We did it,” the Fédération said – on its site…", "cp1252", "cp1252"),
        ("Wiatr był silny, a łódź płonęła już od północy, mówi świadek.", "cp1250", "cp1250"),
        ("“We struck the depot.” They didn’t stop, José said.", "mac_roman", "mac_roman"),
        ("The minister said Владимир Петров was there on Monday and left.", "cp1251", "cp1251"),
        ("Wałęsa met the mayor of Dąb on Monday.", "cp1250", "cp1250"),
        ("Полиция сообщила, что склад сгорел ночью, пострадавших нет.", "cp1251", "cp1251"),
    ],
)
def test_what_is_not_utf8_is_taken_for_what_english_text_mostly_is(
    caplog: pytest.LogCaptureFixture, text: str, encoding: str, read_as: str
) -> None:
    guessing._SAID.clear()
    assert decode(text.encode(encoding), "a.txt") == text
    assert decode(text.encode(encoding), "b.txt") == text
    (said,) = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert said == f"a.txt: not UTF-8; read as {read_as} by guess; if letters are wrong, name --encoding"


def test_damaged_utf8_is_not_read_as_another_encoding() -> None:
    text = "São Paulo, Peñarol, Tromsø and Łódź.\nThe depot burned.\n".encode()
    with pytest.raises(InputError, match=r"b\.txt: wrong encoding: UTF-8, but 1 of its characters are broken"):
        decode("The Front’s men were there. Ren".encode() + b"\xc3", "b.txt")
    broken = text.replace(b"depot", b"dep\xf4t")
    with pytest.raises(InputError, match=r"a\.txt:2: wrong encoding: UTF-8, but 1 of its characters are broken"):
        decode(broken, "a.txt")
    # As browsers do it.
    assert "dep\ufffdt" in decode_html(b"<html><meta charset=utf-8><p>" + broken, "a.html")


def test_a_named_encoding_counts(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes("naïve".encode("cp1252"))
    assert only(path, encoding="cp1252").text == "naïve"
    with pytest.raises(InputError, match="wrong encoding"):
        only(path, encoding="utf-8")


ROWS = "id\ttext\n1\tDer Bürgermeister räumte ein, daß es brannte.\n2\tNiemand bekannte sich.\n"


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        ("utf-8-sig", None),
        ("utf-8-sig", "utf-8"),
        ("utf-8-sig", "UTF8"),
        ("utf-16", None),
        ("utf-16", "utf-16"),
        ("utf-16", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", None),
        ("cp1252", "cp1252"),
        ("cp037", "cp037"),
    ],
)
def test_tables_and_lines_are_decoded_before_they_are_divided(
    tmp_path: Path, written: str, encoding: str | None
) -> None:
    rows = [line.split("\t") for line in ROWS.splitlines()[1:]]
    json_lines = "".join(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n" for name, text in rows)
    texts = [text for _, text in rows]
    contents = {
        "a.tsv": ROWS,
        "a.csv": ROWS.replace("\t", ',"').replace('"text', "text").replace(".\n", '."\n'),
        "a.jsonl": json_lines,
        "nameless": json_lines,
        "a.json": f"[{','.join(json_lines.splitlines())}]",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content.encode(written))
        found = [(item.id, item.text) for item in read(tmp_path / name, encoding=encoding)]
        assert found == [("1", texts[0]), ("2", texts[1])], name
    path = tmp_path / "lines.txt"
    path.write_bytes("\r\n".join(texts).encode(written))
    assert [item.text for item in read(path, encoding=encoding, lines=True)] == texts
    assert only(path, encoding=encoding).text == "\r\n".join(texts)


def test_lines_that_are_not_in_the_encoding_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "One."}\n'.encode("utf-16") + b"\0")
    with pytest.raises(InputError, match=r"a\.jsonl:2: wrong encoding: not utf-16"):
        list(read(path))


def cyrillic(rows: int, first: str = "text") -> tuple[bytes, list[str]]:
    """A table of invented words that hardly repeat, so that it stays large when it is compressed."""
    dice = random.Random(7)
    words = ["".join(dice.choices("абвгдежзиклмнопрстуфхцчшщыэюя", k=dice.randint(3, 9))) for _ in range(rows * 9)]
    texts = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    return "\n".join([first, *texts]).encode(), texts


@pytest.mark.parametrize("first", ["text", "text "], ids=["even", "odd"])
def test_a_table_whose_beginning_ends_within_a_character_is_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    data, texts = cyrillic(900, first)
    assert {encoding_of(data[:size], "a.csv") for size in range(9000, 9300)} == {"utf-8"}
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(data))
    assert [item.text for item in read(path)] == texts
    for form in ("csv", "tsv"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert [item.text for item in read("-", form=form)] == texts


def test_a_table_in_another_encoding_is_guessed_without_the_line_that_is_cut() -> None:
    rows = "text\n" + "市長は火曜日に会見し、火事の原因はまだ分からないと述べた。\n" * 200
    data = rows.encode("euc_jp")
    for cut in range(1, 5):
        assert data.decode(encoding_of(data[:-cut], "a.csv")) == rows
    last = "text\nThe mayor says she was at the caf\xe9".encode("cp1252")
    assert encoding_of(last, "a.csv") != "utf-8"


def test_a_long_line_of_utf_16_takes_linear_time(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The depot burned. " * 1_000_000, encoding="utf-16")
    start = time.process_time()
    assert len(only(path, lines=True, longest=20_000_000).text) == 18_000_000 - 1
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x80\x04\x95....", "pickle"),
        (b"one\ntwo\x00three", r"story\.txt:2: binary: a NUL"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message):
        only(path)


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


def test_furniture_of_a_page_is_marked_and_the_body_is_not() -> None:
    document = mark_furniture(Document("page", PAGE))
    marked = [
        (str(part.kind), PAGE[part.start : part.end].split("\n", maxsplit=1)[0][:12]) for part in document.furniture
    ]
    assert marked == [
        ("section", "The Ledger"),
        ("headline", "Port Calder'"),
        ("navigation", "Recent Featu"),
        ("section", "The Ledger"),
        ("headline", "Port Calder'"),
        ("caption", "Port Calder'"),
        ("credit", "Credit: Hand"),
        ("navigation", "Read more: T"),
    ]
    assert [item.text for item in split(document)] == [
        "The front is losing friends faster than it makes them.",
        "Its statement came late.",
        "A second one, which police doubt, claimed the same fire.",
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ines Aldana", FurnitureKind.BYLINE),
        ("March 3, 2021", FurnitureKind.DATELINE),
        ("Published: 3 March 2021 10:30 GMT", FurnitureKind.DATELINE),
        ("Photo: Ines Aldana/Harbour Press", FurnitureKind.CREDIT),
        ("ADVERTISEMENT", FurnitureKind.NAVIGATION),
        ("Sign up for our newsletter", FurnitureKind.NAVIGATION),
    ],
)
def test_lines_that_tell_what_they_are(line: str, kind: FurnitureKind) -> None:
    text = f"The depot burned for nine hours.\n\n{line}\n\nNobody has claimed the fire."
    document = mark_furniture(Document("page", text))
    assert [(part.kind, text[part.start : part.end]) for part in document.furniture] == [(kind, line)]


@pytest.mark.parametrize("text", ["The Pulse", "A fire\nA flood", "We did it\n\nWe did it"])
def test_a_text_of_furniture_alone_stays_body(text: str) -> None:
    assert mark_furniture(Document("x", text)).furniture == ()


def test_no_gold_sentence_of_the_seeds_is_furniture(seeds: list) -> None:  # type: ignore[type-arg]
    assert [gold.document.id for gold in seeds if mark_furniture(gold.document).furniture] == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_markdown_marks_are_furniture(tmp_path: Path, end: str) -> None:
    path = tmp_path / "story.md"
    text = (
        "---\nlayout: post\n---\n# Depot burns\n\nThe depot *burned*.\n\n---\n\n- Two died.\n- Nobody claimed it.\n\n"
        "```\ncode. Here.\n```\n\nThe end came."
    ).replace("\n", end)
    path.write_bytes(text.encode())
    document = only(path)
    assert document.text == text
    assert document.title == "Depot burns"
    assert "# Depot burns" in [text[part.start : part.end] for part in document.furniture]
    found = [item.text for item in split(document)]
    assert found == ["The depot *burned*.", "Two died.", "Nobody claimed it.", "The end came."]


@pytest.mark.parametrize(
    "text",
    ["```\n" * 50_000, "- It burned.\n" * 20_000, "By " + "A" * 45 + "!\nIt burned.", f"By {'Ab' * 90}!\nIt burned."],
    ids=["fences", "items", "capitals", "words"],
)
def test_hostile_markdown_and_bylines_take_linear_time(text: str) -> None:
    start = time.process_time()
    mark_furniture(mark_markdown(Document("x", text)))
    assert time.process_time() - start < 5


def test_html_gives_its_main_text_and_what_it_knows(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    paragraphs = "".join(
        f"<p>{line} It has happened before, and it will happen again.</p>" for line in BODY.split("\n\n")
    )
    path.write_text(
        "<html><head><title>Depot burns</title><meta name='date' content='2021-03-03'></head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>Depot burns</h1>{paragraphs}</article>"
        "<script>alert('x')</script></body></html>"
    )
    document = only(path)
    assert document.title == "Depot burns"
    assert document.date == "2021-03-03"
    assert "Nobody has claimed the fire." in document.text
    assert "alert" not in document.text


def story_of(element: str) -> str:
    paragraphs = "".join(f"<p>{line} It burned all night, and nobody was hurt.</p>" for line in BODY.split("\n\n"))
    return f"<html><head><title>x</title></head><body><article>{paragraphs}{element}</article></body></html>"


@pytest.mark.parametrize(
    "element",
    [
        "<p hidden>{}</p>",
        "<p hidden='until-found'>{}</p>",
        "<div style='color: red; Display : None'><p>{}</p></div>",
        "<p style='visibility:\thidden !important'>{}</p>",
        "<p aria-hidden='true'>{}</p>",
        "<p>Seen <span hidden>{}</span> all the same.</p>",
    ],
)
def test_elements_that_a_page_hides_are_no_text(element: str) -> None:
    secret = "The Saltmarsh Brigade claims the attack on the pier."
    text = read_html(story_of(element.format(secret)), "a.html").text
    assert "Saltmarsh" not in text and "Nobody has claimed the fire." in text
    assert ("Seen all the same." in text) == ("Seen" in element)
    assert secret in read_html(story_of(f"<p data-hidden='1'>{secret}</p>"), "a.html").text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<body>", "<body hidden>"),
        ("<body>", "<body style='display:none'>"),
        ("<body>", "<body><div aria-hidden='true'>"),
    ],
)
def test_a_page_that_waits_for_its_script_or_behind_a_dialogue_is_read(before: str, after: str) -> None:
    assert "Nobody has claimed the fire." in read_html(story_of("").replace(before, after), "a.html").text


@pytest.mark.parametrize(
    "part",
    [
        "<b hidden></b>x" * 10_000,
        "<x-y hidden>" * 100_000,
        ("<i aria-hidden=true>" * 200 + "x" + "</i>" * 200) * 200,
        f"<p style='{'display:' * 200_000}'>x",
    ],
    ids=["wide", "deep", "both", "style"],
)
def test_a_page_that_hides_much_takes_linear_time(part: str) -> None:
    start = time.process_time()
    assert "Nobody has claimed the fire." in read_html(story_of(part), "a.html", facts=False).text
    assert time.process_time() - start < 5


QUOTED = "“We carried out the attack,” the Front’s statement said – and nobody doubts it."


def page(text: str, declared: str) -> str:
    meta = f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>" if declared else ""
    return f"<html><head>{meta}<title>x</title></head><body><article><p>{text} {BODY}</p></article></body></html>"


@pytest.mark.parametrize(
    ("declared", "served", "written"),
    [
        ("iso-8859-1", None, "cp1252"),
        ("us-ascii", None, "cp1252"),
        ("windows-1252", None, "cp1252"),
        ("", "ISO-8859-1", "cp1252"),
        ("utf-8", "latin1", "cp1252"),
        ("utf-16", None, "utf-8"),
        ("", "utf-16", "utf-8"),
        ("iso-8859-1", None, "utf-8"),
        ("utf-8", None, "cp1252"),
        ("gb2312", None, "gb18030"),
        ("iso-8859-1", "klingon", "cp1252"),
        ("punycode", None, "utf-8"),
        ("iso-8859-1", "utf-8", "utf-16"),
        ("", "utf-16be", "utf-16-be"),
    ],
)
def test_pages_are_decoded_as_browsers_do(declared: str, served: str | None, written: str) -> None:
    assert decode_html(page(QUOTED, declared).encode(written), "page", served) == page(QUOTED, declared)


def test_a_byte_that_a_declared_encoding_does_not_know_costs_one_character() -> None:
    data = page(QUOTED, "iso-8859-1").encode("cp1252").replace(b"said", b"sa\x81d")
    assert "“We carried out the attack,” the Front’s statement sa\ufffdd" in decode_html(data, "page")


@pytest.mark.parametrize("served", [None, "utf-8", "latin1", "utf-16", "utf-16be"])
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 \0", "PDF"),
        (page(BODY, "utf-8").replace("<body>", "<body>\0").encode(), "NUL"),
        (page(BODY, "utf-16").replace("<body>", "<body>\0").encode(), "NUL"),
        (page(BODY, "").replace("<body>", "<body>\0").encode("utf-8-sig"), "NUL"),
    ],
    ids=["pdf", "utf-8", "utf-16", "mark"],
)
def test_what_is_no_page_is_refused_whatever_its_label(data: bytes, message: str, served: str | None) -> None:
    with pytest.raises(InputError, match=f"binary.*{message}"):
        decode_html(data, "page", served)


@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1"])
def test_a_null_character_far_into_a_page_costs_nothing(declared: str) -> None:
    text = page(f"{QUOTED} " * 99, declared) + "\0"
    assert decode_html(text.encode(), "page") == text


def test_a_page_in_a_declared_encoding_keeps_its_quotation_marks(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_bytes(page(QUOTED, "iso-8859-1").encode("cp1252"))
    assert QUOTED in only(path).text
    path.write_bytes(page(QUOTED, "iso-8859-1").encode("utf-16-le"))
    assert QUOTED in only(path, encoding="utf-16-le").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_hostile_html_is_refused_in_time(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html>" + "<div>" * 200_000 + "x", encoding=encoding)
    start = time.process_time()
    with pytest.raises(InputError, match="nested"):
        only(path)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("unit", ["<div></b>", "<ul><li>", "<b>", "<DIV>", "<table><tr><td>"])
def test_no_element_hides_how_deep_it_is(unit: str) -> None:
    with pytest.raises(InputError, match="nested more than 2000 deep"):
        read_html(f"<html><body>{unit * 2_100}It rained.", "a.html")


@pytest.mark.parametrize(
    "before, unit",
    [("", "<p>"), ("<ul>", "<li>"), ("<table>", "<tr><td>"), ("<select>", "<option>"), ("<dl>", "<dt>a</dt>")],
)
def test_elements_that_end_of_themselves_are_not_nested(before: str, unit: str) -> None:
    text = "The council met on Tuesday and spoke of the bridge."
    found = read_html(f"<html><body><p>{text}</p>{before}{f'{unit}word ' * 2_100}", "a.html")
    assert text in found.text


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


def test_a_reason_is_not_guessed_from_names_in_a_message(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text('{"empty": "It rained on us."}\n{"empty": 5}\n{"empty": ""}\n')
    log = RejectLog()
    assert len(list(read(path, text="empty", reject=log))) == 1
    assert not list(Reader(reject=log).read_all([""]))
    assert log.counts == {"column": 1, "empty": 1, "missing": 1}


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


def test_lone_surrogates_are_replaced_one_for_one(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text('{"text": "a\\ud800b."}\n')
    assert next(read(path)).text == "a\ufffdb."
    assert "surrogate" in caplog.text


def test_a_named_column_makes_tables_of_files_whose_names_tell_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b").write_text("key,body\nk,Two.\n")
    (tmp_path / "c").write_text('[\n  {"key": "m", "body": "Three."}\n]')
    found = [(document.id, document.text) for document in read(tmp_path, text="body", identifier="key")]
    assert found == [(str(tmp_path / "a.txt"), "One."), ("k", "Two."), ("m", "Three.")]
    assert only(tmp_path / "b").text == "key,body\nk,Two.\n"
    with pytest.raises(InputError, match="text has no columns; expected a table, since --text body names a column"):
        only(tmp_path / "a.txt", text="body", single=True)


def test_folders_globs_and_many_inputs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("")
    (tmp_path / ".hidden").write_text("No.")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "c.txt").write_text("Three.")
    log = RejectLog()
    found = list(Reader(reject=log).read_all([tmp_path, str(tmp_path / "*.txt"), tmp_path / "none.txt"]))
    assert [document.text for document in found] == ["One.", "Three.", "One."]
    assert len({document.id for document in found}) == 3
    assert log.counts == {"empty": 2, "missing": 1}
    log.write(tmp_path / "rejects.jsonl")
    assert len((tmp_path / "rejects.jsonl").read_text().splitlines()) == 3


def test_a_glob_stands_for_the_folders_that_match_as_well(tmp_path: Path) -> None:
    (tmp_path / "gl" / "in" / "deep").mkdir(parents=True)
    (tmp_path / "gl" / "a.txt").write_text("One.")
    (tmp_path / "gl" / "in" / "b.txt").write_text("Two.")
    (tmp_path / "gl" / "in" / "deep" / "c.txt").write_text("Three.")
    (tmp_path / "gl" / "in" / ".hidden").write_text("No.")
    for pattern in ("*", "**", "**/*"):
        found = [document.text for document in read(str(tmp_path / "gl" / pattern))]
        assert found == ["One.", "Two.", "Three."], pattern


def test_a_link_in_a_glob_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    log = RejectLog()
    assert [document.text for document in read(f"{tmp_path}/*.txt", reject=log)] == ["One."]
    assert [reject.where for reject in log.rejects] == [f"{tmp_path}/gone.txt"]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    log = RejectLog()
    assert [document.text for document in read(tmp_path, reject=log)] == ["One."]
    assert [reject.detail.split(";")[0] for reject in log.rejects] == [
        f"{tmp_path / 'shut'}: permission denied",
        f"{tmp_path / 'gone.txt'}: no such file or directory",
    ]
    with pytest.raises(InputError, match="permission denied"):
        list(read(tmp_path))
    log = RejectLog()
    assert list(read(tmp_path / "shut", reject=log)) == []
    assert len(log.rejects) == 1


@pytest.mark.parametrize(
    ("source", "message"),
    [("", "an empty name"), ("The depot burned. " * 50, "too long"), ("nowhere", "no such file"), ("a*b", "no file")],
)
def test_a_name_that_no_file_has_is_told(source: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        list(read(source))
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl"])
def test_a_web_archive_is_left_to_score(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n<p>The depot burned.</p>"))
    with pytest.raises(InputError, match=r"a web archive; .* avow score reads archives"):
        list(read(path))


def test_names_of_documents_differ_whatever_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    names = ["a", "a~2", "a", "a", "a~2", "b"]
    path.write_text("".join(json.dumps({"id": name, "text": "One."}) + "\n" for name in names))
    assert [document.id for document in read(path)] == ["a", "a~2", "a~3", "a~4", "a~2~2", "b"]


@pytest.mark.parametrize(("name", "form"), [("story.md", "markdown"), ("story.html", "html")])
def test_what_has_no_lines_of_sentences_is_refused_with_lines(tmp_path: Path, name: str, form: str) -> None:
    path = tmp_path / name
    path.write_text("# Depot burns\n\nOne. Two.\n")
    with pytest.raises(InputError, match=rf"{name}: {form} has no lines of one sentence; .* leave out --lines"):
        list(read(path, lines=True))
    assert [item.text for item in read(path, lines=True, form="text")] == ["# Depot burns", "One. Two."]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "nameless"])
def test_a_single_table_goes_on_after_a_bad_row_and_a_single_text_is_raised(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    rows = ['{"text": "One."}', '{"note": "Two."}', '{"text": "Three."}']
    path.write_text(f"[{','.join(rows)}]" if name == "a.json" else "\n".join(rows))
    log = RejectLog()
    assert [item.text for item in read(path, reject=log, single=True)] == ["One.", "Three."]
    assert [reject.where for reject in log.rejects] == [f"{path}:2"]
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError, match="PDF"):
        list(read(tmp_path / "a.txt", reject=log, single=True))


def test_lines_are_documents_of_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("One. Two.\n\nThree.\n")
    assert [(document.id, document.text) for document in read(path, lines=True)] == [
        (f"{path}#1", "One. Two."),
        (f"{path}#3", "Three."),
    ]


def test_a_line_of_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The depot burned. " * (50_000_000 // 18))
    start = time.process_time()
    assert len(only(path, longest=50_000_000).text) > 49_999_000
    assert time.process_time() - start < 10


@pytest.mark.parametrize("options", [{"form": "docx"}, {"encoding": "klingon"}, {"encoding": "hex"}])
def test_an_unknown_format_or_encoding_is_refused(options: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=f"unknown.*{next(iter(options.values()))}"):
        read("story.txt", **options)


@pytest.mark.parametrize("odd", [None, ["a.txt"], b"a.txt", 0], ids=repr)
def test_what_is_no_name_of_a_source_is_told(odd: Any) -> None:
    with pytest.raises(TypeError, match=f"expected the name of a file, .* got {type(odd).__name__}"):
        read(odd)


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


def test_a_named_date_goes_before_all_others(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("text,date,day,iyear\nThe depot burned.,2020,1999-01-02,1986\n")
    assert [document.date for document in read(path, date="day")] == ["1999-01-02"]


@pytest.mark.parametrize(
    ("name", "content", "lines", "kept", "refused"),
    [
        ("a.txt", b"It rained.\n" + b"x" * 5000 + b"\nIt snowed.\n" + b"y" * 3000, True, ["#1", "#3"], [":2", ":4"]),
        ("a.txt", b"x" * 2001, False, [], [""]),
        ("a.txt", b"x" * 2000, False, [""], []),
        ("a.csv", b"text\nIt rained.\n" + "\u00e9".encode() * 1001 + b"\nIt snowed.\n", False, ["#2", "#4"], [":3"]),
        ("a.jsonl", b'{"text": "It rained."}\n{"text": "' + b"x" * 2001 + b'"}\n', False, ["#1"], [":2"]),
        ("a.json", b'[{"text": "' + b"x" * 2001 + b'"}, {"text": "It rained."}]', False, ["#2"], [":1"]),
        ("a.html", b"<p>" + b"x" * 2000, False, [], [""]),
    ],
)
def test_what_is_longer_than_it_may_be_is_told_and_left_out(
    tmp_path: Path, name: str, content: bytes, lines: bool, kept: list[str], refused: list[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    log = RejectLog()
    found = [document.id for document in read(path, reject=log, lines=lines, longest=2000)]
    assert found == [f"{path}{place}" for place in kept]
    assert [(reject.where, reject.reason) for reject in log.rejects] == [(f"{path}{at}", "too long") for at in refused]
    assert all("at most 2,000 bytes; raise --longest to read it" in reject.detail for reject in log.rejects)
