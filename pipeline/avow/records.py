"""The records that flow through Avow: frozen, slotted, each with its invariants."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum


class Label(StrEnum):
    """What a sentence is, as the codebook defines it; the order is the order of probability columns."""

    FACT = "fact"
    OPINION = "opinion"
    CLAIM = "claim-of-responsibility"


LABELS: tuple[Label, ...] = tuple(Label)


class FurnitureKind(StrEnum):
    """What a stretch of a page is when it is not body text."""

    SECTION = "section"
    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    NAVIGATION = "navigation"
    MARKUP = "markup"


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of a document that belongs to the page, not to the body.

    Attributes:
        kind: What it is.
        start: Offset of its first character in the document's text.
        end: Offset after its last character.
    """

    kind: FurnitureKind
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"furniture needs 0 <= start < end, got {self.start} and {self.end}")


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was decoded, with what is known about it.

    Attributes:
        id: Unique within its source: a path, a path with ``#`` and record number, or a slug.
        text: The decoded text, unchanged; every offset counts its characters (code points).
        title: Headline where known.
        source: Outlet, or where the text came from.
        date: ISO 8601 date where known.
        genre: Genre where known, a word of the corpus' vocabulary.
        furniture: Parts of the page that are not body text, ordered and disjoint.
    """

    id: str
    text: str
    title: str = ""
    source: str = ""
    date: str = ""
    genre: str = ""
    furniture: tuple[Furniture, ...] = ()

    def __post_init__(self) -> None:
        last = 0
        for item in self.furniture:
            if item.start < last or item.end > len(self.text):
                raise ValueError(f"furniture of {self.id} is out of order or outside the text")
            last = item.end


@dataclass(frozen=True, slots=True, init=False)
class Sentence:
    """A sentence in its document: ``document.text[start:end] == text``.

    Attributes:
        document: Identifier of its document.
        number: Position among the document's sentences, from 0.
        paragraph: Position of its paragraph, from 0.
        start: Offset of its first character in the document's text.
        end: Offset after its last character.
        text: Its characters.
        open_quote: Whether a quotation is open at its start.

    Args:
        document: The attribute of that name, as are all.
        number: Likewise.
        paragraph: Likewise.
        start: Likewise.
        end: Likewise.
        text: Likewise.
        open_quote: Likewise.

    Raises:
        ValueError: The offsets do not fit the text.
    """

    document: str
    number: int
    paragraph: int
    start: int
    end: int
    text: str
    open_quote: bool = False

    # Sentences are made by the million: what a frozen dataclass makes of itself takes twice as long.
    def __init__(
        self, document: str, number: int, paragraph: int, start: int, end: int, text: str, open_quote: bool = False
    ) -> None:
        if end - start != len(text):
            raise ValueError(
                f"sentence {number} of {document}: "
                f"{end - start} characters between its offsets, {len(text)} in its text"
            )
        _set_document(self, document)
        _set_number(self, number)
        _set_paragraph(self, paragraph)
        _set_start(self, start)
        _set_end(self, end)
        _set_text(self, text)
        _set_open_quote(self, open_quote)

    @classmethod
    def bare(cls, text: str, *, document: str = "", number: int = 0) -> Sentence:
        """A sentence without context, as its own document unless others name the same one.

        Args:
            text: The sentence.
            document: Identifier of the document it stands for.
            number: Its number there.

        Returns:
            The sentence with offsets 0 and ``len(text)``.
        """
        return cls(document, number, 0, 0, len(text), text)


_set_document, _set_number, _set_paragraph, _set_start, _set_end, _set_text, _set_open_quote = (
    getattr(Sentence, field_.name).__set__ for field_ in fields(Sentence)
)


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence with the label that annotators gave it.

    Attributes:
        sentence: The sentence in its document.
        label: The label that counts.
        group: Unit of partition and of the bootstrap, usually the document's slug.
        genre: Genre of the document, or empty.
        family: File family of the corpus, for example ``frontline``, or the data set's name.
        second: The second annotator's label where there was one, equal to ``label`` where they agree.
        attributes: The codebook's attributes as ordered pairs: ``by``, ``mode``, ``doubt``, ``stance``, ``whom``. A
            ``stance`` of several is joined with "+", that of ``by`` first. Standoff labels bring
            ``clear``, and ``first`` where the first annotator's label differs.
        line: Line in the file it was read from, from 1; 0 where unknown.
        source: Digest of the table in which the group is a document; empty where it is one in every file, as those of
            the seeds and of public corpora are.
    """

    sentence: Sentence
    label: Label
    group: str
    genre: str = ""
    family: str = ""
    second: Label | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    line: int = 0
    source: str = ""

    @property
    def unit(self) -> tuple[str, str, str]:
        """What tells its document from those of all other sets."""
        return self.source, self.family, self.group

    @property
    def stances(self) -> tuple[str, ...]:
        """Its stances, one after the other; none for most sentences."""
        return tuple(part for name, value in self.attributes if name == "stance" for part in value.split("+"))


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a model says of a sentence.

    Attributes:
        sentence: The sentence.
        label: The most probable label.
        probabilities: One probability for each of ``LABELS``, in that order, summing to one.
        unsure: Whether the highest probability is below the threshold that the user set.
    """

    sentence: Sentence
    label: Label
    probabilities: tuple[float, float, float]
    unsure: bool = False

    @property
    def confidence(self) -> float:
        """The probability of the predicted label."""
        return max(self.probabilities)


@dataclass(frozen=True, slots=True)
class Contribution:
    """One term's share of a score.

    Attributes:
        term: The word, character n-gram or cue, as a reader would recognise it.
        kind: ``word``, ``pair``, ``characters``, ``cue``, ``bias``, or ``document`` for what its other sentences add.
        scores: Signed share of each label's score, in the order of ``LABELS``.
    """

    term: str
    kind: str
    scores: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The contributions that sum to a sentence's scores.

    Attributes:
        prediction: What is explained.
        scores: The scores before the softmax, in the order of ``LABELS``.
        contributions: All contributions, the bias among them; for every label they sum to its score.
    """

    prediction: Prediction
    scores: tuple[float, float, float]
    contributions: tuple[Contribution, ...] = field(default=())

    def pulling(self, label: Label, limit: int | None = None) -> tuple[Contribution, ...]:
        """The contributions that pull most strongly towards a label against the mean of the others.

        Args:
            label: The label.
            limit: How many to return at most; all where ``None``.

        Returns:
            Contributions by falling pull, the bias left out.
        """
        column = LABELS.index(label)

        def pull(item: Contribution) -> float:
            others = [score for index, score in enumerate(item.scores) if index != column]
            return item.scores[column] - sum(others) / len(others)

        ranked = sorted((c for c in self.contributions if c.kind != "bias"), key=pull, reverse=True)
        return tuple(ranked if limit is None else ranked[:limit])


class Status(StrEnum):
    """What is said of who did an act, as the register records it."""

    CLAIMED = "claimed"
    DENIED = "denied"
    UNCLAIMED = "unclaimed"
    BLAMED = "blamed"
    SUSPECTED = "suspected"


STATUSES: tuple[Status, ...] = tuple(Status)
ROLES = ("speaker", "accused", "antecedent")
"""What a phrase is weighed as: who claims, denies or accuses; who is accused; what another phrase stands for."""


class ActKind(StrEnum):
    """What kind of hostile act it is."""

    BOMBING = "bombing"
    ARMED_ASSAULT = "armed assault"
    ASSASSINATION = "assassination"
    HOSTAGE_TAKING = "kidnapping or hostage taking"
    HIJACKING = "hijacking"
    FACILITY_ATTACK = "facility or arson attack"
    INTRUSION = "cyber: intrusion or theft"
    RANSOMWARE = "cyber: ransomware"
    DENIAL_OF_SERVICE = "cyber: denial of service"
    LEAK = "leak"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a document: ``document.text[start:end] == text``.

    Attributes:
        start: Offset of its first character in the document's text.
        end: Offset after its last character.
        text: Its characters.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"{self.end - self.start} characters between the offsets of {self.text!r}")


@dataclass(frozen=True, slots=True)
class Party:
    """Who claims, denies or accuses, or who is accused.

    Attributes:
        name: The words that name it, resolved where the sentence has only a pronoun or a description.
        mention: The words of the sentence itself, description included: "a hacker known as Wren"; the same as ``name``
            where the sentence says no more.
    """

    name: Span
    mention: Span

    @property
    def resolved(self) -> bool:
        """Whether the name stands elsewhere than the mention, and not within it."""
        return not self.mention.start <= self.name.start < self.mention.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that says it.

    Attributes:
        sentence: Its number in the document.
        span: Its words.
        probability: The calibrated probability of the status.
    """

    sentence: int
    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A record of the register: one avowal, denial, accusation, suspicion, or statement that nobody has claimed.

    Attributes:
        document: Identifier of the document.
        date: As read.
        source: As read.
        status: What is said.
        voice: ``own`` where the actor speaks itself, ``reported`` otherwise.
        claimant: Who claims, denies or accuses; ``None`` where the text does not name it.
        accused: For ``blamed`` and ``suspected``, whom.
        act: The words that name the act, or ``None``.
        kind: What kind of act.
        mode: The channel as a code of GTD's ``claimmode``, from 1 to 10.
        doubt: Whether the text doubts the claim.
        competing: Whether another record of the document claims the same act.
        evidence: The sentences that say it, at least one; the plainest first, which names who and what, or else is the
            most probable, and then as they stand.
        rule: The name of the grammar's rule that found it in the first evidence, as the report's table of rules has it;
            empty where only the regressions did.
        group: Identifier of the records of several documents that may be one, or empty.
        reason: Why they were grouped.
    """

    document: str
    date: str
    source: str
    status: Status
    voice: str
    claimant: Party | None
    accused: Party | None
    act: Span | None
    kind: ActKind
    mode: int
    doubt: bool
    competing: bool
    evidence: tuple[Evidence, ...]
    rule: str = ""
    group: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a record of {self.document} without evidence")
        if self.voice not in {"own", "reported"}:
            raise ValueError(f"voice {self.voice!r}")
        if not 1 <= self.mode <= 10:
            raise ValueError(f"mode {self.mode}")

    @property
    def probability(self) -> float:
        """The probability of the most probable piece of evidence."""
        return max(item.probability for item in self.evidence)

    @property
    def sentence(self) -> int:
        """The number of the sentence that is the first evidence."""
        return self.evidence[0].sentence
