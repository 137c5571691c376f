"""A register summed up: records a year, and who claims, denies or is accused most, as a table and a plot."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from avow.claims.dates import year_of
from avow.claims.identity import ACCUSING
from avow.claims.parties import is_named, plain_name
from avow.documents.formats import FORMATS
from avow.documents.tables import open_rows
from avow.errors import InputError, MissingExtraError, visible
from avow.storage import clean

_REGISTERS = {"csv": "CSV", "jsonl": "JSON Lines", "parquet": "Parquet"}
_PARTS = "part-*.jsonl"
_TABLES = {"csv": "CSV", "tsv": "TSV", "jsonl": "JSON Lines", "parquet": "Parquet"}
_NOT_XML = re.compile("[\ufffe\uffff]")
"""Characters that XML has no place for (XML 1.0, section 2.2), beside those of control and lone surrogates."""


@dataclass(frozen=True, slots=True)
class Series:
    """What a register holds of one status.

    Attributes:
        status: The status.
        records: How many records.
        years: Records by year, in order; years without records between the first and the last are nought.
        undated: Records whose date tells no year, which are in none of them.
        role: Whose names they are: ``accused`` for accusations and suspicions, else ``claimant``.
        names: Names with their number of records, most frequent first.
        years_of: For each of these names, records by year.
    """

    status: str
    records: int
    years: Mapping[int, int]
    role: str
    names: tuple[tuple[str, int], ...]
    years_of: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    undated: int = 0


def read_register(path: Path) -> Iterable[Mapping[str, Any]]:
    """The records that ``avow claims`` or ``avow score --claims`` wrote.

    Args:
        path: CSV, JSON Lines or Parquet; or the folder of parts, which are taken by name.

    Yields:
        Records as mappings.

    Raises:
        InputError: The file is no register.
    """
    if path.is_dir():
        parts = sorted(path.glob(_PARTS))
        if not parts:
            raise InputError("no parts of a register", where=str(path), expected=f"files named {_PARTS}")
        for part in parts:
            yield from read_register(part)
        return
    for line, row in _rows(path, _REGISTERS, "not a register by its name"):
        if "status" not in row or "claimant" not in row:
            raise InputError(
                "no register", where=f"{path}:{line}", expected="a file that avow claims wrote, without --gtd"
            )
        yield row


def read_aliases(path: Path) -> dict[str, str]:
    """Which names are one party, as the user's table has it.

    Args:
        path: CSV, TSV, JSON Lines or Parquet with the columns ``name`` and ``party``.

    Returns:
        The party of each name, by what spellings of the name have in common (:func:`avow.claims.parties.plain_name`).

    Raises:
        InputError: The file is no such table, or gives one name to two parties.
    """
    found: dict[str, str] = {}
    for line, row in _rows(path, _TABLES, "no table by its name"):
        name, party = row.get("name"), row.get("party")
        if not isinstance(name, str) or not isinstance(party, str) or not name.strip() or not party.strip():
            raise InputError("no name or no party", where=f"{path}:{line}", expected="the columns name and party")
        if found.setdefault(plain_name(name), party) != party:
            raise InputError(
                f"{name} has two parties",
                where=f"{path}:{line}",
                expected=found[plain_name(name)],
                remedy="leave one of the rows out",
            )
    if not found:
        raise InputError("empty", where=str(path), expected="rows of name and party")
    return found


def _rows(path: Path, forms: Mapping[str, str], fault: str) -> Iterable[tuple[int, Mapping[str, Any]]]:
    """The rows of a table in one of some formats, with their lines; the first one that cannot be read is raised."""
    form = FORMATS.get(path.suffix.lstrip(".").lower(), "")
    if form not in forms:
        if not path.exists():
            raise InputError("no such file or folder", where=str(path), remedy="check the path", reason="missing")
        *first, last = forms.values()
        raise InputError(fault, where=str(path), expected=f"{', '.join(first)} or {last}")

    def refuse(error: InputError) -> None:
        raise error

    return open_rows(path, form, str(path), None, refuse)


def series(
    records: Iterable[Mapping[str, Any]],
    *,
    status: str = "claimed",
    top: int = 10,
    aliases: Mapping[str, str] | None = None,
) -> Series:
    """Sum up a register.

    Args:
        records: Its records.
        status: Which ones.
        top: How many names.
        aliases: The party that a name stands for, as :func:`read_aliases` gives them; others stand for themselves.

    Returns:
        Numbers by year and by name, that of the accused where somebody is blamed or suspected; names are compared
        without case, hyphens, kind of apostrophe and article, and shown as they stand most often, with U+FFFD for a
        lone surrogate. Words that only describe, "three men", are none.
    """
    years: Counter[int] = Counter()
    names: Counter[str] = Counter()
    shown: dict[str, Counter[str]] = {}
    by_name: dict[str, Counter[int]] = {}
    count = 0
    role = "accused" if status in ACCUSING else "claimant"
    for record in records:
        if record["status"] != status:
            continue
        count += 1
        year = year_of(str(record.get("date") or ""))
        if year is not None:
            years[year] += 1
        name = record.get(role)
        if isinstance(name, str) and is_named(name):
            name = clean((aliases or {}).get(plain_name(name), name))
            key = plain_name(name)
            names[key] += 1
            shown.setdefault(key, Counter())[name] += 1
            if year is not None:
                by_name.setdefault(key, Counter())[year] += 1
    span = range(min(years), max(years) + 1) if years else range(0)
    ranked = sorted(names, key=lambda key: (-names[key], key))[:top]
    label = {key: shown[key].most_common(1)[0][0] for key in ranked}
    return Series(
        status,
        count,
        {year: years[year] for year in span},
        role,
        tuple((label[key], names[key]) for key in ranked),
        {label[key]: dict(by_name.get(key, {})) for key in ranked},
        count - years.total(),
    )


def draw_series(found: Series) -> bytes:
    """The records a year as bars and the most frequent names beside them.

    Args:
        found: The numbers.

    Returns:
        An SVG image whose text stays text; the same numbers give the same bytes.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        import matplotlib
    except ImportError as error:
        raise MissingExtraError("matplotlib", "report", "drawing a plot") from error
    from matplotlib.figure import Figure

    with (
        matplotlib.rc_context(
            {"svg.hashsalt": "avow", "svg.fonttype": "none", "font.size": 9, "text.parse_math": False}
        ),
        warnings.catch_warnings(),
    ):
        # The viewer's fonts draw the text; what the font that measures it lacks is not lacking there.
        warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from", UserWarning)
        figure = Figure(figsize=(10, 3.6), layout="constrained")
        left, right = figure.subplots(1, 2, width_ratios=(3, 2))
        left.bar(list(found.years), list(found.years.values()), color="#b3261e")
        left.set_ylabel(f"records, {found.status}")
        left.spines[["top", "right"]].set_visible(False)
        names = [_NOT_XML.sub("\ufffd", visible(name)) for name, _ in found.names][::-1]
        right.barh(range(len(names)), [count for _, count in found.names][::-1], color="#1f5fa8")
        right.set_yticks(range(len(names)), names)
        right.spines[["top", "right"]].set_visible(False)
        right.set_xlabel("records")
        stream = io.BytesIO()
        figure.savefig(stream, format="svg", metadata={"Date": None})
    return stream.getvalue()
