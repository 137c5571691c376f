"""Digests of bytes and of files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from avow.storage.reading import unreadable

_CHUNK = 1 << 20


def digest_bytes(data: bytes) -> str:
    """The digest that manifests and gates use.

    Args:
        data: Any bytes.

    Returns:
        ``sha256:`` and 64 hexadecimal digits.
    """
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def digest_file(path: Path) -> str:
    """The digest of a file's bytes, read in pieces.

    Args:
        path: The file.

    Returns:
        ``sha256:`` and 64 hexadecimal digits.

    Raises:
        InputError: The file is missing or cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise unreadable(path, error) from error
    return f"sha256:{digest.hexdigest()}"
