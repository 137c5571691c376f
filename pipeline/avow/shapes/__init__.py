"""What files that stages write must hold, so that others of that name are told before anything is made of them.

Only what is read of a file is described; more may stand there.
"""

from __future__ import annotations

from avow.shapes.behaviour import Behaviour
from avow.shapes.corpus import Boundaries, GoldRow, LabelRow, Partitions, SentenceRow
from avow.shapes.curve import Curve
from avow.shapes.evaluation import Evaluation
from avow.shapes.model import Model
from avow.shapes.reading import read_shape
from avow.shapes.shape import faults

__all__ = [
    "Behaviour",
    "Boundaries",
    "Curve",
    "Evaluation",
    "GoldRow",
    "LabelRow",
    "Model",
    "Partitions",
    "SentenceRow",
    "faults",
    "read_shape",
]
