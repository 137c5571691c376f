"""Train, development and test by document; near-duplicates; and the check that no evaluation scores training text.

A document's partition comes from a hash of its slug, salted with its stratum (file family and genre), so that it
depends on nothing else in the corpus. Documents are taken in order; one that nearly repeats an earlier document follows
that one. Adding a document at the end therefore never moves another.
"""

from __future__ import annotations

import hashlib
import struct
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from avow.corpus.format import GoldDocument
from avow.corpus.likeness import ShingleIndex, compared_words, hash_of, is_short, shingle_hashes, shingles, whole_of
from avow.errors import ModelError
from avow.records import GoldSentence

Unit = tuple[str, str, str]
"""Source, family and group of a document."""
_MAGIC = b"AVOWFPR1"
_HEADER = struct.Struct("<8sII")


def assign_partitions(
    documents: Iterable[GoldDocument], *, seed: int, development: float, test: float, similarity: float
) -> dict[str, str]:
    """The partition of every document.

    Args:
        documents: All documents, in corpus order.
        seed: Enters every hash.
        development: Share of documents for calibration.
        test: Share of documents for evaluation.
        similarity: Jaccard similarity of word shingles from which a document follows an earlier one.

    Returns:
        ``train``, ``development`` or ``test`` by slug.
    """
    assigned: dict[str, str] = {}
    index = ShingleIndex()
    for gold in documents:
        slug = gold.document.id
        marks = shingles(compared_words(gold.document.text))
        earlier = index.best(marks, similarity)
        if earlier is not None:
            assigned[slug] = assigned[earlier]
        else:
            share = _share(f"{seed}/{gold.family}/{gold.document.genre}/{slug}")
            assigned[slug] = "test" if share < test else "development" if share < test + development else "train"
        index.add(slug, marks)
    return assigned


def held_out(gold: Sequence[GoldSentence], *, seed: int, share: float, similarity: float) -> frozenset[Unit]:
    """Which documents of a source are held out, decided as :func:`assign_partitions` decides.

    Args:
        gold: The sentences of a source.
        seed: Enters every hash.
        share: Share of documents to hold out.
        similarity: Jaccard similarity of word shingles from which a document follows an earlier one.

    Returns:
        Their units.
    """
    texts: dict[Unit, list[str]] = {}
    for item in gold:
        texts.setdefault(item.unit, []).append(item.sentence.text)
    index = ShingleIndex()
    units = list(texts)
    apart: dict[Unit, bool] = {}
    for number, (unit, parts) in enumerate(texts.items()):
        marks = shingles(compared_words("\n".join(parts)))
        earlier = index.best(marks, similarity)
        # Without the source: what a table gains or loses elsewhere moves none of its documents.
        _, family, group = unit
        apart[unit] = _share(f"{seed}/{family}/{group}") < share if earlier is None else apart[units[int(earlier)]]
        index.add(str(number), marks)
    return frozenset(unit for unit, out in apart.items() if out)


def _share(key: str) -> float:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") / 2**64


@dataclass(frozen=True, slots=True)
class Leak:
    """Text of an evaluation that a model was trained on.

    Attributes:
        kind: ``document`` for a document by name, ``sentence`` for a sentence that is the same or nearly so.
        item: The evaluated sentence, or the first one of the document.
    """

    kind: str
    item: GoldSentence

    @property
    def group(self) -> str:
        """The evaluated document."""
        return self.item.group

    @property
    def text(self) -> str:
        """The sentence."""
        return self.item.sentence.text

    def __str__(self) -> str:
        if self.kind == "document":
            return f"document {self.group}"
        place = f"{self.group}:{self.item.line}" if self.item.line else self.group
        return f"sentence in {place}: {self.text[:80]!r}"


def fingerprints(gold: Iterable[GoldSentence]) -> bytes:
    """What a model remembers of the text that it has seen, to recognise it again without holding it.

    Args:
        gold: Training and development sentences.

    Returns:
        A header, hashes of document names, and for each sentence its shingle hashes, or one hash of all where it is
        short.
    """
    groups: set[int] = set()
    rows: list[frozenset[int]] = []
    for item in gold:
        groups.add(_group_hash(item))
        rows.append(_marks(item.sentence.text))
    parts = [_HEADER.pack(_MAGIC, len(groups), len(rows)), *(struct.pack("<Q", group) for group in sorted(groups))]
    for row in rows:
        parts.append(struct.pack(f"<I{len(row)}Q", len(row), *sorted(row)))
    return b"".join(parts)


def _group_hash(item: GoldSentence) -> int:
    # A row's place is its document only in that very file; a document with a name stays one when its table grows.
    place = item.source and item.group == item.sentence.document
    return hash_of(f"{item.source}/{item.family}/{item.group}" if place else f"{item.family}/{item.group}")


def _marks(text: str) -> frozenset[int]:
    """By what a sentence is found again: its shingles, or the whole of one that has too few words to be nearly another.

    Args:
        text: The sentence.

    Returns:
        Hashes, of which the one of a short sentence is no shingle's.
    """
    return frozenset({hash_of(f"={whole_of(text)}")}) if is_short(text) else shingle_hashes(text)


def find_leaks(remembered: bytes, gold: Sequence[GoldSentence], *, similarity: float = 0.8) -> list[Leak]:
    """Which evaluated documents and sentences a model was trained on.

    A short sentence counts as the same where it repeats one word by word and is a row of a table. Documents of seeds
    and of public corpora are known by their names in every file, and what short sentences two of them share, such as
    "He declined to comment.", they share by chance.

    Args:
        remembered: Fingerprints of the training text.
        gold: Sentences to be evaluated on.
        similarity: Jaccard similarity of word shingles from which two sentences count as the same.

    Returns:
        Leaks, a document once, in order.

    Raises:
        ModelError: The fingerprints are damaged.
    """
    groups, rows = _parse(remembered)
    index = ShingleIndex()
    for number, row in enumerate(rows):
        index.add(str(number), row)
    leaks: list[Leak] = []
    named: set[Unit] = set()
    for item in gold:
        if _group_hash(item) in groups:
            if item.unit not in named:
                named.add(item.unit)
                leaks.append(Leak("document", item))
        elif (item.source or not is_short(item.sentence.text)) and index.best(
            _marks(item.sentence.text), similarity
        ) is not None:
            leaks.append(Leak("sentence", item))
    return leaks


def without_leaks(gold: Sequence[GoldSentence], leaks: Iterable[Leak]) -> list[GoldSentence]:
    """What is left to evaluate on.

    Args:
        gold: Sentences to be evaluated on.
        leaks: What :func:`find_leaks` found among them.

    Returns:
        The sentences of other documents that are no leaks themselves, in order.
    """
    found = list(leaks)
    documents = {leak.item.unit for leak in found if leak.kind == "document"}
    sentences = {leak.item for leak in found if leak.kind == "sentence"}
    return [item for item in gold if item.unit not in documents and item not in sentences]


def _parse(data: bytes) -> tuple[set[int], list[frozenset[int]]]:
    try:
        magic, group_count, row_count = _HEADER.unpack_from(data)
        if magic != _MAGIC:
            raise struct.error("wrong first bytes")
        at = _HEADER.size
        if group_count * 8 > len(data) or row_count * 4 > len(data):
            raise struct.error("counts exceed the size")
        groups = set(struct.unpack_from(f"<{group_count}Q", data, at))
        at += 8 * group_count
        rows: list[frozenset[int]] = []
        for _ in range(row_count):
            (count,) = struct.unpack_from("<I", data, at)
            if count * 8 > len(data) - at:
                raise struct.error("a row exceeds the size")
            rows.append(frozenset(struct.unpack_from(f"<{count}Q", data, at + 4)))
            at += 4 + 8 * count
        if at != len(data):
            raise struct.error("bytes left over")
    except struct.error as error:
        raise ModelError(
            f"the fingerprints are damaged ({error})", where="fingerprints.bin", remedy="train the model anew"
        ) from error
    return groups, rows


def partition_table(
    documents: Sequence[GoldDocument], assigned: Mapping[str, str]
) -> list[tuple[str, str, str, int, int]]:
    """How the partitions are made up.

    Args:
        documents: All documents.
        assigned: Their partitions.

    Returns:
        Rows of partition, file family, label, documents and sentences, sorted.
    """
    sentences: Counter[tuple[str, str, str]] = Counter()
    holders: dict[tuple[str, str, str], set[str]] = {}
    for gold in documents:
        for item in gold.sentences:
            key = (assigned[gold.document.id], gold.family, str(item.label))
            sentences[key] += 1
            holders.setdefault(key, set()).add(gold.document.id)
    return [(*key, len(holders[key]), count) for key, count in sorted(sentences.items())]
