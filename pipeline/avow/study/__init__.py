"""Comparisons by many fits: transfer between sources, what each piece of the model gives, and how scores grow."""

from __future__ import annotations

from avow.study.ablation import Ablated, Ablation, ablate
from avow.study.curve import Curve, learning_curve
from avow.study.tables import Table, ablation_tables, curve_tables, markdown, transfer_tables
from avow.study.transfer import Cell, Transfer, transfer
from avow.study.variants import VARIANTS, Variant

__all__ = [
    "VARIANTS",
    "Ablated",
    "Ablation",
    "Cell",
    "Curve",
    "Table",
    "Transfer",
    "Variant",
    "ablate",
    "ablation_tables",
    "curve_tables",
    "learning_curve",
    "markdown",
    "transfer",
    "transfer_tables",
]
