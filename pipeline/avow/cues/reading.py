"""A sentence as cues see it: its tokens, the classes of each, and which of them stand inside a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from avow.cues.lexicon import VERB_CLASSES, WordClass, mask_of, word_set
from avow.records import Sentence
from avow.terms import Token, normalise, split_words, straighten, tokens

_OPENING = frozenset("“„«‟")
_CLOSING = frozenset("”»")
_DETERMINERS = word_set(
    "the a an this these those its their his her our your my no any some every each another such 's of"
)
_QUOTES = frozenset({'"', "'", ":", "-", "—", "–"})
_CLAUSE_ENDS = frozenset({";", ":", "but", "although", "though", "while", "whereas", "."})


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence's tokens with what cues ask about them.

    Attributes:
        text: The sentence.
        raws: Its words and punctuation marks, quotation marks straightened.
        forms: Their normalised forms.
        classes: For each token a bit mask of the word classes that it may have.
        masks: The same, without the verbs of words that the words around make nouns.
        quoted: For each token whether it stands inside a quotation; quotation marks themselves do not.
        open_quote: Whether a quotation was open at the start.
        present: The union of all masks.
        possible: The union of the classes that its words may have, the context not asked.
    """

    text: str
    raws: tuple[str, ...]
    forms: tuple[str, ...]
    classes: tuple[int, ...]
    masks: tuple[int, ...]
    quoted: tuple[bool, ...]
    open_quote: bool
    present: int
    possible: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words and punctuation marks with their places; found when asked for, as most sentences need none."""
        return _tokens(self.text)

    def find(self, kind: int, start: int, stop: int) -> int:
        """The first token of a class in a stretch of tokens.

        Args:
            kind: Bit mask of word classes; any of them will do.
            start: First token of the stretch; below zero counts as zero.
            stop: Token after the last one.

        Returns:
            The token's position, or -1.
        """
        for at in range(max(start, 0), min(stop, len(self.masks))):
            if self.masks[at] & kind:
                return at
        return -1

    def has(self, kind: int, start: int, stop: int) -> bool:
        """Whether a stretch of tokens holds a word of a class.

        Args:
            kind: Bit mask of word classes.
            start: First token of the stretch.
            stop: Token after the last one.

        Returns:
            True where one is found.
        """
        return self.find(kind, start, stop) >= 0

    def positions(self, kind: int) -> list[int]:
        """All tokens of a class.

        Args:
            kind: Bit mask of word classes.

        Returns:
            Their positions in order.
        """
        if not self.present & kind:
            return []
        return [at for at, mask in enumerate(self.masks) if mask & kind]

    def negated(self, at: int, reach: int = 4) -> bool:
        """Whether a token is in the scope of a negation to its left, within its clause.

        A negation word counts within ``reach`` tokens; a negated subject ("no group", "nobody", "neither") within
        twelve, since a relative clause or an attribution may stand between it and its verb.

        Args:
            at: The token.
            reach: How many tokens to the left a negation word may stand.

        Returns:
            True where it is negated.
        """
        for back in range(at - 1, max(-1, at - 13), -1):
            form = self.forms[back]
            if form in _CLAUSE_ENDS:
                return False
            near = at - back <= reach
            if near and self.masks[back] & WordClass.NEGATION:
                return True
            if self.masks[back] & WordClass.NOBODY:
                return True
            if form == "no" and not near and self.has(WordClass.GROUP | WordClass.MEMBER, back + 1, back + 4):
                return True
            if form == "no" and self.forms[back + 1 : back + 2] == ("one",):
                return True
        return False


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(tokens(text))


def read(sentence: Sentence) -> Reading:
    """Prepare a sentence for cues.

    Args:
        sentence: The sentence; its ``open_quote`` says whether it begins inside a quotation.

    Returns:
        Its reading.
    """
    raws = tuple(split_words(straighten(sentence.text)))
    known = [_WORDS[raw] for raw in raws]
    forms = tuple([word[0] for word in known])
    whole = tuple([word[1] for word in known])
    masks = _masks(raws, forms, whole)
    present = possible = 0
    for mask in masks:
        present |= mask
    for mask in whole:
        possible |= mask
    return Reading(
        text=sentence.text,
        raws=raws,
        forms=forms,
        classes=whole,
        masks=masks,
        quoted=_quoted(sentence, forms),
        open_quote=sentence.open_quote,
        present=present,
        possible=possible,
    )


class _Words(dict[str, tuple[str, int]]):
    """The form and the classes of each word met so far, by its characters."""

    def __missing__(self, raw: str) -> tuple[str, int]:
        if len(self) >= _LIMIT:
            self.clear()
        form = normalise(raw)
        first = raw[0]
        shape = (WordClass.CAPITAL if first.isupper() else 0) | (WordClass.LETTER if first.isalpha() else 0)
        self[raw] = found = (form, mask_of(form) | shape)
        return found


_LIMIT = 30_000
_WORDS = _Words()


def _masks(raws: tuple[str, ...], forms: tuple[str, ...], whole: tuple[int, ...]) -> tuple[int, ...]:
    """Word classes token by token; where the words around make a noun of it, a word is no verb."""
    masks = list(whole)
    shouting: bool | None = None
    for at, mask in enumerate(whole):
        if not at or not mask & VERB_CLASSES:
            continue
        before = forms[at - 1]
        if before in _DETERMINERS:
            masks[at] = mask & ~VERB_CLASSES
        elif raws[at][:1].isupper() and before not in _QUOTES:
            if shouting is None:
                shouting = all(raw == raw.upper() for raw in raws)
            if not shouting:
                masks[at] = mask & ~VERB_CLASSES
    return tuple(masks)


def _quoted(sentence: Sentence, forms: tuple[str, ...]) -> tuple[bool, ...]:
    if '"' not in forms and "'" not in forms:
        return (sentence.open_quote,) * len(forms)
    text = sentence.text
    inside = sentence.open_quote
    single = False
    flags: list[bool] = []
    for token in tokens(text):
        mark = text[token.start]
        if token.form == '"':
            inside = mark in _OPENING or (mark not in _CLOSING and not inside)
            flags.append(False)
        elif token.form == "'":
            single = not single and _opens(text, token.start)
            flags.append(False)
        else:
            flags.append(inside or single)
    return tuple(flags)


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([—") and after.isalpha()
