"""A suite's templates to cases, the same ones in every run: what fills a slot depends on its template alone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from avow.behaviour.cases import Capability, Case, Kind, Suite
from avow.records import Sentence

SLOT = re.compile(r"\{([a-z]+\d?)\}")
CHOICE = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
FILLINGS = 2
"""Cases of a template that has slots; more would repeat names, not add sentences."""
_SOURCES = ("Norvik Wire", "TPA", "The Averill Courier", "Dorrel Radio 1")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def expand(suite: Suite) -> Iterator[Case]:
    """The cases of a suite.

    Args:
        suite: A suite without faults.

    Yields:
        Cases, in the order of capabilities.
    """
    minimum = [item for item in suite.capabilities if item.kind is Kind.MINIMUM]
    for item in suite.capabilities:
        if item.templates:
            yield from _written(item, suite.fills)
        else:
            for other in minimum:
                if other.name not in item.without and (not item.of or other.label in item.of):
                    yield from _changed(item, other, suite.fills)


def _written(item: Capability, fills: Mapping[str, tuple[str, ...]]) -> Iterator[Case]:
    for template in item.templates:
        for filling in range(FILLINGS if SLOT.search(template) else 1):
            before = _sentence(item, _fill(CHOICE.sub(r"\1", template), template, fills, filling))
            if item.kind is Kind.MINIMUM:
                yield Case(item, template, before)
            else:
                after = _fill(CHOICE.sub(r"\2", template), template, fills, filling)
                yield Case(item, template, before, _sentence(item, after))


def _changed(item: Capability, other: Capability, fills: Mapping[str, tuple[str, ...]]) -> Iterator[Case]:
    """The sentences of another capability, each beside its changed form; those that do not change are left out."""
    for template in other.templates:
        before = _sentence(other, _fill(template, template, fills, 0))
        if item.swap:
            after = _sentence(other, _fill(template, template, fills, 0, swapped=item.swap))
        else:
            after = _with_text(before, CHANGES[item.change](before.text))
        if after.text != before.text:
            yield Case(item, template, before, after)


def _fill(
    form: str, template: str, fills: Mapping[str, tuple[str, ...]], filling: int, swapped: tuple[str, ...] = ()
) -> str:
    """A form of a template with words in its slots; each template starts elsewhere in a list, each filling goes on."""

    def word(match: re.Match[str]) -> str:
        name = match[1].rstrip("0123456789")
        words = fills[name]
        start = zlib.crc32(f"{template} {name}".encode())
        second = len(words) // 2 if match[1] != name else 0
        return words[(start + filling + second + (name in swapped)) % len(words)]

    text = SLOT.sub(word, form)
    at = next((at for at, character in enumerate(text) if character.isalnum()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _sentence(item: Capability, text: str) -> Sentence:
    plain = text.upper() if item.capitals else text
    # Each sentence is its own document: nothing may be learned from the one before.
    return replace(Sentence.bare(plain, document=plain), open_quote=item.open_quote)


def _with_text(sentence: Sentence, text: str) -> Sentence:
    return replace(sentence, text=text, document=text, end=sentence.start + len(text))


def _typography(text: str) -> str:
    plain = text.translate(_QUOTES)
    if plain != text:
        return plain
    opened = re.sub(r'(^|[\s(—])"', r"\1“", re.sub(r"(^|[\s(—])'", r"\1‘", text))
    return opened.replace('"', "”").replace("'", "’")


def _source(text: str) -> str:
    return f"{text} ({_SOURCES[zlib.crc32(text.encode()) % len(_SOURCES)]})"


CHANGES: dict[str, Callable[[str], str]] = {"capitals": str.upper, "source": _source, "typography": _typography}
