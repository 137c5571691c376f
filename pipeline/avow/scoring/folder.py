"""The folder of the output: whose it is, and what a run that was killed left in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from avow.errors import InputError, OutputError
from avow.models import deciding_digest, read_manifest
from avow.scoring.inputs import changes
from avow.scoring.job import CLAIMS, Job, Source
from avow.scoring.markers import BESIDE, read_marker
from avow.scoring.writers import COMPRESSIONS, FORMATS
from avow.storage import ensure_writable, read_json, write_json, write_jsonl

LOCK = "lock"
INPUTS = "inputs.jsonl"
_RUN = "run.json"
_KINDS = "|".join(FORMATS).replace("text", "txt")
_SHARD = re.compile(rf"part-\d{{5,}}\.(?:{_KINDS})(?:\.(?:{'|'.join(COMPRESSIONS)}))?")
_HALF_WRITTEN = re.compile(rf"\.{_SHARD.pattern}\.\w+\.part")


def refuse_foreign(folder: Path) -> None:
    """Refuse a folder that holds what no run of ours writes.

    Args:
        folder: The output folder, which need not exist.

    Raises:
        OutputError: It is a file, holds other files, or cannot be written in.
    """
    ensure_writable(folder)
    if folder.exists() and not folder.is_dir():
        raise OutputError("is not a folder", where=str(folder), remedy="choose another place")
    own = {BESIDE, CLAIMS, *(path.name for path in (*_shards(folder), *_half_written(folder)))}
    foreign = [path for path in folder.glob("*") if path.name not in own]
    if foreign:
        raise OutputError(
            f"holds other files, for example {foreign[0].name}", where=str(folder), remedy="choose an empty folder"
        )


def claim(job: Job, files: Sequence[Source], *, overwrite: bool) -> bool:
    """Take the output folder for a job.

    Args:
        job: The job.
        files: Its inputs.
        overwrite: Whether the output of another job may be removed.

    Returns:
        Whether a run of the same job was here before.

    Raises:
        ModelError: There is no such model.
        OutputError: The folder holds the output of another job.
    """
    folder, run, inputs = job.folder, job.folder / BESIDE / _RUN, job.folder / BESIDE / INPUTS
    before = _read_run(run)
    wanted = json.loads(json.dumps(dict(job.parameters())))
    if before == wanted:
        sweep(folder)
        return True
    if not overwrite and any(map(_worth_keeping, _shards(folder))):
        raise OutputError(
            f"holds the output of other parameters ({_difference(job, before or {}, wanted, changes(inputs, files))})",
            where=str(folder),
            remedy="choose another folder, or add --overwrite",
        )
    beside = (path for path in (folder / BESIDE).glob("*") if path.name != LOCK)
    for path in (*_shards(folder), *_shards(folder / CLAIMS), *beside):
        path.unlink()
    sweep(folder)
    # So that another run can tell what has changed.
    write_jsonl(inputs, map(asdict, files))
    write_json(run, wanted)
    return False


def absent(folder: Path) -> list[Path]:
    """What a run makes for its output beside files.

    Args:
        folder: The output folder.

    Returns:
        The folders that are not there yet, the innermost first.
    """
    return [place for place in (folder / BESIDE, folder, *folder.parents) if not place.exists()]


def take_back(folder: Path, made: Sequence[Path]) -> None:
    """Remove what :func:`claim` and the lock, which is no longer held, left in a folder where no shard was begun.

    Args:
        folder: The output folder.
        made: What was absent before, the innermost first.
    """
    for name in (INPUTS, _RUN, LOCK):
        (folder / BESIDE / name).unlink(missing_ok=True)
    # What somebody else has put there meanwhile stays, and so does what holds it.
    with suppress(OSError):
        for place in made:
            place.rmdir()


def _shards(folder: Path) -> list[Path]:
    """The files that have the name of a shard; other programs call theirs ``part-`` too."""
    return [path for path in folder.glob("part-*") if _SHARD.fullmatch(path.name) and not path.is_dir()]


def _half_written(folder: Path) -> list[Path]:
    return [path for path in folder.glob(".part-*.part") if _HALF_WRITTEN.fullmatch(path.name)]


def _worth_keeping(shard: Path) -> bool:
    """Whether a shard may hold anything, unlike those of a run for which a mistyped option left no document to read."""
    try:
        return read_marker(shard.parent / BESIDE / f"{shard.name.partition('.')[0]}.json").documents > 0
    except InputError:
        return True


def _read_run(path: Path) -> Any:
    if not path.exists():
        return None
    try:
        return read_json(path)
    except InputError:
        return {}


def _difference(job: Job, before: Any, wanted: Mapping[str, Any], inputs: str) -> str:
    if not isinstance(before, dict) or not before:
        return "nothing says which"
    names = [name for name in sorted({*before, *wanted}) if before.get(name, ...) != wanted.get(name, ...)]
    # With the register more files of one and the same model count, so that its digest is another.
    if {"claims", "model"} <= {*names}:
        manifest = read_manifest(Path(job.model))
        if before.get("model") == deciding_digest(manifest, register=not job.claims):
            names.remove("model")
    told = {"inputs": inputs} if inputs else {}
    shown = [
        f"{name}: {told.get(name) or f'{_brief(before, name)} there, {_brief(wanted, name)} here'}"
        for name in names[:3]
    ]
    return "; ".join(shown) + (f"; {len(names) - 3} more" if len(names) > 3 else "")


def _brief(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name, "not told")
    text = "none" if value in (None, []) else str(value)
    return text if len(text) <= 24 else f"{text[:16]}..."


def sweep(folder: Path) -> None:
    """Remove what processes that were killed left half written.

    Args:
        folder: The output folder.
    """
    for path in (*_half_written(folder), *_half_written(folder / CLAIMS), *folder.glob(f"{BESIDE}/.*.part")):
        path.unlink(missing_ok=True)
