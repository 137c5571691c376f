"""From the start of a process to its first answer."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import perf_counter

from avow.bench import Rate, pinned
from avow.bench.peers import gold, union
from avow.models import load
from avow.storage import write_text

_SENTENCE = "No group has claimed the attack.\n"
_PEER = "import joblib, sys; print(joblib.load(sys.argv[1]).predict([open(sys.argv[2]).read().strip()])[0])"


def run(folder: Path, seeds: Path, *, rounds: int) -> list[Rate]:
    """Start processes that label one sentence.

    Args:
        folder: Our model.
        seeds: What the peer learns from.
        rounds: Starts of each; the median counts.

    Returns:
        Starts a second, ours first; a ratio below one is faster than ours.

    Raises:
        ModelError: There is no model, or one that cannot be read.
        InputError: The peer has nothing to learn from.
    """
    import joblib

    # A start that ends in a message would be measured, or be a traceback of ours.
    load(folder)
    with tempfile.TemporaryDirectory() as name, pinned():
        story, model = Path(name, "one.txt"), Path(name, "union.joblib")
        write_text(story, _SENTENCE)
        joblib.dump(union(gold(seeds)), model)
        program = [sys.executable, "-c", "from avow.cli import main; main()", "predict", str(story)]
        program += ["--model", str(folder)]
        ways: Mapping[str, list[str]] = {
            "avow predict --format jsonl": [*program, "--format", "jsonl"],
            "avow predict": program,
            "scikit-learn union from joblib": [sys.executable, "-c", _PEER, str(model), str(story)],
            "bare Python": [sys.executable, "-c", "pass"],
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        for turn in range(rounds + 1):
            for way, command in ways.items():
                seconds = _start(command)
                # The first start may write bytecode and fill the page cache.
                if turn:
                    times[way].append(seconds)
    ours = median(next(iter(times.values())))
    return [Rate(way, 1 / median(values), median(values) / ours) for way, values in times.items()]


def _start(command: list[str]) -> float:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return perf_counter() - begin
