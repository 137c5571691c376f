"""Models as folders: portable weights that predict without scikit-learn, the fitted pipeline, a manifest."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from avow.models.circumstances import CircumstanceTable
    from avow.models.columns import TrainedColumns
    from avow.models.description import FILES, Description, describe, verify
    from avow.models.kinds import KindTable
    from avow.models.loading import load, load_circumstances, load_kinds, load_pipeline, load_stances, read_fingerprints
    from avow.models.manifest import check_manifest, deciding_digest, read_manifest
    from avow.models.model import Model
    from avow.models.saving import ensure_free, save
    from avow.models.stances import StanceTable

__all__ = [
    "FILES",
    "CircumstanceTable",
    "Description",
    "KindTable",
    "Model",
    "StanceTable",
    "TrainedColumns",
    "check_manifest",
    "deciding_digest",
    "describe",
    "ensure_free",
    "load",
    "load_circumstances",
    "load_kinds",
    "load_pipeline",
    "load_stances",
    "read_fingerprints",
    "read_manifest",
    "save",
    "verify",
]

_HOMES = {
    "FILES": "description",
    "CircumstanceTable": "circumstances",
    "Description": "description",
    "KindTable": "kinds",
    "Model": "model",
    "StanceTable": "stances",
    "TrainedColumns": "columns",
    "check_manifest": "manifest",
    "deciding_digest": "manifest",
    "describe": "description",
    "ensure_free": "saving",
    "load": "loading",
    "load_circumstances": "loading",
    "load_kinds": "loading",
    "load_pipeline": "loading",
    "load_stances": "loading",
    "read_fingerprints": "loading",
    "read_manifest": "manifest",
    "save": "saving",
    "verify": "description",
}


def __getattr__(name: str) -> Any:
    # Labelling sentences needs neither the tables of the register nor what writes a folder.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"avow.models.{_HOMES[name]}"), name)
    return value
