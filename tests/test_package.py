"""The public face of the package."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.machinery import ModuleSpec
from importlib.metadata import version

import pytest

import avow
from avow import compiled
from stages import PACKAGE


def loaded_after(code: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in result.stdout.split()}


def test_public_names() -> None:
    assert avow.__all__ == sorted(avow.__all__, key=lambda name: (name != "LABELS", name.islower(), name))
    for name in avow.__all__:
        assert getattr(avow, name) is not None
    assert set(avow.__all__) <= set(dir(avow))


def test_version_is_the_distribution_s() -> None:
    assert avow.__version__ == version("avow")


def test_a_compiled_build_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "find_spec", lambda name: ModuleSpec(name, None, origin="terms.py"))
    assert not compiled.is_compiled() and compiled.version() == avow.__version__
    monkeypatch.setattr(compiled, "find_spec", lambda name: ModuleSpec(name, None, origin="terms.cpython-311.so"))
    assert compiled.is_compiled() and compiled.version() == f"{avow.__version__} (compiled)"


def test_what_is_compiled_exists() -> None:
    tree = ast.parse((PACKAGE.parents[1] / "hatch_build.py").read_text(encoding="utf-8"))
    (names,) = (
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "MODULES"
    )
    assert list(names) == sorted(set(names))
    for name in names:
        assert (PACKAGE / name).with_suffix(".py").is_file()
    # What is called for every word belongs to it; a memo that is left out would be called across the border.
    assert {"memo", "terms", "cues/reading", "models/words"} <= set(names)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(avow, "nothing_of_the_kind")


def test_importing_is_cheap() -> None:
    heavy = {"numpy", "scipy", "sklearn", "pandas", "rich", "typer", "pydantic", "jinja2", "trafilatura"}
    assert not loaded_after("import avow") & heavy


def test_prediction_needs_no_numeric_library(model_folder: object) -> None:
    code = f"import avow\navow.load({str(model_folder)!r}).annotate('The cell claimed the bombing. It is a disgrace.')"
    assert not loaded_after(code) & {"numpy", "scipy", "sklearn", "pandas", "joblib", "pydantic", "trafilatura"}
