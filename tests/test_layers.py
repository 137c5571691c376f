"""The house's order: who may import whom, who opens files, who prints."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from stages import PACKAGE, STAGES, dependencies, imports

ORDER = [
    "errors",
    "workers",
    "compiled",
    "records",
    "params",
    "storage",
    "shapes",
    "memo",
    "prior",
    "risks",
    "documents",
    "sentences",
    "corpus",
    "partition",
    "terms",
    "cues",
    "bulk",
    "mentions",
    "features",
    "sources",
    "calibration",
    "regressions",
    "training",
    "wordings",
    "stances",
    "models",
    "prediction",
    "claims",
    "frames",
    "circumstances",
    "fitting",
    "evaluation",
    "balance",
    "study",
    "behaviour",
    "gate",
    "report",
    "scoring",
    "bench",
    "cli",
]
HEAVY = {"numpy", "scipy", "sklearn", "pandas", "trafilatura", "rich", "jinja2", "matplotlib", "pyarrow", "pydantic"}
HEAVY |= {"joblib", "yaml", "charset_normalizer", "zstandard", "sentencex", "textblob"}
# Modules that are numbers through and through; whoever imports them does so inside a function.
NUMERIC = {
    "bulk",
    "features",
    "calibration",
    "regressions",
    "training",
    "stances",
    "circumstances",
    "evaluation",
    "balance",
    "study",
    "params",
    "shapes",
    "risks",
}
FILES = sorted(PACKAGE.rglob("*.py"))


def top(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_upwards(path: Path) -> None:
    if top(path) in {"__init__", "__main__"}:
        return
    place = ORDER.index(top(path))
    for name in imports(parse(path)):
        if name != "avow":
            assert ORDER.index(name.split(".")[1]) <= place, f"{path.name} imports {name}, which stands below it"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_heavy_modules_are_imported_where_they_are_used(path: Path) -> None:
    if top(path) in NUMERIC:
        return
    for node in parse(path).body:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        assert not {name.split(".")[0] for name in names} & HEAVY, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_storage_opens_files_and_only_the_cli_prints(path: Path) -> None:
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called in {"open", "read_text", "write_text", "read_bytes", "write_bytes"} and isinstance(
                node.func, ast.Attribute
            ):
                assert top(path) == "storage", f"{path.name}:{node.lineno} opens a file"
            if isinstance(node.func, ast.Name) and called in {"open", "exec", "eval", "compile", "__import__"}:
                assert top(path) == "storage", f"{path.name}:{node.lineno} calls {called}"
            if isinstance(node.func, ast.Name) and called == "print":
                assert top(path) == "cli", f"{path.name}:{node.lineno} prints"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_is_private_to_a_module_is_not_imported(path: Path) -> None:
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("avow"):
            private = [alias.name for alias in node.names if alias.name.startswith("_") and alias.name[:2] != "__"]
            assert not private, f"{path.name}:{node.lineno} imports {private} of {node.module}"


def test_what_modules_import_as_they_load_is_declared() -> None:
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.match(r"[\w-]+", item)[0] for item in project["dependencies"]}  # type: ignore[index]
    distributions = packages_distributions()
    for path in FILES:
        for node in parse(path).body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"avow"}:
                assert {item.lower() for item in distributions[name]} & declared, f"{path.name}:{node.lineno}: {name}"


def test_nothing_is_imported_through_the_source_root() -> None:
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert "import pipeline" not in text and "from pipeline" not in text, path


@pytest.mark.parametrize("stage", STAGES)
def test_stage_names_every_module_that_it_imports(stage: str) -> None:
    import yaml

    content = yaml.safe_load((PACKAGE.parents[1] / "dvc.yaml").read_text(encoding="utf-8"))
    named = {name for name in content["stages"][stage]["deps"] if name.startswith("pipeline/avow/")}
    assert named == set(dependencies(stage))
