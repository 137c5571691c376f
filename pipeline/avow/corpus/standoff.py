"""Standoff labels: what annotators said of sentences of a public corpus, without its text.

One JSON object a line. ``corpus`` and ``document`` name the text, ``start`` and ``end`` are offsets into it, counted in
code points, and ``digest`` is the beginning of the SHA-256 of the sentence in UTF-8. ``label`` is the codebook's
letter; ``first`` and ``second`` are the annotators' labels where they differ from it, ``first_statuses`` and
``second_statuses`` theirs of the records. All other offsets are into the document too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avow.corpus.format import LETTERS, MODES
from avow.errors import CorpusError
from avow.records import STATUSES, ActKind, Label
from avow.storage import digest_bytes, encode, read_jsonl

Offsets = tuple[int, int]

CORPORA: Mapping[str, tuple[str, ...]] = {
    "current-events": ("current-events.jsonl.gz", "current-events.jsonl"),
    "muc-dev": ("muc-dev/documents.jsonl.gz", "muc-dev/documents.jsonl"),
}
"""The corpora that standoff labels may name, with the files that hold them inside the user's folder."""

STANCES: Mapping[str, str] = {"denied": "denies", "unclaimed": "none", "blamed": "blames", "suspected": "suspects"}
"""What the codebook calls a status that stands beside a claim."""
_KINDS = frozenset(ActKind)
_MODES = MODES | {"personal", ""}
_DIGITS = 16
_PARTS = ("claimant", "accused", "act")


@dataclass(frozen=True, slots=True)
class StandoffRecord:
    """An avowal, denial, absence of a claim, accusation or suspicion in a sentence.

    Attributes:
        status: A value of :class:`avow.records.Status`.
        kind: A value of :class:`avow.records.ActKind`.
        claimant: Where the sentence names who claims, denies, accuses or suspects.
        named: Where the document named it before, the sentence having but a pronoun or a general noun.
        accused: Where the sentence names who is accused or suspected.
        act: Where the sentence names the act.
        mode: The channel, a word of the codebook or ``personal``; empty where it is not told.
        doubt: Whether the text doubts it.
    """

    status: str
    kind: str
    claimant: Offsets | None = None
    named: Offsets | None = None
    accused: Offsets | None = None
    act: Offsets | None = None
    mode: str = ""
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class StandoffSentence:
    """What annotators said of one sentence.

    Attributes:
        corpus: A name of ``CORPORA``.
        document: The document's identifier there.
        start: Offset of the sentence's first character in the document's text.
        end: Offset after its last character.
        digest: Of the sentence, as :func:`sentence_digest` gives it.
        net: Which search drew it.
        label: The label that counts.
        first: The first annotator's label.
        second: The second annotator's label.
        clear: Whether both gave the same label and neither thought another one possible.
        records: The records that count.
        first_statuses: Statuses of the first annotator's records.
        second_statuses: Statuses of the second annotator's records.
        line: Line in the file, from 1.
    """

    corpus: str
    document: str
    start: int
    end: int
    digest: str
    net: str
    label: Label
    first: Label
    second: Label
    clear: bool
    records: tuple[StandoffRecord, ...]
    first_statuses: frozenset[str]
    second_statuses: frozenset[str]
    line: int

    @property
    def statuses(self) -> frozenset[str]:
        """Statuses of the records that count."""
        return frozenset(record.status for record in self.records)


def public_files(folder: Path) -> list[Path]:
    """Where the text of standoff labels may stand.

    Args:
        folder: The user's folder of public corpora.

    Returns:
        Files, whether they are there or not.
    """
    return [folder / name for names in CORPORA.values() for name in names]


def sentence_digest(text: str) -> str:
    """What tells that a sentence is the one that was labelled.

    Args:
        text: The sentence.

    Returns:
        The first 16 hexadecimal digits of its SHA-256.
    """
    return digest_bytes(encode(text)).removeprefix("sha256:")[:_DIGITS]


def read_standoff(path: Path) -> Iterator[StandoffSentence]:
    """The sentences of a file of standoff labels.

    Args:
        path: JSON Lines.

    Yields:
        Sentences in order.

    Raises:
        CorpusError: A line is not of this form, contradicts itself, or labels a sentence again; or there is none.
    """
    seen: dict[tuple[str, str, int, int], int] = {}
    for line, value in read_jsonl(path):
        try:
            sentence = _sentence(value, line)
            key = (sentence.corpus, sentence.document, sentence.start, sentence.end)
            if key in seen:
                raise ValueError(f"the sentence of line {seen[key]} is labelled again")
        except (KeyError, TypeError, ValueError) as error:
            what = f"no {error}" if isinstance(error, KeyError) else str(error)
            raise CorpusError(
                f"not a standoff label: {what}",
                where=f"{path}:{line}",
                expected="an object as the module avow.corpus.standoff describes it",
            ) from error
        seen[key] = line
        yield sentence
    if not seen:
        raise CorpusError("no labels", where=str(path), expected="standoff labels, an object a line")


def _sentence(value: Mapping[str, Any], line: int) -> StandoffSentence:
    corpus = _one_of("corpus", value["corpus"], CORPORA)
    start, end = _offsets("sentence", [value["start"], value["end"]], 0, None)
    records = tuple(_record(item, start, end) for item in _list("records", value.get("records", [])))
    label = LETTERS[_one_of("label", value["label"], LETTERS)]
    claimed = any(record.status == "claimed" for record in records)
    if claimed is not (label is Label.CLAIM):
        raise ValueError(f"label {value['label']} and {'a' if claimed else 'no'} record of status claimed")
    digest = value["digest"]
    if not isinstance(digest, str) or len(digest) != _DIGITS:
        raise ValueError(f"digest {digest!r}, not {_DIGITS} hexadecimal digits")
    statuses = [record.status for record in records]
    return StandoffSentence(
        corpus=corpus,
        document=str(value["document"]),
        start=start,
        end=end,
        digest=digest,
        net=str(value.get("net", "")),
        label=label,
        first=LETTERS[_one_of("first", value.get("first", value["label"]), LETTERS)],
        second=LETTERS[_one_of("second", value.get("second", value["label"]), LETTERS)],
        clear=_flag("clear", value["clear"]),
        records=records,
        first_statuses=_statuses("first_statuses", value.get("first_statuses", statuses)),
        second_statuses=_statuses("second_statuses", value.get("second_statuses", statuses)),
        line=line,
    )


def _record(value: Any, start: int, end: int) -> StandoffRecord:
    if not isinstance(value, dict):
        raise TypeError(f"record {value!r}, not an object")
    named = value.get("named")
    claimant, accused, act = (
        _offsets(name, value[name], start, end) if value.get(name) is not None else None for name in _PARTS
    )
    return StandoffRecord(
        _one_of("status", value["status"], STATUSES),
        _one_of("kind", value["kind"], _KINDS),
        claimant,
        _offsets("named", named, 0, start) if named is not None else None,
        accused,
        act,
        _one_of("mode", value.get("mode", ""), _MODES),
        _flag("doubt", value.get("doubt", False)),
    )


def _offsets(name: str, value: Any, least: int, most: int | None) -> Offsets:
    if not isinstance(value, list) or [type(item) for item in value] != [int, int]:
        raise TypeError(f"{name} {value!r}, not a pair of offsets")
    start, end = value
    if not least <= start < end or (most is not None and end > most):
        raise ValueError(f"offsets {start} and {end} of {name} are out of order or outside of where it stands")
    return start, end


def _one_of(name: str, value: Any, known: Any) -> str:
    if not isinstance(value, str) or value not in known:
        raise ValueError(f"{name} {value!r}, not one of {', '.join(sorted(filter(None, known)))}")
    return value


def _statuses(name: str, value: Any) -> frozenset[str]:
    return frozenset(_one_of(name, item, STATUSES) for item in _list(name, value))


def _list(name: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{name} {value!r}, not a list")
    return value


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{name} {value!r}, not true or false")
    return value
