"""Labelled documents: the corpus format, its checks and counts, the label stage, and adapters of public corpora."""

from __future__ import annotations

from avow.corpus.adapters import ADAPTERS, REGISTRY, GoldSet, MucDocument, TableOptions, read_gold, read_muc
from avow.corpus.check import check_corpus
from avow.corpus.format import GoldDocument, Violation, format_corpus, parse_corpus, read_corpus
from avow.corpus.labels import Alignment, LabelRow, align, label_rows, read_labels, write_labels
from avow.corpus.statistics import CorpusStatistics, agreement, corpus_statistics

__all__ = [
    "ADAPTERS",
    "REGISTRY",
    "Alignment",
    "CorpusStatistics",
    "GoldDocument",
    "GoldSet",
    "LabelRow",
    "MucDocument",
    "TableOptions",
    "Violation",
    "agreement",
    "align",
    "check_corpus",
    "corpus_statistics",
    "format_corpus",
    "label_rows",
    "parse_corpus",
    "read_corpus",
    "read_gold",
    "read_labels",
    "read_muc",
    "write_labels",
]
