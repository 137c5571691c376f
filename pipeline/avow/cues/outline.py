"""The outline of a sentence: its words as what they are to the rules, names and other nouns as no more than that.

Who blamed whom for what is said in the same outlines by whoever is named: "NAME blamed NAME for the act". What the
register's regressions learn of an outline holds for words that no training sentence has. An outline is told by its
runs of two to four symbols, and by pairs of symbols with others between them.
"""

from __future__ import annotations

from functools import lru_cache

from avow.cues.grammar import Grammar, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.reading import Reading
from avow.cues.tags import Tag

OUTLINE = "o"
"""Prefix of the terms that an outline becomes."""
_LONGEST, _APART = 4, 8
"""Symbols of a run; how many symbols on the second of a pair may stand, marks and nouns of no class left out."""
_NAME, _STATE_NAME = "Name", "State-name"
_START, _END = "<", ">"
_CLASSES = (
    ("nobody", W.NOBODY),
    ("not", W.NEGATION),
    ("deny", W.DENY),
    ("blame", W.BLAME),
    ("suspect", W.SUSPECT),
    ("confess", W.CONFESS),
    ("responsibility", W.RESPONSIBILITY),
    ("involvement", W.INVOLVEMENT),
    ("behind", W.BEHIND),
    ("avow", W.AVOW),
    ("attack", W.ACT_VERB),
    ("strike", W.WEAK_ACT),
    ("act", W.ACT_NOUN),
    ("cyber", W.CYBER),
    ("loot", W.LOOT),
    ("weapon", W.WEAPON),
    ("spokesman", W.SPOKES),
    ("official", W.OFFICIAL),
    ("rebel", W.INSURGENT),
    ("member", W.MEMBER),
    ("group", W.GROUP),
    ("state", W.STATE),
    ("civil", W.CIVIL),
    ("caller", W.CALLER),
    ("channel", W.CHANNEL),
    ("recording", W.RECORDING),
    ("report", W.REPORT),
    ("show", W.SHOW),
    ("post", W.POST),
    ("assume", W.ASSUME),
    ("threat", W.THREAT),
    ("target", W.TARGET),
    ("doubt", W.DOUBT),
    ("hedge", W.HEDGE),
    ("according", W.ACCORDING),
    ("think", W.THINK),
    ("bad", W.BAD),
)
"""Symbols of word classes; of a word in several, the first counts. Those of rarer meaning stand before the others."""
_KEPT = word_set(
    "that which who whom whose if as not never n't it they he she we i you is are was were be been being has have had having "
    'do does did will would could may might must ; : - — ( " , . and or but because though although while when since his her '
    "its their our my no to in on at by for from of with against after before over between among"
)
"""Words and marks that stand for themselves whatever their part of speech, beside all prepositions."""
_LEFT_OUT = frozenset({Tag.DETERMINER, Tag.ADVERB, Tag.ADJECTIVE})
_ACTS = W.ACT_NOUN | W.ACT_VERB


def outline(reading: Reading) -> list[str]:
    """The symbols of a sentence.

    Args:
        reading: The sentence.

    Returns:
        Its symbols in order; a name of several words, and several nouns beside each other, have one.
    """
    grammar = grammar_of(reading)
    symbols: list[str] = []
    first = next((at for at, tag in enumerate(grammar.tags) if tag != Tag.PUNCTUATION), 0)
    for at, form in enumerate(grammar.forms):
        mask, tag = grammar.masks[at], grammar.tags[at]
        if tag in "OJ" and _is_name(grammar, at, opening=at == first):
            symbol = _STATE_NAME if mask & W.STATE else _NAME
        else:
            symbol = _symbol(form, mask, tag)
        if symbol and not (symbols and symbol == symbols[-1] and symbol in {_NAME, _STATE_NAME, Tag.NOUN}):
            symbols.append(symbol)
    return symbols


def _is_name(grammar: Grammar, at: int, *, opening: bool) -> bool:
    """Whether a noun is a name: by its capital, where the text is not in capitals; a first word where the next one is too."""
    if not grammar.capital[at] or grammar.shouting:
        return False
    if opening:
        return grammar.capital[at + 1 : at + 2] == [True] and grammar.tags[at + 1] in "OJ"
    return not grammar.masks[at] & _ACTS


@lru_cache(maxsize=20_000)
def _symbol(form: str, mask: int, tag: str) -> str:
    """The symbol of a word that is no name; empty for one that is left out."""
    for name, kind in _CLASSES:
        if mask & kind:
            return f"{name}-v" if tag in "VG" else name
    if form in _KEPT:
        return form
    if tag == Tag.PREPOSITION:
        return form
    if tag in _LEFT_OUT or mask & W.NUMBER or tag == Tag.PUNCTUATION:
        return ""
    return tag


def outline_values(reading: Reading) -> dict[str, float]:
    """The outline of a sentence as terms.

    Args:
        reading: The sentence.

    Returns:
        By term its count over the square root of the number of symbols.
    """
    symbols = [_START, *outline(reading), _END]
    unit: float = len(symbols) ** -0.5
    values: dict[str, float] = {}
    get = values.get
    for length in range(2, _LONGEST + 1):
        for at in range(len(symbols) - length + 1):
            term = f"{OUTLINE}:{' '.join(symbols[at : at + length])}"
            values[term] = get(term, 0.0) + unit
    telling = [symbol for symbol in symbols if len(symbol) > 1 or symbol == Tag.VERB]
    for at, first in enumerate(telling):
        for second in telling[at + 1 : at + 1 + _APART]:
            term = f"{OUTLINE}:{first} … {second}"
            values[term] = get(term, 0.0) + unit
    return values
