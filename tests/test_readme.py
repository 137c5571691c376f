"""The examples of README and docs, run: commands with their output, and Python; and where their links lead."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from avow.cli.app import COMMANDS, GROUPS
from conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PAGES}
README = TEXTS["README.md"]
FOLDER = ROOT / "models" / "default"
BLOCK = re.compile(r"```(console|pycon)\n(.*?)```", re.DOTALL)


def blocks(kind: str) -> list[str]:
    return [content for text in TEXTS.values() for found, content in BLOCK.findall(text) if found == kind]


def commands(block: str) -> list[tuple[str, str]]:
    """Commands of a console block with the output that follows them."""
    return [(line.strip(), output) for line, output in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)]


def matches(expected: str, found: str) -> bool:
    """Whether the output is the expected one, ``...`` standing for anything, white space at line ends aside."""
    lines = [re.escape(line.rstrip()) for line in expected.strip("\n").splitlines()]
    pattern = "\n".join(".*" if line == re.escape("...") else line.replace(re.escape("..."), ".*") for line in lines)
    plain = "\n".join(line.rstrip() for line in found.strip("\n").splitlines())
    return re.fullmatch(pattern, plain, re.DOTALL) is not None


def test_the_runner_itself() -> None:
    block = "$ avow a\none\ntwo\n$ avow b\n"
    assert commands(block) == [("avow a", "one\ntwo\n"), ("avow b", "")]
    assert matches("one\n...\nfour", "one  \ntwo\nthree\nfour\n")
    assert not matches("one\ntwo", "one\nthree")


@pytest.mark.parametrize("block", blocks("console"))
def test_console_blocks(block: str, tmp_path: Path) -> None:
    if not (FOLDER / "weights.bin").is_file():
        pytest.skip("no trained model here: run make run first")
    for name in ("seeds", "data", "models"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "params.yaml", tmp_path)
    found = commands(block)
    assert found
    for command, expected in found:
        assert command.startswith("avow "), command
        result = subprocess.run(
            f"{sys.executable} -m {command}", shell=True, cwd=tmp_path, capture_output=True, text=True, check=False,
            env={**os.environ, "COLUMNS": "100"}, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert result.returncode == 0, result.stderr
        assert matches(expected, result.stdout), result.stdout


@pytest.mark.parametrize("block", blocks("pycon"))
def test_python_blocks(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not (FOLDER / "weights.bin").is_file():
        pytest.skip("no trained model here: run make run first")
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(block, {}, "example", None, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


def test_what_is_named_of_a_module_is_there_once_the_package_is_imported() -> None:
    names = sorted({name for text in TEXTS.values() for name in re.findall(r"`(avow\.[a-z]+\.\w+)", text)})
    assert "avow.models.load_pipeline" in names
    for name in names:
        # Each in a process of its own, where no other has imported its module.
        result = subprocess.run(
            [sys.executable, "-c", f"import avow\n{name}"], capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("page", TEXTS)
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", TEXTS[page], flags=re.DOTALL))
    assert links
    for link in links:
        path, _, anchor = link.partition("#")
        if path.startswith(("http:", "https:")):
            continue
        target = (ROOT / page).parent / path if path else ROOT / page
        assert target.exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}, link


def test_every_command_is_documented() -> None:
    for name in COMMANDS:
        assert f"`avow {name}" in README, name
    for group, module in GROUPS.items():
        if group == "bench":
            continue
        for command in import_module(f"avow.cli.{module}").app.registered_commands:
            assert f"`avow {group} {command.name or command.callback.__name__}" in README, command
    scale = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    for name in ("splitting", "training", "size", "prediction", "single", "whole", "start", "scoring", "archive"):
        assert f"`{name}`" in README or f"bench {name}" in README, name
        assert f"avow bench {name}" in scale, name
