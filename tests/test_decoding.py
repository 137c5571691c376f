"""Encodings that are told, detected and guessed."""

from __future__ import annotations

import gzip
import io
import json
import random
from pathlib import Path

import pytest

from avow.documents import guessing, read
from avow.documents.decoding import decode
from avow.documents.pages import decode_html
from avow.documents.separated import encoding_of
from avow.errors import InputError
from conftest import only


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
    with pytest.raises(InputError, match=r"b\.txt: wrong encoding: UTF-8, but 1 of its characters is broken"):
        decode("The Front’s men were there. Ren".encode() + b"\xc3", "b.txt")
    broken = text.replace(b"depot", b"dep\xf4t")
    with pytest.raises(InputError, match=r"a\.txt:2: wrong encoding: UTF-8, but 1 of its characters is broken"):
        decode(broken, "a.txt")
    with pytest.raises(InputError, match=r"a\.txt:2: wrong encoding: UTF-8, but 2 of its characters are broken"):
        decode(broken.replace(b"burned", b"b\xfcrned"), "a.txt")
    # As browsers do it.
    assert "dep\ufffdt" in decode_html(b"<html><meta charset=utf-8><p>" + broken, "a.html")


def test_damaged_utf8_in_a_table_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("text\nIt rained in São Paulo.\n".encode() + b"The dep\xf4t burned.\nIt rained.\n")
    with pytest.raises(InputError, match=r"a\.csv:3: wrong encoding: UTF-8, but 1 of its characters is broken"):
        list(read(path))


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


def test_a_line_of_utf_16_of_eighteen_million_letters(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The depot burned. " * 1_000_000, encoding="utf-16")
    assert len(only(path, lines=True, longest=20_000_000).text) == 18_000_000 - 1


def test_lone_surrogates_are_replaced_one_for_one(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text('{"text": "a\\ud800b."}\n')
    assert next(read(path)).text == "a\ufffdb."
    assert "surrogate" in caplog.text
