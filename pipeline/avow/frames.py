"""Predictions and records of the register as pandas tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from avow.records import Claim, Prediction

if TYPE_CHECKING:
    from pandas import DataFrame


def to_frame(items: Iterable[Prediction] | Iterable[Claim]) -> DataFrame:
    """Predictions, or records of the register, as a pandas table, each a row.

    Args:
        items: Predictions or records of any documents.

    Returns:
        The columns of the CSV format, those of predictions where there is nothing. The label is categorical with all
        labels as categories; offsets of what a record does not name are missing, and its further evidence is a list.

    Raises:
        TypeError: Something is neither, or both are there.
    """
    if not isinstance(items, Iterable):
        raise TypeError(f"expected a list of predictions or claims, got {type(items).__name__}")
    found = list(items)
    if not found or not isinstance(found[0], Claim):
        from avow.prediction import to_frame as of_predictions

        return of_predictions(found)  # type: ignore[arg-type]
    import pandas as pd

    from avow.claims.writers import COLUMNS, NUMBERS, to_rows

    records = [item for item in found if isinstance(item, Claim)]
    if len(records) < len(found):
        at, odd = next((at, type(item).__name__) for at, item in enumerate(found) if not isinstance(item, Claim))
        raise TypeError(f"expected claims (Claim), got {odd} at position {at}")
    frame = pd.DataFrame(to_rows(records), columns=list(COLUMNS))
    return frame.astype(dict.fromkeys(NUMBERS, "Int64"))
