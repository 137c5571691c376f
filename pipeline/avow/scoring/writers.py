"""Predictions of a shard to bytes, as fast as the formats allow: the rows of :mod:`avow.prediction.writers`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import IO, Any

from avow.errors import UsageError
from avow.prediction.writers import csv_rows, parquet_rows
from avow.records import LABELS, Prediction
from avow.storage import encode

Write = Callable[[Sequence[Prediction]], None]
COMPRESSIONS = ("gz", "zst")
_FACT, _OPINION, _CLAIM = map(str, LABELS)
_escape = json.encoder.encode_basestring


@lru_cache(maxsize=256)
def _escaped(name: str) -> str:
    return _escape(name)


def json_line(prediction: Prediction) -> str:
    """A prediction as a line of JSON, put together by hand since that takes a fifth of the time.

    Args:
        prediction: The prediction.

    Returns:
        What ``json.dumps`` makes of its fields, with a line end.
    """
    sentence = prediction.sentence
    fact, opinion, claim = prediction.probabilities
    return (
        f'{{"document": {_escaped(sentence.document)}, "sentence": {sentence.number}, '
        f'"paragraph": {sentence.paragraph}, "start": {sentence.start}, "end": {sentence.end}, '
        f'"text": {_escape(sentence.text)}, "label": "{prediction.label}", "probabilities": {{"{_FACT}": '
        f'{round(fact, 6)}, "{_OPINION}": {round(opinion, 6)}, "{_CLAIM}": {round(claim, 6)}}}, '
        f'"unsure": {"true" if prediction.unsure else "false"}, '
        f'"open_quote": {"true" if sentence.open_quote else "false"}}}\n'
    )


@contextmanager
def _jsonl(stream: IO[bytes]) -> Iterator[Write]:
    yield lambda predictions: _put(stream, "".join(map(json_line, predictions)))


@contextmanager
def _csv(stream: IO[bytes]) -> Iterator[Write]:
    buffer = io.StringIO(newline="")
    write = csv_rows(buffer)

    def rows(predictions: Sequence[Prediction]) -> None:
        write(predictions)
        _put(stream, buffer.getvalue())
        buffer.seek(0)
        buffer.truncate()

    rows(())
    yield rows


@contextmanager
def _text(stream: IO[bytes]) -> Iterator[Write]:
    """A sentence a line, tab-separated: label, its probability, document, number, offsets, text."""

    def rows(predictions: Sequence[Prediction]) -> None:
        lines = []
        for item in predictions:
            sentence = item.sentence
            lines.append(
                f"{item.label}\t{item.confidence:.6f}\t{' '.join(sentence.document.split())}\t{sentence.number}\t"
                f"{sentence.start}\t{sentence.end}\t{' '.join(sentence.text.split())}\n"
            )
        _put(stream, "".join(lines))

    yield rows


def _put(stream: IO[bytes], text: str) -> None:
    stream.write(encode(text))


FORMATS: Mapping[str, Any] = {"jsonl": _jsonl, "csv": _csv, "parquet": parquet_rows, "text": _text}


def check(form: str) -> str:
    """An output format, or the refusal of an unknown one.

    Args:
        form: A key of ``FORMATS``, with ``.gz`` or ``.zst`` where it is to be compressed.

    Returns:
        It.

    Raises:
        UsageError: It is unknown, or compresses what is compressed already.
    """
    kind, _, compression = form.partition(".")
    if kind not in FORMATS or (compression and (compression not in COMPRESSIONS or kind == "parquet")):
        known = [*sorted(FORMATS), "jsonl.gz", "csv.zst"]
        raise UsageError(f"unknown format {form!r}", expected=f"one such as {', '.join(known)}")
    return form


@contextmanager
def writer(form: str, stream: IO[bytes]) -> Iterator[Write]:
    """What writes a shard.

    Args:
        form: The format.
        stream: Where to.

    Yields:
        A function that takes the predictions of a document.
    """
    kind, _, compression = form.partition(".")
    with compressed(stream, compression) as target, FORMATS[kind](target) as write:
        yield write


@contextmanager
def compressed(stream: IO[bytes], compression: str) -> Iterator[IO[bytes]]:
    """A stream that compresses.

    Args:
        stream: Where to.
        compression: One of ``COMPRESSIONS``, or nothing.

    Yields:
        The stream to write to; the same rows give the same bytes.
    """
    if compression == "gz":
        import gzip

        with gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=stream, mtime=0) as target:
            yield target  # type: ignore[misc]
    elif compression == "zst":
        import zstandard

        with zstandard.ZstdCompressor().stream_writer(stream, closefd=False) as target:
            yield target
    else:
        yield stream
