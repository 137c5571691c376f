"""Benchmarks: medians over rounds, each figure as a ratio to ours in the same run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast something is.

    Attributes:
        name: What was measured.
        speed: Units a second, the median over rounds.
        ratio: Our speed over this one.
    """

    name: str
    speed: float
    ratio: float
