"""Where a phrase stands among the verbs of a sentence: at the head of a clause, under what is said, at its tail."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from avow.cues import Reading
from avow.cues.grammar import Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.mentions.runs import Mention

_SAYING = W.REPORT | W.AVOW | W.CONFESS | W.DENY | W.BLAME | W.SUSPECT | W.THINK | W.POST | W.SHOW
_TAIL = 4
"""Tokens behind a phrase, and before it to a mark, within which it is an insertion at the end: ", the mayor said"."""
_MARKS = frozenset({",", '"', "?", "!"})
_ARTICLES = frozenset({"the", "a", "an"})


class Clauses:
    """The verbs of a sentence with their subjects.

    Attributes:
        subjects: Each verb that has a subject, with the subject's head, in order.

    Args:
        reading: The sentence.
    """

    def __init__(self, reading: Reading) -> None:
        grammar = grammar_of(reading)
        quoted = reading.quoted or (False,) * grammar.count
        verbs = [at for at, tag in enumerate(grammar.tags) if tag == Tag.VERB]
        self._grammar = grammar
        self._quoting = any(quoted)
        self._sayings = [at for at in verbs if grammar.masks[at] & _SAYING and not quoted[at]]
        spans = ((verb, grammar.subject(verb)) for verb in verbs)
        self.subjects = [(verb, grammar.head(span)) for verb, span in spans if span[0] >= 0]
        self._first: dict[int, int] = {}
        for verb, head in self.subjects:
            self._first.setdefault(head, verb)

    def features(self, item: Mention, at: int) -> Iterator[str]:
        """The features of a phrase.

        Args:
            item: The phrase.
            at: The word that says it.

        Yields:
            Names of features.
        """
        grammar = self._grammar
        verb = next((self._first[head] for head in range(item.start, item.end) if head in self._first), -1)
        under = min(2, bisect_left(self._sayings, item.start))
        yield f"under={under}"
        if verb >= 0:
            yield f"verb={grammar.forms[verb]}"
            yield f"subject-under={under}"
            yield f"subject-says={bool(grammar.masks[verb] & _SAYING)},{under}"
        if verb == at:
            yield "subject-of-it"
        if self._quoting:
            quoted = grammar.reading.quoted[item.head]
            yield f"quoted={quoted},{verb >= 0}"
            yield f"quoted={quoted},{item.kind}"
        left = grammar.count - item.end
        if left <= _TAIL and not _MARKS.isdisjoint(grammar.forms[max(0, item.start - _TAIL) : item.start]):
            yield f"tail={left}"
            yield "tail"
            yield f"tail,{item.kind}"
        if item.start == (grammar.forms[0] in _ARTICLES and item.start > 0):
            yield f"opens,{item.kind},{verb >= 0}"


@lru_cache(maxsize=8)
def clauses_of(reading: Reading) -> Clauses:
    """The clauses of a sentence, remembered, since each role asks for them.

    Args:
        reading: The sentence.

    Returns:
        Its clauses.
    """
    return Clauses(reading)
