"""Writing a temporary file beside the target, renamed when it is complete: a target is whole or as it was."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from avow.errors import OutputError
from avow.storage.encoding import encode


@contextmanager
def atomic_writer(path: Path) -> Iterator[IO[bytes]]:
    """A binary stream whose content becomes the file when the block ends well.

    Args:
        path: The target; missing parent folders are made. A link stays one, and its target is written; a device or a
            pipe is written to as it is.

    Yields:
        A stream on a temporary file in the target's folder.

    Raises:
        OutputError: The operating system refused to write, for example on a full disk; the target is as it was.
    """
    import secrets

    temporary: Path | None = None
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as stream:
                yield stream
            return
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        # Not a file of the module tempfile, which nobody else may read: asking for the umask sets it, for all threads.
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        with temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
        temporary = None
    except OSError as error:
        raise OutputError(
            f"cannot be written ({(error.strerror or str(error)).lower()})",
            where=str(path),
            remedy="check free space and permissions; what was there before is as it was",
        ) from error
    finally:
        if temporary is not None:
            # Where nothing can be written nothing can be removed, and what is told is why it could not be written.
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all.

    Args:
        path: The target.
        data: Its content.

    Raises:
        OutputError: The file cannot be written.
    """
    with atomic_writer(path) as stream:
        stream.write(data)


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file, whole or not at all.

    Args:
        path: The target.
        text: Its content; a lone surrogate, which UTF-8 has no bytes for, is written as U+FFFD.

    Raises:
        OutputError: The file cannot be written.
    """
    write_bytes(path, encode(text))


def write_json(path: Path, value: Any) -> None:
    """Write a value as indented JSON with sorted keys and a final newline.

    Args:
        path: The target.
        value: What to write; NaN and infinity are refused.

    Raises:
        OutputError: The file cannot be written.
    """
    write_text(path, json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n")


def write_jsonl(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write objects as JSON Lines.

    Args:
        path: The target.
        rows: The objects, written as they are taken.

    Raises:
        OutputError: The file cannot be written.
    """
    with atomic_writer(path) as stream:
        for row in rows:
            stream.write(encode(json.dumps(row, ensure_ascii=False) + "\n"))
