"""Channels and doubts of claims: what is fitted, what is told, and what may not be told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from avow import models
from avow.circumstances import channel_of, claims_of, fit_circumstances, is_doubted, scorer
from avow.claims import Register
from avow.claims.circumstances import circumstance_terms, doubted_behind, told_by_rules, weighed
from avow.claims.modes import Context, named_around
from avow.corpus import GoldDocument
from avow.errors import ModelError
from avow.models import CircumstanceTable, TrainedCircumstances
from avow.models.circumstances import CHANNELS, COLUMNS, LAYOUT
from avow.models.columns import pack_columns
from avow.params import Parameters
from avow.records import Document, GoldSentence, Label, Sentence
from avow.stances import TrainedStances
from avow.terms import words
from avow.training import TrainedModel
from conftest import parts

LETTER = "We burned the mill, the Front wrote in a letter to the paper."
LONE = "The Front said that it had burned the mill."


@pytest.fixture(scope="module")
def circumstances(seeds: list[GoldDocument], stances: TrainedStances) -> TrainedCircumstances:
    return fit_circumstances(*parts(seeds), Parameters().stances, stances)


@pytest.fixture(scope="module")
def folder(
    trained: TrainedModel,
    stances: TrainedStances,
    circumstances: TrainedCircumstances,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    place = tmp_path_factory.mktemp("circumstances") / "model"
    models.save(trained, place, stances=stances, circumstances=circumstances)
    return place


def table_of(tmp_path: Path, weights: dict[str, dict[str, float]], bias: dict[str, float]) -> CircumstanceTable:
    rows = {term: tuple(row.get(name, 0.0) for name in COLUMNS) for term, row in weights.items()}
    path = tmp_path / "circumstances.bin"
    path.write_bytes(pack_columns(LAYOUT, rows, [bias.get(name, 0.0) for name in COLUMNS]))
    return CircumstanceTable(path)


def plain(text: str) -> str:
    return " ".join(words(text))


def test_a_saved_model_has_them_and_a_changed_one_is_refused(
    folder: Path, circumstances: TrainedCircumstances, tmp_path: Path
) -> None:
    table = models.load_circumstances(folder)
    assert table is not None
    terms = circumstance_terms(told_by_rules(plain(LETTER), 0, Context()))
    expected = [
        start
        + sum(value * circumstances.weights[term][at] for term, value in terms.items() if term in circumstances.weights)
        for at, start in enumerate(circumstances.bias)
    ]
    assert table.scores(terms) == pytest.approx(expected, abs=1e-9)
    assert not models.verify(folder).faults
    assert models.describe(folder).manifest["circumstances"]["doubt"] > 0
    changed = tmp_path / "changed"
    shutil.copytree(folder, changed)
    (changed / "circumstances.bin").write_bytes(b"x")
    with pytest.raises(ModelError, match="1 bytes"):
        models.load_circumstances(changed)


def test_a_model_without_them_leaves_channels_to_the_rules(model_folder: Path) -> None:
    assert models.load_circumstances(model_folder) is None


def test_a_channel_must_be_named_near_the_claim(tmp_path: Path) -> None:
    # Whatever the regressions say, no website is told where no word names one.
    table = table_of(tmp_path, {}, {"7": 50.0, "doubt": -1.0})
    assert weighed(table, told_by_rules(plain(LONE), 0, Context())) == (10, False)
    posted = Context(before=("a page online showed the mill",))
    assert 7 in named_around(plain(LONE), posted)
    assert weighed(table, told_by_rules(plain(LONE), 0, posted)) == (7, False)


def test_where_no_channel_is_told_the_rules_may_tell_a_statement(tmp_path: Path) -> None:
    table = table_of(tmp_path, {}, {"10": 50.0, "doubt": 1.0})
    assert weighed(table, told_by_rules(plain(LETTER), 0, Context())) == (10, True)
    assert weighed(table, told_by_rules(plain(LETTER), 0, Context(own=True))) == (9, True)
    statement = told_by_rules(plain("The Front claimed the fire in a statement."), 0, Context())
    assert weighed(table, statement) == (9, True)


def test_a_warning_by_telephone_stays_one(tmp_path: Path) -> None:
    told = told_by_rules(plain("A caller warned the paper an hour before the blast."), 0, Context())
    assert told.mode == 2
    assert weighed(table_of(tmp_path, {}, {"3": 50.0}), told)[0] == 2


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("The claim could not be independently verified.", True),
        ("Neither report could be confirmed.", True),
        ("The agency was unable to confirm the authenticity of the message.", True),
        ("Police doubted the claim.", True),
        ("There was no confirmation of the group's claim.", True),
        ("The statement was dismissed by the police.", True),
        ("The group's claim has not been verified.", True),
        ("Police dismissed it as a hoax.", True),
        ("The claim was confirmed by the police.", False),
        ("Police questioned the man who claims to lead the group.", False),
        ("The report of five deaths could not be confirmed.", False),
        ("The army rejected the villagers' claims that soldiers had fired.", False),
        ("The governor dismissed the chief who claims that the town is safe.", False),
        ("The toll could not be verified.", False),
        ("Police disputed the toll.", False),
        ("", False),
    ],
)
def test_the_sentence_behind_may_doubt_a_claim(text: str, doubted: bool) -> None:
    assert doubted_behind(plain(text)) is doubted


def test_a_doubt_behind_a_claim_is_told(folder_of_rules: Register) -> None:
    text = "The Saltmarsh Brigade claimed responsibility for the bombing. {}"
    (record,) = folder_of_rules.claims(Document("d", text.format("The claim could not be verified.")))
    assert record.doubt
    (record,) = folder_of_rules.claims(Document("d", text.format("Trains ran late.")))
    assert not record.doubt


@pytest.fixture(scope="module")
def folder_of_rules(model_folder: Path) -> Register:
    return Register(models.load(model_folder), models.load_stances(model_folder))


def test_what_annotators_tell() -> None:
    def gold(**attributes: str) -> GoldSentence:
        return GoldSentence(Sentence.bare(LONE), Label.CLAIM, group="d", attributes=tuple(attributes.items()))

    assert [channel_of(gold(mode=mode)) for mode in ("letter", "court", "statement", "other")] == [1, 8, 10, 10]
    assert channel_of(gold()) == 10
    assert is_doubted(gold(doubt="yes"))
    assert not is_doubted(gold(mode="letter"))


def test_every_annotated_claim_is_read_and_nothing_else(seeds: list[GoldDocument], stances: TrainedStances) -> None:
    training, _ = parts(seeds[:640])
    found = claims_of(training, scorer(stances))
    claims = [item for item in training if item.label is Label.CLAIM]
    assert claims
    assert [gold for _, gold in found] == claims
    assert all(terms for terms, _ in found)


def test_without_claims_nothing_is_told(tmp_path: Path, stances: TrainedStances) -> None:
    rain = GoldSentence(Sentence.bare("It rained."), Label.FACT, group="d")
    fitted = fit_circumstances([rain], [], Parameters().stances, stances)
    path = tmp_path / "circumstances.bin"
    path.write_bytes(pack_columns(LAYOUT, fitted.weights, fitted.bias))
    doubt, *scores = CircumstanceTable(path).scores({})
    assert doubt < 0
    assert CHANNELS[scores.index(max(scores))] == 10
