"""The register of claims beside the labels of a shard: the one place where scoring meets :mod:`avow.claims`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from avow.prediction.run import Annotated
from avow.scoring.job import Job
from avow.storage import atomic_writer, encode

if TYPE_CHECKING:
    from avow.claims import Register

Record = Callable[[Annotated], int]


def register_of(folder: str) -> Register:
    """The register of a model; opened once a process by the register itself.

    Args:
        folder: The folder of the model.

    Returns:
        What finds claims in a document.

    Raises:
        ModelError: The model was trained without one.
    """
    from avow.claims import open_register

    return open_register(folder)


@contextmanager
def claim_writer(job: Job, name: str) -> Iterator[Record]:
    """What writes the claims of a shard's documents, as JSON Lines.

    Args:
        job: The job.
        name: The shard.

    Yields:
        A function that takes a document with its predictions and returns how many records it gave.

    Raises:
        OutputError: The file cannot be written.
    """
    if not job.claims:
        yield lambda item: 0
        return
    from avow.claims import to_rows

    register = register_of(job.model)
    with atomic_writer(job.claims_of(name)) as stream:

        def write(item: Annotated) -> int:
            found = register.claims(item.document, [prediction.sentence for prediction in item.predictions])
            rows = to_rows(found)
            for row in rows:
                stream.write(encode(json.dumps(row, ensure_ascii=False) + "\n"))
            return len(rows)

        yield write
