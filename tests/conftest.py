"""What several tests share: the seeds, a small model trained on part of them, and paths."""

from __future__ import annotations

import fcntl
import gc
import io
import json
import multiprocessing
import os
import pickle
import shutil
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import settings

import served
from avow import models, workers
from avow.claims import Register, open_register
from avow.corpus import GoldDocument, read_corpus
from avow.cues import read
from avow.cues.accounts import accounts
from avow.documents import read as read_documents
from avow.params import Parameters
from avow.partition import fingerprints
from avow.records import Claim, Document, GoldSentence, Sentence
from avow.stances import TrainedStances, fit_stances
from avow.training import TrainedModel, train
from claiming import ARTICLE

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
Once = Callable[[str, Callable[[], Any]], Any]
BODY = "The depot burned for nine hours. Nobody has claimed the fire.\n\nThe mayor called it a disgrace."


# No test is timed: a busy machine would fail it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end, and is never looked through for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _served() -> Iterator[None]:
    yield
    served.close()


@pytest.fixture(scope="session")
def seeds() -> list[GoldDocument]:
    documents = list(read_corpus([SEEDS]))
    # As above: a hundred thousand records that stay.
    gc.freeze()
    return documents


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is the same in all processes of a run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Once:
    """Makes what takes long, once in a run: other processes wait for it."""
    own = tmp_path_factory.getbasetemp()

    def found(name: str, make: Callable[[], Any]) -> Any:
        path = shared / f"{name}.pickle"
        with (shared / f"{name}.lock").open("w") as lock:
            # Held by who makes it, and given back when the file is closed, even by a process that dies.
            fcntl.flock(lock, fcntl.LOCK_EX)
            if path.exists():
                return pickle.loads(path.read_bytes())
            value = make()
            (own / path.name).write_bytes(pickle.dumps(value))
            (own / path.name).replace(path)
            return value

    return found


def parts(seeds: list[GoldDocument]) -> tuple[list[GoldSentence], list[GoldSentence]]:
    """Every thirty-second document to train on, and some others to calibrate on."""
    training = [item for gold in seeds[::32] for item in gold.sentences]
    return training, [item for gold in seeds[5::96] for item in gold.sentences]


@pytest.fixture(scope="session")
def trained(seeds: list[GoldDocument], once: Once) -> TrainedModel:
    training, development = parts(seeds)
    seen = fingerprints([*training, *development])
    model: TrainedModel = once("model", lambda: train(training, development, Parameters(), fingerprints=seen))
    return model


@pytest.fixture(scope="session")
def light(seeds: list[GoldDocument], once: Once) -> TrainedModel:
    """A light model of the same documents."""
    model: TrainedModel = once("light", lambda: train(*parts(seeds), Parameters().light()))
    return model


@pytest.fixture(scope="session")
def light_folder(request: pytest.FixtureRequest, once: Once, shared: Path) -> Path:
    """The light model, saved; tests that change it work on a copy."""

    def make() -> Path:
        models.save(request.getfixturevalue("light"), shared / "saved" / "light")
        return shared / "saved" / "light"

    return Path(once("light folder", make))


@pytest.fixture(scope="session")
def stances(seeds: list[GoldDocument], once: Once) -> TrainedStances:
    """The register's regressions, of the same documents."""
    parameters = Parameters()
    fewer = parameters.stances.model_copy(update={"wordings": 6})
    parameters = parameters.model_copy(update={"stances": fewer})
    found: TrainedStances = once("stances", lambda: fit_stances(*parts(seeds), parameters))
    return found


@pytest.fixture(scope="session")
def model_folder(request: pytest.FixtureRequest, once: Once, shared: Path) -> Path:
    """The small model, saved; tests that change it work on a copy."""

    def make() -> Path:
        trained, stances = request.getfixturevalue("trained"), request.getfixturevalue("stances")
        models.save(trained, shared / "saved" / "small", stances=stances)
        return shared / "saved" / "small"

    return Path(once("model folder", make))


@pytest.fixture
def folder(model_folder: Path, tmp_path: Path) -> Path:
    """A copy of the small model, for tests that change it."""
    return Path(shutil.copytree(model_folder, tmp_path / "model"))


def rewrite(folder: Path, **changes: object) -> None:
    """Change the manifest of a model."""
    path = folder / "manifest.json"
    content: dict[str, Any] = json.loads(path.read_text())
    # As in models of earlier versions: with it any change is refused.
    content.pop("digest", None)
    path.write_text(json.dumps(content | changes))


def only(source: Path | str, **options: object) -> Document:
    """The one document of a source."""
    documents = list(read_documents(source, **options))
    assert len(documents) == 1
    return documents[0]


class Text(HTMLParser):
    """Collects the text of the node of class ``text``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.found = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth or ("class", "text") in attrs:
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= bool(self.depth)

    def handle_data(self, data: str) -> None:
        self.found += data if self.depth else ""


def assert_spans_inside(text: str) -> None:
    """Every phrase of every account of a sentence is missing or lies inside it."""
    reading = read(Sentence.bare(text))
    for item in accounts(reading):
        for start, stop in (item.speaker, item.accused, item.act):
            assert (start, stop) == (-1, -1) or 0 <= start < stop <= len(reading.forms)


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python the work runs: the same whatever the machine, and whatever else it is doing."""
    count = 0

    def trace(frame: FrameType, event: str, value: object) -> Callable[..., object]:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def assert_linear(work: Callable[[int], object], count: int) -> None:
    """Four times as much is about four times the work, and not sixteen times."""
    # Words that were read before are remembered: here they are, for few as for many.
    work(count + 1)
    few, many = steps(lambda: work(count // 4)), steps(lambda: work(count))
    assert many < 5.5 * few, f"{many} lines of Python run for {count}, {few} for a quarter of it"


def assert_linear_reading(unit: str, count: int) -> None:
    """Words that come again and again are searched for accounts by work in proportion to their number."""
    assert_linear(lambda times: accounts(read(Sentence.bare(" ".join([unit] * times)))), count)


def dying_worker(work: object) -> workers.Worker:
    """In the place of :func:`avow.workers.start`: a worker that dies before it answers."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=os._exit, args=(9,))
    process.start()
    theirs.close()
    return workers.Worker(process, ours)


@pytest.fixture(scope="module")
def register(model_folder: Path) -> Register:
    return open_register(model_folder)


@pytest.fixture(scope="module")
def records(register: Register) -> tuple[Claim, ...]:
    return register.claims(Document("article", ARTICLE, date="2021-03-04", source="Ledger"))


class Pipe(io.RawIOBase):
    """Gives what was written to it write by write, and has nothing to wait for after the last."""

    def __init__(self, *writes: bytes) -> None:
        super().__init__()
        self.writes = list(writes)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.writes.pop(0) if self.writes else b""
        buffer[: len(data)] = data
        return len(data)


def piped(monkeypatch: pytest.MonkeyPatch, *writes: bytes) -> Pipe:
    """Standard input that is such a pipe."""
    pipe = Pipe(*writes)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(pipe)))
    return pipe
