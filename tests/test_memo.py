"""A memo makes each value once, and stays within its bounds."""

from __future__ import annotations

from avow.memo import Memo


def test_each_value_is_made_once_and_nothing_is_a_value_too() -> None:
    made: list[str] = []
    found = Memo[str, None](made.append)
    assert [found[key] for key in "abab"] == [None] * 4
    assert made == ["a", "b"]


def test_a_full_memo_begins_anew() -> None:
    sizes = Memo[str, int](len, 3)
    assert [sizes["x" * count] for count in range(5)] == [0, 1, 2, 3, 4]
    assert set(sizes) == {"xxx", "xxxx"}


def test_what_is_too_long_to_be_a_word_is_not_kept() -> None:
    sizes = Memo[str, int](len)
    assert sizes["x" * 1000] == 1000 and not sizes
