"""Which column of a table holds the text, and which ones what is known of a document beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from avow.documents.telling import log, note
from avow.documents.unusable import Unusable
from avow.errors import InputError

if TYPE_CHECKING:
    from avow.documents.reading import Reader

TEXT_COLUMNS = (
    "text",
    "sentence",
    "body",
    "content",
    "article",
    "maintext",
    "article_text",
    "full_text",
    "story",
    "message",
)
SENTENCE_COLUMNS = frozenset({"text", "sentence"})
"""Those of them that name nothing else; an article, a story or a message may also be the name of one."""
_FIELDS = {
    "id": ("id", "doc_id", "document_id", "document", "uuid", "guid"),
    "title": ("title", "headline"),
    "source": ("source", "outlet", "publisher", "url", "link"),
    "date": (
        "date",
        "published",
        "publication_date",
        "date_published",
        "published_at",
        "publishedat",
        "publish_date",
        "date_publish",
        "pub_date",
        "pubdate",
        "created_at",
        "datetime",
        "event_date",
        "time",
    ),
    "genre": ("genre",),
    # The Global Terrorism Database has a column for each part of a date.
    "year": ("iyear",),
    "month": ("imonth",),
    "day": ("iday",),
}
DATE_PARTS = ("year", "month", "day")
_NAMES = {"--text": "text", "--id": "identifier", "--date": "date"}
"""What the column holds that an option names."""
_TOLD = {
    "id": "identifier taken from column %s (name another with --id)",
    "date": "date taken from column %s (name another with --date)",
} | {part: f"{part} of the date taken from column %s (name one of whole dates with --date)" for part in DATE_PARTS}


def _say_guess(column: str, where: str) -> None:
    tell = note if column.lower() == TEXT_COLUMNS[0] else log().warning
    tell("%s: text taken from column %s (name another with --text)", where, column)


def _say_facts(columns: Mapping[str, str], where: str, said: set[str]) -> None:
    for attribute, column in columns.items():
        if column not in said:
            said.add(column)
            note(f"%s: {_TOLD.get(attribute, f'{attribute} taken from column %s')}", where, column)


def columns_of(
    reader: Reader, row: Mapping[str, Any], place: str, said: set[str], *, ragged: bool = False
) -> tuple[str, Mapping[str, str]]:
    """The columns that are used of a row and of those that are like it.

    Args:
        reader: How sources are read.
        row: The row.
        place: What to call it in messages.
        said: Columns whose guess has been said; those that are guessed are added.
        ragged: Whether rows differ in their columns, so that one may be without the identifier or the date.

    Returns:
        The column of the text, and column by attribute of a document.

    Raises:
        InputError: A column that was named is missing, that of the text cannot be guessed, or one of the columns
            stands twice.
    """
    for option, named in reader.named.items():
        if named not in row and not (ragged and option != "--text"):
            raise missing(named, row, place, option)
    column = reader.text or find_text_column(row, place)
    if reader.text is None and column not in said:
        said.add(column)
        _say_guess(column, place)
    columns = known_columns(row, column)
    if reader.identifier is not None:
        columns["id"] = reader.identifier
    if reader.date is not None:
        columns["date"] = reader.date
    if "date" in columns:
        for part in DATE_PARTS:
            columns.pop(part, None)
    said.update(reader.named.values())
    _say_facts(columns, place, said)
    for name in (column, *columns.values()):
        value = row.get(name)
        if isinstance(value, Unusable) and value.everywhere:
            raise value.error
    return column, columns


def no_columns(named: Mapping[str, str], where: str, form: str) -> InputError:
    """The message for a source that is no table where a column is named.

    Args:
        named: The columns that are named, by option.
        where: The source.
        form: Its format.

    Returns:
        The error to raise.
    """
    option = " ".join(next(iter(named.items())))
    return InputError(
        f"{form} has no columns",
        where=where,
        expected=f"a table, since {option} names a column",
        remedy=f"name its format with --input-format, or leave out {option}",
        reason="column",
    )


def find_text_column(row: Mapping[str, Any], where: str) -> str:
    """The column that holds the text.

    Args:
        row: A row.
        where: What to call it in messages.

    Returns:
        Its name.

    Raises:
        InputError: No column has a known name and holds more than a key, and more or less than one holds words.
    """
    lowered = {str(name).lower(): str(name) for name in row}
    known = [lowered[name] for name in TEXT_COLUMNS if name in lowered]
    for name in known:
        if name.lower() in SENTENCE_COLUMNS or not _is_key(row[name]):
            return name
    facts = set(known_columns(row, None).values()) if known else set()
    wordy = [str(name) for name, value in row.items() if holds_words(value) and name not in facts]
    if len(wordy) == 1:
        return wordy[0]
    if known and not wordy:
        return known[0]
    raise missing(TEXT_COLUMNS[0], row, where, "--text")


def holds_words(value: Any) -> bool:
    """Whether a value of a table may be a sentence.

    Args:
        value: The value.

    Returns:
        True for a string of more than three words.
    """
    return isinstance(value, str) and len(value.split()) > 3


def _is_key(value: Any) -> bool:
    """Whether a value is the name or the number of something rather than a text or a gap."""
    return len(value.split()) == 1 if isinstance(value, str) else isinstance(value, int)


def missing(column: str, row: Mapping[str, Any], where: str, option: str) -> InputError:
    """The message for a column that is not there.

    Args:
        column: Its name.
        row: A row.
        where: What to call the row.
        option: What names the column.

    Returns:
        The error to raise.
    """
    return InputError(
        f"no column {column}",
        where=where,
        expected=f"one of the columns there are: {', '.join(filter(None, map(str, row))) or 'none'}",
        remedy=f"name the column of the {_NAMES[option]} with {option}",
        reason="column",
    )


def known_columns(row: Mapping[str, Any], text: str | None) -> dict[str, str]:
    """The columns that hold what is known of a document beside its text.

    Args:
        row: A row.
        text: The column of the text.

    Returns:
        Column by attribute of a document.
    """
    lowered = {str(name).lower(): str(name) for name in row}
    found: dict[str, str] = {}
    for attribute, names in _FIELDS.items():
        for name in names:
            if name in lowered and lowered[name] != text:
                found[attribute] = lowered[name]
                break
    return found
