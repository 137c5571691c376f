"""Which modules a command imports, read from the source without running it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "pipeline" / "avow"
SHARED = {"avow.cli", "avow.cli.options", "avow.cli.sets"}
"""What commands share: it reads parameters, of which a stage names its sections, and what people name by hand."""


def module_file(name: str) -> Path | None:
    """The source file of a module of the package, or ``None``."""
    parts = name.split(".")
    if parts[0] != "avow":
        return None
    base = PACKAGE.joinpath(*parts[1:])
    if (base / "__init__.py").is_file():
        return base / "__init__.py"
    return base.with_suffix(".py") if base.with_suffix(".py").is_file() else None


def for_types(tree: ast.AST) -> list[ast.AST]:
    """The nodes of a syntax tree that stand there for type checking only."""
    return [
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    ]


@cache
def homes(package: str) -> dict[str, str]:
    """By name that a package imports when it is first used: the module that it comes from."""
    path = module_file(package)
    if path is None or path.name != "__init__.py":
        return {}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not any(isinstance(node, ast.FunctionDef) and node.name == "__getattr__" for node in tree.body):
        return {}
    nodes = [node for node in for_types(tree) if isinstance(node, ast.ImportFrom)]
    return {alias.name: node.module for node in nodes if node.module for alias in node.names}


def imports(tree: ast.AST) -> set[str]:
    """The modules of the package that a syntax tree imports, those for type checking left out."""
    found: set[str] = set()
    hidden = set(map(id, for_types(tree)))
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("avow"):
            found.add(node.module)
            found.update(homes(node.module).get(alias.name, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names if alias.name.startswith("avow"))
    return {name for name in found if module_file(name) is not None}


@cache
def imports_of(path: Path) -> frozenset[str]:
    """The modules of the package that a source file imports."""
    return frozenset(imports(ast.parse(path.read_text(encoding="utf-8"))))


def reached(function: str, module: str) -> set[Path]:
    """All source files that a function of a module of the command line needs."""
    start = module_file(module)
    assert start is not None
    tree = ast.parse(start.read_text(encoding="utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    wanted, todo = set(), [function]
    while todo:
        name = todo.pop()
        if name in functions and name not in wanted:
            wanted.add(name)
            todo.extend(node.id for node in ast.walk(functions[name]) if isinstance(node, ast.Name))
    files = {start}
    pending = {found for name in wanted for found in imports(functions[name])}
    seen: set[str] = set()
    while pending:
        name = pending.pop()
        path = module_file(name)
        if name in seen or name in SHARED or path is None:
            continue
        seen.add(name)
        files.add(path)
        pending |= imports_of(path)
        parent = name.rpartition(".")[0]
        if parent and parent != "avow":
            pending.add(parent)
    return files


STAGES = {
    "sentences": ("sentences", "avow.cli.stages"),
    "labels": ("labels", "avow.cli.stages"),
    "train": ("train", "avow.cli.stages"),
    "evaluate": ("evaluate", "avow.cli.evaluation"),
    "behave": ("behave", "avow.cli.behaviour"),
    "curve": ("curve", "avow.cli.study"),
    "report": ("report", "avow.cli.report"),
}


def dependencies(stage: str) -> list[str]:
    """What a stage's ``deps`` must name: modules and package folders, as paths in the repository."""
    function, module = STAGES[stage]
    root = PACKAGE.parents[1]
    names: set[str] = set()
    for path in reached(function, module):
        top = path.relative_to(PACKAGE).parts[0]
        names.add((PACKAGE / top).relative_to(root).as_posix())
    return sorted(name for name in names if not name.endswith(("/cli", "/__init__.py")))
