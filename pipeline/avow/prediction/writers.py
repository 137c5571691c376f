"""Predictions in the formats that people already use."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from avow.errors import MissingExtraError
from avow.prediction.run import Annotated
from avow.records import LABELS, Explanation, Prediction
from avow.storage import clean, encode

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    "document",
    "sentence",
    "paragraph",
    "start",
    "end",
    "text",
    "label",
    *(f"probability_{label}" for label in LABELS),
    "unsure",
    "open_quote",
)
PARQUET_ROWS = 10_000
_STRONGEST = 8


def row(prediction: Prediction) -> dict[str, Any]:
    """A prediction as an object.

    Args:
        prediction: The prediction.

    Returns:
        The fields of a line of JSON.
    """
    sentence = prediction.sentence
    return {
        "document": sentence.document,
        "sentence": sentence.number,
        "paragraph": sentence.paragraph,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "label": str(prediction.label),
        "probabilities": {
            str(label): round(value, 6) for label, value in zip(LABELS, prediction.probabilities, strict=True)
        },
        "unsure": prediction.unsure,
        "open_quote": sentence.open_quote,
    }


def explained(explanation: Explanation) -> dict[str, Any]:
    """An explained prediction as an object.

    Args:
        explanation: The explanation.

    Returns:
        The fields of :func:`row`, the scores, and every contribution: for each label they sum to its score.
    """
    names = list(map(str, LABELS))
    return row(explanation.prediction) | {
        "scores": dict(zip(names, explanation.scores, strict=True)),
        "contributions": [
            {"term": item.term, "kind": item.kind} | dict(zip(names, item.scores, strict=True))
            for item in explanation.contributions
        ],
    }


def to_frame(predictions: Iterable[Prediction]) -> DataFrame:
    """Predictions as a pandas table, a sentence a row.

    Args:
        predictions: Predictions of any documents.

    Returns:
        The columns of the CSV format; the label is categorical with all labels as categories.

    Raises:
        TypeError: Something is no prediction.
    """
    import pandas as pd

    if not isinstance(predictions, Iterable):
        raise TypeError(f"expected a list of predictions, got {type(predictions).__name__}")
    found = list(predictions)
    try:
        rows = [cells(prediction) for prediction in found]
    except AttributeError:
        odd = [(at, type(item).__name__) for at, item in enumerate(found) if not isinstance(item, Prediction)]
        if not odd:
            raise
        raise TypeError(f"expected predictions (Prediction), got {odd[0][1]} at position {odd[0][0]}") from None
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.assign(label=pd.Categorical(frame["label"], categories=list(map(str, LABELS))))


def write_jsonl(stream: IO[bytes], items: Iterable[Annotated]) -> None:
    """One JSON object a sentence.

    Args:
        stream: Where to.
        items: Annotated documents.
    """
    for item in items:
        rows: Iterable[dict[str, Any]] = (
            map(explained, item.explanations) if item.explanations else map(row, item.predictions)
        )
        for fields in rows:
            stream.write(encode(json.dumps(fields, ensure_ascii=False) + "\n"))


def cells(prediction: Prediction) -> tuple[Any, ...]:
    """A prediction as a row of a table.

    Args:
        prediction: The prediction.

    Returns:
        Values in the order of ``COLUMNS``.
    """
    sentence = prediction.sentence
    fact, opinion, claim = prediction.probabilities
    return (
        sentence.document,
        sentence.number,
        sentence.paragraph,
        sentence.start,
        sentence.end,
        sentence.text,
        prediction.label.value,
        round(fact, 6),
        round(opinion, 6),
        round(claim, 6),
        prediction.unsure,
        sentence.open_quote,
    )


def csv_rows(buffer: io.StringIO, *, spreadsheet: bool = False) -> Callable[[Iterable[Prediction]], None]:
    """What writes predictions as CSV; the header is written at once.

    Args:
        buffer: Where to.
        spreadsheet: As for :func:`avow.storage.csv_table`.

    Returns:
        A function that takes predictions; without ``spreadsheet`` every field stays as it is, so that offsets and texts
        can be read back.
    """
    from avow.storage import csv_table

    write = csv_table(buffer, COLUMNS, spreadsheet=spreadsheet)
    return lambda predictions: write(map(cells, predictions))


def write_csv(stream: IO[bytes], items: Iterable[Annotated], *, spreadsheet: bool = False) -> None:
    """A table with a header.

    Args:
        stream: Where to.
        items: Annotated documents.
        spreadsheet: As for :func:`avow.storage.csv_table`.
    """
    buffer = io.StringIO(newline="")
    write = csv_rows(buffer, spreadsheet=spreadsheet)
    for item in items:
        write(item.predictions)
        stream.write(encode(buffer.getvalue()))
        buffer.seek(0)
        buffer.truncate()
    stream.write(encode(buffer.getvalue()))


@contextmanager
def parquet_rows(stream: IO[bytes]) -> Iterator[Callable[[Iterable[Prediction]], None]]:
    """What writes predictions as Parquet, in row groups of ten thousand.

    Args:
        stream: Where to.

    Yields:
        A function that takes predictions.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("pyarrow", "parquet", "writing Parquet") from error
    kinds = dict.fromkeys(("sentence", "paragraph", "start", "end"), pyarrow.int64())
    kinds |= {"unsure": pyarrow.bool_(), "open_quote": pyarrow.bool_()}
    kinds |= {f"probability_{label}": pyarrow.float64() for label in LABELS}
    schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in COLUMNS])
    waiting: list[tuple[Any, ...]] = []
    texts = COLUMNS.index("document"), COLUMNS.index("text")

    with pyarrow.parquet.ParquetWriter(stream, schema) as writer:

        def flush(size: int) -> None:
            columns: list[Any] = list(zip(*waiting[:size], strict=True))
            for at in texts:
                columns[at] = list(map(clean, columns[at]))
            arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
            del waiting[:size]

        def write(predictions: Iterable[Prediction]) -> None:
            waiting.extend(map(cells, predictions))
            while len(waiting) >= PARQUET_ROWS:
                flush(PARQUET_ROWS)

        yield write
        if waiting:
            flush(len(waiting))


def write_parquet(stream: IO[bytes], items: Iterable[Annotated]) -> None:
    """A Parquet file, written in batches.

    Args:
        stream: Where to.
        items: Annotated documents.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    with parquet_rows(stream) as write:
        for item in items:
            write(item.predictions)


def write_text(stream: IO[bytes], items: Iterable[Annotated]) -> None:
    """Plain text: label, confidence and sentence, a document under its name.

    Args:
        stream: Where to.
        items: Annotated documents.
    """
    for item in items:
        # A line, whatever line ends an input's identifier brings: nothing in it is to be read as a sentence's.
        stream.write(encode(f"# {' '.join(item.document.id.split())}\n"))
        explanations = {id(part.prediction): part for part in item.explanations}
        for prediction in item.predictions:
            mark = " ?" if prediction.unsure else ""
            text = " ".join(prediction.sentence.text.split())
            stream.write(encode(f"{prediction.label}\t{prediction.confidence:.2f}{mark}\t{text}\n"))
            if found := explanations.get(id(prediction)):
                stream.write(encode(f"\t\t{strongest(found)}\n"))


def strongest(explanation: Explanation) -> str:
    """The terms that pulled most towards the label, and against it, in a line.

    Args:
        explanation: The explanation.

    Returns:
        Terms with their signed pull: what they add to the label's score over the mean of the others.
    """
    label = explanation.prediction.label
    ranked = explanation.pulling(label)
    column = LABELS.index(label)
    shown = [*ranked[:_STRONGEST], *ranked[_STRONGEST:][-2:]]
    parts = []
    for item in shown:
        others = [score for at, score in enumerate(item.scores) if at != column]
        parts.append(
            f"{item.term}{'' if item.kind == 'word' else f' ({item.kind})'} "
            f"{item.scores[column] - sum(others) / len(others):+.2f}"
        )
    return ", ".join(parts)


WRITERS: Mapping[str, Callable[[IO[bytes], Iterable[Annotated]], None]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "parquet": write_parquet,
    "text": write_text,
}
