"""The register's page in text and in a real browser, its command, its tables and its evaluation."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from avow import models
from avow.claims import Settings, register_documents
from avow.claims.plainness import plainness
from avow.claims.rules import Rule, Use, rules_of
from avow.cli.app import application
from avow.cues import read
from avow.cues.avowal import statements_of
from avow.cues.sayings import STANCES, sayings
from avow.errors import InputError, ModelError, UsageError
from avow.evaluation import Settings as Scoring
from avow.evaluation.agreement import same_heads
from avow.evaluation.documents import Answer, Key, evaluate_claimed
from avow.evaluation.gold import gold_register
from avow.evaluation.register import GoldRegister, GoldStatement, evaluate_register
from avow.models.columns import pack_columns
from avow.models.stances import COLUMNS, LAYOUT, StanceTable
from avow.records import STATUSES, ActKind, Claim, Document, GoldSentence, Label, Sentence, Status
from avow.report.register import register_html
from avow.report.series import draw_series, read_aliases, read_register, series
from avow.stances import TrainedStances, role_examples, stance_values
from avow.wordings import wordings
from claiming import claim
from conftest import Text

FEW = Scoring(resamples=100)
HOSTILE = (
    'A bomb <script>alert("x")</script> killed six people in Port Calder.\n\n'
    "The Saltmarsh Brigade claimed responsibility for the bombing & fled. The Fishermen's Front denied any involvement in the bombing."
)


@pytest.fixture(scope="module")
def page(model_folder: Path) -> str:
    documents = [Document("one", HOSTILE, date="2020-01-02"), Document("two", "It rained.")]
    return register_html(register_documents(documents, Settings(model_folder)))


def test_the_page_escapes_its_text_and_holds_the_article(page: str) -> None:
    assert "<script>alert" not in page
    parser = Text()
    parser.feed(page)
    assert parser.found == HOSTILE
    assert set(re.findall(r'(?:src|href)="([^"#]+)"', page)) == {"data:,"}
    for anchor in re.findall(r'href="#(\w+)"', page):
        assert f'id="{anchor}"' in page


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None and os.environ.get("AVOW_REQUIRE_BROWSER") != "1":
        pytest.skip("no Chromium here; set AVOW_REQUIRE_BROWSER=1 to require one")
    assert found is not None, "AVOW_REQUIRE_BROWSER is set and there is no Chromium"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_sorts_filters_and_opens_articles(browser: Any, page: str, tmp_path: Path, width: int) -> None:
    path = tmp_path / "register.html"
    path.write_text(page, encoding="utf-8")
    view = browser.new_page(viewport={"width": width, "height": 900})
    faults: list[str] = []
    view.on("console", lambda message: faults.append(message.text))
    view.on("pageerror", lambda error: faults.append(str(error)))
    view.on(
        "request", lambda request: None if request.url.startswith(("file:", "data:")) else faults.append(request.url)
    )
    view.goto(path.as_uri())
    assert view.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    statuses = "[...document.querySelectorAll('tbody tr:not([hidden]) td.status')].map((cell) => cell.innerText.split('\\n')[0])"
    assert view.evaluate(statuses) == ["claimed", "denied"]
    head = view.locator("th button", has_text="status").first
    head.focus()
    view.keyboard.press("Enter")
    view.keyboard.press("Enter")
    assert view.evaluate(statuses) == ["denied", "claimed"]
    assert view.locator("th[aria-sort='descending']").inner_text().strip() == "status"
    view.fill("#words", "saltmarsh")
    assert view.evaluate(statuses) == ["claimed"]
    assert "1 of 2" in view.inner_text("#count")
    view.fill("#words", "")
    view.select_option("#status", "denied")
    assert view.evaluate(statuses) == ["denied"]
    link = view.locator("tbody tr:not([hidden]) td.words a").first
    link.focus()
    view.keyboard.press("Enter")
    view.wait_for_function("document.activeElement.tagName === 'MARK'")
    assert view.evaluate("document.activeElement.closest('details').open")
    assert "denied any involvement" in view.evaluate("document.activeElement.innerText")
    view.goto("about:blank")
    view.go_back()
    assert view.input_value("#status") == "denied"
    assert view.evaluate(statuses) == ["denied"]
    view.evaluate("document.querySelector('details').open = false")
    view.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert view.locator("article .text").is_visible()
    view.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not view.locator("article .text").is_visible()
    assert not faults
    view.close()


def run(*arguments: object) -> Any:
    return CliRunner().invoke(
        application([str(arguments[0])]), [str(argument) for argument in arguments], catch_exceptions=True
    )


def test_the_command_writes_every_format(model_folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "story.txt"
    source.write_text(HOSTILE, encoding="utf-8")
    for name in ("r.csv", "r.jsonl", "r.parquet", "r.html"):
        result = run("claims", source, "--model", model_folder, "-o", tmp_path / name)
        assert result.exit_code == 0, result.output
        assert (tmp_path / name).stat().st_size > 100
    result = run("claims", source, "--model", model_folder, "--gtd")
    assert "gname,guncertain1,claimed" in result.output
    assert "Saltmarsh Brigade" in result.output
    told = run("claims", source, "--model", model_folder, "-o", tmp_path / "s.csv", "--spreadsheet")
    assert told.exit_code == 0
    assert (tmp_path / "s.csv").read_bytes() == b"\xef\xbb\xbf" + (tmp_path / "r.csv").read_bytes()
    refused = run("claims", source, "--model", model_folder, "-o", tmp_path / "s.html", "--spreadsheet").exception
    assert isinstance(refused, UsageError) and "--spreadsheet adds nothing to html" in str(refused)
    assert run("claims", source, "--model", model_folder, "-o", tmp_path / "r.csv").exit_code != 0
    assert run("claims", source, "--model", model_folder, "--format", "xml").exit_code != 0
    assert run("claims", source, "--model", model_folder, "--gtd", "--format", "html").exit_code != 0


def test_nothing_claimed_is_no_error(model_folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "rain.csv"
    source.write_text("text\nIt rained.\n", encoding="utf-8")
    result = run("claims", source, "--model", model_folder, "--group")
    assert result.exit_code == 0
    assert "no records" in result.output


def test_a_model_without_the_register_is_told(trained: Any, tmp_path: Path) -> None:
    models.save(trained, tmp_path / "plain")
    with pytest.raises(ModelError, match="nothing of denials"):
        models.load_stances(tmp_path / "plain")
    assert not models.verify(tmp_path / "plain").faults


def test_the_table_gives_the_fitted_scores(model_folder: Path, stances: TrainedStances) -> None:
    table = models.load_stances(model_folder)
    sentence = Sentence.bare("The Fishermen's Front denied any involvement in the bombing.")
    values = stance_values(sentence)
    union, model = stances.fitted["features"], stances.fitted["denied"]
    damped = union.transform([values]).multiply(stances.fitted["factors"])
    expected = model.decision_function(damped)[0]
    assert table.odds(values)[STATUSES.index(Status.DENIED)] == pytest.approx(expected, abs=1e-9)
    assert not table.check()


def test_a_pronoun_may_stand_for_what_its_own_sentence_names() -> None:
    text = "After the trial Ana Ruiz gave a talk, and in it she admitted the bombing of a mill."
    gold = GoldSentence(Sentence.bare(text), Label.CLAIM, group="d", attributes=(("by", "Ana Ruiz"),))
    assert len(role_examples([gold])["antecedent"]) == 1


@pytest.mark.parametrize("cut", [0, 10, -8])
def test_damaged_tables_are_refused(tmp_path: Path, cut: int) -> None:
    data = pack_columns(LAYOUT, {"w:a": (1.0,) * len(COLUMNS)}, (0.0,) * len(COLUMNS))
    path = tmp_path / "stances.bin"
    path.write_bytes(data[:cut])
    with pytest.raises(ModelError):
        StanceTable(path)
    path.write_bytes(b"AVOWTAB\x00" + data[8:])
    with pytest.raises(ModelError, match="not a table of stances"):
        StanceTable(path)
    for version, remedy in ((1, "train the model anew"), (9, "upgrade avow")):
        path.write_bytes(data[:8] + version.to_bytes(4, "little") + data[12:])
        with pytest.raises(ModelError, match=f"format {version}") as told:
            StanceTable(path)
        assert remedy in str(told.value.remedy)


def test_no_pattern_is_lost_to_the_gates(seeds: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [item.sentence for gold in seeds[::15] for item in gold.sentences]
    gated = [sayings(read(sentence)) for sentence in sentences]
    monkeypatch.setattr(
        "avow.cues.sayings.GATES",
        {stance: re.compile("") for stance in STANCES},
    )
    for sentence, found in zip(sentences, gated, strict=True):
        assert sayings(read(sentence)) == found


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("No group has claimed responsibility for the blast.", "unclaimed"),
        ("The bombing has gone unclaimed.", "unclaimed"),
        ("The Front denied any part in the killing.", "denied"),
        ("The Front said it had nothing to do with the fire.", "denied"),
        ("The Front called the report of a raid slander.", "denied"),
        ("Police blamed the Front for the bombing.", "blamed"),
        ("The army attributed the attack to rebels.", "blamed"),
        ("Officials suspect a rival gang.", "suspected"),
    ],
)
def test_patterns(text: str, stance: str) -> None:
    assert stance in {item.stance for item in sayings(read(Sentence.bare(text)))}


def test_wordings_are_the_same_every_time() -> None:
    first, second = list(wordings(2, 5)), list(wordings(2, 5))
    assert first == second
    assert {stance for item in first for stance in item.stances} == {"denies", "none", "blames", "suspects"}
    assert ("blames", "none") in {item.stances for item in first}
    for item in first:
        for name, value in item.attributes:
            if name in {"by", "whom"}:
                assert value.lower() in item.sentence.text.lower()
        assert "{" not in item.sentence.text


def gold(*statements: GoldStatement) -> GoldRegister:
    text = "The Front claimed responsibility for the bombing."
    return GoldRegister(Document("d", text), (Sentence("d", 0, 0, 0, len(text), text),), (statements,))


def test_scores_of_the_register(model_folder: Path) -> None:
    from avow.claims import open_register

    said = open_register(model_folder).said
    right = evaluate_register(
        [gold(GoldStatement(Status.CLAIMED, ("the Front",), kind=ActKind.BOMBING, mode=7))],
        said,
        name="x",
        settings=FEW,
    )
    scores = right.scores["claimed"]
    assert (scores["f1"].value, scores["claimant exact"].value, scores["kind"].value, scores["mode"].value) == (
        1,
        1,
        1,
        0,
    )
    wrong = evaluate_register([gold(GoldStatement(Status.DENIED, ("the Front",)))], said, name="x", settings=FEW)
    assert (wrong.scores["claimed"]["precision"].value, wrong.scores["denied"]["f1"].value) == (0, 0)
    assert {row["what"] for row in wrong.errors} == {"claimed: false alarm", "denied: missed"}
    both = evaluate_register([gold(GoldStatement(Status.CLAIMED)), gold()], said, name="x", settings=FEW)
    (row,) = both.to_dict()["rules"]
    assert (row["status"], row["rule"], row["use"], row["sentences"]) == ("claimed", "takes", "speaks", 2)
    assert row["right"]["value"] == 0.5
    assert row["right"]["low"] < 0.1 and row["right"]["high"] > 0.9
    (band,) = both.to_dict()["certainty"]
    assert (band["low"], band["high"], band["records"], band["right"]["value"]) == (0.9, 1.0, 2, 0.5)
    assert 0.9 <= band["probability"] <= 1


def test_intervals_of_the_register_are_over_groups_of_documents() -> None:
    # Twenty items of two months: all that is claimed in one is missed, and nothing of the other.
    text = "The Front claimed the bombing."
    sentence = Sentence("d", 0, 0, 0, len(text), text)
    statements = ((GoldStatement(Status.CLAIMED),),)
    items = [
        GoldRegister(Document(str(number), text), (sentence,), statements, group=f"2004-0{number % 2 + 1}")
        for number in range(20)
    ]

    def said(document: Document, _: object) -> list[Claim]:
        return [claim("Front", document=document.id)] if int(document.id) % 2 else []

    found = evaluate_register(items, said, name="x", settings=FEW)
    recall = found.scores["claimed"]["recall"]
    assert (found.documents, recall.value, recall.low, recall.high) == (20, 0.5, 0.0, 1.0)
    alone = evaluate_register([replace(item, group="") for item in items], said, name="x", settings=FEW)
    narrow = alone.scores["claimed"]["recall"]
    assert narrow.low is not None and narrow.high is not None and narrow.low > 0 and narrow.high < 1


def test_rules_are_named_with_what_they_are_good_for() -> None:
    text = "The army denied any part in the bombing, and police blamed the Front, which had left the town by then."
    found = set(rules_of(read(Sentence.bare(text))))
    assert Rule(Status.DENIED, "denies-part", Use.SPEAKS) in found
    assert all(rule.status is not Status.CLAIMED for rule in found)
    assert {rule.use for rule in rules_of(read(Sentence.bare("We did not do it.")))} == {Use.SPEAKS}
    informs = rules_of(read(Sentence.bare("Investigators saw the hand of the Front in the bombing.")))
    assert {rule.use for rule in informs} == {Use.INFORMS}


@pytest.mark.parametrize(
    ("text", "wanted", "right"),
    [
        ("The Orlu Front of the Coast (CFO) claimed responsibility for the bombing.", "CFO", 1),
        ("The caretaker, Ines Vale, admitted that she had set the fire.", "The caretaker", 1),
        ("Ines Vale, a caretaker, admitted that she had set the fire.", "a caretaker", 1),
        ("Ines Vale, a caretaker, admitted that she had set the fire.", "their tenant, Ines Vale", 1),
        ("Ines Vale admitted that she had set the fire.", "The caretaker", 0),
        ("Ines Vale admitted that she had set the fire, and the mayor, Ines Vale and a guard left.", "the mayor", 0),
        ("According to the police, Ines Vale admitted that she had set the fire.", "the police", 0),
    ],
)
def test_a_name_in_brackets_or_beside_a_description_is_the_same_party(
    model_folder: Path, text: str, wanted: str, right: int
) -> None:
    from avow.claims import open_register

    item = GoldRegister(
        Document("d", text),
        (Sentence("d", 0, 0, 0, len(text), text),),
        ((GoldStatement(Status.CLAIMED, (wanted,)),),),
    )
    found = evaluate_register([item], open_register(model_folder, 0.01).said, name="x", settings=FEW)
    assert found.scores["claimed"]["claimant head asked"].value == 1
    assert found.scores["claimed"]["claimant head"].value == right


def test_a_record_of_one_of_several_parties_names_one_that_was_wanted(model_folder: Path) -> None:
    from avow.claims import open_register

    wanted = gold(GoldStatement(Status.CLAIMED, ("the Brigade and the Front",)))
    said = open_register(model_folder).said
    scores = evaluate_register([wanted], said, name="x", settings=FEW).scores["claimed"]
    assert (scores["claimant head"].value, scores["claimant exact"].value) == (1, 0)
    other = gold(GoldStatement(Status.CLAIMED, ("the Brigade and the Column",)))
    assert evaluate_register([other], said, name="x", settings=FEW).scores["claimed"]["claimant head"].value == 0


def test_each_stance_of_a_gold_sentence_is_a_statement() -> None:
    sentence = Sentence.bare("The front denied the bombing and blamed the army for it, police said.", document="d")
    item = GoldSentence(
        sentence, Label.FACT, "d", attributes=(("by", "front"), ("stance", "denies+blames"), ("whom", "army"))
    )
    (document,) = gold_register([item])
    assert [(said.status, said.claimants, said.accused) for said in document.statements[0]] == [
        (Status.DENIED, ("front",), ()),
        (Status.BLAMED, (), ("army",)),
    ]


def test_what_annotators_say_of_an_act_is_part_of_a_claim() -> None:
    sentence = Sentence.bare("The front claimed the bombing.", document="d")
    told = (("by", "front"), ("kind", "bombing"), ("competing", "no"))
    silent, said = (
        next(gold_register([GoldSentence(sentence, Label.CLAIM, "d", attributes=attributes)])).statements[0][0]
        for attributes in ((), told)
    )
    assert (silent.kind, silent.competing) == (None, None)
    assert (said.kind, said.competing) == (ActKind.BOMBING, False)


def test_answers_are_scored_without_a_document_choosing_its_threshold() -> None:
    key = {str(n): Key(n % 3 == 0, ("FRONT/FL",)) for n in range(60)}
    answers = {
        name: Answer(0.9 if entry.claimed else 0.6, ("the Front",), not entry.claimed, "x", 0.7 * entry.claimed)
        for name, entry in key.items()
    }
    found = evaluate_claimed(key, answers, Scoring(resamples=100, seed=1))
    assert found["precision"]["value"] == pytest.approx(1 / 3, abs=1e-6)
    assert found["cross_fitted"]["f1"]["value"] == 1
    assert (found["reported"]["precision"]["value"], found["reported"]["f1"]["value"]) == (1, 1)
    assert found["reported"]["cross_fitted"]["f1"]["value"] == 1
    assert found["claimant"] == {"right": 20, "asked": 20}
    assert not found["false_alarms"]
    assert len(found["false_alarms_nobody"]) == 40


def test_relevant_documents_are_scored_by_themselves_where_the_key_tells_them() -> None:
    answers = {str(n): Answer(0.9) for n in range(40)}
    key = {str(n): Key(n < 10, relevant=n < 20) for n in range(40)}
    found = evaluate_claimed(key, answers, Scoring(resamples=100, seed=1))
    assert (found["documents"], found["precision"]["value"]) == (40, 0.25)
    assert (found["relevant"]["documents"], found["relevant"]["precision"]["value"]) == (20, 0.5)
    for told in (True, None):
        same = (
            {**key, "0": Key(claimed=True, relevant=None)} if told is None else dict.fromkeys(key, Key(True, (), True))
        )
        assert "relevant" not in evaluate_claimed(same, answers, Scoring(resamples=100, seed=1))


def test_gold_documents_have_their_offsets(seeds: list[Any]) -> None:
    sentences: list[GoldSentence] = [item for document in seeds[:30] for item in document.sentences]
    for item, original in zip(gold_register(sentences), seeds[:30], strict=True):
        assert item.document.text == original.document.text


def test_a_register_is_summed_up(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    rows = [
        "status,date,claimant",
        "claimed,2001-02-03,The Front",
        "claimed,2003-01-01,the Front",
        "claimed,,[/Ninth] Tide",
        "denied,2001-01-01,X",
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = series(read_register(path))
    assert found.records == 3
    assert found.years == {2001: 1, 2002: 0, 2003: 1}
    assert found.names[0][1] == 2
    assert draw_series(found) == draw_series(found)
    result = run("series", path, "-o", tmp_path / "plot.svg")
    assert result.exit_code == 0
    assert "3 records, claimed: 2001 1, 2002 0, 2003 1" in result.output
    assert b"<svg" in (tmp_path / "plot.svg").read_bytes()
    assert "1 without a year" in result.output
    assert "[/Ninth] Tide" in result.output
    refused = run("series", path, "-o", tmp_path / "plot.png").exception
    assert isinstance(refused, UsageError) and "not .png" in str(refused)
    for content in ("a,b\n1,2\n", "document,act,gname\na,b,c\n"):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(InputError, match="without --gtd"):
            series(read_register(path))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (r"$\frac{a}$ Front", r"$\frac{a}$ Front"),
        ("Tide\x1b[0m\x01", r"Tide\x1b[0m\x01"),
        ("\u6771\u4eac Front", "\u6771\u4eac Front"),
        ("\ud800 Front", "\ufffd Front"),
        ("\uffff Front", "\ufffd Front"),
    ],
)
def test_names_are_drawn_as_the_text_that_they_are(tmp_path: Path, name: str, shown: str) -> None:
    path = tmp_path / "register.jsonl"
    path.write_text(json.dumps({"status": "claimed", "date": "2001", "claimant": name}), encoding="utf-8")
    result = run("series", path, "-o", tmp_path / "plot.svg")
    assert (result.exit_code, result.exception) == (0, None)
    texts = [found.text for found in ElementTree.parse(tmp_path / "plot.svg").iter() if found.tag.endswith("}text")]
    assert shown in texts


def test_accusations_are_summed_up_by_whom_they_accuse() -> None:
    rows = [
        {"status": "blamed", "claimant": "Police", "accused": name, "date": "2001"}
        for name in ("Kestrel", "three men", "", None)
    ]
    found = series(rows, status="blamed")
    assert (found.records, found.role, found.names) == (4, "accused", (("Kestrel", 1),))


def test_names_of_one_party_are_summed_up_as_one(tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    register.write_text(
        "status,date,claimant\nclaimed,2001,the HFO\nclaimed,2002,Harbour Front\nclaimed,2002,Kestrel\n"
    )
    table = tmp_path / "aliases.csv"
    table.write_text("name,party\nHFO,Harbour Front of Orlu\nThe Harbour  Front,Harbour Front of Orlu\n")
    found = series(read_register(register), aliases=read_aliases(table))
    assert found.names == (("Harbour Front of Orlu", 2), ("Kestrel", 1))
    assert "Harbour Front of Orlu" in run("series", register, "--aliases", table).output
    for content, message in (
        ("name,group\nHFO,Harbour Front\n", "csv:2: no name or no party; expected the columns name and party"),
        ("name,party\nHFO,A\nthe hfo,B\n", "csv:3: the hfo has two parties; expected A"),
    ):
        table.write_text(content)
        with pytest.raises(InputError, match=message):
            read_aliases(table)
    (tmp_path / "aliases.txt").write_text("HFO is the Harbour Front of Orlu.\n")
    with pytest.raises(InputError, match="no table by its name"):
        read_aliases(tmp_path / "aliases.txt")


def test_spellings_that_records_are_grouped_by_are_summed_up_as_one(tmp_path: Path) -> None:
    names = ["Al Shabaab", "Al-Shabaab", "al-Shabaab", "The Fishermen's Front", "Fishermen’s Front", "A Front", "Front"]
    found = series({"status": "claimed", "date": "2001", "claimant": name} for name in names)
    assert [count for _, count in found.names] == [3, 2, 2]
    table = tmp_path / "aliases.csv"
    table.write_text("name,party\nAl-Shabaab,HSM\n")
    found = series([{"status": "claimed", "claimant": "Al Shabaab"}], aliases=read_aliases(table))
    assert found.names == (("HSM", 1),)


@pytest.mark.parametrize("name", ["none", "none.txt", "none.csv"])
def test_a_register_that_is_not_there_is_said_to_be_missing_whatever_its_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=f"{name}: no such file"):
        series(read_register(tmp_path / name))
    (tmp_path / "none").write_text("")
    with pytest.raises(InputError, match="none: not a register by its name; expected CSV, JSON Lines or Parquet"):
        series(read_register(tmp_path / "none"))


def test_years_are_those_that_dates_tell() -> None:
    dates = ["1614938400", "44260", "05/03/2021", "March 5, 2023", "nan"]
    found = series([{"status": "claimed", "claimant": "The Front", "date": date} for date in dates])
    assert found.years == {2021: 1, 2022: 0, 2023: 1}
    assert (found.records, found.undated) == (5, 3)


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("FARC rebels", "FARC", True),
        ("members of the Northern Column", "Northern Column", True),
        ("Northern Column", "NORTHERN COLUMN GROUP", True),
        ("the armed forces", "an armed group", False),
        ("government forces", "government supporters", False),
        ("two rebels", "two gunmen", False),
        ("Red Tide", "Harbour Front rebels", False),
    ],
)
def test_people_stand_for_the_group_that_is_named_with_them(found: str, wanted: str, same: bool) -> None:
    assert same_heads(found, wanted) == same


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Zamor spokesman Ivo Marek said Zamor was responsible for the attack.", 2),
        ("The Harbour Front said it was behind the attack.", 2),
        ("The Harbour Front claimed responsibility for the attack.", 1),
        ("Night Ledger listed the firm on its leak site.", 1),
        ("Night Ledger listed the firm on its leak site and threatened to publish its files.", 1),
        ("Night Ledger threatened to list the firm on its leak site.", 0),
        ("The paper listed the firm on its web site.", 0),
        ("Zamor leader Ivo Marek said his group had abducted the clerks.", 1),
        ("Zamor says its fighters bombed the mill.", 1),
        ("Zamor says its troops bombed the mill.", 0),
        ("Zamor says it bombed the mill.", 0),
        ("The mayor said the Harbour Front was behind the attack.", 0),
    ],
)
def test_how_plainly_a_statement_speaks_for_a_claim(text: str, order: int) -> None:
    reading = read(Sentence.bare(text))
    values = [0.0, 1.0, 2.0]
    assert max((plainness(reading, item) for item in statements_of(reading)), default=0.0) == values[order]
