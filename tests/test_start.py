"""From the start of the process to the first answer: what is imported, and that the short way is the long way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from avow.cli import app, quick
from avow.documents.rejects import LONGEST, MEGABYTE

STORY = "The Front claimed responsibility for the bombing. It is a shabby, shameful disgrace.\n"
NUMERIC = {"numpy", "scipy", "sklearn", "pandas", "joblib"}
OTHERS = {"typer", "click", "pydantic", "jinja2", "trafilatura", "lxml", "yaml", "charset_normalizer", "zstandard"}
UNNEEDED = {"importlib.metadata", "statistics", "tempfile", "lzma", "logging", "multiprocessing"}


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)


def loaded(arguments: list[str], folder: Path) -> set[str]:
    """The modules in memory when the program ends."""
    code = f"import sys\nsys.argv = ['avow', *{arguments!r}]\nfrom avow.cli import main\n"
    code += "try:\n    main()\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    result = run(code, folder)
    assert "Traceback" not in result.stderr
    return set(result.stderr.split())


@pytest.fixture
def place(tmp_path: Path, model_folder: Path) -> Path:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "default").symlink_to(model_folder)
    (tmp_path / "one.txt").write_text(STORY)
    return tmp_path


def test_a_prediction_loads_nothing_of_the_register(place: Path) -> None:
    register = {"avow.cues.accounts", "avow.cues.sayings", "avow.mentions", "avow.claims"}
    assert not register & loaded(["predict", "one.txt", "-f", "jsonl"], place)
    assert "avow.storage" not in loaded(["--help"], place)


@pytest.mark.parametrize("form", ["jsonl", "csv", "text"])
def test_prediction_of_a_sentence_imports_nothing_that_it_does_not_need(place: Path, form: str) -> None:
    found = loaded(["predict", "one.txt", "-f", form], place)
    assert "avow.cli.labelling" in found
    assert not {name for name in found if name.split(".")[0] in NUMERIC | OTHERS | {"rich"}}
    assert not found & UNNEEDED
    assert not {name for name in found if name.startswith("avow.cli.")} - {
        "avow.cli.quick", "avow.cli.labelling", "avow.cli.speech",
    }  # fmt: skip


def test_a_report_of_hundreds_of_sentences_needs_no_numpy_either(place: Path) -> None:
    (place / "one.txt").write_text(STORY * 200)
    found = loaded(["predict", "one.txt", "-f", "csv"], place)
    assert not {name for name in found if name.split(".")[0] in NUMERIC}


def test_the_table_needs_rich_and_nothing_else(place: Path) -> None:
    found = loaded(["predict", "one.txt"], place)
    assert "rich" in found
    assert not {name for name in found if name.split(".")[0] in NUMERIC | OTHERS}


@pytest.mark.parametrize(
    "arguments",
    [
        ["train"],
        ["train", "gone.jsonl", "-o", "new"],
        ["tune", "gone.jsonl"],
        ["evaluate", "gone.jsonl", "-o", "one.txt"],
        ["transfer", "--source", "gone.csv"],
        ["ablate", "gone.jsonl"],
        ["curve", "gone.jsonl"],
        ["claims", "one.txt", "-f", "csv", "-o", "one.txt"],
        ["score", "one.txt"],
    ],
    ids=" ".join,
)
def test_what_is_refused_needs_no_numbers(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "one.txt").write_text(STORY)
    found = loaded(arguments, tmp_path)
    assert "avow:" in found
    assert not {name for name in found if name.split(".")[0] in NUMERIC}


def test_a_command_imports_no_other_command(place: Path) -> None:
    found = loaded(["gate", "--help"], place)
    assert "avow.cli.gate" in found and "typer" in found
    assert not found & {"avow.cli.evaluation", "avow.cli.stages", "avow.cli.corpus"}
    assert not {name for name in found if name.split(".")[0] in NUMERIC | {"rich"}}


@pytest.mark.parametrize(
    "arguments",
    [
        ["one.txt"],
        ["one.txt", "-f", "jsonl"],
        ["--format=csv", "one.txt"],
        ["--format=csv", "one.txt", "--spreadsheet"],
        ["one.txt", "-f", "text", "--explain", "--model", "models/default"],
        ["one.txt", "one.txt", "--format", "jsonl", "--lines"],
        ["-f", "jsonl", "--text", "body", "--input-format", "csv", "table.csv"],
        ["-f", "jsonl", "--id", "other", "table.csv"],
        ["one.txt", "-f", "docx"],
        ["none.txt"],
        ["one.txt", "none.txt", "-f", "jsonl"],
        ["one.txt", "--model", "nowhere"],
        ["one.txt", "--encoding", "ascii", "--furniture"],
    ],
    ids=" ".join,
)
def test_the_short_way_says_what_the_long_way_says(place: Path, arguments: list[str]) -> None:
    (place / "table.csv").write_text(f"body,other\n{STORY.strip()},x\n")
    assert quick.plain_prediction(["predict", *arguments]) is not None
    results = []
    for change in ("", "import avow.cli\navow.cli.plain_prediction = lambda arguments: None\n"):
        code = f"import sys\nsys.argv = ['avow', 'predict', *{arguments!r}]\n{change}from avow.cli import main\nmain()"
        result = run(code, place)
        results.append((result.returncode, result.stdout, result.stderr))
    assert results[0] == results[1]
    assert "Traceback" not in results[0][2]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["predict"],
        ["predict", "--help"],
        ["predict", "-v", "a.txt"],
        ["predict", "a.txt", "-fjsonl"],
        ["predict", "a.txt", "-f=jsonl"],
        ["predict", "a.txt", "--format"],
        ["predict", "a.txt", "--format", "--lines"],
        ["predict", "a.txt", "--model="],
        ["predict", "a.txt", "--lines=yes"],
        ["predict", "a.txt", "--form", "jsonl"],
        ["predict", "a.txt", "--unsure-below", "2"],
        ["predict", "--", "-x"],
        ["read", "a.txt"],
    ],
    ids=" ".join,
)
def test_what_is_not_plain_is_left_to_the_library(arguments: list[str]) -> None:
    assert quick.plain_prediction(arguments) is None


def test_plain_options_are_options_of_the_command() -> None:
    names = {*quick._FLAGS, *quick._WORDS, *quick._PATHS}
    shown = subprocess.run(
        [sys.executable, "-m", "avow", "predict", "--help"],
        capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "200"},
    ).stdout  # fmt: skip
    assert all(name in shown for name in names)


def test_help_of_a_command_names_only_its_options() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "avow", "read", "--help"],
        capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "200"},
    ).stdout  # fmt: skip
    assert "--rejects" in shown and "--output" not in shown


@pytest.mark.parametrize("command", ["predict", "claims", "read", "score"])
def test_help_tells_how_long_a_document_may_be(command: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "avow", command, "--help"],
        capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "200"},
    ).stdout  # fmt: skip
    assert f"longer than this [default: {LONGEST // MEGABYTE}]" in " ".join(shown.split())


def test_help_lists_a_line_a_command() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "avow", "--help"], capture_output=True, text=True, check=True
    ).stdout  # fmt: skip
    for name in {*app.COMMANDS, *app.GROUPS}:
        assert f"\n  {name} " in shown
