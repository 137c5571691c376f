"""Documents to records, one after the other or by several processes, in order and in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from avow.claims.register import Register, open_register
from avow.records import Claim, Document, Sentence
from avow.sentences import split

_BATCH, _CHARACTERS = 400, 100_000
"""Documents, and characters of text, after which a batch is full."""


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
        least: Records below this probability are left out; where ``None`` below that of their status in ``BALANCED``.
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
        ModelError: There is no model, or it was trained without the register.
    """
    register = open_register(settings.model, settings.least)
    if settings.processes <= 1:
        for document in documents:
            yield Registered(document, _claims(register, document, settings.lines))
        return
    from concurrent.futures import Future, ProcessPoolExecutor

    with ProcessPoolExecutor(settings.processes, initializer=open_register, initargs=_model(settings)) as pool:
        waiting: list[tuple[list[Document], Future[list[tuple[Claim, ...]]]]] = []
        batches = _batches(documents)
        for batch in batches:
            waiting.append((batch, pool.submit(_batch, batch, settings)))
            # A few batches stand ready; more would only fill memory.
            if len(waiting) > 2 * settings.processes:
                yield from _finished(*waiting.pop(0))
        for item in waiting:
            yield from _finished(*item)


def _finished(batch: list[Document], future: object) -> Iterator[Registered]:
    found: list[tuple[Claim, ...]] = future.result()  # type: ignore[attr-defined]
    for document, records in zip(batch, found, strict=True):
        yield Registered(document, records)


def _model(settings: Settings) -> tuple[Path, float | None]:
    return settings.model, settings.least


def _batch(documents: list[Document], settings: Settings) -> list[tuple[Claim, ...]]:
    register = open_register(settings.model, settings.least)
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
    return register.claims(document, [_whole(document)] if lines else split(document))


def _whole(document: Document) -> Sentence:
    text = document.text
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    return Sentence(document.id, 0, 0, start, end, text[start:end])
