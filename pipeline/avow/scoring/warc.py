"""Web archives: the pages of a WARC file as documents, other languages and other kinds of records skipped and counted.

FastWARC reads the records (three to seven times as fast as warcio, in the same process, on a WARC of 1,500 pages);
trafilatura finds the main text; py3langid tells the language, by the first two thousand characters.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import IO, Any

from avow.documents import Reader, mark_furniture
from avow.documents.decoding import refuse_binary
from avow.documents.markup import read_html
from avow.documents.reading import reason_of
from avow.errors import InputError, MissingExtraError
from avow.records import Document
from avow.storage import open_binary

Skip = Callable[[str], None]
_SAMPLE = 2000
_CHUNK = 1 << 20
_OK = 200
_HEADLINE = re.compile(rb"<h1\b[^>]{0,1000}>(.{1,4000}?)</h1>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(rb"<[^>]{0,2000}>")


def blocks(path: Path, size: int) -> Iterator[tuple[int, int]]:
    """Runs of records of an archive.

    Args:
        path: The archive, plain or compressed record by record.
        size: Bytes of the file to a run, at least; a record is never divided.

    Yields:
        Offset of the first byte of a run and after its last one.

    Raises:
        InputError: The file is no archive, or is damaged.
        MissingExtraError: FastWARC is not installed.
    """
    begin = last = None
    with open_binary(path) as stream:
        for record in _records(stream, str(path), parse=False):
            at = last = record.stream_pos
            if begin is None:
                begin = 0
            elif at - begin >= size:
                yield begin, at
                begin = at
        if begin is None or last is None:
            raise InputError("empty: no pages in this archive", where=str(path), expected="a WARC file of responses")
        end = stream.seek(0, io.SEEK_END)
        yield begin, end
        stream.seek(last)
        _ensure_whole(stream, path)


def _ensure_whole(stream: IO[bytes], path: Path) -> None:
    """Make sure that the last record is complete, which FastWARC does not tell."""
    head = stream.peek(2)[:2] if isinstance(stream, io.BufferedReader) else b""
    if head == b"\x1f\x8b":
        inflate = zlib.decompressobj(wbits=31)
        while not inflate.eof and (data := stream.read(_CHUNK)):
            inflate.decompress(data)
        whole = inflate.eof
    else:
        stream.seek(-4, io.SEEK_END)
        whole = head != b"WA" or stream.read(4) == b"\r\n\r\n"
    if not whole:
        raise InputError("damaged archive (its last record is cut off)", where=str(path), remedy="fetch it anew")


def pages(data: bytes, where: str, *, longest: int, english: bool, dated: bool, skip: Skip) -> Iterator[Document]:
    """The documents in a run of records.

    Args:
        data: The records.
        where: What to call the archive in messages.
        longest: Most bytes of a page.
        english: Whether to skip other languages.
        dated: Whether to look for the date that the page itself gives, which takes most of the time; otherwise the day
            of the crawl counts.
        skip: Is told the reason of every page that is left out.

    Yields:
        Documents by the name of their address.

    Raises:
        InputError: The records are damaged.
    """
    for record in _records(io.BytesIO(data), where, parse=True):
        form = _form(record)
        if form is None:
            skip("not a page")
        elif record.content_length > longest:
            skip("too long")
        else:
            try:
                document = _document(record, form, dated)
            except InputError as error:
                skip(f"page {reason_of(error)}")
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
        yield from ArchiveIterator(stream, record_types=wanted, parse_http=parse)
    except (OSError, ValueError) as error:
        raise InputError(f"damaged archive ({error})", where=where, remedy="fetch it anew") from error


def _form(record: Any) -> str | None:
    """How a record is read: a page, a text that was taken from one, or not at all."""
    if not record.is_http:
        return "text" if (record.headers.get("Content-Type") or "").startswith("text/plain") else None
    headers = record.http_headers
    kind = record.http_content_type or ""
    if headers is None or headers.status_code != _OK:
        return None
    return "html" if kind in {"text/html", "application/xhtml+xml"} else None


def _document(record: Any, form: str, dated: bool) -> Document:
    address = record.headers.get("WARC-Target-URI") or record.record_id
    crawled = (record.headers.get("WARC-Date") or "")[:10]
    data = record.reader.read()
    if form == "text":
        document = Reader(encoding="utf-8").whole(data, address, form)
    else:
        document = _marked_page(data, address, record.http_charset, dated)
    return document if document.date else replace(document, date=crawled)


def _marked_page(data: bytes, address: str, encoding: str | None, dated: bool) -> Document:
    refuse_binary(data[:_SAMPLE], address)
    try:
        document = read_html(data, address, encoding, facts=dated)
    except InputError as error:
        if not encoding or "encoding" not in error.what:
            raise
        # What a server says of the encoding is often wrong.
        document = read_html(data, address, None, facts=dated)
    return mark_furniture(replace(document, title=_headline(data)))


def _headline(data: bytes) -> str:
    """The page's headline, so that its repetition in the main text is known for what it is."""
    found = _HEADLINE.search(data)
    if found is None:
        return ""
    return " ".join(unescape(_TAG.sub(b" ", found[1]).decode("utf-8", "replace")).split())
