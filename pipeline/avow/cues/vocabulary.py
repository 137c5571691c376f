"""Classes of words for opinion and plain report, which carry over to words that no training sentence holds.

The lists stand in ``vocabulary.txt``, written for Avow after the indicators of Wiebe, Wilson and Cardie (2005): words
of praise and censure by part of speech, degree, certainty, attitude, colloquial words, argument, and on the other side
words of institutions, procedures, figures and times. A class is a term like a word; its weight is learned and, in the
portable model, already part of the weight of each of its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from avow.storage import read_text

_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")
_VOWELS = "aeiou"
_KINDS = ("word", "noun", "verb", "adjective")


@cache
def vocabulary() -> dict[str, tuple[str, ...]]:
    """All words of the lists with their classes.

    Returns:
        Names of classes by normalised word, inflections made by rule.

    Raises:
        ValueError: The file does not open a class as ``[name kind]``.
    """
    table: dict[str, list[str]] = {}
    name = kind = ""
    for line in read_text(Path(__file__).with_name("vocabulary.txt")).splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            name, _, kind = line[1:-1].partition(" ")
            if kind not in _KINDS or not line.endswith("]"):
                raise ValueError(f"vocabulary.txt: not a class: {line}")
            continue
        for word in line.split():
            for form in inflections(word, kind):
                names = table.setdefault(form, [])
                if name not in names:
                    names.append(name)
    return {form: tuple(names) for form, names in table.items()}


def inflections(word: str, kind: str) -> tuple[str, ...]:
    """A word with the forms that its kind makes by rule.

    Args:
        word: The base form.
        kind: ``noun`` adds the plural, ``verb`` three forms, ``adjective`` its adverb and, where it is short, its
            degrees; ``word`` adds nothing.

    Returns:
        The forms, the base form first.
    """
    if kind == "noun":
        return word, _third(word)
    if kind == "verb":
        return _verb(word)
    return _adjective(word) if kind == "adjective" else (word,)


def _third(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in _VOWELS else f"{word}s"


def _verb(word: str) -> tuple[str, ...]:
    third = _third(word)
    if word.endswith("e"):
        return word, third, f"{word}d", f"{word[:-1]}ing"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word, third, f"{word[:-1]}ied", f"{word}ing"
    stem = word + word[-1] if _DOUBLING.fullmatch(word) else word
    return word, third, f"{stem}ed", f"{stem}ing"


def _adjective(word: str) -> tuple[str, ...]:
    forms = [word]
    if word.endswith("ic"):
        forms.append(f"{word}ally")
    elif word.endswith("le") and len(word) > 4:
        forms.append(f"{word[:-1]}y")
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        forms += [f"{word[:-1]}{ending}" for ending in ("ily", "ier", "iest")]
    else:
        forms.append(f"{word}ly")
    if len(word) <= 6 and not word.endswith("y"):
        stem = word[:-1] if word.endswith("e") else word + word[-1] if _DOUBLING.fullmatch(word) else word
        forms += [f"{stem}er", f"{stem}est"]
    return tuple(forms)


def class_values(forms: Sequence[str], quoted: Sequence[bool]) -> dict[str, float]:
    """The word classes of a sentence as terms.

    Args:
        forms: Its normalised words.
        quoted: For each word whether it stands inside a quotation.

    Returns:
        By term, the number of its words over the square root of the number of words of the sentence.
    """
    if not forms:
        return {}
    unit: float = len(forms) ** -0.5
    table = vocabulary()
    values: dict[str, float] = {}
    for form, inside in zip(forms, quoted, strict=True):
        for name in table.get(form, ()):
            term = f"K:{name}" if inside else f"k:{name}"
            values[term] = values.get(term, 0.0) + unit
    return values
