"""Channels, doubts and kinds of acts: what is fitted, what is told, and what may not be told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from avow import models
from avow.circumstances import (
    HeardClaim,
    claims_of,
    fit_circumstances,
    fit_kinds,
    scorer,
)
from avow.claims import Register
from avow.claims.annotated import channel_of, is_doubted, kind_of
from avow.claims.circumstances import circumstance_terms, doubted_behind, told_by_rules, weighed, withdrawn
from avow.claims.kinds import ToldAct, kind_terms, likeliest_kind
from avow.claims.modes import Context, named_around
from avow.claims.telling import Regressions
from avow.corpus import GoldDocument
from avow.errors import ModelError
from avow.models import CircumstanceTable, KindTable, TrainedColumns
from avow.models import kinds as of_acts
from avow.models.circumstances import CHANNELS, COLUMNS, LAYOUT
from avow.models.columns import pack_columns
from avow.params import Parameters
from avow.records import ActKind, Document, GoldSentence, Label, Sentence, Status
from avow.stances import TrainedStances
from avow.terms import words
from avow.training import TrainedModel
from conftest import parts

LETTER = "We burned the mill, the Front wrote in a letter to the paper."
LONE = "The Front said that it had burned the mill."


@pytest.fixture(scope="module")
def heard(seeds: list[GoldDocument], stances: TrainedStances) -> list[list[HeardClaim]]:
    return [claims_of(part, scorer(stances)) for part in parts(seeds)]


@pytest.fixture(scope="module")
def circumstances(heard: list[list[HeardClaim]]) -> TrainedColumns:
    return fit_circumstances(*heard, Parameters().stances)


@pytest.fixture(scope="module")
def kinds(heard: list[list[HeardClaim]]) -> TrainedColumns:
    fitted = fit_kinds(heard[0], Parameters().stances)
    assert fitted is not None
    return fitted


@pytest.fixture(scope="module")
def folder(
    trained: TrainedModel,
    stances: TrainedStances,
    circumstances: TrainedColumns,
    kinds: TrainedColumns,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    place = tmp_path_factory.mktemp("circumstances") / "model"
    models.save(trained, place, stances=stances, circumstances=circumstances, kinds=kinds)
    return place


def table_of(tmp_path: Path, weights: dict[str, dict[str, float]], bias: dict[str, float]) -> CircumstanceTable:
    rows = {term: tuple(row.get(name, 0.0) for name in COLUMNS) for term, row in weights.items()}
    path = tmp_path / "circumstances.bin"
    path.write_bytes(pack_columns(LAYOUT, rows, [bias.get(name, 0.0) for name in COLUMNS]))
    return CircumstanceTable(path)


def plain(text: str) -> str:
    return " ".join(words(text))


def test_a_saved_model_has_them_and_a_changed_one_is_refused(
    folder: Path, circumstances: TrainedColumns, tmp_path: Path
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


def test_a_model_without_them_leaves_channels_and_kinds_to_the_rules(model_folder: Path) -> None:
    assert models.load_circumstances(model_folder) is None
    assert models.load_kinds(model_folder) is None
    (record,) = Register(models.load(model_folder), models.load_stances(model_folder)).claims(
        Document("d", "The Front claimed responsibility for the hijacking.")
    )
    assert record.kind is ActKind.HIJACKING


def test_a_channel_must_be_named_near_the_claim(tmp_path: Path) -> None:
    # Whatever the regressions say, no website is told where no word names one.
    table = table_of(tmp_path, {}, {"7": 50.0, "doubt": -1.0})
    assert weighed(table, told_by_rules(plain(LONE), 0, Context())) == (10, False)
    posted = Context(before=("a page online showed the mill",))
    assert 7 in named_around(plain(LONE), posted)
    assert weighed(table, told_by_rules(plain(LONE), 0, posted)) == (7, False)


def test_where_no_channel_is_told_the_rules_may_tell_a_statement(tmp_path: Path) -> None:
    table = table_of(tmp_path, {}, {"10": 50.0, "doubt": 2.0})
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


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("The Front withdrew its claim of responsibility for the bombing.", True),
        ("The Front retracted its earlier claim.", True),
        ("It later disowned the claim.", True),
        ("The Front took back its claim of responsibility for the bombing.", True),
        ("The Front claimed responsibility for the bombing but later withdrew it.", True),
        ("The claim was later withdrawn.", True),
        ("The man recanted his confession.", True),
        ("The Front decided to withdraw its claim.", True),
        ("The Front refused to withdraw its claim.", False),
        ("The Front has not retracted its claim.", False),
        ("The minister called on the group to retract its claim.", False),
        ("No group withdrew its claim.", False),
        ("The Front withdrew its claim to the island.", False),
        ("The Front claimed the bombing and withdrew its fighters from Bor.", False),
        ("", False),
    ],
)
def test_a_claim_may_be_taken_back(text: str, taken: bool) -> None:
    assert withdrawn(plain(text)) is taken
    assert doubted_behind(plain(text)) is taken


@pytest.mark.parametrize(
    "text",
    [
        "The Saltmarsh Brigade withdrew its claim of responsibility for the bombing.",
        "The Saltmarsh Brigade claimed responsibility for the bombing. It later disowned the claim.",
    ],
)
def test_a_claim_that_was_taken_back_is_doubted(folder_of_rules: Register, text: str) -> None:
    record, *_ = folder_of_rules.claims(Document("d", text))
    assert (record.status, record.doubt) == (Status.CLAIMED, True)


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
    assert [claim.gold for claim in found] == claims
    assert all(circumstance_terms(claim.told) and kind_terms(claim.act) for claim in found)


def test_without_claims_nothing_is_told(tmp_path: Path, stances: TrainedStances) -> None:
    rain = GoldSentence(Sentence.bare("It rained."), Label.FACT, group="d")
    heard = claims_of([rain], scorer(stances))
    assert fit_kinds(heard, Parameters().stances) is None
    fitted = fit_circumstances(heard, [], Parameters().stances)
    path = tmp_path / "circumstances.bin"
    path.write_bytes(pack_columns(LAYOUT, fitted.weights, fitted.bias))
    doubt, *scores = CircumstanceTable(path).scores({})
    assert doubt < 0
    assert CHANNELS[scores.index(max(scores))] == 10


def told_act(act: str, sentence: str, rule: ActKind = ActKind.UNKNOWN, **beside: tuple[str, ...]) -> ToldAct:
    parts: dict[str, tuple[str, ...]] = {"before": (), "behind": (), "around": (sentence,)}
    return ToldAct(act=act, sentence=sentence, title="", rule=rule, **(parts | beside))


def kind_table(tmp_path: Path, weights: dict[str, dict[str, float]], bias: dict[str, float]) -> KindTable:
    columns = of_acts.LAYOUT.columns
    rows = {term: tuple(row.get(name, 0.0) for name in columns) for term, row in weights.items()}
    path = tmp_path / "kinds.bin"
    path.write_bytes(pack_columns(of_acts.LAYOUT, rows, [bias.get(name, 0.0) for name in columns]))
    return KindTable(path)


def test_kinds_are_saved_as_they_were_fitted(
    folder: Path, kinds: TrainedColumns, heard: list[list[HeardClaim]]
) -> None:
    table = models.load_kinds(folder)
    assert table is not None
    terms = kind_terms(heard[0][0].act)
    expected = [
        start + sum(value * kinds.weights[term][at] for term, value in terms.items() if term in kinds.weights)
        for at, start in enumerate(kinds.bias)
    ]
    assert table.scores(terms) == pytest.approx(expected, abs=1e-9)
    assert models.describe(folder).manifest["kinds"]["bombing"] > 0
    assert "kinds.tsv" in models.describe(folder).files


def test_nearly_all_kinds_that_it_was_fitted_on_are_told(folder: Path, heard: list[list[HeardClaim]]) -> None:
    table = models.load_kinds(folder)
    assert table is not None
    right = [likeliest_kind(table, claim.act) is kind_of(claim.gold) for claim in heard[0]]
    by_rules = [claim.act.rule is kind_of(claim.gold) for claim in heard[0]]
    assert sum(right) > 0.9 * len(right) > sum(by_rules)


def test_a_kind_that_is_not_probable_is_not_told(tmp_path: Path) -> None:
    told = told_act("the bomb", "the front claimed the bomb", ActKind.BOMBING)
    assert likeliest_kind(kind_table(tmp_path, {}, {}), told) is ActKind.UNKNOWN
    weights = {"a:bomb": {"bombing": 9.0}}
    assert likeliest_kind(kind_table(tmp_path, weights, {}), told) is ActKind.BOMBING
    # One to ten others: e^2.3 makes a half of it, which is enough only where the rules found a word.
    half = kind_table(tmp_path, {}, {"bombing": 2.3})
    assert likeliest_kind(half, told) is ActKind.BOMBING
    assert likeliest_kind(half, told._replace(rule=ActKind.UNKNOWN)) is ActKind.UNKNOWN


@pytest.mark.parametrize(
    ("act", "beside", "kind"),
    [
        ("the arson", "", ActKind.FACILITY_ATTACK),
        ("Monday's bombing in Bor", "", ActKind.BOMBING),
        ("the grenade attack", "", ActKind.BOMBING),
        ("bombing the mill", "", ActKind.BOMBING),
        ("the hijacking of a bus", "", ActKind.HIJACKING),
        ("the shooting", "", ActKind.ARMED_ASSAULT),
        ("the shooting", "gunmen killed a judge", ActKind.ASSASSINATION),
        ("the shooting of a clerk", "", ActKind.ASSASSINATION),
        ("the hack", "", ActKind.RANSOMWARE),
        ("hacking to death", "", ActKind.HOSTAGE_TAKING),
        ("the attack", "", ActKind.HOSTAGE_TAKING),
        ("the attack after the bombing", "", ActKind.HOSTAGE_TAKING),
        ("the petrol bomb attack", "", ActKind.HOSTAGE_TAKING),
        ("", "", ActKind.HOSTAGE_TAKING),
    ],
)
def test_the_rest_of_a_text_decides_among_the_kinds_that_an_act_leaves_open(
    tmp_path: Path, act: str, beside: str, kind: ActKind
) -> None:
    table = kind_table(
        tmp_path, {}, {"kidnapping or hostage taking": 9.0, "assassination": 5.0, "cyber: ransomware": 2.0}
    )
    told = told_act(plain(act), plain(f"the front claimed {act}"), before=(beside,))
    assert likeliest_kind(table, told) is kind


def test_the_kind_of_an_act_is_not_that_of_a_clause_beside_it(model_folder: Path) -> None:
    heard: list[ToldAct] = []

    class Judge(Regressions):
        def kind(self, sentence: Sentence, told: ToldAct) -> ActKind:
            heard.append(told)
            return told.rule

    register = Register(models.load(model_folder), models.load_stances(model_folder), Judge())
    register.claims(Document("d", "The Front claimed responsibility for the attack and denied the bombing."))
    assert {told.act: told.around for told in heard} == {
        "the attack": ("the front claimed responsibility for the attack",),
        "the bombing": ("denied the bombing .",),
    }


def test_scores_beyond_what_a_float_holds_still_tell_a_kind(tmp_path: Path) -> None:
    table = kind_table(tmp_path, {}, {"leak": 1e300, "bombing": -1e300})
    assert likeliest_kind(table, told_act("", "it rained")) is ActKind.LEAK


def test_what_stands_nearer_counts_more() -> None:
    before = ("it burned the mill", "it kidnapped a judge")
    terms = kind_terms(told_act("the attack", "it claimed the attack", before=before, behind=("a bomb was found",)))
    assert terms["a:the attack"] > terms["w:claimed the"] > terms["p:burne"] > terms["p:kidna"] > 0
    assert terms["p:attac"] > terms["p:claim"]
    assert terms["k:before=facility or arson attack"] == terms["k:act=armed assault"]
    assert not any(term.startswith("d:") for term in kind_terms(told_act("", "it rained")))


def test_no_sentence_beside_it_tells_the_kind_of_an_earlier_act(model_folder: Path) -> None:
    heard: list[ToldAct] = []

    class Judge(Regressions):
        def kind(self, sentence: Sentence, told: ToldAct) -> ActKind:
            heard.append(told)
            return told.rule

    register = Register(models.load(model_folder), models.load_stances(model_folder), Judge())
    text = "A bomb went off. The Front claimed responsibility for {} attack. Police found a second bomb."
    for which in ("the", "last year's"):
        register.claims(Document("d", text.format(which)))
    now, then = heard
    assert now.before == ("a bomb went off .",) and now.behind == ("police found a second bomb .",)
    assert len(now.around) == 3
    assert (then.before, then.behind, len(then.around)) == ((), (), 1)


def test_annotators_tell_kinds_of_claims() -> None:
    def gold(**attributes: str) -> GoldSentence:
        return GoldSentence(Sentence.bare(LONE), Label.CLAIM, group="d", attributes=tuple(attributes.items()))

    assert kind_of(gold()) is None
    assert kind_of(gold(kind="cyber: ransomware")) is ActKind.RANSOMWARE
