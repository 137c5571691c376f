"""Corpora of any size to labelled sentences: shards, completion markers, engines."""

from __future__ import annotations

from avow.scoring.job import Job, Shard, Source
from avow.scoring.markers import Marker, Totals
from avow.scoring.run import ENGINES, Run

__all__ = ["ENGINES", "Job", "Marker", "Run", "Shard", "Source", "Totals"]
