"""The portable weights: a sorted table of term hashes with three weights each, read through a memory map.

Layout, little-endian: 8 bytes of magic, format number (uint32), number of labels (uint32), number of terms (uint64),
the bias (3 float64), the keys (uint64 each, ascending), the weights (3 float64 a term, in key order). A key is the
64-bit BLAKE2b hash of the term's UTF-8. Nothing in it is code, and nothing but the standard library reads it.
"""

from __future__ import annotations

import hashlib
import math
import mmap
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from operator import sub
from pathlib import Path
from typing import Any, Literal

from avow.errors import ModelError
from avow.memo import Memo
from avow.records import LABELS
from avow.storage import open_binary

MAGIC = b"AVOWTAB\x00"
FORMAT = 1
Scores = tuple[float, float, float]

_HEADER = struct.Struct("<8sIIQ3d")
_REMEDY = "train the model anew with avow train, or restore the folder"
_MEMO_LIMIT = 10_000


def key_of(term: str) -> int:
    """The key of a term.

    Args:
        term: A term with its prefix.

    Returns:
        Its 64-bit hash.
    """
    return int.from_bytes(hashlib.blake2b(term.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def place_of(term: str, keys: Sequence[int]) -> int:
    """Where a table holds a term.

    Args:
        term: A term with its prefix.
        keys: The keys of the table, ascending.

    Returns:
        The place of its key, below nought where the table does not know the term.
    """
    key = key_of(term)
    at = bisect_left(keys, key)
    return at if at < len(keys) and keys[at] == key else -1


def in_order(terms: Iterable[str]) -> list[str]:
    """Terms in the order in which a table holds them.

    Args:
        terms: Terms with their prefixes.

    Returns:
        The same by ascending key.
    """
    return sorted(terms, key=key_of)


def keyed(weights: Mapping[str, Sequence[float]], where: str) -> tuple[array[int], array[float]]:
    """The keys of terms in ascending order, and their weights in the same order.

    Args:
        weights: Weights by term.
        where: What to call the table in a message.

    Returns:
        64-bit keys, and the weights of one term after the other.

    Raises:
        ModelError: Two terms share a key.
    """
    rows = sorted((key_of(term), row) for term, row in weights.items())
    keys = array("Q", (key for key, _ in rows))
    if any(first == second for first, second in pairwise(keys)):
        raise ModelError("two terms have the same hash", where=where, remedy="change the training data by a word")
    return keys, array("d", (value for _, row in rows for value in row))


def pack(weights: Mapping[str, Scores], bias: Scores) -> bytes:
    """The table as bytes.

    Args:
        weights: Weights by term.
        bias: What every sentence begins with.

    Returns:
        The content of ``weights.bin``; the same input gives the same bytes.

    Raises:
        ModelError: A weight is not finite, or two terms share a key.
    """
    keys, values = keyed(weights, "weights.bin")
    if not all(map(math.isfinite, values)) or not all(map(math.isfinite, bias)):
        raise ModelError("a weight is not finite", where="weights.bin", remedy="raise the penalty: lower training.c")
    if sys.byteorder == "big":
        keys.byteswap()
        values.byteswap()
    return _HEADER.pack(MAGIC, FORMAT, len(LABELS), len(keys), *bias) + keys.tobytes() + values.tobytes()


def unpack_header(
    data: bytes | mmap.mmap,
    header: struct.Struct,
    path: Path,
    *,
    kind: tuple[bytes, int, str],
    width: int,
    bias: int = 0,
) -> tuple[Any, ...]:
    """The header of a table, checked against the length of the file.

    Args:
        data: The file's content.
        header: Its layout: magic, format, weights a term, number of terms, whatever else.
        path: The file.
        kind: The magic, the format number and what the weights are called.
        width: Weights a term.
        bias: Numbers between the header and the keys.

    Returns:
        The number of terms, and what else the header holds.

    Raises:
        ModelError: The file is truncated, foreign, or of another format.
    """
    known, form, name = kind
    if len(data) < header.size:
        raise ModelError("truncated: no room for a header", where=str(path), remedy=_REMEDY)
    magic, version, columns, count, *rest = header.unpack_from(data)
    if magic != known:
        raise ModelError(f"not a table of {name}", where=str(path), remedy=_REMEDY)
    if version != form:
        raise ModelError(
            f"format {version}, this version of avow reads format {form}",
            where=str(path),
            remedy="upgrade avow" if version > form else _REMEDY,
        )
    expected = header.size + 8 * (bias + count * (1 + width))
    if columns != width or len(data) != expected:
        raise ModelError(
            f"{len(data)} bytes for {count} terms", where=str(path), expected=f"{expected} bytes", remedy=_REMEDY
        )
    return count, *rest


def faults(keys: Iterable[int], values: Iterable[float], bias: Iterable[float]) -> list[str]:
    """Look at every number of a table.

    Args:
        keys: Its keys.
        values: Its weights.
        bias: What every sum begins with.

    Returns:
        What is wrong, empty where nothing is.
    """
    found: list[str] = []
    if not all(map(math.isfinite, chain(values, bias))):
        found.append("a weight is not finite")
    if any(first >= second for first, second in pairwise(keys)):
        found.append("the keys are not ascending")
    return found


class Table:
    """An opened table of weights.

    Args:
        path: The file.

    Raises:
        ModelError: The file is missing, truncated, foreign, or of another format.
    """

    def __init__(self, path: Path) -> None:
        data = _map(path)
        count, *bias = unpack_header(data, _HEADER, path, kind=(MAGIC, FORMAT, "weights"), width=len(LABELS))
        self.bias: Scores = (bias[0], bias[1], bias[2])
        self.count: int = count
        body = memoryview(data)[_HEADER.size :]
        self._keys = numbers(body[: count * 8], "Q")
        self._values = numbers(body[count * 8 :], "d")
        self._memo = Memo[str, Scores | None](self.look_up, _MEMO_LIMIT)

    def find(self, term: str) -> Scores | None:
        """The weights of a term.

        Args:
            term: A term with its prefix.

        Returns:
            One weight a label, or ``None`` where the model does not know the term.
        """
        return self._memo[term]

    def look_up(self, term: str) -> Scores | None:
        """The weights of a term, not remembered: for callers with a memo of their own.

        Args:
            term: A term with its prefix.

        Returns:
            One weight a label, or ``None`` where the model does not know the term.
        """
        at = place_of(term, self._keys)
        if at < 0:
            return None
        row = self._values[3 * at : 3 * at + 3]
        return row[0], row[1], row[2]

    def weights(self) -> Iterator[complex]:
        """The weights of all terms as :func:`avow.models.words.weight` has them.

        Returns:
            One number a term, in the order of their keys.
        """
        facts = self._values[::3]
        return map(complex, map(sub, self._values[1::3], facts), map(sub, self._values[2::3], facts))

    def check(self) -> list[str]:
        """Look at every number.

        Returns:
            What is wrong, empty where nothing is.
        """
        return faults(self._keys, self._values, self.bias)


def _map(path: Path) -> mmap.mmap | bytes:
    with open_binary(path) as stream:
        try:
            return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except (ValueError, OSError):
            # An empty file cannot be mapped, some file systems map none at all.
            return stream.read()


def numbers(body: memoryview, code: Literal["Q", "d"]) -> Any:
    """The little-endian numbers of a part of a table.

    Args:
        body: Its bytes.
        code: The type of a number, as :mod:`array` calls it.

    Returns:
        A sequence of numbers; on little-endian machines a view, not a copy.
    """
    if sys.byteorder == "little":
        return body.cast(code)
    copied = array(code, body.tobytes())
    copied.byteswap()
    return copied
