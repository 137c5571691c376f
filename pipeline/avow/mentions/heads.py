"""The head word of a noun phrase, as a text."""

from __future__ import annotations

import re
from functools import lru_cache

_BEFORE_HEAD = re.compile(r"^(?:the|a|an|its|their|his|her|our|some|two|three)\s+", re.IGNORECASE)
_AFTER_HEAD = re.compile(
    r"\s+(?:of|for|in|from|at|on|with|who|which|that|de|del|called|named|led|known)\s|\s*[,(\[;:]"
    r"|\s+(?:(?-i:[a-z]{3,})ed|loyal|close)\s+(?:by|from|with|to|as|in|at|on|abroad|overseas)\b"
    r"|\s+(?-i:aged|still|fighting|belonging|working|living|operating)\s"
    r"|(?<=s)\s+(?-i:[a-z]{3,}ing)\s+(?:for|in|from|with|to|as)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def head_word(text: str) -> str:
    """The head word of a noun phrase: the last one before a preposition, a relative clause or a comma.

    Args:
        text: The phrase.

    Returns:
        The word in lower case, without quotation marks and possessive ending.
    """
    plain = _BEFORE_HEAD.sub("", text.strip().strip("\"'“”‘’"))
    head = _AFTER_HEAD.split(plain, maxsplit=1)[0].split()
    word = head[-1] if head else plain
    return re.sub(r"['’]s?$", "", word.strip("\"'“”‘’.,")).lower()
