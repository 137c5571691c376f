"""Deeds of its own that somebody told, who is named behind them: "its men shot the judge, the Front said"."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.grammar import NO_SPAN, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import deed, denies, is_self
from avow.cues.statements.records import Actor, Kind, Statement
from avow.cues.statements.speaking import CLIENTS, is_their_spokesman, with_body
from avow.cues.statements.telling import ADMITTING, agent_is_self

OWN = word_set("it they its their we our ours theirs") | CLIENTS
"""Words by which what is told first is the own deed of who is named behind it."""
BACK = 30
"""Tokens from a verb of saying back to the deed that is told."""
_DEPENDENT = word_set("after as when if while since although though because before once unless until despite")
_OF_THEM = {
    "it": frozenset({Speaker.GROUP, Speaker.NAME, Speaker.MESSAGE}),
    "they": frozenset({Speaker.GROUP}),
}
"""Of whom a pronoun is taken to speak."""
_OF_US = {
    "we": frozenset({Speaker.GROUP, Speaker.NAME}),
    "i": frozenset({Speaker.NAME, Speaker.PERSON, Speaker.PRONOUN, Speaker.OTHER}),
}
"""Who may be quoted with a deed of their own in the first person."""


def trailing(grammar: Grammar, verb: int) -> Iterator[Statement]:
    """Somebody who is named behind it says that a deed was done, and the words tell that it was their own.

    Args:
        grammar: The sentence.
        verb: The verb of saying.

    Yields:
        The statement.
    """
    if grammar.tags[verb] != Tag.VERB or grammar.forms[0] in _DEPENDENT or OWN.isdisjoint(grammar.forms):
        return
    if grammar.passive(verb) or denies(grammar, verb) or not _ends(grammar, verb):
        return
    source, comma = _source(grammar, verb)
    if source[0] < 0:
        return
    start = max(0, verb - BACK)
    done, strength = deed(grammar, start, comma)
    if done < 0 or grammar.tags[done] == Tag.GERUND:
        return
    subject = grammar.subject(done, start)
    if grammar.reading.quoted[done]:
        if _is_quoted_own(grammar, verb, done, source, subject) and not grammar.undergone(done):
            # Whom "we" stand for is found where phrases are resolved.
            yield _told(grammar, verb, grammar.speaker(source), subject, done, strength, subject)
        return
    speaker = Speaker.PERSON if subject[1] > 0 and _is_client(grammar, subject) else grammar.speaker(source)
    if _speaks_for(grammar, source, subject) and not grammar.undergone(done):
        own, speaker = True, grammar.speaker(subject)
    elif grammar.undergone(done):
        own = grammar.passive(done) and agent_is_self(grammar, done, source)
    else:
        own = _is_own(grammar, source, speaker, subject)
    if own:
        yield _told(grammar, verb, speaker, source, done, strength, subject)


def _told(
    grammar: Grammar, verb: int, speaker: Speaker, source: Span, done: int, strength: int, subject: Span
) -> Statement:
    return Statement(
        Kind.SAYS,
        verb,
        speaker,
        source,
        (done, done + 1),
        grammar.negated(done) or grammar.negated(verb),
        grammar.intended(done),
        Actor.SELF,
        strength == 2,
        subject,
        grammar.reading.quoted[done],
        grammar.forms[verb].startswith(ADMITTING),
    )


def _is_quoted_own(grammar: Grammar, verb: int, done: int, source: Span, subject: Span) -> bool:
    """Whether "we" or "I" in a quotation tell a deed of who is quoted: '"We struck the depot," the Front said'."""
    if subject[0] < 0 or grammar.reading.quoted[verb] or grammar.tags[subject[0]] != Tag.PRONOUN:
        return False
    what = grammar.phrase_after(done + 1)
    whose = _OF_US.get(grammar.forms[subject[0]], frozenset())
    return what[0] == done + 1 and grammar.tags[what[0]] != Tag.PRONOUN and grammar.speaker(source) in whose


def _ends(grammar: Grammar, verb: int) -> bool:
    """Whether nothing is told behind the verb: "the Front said in a statement."."""
    for at in range(verb + 1, grammar.count):
        tag = grammar.tags[at]
        if tag == Tag.PUNCTUATION:
            return True
        if tag in "AMVS" or (tag == Tag.PRONOUN and at == verb + 1):
            return False
    return True


def _source(grammar: Grammar, verb: int) -> tuple[Span, int]:
    """Who says it, and the comma before: ", the Front said", ", said the Front"."""
    if (comma := _comma(grammar, verb)) >= 0:
        source = with_body(grammar, grammar.phrase_after(verb + 1))
        return (source, comma) if source[0] == verb + 1 else (NO_SPAN, verb)
    source = grammar.subject(verb)
    comma = _comma(grammar, source[0])
    return (source, comma) if comma >= 0 and source[1] <= verb else (NO_SPAN, verb)


def _comma(grammar: Grammar, at: int) -> int:
    """The comma right before a token, also within the quotation that ends there; -1 where there is none."""
    at -= 1
    at -= at > 0 and grammar.forms[at] == '"'
    return at if at > 0 and grammar.forms[at] == "," else -1


def _is_own(grammar: Grammar, source: Span, speaker: Speaker, subject: Span) -> bool:
    """Whether the subject of a deed is who tells it behind, by a pronoun or a possessive."""
    if subject[0] < 0:
        return False
    first = grammar.forms[subject[0]]
    if grammar.tags[subject[0]] == Tag.PRONOUN:
        return speaker in _OF_THEM.get(first, ())
    own = not OWN.isdisjoint(grammar.forms[slice(*subject)])
    return own and (_is_client(grammar, subject) or is_self(grammar, source, subject))


def _speaks_for(grammar: Grammar, source: Span, subject: Span) -> bool:
    """Whether those who did it are spoken for by their own: "rebels fired missiles, their spokesman said"."""
    group = subject[0] >= 0 and grammar.speaker(subject) in {Speaker.GROUP, Speaker.NAME}
    return group and is_their_spokesman(grammar, source)


def _is_client(grammar: Grammar, subject: Span) -> bool:
    """Whether it is told of a client, for whom a lawyer speaks."""
    return grammar.forms[subject[1] - 1] in CLIENTS
