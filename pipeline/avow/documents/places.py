"""The files that a source stands for: a folder's, a glob's, or standard input."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from avow.documents.telling import log
from avow.errors import InputError
from avow.storage import unreadable

_LONGEST_NAME = 200


def expand(source: str | Path, fault: Callable[[InputError], None] | None = None) -> list[Path | None]:
    """The files that a source stands for.

    Args:
        source: A file, a folder, a glob, or ``-``.
        fault: Receives the error of each folder in a folder that cannot be read; without it the first one is raised.

    Returns:
        Files by name; ``None`` stands for standard input.

    Raises:
        InputError: Nothing is there.
    """
    name = str(source)
    if name == "-":
        return [None]
    if not name:
        raise InputError("missing: an empty name", expected="a file, a folder, a glob or -", reason="missing")
    path = Path(name)
    shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..."
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:
        raise InputError((error.strerror or str(error)).lower(), where=shown, remedy="check the path") from error
    if exists and not is_folder:
        return [path]
    matches = [path]
    if not exists:
        import glob

        if not glob.has_magic(name):
            raise InputError("missing: no such file or folder", where=shown, remedy="check the path", reason="missing")
        matches = sorted(Path(match) for match in glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    found: dict[Path, None] = {}
    problems: list[OSError] = []
    for match in matches:
        found.update(dict.fromkeys(_files_in(match, problems) if match.is_dir() else [match] * (not _is_device(match))))
    for problem in problems:
        refusal = unreadable(Path(problem.filename), problem)
        if fault is None:
            raise refusal
        fault(refusal)
    if not found and not problems:
        what = "missing: no files in this folder" if is_folder else "missing: no file matches"
        raise InputError(what, where=shown)
    return list(found)


def _files_in(folder: Path, problems: list[OSError]) -> list[Path]:
    """The files of a folder and of those in it, by name, hidden ones left out; takes note of folders it cannot read.

    Links to folders are said and not followed: they may lead in a circle, or to what is read under its own name.
    """
    files: list[Path] = []
    links: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links.extend(path for name in folders if (path := Path(place, name)).is_symlink())
        paths = (Path(place, name) for name in names if not name.startswith("."))
        files.extend(path for path in paths if not _is_device(path))
    if links:
        log().warning(
            "%s: %s not followed, for example %s; name what they lead to as an input",
            folder,
            "a link to a folder is" if len(links) == 1 else f"{len(links):,} links to folders are",
            min(links),
        )
    return sorted(files)


def _is_device(path: Path) -> bool:
    """Whether a path is a pipe, a socket or a device; what cannot be looked at is told when it is read."""
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False
