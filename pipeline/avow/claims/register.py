"""A document and a model to the records of its claims, denials, accusations and suspicions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from avow.claims.joining import join
from avow.claims.statuses import least_of, statuses
from avow.claims.telling import Regressions, Teller
from avow.documents.furniture import mark_furniture
from avow.models import (
    Model,
    StanceTable,
    deciding_digest,
    load,
    load_circumstances,
    load_kinds,
    load_stances,
    read_manifest,
)
from avow.records import Claim, Document, Sentence, Status
from avow.sentences import split

_OPEN = 2
"""How many models stay open, such as one and what it is compared with."""


class Register:
    """What makes records: a model with its regressions of the register.

    Args:
        model: A loaded model.
        table: Its regressions of stances and phrases.
        judge: Its regressions of circumstances and kinds; ``None`` leaves these to the rules.
        least: Records below this probability are left out; where ``None`` below that of their status (``least_of``).
    """

    def __init__(
        self,
        model: Model,
        table: StanceTable,
        judge: Regressions | None = None,
        least: float | None = None,
    ) -> None:
        self._model = model
        self._table = table
        self._teller = Teller(table.role, judge or Regressions())
        self.least = least

    def statuses(self, parts: Sequence[Sentence]) -> list[dict[Status, float]]:
        """The probability of each status for the sentences of a document.

        Args:
            parts: The sentences.

        Returns:
            Probabilities by status, a mapping a sentence; they need not sum to one, since a sentence may say several.
        """
        return statuses(self._model, self._table, parts)

    def claims(self, document: Document, sentences: Sequence[Sentence] | None = None) -> tuple[Claim, ...]:
        """The records of a document.

        Args:
            document: The document, its furniture marked.
            sentences: Its sentences; split where ``None``.

        Returns:
            Records in the order of their evidence in the text; none where nothing is claimed or denied.
        """
        return join(document, self.said(document, sentences))

    def said(self, document: Document, sentences: Sequence[Sentence] | None = None) -> list[Claim]:
        """What each sentence says, before records of one claim are joined.

        Args:
            document: The document, its furniture marked.
            sentences: Its sentences; split where ``None``.

        Returns:
            Records with one sentence of evidence each, in order.
        """
        parts = list(split(document) if sentences is None else sentences)
        return self._teller.said(document, parts, map(self._likely, self.statuses(parts)))

    def _likely(self, found: Mapping[Status, float]) -> dict[Status, float]:
        """The statuses that make records."""
        return {
            status: probability
            for status, probability in found.items()
            if probability >= (least_of(status) if self.least is None else self.least)
        }


def open_register(folder: Path | str, least: float | None = None) -> Register:
    """The register of a model's folder.

    Args:
        folder: The folder.
        least: As for :class:`Register`.

    Returns:
        The register; what it reads of the model is remembered for the next call, for as long as the model is the same.

    Raises:
        ModelError: There is no model, or it was trained without the register.
    """
    place = Path(folder).absolute()
    model, table, judge = _opened(place, deciding_digest(read_manifest(place), register=True))
    return Register(model, table, judge, least)


@lru_cache(maxsize=_OPEN)
def _opened(folder: Path, _: str) -> tuple[Model, StanceTable, Regressions]:
    """What is read of the model in a folder, of which a digest tells whether it is the one that was read."""
    judge = Regressions(load_circumstances(folder), load_kinds(folder))
    model = load(folder)
    # Records of the first documents would be written before others need it.
    model.ensure_whole()
    return model, load_stances(folder), judge


def claims(
    source: Document | str, *, model: Model | Path | str | None = None, least: float | None = None
) -> tuple[Claim, ...]:
    """The claims, denials, accusations and suspicions of a document.

    Args:
        source: A document, or a text, whose furniture is marked as :func:`avow.read` marks it.
        model: The model's folder, or a model that was loaded from one; where ``None`` that of the variable
            ``AVOW_MODEL``, or ``models/default``.
        least: Records below this probability are left out; where ``None`` below that of their status, which
            :func:`avow.claims.statuses.least_of` gives.

    Returns:
        Frozen records in the order of the text.

    Raises:
        ModelError: There is no model, or it was trained without the register.
        TypeError: The source is neither, or the model is neither.
        ValueError: ``least`` is no probability.
    """
    import os

    if not isinstance(source, str | Document):
        raise TypeError(f"claims of {type(source).__name__}, not of a document or a text")
    if isinstance(model, Model):
        if model.folder is None:
            raise TypeError("expected a model that was loaded from a folder, where what the register needs is")
        model = model.folder
    if model is not None and not isinstance(model, str | os.PathLike):
        raise TypeError(f"expected a model or its folder (str or Path), got {type(model).__name__}")
    if least is not None and not _is_probability(least):
        raise ValueError(f"least probability {least!r}, not between 0 and 1")
    document = mark_furniture(Document("", source)) if isinstance(source, str) else source
    folder = model if model is not None else os.environ.get("AVOW_MODEL") or "models/default"
    return open_register(folder, least).claims(document)


def _is_probability(value: Any) -> bool:
    try:
        return bool(0 <= value <= 1)
    except TypeError:
        return False
