"""Sources to documents: files, folders, globs and standard input, in any of the formats."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from math import isnan
from pathlib import Path
from typing import IO, Any

from avow.documents.decoding import (
    codec_name,
    decode,
    decode_html,
    is_wide,
    log,
    told_codec,
    utf8_lines,
    without_surrogates,
)
from avow.documents.unusable import Unusable, kind_of
from avow.errors import InputError, UsageError
from avow.records import Document
from avow.storage import open_stream, unreadable, write_jsonl

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
TEXT_COLUMNS = (
    "text",
    "sentence",
    "body",
    "content",
    "article",
    "maintext",
    "article_text",
    "full_text",
    "story",
    "message",
)
SENTENCE_COLUMNS = frozenset({"text", "sentence"})
"""Those of them that name nothing else; an article, a story or a message may also be the name of one."""
_FIELDS = {
    "id": ("id", "doc_id", "document_id", "document", "uuid", "guid"),
    "title": ("title", "headline"),
    "source": ("source", "outlet", "publisher", "url", "link"),
    "date": (
        "date",
        "published",
        "publication_date",
        "date_published",
        "published_at",
        "publishedat",
        "publish_date",
        "date_publish",
        "pub_date",
        "pubdate",
        "created_at",
        "datetime",
        "event_date",
        "time",
    ),
    "genre": ("genre",),
    # The Global Terrorism Database has a column for each part of a date.
    "year": ("iyear",),
    "month": ("imonth",),
    "day": ("iday",),
}
_PARTS = ("year", "month", "day")
NAMELESS = "%s: %d rows have no entry in column %s; their place is their identifier"
_UNDATED = "%s: %d rows have no entry in column %s; they have no date"
_NAMES = {"--text": "text", "--id": "identifier", "--date": "date"}
"""What the column holds that an option names."""
_MISSING = (None, "")
_WHOLE = re.compile(r"(\d{1,4})(?:\.0*)?")
_ARRAY = re.compile(rb"\[\s*\{\s*\"")
_LONGEST_NAME = 200
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that could not be read.

    Attributes:
        where: File, and line where there is one.
        reason: A word for counting, such as ``empty``, ``binary``, ``encoding``, ``json`` or ``missing``.
        detail: The whole message.
    """

    where: str
    reason: str
    detail: str


@dataclass(slots=True)
class RejectLog:
    """Rejected inputs, counted by reason and kept to be written aside.

    Attributes:
        rejects: What was rejected, in order.
    """

    rejects: list[Reject] = field(default_factory=list)

    def __call__(self, reject: Reject) -> None:
        """Take note of an input that could not be read.

        Args:
            reject: What was rejected.
        """
        self.rejects.append(reject)

    @property
    def counts(self) -> Counter[str]:
        """Rejected inputs by reason."""
        return Counter(reject.reason for reject in self.rejects)

    def write(self, path: Path) -> None:
        """Write what was rejected as JSON Lines.

        Args:
            path: The target.

        Raises:
            OutputError: The file cannot be written.
        """
        write_jsonl(path, map(asdict, self.rejects))


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
        nameless: Receives for each table how many of its rows have no entry in the column that ``identifier`` names;
            where ``None`` it is said.

    Raises:
        UsageError: The format or the encoding is unknown.
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
    nameless: Callable[[int], None] | None = None

    def __post_init__(self) -> None:
        check_format(self.form)
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
                places = expand(source, self._refuse)
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
        self._refuse(error)

    def _refuse(self, error: InputError) -> None:
        if self.reject is None:
            raise error
        self.reject(Reject(error.where, error.reason, str(error)))

    def _file(self, path: Path | None, *, named: bool) -> Iterator[Document]:
        where = "-" if path is None else str(path)
        told = self.form or format_by_name(path)
        with open_stream(path) as stream:
            head = b"" if told else stream.peek(_HEAD)[:_HEAD]  # type: ignore[attr-defined]
            form = told or sniff(head, self.encoding, table=self.has_columns)
            # Beside tables, a folder may hold files that are none by their names.
            if form not in TABLES and self.has_columns and (named or not told):
                raise self.no_columns(where, form)
            if form in TABLES:
                from avow.documents.tables import rows_in

                faults: list[InputError] = []

                def fault(error: InputError) -> None:
                    faults.append(error)
                    self._refuse(error)

                try:
                    with closing(rows_in(stream, path, form, where, self.encoding, fault, self.quoting)) as rows:
                        yield from self.documents(rows, where, ragged=form in RAGGED, faults=faults)
                except InputError as error:
                    self._refuse(error)
            elif self.lines and form == "text":
                yield from self._by_line(stream, where)
            else:
                yield self.whole(stream.read(), where, form)

    @property
    def has_columns(self) -> bool:
        """Whether a column is named, so that a table is meant."""
        return bool(self._named())

    def _named(self) -> dict[str, str]:
        """The columns that are named, by option."""
        named = {"--text": self.text, "--id": self.identifier, "--date": self.date}
        return {option: column for option, column in named.items() if column is not None}

    def no_columns(self, where: str, form: str) -> InputError:
        """The message for a source that is no table where a column is named.

        Args:
            where: The source.
            form: Its format.

        Returns:
            The error to raise.
        """
        option = " ".join(next(iter(self._named().items())))
        return InputError(
            f"{form} has no columns",
            where=where,
            expected=f"a table, since {option} names a column",
            remedy=f"name its format with --input-format, or leave out {option}",
            reason="column",
        )

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

            page = decode_html(data, where) if self.encoding is None else decode(data, where, self.encoding)
            document = read_html(page, where)
        else:
            document = Document(where, decode(data, where, self.encoding))
            if not document.text.strip():
                raise InputError("empty", where=where, expected="text", reason="empty")
        if form == "markdown":
            from avow.documents.markup import mark_markdown

            document = mark_markdown(document)
        return _marked(document) if self.furniture else replace(document, furniture=())

    def _by_line(self, stream: IO[bytes], where: str) -> Iterator[Document]:
        found = False
        lines, encoding = utf8_lines(stream, where, self.encoding)
        for document in replace(self, encoding=encoding).by_line(lines, where):
            found = True
            yield document
        if not found:
            raise InputError("empty", where=where, expected="a sentence a line", reason="empty")

    def by_line(self, stream: Iterable[bytes], where: str, *, first: int = 1) -> Iterator[Document]:
        """The lines of a text, a document each.

        Args:
            stream: Its lines, each to be decoded by itself.
            where: What to call it in messages.
            first: Number of the first line, where the stream is a part of a file.

        Yields:
            A document for each line that holds text.
        """
        for number, raw in enumerate(stream, start=first):
            if not raw.strip():
                continue
            try:
                line = decode(raw, f"{where}:{number}", self.encoding).strip()
            except InputError as error:
                self._refuse(error)
                continue
            if line:
                yield Document(f"{where}#{number}", line)

    def documents(
        self,
        rows: Iterable[tuple[int, Mapping[str, Any]]],
        where: str,
        columns: Mapping[str, str] | None = None,
        *,
        ragged: bool = False,
        said: Iterable[str] = (),
        faults: Sequence[InputError] = (),
    ) -> Iterator[Document]:
        """The documents in the rows of a table.

        Args:
            rows: Line, or row number, and values by column.
            where: What to call the table in messages.
            columns: Column by attribute of a document, where the rows are a part of a table and an earlier one has told
                them.
            ragged: Whether rows differ in their columns, as objects of JSON do; the first one tells them otherwise.
            said: Columns whose guess has been said.
            faults: What grows while rows are taken with each that is told to be broken; a table of such rows alone is
                not empty.

        Yields:
            A document a row; rows without text are rejected.

        Raises:
            InputError: The text column cannot be guessed or stands twice, or there are no rows.
        """
        column = self.text or ""
        last: tuple[str, ...] | None = None
        # A part of a table, of which the columns are known, may have no rows.
        empty = columns is None
        nameless = undated = 0
        guesses = set(said)
        for number, row in rows:
            empty = False
            place = f"{where}:{number}"
            if columns is None or (ragged and tuple(row) != last):
                try:
                    column, columns = self.columns_of(row, place, guesses, ragged=ragged)
                except InputError as error:
                    if not ragged:
                        raise
                    self._refuse(error)
                    columns = None
                    continue
                last = tuple(row)
            value = row.get(column)
            if isinstance(value, str) and value.strip():
                try:
                    document = self._row_document(value, row, columns, f"{where}#{number}", place)
                except InputError as error:
                    self._refuse(error)
                    continue
                nameless += self.identifier is not None and document.id == f"{where}#{number}"
                undated += self.date is not None and not document.date
                yield document
            else:
                self._refuse(_no_text(value, column, place))
        if nameless:
            self._count_nameless(nameless, where)
        # Of a part of a table nothing can be said of the whole.
        if undated and self.nameless is None:
            log().warning(_UNDATED, where, undated, self.date)
        if empty and not faults:
            raise InputError("empty", where=where, expected="rows", reason="empty")

    def _count_nameless(self, count: int, where: str) -> None:
        if self.nameless is not None:
            self.nameless(count)
        else:
            log().warning(NAMELESS, where, count, self.identifier)

    def columns_of(
        self, row: Mapping[str, Any], place: str, said: set[str], *, ragged: bool = False
    ) -> tuple[str, Mapping[str, str]]:
        """The columns that are used of a row and of those that are like it.

        Args:
            row: The row.
            place: What to call it in messages.
            said: Columns whose guess has been said; the one that is guessed is added.
            ragged: Whether rows differ in their columns, so that one may be without the identifier or the date.

        Returns:
            The column of the text, and column by attribute of a document.

        Raises:
            InputError: A column that was named is missing, that of the text cannot be guessed, or one of the columns
                stands twice.
        """
        for option, named in self._named().items():
            if named not in row and not (ragged and option != "--text"):
                raise missing(named, row, place, option)
        column = self.text or find_text_column(row, place)
        if self.text is None and column not in said:
            said.add(column)
            _say_guess(column, place)
        columns = known_columns(row, column)
        if self.identifier is not None:
            columns["id"] = self.identifier
        if self.date is not None:
            columns["date"] = self.date
        if "date" in columns:
            for part in _PARTS:
                columns.pop(part, None)
        for name in (column, *columns.values()):
            value = row.get(name)
            if isinstance(value, Unusable) and value.everywhere:
                raise value.error
        return column, columns

    def _row_document(
        self, value: str, row: Mapping[str, Any], columns: Mapping[str, str], fallback: str, place: str
    ) -> Document:
        # What pandas writes for a missing value is NaN.
        facts = {
            name: str(fact)
            for name, column in columns.items()
            if (fact := row.get(column)) not in _MISSING and not (type(fact) is float and isnan(fact))
        }
        if not facts.get("id", fallback).strip():
            del facts["id"]
        document = Document(
            facts.get("id", fallback),
            without_surrogates(value, place),
            title=facts.get("title", ""),
            source=facts.get("source", ""),
            date=facts.get("date") or _joined([facts.get(part, "") for part in _PARTS]),
            genre=facts.get("genre", ""),
        )
        return _marked(document) if self.furniture and not self.lines else document


def _joined(parts: Sequence[str]) -> str:
    """A date as far as its parts are known: a year, a month of it, or a day; 0 stands for what is not."""
    known: list[str] = []
    for part, least, most, form in zip(parts, (1000, 1, 1), (2999, 12, 31), ("{}", "{:02}", "{:02}"), strict=True):
        match = _WHOLE.fullmatch(part.strip())
        if match is None or not least <= int(match[1]) <= most:
            break
        known.append(form.format(int(match[1])))
    return "-".join(known)


def _no_text(value: Any, column: str, place: str) -> InputError:
    if isinstance(value, Unusable):
        return value.error
    if isinstance(value, str):
        return InputError(f"empty: no text in {column}", where=place, reason="empty")
    return InputError(f"column {column} holds {kind_of(value)}", where=place, expected="a string", reason="column")


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


def _marked(document: Document) -> Document:
    # A text of one line has no furniture: most records of a table, and a sentence given on the command line.
    if len(document.text.splitlines()) <= 1:
        return document
    from avow.documents.furniture import mark_furniture

    return mark_furniture(document)


def expand(source: str | Path, fault: Callable[[InputError], None] | None = None) -> list[Path | None]:
    """The files that a source stands for.

    Args:
        source: A file, a folder, a glob, or ``-``.
        fault: Receives the error of each folder in a folder that cannot be read; without it the first one is raised.

    Returns:
        Files by name; ``None`` stands for standard input.

    Raises:
        InputError: Nothing is there.
    """
    name = str(source)
    if name == "-":
        return [None]
    if not name:
        raise InputError("missing: an empty name", expected="a file, a folder, a glob or -", reason="missing")
    path = Path(name)
    shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..."
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:
        raise InputError((error.strerror or str(error)).lower(), where=shown, remedy="check the path") from error
    if exists and not is_folder:
        return [path]
    matches = [path]
    if not exists:
        import glob

        if not glob.has_magic(name):
            raise InputError("missing: no such file or folder", where=shown, remedy="check the path", reason="missing")
        matches = sorted(Path(match) for match in glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    found: dict[Path, None] = {}
    problems: list[OSError] = []
    for match in matches:
        found.update(dict.fromkeys(_files_in(match, problems) if match.is_dir() else [match] * (not _is_device(match))))
    for problem in problems:
        refusal = unreadable(Path(problem.filename), problem)
        if fault is None:
            raise refusal
        fault(refusal)
    if not found and not problems:
        what = "missing: no files in this folder" if is_folder else "missing: no file matches"
        raise InputError(what, where=shown)
    return list(found)


def _files_in(folder: Path, problems: list[OSError]) -> list[Path]:
    """The files of a folder and of those in it, by name, hidden ones left out; takes note of folders it cannot read."""
    files: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(place, name) for name in names if not name.startswith("."))
        files.extend(path for path in paths if not _is_device(path))
    return sorted(files)


def _is_device(path: Path) -> bool:
    """Whether a path is a pipe, a socket or a device; what cannot be looked at is told when it is read."""
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


def _say_guess(column: str, where: str) -> None:
    if column.lower() != TEXT_COLUMNS[0]:
        log().warning("%s: text taken from column %s (name another with --text)", where, column)


def find_text_column(row: Mapping[str, Any], where: str) -> str:
    """The column that holds the text.

    Args:
        row: A row.
        where: What to call it in messages.

    Returns:
        Its name.

    Raises:
        InputError: No column has a known name and holds more than a key, and more or less than one holds words.
    """
    lowered = {str(name).lower(): str(name) for name in row}
    known = [lowered[name] for name in TEXT_COLUMNS if name in lowered]
    for name in known:
        if name.lower() in SENTENCE_COLUMNS or not _is_key(row[name]):
            return name
    facts = set(known_columns(row, None).values()) if known else set()
    wordy = [str(name) for name, value in row.items() if holds_words(value) and name not in facts]
    if len(wordy) == 1:
        return wordy[0]
    if known and not wordy:
        return known[0]
    raise missing(TEXT_COLUMNS[0], row, where, "--text")


def holds_words(value: Any) -> bool:
    """Whether a value of a table may be a sentence.

    Args:
        value: The value.

    Returns:
        True for a string of more than three words.
    """
    return isinstance(value, str) and len(value.split()) > 3


def _is_key(value: Any) -> bool:
    """Whether a value is the name or the number of something rather than a text or a gap."""
    return len(value.split()) == 1 if isinstance(value, str) else isinstance(value, int)


def missing(column: str, row: Mapping[str, Any], where: str, option: str) -> InputError:
    """The message for a column that is not there.

    Args:
        column: Its name.
        row: A row.
        where: What to call the row.
        option: What names the column.

    Returns:
        The error to raise.
    """
    return InputError(
        f"no column {column}",
        where=where,
        expected=f"one of the columns there are: {', '.join(filter(None, map(str, row))) or 'none'}",
        remedy=f"name the column of the {_NAMES[option]} with {option}",
        reason="column",
    )


def known_columns(row: Mapping[str, Any], text: str | None) -> dict[str, str]:
    """The columns that hold what is known of a document beside its text.

    Args:
        row: A row.
        text: The column of the text.

    Returns:
        Column by attribute of a document.
    """
    lowered = {str(name).lower(): str(name) for name in row}
    found: dict[str, str] = {}
    for attribute, names in _FIELDS.items():
        for name in names:
            if name in lowered and lowered[name] != text:
                found[attribute] = lowered[name]
                break
    return found


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


def sniff(head: bytes, encoding: str | None = None, *, table: bool = False) -> str:
    """The format that the beginning of a file tells.

    Args:
        head: Its first bytes, decompressed.
        encoding: The encoding that the user named.
        table: Whether the user named a column.

    Returns:
        A value of ``FORMATS``, or ``warc``; where nothing else is told ``csv`` for a table, whose header then tells
        what separates its fields, and ``text`` otherwise.
    """
    codec = told_codec(head, "", encoding)
    if codec is not None and is_wide(codec):
        head = head.decode(codec, "ignore").encode("utf-8", "ignore")
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
