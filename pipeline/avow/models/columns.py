"""The portable table of the register's regressions: as the table of weights, with columns of its own.

Layout, little-endian: 8 bytes of magic, format number (uint32), number of columns (uint32), number of terms (uint64),
the bias (a float64 a column), the keys (uint64 each, ascending), the weights (a float64 a column and term, in key
order). Keys are those of :mod:`avow.models.table`.
"""

from __future__ import annotations

import math
import struct
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, NamedTuple

from avow.errors import ModelError
from avow.memo import Memo
from avow.models.table import faults, keyed, numbers, place_of, unpack_header
from avow.storage import read_bytes

Row = tuple[float, ...]

_HEADER = struct.Struct("<8sIIQ")
_MEMO_LIMIT = 500_000


class Layout(NamedTuple):
    """What tells one kind of table from another.

    Attributes:
        magic: The first 8 bytes.
        version: Number of its format.
        name: What its weights are called in messages.
        columns: Names of its columns.
        parameter: The inverse penalty that keeps its weights finite.
        kinds: What terms are called by their prefixes; the others are those of the classifier.
    """

    magic: bytes
    version: int
    name: str
    columns: tuple[str, ...]
    parameter: str
    kinds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TrainedColumns:
    """Fitted regressions of one kind of table, not yet saved.

    Attributes:
        weights: By term, what one unit of its value adds to each column's score.
        bias: What every sum begins with, a column each.
        counts: Examples by column.
    """

    weights: Mapping[str, Row]
    bias: Row
    counts: Mapping[str, int]


def pack_columns(layout: Layout, weights: Mapping[str, Row], bias: Sequence[float]) -> bytes:
    """A table as bytes.

    Args:
        layout: Its kind.
        weights: Weights by term, one a column.
        bias: What every sum begins with, one a column.

    Returns:
        The content of the file; the same input gives the same bytes.

    Raises:
        ModelError: A weight is not finite, or two terms share a key.
    """
    keys, values = keyed(weights, layout.name)
    start = array("d", bias)
    if not all(map(math.isfinite, (*values, *start))):
        raise ModelError("a weight is not finite", where=layout.name, remedy=f"lower {layout.parameter}")
    for part in (keys, start, values) if sys.byteorder == "big" else ():
        part.byteswap()
    head = _HEADER.pack(layout.magic, layout.version, len(layout.columns), len(keys))
    return head + start.tobytes() + keys.tobytes() + values.tobytes()


class ColumnTable:
    """An opened table, of the kind that a subclass names.

    Args:
        path: The file.

    Raises:
        ModelError: The file is missing, truncated, foreign, or of another format.
    """

    layout: ClassVar[Layout]

    def __init__(self, path: Path) -> None:
        layout = self.layout
        data = read_bytes(path)
        width = len(layout.columns)
        kind = (layout.magic, layout.version, layout.name)
        (count,) = unpack_header(data, _HEADER, path, kind=kind, width=width, bias=width)
        body = memoryview(data)[_HEADER.size :]
        keys, values = 8 * width, 8 * (width + count)
        self._width = width
        self._bias = numbers(body[:keys], "d")
        self._keys = numbers(body[keys:values], "Q")
        self._values = numbers(body[values:], "d")
        self._memo = Memo[str, Row | None](self._look_up, _MEMO_LIMIT)

    @property
    def bias(self) -> Row:
        """What every sum begins with, a column each."""
        return tuple(self._bias)

    def find(self, term: str) -> Row | None:
        """The weights of a term.

        Args:
            term: A term with its prefix.

        Returns:
            One weight a column, or ``None`` where the table does not know the term.
        """
        return self._memo[term]

    def scores(self, values: Mapping[str, float]) -> Row:
        """The sums over the terms of an example.

        Args:
            values: Its terms with their values.

        Returns:
            One score a column.
        """
        found = list(self.bias)
        for term, value in values.items():
            row = self.find(term)
            if row is not None:
                for at, weight in enumerate(row):
                    found[at] += value * weight
        return tuple(found)

    def _look_up(self, term: str) -> Row | None:
        at = place_of(term, self._keys)
        return tuple(self._values[self._width * at : self._width * (at + 1)]) if at >= 0 else None

    def check(self) -> list[str]:
        """Look at every number.

        Returns:
            What is wrong, empty where nothing is.
        """
        return faults(self._keys, self._values, self._bias)


def logistic(score: float) -> float:
    """The probability of log-odds; those beyond what a float can hold give nought or one."""
    return 1.0 / (1.0 + math.exp(-max(-700.0, min(700.0, score))))
