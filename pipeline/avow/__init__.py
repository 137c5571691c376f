"""Avow labels the sentences of news text as fact, opinion or claim of responsibility, with exact offsets."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from avow.claims import claims
    from avow.documents import read
    from avow.frames import to_frame
    from avow.models import Model, load
    from avow.records import LABELS, Claim, Document, Explanation, Label, Prediction, Sentence, Status
    from avow.sentences import split

__all__ = [
    "LABELS",
    "Claim",
    "Document",
    "Explanation",
    "Label",
    "Model",
    "Prediction",
    "Sentence",
    "Status",
    "claims",
    "load",
    "read",
    "split",
    "to_frame",
]
__version__ = "0.1.0"

_HOMES = {
    "LABELS": "avow.records",
    "Claim": "avow.records",
    "Document": "avow.records",
    "Explanation": "avow.records",
    "Label": "avow.records",
    "Model": "avow.models",
    "Prediction": "avow.records",
    "Sentence": "avow.records",
    "Status": "avow.records",
    "claims": "avow.claims",
    "load": "avow.models",
    "read": "avow.documents",
    "split": "avow.sentences",
    "to_frame": "avow.frames",
}
_MODULES = frozenset({"errors", "fitting", "models", "sources"})
"""What the documentation names a function or an error of, so that it is there after ``import avow``."""


def __getattr__(name: str) -> Any:
    # Modules are imported when a name is first used, so that importing the package costs next to nothing.
    if name in _MODULES:
        return import_module(f"avow.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'avow' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
