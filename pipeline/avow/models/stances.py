"""The portable table of the register's regressions: as the table of weights, with more columns.

Layout, little-endian: 8 bytes of magic, format number (uint32), number of columns (uint32), number of terms (uint64),
the bias (a float64 a column), the keys (uint64 each, ascending), the weights (a float64 a column and term, in key
order). Keys are those of :mod:`avow.models.table`.
"""

from __future__ import annotations

import math
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from avow.cues.patterns import STANCES
from avow.errors import ModelError
from avow.memo import Memo
from avow.models.table import faults, key_of, keyed, numbers, unpack_header
from avow.records import ROLES
from avow.storage import read_bytes

MAGIC = b"AVOWSTA\x00"
FORMAT = 1
COLUMNS = (*STANCES, *ROLES)
ROLE = "r"
"""Prefix of the features of phrases."""
Row = tuple[float, ...]

_HEADER = struct.Struct("<8sIIQ")
_MEMO_LIMIT = 500_000


def pack_stances(weights: Mapping[str, Row], bias: Sequence[float]) -> bytes:
    """The table as bytes.

    Args:
        weights: Weights by term, one a column.
        bias: What every sentence or phrase begins with.

    Returns:
        The content of ``stances.bin``; the same input gives the same bytes.

    Raises:
        ModelError: A weight is not finite, or two terms share a key.
    """
    keys, values = keyed(weights, "stances.bin")
    start = array("d", bias)
    if not all(map(math.isfinite, (*values, *start))):
        raise ModelError("a weight is not finite", where="stances.bin", remedy="lower stances.c")
    for part in (keys, start, values) if sys.byteorder == "big" else ():
        part.byteswap()
    head = _HEADER.pack(MAGIC, FORMAT, len(COLUMNS), len(keys))
    return head + start.tobytes() + keys.tobytes() + values.tobytes()


class StanceTable:
    """An opened table of the register.

    Args:
        path: The file.

    Raises:
        ModelError: The file is missing, truncated, foreign, or of a newer format.
    """

    def __init__(self, path: Path) -> None:
        data = read_bytes(path)
        width = len(COLUMNS)
        kind = (MAGIC, FORMAT, "stances")
        (count,) = unpack_header(data, _HEADER, path, kind=kind, width=width, bias=width)
        body = memoryview(data)[_HEADER.size :]
        keys, values = 8 * width, 8 * (width + count)
        self._bias = numbers(body[:keys], "d")
        self._keys = numbers(body[keys:values], "Q")
        self._values = numbers(body[values:], "d")
        self._memo = Memo[str, Row | None](self._look_up, _MEMO_LIMIT)

    @property
    def bias(self) -> Row:
        """What every sentence or phrase begins with, a column each."""
        return tuple(self._bias)

    def find(self, term: str) -> Row | None:
        """The weights of a term.

        Args:
            term: A term with its prefix.

        Returns:
            One weight a column, or ``None`` where the table does not know the term.
        """
        return self._memo[term]

    def _look_up(self, term: str) -> Row | None:
        key = key_of(term)
        at = bisect_left(self._keys, key)
        width = len(COLUMNS)
        known = at < len(self._keys) and self._keys[at] == key
        return tuple(self._values[width * at : width * (at + 1)]) if known else None

    def stances(self, values: Mapping[str, float]) -> tuple[float, ...]:
        """The probability of each stance.

        Args:
            values: The terms of a sentence with their values.

        Returns:
            Probabilities in the order of ``STANCES``; they need not sum to one.
        """
        first, second, third, fourth = self._bias[: len(STANCES)]
        find = self.find
        for term, value in values.items():
            row = find(term)
            if row is not None:
                first += value * row[0]
                second += value * row[1]
                third += value * row[2]
                fourth += value * row[3]
        return tuple(map(_logistic, (first, second, third, fourth)))

    def role(self, role: str, names: Iterable[str]) -> float:
        """The score of a phrase.

        Args:
            role: One of ``ROLES``.
            names: Its features.

        Returns:
            The log-odds that it is the right one.
        """
        at = COLUMNS.index(role)
        score: float = self._bias[at]
        for name in names:
            row = self.find(f"{ROLE}:{name}")
            if row is not None:
                score += row[at]
        return score

    def check(self) -> list[str]:
        """Look at every number.

        Returns:
            What is wrong, empty where nothing is.
        """
        return faults(self._keys, self._values, self._bias)


def _logistic(score: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-700.0, min(700.0, score))))
