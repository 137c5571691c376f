"""One shard: read, split, labelled, written whole, marked."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from avow.documents import Reader, Reject, RejectLog
from avow.documents.reading import reason_of, sniff
from avow.documents.tables import json_array, json_lines, parquet, separated
from avow.errors import InputError, MissingExtraError
from avow.models import Model, load
from avow.prediction.run import predict_documents
from avow.records import LABELS, Document, Label, Prediction
from avow.scoring.job import Job, Piece, Shard
from avow.scoring.markers import Marker, finished, mark
from avow.scoring.plan import verify
from avow.scoring.writers import writer
from avow.storage import atomic_writer, digest_file, open_stream, read_range


@lru_cache(maxsize=1)
def _model(folder: str) -> Model:
    """The model, opened once a process; its weights are mapped, so that processes share them."""
    return load(folder)


def score_shard(job: Job, shard: Shard) -> Marker:
    """Score a shard, unless it is whole already.

    Args:
        job: How.
        shard: What.

    Returns:
        Its marker.

    Raises:
        InputError: An input has gone or changed.
        OutputError: The output cannot be written.
    """
    done = finished(job, shard)
    if done is not None:
        return done
    model = _model(job.model)
    log = RejectLog()
    documents = sentences = written = 0
    labels: Counter[Label] = Counter()
    target = job.target(shard)
    with atomic_writer(target) as stream, writer(job.form, stream) as write:
        for item in predict_documents(model, _documents(job, shard, log), lines=job.lines):
            documents += 1
            sentences += len(item.predictions)
            for prediction in item.predictions:
                labels[prediction.label] += 1
            kept = selected(job, item.predictions) if job.select else item.predictions
            written += len(kept)
            if kept:
                write(kept)
    marker = Marker(
        shard=shard.number,
        parameters=job.digest,
        pieces=shard.identity(),
        documents=documents,
        sentences=sentences,
        written=written,
        labels={str(label): count for label, count in sorted(labels.items())},
        rejects=dict(sorted(log.counts.items())),
        bytes=target.stat().st_size,
        digest=digest_file(target),
        weight=shard.weight,
    )
    return mark(job, shard, marker, log)


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


def _documents(job: Job, shard: Shard, log: RejectLog) -> Iterator[Document]:
    for piece in shard.pieces:
        verify(piece.source)
        for reject in piece.rejects:
            log(reject)
        try:
            yield from _piece(job, piece, log)
        except MissingExtraError:
            raise
        except InputError as error:
            verify(piece.source)
            log(Reject(error.where, reason_of(error), str(error)))


def _piece(job: Job, piece: Piece, log: RejectLog) -> Iterator[Document]:
    source, table = piece.source, piece.table
    path, where = Path(source.path), source.path
    reader = Reader(encoding=job.encoding, lines=job.lines, quoting=job.quoting, text=job.text, reject=log)

    def fault(error: InputError) -> None:
        log(Reject(error.where, reason_of(error), str(error)))

    if piece.stop is None:
        yield from _file(job, piece, reader)
        return
    if piece.stop == piece.start:
        return
    if table is None:
        yield from reader.by_line(io.BytesIO(_bytes(piece)), where, first=piece.first)
        return
    reader = Reader(lines=job.lines, text=table.text, reject=log)
    if source.form == "jsonl":
        rows = json_lines(io.BytesIO(_bytes(piece)), where, table.encoding, fault, first=piece.first)
    elif source.form == "parquet":
        rows = parquet(path, where, group=piece.group, start=piece.start, stop=piece.stop)
    else:
        skipped = piece.first - 1 - table.header.count(b"\n")
        delimiter = "," if source.form == "csv" else "\t"
        data = io.BytesIO(table.header + _bytes(piece))
        rows = separated(data, where, table.encoding, delimiter, fault, table.quoting, skipped=skipped)
    yield from reader.documents(rows, where, dict(table.columns))


def _bytes(piece: Piece) -> bytes:
    assert piece.stop is not None
    return read_range(Path(piece.source.path), piece.start, piece.stop) if piece.data is None else piece.data


def _file(job: Job, piece: Piece, reader: Reader) -> Iterator[Document]:
    """A file that is one document, or a JSON array of them."""
    path, where = Path(piece.source.path), piece.source.path
    with open_stream(path) as stream:
        data = stream.read(job.longest + 1)
    if len(data) > job.longest:
        raise InputError(f"too long: over {job.longest} bytes", where=where, remedy="raise --longest to read it")
    form = piece.source.form
    if form == "text" and not path.suffix:
        form = sniff(data)
    if form == "json":
        yield from reader.documents(json_array(data, where, job.encoding), where)
    elif form in {"csv", "tsv"}:
        delimiter = "," if form == "csv" else "\t"
        rows = separated(io.BytesIO(data), where, job.encoding, delimiter, lambda _: None, job.quoting)
        yield from reader.documents(rows, where)
    else:
        yield reader.whole(data, where, form)
