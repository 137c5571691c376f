"""The plain-text corpus format: documents of labelled sentences, one sentence a line.

A document opens with ``=== slug``, then the headers ``title``, ``genre``, ``topic`` and ``style`` in that order, a
blank line,
and its sentences: a letter for the label, attributes in braces where there are any, a tab, the text. A blank
line ends a paragraph. Sentences of a paragraph join with one space, paragraphs with a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from avow.errors import CorpusError, InputError
from avow.records import ActKind, Document, GoldSentence, Label, Sentence
from avow.sentences import open_quotations
from avow.storage import read_text

LETTERS = {"F": Label.FACT, "O": Label.OPINION, "C": Label.CLAIM}
HEADERS = ("title", "genre", "topic", "style")
GENRES = frozenset(
    [
        "advisory",
        "analysis",
        "blog",
        "column",
        "communique",
        "court",
        "editorial",
        "explainer",
        "feature",
        "filing",
        "history",
        "interview",
        "letter",
        "liveblog",
        "local",
        "obituary",
        "op-ed",
        "other",
        "press-release",
        "report",
        "review",
        "sports",
        "wire",
    ]
)
MODES = frozenset(
    [
        "letter",
        "call",
        "video",
        "website",
        "social",
        "statement",
        "broadcast",
        "interview",
        "court",
        "note",
        "email",
        "other",
    ]
)
STANCES = frozenset(["denies", "none", "blames", "suspects"])
ATTRIBUTES = ("by", "mode", "kind", "doubt", "competing", "stance", "whom", "second")
_VALUES: dict[str, frozenset[str]] = {
    "mode": MODES,
    "kind": frozenset(ActKind),
    "doubt": frozenset({"yes"}),
    "competing": frozenset({"yes", "no"}),
    "second": frozenset(LETTERS),
}
PARAGRAPH_BREAK = "\n\n"

_HEAD = re.compile(r"([A-Za-z])(?:\{([^{}\t]*)\})?\Z")


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with the labels of its sentences.

    Attributes:
        document: Its text and metadata; the slug is its ``id``.
        sentences: Its sentences in order.
        topic: What it is about.
        style: What kind of text it imitates.
        family: First part of the file's name, for example ``frontline``.
        path: The file.
        line: Line of its first header, from 1.
    """

    document: Document
    sentences: tuple[GoldSentence, ...]
    topic: str
    style: str
    family: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Violation:
    """A place where a corpus breaks its rules.

    Attributes:
        path: The file.
        line: The line, from 1; 0 for the file as a whole.
        kind: What rule is broken, in a word or two.
        message: What is wrong and what was expected.
    """

    path: str
    line: int
    kind: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} [{self.kind}]"


@dataclass(slots=True)
class _Draft:
    slug: str
    line: int
    headers: dict[str, str]
    rows: list[tuple[int, str, str, str]]
    breaks: list[int]


def corpus_files(paths: Iterable[Path]) -> list[Path]:
    """The corpus files that paths stand for.

    Args:
        paths: Files, or folders whose ``*.txt`` are meant.

    Returns:
        Files in the order given, those of a folder by name.

    Raises:
        InputError: A path does not exist or a folder holds no corpus file.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(path.glob("*.txt"))
            if not inside:
                raise InputError("no corpus files", where=str(path), expected="files named *.txt")
            found.extend(inside)
        elif path.exists():
            found.append(path)
        else:
            raise InputError("no such file or folder", where=str(path), remedy="check the path")
    return found


def read_corpus(paths: Iterable[Path]) -> Iterator[GoldDocument]:
    """The documents of corpus files, in order.

    Args:
        paths: Files, or folders whose ``*.txt`` are meant.

    Yields:
        Documents with gold sentences, their offsets and quotation states.

    Raises:
        CorpusError: At the first line that breaks the format, or a slug that a document before has.
    """
    places: dict[str, str] = {}
    for path in corpus_files(paths):
        violations: list[Violation] = []
        documents = list(parse_corpus(read_text(path), str(path), violations))
        if violations:
            first = violations[0]
            raise CorpusError(
                first.message,
                where=f"{first.path}:{first.line}",
                remedy=f"run: avow corpus check {path}",
            )
        for gold in documents:
            place = f"{gold.path}:{gold.line}"
            if gold.document.id in places:
                raise CorpusError(
                    f"slug {gold.document.id} stands at {places[gold.document.id]} too",
                    where=place,
                    expected="a slug for each document",
                )
            places[gold.document.id] = place
            yield gold


def parse_corpus(text: str, path: str, violations: list[Violation]) -> Iterator[GoldDocument]:
    """The documents of one corpus file; what breaks the format is noted and left out.

    Args:
        text: Content of the file.
        path: What to call the file.
        violations: Receives what breaks the format, in order of lines.

    Yields:
        Documents that could be read.
    """
    if text.startswith("\ufeff"):
        violations.append(Violation(path, 1, "byte order mark", "U+FEFF before the text; save the file without it"))
        text = text.lstrip("\ufeff")
    if not text.strip():
        violations.append(Violation(path, 1, "empty file", "no document; expected === slug, headers and sentences"))
    for draft in _drafts(text, path, violations):
        document = _document(draft, path, violations)
        if document is not None:
            yield document


def _drafts(text: str, path: str, violations: list[Violation]) -> Iterator[_Draft]:
    draft: _Draft | None = None
    in_headers = False
    for number, line in enumerate(text.split("\n"), start=1):
        if line.endswith("\r"):
            violations.append(Violation(path, number, "line end", "carriage return at the line's end; use LF alone"))
            line = line[:-1]
        if line.startswith("=== "):
            if draft is not None:
                yield draft
            draft = _Draft(line[4:], number, {}, [], [])
            in_headers = True
        elif not line:
            if draft is not None and (in_headers or draft.rows):
                draft.breaks.append(len(draft.rows))
            in_headers = False
        elif draft is None:
            violations.append(Violation(path, number, "stray line", "text before the first document (=== slug)"))
        elif in_headers:
            _header(draft, line, number, path, violations)
        else:
            head, tab, sentence = line.partition("\t")
            if not tab:
                violations.append(
                    Violation(path, number, "missing tab", f"no tab between label and sentence in {line[:40]!r}")
                )
            else:
                draft.rows.append((number, head, sentence, line))
    if draft is not None:
        yield draft


def _header(draft: _Draft, line: str, number: int, path: str, violations: list[Violation]) -> None:
    name, colon, value = line.partition(": ")
    if not colon or name not in HEADERS:
        violations.append(
            Violation(path, number, "unknown header", f"{line[:40]!r} is no header; expected {', '.join(HEADERS)}")
        )
    elif name in draft.headers:
        violations.append(Violation(path, number, "repeated header", f"header {name} stands twice"))
    elif name == "genre" and value not in GENRES:
        violations.append(
            Violation(path, number, "unknown genre", f"genre {value!r}; expected one of {', '.join(sorted(GENRES))}")
        )
        draft.headers[name] = value
    else:
        draft.headers[name] = value


def _document(draft: _Draft, path: str, violations: list[Violation]) -> GoldDocument | None:
    for name in HEADERS:
        if name not in draft.headers:
            violations.append(Violation(path, draft.line, "missing header", f"{draft.slug} has no header {name}"))
    if not draft.rows:
        violations.append(Violation(path, draft.line, "empty document", f"{draft.slug} has no sentences"))
        return None
    pieces: list[str] = []
    spans: list[tuple[int, int, int]] = []
    at = paragraph = 0
    for index, (_, _, sentence, _) in enumerate(draft.rows):
        if index:
            starts_paragraph = index in draft.breaks
            glue = PARAGRAPH_BREAK if starts_paragraph else " "
            paragraph += starts_paragraph
            pieces.append(glue)
            at += len(glue)
        pieces.append(sentence)
        spans.append((at, at + len(sentence), paragraph))
        at += len(sentence)
    text = "".join(pieces)
    family = Path(path).name.partition("-")[0].removesuffix(".txt")
    genre = draft.headers.get("genre", "")
    states = open_quotations(text, [start for start, _, _ in spans])
    gold: list[GoldSentence] = []
    for number, ((line, head, sentence, _), (start, end, part), state) in enumerate(
        zip(draft.rows, spans, states, strict=True)
    ):
        read = _labels(head, line, path, violations)
        if read is None or not _clean(sentence, line, path, violations):
            continue
        label, second, attributes = read
        record = Sentence(draft.slug, number, part, start, end, sentence, state)
        gold.append(GoldSentence(record, label, draft.slug, genre, family, second, attributes, line))
    return GoldDocument(
        Document(draft.slug, text, title=draft.headers.get("title", ""), genre=genre),
        tuple(gold),
        draft.headers.get("topic", ""),
        draft.headers.get("style", ""),
        family,
        path,
        draft.line,
    )


def _clean(sentence: str, line: int, path: str, violations: list[Violation]) -> bool:
    if not sentence.strip():
        violations.append(Violation(path, line, "empty sentence", "a label without a sentence"))
        return False
    if sentence != sentence.strip() or "\t" in sentence:
        violations.append(Violation(path, line, "white space", "white space around the sentence, or a second tab"))
    return True


def _labels(
    head: str, line: int, path: str, violations: list[Violation]
) -> tuple[Label, Label, tuple[tuple[str, str], ...]] | None:
    def fault(kind: str, message: str) -> None:
        violations.append(Violation(path, line, kind, message))

    match = _HEAD.match(head)
    if match is None or match[1] not in LETTERS:
        fault("unknown label", f"label {head[:40]!r}; expected F, O or C, then attributes in braces")
        return None
    label = LETTERS[match[1]]
    attributes: dict[str, str] = {}
    for part in match[2].split(";") if match[2] is not None else []:
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or not value or name not in ATTRIBUTES:
            fault("unknown attribute", f"attribute {part.strip()!r}; expected {', '.join(ATTRIBUTES)} with a value")
        elif name in attributes:
            fault("repeated attribute", f"attribute {name} stands twice")
        else:
            attributes[name] = value
    _check_values(label, attributes, fault)
    second = LETTERS.get(attributes.pop("second", ""), label)
    return label, second, tuple(attributes.items())


def _check_values(label: Label, attributes: dict[str, str], fault: Callable[[str, str], None]) -> None:
    if not attributes:
        return
    stances = attributes["stance"].split("+") if "stance" in attributes else []
    for stance in stances:
        if stance not in STANCES or stances.count(stance) > 1:
            expected = f"{', '.join(sorted(STANCES))}, or several of them joined with +"
            fault("unknown value", f"stance={attributes['stance']}; expected {expected}")
            break
    for name, values in _VALUES.items():
        if name in attributes and attributes[name] not in values:
            fault("unknown value", f"{name}={attributes[name]}; expected one of {', '.join(sorted(values))}")
    beside = label is Label.CLAIM or "stance" in attributes or attributes.get("second") == "C"
    for name in ("by", "mode", "doubt"):
        if name in attributes and not beside:
            fault(f"{name} without a claim", f"{name} on a sentence that has neither a claim nor a stance")
    for name in ("kind", "competing"):
        if name in attributes and label is not Label.CLAIM:
            fault(f"{name} without a claim", f"{name} on a sentence that is no claim")
    if "whom" in attributes and not {"blames", "suspects"} & set(stances):
        fault("whom without blame", "whom on a sentence whose stance is neither blames nor suspects")
