"""Processes that work beside each other, each with its own memo, all with the same mapped tables.

One that is lost is replaced, and its work done again.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from avow.errors import AvowError

Task = TypeVar("Task")
Answer = TypeVar("Answer")
OUT_OF_MEMORY = "it may be out of memory: lower --jobs"
"""A remedy where workers of :func:`in_order` die."""
_TRIES = 3
_END = object()


@dataclass(slots=True)
class _Given:
    """A task, and how many workers died of it."""

    task: Any
    deaths: int = 0


@dataclass(slots=True)
class Worker:
    """A process that works.

    Attributes:
        process: The process.
        connection: Tasks to it, answers from it.
        given: What it has not answered yet; it works on the first.
    """

    process: Any
    connection: Connection
    given: deque[_Given] = field(default_factory=deque)


def answers(
    work: Callable[[Task], Answer],
    tasks: Iterator[Task | None],
    processes: int,
    *,
    name: Callable[[Task], str],
    remedy: str,
    ahead: int = 1,
) -> Iterator[tuple[Task, Answer]]:
    """Have tasks done.

    Args:
        work: What is done with each; it travels to every worker once.
        tasks: Tasks in order; ``None`` where another one waits for an answer to be taken.
        processes: How many workers there are.
        name: What to call a task in a message.
        remedy: What a reader can do where workers die of one.
        ahead: How many tasks a worker holds at most, the one that it works on among them.

    Yields:
        Tasks with their answers, as they are done.

    Raises:
        AvowError: What stopped a worker, or that several died of one task.
    """
    workers: list[Worker] = []
    try:
        for _ in range(processes):
            with undisturbed():
                workers.append(start(work))
        again: list[_Given] = []
        while True:
            _give(workers, again, tasks, ahead)
            busy = {worker.connection: worker for worker in workers if worker.given}
            if not busy:
                return
            for connection in wait(list(busy)):
                worker = busy[connection]  # type: ignore[index]
                answer = _receive(worker)
                if answer is not None:
                    given = worker.given.popleft()
                    yield given.task, _told(answer)
                    continue
                _count_death(worker, name, remedy)
                again.extend(reversed(worker.given))
                with undisturbed():
                    workers[workers.index(worker)] = start(work)
    finally:
        for worker in workers:
            worker.process.kill()
        for worker in workers:
            worker.process.join()
            worker.connection.close()


def in_order(
    work: Callable[[Task], Answer],
    tasks: Sequence[Task],
    processes: int,
    *,
    name: Callable[[Task], str],
    remedy: str,
) -> Iterator[Answer]:
    """Have a known number of tasks done, by this process where one is enough.

    Args:
        work: What is done with each; it travels to every worker once.
        tasks: Tasks.
        processes: How many work.
        name: What to call a task in a message.
        remedy: What a reader can do where workers die of one.

    Yields:
        Answers, in the order of the tasks.

    Raises:
        AvowError: What stopped a worker, or that several died of one task.
    """
    processes = min(processes, len(tasks))
    if processes <= 1:
        yield from map(work, tasks)
        return
    found: dict[int, Answer] = {}
    turn = 0
    numbered = iter(list(enumerate(tasks)))
    for (at, _), answer in answers(
        partial(_unnumbered, work), numbered, processes, name=lambda task: name(task[1]), remedy=remedy
    ):
        found[at] = answer
        while turn in found:
            yield found.pop(turn)
            turn += 1


def _unnumbered(work: Callable[[Task], Answer], task: tuple[int, Task]) -> Answer:
    return work(task[1])


def _give(workers: list[Worker], again: list[_Given], tasks: Iterator[Any], ahead: int) -> None:
    # One each before anybody has a second one.
    for held in range(ahead):
        for worker in workers:
            if len(worker.given) > held:
                continue
            given = again.pop() if again else _next(tasks)
            if given is None:
                return
            worker.given.append(given)
            # Where the worker has died, waiting for its answer tells so.
            with suppress(OSError):
                worker.connection.send(given.task)


def _next(tasks: Iterator[Any]) -> _Given | None:
    task = next(tasks, None)
    return None if task is None else _Given(task)


@contextmanager
def undisturbed() -> Iterator[None]:
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


def start(work: Callable[[Any], Any]) -> Worker:
    """Start a worker.

    Args:
        work: What it does with each task.

    Returns:
        The worker.

    Raises:
        AvowError: The operating system starts no more processes.
    """
    # A fresh interpreter, since a copy of this one would take over its threads' locks.
    context = multiprocessing.get_context("spawn")
    try:
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, work), daemon=True)
        process.start()
    except OSError as error:
        raise AvowError(
            f"a worker process cannot be started ({(error.strerror or str(error)).lower()})",
            remedy="let fewer work at once, or raise the limits of the system (ulimit -a shows them)",
        ) from error
    theirs.close()
    return Worker(process, ours)


def _receive(worker: Worker) -> tuple[bool, Any] | None:
    """What a worker answers, and whether it could; ``None`` where it has died."""
    try:
        answer: tuple[bool, Any] = worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join()
        worker.connection.close()
        return None
    return answer


def _told(answer: tuple[bool, Any]) -> Any:
    done, value = answer
    if not done:
        raise value
    return value


def _count_death(worker: Worker, name: Callable[[Any], str], remedy: str) -> None:
    first = worker.given[0]
    first.deaths += 1
    if first.deaths == _TRIES:
        raise AvowError(
            f"a worker process died {_TRIES} times (exit code {worker.process.exitcode})",
            where=name(first.task),
            remedy=remedy,
        )


def _work(connection: Connection, work: Callable[[Any], Any]) -> None:
    """What a worker process does until its parent closes the connection or goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(connection, tasks), daemon=True).start()
    while (task := tasks.get()) is not _END:
        answer: tuple[bool, Any]
        try:
            answer = True, work(task)
        except Exception as error:
            error.add_note(traceback.format_exc())
            answer = False, error
        data = _packed(answer)
        try:
            connection.send_bytes(data)
        except OSError:
            return


def _packed(answer: tuple[bool, Any]) -> Any:
    """An answer as it is sent; where it cannot be, why not: a worker that fell silent would be taken for a dead one."""
    try:
        return ForkingPickler.dumps(answer)
    except Exception as error:
        done, value = answer
        what, reason = ("its answer", error) if done else ("why it stopped", value)
        told = AvowError(
            f"a worker process cannot send {what} ({type(reason).__name__}: {reason})",
            remedy="this is a fault of Avow: report it with this message",
        )
        return ForkingPickler.dumps((False, told))


def _listen(connection: Connection, tasks: SimpleQueue[Any]) -> None:
    # Beside the work, so that a parent that gives a task and a worker that answers never wait for each other.
    with suppress(EOFError, OSError):
        while True:
            tasks.put(connection.recv())
    tasks.put(_END)
