"""A sentence as cues see it: its tokens, the classes of each, and which of them stand inside a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import or_

from avow.cues.lexicon import VERB_CLASSES, WordClass, mask_of, word_set
from avow.memo import LONGEST, Memo
from avow.records import Sentence
from avow.terms import Token, normalise, split_words, straighten, token_starts, tokens

OPENING = frozenset("“„«‟")
CLOSING = frozenset("”»")
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_DOUBLE = re.compile('["“”„‟«»]')
_ARTICLE = re.compile(r"(?:a[dlnrsz]|ash|el|ul)-[^\W\d_a-z]")
"""The Arabic article before a capital: "al-Wadi" is a name."""
DETERMINERS = word_set("the a an this these those its their his her our your my no any some every each another such of")
_PLACING = word_set("in at near from on around outside inside")
_CLAUSE_OPENERS = word_set("that and but or while when where because so as if although ,")
_BEHIND = word_set("of and or by with is has who which whose ( ) ; — – . ,")
_OFTEN = word_set("always sometimes perhaps was")
STARTERS = frozenset({'"', "'", ":", "-", "—", "–"})
_CLAUSE_ENDS = frozenset({";", ":", "but", "although", "though", "while", "whereas", "."})


_NAMED = WordClass.LETTER | WordClass.CAPITAL
OF_US = WordClass.FIRST_PLURAL | WordClass.OWNING
"""What the pronoun is and the country is not."""


class Reading:
    """A sentence's tokens with what cues ask about them; what few sentences need is found when it is asked for.

    Attributes:
        text: The sentence.
        open_quote: Whether a quotation was open at the start.
        forms: The normalised forms of its words and punctuation marks.
        classes: For each token a bit mask of the word classes that it may have.
        possible: The union of these, the context not asked.
        quoted: For each token whether it stands inside a quotation; quotation marks themselves do not.
        masks: The classes, without the verbs of words that the words around make nouns.
        present: The union of all masks.
        plain: Whether nothing is quoted, nor is there a quotation mark.
        names: How many tokens begin with a capital.
        small: How many begin with another letter.
        numerals: Each "I" that numbers the name before it and is no first person.

    Args:
        sentence: The sentence; its ``open_quote`` says whether it begins inside a quotation.
        words: The forms of its tokens and what :func:`token_of` knows of each, where they are at hand.
    """

    def __init__(self, sentence: Sentence, words: tuple[list[str], list[int]] | None = None) -> None:
        self.text = text = sentence.text
        self.open_quote = inside = sentence.open_quote
        possible = names = small = 0
        if words is None:
            forms: list[str] = []
            classes: list[int] = []
            for part, masks, union, capitals, others in map(_CHUNKS.__getitem__, text.split()):
                forms += part
                classes += masks
                possible |= union
                names += capitals
                small += others
        else:
            forms, classes = words
            possible = reduce(or_, classes, 0)
            letters = [mask & _NAMED for mask in classes if mask & WordClass.LETTER]
            names = letters.count(_NAMED)
            small = len(letters) - names
        if "US" in text and "us" in forms and not text.isupper():
            # The country is no first person.
            for at, form in enumerate(forms):
                if form == "us" and classes[at] & WordClass.CAPITAL:
                    classes[at] &= ~OF_US
            possible = reduce(or_, classes)
        self.numerals: tuple[int, ...] = ()
        if possible & WordClass.FIRST_SINGULAR and "i" in forms and not text.isupper():
            self.numerals = tuple(at for at, form in enumerate(forms) if form == "i" and _numbers(forms, classes, at))
            for at in self.numerals:
                classes[at] &= ~WordClass.FIRST_SINGULAR
            possible = reduce(or_, classes) if self.numerals else possible
        self.forms = tuple(forms)
        self.classes = tuple(classes)
        self.possible = possible
        self.names = names
        self.small = small
        marked = possible & WordClass.QUOTE
        self.quoted = _quoted(text, self.forms, inside) if marked else (inside,) * len(forms)
        self.plain = not (marked or inside)
        self.masks = _masks(text, self.forms, self.classes) if possible & VERB_CLASSES else self.classes
        self.present = possible if self.masks is self.classes else reduce(or_, self.masks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reading) and self.text == other.text and self.open_quote == other.open_quote

    def __hash__(self) -> int:
        return hash((self.text, self.open_quote))

    @property
    def raws(self) -> tuple[str, ...]:
        """Its words and punctuation marks, quotation marks straightened."""
        return tuple(split_words(straighten(self.text)))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words and punctuation marks with their places; found when asked for, as most sentences need none."""
        return _tokens(self.text)

    def dotted(self, at: int) -> bool:
        """Whether a token is a full stop that belongs to the abbreviation before it, as in "U.S.".

        Args:
            at: The token; past the end counts as none.

        Returns:
            True where it does; it may end the sentence too.
        """
        return 0 < at < len(self.forms) and self.forms[at] == "." and bool(_LETTERS.fullmatch(self.forms[at - 1]))

    def end_of(self, at: int) -> int:
        """Where a token ends, with the full stop of an abbreviation, which is a token of its own.

        Args:
            at: The token.

        Returns:
            The offset after its last character.
        """
        token = self.tokens[at + 1 if self.dotted(at + 1) else at]
        return token.start + len(token.raw)

    def find(self, kind: int, start: int, stop: int) -> int:
        """The first token of a class in a stretch of tokens.

        Args:
            kind: Bit mask of word classes; any of them will do.
            start: First token of the stretch; below zero counts as zero.
            stop: Token after the last one.

        Returns:
            The token's position, or -1.
        """
        masks = self.masks
        for at in range(max(start, 0), min(stop, len(masks))):
            if masks[at] & kind:
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
        if not self.possible & kind:
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
    return Reading(sentence)


def line_of(forms: Sequence[str]) -> str:
    """Tokens as one line for the search of patterns, for which no word is longer than the longest that there is.

    A run of thousands of characters would be gone through from each of them.

    Args:
        forms: The forms of tokens.

    Returns:
        They with spaces between them, each cut at sixty characters.
    """
    if max(map(len, forms), default=0) > LONGEST:
        forms = [form[:LONGEST] for form in forms]
    return " ".join(forms)


Chunk = tuple[tuple[str, ...], tuple[int, ...], int, int, int]
"""What stands between two spaces: the forms of its tokens, their classes, the union of these, how many tokens begin
with a capital and how many with another letter."""


def chunk(text: str) -> Chunk:
    """Read what stands between two spaces; :func:`read` remembers what this makes.

    Args:
        text: Text without white space, of one character or more.

    Returns:
        Its tokens and their classes.
    """
    if text.isalpha():
        form, mask = token_of(text)
        capital = 1 if mask & WordClass.CAPITAL else 0
        return (form,), _ALONE.setdefault((mask,), (mask,)), mask, capital, 1 - capital
    forms, classes = zip(*map(_TOKENS.__getitem__, split_words(straighten(text))), strict=True)
    if len(classes) == 1:
        classes = _ALONE.setdefault(classes, classes)
    names = small = 0
    for mask in classes:
        if mask & WordClass.LETTER:
            if mask & WordClass.CAPITAL:
                names += 1
            else:
                small += 1
    return forms, classes, reduce(or_, classes), names, small


def _numbers(forms: Sequence[str], classes: Sequence[int], at: int) -> bool:
    """Whether an "I" numbers the name before it: "the ferry Tern Star I, a", "King Tomas I signs"."""
    start = at
    while start and classes[start - 1] & WordClass.CAPITAL and forms[start - 1] != "i":
        start -= 1
    if start == at or at < 2 or not classes[at] & WordClass.CAPITAL:
        return False
    if forms[max(0, start - 1)] in _PLACING | _CLAUSE_OPENERS | STARTERS:
        return False
    if at + 1 == len(forms) or forms[at + 1] in _BEHIND:
        return True
    does = forms[at + 1].endswith("s") and not forms[at + 1].endswith("ss") and forms[at + 1] not in _OFTEN
    return does and not classes[at + 1] & WordClass.CAPITAL


def token_of(raw: str) -> tuple[str, int]:
    """The form and the classes of a token.

    Args:
        raw: It as it stands in the text, quotation marks straightened.

    Returns:
        The normalised form, and a bit mask with what its first character tells, behind an Arabic article.
    """
    form = normalise(raw)
    first = raw[0]
    mask = mask_of(form)
    if first.isupper() or ("-" in raw and _ARTICLE.match(raw)):
        mask |= WordClass.CAPITAL
    return form, mask | WordClass.LETTER if first.isalpha() else mask


# Most words are of the same few classes: one tuple of each takes less memory and is nearer.
_ALONE: dict[tuple[int, ...], tuple[int, ...]] = {}


# No token reaches across a space, and most of what stands between two spaces comes again; so do words before a mark.
_CHUNKS = Memo(chunk)
_TOKENS = Memo(token_of, 20_000)


def _masks(text: str, forms: tuple[str, ...], whole: tuple[int, ...]) -> tuple[int, ...]:
    """Word classes token by token; where the words around make a noun of it, a word is no verb."""
    masks: list[int] | None = None
    shouting: bool | None = None
    for at, mask in enumerate(whole):
        if not mask & VERB_CLASSES or not at:
            continue
        before = forms[at - 1]
        noun = before in DETERMINERS
        if not noun and mask & WordClass.CAPITAL and before not in STARTERS:
            if shouting is None:
                shouting = _shouts(text)
            noun = not shouting
        if noun:
            if masks is None:
                masks = list(whole)
            masks[at] = mask & ~VERB_CLASSES
    return whole if masks is None else tuple(masks)


def _shouts(text: str) -> bool:
    """Whether every word is in capitals."""
    return all(raw == raw.upper() for raw in split_words(straighten(text)))


def _quoted(text: str, forms: tuple[str, ...], inside: bool) -> tuple[bool, ...]:
    if "'" in forms:
        return _quoted_either_way(text, forms, inside)
    flags: list[bool] = []
    # Double marks are tokens wherever they stand, so that tokens and characters come in the same order.
    for mark in _DOUBLE.findall(text):
        before = forms.index('"', len(flags)) - len(flags)
        flags += [inside] * before
        flags.append(False)
        inside = _opens_double(mark, inside)
    flags += [inside] * (len(forms) - len(flags))
    return tuple(flags)


def _quoted_either_way(text: str, forms: tuple[str, ...], inside: bool) -> tuple[bool, ...]:
    single = False
    flags: list[bool] = []
    for form, start in zip(forms, token_starts(text), strict=True):
        if form == '"':
            inside = _opens_double(text[start], inside)
            flags.append(False)
        elif form == "'":
            single = not single and opens(text, start)
            flags.append(False)
        else:
            flags.append(inside or single)
    return tuple(flags)


def _opens_double(mark: str, inside: bool) -> bool:
    return mark in OPENING or (mark not in CLOSING and not inside)


def opens(text: str, at: int) -> bool:
    """Whether a single quotation mark that is a token of its own can open a quotation.

    Args:
        text: A sentence, or what stands between two spaces of it.
        at: Where the mark stands.

    Returns:
        False where it can only close one: behind a word, or before something else than a letter.
    """
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([—") and after.isalpha()
