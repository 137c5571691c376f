"""One shard: read, split, labelled, written whole, marked."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

from avow.documents import Reader, Reject, RejectLog
from avow.documents.formats import RAGGED
from avow.documents.lines import lines
from avow.documents.objects import json_array, json_lines
from avow.documents.parquet import parquet
from avow.documents.rows import documents_of
from avow.documents.separated import separated
from avow.documents.unusable import Fault
from avow.errors import InputError, ModelError
from avow.models import Model, deciding_digest, load, read_manifest
from avow.prediction.run import Annotated, predict_documents
from avow.records import LABELS, Document, Label, Prediction
from avow.scoring.duplicates import Entry, digest_of, pack
from avow.scoring.inputs import verify
from avow.scoring.job import Job, Piece, Shard
from avow.scoring.markers import BESIDE, Marker, finished, write_marker
from avow.scoring.register import claim_writer
from avow.scoring.warc import pages
from avow.scoring.writers import writer
from avow.storage import atomic_writer, digest_file, open_range, open_stream, read_range, write_bytes

# The threads of a cluster's worker would only take turns.
_ONE_AT_A_TIME = Lock()


@lru_cache(maxsize=1)
def _model(folder: str, digest: str = "") -> Model:
    """The model of a digest, opened once a process, for much text; its weights are mapped, so that processes share."""
    model = load(folder)
    # From the first sentence on: the bytes of a shard must not depend on what its process scored before.
    model.prepare()
    return model


def score_shard(job: Job, shard: Shard) -> Marker:
    """Score a shard, unless it is whole already.

    Args:
        job: How.
        shard: What.

    Returns:
        Its marker.

    Raises:
        InputError: An input has gone or changed.
        ModelError: The model has changed.
        OutputError: The output cannot be written.
    """
    with _ONE_AT_A_TIME:
        return finished(job, shard) or _score(job, shard)


def _score(job: Job, shard: Shard) -> Marker:
    model = _model(job.model, _ensure_same_model(job))
    tally = _Tally()
    target = job.target(shard)
    with (
        claim_writer(job, shard.name) as register,
        atomic_writer(target) as stream,
        writer(job.form, stream) as write,
    ):
        for item in predict_documents(model, _documents(job, shard, tally), lines=job.lines, many=True):
            kept = selected(job, item.predictions) if job.select else item.predictions
            tally.add(item, len(kept), register(item), None if job.duplicates else digest_of(item.document.text))
            if kept:
                write(kept)
    if not job.duplicates:
        write_bytes(job.folder / BESIDE / f"{shard.name}.digests", pack(tally.entries))
    marker = Marker(
        shard=shard.number,
        parameters=job.digest,
        pieces=shard.identity(),
        documents=tally.documents,
        sentences=tally.labels.total(),
        written=tally.written,
        claims=tally.claims,
        nameless=tally.nameless,
        claims_digest=digest_file(job.claims_of(shard.name)) if job.claims else "",
        labels={str(label): count for label, count in sorted(tally.labels.items())},
        rejects=dict(sorted(tally.log.counts.items())),
        skipped=dict(sorted(tally.skipped.items())),
        bytes=target.stat().st_size,
        digest=digest_file(target),
        weight=shard.weight,
    )
    return write_marker(job, shard.name, marker, tally.log)


def _ensure_same_model(job: Job) -> str:
    """The digest of the model that the run began with, refused where another one has taken its place since."""
    begun = dict(job.facts).get("model", "")
    if begun and begun != deciding_digest(read_manifest(Path(job.model)), register=job.claims):
        raise ModelError(
            "another model than when the run began",
            where=job.model,
            remedy="put it back and run the same command to go on, or run again into another folder",
        )
    return begun


@dataclass(slots=True)
class _Tally:
    documents: int = 0
    written: int = 0
    claims: int = 0
    nameless: int = 0
    labels: Counter[Label] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    log: RejectLog = field(default_factory=RejectLog)
    entries: list[Entry] = field(default_factory=list)

    def add(self, item: Annotated, written: int, claims: int, digest: bytes | None) -> None:
        self.documents += 1
        self.written += written
        self.claims += claims
        found = Counter([prediction.label for prediction in item.predictions])
        self.labels.update(found)
        if digest is not None:
            self.entries.append(Entry(digest, written, claims, tuple(found[label] for label in LABELS)))

    def add_nameless(self, count: int) -> None:
        self.nameless += count

    def skip(self, reason: str) -> None:
        self.skipped[reason] += 1


def selected(job: Job, predictions: Sequence[Prediction]) -> list[Prediction]:
    """The predictions that a job keeps.

    Args:
        job: With the labels that it selects.
        predictions: Predictions.

    Returns:
        Those of a selected label: the most probable one, or one that is at least as probable as the job says.
    """
    if job.minimum is None:
        return [item for item in predictions if item.label in job.select]
    columns = [LABELS.index(label) for label in job.select]
    return [item for item in predictions if any(item.probabilities[at] >= job.minimum for at in columns)]


def _documents(job: Job, shard: Shard, tally: _Tally) -> Iterator[Document]:
    log = tally.log
    for piece in shard.pieces:
        verify(piece.source)
        for reject in piece.rejects:
            log(reject)
        try:
            yield from _piece(job, piece, tally)
        except InputError as error:
            verify(piece.source)
            log(Reject.of(error))


def _piece(job: Job, piece: Piece, tally: _Tally) -> Iterator[Document]:
    source, table, log = piece.source, piece.table, tally.log
    path, where = Path(source.path), source.path
    reader = Reader(
        text=job.text,
        identifier=job.identifier,
        date=job.date,
        encoding=job.encoding,
        lines=job.lines,
        quoting=job.quoting,
        reject=log,
        longest=job.longest,
        nameless=tally.add_nameless,
    )

    def fault(error: InputError) -> None:
        log(Reject.of(error))

    if piece.stop is None:
        yield from _file(job, piece, reader, fault)
        return
    if piece.stop == piece.start:
        return
    if source.form == "warc":
        # As a stream, since a record that is too long, such as a film, is passed over without being held in memory.
        with open_range(path, piece.start, piece.stop) as stream:
            yield from pages(
                stream,
                where,
                longest=job.longest,
                english=job.english,
                dated=job.claims,
                skip=tally.skip,
                reject=log,
            )
        return
    if table is None:
        yield from reader.by_line(lines(io.BytesIO(_bytes(piece)), job.longest), where, first=piece.first)
        return
    ragged = source.form in RAGGED
    if not ragged:
        reader = replace(reader, text=table.text)
    if source.form == "jsonl":
        rows = json_lines(io.BytesIO(_bytes(piece)), where, table.encoding, fault, first=piece.first)
    elif source.form == "parquet":
        rows = parquet(path, where, group=piece.group, start=piece.start, stop=piece.stop)
    else:
        skipped = piece.first - 1 - len(table.header.splitlines())
        data = io.BytesIO(table.header + _bytes(piece))
        rows = separated(data, where, table.encoding, table.delimiter, fault, table.quoting, skipped=skipped)
    columns = dict(table.columns)
    said = [table.text, *columns.values()]
    yield from documents_of(reader, rows, where, columns, ragged=ragged, said=said)


def _bytes(piece: Piece) -> bytes:
    assert piece.stop is not None
    return read_range(Path(piece.source.path), piece.start, piece.stop) if piece.data is None else piece.data


def _file(job: Job, piece: Piece, reader: Reader, fault: Fault) -> Iterator[Document]:
    """A file that is one document, or a JSON array of them."""
    path, where = Path(piece.source.path), piece.source.path
    with open_stream(path) as stream:
        data = reader.bounded(stream, where)
    form = piece.source.form
    if form == "json":
        faults: list[InputError] = []

        def told(error: InputError) -> None:
            faults.append(error)
            fault(error)

        yield from documents_of(reader, json_array(data, where, job.encoding, told), where, ragged=True, faults=faults)
    else:
        yield reader.whole(data, where, form)
