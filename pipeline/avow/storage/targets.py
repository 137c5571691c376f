"""Targets that may not be written are refused before any work is done."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from avow.errors import OutputError


def ensure_absent(path: Path, *, overwrite: bool, folder: bool = False) -> None:
    """Refuse a target that exists, before any work is done.

    Args:
        path: The target.
        overwrite: Whether an existing target may be replaced.
        folder: Whether it is to be a folder, and not a file.

    Raises:
        OutputError: The target exists and may not be replaced, or cannot be written, such as standard output. A device
            or a pipe is written to, never replaced, nor is a folder by a file.
    """
    _ensure_named(path)
    # Before all else, since --overwrite would not help.
    if path.is_dir() and not folder:
        raise OutputError("is a folder", where=str(path), expected="the name of a file")
    if (path.is_file() or path.is_dir()) and not overwrite:
        raise OutputError("exists already", where=str(path), remedy="choose another place or add --overwrite")
    ensure_writable(path)


def ensure_writable(path: Path) -> None:
    """Refuse a target that the operating system would not let us write, before any work is done.

    Args:
        path: The target, whose parent folders need not be there.

    Raises:
        OutputError: A folder above it is a file or may not be written in, or it is a device that may not be written to,
            or standard output.
    """
    _ensure_named(path)
    if path.exists() and not path.is_file() and not path.is_dir():
        place, wanted = path, os.W_OK
    else:
        place, wanted = Path(os.path.realpath(path)).parent, os.W_OK | os.X_OK
        while not os.path.lexists(place):
            place = place.parent
        if not place.is_dir():
            raise OutputError(
                f"cannot be written ({place} is not a folder)", where=str(path), remedy="choose another place"
            )
    if not os.access(place, wanted):
        raise OutputError(
            f"cannot be written ({place} may not be written to)", where=str(path), remedy="check permissions"
        )


def _ensure_named(path: Path) -> None:
    # What prints its output has no target.
    if path.parts[:1] == ("-",):
        raise OutputError(
            "is standard output, where this cannot go",
            where=str(path),
            expected="the name of a file or a folder",
            remedy="name another, or this one by its whole path",
        )


def ensure_apart(targets: Iterable[Path | None], sources: Iterable[str | Path]) -> None:
    """Refuse to write what is read, and to write one file twice, before any work is done.

    Args:
        targets: What will be written; ``None`` is nothing.
        sources: What will be read; names of files count, all else does not.

    Raises:
        OutputError: A target is a source, or two targets are one file.
    """
    files = filter(os.path.isfile, sources)  # Path.is_file raises where a name is too long.
    read = {Path(os.path.realpath(source)) for source in files}
    written: set[Path] = set()
    for target in filter(None, targets):
        place = Path(os.path.realpath(target))
        if place in read:
            raise OutputError("is read and would be written", where=str(target), remedy="write to another file")
        if place in written:
            raise OutputError("would be written twice", where=str(target), remedy="name another file for one of them")
        written.add(place)


def ensure_new(
    targets: Iterable[Path | None],
    sources: Iterable[str | Path],
    *,
    overwrite: bool,
    folders: Iterable[Path | None] = (),
) -> None:
    """Refuse targets that exist, that are read, or that are one file, before any work is done.

    Args:
        targets: Files that will be written; ``None`` is nothing.
        sources: What will be read, as for :func:`ensure_apart`.
        overwrite: Whether existing targets may be replaced.
        folders: Folders that will be written in.

    Raises:
        OutputError: A target exists and may not be replaced, is a source, or two targets are one file.
    """
    files, places = list(filter(None, targets)), list(filter(None, folders))
    ensure_apart([*files, *places], sources)
    for target in files:
        ensure_absent(target, overwrite=overwrite)
    for target in places:
        ensure_absent(target, overwrite=overwrite, folder=True)
