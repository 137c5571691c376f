"""What ``avow score`` takes: time with one process and with two, memory as the corpus grows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import Any

from avow.documents import read
from avow.documents.telling import log
from avow.errors import AvowError, InputError, MissingExtraError
from avow.scoring.markers import BESIDE
from avow.sentences import split
from avow.storage import atomic_writer, encode, read_json

_EVERY = 0.25
"""Seconds between looks at memory: a look takes the time of a core that two processes want."""
_SUMMARY = "summary.json"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took.

    Attributes:
        processes: Worker processes.
        sentences: Sentences labelled.
        seconds: Wall time, start to end of the process.
        largest: Most memory of a single process, MB.
        megabytes: Most memory of all processes together, MB; mapped pages that they share count for each.
    """

    processes: int
    sentences: int
    seconds: float
    largest: float
    megabytes: float


def cores(source: Path, folder: Path, *, rounds: int) -> tuple[Cost, Cost]:
    """Score a source with one process and with two, in turns.

    Args:
        source: What to score.
        folder: The model.
        rounds: Rounds; the median of the time counts.

    Returns:
        The cost with one and with two.

    Raises:
        AvowError: What stopped the run.
        InputError: There is no text to score.
        MissingExtraError: psutil is not installed.
    """
    found: dict[int, list[Cost]] = {1: [], 2: []}
    for _ in range(rounds):
        for processes, costs in found.items():
            costs.append(_score(source, folder, processes))
    one, two = (
        Cost(
            processes,
            costs[0].sentences,
            median(cost.seconds for cost in costs),
            max(cost.largest for cost in costs),
            max(cost.megabytes for cost in costs),
        )
        for processes, costs in found.items()
    )
    return one, two


def growth(source: Path, folder: Path, sentences: int) -> Iterator[Cost]:
    """Score corpora of a tenth of a size and of that size, made by repeating a source under new names.

    Args:
        source: Text.
        folder: The model.
        sentences: How many sentences the large one has.

    Yields:
        The cost of each.

    Raises:
        AvowError: What stopped a run.
        InputError: There is no text to score.
        MissingExtraError: psutil is not installed.
    """
    with tempfile.TemporaryDirectory() as name:
        for size in (sentences // 10, sentences):
            path = Path(name, f"{size}.jsonl")
            repeat(source, path, size)
            yield _score(path, folder, 2)


def repeat(source: Path, target: Path, sentences: int) -> None:
    """Write a corpus of a size, the documents of a source over and over.

    Args:
        source: Text.
        target: A JSON Lines file.
        sentences: How many sentences, at least.
    """
    done = 0
    with atomic_writer(target) as stream:
        for turn in count():
            for document in read(source):
                row = {"id": f"{document.id}~{turn}", "text": document.text}
                stream.write(encode(json.dumps(row, ensure_ascii=False) + "\n"))
                done += len(split(document))
                if done >= sentences:
                    return


def _score(source: Path, folder: Path, processes: int) -> Cost:
    try:
        import psutil
    except ImportError as error:
        raise MissingExtraError("psutil", "bench", "measuring memory") from error
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile() as said:
        output = Path(name, "out")
        command = [sys.executable, "-m", "avow", "score", str(source), str(output), "--model", str(folder)]
        begin = perf_counter()
        process = subprocess.Popen(
            [*command, "--processes", str(processes)], stdout=subprocess.DEVNULL, stderr=said, env=dict(os.environ)
        )
        largest = total = 0
        while process.poll() is None:
            sizes = _memory(psutil, process.pid)
            largest, total = max(largest, *sizes, 0), max(total, sum(sizes))
            sleep(_EVERY)
        seconds = perf_counter() - begin
        said.seek(0)
        lines = [line.removeprefix("avow: ") for line in said.read().decode("utf-8", "replace").splitlines()]
        if process.returncode not in {0, 1} or not (output / BESIDE / _SUMMARY).exists():
            raise AvowError(lines[-1] if lines else f"{source}: avow score ended with exit code {process.returncode}")
        summary = read_json(output / BESIDE / _SUMMARY)
    if not summary["sentences"]:
        raise InputError(lines[0] if lines else f"{source}: empty; expected text")
    if summary["rejects"]:
        log().warning("%s: %d inputs left out", source, sum(summary["rejects"].values()))
    return Cost(processes, summary["sentences"], seconds, largest / 1e6, total / 1e6)


def _memory(psutil: Any, pid: int) -> list[int]:
    try:
        parent = psutil.Process(pid)
        return [item.memory_info().rss for item in (parent, *parent.children(recursive=True))]
    except psutil.Error:
        # It ended between two looks.
        return [0]
