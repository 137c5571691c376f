"""The folder that a model is: write it whole, describe it, verify it, load it, refuse what is wrong."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from avow.errors import InputError, ModelError, OutputError
from avow.models import circumstances as of_claims
from avow.models import kinds as of_acts
from avow.models import stances as of_stances
from avow.models.circumstances import CircumstanceTable
from avow.models.columns import Layout, Row, TrainedColumns, pack_columns
from avow.models.kinds import KindTable
from avow.models.model import Model
from avow.models.stances import StanceTable
from avow.models.table import Table, in_order, pack
from avow.models.words import fold
from avow.prior import KEY as PRIOR
from avow.records import LABELS
from avow.storage import (
    digest_bytes,
    digest_file,
    encode,
    ensure_writable,
    read_bytes,
    read_json,
    read_text,
    write_bytes,
    write_json,
    write_text,
)
from avow.terms import kind_of

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

    from avow.stances import TrainedStances
    from avow.training import TrainedModel

KIND = "avow-model"
FORMAT = 2
MANIFEST, WEIGHTS, NAMES, TERMS = "manifest.json", "weights.bin", "names.txt", "terms.tsv"
PIPELINE, FINGERPRINTS = "pipeline.joblib", "fingerprints.bin"
STANCES, STANCE_TERMS, STANCE_PARTS = "stances.bin", "stances.tsv", "stances.joblib"
CIRCUMSTANCES, CIRCUMSTANCE_TERMS = "circumstances.bin", "circumstances.tsv"
ACT_KINDS, ACT_KIND_TERMS = "kinds.bin", "kinds.tsv"
_OLD = (WEIGHTS, TERMS, PIPELINE, FINGERPRINTS)
_OWN = (*_OLD, NAMES)
_ADDED = (STANCES, STANCE_TERMS, STANCE_PARTS, CIRCUMSTANCES, CIRCUMSTANCE_TERMS, ACT_KINDS, ACT_KIND_TERMS)
"""What a model has besides where its register was trained."""
_LABELLING, _REGISTERING = (WEIGHTS, NAMES), (STANCES, CIRCUMSTANCES, ACT_KINDS)
"""What is read of a model to label sentences, and to make records of claims."""
FILES = (*_OWN, *_ADDED, MANIFEST)
"""All files that a model may have."""
_CARD = "README.md"
_REPORTS = (
    "evaluation.json",
    "metrics.json",
    "behaviour.json",
    "report.md",
    "report.html",
    _CARD,
    *(f"plots/{name}.csv" for name in ("confusion", "calibration", "precision-recall", "risk-coverage")),
)
"""What is written of a model beside it, and is not true of the next one."""
_LATER = frozenset({*(name.partition("/")[0] for name in _REPORTS), "curve.json", ".gitignore"})
_REMEDY = "train the model anew with avow train, or restore the folder"


@dataclass(frozen=True, slots=True)
class Description:
    """What a model folder says of itself.

    Attributes:
        folder: Where it is.
        manifest: Its manifest.
        files: Size in bytes by file name.
        faults: What verification found wrong, empty where nothing.
        strangers: Files that no stage of Avow writes.
    """

    folder: str
    manifest: Mapping[str, Any]
    files: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()


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
        own: tuple[str, ...] = _OWN
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
        (folder / MANIFEST).unlink(missing_ok=True)
        for name in told:
            (folder / name).unlink()
        for name in (*own, MANIFEST):
            (workshop / name).replace(folder / name)
        for name in set(_ADDED) - set(own):
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
    there = [name for name in _REPORTS if (folder / name).is_file()]
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
    taken = [name for name in (*_OWN, *_ADDED) if (folder / name).exists()]
    if taken and not overwrite:
        raise OutputError(
            f"holds {', '.join(taken)} already", where=str(folder), remedy="choose another folder or add --overwrite"
        )
    # It is made beside the folder and then moved in.
    ensure_writable(folder)
    ensure_writable(folder / MANIFEST)


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
        raise ModelError(error.what, where=error.where or str(path), remedy=_REMEDY) from error
    if not isinstance(manifest, dict) or manifest.get("kind") != KIND:
        raise ModelError("not the manifest of an Avow model", where=str(path), remedy="check the folder's name")
    form = manifest.get("format")
    if type(form) is not int or not 1 <= form <= FORMAT:
        newer = type(form) is int and form > FORMAT
        raise ModelError(
            f"format {form!r}, this version of avow reads 1 to {FORMAT}",
            where=str(path),
            remedy="upgrade avow" if newer else _REMEDY,
        )
    if manifest.get("labels") != [str(label) for label in LABELS]:
        raise ModelError(f"labels {manifest.get('labels')!r}", where=str(path), expected=f"{list(map(str, LABELS))}")
    files = manifest.get("files")
    if not isinstance(files, dict) or not all(
        name in (*_OWN, *_ADDED) and isinstance(entry, dict) for name, entry in files.items()
    ):
        raise ModelError("no list of files", where=str(path), remedy=_REMEDY)
    if not _usable(manifest):
        raise ModelError("parameters and data are not what training writes", where=str(path), remedy=_REMEDY)
    # Models of earlier versions carry none.
    if "digest" in manifest and manifest["digest"] != digest_of(manifest):
        raise ModelError("the manifest is not what was saved (digest differs)", where=str(path), remedy=_REMEDY)
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
        raise ModelError(f"not what training writes ({found[0]})", where=str(folder / MANIFEST), remedy=_REMEDY)


def load(folder: Path | str) -> Model:
    """Open a model for prediction; the manifest and the weights are read, and for much text the names of terms.

    Args:
        folder: The model's folder.

    Returns:
        The model.

    Raises:
        ModelError: There is no model, it is damaged, tampered with, foreign, or of a newer format.
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
            f"{len(names)} terms", where=str(folder / NAMES), expected=f"{table.count} as in {WEIGHTS}", remedy=_REMEDY
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
    path = _checked(folder, STANCES)
    if path is None:
        raise ModelError("the model knows nothing of denials and accusations", where=str(Path(folder)), remedy=_REMEDY)
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


_TABLES: Mapping[str, Callable[[Path], Table | StanceTable | CircumstanceTable | KindTable]] = {
    WEIGHTS: Table,
    STANCES: StanceTable,
    CIRCUMSTANCES: CircumstanceTable,
    ACT_KINDS: KindTable,
}


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
        raise ModelError(f"the manifest does not list {name}", where=str(folder), remedy=_REMEDY)
    if path.is_symlink() or not path.is_file():
        raise ModelError("missing or not a plain file", where=str(path), remedy=_REMEDY)
    size = path.stat().st_size
    if size != entry.get("bytes"):
        raise ModelError(f"{size} bytes", where=str(path), expected=f"{entry.get('bytes')} bytes", remedy=_REMEDY)
    if digest_file(path) != entry.get("digest"):
        raise ModelError("the content is not what was saved (digest differs)", where=str(path), remedy=_REMEDY)


def describe(folder: Path) -> Description:
    """What a model folder says of itself; nothing is checked but the manifest.

    Args:
        folder: The model's folder.

    Returns:
        The description.

    Raises:
        ModelError: There is no readable manifest, or it lacks what training writes.
    """
    manifest = read_manifest(folder)
    check_manifest(manifest, folder)
    files = {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.is_file()}
    known = {*FILES, *_LATER}
    strangers = tuple(path.name for path in sorted(folder.iterdir()) if path.name not in known)
    return Description(str(folder), manifest, files, (), strangers)


def verify(folder: Path) -> Description:
    """Check every file of a model; nothing in it is executed.

    Args:
        folder: The model's folder.

    Returns:
        The description with all faults.

    Raises:
        ModelError: There is no readable manifest.
    """
    from avow.partition import find_leaks

    found = describe(folder)
    faults: list[str] = []
    for name in (*_OLD, *(name for name in (NAMES, *_ADDED) if name in found.manifest["files"])):
        try:
            check_file(folder, found.manifest, name)
            if name in _TABLES:
                faults.extend(f"{folder / name}: {fault}" for fault in _TABLES[name](folder / name).check())
            elif name == FINGERPRINTS:
                find_leaks(read_bytes(folder / name), ())
        except ModelError as error:
            faults.append(str(error))
    return Description(found.folder, found.manifest, found.files, tuple(faults), found.strangers)


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


def load_pipeline(folder: Path, *, trusted: bool = False) -> Pipeline:
    """Open the fitted scikit-learn pipeline of a model, which runs code from its file.

    Args:
        folder: The model's folder.
        trusted: Say that you trust whoever made the folder; without it the file is not opened.

    Returns:
        The pipeline.

    Raises:
        ModelError: Trust was not given, or the file differs from the manifest.
    """
    if not trusted:
        raise ModelError(
            "a joblib file can run any code when it is opened",
            where=str(folder / PIPELINE),
            remedy="pass trusted=True if you made this model; prediction needs no pipeline: use avow.load",
        )
    manifest = read_manifest(folder)
    check_file(folder, manifest, PIPELINE)
    import warnings

    import joblib
    import sklearn

    made_with = manifest.get("versions", {}).get("scikit-learn")
    if made_with != sklearn.__version__:
        warnings.warn(f"pipeline of scikit-learn {made_with}, here is {sklearn.__version__}", stacklevel=2)
    pipeline: Pipeline = joblib.load(folder / PIPELINE)
    return pipeline


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
