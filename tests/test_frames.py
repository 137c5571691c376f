"""Tables of predictions and of records."""

from pathlib import Path

import pytest

import avow
from avow.claims.writers import COLUMNS, FLAGS

TEXT = (
    "The Saltmarsh Brigade claimed responsibility for the bombing in an e-mail. No group has claimed the arson. "
    "The Brigade said on Friday that it had also burned the depot."
)


def test_records_are_rows_with_the_columns_of_csv(model_folder: Path) -> None:
    found = avow.claims(TEXT, model=model_folder)
    frame = avow.to_frame(found)
    assert list(frame.columns) == list(COLUMNS) and len(frame) == len(found) >= 2
    assert [TEXT[start:end] for start, end in zip(frame["start"], frame["end"], strict=True)] == list(frame["evidence"])
    unclaimed = frame[frame["status"] == "unclaimed"]
    assert unclaimed["claimant"].isna().all() and unclaimed["claimant_start"].isna().all()
    assert all(frame[name].dtype == bool for name in FLAGS)
    assert str(frame["claimant_start"].dtype) == "Int64"


def test_predictions_and_nothing_have_the_columns_of_predictions(model_folder: Path) -> None:
    model = avow.load(model_folder)
    assert list(avow.to_frame(model.annotate(TEXT)).columns) == list(avow.to_frame([]).columns)


def test_what_is_no_prediction_and_no_record_is_told(model_folder: Path) -> None:
    found = avow.claims(TEXT, model=model_folder)
    labelled = avow.load(model_folder).annotate(TEXT)
    with pytest.raises(TypeError, match=r"expected claims \(Claim\), got Prediction at position"):
        avow.to_frame([*found, *labelled])  # type: ignore[list-item]
    with pytest.raises(TypeError, match=r"expected predictions \(Prediction\), got Claim at position"):
        avow.to_frame([*labelled, *found])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="expected a list of predictions or claims, got NoneType"):
        avow.to_frame(None)  # type: ignore[arg-type]


def test_a_loaded_model_stands_for_its_folder(model_folder: Path) -> None:
    assert avow.claims(TEXT, model=avow.load(model_folder)) == avow.claims(TEXT, model=model_folder)
