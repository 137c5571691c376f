"""Files of stages, read and held against their shapes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from avow.errors import InputError
from avow.shapes.behaviour import Behaviour
from avow.shapes.corpus import Boundaries, Partitions
from avow.shapes.curve import Curve
from avow.shapes.evaluation import Evaluation
from avow.shapes.shape import Shape, faults
from avow.storage import read_json

MADE_BY: dict[type[Shape], str] = {
    Evaluation: "avow evaluate --output",
    Boundaries: "avow sentences --scores",
    Behaviour: "avow behave --output",
    Curve: "avow curve --output",
    Partitions: "avow labels --summary",
}


def read_shape(path: Path, shape: type[Shape]) -> dict[str, Any]:
    """The content of a JSON file of one of the kinds that stages write.

    Args:
        path: The file.
        shape: A key of ``MADE_BY``.

    Returns:
        Its content as it is, more than the shape describes among it.

    Raises:
        InputError: The file cannot be read or is of another shape.
    """
    expected = f"the file that {MADE_BY[shape]} wrote"
    content: dict[str, Any] = read_json(path, expected)
    found = faults(shape, content)
    if found:
        raise InputError(
            f"{found[0]}{f' (and {len(found) - 1} more)' if len(found) > 1 else ''}",
            where=str(path),
            expected=expected,
        )
    return content
