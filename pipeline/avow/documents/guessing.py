"""The encoding of text that is not UTF-8, by what its bytes would say."""

from __future__ import annotations

import re

from avow.documents.decoding import line_of
from avow.documents.telling import log
from avow.errors import InputError

_SAMPLE = 1 << 18
_REPLACEMENT = "\ufffd".encode()
_FOREIGN = 0.3
"""Up to what share of the letters of Latin text have an accent or are none of ASCII's."""
_IN_WORD = re.compile(r"[^\W\d_][¹²³¼½¾¿¡¤¦¨¬¯±µ¶×÷][^\W\d_]|[a-z][À-ÖØ-ÞŠŒŽŸ](?![a-z]{2})|[À-ÖØ-öø-ÿ]{4}")
"""What Latin text does not have: a mark inside a word, a capital at the end of one, four accents on end."""
_SINGLE_BYTE = ["mac_roman", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "koi8_r"]
_SAID: set[str] = set()
"""Encodings of which it has been said that text was taken for them."""


def decode_by_guess(data: bytes, where: str, error: UnicodeDecodeError) -> str:
    """The text in bytes that are not UTF-8.

    Args:
        data: The bytes.
        where: What to call them in messages.
        error: Why they are not UTF-8.

    Returns:
        The text.

    Raises:
        InputError: They are UTF-8 but for a few bytes, or no encoding fits.
    """
    begin = max(0, error.start - _SAMPLE // 2)
    codec = guess_codec(data[begin : begin + _SAMPLE], line_of(data, error.start, where))
    try:
        return data.decode(codec)
    except UnicodeError as wrong:
        raise InputError(
            f"wrong encoding: not UTF-8, and not {codec} throughout, as was guessed",
            where=where,
            remedy="name the encoding with --encoding",
            reason="encoding",
        ) from wrong


def guess_codec(sample: bytes, where: str) -> str:
    """The encoding of text that is not UTF-8.

    Text in Latin letters is taken for Windows-1252 where it then has nothing but letters beside its letters: of a few
    bytes above 127 a detector by frequencies can tell Norwegian from Polish only by luck, and most English text that is
    not UTF-8 is in that encoding. All else is left to the detector. The first guess of each encoding is a warning.

    Args:
        sample: The bytes, or enough of them.
        where: What to call them in messages.

    Returns:
        The name of a codec.

    Raises:
        InputError: The sample is UTF-8 but for a few bytes, or no encoding fits.
    """
    broken = damage(sample)
    if broken:
        raise InputError(
            f"wrong encoding: UTF-8, but {broken} of its characters {'is' if broken == 1 else 'are'} broken",
            where=where,
            expected="UTF-8 throughout",
            remedy="repair it, or name its encoding with --encoding",
            reason="encoding",
        )
    codec = "cp1252" if _reads_as_latin(sample) else _by_frequencies(sample, where)
    tell = log().info if codec in _SAID else log().warning
    _SAID.add(codec)
    tell("%s: not UTF-8; read as %s by guess; if letters are wrong, name --encoding", where, codec)
    return codec


def damage(sample: bytes) -> int:
    """How many characters are broken in UTF-8, of which most are whole.

    Args:
        sample: Bytes that are not UTF-8.

    Returns:
        Their number; 0 where the sample is in another encoding, read in which all its whole characters would be wrong.
    """
    text = sample.decode("utf-8", "replace")
    broken = max(1, text.count("\ufffd") - sample.count(_REPLACEMENT))
    whole = sum(not char.isascii() and char != "\ufffd" for char in text)
    return broken if whole >= broken else 0


def _reads_as_latin(sample: bytes) -> bool:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    letters = sum(map(str.isalpha, text))
    strange = sum(char.isalpha() and not char.isascii() for char in text)
    return strange <= _FOREIGN * letters and not _IN_WORD.search(text)


def _by_frequencies(sample: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    # Among a few bytes above 127 a detector sees any script of the East.
    mostly_ascii = sum(byte > 127 for byte in sample) <= _FOREIGN * len(sample)
    best = from_bytes(sample, cp_isolation=_SINGLE_BYTE if mostly_ascii else None, cp_exclusion=["cp1252"]).best()
    if best is None:
        raise InputError(
            "wrong encoding: not UTF-8, and no other encoding fits",
            where=where,
            remedy="name the encoding with --encoding",
            reason="encoding",
        )
    return best.encoding
