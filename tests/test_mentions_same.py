"""Whether two strings name one party."""

from __future__ import annotations

import pytest

from avow.mentions import head_word, is_acronym, same_party


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("a spokesman for the Front", "spokesman"),
        ("the Saltmarsh Brigade", "brigade"),
        ("Nubia Cantor, a schoolteacher", "cantor"),
        ("the group's", "group"),
        ("Army of Orlu", "army"),
        ("a faction allied with the army", "faction"),
        ("hackers working for a bank", "hackers"),
        ("a Sunday wedding in Orlu", "wedding"),
        ("a brigade based in Karsh", "brigade"),
        ("a clerk aged 17", "clerk"),
        ("The coalition fighting rebels in the hills", "coalition"),
    ],
)
def test_head_words(text: str, head: str) -> None:
    assert head_word(text) == head


def test_parties_are_compared_by_words_heads_and_initials() -> None:
    assert same_party("the Brigade", "Saltmarsh Brigade")
    assert same_party("Orlu Liberation Front", "OLF")
    assert same_party("Houthi rebels", "the Houthis")
    assert not same_party("Houthi rebels", "the Karshis")
    assert not same_party("Rebel Front", "Rebels")
    assert not same_party("Red Army", "Reds")
    assert is_acronym("FLO", "Front for the Liberation of Orlu")
    assert not same_party("Ninth Tide", "Saltmarsh Brigade")
    assert not same_party("", "x")


def test_bodies_with_one_common_word_are_two() -> None:
    assert not same_party("the Saltmarsh Brigade", "the Estuary Brigade")
    assert not same_party("Army of the Two Rivers", "Army of Orlu")
    assert same_party("the Saltmarsh Brigade", "the Brigade")
    assert not same_party("Orland", "Orland-based Lashkar-e-Karsh")
    assert not same_party("Orland-backed rebels", "Orland")
    assert not same_party("the Orland-led coalition", "the Karsh-led coalition")
    assert same_party("Orland-based Lashkar-e-Karsh", "Lashkar-e-Karsh")
    assert same_party("Orland-based Lashkar", "Orland-based Lashkar")
    assert not same_party("the Real IRA", "the Provisional IRA")
    assert not same_party("Ana Ruiz", "Tom Ruiz")
    assert same_party("President Marek", "Ivo Marek")
    assert same_party("Gen. Omar Adan", "Omar Adan")
    assert same_party("Al-Aqsa Brigades", "Aqsa Martyrs Brigades")


def test_an_acronym_leaves_small_words_out() -> None:
    assert same_party("TTP", "Tehrik-i-Taliban Pakistan")
    assert not same_party("TTP", "Tamil Tigers")
