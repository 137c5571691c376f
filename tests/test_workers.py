"""Work that is done by several processes."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from avow.errors import AvowError
from avow.workers import in_order


def _slow_first(number: int) -> int:
    time.sleep(0.5 if number == 0 else 0)
    return number * number


def _here(_: int) -> int:
    return os.getpid()


def _broken(number: int) -> int:
    if number == 2:
        raise AvowError("a fold lacks claims", where="fold 2")
    return number


def _dies(number: int) -> int:
    if number == 1:
        os._exit(9)
    return number


def _unsendable(number: int) -> Callable[[], int]:
    return lambda: number


def _stops_unsendably(number: int) -> int:
    raise ValueError("no such fold", lambda: number)


def _name(number: int) -> str:
    return f"fold {number}"


def test_answers_come_in_the_order_of_the_tasks() -> None:
    assert list(in_order(_slow_first, range(5), 2, name=_name, remedy="")) == [0, 1, 4, 9, 16]
    assert not multiprocessing.active_children()


def test_one_process_or_one_task_needs_no_worker() -> None:
    assert set(in_order(_here, range(3), 1, name=_name, remedy="")) == {os.getpid()}
    assert set(in_order(_here, range(1), 4, name=_name, remedy="")) == {os.getpid()}
    assert list(in_order(_here, [], 4, name=_name, remedy="")) == []


def test_what_stops_a_worker_is_told() -> None:
    with pytest.raises(AvowError, match=r"fold 2: a fold lacks claims"):
        list(in_order(_broken, range(5), 2, name=_name, remedy=""))
    with pytest.raises(AvowError, match=r"fold 1: a worker process died 3 times .*use fewer"):
        list(in_order(_dies, range(3), 2, name=_name, remedy="use fewer"))


def test_an_answer_that_cannot_be_sent_is_told_with_the_reason() -> None:
    with pytest.raises(
        AvowError, match=r"a worker process cannot send its answer \(\w+: .*lambda.*\); this is a fault"
    ):
        list(in_order(_unsendable, range(3), 2, name=_name, remedy="use fewer"))
    with pytest.raises(AvowError, match=r"a worker process cannot send why it stopped \(ValueError: .*no such fold"):
        list(in_order(_stops_unsendably, range(3), 2, name=_name, remedy="use fewer"))


def test_a_worker_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(process: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "start", refuse)
    with pytest.raises(AvowError, match=r"a worker process cannot be started \(too many open files\); let fewer work"):
        list(in_order(_here, range(3), 2, name=_name, remedy=""))


_STUDY = """
import signal
import sys
from avow.workers import in_order

def work(number):
    import time
    time.sleep(0.2)
    return number

def name(number):
    return str(number)

if __name__ == "__main__":
    # A process that was started in the background hears no interrupt otherwise.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        print("begun", flush=True)
        for answer in in_order(work, range(100), 2, name=name, remedy=""):
            print(answer, flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
@pytest.mark.parametrize("lines", [1, 2])
def test_workers_say_nothing_when_interrupted(tmp_path: Path, lines: int) -> None:
    # While they start, and at work; a terminal sends Ctrl-C to all of a process group.
    script = tmp_path / "study.py"
    script.write_text(_STUDY)
    process = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    for _ in range(lines):
        process.stdout.readline()
    time.sleep(0.03)
    os.killpg(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=30)
    assert process.returncode == 130
    assert error == ""
