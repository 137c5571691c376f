"""What is to be scored and how: plain values that travel to worker processes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avow.documents import Reject
from avow.documents.rejects import LONGEST, MEGABYTE
from avow.records import Label
from avow.storage import clean

# Readers of data sets pass over names that begin with an underscore.
CLAIMS = "_claims"


@dataclass(frozen=True, slots=True)
class Source:
    """An input file as it was when the work was planned.

    Attributes:
        path: Where it is.
        form: Its format.
        size: Its bytes.
        modified: When it was last changed, in nanoseconds.
        digest: Of its content, where inputs are together small enough to be read for it.
    """

    path: str
    form: str
    size: int
    modified: int
    digest: str = ""

    @property
    def state(self) -> tuple[str, int, str | int]:
        """What must be the same for it to be the same: format, size, and content or else time of change."""
        return self.form, self.size, self.digest or self.modified


@dataclass(frozen=True, slots=True)
class Table:
    """What the beginning of a table tells of all its rows.

    Attributes:
        text: The column of the text; empty where every row tells its own.
        columns: Attributes of a document and the columns that hold them; none where every row tells its own.
        encoding: The encoding, where it is known.
        quoting: For CSV and TSV, whether quotation marks enclose fields.
        delimiter: For CSV and TSV, what stands between fields.
        header: For CSV and TSV, the line of column names as it stands.
    """

    text: str
    columns: tuple[tuple[str, str], ...]
    encoding: str | None = None
    quoting: bool | None = None
    delimiter: str = ","
    header: bytes = b""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or a run of its lines, rows or records.

    Attributes:
        source: The file.
        start: Offset of the first byte, or number of the first row, from 0.
        stop: Offset after the last byte, or number after the last row; the whole file where ``None``.
        first: Number of the first line, from 1.
        group: For Parquet, the row group.
        table: For tables, what their beginning told.
        data: The bytes themselves where the file cannot be entered in its middle.
        rejects: What the plan had to leave out here.
    """

    source: Source
    start: int = 0
    stop: int | None = None
    first: int = 1
    group: int | None = None
    table: Table | None = None
    data: bytes | None = None
    rejects: tuple[Reject, ...] = ()

    def identity(self) -> list[Any]:
        """What a completion marker says of the piece.

        Returns:
            Path, bounds and first line.
        """
        return [clean(self.source.path), self.start, self.stop, self.first, self.group]


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the work whose output is one file.

    Attributes:
        number: Its place in the order of the output, from 0.
        pieces: What is read for it, in order.
        weight: Bytes of input that it stands for, compressed as they are.
    """

    number: int
    pieces: tuple[Piece, ...]
    weight: int

    @property
    def name(self) -> str:
        """The output file's name without its suffix."""
        return f"part-{self.number:05d}"

    def identity(self) -> list[Any]:
        """What a completion marker says of the shard.

        Returns:
            The identities of its pieces.
        """
        return [piece.identity() for piece in self.pieces]


@dataclass(frozen=True, slots=True)
class Job:
    """How inputs are scored.

    Attributes:
        output: The folder of the output.
        model: The folder of the model.
        form: Format of the output: a key of the writers, with ``.gz`` or ``.zst`` where it is compressed.
        text: Column of the text; guessed by each table's first row where ``None``.
        identifier: Column of the identifier, likewise.
        date: Column of the date, likewise.
        input_form: Format of the inputs; told by name or content where ``None``.
        encoding: Encoding of the inputs where it is given.
        lines: Whether every line or row is one sentence.
        quoting: For CSV and TSV, whether quotation marks enclose fields; judged where ``None``.
        select: Labels whose sentences are kept; all where empty.
        minimum: Least probability of a selected label; where ``None`` it must be the most probable one.
        size: Bytes of input to a shard.
        longest: Most bytes of a line, a row or a document.
        duplicates: Whether a document whose text occurred before is kept; by default in all inputs but web archives.
        english: Whether pages of web archives in other languages are skipped.
        claims: Whether the register of claims is written too.
        facts: What else must be equal for an output to be the same: digests, versions.
    """

    output: str
    model: str
    form: str
    text: str | None = None
    identifier: str | None = None
    date: str | None = None
    input_form: str | None = None
    encoding: str | None = None
    lines: bool = False
    quoting: bool | None = None
    select: tuple[Label, ...] = ()
    minimum: float | None = None
    size: int = MEGABYTE
    longest: int = LONGEST
    duplicates: bool | None = None
    english: bool = True
    claims: bool = False
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def folder(self) -> Path:
        """The folder of the output."""
        return Path(self.output)

    def parameters(self) -> Mapping[str, Any]:
        """Everything that the bytes of the output depend on.

        Returns:
            Values by name, ready for JSON.
        """
        return {
            "format": self.form,
            "text": self.text,
            "identifier": self.identifier,
            "date": self.date,
            "input format": self.input_form,
            "encoding": self.encoding,
            "lines": self.lines,
            "quoting": self.quoting,
            "select": [str(label) for label in self.select],
            "least probability": self.minimum,
            "bytes to a shard": self.size,
            "longest record": self.longest,
            "duplicates kept": self.duplicates,
            "english only": self.english,
            "claims": self.claims,
            **dict(self.facts),
        }

    @property
    def digest(self) -> str:
        """A digest of the parameters, which markers carry."""
        return hashlib.sha256(json.dumps(self.parameters(), sort_keys=True).encode()).hexdigest()

    def target(self, shard: Shard) -> Path:
        """The output file of a shard.

        Args:
            shard: The shard.

        Returns:
            Its path.
        """
        return self.target_of(shard.name)

    def claims_of(self, name: str) -> Path:
        """The file of a shard's claims.

        Args:
            name: The shard's name.

        Returns:
            Its path.
        """
        return self.folder / CLAIMS / f"{name}.jsonl"

    def target_of(self, name: str) -> Path:
        """The output file of a shard.

        Args:
            name: The shard's name.

        Returns:
            Its path.
        """
        return self.folder / f"{name}.{self.form.replace('text', 'txt', 1)}"
