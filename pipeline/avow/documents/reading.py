"""Sources to documents: files, folders, globs and standard input, in any of the formats."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from avow.documents.decoding import check_encoding, decode, utf8_lines
from avow.documents.formats import RAGGED, TABLES, check_format, format_by_name, may_be, sniff
from avow.documents.places import expand
from avow.documents.rejects import LONGEST, Reject, too_long
from avow.documents.telling import log
from avow.errors import InputError, UsageError
from avow.records import Document
from avow.storage import open_stream

if TYPE_CHECKING:
    from avow.documents.lines import Record

_HEAD = 4096
_LONGEST_MARK = 4
"""Bytes of the byte order mark of UTF-32."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How sources are read.

    Attributes:
        text: The column that holds the text; guessed where ``None``.
        identifier: The column that holds the identifier, which a row without an entry has by its place; guessed where
            ``None``.
        date: The column that holds the date; guessed where ``None``.
        form: The format; told by name or content where ``None``.
        encoding: The encoding; detected where ``None``.
        lines: Whether every line of a text is a document of one sentence.
        furniture: Whether the furniture of pages is marked.
        quoting: For CSV and TSV, whether quotation marks enclose fields; judged where ``None``.
        reject: Receives inputs that cannot be read; without it the first one is raised.
        single: Whether there is one source, so that one that cannot be read is raised; rows of a table go to ``reject``
            all the same.
        without: Files in folders and globs that are passed over, with all links resolved: what is being written.
        longest: Most bytes of a document, whether a file, a line or the text of a row; a longer one cannot be read.
        nameless: Receives for each table how many of its rows have no entry in the column that ``identifier`` names;
            where ``None`` it is said.

    Raises:
        UsageError: The format or the encoding is unknown, or no document could be short enough.
    """

    text: str | None = None
    identifier: str | None = None
    date: str | None = None
    form: str | None = None
    encoding: str | None = None
    lines: bool = False
    furniture: bool = True
    quoting: bool | None = None
    reject: Callable[[Reject], None] | None = None
    single: bool = False
    without: frozenset[Path] = frozenset()
    longest: int = LONGEST
    nameless: Callable[[int], None] | None = None

    def __post_init__(self) -> None:
        check_format(self.form)
        if self.longest < 1:
            raise UsageError(f"a longest document of {self.longest} bytes", expected="a number above nought")
        if self.encoding is not None:
            check_encoding(self.encoding)

    def read_all(self, sources: Iterable[str | Path]) -> Iterator[Document]:
        """The documents of several sources, with different identifiers.

        Args:
            sources: Files, folders, globs, or ``-``.

        Yields:
            Documents in the order of sources.

        Raises:
            InputError: A source cannot be read and nobody takes rejects.
        """
        seen: Counter[str] = Counter()
        again = 0
        for document in self._documents(sources):
            name = document.id
            while name in seen:
                # Inputs may bring such names themselves.
                seen[document.id] += 1
                name = f"{document.id}~{seen[document.id]}"
            seen[name] = 1
            again += name != document.id
            yield document if name == document.id else replace(document, id=name)
        if again and self.identifier is not None:
            log().warning(
                "%d identifiers of column %s had occurred before and are told apart as ID~2", again, self.identifier
            )

    def _documents(self, sources: Iterable[str | Path]) -> Iterator[Document]:
        for source in sources:
            try:
                places = expand(source, self.refuse)
            except InputError as error:
                self._fail(error)
                continue
            for path in places:
                if self.without and path is not None and path.resolve() in self.without:
                    continue
                try:
                    yield from self._file(path, named=path is None or str(path) == str(Path(source)))
                except InputError as error:
                    self._fail(error)

    def _fail(self, error: InputError) -> None:
        if self.single:
            raise error
        self.refuse(error)

    def refuse(self, error: InputError) -> None:
        """Hand an input that cannot be read to whoever takes rejects.

        Args:
            error: Why it cannot be read.

        Raises:
            InputError: Nobody takes rejects.
        """
        if self.reject is None:
            raise error
        self.reject(Reject.of(error))

    def _file(self, path: Path | None, *, named: bool) -> Iterator[Document]:
        where = "-" if path is None else str(path)
        told = self.form or format_by_name(path)
        with open_stream(path, lambda head: self._flows(head, where, told)) as stream:
            head = b"" if told else stream.peek(_HEAD)[:_HEAD]  # type: ignore[attr-defined]
            form = told or sniff(head, where, self.encoding, table=self.has_columns)
            # Beside tables, a folder may hold files that are none by their names.
            if form not in TABLES and self.has_columns and (named or not told):
                from avow.documents.columns import no_columns

                raise no_columns(self.named, where, form)
            if form in TABLES:
                from avow.documents.rows import documents_of
                from avow.documents.tables import rows_in

                faults: list[InputError] = []

                def fault(error: InputError) -> None:
                    faults.append(error)
                    self.refuse(error)

                try:
                    with closing(
                        rows_in(stream, path, form, where, self.encoding, fault, self.quoting, self.longest)
                    ) as rows:
                        yield from documents_of(self, rows, where, ragged=form in RAGGED, faults=faults)
                except InputError as error:
                    self.refuse(error)
            elif self.lines and form == "text":
                yield from self._by_line(stream, where)
            else:
                yield self.whole(self.bounded(stream, where), where, form)

    def _flows(self, head: bytes, where: str, told: str | None) -> bool:
        """Whether the beginning of what may be a pipe tells that its lines can be read as they come."""
        form = told or may_be(head, where, self.encoding, table=self.has_columns)
        # Of JSON Lines more says nothing else; what looks like text so far may become a page.
        least = _LONGEST_MARK if told or form == "jsonl" else _HEAD
        return form in {"jsonl", "text"} and len(head) >= least

    def bounded(self, stream: IO[bytes], where: str) -> bytes:
        """A file's content.

        Args:
            stream: The file.
            where: What to call it in messages.

        Returns:
            All of it.

        Raises:
            InputError: It is longer than a document may be.
        """
        data = stream.read(self.longest + 1)
        if len(data) > self.longest:
            raise too_long(where, self.longest)
        return data

    @property
    def has_columns(self) -> bool:
        """Whether a column is named, so that a table is meant."""
        return bool(self.named)

    @property
    def named(self) -> dict[str, str]:
        """The columns that are named, by option."""
        named = {"--text": self.text, "--id": self.identifier, "--date": self.date}
        return {option: column for option, column in named.items() if column is not None}

    def whole(self, data: bytes, where: str, form: str) -> Document:
        """The document that a file is.

        Args:
            data: Its bytes.
            where: What to call it.
            form: ``text``, ``markdown`` or ``html``; other forms are refused.

        Returns:
            The document.

        Raises:
            InputError: The data hold no text, or have no lines of sentences and they are asked for.
        """
        if form == "warc":
            raise InputError(
                "a web archive", where=where, expected="a text, a page or a table", remedy="avow score reads archives"
            )
        if self.lines and form != "text":
            raise InputError(
                f"{form} has no lines of one sentence",
                where=where,
                expected="plain text or a table with --lines",
                remedy="leave out --lines, or take the lines as they stand with --input-format text",
            )
        if not data.strip():
            raise InputError("empty", where=where, expected="text", reason="empty")
        if form == "html":
            from avow.documents.markup import read_html
            from avow.documents.pages import decode_html

            page = decode_html(data, where) if self.encoding is None else decode(data, where, self.encoding)
            document = read_html(page, where)
        else:
            document = Document(where, decode(data, where, self.encoding))
            if not document.text.strip():
                raise InputError("empty", where=where, expected="text", reason="empty")
        if form == "markdown":
            from avow.documents.markup import mark_markdown

            document = mark_markdown(document)
        return self.marked(document)

    def marked(self, document: Document) -> Document:
        """A document with its furniture marked, or without any where none is asked for.

        Args:
            document: The document.

        Returns:
            It, the same text.
        """
        if not self.furniture:
            return replace(document, furniture=()) if document.furniture else document
        # A text of one line has no furniture: most records of a table, and a sentence given on the command line.
        if len(document.text.splitlines()) <= 1:
            return document
        from avow.documents.furniture import mark_furniture

        return mark_furniture(document)

    def _by_line(self, stream: IO[bytes], where: str) -> Iterator[Document]:
        # Few sources are read so.
        from avow.documents.lines import lines_in

        found = False
        each, encoding = utf8_lines(stream, where, self.encoding)
        records = lines_in(each, stream, self.longest)
        for document in replace(self, encoding=encoding).by_line(records, where):
            found = True
            yield document
        if not found:
            raise InputError("empty", where=where, expected="a sentence a line", reason="empty")

    def by_line(self, lines: Iterable[Record], where: str, *, first: int = 1) -> Iterator[Document]:
        """The lines of a text, a document each.

        Args:
            lines: The lines, each to be decoded by itself.
            where: What to call it in messages.
            first: Number of the first line, where they are a part of a file.

        Yields:
            A document for each line that holds text.
        """
        for number, record in enumerate(lines, start=first):
            raw = record.data
            if record.size and not raw:
                self.refuse(too_long(f"{where}:{number}", self.longest, record.size))
                continue
            if not raw.strip():
                continue
            try:
                line = decode(raw, f"{where}:{number}", self.encoding).strip()
            except InputError as error:
                self.refuse(error)
                continue
            if line:
                yield Document(f"{where}#{number}", line)


def read(source: str | Path, **options: Any) -> Iterator[Document]:
    """The documents of one source.

    Args:
        source: A file, a folder, a glob, or ``-`` for standard input.
        **options: Attributes of :class:`Reader`.

    Returns:
        Documents with furniture marked, read as they are taken.

    Raises:
        InputError: The source cannot be read.
        TypeError: It is not the name of one source.
        UsageError: The format or the encoding is unknown.
    """
    if not isinstance(source, str | os.PathLike):
        raise TypeError(f"expected the name of a file, a folder or a glob (str or Path), got {type(source).__name__}")
    return Reader(**options).read_all([source])
