"""Models as folders: saving, loading, verifying and refusing what is damaged, foreign or hostile."""

from __future__ import annotations

import json
import math
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from avow import models
from avow.errors import ModelError, OutputError
from avow.models import words
from avow.models.table import Table, in_order, key_of, pack
from avow.records import Sentence
from avow.stances import TrainedStances
from avow.storage import digest_file
from avow.training import TrainedModel
from conftest import rewrite
from test_cli import avow


class Hostile:
    """Unpickling this makes a file."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.marker,)


def test_same_input_gives_the_same_bytes(
    trained: TrainedModel, stances: TrainedStances, model_folder: Path, tmp_path: Path
) -> None:
    models.save(trained, tmp_path / "again", stances=stances)
    for name in ("weights.bin", "names.txt", "terms.tsv", "fingerprints.bin", "stances.bin", "stances.tsv"):
        assert (tmp_path / "again" / name).read_bytes() == (model_folder / name).read_bytes(), name


def test_two_processes_train_the_same_weights(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from avow.corpus import read_corpus; from avow.params import Parameters\n"
        "from avow.training import train; from avow import models\n"
        f"docs = list(read_corpus([Path({str(Path(__file__).parents[1] / 'seeds' / 'conflict-01.txt')!r}), "
        f"Path({str(Path(__file__).parents[1] / 'seeds' / 'conflict-02.txt')!r})]))\n"
        "gold = [[i for d in docs[k::4] for i in d.sentences] for k in (0, 1)]\n"
        "models.save(train(gold[0], gold[1], Parameters()), Path(sys.argv[1]))\n"
    )
    for name in ("one", "two"):
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / name)],
            check=True,
            env={"PYTHONHASHSEED": name[:1].replace("o", "1").replace("t", "2"), "PATH": ""},
        )
    assert digest_file(tmp_path / "one" / "weights.bin") == digest_file(tmp_path / "two" / "weights.bin")


def test_an_existing_model_is_kept(trained: TrainedModel, folder: Path) -> None:
    before = digest_file(folder / "manifest.json")
    with pytest.raises(OutputError, match="--overwrite"):
        models.save(trained, folder)
    assert digest_file(folder / "manifest.json") == before
    models.save(trained, folder, overwrite=True)
    assert models.verify(folder).faults == ()


def test_what_was_told_of_a_model_goes_with_it(trained: TrainedModel, folder: Path) -> None:
    (folder / "plots").mkdir()
    told = ["evaluation.json", "behaviour.json", "report.md", "plots/confusion.csv"]
    for name in (*told, "plots/mine.csv", "curve.json"):
        (folder / name).write_text("1\n")
    (folder / "README.md").write_text("# My models\n")
    assert models.describe(folder).strangers == ()
    assert models.save(trained, folder, overwrite=True) == ["evaluation.json", "behaviour.json", "report.md", told[-1]]
    assert not any((folder / name).exists() for name in told)
    # The curve is of the labels; the others are not ours.
    assert all((folder / name).exists() for name in ("plots/mine.csv", "curve.json", "README.md"))
    (folder / "README.md").write_text("# Model card\n\nA model.\n")
    assert models.save(trained, folder, overwrite=True) == ["README.md"]


def test_what_was_told_of_a_model_goes_though_saving_the_next_one_was_broken_off(
    trained: TrainedModel, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "metrics.json").write_text("1\n")
    unlink = Path.unlink

    def killed(path: Path, missing_ok: bool = False) -> None:
        unlink(path, missing_ok)
        if path == folder / "manifest.json":
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", killed)
        with pytest.raises(KeyboardInterrupt):
            models.save(trained, folder, overwrite=True)
    models.save(trained, folder, overwrite=True)
    assert not (folder / "metrics.json").exists()


def test_a_folder_without_a_model_loses_nothing_unasked(trained: TrainedModel, tmp_path: Path) -> None:
    for name in ("names.txt", "terms.tsv", "metrics.json"):
        (tmp_path / name).write_text("mine\n")
    with pytest.raises(OutputError, match=r"holds terms\.tsv, names\.txt already; .*--overwrite"):
        models.save(trained, tmp_path)
    assert (tmp_path / "names.txt").read_text() == "mine\n"
    assert models.save(trained, tmp_path, overwrite=True) == []
    assert (tmp_path / "metrics.json").read_text() == "mine\n"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": True}, "format True, this version of avow reads 1 to 2; train the model anew"),
        ({"format": -3}, "format -3, this version of avow reads 1 to 2; train the model anew"),
        ({"parameters": []}, "parameters and data are not what training writes"),
        ({"parameters": {"features": {"kinds": "words"}}}, "parameters and data are not what training writes"),
        ({"data": {"risks": {"0.05": "0.7"}}}, "parameters and data are not what training writes"),
    ],
    ids=str,
)
def test_a_manifest_that_prediction_cannot_read_is_told(folder: Path, change: dict[str, object], message: str) -> None:
    rewrite(folder, **change)
    with pytest.raises(ModelError, match=message):
        models.load(folder)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"scores": {"macro_f1": "high"}}, r"scores\.macro_f1"),
        ({"versions": 3}, "versions: input should be a valid dictionary"),
        ({"terms": None}, "terms"),
        ({"data": {"training": {}}}, r"data\.training\.documents: field required"),
    ],
    ids=str,
)
def test_a_manifest_of_another_shape_is_no_whole_model(folder: Path, change: dict[str, object], message: str) -> None:
    rewrite(folder, **change)
    for look in (models.describe, models.verify):
        with pytest.raises(ModelError, match=rf"manifest\.json: not what training writes \(.*{message}"):
            look(folder)
    models.load(folder)


def test_a_manifest_without_what_training_writes_is_no_whole_model(folder: Path) -> None:
    path = folder / "manifest.json"
    rewrite(folder)
    content = json.loads(path.read_text())
    for name in ("data", "scores", "versions"):
        path.write_text(json.dumps({key: value for key, value in content.items() if key != name}))
        with pytest.raises(ModelError, match=f"{name}: field required"):
            models.verify(folder)


@pytest.mark.parametrize("name", ["prior", "risks"])
def test_a_manifest_that_was_changed_is_refused(folder: Path, name: str) -> None:
    path = folder / "manifest.json"
    content = json.loads(path.read_text())
    path.write_text(json.dumps(content))
    models.verify(folder)
    part = content["data"][name]
    part[min(part)] = 0.25
    path.write_text(json.dumps(content))
    for look in (models.load, models.verify, models.describe):
        with pytest.raises(ModelError, match=r"manifest\.json: the manifest is not what was saved \(digest differs\)"):
            look(folder)


def test_a_manifest_without_a_digest_is_said_to_have_none(folder: Path) -> None:
    assert avow("models", "verify", folder, cwd=folder).stdout == f"{folder}: whole and unchanged\n"
    rewrite(folder)
    assert "carries no digest" in avow("models", "verify", folder, cwd=folder).stdout


def test_a_file_that_is_not_what_was_saved_is_told_where_a_model_is_looked_at(folder: Path) -> None:
    assert models.describe(folder).faults == ()
    found = avow("models", "describe", folder, cwd=folder)
    assert found.stderr == ""
    data = bytearray((folder / "names.txt").read_bytes())
    data[3] ^= 1
    (folder / "names.txt").write_bytes(data)
    (folder / "stances.bin").unlink()
    (folder / "pipeline.joblib").write_bytes(b"")
    described = avow("models", "describe", folder, cwd=folder)
    assert described.returncode == 0
    assert [line.partition(";")[0] for line in described.stderr.splitlines()] == [
        f"note: {folder / 'pipeline.joblib'}: 0 bytes",
        f"note: {folder / 'names.txt'}: the content is not what was saved (digest differs)",
        f"note: {folder / 'stances.bin'}: missing or not a plain file",
    ]
    # What is told beside it is the same but for the sizes of files.
    assert described.stdout.splitlines()[:5] == found.stdout.splitlines()[:5]
    assert models.verify(folder).faults == models.describe(folder).faults


def test_a_folder_that_cannot_be_written_is_told_first(trained: TrainedModel, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"cannot be written \(.*file is not a folder\)"):
        models.ensure_free(tmp_path / "file" / "deep" / "model", overwrite=False)


def test_nothing_half_written_is_left(trained: TrainedModel, tmp_path: Path) -> None:
    broken = replace(trained, weights={"w:x": (math.nan, 0.0, 0.0)})
    with pytest.raises(ModelError, match="not finite"):
        models.save(broken, tmp_path / "model")
    assert not list(tmp_path.iterdir())


def test_a_whole_model_verifies(folder: Path) -> None:
    found = models.verify(folder)
    assert found.faults == () and found.strangers == ()
    (folder / "extra.exe").write_text("")
    assert models.describe(folder).strangers == ("extra.exe",)


@pytest.mark.parametrize("size", [0, 10, 63, 64, 5000])
def test_truncated_weights_are_refused(folder: Path, size: int) -> None:
    path = folder / "weights.bin"
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(ModelError, match="bytes"):
        models.load(folder)
    assert models.verify(folder).faults


@pytest.mark.parametrize("size", [0, 10, 63, 5000])
def test_a_truncated_table_is_refused_by_itself(folder: Path, size: int) -> None:
    path = folder / "weights.bin"
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(ModelError, match=r"truncated|bytes"):
        Table(path)


def test_a_flipped_bit_is_refused(folder: Path) -> None:
    path = folder / "weights.bin"
    data = bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(data)
    with pytest.raises(ModelError, match="digest differs"):
        models.load(folder)


def test_huge_counts_are_refused(tmp_path: Path) -> None:
    data = bytearray(pack({"w:a": (1.0, 2.0, 3.0)}, (0.0, 0.0, 0.0)))
    data[16:24] = (2**62).to_bytes(8, "little")
    (tmp_path / "weights.bin").write_bytes(data)
    with pytest.raises(ModelError, match="terms"):
        Table(tmp_path / "weights.bin")
    data[8:12] = (99).to_bytes(4, "little")
    (tmp_path / "weights.bin").write_bytes(data)
    with pytest.raises(ModelError, match="upgrade avow"):
        Table(tmp_path / "weights.bin")
    (tmp_path / "weights.bin").write_bytes(b"x" * 100)
    with pytest.raises(ModelError, match="not a table"):
        Table(tmp_path / "weights.bin")


def test_foreign_and_newer_folders_are_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model here"):
        models.load(tmp_path / "nowhere")
    rewrite(folder, format=99)
    with pytest.raises(ModelError, match="upgrade avow"):
        models.load(folder)
    rewrite(folder, format=1, labels=["a", "b"])
    with pytest.raises(ModelError, match="labels"):
        models.load(folder)
    (folder / "manifest.json").write_text('{"kind": "other"}')
    with pytest.raises(ModelError, match="not the manifest"):
        models.load(folder)
    (folder / "manifest.json").write_text("[" * 100_000)
    with pytest.raises(ModelError, match="JSON"):
        models.load(folder)


def test_links_and_paths_outside_are_refused(folder: Path, tmp_path: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    rewrite(folder, files=manifest["files"] | {"../../etc/passwd": {"bytes": 1, "digest": ""}})
    with pytest.raises(ModelError, match="files"):
        models.load(folder)
    rewrite(folder, files=manifest["files"])
    (folder / "weights.bin").rename(tmp_path / "elsewhere.bin")
    (folder / "weights.bin").symlink_to(tmp_path / "elsewhere.bin")
    with pytest.raises(ModelError, match="not a plain file"):
        models.load(folder)


def test_a_hostile_pickle_is_never_opened(folder: Path, tmp_path: Path) -> None:
    marker = tmp_path / "executed"
    path = folder / "pipeline.joblib"
    path.write_bytes(pickle.dumps(Hostile(marker)))
    model = models.load(folder)
    model.predict(["The cell claimed the bombing."])
    models.describe(folder)
    assert models.verify(folder).faults
    for place in (folder, str(folder)):
        with pytest.raises(ModelError, match="trusted=True"):
            models.load_pipeline(place)
    with pytest.raises(ModelError, match="bytes"):
        models.load_pipeline(folder, trusted=True)
    assert not marker.exists()
    pickle.loads(path.read_bytes())
    assert marker.exists()


def test_a_trusted_pipeline_is_opened(folder: Path, model_folder: Path) -> None:
    sentence = Sentence.bare("The cell claimed the bombing.")
    pipeline = models.load_pipeline(str(folder), trusted=True)
    assert np.allclose(pipeline.predict_proba([sentence]), models.load(model_folder).predict_proba([sentence]))


def test_keys_are_stable() -> None:
    # From an independent run of BLAKE2b with eight bytes of digest over b"w:bomb".
    import hashlib

    assert key_of("w:bomb").to_bytes(8, "little") == hashlib.blake2b(b"w:bomb", digest_size=8).digest()


def test_rows_and_names_are_in_the_order_of_keys(tmp_path: Path) -> None:
    weights = {"w:a": (0.0, 2.0, 3.0), "w:b": (1.0, 5.0, 6.5), "p:a b": (0.0, 8.0, 9.0)}
    (tmp_path / "weights.bin").write_bytes(pack(weights, (0.0, 0.0, 0.0)))
    table = Table(tmp_path / "weights.bin")
    # The weight for fact is taken off, so that two numbers say what three do.
    found = {term: words.weight(row) for term, row in weights.items()}
    assert dict(zip(in_order(weights), table.weights(), strict=True)) == found
    assert words.weight((1.0, 3.0, 6.0)) == 2 + 5j and words.weight(None) == 0
