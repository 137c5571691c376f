"""Text to UTF-8, with what UTF-8 has no bytes for."""

from __future__ import annotations


def encode(text: str) -> bytes:
    """A text in UTF-8.

    Args:
        text: Any text.

    Returns:
        Its bytes; a lone surrogate becomes U+FFFD.
    """
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")


def clean(text: str) -> str:
    """A text as it is read again where it has been written, for what writes text of its own accord.

    Args:
        text: Any text, such as the name of a file, which need not be text to the operating system.

    Returns:
        It with U+FFFD for a lone surrogate.
    """
    return text if text.isascii() else encode(text).decode("utf-8")
