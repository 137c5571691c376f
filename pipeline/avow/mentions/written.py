"""Words that are written as names, by their letters."""

from __future__ import annotations

import re

from avow.cues import Reading

DETERMINERS = frozenset(
    "the a an this that these those its their his her our my your no any some every each another such both all two three four five several many one".split()
)
CONNECTORS = frozenset("of for de del la las los el al der von van und y e da do dos bin ibn in the".split())
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|am|pm|km|kg|k|x|m|s|h)")


def shouted(reading: Reading) -> bool:
    """Whether a sentence is all capitals.

    Args:
        reading: The sentence.

    Returns:
        True where no letter is in lower case.
    """
    return reading.text.upper() == reading.text


def is_named(reading: Reading, at: int) -> bool:
    """Whether a word is written as a name: a capital, an Arabic article, a number before a capital, a handle.

    Args:
        reading: The sentence.
        at: The word, a token.

    Returns:
        True where it is.
    """
    raw = reading.tokens[at].raw
    if raw[:1].isupper() or raw[:3].lower() in {"al-", "el-", "ul-"} or "_" in raw:
        return True
    if raw[:1].isdigit() and raw.isalnum():
        if not raw.isdigit():
            return not _ORDINAL.fullmatch(raw)
        following = reading.tokens[at + 1].raw[:1] if at + 1 < len(reading.tokens) else ""
        return following.isupper() and reading.forms[at + 1] not in DETERMINERS
    return False


def in_name(reading: Reading, at: int) -> bool:
    """Whether a word may stand within a name: one that is written as a name, or one of those between them.

    Args:
        reading: The sentence.
        at: The word.

    Returns:
        True where it may.
    """
    return is_named(reading, at) or reading.forms[at] in CONNECTORS or reading.forms[at] == "'"
