"""Large corpora: shards, markers, resume, and what goes wrong on the way."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import logging
import lzma
import multiprocessing
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import tracemalloc
import types
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

import pytest

from avow import __version__, models, workers
from avow.documents import Reject, RejectLog, read
from avow.documents.lines import lines
from avow.errors import AvowError, InputError, MissingExtraError, ModelError, OutputError, UsageError
from avow.prediction import WRITERS, predict_documents
from avow.prediction.writers import row
from avow.records import Document, Label, Prediction, Sentence
from avow.scoring import Job, Run, cluster, shard
from avow.scoring.blocks import cut, rows
from avow.scoring.inputs import sources
from avow.scoring.markers import BESIDE
from avow.scoring.plan import plan
from avow.scoring.warc import pages
from avow.scoring.writers import json_line
from avow.storage import open_stream
from conftest import dying_worker
from test_cli import avow

TEXTS = [
    "The Front claimed responsibility for the bombing. It is a shabby, shameful disgrace.",
    "The council met on Tuesday.",
    'Nobody has claimed the attack, police said.\nA "quoted, odd" line follows.',
    "Überall naïve façades — they burned. We struck the depot last night.",
    "No group has claimed the blast.",
]


def corpus(folder: Path, count: int = 60) -> Path:
    path = folder / "news.jsonl"
    path.write_text("".join(json.dumps({"id": f"d{at}", "text": TEXTS[at % 5]}) + "\n" for at in range(count)))
    return path


def job(folder: Path, model: Path, **changes: object) -> Job:
    values: dict[str, object] = {"output": str(folder), "model": str(model), "form": "", "size": 800}
    return Job(**(values | changes))  # type: ignore[arg-type]


def score(source: Path | list[Path], task: Job, processes: int = 1, **options: bool) -> Run:
    run = Run(task, source if isinstance(source, list) else [source], **options)  # type: ignore[arg-type]
    for _ in run(processes):
        pass
    return run


def content(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("part-*")))


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def predicted(source: Path, model: Path, **options: object) -> bytes:
    stream = io.BytesIO()
    WRITERS["jsonl"](stream, predict_documents(models.load(model), read(source, **options)))
    return stream.getvalue()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("source"))


@pytest.fixture(scope="module")
def whole(source: Path, model_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that nothing disturbed."""
    folder = tmp_path_factory.mktemp("whole") / "out"
    score(source, job(folder, model_folder))
    return folder


def test_shards_joined_are_what_predict_writes(source: Path, whole: Path, model_folder: Path) -> None:
    assert len(list(whole.glob("part-*.jsonl"))) > 5
    assert content(whole) == predicted(source, model_folder)


def test_processes_and_shard_size_change_no_row(source: Path, whole: Path, model_folder: Path, tmp_path: Path) -> None:
    score(source, job(tmp_path / "two", model_folder), processes=2)
    assert everything(tmp_path / "two") == everything(whole)
    score(source, job(tmp_path / "large", model_folder, size=0))
    assert [path.name for path in (tmp_path / "large").glob("part-*")] == ["part-00000.jsonl"]
    assert content(tmp_path / "large") == content(whole)


def test_the_fast_line_of_json_is_the_slow_one() -> None:
    sentence = Sentence('a"b\\\n\u2028é', 3, 1, 7, 17, 'A "b" \t\x01é\ud800', True)
    for probabilities in [(0.1, 0.2, 0.7), (1.0, 0.0, 0.0), (1e-9, 1 / 3, 2 / 3)]:
        item = Prediction(sentence, Label.CLAIM, probabilities, unsure=True)
        assert json_line(item) == json.dumps(row(item), ensure_ascii=False) + "\n"


def csv_file(path: Path) -> Path:
    with path.open("w", newline="", encoding="utf-8-sig") as stream:
        writer = csv.writer(stream)
        writer.writerow(["id", "text"])
        writer.writerows((f"d{at}", TEXTS[at % 5]) for at in range(40))
    return path


def parquet_file(path: Path) -> Path:
    pytest.importorskip("pyarrow")
    import pyarrow
    import pyarrow.parquet

    table = pyarrow.table({"id": [f"d{at}" for at in range(40)], "text": [TEXTS[at % 5] for at in range(40)]})
    pyarrow.parquet.write_table(table, path, row_group_size=30)
    return path


def zipped(path: Path) -> Path:
    path.write_bytes(gzip.compress(corpus(path.parent, 40).read_bytes()))
    return path


def text_file(path: Path) -> Path:
    path.write_text("\n\n".join(TEXTS))
    return path


@pytest.mark.parametrize(
    ("make", "name", "suffix"),
    [
        (csv_file, "a.csv", ".csv"),
        (parquet_file, "a.parquet", ".parquet"),
        (zipped, "a.jsonl.gz", ".jsonl"),
        (text_file, "a.txt", ".txt"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_formats_in_and_out(
    make: Callable[[Path], Path], name: str, suffix: str, model_folder: Path, tmp_path: Path
) -> None:
    path = make(tmp_path / name)
    score(path, job(tmp_path / "own", model_folder))
    assert {item.suffix for item in (tmp_path / "own").glob("part-*")} == {suffix}
    score(path, job(tmp_path / "jsonl", model_folder, form="jsonl"))
    assert content(tmp_path / "jsonl") == predicted(path, model_folder)
    score(path, job(tmp_path / "packed", model_folder, form="jsonl.gz"))
    packed = sorted((tmp_path / "packed").glob("part-*.jsonl.gz"))
    assert b"".join(gzip.decompress(item.read_bytes()) for item in packed) == content(tmp_path / "jsonl")


def test_compressed_parquet_is_refused_with_what_to_do(model_folder: Path, tmp_path: Path) -> None:
    path = parquet_file(tmp_path / "items.parquet")
    path.write_bytes(gzip.compress(path.read_bytes()))
    (reject,) = score(path, job(tmp_path / "out", model_folder)).rejects.read_text().splitlines()
    assert "compressed Parquet, which cannot be divided into shards; decompress it" in json.loads(reject)["detail"]


def test_rows_of_csv_and_parquet_agree_with_json(model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow.parquet

    path = corpus(tmp_path)
    for form in ("jsonl", "csv", "parquet", "text"):
        score(path, job(tmp_path / form, model_folder, form=form))
    plain = [json.loads(line) for line in content(tmp_path / "jsonl").splitlines()]
    tables = [pyarrow.parquet.read_table(item) for item in sorted((tmp_path / "parquet").glob("part-*"))]
    assert [item["start"] for item in plain] == [value for table in tables for value in table["start"].to_pylist()]
    files = sorted((tmp_path / "csv").glob("part-*"))
    read_back = [item for file in files for item in csv.DictReader(io.StringIO(file.read_text(), newline=""))]
    assert [(item["document"], item["text"], item["label"]) for item in plain] == [
        (item["document"], item["text"], item["label"]) for item in read_back
    ]
    shown = [line.split("\t") for line in content(tmp_path / "text").decode().splitlines()]
    assert [item["label"] for item in plain] == [line[0] for line in shown]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("odd.jsonl", ['{"run": 7}', *(f'{{"text": "{text}"}}' for text in "ABC"), '{"body": "D", "id": "x"}']),
        ("odd.json", ['[{"run": 7}, 3, {"text": "A"}, {"body": "D", "id": "x"}]']),
        ("odd.csv", ["id;text;note;note", *(f"{at};One, two, three.;;" for at in range(40))]),
    ],
)
def test_tables_are_read_as_predict_reads_them(name: str, rows: list[str], model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("\n".join(rows) + "\n")
    log = RejectLog()
    expected = predicted(path, model_folder, reject=log)
    run = score(path, job(tmp_path / "out", model_folder, form="jsonl", size=100))
    assert content(tmp_path / "out") == expected != b""
    assert run.totals.rejects == log.counts


@pytest.mark.parametrize("name", ["news.csv", "news.jsonl", "news.parquet"])
def test_the_column_of_the_identifier_reaches_the_workers(
    name: str, model_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / name
    rows = [{"key": f"k{at}" if at % 9 else None, "text": TEXTS[at % 5]} for at in range(40)]
    if name == "news.csv":
        with path.open("w", newline="") as stream:
            table = csv.DictWriter(stream, ["key", "text"])
            table.writeheader()
            table.writerows(rows)
    elif name == "news.parquet":
        pytest.importorskip("pyarrow.parquet").write_table(__import__("pyarrow").Table.from_pylist(rows), path)
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    expected = predicted(path, model_folder, identifier="key")
    caplog.clear()
    out = tmp_path / "out"
    run = score(path, job(out, model_folder, form="jsonl", identifier="key"), processes=2)
    assert content(out) == expected and b'"document":"k39"' in expected.replace(b": ", b":")
    assert run.totals.nameless == 5 and caplog.messages == []
    assert json.loads((out / BESIDE / "run.json").read_text())["identifier"] == "key"
    with pytest.raises(OutputError, match="identifier: key there, none here"):
        score(path, job(out, model_folder, form="jsonl"))


def test_folder_of_pages_keeps_order_and_counts_rejects(model_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for at, text in enumerate(TEXTS):
        (folder / f"{at}.txt").write_text(text)
    (folder / "1b.txt").write_bytes(b"")
    (folder / "3b.txt").write_bytes(b"%PDF-1.7")
    run = score(folder, job(tmp_path / "out", model_folder, form="jsonl", size=100))
    documents = [json.loads(line)["document"] for line in content(tmp_path / "out").splitlines()]
    assert list(dict.fromkeys(documents)) == [str(folder / f"{at}.txt") for at in range(5)]
    assert run.totals.rejects == {"empty": 1, "binary": 1}
    listed = [json.loads(line) for line in run.rejects.read_text().splitlines()]
    assert [(Path(item["where"]).name, item["reason"]) for item in listed] == [
        ("1b.txt", "empty"),
        ("3b.txt", "binary"),
    ]


def test_line_numbers_in_shards_are_those_of_the_file(model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": "The council met."})
    path.write_text("\n".join([good, "", "{broken", *[good] * 30, json.dumps({"other": 1}), good]) + "\n")
    run = score(path, job(tmp_path / "out", model_folder, size=200))
    names = [json.loads(line)["document"].rpartition("#")[2] for line in content(tmp_path / "out").splitlines()]
    assert names == [str(at) for at in (1, *range(4, 34), 35)]
    assert [json.loads(line)["where"] for line in run.rejects.read_text().splitlines()] == [f"{path}:3", f"{path}:34"]
    table = csv_file(tmp_path / "a.csv")
    table.write_text("name,text\n" + 'x,"two\nlines"\ny,,too many\n' + "z,One line here.\n" * 30)
    run = score(table, job(tmp_path / "csv", model_folder, size=100, form="jsonl"))
    names = [json.loads(line)["document"].rpartition("#")[2] for line in content(tmp_path / "csv").splitlines()]
    assert list(dict.fromkeys(names)) == [str(at) for at in (2, *range(5, 35))]
    assert json.loads(run.rejects.read_text())["where"] == f"{table}:4"


def test_selection_keeps_what_is_asked_for(source: Path, whole: Path, model_folder: Path, tmp_path: Path) -> None:
    every = [json.loads(line) for line in content(whole).splitlines()]
    score(source, job(tmp_path / "a", model_folder, select=(Label.CLAIM,)))
    found = [json.loads(line) for line in content(tmp_path / "a").splitlines()]
    assert found == [item for item in every if item["label"] == Label.CLAIM] and found
    run = score(source, job(tmp_path / "b", model_folder, select=(Label.CLAIM,), minimum=0.2))
    found = [json.loads(line) for line in content(tmp_path / "b").splitlines()]
    assert found == [item for item in every if item["probabilities"][Label.CLAIM] >= 0.2]
    assert run.totals.sentences == len(every) and run.totals.written == len(found)


KILLER = """
import os, pathlib, signal, sys
from avow.scoring import shard
kind, moment, *arguments = sys.argv[1:]
count = 0
def event(name):
    global count
    count += name == kind
    if count == int(moment):
        os.kill(os.getpid(), signal.SIGKILL)
replace = pathlib.Path.replace
def replacing(self, target):
    event("before")
    result = replace(self, target)
    event("after")
    return result
pathlib.Path.replace = replacing
documents = shard.predict_documents
def predicting(*given, **named):
    for item in documents(*given, **named):
        event("document")
        yield item
shard.predict_documents = predicting
sys.argv = ["avow", *arguments]
from avow.cli import main
main()
"""


def test_a_worker_is_ready_for_much_text_before_its_first_shard(model_folder: Path) -> None:
    # Sums of many at once differ in the last bit: what a process scored before must not show in the bytes.
    assert shard._model(str(model_folder))._bulk is not None


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
def test_killed_at_ten_moments_it_ends_with_the_same_bytes(
    source: Path, whole: Path, model_folder: Path, tmp_path: Path
) -> None:
    dice = random.Random(20)
    moments = [(dice.choice(["before", "after", "document"]), dice.randrange(1, 9)) for _ in range(10)]
    command = ["score", str(source), str(tmp_path / "out"), "--model", str(model_folder), "-p", "1"]
    command += ["--shard-size", "0.0008"]
    for kind, moment in moments:
        result = subprocess.run(
            [sys.executable, "-c", KILLER, kind, str(moment), *command], capture_output=True, check=False
        )
        assert result.returncode in {-signal.SIGKILL, 0}, result.stderr.decode()
    subprocess.run([sys.executable, "-m", "avow", *command], check=True, capture_output=True)
    assert content(tmp_path / "out") == content(whole)
    assert not list((tmp_path / "out").rglob("*.part"))


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
def test_interrupted_it_says_so_and_goes_on(source: Path, whole: Path, model_folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "avow", "score", str(source), str(tmp_path / "out"), "--model", str(model_folder)]
    command += ["--shard-size", "0.0008", "-p", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob("out/_avow/part-*")) and time.monotonic() < deadline:
        time.sleep(0.002)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=30)
    # A fast machine may be done before the signal comes.
    assert process.returncode == 0 or (process.returncode == 130 and "the same command goes on" in error)
    assert "Traceback" not in error
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "going on with the run that was here" in result.stderr
    assert content(tmp_path / "out") == content(whole)
    assert not list((tmp_path / "out").rglob("*.part"))


def test_a_shard_that_is_not_what_its_marker_says_is_made_again(
    source: Path, whole: Path, model_folder: Path, tmp_path: Path
) -> None:
    task = job(tmp_path / "out", model_folder)
    score(source, task)
    shards = sorted((tmp_path / "out").glob("part-*"))
    shards[0].write_bytes(shards[0].read_bytes()[:-5])
    shards[1].write_bytes(shards[1].read_bytes().replace(b"fact", b"FACT"))
    shards[2].unlink()
    (tmp_path / "out" / BESIDE / "part-00003.json").write_text("{")
    (tmp_path / "out" / ".part-00004.jsonl.abc.part").write_text("half")
    before = {path.name: path.stat().st_mtime_ns for path in shards[5:]}
    run = score(source, task)
    assert run.resumed and everything(tmp_path / "out") == everything(whole)
    assert {path.name: path.stat().st_mtime_ns for path in shards[5:]} == before


def test_an_output_of_other_parameters_is_left_alone(source: Path, model_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    score(source, job(out, model_folder, select=(Label.CLAIM,)))
    before = everything(out)
    with pytest.raises(OutputError, match=r"other parameters .select: .'claim-of-resp.* there, none here.*--overwrite"):
        score(source, job(out, model_folder))
    assert everything(out) == before
    score(source, job(out, model_folder, form="csv"), overwrite=True)
    assert {path.suffix for path in out.glob("part-*")} == {".csv"}
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="holds other files, for example notes"):
        score(source, job(tmp_path / "full", model_folder), overwrite=True)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    "name", ["part-time-work.txt", "part-1.csv", "part-00000-c4f1.parquet", "part-00000.orc", ".part-list", "_avow.txt"]
)
def test_a_file_that_only_begins_like_a_shard_is_left_alone(
    name: str, source: Path, model_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    score(source, job(out, model_folder, select=(Label.CLAIM,)))
    (out / name).write_text("mine")
    before = everything(out)
    with pytest.raises(OutputError, match=f"holds other files, for example {name}; choose an empty folder"):
        score(source, job(out, model_folder), overwrite=True)
    assert everything(out) == before and (out / name).read_text() == "mine"


def test_a_file_beside_the_claims_is_left_alone(source: Path, model_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    mine = out / "_claims" / "part-time-work.jsonl"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    score(source, job(out, model_folder), overwrite=True)
    score(source, job(out, model_folder, form="csv"), overwrite=True)
    assert mine.read_text() == "mine" and {path.suffix for path in out.glob("part-*")} == {".csv"}


def other_prior(folder: Path, copy: Path) -> Path:
    """A model with the same weights that knows documents otherwise."""
    if folder != copy:
        shutil.copytree(folder, copy)
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["data"]["prior"] = {"opinions": 0.3, "sentences": 7.0}
    del manifest["digest"]
    (copy / "manifest.json").write_text(json.dumps(manifest))
    return copy


def test_a_run_of_another_model_is_not_gone_on_with(source: Path, model_folder: Path, tmp_path: Path) -> None:
    score(source, job(tmp_path / "out", model_folder))
    before = everything(tmp_path / "out")
    with pytest.raises(OutputError, match=r"other parameters .model: sha256:.* there, sha256:.* here"):
        score(source, job(tmp_path / "out", other_prior(model_folder, tmp_path / "model")))
    assert everything(tmp_path / "out") == before
    same = Path(shutil.copytree(model_folder, tmp_path / "same"))
    manifest = json.loads((same / "manifest.json").read_text())
    del manifest["digest"]
    (same / "manifest.json").write_text(json.dumps(manifest | {"scores": {}, "versions": {}}))
    assert score(source, job(tmp_path / "out", same)).resumed


def test_the_model_is_named_as_another_one_only_where_it_is(source: Path, model_folder: Path, tmp_path: Path) -> None:
    other = other_prior(model_folder, tmp_path / "model")
    for claims in (True, False):
        out = tmp_path / f"claims-{claims}"
        score(source, job(out, model_folder, claims=claims))
        there = rf"other parameters \(claims: {claims} there, {not claims} here"
        with pytest.raises(OutputError, match=rf"{there}\)"):
            score(source, job(out, model_folder, claims=not claims))
        with pytest.raises(OutputError, match=rf"{there}; model: sha256:.* there, sha256:.* here\)"):
            score(source, job(out, other, claims=not claims))


@pytest.mark.parametrize("name", ["stances.bin", "circumstances.bin", "kinds.bin", "names.txt", "terms.tsv"])
def test_the_files_of_the_register_decide_its_records_alone(model_folder: Path, name: str) -> None:
    manifest = models.read_manifest(model_folder)
    other = manifest | {"files": manifest["files"] | {name: {"bytes": 1, "digest": "sha256:0"}}}
    changed = [
        models.deciding_digest(manifest, register=register) != models.deciding_digest(other, register=register)
        for register in (False, True)
    ]
    assert changed == {"names.txt": [True, True], "terms.tsv": [False, False]}.get(name, [False, True])


def test_a_model_that_is_replaced_during_a_run_stops_it(source: Path, model_folder: Path, tmp_path: Path) -> None:
    model = Path(shutil.copytree(model_folder, tmp_path / "model"))
    markers = Run(job(tmp_path / "out", model), [source])(1)
    next(markers)
    other_prior(model, model)
    with pytest.raises(ModelError, match=r"another model than when the run began; put it back"):
        next(markers)


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.parquet"])
def test_a_column_that_no_table_has_is_told_before_anything_is_written(
    model_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    path, other = tmp_path / name, tmp_path / "b.csv"
    rows_in = [{"id": f"d{at}", "wording": TEXTS[at % 2]} for at in range(4)]
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
        import pyarrow.parquet

        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows_in), path)
    elif name.endswith("csv"):
        path.write_text("id,wording\n" + "".join(f'{item["id"]},"{item["wording"]}"\n' for item in rows_in))
    else:
        path.write_text(json.dumps(rows_in) if name.endswith("json") else "\n".join(map(json.dumps, rows_in)))
    other.write_text("id,wordings\na,It rained on the town.\n")
    with pytest.raises(InputError, match=r"no column wordng; expected one of the columns there are: id, wording; name"):
        Run(job(tmp_path / "out", model_folder, text="wordng"), [path, other])
    assert not (tmp_path / "out").exists()
    run = score([path, other], job(tmp_path / "out", model_folder, text="wording", form="jsonl"))
    assert run.totals.documents == 4 and run.totals.rejects == {"column": 1}
    caplog.clear()
    score(other, job(tmp_path / "guessed", model_folder, identifier="id"))
    assert [line.partition(": ")[2] for line in caplog.messages] == [
        "text taken from column wordings (name another with --text)"
    ]


def test_a_run_that_finished_nothing_is_replaced(source: Path, model_folder: Path, tmp_path: Path) -> None:
    Run(job(tmp_path / "out", model_folder, lines=True), [source])._held.close()
    assert (tmp_path / "out" / BESIDE / "run.json").exists()
    run = score(source, job(tmp_path / "out", model_folder))
    assert not run.resumed and run.totals.documents == 60
    unclear = tmp_path / "c.csv"
    unclear.write_text("id,words,more\n1,It rained on us.,It rained on us all.\n")
    assert score(unclear, job(tmp_path / "unclear", model_folder)).totals.rejects == {"column": 1}
    assert score(unclear, job(tmp_path / "unclear", model_folder, text="more")).totals.documents == 1


def test_inputs_that_differ_are_named(model_folder: Path, tmp_path: Path) -> None:
    folder, task = tmp_path / "in", job(tmp_path / "out", model_folder)
    folder.mkdir()
    for name in "abcdefg":
        (folder / f"{name}.txt").write_text(TEXTS[0])
    score(folder, task)
    for name in "cdefg":
        (folder / f"{name}.txt").unlink()
    (folder / "a.txt").write_text(TEXTS[0] * 2)
    (folder / "new.txt").write_text(TEXTS[1])
    message = "inputs: added {0}/new.txt, removed {0}/c.txt, {0}/d.txt, {0}/e.txt and 2 more, changed {0}/a.txt"
    with pytest.raises(OutputError, match=re.escape(f"({message.format(folder)})")):
        score(folder, task)
    score(folder, task, overwrite=True)
    with pytest.raises(OutputError, match=r"\(inputs: in another order, or named another number of times\)"):
        score([folder / "b.txt", folder / "a.txt", folder / "new.txt"], task)
    (tmp_path / "out" / BESIDE / "inputs.jsonl").unlink()
    with pytest.raises(OutputError, match=r"\(inputs: \w{16}... there, \w{16}... here\)"):
        score(folder / "a.txt", task)


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names of files are text there")
def test_files_whose_names_are_no_text_are_scored_once(model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"news-\xff.txt")
    path.write_text(TEXTS[0])
    task = job(tmp_path / "out", model_folder, form="jsonl")
    score(path, task)
    (shard,) = (tmp_path / "out").glob("part-*")
    before = shard.stat().st_mtime_ns
    assert score(path, task).resumed and shard.stat().st_mtime_ns == before
    named = json.loads(shard.read_text().splitlines()[0])["document"]
    path.write_text("")
    (reject,) = score(path, job(tmp_path / "empty", model_folder)).rejects.read_text().splitlines()
    assert json.loads(reject)["where"] == named and named.endswith("news-\ufffd.txt")


def test_an_input_that_was_only_touched_is_the_same(
    source: Path, whole: Path, model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, task = tmp_path / "news.jsonl", job(tmp_path / "out", model_folder)
    path.write_bytes(source.read_bytes())
    markers = Run(task, [path])(1)
    next(markers)
    os.utime(path, ns=(1, 1))
    assert len(list(markers)) > 5
    os.utime(path, ns=(2, 2))
    run = score(path, task)
    assert run.resumed and run.totals.documents == 60 and content(tmp_path / "out") == content(whole)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Tuesday", b"tuesday"))
    with pytest.raises(OutputError, match=f"changed {path}"):
        score(path, task)
    path.write_bytes(data)
    markers = Run(job(tmp_path / "other", model_folder), [path])(1)
    next(markers)
    path.write_bytes(data.replace(b"Tuesday", b"tuesday"))
    with pytest.raises(InputError, match="changed while it was being scored"):
        list(markers)
    # What is too much to be read twice is told by its time.
    monkeypatch.setattr("avow.scoring.inputs._DIGESTED", 100)
    score(path, job(tmp_path / "large", model_folder))
    os.utime(path, ns=(3, 3))
    with pytest.raises(OutputError, match=f"changed {path}"):
        score(path, job(tmp_path / "large", model_folder))


def test_an_unchanged_input_is_not_read_for_its_digest_again(
    source: Path, model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = job(tmp_path / "out", model_folder)
    score(source, task)
    monkeypatch.setattr("avow.scoring.inputs.digest_file", pytest.fail)
    assert score(source, task).resumed


def test_two_runs_do_not_write_to_one_folder(source: Path, model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    first = Run(job(tmp_path / "out", model_folder), [source])
    with pytest.raises(OutputError, match="another run is writing here"):
        Run(job(tmp_path / "out", model_folder), [source])
    assert len(list(first(1))) > 5
    score(source, job(tmp_path / "out", model_folder))


def test_an_input_that_vanishes_or_changes_stops_the_run(model_folder: Path, tmp_path: Path) -> None:
    path = corpus(tmp_path)
    data, state = path.read_bytes(), path.stat()
    run = Run(job(tmp_path / "out", model_folder), [path])
    markers = run(1)
    next(markers)
    path.unlink()
    with pytest.raises(InputError, match="was there when the run began; put it back and run the same command"):
        list(markers)
    path.write_bytes(data)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert score(path, job(tmp_path / "out", model_folder)).resumed
    assert content(tmp_path / "out") == predicted(path, model_folder)
    markers = Run(job(tmp_path / "other", model_folder), [path])(1)
    next(markers)
    path.write_bytes(data + data)
    with pytest.raises(InputError, match="changed while it was being scored"):
        list(markers)


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.jsonl.gz", "a.txt", "lines.txt"])
def test_a_line_without_end_is_counted_and_not_held(name: str, model_folder: Path, tmp_path: Path) -> None:
    path, long = tmp_path / name, "x" * 3_000_000
    if "csv" in name:
        data = 'id,text\na,"Two\nlines."\nb,' + long + "\nc,One line.\n"
    elif "jsonl" in name:
        data = "".join(
            json.dumps({"id": key, "text": text}) + "\n" for key, text in [("a", "A."), ("b", long), ("c", "C.")]
        )
    else:
        data = f"One line.\n{long}\nAnother line.\n"
    path.write_bytes(gzip.compress(data.encode()) if name.endswith("gz") else data.encode())
    run = score(path, job(tmp_path / "out", model_folder, longest=1000, lines="lines" in name, form="jsonl"))
    assert run.totals.rejects == {"too long": 1}
    assert run.totals.documents == (0 if name == "a.txt" else 2)
    assert "--longest" in run.rejects.read_text()


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.csv", "lines.txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=repr)
def test_the_end_of_a_line_does_not_make_it_too_long(name: str, end: str, model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    longest = 200
    before, behind = {"a": ('{"text": "', '"}'), "l": ("", "")}[name[0]] if "csv" not in name else ('"It\nrained', '"')
    rows = [f"{before}{'x' * (longest + more - len(before + behind))}{behind}" for more in (0, 1, 0)]
    data = "".join(f"{row}{end}" for row in ["text", *rows][".csv" not in name :]).encode()
    path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    run = score(path, job(tmp_path / "out", model_folder, longest=longest, lines="lines" in name, form="jsonl"))
    assert run.totals.documents == 2 and run.totals.rejects == {"too long": 1}
    (reject,) = [json.loads(line) for line in run.rejects.read_text().splitlines()]
    assert f"too long: {longest + 1 + len(end)} bytes" in reject["detail"]


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz"])
def test_a_long_field_of_many_lines_costs_its_row_alone(name: str, model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    long = 'b,"He said:\n' + 'It ""rained"".\n' * 200 + 'It stopped.",x\n'
    data = f"id,text,n\na,One line.,1\n{long}c,Another line.,2\n".encode()
    path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    run = score(path, job(tmp_path / "out", model_folder, longest=1000, form="csv"))
    assert run.totals.rejects == {"too long": 1} and run.totals.documents == 2
    (reject,) = [json.loads(line) for line in run.rejects.read_text().splitlines()]
    assert (
        reject["where"] == f"{path}:3"
        and f"too long: {len(long):,} bytes; expected at most 1,000 bytes; raise --longest" in reject["detail"]
    )
    assert [row["document"] for row in table(tmp_path / "out", "csv")] == ["a", "c"]


def test_a_long_row_of_parquet_is_counted(model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow.parquet

    path = tmp_path / "a.parquet"
    texts = ["One line.", "x" * 1001, "é" * 501, "é" * 500, None, "Another line."]
    pyarrow.parquet.write_table(pyarrow.table({"id": list("abcdef"), "text": texts}), path)
    run = score(path, job(tmp_path / "out", model_folder, longest=1000, form="csv"))
    assert run.totals.rejects == {"too long": 2, "column": 1} and run.totals.documents == 3
    listed = [json.loads(line)["detail"] for line in run.rejects.read_text().splitlines()]
    assert listed[0] == f"{path}:2: too long: 1,001 bytes; expected at most 1,000 bytes; raise --longest to read it"
    assert listed[1].startswith(f"{path}:3: too long: 1,002 bytes")


@pytest.mark.parametrize("given", ["", "/*.txt"], ids=["folder", "glob"])
def test_a_link_that_leads_nowhere_is_counted_and_stops_nothing(model_folder: Path, tmp_path: Path, given: str) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXTS[0])
    gone = folder / "gone.txt"
    gone.symlink_to(tmp_path / "nowhere")
    task = job(tmp_path / "out", model_folder)
    for _ in range(2):
        run = score(Path(f"{folder}{given}"), task)
        assert run.totals.documents == 1 and run.totals.rejects == {"unreadable": 1}
        (reject,) = [json.loads(line) for line in run.rejects.read_text().splitlines()]
        assert reject["where"] == str(gone) and "no such file" in reject["detail"]
    with pytest.raises(InputError, match=r"gone.txt: no such file"):
        Run(replace(task, output=str(tmp_path / "named")), [folder, gone])
    gone.unlink()
    run = score(Path(f"{folder}{given}"), task)
    assert run.resumed and not run.totals.rejects and not run.rejects.exists()
    (folder / "a.txt").unlink()
    gone.symlink_to(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"gone.txt: no such file"):
        Run(replace(task, output=str(tmp_path / "named")), [Path(f"{folder}{given}")])
    assert not (tmp_path / "named").exists()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", "text,id\nIt rained.,a,b\nIt snowed.,a,b\n", "fields"),
        ("a.jsonl", "{broken\n" * 2, "json"),
        ("a.json", "[1, 2]", "json"),
    ],
)
def test_a_table_of_broken_rows_alone_is_not_empty(
    model_folder: Path, tmp_path: Path, name: str, data: str, reason: str
) -> None:
    (tmp_path / name).write_text(data)
    found, rejects = both(tmp_path / name, model_folder, tmp_path / "out")
    assert not found and [item["reason"] for item in rejects] == [reason] * 2


def both(path: Path, model: Path, folder: Path, **changes: object) -> tuple[list[str], list[dict[str, str]]]:
    """The texts that a run finds, which must be those of predict, and its rejects."""
    options = {
        "encoding": changes.get("encoding"),
        "lines": changes.get("lines", False),
        "form": changes.get("input_form"),
    }
    log = RejectLog()
    stream = io.BytesIO()
    documents = read(path, reject=log, **options)
    WRITERS["jsonl"](stream, predict_documents(models.load(model), documents, lines=bool(options["lines"])))
    run = score(path, job(folder, model, form="jsonl", **changes))
    assert content(folder) == stream.getvalue()
    rejects = [json.loads(line) for line in run.rejects.read_text().splitlines()] if run.totals.rejects else []
    assert [(item["where"], item["reason"]) for item in rejects] == [(item.where, item.reason) for item in log.rejects]
    return [json.loads(line)["text"] for line in content(folder).splitlines()], rejects


def numbered(count: int) -> bytes:
    return b"".join(b"d%d,The council of ward %d met on Tuesday.\n" % (at, at) for at in range(count))


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz"])
def test_rows_before_an_open_quotation_mark_are_kept(name: str, model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    data = b"id,text\n" + numbered(50) + b'x,"never closed\n' + b"y,All of this is lost.\n" * 20
    path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    found, (reject,) = both(path, model_folder, tmp_path / "out")
    assert len(found) == 50 and reject["where"] == f"{path}:52"
    left = "everything after line 51" if name.endswith("gz") else f"the last 476 of {len(data):,} bytes of the file"
    assert reject["detail"].endswith(f"left out: {left}")


def test_rows_before_a_damaged_place_are_kept(model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    dice = random.Random(3)
    lines_in = [json.dumps({"id": f"d{at}", "text": f"It rained {dice.random()} mm."}) + "\n" for at in range(1000)]
    packed = gzip.compress("".join(lines_in).encode())
    path.write_bytes(packed[: len(packed) * 9 // 10])
    found, (reject,) = both(path, model_folder, tmp_path / "out", size=4000)
    assert 500 < len(found) < 1000
    assert reject["where"] == str(path) and reject["detail"].endswith(f"left out: everything after line {len(found)}")


def test_the_beginning_of_a_damaged_table_tells_how_it_is_read(model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    dice = random.Random(5)
    table_in = "id;text\n" + "".join(f"d{at};Überall it rained {dice.random()} mm.\n" for at in range(1000))
    packed = gzip.compress(table_in.encode())
    path.write_bytes(packed[: len(packed) * 9 // 10])
    found, (reject,) = both(path, model_folder, tmp_path / "out", size=4000)
    assert 500 < len(found) < 1000 and reject["where"] == str(path)


def test_a_row_in_another_encoding_costs_that_row_alone(model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\n" + numbered(2000) + "z,The café is shut.\n".encode("latin-1") + numbered(0))
    found, rejects = both(path, model_folder, tmp_path / "guessed", size=10_000)
    assert found[-1] == "The café is shut." and len(found) == 2001 and not rejects
    path.write_bytes(path.read_bytes() + "y,Überall it rained.\n".encode())
    found, (reject,) = both(path, model_folder, tmp_path / "told", encoding="utf-8", size=10_000)
    assert found[-1] == "Überall it rained." and len(found) == 2001
    assert reject["detail"] == f"{path}:2002: wrong encoding: not utf-8; give --encoding"
    path.write_bytes("id,t\xe9xt\n1,It rained.\n".encode("latin-1"))
    found, (reject,) = both(path, model_folder, tmp_path / "header", encoding="utf-8")
    assert not found and reject["where"] == f"{path}:1"


@pytest.mark.parametrize("before", [1, 1600])
def test_a_null_character_costs_its_row_wherever_it_stands(model_folder: Path, tmp_path: Path, before: int) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\n" + numbered(before) + b"z,It\0 rained.\ny,It rained.\n")
    found, (reject,) = both(path, model_folder, tmp_path / "out", size=10_000)
    assert len(found) == before + 1
    assert (
        reject["reason"] == "binary" and reject["detail"] == f"{path}:{before + 2}: binary: a NUL byte; expected text"
    )


@pytest.mark.parametrize("end", ["\r", "\n"])
def test_a_header_that_is_too_long_is_told_and_no_row_takes_its_place(
    model_folder: Path, tmp_path: Path, end: str
) -> None:
    source = tmp_path / "wide.csv"
    # Without line feeds all of the file is one line.
    header = f"id,text,{'x' * 2000}"
    source.write_text(end.join([header, *(f"{number},It rained.,y" for number in range(5))]) + end, newline="")
    task = job(tmp_path / "out", model_folder, longest=1000)
    run = score(source, task)
    assert run.totals.documents == 0
    (reject,) = map(json.loads, run.rejects.read_text().splitlines())
    assert "a header of" in reject["detail"] and reject["detail"].endswith("raise --longest; left out: all of the file")


def test_lone_carriage_returns_end_rows_as_in_predict(model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        b'id,text\ra,It rained.\rb,"Snow\rfell."\r\nc,'
        + b"Hail fell.\n"
        + b"d\n"
        + b"".join(b"e%d,It thawed.\n" % at for at in range(70))
    )
    found, (reject,) = both(path, model_folder, tmp_path / "out", size=20, lines=True)
    assert found[:4] == ["It rained.", "Snow\rfell.", "Hail fell.", "It thawed."] and reject["where"] == f"{path}:6"


def test_wide_encodings_are_refused_where_files_are_divided(model_folder: Path, tmp_path: Path) -> None:
    text, wide = '{"text": "It rained."}\n', tmp_path / "wide"
    wide.mkdir()
    for name, encoding in [
        ("a.jsonl", "utf-16"),
        ("b.csv", "utf-16-le"),
        ("c.tsv", "utf-32"),
        ("d.jsonl", "utf-16-be"),
    ]:
        (wide / name).write_bytes(text.encode(encoding))
    run = score(wide, job(tmp_path / "out", model_folder))
    assert run.totals.rejects == {"encoding": 4} and not run.totals.documents
    assert (
        run.rejects.read_text().count(
            "which cannot be divided at the ends of lines; convert it, for example with: iconv -f utf-"
        )
        == 4
    )
    plain = tmp_path / "e.txt"
    plain.write_bytes("It rained.\nSnow fell.\n".encode("utf-16"))
    run = score(plain, job(tmp_path / "lines", model_folder, lines=True, encoding="UTF16"))
    assert run.totals.rejects == {"encoding": 1}
    assert both(plain, model_folder, tmp_path / "whole")[0] == ["It rained.", "Snow fell."]


@pytest.mark.parametrize(
    ("name", "data", "lines"),
    [
        ("a.csv", '"text","id"\nIt rained.,d\n', False),
        ("a.jsonl", '{"text": "It rained."}\n', False),
        ("a.txt", "It rained.\n", False),
        ("b.txt", "It rained.\n", True),
    ],
)
def test_a_byte_order_mark_is_no_text(name: str, data: str, lines: bool, model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(data, encoding="utf-8-sig")
    for encoding in (None, "utf-8", "UTF8", "utf-8-sig"):
        found, rejects = both(path, model_folder, tmp_path / f"{encoding}", encoding=encoding, lines=lines)
        assert found == ["It rained."] and not rejects


def test_the_format_that_is_given_counts(model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text("<html><p>The council met on Tuesday in the old hall.</p></html>")
    assert both(path, model_folder, tmp_path / "text", input_form="text")[0] == [path.read_text()]
    assert both(path, model_folder, tmp_path / "html")[0] == ["The council met on Tuesday in the old hall."]
    path.write_bytes(path.read_bytes().decode().encode("utf-16-le"))
    found, _ = both(path, model_folder, tmp_path / "wide", encoding="utf-16-le")
    assert found == ["The council met on Tuesday in the old hall."]
    listed = tmp_path / "list.md"
    listed.write_text("# It rained.\n\n- Snow fell.\n- Hail fell.\n")
    found, _ = both(listed, model_folder, tmp_path / "lines", lines=True, input_form="text")
    assert found == ["# It rained.", "- Snow fell.", "- Hail fell."]
    run = score(listed, job(tmp_path / "refused", model_folder, lines=True))
    assert run.totals.rejects.total() == 1 and "markdown has no lines of one sentence" in run.rejects.read_text()


def test_a_named_column_makes_a_table_of_a_file_whose_name_tells_nothing(model_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "table").write_text("key;body\nk;The ferry sank at noon.\n")
    score(tmp_path / "table", job(tmp_path / "out", model_folder, form="jsonl", text="body", identifier="key"))
    row = json.loads(content(tmp_path / "out"))
    assert (row["document"], row["text"]) == ("k", "The ferry sank at noon.")


def test_columns_and_separators_are_told_as_in_predict(model_folder: Path, tmp_path: Path) -> None:
    ragged = [
        {"other": 1},
        {"text": "It rained."},
        {"body": "Snow fell.", "id": "b"},
        [1],
        {"text": "Hail fell.", "n": 1},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in ragged))
    array = tmp_path / "a.json"
    array.write_text(json.dumps(ragged))
    for source in (path, array):
        found, rejects = both(source, model_folder, tmp_path / source.suffix, size=1)
        assert found == ["It rained.", "Snow fell.", "Hail fell."]
        assert [item["where"] for item in rejects] == [f"{source}:1", f"{source}:4"]
    table = tmp_path / "a.csv"
    table.write_text('id;text\na;It rained, and how.\nb;"Snow; fell."\n' + "c;Hail fell.\n;\n")
    found, rejects = both(table, model_folder, tmp_path / "csv", size=1)
    assert found == ["It rained, and how.", "Snow; fell.", "Hail fell."]
    assert [item["where"] for item in rejects] == [f"{table}:5"]
    path.write_text('{"a": 1}\n{"b": 2}\n')
    assert [item["where"] for item in both(path, model_folder, tmp_path / "none")[1]] == [f"{path}:1", f"{path}:2"]
    path.write_text("{broken\n" * 2)
    run = score(path, job(tmp_path / "broken", model_folder))
    assert run.totals.rejects == {"json": 2}
    table.write_text("text,text\n" + "It rained.,Snow fell.\n" * 3)
    (reject,) = both(table, model_folder, tmp_path / "twice")[1]
    assert "stands twice" in reject["detail"]


def test_lines_and_blocks_cover_a_stream() -> None:
    data = b"one\n\ntwo\n" + b"x" * 50 + b"\nlast"
    records = list(lines(io.BytesIO(data), 10))
    assert [record.size for record in records] == [4, 1, 4, 51, 4]
    blocks = list(cut(records, 5, keep=True))
    assert [(block.start, block.stop, block.first, block.data) for block in blocks] == [
        (0, 5, 1, b"one\n\n"), (5, 9, 3, b"two\n"), (60, 64, 5, b"last"),
    ]  # fmt: skip
    assert blocks[1].long == (4, 51)
    table = b'a,b\n"x\n""y""",z\n' + b'"' + b"q" * 50 + b'\nend",w\n1,2\n'
    found = list(rows(io.BytesIO(table), "a.csv", 40, ",", True))
    assert [(record.data, record.lines) for record in found] == [
        (b"a,b\n", 1), (b'"x\n""y""",z\n', 2), (b"", 2), (b"1,2\n", 1),
    ]  # fmt: skip
    assert sum(record.size for record in found) == len(table)
    open_mark = b'a,b\n"' + b"q\n" * 50
    records = rows(io.BytesIO(open_mark), "a.csv", 40, ",", True)
    assert next(records).data == b"a,b\n"
    with pytest.raises(InputError, match=r"a.csv:2: a row begins here.*close the quotation mark"):
        next(records)


@pytest.mark.skipif(os.name == "nt", reason="no such limits there")
def test_a_full_disk_is_one_message_and_nothing_half_written(source: Path, model_folder: Path, tmp_path: Path) -> None:
    code = "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
    code += f"sys.argv = ['avow', 'score', {str(source)!r}, {str(tmp_path / 'out')!r}, '--model', {str(model_folder)!r}, '-p', '2']\n"
    result = subprocess.run(
        [sys.executable, "-c", f"{code}from avow.cli import main\nmain()"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 1 and "cannot be written" in result.stderr and "same command goes on" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not list(tmp_path.glob("out/part-*")) and not list(tmp_path.glob("out/.part-*"))


def test_a_worker_that_is_killed_is_replaced(source: Path, whole: Path, model_folder: Path, tmp_path: Path) -> None:
    killed = 0
    (tmp_path / "out").mkdir()
    for _ in Run(job(tmp_path / "out", model_folder), [source])(2):
        if killed < 2:
            multiprocessing.active_children()[-1].kill()
            killed += 1
            # What a worker leaves that dies while it writes.
            (tmp_path / "out" / ".part-00000.jsonl.x.part").write_text("half")
    assert everything(tmp_path / "out") == everything(whole)
    assert not multiprocessing.active_children()


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
def test_a_worker_that_is_still_starting_does_not_hear_of_an_interrupt(
    source: Path, model_folder: Path, tmp_path: Path
) -> None:
    run = Run(job(tmp_path / "out", model_folder), [source])
    start, found = workers.start, []

    def interrupted(work: Callable[[Any], Any]) -> workers.Worker:
        worker = start(work)
        os.kill(worker.process.pid, signal.SIGINT)
        found.append(worker.process)
        return worker

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "start", interrupted)
        assert len(list(run(2))) > 5
    assert len(found) == 2
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_shard_that_kills_every_worker_is_named(
    source: Path, model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "start", dying_worker)
    with pytest.raises(
        AvowError, match=r"shard [01] .*: a worker process died 3 times .exit code 9.*lower --processes"
    ):
        score(source, job(tmp_path / "out", model_folder), processes=2)


def test_errors_keep_their_parts_from_process_to_process() -> None:
    import pickle

    told = pickle.loads(pickle.dumps(InputError("gone", where="a.txt", reason="missing")))
    assert (told.reason, InputError("empty binary").reason) == ("missing", "unreadable")
    for error in (InputError("gone", where="a.txt", remedy="put it back"), MissingExtraError("dask", "dask", "this")):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), again.exit_code, again.where) == (
            type(error), str(error), error.exit_code, error.where,
        )  # fmt: skip


def test_refusals(source: Path, model_folder: Path, tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    (inputs / "a.txt").write_text(TEXTS[0])
    task = job(tmp_path / "out", model_folder)
    for wrong, message in [
        (replace(task, form="docx"), "unknown format 'docx'"),
        (replace(task, form="parquet.gz"), "unknown format"),
        (replace(task, output=str(source.parent)), "lies in the output folder"),
        (replace(task, output=str(source)), "is not a folder"),
        (replace(task, output=str(inputs / "a" / "scored")), "scored is a part of the input .*inputs.*beside it"),
        (replace(task, model="nowhere"), "no model here"),
    ]:
        with pytest.raises(AvowError, match=message):
            score([source, inputs], wrong)
    for pattern in ("*", "**", "s*d"):
        with pytest.raises(UsageError, match=r"scored is a part of the input .*inputs"):
            Run(replace(task, output=str(inputs / "scored")), [source, f"{inputs}/{pattern}"])
    assert [path.name for path in inputs.iterdir()] == ["a.txt"]
    with pytest.raises(UsageError, match="standard input cannot be scored in shards"):
        Run(task, ["-"])
    with pytest.raises(UsageError, match="unknown engine 'spark'"):
        Run(task, [source], engine="spark")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("changes", "name", "message"),
    [
        ({"english": False}, "a.warc", "--any-language without a web archive; leave it out"),
        ({"quoting": False}, "a.tsv", "--no-quoting without CSV or TSV; leave it out, or add --input-format csv"),
    ],
)
def test_options_that_change_nothing_are_refused(
    changes: dict[str, object], name: str, message: str, source: Path, model_folder: Path, tmp_path: Path
) -> None:
    task = job(tmp_path / "out", model_folder, **changes)
    with pytest.raises(UsageError, match=message):
        Run(task, [source])
    assert not (tmp_path / "out").exists()
    (tmp_path / name).write_text("")
    Run(task, [source, tmp_path / name])._held.close()


def test_files_that_are_named_twice_are_told(
    source: Path, model_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    run = score([source, source.parent], job(tmp_path / "out", model_folder))
    assert run.totals.documents == 120
    assert caplog.messages == [f"{source}: named 2 times, and scored as often"]


def test_the_command_tells_what_it_did(source: Path, model_folder: Path, tmp_path: Path) -> None:
    def scored(*options: object, code: int, inputs: tuple[object, ...] = (source,), to: str = "out") -> str:
        command = ("score", *inputs, tmp_path / to, "--model", model_folder, *options)
        return avow(*command, cwd=tmp_path, code=code).stderr

    assert "none.txt: missing" in scored(inputs=(source, "none.txt"), code=1)
    assert "without --select" in scored("--min-probability", "0.5", code=2)
    assert "unknown label 'claims'" in scored("--select", "claims", code=2)
    for option, value in [("--longest", "inf"), ("--longest", "nan"), ("--longest", "1e300"), ("--shard-size", "inf")]:
        assert f"Invalid value for '{option}'" in scored(option, value, code=2)
    assert "unknown encoding 'nonsense'" in scored("--encoding", "nonsense", code=2)
    mixed = source.with_name("mixed.jsonl")
    mixed.write_text(source.read_text() + '["no object"]\n{"text": 1}\n')
    error = scored(inputs=(mixed,), to="mixed", code=1)
    assert error.splitlines()[0].startswith(f"avow: {mixed}:61: JSON that is not")
    assert "avow: 2 inputs left out: 1 column, 1 json" in error
    mixed.unlink()
    command = [sys.executable, "-m", "avow", "score", str(source), str(tmp_path / "out"), "--model", str(model_folder)]
    result = subprocess.run([*command, "--select", "opinion"], capture_output=True, text=True, check=True)
    assert result.stdout.startswith("60 documents, 96 sentences: ") and " in 1 shard, " in result.stdout


def test_weights_of_shards_sum_to_the_bytes_of_the_inputs(tmp_path: Path, model_folder: Path) -> None:
    files = [
        corpus(tmp_path),
        csv_file(tmp_path / "a.csv"),
        zipped(tmp_path / "b.jsonl.gz"),
        text_file(tmp_path / "c.txt"),
    ]
    found = sources(files, None)
    task = job(tmp_path / "out", model_folder)
    assert sum(shard.weight for shard in plan(task, found)) == sum(file.size for file in found)
    assert [shard.number for shard in plan(task, found)] == list(range(len(list(plan(task, found)))))


GERMAN = "Ein Sprecher der Polizei sagte am Montag, niemand habe sich zu dem Anschlag auf das Depot bekannt. " * 3


def page(*paragraphs: str, title: str = "A story") -> bytes:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    head = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"{head}<body><nav><a href='/'>Home</a></nav><article>{body}</article></body></html>".encode()


def response(address: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    return record("response", address, "application/http; msgtype=response", http)


def record(kind: str, address: str, content_type: str, body: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{address[-12:]}>\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def archive(path: Path, records: list[bytes]) -> Path:
    """A WARC file, compressed record by record as crawlers do."""
    path.write_bytes(b"".join(map(gzip.compress, records)) if path.suffix == ".gz" else b"".join(records))
    return path


def story(at: int) -> list[str]:
    return [f"The council of ward {at} met on Tuesday and voted on the road. {TEXTS[at % 5]}", TEXTS[(at + 1) % 5]]


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc"])
def test_web_archives_straight_to_sentences(name: str, model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    records = [record("warcinfo", "https://a.example/info", "application/warc-fields", b"software: test\r\n")]
    for at in range(12):
        address = f"https://a.example/{at:05d}"
        records += [
            record("request", address, "application/http", b"GET / HTTP/1.1\r\n\r\n"),
            response(address, page(*story(at))).replace(
                b"application/http;", [b"application/http;", b"Application/HTTP ;"][at % 2]
            ),
        ]
    records.insert(7, response("https://a.example/de", page(GERMAN, GERMAN)))
    records.append(response("https://a.example/gone", b"gone", status="404 Not Found"))
    records.append(response("https://a.example/image", b"\x89PNG", kind="image/png"))
    records.append(response("https://a.example/bare", b"<!DOCTYPE html><html><head></head><body></body></html>"))
    records.append(
        response(
            "https://a.example/latin", page(*story(99)).replace(b'"utf-8"', b'"x"'), kind="text/html; charset=nonsense"
        )
    )
    records.append(response("https://b.example/again", page(*story(3))))
    records.append(record("conversion", "https://c.example/wet", "text/plain", " ".join(story(50)).encode()))
    path = archive(tmp_path / name, records)
    run = score(path, job(tmp_path / "out", model_folder, size=1500))
    assert len(list((tmp_path / "out").glob("part-*.jsonl"))) > 3
    rows_out = [json.loads(line) for line in content(tmp_path / "out").splitlines()]
    assert list(dict.fromkeys(item["document"] for item in rows_out)) == [
        *(f"https://a.example/{at:05d}" for at in range(12)), "https://a.example/latin", "https://c.example/wet",
    ]  # fmt: skip
    assert dict(run.totals.skipped) == {"other language": 1, "not a page": 2, "page empty": 1, "duplicate": 1}
    assert run.totals.documents == 14 and run.totals.written == len(rows_out) == run.totals.sentences
    assert not run.totals.rejects
    score(path, job(tmp_path / "two", model_folder, size=1500), processes=2)
    assert everything(tmp_path / "two") == everything(tmp_path / "out")
    assert score(path, job(tmp_path / "two", model_folder, size=1500)).totals == run.totals
    kept = score(path, job(tmp_path / "all", model_folder, duplicates=True, english=False))
    assert kept.totals.documents == 16


def coded(address: str, body: bytes, *headers: str) -> bytes:
    lines = "".join(f"{line}\r\n" for line in ("Content-Type: text/html; charset=utf-8", *headers))
    http = f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode() + body
    return record("response", f"https://a.example/{address}", "application/http; msgtype=response", http)


def chunks(body: bytes, size: int = 50) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (*parts, b""))


def test_bodies_are_read_as_they_were_before_they_were_sent(model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    bodies = [page(*story(at)) for at in range(11)]
    gzipped, chunked = "Content-Encoding: gzip", "Transfer-Encoding: chunked"
    records = [
        coded("0", bodies[0]),
        coded("1", chunks(bodies[1]), chunked),
        coded("2", gzip.compress(bodies[2]), gzipped),
        coded("3", chunks(gzip.compress(bodies[3])), gzipped, chunked),
        coded("4", gzip.compress(bodies[4]), "content-encoding: X-GZIP"),
        coded("5", zlib.compress(bodies[5]), "Content-Encoding: deflate"),
        # What crawlers leave that decode and keep the header.
        coded("6", bodies[6], gzipped),
        coded("7", bodies[7], chunked),
        coded("8", bodies[8], "Content-Encoding: UTF-8"),
        # Without the header of zlib, as some servers send it.
        coded("9", zlib.compress(bodies[9])[2:-4], "Content-Encoding: Deflate"),
        coded("10", chunks(zlib.compress(bodies[10])[2:-4]), "Content-Encoding: deflate", chunked),
    ]
    plain = [coded(str(at), body) for at, body in enumerate(bodies)]
    for name, items in [("coded", records), ("plain", plain)]:
        path = archive(tmp_path / f"{name}.warc.gz", items)
        run = score(path, job(tmp_path / name, model_folder))
        assert run.totals.documents == 11 and not run.totals.rejects and not run.totals.skipped
    assert content(tmp_path / "coded") == content(tmp_path / "plain")


def test_pages_that_cannot_be_read_are_rejects_and_what_is_no_page_is_skipped(
    model_folder: Path, tmp_path: Path
) -> None:
    pytest.importorskip("fastwarc")
    body, gzipped = page(*story(1)), "Content-Encoding: gzip"
    packed = gzip.compress(body)
    records = [
        coded("bomb", gzip.compress(b"<p>" + b"a" * 5_000_000), gzipped),
        coded("long", page("Long. " * 5000)),
        coded("damaged", packed[:20] + b"\0" * 20 + packed[40:], gzipped),
        coded("cut", chunks(body)[:200].replace(b"<", b"x"), "Transfer-Encoding: chunked"),
        coded("raw bomb", zlib.compress(b"<p>" + b"a" * 5_000_000)[2:-4], "Content-Encoding: deflate"),
        coded("raw and cut", zlib.compress(body)[2:-40], "Content-Encoding: deflate"),
        coded("unknown", b"\x07\x13" * 50, "Content-Encoding: sdch"),
        coded("deep", b"<div>" * 3000),
        coded("pdf", b"%PDF-1.7 and so on"),
        coded("empty", b"<html><body></body></html>"),
        coded("good", body),
    ]
    path = archive(tmp_path / "a.warc.gz", records)
    run = score(path, job(tmp_path / "out", model_folder, longest=20_000))
    assert run.totals.documents == 1 and run.totals.skipped == {"page binary": 1, "page empty": 1}
    listed = [json.loads(line) for line in run.rejects.read_text().splitlines()]
    assert [(item["where"].rpartition("/")[2], item["reason"]) for item in listed] == [
        ("bomb", "too long"), ("long", "too long"), ("damaged", "compressed"), ("cut", "compressed"),
        ("raw bomb", "too long"), ("raw and cut", "compressed"), ("unknown", "compressed"), ("deep", "unreadable"),
    ]  # fmt: skip
    assert listed[0]["where"].startswith(f"{path}#https://a.example/") and "raise --longest" in listed[0]["detail"]
    assert all(len(item["detail"]) < 200 for item in listed)


def test_what_servers_call_latin_1_is_read_as_browsers_do(model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    text = "The council\u2019s clerk said \u201cthe road is shut\u201d and that nobody has claimed the attack on the caf\u00e9."
    body = page(text).decode().replace(' charset="utf-8"', "").encode("cp1252")
    wide = page(text).decode().replace(' charset="utf-8"', "").encode("utf-16")
    records = [response("https://a.example/1", body, kind="text/html; charset=ISO-8859-1")]
    records.append(response("https://a.example/2", wide, kind="text/html"))
    path = archive(tmp_path / "a.warc", records)
    score(path, job(tmp_path / "out", model_folder, duplicates=True))
    assert [json.loads(line)["text"] for line in content(tmp_path / "out").splitlines()] == [text, text]


def pages_of(*records: bytes, **changes: object) -> list[Document]:
    return pages_in(io.BytesIO(b"".join(records)), **changes)


def pages_in(stream: IO[bytes], **changes: object) -> list[Document]:
    options = {"longest": 1 << 24, "english": False, "dated": False, "skip": pytest.fail, "reject": pytest.fail}
    return list(pages(stream, "a.warc", **(options | changes)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "kind",
    [
        "Text/Html",
        "TEXT/HTML; charset=UTF-8",
        "text/html ;charset=utf-8",
        "text/html,text/html",
        "application/XHTML+xml",
    ],
)
def test_a_page_is_known_by_its_media_type_in_any_case(kind: str) -> None:
    pytest.importorskip("fastwarc")
    (document,) = pages_of(response("https://a.example/1", page(*story(1)), kind=kind))
    assert TEXTS[1] in document.text


@pytest.mark.parametrize("kind", ["text/plain", "Text/Plain; charset=utf-8", "TEXT/PLAIN;charset=utf-8"])
def test_a_text_record_is_known_by_its_media_type_in_any_case(kind: str) -> None:
    pytest.importorskip("fastwarc")
    (document,) = pages_of(record("conversion", "https://a.example/1", kind, TEXTS[1].encode()))
    assert document.text == TEXTS[1]


@pytest.mark.parametrize("kind", ["text/htmlx", "image/png, text/html", "", "text/plain"])
def test_what_is_of_another_media_type_is_no_page(kind: str) -> None:
    pytest.importorskip("fastwarc")
    skipped: list[str] = []
    assert not pages_of(response("https://a.example/1", page(*story(1)), kind=kind), skip=skipped.append)
    assert skipped == ["not a page"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"lines": True}, "a web archive has no lines of one sentence; expected plain text or a table with --lines"),
        ({"encoding": "utf-16"}, "a web archive has no encoding of its own; .*leave out --encoding"),
    ],
)
def test_options_that_a_web_archive_cannot_follow_are_refused(
    changes: dict[str, object], message: str, model_folder: Path, tmp_path: Path
) -> None:
    pytest.importorskip("fastwarc")
    folder = tmp_path / "in"
    folder.mkdir()
    path = archive(folder / "a.warc", [response("https://a.example/1", page(*story(1)))])
    task = job(tmp_path / "out", model_folder, **changes)
    for place in (path, folder):
        with pytest.raises(InputError, match=message):
            Run(task, [place])
    assert not (tmp_path / "out").exists()
    # Beside text, which can follow them, the archive alone is left out.
    (folder / "b.txt").write_bytes(TEXTS[1].encode(str(changes.get("encoding", "utf-8"))))
    run = score(folder, task)
    (reject,) = [json.loads(line) for line in run.rejects.read_text().splitlines()]
    assert reject["where"] == str(path) and re.search(message, reject["detail"]) and run.totals.documents == 1


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "utf-16-be"])
def test_the_headline_of_a_page_is_decoded_as_its_text(encoding: str) -> None:
    pytest.importorskip("fastwarc")
    headline = "Café “was ours,” Front says as mayor’s office counts the dead"
    marked = headline.replace("Café", "<em class='a'>Caf&eacute;</em>")
    body = (
        f"<html><body><article><h1>{marked}</h1><p>{headline}</p><p>{TEXTS[0]} {TEXTS[3]}</p></article></body></html>"
    )
    kind = f"text/html; charset={'iso-8859-1' if encoding == 'cp1252' else encoding}"
    (document,) = pages_of(response("https://a.example/1", body.encode(encoding), kind=kind))
    assert document.title == headline
    assert headline in [document.text[item.start : item.end] for item in document.furniture]


@pytest.mark.parametrize("part", ["<h1>", "<h1 ", "<h1><", "<h1>" + "x" * 3999])
def test_a_page_of_opened_headlines_is_read(part: str) -> None:
    pytest.importorskip("fastwarc")
    body = f"<html><body><p>{TEXTS[0]} {TEXTS[3]}</p><!--".encode() + part.encode() * ((1 << 18) // len(part)) + b"-->"
    assert pages_of(response("https://a.example/1", body))[0].title == ""


def test_a_record_that_is_too_long_is_passed_over_without_being_held(model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    path, size = tmp_path / "a.warc", 30_000_000
    # The film and the long page are holes in the file, which take no room on the disk.
    with path.open("wb") as stream:
        for kind in ("video/mp4", "text/html"):
            stream.write(response("https://a.example/good", page(*story(1))))
            long = response("https://a.example/long", b"", kind=kind)
            length = int(re.search(rb"Length: (\d+)", long)[1])  # type: ignore[index]
            stream.write(long[:-4].replace(b"Length: %d" % length, b"Length: %d" % (length + size), 1))
            stream.seek(size, io.SEEK_CUR)
            stream.write(b"\r\n\r\n")
    task, tally = job(tmp_path / "out", model_folder, english=False, longest=100_000), shard._Tally()
    # What is imported for a page takes more.
    pages_of(response("https://a.example/good", page(*story(1))))
    tracemalloc.start()
    for part in plan(task, sources([path], None)):
        assert [item.id for item in shard._documents(task, part, tally)] in ([], ["https://a.example/good"])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert tally.skipped == {"not a page": 1} and tally.log.counts == {"too long": 1}
    assert most < size / 5


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("<https://a.example/1>", "https://a.example/1"),
        ("https://a.example/1", "https://a.example/1"),
        ("https://a.example/<b>", "https://a.example/<b>"),
    ],
)
def test_an_address_is_told_without_its_brackets(told: str, address: str) -> None:
    pytest.importorskip("fastwarc")
    assert [item.id for item in pages_of(response(told, page(*story(1))))] == [address]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2026-01-02T03:04:05Z", "2026-01-02"),
        ("2026-01-02", "2026-01-02"),
        ("2026-02-30T03:04:05Z", ""),
        ("not a date", ""),
        ("20260102T030405", ""),
        ("2026", ""),
    ],
)
def test_the_day_of_the_crawl_is_a_date_or_none(told: str, day: str) -> None:
    pytest.importorskip("fastwarc")
    crawled = response("https://a.example/1", page(*story(1))).replace(b"2026-01-02T03:04:05Z", told.encode())
    assert [item.date for item in pages_of(crawled)] == [day]


def test_a_page_with_a_copyright_notice_alone_is_dated_by_the_crawl() -> None:
    pytest.importorskip("fastwarc")
    noted = page(*story(1)).replace(b"</body>", b"<footer>Copyright 2020 Ravel News</footer></body>")
    assert [item.date for item in pages_of(response("https://a.example/1", noted), dated=True)] == ["2026-01-02"]
    dated = noted.replace(b"</head>", b"<meta name='date' content='2021-03-05'></head>")
    assert [item.date for item in pages_of(response("https://a.example/1", dated), dated=True)] == ["2021-03-05"]


def test_a_page_that_cannot_be_read_is_told_with_its_archive_and_what_helps() -> None:
    pytest.importorskip("fastwarc")
    rejects: list[Reject] = []
    records = [
        record("conversion", "https://a.example/1", "text/plain", b"It rained.\nThe caf\xe9 is shut."),
        coded("2", b"<div>" * 3000),
    ]
    assert not pages_of(*records, reject=rejects.append)
    assert [item.detail.partition(";")[0] for item in rejects] == [
        "a.warc#https://a.example/1: wrong encoding: not utf-8 (at byte 18)",
        "a.warc#https://a.example/2: tags nested more than 2000 deep",
    ]
    assert rejects[0].detail.endswith("score the archive of the responses that it was made from")


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("a.warc.bz2", bz2.compress, r"compressed as a whole \(bzip2\), .* gzip or Zstandard; decompress it first"),
        ("a.warc.xz", lzma.compress, r"compressed as a whole \(xz\), .* gzip or Zstandard; decompress it first"),
        ("a.warc", lambda data: data.replace(b"\r\n", b"\n"), "end in bare line feeds; expected carriage return and"),
        (
            "a.warc.gz",
            lambda data: gzip.compress(data.replace(b"\r\n", b"\n")),
            "end in bare line feeds; expected carriage return and",
        ),
    ],
)
def test_an_archive_of_another_make_is_not_called_damaged(
    name: str, change: Callable[[bytes], bytes], message: str, model_folder: Path, tmp_path: Path
) -> None:
    pytest.importorskip("fastwarc")
    path = tmp_path / name
    path.write_bytes(change(response("https://a.example/1", page(*story(1)))))
    run = score(path, job(tmp_path / "out", model_folder))
    (reject,) = [json.loads(line) for line in run.rejects.read_text().splitlines()]
    assert re.search(message, reject["detail"]) and "damaged" not in reject["detail"]


def test_an_archive_that_the_disk_does_not_give_is_not_called_damaged() -> None:
    pytest.importorskip("fastwarc")

    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(InputError, match=r"a.warc: input/output error; check the path"):
        pages_in(Broken())


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
def test_records_before_a_damaged_one_are_kept(name: str, model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    records = [response(f"https://a.example/{at}", page(*story(at))) for at in range(5)]
    path = archive(tmp_path / name, records)
    size, last = path.stat().st_size, len(gzip.compress(records[4]) if name.endswith("gz") else records[4])
    whole = path.read_bytes()
    damages = {
        "cut": whole[:-40],
        "cut in the head": whole[: size - last + 15],
        "overwritten": whole[: size - last] + b"\0" * 9 + whole[size - last + 9 :],
    }
    for damage, data in damages.items():
        path.write_bytes(data)
        for bound in (1, 10_000):
            run = score(path, job(tmp_path / f"{damage} {bound}", model_folder, size=bound))
            assert run.totals.documents == 4, damage
            (reject,) = [json.loads(line) for line in run.rejects.read_text().splitlines()]
            left = len(data) - size + last
            assert reject["where"] == str(path) and "damaged archive" in reject["detail"]
            assert reject["detail"].endswith(f"left out: the last {left:,} of {len(data):,} bytes of the file")


def test_a_damaged_archive_is_a_reject_and_what_is_no_archive_too(model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    path = archive(tmp_path / "a.warc.gz", [response(f"https://a.example/{at}", page(*story(at))) for at in range(4)])
    path.write_bytes(path.read_bytes()[:-40])
    (tmp_path / "b.warc").write_bytes(b"nothing of the kind")
    run = score([path, tmp_path / "b.warc"], job(tmp_path / "out", model_folder))
    assert run.totals.rejects.total() == 2
    assert {json.loads(line)["where"] for line in run.rejects.read_text().splitlines()} == {
        str(path),
        str(tmp_path / "b.warc"),
    }


@pytest.mark.parametrize("form", ["jsonl", "csv", "text", "parquet", "csv.gz", "jsonl.zst", "csv.zst"])
def test_duplicates_go_from_every_format_wherever_they_stand(form: str, model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    texts = [*TEXTS, *TEXTS[:2], 'Another one,\nwith "lines".', *TEXTS, "The last one."]
    path.write_text("".join(json.dumps({"id": f"d{at}", "text": text}) + "\n" for at, text in enumerate(texts)))
    unique = tmp_path / "b.jsonl"
    seen: dict[str, str] = {}
    for at, text in enumerate(texts):
        seen.setdefault(text, f"d{at}")
    unique.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for text, name in seen.items()))
    run = score(path, job(tmp_path / "out", model_folder, form=form, size=100, duplicates=False))
    score(unique, job(tmp_path / "unique", model_folder, form=form, size=0))
    assert run.totals.skipped == {"duplicate": 7} and run.totals.shards > 5
    assert table(tmp_path / "out", form) == table(tmp_path / "unique", form)
    again = score(path, job(tmp_path / "out", model_folder, form=form, size=100, duplicates=False))
    assert again.totals == run.totals and table(tmp_path / "out", form) == table(tmp_path / "unique", form)


def test_a_table_of_duplicates_that_a_killed_run_left_damaged_is_made_anew(
    source: Path, model_folder: Path, tmp_path: Path
) -> None:
    task = job(tmp_path / "out", model_folder, duplicates=False)
    score(source, task)
    (tmp_path / "out" / BESIDE / "seen.sqlite").write_bytes(b"no table" * 1000)
    run = score(source, task)
    assert run.resumed and run.totals.skipped == {"duplicate": 55}
    assert not list(tmp_path.glob("out/*/seen.sqlite*"))


def test_a_full_disk_at_the_table_of_duplicates_is_told_and_the_run_goes_on_later(
    source: Path, model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task, connect = job(tmp_path / "out", model_folder, duplicates=False), sqlite3.connect

    def full(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute("pragma max_page_count = 1")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", full)
        with pytest.raises(OutputError, match=r"seen.sqlite: the table of .* \(database or disk is full\); check free"):
            score(source, task)
    assert not list(tmp_path.glob("out/*/seen.sqlite*"))
    run = score(source, task)
    assert run.resumed and run.totals.skipped == {"duplicate": 55}


def test_duplicates_with_lone_carriage_returns_go_from_csv(model_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    texts = ["The old\rport is shut.", "It rained.", "The old\rport is shut.", "Snow\r"]
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    run = score(path, job(tmp_path / "out", model_folder, form="csv", duplicates=False, lines=True))
    assert run.totals.skipped == {"duplicate": 1}
    found = [item["text"] for item in table(tmp_path / "out", "csv")]  # type: ignore[index]
    assert found == ["The old\rport is shut.", "It rained.", "Snow"]


def table(folder: Path, form: str) -> list[object]:
    files = sorted(folder.glob("part-*"))
    if form == "parquet":
        import pyarrow.parquet

        return [item for path in files for item in pyarrow.parquet.read_table(path).to_pylist()]
    data = []
    for path in files:
        with open_stream(path) as stream:
            data.append(stream.read())
    if form.startswith("csv"):
        return [item for part in data for item in csv.DictReader(io.StringIO(part.decode(), newline=""))]
    return [line for part in data for line in part.splitlines()]


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", *arguments, "--scheduler-file", str(folder / "scheduler.json")]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
def test_a_cluster_that_loses_a_worker_writes_what_one_machine_writes(
    source: Path, model_folder: Path, tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    packed = zipped(tmp_path / "a.jsonl.gz")
    score([source, packed], job(tmp_path / "local", model_folder))
    here = ("--host", "127.0.0.1", "--no-dashboard")
    scheduler = started(tmp_path, "distributed.cli.dask_scheduler", "--port", "0", *here)
    workers = [started(tmp_path, "distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny", *here) for _ in "ab"]
    try:
        deadline = time.monotonic() + 60
        while not (tmp_path / "scheduler.json").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        address = json.loads((tmp_path / "scheduler.json").read_text())["address"]
        run = Run(job(tmp_path / "dask", model_folder), [source, packed], engine="dask")
        for count, _ in enumerate(run(2, address)):
            if count == 5:
                workers[0].kill()
        assert everything(tmp_path / "dask") == everything(tmp_path / "local")
        assert workers[0].wait(10) == -signal.SIGKILL and workers[1].poll() is None
        assert score([source, packed], job(tmp_path / "dask", model_folder)).resumed
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def test_no_cluster_is_one_message(
    source: Path, model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "_PATIENCE", 0.2)
    (tmp_path / "empty").mkdir()
    before = sorted(tmp_path.rglob("*"))
    for folder in (tmp_path / "deep" / "out", tmp_path / "empty"):
        run = Run(job(folder, model_folder), [source], engine="dask")
        with pytest.raises(AvowError, match=r"tcp://127.0.0.1:9: no cluster answers .*dask worker ADDRESS"):
            list(run(1, "tcp://127.0.0.1:9"))
        with pytest.raises(UsageError, match="add --engine dask"):
            list(Run(job(folder, model_folder), [source])(1, "tcp://127.0.0.1:9"))
        assert sorted(tmp_path.rglob("*")) == before


def test_no_cluster_costs_nothing_of_a_run_that_was_broken_off(
    source: Path, whole: Path, model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "_PATIENCE", 0.2)
    markers = Run(job(tmp_path / "out", model_folder), [source])(1)
    next(markers)
    markers.close()  # type: ignore[attr-defined]
    before = everything(tmp_path / "out")
    with pytest.raises(AvowError, match="no cluster answers"):
        list(Run(job(tmp_path / "out", model_folder), [source], engine="dask")(1, "tcp://127.0.0.1:9"))
    assert everything(tmp_path / "out") == before
    assert score(source, job(tmp_path / "out", model_folder)).resumed
    assert everything(tmp_path / "out") == everything(whole)


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A cluster of one worker within this process, which is soon waited for in vain."""
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "_PATIENCE", 0.2)
    # Other tests may have a cluster beside it.
    pages = "127.0.0.1:0"
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=pages) as own:
        yield own


def test_a_cluster_whose_workers_are_all_lost_is_one_message(
    source: Path, whole: Path, model_folder: Path, tmp_path: Path, in_process: Any
) -> None:
    markers = Run(job(tmp_path / "out", model_folder), [source], engine="dask")(1, in_process.scheduler_address)
    next(markers)
    in_process.scale(0)
    with pytest.raises(
        AvowError, match=r"inproc.*: no worker is left; .*dask worker ADDRESS, .* same command to go on"
    ):
        list(markers)
    assert score(source, job(tmp_path / "out", model_folder)).resumed
    assert everything(tmp_path / "out") == everything(whole)


def test_workers_of_another_version_are_refused(
    source: Path, model_folder: Path, tmp_path: Path, in_process: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(name: str) -> str:
        raise ModuleNotFoundError(f"No module named {name.partition(':')[0]!r}")

    run = Run(job(tmp_path / "out", model_folder), [source], engine="dask")
    with monkeypatch.context() as patch:
        patch.setattr(cluster, "resolve_name", lacking)
        with pytest.raises(AvowError, match=r"this worker has no Avow that can be used \(No module named 'avow'\)"):
            list(run(1, in_process.scheduler_address))
    monkeypatch.setattr(cluster, "__version__", "9.9")
    run = Run(job(tmp_path / "out", model_folder), [source], engine="dask")
    with pytest.raises(AvowError, match=rf"inproc.*: this worker has Avow {__version__}; expected Avow 9.9, as here"):
        list(run(1, in_process.scheduler_address))
    assert not list((tmp_path / "out").glob("part-*"))


def test_a_scheduler_that_is_lost_is_one_message(
    source: Path, model_folder: Path, tmp_path: Path, in_process: Any
) -> None:
    task = job(tmp_path / "out", model_folder)
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    before = [item.level for item in loggers]
    markers = Run(task, [source], engine="dask")(1, in_process.scheduler_address)
    next(markers)
    # What the library says of it would stand beside the message.
    assert not any(item.isEnabledFor(logging.CRITICAL) for item in loggers)
    in_process.close()
    with pytest.raises(AvowError, match=r"inproc.*: the scheduler was lost; start the cluster again, and run the same"):
        list(markers)
    assert [item.level for item in loggers] == before


def test_what_goes_wrong_in_a_task_is_not_taken_for_a_lost_scheduler(
    source: Path, model_folder: Path, tmp_path: Path, in_process: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error in (RuntimeError("odd"), TimeoutError("odd"), InputError("gone")):
        monkeypatch.setattr(cluster, "score_there", Raising(error))
        with pytest.raises(type(error), match=str(error)):
            list(Run(job(tmp_path / "out", model_folder), [source], engine="dask")(1, in_process.scheduler_address))


@dataclass
class Raising:
    error: Exception

    def __call__(self, *_: object) -> None:
        raise self.error


def test_workers_that_do_not_start_are_one_message(
    source: Path, model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")

    def killed(**_: object) -> None:
        raise RuntimeError("Nanny failed to start.\nAnd more")

    monkeypatch.setattr(distributed, "LocalCluster", killed)
    run = Run(job(tmp_path / "out", model_folder), [source], engine="dask")
    with pytest.raises(
        AvowError, match=r"did not start \(Nanny failed to start.\); .*lower --processes, and run the same"
    ):
        list(run(2))


def dataset(folder: Path, form: str) -> Any:
    import pyarrow.dataset

    return pyarrow.dataset.dataset(folder, format=form.replace("jsonl", "json")).to_table()


class FakeRegister:
    def claims(self, document: Document, sentences: list[Sentence]) -> list[dict[str, str]]:
        return [{"document": document.id, "evidence": item.text} for item in sentences if "claimed" in item.text]


def test_the_register_is_written_beside_and_kept_in_step(
    model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyarrow")
    fake = types.SimpleNamespace(open_register=lambda folder: FakeRegister(), to_rows=list)
    monkeypatch.setitem(sys.modules, "avow.claims", fake)
    path = corpus(tmp_path, 20)
    task = job(tmp_path / "out", model_folder, size=300, claims=True)
    run = score(path, task)
    found = [
        json.loads(line)
        for item in sorted((tmp_path / "out/_claims").glob("*"))
        for line in item.read_text().splitlines()
    ]
    assert [item["document"] for item in found] == [f"d{at}" for at in range(20) if "claimed" in TEXTS[at % 5]]
    assert run.totals.claims == len(found) == 12
    before = everything(tmp_path / "out")
    (tmp_path / "out/_claims/part-00001.jsonl").unlink()
    (tmp_path / "out/_claims/part-00002.jsonl").write_text("{}\n")
    assert score(path, task).resumed and everything(tmp_path / "out") == before
    run = score(path, job(tmp_path / "unique", model_folder, size=300, claims=True, duplicates=False))
    kept = [
        json.loads(line)
        for item in sorted((tmp_path / "unique/_claims").glob("*"))
        for line in item.read_text().splitlines()
    ]
    assert [item["document"] for item in kept] == ["d0", "d2", "d4"] and run.totals.claims == 3
    for form in ("jsonl", "parquet"):
        score(path, job(tmp_path / form, model_folder, size=300, claims=True, form=form))
        assert len(list((tmp_path / form / "_claims").iterdir())) > 3
        as_one_table = dataset(tmp_path / form, form)
        (tmp_path / form / "_claims").rename(tmp_path / form / "claims")
        with pytest.raises(OutputError, match="holds other files, for example claims"):
            score(path, job(tmp_path / form, model_folder, size=300, claims=True, form=form))
        assert (
            as_one_table.num_rows == len(content(tmp_path / "jsonl").splitlines())
            and "label" in as_one_table.column_names
        )
