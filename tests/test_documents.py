"""Reading documents from files, folders and globs, and refusing what cannot be read."""

from __future__ import annotations

import gzip
import json
import os
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from avow.documents import Reader, RejectLog, read
from avow.errors import InputError, UsageError
from conftest import BODY, only


def test_plain_text_is_kept_as_decoded(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(BODY.replace("\n", "\r\n").encode())
    document = only(path)
    assert document.text == BODY.replace("\n", "\r\n")
    assert document.id == str(path)


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


def test_a_reason_is_not_guessed_from_names_in_a_message(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text('{"empty": "It rained on us."}\n{"empty": 5}\n{"empty": ""}\n')
    log = RejectLog()
    assert len(list(read(path, text="empty", reject=log))) == 1
    assert not list(Reader(reject=log).read_all([""]))
    assert log.counts == {"column": 1, "empty": 1, "missing": 1}


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


def test_links_to_folders_are_told_and_not_followed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "b.txt").write_text("Two.")
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("One.")
    (tmp_path / "in" / ".hidden").symlink_to(tmp_path / "far")
    assert [document.text for document in read(tmp_path / "in")] == ["One."] and not caplog.messages
    (tmp_path / "in" / "deep" / "far").symlink_to(tmp_path / "far")
    (tmp_path / "in" / "file.txt").symlink_to(tmp_path / "far" / "b.txt")
    assert [document.text for document in read(tmp_path / "in")] == ["One.", "Two."]
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    assert [document.text for document in read(tmp_path / "in")] == ["One.", "Two."]
    folder, example = tmp_path / "in", tmp_path / "in" / "deep" / "far"
    assert caplog.messages == [
        f"{folder}: {what} not followed, for example {example}; name what they lead to as an input"
        for what in ("a link to a folder is", "2 links to folders are")
    ]
    assert [document.text for document in read(example)] == ["Two."]


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


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ('{"text": "The depot burned."}\n', "jsonl"),
        ('[{"text": "The depot burned."}]', "json"),
        ("<html><body><p>The depot burned for nine hours.</p></body></html>", "html"),
        ("The depot burned.", "text"),
    ],
)
def test_a_format_that_no_name_tells_is_noted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: str, form: str
) -> None:
    caplog.set_level("INFO", logger="avow")
    path = tmp_path / "dump.log"
    path.write_text(content)
    only(path)
    noted = f"{path}: read as {form}, by its beginning (name another format with --input-format)"
    assert caplog.messages[0] == noted
    caplog.clear()
    only(path, form=form)
    assert noted not in caplog.messages


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("id,sentence\n1,The depot burned.\n", ("sentence", "csv")),
        (',"Text","label"\n0,"The depot burned.",fact\n', ("Text", "csv")),
        ("doc id;full_text\r\n1;The depot burned.\r\n", ("full_text", "csv")),
        ("\ttext\n0\tThe depot burned.\n", ("text", "tsv")),
        ("id,wording\n1,The depot burned.\n", None),
        ("Text, he said\nThe depot burned.\n", None),
        ("The story, he said, was a message.\nIt was text, no more.\n", None),
        ("Body, message, story.\nIt was text, no more.\n", None),
        ("The depot burned, the mayor, who had seen it, said, text or no text\n1,2\n", None),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_that_nothing_tells_is_said_to_be_read_as_text(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: str, told: tuple[str, str] | None, encoding: str
) -> None:
    path = tmp_path / "dump.dat"
    path.write_bytes(content.encode(encoding))
    assert only(path).text == content
    said = told and (
        f"{path}: read as plain text, but its first line looks like the header of a table with the column {told[0]} "
        f"(name the format with --input-format {told[1]} or text, or the column with --text)"
    )
    assert caplog.messages == ([said] if said else [])
    caplog.clear()
    only(path, form="text")
    if told:
        assert [item.text for item in read(path, text=told[0])] == ["The depot burned."]
    assert not caplog.messages


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


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [(b"it\0rains", None, "binary: a NUL byte"), (b"it \xff rains", "utf-8", "wrong encoding: not utf-8 (at byte 3)")],
)
@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_line_that_cannot_be_read_has_one_number(
    tmp_path: Path, data: bytes, encoding: str | None, message: str, end: bytes
) -> None:
    path, log = tmp_path / "lines.txt", RejectLog()
    path.write_bytes(b"It rained.\n" + data + end)
    assert len(list(read(path, lines=True, encoding=encoding, reject=log))) == 1
    (reject,) = log.rejects
    assert reject.where == f"{path}:2" and reject.detail.startswith(f"{path}:2: {message}; ")


def test_a_line_of_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The depot burned. " * (50_000_000 // 18))
    assert len(only(path, longest=50_000_000).text) > 49_999_000


@pytest.mark.parametrize("options", [{"form": "docx"}, {"encoding": "klingon"}, {"encoding": "hex"}])
def test_an_unknown_format_or_encoding_is_refused(options: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=f"unknown.*{next(iter(options.values()))}"):
        read("story.txt", **options)


@pytest.mark.parametrize("odd", [None, ["a.txt"], b"a.txt", 0], ids=repr)
def test_what_is_no_name_of_a_source_is_told(odd: Any) -> None:
    with pytest.raises(TypeError, match=f"expected the name of a file, .* got {type(odd).__name__}"):
        read(odd)


@pytest.mark.parametrize(
    ("name", "content", "lines", "kept", "refused"),
    [
        ("a.txt", b"It rained.\n" + b"x" * 5000 + b"\nIt snowed.\n" + b"y" * 3000, True, ["#1", "#3"], [":2", ":4"]),
        ("a.txt", b"x" * 2000 + b"\n" + b"y" * 2000 + b"\r\n" + b"z" * 2000, True, ["#1", "#2", "#3"], []),
        ("a.txt", b"x" * 2001 + b"\n" + b"y" * 2001 + b"\r\nIt rained.", True, ["#3"], [":1", ":2"]),
        ("a.txt", b"x" * 2000 + b"\r\r\n" + b" " * 5000 + b"y\nIt rained.", True, ["#3"], [":1", ":2"]),
        ("a.txt", "\ufeffIt rained.\n\n".encode("utf-16") + b"x\0" * 2001, True, ["#1"], [":3"]),
        ("a.txt", b"x" * 2001, False, [], [""]),
        ("a.txt", b"x" * 2000, False, [""], []),
        ("a.csv", b"text\nIt rained.\n" + "\u00e9".encode() * 1001 + b"\nIt snowed.\n", False, ["#2", "#4"], [":3"]),
        ("a.jsonl", b'{"text": "It rained."}\n{"text": "' + b"x" * 2001 + b'"}\n', False, ["#1"], [":2"]),
        ("a.jsonl", b'{"text": "A.", "n": "' + b"x" * 2001 + b'"}\r\n\n{"text": "It rained."}', False, ["#3"], [":1"]),
        ("a.jsonl", '\ufeff{"text": "A."}\n'.encode("utf-16") + b"x\0" * 2001, False, ["#1"], [":2"]),
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


def test_a_long_line_of_a_table_is_not_held(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"x" * 20_000_000 + b'\n{"text": "It rained."}\n')
    log = RejectLog()
    tracemalloc.start()
    try:
        assert [document.text for document in read(tmp_path / "a.jsonl", reject=log, longest=2000)] == ["It rained."]
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
    (reject,) = log.rejects
    assert reject.detail.startswith(f"{tmp_path / 'a.jsonl'}:1: too long: 20,000,001 bytes; expected at most 2,000")


def test_a_document_of_no_bytes_cannot_be_asked_for() -> None:
    with pytest.raises(UsageError, match="a longest document of 0 bytes; expected a number above nought"):
        next(read("story.txt", longest=0))
