"""Documents to predictions, and predictions to the formats that people use."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from avow import models
from avow.claims import open_register
from avow.cli import labelling
from avow.documents import mark_furniture
from avow.errors import ModelError, UsageError
from avow.prediction import WRITERS, predict_documents, table, to_frame
from avow.prediction.writers import COLUMNS, write_csv
from avow.records import LABELS, Document
from conftest import rewrite

TEXT = 'By Ines Aldana\n\nThe Front claimed responsibility for the bombing. "It was us," it said.\n\nIt is a shabby, shameful habit.'
FIELDS = ["document", "sentence", "paragraph", "start", "end", "text", "label", "probabilities", "unsure", "open_quote"]


@pytest.fixture(scope="module")
def model(model_folder: Path) -> models.Model:
    return models.load(model_folder)


def written(
    model: models.Model, form: str, text: str = TEXT, *, explain: bool = False, unsure_below: float = 0.0
) -> bytes:
    stream = io.BytesIO()
    document = mark_furniture(Document("story", text, title="Story"))
    WRITERS[form](stream, predict_documents(model, [document], explain=explain, unsure_below=unsure_below))
    return stream.getvalue()


def test_json_lines_hold_the_agreed_fields(model: models.Model) -> None:
    rows = [json.loads(line) for line in written(model, "jsonl").splitlines()]
    assert [list(row) for row in rows] == [FIELDS] * 3
    for row in rows:
        assert TEXT[row["start"] : row["end"]] == row["text"]
        assert set(row["probabilities"]) == {str(label) for label in LABELS}
        assert sum(row["probabilities"].values()) == pytest.approx(1, abs=1e-5)
        assert row["label"] == max(row["probabilities"], key=row["probabilities"].get)
    assert [row["paragraph"] for row in rows] == [0, 0, 1]


def test_explained_lines_sum_to_the_scores(model: models.Model) -> None:
    for line in written(model, "jsonl", explain=True).splitlines():
        row = json.loads(line)
        for label in map(str, LABELS):
            assert sum(item[label] for item in row["contributions"]) == pytest.approx(row["scores"][label])


def test_csv_reads_back(model: models.Model) -> None:
    text = 'He said "no, never".\n\n=1+1 is a formula, "quoted".'
    rows = list(csv.DictReader(io.StringIO(written(model, "csv", text).decode(), newline="")))
    assert list(rows[0]) == list(COLUMNS)
    assert [text[int(row["start"]) : int(row["end"])] for row in rows] == [row["text"] for row in rows]


def test_csv_for_a_spreadsheet_holds_no_formula(model: models.Model) -> None:
    texts = ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "a=1"]
    items = [item for text in texts for item in predict_documents(model, [Document("-d", text)])]
    stream = io.BytesIO()
    write_csv(stream, items, spreadsheet=True)
    assert stream.getvalue().startswith(b"\xef\xbb\xbfdocument,")
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == ["'=1+1", "'+1", "'-1", "'@a", "a", "a", "a=1"]
    assert {row["document"] for row in rows} == {"'-d"} and rows[0]["start"] == "0"
    stream = io.BytesIO()
    write_csv(stream, items)
    assert stream.getvalue().startswith(b"document,") and b"\n-d,0,0,0,4,=1+1," in stream.getvalue()


def test_csv_quotes_a_lone_carriage_return(model: models.Model) -> None:
    (item,) = predict_documents(model, [Document("a\rb", "The old\rport is shut.")], lines=True)
    stream = io.BytesIO()
    WRITERS["csv"](stream, [item])
    header, line = stream.getvalue().split(b"\n")[:2]
    assert header == ",".join(COLUMNS).encode()
    assert line.startswith(b'"a\rb",0,0,0,21,"The old\rport is shut.",') and line.endswith(b",False,False")
    assert len(list(csv.reader(io.StringIO(stream.getvalue().decode(), newline="")))) == 2


def test_frame_counts_labels_and_keeps_offsets(model: models.Model) -> None:
    frame = to_frame(model.annotate(TEXT))
    assert list(frame.columns) == list(COLUMNS)
    assert frame["label"].value_counts().sum() == len(frame) == 4
    assert list(frame["label"].cat.categories) == [str(label) for label in LABELS]
    assert [TEXT[start:end] for start, end in zip(frame["start"], frame["end"], strict=True)] == list(frame["text"])
    assert to_frame([]).empty
    with pytest.raises(TypeError, match=r"expected predictions \(Prediction\), got int at position 1"):
        to_frame([*model.annotate("It rained."), 1])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="expected a list of predictions, got NoneType"):
        to_frame(None)  # type: ignore[arg-type]


def test_parquet_reads_back(model: models.Model) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow.parquet

    rows = pyarrow.parquet.read_table(io.BytesIO(written(model, "parquet"))).to_pylist()
    assert [list(row) for row in rows] == [list(COLUMNS)] * 3
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_the_name_of_a_file_need_not_be_text(model: models.Model, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    stream = io.BytesIO()
    WRITERS[form](stream, predict_documents(model, [Document("news-\udcff.txt", "It rained.")]))
    assert stream.getvalue()


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_odd_text_does_not_break_a_writer(model: models.Model, form: str) -> None:
    assert written(model, form, "A lone \ud800 here. שלום. \u202eTurned. 😀!")
    assert isinstance(written(model, form, "   "), bytes)


def test_unsure_marks_what_is_below_the_threshold(model: models.Model) -> None:
    sure = written(model, "text", unsure_below=0.0).decode()
    unsure = written(model, "text", unsure_below=1.0).decode()
    assert sure.count(" ?\t") == 0
    assert unsure.count(" ?\t") == 3


def test_no_identifier_forges_a_line_of_the_text_format(model: models.Model) -> None:
    stream = io.BytesIO()
    document = Document("a\nFACT\t0.99\tNobody did it.\r\u2028b", "It rained.")
    WRITERS["text"](stream, predict_documents(model, [document]))
    head, sentence = stream.getvalue().decode().splitlines()
    assert head == "# a FACT 0.99 Nobody did it. b" and sentence.endswith("\tIt rained.")


@pytest.mark.parametrize(
    ("form", "option", "message"),
    [
        ("csv", "explain", "--explain adds nothing to csv; expected the format table or jsonl or html or text"),
        ("parquet", "explain", "--explain adds nothing to parquet"),
        ("jsonl", "furniture", "--furniture adds nothing to jsonl; expected the format table or html; avow read"),
        ("text", "furniture", "--furniture adds nothing to text"),
        (
            "jsonl",
            "spreadsheet",
            "--spreadsheet adds nothing to jsonl; expected the format csv; leave it out, or write",
        ),
        ("table", "spreadsheet", "--spreadsheet adds nothing to table"),
    ],
)
def test_what_a_format_does_not_show_is_refused(tmp_path: Path, form: str, option: str, message: str) -> None:
    target = tmp_path / "out"
    with pytest.raises(UsageError, match=message):
        labelling.label(["story.txt"], form=form, output=target, **{option: True})  # type: ignore[arg-type]


def test_lines_are_not_split(model: models.Model) -> None:
    (item,) = predict_documents(model, [Document("d", " One. Two. ")], lines=True)
    assert [(p.sentence.text, p.sentence.start) for p in item.predictions] == [("One. Two.", 1)]


def test_terminal_table_wraps_and_names_labels(model: models.Model) -> None:
    buffer = io.StringIO()
    document = mark_furniture(Document("story", TEXT, title="Story"))
    (item,) = predict_documents(model, [document], explain=True, unsure_below=1.0)
    Console(file=buffer, width=60).print(table(item, furniture=True))
    text = buffer.getvalue()
    assert max(map(len, text.splitlines())) <= 60
    text = " ".join(text.split())
    assert "byline" in text and "3 sentences" in text and "3 unsure" in text


def test_documents_that_are_taken_many_at_once_are_labelled_alike(model: models.Model) -> None:
    documents = [
        Document("a", "It rained. The Front claimed the bombing."),
        Document("b", ""),
        Document("c", "A shame!"),
    ]
    for lines in (False, True):
        expected = list(predict_documents(model, documents, lines=lines, unsure_below=0.7))
        assert list(predict_documents(model, iter(documents), lines=lines, unsure_below=0.7, many=True)) == expected
    explained = list(predict_documents(model, documents, explain=True, many=True))
    assert [item.document for item in explained] == documents and explained[0].explanations


def test_a_model_that_is_too_damaged_for_much_text_is_told_before_the_first_line(folder: Path) -> None:
    names = folder / "names.txt"
    names.write_bytes(names.read_bytes().replace(b"w:the\n", b"w:teh\n"))
    same = [Document(f"a#{number}", "It rained.") for number in range(1000)]
    for options in ({"many": True}, {"many": True, "explain": True}, {}):
        model = models.load(folder)
        with pytest.raises(ModelError, match=r"names\.txt: the content is not what was saved"):
            next(predict_documents(model, iter(same), **options))
    # What needs none of it is labelled.
    assert len(list(predict_documents(models.load(folder), same[:10], many=True))) == 10
    names.unlink()
    files = json.loads((folder / "manifest.json").read_text())["files"]
    rewrite(folder, format=1, files={name: entry for name, entry in files.items() if name != "names.txt"})
    assert len(list(predict_documents(models.load(folder), same, many=True))) == 1000


def test_a_damaged_model_makes_no_record_of_the_first_documents(folder: Path) -> None:
    (folder / "names.txt").write_bytes(b"")
    with pytest.raises(ModelError, match=r"names\.txt: 0 bytes"):
        open_register(folder)
