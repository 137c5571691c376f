"""Pages and marked-up text: their main text, what they hide, and their furniture."""

from __future__ import annotations

from pathlib import Path

import pytest

from avow.documents import mark_furniture
from avow.documents.markup import mark_markdown, read_html
from avow.documents.pages import decode_html
from avow.errors import InputError
from avow.records import Document, FurnitureKind
from avow.sentences import split
from conftest import BODY, only

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
def test_hostile_markdown_and_bylines_are_read(text: str) -> None:
    mark_furniture(mark_markdown(Document("x", text)))


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
    ("head", "element"),
    [
        ("", ""),
        ("", "<footer>Copyright 2020 Ravel News</footer>"),
        ("", "<footer>(c) 2019 Ravel News, page 1</footer>"),
        ("", "<div>&copy; 2018-2020 Ravel News</div><script src='a-1.1.20.js'></script>"),
        ("", "<p>The law takes effect on January 1.</p><footer>Copyright 2020 Ravel News</footer>"),
        ("", "<p>It had burned in 2015 too, and in the years before that, the mayor said.</p>"),
        ("<meta itemprop='copyrightyear' content='2020'>", ""),
    ],
)
def test_a_year_alone_is_no_date_of_a_page(head: str, element: str) -> None:
    assert read_html(story_of(element).replace("</head>", f"{head}</head>"), "a.html").date == ""


def test_the_date_of_a_page_is_noted(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="avow")
    read_html(story_of("<p>Monday, 5 March 2018</p>"), "a.html")
    read_html(story_of("<footer>Copyright 2020 Ravel News</footer>"), "b.html")
    assert caplog.messages == ["a.html: date 2018-03-05 taken from the page"]


@pytest.mark.parametrize(
    ("head", "element", "date"),
    [
        ("<meta name='date' content='2021-01-01'>", "", "2021-01-01"),
        ("<meta property='article:published_time' content='2021-01-01T09:30:00Z'>", "", "2021-01-01"),
        ("<link rel='canonical' href='https://ravel.example/2021/01/01/depot'>", "", "2021-01-01"),
        ("<link rel='canonical' href='https://ravel.example/2021/03/depot'>", "", "2021-03"),
        ("<link rel='canonical' href='https://ravel.example/2021/01/depot'>", "", "2021-01"),
        ("", "<time datetime='2021-01-01T09:30'>today</time>", "2021-01-01"),
        ("", "<time datetime='2021-03-05'>today</time>", "2021-03-05"),
        ("", "<p>Friday, January 1, 2021</p>", "2021-01-01"),
        ("", "<p>1st of March 2021</p>", "2021-03-01"),
        ("", "<p>1. Januar 2021</p>", "2021-01-01"),
        ("", "<p>1er mars 2021</p>", "2021-03-01"),
        ("", "<p>01/01/21</p>", "2021-01-01"),
        ("", "<p>1.3.2021</p>", "2021-03-01"),
        ("", "<p>01.03.21</p>", "2021-03-01"),
        ("", "<p>Monday, 5 March 2018</p>", "2018-03-05"),
    ],
)
def test_a_page_with_a_copyright_notice_keeps_the_date_that_it_gives(head: str, element: str, date: str) -> None:
    noted = story_of(f"{element}<footer>Copyright 2016 Ravel News</footer>")
    assert read_html(noted.replace("</head>", f"{head}</head>"), "a.html").date == date


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
def test_a_page_that_hides_much_is_read(part: str) -> None:
    assert "Nobody has claimed the fire." in read_html(story_of(part), "a.html", facts=False).text


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
def test_hostile_html_is_refused(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html>" + "<div>" * 200_000 + "x", encoding=encoding)
    with pytest.raises(InputError, match="nested"):
        only(path)


@pytest.mark.parametrize("unit", ["<div></b>", "<ul><li>", "<b>", "<DIV>", "<table><tr><td>"])
def test_no_element_hides_how_deep_it_is(unit: str) -> None:
    with pytest.raises(InputError, match="nested more than 2000 deep"):
        read_html(f"<html><body>{unit * 2_100}It rained.", "a.html")


@pytest.mark.parametrize("form", ["a{} ", "a{}/", "a{}='>' ", 'a{}=">"', "a{}=\n'<p>'"])
@pytest.mark.parametrize("tag", ["p", "DIV", "x-y"])
def test_a_tag_of_very_many_attributes_is_refused_however_they_are_written(form: str, tag: str) -> None:
    def crowded(count: int) -> str:
        return story_of(f"<{tag} {''.join(map(form.format, range(count)))}>It rained.")

    with pytest.raises(InputError, match=r"a\.html: a tag of more than 2000 attributes; extract its text first"):
        read_html(crowded(2_100), "a.html")
    assert "Nobody has claimed the fire." in read_html(crowded(1_900), "a.html", facts=False).text


def test_what_only_looks_like_a_tag_of_many_attributes_is_read() -> None:
    words = " ".join(f"a{at}" for at in range(3_000))
    for part in (f"<script>if (i<n) x = '{words}';</script>", f"<!-- i<n {words} -->", f"<p title='<b {words}>'>x</p>"):
        assert "Nobody has claimed the fire." in read_html(story_of(part), "a.html", facts=False).text


@pytest.mark.parametrize(
    "before, unit",
    [("", "<p>"), ("<ul>", "<li>"), ("<table>", "<tr><td>"), ("<select>", "<option>"), ("<dl>", "<dt>a</dt>")],
)
def test_elements_that_end_of_themselves_are_not_nested(before: str, unit: str) -> None:
    text = "The council met on Tuesday and spoke of the bridge."
    found = read_html(f"<html><body><p>{text}</p>{before}{f'{unit}word ' * 2_100}", "a.html")
    assert text in found.text
