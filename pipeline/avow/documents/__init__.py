"""Raw input to documents: every format, every encoding, with the furniture of the page marked and nothing lost."""

from __future__ import annotations

from avow.documents.furniture import mark_furniture
from avow.documents.reading import FORMATS, Reader, Reject, RejectLog, check_format, read

__all__ = ["FORMATS", "Reader", "Reject", "RejectLog", "check_format", "mark_furniture", "read"]
