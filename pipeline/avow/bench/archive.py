"""What a page of a web archive costs, step by step, on an archive that is made of our own documents."""

from __future__ import annotations

import gzip
import io
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from avow.bench import Rate, pinned, rates
from avow.bench.corpus import seed_documents
from avow.corpus import GoldDocument
from avow.documents.rejects import LONGEST
from avow.models import load
from avow.prediction import predict_documents
from avow.scoring import warc
from avow.storage import atomic_writer, read_range

_BLOCK = 1 << 20
_CLUTTER = '<a href="/section">Section</a> ' * 100


def run(seeds: Path, folder: Path, pages: int) -> list[Rate]:
    """Read an archive on one core.

    Args:
        seeds: Corpus whose documents become pages.
        folder: The model.
        pages: How many pages; documents are repeated under new addresses.

    Returns:
        Pages a second: labelling first, main text and language, then finding the records.

    Raises:
        ModelError: There is no model, or one that cannot be read.
        InputError: The corpus is not there, or breaks the format.
    """
    model = load(folder)
    model.prepare()
    with tempfile.TemporaryDirectory() as name, pinned():
        path = Path(name, "pages.warc.gz")
        write(path, seed_documents(seeds), pages)
        begin = perf_counter()
        blocks = list(warc.blocks(path, _BLOCK))
        planned = perf_counter()
        documents = [
            document
            for start, stop in blocks
            for document in warc.pages(
                io.BytesIO(read_range(path, start, stop)),
                str(path),
                longest=LONGEST,
                english=True,
                dated=False,
                skip=lambda reason: None,
                reject=lambda page: None,
            )
        ]
        extracted = perf_counter()
        for _ in predict_documents(model, documents, many=True):
            pass
        labelled = perf_counter()
    return rates(
        {
            "splitting and labelling": [len(documents) / (labelled - extracted)],
            "main text and language": [pages / (extracted - planned)],
            "finding records": [pages / (planned - begin)],
        }
    )


def write(path: Path, documents: Sequence[GoldDocument], pages: int) -> None:
    """Write a WARC file, compressed record by record as crawlers do.

    Args:
        path: The target.
        documents: What its pages say.
        pages: How many pages.
    """
    with atomic_writer(path) as stream:
        for number, document in enumerate(islice(cycle(documents), pages)):
            stream.write(gzip.compress(_record(number, _page(document, number)), mtime=0))


def _page(document: GoldDocument, number: int) -> bytes:
    sentences = [escape(item.sentence.text) for item in document.sentences]
    body = "".join(f"<p>{' '.join(part)}</p>" for part in _parts(sentences))
    head = f'<meta charset="utf-8"><title>Story {number}</title>{"<script>var x = 1;</script>" * 100}'
    page = f"<head>{head}</head><body><nav>{_CLUTTER}</nav><article>{body}</article><footer>{_CLUTTER}</footer></body>"
    return f'<!DOCTYPE html><html lang="en">{page}</html>'.encode()


def _parts(sentences: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(sentences), 3):
        yield sentences[start : start + 3]


def _record(number: int, page: bytes) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n\r\n"
    body = http.encode() + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\n"
        f"WARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"
