"""Guesses and beliefs about who did an act."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import of_part
from avow.cues.accounts.people import is_passive, who
from avow.cues.accounts.records import SUSPECTED, Account
from avow.cues.accounts.search import INVOLVED, denied_before, find_word
from avow.cues.accounts.suspicion.harming import (
    CULPRITS,
    act_in,
    act_near,
    any_deed,
    can_have,
    harm_before,
    harms,
    it_was,
    read_clause,
)
from avow.cues.accounts.suspicion.seeming import behind_to
from avow.cues.grammar import BE, NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import word_set

_JUDGES = word_set("judge judges figure figures guess guesses thought")
_WITH_THAT = ("impl", "hint", "whisper", "consider", "assess", "judg", "gossip", "speculat", "assum", "wonder", "figur")
_NO_CLAUSE = frozenset((word,) for word in ("of", "to", "by", "it", "in", "on", "for", "with"))
_BEFORE_THAT = frozenset((word,) for word in ("with", "it", "likely", "probable", "aloud"))


def guesses(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody assumes, fears, hints or wonders that somebody did it; it is assumed that somebody did.

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts.
    """
    forms, tags = grammar.forms, grammar.tags
    if grammar.negated(verb) or denied_before(grammar, verb) or (verb and tags[verb - 1] in "DJI"):
        return
    if tags[verb] == Tag.NOUN and forms[verb] in _JUDGES:
        return
    start = _content(grammar, verb)
    said_that = start > verb + 1
    culprit = it_was(grammar, start)
    named_so = culprit[0] >= 0
    if not (said_that or named_so) and (tags[verb] == Tag.NOUN or forms[verb].startswith(_WITH_THAT)):
        return
    if not (said_that or named_so) and (is_passive(grammar, verb) or forms[start : start + 1] in _NO_CLAUSE):
        return
    if not said_that and forms[start : start + 1] == (",",):
        # "The suspect, later named by police, is shot": no clause that is guessed.
        return
    subject = who(grammar, verb)
    if subject[0] >= 0 and forms[subject[0]] == "i" and subject[1] - subject[0] == 1:
        return
    found = read_clause(grammar, start, start + 26)
    passive = is_passive(grammar, verb)
    if found is None and forms[verb].startswith("suspect") and said_that:
        found = any_deed(grammar, start, start + 20)
    elif found is None and said_that:
        vague = any_deed(grammar, start, start + 20)
        if vague is not None and not _themselves(grammar, verb, vague[0]):
            yield Account(SUSPECTED, "guesses-any", verb, NO_SPAN if passive else subject, *vague)
    if found is not None and not _themselves(grammar, verb, found[0]):
        yield Account(SUSPECTED, "guesses-that", verb, NO_SPAN if passive else subject, *found)
    elif found is None and named_so:
        yield Account(SUSPECTED, "guesses-it-was", verb, subject, culprit, harm_before(grammar, verb))


def _content(grammar: Grammar, verb: int) -> int:
    """Where the clause begins that somebody guesses: behind "that", "with moderate confidence that", "it likely that"."""
    forms = grammar.forms
    start = verb + 1
    if forms[start : start + 1] in _BEFORE_THAT:
        that = find_word(grammar, ("that",), start + 1, start + 7)
        start = that if that >= 0 else start
    elif forms[start : start + 1] == (",",):
        comma = find_word(grammar, (",",), start + 1, start + 8)
        start = comma + 1 if comma >= 0 and forms[comma + 1 : comma + 2] == ("that",) else start
    return start + 1 if forms[start : start + 1] == ("that",) else verb + 1


def _themselves(grammar: Grammar, verb: int, accused: Span) -> bool:
    """Whether what somebody believes is what they did themselves: "police believe that they have shot the killer"."""
    return accused[1] - accused[0] == 1 and accused[0] - verb <= 3 and grammar.forms[accused[0]] in {"they", "it", "we"}


def aside(grammar: Grammar, verb: int) -> Iterator[Account]:
    """What somebody, it is added between commas, believes: "rebels, police believe, shot him".

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    following = forms[verb + 1] if verb + 1 < grammar.count else "."
    inserted = forms[max(0, verb - 2) : verb] in {("it", "is"), ("it", "was")}
    if following not in {",", ".", ";", '"'} or grammar.negated(verb) or (is_passive(grammar, verb) and not inserted):
        return
    if following == "," and forms[max(0, verb - 3) : verb] in {(",", "it", "is"), (",", "it", "was")}:
        found = read_clause(grammar, max(0, verb - 30), verb - 3) or _of_phrase(grammar, 0, verb - 3, verb + 2)
        if found is not None and found[0][1] <= verb:
            yield Account(SUSPECTED, "aside-believes", verb, NO_SPAN, *found)
        return
    speaker = who(grammar, verb)
    if speaker[0] < 2 or forms[speaker[0] - 1] != "," or forms[speaker[0]] == "i":
        return
    comma = speaker[0] - 1
    start = next((at + 1 for at in range(comma - 1, max(-1, comma - 40), -1) if forms[at] in {";", ".", ":"}), 0)
    start = max(start, comma - 40)
    found = read_clause(grammar, start, comma)
    if found is None and following == ",":
        found = _of_phrase(grammar, start, comma, verb + 2)
    if found is not None:
        yield Account(SUSPECTED, "aside-believes", verb, speaker, *found)


def _of_phrase(grammar: Grammar, start: int, comma: int, verb: int) -> tuple[Span, Span] | None:
    """A subject before the insertion and its deed behind it."""
    accused = grammar.phrase_before(comma - 1, start)
    called = grammar.forms[verb : verb + 2]
    if len(called) > 1 and called[0] in BE and called[1] in INVOLVED:
        act = act_in(grammar, verb + 2, verb + 10, deeds=False)
        return (accused, act) if act[0] >= 0 and can_have(grammar, accused, named=True) else None
    at = next((here for here in range(verb, min(grammar.count, verb + 4)) if grammar.tags[here] == Tag.VERB), -1)
    if at >= 0 and harms(grammar, at) and not grammar.undergone(at) and can_have(grammar, accused, named=True):
        return accused, (at, at + 1)
    return None


def whom_they_think(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody whom police believe to be or to have done something; what they suspect was somebody's.

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts.
    """
    forms, tags = grammar.forms, grammar.tags
    if grammar.negated(verb) or is_passive(grammar, verb):
        return
    speaker = who(grammar, verb)
    if speaker[0] < 1:
        return
    link = forms[speaker[0] - 1]
    following = forms[verb + 1 : verb + 3]
    if link in {"whom", "who", "which", "that", "what"}:
        before = grammar.antecedent(speaker[0] - 1)
    elif tags[verb] == Tag.VERB and tags[speaker[0] - 1] in "OJ" and grammar.tags[speaker[0]] in "RD":
        # "the man they believe fired".
        before = grammar.phrase_before(speaker[0] - 1)
        link = "whom"
    else:
        return
    if following in {("to", "be"), ("to", "have")} or following[:1] in {("was",), ("were",), ("is",), ("are",)}:
        be = verb + 1 + (following[0] == "to")
        if forms[be] != "have":
            accused = grammar.phrase_after(be + 1)
            act = act_in(grammar, accused[1], accused[1] + 12) if accused[0] >= 0 else NO_SPAN
            act = act if act[0] >= 0 else act_near(grammar, verb)
            if link == "whom" and accused[0] >= 0 and not can_have(grammar, accused, named=True):
                agents = CULPRITS & set(forms[accused[0] : accused[1]])
                if agents and act[0] >= 0 and can_have(grammar, before):
                    yield Account(SUSPECTED, "whom-they-think", verb, speaker, before, act)
                    return
            other = link != "what" and not (before[0] >= 0 and can_have(grammar, before))
            if act[0] >= 0 and can_have(grammar, accused, named=True) and not other and link != "that":
                yield Account(SUSPECTED, "whom-they-think", verb, speaker, accused, act)
                return
        found = behind_to(grammar, be, before)
        if found is not None:
            yield Account(SUSPECTED, "whom-they-think", verb, speaker, *found)
        elif forms[be + 1 : be + 2] in {("responsible",), ("behind",)} and link != "what" and can_have(grammar, before):
            act = act_near(grammar, verb)
            if act[0] >= 0:
                # "The network that it believes was responsible", for what was told before.
                yield Account(SUSPECTED, "whom-they-think", verb, speaker, before, act)
        return
    done = verb + 1
    while done < min(grammar.count, verb + 4) and tags[done] in "AMB":
        done += 1
    if done < grammar.count and tags[done] == Tag.VERB and harms(grammar, done) and not grammar.undergone(done):
        if not grammar.negated(done) and can_have(grammar, before):
            yield Account(SUSPECTED, "whom-they-think", verb, speaker, before, (done, done + 1))
    elif following[:1] == ("of",) and of_part(grammar, verb + 2):
        act = act_in(grammar, verb + 2, verb + 10)
        if act[0] >= 0 and can_have(grammar, before):
            yield Account(SUSPECTED, "whom-they-think", verb, speaker, before, act)
