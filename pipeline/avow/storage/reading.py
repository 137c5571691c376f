"""Reading files of our own making: bytes, text, JSON and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from avow.errors import InputError


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


def read_json(path: Path, expected: str = "") -> Any:
    """The value in a JSON file.

    Args:
        path: The file.
        expected: What it should be, for the message where it is not JSON.

    Returns:
        The decoded value.

    Raises:
        InputError: The file is missing, not UTF-8, or not JSON, in which there is no NaN and no infinity.
    """
    text = read_text(path)
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise InputError(
            f"not JSON ({json_fault(error)})", where=f"{path}:{error.lineno}", expected=expected, reason="json"
        ) from error
    except RecursionError as error:
        raise InputError("JSON nested too deeply", where=str(path), expected=expected, reason="json") from error
    except ValueError as error:
        raise InputError(f"not JSON ({error})", where=str(path), expected=expected, reason="json") from error


def json_fault(error: json.JSONDecodeError) -> str:
    """What is wrong with JSON, and where in its line.

    Args:
        error: What the parser said; some of its messages end where a place was to follow.

    Returns:
        The fault with its column, from 1.
    """
    return f"{error.msg.removesuffix(' at')} at column {error.colno}"


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


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
                    # With its end what is wrong there would be told as of another line.
                    value = json.loads(line.rstrip("\r\n"))
                except (ValueError, RecursionError) as error:
                    fault = json_fault(error) if isinstance(error, json.JSONDecodeError) else error
                    raise InputError(
                        f"not JSON ({fault})",
                        where=f"{path}:{number}",
                        expected="one JSON object a line",
                        reason="json",
                    ) from error
                if not isinstance(value, dict):
                    raise InputError(
                        "not a JSON object", where=f"{path}:{number}", expected="one JSON object a line", reason="json"
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
    return InputError(
        (error.strerror or str(error)).lower(), where=str(path), remedy="check the path and its permissions"
    )


@contextmanager
def open_binary(path: Path) -> Iterator[IO[bytes]]:
    """A file's bytes as a stream.

    Args:
        path: The file.

    Yields:
        The stream.

    Raises:
        InputError: The file is missing or cannot be read.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error
    with stream:
        yield stream
