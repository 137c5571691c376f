"""The command line as users meet it: output, messages, exit codes."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

import served
from avow import compiled
from conftest import ROOT, SEEDS

STORY = "The Front claimed responsibility for the bombing. It is a shabby, shameful disgrace.\n"


def avow(
    *arguments: object, cwd: Path, stdin: str | bytes = "", code: int | None = 0, textblob: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a command. TextBlob is absent but where a test asks for it: its import takes longer than most commands."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    absent = {} if textblob else {"PYTHONPATH": str(ROOT / "tests" / "data" / "absent")}
    env = {**os.environ, "COLUMNS": "100", **absent}
    result = served.run([*map(str, arguments)], cwd=cwd, stdin=given, env=env)
    found = subprocess.CompletedProcess(
        result.args, result.returncode, result.stdout.decode(errors="replace"), result.stderr.decode()
    )
    assert code is None or found.returncode == code, found.stderr
    assert "Traceback" not in found.stderr
    return found


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, model_folder: Path) -> Path:
    """A working folder with the small model where commands look for it, and a story."""
    folder = tmp_path_factory.mktemp("work")
    (folder / "models").mkdir()
    shutil.copytree(model_folder, folder / "models" / "default")
    (folder / "story.txt").write_text(STORY)
    labelled = [
        ("It rained.", "fact"),
        ("It is a shame.", "opinion"),
        ("We struck the depot.", "claim-of-responsibility"),
    ]
    (folder / "table.csv").write_text("text,label,doc\n" + "".join(f"{text},{label},d1\n" for text, label in labelled))
    (folder / "scores.json").write_text('{"digest": "sha256:1"}')
    (folder / "table.jsonl").write_text('{"text": "It rained all day long.", "label": "fact"}\n')
    return folder


def test_help_lists_every_command(place: Path) -> None:
    text = avow("--help", cwd=place).stdout
    for name in [
        "predict",
        "read",
        "sentences",
        "labels",
        "train",
        "tune",
        "evaluate",
        "report",
        "behave",
        "corpus",
        "models",
        "gate",
        "bench",
    ]:
        assert f"\n  {name} " in text
    assert avow("--version", cwd=place).stdout == f"{compiled.version()}\n"
    assert compiled.version().startswith("0.1.0")


@pytest.mark.parametrize(
    "command", [["predict", "story.txt"], ["predict", "-", "-f", "jsonl"], ["claims", "none.txt"], ["predict", "--no"]]
)
def test_a_forked_command_does_what_one_that_starts_from_nothing_does(place: Path, command: list[str]) -> None:
    ways = [
        way(command, cwd=place, stdin=STORY.encode(), env=dict(os.environ)) for way in (served.run, served.from_nothing)
    ]
    forked, started = ((done.returncode, done.stdout, done.stderr.replace(b"python -m avow", b"avow")) for done in ways)
    assert forked == started and any(forked[1:])


def test_predict_prints_a_table(place: Path) -> None:
    text = avow("predict", "story.txt", cwd=place).stdout
    assert "CLAIM" in text and "2 sentences: 0 fact, 1 opinion, 1 claim-of-responsibility" in text


def test_standard_input_and_json_lines(place: Path) -> None:
    rows = [
        json.loads(line) for line in avow("predict", "-", "-f", "jsonl", cwd=place, stdin=STORY).stdout.splitlines()
    ]
    assert [STORY[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    assert [row["document"] for row in rows] == ["-", "-"]


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.parquet", "out.html", "out.txt"])
def test_outputs_by_name_are_never_overwritten_silently(place: Path, tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    avow("predict", "story.txt", "-o", output, cwd=place)
    size = output.stat().st_size
    assert size > 100
    assert "exists already" in avow("predict", "story.txt", "-o", output, cwd=place, code=1).stderr
    assert output.stat().st_size == size
    avow("predict", "story.txt", "-o", output, "--overwrite", cwd=place)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["predict", "story.txt", "-o", "story.txt", "-f", "csv", "--overwrite"], 1, "is read and would be written"),
        (["claims", "story.txt", "--rejects", "./story.txt", "--overwrite"], 1, "is read and would be written"),
        (["claims", "story.txt", "-o", "new.csv", "--rejects", "new.csv"], 1, "would be written twice"),
        (["read", "story.txt", "--rejects", "kept.jsonl"], 1, "exists already"),
        (["sentences", "story.txt", "-o", "story.txt"], 1, "is read and would be written"),
        (["labels", ".", "kept.jsonl", "-o", "kept.jsonl"], 1, "is read and would be written"),
        (["sentences", ".", "-o", "new.csv", "--scores", "kept.jsonl"], 1, "exists already"),
        (["labels", ".", "story.txt", "-o", "kept.jsonl"], 1, "exists already"),
        (["behave", "-o", "kept.jsonl"], 1, "exists already"),
        (["tune", "story.txt", "--write", "kept.jsonl"], 1, "exists already"),
        (["curve", "story.txt", "-o", "kept.jsonl"], 1, "exists already"),
        (["ablate", "story.txt", "--markdown", "kept.jsonl"], 1, "exists already"),
        (["transfer", "--source", "story.txt", "--source", "b", "-o", "kept.jsonl"], 1, "exists already"),
        (["bench", "training", "-o", "kept.jsonl"], 1, "exists already"),
        (["claims", "story.txt", "--gtd", "--group"], 2, "leave out --group or --gtd"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_no_output_takes_the_place_of_what_is_read(
    place: Path, tmp_path: Path, arguments: list[str], code: int, message: str
) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "kept.jsonl").write_text("{}\n")
    model = place / "models" / "default"
    asked = [*arguments, "--model", model] if arguments[0] in {"predict", "claims"} else arguments
    assert message in avow(*asked, cwd=tmp_path, code=code).stderr
    assert (tmp_path / "story.txt").read_text() == STORY
    assert (tmp_path / "kept.jsonl").read_text() == "{}\n"
    assert not (tmp_path / "new.csv").exists()


def test_a_folder_does_not_stand_for_what_is_written_into_it(place: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text("")
    command = ("predict", tmp_path, "-o", tmp_path / "out.jsonl", "--overwrite")
    first = avow(*command, cwd=place, code=1)
    assert (tmp_path / "out.jsonl.rejects.jsonl").exists()
    rows = (tmp_path / "out.jsonl").read_text()
    assert avow(*command, cwd=place, code=1).stderr == first.stderr
    assert (tmp_path / "out.jsonl").read_text() == rows
    (tmp_path / "b.txt").unlink()
    avow(*command, cwd=place)
    assert not (tmp_path / "out.jsonl.rejects.jsonl").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize(
    ("command", "files"),
    [
        (["evaluate", "--on", "table.csv", "-o", "e.json", "--metrics", "m.json"], ["e.json", "m.json"]),
        (["sentences", SEEDS / "news-01.txt", "-o", "s.jsonl", "--scores", "s.json"], ["s.jsonl", "s.json"]),
    ],
)
def test_what_cannot_be_shown_is_written_all_the_same(place: Path, command: list[object], files: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        shown = subprocess.run(
            [sys.executable, "-m", "avow", *map(str, command)], cwd=place, stdout=full, stderr=-1, check=False
        )
    assert shown.returncode == 1 and b"standard output" in shown.stderr
    for name in files:
        assert (place / name).stat().st_size
        (place / name).unlink()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("command", ["predict", "claims", "read"])
def test_standard_output_on_a_full_disk_is_one_message(place: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "avow", command, "story.txt"],
            cwd=place,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 1
    assert b"avow: standard output: cannot be used (no space left on device)" in result.stderr
    assert b"Traceback" not in result.stderr and b"Exception" not in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed before the program starts")
@pytest.mark.parametrize(
    "command",
    [
        ["predict", "story.txt"],
        ["predict", "story.txt", "-f", "jsonl"],
        ["predict", "story.txt", "-f", "parquet"],
        ["claims", "story.txt"],
        ["read", "story.txt"],
        ["models", "verify"],
        ["corpus", "list"],
        ["--version"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_closed_standard_output_is_one_message(place: Path, command: list[str]) -> None:
    result = _closed(1, *command, cwd=place)
    assert result.returncode == 1
    assert [line for line in result.stderr.splitlines() if "note" not in line] == [
        "avow: standard output: closed; expected a place for results; redirect it, if only to /dev/null"
    ]


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed before the program starts")
def test_what_prints_nothing_needs_no_standard_streams(place: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    assert _closed(1, "predict", "story.txt", "-o", str(output), cwd=place).returncode == 0
    assert len(output.read_text().splitlines()) == 3
    silent = _closed(2, "predict", "story.txt", "-o", str(output), "--overwrite", cwd=place)
    assert (silent.returncode, silent.stdout) == (0, "")
    lost = _closed(2, "predict", "none.txt", cwd=place)
    assert (lost.returncode, lost.stdout) == (1, "")


def _closed(descriptor: int, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command whose standard output (1) or standard error (2) is closed from the start."""
    shell = f'exec "$@" {descriptor}>&-'
    return subprocess.run(
        ["sh", "-c", shell, "sh", sys.executable, "-m", "avow", *command],
        cwd=cwd, capture_output=True, text=True, check=False,
    )  # fmt: skip


HOSTILE = "The Front \x1b]0;owned\x07claimed responsibility \x9b2Jfor the bombing.\rIt rained."


@pytest.mark.skipif(os.name != "posix", reason="the system has no pseudoterminals")
@pytest.mark.parametrize("form", ["table", "text", "csv", "jsonl", "html"])
def test_a_terminal_is_shown_control_characters(place: Path, tmp_path: Path, form: str) -> None:
    story = tmp_path / "story\x1b[31m.txt"
    story.write_text(HOSTILE, newline="")
    shown = _at_terminal("predict", str(story), "-f", form, cwd=place)
    assert "\x1b]" not in shown and "\x07" not in shown and "\x9b" not in shown and "\x1b[31m.txt" not in shown
    assert "\\x1b]0;owned" in shown.replace("\\u001b", "\\x1b") and "\\x9b2J" in shown


def test_files_and_pipes_get_control_characters_as_they_are(place: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(HOSTILE, newline="")
    for form in ("csv", "text"):
        piped = avow("predict", tmp_path / "story.txt", "-f", form, cwd=place)
        avow("predict", tmp_path / "story.txt", "-f", form, "-o", tmp_path / f"out.{form}", cwd=place)
        assert "\x1b]0;owned\x07" in piped.stdout and "\x9b2J" in piped.stdout
        assert (tmp_path / f"out.{form}").read_bytes().decode() == piped.stdout


def test_messages_show_control_characters(place: Path, tmp_path: Path) -> None:
    name = "none\x1b[2J.txt"
    assert f"{tmp_path}/none\\x1b[2J.txt: missing" in avow("predict", tmp_path / name, cwd=place, code=1).stderr
    (tmp_path / "odd\x1b[2J.csv").write_text("wording\nThe depot burned all night.\n")
    told = avow("read", tmp_path / "odd\x1b[2J.csv", cwd=place).stderr
    assert "text taken from column wording" in told and "\x1b" not in told


def _at_terminal(*command: str, cwd: Path, errors: bool = False) -> str:
    """What a command sends to a terminal that is its standard output, or its standard error."""
    import pty

    ours, theirs = pty.openpty()
    streams = {"stderr": theirs, "stdout": subprocess.DEVNULL} if errors else {"stdout": theirs}
    process = subprocess.Popen([sys.executable, "-m", "avow", *command], cwd=cwd, **streams)
    os.close(theirs)
    found = b""
    # Where the last writer has gone, reading fails.
    with suppress(OSError):
        while data := os.read(ours, 1 << 16):
            found += data
    os.close(ours)
    assert process.wait() == 0
    return found.decode()


def test_many_inputs_go_on_and_the_exit_code_tells(place: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"%PDF-1.7")
    output = tmp_path / "out.jsonl"
    result = avow(
        "predict", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt", "-o", output, cwd=place, code=1
    )
    assert "2 inputs left out: 1 binary, 1 empty" in result.stderr
    assert len(output.read_text().splitlines()) == 2
    rejects = [json.loads(line) for line in (tmp_path / "out.jsonl.rejects.jsonl").read_text().splitlines()]
    assert [row["reason"] for row in rejects] == ["empty", "binary"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["predict", "none.txt"], 1, "none.txt: missing"),
        (["predict", "story.txt", "--model", "nowhere"], 1, "nowhere: no model here"),
        (["predict", "story.txt", "-f", "docx"], 2, "unknown format 'docx'"),
        (["predict", "story.txt", "-o", "out.docx"], 2, "add --format"),
        (["predict", "story.txt", "--input-format", "docx"], 2, "unknown input format"),
        (["predict", "story.txt", "--encoding", "klingon"], 2, "unknown encoding 'klingon'"),
        (["predict"], 2, "Missing argument"),
        (["evaluate"], 2, "nothing to evaluate on"),
        (["evaluate", "--on", "nowhere:x"], 2, "unknown corpus 'nowhere'"),
        (["evaluate", "--on", "story.txt"], 1, "not a table by its name"),
        (["train", "none.jsonl", "-o", "models/other"], 1, "no such file"),
        (["train", "none.jsonl"], 1, "holds a model already"),
        (
            ["train", "table.csv", "-o", "m"],
            1,
            "table.csv: not a file that avow labels wrote; other sets are given as: --add table.csv",
        ),
        (["train", "table.jsonl", "-o", "m"], 1, "table.jsonl: not a file that avow labels wrote; other sets"),
        (
            ["train", "--add", "table.csv", "--group", "doc", "-o", "m"],
            1,
            "beside the 1 to train on, which near-duplicates of those cannot be; add documents or set",
        ),
        (
            ["train", "--add", "table.jsonl", "-o", "m"],
            1,
            "every part that is trained on; add documents that hold the label\n",
        ),
        (
            ["score", "story.txt"],
            2,
            "one place alone, story.txt; expected INPUT... OUTPUT; name the folder for the shards last",
        ),
        (["corpus", "check", "none"], 1, "no such file or folder"),
        (["gate", "check", "none.json"], 1, "no such file"),
        (["gate", "check", "scores.json", "--floors", "new.json"], 1, "new.json: there are no floors"),
        (
            ["gate", "raise", "scores.json", "--floors", "new.json"],
            1,
            "scores.json: no score test.macro_f1.value; expected all scores that floors are held against; evaluate the",
        ),
        (["gate", "behaviour", "scores.json", "--ceilings", "new.json"], 1, "scores.json: no failure rates"),
        (["gate", "lower", "scores.json", "--ceilings", "new.json"], 1, "scores.json: no failure rates"),
        (["ablate", "table.csv"], 1, "table.csv: not a file that avow labels wrote; other sets are given as: --on"),
        (["curve", "table.csv"], 1, "table.csv: not a file that avow labels wrote; other sets are given as: --on"),
        (["tune", "table.csv"], 1, "table.csv: not a file that avow labels wrote\n"),
        (["evaluate", "table.csv"], 1, "table.csv: not a file that avow labels wrote; other sets are given as: --on"),
        (["models", "verify", "nowhere"], 1, "no model here"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_bad_input_is_one_message(place: Path, arguments: list[str], code: int, message: str) -> None:
    result = avow(*arguments, cwd=place, code=code)
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) <= 4


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["predict", ""], "avow: missing: an empty name; expected a file"),
        (["predict", "The depot burned. " * 50], "...: file name too long; check the path"),
        (["claims", "The depot burned. " * 50, "-o", "new.csv"], "...: file name too long; check the path"),
    ],
    ids=["empty", "long", "long with output"],
)
def test_a_name_that_no_file_has_is_one_message(place: Path, arguments: list[str], message: str) -> None:
    assert message in avow(*arguments, cwd=place, code=1).stderr


@pytest.mark.parametrize("command", ["predict", "claims"])
@pytest.mark.parametrize("form", ["csv", "jsonl", "html", "parquet"])
@pytest.mark.parametrize("source", ["x*.foo", "header.csv", "wordless.csv", "nope.txt", "empty.txt", "bad.jsonl"])
def test_where_nothing_could_be_read_nothing_is_printed_but_why(
    model_folder: Path, tmp_path: Path, command: str, form: str, source: str
) -> None:
    contents = {"header.csv": "id,text\n", "wordless.csv": "a,b\n1,2\n", "empty.txt": "", "bad.jsonl": "{\n"}
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    options = ["-f", form, "--model", model_folder]
    result = avow(command, source, *options, cwd=tmp_path, code=1)
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1 and result.stderr.startswith(f"avow: {source}:")
    result = avow(command, source, "empty.txt", *options, "--rejects", "listed.jsonl", cwd=tmp_path, code=1)
    assert result.stdout == ""
    assert result.stderr.startswith(f"avow: {source}:") and "avow: 2 inputs left out: " in result.stderr
    assert len((tmp_path / "listed.jsonl").read_text().splitlines()) == 2


def test_one_of_something_is_told_as_one(place: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("It rained.")
    assert "1 sentence: 1 fact" in avow("predict", tmp_path / "one.txt", cwd=place).stdout
    assert "\n1 document: no records" in "\n" + avow("claims", tmp_path / "one.txt", cwd=place).stderr
    scored = avow("score", tmp_path / "one.txt", tmp_path / "scored", cwd=place).stdout
    assert scored.startswith("1 document, 1 sentence: 1 fact") and "1 sentence in 1 shard, " in scored


def test_rows_of_standard_input_that_cannot_be_read_are_counted(place: Path) -> None:
    rows = '{"text": "One."}\n{"text": 2}\n{"text": "Three."}\n'
    result = avow("predict", "-", "-f", "jsonl", cwd=place, stdin=rows, code=1)
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == ["One.", "Three."]
    assert "avow: -:2: column text holds a number" in result.stderr
    assert "1 input left out: 1 column" in result.stderr


@pytest.mark.parametrize("command", ["predict -f csv", "claims", "read", "score"])
def test_the_identifier_can_be_named_in_every_command_that_labels(place: Path, tmp_path: Path, command: str) -> None:
    row = STORY.replace(",", "")
    (tmp_path / "table.csv").write_text(f"my_id,sentence\nK-7,{row},{row}")
    name, *options = command.split()
    targets = [tmp_path / "out"] if name == "score" else []
    result = avow(name, tmp_path / "table.csv", *targets, *options, "--id", "my_id", cwd=place)
    out = (tmp_path / "out" / "part-00000.csv").read_text() if name == "score" else result.stdout
    assert "K-7" in out and "table.csv#3" in out
    assert "1 rows have no entry in column my_id; their place is their identifier" in result.stderr


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
def test_the_date_can_be_named_and_gives_the_years_of_a_register(place: Path, tmp_path: Path, name: str) -> None:
    text = "The Front claimed responsibility for the bombing."
    rows = [("one", text, "2011-05-06"), ("two", text, "2013-01-02"), ("three", text, "")]
    if name == "t.csv":
        lines = ["id,text,day", *(",".join(row) for row in rows)]
    else:
        lines = [json.dumps(dict(zip(("id", "text", "day"), row, strict=True))) for row in rows]
    (tmp_path / name).write_text("\n".join(lines) + "\n")
    told = avow("claims", tmp_path / name, "--date", "day", "-o", tmp_path / "r.csv", cwd=place).stderr
    assert "1 rows have no entry in column day; they have no date" in told
    expected = avow("series", tmp_path / "r.csv", cwd=place).stdout
    assert expected.startswith("3 records, claimed: 2011 1, 2012 0, 2013 1, 1 without a year")
    scored = [tmp_path / name, tmp_path / "out", "--claims", "--shard-size", "0.0001"]
    avow("score", *scored, "--date", "day", cwd=place)
    assert len(list((tmp_path / "out" / "_claims").iterdir())) > 1
    assert avow("series", tmp_path / "out" / "_claims", cwd=place).stdout == expected
    (tmp_path / "none").mkdir()
    assert "no parts of a register" in avow("series", tmp_path / "none", cwd=place, code=1).stderr
    refused = avow("score", *scored[:1], tmp_path / "wrong", "--date", "dya", cwd=place, code=1).stderr
    assert (
        "no column dya; expected one of the columns there are: id, text, day; name the column of the date with"
        in refused
    )
    assert not list(tmp_path.glob("wrong/part*"))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("packed", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_named_column_makes_standard_input_a_table(place: Path, mark: str, packed: Callable[[bytes], bytes]) -> None:
    table = packed(f"key{mark}sentence\nK-7{mark}The ferry sank at noon.\n".encode())
    for options in (["--text", "sentence"], ["--id", "key"], ["--text", "sentence", "--id", "key"]):
        result = avow("predict", "-", "-f", "jsonl", *options, cwd=place, stdin=table)
        row = json.loads(result.stdout)
        assert (row["document"], row["text"]) == ("K-7" if "--id" in options else "-#2", "The ferry sank at noon.")
    for option in ("--text", "--id", "--date"):
        result = avow("predict", "-", "-f", "jsonl", option, "nope", cwd=place, stdin=table, code=1)
        assert (
            result.stdout == ""
            and "-:2: no column nope; expected one of the columns there are: key, sentence" in result.stderr
        )


@pytest.mark.parametrize("command", ["predict", "score"])
def test_a_named_column_of_what_is_no_table_is_one_message(place: Path, tmp_path: Path, command: str) -> None:
    message = "story.txt: text has no columns; expected a table, since {0} names a column; name its format with --input-format"
    for option in ("--text body", "--id key", "--date day"):
        targets = [tmp_path / "out"] if command == "score" else []
        result = avow(command, "story.txt", *targets, *option.split(), cwd=place, code=1)
        assert result.stdout == "" and message.format(option) in result.stderr
        assert len(result.stderr.splitlines()) == 1
    result = avow(
        "read", "-", "--text", "body", cwd=place, stdin="<html><body><p>Smoke rose.</p></body></html>", code=1
    )
    assert "-: html has no columns" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="shells are different there")
def test_closed_standard_input_is_one_message(place: Path) -> None:
    command = f"{sys.executable} -m avow predict - <&-"
    result = subprocess.run(["bash", "-c", command], cwd=place, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.startswith("avow: standard input: closed;") and len(result.stderr.splitlines()) == 1


def test_a_terminal_that_lacks_characters_shows_their_numbers(place: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("“Überall,” it said.\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "avow", "predict", str(tmp_path / "story.txt")],
        cwd=place,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert result.returncode == 0, result.stderr
    assert rb"\u201c\xdcberall,\u201d it said." in result.stdout


def test_a_traceback_only_when_asked(place: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "avow", "-v", "predict", "none.txt"],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1 and "Traceback" in result.stderr


def test_an_encoding_guess_is_said(place: Path, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(("Der Bürgermeister räumte die Löschzüge. " * 4).encode("cp1252"))
    assert "read as cp1252 by guess" in avow("predict", path, cwd=place).stderr
    assert "read as" not in avow("predict", path, "--encoding", "cp1252", cwd=place).stderr


def test_read_shows_furniture_with_offsets(place: Path) -> None:
    text = "By Ines Aldana\n\nThe depot burned. Nobody claimed it.\n"
    (row,) = [json.loads(line) for line in avow("read", "-", cwd=place, stdin=text).stdout.splitlines()]
    assert row["furniture"] == [{"kind": "byline", "start": 0, "end": 14, "text": "By Ines Aldana"}]
    assert [text[start:end] for start, end in row["sentences"]] == ["The depot burned.", "Nobody claimed it."]


def test_the_stages_by_hand(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("conflict-01.txt", "digests-01.txt", "opinion-01.txt"):
        shutil.copy(SEEDS / name, seeds / name)
    (tmp_path / "params.yaml").write_text("stances: {wordings: 1}\n")
    avow("sentences", seeds, "-o", "data/s.jsonl", "--scores", "data/b.json", cwd=tmp_path)
    assert (
        "match their gold span"
        in avow("labels", seeds, "data/s.jsonl", "-o", "data/l.jsonl", "--summary", "data/l.json", cwd=tmp_path).stdout
    )
    avow("train", "data/l.jsonl", "-o", "m", cwd=tmp_path)
    assert "whole and unchanged" in avow("models", "verify", "m", cwd=tmp_path).stdout
    described = avow("models", "describe", "m", cwd=tmp_path).stdout
    assert "development scores" in described and "classes, cues, avowals\n" in described
    assert "None" not in described and "\nprobabilities by risk: 0.01 from " in described
    leak = avow("evaluate", "data/l.jsonl", "--partition", "train", "--model", "m", cwd=tmp_path, code=1).stderr
    assert "trained this model: document" in leak
    (tmp_path / "own.csv").write_text("text,label\nThe council met on Tuesday.,f\nIt is a disgrace.,o\n")
    shown = avow(
        "evaluate", "data/l.jsonl", "--model", "m", "--boundaries", "data/b.json", "--on", "own.csv", "--map", "f=fact",
        "--map", "o=opinion", "-o", "m/evaluation.json", "--metrics", "m/metrics.json", "--plots", "m/plots", cwd=tmp_path,
    ).stdout  # fmt: skip
    assert "own.csv: 2 sentences" in shown and "from raw text" in shown
    avow("report", "m/evaluation.json", "--summary", "data/l.json", "-o", "m", cwd=tmp_path)
    assert {"report.md", "report.html", "README.md"} <= {path.name for path in (tmp_path / "m").iterdir()}
    avow("gate", "raise", "m/metrics.json", "--floors", "floors.json", cwd=tmp_path)
    assert "floor" in avow("gate", "check", "m/metrics.json", "--floors", "floors.json", cwd=tmp_path).stdout
    rows = [line for line in (tmp_path / "data" / "l.jsonl").read_text().splitlines() if '"development"' not in line]
    (tmp_path / "two.jsonl").write_text("\n".join(rows))
    assert "set calibration: none" in avow("train", "two.jsonl", "-o", "n", cwd=tmp_path, code=1).stderr
    (tmp_path / "params.yaml").write_text("{training: {calibration: none}, stances: {wordings: 0}}\n")
    again = avow("train", "two.jsonl", "--light", "-o", "m", "--overwrite", cwd=tmp_path)
    assert "there are no development sentences to score it on" in again.stdout
    assert "removed what was told of the model before: evaluation.json, metrics.json, report.md" in again.stderr
    assert not (tmp_path / "m" / "metrics.json").exists()
    described = avow("models", "describe", "m", cwd=tmp_path).stdout
    assert "for want of development documents" in described
    assert "\nfeatures: words, characters, classes, avowals (a light model)\n" in described
    assert not {line[0] for line in (tmp_path / "m" / "names.txt").read_text().splitlines()} & set("pPq")
    taken = avow("train", "terms.tsv", "-o", ".", "--overwrite", cwd=tmp_path / "m", code=1)
    assert "is read and would be written" in taken.stderr


def test_behavioural_tests_and_their_gate(model_folder: Path, tmp_path: Path) -> None:
    shown = avow("behave", "--model", model_folder, "-o", "b.json", "--failures", "1", cwd=tmp_path)
    content = json.loads((tmp_path / "b.json").read_text())
    assert "all: minimum" in shown.stdout and "wrote b.json" in shown.stderr
    row = next(row for row in content["capabilities"] if row["failures"])
    # The file holds the whole; the terminal shows it where there is no file.
    assert row["name"] not in shown.stdout
    whole = avow("behave", "--model", model_folder, "--failures", "1", cwd=tmp_path).stdout
    assert row["name"] in whole and row["examples"][0]["before"]["text"] in whole
    assert len(row["examples"]) == 1
    assert "no ceiling for" in avow("gate", "behaviour", "b.json", cwd=tmp_path, code=1).stderr
    avow("gate", "lower", "b.json", "--ceilings", "c.json", cwd=tmp_path)
    assert "minimum: failure rate" in avow("gate", "behaviour", "b.json", "--ceilings", "c.json", cwd=tmp_path).stdout
    content["kinds"]["minimum"]["rate"] = 1.0
    (tmp_path / "b.json").write_text(json.dumps(content))
    assert (
        "above the ceiling" in avow("gate", "behaviour", "b.json", "--ceilings", "c.json", cwd=tmp_path, code=1).stderr
    )
    assert "would rise" in avow("gate", "lower", "b.json", "--ceilings", "c.json", cwd=tmp_path, code=1).stderr


def test_corpus_commands(place: Path, tmp_path: Path) -> None:
    assert "4,013" in avow("corpus", "stats", SEEDS, cwd=place).stdout
    assert "checkthat:PATH" in avow("corpus", "list", cwd=place).stdout
    (tmp_path / "bad-01.txt").write_text("=== a\ntitle: b\n\nX\tc\n")
    result = avow("corpus", "check", tmp_path, cwd=place, code=1)
    assert "bad-01.txt:4: label 'X'" in result.stdout
    assert "violations" in result.stderr


def test_a_reader_that_goes_away_is_no_error(place: Path) -> None:
    command = f"{sys.executable} -m avow predict {ROOT / 'seeds'} -f jsonl 2>{place / 'err'} | head -n 1"
    result = subprocess.run(["bash", "-c", command], cwd=place, capture_output=True, text=True, check=False)
    assert json.loads(result.stdout)["sentence"] == 0
    assert "Traceback" not in (place / "err").read_text()


@pytest.mark.parametrize("form", ["jsonl", "csv", "text", "table"])
def test_what_is_piped_in_is_labelled_as_it_comes(place: Path, form: str) -> None:
    command = [sys.executable, "-m", "avow", "predict", "-", "-f", form]
    # Python itself holds back what goes to a pipe, unless it is told not to.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(command, cwd=place, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as process:
        assert process.stdin is not None and process.stdout is not None
        for text in ("It rained.", "Snow fell."):
            process.stdin.write(json.dumps({"text": text}).encode() + b"\n")
            process.stdin.flush()
            # Nothing else is written before the answer is there.
            assert any(text.encode() in line for line in process.stdout)
        process.stdin.close()
        process.stdout.read()
    assert process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
def test_interruption_leaves_nothing_half_written(place: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [sys.executable, "-m", "avow", "predict", str(SEEDS), "-o", str(output)],
        cwd=place,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob(".out.jsonl.*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "interrupted" in error and "Traceback" not in error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "form"),
    [("predict", "csv"), ("predict", "table"), ("predict", "parquet"), ("claims", "csv"), ("claims", "html")],
)
def test_where_nothing_could_be_read_no_output_takes_the_place_of_another(
    model_folder: Path, tmp_path: Path, command: str, form: str
) -> None:
    (tmp_path / "rows.csv").write_text("id,body\n1,It rained.\n2,It snowed.\n")
    (tmp_path / "kept.csv").write_text("precious")
    options = ("--text", "bdoy", "-f", form, "-o", "kept.csv", "--overwrite", "--model", model_folder)
    message = avow(command, "rows.csv", *options, cwd=tmp_path, code=1).stderr
    assert "rows.csv" in message and "no column bdoy" in message and "wrote" not in message
    assert (tmp_path / "kept.csv").read_text() == "precious"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_terminated_run_leaves_no_half_written_file(model_folder: Path, tmp_path: Path) -> None:
    row = json.dumps({"text": STORY}) + "\n"
    (tmp_path / "many.jsonl").write_text(row * 20_000)
    command = [sys.executable, "-m", "avow", "claims", "many.jsonl", "-o", "out.csv", "--model", str(model_folder)]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob(".out.csv.*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.terminate()
        _, message = process.communicate()
    assert process.returncode == 143
    assert message.strip().endswith("terminated; files being written were left as they were")
    assert [path.name for path in tmp_path.iterdir()] == ["many.jsonl"]


_DROPPING = """
import os, signal, sys, time
import avow.cli

class Finalized:
    def __del__(self):
        os.kill(os.getpid(), signal.{name})
        time.sleep(0.01)

def run(arguments):
    Finalized()
    time.sleep(20)

avow.cli._run = run
avow.cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 130)])
def test_a_signal_that_python_drops_is_sent_again(name: str, code: int) -> None:
    # What is raised in a finalizer goes nowhere.
    command = [sys.executable, "-c", _DROPPING.format(name=name)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=15, check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
def test_every_step_of_training_is_named_at_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (
        ["sentences", SEEDS / "frontline-01.txt", "-o", "s.jsonl"],
        ["labels", SEEDS / "frontline-01.txt", "s.jsonl", "-o", "labels.jsonl"],
    ):
        avow(*arguments, cwd=tmp_path)
    (tmp_path / "params.yaml").write_text("features: {kinds: [words, avowals]}\nstances: {wordings: 0}\n")
    monkeypatch.setenv("TERM", "xterm")
    shown = _at_terminal("train", "labels.jsonl", "-o", "m", cwd=tmp_path, errors=True)
    for step in ("reading terms", "fitting who denies", "reading claims", "fitting channels", "fitting kinds of acts"):
        assert step in shown


@pytest.mark.parametrize("command", ["predict", "claims"])
@pytest.mark.parametrize("form", ["csv", "parquet", None])
def test_a_hyphen_as_output_is_standard_output(
    model_folder: Path, tmp_path: Path, command: str, form: str | None
) -> None:
    options = ["--model", model_folder, *(["-f", form] if form else [])]
    printed = avow(command, "-", *options, cwd=tmp_path, stdin=STORY)
    named = avow(command, "-", *options, "-o", "-", cwd=tmp_path, stdin=STORY)
    assert (named.stdout, named.stderr) == (printed.stdout, printed.stderr) and named.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["predict", "a.txt", "--rejects", "-"],
        ["score", "a.txt", "-"],
        ["sentences", ".", "-o", "-"],
        ["train", "labels.jsonl", "-o", "-"],
        ["evaluate", "labels.jsonl", "-o", "-"],
        ["report", "evaluation.json", "-o", "-"],
    ],
    ids=lambda value: value[0],
)
def test_what_cannot_go_to_standard_output_says_so(
    place: Path, model_folder: Path, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    model = ["--model", model_folder] if arguments[0] in {"predict", "score", "evaluate"} else []
    result = avow(*arguments, *model, cwd=tmp_path, code=1)
    assert result.stdout == ""
    assert "-: is standard output, where this cannot go; " in result.stderr.replace("-/report.md", "-")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("target", [".", ""])
def test_what_is_no_name_of_a_file_is_told(place: Path, target: str) -> None:
    error = avow("predict", "story.txt", "--format", "csv", "--overwrite", "--output", target, cwd=place, code=1).stderr
    assert error.strip() == "avow: .: is a folder; expected the name of a file"


@pytest.mark.parametrize(
    "command",
    [
        ["predict", "story.txt", "-o"],
        ["claims", "story.txt", "-o"],
        ["claims", "story.txt", "--gtd", "-o"],
        ["series", "story.txt", "-o"],
        ["sentences", "story.txt", "-o"],
        ["evaluate", "--on", "table.csv", "-o"],
        ["curve", "story.txt", "-o"],
        ["behave", "-o"],
        ["bench", "size", "-o", "new.csv", "--plot"],
    ],
    ids=" ".join,
)
def test_a_folder_in_the_place_of_a_file_is_told_whatever_else_could_be(place: Path, command: list[str]) -> None:
    assert avow(*command, ".", cwd=place, code=1).stderr == "avow: .: is a folder; expected the name of a file\n"
