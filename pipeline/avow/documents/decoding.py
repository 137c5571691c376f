"""Bytes to text: byte order marks, UTF-8, then a guess; binary data are refused."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from functools import cache
from typing import IO

from avow.documents.telling import log
from avow.errors import InputError, UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ANY_MARK = tuple(mark for mark, _ in _MARKS)
_BINARY = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP archive, or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x80\x04\x95": "a pickle",
    b"\x7fELF": "a program",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"SQLite format 3": "a database",
}
_CHUNK = 1 << 18
_FEW = 50
"""Among as many bytes of text a NUL is a slip; those that UTF-16 or binary data are made of stand closer together."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes, where: str, encoding: str | None = None) -> str:
    """The text in some bytes.

    Args:
        data: The bytes.
        where: What to call them in messages.
        encoding: The encoding where it is known.

    Returns:
        The text, line ends as they are, without a byte order mark.

    Raises:
        InputError: The data are binary, or not in the encoding.
    """
    codec = told_codec(data, where, encoding)
    if codec is not None:
        return strict(data, where, codec)
    refuse_binary(data, where)
    return detected(data, where)


@cache
def codec_name(encoding: str) -> str:
    """Python's own name of an encoding of text.

    Args:
        encoding: Any of its names.

    Returns:
        The name.

    Raises:
        LookupError: There is no such encoding, or it is not one of text.
    """
    # The class asks for an encoding of text, which the register of codecs does not tell.
    io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    return codecs.lookup(encoding).name


def check_encoding(encoding: str) -> None:
    """Refuse an encoding that Python does not know, or one that is no encoding of text.

    Args:
        encoding: Its name.

    Raises:
        UsageError: The name is unknown.
    """
    try:
        codec_name(encoding)
    except (LookupError, ValueError) as error:
        raise UsageError(f"unknown encoding {encoding!r}", expected="a name such as utf-8 or cp1252") from error


def told_codec(head: bytes, where: str, encoding: str | None) -> str | None:
    """The codec that the user or a byte order mark tells.

    Args:
        head: The first bytes.
        where: What to call them in messages.
        encoding: The encoding that the user named.

    Returns:
        The name of a codec that takes a byte order mark away where there is one; ``None`` where nothing is told.

    Raises:
        InputError: The encoding is unknown.
    """
    marked = None
    if head.startswith(_ANY_MARK):
        marked = next(name for mark, name in _MARKS if head.startswith(mark))
    if encoding is None:
        return marked
    try:
        name = codec_name(encoding)
    except LookupError as error:
        raise _unknown(encoding, where) from error
    return marked if marked and name.startswith(marked.removesuffix("-sig")) else encoding


def is_wide(codec: str) -> bool:
    """Whether a line end takes more than the byte 0x0A in an encoding, as in UTF-16.

    Args:
        codec: The name of a codec.

    Returns:
        True where the bytes cannot be divided into lines before they are decoded.
    """
    return codec != "utf-8-sig" and "\n".encode(codec) != b"\n"


def utf8_lines(stream: IO[bytes], where: str, encoding: str | None) -> tuple[IO[bytes] | Iterator[bytes], str | None]:
    """The lines of a stream and their encoding: UTF-8 where the stream's own has line ends of several bytes.

    Args:
        stream: A buffered stream.
        where: What to call it in messages.
        encoding: The encoding that the user named.

    Returns:
        Lines as bytes, and the encoding to decode them from, ``None`` where nothing is told.

    Raises:
        InputError: The encoding is unknown; while lines are read, that the bytes are not in it.
    """
    codec = told_codec(stream.peek(4), where, encoding)  # type: ignore[attr-defined]
    if codec is None or not is_wide(codec):
        return stream, encoding
    return (line.encode() for line in _decoded_lines(stream, where, codec)), None


def _decoded_lines(stream: IO[bytes], where: str, codec: str) -> Iterator[str]:
    pieces: list[str] = []
    number = 1
    try:
        for part in codecs.iterdecode(iter(lambda: stream.read(_CHUNK), b""), codec):
            first, *rest = part.split("\n")
            pieces.append(first)
            for line in rest:
                yield "".join(pieces)
                pieces = [line]
                number += 1
    except UnicodeError as error:
        raise _wrong(codec, f"{where}:{number}") from error
    yield "".join(pieces)


def refuse_binary(data: bytes, where: str, *, by_row: bool = False) -> None:
    """Refuse what is not text.

    Args:
        data: The first bytes of a file or all of it.
        where: What to call it in messages.
        by_row: Whether rows with a NUL are refused one by one, so that a few of them are no reason to refuse all.

    Raises:
        InputError: The data begin like a known binary format or hold a NUL.
    """
    for magic, name in _BINARY.items():
        if data.startswith(magic):
            raise InputError(
                f"binary: this is {name}",
                where=where,
                expected="text",
                remedy="extract its text first",
                reason="binary",
            )
    at = data.find(b"\0")
    if by_row and b"\0" not in data.partition(b"\n")[0] and data.count(0) * _FEW <= len(data):
        return
    if at >= 0:
        raise InputError(
            "binary: a NUL byte",
            where=line_of(data, at, where),
            expected="text",
            remedy="for UTF-16 without a byte order mark give --encoding utf-16-le or utf-16-be",
            reason="binary",
        )


def without_surrogates(text: str, where: str) -> str:
    """A text with each lone surrogate replaced by U+FFFD, one for one, so that offsets hold.

    Args:
        text: A text, as a JSON escape can bring it.
        where: What to call it in the log.

    Returns:
        A text that every encoding of Unicode can write.
    """
    if text.isascii():
        return text
    clean, count = _SURROGATE.subn("\ufffd", text)
    if count:
        log().warning("%s: %d lone surrogates replaced by U+FFFD", where, count)
    return clean


def detected(data: bytes, where: str) -> str:
    """The text in bytes of which nothing tells the encoding: UTF-8, or a guess.

    Args:
        data: The bytes.
        where: What to call them in messages.

    Returns:
        The text.

    Raises:
        InputError: No encoding fits.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        from avow.documents.guessing import decode_by_guess

        return decode_by_guess(data, where, error)


def strict(data: bytes, where: str, encoding: str) -> str:
    """The text in bytes of an encoding that is told.

    Args:
        data: The bytes.
        where: What to call them in messages.
        encoding: The name of a codec.

    Returns:
        The text.

    Raises:
        InputError: The bytes are not in it.
    """
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        raise _wrong(f"{encoding} (at byte {start})", line_of(data, start, where)) from error


def line_of(data: bytes, at: int, where: str) -> str:
    """The line on which a byte stands.

    Args:
        data: The bytes.
        at: Which of them.
        where: What to call them in messages.

    Returns:
        Their name with the number of the line; their name alone where they are one line, whose number it may tell.
    """
    if b"\n" not in data.rstrip(b"\r\n"):
        return where
    line = data.count(b"\n", 0, at) + 1
    return f"{where}:{line}"


def _unknown(encoding: str, where: str) -> InputError:
    return InputError(
        f"unknown encoding {encoding}", where=where, remedy="name one such as utf-8 or cp1252", reason="encoding"
    )


def _wrong(encoding: str, where: str) -> InputError:
    return InputError(
        f"wrong encoding: not {encoding}",
        where=where,
        remedy="leave --encoding out to have it guessed, or name another",
        reason="encoding",
    )
