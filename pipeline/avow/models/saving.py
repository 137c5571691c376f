"""Writing a model's folder, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from avow.errors import OutputError
from avow.models import circumstances as of_claims
from avow.models import kinds as of_acts
from avow.models import stances as of_stances
from avow.models.columns import Layout, Row, TrainedColumns, pack_columns
from avow.models.manifest import (
    ACT_KIND_TERMS,
    ACT_KINDS,
    ADDED,
    CIRCUMSTANCE_TERMS,
    CIRCUMSTANCES,
    FINGERPRINTS,
    FORMAT,
    KIND,
    MANIFEST,
    NAMES,
    OWN,
    PIPELINE,
    STANCE_PARTS,
    STANCE_TERMS,
    STANCES,
    TERMS,
    WEIGHTS,
    digest_of,
)
from avow.models.table import in_order, pack
from avow.models.words import fold
from avow.records import LABELS
from avow.storage import (
    digest_bytes,
    ensure_writable,
    read_bytes,
    write_bytes,
    write_json,
    write_text,
)
from avow.terms import kind_of

if TYPE_CHECKING:
    from avow.stances import TrainedStances
    from avow.training import TrainedModel


_CARD = "README.md"
REPORTS = (
    "evaluation.json",
    "metrics.json",
    "behaviour.json",
    "report.md",
    "report.html",
    _CARD,
    *(f"plots/{name}.csv" for name in ("confusion", "calibration", "precision-recall", "risk-coverage")),
)
"""What is written of a model beside it, and is not true of the next one."""


def save(
    trained: TrainedModel,
    folder: Path,
    *,
    overwrite: bool = False,
    stances: TrainedStances | None = None,
    circumstances: TrainedColumns | None = None,
    kinds: TrainedColumns | None = None,
) -> list[str]:
    """Write a model's folder.

    The files are made in a temporary folder beside the target and moved in one by one, the manifest last: without the
    manifest there is no model, and its digests match no mixture of two models. Where another model was there, its
    scores, report and card go with it.

    Args:
        trained: The model.
        folder: The target.
        overwrite: Whether a model that is there may be replaced.
        stances: What the register of claims needs; without it the model labels sentences only.
        circumstances: What tells the channels and doubts of its claims; without it rules do.
        kinds: What tells the kinds of acts; without it rules do.

    Returns:
        What was told of the model before and is removed, by name.

    Raises:
        OutputError: A model or one of its files is there already, or the folder cannot be written.
        ModelError: The weights cannot be made portable.
    """
    # What only saving needs is imported here: most processes load a model and label a few sentences.
    import shutil
    import tempfile

    ensure_free(folder, overwrite=overwrite)
    folded = fold(trained.weights)
    table = pack(folded, trained.bias)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        write_bytes(workshop / WEIGHTS, table)
        write_text(workshop / NAMES, "\n".join(in_order(folded)))
        write_text(workshop / TERMS, _terms(trained))
        _dump(trained.pipeline, workshop / PIPELINE)
        write_bytes(workshop / FINGERPRINTS, trained.fingerprints)
        own: tuple[str, ...] = OWN
        if stances is not None:
            own = (*own, STANCE_PARTS)
            _dump(stances.fitted, workshop / STANCE_PARTS)
        tables = (
            (STANCES, STANCE_TERMS, of_stances.LAYOUT, stances),
            (CIRCUMSTANCES, CIRCUMSTANCE_TERMS, of_claims.LAYOUT, circumstances),
            (ACT_KINDS, ACT_KIND_TERMS, of_acts.LAYOUT, kinds),
        )
        for name, terms, layout, part in tables:
            if part is not None:
                own = (*own, name, terms)
                write_bytes(workshop / name, pack_columns(layout, part.weights, part.bias))
                write_text(workshop / terms, _register_terms(layout, part.weights))
        counts = {"stances": stances, "circumstances": circumstances, "kinds": kinds}
        write_json(workshop / MANIFEST, _manifest(trained, workshop, own, counts))
        told = _reports_in(folder)
        # Before the manifest, so that no process that is killed in between leaves them for the next model.
        for name in told:
            (folder / name).unlink()
        (folder / MANIFEST).unlink(missing_ok=True)
        for name in (*own, MANIFEST):
            (workshop / name).replace(folder / name)
        for name in set(ADDED) - set(own):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    return told


def _reports_in(folder: Path) -> list[str]:
    """What is written of the model in a folder; nothing where there is none, and no README.md but its card."""
    if not (folder / MANIFEST).exists():
        return []
    there = [name for name in REPORTS if (folder / name).is_file()]
    return [name for name in there if name != _CARD or read_bytes(folder / name).startswith(b"# Model card\n")]


def ensure_free(folder: Path, *, overwrite: bool) -> None:
    """Refuse a target that holds a model, or a file that has the name of one of its own, before any work is done.

    Args:
        folder: The target.
        overwrite: Whether what is there may be replaced.

    Raises:
        OutputError: A model, or a file, is there, or none can be written.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise OutputError("is not a folder", where=str(folder), remedy="choose another place")
    if (folder / MANIFEST).exists() and not overwrite:
        raise OutputError("holds a model already", where=str(folder), remedy="choose another folder or add --overwrite")
    taken = [name for name in (*OWN, *ADDED) if (folder / name).exists()]
    if taken and not overwrite:
        raise OutputError(
            f"holds {', '.join(taken)} already", where=str(folder), remedy="choose another folder or add --overwrite"
        )
    # It is made beside the folder and then moved in.
    ensure_writable(folder)
    ensure_writable(folder / MANIFEST)


def _dump(pipeline: Any, path: Path) -> None:
    import joblib

    joblib.dump(pipeline, path, compress=3)


def _terms(trained: TrainedModel) -> str:
    lines = ["term\tkind\t" + "\t".join(map(str, LABELS))]
    for term, row in sorted(trained.weights.items()):
        lines.append("\t".join([term[2:], kind_of(term), *(f"{value:.6g}" for value in row)]))
    return "\n".join(lines) + "\n"


def _register_terms(layout: Layout, weights: Mapping[str, Row]) -> str:
    lines = ["term\tkind\t" + "\t".join(layout.columns)]
    for term, row in sorted(weights.items()):
        lines.append(
            "\t".join([term[2:], layout.kinds.get(term[0]) or kind_of(term), *(f"{value:.6g}" for value in row)])
        )
    return "\n".join(lines) + "\n"


def _manifest(
    trained: TrainedModel,
    workshop: Path,
    own: tuple[str, ...],
    register: Mapping[str, TrainedStances | TrainedColumns | None],
) -> dict[str, Any]:
    manifest = {
        "kind": KIND,
        "format": FORMAT,
        "versions": _versions(),
        "labels": [str(label) for label in LABELS],
        "terms": len(trained.weights),
        "parameters": dict(trained.parameters),
        "data": dict(trained.data),
        "scores": dict(trained.scores),
        **{name: dict(part.counts) if part is not None else {} for name, part in register.items()},
        "files": {name: _entry(workshop / name) for name in own},
    }
    return manifest | {"digest": digest_of(manifest)}


def _entry(path: Path) -> dict[str, Any]:
    data = read_bytes(path)
    return {"bytes": len(data), "digest": digest_bytes(data)}


def _versions() -> dict[str, str]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    found = {"python": platform.python_version()}
    for name in ("avow", "scikit-learn", "numpy", "sentencex"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "unknown"
    return found


def _unwritable(folder: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot be written ({(error.strerror or str(error)).lower()})",
        where=str(folder),
        remedy="check free space and permissions",
    )
