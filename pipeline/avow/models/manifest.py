"""The manifest of a model, which names its files and tells what decides its predictions; a file is held against it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from avow.errors import InputError, ModelError
from avow.prior import KEY as PRIOR
from avow.records import LABELS
from avow.storage import (
    digest_bytes,
    digest_file,
    encode,
    read_json,
)

KIND = "avow-model"
FORMAT = 2
MANIFEST, WEIGHTS, NAMES, TERMS = "manifest.json", "weights.bin", "names.txt", "terms.tsv"
PIPELINE, FINGERPRINTS = "pipeline.joblib", "fingerprints.bin"
STANCES, STANCE_TERMS, STANCE_PARTS = "stances.bin", "stances.tsv", "stances.joblib"
CIRCUMSTANCES, CIRCUMSTANCE_TERMS = "circumstances.bin", "circumstances.tsv"
ACT_KINDS, ACT_KIND_TERMS = "kinds.bin", "kinds.tsv"
OLD = (WEIGHTS, TERMS, PIPELINE, FINGERPRINTS)
OWN = (*OLD, NAMES)
ADDED = (STANCES, STANCE_TERMS, STANCE_PARTS, CIRCUMSTANCES, CIRCUMSTANCE_TERMS, ACT_KINDS, ACT_KIND_TERMS)
"""What a model has besides where its register was trained."""
_LABELLING, _REGISTERING = (WEIGHTS, NAMES), (STANCES, CIRCUMSTANCES, ACT_KINDS)
"""What is read of a model to label sentences, and to make records of claims."""
REMEDY = "train the model anew with avow train, or restore the folder"


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a model.

    Args:
        folder: The model's folder.

    Returns:
        The manifest, its kind, format, labels and, where it carries one, digest checked.

    Raises:
        ModelError: There is no model, one that this version cannot read, or one whose manifest was changed.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise ModelError(
            "no model here",
            where=str(folder),
            expected=f"a folder with {MANIFEST}",
            remedy="make one with: avow train, or give --model FOLDER",
        )
    try:
        manifest = read_json(path)
    except InputError as error:
        raise ModelError(error.what, where=error.where or str(path), remedy=REMEDY) from error
    if not isinstance(manifest, dict) or manifest.get("kind") != KIND:
        raise ModelError("not the manifest of an Avow model", where=str(path), remedy="check the folder's name")
    form = manifest.get("format")
    if type(form) is not int or not 1 <= form <= FORMAT:
        newer = type(form) is int and form > FORMAT
        raise ModelError(
            f"format {form!r}, this version of avow reads 1 to {FORMAT}",
            where=str(path),
            remedy="upgrade avow" if newer else REMEDY,
        )
    if manifest.get("labels") != [str(label) for label in LABELS]:
        raise ModelError(f"labels {manifest.get('labels')!r}", where=str(path), expected=f"{list(map(str, LABELS))}")
    files = manifest.get("files")
    if not isinstance(files, dict) or not all(
        name in (*OWN, *ADDED) and isinstance(entry, dict) for name, entry in files.items()
    ):
        raise ModelError("no list of files", where=str(path), remedy=REMEDY)
    if not _usable(manifest):
        raise ModelError("parameters and data are not what training writes", where=str(path), remedy=REMEDY)
    # Models of earlier versions carry none.
    if "digest" in manifest and manifest["digest"] != digest_of(manifest):
        raise ModelError("the manifest is not what was saved (digest differs)", where=str(path), remedy=REMEDY)
    return manifest


def digest_of(manifest: Mapping[str, Any]) -> str:
    """The digest that a manifest carries of itself.

    Args:
        manifest: A manifest.

    Returns:
        The digest of all but the digest, however its JSON is laid out.
    """
    content = {key: value for key, value in manifest.items() if key != "digest"}
    return digest_bytes(encode(json.dumps(content, ensure_ascii=False, sort_keys=True)))


def _usable(manifest: Mapping[str, Any]) -> bool:
    """Whether what prediction reads of a manifest is of the right kind: kinds of features, thresholds, the prior."""
    parameters, data = manifest.get("parameters", {}), manifest.get("data", {})
    if not isinstance(parameters, dict) or not isinstance(data, dict):
        return False
    features, risks = parameters.get("features", {}), data.get("risks", {})
    if not isinstance(features, dict) or not isinstance(risks, dict):
        return False
    if PRIOR in data and not _is_prior(data[PRIOR]):
        return False
    kinds = features.get("kinds", [])
    named = isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds)
    return named and all(_is_number(name) and type(value) in {int, float} for name, value in risks.items())


def _is_prior(found: Any) -> bool:
    if not isinstance(found, dict):
        return False
    share, count = found.get("opinions"), found.get("sentences")
    return isinstance(share, float) and 0 < share < 1 and isinstance(count, float) and 1e-3 <= count < math.inf


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def deciding_digest(manifest: Mapping[str, Any], *, register: bool) -> str:
    """A digest of what of a model decides the labels and probabilities of sentences, and the records of its register.

    Args:
        manifest: The model's manifest.
        register: Whether records are asked for too.

    Returns:
        The digest; the same for models that differ only in what no prediction reads.
    """
    names = _LABELLING + (_REGISTERING if register else ())
    files = {name: entry.get("digest") for name in names if (entry := manifest["files"].get(name)) is not None}
    told = {
        "files": files,
        "kinds": manifest.get("parameters", {}).get("features", {}).get("kinds"),
        PRIOR: manifest.get("data", {}).get(PRIOR),
    }
    return digest_bytes(json.dumps(told, sort_keys=True).encode())


def check_manifest(manifest: Mapping[str, Any], folder: Path) -> None:
    """Hold what a manifest tells of the model beside its files against what training writes.

    Args:
        manifest: A manifest, as :func:`read_manifest` gives it.
        folder: The model's folder.

    Raises:
        ModelError: Something is missing or of another kind.
    """
    from avow.shapes import Model as Shape
    from avow.shapes import faults

    found = faults(Shape, manifest)
    if found:
        raise ModelError(f"not what training writes ({found[0]})", where=str(folder / MANIFEST), remedy=REMEDY)


def check_file(folder: Path, manifest: Mapping[str, Any], name: str) -> None:
    """Hold a file of a model against its manifest.

    Args:
        folder: The model's folder.
        manifest: Its manifest.
        name: The file.

    Raises:
        ModelError: The file is missing, a link, or differs from what was saved.
    """
    path = folder / name
    entry = manifest["files"].get(name)
    if entry is None:
        raise ModelError(f"the manifest does not list {name}", where=str(folder), remedy=REMEDY)
    if path.is_symlink() or not path.is_file():
        raise ModelError("missing or not a plain file", where=str(path), remedy=REMEDY)
    size = path.stat().st_size
    if size != entry.get("bytes"):
        raise ModelError(f"{size} bytes", where=str(path), expected=f"{entry.get('bytes')} bytes", remedy=REMEDY)
    if digest_file(path) != entry.get("digest"):
        raise ModelError("the content is not what was saved (digest differs)", where=str(path), remedy=REMEDY)
