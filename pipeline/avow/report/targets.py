"""Targets on text that nobody here wrote, and what was reached.

CheckThat!'s test sets are for its organisers to score: their targets stand beside what is reached on its train and
development sets, which stand in for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Target:
    """What is aimed at on sets of a kind.

    Attributes:
        what: The score in words.
        kind: First word of the names of the sets.
        score: Name of the score in an evaluation.
        bound: The target.
        part: Dimension and value of a slice, or nothing for the whole set.
        below: Whether the score must stay below the target.
        added: True where it holds for models that trained on sets of the kind beside our corpus, False for those that
            trained on our corpus alone; ``None`` for all models.
    """

    what: str
    kind: str
    score: str
    bound: float
    part: tuple[str, str] | None = None
    below: bool = False
    added: bool | None = None


_CLAIM = "f1 claim-of-responsibility"
_WIRE, _MODERN = ("clear cases", "muc-dev"), ("clear cases", "current-events")
TARGETS: tuple[Target, ...] = (
    Target("claim F1, wire 1988-90, clear cases", "real", _CLAIM, 0.88, _WIRE),
    Target("claim F1, modern, clear cases", "real", _CLAIM, 0.92, _MODERN),
    Target("false claims among denials, no-claims, accusations", "real", "false_claims", 0.04, below=True),
    Target("three-class macro-F1, wire 1988-90, clear cases", "real", "macro_f1", 0.83, _WIRE),
    Target("three-class macro-F1, modern, clear cases", "real", "macro_f1", 0.86, _MODERN),
    Target("macro-F1, stand-in for the 2024 test, our corpus only", "checkthat", "macro_f1", 0.70, added=False),
    Target("macro-F1, stand-in for the 2025 test, our corpus only", "checkthat", "macro_f1", 0.63, added=False),
    Target("macro-F1, stand-in for the 2024 test, CheckThat! added", "checkthat", "macro_f1", 0.73, added=True),
    Target("macro-F1, stand-in for the 2025 test, CheckThat! added", "checkthat", "macro_f1", 0.65, added=True),
    Target("macro-F1, factual against opinion, our corpus only", "babe", "macro_f1", 0.87, added=False),
    Target("expected calibration error", "real", "calibration_error", 0.05, below=True),
    Target("expected calibration error", "checkthat", "calibration_error", 0.05, below=True),
    Target("expected calibration error", "babe", "calibration_error", 0.05, below=True),
)
_SPECS = {"real": "real:{}@FOLDER", "checkthat": "checkthat:FOLDER/{}.tsv", "babe": "babe:FOLDER/{}.csv"}


def target_rows(results: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Targets beside what was reached.

    Args:
        results: What ``avow evaluate --on ... --output`` wrote, of one model or several.

    Returns:
        A row a target and set: target, set, sentences, score, whether it is met, what trained the model, command.
    """
    return [row for target in TARGETS for result in results for row in _rows(target, result)]


def _rows(target: Target, result: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    data = result["model"]["data"]
    sources = data.get("sources", ())
    ours = "labels" in data or not sources
    added = any(_kind(source["name"]) == target.kind for source in sources)
    if (target.added is False and sources) or (target.added and not (ours and added)):
        return
    for evaluation in result["transfer"]:
        if _kind(evaluation["name"]) != target.kind:
            continue
        found, sentences = evaluation["scores"], evaluation["sentences"]
        if target.part is not None:
            parts = [row for row in evaluation["slices"] if (row["dimension"], row["value"]) == target.part]
            found, sentences = (parts[0]["scores"], parts[0]["sentences"]) if parts else ({}, 0)
        elif target.score == "false_claims":
            sentences = evaluation["beside_claims"]
        score = found.get(target.score)
        if score is None or score["value"] is None:
            continue
        yield {
            "what": target.what,
            "target": f"{'< ' if target.below else '≥ '}{target.bound:.2f}",
            "set": evaluation["name"],
            "sentences": sentences,
            "score": score,
            "met": _absent(target, found) or _met(target, score),
            "trained": ", ".join([*(["our corpus"] if ours else []), *(_times(source) for source in sources)]),
            "command": " && ".join([*_training(ours, sources), f"avow evaluate --on {_spec(evaluation['name'])}"]),
        }


def _met(target: Target, score: Mapping[str, float | None]) -> str:
    value, low, high = score["value"] or 0.0, score["low"], score["high"]
    met = value < target.bound if target.below else value >= target.bound
    best = low if target.below else high
    if met or best is None:
        return "yes" if met else "no"
    return "within the interval" if (best < target.bound if target.below else best >= target.bound) else "no"


def _absent(target: Target, found: Mapping[str, Any]) -> str:
    """A mean over the labels that occur is not the one that is aimed at where one does not occur."""
    if target.part is None or target.score != "macro_f1":
        return ""
    labels = [name.removeprefix("f1 ") for name, score in found.items() if name.startswith("f1 ") and not _known(score)]
    return f"cannot be told: no {' or '.join(labels)} occurs" if labels else ""


def _known(score: Mapping[str, Any]) -> bool:
    return score["value"] is not None


def _times(source: Mapping[str, Any]) -> str:
    return str(source["name"]) if source["weight"] == 1 else f"{source['name']} x {source['weight']:g}"


def _training(ours: bool, sources: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not sources:
        return
    parts = [f"--add {_spec(source['name'])}" for source in sources]
    parts += [f"--weight {_spec(source['name'])}={source['weight']:g}" for source in sources if source["weight"] != 1]
    yield " ".join(["avow train", *(["data/labels.jsonl"] if ours else []), *parts])


def _spec(name: str) -> str:
    # Where two sets have one name, the spec of each stands behind it in brackets.
    kind, _, rest = name.partition(" ")
    return _SPECS[kind].format(rest.partition(f" ({kind}:")[0]) if kind in _SPECS else name


def _kind(name: str) -> str:
    return name.partition(" ")[0]
