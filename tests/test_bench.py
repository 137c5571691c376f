"""Benchmarks run and compare what they say; no figure is held."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from avow.bench import pinned, rates, speed
from avow.bench.archive import run as read_archive
from avow.bench.archive import write as write_archive
from avow.bench.peers import ENCODER, LIGHT, UNION, classifiers, encoder
from avow.bench.prediction import bulk, single, whole
from avow.bench.scoring import cores, growth, repeat
from avow.bench.size import run as grow
from avow.bench.size import write
from avow.bench.splitting import run as split_text
from avow.bench.start import run as start
from avow.bench.training import noisy
from avow.corpus import read_corpus
from avow.documents import read
from avow.errors import InputError, MissingExtraError
from avow.scoring import warc
from avow.sentences import split
from conftest import SEEDS
from test_cli import avow

STORY = "The Front claimed responsibility for the bombing. It is a shabby disgrace. The council met on Tuesday, officials said.\n"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    for name in ("conflict-01.txt", "opinion-01.txt"):
        documents = (SEEDS / name).read_text(encoding="utf-8").split("\n=== ")[:2]
        (folder / name).write_text("\n=== ".join(documents) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    path.write_text(f'{{"text": "{STORY.strip()}"}}\n' * 60)
    return path


def test_rates_are_medians_and_ratios_to_the_first() -> None:
    found = rates({"ours": [4.0, 2.0, 90.0], "other": [1.0, 2.0, 3.0]})
    assert [(rate.name, rate.speed, rate.ratio) for rate in found] == [("ours", 4.0, 1.0), ("other", 2.0, 2.0)]


def test_speed_counts_what_was_done_and_stops_in_time() -> None:
    batches: list[list[int]] = []
    assert speed(batches.append, list(range(10)), batch=4, seconds=60) > 0
    assert batches == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    batches.clear()
    speed(batches.append, list(range(10)), batch=4, seconds=0)
    assert batches == [[0, 1, 2, 3]]


def test_pinning_is_undone() -> None:
    os = pytest.importorskip("os")
    if not hasattr(os, "sched_getaffinity"):
        pytest.skip("no such thing here")
    before = os.sched_getaffinity(0)
    with pinned():
        assert len(os.sched_getaffinity(0)) == 1
    assert os.sched_getaffinity(0) == before


@pytest.mark.filterwarnings("ignore")
def test_labelling_against_peers(news: Path, few: Path, model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pysbd")
    monkeypatch.setattr("avow.bench.prediction.encoder", lambda: encoder(layers=1, width=8, inner=16, heads=2))
    names = [rate.name for rate in bulk(news, model_folder, few, rounds=1, seconds=0.01)]
    assert names[:5] == ["avow", "avow, fresh text", "avow, light", "avow, light, fresh text", UNION]
    assert names[-2:] == ["its own scikit-learn pipeline", ENCODER]
    assert [rate.name for rate in single(news, model_folder, few, rounds=1, seconds=0.01)] == ["avow", LIGHT, UNION]
    found = whole(news, model_folder, few, rounds=1, seconds=0.01)
    assert [rate.name for rate in found] == ["avow", LIGHT, f"pySBD and {UNION}"] and found[2].speed > 0
    with pytest.raises(InputError, match="pieces of text"):
        bulk(news, model_folder, few, rounds=100, seconds=0.01)


def test_an_encoder_goes_through_all_its_layers_a_sentence_for_itself() -> None:
    np = pytest.importorskip("numpy")
    small = {"width": 8, "inner": 16, "heads": 2}
    states = encoder(layers=1, **small)(["One two three four.", "", "Five."])
    assert states.shape == (3, 8) and np.isfinite(states).all()
    # Every layer ends with states of mean zero, and so does the mean over a sentence's states.
    assert np.abs(states.mean(axis=1)).max() < 1e-5
    assert not np.allclose(states, encoder(layers=2, **small)(["One two three four.", "", "Five."]))


def test_a_start_without_a_model_or_a_corpus_is_told(tmp_path: Path, light_folder: Path) -> None:
    assert "nope: no model here" in avow("bench", "start", "--model", "nope", cwd=tmp_path, code=1).stderr
    (tmp_path / "one-01.txt").write_text("=== a\ntitle: A\ngenre: wire\ntopic: a\nstyle: a\n\nF\tIt rained.\n")
    command = ("bench", "start", "--model", light_folder, "--seeds", "one-01.txt")
    assert "one-01.txt: nothing to learn from" in avow(*command, cwd=tmp_path, code=1).stderr


@pytest.mark.filterwarnings("ignore")
def test_a_peer_that_is_not_there_is_left_out_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("fasttext", "spacy", "vaderSentiment", "vaderSentiment.vaderSentiment", "textblob", "pysbd"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(logging.getLogger("avow"), "propagate", True)
    assert classifiers([], tmp_path) == {}
    assert caplog.text.count('pip install "avow[bench]"') == 4
    with pytest.raises(MissingExtraError, match=r"avow\[bench\]"):
        split_text(tmp_path, rounds=1, megabytes=1)


@pytest.mark.filterwarnings("ignore")
def test_splitting_and_starting(news: Path, few: Path, model_folder: Path) -> None:
    for name in ("nupunkt", "pysbd", "spacy"):
        pytest.importorskip(name)
    found = split_text(news, rounds=1, megabytes=0.005)
    assert {"avow", "nupunkt", "pySBD", "spaCy sentencizer"} <= {rate.name for rate in found}
    with pytest.raises(InputError, match="too little text"):
        split_text(news, rounds=1, megabytes=5)
    names = [rate.name for rate in start(model_folder, few, rounds=1)]
    assert names[0].startswith("avow") and names[-1] == "bare Python"


def test_scoring_with_one_process_and_two_and_as_it_grows(news: Path, model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("psutil")
    one, two = cores(news, model_folder, rounds=1)
    assert (one.processes, two.processes) == (1, 2) and one.sentences == two.sentences == 180
    assert 0 < one.largest <= one.megabytes
    assert [cost.sentences for cost in growth(news, model_folder, 1000)] == [102, 1002]
    repeat(news, tmp_path / "many.jsonl", 500)
    documents = list(read(tmp_path / "many.jsonl"))
    assert sum(len(split(document)) for document in documents) == 501
    assert len({document.id for document in documents}) == len(documents)


@pytest.mark.parametrize(
    ("name", "message"),
    [("nope", "nope: missing: no such file or folder"), ("empty.txt", "empty.txt: empty; expected")],
)
def test_what_cannot_be_scored_is_one_message_and_no_figure(
    name: str, message: str, model_folder: Path, tmp_path: Path
) -> None:
    pytest.importorskip("psutil")
    (tmp_path / "empty.txt").write_text("")
    done = avow("bench", "scoring", name, "--model", model_folder, "--rounds", "1", cwd=tmp_path, code=1)
    assert done.stderr.startswith(f"avow: {message}") and done.stderr.count("\n") == 1 and not done.stdout


def test_growth_without_a_corpus_or_with_another_plot_is_one_message(tmp_path: Path) -> None:
    size = ("bench", "size", "-o", "size.csv")
    done = avow(*size, cwd=tmp_path, code=1)
    assert done.stderr.startswith("avow: seeds: no such file or folder; expected a labelled corpus")
    done = avow(*size, "--plot", "size.png", cwd=tmp_path, code=2)
    assert done.stderr == "avow: the plot is SVG, not .png; name a file ending in .svg\n"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["prediction", "single", "whole", "training", "archive", "start"])
def test_a_missing_corpus_is_told_with_where_to_find_one_and_a_missing_source_before_it(
    command: str, news: Path, light_folder: Path, tmp_path: Path
) -> None:
    if command == "whole":
        pytest.importorskip("pysbd")
    model = () if command == "training" else ("--model", light_folder)
    source = (news, "--rounds", "1") if command in {"prediction", "single", "whole"} else ()
    told = avow("bench", command, *source, *model, cwd=tmp_path, code=1).stderr
    assert told == (
        "avow: seeds: no such file or folder; expected a labelled corpus, such as the seeds in Avow's repository, "
        "which are not installed; run this in a clone of it, or name a corpus with --seeds\n"
    )
    if source:
        told = avow("bench", command, "nope", *model, cwd=tmp_path, code=1).stderr
        assert told == "avow: nope: missing: no such file or folder; check the path\n"


def test_an_archive_is_read_step_by_step(few: Path, model_folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    names = [rate.name for rate in read_archive(few, model_folder, 5)]
    assert names == ["splitting and labelling", "main text and language", "finding records"]
    write_archive(tmp_path / "a.warc.gz", list(read_corpus([few])), 3)
    (block,) = warc.blocks(tmp_path / "a.warc.gz", 1 << 20)
    assert block == (0, (tmp_path / "a.warc.gz").stat().st_size)


def test_noise_changes_a_tenth_of_the_words_and_no_label() -> None:
    gold = [item for document in read_corpus([SEEDS / "conflict-01.txt"]) for item in document.sentences]
    found = noisy(gold, 3 * len(gold) - 5)
    assert found[: len(gold)] == gold and len(found) == 3 * len(gold) - 5
    again = found[len(gold) : 2 * len(gold)]
    assert [item.label for item in again] == [item.label for item in gold]
    assert {item.group for item in again}.isdisjoint(item.group for item in gold)
    pairs = [
        (old, new)
        for before, after in zip(gold, again, strict=True)
        for old, new in zip(before.sentence.text.split(), after.sentence.text.split(), strict=True)
    ]
    assert 0.07 < sum(old != new for old, new in pairs) / len(pairs) < 0.12
    assert noisy(gold, 500) == noisy(gold, 500)


def test_growth_is_written_as_a_table_and_a_plot(few: Path, tmp_path: Path) -> None:
    costs = list(grow(few, [150, 200]))
    assert [cost.sentences for cost in costs] == [150, 200] and costs[0].seconds > 0
    write(costs, tmp_path / "size.csv", tmp_path / "size.svg")
    lines = (tmp_path / "size.csv").read_text().splitlines()
    assert lines[0] == "sentences,terms,seconds,megabytes" and len(lines) == 3
    first = (tmp_path / "size.svg").read_bytes()
    write(costs, tmp_path / "size.csv", tmp_path / "size.svg")
    assert first == (tmp_path / "size.svg").read_bytes() and b"<svg" in first
