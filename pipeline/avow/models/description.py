"""What a model's folder says of itself, and whether all of it is what was saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from avow.errors import ModelError
from avow.models.circumstances import CircumstanceTable
from avow.models.kinds import KindTable
from avow.models.manifest import (
    ACT_KINDS,
    ADDED,
    CIRCUMSTANCES,
    FINGERPRINTS,
    MANIFEST,
    NAMES,
    OLD,
    OWN,
    STANCES,
    WEIGHTS,
    check_file,
    check_manifest,
    read_manifest,
)
from avow.models.saving import REPORTS
from avow.models.stances import StanceTable
from avow.models.table import Table
from avow.storage import (
    read_bytes,
)

FILES = (*OWN, *ADDED, MANIFEST)
"""All files that a model may have."""
_LATER = frozenset({*(name.partition("/")[0] for name in REPORTS), "curve.json", ".gitignore"})


@dataclass(frozen=True, slots=True)
class Description:
    """What a model folder says of itself.

    Attributes:
        folder: Where it is.
        manifest: Its manifest.
        files: Size in bytes by file name.
        faults: What was found wrong, empty where nothing.
        strangers: Files that no stage of Avow writes.
    """

    folder: str
    manifest: Mapping[str, Any]
    files: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()


_TABLES: Mapping[str, Callable[[Path], Table | StanceTable | CircumstanceTable | KindTable]] = {
    WEIGHTS: Table,
    STANCES: StanceTable,
    CIRCUMSTANCES: CircumstanceTable,
    ACT_KINDS: KindTable,
}


def describe(folder: Path) -> Description:
    """What a model folder says of itself, and which of its files are not what was saved; none is looked into.

    Args:
        folder: The model's folder.

    Returns:
        The description, with the files that are not what the manifest says as faults.

    Raises:
        ModelError: There is no readable manifest, or it lacks what training writes.
    """
    manifest = read_manifest(folder)
    check_manifest(manifest, folder)
    files = {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.is_file()}
    known = {*FILES, *_LATER}
    strangers = tuple(path.name for path in sorted(folder.iterdir()) if path.name not in known)
    return Description(str(folder), manifest, files, tuple(_faults(folder, manifest)), strangers)


def verify(folder: Path) -> Description:
    """Check every file of a model; nothing in it is executed.

    Args:
        folder: The model's folder.

    Returns:
        The description with all faults.

    Raises:
        ModelError: There is no readable manifest.
    """
    found = describe(folder)
    return replace(found, faults=tuple(_faults(folder, found.manifest, _looked_into)))


def _faults(
    folder: Path, manifest: Mapping[str, Any], look: Callable[[Path], Iterable[str]] = lambda path: ()
) -> Iterator[str]:
    """What is wrong with each file: it is not what was saved, or what looking into it finds."""
    for name in (*OLD, *(name for name in (NAMES, *ADDED) if name in manifest["files"])):
        try:
            check_file(folder, manifest, name)
            yield from look(folder / name)
        except ModelError as error:
            yield str(error)


def _looked_into(path: Path) -> Iterator[str]:
    from avow.partition import find_leaks

    if path.name in _TABLES:
        yield from (f"{path}: {fault}" for fault in _TABLES[path.name](path).check())
    elif path.name == FINGERPRINTS:
        find_leaks(read_bytes(path), ())
