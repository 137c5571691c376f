"""The register: records of a text and what they hold."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import avow
from avow.claims import Register, claims, open_register
from avow.claims.gtd import gtd_rows
from avow.claims.statuses import least_of
from avow.claims.telling import Regressions, Teller
from avow.cues import read
from avow.cues.sayings import sayings
from avow.documents import mark_furniture
from avow.errors import ModelError
from avow.records import ActKind, Claim, Document, Sentence, Span, Status
from claiming import ARTICLE, claim
from conftest import assert_linear


def spans(claim: Claim) -> list[Span]:
    parties = [party for party in (claim.claimant, claim.accused) if party]
    found = [span for party in parties for span in (party.name, party.mention)]
    return [*found, *([claim.act] if claim.act else []), *(item.span for item in claim.evidence)]


@pytest.mark.parametrize(
    "said",
    ["its spokesman told the BBC", "a spokesman for the group told Reuters", "its commander informed Reuters"],
)
def test_who_is_told_does_not_speak(register: Register, said: str) -> None:
    text = f'The Tern Front said it bombed the depot. "We planted the bomb," {said}.'
    assert {record.claimant.name.text for record in register.claims(Document("a", text)) if record.claimant} == {
        "Tern Front"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The raid was claimed by a man who said he was a member of the Red Brigade",
        "The raid was claimed by a man who said he was a member of the Karsh police",
        "Marek's lawyer, Ana Lis, denied the raid on behalf of Ivo Marek, who said he represented the Front",
        "The hunt for two boys who may have burned the mill went on",
    ],
)
def test_sentences_that_break_off_anywhere_are_read(text: str) -> None:
    teller = Teller(lambda role, names: 0.0, Regressions())
    for end in range(1, len(text) + 1):
        document = Document("d", text[:end])
        for record in teller.said(document, [Sentence.bare(text[:end])], [dict.fromkeys(Status, 1.0)]):
            for party in (record.claimant, record.accused):
                assert party is None or document.text[party.name.start : party.name.end] == party.name.text


@pytest.mark.parametrize(
    ("text", "status", "name"),
    [
        (
            "The mayor, Jon Smit, said police had held two men. They confessed to the bombing of the bank.",
            "claimed",
            "two men",
        ),
        ("Gunmen killed a judge. The Front said it had carried out the attack.", "claimed", "Front"),
        ("Ivo Marek is on trial. His lawyer denied that he had killed the judge.", "denied", "Ivo Marek"),
        ("Marek's lawyer denied that his client had killed the judge.", "denied", "Marek"),
        ("A lawyer for the Tern Front denied that it had bombed the mill.", "denied", "Tern Front"),
        ("His lawyer denied that he had killed the judge.", "denied", "His lawyer"),
        (
            "A man who said he was a member of the Red Brigade claimed responsibility for the raid.",
            "claimed",
            "Red Brigade",
        ),
        ("A woman who said she spoke for the Red Brigade claimed the raid.", "claimed", "Red Brigade"),
        ("A man who said he was unhurt claimed responsibility for the raid.", "claimed", "man"),
        ("A man who said he was a resident of Karsh claimed responsibility for the raid.", "claimed", "man"),
        ("A man who said he was a victim of the Red Brigade claimed responsibility for the raid.", "claimed", "man"),
        ("A man who said he was a member of the Karsh police claimed responsibility for the raid.", "claimed", "man"),
        (
            "Prosecutor Ana Lis accused Ivo Marek of killing the judge. His lawyer denied that he had killed the judge.",
            "denied",
            "Ivo Marek",
        ),
        ("Lawyers for the Tern Front denied that it had bombed the mill.", "denied", "Tern Front"),
    ],
)
def test_whom_somebody_stands_for(model_folder: Path, text: str, status: str, name: str) -> None:
    # Whether there is a record depends on the text a small model was trained on; who speaks does not.
    every = open_register(model_folder, 0.1).claims(Document("d", text))
    found = [item for item in every if item.status == status]
    assert [item.claimant.name.text for item in found if item.claimant] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ivo Marek, who confessed to killing a judge, recants, claiming that police tortured him.", ["Ivo Marek"]),
        ("Ivo Marek confessed to the bombing, claiming that police tortured him into confessing.", ["Ivo Marek"]),
        ("The Front claimed the raid and the Ninth Tide claimed the bombing.", ["Front", "Ninth Tide"]),
        (
            "The Front claimed the raid and the Ninth Tide claimed that it carried out the bombing.",
            ["Front", "Ninth Tide"],
        ),
        ("The Front claimed the attack but Karsh Police claim that there is little evidence of a link.", ["Front"]),
    ],
)
def test_who_is_accused_in_a_claim_does_not_claim(register: Register, text: str, names: list[str]) -> None:
    found = register.claims(Document("d", text))
    assert [item.claimant.name.text for item in found if item.status is Status.CLAIMED and item.claimant] == names


def test_an_accusation_of_nobody_is_no_record(register: Register) -> None:
    text = "The Harbour Front blamed the army for the raid. Both sides accused each other of bombing the mill."
    found = [item for item in register.claims(Document("d", text)) if item.status is Status.BLAMED]
    assert [item.accused.name.text for item in found if item.accused] == ["the army"]
    assert len(found) == 1


def test_what_is_named_together_is_a_record_each(register: Register) -> None:
    text = "The mayor blamed the Saltmarsh Brigade and the Ninth Tide for the bombing."
    found = register.claims(Document("d", text))
    assert [record.accused.name.text for record in found if record.accused] == ["Saltmarsh Brigade", "Ninth Tide"]
    assert {record.claimant.name.text for record in found if record.claimant} == {"The mayor"}


def test_statuses_of_an_article(records: tuple[Claim, ...]) -> None:
    found = [(str(record.status), record.claimant.name.text if record.claimant else "") for record in records]
    assert ("claimed", "Saltmarsh Brigade") in found
    assert ("claimed", "Ninth Tide") in found
    assert ("denied", "Fishermen's Front") in found
    assert ("unclaimed", "") in found
    blamed = next(record for record in records if record.status is Status.BLAMED)
    assert blamed.accused is not None
    assert blamed.accused.name.text == "Harbour Command"


def test_a_denial_and_a_claim_in_one_sentence_are_two_records(register: Register) -> None:
    text = "The Saltmarsh Brigade denied the attack but claimed responsibility for an ambush on Friday."
    assert {record.status for record in register.claims(Document("d", text))} == {Status.DENIED, Status.CLAIMED}


def test_a_document_without_claims_has_no_record(register: Register) -> None:
    assert register.claims(Document("d", "The council met on Tuesday. It rained.")) == ()
    assert register.claims(Document("d", "")) == ()


def test_the_group_is_resolved_to_the_name_before(register: Register) -> None:
    text = (
        "A bomb killed six people at a market. The Saltmarsh Brigade is a militant group. "
        "The group claimed responsibility for the bombing in an e-mail."
    )
    record = next(item for item in register.claims(Document("d", text)) if item.status is Status.CLAIMED)
    assert record.claimant is not None
    assert record.claimant.resolved
    assert record.claimant.name.text == "Saltmarsh Brigade"
    assert record.claimant.mention.text == "The group"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[REPORTER] Who took the engineer? [RAUL] We kidnapped him on 9 August in La Victoria.", "RAUL"),
        (
            "Communique of the Northern Column. At dawn we ambushed a convoy and killed nine soldiers.",
            "Northern Column",
        ),
        ('Ivo Marek spoke to a paper on Friday. "We planted the bomb in the station," he said.', "Ivo Marek"),
        ('The air force bombed the Harbour Front. "We killed the judge," said Ivo Marek.', "Ivo Marek"),
        ("We, the Brigade of the Eastern Hills, attacked the barracks.", "Brigade of the Eastern Hills"),
        ('"We killed Ivo Marek," he said.', "We"),
        ("[RAUL] We are ready. [STATION] Good evening. We killed nine soldiers.", "We"),
        ('Karsh Daily: Rebels strike again. "We killed the judge," said Ivo Marek.', "Ivo Marek"),
        ("An army battalion guards the airport. We attacked the battalion at dawn and killed nine soldiers.", "We"),
        ("Zarno: Good evening. Host: Who did it? Zarno: It was I, I killed the judge.", "Zarno"),
        ("Zarno: It was I, I killed the judge.", "I"),
        ('The trial of Ivo Marek began. "I killed the judge," Ana Vale shouted at the bench.', "Ana Vale"),
        (
            'The Harbour Front left a note. "We killed the judge," the last line of the note said.',
            "Harbour Front",
        ),
        ("Harbour Foxes here, we planted the bomb in the station.", "Harbour Foxes"),
        ('"We killed the judge," said Ivo Marek, a Harbour Front spokesman.', "Harbour Front"),
        ('"We killed the judge," said Ivo Marek, a spokesman for the Harbour Front.', "Harbour Front"),
        (
            'The Harbour Front struck at dawn. "We killed the judge," said Ivo Marek, the group\'s spokesman.',
            "Harbour Front",
        ),
        (
            'The Harbour Front struck at dawn. "We killed the judge," said Ivo Marek, a spokesman for the group.',
            "Harbour Front",
        ),
        ('"We killed the judge," said Ivo Marek, the group\'s spokesman.', "Ivo Marek"),
        ('"I killed the judge," said Ivo Marek, a Harbour Front spokesman.', "Ivo Marek"),
    ],
)
def test_the_first_person_is_who_speaks_or_nobody(register: Register, text: str, name: str) -> None:
    """ "We" is the turn's speaker, whoever is quoted, whoever introduces themselves; never the enemy just named."""
    record = next(item for item in register.claims(Document("d", text)) if item.status is Status.CLAIMED)
    assert record.claimant is not None
    assert record.claimant.name.text == name
    assert record.claimant.resolved == (name not in {"We", "I"})


@pytest.mark.parametrize("who", ["Its spokesman", "The same outfit", "The persona"])
def test_who_speaks_for_the_group_before_is_that_group(register: Register, who: str) -> None:
    text = f"The Harbour Front is a militant group. {who} claimed responsibility for the bombing in an e-mail."
    record = next(item for item in register.claims(Document("d", text)) if item.status is Status.CLAIMED)
    assert record.claimant is not None
    assert record.claimant.name.text == "Harbour Front"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(ARTICLE.replace("\n\n", " ").split(". ")),
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
        ),
        max_size=6,
    ),
    st.booleans(),
)
def test_offsets_are_exact(model_folder: Path, parts: list[str], capitals: bool) -> None:
    text = ". ".join(parts)
    document = mark_furniture(Document("d", text.upper() if capitals else text))
    for record in open_register(model_folder).claims(document):
        for span in spans(record):
            assert document.text[span.start : span.end] == span.text
        assert least_of(record.status) <= record.probability <= 1
        assert record.sentence == record.evidence[0].sentence


@pytest.mark.parametrize(
    ("text", "status", "name"),
    [
        ("Hamas on Friday claimed responsibility for the bombing.", Status.CLAIMED, "Hamas"),
        ("The Tern Front (TF) on Sunday denied the bombing.", Status.DENIED, "Tern Front"),
        ("Police on Friday blamed the Tern Front for the bombing.", Status.BLAMED, "Police"),
    ],
)
def test_a_day_between_subject_and_verb_hides_nobody(register: Register, text: str, status: Status, name: str) -> None:
    (found,) = register.claims(Document("a", text))
    assert found.status is status and found.claimant is not None
    assert (found.claimant.name.text, found.voice) == (name, "reported")


def test_a_record_names_the_rule_that_found_it(register: Register) -> None:
    found = register.claims(
        Document("a", "The Front denied any part in the bombing. It claimed the raid on the depot.")
    )
    assert [(record.status, record.rule) for record in found] == [
        (Status.DENIED, "denies-part"),
        (Status.CLAIMED, "claims-act"),
    ]
    (silent,) = register.claims(Document("a", "No group has claimed responsibility for the bombing."))
    assert (silent.status, silent.rule) == (Status.UNCLAIMED, "")


def test_each_act_of_a_sentence_has_a_record(register: Register) -> None:
    text = "The Front claimed responsibility for the bombing of a bank and the kidnapping of an engineer."
    found = register.claims(Document("a", text))
    assert [record.act.text for record in found if record.act] == [
        "the bombing of a bank",
        "the kidnapping of an engineer",
    ]
    assert len(list(gtd_rows([found]))) == 2


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Zamor accused the Harbour Front of the attack, which the militia denied.", "Harbour Front"),
        ("Zamor blamed Ivo Marek for the murder. He denied it.", "Ivo Marek"),
        ("The army said the Front had killed the mayor. The rebels denied the charge.", "Front"),
        ("The police accused the Front of the bombing. The group denied it.", "Front"),
        ("Orlu was accused by Zamor of the bombing. Envoys met on Monday. It denied any involvement.", "Orlu"),
        (
            "On Sunday Red Dawn raided a church. Zamor accused the Karsh Liberation Army of the bombing. The group denied it.",
            "Karsh Liberation Army",
        ),
    ],
)
def test_who_was_accused_denies_it(register: Register, text: str, denier: str) -> None:
    (denial,) = (record for record in register.claims(Document("a", text)) if record.status is Status.DENIED)
    assert denial.claimant is not None and denial.claimant.name.text == denier
    assert denial.claimant.resolved


def test_no_pronoun_explains_itself(model_folder: Path) -> None:
    text = (
        '"THE MURDER AND KIDNAPPING OF FARMERS AND WORKERS HAVE US DEEPLY WORRIED," HE ADDED, NOTING THAT "THE REPORTS '
        'ABOUT PERSONS WHO HAVE BEEN MURDERED OR KIDNAPPED IN THE NORTH DISTURB THE WORLD."'
    )
    said = open_register(model_folder, 0.0).said(Document("a", text))
    assert said


def test_a_text_has_the_records_of_its_document(model_folder: Path) -> None:
    text = f"Blast at the customs house\n\nBy Ana Ruiz\n\n{ARTICLE}"
    marked = mark_furniture(Document("", text))
    assert marked.furniture
    assert claims(text, model=model_folder) == claims(marked, model=model_folder)
    with pytest.raises(TypeError, match="claims of NoneType"):
        claims(None, model=model_folder)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"expected a model or its folder .*, got int"):
        claims(text, model=1)  # type: ignore[arg-type]
    for odd in (float("nan"), -0.1, "a"):
        with pytest.raises(ValueError, match=f"least probability {odd!r}, not between 0 and 1"):
            claims(text, model=model_folder, least=odd)  # type: ignore[arg-type]
    assert claims(text, model=model_folder, least=np.float32(0.5)) == claims(text, model=model_folder, least=0.5)


def test_a_register_is_that_of_the_folder_as_it_is_now(
    model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(model_folder, tmp_path / "a" / "model")
    (tmp_path / "b").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    first = open_register("model")
    assert open_register(tmp_path / "a" / "model")._model is first._model
    manifest = json.loads(Path("model/manifest.json").read_text())
    manifest["data"]["prior"] = {"opinions": 0.3, "sentences": 7.0}
    del manifest["digest"]
    Path("model/manifest.json").write_text(json.dumps(manifest))
    again = open_register("model")
    assert again._model is not first._model and again._model.manifest == manifest
    monkeypatch.chdir(tmp_path / "b")
    with pytest.raises(ModelError, match="no model here"):
        open_register("model")


def test_registers_of_all_probabilities_share_what_they_read(model_folder: Path) -> None:
    found = [open_register(model_folder, number / 20) for number in range(20)]
    assert len({id(item._table) for item in found}) == len({id(item._model) for item in found}) == 1
    assert [item.least for item in found] == [number / 20 for number in range(20)]


def test_from_python(model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AVOW_MODEL", str(model_folder))
    (record,) = avow.claims("The Saltmarsh Brigade claimed responsibility for the bombing.")
    assert (record.status, record.voice) == (Status.CLAIMED, "reported")
    assert isinstance(record, avow.Claim)


@pytest.mark.parametrize(
    "broken",
    [
        lambda: claim(evidence=()),
        lambda: claim(voice="loud"),
        lambda: claim(mode=11),
        lambda: Span(3, 2, "x"),
        lambda: Span(0, 1, ""),
    ],
)
def test_invariants_of_records(broken) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError):
        broken()


def test_the_act_of_an_account_is_the_one_of_the_record(register: Register) -> None:
    text = "After the bombing of the bridge, the ministry accused the rebels of the murder of a judge."
    (record,) = [item for item in register.claims(Document("d", text)) if item.status is Status.BLAMED]
    assert (record.act.text if record.act else "", record.kind) == ("the murder of a judge", ActKind.ASSASSINATION)


@pytest.mark.parametrize(
    "unit",
    [
        "Army that charged admitted claimed",
        "attacked in",
        "is bomb we police admitted",
        "lawyers he attributing distance to",
    ],
)
def test_hostile_sentences_are_bounded_work(model_folder: Path, unit: str) -> None:
    every = open_register(model_folder, least=0.0)

    def work(times: int) -> None:
        text = f"The Front {' '.join([unit] * times)}."
        for item in every.claims(Document("d", text)):
            assert all(text[span.start : span.end] == span.text for span in spans(item))

    assert_linear(work, 200)


def test_a_word_of_many_letters_is_linear_work() -> None:
    text = "The {} claimed responsibility for the bombing, and the army blamed it."
    assert_linear(lambda letters: sayings(read(Sentence.bare(text.format("R" * letters)))), 40_000)


@pytest.mark.parametrize(
    "sentence", ["We bombed the mill number {}.", "The Zamor {0} Brigade claimed the bombing of mill number {0}."]
)
def test_a_long_document_is_linear_work(register: Register, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A tenth of how far is looked back for who speaks, so that a short text is a long one.
    for module in ("own_voice", "resolving"):
        monkeypatch.setattr(f"avow.mentions.{module}.HEARD", 20)

    def work(count: int) -> None:
        register.claims(Document("d", " ".join(sentence.format(f"{count}/{number}") for number in range(count))))

    assert_linear(work, 320)


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Front claimed the ambush in Orlu after clashes in the valley that claimed 40 lives.",
        "In a blast that claimed 40 lives, the Northern Front admitted that it had planted the bomb.",
    ],
)
def test_what_claims_lives_claims_no_act(register: Register, text: str) -> None:
    found = register.claims(Document("d", text))
    assert [record.claimant and record.claimant.name.text for record in found] == ["Northern Front"]
