"""Markdown marks and the main text of HTML pages."""

from __future__ import annotations

import re
from collections.abc import Sized
from dataclasses import replace
from itertools import islice
from typing import Any

from avow.documents.decoding import without_surrogates
from avow.documents.furniture import Cover
from avow.documents.telling import note
from avow.errors import InputError
from avow.records import Document, Furniture, FurnitureKind

_FENCE = re.compile(r"^[ ]{0,3}(```+|~~~+)[^\n]*$", re.MULTILINE)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t][^\n]*$", re.MULTILINE)
_WHOLE = re.compile(
    r"^[ \t]*(?:!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)|[-*_]([ \t]*[-*_]){2,}|"
    r"[=-]{3,}|\[[^\]\n]{1,100}\]:[^\n]*|\|[ \t:|-]{3,})[ \t]*$",
    re.MULTILINE,
)
_PREFIX = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,3}[.)][ \t]+|>[ \t]?)", re.MULTILINE)
_FRONT = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n){0,60}?---[ \t]*(?:\n|\Z)")
_STYLE = "concat(';', translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\n\r', 'abcdefghijklmnopqrstuvwxyz'))"
# A page that its script shows only when it is ready is read all the same, and so is an article that a saved page has
# behind an open dialogue.
_HIDDEN = (
    f"//*[not(self::html or self::body)][@hidden or contains({_STYLE}, ';display:none')"
    f" or contains({_STYLE}, ';visibility:hidden')"
    " or (@aria-hidden='true' and not(descendant-or-self::main or descendant-or-self::article))]"
)
_MAY_HIDE = re.compile(r"hidden|display\s*:\s*none", re.IGNORECASE)
_LARGEST_PAGE = 64 << 20
_DEEPEST = 2000
_NESTING = frozenset(
    {"div", "span", "table", "tbody", "tr", "td", "ul", "ol", "li", "section", "article", "blockquote"}
    | {"b", "i", "em", "font", "p", "a"}
)
_MOST_ATTRIBUTES = 2000
# A tag of so many either goes on for long or has a value with the mark in it that would end it.
_MAY_BE_CROWDED = re.compile(
    rf"<[a-z][^>]{{{2 * _MOST_ATTRIBUTES}}}|=\s*(?:\"[^\">]*|'[^'>]*)>", re.IGNORECASE | re.ASCII
)
_OPENING = re.compile(rf"<(?:{'|'.join(sorted(_NESTING))})\b", re.IGNORECASE | re.ASCII)
_PART = 1 << 16
_MARK = r"[-/.]\s?"
"""What stands between the numbers of a date."""


def mark_markdown(document: Document) -> Document:
    """Mark headings, fences, rules, pictures and the bullets of lists.

    Args:
        document: A document whose text is Markdown.

    Returns:
        It with furniture; its first heading as title where it had none.
    """
    # Line ends of other systems become one of the same length, so that offsets hold.
    text = document.text.replace("\r\n", " \n").replace("\r", "\n")
    found: list[Furniture] = []
    cover = Cover(text)

    def mark(kind: FurnitureKind, start: int, end: int) -> None:
        end -= document.text[start:end].endswith("\r")
        if cover.take(start, end):
            found.append(Furniture(kind, start, end))

    if front := _FRONT.match(text):
        mark(FurnitureKind.MARKUP, 0, front.end())
    fences = list(_FENCE.finditer(text))
    for opening, closing in zip(fences[::2], [*fences[1::2], None], strict=False):
        mark(FurnitureKind.MARKUP, opening.start(), closing.end() if closing else len(text))
    headings = list(_HEADING.finditer(text))
    for match in headings:
        mark(FurnitureKind.HEADLINE, match.start(), match.end())
    for match in _WHOLE.finditer(text):
        mark(FurnitureKind.MARKUP, match.start(), match.end())
    for match in _PREFIX.finditer(text):
        mark(FurnitureKind.MARKUP, match.start(), match.end())
    title = document.title or (headings[0][0].strip("# \t") if headings else "")
    return replace(document, title=title, furniture=tuple(sorted(found, key=lambda item: item.start)))


def read_html(page: str, name: str, *, facts: bool = True) -> Document:
    """The main text of a page; nothing that it links to is fetched.

    Args:
        page: The page, decoded.
        name: What the document is called.
        facts: Whether title, site and date are looked for, which takes four fifths of the time.

    Returns:
        A document whose text is the extracted main text without elements that the page hides, paragraphs separated by
        blank lines. Its date is as exact as the page is: a day, a month (``2021-03``), or none for a year alone.

    Raises:
        InputError: The page is too large or too deeply nested, has a tag of too many attributes, or holds no main text.
    """
    if len(page) > _LARGEST_PAGE:
        raise InputError(f"a page of {len(page)} characters", where=name, expected=f"at most {_LARGEST_PAGE}")
    if excess := _excess(page):
        raise InputError(excess, where=name, remedy="extract its text first")
    found = _extract(page, facts)
    text = "" if found is None else found.text or ""
    if not text.strip():
        raise InputError(
            "empty: no main text found in the page",
            where=name,
            remedy="save the article's text and read that",
            reason="empty",
        )
    text = "\n\n".join(line.strip() for line in text.splitlines() if line.strip())
    date = _as_stated(found.date or "", page)
    if date:
        note("%s: date %s taken from the page", name, date)
    return Document(
        name,
        without_surrogates(text, name),
        title=found.title or "",
        source=found.sitename or found.hostname or "",
        date=date,
    )


def _as_stated(date: str, page: str) -> str:
    """A date as far as a page states it: the extraction puts the first for a day and a month that are not there.

    Of a year alone, such as that of a copyright notice, it cannot be said whether anything was published in it.
    """
    if not date.endswith("-01"):
        return date
    year, month = date[:4], int(date[5:7])
    numbers = rf"(?<!\d)0?(?:1{_MARK}0?{month}|{month}{_MARK}0?1){_MARK}"
    days = (
        rf"{year}\D{{0,2}}{month:02}\D{{0,2}}01",
        rf"{year}\D{{1,2}}0?{month}\D{{1,2}}0?1(?!\d)",
        rf"{numbers}{year}",
        # With points a year of two digits would be a part of version numbers.
        rf"{numbers.replace(_MARK, '/')}{year[2:]}(?!\d)",
        rf"(?<!\d)01\.{month:02}\.{year[2:]}(?!\d)",
        # A month in words, whatever the language.
        rf"(?<!\d)0?1(?!\d)[^\d<>]{{1,30}}{year}",
    )
    if any(re.search(day, page) for day in days):
        return date
    if month > 1 or re.search(rf"{year}[-/.]0?1(?!\d)|(?<!\d)0?1[-/.]{year}", page):
        return date[:7]
    return ""


def _extract(page: str, facts: bool) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(
        page,
        with_metadata=facts,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        prune_xpath=_HIDDEN if _MAY_HIDE.search(page) else None,
    )


class _TooMuchError(Exception):
    pass


class _Tags:
    """Follows the elements that pages nest, as they begin and end, and counts the attributes of each."""

    def __init__(self) -> None:
        self._depth = 0

    def start(self, tag: str, attributes: Sized) -> None:
        self._depth += tag in _NESTING
        if self._depth > _DEEPEST:
            raise _TooMuchError(f"tags nested more than {_DEEPEST} deep")
        if len(attributes) > _MOST_ATTRIBUTES:
            raise _TooMuchError(f"a tag of more than {_MOST_ATTRIBUTES} attributes")

    def end(self, tag: str) -> None:
        self._depth -= tag in _NESTING

    def close(self) -> None:
        return None


def _excess(page: str) -> str:
    """What a page has more of than is safe, as the parser takes it that the extraction uses; nothing where it is safe.

    It ends elements whose end tags are left out (``p``, ``li``, ``td``) and passes over end tags of what was not open,
    so that counting tags says nothing. A tree of elements it makes in the square of the attributes of one; here, where
    it makes none, their number costs nothing.
    """
    nested = sum(1 for _ in islice(_OPENING.finditer(page), _DEEPEST + 1)) > _DEEPEST
    if not nested and not _MAY_BE_CROWDED.search(page):
        return ""
    from lxml.etree import HTMLParser, LxmlError

    parser = HTMLParser(target=_Tags(), huge_tree=True)
    try:
        # In parts, so that a hostile page is left where it becomes too much.
        for at in range(0, len(page), _PART):
            parser.feed(page[at : at + _PART])
        parser.close()
    except _TooMuchError as error:
        return str(error)
    except LxmlError:
        # What the extraction makes of a page that cannot be parsed is its own affair.
        return ""
    return ""
