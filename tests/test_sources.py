"""Training on several sources: weights, held-out documents, what does not fit, and the leak check over added text."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from avow.corpus import GoldDocument, TableOptions, read_gold
from avow.errors import InputError, UsageError
from avow.params import FeatureParameters, Parameters
from avow.partition import find_leaks, fingerprints, held_out
from avow.records import GoldSentence, Label, Sentence
from avow.sources import Source, distinct, doubtful, mix, weights_by_source
from avow.training import train
from test_cli import avow

CLAIM = "The Front claimed responsibility for the bombing in the harbour."
PLAIN = "The council met on Tuesday and approved the plan for the bridge."
SMALL = Parameters(features=FeatureParameters(kinds=("words", "avowals")))
SPLIT = {"seed": 20, "development": 0.3, "similarity": 0.8}


def row(text: str, label: Label, group: str, family: str = "theirs") -> GoldSentence:
    return GoldSentence(Sentence.bare(text, document=group), label, group, family=family)


def word(at: int) -> str:
    """A word of its own for every number; numbers themselves count as the same."""
    return "".join(chr(97 + at // 26**place % 26) for place in range(4))


def theirs(label: Label = Label.FACT, count: int = 40) -> list[GoldSentence]:
    return [
        row(
            f"{word(at * 7919)} told {word(at * 104729)} that the {word(at * 31)} trains of {word(at * 17)} ran late.",
            label,
            f"g{at}",
        )
        for at in range(count)
    ]


def test_documents_are_held_out_whole_and_whatever_else_there_is() -> None:
    gold = [
        item
        for at in range(200)
        for item in [row(f"{word(at * 7919)} met {word(at * 31)} by {word(at)}.", Label.FACT, f"d{at}")] * 2
    ]
    apart = held_out(gold, seed=1, share=0.25, similarity=0.8)
    assert 30 < len(apart) < 70
    first = {unit for unit in apart if int(unit[2][1:]) < 50}
    assert held_out(gold[:100], seed=1, share=0.25, similarity=0.8) == first
    assert held_out(gold, seed=2, share=0.25, similarity=0.8) != apart


def test_near_duplicates_are_held_out_together() -> None:
    text = (
        "The ministry of transport said on {} that the bridge over the northern river would open again in the spring."
    )
    gold = [row(text.format("Monday"), Label.FACT, f"d{at}") for at in range(30)]
    assert len(held_out(gold, seed=1, share=0.5, similarity=0.8)) in {0, 30}


def test_what_a_source_without_claims_cannot_say_is_kept_from_the_claims() -> None:
    source = Source("theirs", [*theirs(), row(CLAIM, Label.FACT, "g3"), row(PLAIN, Label.FACT, "g4")], 2.0)
    assert [item.sentence.text for item in source.sentences if id(item) in doubtful(source)] == [CLAIM]
    found = mix(([], []), [source], **SPLIT)
    everywhere = [*zip(found.training, found.weights.claims, strict=True)]
    kept_out = [item.sentence.text for item, weight in everywhere if weight == 0]
    assert kept_out + [item.sentence.text for item in found.left] == [CLAIM]
    assert set(found.weights.training) == {2.0} and set(found.weights.development) <= {2.0}
    assert found.facts[0]["kept_from_claims"] == 1
    assert "theirs knows no claims of responsibility: 1 of its sentences" in found.warnings[0]
    knowing = replace(source, sentences=[*source.sentences, row(CLAIM, Label.CLAIM, "g5")])
    assert not doubtful(knowing)


def test_what_does_not_fit_is_counted_and_said() -> None:
    own = [row(PLAIN, Label.FACT, "a", "ours"), row(CLAIM, Label.CLAIM, "b", "ours")]
    source = Source("theirs", [*theirs(Label.OPINION, 60), row(PLAIN, Label.OPINION, "x")], dropped={"empty": 3})
    found = mix((own, [row(PLAIN, Label.FACT, "c", "ours")]), [source], **SPLIT)
    said = "\n".join(found.warnings)
    assert "theirs: 1 sentence with another label elsewhere" in said
    assert "theirs: left out 3 empty" in said
    assert "every sentence is taken for a document of its own" in said and "(--group names the column" in said
    grouped = mix(([], []), [replace(source, grouped=True)], **SPLIT)
    assert "(another column for --group tells them)" in "\n".join(grouped.warnings)
    assert "theirs: 100% opinion, in LABELS 0%" in said
    assert "1 sentence, held out for it but word by word in the training part too" in said
    assert found.facts[0]["contradicted"] == 1
    assert len(found.training) + len(found.development) + len(found.left) == len(own) + 1 + len(source.sentences)


def test_repetitions_are_counted_said_and_recorded() -> None:
    own = ([row(PLAIN, Label.FACT, "a", "ours")], [])
    first = Source("first", [*theirs(), row(CLAIM, Label.CLAIM, "x"), row(CLAIM.upper(), Label.CLAIM, "y")])
    second = Source(
        "second", [row(PLAIN, Label.FACT, "x"), row(CLAIM, Label.CLAIM, "y"), row("Late.", Label.FACT, "z")]
    )
    found = mix(own, [first, second], **SPLIT)
    assert [facts["repeated"] for facts in found.facts] == [1, 2]
    assert "second: 2 repetitions of earlier sentences of the training text" in "\n".join(found.warnings)


def test_a_set_is_known_by_whatever_path_names_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,label\nIt rained.,fact\n")
    for command, option in (("train", "--add"), ("evaluate", "--on"), ("transfer", "--source")):
        told = avow(command, option, "a.csv", option, "./a.csv", cwd=tmp_path, code=2).stderr
        assert "./a.csv is given twice, as a.csv; give it once" in told


def test_without_additions_nothing_changes() -> None:
    own = [row(PLAIN, Label.FACT, "a"), row(PLAIN, Label.FACT, "a")]
    found = mix((own, own[:1]), [], **SPLIT)
    assert (found.training, found.development, found.warnings, found.facts) == (own, own[:1], [], [])


def test_added_text_is_known_again() -> None:
    source = Source("theirs", [*theirs(), row(CLAIM, Label.FACT, "g3")])
    found = mix(([], []), [source], **SPLIT)
    known = fingerprints([*found.training, *found.development, *found.left])
    again = [replace(item, family="elsewhere", group=f"other {item.group}") for item in source.sentences]
    assert {leak.text for leak in find_leaks(known, again)} >= {CLAIM}
    assert not find_leaks(known, [row(PLAIN, Label.FACT, "new", "elsewhere")])


@pytest.mark.parametrize(
    ("pairs", "weights"),
    [
        ([], (1, 1, 1)),
        (["3"], (1, 3, 3)),
        (["checkthat=2.5"], (1, 2.5, 1)),
        (["2", "labels=0.5", "a.csv=4"], (0.5, 2, 4)),
        (["checkthat:x/train.tsv=7"], (1, 7, 1)),
    ],
)
def test_weights_are_named_in_several_ways(pairs: list[str], weights: tuple[float, ...]) -> None:
    specs = ["checkthat:x/train.tsv", "x/a.csv"]
    found = weights_by_source(specs, ["checkthat train", "a.csv"], pairs)
    assert (found["labels"], *(found[spec] for spec in specs)) == weights


def table(path: Path, *rows: tuple[str, str, str]) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text("text,label,article\n" + "".join(f"{text},{label},{group}\n" for text, label, group in rows))
    return str(path)


def test_documents_of_two_files_are_two_whatever_they_are_called(tmp_path: Path) -> None:
    first = table(tmp_path / "a" / "data.csv", ("The mayor opened the northern bridge.", "fact", "1"))
    second = table(tmp_path / "b" / "data.csv", ("It is a wretched little scheme.", "opinion", "1"))
    numbered = TableOptions(group="article")
    for options in (TableOptions(), numbered):
        known = fingerprints(read_gold(first, options).sentences)
        assert [leak.kind for leak in find_leaks(known, read_gold(first, options).sentences)] == ["document"]
        # A row's place says nothing of another file; a document with a name is one in a file of that name that has grown.
        assert bool(find_leaks(known, read_gold(second, options).sentences)) == (options is numbered)
    # Both are numbered from one.
    (one,), (other,) = (read_gold(spec, numbered).sentences for spec in (first, second))
    training = [replace(one, label=label) for label in Label] * 2
    with pytest.raises(InputError, match="1 documents stand in training and development, for example 1"):
        train(training, [one], SMALL)
    assert train(training, [other], SMALL).data["development"]["documents"] == 1


def test_sets_of_one_name_are_told_apart() -> None:
    specs = ["checkthat:x/dev.tsv", "checkthat:y/dev.tsv", "z/a.csv"]
    names = distinct(specs, ["checkthat dev", "checkthat dev", "a.csv"])
    assert names == ["checkthat dev (checkthat:x/dev.tsv)", "checkthat dev (checkthat:y/dev.tsv)", "a.csv"]
    assert weights_by_source(specs, names, ["checkthat=2"]) == {
        "labels": 1, specs[0]: 2, specs[1]: 2, specs[2]: 1,
    }  # fmt: skip
    with pytest.raises(
        UsageError, match=r"several sources are called 'dev\.tsv'; expected one of checkthat:x/dev\.tsv"
    ):
        weights_by_source(specs, names, ["dev.tsv=2"])


def test_the_label_file_has_a_weight_where_there_is_one() -> None:
    assert weights_by_source(["x/a.csv"], ["a.csv"], ["labels=2"])["labels"] == 2
    with pytest.raises(UsageError, match="no source is called 'labels'"):
        weights_by_source(["x/a.csv"], ["a.csv"], ["labels=2"], own=False)


@pytest.mark.parametrize("pair", ["much", "a.csv=0", "a.csv=-1", "a.csv=nan", "babe=2"])
def test_weights_that_mean_nothing_are_told(pair: str) -> None:
    with pytest.raises(UsageError, match=r"weight|no source is called 'babe'"):
        weights_by_source(["x/a.csv"], ["a.csv"], [pair])


def test_a_weight_counts_as_that_many_copies(seeds: list[GoldDocument]) -> None:
    parameters = Parameters().model_copy(
        update={
            "training": Parameters().training.model_copy(
                update={"calibration": "none", "tolerance": 1e-8, "damping": 0}
            ),
            "features": Parameters().features.model_copy(update={"kinds": ("avowals", "cues")}),
        }
    )
    own = [item for document in seeds[::100] for item in document.sentences]
    source = Source("theirs", [row(item.sentence.text, item.label, item.group) for item in own[:80]], 3.0)
    once = mix((own, []), [source], seed=1, development=1e-9, similarity=0.8)
    weighted = train(once.training, [], parameters, weights=once.weights)
    copied = train([*own, *source.sentences, *source.sentences, *source.sentences], [], parameters)
    plain = train(once.training, [], parameters)
    terms = sorted(copied.weights)
    first, second, third = (np.asarray([model.weights[term] for term in terms]) for model in (weighted, copied, plain))
    assert np.abs(first - second).max() < 1e-3 < np.abs(third - second).max()


def test_training_on_a_table_from_the_command_line(tmp_path: Path, seeds: list[GoldDocument]) -> None:
    words = {Label.FACT: "OBJ", Label.OPINION: "SUBJ", Label.CLAIM: "CLAIMED"}
    rows = [(item, words[item.label]) for document in seeds[::60] for item in document.sentences]
    lines = [json.dumps({"s": item.sentence.text, "v": word, "d": item.group}) for item, word in rows]
    (tmp_path / "mine.jsonl").write_text("\n".join(lines))
    options = ["--text", "s", "--label", "v", "--group", "d", "--map", "SUBJ=opinion", "--map", "OBJ=fact"]
    options += ["--map", "CLAIMED=claim"]
    trained = avow("train", "--add", "mine.jsonl", *options, "--weight", "mine.jsonl=2", "-o", "model", cwd=tmp_path)
    assert "macro-F1" in trained.stdout
    assert "note: without LABELS, the file that avow labels writes, the model" in trained.stderr
    facts = json.loads((tmp_path / "model" / "manifest.json").read_text())["data"]["sources"][0]
    assert facts["name"] == "mine.jsonl" and facts["weight"] == 2 and facts["knows_claims"]
    assert facts["sentences"] == len(rows) >= facts["training"] + facts["development"]
    assert facts["development"] > 0 and len(facts["digest"]) >= 32
    refused = avow("evaluate", "--model", "model", "--on", "mine.jsonl", *options, cwd=tmp_path, code=None)
    assert refused.returncode and "trained this model" in refused.stderr
    (tmp_path / "story.txt").write_text("The Front denied any part in the bombing.")
    refused = avow("claims", "story.txt", "--model", "model", cwd=tmp_path, code=1)
    assert "train it anew with LABELS, the file that avow labels writes: avow train LABELS" in refused.stderr


def test_what_cannot_be_added_is_told(tmp_path: Path) -> None:
    (tmp_path / "two.csv").write_text("text,label\nThe rain fell all day.,fact\nIt was a shame.,opinion\n")
    assert "nothing to train on" in avow("train", cwd=tmp_path, code=2).stderr
    twice = avow("train", "--add", "two.csv", "--add", "two.csv", cwd=tmp_path, code=2)
    assert "given twice" in twice.stderr
    lacking = avow("train", "--add", "two.csv", cwd=tmp_path, code=None)
    assert "labelled claim-of-responsibility" in lacking.stderr
