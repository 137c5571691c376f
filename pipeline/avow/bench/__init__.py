"""Benchmarks: medians over rounds, each figure as a ratio to ours in the same run, on one pinned core."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TypeVar

Item = TypeVar("Item")


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


@contextmanager
def pinned() -> Iterator[None]:
    """Keep this process and what it starts on one core, where the operating system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def speed(work: Callable[[Sequence[Item]], object], items: Sequence[Item], *, batch: int, seconds: float) -> float:
    """Items a second, given in batches until the time is over or the items are.

    What is in memory already, most of which belongs to the others, is left out of garbage collections meanwhile.

    Args:
        work: What is done with a batch.
        items: What to do it with.
        batch: Items to a batch.
        seconds: Time to spend, at least one batch.

    Returns:
        Items a second.
    """
    done = 0
    gc.collect()
    gc.freeze()
    try:
        begin = now = perf_counter()
        while done < len(items) and (not done or now - begin < seconds):
            chunk = items[done : done + batch]
            work(chunk)
            done += len(chunk)
            now = perf_counter()
    finally:
        gc.unfreeze()
    return done / (now - begin)


def rates(speeds: dict[str, list[float]]) -> list[Rate]:
    """Medians and ratios to the first one.

    Args:
        speeds: Speeds of all rounds by name, ours first.

    Returns:
        Rates in that order.
    """
    medians = {name: median(values) for name, values in speeds.items() if values}
    ours = next(iter(medians.values()))
    return [Rate(name, value, ours / value) for name, value in medians.items()]
