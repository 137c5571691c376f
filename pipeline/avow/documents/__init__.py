"""Raw input to documents: every format, every encoding, with the furniture of the page marked and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from avow.documents.formats import FORMATS, check_format
from avow.documents.reading import Reader, read
from avow.documents.rejects import Reject, RejectLog

if TYPE_CHECKING:
    from avow.documents.furniture import mark_furniture

__all__ = ["FORMATS", "Reader", "Reject", "RejectLog", "check_format", "mark_furniture", "read"]


def __getattr__(name: str) -> Any:
    # The patterns of furniture take longer to make than a sentence takes to label.
    if name == "mark_furniture":
        from avow.documents.furniture import mark_furniture

        return mark_furniture
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
