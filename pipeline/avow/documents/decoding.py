"""Bytes to text: byte order marks, UTF-8, then a guess; binary data are refused."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from functools import cache
from typing import IO, TYPE_CHECKING

from avow.errors import InputError, visible

if TYPE_CHECKING:
    from logging import Logger, LogRecord

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
# What browsers take the labels of pages for, by Python's names of what the labels say (https://encoding.spec.whatwg.org):
# many pages name an encoding and are written in a larger one. No other codec is opened by what a page says.
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-16-le",
}
_OF_PAGES = re.compile(
    r"utf-8|utf-16-[bl]e|cp(?:125\d|866|874|932|949)|iso8859-\d+|koi8-[ru]|mac-roman|gb18030|big5hkscs|euc_jp|iso2022_jp"
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s{0,20}=\s{0,20}[\"']?([\w:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 1 << 18
_REPLACEMENT = "\ufffd".encode()
_FEW = 50
"""Among as many bytes of text a NUL is a slip; those that UTF-16 or binary data are made of stand closer together."""
_FOREIGN = 0.3
"""Up to what share of the letters of Latin text have an accent or are none of ASCII's."""
_IN_WORD = re.compile(r"[^\W\d_][¹²³¼½¾¿¡¤¦¨¬¯±µ¶×÷][^\W\d_]|[a-z][À-ÖØ-ÞŠŒŽŸ](?![a-z]{2})|[À-ÖØ-öø-ÿ]{4}")
"""What Latin text does not have: a mark inside a word, a capital at the end of one, four accents on end."""
_SINGLE_BYTE = ["mac_roman", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "koi8_r"]
_SAID: set[str] = set()
"""Encodings of which it has been said that text was taken for them."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def log() -> Logger:
    """Where guesses are told; imported when there is something to tell.

    Returns:
        The package's logger.
    """
    import logging

    logger = logging.getLogger("avow")
    logger.addFilter(_shown)
    return logger


def _shown(record: LogRecord) -> bool:
    # Names of files and columns are made by others.
    record.msg, record.args = visible(record.getMessage()), ()
    return True


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
        return _strict(data, where, codec)
    refuse_binary(data, where)
    return _detected(data, where)


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
        for part in codecs.iterdecode(iter(lambda: stream.read(_SAMPLE), b""), codec):
            first, *rest = part.split("\n")
            pieces.append(first)
            for line in rest:
                yield "".join(pieces)
                pieces = [line]
                number += 1
    except UnicodeError as error:
        raise _wrong(codec, f"{where}:{number}") from error
    yield "".join(pieces)


def decode_html(data: bytes, where: str, charset: str | None = None) -> str:
    """The text of a page, decoded as browsers do it.

    A byte order mark counts first, then what the server says, then what the page declares, then what the bytes tell.
    A label that the bytes contradict is passed over.

    Args:
        data: The page.
        where: What to call it in messages.
        charset: The label in the header of the response, where there is one.

    Returns:
        The page without a byte order mark. Where only a label fits that is not UTF-8's, and in damaged UTF-8, bytes
        that it does not know are U+FFFD.

    Raises:
        InputError: The page begins as binary data do, or no encoding fits.
    """
    marked = told_codec(data, where, None)
    declared = _DECLARED.search(data[:_HEAD])
    labels = (charset, declared[1].decode("ascii", "replace") if declared else None)
    told = [codec for label in labels if label and (codec := _browsers_codec(label, data))]
    if not any(map(is_wide, (marked,) if marked else told)):
        refuse_binary(data[:_HEAD], where)
    if marked:
        return _strict(data, where, marked)
    for codec in dict.fromkeys((*told, "utf-8")):
        try:
            return data.decode(codec)
        except UnicodeError:
            log().info("%s: cannot be decoded as %s", where, codec)
    legacy = next((codec for codec in told if codec != "utf-8"), None)
    if legacy is None and _damage(data):
        legacy = "utf-8"
    return _detected(data, where) if legacy is None else data.decode(legacy, "replace")


def _browsers_codec(label: str, data: bytes) -> str | None:
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    codec = _LARGER.get(name, name)
    if codec.startswith("utf-16") and data[:2].count(0) != 1:
        # Of the two bytes of a mark or a blank, with which pages begin, one is NUL.
        return "utf-8"
    return codec if _OF_PAGES.fullmatch(codec) else None


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
        line = data.count(b"\n", 0, at) + 1
        raise InputError(
            "binary: a NUL byte",
            where=f"{where}:{line}",
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


def _detected(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, where, error)


def _strict(data: bytes, where: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        line = data.count(b"\n", 0, start) + 1
        raise _wrong(f"{encoding} (at byte {start})", f"{where}:{line}") from error


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


def _guess(data: bytes, where: str, error: UnicodeDecodeError) -> str:
    begin = max(0, error.start - _SAMPLE // 2)
    line = data.count(b"\n", 0, error.start) + 1
    place = f"{where}:{line}" if b"\n" in data.rstrip(b"\r\n") else where
    codec = guess_codec(data[begin : begin + _SAMPLE], place)
    try:
        return data.decode(codec)
    except UnicodeError as wrong:
        raise InputError(
            f"wrong encoding: not UTF-8, and not {codec} throughout, as was guessed",
            where=where,
            remedy="name the encoding with --encoding",
            reason="encoding",
        ) from wrong


def guess_codec(sample: bytes, where: str) -> str:
    """The encoding of text that is not UTF-8.

    Text in Latin letters is taken for Windows-1252 where it then has nothing but letters beside its letters: of a few
    bytes above 127 a detector by frequencies can tell Norwegian from Polish only by luck, and most English text that is
    not UTF-8 is in that encoding. All else is left to the detector. The first guess of each encoding is a warning.

    Args:
        sample: The bytes, or enough of them.
        where: What to call them in messages.

    Returns:
        The name of a codec.

    Raises:
        InputError: The sample is UTF-8 but for a few bytes, or no encoding fits.
    """
    broken = _damage(sample)
    if broken:
        raise InputError(
            f"wrong encoding: UTF-8, but {broken} of its characters are broken",
            where=where,
            expected="UTF-8 throughout",
            remedy="repair it, or name its encoding with --encoding",
            reason="encoding",
        )
    codec = "cp1252" if _reads_as_latin(sample) else _by_frequencies(sample, where)
    tell = log().info if codec in _SAID else log().warning
    _SAID.add(codec)
    tell("%s: not UTF-8; read as %s by guess; if letters are wrong, name --encoding", where, codec)
    return codec


def _damage(sample: bytes) -> int:
    """How many characters are broken in UTF-8, of which most are whole; 0 where it is in another encoding.

    Read in that other encoding, all its whole characters would be wrong.
    """
    text = sample.decode("utf-8", "replace")
    broken = max(1, text.count("\ufffd") - sample.count(_REPLACEMENT))
    whole = sum(not char.isascii() and char != "\ufffd" for char in text)
    return broken if whole >= broken else 0


def _reads_as_latin(sample: bytes) -> bool:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    letters = sum(map(str.isalpha, text))
    strange = sum(char.isalpha() and not char.isascii() for char in text)
    return strange <= _FOREIGN * letters and not _IN_WORD.search(text)


def _by_frequencies(sample: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    # Among a few bytes above 127 a detector sees any script of the East.
    mostly_ascii = sum(byte > 127 for byte in sample) <= _FOREIGN * len(sample)
    best = from_bytes(sample, cp_isolation=_SINGLE_BYTE if mostly_ascii else None, cp_exclusion=["cp1252"]).best()
    if best is None:
        raise InputError(
            "wrong encoding: not UTF-8, and no other encoding fits",
            where=where,
            remedy="name the encoding with --encoding",
            reason="encoding",
        )
    return best.encoding
