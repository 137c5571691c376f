"""The text of pages, decoded as browsers do it."""

from __future__ import annotations

import codecs
import re

from avow.documents.decoding import detected, is_wide, refuse_binary, strict, told_codec
from avow.documents.guessing import damage
from avow.documents.telling import log

# What browsers take the labels of pages for, by Python's names of what the labels say (https://encoding.spec.whatwg.org):
# many pages name an encoding and are written in a larger one. No other codec is opened by what a page says.
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-16-le",
}
_OF_PAGES = re.compile(
    r"utf-8|utf-16-[bl]e|cp(?:125\d|866|874|932|949)|iso8859-\d+|koi8-[ru]|mac-roman|gb18030|big5hkscs|euc_jp|iso2022_jp"
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s{0,20}=\s{0,20}[\"']?([\w:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096


def decode_html(data: bytes, where: str, charset: str | None = None) -> str:
    """The text of a page, decoded as browsers do it.

    A byte order mark counts first, then what the server says, then what the page declares, then what the bytes tell.
    A label that the bytes contradict is passed over.

    Args:
        data: The page.
        where: What to call it in messages.
        charset: The label in the header of the response, where there is one.

    Returns:
        The page without a byte order mark. Where only a label fits that is not UTF-8's, and in damaged UTF-8, bytes
        that it does not know are U+FFFD.

    Raises:
        InputError: The page begins as binary data do, or no encoding fits.
    """
    marked = told_codec(data, where, None)
    declared = _DECLARED.search(data[:_HEAD])
    labels = (charset, declared[1].decode("ascii", "replace") if declared else None)
    told = [codec for label in labels if label and (codec := _browsers_codec(label, data))]
    if not any(map(is_wide, (marked,) if marked else told)):
        refuse_binary(data[:_HEAD], where)
    if marked:
        return strict(data, where, marked)
    for codec in dict.fromkeys((*told, "utf-8")):
        try:
            return data.decode(codec)
        except UnicodeError:
            log().info("%s: cannot be decoded as %s", where, codec)
    legacy = next((codec for codec in told if codec != "utf-8"), None)
    if legacy is None and damage(data):
        legacy = "utf-8"
    return detected(data, where) if legacy is None else data.decode(legacy, "replace")


def _browsers_codec(label: str, data: bytes) -> str | None:
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    codec = _LARGER.get(name, name)
    if codec.startswith("utf-16") and data[:2].count(0) != 1:
        # Of the two bytes of a mark or a blank, with which pages begin, one is NUL.
        return "utf-8"
    return codec if _OF_PAGES.fullmatch(codec) else None
