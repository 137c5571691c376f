"""Reading, decompressing and writing files."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import stat
import sys
import types
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import zstandard

from avow.errors import InputError, OutputError
from avow.storage import (
    atomic_writer,
    clean,
    digest_bytes,
    digest_file,
    encode,
    ensure_absent,
    lock,
    open_range,
    open_stream,
    read_json,
    read_jsonl,
    write_bytes,
    write_text,
)
from conftest import piped

TEXT = "Zwölf Tote.\nKeine Bekenner.\n".encode()


def test_a_range_is_a_stream_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"0123456789")
    with open_range(path, 2, 7) as stream:
        assert (stream.read(2), stream.tell(), stream.read(), stream.read(1)) == (b"23", 2, b"456", b"")
        assert (stream.seek(1), stream.read(2), stream.seek(-1, io.SEEK_END), stream.read()) == (1, b"34", 4, b"6")
    with open_range(path, 8, 20) as stream:
        assert stream.read() == b"89"


@pytest.mark.parametrize(
    "compress",
    [bytes, gzip.compress, bz2.compress, lzma.compress, zstandard.ZstdCompressor().compress],
    ids=["none", "gzip", "bz2", "lzma", "zstandard"],
)
def test_streams_are_decompressed_by_their_first_bytes(tmp_path: Path, compress: object) -> None:
    assert callable(compress)
    path = tmp_path / "story.bin"
    path.write_bytes(compress(TEXT))
    with open_stream(path) as stream:
        assert stream.read() == TEXT


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstandard.ZstdCompressor().compress])
def test_damaged_compression_is_told(tmp_path: Path, compress: object) -> None:
    assert callable(compress)
    path = tmp_path / "story.gz"
    data = compress(os.urandom(100_000))
    path.write_bytes(data[: len(data) // 2])
    with open_stream(path) as stream, pytest.raises(InputError, match="damaged"):
        while stream.read(1 << 16):
            pass


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstandard.ZstdCompressor().compress])
def test_a_look_at_a_compressed_file_shows_as_much_as_at_a_plain_one(tmp_path: Path, compress: object) -> None:
    assert callable(compress)
    path = tmp_path / "story.bin"
    data = os.urandom(300_000)
    path.write_bytes(compress(data))
    with open_stream(path) as stream:
        assert stream.peek(1) == data  # type: ignore[attr-defined]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstandard.ZstdCompressor().compress])
def test_a_compressed_pipe_is_told_by_its_beginning_whatever_its_first_write_holds(
    monkeypatch: pytest.MonkeyPatch, compress: object
) -> None:
    assert callable(compress)
    data = compress(TEXT)
    piped(monkeypatch, data[:1], data[1:4], data[4:])
    with open_stream(None) as stream:
        assert stream.read() == TEXT


def test_bytes_of_a_pipe_are_given_as_they_come_where_its_beginning_tells_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pipe = piped(monkeypatch, b"a first line\n", b"a second ", b"one\n", b"a third\n")
    with open_stream(None, lambda head: len(head) > 8) as stream:
        assert (stream.readline(), len(pipe.writes)) == (b"a first line\n", 3)
        assert (stream.readline(), len(pipe.writes)) == (b"a second one\n", 1)
        assert stream.read() == b"a third\n"
    pipe = piped(monkeypatch, b"a first line\n", b"a second one\n")
    with open_stream(None) as stream:
        assert stream.peek(1) == b"a first line\na second one\n"  # type: ignore[attr-defined]


def test_what_comes_before_a_damaged_place_is_given_first(tmp_path: Path) -> None:
    path = tmp_path / "story.gz"
    data = os.urandom(300_000)
    path.write_bytes(gzip.compress(data)[:-100_000])
    with open_stream(path) as stream:
        shown = stream.peek(1)  # type: ignore[attr-defined]
        assert len(shown) > 100_000 and data.startswith(shown) and stream.read(len(shown)) == shown
        for _ in range(2):
            with pytest.raises(InputError, match="damaged"):
                stream.read(1)


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zst"
    compressor = zstandard.ZstdCompressor(level=1).compressobj()
    with path.open("wb") as file:
        for _ in range(300):
            file.write(compressor.compress(bytes(1 << 20)))
        file.write(compressor.flush())
    with open_stream(path) as stream, pytest.raises(InputError, match="expands"):
        while stream.read(1 << 20):
            pass


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    write_text(path, "old")
    with pytest.raises(RuntimeError), atomic_writer(path) as stream:
        stream.write(b"new")
        raise RuntimeError
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]


def test_a_link_stays_one_and_what_it_names_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "file.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "far" / "file.txt")
    write_text(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "far" / "file.txt").read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    ensure_absent(path, overwrite=False)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    write_text(path, "whole")
    assert os.read(reader, 100) == b"whole"
    os.close(reader)
    assert path.is_fifo()


def test_a_full_disk_is_one_message(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        for size in (5_000, 50_000):
            message = r"out\.txt: cannot be written \(file too large\); check free space"
            with pytest.raises(OutputError, match=message), atomic_writer(tmp_path / "out.txt") as stream:
                for _ in range(3):
                    stream.write(bytes(size))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no device that is always full")  # noqa: PTH110
def test_a_device_that_is_full_is_one_message() -> None:
    with pytest.raises(OutputError, match=r"/dev/full: cannot be written \(no space left on device\)"):
        write_bytes(Path("/dev/full"), b"x")


def test_what_else_fails_while_a_file_is_written_is_not_told_as_its_failure(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("old")
    with pytest.raises(OSError, match="Too many open files"), atomic_writer(tmp_path / "out.txt") as stream:
        stream.write(b"new")
        raise OSError(24, "Too many open files")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_unwritable_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_text(tmp_path / "file" / "inside.txt", "x")


def test_json_lines_keep_line_numbers(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"a": 1}\n\n{"a": 2}\n{"a": \n')
    rows = read_jsonl(path)
    assert [next(rows), next(rows)] == [(1, {"a": 1}), (3, {"a": 2})]
    with pytest.raises(InputError, match=r"rows\.jsonl:4: not JSON \(Expecting value at column 7\)"):
        next(rows)


def test_broken_json_names_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1,\n "b" 2}')
    with pytest.raises(InputError, match=r"a\.json:2: not JSON \(Expecting ':' delimiter at column 6\)"):
        read_json(path)
    path.write_text('{"a": 1,\n "b": "2}')
    with pytest.raises(InputError, match=r"a\.json:2: not JSON \(Unterminated string starting at column 7\)"):
        read_json(path)


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_json(tmp_path / "none.json")


def test_digests_agree(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    # The digest of "abc" from FIPS 180-4.
    expected = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest_file(path) == digest_bytes(b"abc") == expected


def test_lone_surrogates_are_written_as_replacement_characters() -> None:
    assert encode("a\ud800b") == "a\ufffdb".encode()
    assert encode("naïve") == "naïve".encode()
    assert clean("a\ud800b\ud83d\ude00") == "a\ufffdb😀"
    assert clean("naïve") == "naïve"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1" * 5000, "not JSON .*4300"),
        ('{"a": NaN}', "NaN is no number"),
        ('{"a": -Infinity}', "-Infinity is no number"),
    ],
    ids=["digits", "nan", "infinity"],
)
def test_numbers_that_are_none_are_told(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text)
    with pytest.raises(InputError, match=rf"x\.json: .*{message}"):
        read_json(path)
    path.write_text(f'{{"a": {"1" * 5000}}}\n')
    with pytest.raises(InputError, match=r"x\.json:1: not JSON .*4300"):
        list(read_jsonl(path))


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes")
def test_threads_that_write_leave_the_mask_of_new_files_alone(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda number: write_bytes(tmp_path / str(number), b"x"), range(400)))
        assert os.umask(0o027) == 0o027
        assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o640}
    finally:
        os.umask(before)


def test_a_lock_holds_where_windows_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: set[int] = set()

    def locking(number: int, mode: int, count: int) -> None:
        inode = os.fstat(number).st_ino
        if (mode, count) != (2, 1) or os.lseek(number, 0, os.SEEK_CUR) or inode in held:
            raise PermissionError("permission denied")
        held.add(inode)

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", types.SimpleNamespace(locking=locking, LK_NBLCK=2))
    with lock(tmp_path / "lock") as first, lock(tmp_path / "lock") as second:
        assert (first, second) == (True, False)


def test_what_cannot_be_written_is_told_before_any_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    ensure_absent(tmp_path / "new" / "deep" / "a.json", overwrite=False)
    ensure_absent(tmp_path / "file", overwrite=True)
    with pytest.raises(OutputError, match=r"a\.json: cannot be written \(.*file is not a folder\)"):
        ensure_absent(tmp_path / "file" / "deep" / "a.json", overwrite=False)
    # Root may write anywhere but on a file system that is read-only.
    monkeypatch.setattr("os.access", lambda place, mode: False)
    with pytest.raises(OutputError, match=r"a\.json: cannot be written \(.* may not be written to\)"):
        ensure_absent(tmp_path / "deep" / "a.json", overwrite=True)
    for name in ("-", "./-", "-/report.md"):
        with pytest.raises(OutputError, match=r"^-.*: is standard output, where this cannot go; expected the name of"):
            ensure_absent(Path(name), overwrite=True, folder=True)
    for overwrite in (True, False):
        with pytest.raises(OutputError, match=r"is a folder; expected the name of a file"):
            ensure_absent(tmp_path, overwrite=overwrite)
    with pytest.raises(OutputError, match="exists already"):
        ensure_absent(tmp_path, overwrite=False, folder=True)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_why_a_file_cannot_be_written_is_told_where_nothing_can_be_removed_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(OutputError, match=r"a\.json: cannot be written \(read-only file system\)"):
        write_bytes(tmp_path / "a.json", b"")
