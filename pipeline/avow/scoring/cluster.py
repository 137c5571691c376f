"""The Dask engine: the same shards, scored by the workers of a cluster that see the same files under the same paths.

A shard that was being scored by a worker that is lost is given to another one; whoever finishes it writes the same
bytes, and writes them whole. The scheduler holds two shards a thread, however large the corpus.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from itertools import islice
from pathlib import Path
from pkgutil import resolve_name
from queue import Empty, SimpleQueue
from typing import Any

from avow import __version__
from avow.errors import AvowError, MissingExtraError
from avow.scoring.job import Job, Shard
from avow.scoring.markers import Marker
from avow.scoring.shard import score_shard

_AHEAD = 2
_PATIENCE = 30
_NEVER = logging.CRITICAL + 1
_PAGES = "127.0.0.1:0"
_SETTINGS = {
    # A block of a compressed file travels with its task, so that it can be given to another worker.
    "distributed.admin.large-graph-warning-threshold": "1GiB",
    "distributed.comm.timeouts.connect": f"{_PATIENCE}s",
    "distributed.worker.daemon": True,
}
# Each has a level and a way to standard error of its own.
_LOGGERS = ("distributed", "distributed.client", "distributed.gc", "tornado.application", "asyncio")


def run_dask(job: Job, shards: Iterator[Shard], processes: int, scheduler: str | None) -> Iterator[Marker]:
    """Score shards on a Dask cluster.

    Args:
        job: How.
        shards: What, in order.
        processes: Worker processes of a cluster on this machine, where no scheduler is named.
        scheduler: Address of a scheduler, such as ``tcp://10.0.0.5:8786``.

    Yields:
        Markers as shards are done.

    Raises:
        AvowError: There is no scheduler or no worker, or none any more, a worker has another version of Avow, or what
            stopped a worker; shards that are done stay done.
        MissingExtraError: Dask is not installed.
    """
    try:
        # It declares types but not for what it exports.
        distributed: Any = import_module("distributed")
        configuration: Any = import_module("dask.config")
    except ImportError as error:
        raise MissingExtraError(error.name or "distributed", "dask", "--engine dask") from error
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        stack.enter_context(configuration.set(_SETTINGS))
        cluster = _open(stack, distributed, processes, scheduler)
        cluster.ensure_same_version()
        cluster.submit(job, shards)
        while cluster.running:
            marker = cluster.result()
            # Workers may have joined meanwhile.
            cluster.submit(job, shards)
            yield marker


def score_there(folder: str, job: Job, shard: Shard) -> Marker:
    """Score a shard in a worker; paths are those of the process that planned it.

    Args:
        folder: The working folder of that process.
        job: How.
        shard: What.

    Returns:
        The shard's marker.
    """
    if Path.cwd() != Path(folder):
        os.chdir(folder)
    return score_shard(job, shard)


@contextmanager
def _quiet() -> Iterator[None]:
    """Let the libraries' own lines be seen with ``-v`` alone: what stops a run is told in one message."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.level for logger in loggers]
    if not logging.getLogger("avow").isEnabledFor(logging.INFO):
        for logger in loggers:
            logger.setLevel(_NEVER)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _open(stack: ExitStack, distributed: Any, processes: int, scheduler: str | None) -> _Cluster:
    if scheduler is None:
        try:
            # Without an address its pages are served at the same port for every cluster, and to other machines.
            own = distributed.LocalCluster(
                n_workers=processes, threads_per_worker=1, dashboard_address=_PAGES, silence_logs=_NEVER
            )
        except (OSError, RuntimeError) as error:
            raise AvowError(
                f"the workers on this machine did not start ({_first_line(error)})",
                where="--engine dask",
                remedy="they may be out of memory: lower --processes, and run the same command to go on",
            ) from error
        scheduler = str(stack.enter_context(own).scheduler_address)
    try:
        client = stack.enter_context(distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False))
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise AvowError(
            f"no cluster answers ({error})",
            where=scheduler,
            remedy="start one with: dask scheduler, and on each machine: dask worker ADDRESS",
        ) from error
    return _Cluster(distributed, client, scheduler)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0] or type(error).__name__


@dataclass(frozen=True, slots=True)
class _Cluster:
    """A cluster that answers, and the shards that it has been given.

    Attributes:
        distributed: The library.
        client: Its connection to the scheduler.
        where: The scheduler's address.
        running: Shards by the key of their task.
        done: Tasks that have ended, well or not.
    """

    distributed: Any
    client: Any
    where: str
    running: dict[str, Any] = field(default_factory=dict)
    done: SimpleQueue[Any] = field(default_factory=SimpleQueue)

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Tell in one message that the scheduler does not answer any more."""
        try:
            yield
        except (OSError, RuntimeError, self.distributed.CancelledError) as error:
            raise self.lost() from error

    def lost(self) -> AvowError:
        return AvowError(
            "the scheduler was lost",
            where=self.where,
            remedy="start the cluster again, and run the same command to go on",
        )

    def ensure_same_version(self) -> None:
        """Refuse workers of another version of Avow, whose labels may be others."""
        with self.asked():
            # A function of Python's own: one of ours could not be told by a worker without Avow.
            found = self.client.run(resolve_name, "avow:__version__", on_error="return")
        for worker, version in sorted(found.items()):
            # One that was lost meanwhile is not there to be refused.
            if version == __version__ or isinstance(version, OSError):
                continue
            told = f"Avow {version}" if isinstance(version, str) else f"no Avow that can be used ({version})"
            raise AvowError(
                f"this worker has {told}",
                where=worker,
                expected=f"Avow {__version__}, as here",
                remedy="install it in the environment of all workers",
            )

    def submit(self, job: Job, shards: Iterator[Shard]) -> None:
        """Keep two shards a thread with the scheduler."""
        with self.asked():
            threads = sum(self.client.nthreads().values())
        for shard in islice(shards, max(1, _AHEAD * max(1, threads) - len(self.running))):
            key = f"{shard.name}-{job.digest[:16]}"
            with self.asked():
                future = self.client.submit(score_there, str(Path.cwd()), job, shard, key=key, pure=False)
                future.add_done_callback(self.done.put)
            self.running[key] = future

    def result(self) -> Marker:
        """The marker of the next shard that is done."""
        future = self.until(lambda: self.done.get(timeout=_PATIENCE))

        def fetched() -> Marker:
            try:
                marker: Marker = future.result(timeout=_PATIENCE)
            except self.distributed.TimeoutError as error:
                if future.status == "error":
                    raise
                # The worker that held it was lost, and it is made again.
                raise Empty from error
            return marker

        try:
            marker: Marker = self.until(fetched)
        except self.distributed.KilledWorker as error:
            raise AvowError(
                "the workers that took this shard were lost, one after the other",
                where=str(future.key).rpartition("-")[0],
                remedy="they may be out of memory: lower --longest, and run the same command to go on",
            ) from error
        except (OSError, RuntimeError, self.distributed.CancelledError) as error:
            # What went wrong within the task is another matter.
            if future.status == "error":
                raise
            raise self.lost() from error
        del self.running[future.key]
        future.release()
        return marker

    def until(self, wait: Callable[[], Any]) -> Any:
        """What is waited for, as long as there are workers: the scheduler itself would wait for ever."""
        alone = False
        while True:
            try:
                return wait()
            except Empty:
                with self.asked():
                    lonely, alone = alone, not self.client.nthreads()
                if lonely and alone:
                    raise AvowError(
                        "no worker is left",
                        where=self.where,
                        remedy="start some with: dask worker ADDRESS, and run the same command to go on",
                    ) from None
