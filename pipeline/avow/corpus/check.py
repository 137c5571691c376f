"""Every violation of the corpus format, and text that recurs across documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from avow.corpus.format import GoldDocument, Violation, corpus_files, parse_corpus
from avow.corpus.likeness import SHORTEST, ShingleIndex, compared_words, shingles
from avow.errors import InputError
from avow.storage import read_text

SIMILARITY = 0.8


def check_corpus(paths: Iterable[Path]) -> list[Violation]:
    """Look for everything that breaks the rules of a corpus.

    Args:
        paths: Files, or folders whose ``*.txt`` are meant.

    Returns:
        Violations, by file and line.

    Raises:
        InputError: A path does not exist.
    """
    violations: list[Violation] = []
    documents: list[GoldDocument] = []
    for path in corpus_files(paths):
        try:
            text = read_text(path)
        except InputError as error:
            place, _, line = error.where.rpartition(":")
            number = int(line) if line.isdigit() else 0
            violations.append(Violation(place if number else str(path), number, "encoding", error.what))
            continue
        if text and not text.endswith("\n"):
            violations.append(Violation(str(path), text.count("\n") + 1, "last line", "no line end at the file's end"))
        documents.extend(parse_corpus(text, str(path), violations))
    violations.extend(_slugs(documents))
    violations.extend(_recurring(documents))
    order = {str(path): number for number, path in enumerate(corpus_files(paths))}
    return sorted(violations, key=lambda item: (order.get(item.path, -1), item.line))


def _slugs(documents: Sequence[GoldDocument]) -> list[Violation]:
    first: dict[str, GoldDocument] = {}
    found: list[Violation] = []
    for gold in documents:
        slug = gold.document.id
        if slug in first:
            there = first[slug]
            found.append(
                Violation(
                    gold.path, gold.line, "duplicate slug", f"slug {slug} stands at {there.path}:{there.line} too"
                )
            )
        elif not slug or slug != slug.strip() or " " in slug:
            found.append(Violation(gold.path, gold.line, "slug", f"slug {slug!r}; expected one word"))
        first.setdefault(slug, gold)
    return found


def _recurring(documents: Sequence[GoldDocument]) -> list[Violation]:
    """Documents and sentences that (nearly) repeat those of another document; short sentences recur by chance."""
    found: list[Violation] = []
    whole, single = ShingleIndex(), ShingleIndex()
    for gold in documents:
        marks = shingles(compared_words(gold.document.text))
        earlier = whole.best(marks, SIMILARITY)
        if earlier is not None:
            found.append(
                Violation(
                    gold.path, gold.line, "near-duplicate document", f"{gold.document.id} nearly repeats {earlier}"
                )
            )
        whole.add(gold.document.id, marks)
        fresh: list[tuple[str, frozenset[int]]] = []
        for item in gold.sentences:
            text = item.sentence.text
            words = compared_words(text)
            if len(words) < SHORTEST:
                continue
            marks = shingles(words)
            place = single.best(marks, SIMILARITY)
            if place is not None:
                found.append(
                    Violation(gold.path, item.line, "duplicate sentence", f"{text[:60]!r} (nearly) repeats {place}")
                )
            fresh.append((f"{gold.path}:{item.line}", marks))
        # A document may repeat itself, so its sentences are entered when it has been read.
        for place_of, marks in fresh:
            single.add(place_of, marks)
    return found
