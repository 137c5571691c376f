"""The local engine: processes on this machine, each with its own memo, all with the same mapped weights."""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any

from avow.errors import AvowError, UsageError
from avow.scoring.job import Job, Shard
from avow.scoring.markers import Marker
from avow.scoring.shard import score_shard

_TRIES = 3


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: Connection
    shard: Shard | None = None


def run_local(job: Job, shards: Iterator[Shard], processes: int, scheduler: str | None) -> Iterator[Marker]:
    """Score shards on this machine.

    Args:
        job: How.
        shards: What, in order.
        processes: How many at a time; one works within this process.
        scheduler: Must be ``None``: nobody else has a say.

    Yields:
        Markers as shards are done.

    Raises:
        AvowError: What stopped a worker; shards that are done stay done.
        UsageError: A scheduler is named.
    """
    if scheduler is not None:
        raise UsageError("--scheduler is for a cluster", remedy="add --engine dask")
    if processes == 1:
        for shard in shards:
            yield score_shard(job, shard)
        return
    workers: list[_Worker] = []
    try:
        for _ in range(processes):
            with _undisturbed():
                workers.append(_start(job))
        yield from _serve(job, shards, workers)
    finally:
        for worker in workers:
            worker.process.kill()
        for worker in workers:
            worker.process.join()
            worker.connection.close()


def _serve(job: Job, shards: Iterator[Shard], workers: list[_Worker]) -> Iterator[Marker]:
    again: list[Shard] = []
    tries: Counter[int] = Counter()
    while True:
        for worker in workers:
            if worker.shard is None:
                _send(worker, again.pop() if again else next(shards, None))
        busy = {worker.connection: worker for worker in workers if worker.shard is not None}
        if not busy:
            return
        for connection in wait(list(busy)):
            worker = busy[connection]  # type: ignore[index]
            answer = _receive(worker)
            if isinstance(answer, Marker):
                worker.shard = None
                yield answer
            elif answer is not None:
                raise answer
            else:
                assert worker.shard is not None
                tries[worker.shard.number] += 1
                if tries[worker.shard.number] == _TRIES:
                    raise _died(worker)
                again.append(worker.shard)
                with _undisturbed():
                    workers[workers.index(worker)] = _start(job)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back; a process that is started meanwhile never hears it, even while it imports what it needs."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Would be started with the first process, and let Ctrl-C through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(job: Job) -> _Worker:
    # A fresh interpreter, since a copy of this one would take over its threads' locks.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, job), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _send(worker: _Worker, shard: Shard | None) -> None:
    worker.shard = shard
    if shard is not None:
        # Where the worker has died, waiting for its answer tells so.
        with suppress(OSError):
            worker.connection.send(shard)


def _receive(worker: _Worker) -> Any:
    """What a worker answers, or ``None`` where it has died."""
    try:
        return worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join()
        worker.connection.close()
        return None


def _died(worker: _Worker) -> AvowError:
    shard = worker.shard
    assert shard is not None
    return AvowError(
        f"a worker process died {_TRIES} times (exit code {worker.process.exitcode})",
        where=f"shard {shard.number} ({shard.pieces[0].source.path})",
        remedy="it may be out of memory: lower --processes or --longest, and run the same command to go on",
    )


def _work(connection: Connection, job: Job) -> None:
    """What a worker process does until its parent closes the connection or goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            shard = connection.recv()
        except (EOFError, OSError):
            return
        answer: Marker | BaseException
        try:
            answer = score_shard(job, shard)
        except Exception as error:
            error.add_note(traceback.format_exc())
            answer = error
        try:
            connection.send(answer)
        except OSError:
            return
