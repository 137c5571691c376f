"""The files of a suite, read and checked as a whole: every fault is found before one error names them.

A suite is a folder of YAML files with the keys ``fills`` (words by slot) and ``capabilities``. Templates stand one a
line. ``fills`` may stand in any of the files, each list once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from avow.behaviour.cases import Capability, Kind, Move, Suite
from avow.behaviour.expand import CHANGES, CHOICE, SLOT, expand
from avow.errors import InputError
from avow.records import LABELS, Label
from avow.storage import digest_bytes, read_text

FOLDER = Path(__file__).parent / "suite"
_FILES = ("fills", "claims", "beside_claims", "facts", "opinions", "invariance", "direction")
_NEEDED = {
    Kind.MINIMUM: {"name", "kind", "rule", "label", "templates"},
    Kind.INVARIANCE: {"name", "kind", "rule"},
    Kind.DIRECTION: {"name", "kind", "rule", "label", "moves", "templates"},
}
_OPTIONAL = {
    Kind.MINIMUM: {"open_quote", "capitals"},
    Kind.INVARIANCE: {"templates", "swap", "change", "of", "except"},
    Kind.DIRECTION: set[str](),
}
_SHOWN = 8


def load_suite() -> Suite:
    """The suite that comes with Avow.

    Returns:
        The suite.
    """
    return read_suite(FOLDER / f"{name}.yaml" for name in _FILES)


def read_suite(paths: Iterable[Path]) -> Suite:
    """Read a suite and check it.

    Args:
        paths: Its files; their order is the order of capabilities.

    Returns:
        The suite.

    Raises:
        InputError: Unknown or missing keys, slots without words, templates without a change, or duplicates; all are
            named in one message.
    """
    faults: list[str] = []
    fills: dict[str, tuple[str, ...]] = {}
    found: list[Capability] = []
    texts: list[str] = []
    for path in paths:
        texts.append(read_text(path))
        content = _parse(texts[-1], path)
        faults += [f"{path.name}: unknown key {key!r}" for key in content if key not in {"fills", "capabilities"}]
        for name, words in (content.get("fills") or {}).items():
            faults += _list_faults(path, name, words, known=name in fills)
            fills[name] = tuple(map(str, words)) if isinstance(words, list) else ()
        for at, row in enumerate(content.get("capabilities") or ()):
            where = f"{path.name}: {row.get('name', f'capability {at + 1}') if isinstance(row, dict) else at + 1}"
            new = list(_row_faults(row))
            faults += [f"{where}: {fault}" for fault in new]
            if not new:
                found.append(_capability(row))
    suite = Suite(tuple(found), fills, digest_bytes("\n".join(texts).encode()))
    faults += _suite_faults(suite)
    if not faults:
        counted = Counter(
            (case.capability.name, case.sentence.text, case.changed.text if case.changed else "")
            for case in expand(suite)
        )
        faults += [f"{name}: twice the same case {text!r}" for (name, text, _), count in counted.items() if count > 1]
    if faults:
        more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        raise InputError(
            f"{len(faults)} faults in the behavioural suite: {'; '.join(faults[:_SHOWN])}{more}",
            remedy="see the docstrings of avow.behaviour.cases for what may stand there",
        )
    return suite


def _parse(text: str, path: Path) -> dict[str, Any]:
    import yaml

    try:
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise InputError(
            f"not YAML ({getattr(error, 'problem', None)})", where=f"{path}:{mark.line + 1}" if mark else str(path)
        ) from error
    if not isinstance(content, dict):
        raise InputError("not a mapping", where=str(path), expected="fills: and capabilities:")
    return content


def _list_faults(path: Path, name: str, words: Any, *, known: bool) -> Iterator[str]:
    if known:
        yield f"{path.name}: twice a list {name!r}"
    if not isinstance(words, list) or len(words) < 2 or len(set(map(str, words))) < len(words):
        yield f"{path.name}: list {name!r} needs two different words or more, none of them twice"


def _row_faults(row: Any) -> Iterator[str]:
    if not isinstance(row, Mapping):
        yield "not a mapping"
        return
    if row.get("kind") not in set(Kind):
        yield f"unknown kind {row.get('kind')!r}; known are {', '.join(Kind)}"
        return
    kind = Kind(row["kind"])
    yield from (f"unknown key {key!r}" for key in row if key not in _NEEDED[kind] | _OPTIONAL[kind])
    yield from (f"no {key}" for key in sorted(_NEEDED[kind]) if not row.get(key))
    labels = [row.get("label", LABELS[0]), *row.get("of", ())]
    yield from (f"unknown label {label!r}" for label in labels if label not in set(Label))
    if row.get("moves", Move.UP) not in set(Move):
        yield f"unknown move {row['moves']!r}; known are {', '.join(Move)}"
    if row.get("change", "capitals") not in CHANGES:
        yield f"unknown change {row['change']!r}; known are {', '.join(sorted(CHANGES))}"
    if kind is Kind.INVARIANCE and len(row.keys() & {"templates", "swap", "change"}) != 1:
        yield "needs one of templates, swap and change"


def _capability(row: Mapping[str, Any]) -> Capability:
    return Capability(
        row["name"],
        Kind(row["kind"]),
        row["rule"],
        tuple(line.strip() for line in str(row.get("templates", "")).splitlines() if line.strip()),
        Label(row["label"]) if "label" in row else None,
        Move(row["moves"]) if "moves" in row else None,
        bool(row.get("open_quote")),
        bool(row.get("capitals")),
        tuple(row.get("swap", ())),
        row.get("change", ""),
        tuple(map(Label, row.get("of", ()))),
        tuple(row.get("except", ())),
    )


def _suite_faults(suite: Suite) -> Iterator[str]:
    names = Counter(item.name for item in suite.capabilities)
    yield from (f"twice a capability {name!r}" for name, count in names.items() if count > 1)
    for item in suite.capabilities:
        yield from (f"{item.name}: no capability {name!r} to leave out" for name in item.without if name not in names)
        yield from (f"{item.name}: no list {name!r} to swap" for name in item.swap if name not in suite.fills)
        for template, count in Counter(item.templates).items():
            if count > 1:
                yield f"{item.name}: twice the template {template!r}"
            for name in {slot.rstrip("0123456789") for slot in SLOT.findall(template)} - suite.fills.keys():
                yield f"{item.name}: no list for the slot {{{name}}} of {template!r}"
            rest = CHOICE.sub("", SLOT.sub("", template))
            if set("[]|{}") & set(rest) or bool(CHOICE.search(template)) is (item.kind is Kind.MINIMUM):
                yield f"{item.name}: {template!r} needs [before|after] where it is changed, and only there"
