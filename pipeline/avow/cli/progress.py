"""Progress of training at a terminal; elsewhere nothing is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

STEPS = {
    "terms": "reading terms",
    "columns": "counting terms",
    "regressions": "fitting two regressions",
    "stances": "fitting who denies, blames and suspects",
    "claims": "reading claims",
    "circumstances": "fitting channels and doubts",
    "kinds": "fitting kinds of acts",
}


@contextmanager
def training(total: int) -> Iterator[Callable[[str, int | None], None]]:
    """A bar for :func:`avow.training.train` and for what is fitted after it.

    Args:
        total: Sentences to train on.

    Yields:
        What to give it as ``progress``, and to tell each further step.
    """
    if not sys.stderr.isatty():
        yield lambda step, done: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(STEPS["terms"], total=total)

        def show(step: str, done: int | None) -> None:
            if done is not None:
                bar.update(task, completed=done)
            else:
                # How many steps the solver will take is not known beforehand.
                bar.reset(task, description=STEPS[step], total=None)

        yield show


@contextmanager
def counting() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for work of several countable steps.

    Yields:
        What to tell a step, how much of it is done and how much there is.
    """
    if not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda step, done, total: bar.update(task, description=step, completed=done, total=total)


@contextmanager
def waiting(step: str) -> Iterator[None]:
    """A bar for work of which nobody knows how much is done.

    Args:
        step: What is being done.

    Yields:
        Nothing; the bar goes when the block ends.
    """
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        bar.add_task(step, total=None)
        yield
