"""Terms and cues: every cue with a sentence that has it and one that has not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avow.corpus import GoldDocument
from avow.cues import Reading, avowal, cue_names, cue_values, read, reading, term_values
from avow.cues.avowal import avowals, may_avow, statements_of, weigh
from avow.cues.catalogue import AVOWAL_PARTS, CUES, REPEATED, Cue, meaning, parts_of
from avow.cues.grammar import Grammar
from avow.cues.lexicon import WordClass, classes, inflected, mask_of, word_set
from avow.cues.sayings import saying_values, sayings
from avow.cues.statements import may_find, statements
from avow.cues.states import is_state
from avow.records import Sentence
from avow.terms import characters, kind_of, normalise, pairs, text_values, token_starts, tokens, words
from conftest import assert_linear

FUNCTION_WORDS = sorted(
    word_set(
        'the a of to by in that who its our we i not no has is was been had for and , . " according behind regrets'
    )
)


def names(text: str, *, open_quote: bool = False) -> set[str]:
    return cue_names(read(Sentence("d", 0, 0, 0, len(text), text, open_quote)))


@pytest.mark.parametrize(
    "cue", [cue for cue in CUES.values() if cue.name != "quotation-open"], ids=lambda cue: cue.name
)
def test_each_cue_both_ways(cue: object) -> None:
    assert cue.name in names(cue.present)  # type: ignore[attr-defined]
    assert cue.name not in names(cue.absent)  # type: ignore[attr-defined]
    assert cue.meaning and cue.source  # type: ignore[attr-defined]


def avowal_parts(text: str) -> set[str]:
    return {part for name in avowals(read(Sentence.bare(text))) for part in parts_of(name)}


@pytest.mark.parametrize("cue", AVOWAL_PARTS.values(), ids=lambda cue: cue.name)
def test_each_part_of_an_avowal_both_ways(cue: Cue) -> None:
    assert cue.name in avowal_parts(cue.present)
    assert cue.name not in avowal_parts(cue.absent)
    assert cue.meaning and cue.source


def test_context_opens_a_quotation() -> None:
    assert "quotation-open" in names("Nobody else was there.", open_quote=True)
    assert "all-quoted" in names("Nobody else was there.", open_quote=True)
    assert "quotation-open" not in names("Nobody else was there.")


@pytest.fixture(scope="module")
def readings(seeds: list[GoldDocument]) -> list[Reading]:
    return [read(item.sentence) for gold in seeds for item in gold.sentences]


def test_what_may_not_avow_has_no_cue_of_avowal(readings: list[Reading]) -> None:
    barred = [reading for reading in readings if not may_avow(reading.possible)]
    assert len(barred) > len(readings) / 2
    assert not any(map(avowals, barred))
    # The words of a statement, and those of a possession alone.
    assert may_avow(WordClass.DENY) and may_avow(WordClass.CALLER | WordClass.CHANNEL)
    assert not may_avow(WordClass.CALLER | WordClass.REPORT)


@given(
    st.lists(st.sampled_from([*"“”„‟«»\"'’`-. ", "word", "Ünïcode ", "it's", "\u2028"]), max_size=30).map("".join),
    st.booleans(),
)
def test_double_marks_alone_are_read_as_with_single_ones(text: str, inside: bool) -> None:
    found = read(Sentence("d", 0, 0, 0, len(text), text, inside))
    assert found.quoted == reading._quoted_either_way(text, found.forms, inside)


def has_statement(reading: Reading) -> bool:
    return bool(statements(Grammar(reading)))


def test_what_may_not_state_states_nothing(readings: list[Reading]) -> None:
    barred = [reading for reading in readings if not may_find(reading)]
    assert len(barred) > len(readings) / 2
    assert not any(map(has_statement, barred))
    # The order counts: what is said comes after the saying.
    assert may_find(read(Sentence.bare("Police said two gunmen attacked the post.")))
    assert not may_find(read(Sentence.bare("Two gunmen attacked the post, police said.")))
    # To claim what is no act is nothing, unless it is that nobody claims.
    assert not may_find(read(Sentence.bare("A physician has claimed that the tests succeeded.")))
    assert may_find(read(Sentence.bare("No physician has claimed that the tests succeeded.")))
    # What is said before may be who says it behind.
    assert may_find(read(Sentence.bare("Its gunmen attacked the post, the Front said.")))


@given(st.lists(st.sampled_from(sorted(classes())) | st.sampled_from(FUNCTION_WORDS), max_size=25).map(" ".join))
def test_whatever_words_may_not_state_state_nothing(text: str) -> None:
    found = read(Sentence.bare(text))
    assert may_find(found) or not has_statement(found)


def test_every_cue_of_the_seeds_is_explained(seeds: list[GoldDocument]) -> None:
    found: set[str] = set()
    for gold in seeds[::8]:
        for item in gold.sentences:
            found |= cue_names(read(item.sentence))
    assert all(meaning(name) for name in found)
    # No gold sentence begins inside a quotation; the others are rare and may miss three quarters of the documents.
    rare = {"quotation-open", "ellipsis", "likening"}
    assert {name for name in CUES if name not in found} <= rare
    parts = {part for name in found if name not in CUES for part in parts_of(name.removesuffix(REPEATED))}
    assert {part for part in AVOWAL_PARTS if part not in parts} <= {"of-unknown", "by-none"}
    assert meaning(f"modal{REPEATED}").endswith("more than once")
    assert meaning("says of-self negated:by-group").count(",") == 3


@given(st.text(max_size=120))
def test_cues_never_fail_and_are_known(text: str) -> None:
    for name in names(text):
        assert meaning(name)
    assert set(cue_values(read(Sentence.bare(text))).values()) <= {1.0}


@given(st.text(max_size=80))
def test_values_are_finite_and_kinds_known(text: str) -> None:
    for term, value in term_values(Sentence.bare(text)).items():
        assert 0 < value < 100
        assert kind_of(term)
        assert "\n" not in term and "\t" not in term


@given(st.text(max_size=120), st.booleans())
def test_a_reading_holds_what_its_tokens_are(text: str, open_quote: bool) -> None:
    reading = read(Sentence("d", 0, 0, 0, len(text), text, open_quote))
    found = tokens(text)
    assert reading.forms == tuple(token.form for token in found)
    assert reading.raws == tuple(token.raw for token in found)
    assert token_starts(text) == [token.start for token in found]
    letters = [raw[0] for raw in reading.raws if raw[0].isalpha()]
    assert reading.names == sum(letter.isupper() for letter in letters)
    assert reading.small == len(letters) - reading.names
    assert len(reading.classes) == len(reading.masks) == len(reading.quoted) == len(found)
    assert not reading.present & ~reading.possible
    assert all(not mask & ~reading.possible for mask in reading.classes)
    assert reading.plain == (not open_quote and not {'"', "'"} & set(reading.forms))


def test_words_that_cues_ask_for_by_name_are_known_by_class() -> None:
    for form in (*avowal._US, *avowal._OWN_WORK, *avowal._SIGNED, "name"):
        assert classes()[form] & WordClass.OWNING, form
    assert mask_of("according") & WordClass.ACCORDING
    assert mask_of("like") & mask_of("if") & WordClass.LIKE_OR_IF
    assert mask_of('"') & mask_of("'") & WordClass.QUOTE


def test_words_keep_punctuation_and_hide_digits() -> None:
    assert words("“Don't,” said Gen. Lund in 1987.") == [
        '"',
        "don't",
        ",",
        '"',
        "said",
        "gen",
        ".",
        "lund",
        "in",
        "0000",
        ".",
    ]
    assert normalise("‘A’ 12") == "'a' 00"


def test_pairs_and_characters() -> None:
    assert list(pairs(["a", "b"])) == [("<", "a"), ("a", "b"), ("b", ">")]
    assert characters("no") == (" n", "no", "o ", " no", "no ", " no ")
    assert len(characters("x" * 10_000)) == len(characters("x" * 40))


def test_values_by_hand() -> None:
    # Two words: each word 1/sqrt(2), each of the three pairs too; "no" has six n-grams, each 1/sqrt(2*6).
    values = text_values(["no", "."], [False, True])
    assert values["w:no"] == pytest.approx(2**-0.5)
    assert values["W:."] == pytest.approx(2**-0.5)
    assert values["p:no ."] == pytest.approx(2**-0.5)
    assert values["c: no "] == pytest.approx(12**-0.5)
    assert text_values([], []) == {}


def test_inflection() -> None:
    assert inflected("claim") == ("claim", "claims", "claimed", "claiming")
    assert inflected("deny/denied/denies") == ("deny", "denies", "denied", "denying")
    assert inflected("take/took/taken/taking") == ("take", "takes", "took", "taken", "taking")


@pytest.mark.parametrize(
    "unit",
    [
        "claim ",
        '"',
        "no group, ",
        "we ",
        "video show ",
        "no group has claimed ",
        "said it had killed ",
        "the gang published data on its leak, ",
        "responsibility ( took its his they ",
    ],
)
def test_hostile_sentences_are_linear_work(unit: str) -> None:
    def work(times: int) -> None:
        sentence = Sentence.bare("the front " + unit * times)
        term_values(sentence)
        found = read(sentence)
        saying_values(found, sayings(found))

    assert_linear(work, 400)


@pytest.mark.parametrize(
    ("phrase", "state"),
    [
        ("Russia", True),
        ("the United States", True),
        ("Saudi Arabia", True),
        ("Turkey's defence ministry", True),
        ("The Islamic State of Iraq", False),
        ("Yemen's Houthi movement", False),
        ("Iraq insurgents", False),
        ("we", False),
    ],
)
def test_states_are_told_from_groups_that_bear_their_names(phrase: str, state: bool) -> None:
    grammar = Grammar(read(Sentence.bare(f"{phrase} said so.")))
    assert is_state(grammar, (0, grammar.forms.index("said"))) == state


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ('Ivo Marek, who used the handle "saltmine," confessed.', "confessed", "ivo marek"),
        ("Ivo Marek, 59, who seeks amnesty, said so.", "said", "ivo marek"),
        ("In Karsh, 59 men, who seek amnesty, said so.", "said", "59 men"),
        ("The rebels were quick to say so.", "say", "the rebels"),
        ("Survivors of a raid on the village said so.", "said", "survivors of a raid on the village"),
        ("The author of a book on the village said so.", "said", "the village"),
        ("A strike on the village killed nine.", "killed", "the village"),
        ("Militants backed by Orlu attacked a base.", "attacked", "militants"),
        ("A letter signed by the Front said so.", "said", "the front"),
        ("A clip seen by a video agency said so.", "said", "a video agency"),
    ],
)
def test_the_subject_stands_before_what_only_describes_it(text: str, verb: str, subject: str) -> None:
    grammar = Grammar(read(Sentence.bare(text)))
    found = grammar.subject(grammar.forms.index(verb))
    assert " ".join(grammar.forms[slice(*found)]) == subject.replace("59", "00")


@pytest.mark.parametrize(
    ("text", "passive"),
    [("A clerk shot dead by police fled.", True), ("A clerk shot dead a guard by the door.", False)],
)
def test_shot_dead_by_somebody_is_passive(text: str, passive: bool) -> None:
    grammar = Grammar(read(Sentence.bare(text)))
    assert grammar.passive(grammar.forms.index("shot")) is passive


@pytest.mark.parametrize(
    ("text", "avows"),
    [
        ("A man telephoned the radio to claim the bombing for the Northern Column.", True),
        ("A woman called the station to claim responsibility for the attack.", True),
        ("The mayor called on the group to claim the attack.", False),
        ("The group is expected to claim responsibility for the attack.", False),
        ("To date none of the armed groups active in Zamor has claimed responsibility for the bombings.", False),
    ],
)
def test_a_call_to_claim_is_a_claim_and_a_call_on_somebody_to_claim_is_none(text: str, avows: bool) -> None:
    found = statements_of(read(Sentence.bare(text)))
    assert any(weigh(statement) for statement in found) == avows


@pytest.mark.parametrize(
    ("deed", "avows"),
    [
        ("fired on a convoy", True),
        ("shot at a bus", True),
        ("hacked into the network", True),
        ("attacked at dawn", True),
        ("attacked on Monday and killed nine soldiers", True),
        ("bombarded the town", True),
        ("beat the informer to death", True),
        ("took nine hostages", True),
        ("shot at a checkpoint were buried", False),
        ("fired on by the army had fled", False),
    ],
)
def test_a_deed_without_an_object_is_its_subjects(deed: str, avows: bool) -> None:
    found = statements_of(read(Sentence.bare(f"The Front said its fighters {deed}.")))
    assert any(weigh(statement) == 2 for statement in found) == avows


@pytest.mark.parametrize(
    ("text", "avows"),
    [
        ("We ambushed the convoy.", True),
        ("It was we who cut the cable.", True),
        ("Our fighters, who attacked the post, are safe.", True),
        ("The depot that we destroyed was theirs.", True),
        ("We know who bombed the market.", False),
        ("We are chasing the men who attacked the village.", False),
        ("I heard the news that the army was bombing the town.", False),
        ("We hold a man we believe killed the judge.", False),
        ("At no time did we bomb the town.", False),
        ("No sooner had we bombed the depot than they fled.", True),
        ("We've bombed the depot.", True),
        ("The Front and the Brigade both claimed responsibility for it.", True),
        ("We have taken action against the smugglers.", False),
        ("The Front said that it shelled the port.", True),
        ('Marek added that "it is responsible for many attacks."', False),
        ('The bishop said that "they killed the priests."', False),
        ("The general said that those responsible for killing the judge are known.", False),
        ("The minister said that the rebels, who bombed the market, had fled.", False),
        ("He confirmed who ordered the bombing.", False),
        ("The spokesman said the party is a responsible organisation.", False),
        ("The war has claimed more than 120 deaths.", False),
        ("He owns the house where the man charged with the bombing lives.", False),
        ("He owned up to the bombing.", True),
        ("They could not attribute responsibility for the bombing.", False),
        ("The mayor admitted that he fears crimes such as killing officers.", False),
        ("It is plain that the rebels and their allies were behind the bombing.", False),
        ("He said that he would fight organised crime.", False),
        ("The Front says the bombing was its work.", True),
        ("Zamor arrested nine men, saying they were behind the bombing.", False),
        ("The Front killed six Orlan members during a raid, saying they were responsible for the bombing.", False),
        ("The Front posted a video, saying they were responsible for the bombing.", True),
        ("The Front fired nine missiles at a base, saying they had killed nine soldiers.", True),
        ("A spokesman for the Red Brigade said the group carried out the bombing.", True),
        ("A police spokesman said the group carried out the bombing.", False),
        ("Ivo Marek, a spokesman for the Red Brigade, said the group carried out the bombing.", True),
        ("Ivo Marek, a spokesman for the Orlu army, said the group carried out the bombing.", False),
        ("Ivo Marek, a spokesman for the Red Heron Army, said that the army had kidnapped the mayor.", True),
        ("A spokesman for the Red Heron Army said the group had shot the judge.", True),
        ("A spokesman for the Orlu Army said the army had shelled the village.", False),
        ("Ivo Marek, a spokesman for the Orlu Army, said the army had shot nine men.", False),
        ("A caller said the Red Brigade was responsible for the bombing.", True),
        ("A caller to a radio station said the Red Brigade was behind the bombing.", True),
        ("A caller said the army was behind the bombing.", False),
        ("The Front said two of its fighters blew themselves up at the gate.", True),
        ("Ivo Marek pleaded guilty to murder.", True),
        ("The Front said it had broken into the bank and stolen its files.", True),
        ("A voice on the telephone said they'd thrown the grenade.", True),
        ("The Front acknowledged, in a note to a bishop, the shooting of a judge.", True),
        ("The minister conceded that men of the third company had killed two traders.", True),
        ("The army admitted that rebels had destroyed two of its tanks.", False),
        ("The Union said that guerrillas of theirs had shot three villagers.", True),
        ("The Vanguard said that men under its command shot the bakers.", True),
        ("She told the nurse that she was the one who torched the church.", True),
        ("He admitted that he had been one of those who defaced the page.", True),
        ("A bishop said the Falcons of Ormel were the ones who burned the ship.", False),
        ("The leader told a reporter that the ship was sunk on his orders.", True),
        ("The bureau admits that she was killed by one of ours.", True),
        ("A hacker group called Null Parade takes credit on its channel.", True),
        ("The minister takes responsibility.", False),
        ("The Front apologised for the deaths of two clerks in its attack on the mill.", True),
        ("The minister apologised for the delays.", False),
        ("The Front hung banners claiming the murder of a rival.", True),
        ('"We killed the game in ten minutes," he said.', False),
        ("The coach admitted he had attacked the referee.", True),
        ("The union admitted it had attacked the minister's policy.", False),
        ("The Front said it attacked the eastern side of the base.", True),
        ("The bureau admits that the suspect in the mill shooting had a licence.", False),
        ("South Orlu says North Orlu is behind the bombing.", False),
        ("The Front says it isn't behind the bombing.", False),
        ("The Front says it wasn't responsible for the bombing.", False),
        ("The Northern Column says the Column is behind the bombing.", True),
        ("Orlu claims raids on the coast on Friday killed nine rebels.", False),
        ("The Front claims the raid on the coast on Friday and killed nine.", True),
        ("Orlu admitted bombing fishing boats in the harbour.", True),
        ("The National Army of Orlu (NAO) said a unit of the NAO had mined the bridge.", True),
        ("The National Army of Orlu (NAO) said a unit of the LRM had mined the bridge.", False),
        ("A member of the Front said his comrades had shot the judge.", True),
        ("A member of the Front said his former comrades had shot the judge.", False),
        ("A Front defector said its fighters had shot the judge.", False),
        ("A person claiming to speak for the group took credit for the intrusion.", True),
        ("Its men attacked the barracks at dawn, the Red Hand Brigade said in a statement.", True),
        ("They had bombed the mill, the rebels said.", True),
        ("It carried out the attack in revenge, the Front said.", True),
        ("The attack was carried out by its fighters, the Front said.", True),
        ("A unit of ours shot the judge, said the rebels.", True),
        ("His client shot the banker, the lawyer said.", True),
        ("They shot two men, villagers said.", False),
        ("Its fighters were killed by the army, the Front said.", False),
        ("The army attacked its base, the Front said.", False),
        ("Its men did not attack the convoy, the Front said.", False),
        ('"We struck the depot," the Front said.', True),
        ('"We struck the depot," said a spokesman for the Front.', True),
        ('"They struck the depot," the Front said.', False),
        ("After its men bombed the mill, the Front said it would talk.", False),
        ("Its men bombed the mill, the Front said Orlu had claimed.", False),
        ("The Front tweeted that it had bombed the mill.", True),
        ("Ivo Marek recounts how he shot the minister.", True),
        ("Ivo Marek told a paper that he had helped massacre villagers.", True),
        ("According to a message circulated by the Veda gang, its members bombed the mill.", True),
        ("The Front said it had brought down a helicopter.", True),
        ("The Front said it had taken down the ministry's website.", True),
        ("The Front said it had taken down the flag.", False),
        ("Ivo Marek told the court he had driven a truck into the crowd.", True),
        ("Ivo Marek said he had driven a truck to the depot.", False),
        ("The Front said it had poured acid on the guard.", True),
        ("The Front said it had participated in the raid.", True),
        ("The Front has claimed at least nine attacks on pipelines.", True),
        ("The Front said it had set the barn alight.", True),
        ("Ivo Marek admitted the manslaughter of his flatmate.", True),
        ("The Dashti rebels fired nine missiles at the port, their military spokesman said.", True),
        ("Nine clerks fired missiles at the port, their lawyer said.", False),
        ("According to a message on its channel, the Veda gang attacked the website.", True),
        ("According to a message on the board, the Veda gang attacked the website.", False),
    ],
)
def test_who_did_it_is_not_mistaken_for_who_tells_it(text: str, avows: bool) -> None:
    found = statements_of(read(Sentence.bare(text)))
    assert any(weigh(statement) == 2 for statement in found) == avows


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for the Saltmarsh Brigade said the group had kidnapped the mayor.", "group"),
        ("A spokesman for the Saltmarsh Brigade said it had kidnapped the mayor.", "group"),
        ("A spokesman for the Saltmarsh Brigade said the brigade had shot the mayor.", "group"),
        ("A spokesman for the Saltmarsh Brigade said it had shelled the village.", "person"),
        ("A spokesman for the Second Brigade said the brigade had shelled the village.", "person"),
        ("A spokesman for the Red Heron Army said it had shelled the village.", "group"),
        ("A spokesman for the Orlu Army said it had kidnapped the mayor.", "group"),
        ("A spokesman for the Orlu Army said it had shelled the village.", "official"),
    ],
)
def test_what_a_spokesman_owns_tells_a_group_from_the_forces_of_a_state(text: str, speaker: str) -> None:
    told = next(item for item in statements_of(read(Sentence.bare(text))) if item.kind == "says")
    assert (told.actor, told.speaker) == ("self", speaker)


def test_the_country_is_not_us() -> None:
    assert "it-was-us" in avowals(read(Sentence.bare("Two men were killed; it was us.")))
    assert "it-was-us" not in avowals(read(Sentence.bare("Two men were killed; it was US fire.")))


@pytest.mark.parametrize(
    "text",
    [
        "No faction has taken responsibility.",
        "No country has acknowledged carrying out the strike.",
        "No side has said that it fired the mortar.",
        "None of the armed groups has said it seized the tanker.",
    ],
)
def test_what_nobody_says_of_themselves_is_that_nobody_claims_it(text: str) -> None:
    assert [(item.kind, item.speaker) for item in statements_of(read(Sentence.bare(text)))] == [("takes", "nobody")]


def test_a_spokesman_of_whom_the_name_tells_no_kind_may_avow() -> None:
    for text, most in [
        ("Zamor spokesman Ivo Marek said the group had carried out the bombing.", 1),
        ("A Zamor spokesman told a paper that the group was behind the bombing.", 1),
        ("A ministry spokesman said the group was behind the bombing.", 0),
        ("A spokesman said the group was behind the bombing.", 0),
    ]:
        found = statements_of(read(Sentence.bare(text)))
        assert max(map(weigh, found)) == most, text


@pytest.mark.parametrize(
    ("text", "avows"),
    [
        ("The bureau claims to have captured members of a gang responsible for a murder.", False),
        ("The bureau claims to have captured nine soldiers.", True),
        ("Orlu apologised for the raid on the chapel.", False),
        ("The Front's commander apologised for the raid on the chapel.", True),
        ("Orlu apologised for its raid on the chapel.", True),
        ("Orlu admitted and apologised for the raid on the chapel.", True),
    ],
)
def test_police_that_capture_culprits_and_a_state_that_is_sorry_avow_nothing(text: str, avows: bool) -> None:
    found = statements(Grammar(read(Sentence.bare(text))))
    assert any(weigh(statement) for statement in found) == avows


@pytest.mark.parametrize(
    "unit", ["attacked in", "rebels attacked in town", "shot and", "blamed and", "accused and killed"]
)
def test_joined_and_nested_verbs_are_linear_work(unit: str) -> None:
    def work(times: int) -> None:
        grammar = Grammar(read(Sentence.bare(f"The front {' '.join([unit] * times)}.")))
        assert sum(map(grammar.reduced, range(grammar.count))) > 0

    assert_linear(work, 400)
