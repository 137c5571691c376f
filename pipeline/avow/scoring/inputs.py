"""The files that inputs stand for, as they were when the work was planned."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from avow.documents.formats import format_by_name, sniff
from avow.documents.places import expand
from avow.documents.rejects import MEGABYTE, Reject
from avow.documents.telling import log
from avow.errors import InputError, UsageError
from avow.scoring.job import Source
from avow.storage import clean, digest_file, open_stream, read_jsonl, unreadable

_HEAD = 1 << 16
# Takes a second or two.
_DIGESTED = 1000 * MEGABYTE
_SMALLEST, _LARGEST, _SHARE = MEGABYTE, 16 * MEGABYTE, 256
_SHOWN = 3
_ARCHIVE = re.compile(r"\.warc(\.gz|\.zst)?\Z")


def sources(
    inputs: Sequence[str | Path],
    form: str | None,
    encoding: str | None = None,
    *,
    table: bool = False,
    reject: Callable[[Reject], None] | None = None,
) -> list[Source]:
    """The files that inputs stand for, as they are now.

    Args:
        inputs: Files, folders, globs.
        form: Their format where it is given.
        encoding: Their encoding where it is given, which tells the beginning of a file without a telling name.
        table: Whether a column is named, so that such a file is a table where nothing else is told.
        reject: Receives what a folder or a glob stands for and is not there, such as what a link names that has gone;
            without it the first one is raised.

    Returns:
        Files in the order of inputs.

    Raises:
        InputError: An input is not there, or there is nothing in any.
        UsageError: Standard input is asked for, which cannot be taken up again.
    """
    found: list[Source] = []
    missing: list[InputError] = []

    def note(error: InputError) -> None:
        if reject is None or error.where in named:
            raise error
        missing.append(error)
        reject(Reject(error.where, error.reason, str(error)))

    named = {str(Path(item)) for item in inputs}
    for item in inputs:
        if str(item) == "-":
            raise UsageError(
                "standard input cannot be scored in shards", remedy="save it to a file, or use avow predict -"
            )
        for path in expand(item, note):
            assert path is not None
            try:
                state = stat_of(path)
            except InputError as error:
                note(error)
                continue
            found.append(Source(str(path), form or format_of(path, encoding, table=table), state[0], state[1]))
    if missing and not found:
        raise missing[0]
    for path_again, count in Counter(file.path for file in found).items():
        if count > 1:
            log().warning("%s: named %d times, and scored as often", path_again, count)
    return found


def with_digests(files: Sequence[Source], path: Path) -> list[Source]:
    """Files with digests of their content, by which one that was only copied or touched is known for what it was.

    Args:
        files: The inputs.
        path: The inputs that an earlier run kept, if any, of which those of the same size and time are not read again.

    Returns:
        The files; as they are where together they take longer to read than one would wait.
    """
    if sum(file.size for file in files) > _DIGESTED:
        return list(files)
    before = _kept(path)

    def digest(file: Source) -> str:
        known = before.get(clean(file.path))
        if known is not None and known.digest and (known.size, known.modified) == (file.size, file.modified):
            return known.digest
        try:
            return digest_file(Path(file.path))
        except InputError:
            # It is told when it is to be scored.
            return ""

    return [replace(file, digest=digest(file)) for file in files]


def _kept(path: Path) -> dict[str, Source]:
    """The inputs that an earlier run kept, by name; none where nothing tells."""
    try:
        return {row["path"]: Source(**row) for _, row in read_jsonl(path)}
    except (InputError, KeyError, TypeError):
        return {}


def stat_of(path: Path) -> tuple[int, int]:
    """Size and time of change of a file.

    Args:
        path: The file.

    Returns:
        Bytes and nanoseconds.

    Raises:
        InputError: It is not there.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise unreadable(path, error) from error
    return state.st_size, state.st_mtime_ns


def format_of(path: Path, encoding: str | None = None, *, table: bool = False) -> str:
    """The format of a file by its name, or by its beginning.

    Args:
        path: The file.
        encoding: Its encoding where it is given.
        table: Whether a column is named.

    Returns:
        A format; ``text`` too where it cannot be read, which shows when it is.
    """
    known = format_by_name(path)
    if _ARCHIVE.search(path.name.lower()):
        known = "warc"
    if known is not None:
        return known
    try:
        with open_stream(path) as stream:
            return sniff(stream.peek(_HEAD)[:_HEAD], str(path), encoding, table=table)  # type: ignore[attr-defined]
    except InputError:
        return "text"


def shard_size(files: Iterable[Source]) -> int:
    """Bytes of input to a shard, by the bytes of all inputs.

    Args:
        files: The inputs.

    Returns:
        A 256th of them, but between 1 and 16 MB.
    """
    return min(_LARGEST, max(_SMALLEST, sum(file.size for file in files) // _SHARE))


def digest_of(files: Iterable[Source]) -> str:
    """A digest of names, sizes, and contents or times of inputs.

    Args:
        files: The inputs.

    Returns:
        64 hexadecimal digits.
    """
    digest = hashlib.sha256()
    for file in files:
        digest.update(
            f"{file.path}\0{file.form}\0{file.size}\0{file.digest or file.modified}\n".encode(
                "utf-8", "surrogateescape"
            )
        )
    return digest.hexdigest()


def changes(path: Path, files: Iterable[Source]) -> str:
    """How inputs differ from those of an earlier run.

    Args:
        path: The inputs that an earlier run kept, as JSON Lines.
        files: The inputs now.

    Returns:
        The first names that were added, removed or changed, and how many more there are; empty where nothing tells.
    """
    before = _kept(path)
    if not before:
        return ""
    here = {clean(file.path): file for file in files}
    found = {
        "added": [name for name in here if name not in before],
        "removed": [name for name in before if name not in here],
        "changed": [name for name, file in here.items() if name in before and before[name].state != file.state],
    }
    told = [f"{word} {_named(names)}" for word, names in found.items() if names]
    return ", ".join(told) or "in another order, or named another number of times"


def _named(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def verify(source: Source) -> None:
    """Make sure that a file is what was planned with.

    Args:
        source: The file.

    Raises:
        InputError: It has gone or changed, so that its shards would not fit together.
    """
    where = Path(source.path)
    try:
        state = stat_of(where)
    except InputError as error:
        raise InputError(
            f"{error.what}, but it was there when the run began",
            where=source.path,
            remedy="put it back and run the same command to go on",
        ) from error
    if state != (source.size, source.modified) and not (state[0] == source.size and _same(source, state[1])):
        raise InputError("changed while it was being scored", where=source.path, remedy="run again into another folder")


@lru_cache
def _same(source: Source, modified: int) -> bool:
    """Whether a file that was touched holds what it did; read once for all its pieces."""
    return bool(source.digest) and digest_file(Path(source.path)) == source.digest
