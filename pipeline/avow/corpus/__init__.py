"""Labelled documents: the corpus format, its checks and counts, the label stage, and adapters of public corpora."""

from __future__ import annotations

from avow.corpus.adapters import ADAPTERS, files_of, is_table, read_gold, standoff_paths
from avow.corpus.annotators import agreement_tables, composition_tables
from avow.corpus.check import check_corpus
from avow.corpus.format import GoldDocument, Violation, corpus_files, parse_corpus, read_corpus
from avow.corpus.gold_claims import DocumentClaims, GoldClaim, gold_claims
from avow.corpus.intervals import wilson
from avow.corpus.joining import JoinedSentence, JoinedSet, join_standoff
from avow.corpus.labels import (
    Alignment,
    LabelRow,
    align,
    document_of,
    label_rows,
    read_labels,
    read_sentences,
    write_labels,
)
from avow.corpus.muc import MucDocument, read_muc
from avow.corpus.registry import REGISTRY
from avow.corpus.sets import GoldSet
from avow.corpus.standoff import StandoffRecord, StandoffSentence, public_files, read_standoff, sentence_digest
from avow.corpus.statistics import CorpusStatistics, agreement, corpus_statistics
from avow.corpus.tables import TableOptions

__all__ = [
    "ADAPTERS",
    "REGISTRY",
    "Alignment",
    "CorpusStatistics",
    "DocumentClaims",
    "GoldClaim",
    "GoldDocument",
    "GoldSet",
    "JoinedSentence",
    "JoinedSet",
    "LabelRow",
    "MucDocument",
    "StandoffRecord",
    "StandoffSentence",
    "TableOptions",
    "Violation",
    "agreement",
    "agreement_tables",
    "align",
    "check_corpus",
    "composition_tables",
    "corpus_files",
    "corpus_statistics",
    "document_of",
    "files_of",
    "gold_claims",
    "is_table",
    "join_standoff",
    "label_rows",
    "parse_corpus",
    "public_files",
    "read_corpus",
    "read_gold",
    "read_labels",
    "read_muc",
    "read_sentences",
    "read_standoff",
    "sentence_digest",
    "standoff_paths",
    "wilson",
    "write_labels",
]
