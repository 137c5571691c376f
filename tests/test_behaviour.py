"""The behavioural suite: what is read, what it expands to, what counts as a failure, and the ceilings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from avow.behaviour import (
    Case,
    Kind,
    Move,
    Suite,
    exceeded,
    expand,
    load_suite,
    lowered,
    moved,
    read_ceilings,
    read_suite,
    run,
    write_ceilings,
)
from avow.behaviour.expand import CHANGES
from avow.corpus import GoldDocument, wilson
from avow.corpus.likeness import normalised
from avow.errors import GateError, InputError
from avow.records import LABELS, Label, Prediction, Sentence
from avow.report import report_html, report_markdown, summarise
from avow.shapes import Behaviour, faults

SMALL = """
fills:
  group: [Ashen Hand, Red Cell, Salt Front]
  day: [Monday, Tuesday]
capabilities:
- name: claim
  kind: minimum
  label: claim-of-responsibility
  rule: the actor claims it
  templates: |
    The {group} claimed the raid on {day}.
    "We did it," the {group} said, and the {group2} agreed.
- name: opinion
  kind: minimum
  label: opinion
  rule: a judgement
  templates: |
    It is a disgrace.
- name: groups swapped
  kind: invariance
  rule: another name
  swap: [group]
- name: capitals
  kind: invariance
  rule: in capitals
  change: capitals
  of: [opinion]
- name: nobody
  kind: direction
  label: claim-of-responsibility
  moves: down
  rule: nobody claims
  templates: |
    [The {group}|Nobody] claimed the raid.
"""


@pytest.fixture(scope="module")
def suite() -> Suite:
    return load_suite()


@pytest.fixture(scope="module")
def cases(suite: Suite) -> list[Case]:
    return list(expand(suite))


def small(tmp_path: Path, text: str = SMALL) -> Suite:
    (tmp_path / "suite.yaml").write_text(text)
    return read_suite([tmp_path / "suite.yaml"])


def claims_where(words: str, sentences: Iterable[Sentence]) -> Iterator[Prediction]:
    """A model that takes a sentence with any of the words for a claim, else for an opinion."""
    for sentence in sentences:
        found = any(word in sentence.text for word in words.split())
        share = 0.9 if found else 0.1
        yield Prediction(sentence, Label.CLAIM if found else Label.OPINION, (0.0, 1 - share, share))


def test_the_suite_is_as_large_as_it_must_be(suite: Suite, cases: list[Case]) -> None:
    minimum = [item for item in suite.capabilities if item.kind is Kind.MINIMUM]
    assert len(minimum) >= 40 and len(cases) >= 1500
    assert all(len(item.templates) >= 12 for item in suite.capabilities if item.templates)
    assert {item.label for item in minimum} == set(LABELS)
    assert sum(case.capability.kind is Kind.MINIMUM for case in cases) >= 1500
    named = {case.capability.name for case in cases}
    assert named == {item.name for item in suite.capabilities}


def test_every_sentence_is_whole_and_its_own_document(cases: list[Case]) -> None:
    for case in cases:
        for sentence in filter(None, (case.sentence, case.changed)):
            assert not set("{}[]|") & set(sentence.text) and "  " not in sentence.text
            assert sentence.document == sentence.text
            first = next(character for character in sentence.text if character.isalnum())
            assert not first.islower(), sentence.text
            assert sentence.text[-1] in ".?!)'’”" + '"', sentence.text
        if case.changed is not None:
            assert case.changed.text != case.sentence.text
            assert case.changed.open_quote == case.sentence.open_quote


def test_only_the_sentences_in_a_quotation_have_one_open(cases: list[Case]) -> None:
    opened = {
        case.capability.name for case in cases if case.capability.kind is Kind.MINIMUM and case.sentence.open_quote
    }
    assert opened == {"in the middle of a quotation", "claim, in the middle of a quotation"}


def test_capitals_are_capitals_and_what_is_left_out_is_left_out(cases: list[Case]) -> None:
    capitals = {case.template: case.sentence.text for case in cases if case.capability.capitals}
    assert len(capitals) >= 12 and all(text.isupper() for text in capitals.values())
    for item in {case.capability.name: case.capability for case in cases if case.capability.without}.values():
        changed = {case.template for case in cases if case.capability is item}
        left = {case.template for case in cases if case.capability.name in item.without}
        assert changed and left and not changed & left


def test_no_sentence_is_copied_from_the_seeds(suite: Suite, seeds: list[GoldDocument]) -> None:
    known = {normalised(item.sentence.text) for gold in seeds for item in gold.sentences}
    told = {normalised(case.sentence.text) for case in expand(suite)}
    # Of few words, such as "It is a disgrace.", anybody may write the same.
    assert not [text for text in told & known if len(text) > 25]
    words = " ".join(gold.document.text for gold in seeds)
    names = [name for part in ("group", "person", "man", "woman", "country") for name in suite.fills[part]]
    assert not [name for name in names if name in words]


def test_expansion_is_the_same_in_every_run_and_knows_its_template_only(tmp_path: Path) -> None:
    found = [
        (case.capability.name, case.sentence.text, case.changed and case.changed.text)
        for case in expand(small(tmp_path))
    ]
    assert found == [
        ("claim", "The Red Cell claimed the raid on Monday.", None),
        ("claim", "The Salt Front claimed the raid on Tuesday.", None),
        ("claim", '"We did it," the Salt Front said, and the Ashen Hand agreed.', None),
        ("claim", '"We did it," the Ashen Hand said, and the Red Cell agreed.', None),
        ("opinion", "It is a disgrace.", None),
        ("groups swapped", "The Red Cell claimed the raid on Monday.", "The Salt Front claimed the raid on Monday."),
        ("groups swapped", '"We did it," the Salt Front said, and the Ashen Hand agreed.', '"We did it," the Ashen Hand said, and the Red Cell agreed.'),
        ("capitals", "It is a disgrace.", "IT IS A DISGRACE."),
        ("nobody", "The Salt Front claimed the raid.", "Nobody claimed the raid."),
        ("nobody", "The Ashen Hand claimed the raid.", "Nobody claimed the raid."),
    ]  # fmt: skip
    without = SMALL.replace("    It is a disgrace.\n", "    It is a shame.\n    It is a bore.\n")
    assert [case.sentence.text for case in expand(small(tmp_path, without))][:4] == [text for _, text, _ in found[:4]]


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        ("capitals", "It's late.", "IT'S LATE."),
        ("typography", "\"It's late,\" he said ('very').", "“It’s late,” he said (‘very’)."),
        ("typography", "“It’s late.”", '"It\'s late."'),
        ("typography", "It is late.", "It is late."),
    ],
)
def test_changes(change: str, before: str, after: str) -> None:
    assert CHANGES[change](before) == after


def test_a_source_stands_behind_the_sentence() -> None:
    changed = CHANGES["source"]("It rained.")
    assert changed.startswith("It rained. (") and changed.endswith(")")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  rule: a judgement", "  rule: a judgement\n  colour: red", "opinion: unknown key 'colour'"),
        ("fills:", "fillings: {}\nfills:", "unknown key 'fillings'"),
        ("  rule: a judgement\n", "", "opinion: no rule"),
        ("label: opinion", "label: view", "opinion: unknown label 'view'"),
        ("kind: direction", "kind: drift", "nobody: unknown kind 'drift'; known are minimum"),
        ("moves: down", "moves: away", "nobody: unknown move 'away'"),
        ("change: capitals", "change: rhyme", "capitals: unknown change 'rhyme'; known are capitals, source, typography"),
        ("swap: [group]", "swap: [groups]", "groups swapped: no list 'groups' to swap"),
        ("swap: [group]", "swap: [group]\n  change: source", "needs one of templates, swap and change"),
        ("  of: [opinion]", "  except: [views]", "capitals: no capability 'views' to leave out"),
        ("on {day}", "on {date}", "claim: no list for the slot {date}"),
        ("on {day}", "on {Day}", "claim: 'The {group} claimed the raid on {Day}.' needs"),
        ("[The {group}|Nobody] claimed", "The {group} claimed", "nobody: 'The {group} claimed the raid.' needs [before|after]"),
        ("It is a disgrace.", "It is [a|one] disgrace.", "opinion: 'It is [a|one] disgrace.' needs"),
        ("It is a disgrace.", "It is a disgrace.\n    It is a disgrace.", "opinion: twice the template"),
        ("name: opinion", "name: claim", "twice a capability 'claim'"),
        ("[Monday, Tuesday]", "[Monday, Monday]", "list 'day' needs two different words"),
        ("[Ashen Hand, Red Cell, Salt Front]", "[Ashen Hand, Red Cell, Ashen Hand]", "list 'group' needs two different words"),
        ("It is a disgrace.", "It is a disgrace.\n     It is a {day}.\n    It is a {day2}.", "twice the same case"),
        ("capabilities:", "capabilities: ]", "not YAML"),
    ],
)  # fmt: skip
def test_a_fault_in_the_suite_is_one_clear_error(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in SMALL
    with pytest.raises(InputError) as caught:
        small(tmp_path, SMALL.replace(old, new, 1))
    assert message in str(caught.value)


def test_all_faults_are_counted_in_one_message(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"3 faults .*no rule.*unknown move.*to swap"):
        small(
            tmp_path,
            SMALL.replace("  rule: a judgement\n", "")
            .replace("swap: [group]", "swap: [x]")
            .replace("moves: down", "moves: x"),
        )


def test_outcomes_by_hand(tmp_path: Path) -> None:
    found = run(small(tmp_path), lambda sentences: claims_where("claimed Salt", sentences))
    rates = {row.capability.name: (row.rate.cases, row.rate.failures) for row in found.rows}
    # The one sentence with neither the verb nor the Salt Front is missed; swapping that name out changes the label; and
    # "Nobody claimed" stays as probable as before.
    assert rates == {"claim": (4, 1), "opinion": (1, 0), "groups swapped": (2, 1), "capitals": (1, 0), "nobody": (2, 2)}
    kinds = found.kinds()
    assert [(kinds[kind].cases, kinds[kind].failures) for kind in Kind] == [(5, 1), (3, 1), (2, 2)]
    assert kinds[Kind.MINIMUM].templates == 3 and kinds[Kind.MINIMUM].value == pytest.approx(0.2)
    assert kinds[Kind.MINIMUM].interval == wilson(0.2, 3)
    assert (
        run(small(tmp_path), lambda sentences: claims_where("The Hand Cell", sentences))
        .kinds()[Kind.DIRECTION]
        .failures
        == 0
    )


def test_an_example_shows_the_label_given_or_the_one_that_had_to_move(tmp_path: Path) -> None:
    rows = run(small(tmp_path), lambda sentences: claims_where("Red Nobody", sentences)).to_dict(1)["capabilities"]
    shown = {
        row["name"]: [(part["label"], part["probability"]) for example in row["examples"] for part in example.values()]
        for row in rows
    }
    assert shown["claim"] == [("opinion", 0.9)]
    assert shown["groups swapped"] == [("claim-of-responsibility", 0.9), ("opinion", 0.9)]
    assert shown["nobody"] == [("claim-of-responsibility", 0.1), ("claim-of-responsibility", 0.9)]


def test_each_sentence_is_read_once(tmp_path: Path) -> None:
    seen: list[str] = []

    def predict(sentences: Iterable[Sentence]) -> Iterator[Prediction]:
        for item in claims_where("x", sentences):
            seen.append(item.sentence.text)
            yield item

    run(small(tmp_path), predict)
    assert len(seen) == len(set(seen))


def test_failures_of_different_templates_come_first(tmp_path: Path) -> None:
    claims = run(small(tmp_path), lambda sentences: claims_where("nothing", sentences)).rows[0]
    assert len(claims.failures) == 4
    assert len({item.case.template for item in claims.failures[:2]}) == 2


@pytest.mark.parametrize(
    ("before", "after", "move", "expected"),
    [
        (0.5, 0.6, Move.UP, True),
        (0.5, 0.5, Move.UP, False),
        (0.995, 0.99, Move.UP, True),
        (0.5, 0.4, Move.DOWN, True),
        (0.5, 0.5, Move.DOWN, False),
        (0.001, 0.01, Move.DOWN, True),
        (0.5, 0.51, Move.NOT_UP, True),
        (0.5, 0.53, Move.NOT_UP, False),
        (0.5, 0.49, Move.NOT_DOWN, True),
        (0.5, 0.47, Move.NOT_DOWN, False),
    ],
)
def test_moves(before: float, after: float, move: Move, expected: bool) -> None:
    assert moved(before, after, move) is expected


def test_the_report_has_every_capability_and_every_rate(suite: Suite) -> None:
    behaviour = run(suite, lambda sentences: claims_where("claim claimed said", sentences))
    content = json.loads(json.dumps(behaviour.to_dict(failures=1), allow_nan=False))
    keys = ("versions", "data", "terms")
    model = dict(zip(keys, ({}, {}, 0), strict=True))
    summary = summarise({"model": model, "transfer": []}, None, content)
    for text in (report_markdown(summary), report_html(summary)):
        for row in content["capabilities"]:
            assert row["name"].split("'")[0] in text
            assert f"{row['rate']:.3f} ({row['low']:.3f}–{row['high']:.3f})" in text
    assert "Behaviour was not tested" in report_markdown(summarise({"model": model, "transfer": []}))
    assert not faults(Behaviour, content)


def rated(minimum: object, digest: str = "sha256:1") -> dict[str, object]:
    rates: dict[Kind, object] = {Kind.MINIMUM: minimum, Kind.INVARIANCE: 0.04, Kind.DIRECTION: 0.05}
    return {"digest": digest, "kinds": {str(kind): {"rate": rate} for kind, rate in rates.items()}}


def test_ceilings_hold_fall_and_refuse_to_rise(tmp_path: Path) -> None:
    ceilings = lowered(rated(0.2), [])
    write_ceilings(tmp_path / "ceilings.json", ceilings)
    assert read_ceilings(tmp_path / "ceilings.json") == ceilings
    assert exceeded(rated(0.2), ceilings) == [] and exceeded(rated(0.1), ceilings) == []
    assert exceeded(rated(0.3), ceilings) == ["minimum: 0.3000 is 0.0950 above the ceiling 0.2050"]
    assert ["another suite" in message for message in exceeded(rated(0.2, "sha256:2"), ceilings)] == [True] * 3
    assert lowered(rated(0.1), ceilings)[0].ceiling == pytest.approx(0.105)
    # Within the margin the ceiling stays where it is; above it, or with another suite, it must be asked for.
    assert lowered(rated(0.203), ceilings) == ceilings
    for worse in (rated(0.3), rated(0.203, "sha256:2")):
        with pytest.raises(GateError, match=r"minimum from 0.2050 to .*--allow-higher"):
            lowered(worse, ceilings)
        assert lowered(worse, ceilings, allow_higher=True)[0].ceiling > 0.205
    with pytest.raises(GateError, match="no ceiling for direction"):
        exceeded(rated(0.2), ceilings[:2])
    with pytest.raises(GateError, match="no failure rates"):
        exceeded({}, ceilings)
    (tmp_path / "bad.json").write_text('{"ceilings": [{"kind": "mood"}]}')
    with pytest.raises(InputError, match="not a file of ceilings"):
        read_ceilings(tmp_path / "bad.json")


@pytest.mark.parametrize("rate", [float("nan"), float("inf"), -0.1, 1.1, True, "0.1"], ids=repr)
def test_what_is_no_rate_passes_no_gate(tmp_path: Path, rate: object) -> None:
    content = rated(rate)
    for ask in (exceeded, lowered):
        with pytest.raises(GateError, match="no failure rates"):
            ask(content, lowered(rated(0.2), []))
    (tmp_path / "c.json").write_text(json.dumps({"ceilings": [{"kind": "minimum", "ceiling": rate, "digest": ""}]}))
    with pytest.raises(InputError, match=r"not a file of ceilings|is no number"):
        read_ceilings(tmp_path / "c.json")


def test_the_committed_ceilings_are_those_of_this_suite(suite: Suite) -> None:
    from conftest import ROOT

    held = read_ceilings(ROOT / "models" / "ceilings.json")
    assert {item.kind for item in held} == set(Kind) and {item.digest for item in held} == {suite.digest}
