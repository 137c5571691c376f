"""Opening and writing files: the only modules that do.

Readers stream and keep line numbers; what is written is whole or not written at all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from avow.storage.digests import digest_bytes, digest_file
    from avow.storage.encoding import clean, encode
    from avow.storage.locking import lock
    from avow.storage.ranges import open_range, read_range
    from avow.storage.reading import json_fault, open_binary, read_bytes, read_json, read_jsonl, read_text, unreadable
    from avow.storage.streams import open_stream
    from avow.storage.tables import csv_table
    from avow.storage.targets import ensure_absent, ensure_apart, ensure_new, ensure_writable
    from avow.storage.writing import atomic_writer, write_bytes, write_json, write_jsonl, write_text

__all__ = [
    "atomic_writer",
    "clean",
    "csv_table",
    "digest_bytes",
    "digest_file",
    "encode",
    "ensure_absent",
    "ensure_apart",
    "ensure_new",
    "ensure_writable",
    "json_fault",
    "lock",
    "open_binary",
    "open_range",
    "open_stream",
    "read_bytes",
    "read_json",
    "read_jsonl",
    "read_range",
    "read_text",
    "unreadable",
    "write_bytes",
    "write_json",
    "write_jsonl",
    "write_text",
]

_HOMES = {
    "atomic_writer": "writing",
    "clean": "encoding",
    "csv_table": "tables",
    "digest_bytes": "digests",
    "digest_file": "digests",
    "encode": "encoding",
    "ensure_absent": "targets",
    "ensure_apart": "targets",
    "ensure_new": "targets",
    "ensure_writable": "targets",
    "json_fault": "reading",
    "lock": "locking",
    "open_binary": "reading",
    "open_range": "ranges",
    "open_stream": "streams",
    "read_bytes": "reading",
    "read_json": "reading",
    "read_jsonl": "reading",
    "read_range": "ranges",
    "read_text": "reading",
    "unreadable": "reading",
    "write_bytes": "writing",
    "write_json": "writing",
    "write_jsonl": "writing",
    "write_text": "writing",
}


def __getattr__(name: str) -> Any:
    # Labelling a sentence reads two files and writes none: a module is imported when a name of it is first used.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"avow.storage.{_HOMES[name]}"), name)
    return value
