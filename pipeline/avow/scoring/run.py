"""A whole run: claim the folder, plan, resume, score, sum up."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from avow.documents import Reader, RejectLog
from avow.errors import AvowError, OutputError, UsageError
from avow.models import deciding_digest, load
from avow.scoring.cluster import run_dask
from avow.scoring.duplicates import drop_duplicates
from avow.scoring.folder import INPUTS, LOCK, absent, claim, refuse_foreign, sweep, take_back
from avow.scoring.inputs import digest_of, shard_size, sources, with_digests
from avow.scoring.job import Job, Shard, Source
from avow.scoring.local import run_local
from avow.scoring.markers import BESIDE, Marker, Totals, finished, names, read_marker, to_dict
from avow.scoring.plan import ensure_columns, plan
from avow.scoring.refusals import refuse
from avow.scoring.register import register_of
from avow.scoring.writers import check
from avow.storage import atomic_writer, lock, open_binary, write_json

Engine = Callable[[Job, Iterator[Shard], int, str | None], Iterator[Marker]]
ENGINES: Mapping[str, Engine] = {"dask": run_dask, "local": run_local}
_OWN = {"jsonl": "jsonl", "csv": "csv", "tsv": "csv", "parquet": "parquet", "text": "text"}


class Run:
    """A run that is ready to go.

    Attributes:
        job: How inputs are scored.
        total: Bytes of all inputs.
        resumed: Whether a run of the same job was broken off here.
        totals: Sums over the shards that are done.

    Args:
        job: How inputs are scored; what it leaves open is filled in here.
        inputs: Files, folders, globs.
        engine: A key of ``ENGINES``.
        overwrite: Whether the output of another job may be removed.

    Raises:
        InputError: An input is not there or cannot follow an option, or a column is named and no table has it.
        ModelError: There is no such model.
        OutputError: The folder holds something else, or another run writes to it.
        UsageError: The format or engine is unknown, or an option changes nothing for any input.
    """

    def __init__(
        self, job: Job, inputs: Sequence[str | Path], *, engine: str = "local", overwrite: bool = False
    ) -> None:
        if engine not in ENGINES:
            raise UsageError(f"unknown engine {engine!r}", expected=f"one of {', '.join(sorted(ENGINES))}")
        self._engine = ENGINES[engine]
        _ensure_outside(job, inputs)
        reader = Reader(text=job.text, identifier=job.identifier, date=job.date)
        self._missing = RejectLog()
        self._files = sources(inputs, job.input_form, job.encoding, table=reader.has_columns, reject=self._missing)
        _not_within(job, self._files)
        refuse(job, self._files, inputs)
        self._files = with_digests(self._files, job.folder / BESIDE / INPUTS)
        self.job = replace(
            job,
            form=check(job.form or _form(self._files)),
            size=job.size or shard_size(self._files),
            duplicates=_duplicates(job, self._files),
            facts=(*job.facts, *_facts(job, self._files)),
        )
        self.total = sum(file.size for file in self._files)
        self.totals = Totals()
        refuse_foreign(job.folder)
        if job.claims:
            register_of(job.model)
        if reader.has_columns:
            ensure_columns(self.job, self._files)
        self._made = absent(job.folder)
        self._held = ExitStack()
        if not self._held.enter_context(lock(job.folder / BESIDE / LOCK)):
            raise OutputError("another run is writing here", where=job.output, remedy="wait for it, or stop it")
        try:
            self.resumed = claim(self.job, self._files, overwrite=overwrite)
        except BaseException:
            self._held.close()
            raise

    def __call__(self, processes: int, scheduler: str | None = None) -> Iterator[Marker]:
        """Score what is not yet scored.

        Args:
            processes: How many at a time.
            scheduler: Address of a Dask scheduler; without it the dask engine makes a cluster on this machine.

        Yields:
            The markers of all shards, those of an earlier run among them, as they are done.

        Raises:
            AvowError: What stopped the run; the same command goes on from there. Nothing is left of one that stopped
                before its first shard was begun.
        """
        with self._held:
            count = 0
            done: list[Marker] = []

            def pending() -> Iterator[Shard]:
                nonlocal count
                for shard in plan(self.job, self._files):
                    count += 1
                    marker = finished(self.job, shard)
                    if marker is None:
                        yield shard
                    else:
                        done.append(marker)

            try:
                for marker in self._engine(self.job, pending(), processes, scheduler):
                    for earlier in (*done, marker):
                        self.totals.add(earlier)
                        yield earlier
                    done.clear()
            except AvowError:
                # Nothing was asked for yet: there is no such cluster, or no such input.
                if not count and not self.resumed:
                    self._held.close()
                    take_back(self.job.folder, self._made)
                raise
            finally:
                sweep(self.job.folder)
            for earlier in done:
                self.totals.add(earlier)
                yield earlier
            if not self.job.duplicates:
                drop_duplicates(self.job, names(self.job))
                self.totals = Totals()
                for name in names(self.job):
                    self.totals.add(read_marker(self.job.folder / BESIDE / f"{name}.json"))
            self._finish(count)

    def _finish(self, count: int) -> None:
        folder = self.job.folder / BESIDE
        every = (folder / f"{name}.rejects.jsonl" for name in names(self.job))
        listed = [path for path in every if path.exists()]
        missing = folder / "inputs.rejects.jsonl"
        if self._missing.rejects:
            self.totals.rejects.update(self._missing.counts)
            self._missing.write(missing)
            listed.insert(0, missing)
        else:
            missing.unlink(missing_ok=True)
        self.rejects.unlink(missing_ok=True)
        if listed:
            _join(listed, self.rejects)
        write_json(folder / "summary.json", {**to_dict(self.totals), "planned": count})

    @property
    def rejects(self) -> Path:
        """Where all rejects are listed in the end."""
        return self.job.folder / BESIDE / "rejects.jsonl"


def _join(parts: Iterable[Path], target: Path) -> None:
    with atomic_writer(target) as stream:
        for part in parts:
            with open_binary(part) as source:
                while data := source.read(1 << 20):
                    stream.write(data)


def _ensure_outside(job: Job, inputs: Iterable[str | Path]) -> None:
    folder = job.folder.resolve()
    for item in inputs:
        if any(_stands_for(str(item), place) for place in (folder, *folder.parents)):
            raise UsageError(
                f"the output folder {job.output} is a part of the input {item}, so that the next run would read it",
                remedy="choose an output folder beside it",
            )


def _not_within(job: Job, files: Iterable[Source]) -> None:
    folder = job.folder.resolve()
    for file in files:
        if folder in Path(file.path).resolve().parents:
            raise UsageError(
                f"{file.path} is an input and lies in the output folder", remedy="choose another output folder"
            )


def _stands_for(source: str, folder: Path) -> bool:
    """Whether a folder is an input, or would be one of a glob's."""
    path = Path(source)
    if path.exists():
        return path.is_dir() and path.resolve() == folder
    pattern = Path(os.path.abspath(source))  # noqa: PTH100 - a glob is no path to resolve
    same_depth = len(pattern.parts) == len(folder.parts)
    return glob.has_magic(source) and ("**" in source or same_depth) and fnmatchcase(str(folder), str(pattern))


def _form(files: Iterable[Source]) -> str:
    kinds = {_OWN.get(file.form, "jsonl") for file in files}
    return kinds.pop() if len(kinds) == 1 else "jsonl"


def _duplicates(job: Job, files: Iterable[Source]) -> bool:
    return job.duplicates if job.duplicates is not None else all(file.form != "warc" for file in files)


def _facts(job: Job, files: Sequence[Source]) -> tuple[tuple[str, Any], ...]:
    from importlib.metadata import version

    return (
        ("model", deciding_digest(load(job.model).manifest, register=job.claims)),
        ("version", version("avow")),
        ("splitter", version("sentencex")),
        ("inputs", digest_of(files)),
    )
