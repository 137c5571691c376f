"""The labelled documents that models and peers of a benchmark learn from."""

from __future__ import annotations

from pathlib import Path

from avow.corpus import GoldDocument, read_corpus
from avow.errors import InputError


def seed_documents(seeds: Path) -> list[GoldDocument]:
    """The documents of a corpus.

    Args:
        seeds: A labelled corpus.

    Returns:
        Its documents.

    Raises:
        InputError: The corpus is not there, or breaks the format.
    """
    if not seeds.exists():
        raise InputError(
            "no such file or folder",
            where=str(seeds),
            expected="a labelled corpus, such as the seeds in Avow's repository, which are not installed",
            remedy="run this in a clone of it, or name a corpus with --seeds",
        )
    return list(read_corpus([seeds]))
