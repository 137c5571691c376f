"""What tells which name a pronoun or a description stands for: recency, number and type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avow.cues import Reading
from avow.cues.lexicon import WordClass as W
from avow.mentions.phrases import Mention, head_word, shouted

_GENERIC = frozenset(
    "group groups organization organisation movement front gang cell crew faction militia outfit caller callers spokesman "
    "spokeswoman speaker sender author authors claimant name statement communique collective others brigade command".split()
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase in its document.

    Attributes:
        sentence: Position of its sentence.
        reading: The sentence.
        mention: The phrase.
        text: Its words.
    """

    sentence: int
    reading: Reading
    mention: Mention
    text: str


def needs_antecedent(reading: Reading, item: Mention) -> bool:
    """Whether a phrase points back: a pronoun, or a definite description such as "the group".

    Args:
        reading: The sentence.
        item: The phrase.

    Returns:
        True where a name should be looked for.
    """
    if item.kind in {"pronoun", "possessive"}:
        return True
    words = [form for form in reading.forms[item.start : item.end] if form not in {"the", "this", "that", "same"}]
    definite = reading.forms[item.start] in {"the", "this", "that"} or (
        item.start > 0 and reading.forms[item.start - 1] in {"the", "this", "that"}
    )
    return definite and len(words) == 1 and words[0].removesuffix("'s") in _GENERIC


def antecedent_features(item: Place, candidates: Sequence[Place]) -> Iterator[list[str]]:
    """The features of each name as what a phrase stands for.

    Args:
        item: The phrase that points back.
        candidates: Names and descriptions of the document, in order.

    Yields:
        Names of features, a list a candidate.
    """
    form = item.mention.form if item.mention.kind in {"pronoun", "possessive"} else "description"
    texts = [candidate.text.lower() for candidate in candidates]
    heads = [head_word(text) for text in texts]
    spoke = Counter(head for head, candidate in zip(heads, candidates, strict=True) if _subject(candidate))
    longest = max(spoke.values(), default=0)
    placed = Counter(
        head
        for head, candidate in zip(heads, candidates, strict=True)
        if _before(candidate) in {"in", "at", "near", "on"}
    )
    nearest = [at for at, candidate in enumerate(candidates) if candidate.sentence <= item.sentence]
    for at, candidate in enumerate(candidates):
        distance = item.sentence - candidate.sentence
        mask = _mask(candidate)
        repeated = sum(head == heads[at] for head in heads)
        names = [
            f"distance={max(-1, min(distance, 6))}",
            f"kind={candidate.mention.kind}",
            f"repeated={min(repeated, 5)}",
            f"rank={min(5, len(nearest) - nearest.index(at) - 1) if at in nearest else 'later'}",
            f"subject={_subject(candidate)}",
            f"first={at == 0}",
            f"plural={heads[at].endswith('s')}",
            f"spoke={min(spoke[heads[at]], 4)}",
            f"spoke-most={longest > 0 and spoke[heads[at]] == longest}",
            f"placed={placed[heads[at]] > 0}",
            f"same-sentence={distance == 0},{candidate.mention.kind}",
            f"last={candidate.sentence > item.sentence}",
        ]
        names += [name for kind, name in _TYPES.items() if mask & kind]
        if not mask & (W.GROUP | W.OFFICIAL | W.ACT_NOUN | W.TIME):
            names.append("untyped")
        words = _WORD.findall(texts[at])
        names.append(f"words={min(len(words), 4)}")
        if candidate.text.isupper() and not shouted(candidate.reading) and len(candidate.text) <= 6:
            names.append("acronym")
        if form == "description":
            own = head_word(item.text)
            names.append(f"same-head={own == heads[at]}")
            names.append(f"holds-head={own in words}")
        names.append(f"left={_before(candidate)}")
        names.append(f"near-subject={_subject(candidate)},{max(-1, min(distance, 3))}")
        names.append(f"own={own_voice(candidate)}")
        yield [f"antecedent|{name}" for name in names] + [f"antecedent|{form}|{name}" for name in names]


def _before(place: Place) -> str:
    left = place.mention.start - 1
    left -= left >= 0 and place.reading.forms[left] in {"the", "a", "an"}
    if left < 0:
        return "start"
    form = place.reading.forms[left]
    return form if form in _LEFT else "other"


def own_voice(place: Place) -> bool:
    """Whether the phrase follows "we," or signs: it stands alone or behind a dash.

    Args:
        place: The phrase.

    Returns:
        True where it does.
    """
    forms, start = place.reading.forms, place.mention.start
    start -= start > 0 and forms[start - 1] == "the"
    if start >= 2 and forms[start - 1] == "," and forms[start - 2] in {"we", "i", "us"}:
        return True
    return start >= 1 and forms[start - 1] in {"—", "-", "–", ":"} and place.mention.end >= len(forms) - 1


_LEFT = frozenset("by in at of on to from for with against and called named ,".split())
_TYPES = {
    W.GROUP: "group",
    W.OFFICIAL: "official",
    W.MEMBER: "member",
    W.ACT_NOUN: "act",
    W.TIME: "time",
    W.CHANNEL: "channel",
}


def _mask(place: Place) -> int:
    mask = 0
    for at in range(place.mention.start, place.mention.end):
        mask |= place.reading.masks[at]
    return mask


def _subject(place: Place) -> bool:
    reading, end = place.reading, place.mention.end
    return reading.has(W.REPORT | W.AVOW | W.ASSUME | W.DENY | W.CONFESS, end, end + 3)


def same_party(first: str, second: str) -> bool:
    """Whether two strings name one party: equal but for case and article, one head, or one an acronym of the other.

    Args:
        first: A phrase.
        second: Another one.

    Returns:
        True where they agree.
    """
    left, right = _plain(first), _plain(second)
    if not left or not right:
        return False
    if left == right or head_word(first) == head_word(second):
        return True
    shorter, longer = sorted((left, right), key=len)
    if f" {shorter} " in f" {longer} ":
        return True
    return is_acronym(first, second)


def is_acronym(first: str, second: str) -> bool:
    """Whether one of two strings is the initials of the other.

    Args:
        first: A phrase.
        second: Another one.

    Returns:
        True where it is, small words counted or not.
    """
    shorter, longer = sorted((_plain(first), _plain(second)), key=len)
    initials = "".join(word[0] for word in longer.split() if word not in {"of", "for", "and", "in"})
    return len(shorter) >= 2 and shorter.replace(" ", "") in {initials, "".join(word[0] for word in longer.split())}


def _plain(text: str) -> str:
    words = [word for word in _WORD.findall(text.lower()) if word not in {"the", "a", "an", "s"}]
    return " ".join(words)
