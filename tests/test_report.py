"""Reports and annotated articles: in text, and in a real browser."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avow import models
from avow.documents import mark_furniture
from avow.errors import InputError
from avow.evaluation import Settings, evaluate
from avow.prediction import predict_documents
from avow.records import Document
from avow.report import annotate_html, card, growth_rows, plot_tables, report_html, report_markdown, summarise
from avow.report.summary import interval
from conftest import ROOT, Text

ARTICLE = 'The Ledger\n\nPort Calder burns <script>alert("x")</script>\n\nThe Front claimed responsibility for the bombing & fled.\n\n"Shameful," he said. It is a disgrace.'


@pytest.fixture(scope="module")
def evaluation(model_folder: Path, seeds: list) -> dict[str, Any]:  # type: ignore[type-arg]
    model = models.load(model_folder)
    gold = [item for document in seeds[1::50] for item in document.sentences]
    found = evaluate(
        gold,
        model.predict_proba([item.sentence for item in gold]),
        name="seeds | test",
        settings=Settings(resamples=100),
        explain=model.explain,
    ).to_dict()
    keys = ("format", "versions", "parameters", "data", "scores", "terms")
    return {
        "model": {key: model.manifest[key] for key in keys},
        "partition": found,
        "transfer": [found],
        "documents": [],
    }


def annotated(model: models.Model, text: str) -> str:
    document = mark_furniture(Document("story", text))
    return annotate_html(predict_documents(model, [document], explain=True, unsure_below=0.6))


def test_scores_are_printed_with_intervals() -> None:
    assert interval({"value": 0.81234, "low": 0.79, "high": 0.8331}) == "0.812 (0.790–0.833)"
    assert interval({"value": None, "low": None, "high": None}) == "–"
    assert interval({"value": 0.5, "low": None, "high": None}) == "0.500"


def test_markdown_and_html_say_the_same_scores(evaluation: dict[str, Any]) -> None:
    summary = summarise(evaluation)
    score = interval(evaluation["partition"]["scores"]["macro_f1"])
    for text in (report_markdown(summary), report_html(summary), card(summary)):
        assert score in text
    for row in evaluation["partition"]["baselines"]:
        assert row["value"] in report_markdown(summary)


def test_the_coverage_of_intervals_is_that_of_the_evaluation(evaluation: dict[str, Any]) -> None:
    part = evaluation["partition"]
    narrow = part | {"settings": part["settings"] | {"confidence": 0.9}}
    for found, coverage in ((part, "95 %"), (narrow, "90 %")):
        for content in ({"partition": found, "transfer": []}, {"partition": None, "transfer": [found]}):
            summary = summarise(evaluation | content)
            for text in (report_markdown(summary), report_html(summary), card(summary)):
                assert set(re.findall(r"[\d.]+ %(?= (?:of\s+)?(?:bootstrap|intervals))", text)) == {coverage}
    for text in (report_markdown, report_html, card):
        assert "95 %" not in text(summarise(evaluation | {"partition": None, "transfer": []}))


def test_tables_of_markdown_are_whole(evaluation: dict[str, Any]) -> None:
    lines = report_markdown(summarise(evaluation)).splitlines()
    for number, line in enumerate(lines):
        if re.fullmatch(r"\|[-:| ]+\|", line):
            width = len(re.findall(r"(?<!\\)\|", line))
            row = number + 1
            while row < len(lines) and lines[row].startswith("|"):
                assert len(re.findall(r"(?<!\\)\|", lines[row])) in {width, 3}, lines[row]
                row += 1
            assert row > number + 1


def test_the_page_holds_everything_itself(evaluation: dict[str, Any]) -> None:
    page = report_html(summarise(evaluation))
    addresses = re.findall(r'(?:src|href)="([^"#]+)"', page)
    assert set(addresses) <= {"data:,"}
    assert page.count("<svg") == 3
    assert "#010" not in page


def with_register(evaluation: dict[str, Any], name: str) -> dict[str, Any]:
    register = {"name": name, "sentences": 1, "documents": 1, "scores": {}, "rest": {}, "genres": {}}
    return evaluation | {"register": [register | {"certainty": [], "rules": []}]}


def test_contents_name_every_section(evaluation: dict[str, Any]) -> None:
    for content in (evaluation, with_register(evaluation, "test"), {"model": evaluation["model"], "transfer": []}):
        page = report_html(summarise(content))
        contents = page.partition("</nav>")[0].partition("<nav")[2]
        assert re.findall(r'href="#([\w-]+)"', contents) == re.findall(r'<h2 id="([\w-]+)"', page)


def test_names_of_sets_are_escaped_wherever_they_stand(evaluation: dict[str, Any]) -> None:
    name = "<script>a|b"
    found = with_register(evaluation, name) | {"transfer": [evaluation["partition"] | {"name": name}]}
    scores = {key: {"value": None, "low": None, "high": None} for key in ("precision", "recall", "f1")}
    found["documents"] = [{"name": name, "question": "?", "documents": 1, "yes": 1, **scores}]
    for text in (report_markdown(summarise(found)), card(summarise(found))):
        assert r"&lt;script>a\|b" in text and "<script>" not in text and "a|b" not in text


def test_absent_parts_are_said_to_be_absent(evaluation: dict[str, Any]) -> None:
    bare = summarise({"model": evaluation["model"], "transfer": []})
    assert "No held-out partition" in report_html(bare)
    assert "No held-out partition" in report_markdown(bare)
    assert "has not been evaluated" in card(bare)
    with pytest.raises(InputError, match="not an evaluation"):
        summarise({})


def test_scores_on_other_sets_alone_are_scores(evaluation: dict[str, Any]) -> None:
    facts = summarise({**evaluation, "partition": None})
    score = interval(evaluation["transfer"][0]["scores"]["macro_f1"])
    assert score in report_markdown(facts) and score in card(facts)
    assert "It has not been evaluated." not in card(facts)
    assert "not been evaluated on a partition of its label file" in card(facts)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"labels": "sha256:17"}, "The label file has the digest `sha256:17`. Where it was made from"),
        ({"sources": []}, "trained on the sources above alone"),
    ],
)
def test_a_card_says_of_a_label_file_only_what_is_known(
    evaluation: dict[str, Any], data: dict[str, Any], said: str
) -> None:
    parts = {name: evaluation["model"]["data"][name] for name in ("training", "development")}
    text = card(summarise(evaluation | {"model": evaluation["model"] | {"data": parts | data}}))
    assert said in text and "documents of `seeds/` alone" not in text


def test_growth_of_training_is_shown_as_a_table_and_plots(evaluation: dict[str, Any]) -> None:
    rows = growth_rows((ROOT / "docs" / "training-size.csv").read_text(encoding="utf-8"), "size.csv")
    assert rows[-1]["sentences"] == 1_000_000 and rows[-1]["megabytes"] < 8000
    facts = summarise(evaluation, growth=rows)
    for text in (report_markdown(facts), report_html(facts)):
        assert "1,000,000" in text and "Training at size" in text
    assert 'id="growth-seconds' in report_html(facts) and 'id="growth-memory' in report_html(facts)
    assert "avow bench size" in report_markdown(summarise(evaluation))
    for wrong in (
        "",
        "sentences,terms,seconds,megabytes\n",
        "sentences,terms\n1,2\n",
        "sentences,terms,seconds,megabytes\n1,2,x,4\n",
    ):
        with pytest.raises(InputError, match="not the cost of training"):
            growth_rows(wrong, "size.csv")


def test_plot_tables_count_every_sentence(evaluation: dict[str, Any]) -> None:
    tables = plot_tables(evaluation["partition"])
    assert set(tables) == {"confusion.csv", "calibration.csv", "precision-recall.csv", "risk-coverage.csv"}
    assert len(tables["confusion.csv"].splitlines()) == evaluation["partition"]["sentences"] + 1


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_the_article_is_its_text(model_folder: Path, text: str) -> None:
    parser = Text()
    parser.feed(annotated(models.load(model_folder), text))
    assert parser.found == text


def test_hostile_text_is_escaped(model_folder: Path) -> None:
    page = annotated(models.load(model_folder), ARTICLE)
    assert "<script>alert" not in page
    parser = Text()
    parser.feed(page)
    assert parser.found == ARTICLE


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


def opened(browser: Any, path: Path, width: int, scheme: str = "light") -> tuple[Any, list[str]]:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith(("file:", "data:")) else faults.append(request.url)
    )
    page.goto(path.as_uri())
    return page, faults


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_report_in_a_browser(browser: Any, evaluation: dict[str, Any], tmp_path: Path, width: int, scheme: str) -> None:
    path = tmp_path / "report.html"
    path.write_text(report_html(summarise(evaluation)), encoding="utf-8")
    page, faults = opened(browser, path, width, scheme)
    assert faults == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    table = page.locator("table.sortable").first
    values = "rows => rows.map(row => Number(row.cells[1].dataset.value))"
    before = table.locator("tbody tr").evaluate_all(values)
    button = table.locator("thead button").nth(1)
    button.click()
    assert table.locator("tbody tr").evaluate_all(values) == sorted(before)
    button.focus()
    page.keyboard.press("Enter")
    assert table.locator("tbody tr").evaluate_all(values) == sorted(before, reverse=True)
    assert table.locator("th").nth(1).get_attribute("aria-sort") == "descending"
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_article_in_a_browser(browser: Any, model_folder: Path, tmp_path: Path, width: int) -> None:
    path = tmp_path / "article.html"
    path.write_text(annotated(models.load(model_folder), ARTICLE), encoding="utf-8")
    page, faults = opened(browser, path, width)
    assert faults == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    panel = page.locator("#panel")
    assert not panel.is_visible()
    page.locator(".sentence").first.focus()
    assert panel.is_visible()
    assert "%" in panel.inner_text()
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    for key, opens in (("Enter", True), (" ", False), (" ", True), ("Enter", False)):
        page.keyboard.press(key)
        assert panel.is_visible() == opens
    page.locator(".sentence").nth(1).hover()
    assert panel.is_visible()
    assert page.locator(".text .furniture").first.is_visible()
    page.locator('input[data-class="no-furniture"]').uncheck()
    assert not page.locator(".text .furniture").first.is_visible()
    page.goto("about:blank")
    page.go_back()
    assert not page.locator('input[data-class="no-furniture"]').is_checked()
    assert not page.locator(".text .furniture").first.is_visible()
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_panel_covers_no_sentence_that_it_explains(
    browser: Any, model_folder: Path, tmp_path: Path, width: int
) -> None:
    path = tmp_path / "long.html"
    path.write_text(annotated(models.load(model_folder), "\n\n".join([ARTICLE] * 8)), encoding="utf-8")
    page, faults = opened(browser, path, width)
    free = """() => {
        const at = document.activeElement.getBoundingClientRect();
        const [controls, panel] = [".controls", "#panel"].map((name) => document.querySelector(name).getBoundingClientRect());
        return at.bottom <= panel.top + 1 && at.top >= controls.bottom - 1;
    }"""
    sentences = page.locator(".sentence").count()
    page.locator(".sentence").first.focus()
    for key in ["Tab"] * (sentences - 1) + ["Shift+Tab"] * (sentences - 1):
        page.keyboard.press(key)
        assert page.evaluate(free), page.evaluate("document.activeElement.innerText")
    assert faults == []
    page.close()
