"""The corpus format, its checks and counts, the label stage, and adapters."""

from __future__ import annotations

import json
import logging
import re
from dataclasses import replace
from pathlib import Path

import pytest
from sklearn.metrics import cohen_kappa_score

from avow.corpus import (
    GoldDocument,
    TableOptions,
    align,
    check_corpus,
    corpus_statistics,
    label_rows,
    read_corpus,
    read_gold,
    read_labels,
    read_muc,
    read_sentences,
    write_labels,
)
from avow.corpus.adapters import files_of
from avow.corpus.format import LETTERS
from avow.errors import CorpusError, InputError, UsageError
from avow.records import Label
from avow.sentences import split
from conftest import SEEDS

GOOD = """=== depot-fire
title: Depot burns
genre: wire
topic: fire
style: made up for this test

F	The depot at Port Calder burned for nine hours on Tuesday.
C{by=the cell; mode=call; second=F}	The cell claimed the fire in a call to a radio station that night.

O	It is a shabby habit.
"""


def corpus(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "made-01.txt"
    path.write_text(text, encoding="utf-8")
    return path


def written(documents: list[GoldDocument]) -> str:
    """The text of a corpus file that holds the documents."""
    letters = {label: letter for letter, label in LETTERS.items()}
    blocks: list[str] = []
    for gold in documents:
        headers = {
            "title": gold.document.title,
            "genre": gold.document.genre,
            "topic": gold.topic,
            "style": gold.style,
        }
        lines = [f"=== {gold.document.id}", *(f"{name}: {value}" for name, value in headers.items())]
        paragraph = -1
        for item in gold.sentences:
            if item.sentence.paragraph != paragraph:
                lines.append("")
                paragraph = item.sentence.paragraph
            pairs = [f"{name}={value}" for name, value in item.attributes]
            if item.second not in (None, item.label):
                pairs.append(f"second={letters[item.second]}")
            braces = f"{{{'; '.join(pairs)}}}" if pairs else ""
            lines.append(f"{letters[item.label]}{braces}\t{item.sentence.text}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def test_seeds_round_trip_to_the_byte() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        assert written(list(read_corpus([path]))).encode() == path.read_bytes(), path


def test_offsets_hold_in_every_seed(seeds: list[GoldDocument]) -> None:
    for gold in seeds:
        for item in gold.sentences:
            assert gold.document.text[item.sentence.start : item.sentence.end] == item.sentence.text


def test_a_document_is_read_as_written(tmp_path: Path) -> None:
    (gold,) = read_corpus([corpus(tmp_path, GOOD)])
    assert gold.family == "made"
    assert gold.document.title == "Depot burns"
    assert gold.document.text.count("\n\n") == 1
    claim = gold.sentences[1]
    assert (claim.label, claim.second, claim.line) == (Label.CLAIM, Label.FACT, 8)
    assert claim.attributes == (("by", "the cell"), ("mode", "call"))
    assert [item.sentence.paragraph for item in gold.sentences] == [0, 0, 1]


def test_a_sentence_may_have_several_stances(tmp_path: Path) -> None:
    both = GOOD.replace("mode=call; second=F}", "mode=call; stance=denies+blames; whom=the army}")
    (gold,) = read_corpus([corpus(tmp_path, both)])
    assert gold.sentences[1].stances == ("denies", "blames")
    assert gold.sentences[0].stances == ()
    assert written([gold]) == both
    assert corpus_statistics([gold]).stances == {"denies": 1, "blames": 1}


def test_a_claim_may_have_a_kind_of_act(tmp_path: Path) -> None:
    told = GOOD.replace("mode=call; second=F}", "mode=call; kind=cyber: ransomware; competing=no}")
    (gold,) = read_corpus([corpus(tmp_path, told)])
    assert dict(gold.sentences[1].attributes)["kind"] == "cyber: ransomware"
    counts = corpus_statistics([gold])
    assert counts.kinds == {"cyber: ransomware": 1}
    assert "| kind | cyber: ransomware | 1 |" in counts.as_markdown()


def test_seeds_have_no_violation() -> None:
    assert check_corpus([SEEDS]) == []


VIOLATIONS = [
    ("F\tThe depot", "X\tThe depot", 7, "unknown label"),
    ("genre: wire", "genre: poem", 3, "unknown genre"),
    ("mode=call", "mode=pigeon", 8, "unknown value"),
    ("mode=call", "kind=picnic", 8, "unknown value"),
    ("mode=call", "competing=perhaps", 8, "unknown value"),
    ("mode=call", "how=call", 8, "unknown attribute"),
    ("O\tIt is", "O It is", 10, "missing tab"),
    ("O\tIt is", "O{by=me}\tIt is", 10, "by without a claim"),
    ("O\tIt is", "O{kind=bombing; stance=none}\tIt is", 10, "kind without a claim"),
    ("topic: fire\n", "", 1, "missing header"),
    ("topic: fire\n", "topic: fire\ntopic: flood\n", 5, "repeated header"),
    ("topic: fire\n", "colour: red\ntopic: fire\n", 4, "unknown header"),
    ("O\tIt is a shabby habit.", "O\t ", 10, "empty sentence"),
    ("It is a shabby habit.", "It is a shabby habit. ", 10, "white space"),
    ("It is a shabby habit.\n", "It is a shabby habit.\r\n", 10, "line end"),
    ("=== depot-fire", "stray\n=== depot-fire", 1, "stray line"),
    ("=== depot-fire", "\ufeff\ufeff=== depot-fire", 1, "byte order mark"),
    ("O\tIt is a shabby habit.\n", f"O\tIt is a shabby habit.\n\n{GOOD}", 12, "duplicate slug"),
    ("mode=call; second=F}", "stance=denies+denies}", 8, "unknown value"),
    ("O\tIt is", "O{whom=x}\tIt is", 10, "whom without blame"),
]


@pytest.mark.parametrize(("old", "new", "line", "kind"), VIOLATIONS, ids=[row[3] for row in VIOLATIONS])
def test_each_violation_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, kind: str) -> None:
    assert old in GOOD
    path = corpus(tmp_path, "")
    path.write_bytes(GOOD.replace(old, new, 1).encode())
    found = [(item.line, item.kind) for item in check_corpus([path])]
    assert (line, kind) in found
    if "duplicate" not in kind:
        with pytest.raises(CorpusError, match=r"made-01\.txt:\d+"):
            list(read_corpus([path]))


def test_all_violations_are_told_at_once(tmp_path: Path) -> None:
    path = corpus(tmp_path, GOOD.replace("F\tThe", "X\tThe").replace("genre: wire", "genre: poem"))
    assert {item.kind for item in check_corpus([path])} == {"unknown label", "unknown genre"}


def test_sentences_that_recur_across_documents_are_told(tmp_path: Path) -> None:
    second = GOOD.replace("depot-fire", "depot-blaze").replace("Tuesday", "tuesday").replace("shabby", "bad")
    found = check_corpus([corpus(tmp_path, f"{GOOD}\n{second}")])
    assert {item.kind for item in found} == {"duplicate sentence", "near-duplicate document"}
    assert all(item.line > 11 for item in found)


def test_empty_document_and_wrong_encoding(tmp_path: Path) -> None:
    assert [item.kind for item in check_corpus([corpus(tmp_path, GOOD[: GOOD.index("F\t")])])] == ["empty document"]
    path = tmp_path / "latin-01.txt"
    path.write_bytes(GOOD.replace("shabby", "schäbig").encode("cp1252"))
    assert [(item.kind, item.line) for item in check_corpus([path])] == [("encoding", 10)]


def test_statistics_of_the_seeds(seeds: list[GoldDocument]) -> None:
    found = corpus_statistics(seeds)
    assert found.total.documents == 4013
    assert found.total.labels == (52125, 8619, 8403)
    assert sum(found.stances.values()) == 15_359
    sentences = [item for gold in seeds for item in gold.sentences]
    expected = cohen_kappa_score([item.label for item in sentences], [item.second for item in sentences])
    assert found.total.agreement.kappa == pytest.approx(expected)


def test_datasheet_holds_the_statistics(seeds: list[GoldDocument]) -> None:
    text = (SEEDS / "README.md").read_text(encoding="utf-8")
    tables = text.split("<!-- statistics -->\n")[1].split("<!-- end of statistics -->")[0]
    assert tables.strip() == corpus_statistics(seeds).as_markdown().strip()


def test_labels_align_by_offsets(seeds: list[GoldDocument], tmp_path: Path) -> None:
    chosen = [gold for gold in seeds if gold.family == "conflict"][:5]
    predicted = {gold.document.id: split(gold.document) for gold in chosen}
    found = align(chosen[0], predicted[chosen[0].document.id][1:])
    assert len(found.unaligned_gold) >= 1
    assert all(item.sentence.text == sentence.text for item, sentence in found.matched)
    partitions = {gold.document.id: "test" for gold in chosen}
    rows = list(label_rows(chosen, predicted, partitions))
    write_labels(tmp_path / "labels.jsonl", rows)
    assert list(read_labels(tmp_path / "labels.jsonl")) == rows
    with pytest.raises(InputError, match="no split sentences"):
        list(label_rows([gold for gold in seeds if gold.family == "news"][:1], predicted, partitions))


def test_sentences_of_another_text_get_no_labels(tmp_path: Path) -> None:
    (gold,) = read_corpus([corpus(tmp_path, GOOD)])
    found = split(gold.document)
    assert list(label_rows([gold], {"depot-fire": found}, {"depot-fire": "train"}))
    first = found[0]
    edited = replace(first, text=first.text.replace("depot", "house"))
    assert len(edited.text) == len(first.text) and edited != first
    assert not align(gold, [edited]).matched
    for stale in ([edited, *found[1:]], found[1:], found[:-1], [first, *found], [*found[:1], *found[2:]]):
        with pytest.raises(InputError, match=r"made-01\.txt:1: the split sentences of depot-fire are not those of its"):
            list(label_rows([gold], {"depot-fire": stale}, {"depot-fire": "train"}))


SPLIT = {"document": "d", "sentence": 0, "paragraph": 0, "start": 0, "end": 4, "text": "One.", "open_quote": False}
LABELLED = SPLIT | {"boundaries": "gold", "partition": "train", "label": "fact", "second": None, "attributes": {}}
LABELLED |= {"group": "d", "genre": "", "family": "made", "line": 7}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"boundaries": "golden"}, "boundaries: input should be 'gold' or 'predicted'"),
        ({"partition": "dev"}, "partition: input should be 'train', 'development' or 'test'"),
        ({"label": "Fact"}, "label: input should be 'fact', 'opinion' or 'claim-of-responsibility'"),
        ({"attributes": []}, "attributes: input should be a valid dictionary"),
        ({"attributes": {"stance": 5}}, "attributes.stance: input should be a valid string"),
        ({"attributes": {"stance": "praises"}}, "stance 'praises', not one of blames, denies"),
        ({"group": []}, "group: input should be a valid string"),
        ({"text": ["O", "n", "e", "."]}, "text: input should be a valid string"),
        ({"end": 5}, "5 characters between its offsets, 4 in its text"),
        ({"label": None, "partition": "dev"}, "partition: input"),
    ],
    ids=str,
)
def test_a_row_of_labels_that_is_none_is_told(tmp_path: Path, change: dict[str, object], message: str) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(LABELLED) + "\n" + json.dumps(LABELLED | change) + "\n")
    with pytest.raises(InputError, match=rf"labels\.jsonl:2: not a row of labels \(.*{re.escape(message)}"):
        list(read_labels(path))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (LABELLED, "a row of a label file"),
        (SPLIT, "the sentence of line 1 again"),
        (SPLIT | {"start": 5, "end": 10}, "5 characters between its offsets"),
        (SPLIT | {"text": 1}, "text: input should be a valid string"),
        ({"document": "d"}, "sentence: field required"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_split_sentence_that_is_none_is_told(tmp_path: Path, row: dict[str, object], message: str) -> None:
    path = tmp_path / "sentences.jsonl"
    path.write_text(json.dumps(SPLIT) + "\n" + json.dumps(row) + "\n")
    with pytest.raises(InputError, match=rf"sentences\.jsonl:2: not a split sentence \(.*{re.escape(message)}"):
        read_sentences(path)


def test_a_slug_stands_once_in_a_corpus(tmp_path: Path) -> None:
    path = corpus(tmp_path, GOOD)
    (tmp_path / "made-02.txt").write_text(GOOD, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"made-02\.txt:1: slug depot-fire stands at .*made-01\.txt:1 too"):
        list(read_corpus([tmp_path]))
    assert len(list(read_corpus([path]))) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "  \n"])
def test_a_file_without_documents_is_told(tmp_path: Path, text: str) -> None:
    path = corpus(tmp_path, text)
    assert next(item.kind for item in check_corpus([path])) == "empty file"
    with pytest.raises(CorpusError, match=r"made-01\.txt:1: no document"):
        list(read_corpus([path]))


def test_a_broken_label_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text('{"document": "d"}\n')
    with pytest.raises(InputError, match=r"labels\.jsonl:1: not a row of labels"):
        list(read_labels(path))


def test_checkthat_adapter(tmp_path: Path) -> None:
    path = tmp_path / "dev_en.tsv"
    path.write_text(
        'sentence_id\tsentence\tlabel\tsolved_conflict\n1\t"Odd," he said.\tOBJ\tFalse\n2\tA "disgrace\tSUBJ\n'
    )
    found = read_gold(f"checkthat:{path}")
    assert [(item.sentence.text, item.label) for item in found.sentences] == [
        ('"Odd," he said.', Label.FACT),
        ('A "disgrace', Label.OPINION),
    ]
    assert found.merge == {Label.CLAIM: Label.FACT}


@pytest.mark.parametrize(
    ("prefix", "name"),
    [("babe", "sg1.csv"), ("checkthat", "train_en.tsv"), ("labels", "labels.jsonl"), ("muc", "documents.jsonl.gz")],
)
def test_a_folder_is_no_set_of_one_file(prefix: str, name: str, tmp_path: Path) -> None:
    message = re.escape(
        f"{tmp_path}: is a folder, and {prefix} is read from a file; expected the file, such as {prefix}:{tmp_path / name}"
    )
    with pytest.raises(InputError, match=message):
        files_of(f"{prefix}:{tmp_path}")
    if prefix != "muc":
        with pytest.raises(InputError, match=message):
            read_gold(f"{prefix}:{tmp_path}")
    with pytest.raises(InputError, match=r"expected files named \*\.txt"):
        files_of(f"seeds:{tmp_path}")


def test_babe_adapter_counts_what_it_drops(tmp_path: Path) -> None:
    path = tmp_path / "sg1.csv"
    rows = [
        "text,outlet,label_opinion",
        "One fact. ,a,Entirely factual",
        '"A, view.",b,Expresses writer’s opinion',
        "Hm.,b,No agreement",
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = read_gold(f"babe:{path}")
    assert [(item.sentence.text, item.label, item.group) for item in found.sentences] == [
        ("One fact.", Label.FACT, "a"),
        ("A, view.", Label.OPINION, "b"),
    ]
    assert found.dropped == {"No agreement": 1}


def test_any_table_with_a_mapping(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("story,kind\nOne.,f\nTwo.,v\n")
    options = TableOptions("story", "kind", None, {"f": Label.FACT, "v": Label.OPINION})
    assert [item.label for item in read_gold(str(path), options).sentences] == [Label.FACT, Label.OPINION]
    with pytest.raises(InputError, match=r"own\.csv:3: unknown label 'v'.*--map v=LABEL"):
        read_gold(str(path), TableOptions("story", "kind", None, {"f": Label.FACT}))
    with pytest.raises(InputError, match="no column label"):
        read_gold(str(path), TableOptions("story"))
    with pytest.raises(UsageError, match="unknown corpus"):
        read_gold("nowhere:x")


def test_the_column_of_the_text_is_guessed_once_and_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "own.csv"
    rows = ["passage,remark,label", "The mayor opened the northern bridge.,ok,fact", "It rained.,fine,fact"]
    path.write_text("\n".join(rows) + "\n")
    with caplog.at_level("WARNING"):
        found = read_gold(str(path))
    assert [item.sentence.text for item in found.sentences] == [
        "The mayor opened the northern bridge.",
        "It rained.",
    ]
    assert [record.getMessage() for record in caplog.records] == [
        f"{path}: text taken from column passage (name another with --text)"
    ]
    path.write_text("\n".join([*rows, "Late.,the annotators did not agree,fact"]) + "\n")
    with pytest.raises(InputError, match=r"several columns may hold the sentence; expected .*: passage, remark; name"):
        read_gold(str(path))
    assert len(read_gold(str(path), TableOptions("passage")).sentences) == 3
    path.write_text("number,label\n1,fact\n")
    with pytest.raises(InputError, match=r"no column may hold the sentence; expected .*: number; name it with --text"):
        read_gold(str(path))


@pytest.mark.parametrize(
    ("header", "row", "column"),
    [
        ("article,sentence text", "harbour-fire-7,The depot at Port Calder burned.", "sentence text"),
        ("article,verdict words", "harbour-fire-7,Late.", "article"),
        ("article,sentence", "How the depot came to burn,It burned for nine long hours.", "sentence"),
        ("text,remark", "The depot at Port Calder burned.,seen by both of the annotators", "text"),
        ("article,sentence text", "How the depot came to burn,It burned for nine long hours.", None),
        ("text,sentence", "The depot at Port Calder burned.,It burned for nine long hours.", None),
    ],
)
def test_a_column_is_taken_for_the_text_by_what_it_holds(
    tmp_path: Path, header: str, row: str, column: str | None
) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{header},label\n{row},fact\n")
    if column is None:
        with pytest.raises(InputError, match="several columns may hold the sentence"):
            read_gold(str(path))
    else:
        values = dict(zip(header.split(","), row.split(","), strict=True))
        assert read_gold(str(path)).sentences[0].sentence.text == values[column]


def test_a_row_without_a_document_is_its_own(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("avow"), "propagate", True)
    path = tmp_path / "own.csv"
    path.write_text("text,label,article\nOne.,fact,7\nTwo.,fact,\nThree.,fact,  \nFour.,fact,7\n")
    with caplog.at_level("WARNING"):
        found = read_gold(str(path), TableOptions(group="article"))
    assert [item.group for item in found.sentences] == ["7", "own.csv#3", "own.csv#4", "7"]
    assert "2 rows name no document in column article" in caplog.text
    path = tmp_path / "own.jsonl"
    path.write_text("".join(f'{{"text": "{word}.", "label": "fact", "article": NaN}}\n' for word in ("One", "Two")))
    found = read_gold(str(path), TableOptions(group="article"))
    assert [item.group for item in found.sentences] == ["own.jsonl#1", "own.jsonl#2"]


def test_text_of_a_table_is_a_string(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text('{"text": ["One."], "label": "fact"}\n')
    with pytest.raises(InputError, match=r"own\.jsonl:1: column text holds a list; expected a string"):
        read_gold(str(path))


def test_a_column_that_stands_twice_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("text,text,label\nIt rained.,It snowed.,fact\n")
    with pytest.raises(InputError, match=r"own\.csv:1: the column text stands twice; expected different names"):
        read_gold(str(path), TableOptions("text"))


def test_a_byte_order_mark_is_one_violation(tmp_path: Path) -> None:
    assert [str(item.kind) for item in check_corpus([corpus(tmp_path, f"\ufeff{GOOD}")])] == ["byte order mark"]


def test_muc_documents(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    path.write_text(
        '{"id": "1", "text": "THE FRONT CLAIMED IT.", "claimed": "yes", "claimants": ["THE FRONT"], "relevant": "yes"}\n{"id": "2", "text": "IT RAINED.", "claimed": "no"}\n'
    )
    assert [(item.claimed, item.claimants, item.relevant) for item in read_muc(path)] == [
        (True, ("THE FRONT",), True),
        (False, (), None),
    ]
    path.write_text('{"id": "1", "text": "IT RAINED.", "claimed": "no", "relevant": "perhaps"}\n')
    with pytest.raises(InputError, match=r"documents\.jsonl:1: relevant is 'perhaps'; expected yes, no or nothing"):
        list(read_muc(path))


def test_two_muc_documents_do_not_share_an_identifier(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    path.write_text("".join(f'{{"id": "{name}", "text": "IT RAINED.", "claimed": "no"}}\n' for name in "121"))
    with pytest.raises(InputError, match=r"documents\.jsonl:3: id '1' is that of line 1 too; expected an identifier"):
        list(read_muc(path))
