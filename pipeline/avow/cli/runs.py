"""What ``avow evaluate`` scores, and how."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from avow.evaluation import Settings
    from avow.models import Model


@dataclass(frozen=True, slots=True)
class Run:
    """A model, and how it is scored: with intervals of ``settings``, and what trained it refused or left out."""

    model: Model
    folder: Path
    settings: Settings
    claims: bool
    drop_leaks: bool
    similarity: float
