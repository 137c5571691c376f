"""How far what the grammar finds counts against the weights of phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from avow.cues import read
from avow.cues.sayings import sayings
from avow.mentions import Parties, find_parties
from avow.mentions.clauses import Clauses
from avow.mentions.given import TRUST
from avow.records import GoldSentence, Label, Sentence, Status
from avow.stances import role_examples
from saying import item_of, level

OPEN = "Zamorian police showed a photograph of a sailor as a suspect in the killing."
PLAIN = "Asked by the mayor, Ivo Marek said that the Tern Front blew up the depot."


def prefers(feature: str, weight: float) -> Callable[[str, Iterable[str]], float]:
    return lambda role, names: weight * (f"{role}|{feature}" in names)


def found(text: str, status: Status, score: Callable[[str, Iterable[str]], float]) -> Parties:
    sentence = Sentence.bare(text)
    return find_parties([sentence], 0, status, sayings(read(sentence)), score)


def test_whose_a_suspicion_is_may_be_weighed_where_the_grammar_leaves_it_open() -> None:
    speaker = found(OPEN, Status.SUSPECTED, prefers("opens,description,True", 1.0)).speaker
    assert speaker is not None
    assert speaker.mention.text == "Zamorian police"
    assert found(OPEN, Status.SUSPECTED, level).speaker is None


@pytest.mark.parametrize(("weight", "named"), [(TRUST - 1, "Ivo Marek"), (TRUST + 1, "the mayor")])
def test_weights_must_be_strong_to_speak_against_the_grammar(weight: float, named: str) -> None:
    speaker = found(PLAIN, Status.BLAMED, prefers("rank=before,1", weight)).speaker
    assert speaker is not None
    assert speaker.name.text == named


def test_examples_hold_nobody_where_no_one_is_named_and_spare_what_says_the_same() -> None:
    def groups(text: str, **attributes: str) -> list[tuple[int, int, int]]:
        gold = GoldSentence(Sentence.bare(text), Label.FACT, group="d", attributes=tuple(attributes.items()))
        return [(len(item.candidates), item.right, len(item.same)) for item in role_examples([gold])["speaker"]]

    (left_open,) = groups(OPEN, stance="suspects")
    assert left_open[1] == left_open[0] - 1
    (told,) = groups(OPEN, stance="suspects", by="Zamorian police")
    assert told[:2] == (left_open[0], 0)
    twice = "The Tern Front denied the raid, and the Tern Front does not lie."
    ((count, right, same),) = groups(twice, stance="denies", by="Tern Front")
    assert (count > 2, right, same) == (True, 0, 1)


def test_clauses_tell_who_says_it_from_who_is_said_to() -> None:
    text = "Ivo Marek said that officers suspected a sailor, the paper added."
    clauses = Clauses(read(Sentence.bare(text)))
    told = {words: set(clauses.features(item_of(text, words), 2)) for words in ("Ivo Marek", "officers", "the paper")}
    assert {"under=0", "subject-of-it", "opens,name,True", "verb=said"} <= told["Ivo Marek"]
    assert {"under=1", "subject-says=True,1"} <= told["officers"]
    assert {"tail", "tail=2"} <= told["the paper"]
