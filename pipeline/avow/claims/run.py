"""Documents to records, one after the other or by several processes, in order and in constant memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from avow.claims.register import Register, open_register
from avow.records import Claim, Document
from avow.sentences import split, whole

_BATCH, _CHARACTERS = 400, 100_000
"""Documents, and characters of text, after which a batch is full."""
_REMEDY = "it may be out of memory: lower --jobs, or leave these documents out"


@dataclass(frozen=True, slots=True)
class Registered:
    """A document with its records.

    Attributes:
        document: The document.
        claims: Its records, in the order of the text.
    """

    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are registered.

    Attributes:
        model: The model's folder.
        least: Records below this probability are left out; where ``None`` below that of their status (``least_of``).
        lines: Whether every document is one sentence and is not split.
        processes: How many processes work; one works in this process.
    """

    model: Path
    least: float | None = None
    lines: bool = False
    processes: int = 1


def register_documents(documents: Iterable[Document], settings: Settings) -> Iterator[Registered]:
    """The records of documents.

    Args:
        documents: Documents with their furniture marked.
        settings: How.

    Yields:
        Every document in order, with its records, which may be none.

    Raises:
        AvowError: Workers died of a batch.
        ModelError: There is no model, or it was trained without the register.
    """
    register = open_register(settings.model, settings.least)
    if settings.processes <= 1:
        for document in documents:
            yield Registered(document, _claims(register, document, settings.lines))
        return
    # Only what needs several processes pays for them.
    from avow.workers import answers

    waiting: deque[list[Document]] = deque()
    found: dict[int, list[tuple[Claim, ...]]] = {}
    tasks = _in_reach(_batches(documents), waiting, 2 * settings.processes)
    work = partial(_batch, settings)
    for batch, records in answers(work, tasks, settings.processes, name=_name, remedy=_REMEDY, ahead=2):
        found[id(batch)] = records
        while waiting and id(waiting[0]) in found:
            first = waiting.popleft()
            for document, claims in zip(first, found.pop(id(first)), strict=True):
                yield Registered(document, claims)


def _in_reach(
    batches: Iterator[list[Document]], waiting: deque[list[Document]], most: int
) -> Iterator[list[Document] | None]:
    """Batches, noted as waiting for their turn; none while many do, since more would only fill memory."""
    while True:
        if len(waiting) > most:
            yield None
        elif (batch := next(batches, None)) is not None:
            waiting.append(batch)
            yield batch
        else:
            return


def _name(batch: list[Document]) -> str:
    return f"{batch[0].id} to {batch[-1].id}" if len(batch) > 1 else batch[0].id


@lru_cache(maxsize=1)
def _register(settings: Settings) -> Register:
    """The register of a worker, the same from its first batch to its last."""
    return open_register(settings.model, settings.least)


def _batch(settings: Settings, documents: list[Document]) -> list[tuple[Claim, ...]]:
    register = _register(settings)
    return [_claims(register, document, settings.lines) for document in documents]


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) >= _BATCH or size >= _CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _claims(register: Register, document: Document, lines: bool) -> tuple[Claim, ...]:
    return register.claims(document, [whole(document)] if lines else split(document))
