"""Sentences as columns: a row a word, with what :mod:`avow.cues.reading` knows of it as bits, quotations among them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from avow.bulk.hashed import Places
from avow.bulk.stretches import Stretches
from avow.cues import stance
from avow.cues.grammar import MAY_BE_NOBODY
from avow.cues.lexicon import VERB_CLASSES
from avow.cues.lexicon import WordClass as W
from avow.cues.reading import CLOSING, DETERMINERS, OF_US, OPENING, STARTERS, Reading, opens, token_of
from avow.cues.statements.acts import may_be_hostile_alone
from avow.cues.statements.avowing import CRIMES, PLAIN, may_regret
from avow.cues.statements.showing import DEADLY, OURS, SITES
from avow.cues.statements.signing import SCENE, SIGNED
from avow.cues.statements.taking import CLAIM, OWN_WORK
from avow.cues.statements.telling import CLAIM_NOUNS, NOT_SAYING
from avow.cues.statements.trailing import OWN
from avow.records import Sentence
from avow.terms import Token, split_words, straighten, tokens

Flags = NDArray[np.bool_]
Bits = NDArray[np.int64]

_WIDTH = 62
"""How many word classes the first column of bits holds; the others, of few words and of marks, are in a second one."""
_LOW = (1 << _WIDTH) - 1
_SPAN = 20_000
"""Characters of a sentence that is read in columns: one of megabytes would take twenty times as much memory."""


class Form:
    """What rules ask of a word beside its classes: a bit each."""

    DETERMINER = 1 << 0
    STARTER = 1 << 1
    THAT = 1 << 2
    SAYS = 1 << 3
    US = 1 << 4
    """The country or the pronoun, with a capital."""
    I = 1 << 5  # noqa: E741
    PRESENT = 1 << 6
    THING = 1 << 7
    LIKE = 1 << 8
    AS = 1 << 9
    ENDS_AS = 1 << 10
    BEGINS_IF = 1 << 11
    EXHORTS = 1 << 12
    CONNECTS = 1 << 13
    POINTS = 1 << 14
    SMALL = 1 << 15
    """Not in capitals throughout."""
    MARK = 1 << 16
    """A double quotation mark; it opens, it closes, or it does either."""
    OPENS = 1 << 17
    CLOSES = 1 << 18
    SINGLE = 1 << 19
    """A single quotation mark by itself; it may open a quotation or not."""
    SINGLE_OPENS = 1 << 20
    OURS = 1 << 21
    CLAIM = 1 << 22
    """A noun for a claim."""
    REGRETS = 1 << 23
    CLAIMS = 1 << 24
    """A form of the verb."""
    PLAIN = 1 << 25
    OWN_WORK = 1 << 26
    DEADLY = 1 << 27
    SITE = 1 << 28
    SIGNED = 1 << 29
    SCENE = 1 << 30
    CRIME = 1 << 31
    NOT_SAYING = 1 << 32
    ALONE = 1 << 33
    """It may be a hostile deed whatever stands behind it."""
    OWN = 1 << 34
    """It may make a deed that of who tells it behind."""
    NOBODY = 1 << 35


class Mark:
    """What rules ask of a stretch between two spaces: a bit each."""

    US = 1 << 0
    """It has these two capitals in it."""
    DOTS = 1 << 1


_LISTS: tuple[tuple[int, Collection[str]], ...] = (
    (Form.DETERMINER, DETERMINERS),
    (Form.STARTER, STARTERS),
    (Form.THAT, {"that"}),
    (Form.SAYS, stance.SAYS),
    (Form.I, {"i"}),
    (Form.THING, stance.THINGS),
    (Form.LIKE, {"like"}),
    (Form.AS, {"as"}),
    (Form.EXHORTS, stance.EXHORTATIONS),
    (Form.CONNECTS, stance.CONNECTIVES),
    (Form.POINTS, stance.POINTERS),
    (Form.MARK, {'"'}),
    (Form.SINGLE, {"'"}),
    (Form.OURS, OURS),
    (Form.CLAIM, CLAIM_NOUNS),
    (Form.CLAIMS, CLAIM),
    (Form.PLAIN, PLAIN),
    (Form.OWN_WORK, OWN_WORK),
    (Form.DEADLY, DEADLY),
    (Form.SITE, SITES),
    (Form.SIGNED, SIGNED),
    (Form.SCENE, SCENE),
    (Form.CRIME, CRIMES),
    (Form.NOT_SAYING, NOT_SAYING),
    (Form.OWN, OWN),
    (Form.NOBODY, MAY_BE_NOBODY),
)
_LISTED: dict[str, int] = {}
for _bit, _forms in _LISTS:
    for _form in _forms:
        _LISTED[_form] = _LISTED.get(_form, 0) | _bit


def _form_bits(form: str, raw: str, mask: int) -> int:
    bits = _LISTED.get(form, 0)
    if form == "us" and mask & W.CAPITAL:
        bits |= Form.US
    if form.startswith(stance.PRESENT):
        bits |= Form.PRESENT
    if form.endswith("as"):
        bits |= Form.ENDS_AS
    if form.startswith("if"):
        bits |= Form.BEGINS_IF
    if raw != raw.upper():
        bits |= Form.SMALL
    if may_regret(form):
        bits |= Form.REGRETS
    if may_be_hostile_alone(form):
        bits |= Form.ALONE
    return bits


@dataclass(frozen=True)
class Columns:
    """Sentences that have words, as columns: a row for each of their ``T`` words and marks, or of the ``S`` sentences.

    Attributes:
        words: Numbers of the words in :attr:`Memory.forms`, shape (T,).
        sentence: Of which sentence each is, shape (T,).
        first: Where each sentence begins among the words, shape (S,).
        last: The word after its last one, shape (S,).
        low: The first classes that each word may have, shape (T,).
        high: The other ones, shape (T,).
        bits: What else is asked of each, bits of :class:`Form`, shape (T,).
        marks: What is asked of the stretches of each sentence, bits of :class:`Mark`, shape (S,).
        opened: Whether a quotation is open at the sentence's start, shape (S,).
    """

    words: Places
    sentence: Places
    first: Places
    last: Places
    low: Bits
    high: Bits
    bits: Bits
    marks: Bits
    opened: Flags

    @cached_property
    def size(self) -> Places:
        """How many words each sentence has."""
        return self.last - self.first

    @cached_property
    def begins(self) -> Flags:
        """Whether a word is the first of its sentence."""
        flags = np.zeros(len(self.words), np.bool_)
        flags[self.first] = True
        return flags

    @cached_property
    def any_low(self) -> Bits:
        """The union of each sentence's ``low``."""
        return self.union(self.low)

    @cached_property
    def any_high(self) -> Bits:
        """The union of each sentence's ``high``."""
        return self.union(self.high)

    @cached_property
    def any_bits(self) -> Bits:
        """The union of each sentence's ``bits``."""
        return self.union(self.bits)

    @cached_property
    def quoted(self) -> Flags:
        """Whether a word stands inside a quotation, as :attr:`Reading.quoted` has it; shape (T,)."""
        flags = np.zeros(len(self.words), np.bool_)
        marked = self.opened | ((self.any_bits & (Form.MARK | Form.SINGLE)) != 0)
        words = np.flatnonzero(marked[self.sentence])
        if not len(words):
            return flags
        bits = self.bits[words]
        sizes = self.size[marked]
        first, opened = np.repeat(np.cumsum(sizes) - sizes, sizes), np.repeat(self.opened[marked], sizes)
        way, closes = bits & (Form.OPENS | Form.CLOSES), (bits & Form.SINGLE_OPENS) == 0
        double, single = (bits & Form.MARK) != 0, (bits & Form.SINGLE) != 0
        inside = _states(first, opened, double & (way != 0), double & (way == 0), way == Form.OPENS)
        if single.any():
            shut = np.zeros(len(words), np.bool_)
            inside |= _states(first, shut, single & closes, single & ~closes, shut)
        flags[words] = inside & ~double & ~single
        return flags

    @cached_property
    def masks(self) -> Bits:
        """``low`` without the verbs of words that the words around make nouns, as :attr:`Reading.masks` has it."""
        masks = self.low.copy()
        verbs = np.flatnonzero(masks & VERB_CLASSES)
        verbs = verbs[~self.begins[verbs]]
        before = self.bits[verbs - 1]
        shouting = (self.any_bits[self.sentence[verbs]] & Form.SMALL) == 0
        name = ((masks[verbs] & W.CAPITAL) != 0) & ((before & Form.STARTER) == 0) & ~shouting
        nouns = verbs[name | ((before & Form.DETERMINER) != 0)]
        masks[nouns] &= ~VERB_CLASSES
        return masks

    def union(self, column: Bits) -> Bits:
        """The union of bits over each sentence.

        Args:
            column: Bits of each word, shape (T,).

        Returns:
            Shape (S,).
        """
        return np.bitwise_or.reduceat(column, self.first)

    def may(self, kind: int) -> Flags:
        """Which sentences have a word that may be of a class.

        Args:
            kind: Bit mask of word classes; any of them will do.

        Returns:
            Flags, shape (S,).
        """
        return has(kind, self.any_low, self.any_high)

    def where(self, words: Places) -> Flags:
        """Which sentences have one of some words.

        Args:
            words: Places among the words.

        Returns:
            Flags, shape (S,).
        """
        flags = np.zeros(len(self.first), np.bool_)
        flags[self.sentence[words]] = True
        return flags

    def numerals(self) -> Flags:
        """Which sentences have an "I" behind a word with a capital, which may number a name.

        Returns:
            Flags, shape (S,).
        """
        found = np.flatnonzero(self.bits & Form.I)
        found = found[~self.begins[found]]
        return self.where(found[(self.low[found - 1] & W.CAPITAL) != 0])


def has(kind: int, low: Bits, high: Bits) -> Flags:
    """Which rows are of a class.

    Args:
        kind: Bit mask of word classes; any of them will do.
        low: The first classes of each row.
        high: The other ones.

    Returns:
        A flag a row.
    """
    first, rest = kind & _LOW, kind >> _WIDTH
    found: Flags = (low & first) != 0
    return found | ((high & rest) != 0) if rest else found


class Column:
    """A column that grows, its rows in one array with room for more.

    Args:
        first: Its first row.
        kind: What it holds, as numpy names it, as narrow as it may be: the rows of common words then stay at hand.
    """

    def __init__(self, first: complex, kind: str) -> None:
        self.rows: NDArray[Any] = np.full(1024, first, kind)
        self._size = 1

    def __len__(self) -> int:
        """How many rows it has."""
        return self._size

    def extend(self, rows: ArrayLike) -> None:
        """Add rows at its end.

        Args:
            rows: Numbers.
        """
        added = np.asarray(rows, self.rows.dtype)
        size = self._size + len(added)
        if size > len(self.rows):
            self.rows = np.concatenate([self.rows[: self._size], np.zeros(2 * size - self._size, self.rows.dtype)])
        self.rows[self._size : size] = added
        self._size = size


class Memory:
    """The words that were met, each with its row of numbers, and what stands between two spaces as a list of them.

    Attributes:
        forms: The normalised words by number; the first is none.
        classes: What :func:`avow.cues.reading.token_of` knows of each.
    """

    def __init__(self) -> None:
        self.forms: list[str] = [""]
        self.classes: list[int] = [0]
        self._stretches = Stretches()
        self._words: dict[tuple[str, int], int] = {}
        self._start, self._count, self._marks = Column(0, "i4"), Column(0, "i2"), Column(0, "i2")
        self._spelt = Column(0, "i4")
        self._low, self._high, self._bits = Column(0, "i8"), Column(0, "i2"), Column(0, "i8")

    def __len__(self) -> int:
        """How many words there are in all the stretches that are remembered."""
        return len(self._spelt)

    def columns(self, sentences: Sequence[Sentence]) -> tuple[Columns, Places]:
        """Sentences as columns.

        Args:
            sentences: Sentences.

        Returns:
            The columns, and the places of the sentences whose rows they are. Missing are those that have no words, that
            are too long, and that must be read by themselves to know what a word of theirs is.
        """
        texts = [sentence.text if len(sentence.text) <= _SPAN else "" for sentence in sentences]
        sizes, numbers, new = self._stretches.numbers(texts)
        if new:
            self._learn(new)
        known = np.ones(len(texts), np.bool_)
        known[np.repeat(np.arange(len(texts)), sizes)[numbers == 0]] = False
        places = np.flatnonzero(known & (sizes > 0))
        found = self._gather(sentences, places, sizes, numbers)
        odd = found.numerals()
        if odd.any():
            places = places[~odd]
            found = self._gather(sentences, places, sizes, numbers)
        return found, places

    def reading(self, sentence: Sentence, words: Places) -> Reading:
        """A sentence as cues see it, without looking at its characters again.

        Args:
            sentence: The sentence.
            words: The numbers of its words, in order.

        Returns:
            What :func:`avow.cues.read` makes of it.
        """
        numbers = words.tolist()
        return Reading(sentence, ([self.forms[at] for at in numbers], [self.classes[at] for at in numbers]))

    def _gather(self, sentences: Sequence[Sentence], places: Places, sizes: Places, numbers: Places) -> Columns:
        """The columns of some sentences, by the numbers of the stretches of all of them."""
        if len(places) < len(sentences):
            kept = np.zeros(len(sentences), np.bool_)
            kept[places] = True
            numbers, sizes = numbers[np.repeat(kept, sizes)], sizes[places]
        begin = np.cumsum(sizes) - sizes
        counts = self._count.rows[numbers].astype(np.intp)
        stops = np.cumsum(counts)
        total = int(counts.sum())
        rows = np.repeat(self._start.rows[numbers] - (stops - counts), counts) + np.arange(total)
        words = self._spelt.rows[rows].astype(np.intp)
        size = np.add.reduceat(counts, begin) if total else counts
        last = np.cumsum(size)
        first = last - size
        found = Columns(
            words=words,
            sentence=np.repeat(np.arange(len(size)), size),
            first=first,
            last=last,
            low=self._low.rows[words],
            high=self._high.rows[words],
            bits=self._bits.rows[words],
            marks=np.bitwise_or.reduceat(self._marks.rows[numbers], begin) if total else numbers,
            opened=np.fromiter([sentences[at].open_quote for at in places], np.bool_, len(places)),
        )
        for at in np.flatnonzero(((found.marks & Mark.US) != 0) & ((found.any_bits & Form.US) != 0)):
            # The country is no first person.
            if not sentences[places[at]].text.isupper():
                inside = slice(first[at], last[at])
                found.low[inside][(found.bits[inside] & Form.US) != 0] &= ~OF_US
        return found

    def _learn(self, stretches: Sequence[str]) -> None:
        """Look at new stretches, and at the words in them that are new."""
        spelt: list[int] = []
        counts: list[int] = []
        marks: list[int] = []
        words: list[tuple[int, int, int]] = []
        for stretch in stretches:
            pieces = _pieces(stretch)
            counts.append(len(pieces))
            marks.append((Mark.US if "US" in stretch else 0) | (Mark.DOTS if "..." in stretch else 0))
            for piece in pieces:
                number = self._words.get(piece)
                if number is None:
                    self._words[piece] = number = len(self.forms)
                    raw, kind = piece
                    form, mask = token_of(raw)
                    self.forms.append(form)
                    self.classes.append(mask)
                    words.append((mask & _LOW, mask >> _WIDTH, kind | _form_bits(form, raw, mask)))
                spelt.append(number)
        self._start.extend(len(self._spelt) + np.cumsum(counts) - counts)
        self._count.extend(counts)
        self._marks.extend(marks)
        self._spelt.extend(spelt)
        rows = np.array(words, np.int64).reshape(-1, 3)
        for column, added in zip((self._low, self._high, self._bits), rows.T, strict=True):
            column.extend(added)


def _pieces(stretch: str) -> list[tuple[str, int]]:
    """The words and marks of a stretch, with the bits that quotation marks have by where they stand."""
    if stretch.isalpha():
        return [(stretch, 0)]
    plain = straighten(stretch)
    if '"' in plain or "'" in plain:
        return [(item.raw, _direction(stretch, item)) for item in tokens(stretch)]
    return [(raw, 0) for raw in split_words(plain)]


def _direction(stretch: str, item: Token) -> int:
    if item.form == '"':
        mark = stretch[item.start]
        return Form.OPENS if mark in OPENING else Form.CLOSES if mark in CLOSING else 0
    return Form.SINGLE_OPENS if item.form == "'" and opens(stretch, item.start) else 0


def _states(first: Places, opened: Flags, sets: Flags, toggles: Flags, value: Flags) -> Flags:
    """What is open behind each word, where some words open or close and others do the one or the other in turn.

    Args:
        first: Where the sentence of each word begins.
        opened: Whether something is open there.
        sets: Which words open or close whatever came before.
        toggles: Which words change what is.
        value: What the former leave.

    Returns:
        A flag a word.
    """
    places = np.arange(len(first))
    last = np.maximum.accumulate(np.where(sets, places, -1))
    changed = np.cumsum(toggles)
    since = np.maximum(last, first)
    base = np.where(last >= first, value[since], opened)
    # Of a sentence's first word the change itself counts, of one that sets the state nothing changes.
    turned = changed - changed[since] + (toggles[since] & (last < first))
    flags: Flags = base ^ (turned % 2 == 1)
    return flags
