"""Models as folders: portable weights that predict without scikit-learn, the fitted pipeline, a manifest."""

from __future__ import annotations

from avow.models.circumstances import CircumstanceTable
from avow.models.columns import TrainedColumns
from avow.models.folder import (
    FILES,
    Description,
    check_manifest,
    deciding_digest,
    describe,
    ensure_free,
    load,
    load_circumstances,
    load_kinds,
    load_pipeline,
    load_stances,
    read_fingerprints,
    read_manifest,
    save,
    verify,
)
from avow.models.kinds import KindTable
from avow.models.model import Model
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
