"""The furniture of a page: what stands around the body and is no sentence of it.

Rules look at whole lines of a text that has several; a text of one line is all body. A line that ends like a sentence
is furniture only where a rule names it or the page repeats it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from avow.records import Document, Furniture, FurnitureKind

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TERMINAL = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
_DATELINE = re.compile(
    rf"(?:(?:published|updated|posted|last updated|last modified|first published)(?: on| at)?:? )?{_DATE}"
    r"(?:[ ,|·@-]{1,3}(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?)?\Z",
    re.IGNORECASE,
)
_PLACE_LINE = re.compile(
    r"[A-Z][A-Z .'-]{2,40},? (?:\([A-Za-z. /]{2,20}\)|[A-Z][a-z]{2,8}\.? \d{1,2}(?: \([A-Za-z. /]{2,20}\))?)(?: [—–-]{1,2})?\Z"
)
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|Text by|Story by|Reporting by|Written by) (?:[A-Z][\w.'’-]*+,? ?(?:and |in )?){1,8}(?:\| .{0,60})?\Z"
)
_CREDIT = re.compile(
    r"(?:(?:photo|image|picture|photograph|illustration|video|graphic)s?(?: credit)?s?(?: by)?|credits?|photographer)\s?[:/©]\s?.{1,120}\Z"
    r"|\(?(?:AP|AFP|EPA|Reuters|Getty(?: Images)?) ?(?:Photo|Images?)?\s?/ ?.{1,80}\Z|(?:photo|image|picture) (?:by|courtesy of|via) .{1,100}\Z",
    re.IGNORECASE,
)
_NAVIGATION = frozenset(
    [
        "recent features",
        "read more",
        "read next",
        "related",
        "related articles",
        "related stories",
        "related content",
        "related topics",
        "related news",
        "advertisement",
        "advertisements",
        "sponsored",
        "sponsored content",
        "most read",
        "most popular",
        "most viewed",
        "trending",
        "trending now",
        "share",
        "share this",
        "share this article",
        "share this story",
        "tweet",
        "print",
        "print this page",
        "email this",
        "comments",
        "leave a comment",
        "add a comment",
        "view comments",
        "post a comment",
        "home",
        "menu",
        "search",
        "log in",
        "sign in",
        "subscribe",
        "subscribe now",
        "sign up",
        "newsletter",
        "newsletters",
        "skip to content",
        "skip to main content",
        "continue reading",
        "continue reading below",
        "keep reading",
        "see also",
        "latest",
        "latest news",
        "latest stories",
        "top stories",
        "editor's picks",
        "editors' picks",
        "follow us",
        "back to top",
        "next article",
        "previous article",
        "contact us",
        "about us",
        "privacy policy",
        "terms of use",
        "terms and conditions",
        "cookie policy",
        "more stories",
        "more news",
        "you may also like",
        "recommended",
        "recommended for you",
        "recommended stories",
        "download",
        "listen",
        "listen to this article",
        "watch live",
        "live updates",
        "tags",
        "topics",
        "categories",
        "in this section",
        "story continues below advertisement",
        "article continues below",
        "click here",
        "loading",
        "save",
        "copy link",
        "facebook",
        "twitter",
        "whatsapp",
        "in pictures",
        "photo gallery",
        "gallery",
        "recent posts",
        "popular posts",
        "archives",
        "support us",
        "donate",
    ]
)
_NAVIGATION_OPENING = re.compile(
    r"(?:read more|read also|also read|see also|related|more on this|more from|sign up (?:for|to)|subscribe to|follow us on|"
    r"share on|share this|tags|filed under|topics|click here to|watch:|©|copyright|\(c\) \d{4}|all rights reserved)\b.{0,120}\Z",
    re.IGNORECASE,
)
_LONGEST_HEADLINE = 200
_SECTION_WORDS = 4
_HEADLINE_WORDS = 18
_CROSSHEAD_WORDS = 8


class Cover:
    """Which characters of a text are furniture, so that no two pieces of it overlap.

    Args:
        text: The text.
        furniture: What is furniture already.
    """

    def __init__(self, text: str, furniture: Sequence[Furniture] = ()) -> None:
        self._taken = bytearray(len(text))
        for item in furniture:
            self.take(item.start, item.end)

    def take(self, start: int, end: int) -> bool:
        """Take a stretch of the text, if all of it is free.

        Args:
            start: Where it starts.
            end: Where it ends.

        Returns:
            Whether it was free and holds anything.
        """
        if end <= start or self._taken.find(1, start, end) >= 0:
            return False
        self._taken[start:end] = b"\1" * (end - start)
        return True


def mark_furniture(document: Document) -> Document:
    """The document with its furniture marked; its text stays as it is.

    Args:
        document: A document; furniture that is marked already stays.

    Returns:
        The document, or an equal one with furniture.
    """
    text = document.text
    if "\n" not in text and "\r" not in text and "\u2028" not in text:
        return document
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    if len(lines) < 2:
        return document
    cover = Cover(text, document.furniture)
    plain = [" ".join(match[0].split()) for match in lines]
    kinds = _kinds(text, lines, plain, document.title)
    if all(kind is not None for kind in kinds):
        return document
    found = list(document.furniture)
    for match, kind in zip(lines, kinds, strict=True):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.start() + len(match[0].rstrip())
        if kind is not None and cover.take(start, end):
            found.append(Furniture(kind, start, end))
    return replace(document, furniture=tuple(sorted(found, key=lambda item: item.start)))


def _kinds(text: str, lines: Sequence[re.Match[str]], plain: Sequence[str], title: str) -> list[FurnitureKind | None]:
    counts = Counter(line.casefold() for line in plain)
    kinds = [_by_itself(line) or _repeated(line, counts[line.casefold()], title) for line in plain]
    for at, kind in enumerate(kinds):
        if kind is FurnitureKind.CREDIT and at and _adjacent(text, lines[at - 1], lines[at]):
            if kinds[at - 1] is not None or not _TERMINAL.search(plain[at - 1]):
                kinds[at - 1] = FurnitureKind.CAPTION
    _head(text, lines, plain, kinds)
    _crossheads(text, lines, plain, kinds)
    return kinds


def _by_itself(line: str) -> FurnitureKind | None:
    """What a line is by its own words."""
    if len(line) > _LONGEST_HEADLINE:
        return None
    key = line.casefold().strip(" :.»›>→|-*•").replace("’", "'")
    if key in _NAVIGATION or _NAVIGATION_OPENING.match(line):
        return FurnitureKind.NAVIGATION
    if _CREDIT.match(line):
        return FurnitureKind.CREDIT
    if _DATELINE.match(line) or _PLACE_LINE.match(line):
        return FurnitureKind.DATELINE
    if _BYLINE.match(line) and not line.endswith((".", "!", "?")):
        return FurnitureKind.BYLINE
    return None


def _repeated(line: str, count: int, title: str) -> FurnitureKind | None:
    """A line that the page says again, or that is its title."""
    if len(line) > _LONGEST_HEADLINE:
        return None
    if title and line.casefold() == " ".join(title.split()).casefold():
        return FurnitureKind.HEADLINE
    if count > 1 and not _TERMINAL.search(line) and line[:1].isupper():
        return FurnitureKind.HEADLINE if len(line.split()) >= _SECTION_WORDS else FurnitureKind.SECTION
    return None


def _head(text: str, lines: Sequence[re.Match[str]], plain: Sequence[str], kinds: list[FurnitureKind | None]) -> None:
    """Labels and the headline above the body: short lines that stand alone and do not end like sentences."""
    body_follows = any(_TERMINAL.search(line) and len(line.split()) > _SECTION_WORDS for line in plain)
    if not body_follows:
        return
    for at, line in enumerate(plain[:-1]):
        if kinds[at] is not None:
            continue
        words = len(line.split())
        if _TERMINAL.search(line) or words > _HEADLINE_WORDS or not _alone(text, lines, at) or not line[:1].isupper():
            return
        kinds[at] = FurnitureKind.SECTION if words < _SECTION_WORDS else FurnitureKind.HEADLINE


def _crossheads(
    text: str, lines: Sequence[re.Match[str]], plain: Sequence[str], kinds: list[FurnitureKind | None]
) -> None:
    """Headings within the body: few words between blank lines, without the mark that ends a sentence."""
    for at in range(1, len(plain) - 1):
        line = plain[at]
        if kinds[at] is None and len(line.split()) <= _CROSSHEAD_WORDS and line[:1].isupper():
            if not _TERMINAL.search(line) and line[-1].isalnum() and _alone(text, lines, at):
                if _TERMINAL.search(plain[at - 1]) and not plain[at - 1].endswith((":", ",", ";")):
                    kinds[at] = FurnitureKind.SECTION


def _alone(text: str, lines: Sequence[re.Match[str]], at: int) -> bool:
    before = at == 0 or not _adjacent(text, lines[at - 1], lines[at])
    return before and (at + 1 == len(lines) or not _adjacent(text, lines[at], lines[at + 1]))


def _adjacent(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether no blank line stands between two lines."""
    gap = text[first.end() : second.start()].replace("\r\n", "\n")
    return gap.count("\n") + gap.count("\r") + gap.count("\u2028") <= 1 and "\u2029" not in gap
