"""The day and the year that a date tells, in whatever form a source has it, and only where it is certain."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

_YEAR_FIRST = re.compile(r"\s*([12]\d{3})([-/.]?)(\d\d)\2(\d\d)(?:[T ]\d\d?[:.]?\d\d[^\s]*(?: ?[A-Z+-][\w:]*)?|Z)?\s*")
_NUMBER = re.compile(r"\s*\d+(?:\.\d*)?\s*")
_YEAR = re.compile(r"\s*(\d{4})\s*")
_LEAST, _MOST = 1000, 2999


def day_of(date: str) -> str:
    """The day that a date names.

    Args:
        date: As read.

    Returns:
        The day as ``YYYY-MM-DD``; empty where the date leaves it open, as "2021", "5 March" and "05/03/2021" do.
    """
    return _parsed(date)[1]


def year_of(date: str) -> int | None:
    """The year that a date names.

    Args:
        date: As read.

    Returns:
        The year; ``None`` where the date leaves it open. A bare number is a year or a day only where it has four or
        eight digits: seconds since 1970 and the serial numbers of spreadsheets are not told apart from other numbers.
    """
    return _parsed(date)[0]


@lru_cache(maxsize=4096)
def _parsed(date: str) -> tuple[int | None, str]:
    """Year and day: what all ways to read the date agree on, whatever stands for parts that it does not name."""
    from datetime import date as day
    from datetime import datetime

    found = _YEAR_FIRST.fullmatch(date)
    if found:
        try:
            return int(found[1]), day(int(found[1]), int(found[3]), int(found[4])).isoformat()
        except ValueError:
            return None, ""
    year = _YEAR.fullmatch(date)
    if year:
        return (int(year[1]), "") if _LEAST <= int(year[1]) <= _MOST else (None, "")
    if not date.strip() or _NUMBER.fullmatch(date):
        return None, ""
    import warnings

    from dateutil import parser

    read: set[datetime] = set()
    with warnings.catch_warnings():
        # Of zones that are not known, the day is still the one that is written.
        warnings.simplefilter("ignore")
        for default, first in product((datetime(2000, 1, 1), datetime(2001, 2, 2)), (False, True)):
            try:
                read.add(parser.parse(date, default=default, dayfirst=first))
            except (ValueError, ArithmeticError):
                return None, ""
    years, days = {item.year for item in read}, {item.date() for item in read}
    if len(years) != 1 or not _LEAST <= min(years) <= _MOST:
        return None, ""
    return min(years), min(days).isoformat() if len(days) == 1 else ""
