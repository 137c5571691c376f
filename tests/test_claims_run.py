"""The register of many documents, by processes."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from avow import workers
from avow.claims import Settings, register_documents
from avow.claims.run import _batches
from avow.errors import AvowError
from avow.records import Document
from claiming import ARTICLE
from conftest import dying_worker


def test_a_batch_is_full_of_documents_or_of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avow.claims.run._CHARACTERS", 10)
    monkeypatch.setattr("avow.claims.run._BATCH", 3)
    documents = [Document(str(number), "x" * size) for number, size in enumerate([4, 4, 4, 20, 1, 1, 1, 1])]
    assert [[item.id for item in batch] for batch in _batches(documents)] == [
        ["0", "1", "2"],
        ["3"],
        ["4", "5", "6"],
        ["7"],
    ]


def test_processes_change_nothing(model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avow.claims.run._BATCH", 1)
    documents = [Document(str(number), ARTICLE) for number in range(9)]
    alone = list(register_documents(documents, Settings(model_folder)))
    together = list(register_documents(documents, Settings(model_folder, processes=2)))
    assert alone == together
    assert [item.document.id for item in together] == list("012345678")


def test_a_worker_of_the_register_that_is_killed_is_replaced(
    model_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("avow.claims.run._BATCH", 1)
    documents = [Document(str(number), ARTICLE) for number in range(12)]
    found = register_documents(documents, Settings(model_folder, processes=2))
    together = [next(found)]
    for worker in multiprocessing.active_children():
        worker.kill()
    together += found
    assert together == list(register_documents(documents, Settings(model_folder)))
    assert not multiprocessing.active_children()


def test_documents_that_kill_every_worker_are_named(model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "start", dying_worker)
    documents = [Document(str(number), ARTICLE) for number in range(3)]
    with pytest.raises(AvowError, match=r"0 to 2: a worker process died 3 times .exit code 9.*lower --jobs"):
        list(register_documents(documents, Settings(model_folder, processes=2)))


def test_lines_are_sentences(model_folder: Path) -> None:
    document = Document("l#1", " The Saltmarsh Brigade claimed responsibility for the attack. No one was hurt. ")
    (found,) = register_documents([document], Settings(model_folder, lines=True))
    assert [record.evidence[0].span.text for record in found.claims] == [document.text.strip()]
