"""Opening a model: what labels sentences, what makes records of claims, and the pipeline that it was fitted as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from avow.errors import ModelError
from avow.models.manifest import (
    ACT_KINDS,
    CIRCUMSTANCES,
    FINGERPRINTS,
    NAMES,
    PIPELINE,
    REMEDY,
    STANCES,
    WEIGHTS,
    check_file,
    read_manifest,
)
from avow.models.model import Model
from avow.models.table import Table
from avow.storage import (
    read_bytes,
    read_text,
)

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

    from avow.models.circumstances import CircumstanceTable
    from avow.models.kinds import KindTable
    from avow.models.stances import StanceTable


def load(folder: Path | str) -> Model:
    """Open a model for prediction; the manifest and the weights are read, and for much text the names of terms.

    Args:
        folder: The model's folder.

    Returns:
        The model.

    Raises:
        ModelError: There is no model, it is damaged, tampered with, foreign, or of another format.
    """
    # The names are read later: the working directory may be another one by then.
    place = Path(folder).absolute()
    manifest = read_manifest(place)
    check_file(place, manifest, WEIGHTS)
    table = Table(place / WEIGHTS)
    return Model(table, manifest, lambda: _named(place, manifest, table), place)


def _named(folder: Path, manifest: Mapping[str, Any], table: Table) -> Iterable[tuple[str, complex]]:
    """All terms with their weights; none for a model without their names, as those of format 1 are."""
    if NAMES not in manifest["files"]:
        return ()
    check_file(folder, manifest, NAMES)
    names = read_text(folder / NAMES).split("\n")
    if len(names) != table.count:
        raise ModelError(
            f"{len(names)} terms", where=str(folder / NAMES), expected=f"{table.count} as in {WEIGHTS}", remedy=REMEDY
        )
    return zip(names, table.weights(), strict=True)


def load_stances(folder: Path | str) -> StanceTable:
    """Open what the register of claims needs of a model.

    Args:
        folder: The model's folder.

    Returns:
        The table.

    Raises:
        ModelError: There is no model, it was trained without it, or the file differs from what was saved.
    """
    from avow.models.stances import StanceTable

    path = _checked(folder, STANCES)
    if path is None:
        raise ModelError(
            "the model knows nothing of denials and accusations",
            where=str(Path(folder)),
            remedy="train it anew with LABELS, the file that avow labels writes: avow train LABELS --add SET",
        )
    return StanceTable(path)


def load_circumstances(folder: Path | str) -> CircumstanceTable | None:
    """Open what tells the channels and doubts of claims.

    Args:
        folder: The model's folder.

    Returns:
        The table; ``None`` where the model was saved without it.

    Raises:
        ModelError: There is no model, or the file differs from what was saved.
    """
    from avow.models.circumstances import CircumstanceTable

    path = _checked(folder, CIRCUMSTANCES)
    return None if path is None else CircumstanceTable(path)


def load_kinds(folder: Path | str) -> KindTable | None:
    """Open what tells the kinds of acts.

    Args:
        folder: The model's folder.

    Returns:
        The table; ``None`` where the model was saved without it.

    Raises:
        ModelError: There is no model, or the file differs from what was saved.
    """
    from avow.models.kinds import KindTable

    path = _checked(folder, ACT_KINDS)
    return None if path is None else KindTable(path)


def _checked(folder: Path | str, name: str) -> Path | None:
    """A file that not every model has, held against the manifest; ``None`` where this one was saved without it."""
    place = Path(folder)
    manifest = read_manifest(place)
    if name not in manifest["files"]:
        return None
    check_file(place, manifest, name)
    return place / name


def read_fingerprints(folder: Path) -> bytes:
    """What a model remembers of its training text.

    Args:
        folder: The model's folder.

    Returns:
        The content of its fingerprints file, checked against the manifest.

    Raises:
        ModelError: The file is missing or differs from what was saved.
    """
    check_file(folder, read_manifest(folder), FINGERPRINTS)
    return read_bytes(folder / FINGERPRINTS)


def load_pipeline(folder: Path | str, *, trusted: bool = False) -> Pipeline:
    """Open the fitted scikit-learn pipeline of a model, which runs code from its file.

    Args:
        folder: The model's folder.
        trusted: Say that you trust whoever made the folder; without it the file is not opened.

    Returns:
        The pipeline.

    Raises:
        ModelError: Trust was not given, or the file differs from the manifest.
    """
    place = Path(folder)
    if not trusted:
        raise ModelError(
            "a joblib file can run any code when it is opened",
            where=str(place / PIPELINE),
            remedy="pass trusted=True if you made this model; prediction needs no pipeline: use avow.load",
        )
    manifest = read_manifest(place)
    check_file(place, manifest, PIPELINE)
    import warnings

    import joblib
    import sklearn

    made_with = manifest.get("versions", {}).get("scikit-learn")
    if made_with != sklearn.__version__:
        warnings.warn(f"pipeline of scikit-learn {made_with}, here is {sklearn.__version__}", stacklevel=2)
    pipeline: Pipeline = joblib.load(place / PIPELINE)
    return pipeline
