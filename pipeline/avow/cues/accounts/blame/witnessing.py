"""What somebody saw, or says that others did or suffered at somebody's hands."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import does, find_act
from avow.cues.accounts.captives import held, only_meant
from avow.cues.accounts.people import can_act, is_passive, who
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.search import find_before
from avow.cues.accounts.sides import may_tell_of
from avow.cues.grammar import Grammar, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

SEEING = word_set(
    "saw seen see seeing watched watch watching witnessed witnessing filmed filming showed shows show showing"
)
DESCRIBING = word_set(
    "described describes describe describing recounted recounts recalled recalls told explained explains tells"
)
_WHEN = word_set("when as after")
_CLAUSE = 20


def seen(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody saw somebody do it: "witnesses saw soldiers shoot the farmers".

    Args:
        grammar: The sentence.
        verb: The verb of seeing or showing.

    Yields:
        Accounts of blame.
    """
    if not held(grammar, verb) or is_passive(grammar, verb):
        return
    accused = grammar.phrase_after(verb + 1)
    if not can_act(grammar, accused, named=True):
        return
    for done in range(accused[1], min(grammar.count, accused[1] + 2)):
        form = grammar.forms[done]
        if form == "being":
            return
        bare = form.endswith("ing") or not form.endswith(("ed", "s"))
        if bare and grammar.masks[done] & (W.ACT_VERB | W.WEAK_ACT) and does(grammar, done):
            speaker = who(grammar, verb)
            if may_tell_of(grammar, verb, speaker, accused):
                yield Account(BLAMED, "saw-them", verb, speaker, accused, (done, done + 1))
            return


def described(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody described "how" somebody did it.

    Args:
        grammar: The sentence.
        verb: The verb of telling.

    Yields:
        Accounts of blame.
    """
    how = find_before(grammar, ("how",), min(grammar.count, verb + 6), 5)
    if how <= verb or not held(grammar, verb):
        return
    yield from _clause(grammar, verb, how + 1, "described-how")


def while_others(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody says what happened "when" somebody did it: "nine died when soldiers fired on the crowd".

    Args:
        grammar: The sentence.
        verb: The verb of saying.

    Yields:
        Accounts of blame.
    """
    for at in range(verb + 3, min(grammar.count, verb + _CLAUSE)):
        if grammar.forms[at] in _WHEN and any(grammar.tags[back] == Tag.VERB for back in range(verb + 1, at)):
            yield from _clause(grammar, verb, at + 1, "says-when-they")
            return


def _clause(grammar: Grammar, verb: int, start: int, rule: str) -> Iterator[Account]:
    """Who did it in a clause that begins at a token."""
    accused = grammar.phrase_after(start)
    if not can_act(grammar, accused, named=True) or grammar.tags[accused[0]] == Tag.PRONOUN:
        return
    for done in range(accused[1], min(grammar.count, accused[1] + 5)):
        if grammar.tags[done] != Tag.VERB or not does(grammar, done):
            continue
        passive = grammar.undergone(done)
        speaker = who(grammar, verb)
        if not passive and held(grammar, done) and not only_meant(grammar, done):
            if may_tell_of(grammar, verb, speaker, accused):
                yield Account(BLAMED, rule, verb, speaker, accused, (done, done + 1))
        return


def suffered(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody says that people died "in" an attack "by" somebody.

    Args:
        grammar: The sentence.
        verb: The verb of saying.

    Yields:
        Accounts of blame.
    """
    for at in range(verb + 2, min(grammar.count, verb + _CLAUSE)):
        if grammar.forms[at] not in {"in", "during", "after", "from"}:
            continue
        act = find_act(grammar, at + 1, at + 5, deeds=False)
        link = act[1]
        if act[0] < 0 or grammar.forms[link : link + 1] not in {("by",), ("from",)}:
            continue
        accused = grammar.phrase_after(link + 1)
        speaker = who(grammar, verb)
        if can_act(grammar, accused, named=True) and may_tell_of(grammar, verb, speaker, accused):
            yield Account(BLAMED, "says-in-attack-by", verb, speaker, accused, act)
        return
