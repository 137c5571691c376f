"""Opening and writing files: the only module that does.

Readers stream and keep line numbers; writers write a temporary file beside the target and rename it when it is
complete, so that a target is either whole or as it was.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from avow.errors import InputError, OutputError

STANDARD_STREAM = "-"
_CHUNK = 1 << 20


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Args:
        path: The file.

    Returns:
        Its bytes, as they are.

    Raises:
        InputError: The file is missing or cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def read_text(path: Path) -> str:
    """The content of a UTF-8 file of our own making, line ends as they are.

    Args:
        path: The file.

    Returns:
        Its text.

    Raises:
        InputError: The file is missing, cannot be read, or is not UTF-8.
    """
    data = read_bytes(path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            f"byte {data[error.start]:#04x} is not UTF-8",
            where=f"{path}:{line}",
            expected="text in UTF-8",
            remedy="save the file as UTF-8",
        ) from error


def read_json(path: Path) -> Any:
    """The value in a JSON file.

    Args:
        path: The file.

    Returns:
        The decoded value.

    Raises:
        InputError: The file is missing, not UTF-8, or not JSON.
    """
    text = read_text(path)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON ({error.msg})", where=f"{path}:{error.lineno}:{error.colno}") from error
    except RecursionError as error:
        raise InputError("JSON nested too deeply", where=str(path)) from error


def read_jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSON Lines file of our own making.

    Args:
        path: The file.

    Yields:
        Line number, from 1, and object; empty lines are counted and passed over.

    Raises:
        InputError: A line is not a JSON object.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    value = json.loads(line)
                except (json.JSONDecodeError, RecursionError) as error:
                    raise InputError(
                        f"not JSON ({error})", where=f"{path}:{number}", expected="one JSON object a line"
                    ) from error
                if not isinstance(value, dict):
                    raise InputError(
                        "not a JSON object", where=f"{path}:{number}", expected="one JSON object a line"
                    )
                yield number, value
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8", where=str(path), remedy="save the file as UTF-8") from error
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> InputError:
    """The message for a file that the operating system would not give us.

    Args:
        path: The file.
        error: What the operating system said.

    Returns:
        The error to raise.
    """
    return InputError((error.strerror or str(error)).lower(), where=str(path), remedy="check the path and its permissions")


def ensure_absent(path: Path, *, overwrite: bool) -> None:
    """Refuse a target that exists, before any work is done.

    Args:
        path: The target.
        overwrite: Whether an existing target may be replaced.

    Raises:
        OutputError: The target exists and may not be replaced.
    """
    if path.exists() and not overwrite:
        raise OutputError(
            "exists already", where=str(path), remedy="choose another place or add --overwrite"
        )


@contextmanager
def atomic_writer(path: Path) -> Iterator[IO[bytes]]:
    """A binary stream whose content becomes the file when the block ends well.

    Args:
        path: The target; missing parent folders are made.

    Yields:
        A stream on a temporary file in the target's folder.

    Raises:
        OutputError: The operating system refused to write, for example on a full disk; the target is as it was.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise OutputError(
            f"cannot be written ({(error.strerror or str(error)).lower()})",
            where=str(path),
            remedy="check free space and permissions; nothing was changed",
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file, whole or not at all.

    Args:
        path: The target, or ``-`` for standard output.
        text: Its content.

    Raises:
        OutputError: The file cannot be written.
    """
    if str(path) == STANDARD_STREAM:
        sys.stdout.write(text)
        return
    with atomic_writer(path) as stream:
        stream.write(text.encode("utf-8"))


def write_json(path: Path, value: Any) -> None:
    """Write a value as indented JSON with sorted keys and a final newline.

    Args:
        path: The target.
        value: What to write; NaN and infinity are refused.

    Raises:
        OutputError: The file cannot be written.
    """
    write_text(path, json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n")


def digest_bytes(data: bytes) -> str:
    """The digest that manifests and gates use.

    Args:
        data: Any bytes.

    Returns:
        ``sha256:`` and 64 hexadecimal digits.
    """
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def digest_file(path: Path) -> str:
    """The digest of a file's bytes, read in pieces.

    Args:
        path: The file.

    Returns:
        ``sha256:`` and 64 hexadecimal digits.

    Raises:
        InputError: The file is missing or cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise unreadable(path, error) from error
    return f"sha256:{digest.hexdigest()}"
