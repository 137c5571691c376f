"""Web archives: the pages of a WARC file as documents, other languages and other kinds of records skipped and counted.

FastWARC reads the records (three to seven times as fast as warcio, in the same process, on a WARC of 1,500 pages);
trafilatura finds the main text; py3langid tells the language, by the first two thousand characters.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import IO, Any

from avow.documents import Reader, Reject, mark_furniture
from avow.documents.markup import read_html
from avow.documents.pages import decode_html
from avow.documents.rejects import too_long
from avow.errors import InputError, MissingExtraError
from avow.records import Document
from avow.storage import open_binary, unreadable

Skip = Callable[[str], None]
_SAMPLE = 2000
_CHUNK = 1 << 20
_OK = 200
_HEAD = 1 << 16
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_ZSTANDARD = b"\x28\xb5\x2f\xfd"
_WHOLE_FILES = {b"BZh": "bzip2", b"\xfd7zXZ\0": "xz"}
_BARE = re.compile(rb"WARC/[^\r\n]{1,20}\n")
_ENCODINGS = ("Transfer-Encoding", "Content-Encoding")
# Of many pages this is the nature: they hold no text, or what they hold is no page.
_NO_PAGE = frozenset({"empty", "binary"})
# Each attempt ends where the next one begins, so that pages of opened headlines take linear time.
# Without possessive groups, of which Python 3.11.2 loses the end.
_HEADLINE = re.compile(r"<h1\b[^<>]{0,1000}>((?:(?!</?h1\b).){1,4000})</h1>", re.IGNORECASE | re.DOTALL)
_HEADLINE_WITHIN = 1 << 18
_TAG = re.compile(r"<[^<>]{0,2000}+>")


def blocks(path: Path, size: int) -> Iterator[tuple[int, int]]:
    """Runs of records of an archive.

    Args:
        path: The archive, plain or compressed record by record.
        size: Bytes of the file to a run, at least; a record is never divided.

    Yields:
        Offset of the first byte of a run and after its last one.

    Raises:
        InputError: The file is no archive, is compressed as a whole, or is damaged.
        MissingExtraError: FastWARC is not installed.
    """
    begin = last = 0
    found = False
    broken: InputError | None = None
    with open_binary(path) as stream:
        _refuse_unreadable(stream, str(path))
        try:
            for record in _records(stream, str(path), parse=False):
                last = record.stream_pos
                if found and last - begin >= size:
                    yield begin, last
                    begin = last
                found = True
        except InputError as error:
            broken = error
        if not found:
            raise broken or InputError(
                "empty: no pages in this archive", where=str(path), expected="a WARC file of responses", reason="empty"
            )
        # FastWARC does not tell that a record is cut off.
        whole = _whole_until(stream, last)
        end = stream.seek(0, io.SEEK_END)
    if broken is not None and whole == end:
        whole = last
    if whole > begin:
        yield begin, whole
    if whole < end:
        raise broken or InputError("damaged archive (a record is cut off)", where=str(path), remedy="fetch it anew")


def _refuse_unreadable(stream: IO[bytes], where: str) -> None:
    """Refuse what FastWARC takes for damage and is none, by its beginning."""
    head = stream.read(_HEAD)
    stream.seek(0)
    for mark, name in _WHOLE_FILES.items():
        if head.startswith(mark):
            raise InputError(
                f"compressed as a whole ({name}), so that no record can be found in it",
                where=where,
                expected="a WARC file that is plain, or compressed record by record with gzip or Zstandard",
                remedy="decompress it first",
                reason="compressed",
            )
    with suppress(zlib.error):
        if head.startswith(b"\x1f\x8b"):
            head = zlib.decompressobj(wbits=31).decompress(head, _HEAD)
    if _BARE.match(head):
        raise InputError(
            "the lines of its records' headers end in bare line feeds",
            where=where,
            expected="carriage return and line feed (WARC 1.1, section 4)",
            remedy="write it anew with a library for WARC files",
        )


def _whole_until(stream: IO[bytes], at: int) -> int:
    """Where the first record ends or begins that is not whole, from a place where one begins; else the file's end."""
    while True:
        stream.seek(at)
        head = stream.read(_HEAD)
        if head.startswith(b"\x1f\x8b"):
            after = _after_member(stream, at)
        elif head.startswith(b"WARC/"):
            after = _after_record(stream, at, head)
        else:
            # Line ends that are left over, or a compression whose reader tells itself that a record is cut off.
            return stream.seek(0, io.SEEK_END) if not head.strip() or head.startswith(_ZSTANDARD) else at
        if after is None:
            return at
        at = after


def _after_member(stream: IO[bytes], at: int) -> int | None:
    """Where a gzip member ends, unless it is damaged or cut off."""
    stream.seek(at)
    inflate = zlib.decompressobj(wbits=31)
    try:
        while not inflate.eof:
            data = inflate.unconsumed_tail or stream.read(_CHUNK)
            if not data:
                return None
            inflate.decompress(data, _CHUNK)
    except zlib.error:
        return None
    return stream.tell() - len(inflate.unused_data)


def _after_record(stream: IO[bytes], at: int, head: bytes) -> int | None:
    """Where a plain record ends, unless it is cut off."""
    header, mark, _ = head.partition(b"\r\n\r\n")
    length = _LENGTH.search(header)
    if not mark or length is None:
        return None
    after = stream.seek(at + len(header) + len(mark) + int(length[1])) + len(mark)
    return after if stream.read(len(mark)) == mark else None


def pages(
    stream: IO[bytes],
    where: str,
    *,
    longest: int,
    english: bool,
    dated: bool,
    skip: Skip,
    reject: Callable[[Reject], None],
) -> Iterator[Document]:
    """The documents in a run of records.

    Args:
        stream: The records.
        where: What to call the archive in messages.
        longest: Most bytes of a page, as it is sent and when it is decoded.
        english: Whether to skip other languages.
        dated: Whether to look for the date that the page itself gives, which takes most of the time; otherwise the day
            of the crawl counts.
        skip: Is told the reason of every page that is left out on purpose, or has no text.
        reject: Receives pages that cannot be read.

    Yields:
        Documents by the name of their address.

    Raises:
        InputError: The records are damaged or cannot be read.
    """
    for record in _records(stream, where, parse=True):
        form = _form(record)
        if form is None:
            skip("not a page")
            continue
        address = _address(record)
        try:
            document = _document(record, form, address, longest, dated)
        except InputError as error:
            if error.reason in _NO_PAGE:
                skip(f"page {error.reason}")
            else:
                # Where it is within a page is told after the address.
                detail = str(error) if error.where.startswith(address) else f"{address}: {error}"
                reject(Reject(f"{where}#{address}", error.reason, f"{where}#{detail}"))
            continue
        if english and not is_english(document.text):
            skip("other language")
        else:
            yield document


def is_english(text: str) -> bool:
    """Whether a text is in English, by its first two thousand characters.

    Args:
        text: A text.

    Returns:
        True where English is the likeliest language.

    Raises:
        MissingExtraError: py3langid is not installed.
    """
    try:
        import py3langid
    except ImportError as error:
        raise MissingExtraError("py3langid", "warc", "telling languages apart") from error
    return bool(py3langid.classify(text[:_SAMPLE])[0] == "en")


def _records(stream: Any, where: str, *, parse: bool) -> Iterator[Any]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtraError("fastwarc", "warc", "reading WARC files") from error
    wanted = WarcRecordType.response | WarcRecordType.conversion
    try:
        for record in ArchiveIterator(stream, record_types=wanted, parse_http=parse):
            # The library knows the media type in small letters alone.
            if not record.is_http and _media_type(record.headers.get("Content-Type")) == "application/http":
                record.is_http = True
                if parse:
                    record.parse_http()
            yield record
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise unreadable(Path(where), error) from error
        raise InputError(f"damaged archive ({error})", where=where, remedy="fetch it anew") from error


def _form(record: Any) -> str | None:
    """How a record is read: a page, a text that was taken from one, or not at all."""
    if not record.is_http:
        return "text" if _media_type(record.headers.get("Content-Type")) == "text/plain" else None
    headers = record.http_headers
    if headers is None or headers.status_code != _OK:
        return None
    return "html" if _media_type(record.http_content_type) in {"text/html", "application/xhtml+xml"} else None


def _media_type(told: str | None) -> str:
    # Its case does not matter (RFC 9110, 8.3.1), and a header that was sent twice may be joined by a comma.
    return re.split("[;,]", told or "", maxsplit=1)[0].strip().lower()


def _address(record: Any) -> str:
    told: str = record.headers.get("WARC-Target-URI") or record.record_id
    # As WARC 1.0 has it, and some crawlers write.
    return told[1:-1] if told.startswith("<") and told.endswith(">") else told


def _day(record: Any) -> str:
    """The day of the crawl, where the record tells one that there is."""
    told = (record.headers.get("WARC-Date") or "").strip()[:10]
    try:
        day = date.fromisoformat(told).isoformat()
    except ValueError:
        return ""
    return day if day == told else ""


def _document(record: Any, form: str, address: str, longest: int, dated: bool) -> Document:
    data = b""
    over = record.content_length > longest
    if not over:
        data = record.reader.read()
        if form == "html":
            data = _decoded(data, record.http_headers, address, longest)
            over = len(data) > longest
    if over:
        raise too_long(address, longest)
    if form == "text":
        _ensure_utf8(data, address)
        document = Reader(encoding="utf-8").whole(data, address, form)
    else:
        body = decode_html(data, address, record.http_charset)
        document = mark_furniture(replace(read_html(body, address, facts=dated), title=_headline(body)))
    return document if document.date else replace(document, date=_day(record))


def _ensure_utf8(data: bytes, address: str) -> None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise InputError(
            f"wrong encoding: not utf-8 (at byte {error.start})",
            where=address,
            expected="a text record in UTF-8",
            remedy="score the archive of the responses that it was made from",
            reason="encoding",
        ) from error


def _decoded(data: bytes, headers: Any, address: str, longest: int) -> bytes:
    """The body of a response without its encodings of transfer and content, at most a byte longer than the longest."""
    told = [(name, value) for name in _ENCODINGS if (value := (headers.get(name) or "").lower())]
    if not told:
        return data
    try:
        return _undone(data, told, "all", longest + 1)
    except OSError as error:
        # Crawlers that store what they have decoded often leave the header as it was.
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            return data
        bare = _inflated(data, told, longest + 1) if told[-1] == ("Content-Encoding", "deflate") else None
        if bare is not None:
            return bare
        names = ", ".join(value for _, value in told)
        raise InputError(
            f"the compressed data are damaged, or not compressed as the header says ({names[:40]})",
            where=address,
            reason="compressed",
        ) from error


def _undone(data: bytes, told: list[tuple[str, str]], which: str, size: int) -> bytes:
    """Up to a number of bytes of a body without its encodings of transfer, or of content too."""
    from fastwarc.warc import WarcRecord

    # A record of its own, so that damage to one does not stop the archive.
    lines = "".join(f"{name}: {value.replace('x-gzip', 'gzip')}\r\n" for name, value in told)
    record: Any = WarcRecord()
    record.is_http = True
    record.set_bytes_content(f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode("latin-1", "replace") + data)
    record.parse_http(auto_decode=which)
    body: bytes = record.reader.read(size)
    return body


def _inflated(data: bytes, told: list[tuple[str, str]], size: int) -> bytes | None:
    """What is deflated without the header of zlib, as some servers send it and browsers read it (RFC 9110, 8.4.1.2)."""
    inflate = zlib.decompressobj(wbits=-15)
    try:
        body = inflate.decompress(_undone(data, told, "transfer", len(data)), size)
    except (OSError, zlib.error):
        return None
    return body if inflate.eof or len(body) == size else None


def _headline(body: str) -> str:
    """The page's headline, so that its repetition in the main text is known for what it is."""
    found = _HEADLINE.search(body, 0, _HEADLINE_WITHIN)
    return "" if found is None else " ".join(unescape(_TAG.sub(" ", found[1])).split())
