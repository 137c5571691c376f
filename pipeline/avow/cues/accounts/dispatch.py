"""Rules by the words that they begin with, so that a word which begins none costs one look-up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from avow.cues.accounts.records import Account
from avow.cues.grammar import Grammar
from avow.memo import Memo

Rule = Callable[[Grammar, int], Iterator[Account]]
"""What is tried at a token."""
Row = tuple[Collection[str], str, Rule]
"""Words that a rule begins with, the parts of speech that these have to be (any where empty), the rule."""


class Beginnings(frozenset[str]):
    """Beginnings of words, which stand for all words that begin so."""


def beginning(*starts: str) -> Beginnings:
    """All words with certain beginnings.

    Args:
        *starts: How they begin.

    Returns:
        Them, for a row of a table.
    """
    return Beginnings(starts)


def rules_by_form(table: Sequence[Row]) -> Callable[[str], Sequence[tuple[str, Rule]]]:
    """A table of rules, asked by word.

    Args:
        table: Its rows, in the order in which rules are tried.

    Returns:
        A function that gives for a word the rules which it begins, each with the parts of speech that it has to be.
    """

    def begins(form: str, words: Collection[str]) -> bool:
        return form.startswith(tuple(words)) if isinstance(words, Beginnings) else form in words

    def find(form: str) -> tuple[tuple[str, Rule], ...]:
        return tuple((tags, rule) for words, tags, rule in table if begins(form, words))

    return Memo[str, tuple[tuple[str, Rule], ...]](find).__getitem__


def begun(grammar: Grammar, find: Callable[[str], Sequence[tuple[str, Rule]]]) -> Iterator[Account]:
    """What the rules of a table find in a sentence, word by word.

    Args:
        grammar: The sentence.
        find: The table, as :func:`rules_by_form` gives it.

    Yields:
        Accounts.
    """
    for at, form in enumerate(grammar.forms):
        for tags, rule in find(form):
            if not tags or grammar.tags[at] in tags:
                yield from rule(grammar, at)
