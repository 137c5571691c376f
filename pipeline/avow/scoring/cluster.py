"""The Dask engine: the same shards, scored by the workers of a cluster that see the same files under the same paths.

A shard that was being scored by a worker that is lost is given to another one; whoever finishes it writes the same
bytes, and writes them whole. The scheduler holds two shards a thread, however large the corpus.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any

from avow.errors import AvowError, MissingExtraError
from avow.scoring.job import Job, Shard
from avow.scoring.markers import Marker
from avow.scoring.shard import score_shard

_AHEAD = 2
_PATIENCE = 30
_SETTINGS = {
    # A block of a compressed file travels with its task, so that it can be given to another worker.
    "distributed.admin.large-graph-warning-threshold": "1GiB",
    "distributed.comm.timeouts.connect": f"{_PATIENCE}s",
    "distributed.worker.daemon": True,
}


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
        AvowError: There is no scheduler or no worker, or what stopped a worker; shards that are done stay done.
        MissingExtraError: Dask is not installed.
    """
    try:
        # It declares types but not for what it exports.
        distributed: Any = import_module("distributed")
        configuration: Any = import_module("dask.config")
    except ImportError as error:
        raise MissingExtraError(error.name or "distributed", "dask", "--engine dask") from error
    with ExitStack() as stack:
        stack.enter_context(configuration.set(_SETTINGS))
        client = _client(stack, distributed, processes, scheduler)
        waiting = distributed.as_completed(loop=client.loop)
        for _ in range(_AHEAD * _threads(client)):
            _submit(client, waiting, job, shards)
        for future in waiting:
            marker = _result(distributed, future)
            future.release()
            # Workers may have joined meanwhile.
            for _ in range(max(1, _AHEAD * _threads(client) - waiting.count())):
                _submit(client, waiting, job, shards)
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


def _client(stack: ExitStack, distributed: Any, processes: int, scheduler: str | None) -> Any:
    if scheduler is None:
        cluster = distributed.LocalCluster(
            n_workers=processes, threads_per_worker=1, dashboard_address=None, silence_logs=logging.ERROR
        )
        scheduler = stack.enter_context(cluster).scheduler_address
    try:
        client = stack.enter_context(distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False))
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise AvowError(
            f"no cluster answers ({error})",
            where=scheduler,
            remedy="start one with: dask scheduler, and on each machine: dask worker ADDRESS",
        ) from error
    return client


def _threads(client: Any) -> int:
    threads: int = sum(client.nthreads().values())
    return max(1, threads)


def _submit(client: Any, waiting: Any, job: Job, shards: Iterator[Shard]) -> None:
    shard = next(shards, None)
    if shard is not None:
        key = f"{shard.name}-{job.digest[:16]}"
        waiting.add(client.submit(score_there, str(Path.cwd()), job, shard, key=key, pure=False))


def _result(distributed: Any, future: Any) -> Marker:
    try:
        marker: Marker = future.result()
    except distributed.KilledWorker as error:
        raise AvowError(
            "the workers that took this shard were lost, one after the other",
            where=str(future.key).rpartition("-")[0],
            remedy="they may be out of memory: lower --longest, and run the same command to go on",
        ) from error
    return marker
