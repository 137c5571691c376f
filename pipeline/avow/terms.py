"""The terms of a sentence: words, word pairs and word-bounded character n-grams, with their values.

A term's value is its count over the square root of the number of words; a character n-gram's also over the square
root of the number of n-grams of its word. A sentence's score is then a sum with one summand a word and one a pair,
which needs no second pass for a norm and explains itself. Both the scikit-learn pipeline and the portable model take
their terms from here, so the two cannot drift apart.

Words inside a quotation are terms of their own, since the codebook does not count what is quoted as the author's
voice. Terms carry their kind as a prefix, a key of ``KINDS``; cues are made in :mod:`avow.cues`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

KINDS = {
    "w": "word",
    "p": "pair",
    "c": "characters",
    "W": "quoted word",
    "P": "quoted pair",
    "C": "quoted characters",
    "k": "class",
    "K": "quoted class",
    "q": "cue",
    "s": "avowal cue",
}

_TOKEN = re.compile(r"\w+(?:[-'.]\w+)*|[^\w\s]")
_DIGIT = re.compile(r"\d")
_QUOTES = str.maketrans("“”„‟«»‘’‚‛`´", "\"\"\"\"\"\"''''''")
SHORTEST, LONGEST = 2, 5
"""Characters of an n-gram."""
WORD_LIMIT = 40
"""Characters of a word that count."""
START, END = "<", ">"
"""What begins and what ends a sentence, as members of its pairs of words."""


class Token(NamedTuple):
    """A word or a punctuation mark of a sentence.

    Attributes:
        form: Lower-cased, quotation marks straightened, every digit written as 0.
        start: Offset of its first character in the sentence.
        raw: The characters of the sentence.
    """

    form: str
    start: int
    raw: str


def normalise(text: str) -> str:
    """The text in the form that terms are made of.

    Args:
        text: Any text.

    Returns:
        It in lower case, quotation marks and apostrophes straight, every digit as 0.
    """
    lowered = text.lower()
    if lowered.isalpha():
        # Most words have neither digits nor marks.
        return lowered
    return _DIGIT.sub("0", straighten(lowered))


def straighten(text: str) -> str:
    """The text with straight quotation marks and apostrophes, character for character.

    Args:
        text: Any text.

    Returns:
        Text of the same length.
    """
    return text if text.isascii() and "`" not in text else text.translate(_QUOTES)


split_words = _TOKEN.findall
"""Words and punctuation marks of a straightened text, in order."""


def tokens(text: str) -> list[Token]:
    """Words and punctuation marks in order; a hyphen, an apostrophe or a full stop inside a word stays.

    Args:
        text: A sentence.

    Returns:
        Its tokens.
    """
    plain = text.translate(_QUOTES)
    return [Token(normalise(match[0]), match.start(), match[0]) for match in _TOKEN.finditer(plain)]


def token_starts(text: str) -> list[int]:
    """Where the tokens of a text begin.

    Args:
        text: A sentence.

    Returns:
        The offset of each token's first character.
    """
    return [match.start() for match in _TOKEN.finditer(straighten(text))]


def words(text: str) -> list[str]:
    """The forms of the tokens of a text.

    Args:
        text: A sentence.

    Returns:
        Normalised words and punctuation marks in order.
    """
    return [token.form for token in tokens(text)]


def pairs(forms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Neighbouring words, the first with the sentence's start and the last with its end among them.

    Args:
        forms: Normalised words.

    Returns:
        One pair more than there are words.
    """
    return zip((START, *forms), (*forms, END), strict=True)


@lru_cache(maxsize=20_000)
def characters(form: str) -> tuple[str, ...]:
    """The character n-grams of a word, two to five long, the spaces around it included.

    Args:
        form: A normalised word; of a longer one, the first forty characters count.

    Returns:
        The n-grams in order, with repetitions.
    """
    padded = f" {form[:WORD_LIMIT]} "
    size = len(padded)
    lengths = range(SHORTEST, min(size, LONGEST) + 1)
    return tuple([padded[at : at + length] for length in lengths for at in range(size - length + 1)])


def text_values(forms: Sequence[str], quoted: Sequence[bool], *, spelt: bool = True) -> dict[str, float]:
    """Words, pairs and character n-grams of a sentence with their values.

    Args:
        forms: Its normalised words.
        quoted: For each word whether it stands inside a quotation; a pair is quoted where both its words are.
        spelt: Whether the n-grams are asked for.

    Returns:
        Values by term, the terms with their prefixes; empty for a sentence without words.
    """
    if not forms:
        return {}
    unit: float = len(forms) ** -0.5
    values: dict[str, float] = {}
    get = values.get
    for form, inside in zip(forms, quoted, strict=True):
        term = f"W:{form}" if inside else f"w:{form}"
        values[term] = get(term, 0.0) + unit
        if not spelt:
            continue
        grams = characters(form)
        share = unit * len(grams) ** -0.5
        prefix = "C:" if inside else "c:"
        for gram in grams:
            term = prefix + gram
            values[term] = get(term, 0.0) + share
    bounded = (False, *quoted, False)
    for at, (first, second) in enumerate(pairs(forms)):
        term = f"P:{first} {second}" if bounded[at] and bounded[at + 1] else f"p:{first} {second}"
        values[term] = get(term, 0.0) + unit
    return values


def kind_of(term: str) -> str:
    """What kind of term this is.

    Args:
        term: A term with its prefix.

    Returns:
        A value of ``KINDS``.
    """
    return KINDS[term[0]]
