"""Rows of tables, and cells of theirs that cannot be used, which matters only where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from avow.errors import InputError

Row = tuple[int, Mapping[str, Any]]
"""Line, or number of the row, and values by column."""
Fault = Callable[[InputError], None]
"""Receives the error of a bad row."""
_KINDS = {
    type(None): "no value",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    bytes: "bytes",
}


class Unusable:
    """Stands for the value of a cell; whoever asks for its text gets the error.

    Attributes:
        error: Why it cannot be used.
        everywhere: Whether all cells of the column are like it, as where two columns have one name.

    Args:
        error: Why it cannot be used.
        everywhere: Whether all cells of the column are like it.
    """

    def __init__(self, error: InputError, *, everywhere: bool = False) -> None:
        self.error = error
        self.everywhere = everywhere

    def __str__(self) -> str:
        raise self.error


def repeated(columns: list[str], where: str) -> dict[str, Unusable]:
    """The columns whose name stands more than once.

    Args:
        columns: The names of all columns.
        where: The place of the names, for messages.

    Returns:
        What stands for the values of each of them.
    """
    return {
        name: Unusable(
            InputError(f"the column {name} stands twice", where=where, expected="different names", reason="column"),
            everywhere=True,
        )
        for name, count in Counter(columns).items()
        if count > 1
    }


def kind_of(value: Any) -> str:
    """What a value is, in words for people who know their table and not Python.

    Args:
        value: The value of a cell.

    Returns:
        Such as ``a number``, or ``a value of type date`` for what has no other word.
    """
    return _KINDS.get(type(value), f"a value of type {type(value).__name__}")
