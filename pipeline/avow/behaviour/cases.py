"""What a behavioural suite is made of: capabilities as they are written, and the cases that they expand to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from avow.records import Label, Sentence


class Kind(StrEnum):
    """What is expected, after Ribeiro et al. (2020), section 2.2."""

    MINIMUM = "minimum"
    INVARIANCE = "invariance"
    DIRECTION = "direction"


class Move(StrEnum):
    """How a probability must move when a sentence is changed."""

    UP = "up"
    DOWN = "down"
    NOT_UP = "not up"
    NOT_DOWN = "not down"


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing that a model should be able to do.

    Attributes:
        name: What, unique in its suite.
        kind: What is expected.
        rule: Why, in the codebook's terms, or what is changed.
        templates: Sentences with ``{slots}``, and where they are changed with ``[before|after]``.
        label: The label that is expected, or whose probability must move.
        move: How it must move.
        open_quote: Whether a quotation is open where the sentences start.
        capitals: Whether the sentences are set in capitals.
        swap: The lists whose words are swapped in the sentences of the minimum functionality.
        change: The change that is made to these sentences.
        of: Only sentences with these labels are changed; all where empty.
        without: Capabilities whose sentences are not changed.
    """

    name: str
    kind: Kind
    rule: str
    templates: tuple[str, ...] = ()
    label: Label | None = None
    move: Move | None = None
    open_quote: bool = False
    capitals: bool = False
    swap: tuple[str, ...] = ()
    change: str = ""
    of: tuple[Label, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        """The expectation in words."""
        if self.kind is Kind.MINIMUM:
            return str(self.label)
        return "same label" if self.kind is Kind.INVARIANCE else f"{self.label} {self.move}"


@dataclass(frozen=True, slots=True)
class Suite:
    """A suite as it is written.

    Attributes:
        capabilities: In the order of the files.
        fills: Words for the slots, by name.
        digest: Of the files.
    """

    capabilities: tuple[Capability, ...]
    fills: Mapping[str, tuple[str, ...]]
    digest: str


@dataclass(frozen=True, slots=True)
class Case:
    """One expectation of one sentence, or of a sentence and its changed form.

    Attributes:
        capability: What it belongs to.
        template: What it was made from; cases of one template are not independent.
        sentence: The sentence, its own document.
        changed: The changed sentence; ``None`` for minimum functionality.
    """

    capability: Capability
    template: str
    sentence: Sentence
    changed: Sentence | None = None
