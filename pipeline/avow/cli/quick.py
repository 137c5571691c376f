"""``avow predict`` with plain options, read without the command-line library.

Importing that library takes longer than everything else between starting the process and the first answer. What is
not understood here, help and mistakes among it, is left to the library; a test holds both ways to the same result.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_FLAGS = {
    "--explain": "explain",
    "--lines": "lines",
    "--furniture": "furniture",
    "--spreadsheet": "spreadsheet",
    "--no-quoting": "no_quoting",
    "--overwrite": "overwrite",
}
_WORDS = {
    "--format": "form",
    "-f": "form",
    "--text": "text",
    "--id": "identifier",
    "--date": "date",
    "--input-format": "input_format",
    "--encoding": "encoding",
}
_PATHS = {"--model": "model", "--output": "output", "-o": "output", "--rejects": "rejects"}


def plain_prediction(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The arguments of a plain prediction.

    Args:
        arguments: What the user typed after the program's name.

    Returns:
        Arguments for :func:`avow.cli.labelling.label`, or ``None`` where they are for the command-line library.
    """
    if not arguments or arguments[0] != "predict":
        return None
    found: dict[str, Any] = {}
    sources: list[str] = []
    rest = iter(arguments[1:])
    for argument in rest:
        if argument == "-" or not argument.startswith("-"):
            sources.append(argument)
            continue
        name, equals, value = argument.partition("=")
        if name in _FLAGS and not equals:
            found[_FLAGS[name]] = True
            continue
        key = _WORDS.get(name) or _PATHS.get(name)
        if key is None or (equals and not name.startswith("--")):
            return None
        if not equals:
            value = next(rest, "-")
        if not value or value.startswith("-"):
            return None
        if name in _PATHS:
            from pathlib import Path

            found[key] = Path(value)
        else:
            found[key] = value
    return {"sources": sources, **found} if sources else None
