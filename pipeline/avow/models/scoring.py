"""The scores of sentences: bias plus the sum of the weights of their terms, one by one or many at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from operator import and_
from typing import TYPE_CHECKING, Any

from avow.cues import AVOWAL, STANCE, Reading, avowals, cue_values, read, voices
from avow.cues.avowal import may_avow
from avow.cues.lexicon import WordClass
from avow.memo import Memo
from avow.models.light import Stretches, is_light
from avow.models.table import Scores, Table
from avow.models.words import Lookup, weight
from avow.records import Contribution, Sentence
from avow.terms import kind_of, pairs

if TYPE_CHECKING:
    from avow.bulk import Bulk

_MANY = 64
"""From how many sentences on it pays to take them at once."""
_WORTH = 3_000
"""Sentences that take as long as getting ready for many at once."""

Every = Callable[[], Iterable[tuple[str, complex]]]


def none() -> Iterable[tuple[str, complex]]:
    """What gives the terms of a table whose names are not known.

    Returns:
        Nothing.
    """
    return ()


class Scorer:
    """The weights of a model at work.

    Args:
        table: The weights.
        kinds: The kinds of terms that they are of.
        every: Gives all terms with their weights, or nothing where their names are not known.
    """

    def __init__(self, table: Table, kinds: Collection[str], every: Every = none) -> None:
        self._table = table
        lookup = Lookup(table.look_up, every)
        self._lookup = lookup
        self._known = (lookup.outside, lookup.inside)
        self._voice = Memo[str, complex](lambda name: weight(table.look_up(f"{STANCE}:{name}"))).__getitem__
        self._avowal = Memo[str, complex](lambda name: weight(table.look_up(f"{AVOWAL}:{name}"))).__getitem__
        self._has_pairs, self._has_voices = "pairs" in kinds, "cues" in kinds
        self._stretches = Stretches(lookup.outside.word) if is_light(kinds) else None
        self._bulk: Bulk | None = None
        self._until_ready = _WORTH

    def scores(self, sentence: Sentence) -> Scores:
        """The calibrated scores of a sentence: bias plus the sum of its terms' contributions.

        Args:
            sentence: A sentence.

        Returns:
            One score a label.
        """
        if self._stretches is not None and not sentence.open_quote:
            weights, possible = self._stretches.weigh(sentence.text)
            if not possible & WordClass.QUOTE:
                return self._biased(self._with_avowals(weights, read(sentence)) if may_avow(possible) else weights)
        return self.scores_of(read(sentence))

    def scores_of(self, reading: Reading) -> Scores:
        """The calibrated scores of a sentence that has been read.

        Args:
            reading: The sentence as cues see it.

        Returns:
            One score a label.
        """
        weights = 0j
        if reading.forms:
            weights = sum(filter(None, self._weights(reading)), weights) * len(reading.forms) ** -0.5
        if self._has_voices:
            weights = sum(map(self._voice, dict.fromkeys(voices(reading))), weights)
        return self._biased(self._with_avowals(weights, reading))

    def _with_avowals(self, weights: complex, reading: Reading) -> complex:
        found = avowals(reading)
        return sum(map(self._avowal, dict.fromkeys(found)), weights) if found else weights

    def _biased(self, weights: complex) -> Scores:
        fact, opinion, claim = self._table.bias
        return fact, opinion + weights.real, claim + weights.imag

    def _weights(self, reading: Reading) -> Iterator[complex | None]:
        """The weights of the words, then of the pairs of a sentence if the model has any, each for the unit value."""
        forms = reading.forms
        if not forms:
            return iter(())
        if reading.plain:
            known = self._known[False]
            words = map(known.word, forms)
            return chain(words, map(known.pair, pairs(forms))) if self._has_pairs else words
        quoted = reading.quoted
        outside, inside = self._known
        found = (outside.word, inside.word)
        inner = [found[flag](form) for form, flag in zip(forms, quoted, strict=True)]
        if not self._has_pairs:
            return iter(inner)
        paired = (outside.pair, inside.pair)
        both = map(and_, (False, *quoted), (*quoted, False))
        return chain(inner, [paired[flag](pair) for pair, flag in zip(pairs(forms), both, strict=True)])

    def prepare(self) -> None:
        """Get ready for much text at once, which takes two fifths of a second; a model does so when much comes.

        What is scored after this has the same scores to the last bit, whatever was scored before it.
        """
        self._until_ready = 0
        if self._bulk is None and self._lookup.read():
            from avow.bulk import Bulk
            from avow.bulk.scorer import Parts

            self._bulk = Bulk(
                Parts(
                    bias=self._table.bias,
                    words=self._known,
                    paired=self._has_pairs,
                    voice=self._voice if self._has_voices else None,
                    avowal=self._avowal,
                    alone=self.scores,
                )
            )

    def scores_of_many(self, sentences: Sequence[Sentence]) -> list[Scores]:
        """The calibrated scores of sentences, each by itself; from some dozens on in less time than one by one.

        Args:
            sentences: Sentences.

        Returns:
            One score a label, a row a sentence, those of :meth:`scores` but for rounding.
        """
        rows = self._at_once(sentences)
        if rows is None:
            return list(map(self.scores, sentences))
        return [(fact, opinion, claim) for fact, opinion, claim in rows.tolist()]

    def _at_once(self, sentences: Sequence[Sentence]) -> Any:
        """The calibrated scores of sentences where it pays to take them at once, rows of numpy's, or nothing.

        Where this module is compiled numpy is not known, and a type of its own would let nothing pass.
        """
        if len(sentences) < _MANY:
            return None
        if self._until_ready > 0:
            self._until_ready -= len(sentences)
            if self._until_ready <= 0:
                self.prepare()
        if self._bulk is None:
            return None
        rows: Any = self._bulk.scores(sentences)
        return rows

    def contributions(self, sentence: Sentence) -> list[Contribution]:
        """The bias and the share of each term of a sentence.

        Args:
            sentence: A sentence.

        Returns:
            Contributions that sum to its scores.
        """
        reading = read(sentence)
        contributions = [Contribution("bias", "bias", self._table.bias)]
        unit = len(reading.forms) ** -0.5 if reading.forms else 0.0
        names = list(reading.forms)
        if names and self._has_pairs:
            names += map(" ".join, pairs(reading.forms))
        kinds = self._kinds(reading)
        shares: dict[tuple[str, str], Scores] = {}
        for name, kind, found in zip(names, kinds, self._weights(reading), strict=True):
            if found:
                _, opinion, claim = shares.get((name, kind), (0.0, 0.0, 0.0))
                shares[name, kind] = (0.0, opinion + unit * found.real, claim + unit * found.imag)
        for cue in cue_values(reading):
            row = self._table.find(cue)
            if row is not None:
                found = weight(row)
                shares[cue[2:], kind_of(cue)] = (0.0, found.real, found.imag)
        contributions += [Contribution(name, kind, row) for (name, kind), row in shares.items()]
        return contributions

    def _kinds(self, reading: Reading) -> list[str]:
        """What each weight of :meth:`_weights` is."""
        quoted = reading.quoted
        kinds = []
        for form, inside in zip(reading.forms, quoted, strict=True):
            known = self._table.find(f"W:{form}" if inside else f"w:{form}") is not None
            kinds.append(("quoted word" if inside else "word") if known else "characters")
        if quoted and self._has_pairs:
            bounded = (False, *quoted, False)
            kinds += ["quoted pair" if bounded[at] and bounded[at + 1] else "pair" for at in range(len(quoted) + 1)]
        return kinds
