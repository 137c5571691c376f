"""The format of an input, told by its name or by how it begins."""

from __future__ import annotations

import re
from pathlib import Path

from avow.documents.decoding import (
    is_wide,
    told_codec,
)
from avow.documents.telling import log, note
from avow.errors import UsageError

FORMATS = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "json": "json",
    "csv": "csv",
    "tsv": "tsv",
    "tab": "tsv",
    "parquet": "parquet",
    "pq": "parquet",
}
COMPRESSIONS = frozenset({"gz", "bz2", "xz", "zst"})
TABLES = frozenset({"jsonl", "json", "csv", "tsv", "parquet"})
RAGGED = frozenset({"jsonl", "json"})
_NAME = re.compile(r"(?:[\w.:-]+ ){0,2}[\w.:-]*(?<!\.)")
"""A name of a column, or none, as that of the index in what pandas writes; it does not end as a sentence does."""
_ARRAY = re.compile(rb"\[\s*\{\s*\"")


def format_by_name(path: Path | None) -> str | None:
    """The format that a file's name tells.

    Args:
        path: The file; ``None`` for standard input.

    Returns:
        A value of ``FORMATS``, or ``None``.
    """
    if path is None:
        return None
    suffixes = [suffix.lstrip(".").lower() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] in COMPRESSIONS:
        suffixes.pop()
    return FORMATS.get(suffixes[-1]) if suffixes else None


def sniff(head: bytes, where: str, encoding: str | None = None, *, table: bool = False) -> str:
    """The format that the beginning of a file tells; it is noted as a guess.

    Args:
        head: Its first bytes, decompressed.
        where: What to call the file in messages.
        encoding: The encoding that the user named.
        table: Whether the user named a column.

    Returns:
        A value of ``FORMATS``, or ``warc``; where nothing else is told ``csv`` for a table, whose header then tells
        what separates its fields, and ``text`` otherwise.

    Raises:
        InputError: The encoding is unknown.
    """
    head = _plain(head, where, encoding)
    form = _form_of(head, table)
    if form == "text" and (header := _header(head)):
        column, kind = header
        log().warning(
            "%s: read as plain text, but its first line looks like the header of a table with the column %s "
            "(name the format with --input-format %s or text, or the column with --text)",
            where,
            column,
            kind,
        )
    else:
        note("%s: read as %s, by its beginning (name another format with --input-format)", where, form)
    return form


def may_be(head: bytes, where: str, encoding: str | None = None, *, table: bool = False) -> str:
    """The format that the beginning of a file tells so far, as :func:`sniff` has it; nothing is noted.

    Args:
        head: Its first bytes, decompressed.
        where: What to call the file in messages.
        encoding: The encoding that the user named.
        table: Whether the user named a column.

    Returns:
        The format.

    Raises:
        InputError: The encoding is unknown.
    """
    return _form_of(_plain(head, where, encoding), table)


def _plain(head: bytes, where: str, encoding: str | None) -> bytes:
    """The beginning of a file, in UTF-8 where its characters take several bytes each."""
    codec = told_codec(head, where, encoding)
    if codec is None or not is_wide(codec):
        return head
    return head.decode(codec, "ignore").encode("utf-8", "ignore")


def _form_of(head: bytes, table: bool) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "html"
    if start.startswith(b"{") and b'"' in start:
        return "jsonl"
    if _ARRAY.match(start):
        return "json"
    return "csv" if table else "text"


def _header(head: bytes) -> tuple[str, str] | None:
    """The column of text in a line that looks like the header of a table, and the table's format."""
    first, _, rest = head.lstrip(b"\xef\xbb\xbf \r\n").partition(b"\n")
    mark = max(b",", b";", b"\t", key=first.count)
    # A line of names alone is a list, and most prose is known here.
    if mark not in first or mark not in rest:
        return None
    from avow.documents.columns import TEXT_COLUMNS

    names = [name.strip().strip('"') for name in first.decode("utf-8", "replace").split(mark.decode())]
    found = next((name for name in names if name.lower() in TEXT_COLUMNS), None)
    if found is None or not all(map(_NAME.fullmatch, names)):
        return None
    return found, "tsv" if mark == b"\t" else "csv"


def check_format(form: str | None) -> str | None:
    """A format's name, or the refusal of an unknown one.

    Args:
        form: The name, or ``None``.

    Returns:
        It.

    Raises:
        UsageError: The name is unknown.
    """
    known = sorted(set(FORMATS.values()))
    if form is not None and form not in known:
        raise UsageError(f"unknown input format {form!r}", expected=f"one of {', '.join(known)}")
    return form
