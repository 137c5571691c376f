"""Comparisons by many fits: transfer between sources, and what each piece of the model gives."""

from __future__ import annotations

from avow.study.ablation import Ablated, Ablation, ablate
from avow.study.tables import Table, ablation_tables, markdown, transfer_tables
from avow.study.transfer import Cell, Transfer, transfer
from avow.study.variants import VARIANTS, Variant

__all__ = [
    "VARIANTS",
    "Ablated",
    "Ablation",
    "Cell",
    "Table",
    "Transfer",
    "Variant",
    "ablate",
    "ablation_tables",
    "markdown",
    "transfer",
    "transfer_tables",
]
