"""Rows of JSON Lines and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from avow.documents.decoding import decode, told_codec
from avow.errors import InputError
from avow.storage import json_fault

if TYPE_CHECKING:
    from avow.documents.unusable import Fault, Row


def json_lines(
    stream: Iterable[bytes], where: str, encoding: str | None, fault: Fault, *, first: int = 1
) -> Iterator[Row]:
    """The objects of a JSON Lines stream.

    Args:
        stream: Its lines.
        where: What to call it in messages.
        encoding: Its encoding; UTF-8 where ``None``.
        fault: Receives the error of each bad line.
        first: Number of the first line, where the stream is a part of a file.

    Yields:
        Line number and object.

    Raises:
        InputError: The encoding is unknown.
    """
    told_codec(b"", where, encoding)
    for number, raw in enumerate(stream, start=first):
        if not raw.strip():
            continue
        place = f"{where}:{number}"
        try:
            # With the end of the line what is wrong there would be told as of another line.
            line = raw.decode(encoding or "utf-8").rstrip("\r\n")
            value = json.loads(line.removeprefix("\ufeff") if number == 1 else line)
        except UnicodeError:
            remedy = "name another --encoding" if encoding else "give --encoding"
            fault(
                InputError(f"wrong encoding: not {encoding or 'UTF-8'}", where=place, remedy=remedy, reason="encoding")
            )
        except (ValueError, RecursionError) as error:
            fault(
                InputError(
                    f"broken JSON ({_reason(error)})", where=place, expected="one JSON object a line", reason="json"
                )
            )
        else:
            if isinstance(value, dict):
                yield number, value
            else:
                fault(
                    InputError(
                        "JSON that is not an object",
                        where=place,
                        expected='an object such as {"text": ...}',
                        reason="json",
                    )
                )


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return json_fault(error)
    return "nested too deeply" if isinstance(error, RecursionError) else "a number of too many digits"


def json_array(data: bytes, where: str, encoding: str | None, fault: Fault | None = None) -> Iterator[Row]:
    """The objects of a JSON file that holds one object or an array of them.

    Args:
        data: Its bytes.
        where: What to call it in messages.
        encoding: Its encoding where known.
        fault: Receives the error of each item that is no object; without it the first one is raised.

    Yields:
        Position, from 1, and object.

    Raises:
        InputError: The data are not JSON or hold something else.
    """
    text = decode(data, where, encoding)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        place = f"{where}:{error.lineno}" if isinstance(error, json.JSONDecodeError) else where
        raise InputError(f"broken JSON ({_reason(error)})", where=place, reason="json") from error
    for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
        if isinstance(item, dict):
            yield number, item
            continue
        odd = InputError(
            "JSON that is not an object",
            where=f"{where}:{number}",
            expected='objects such as {"text": ...}',
            reason="json",
        )
        if fault is None:
            raise odd
        fault(odd)
