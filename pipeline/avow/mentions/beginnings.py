"""Where the words begin that name somebody: past a date, an insertion, a clause or whom a message is sent to."""

from __future__ import annotations

from avow.cues.accounts.people import COURTS, PERSONS
from avow.cues.grammar import Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.mentions.naming import NAMING, OF_SOMEBODY
from avow.mentions.runs import MONTHS
from avow.mentions.speaking import ARMS
from avow.mentions.whole import addressed

_FROM = frozenset({"from", "by"})
_DATELINE = 12
"""Tokens before the dash that ends a dateline."""
_SOME = word_set("one two three four five six seven eight nine ten some several many all both others most")
_PARTS = _SOME | word_set("first second third fourth fifth last eldest oldest youngest other others half")
_THE = frozenset({"the", "these", "those", "them", "their", "its", "his", "her", "our"})
_CLAUSAL = frozenset({"after", "before", "since", "until", "as", "that"})
DASHES = frozenset({"-", "–", "—"})
_SEASONS = word_set("summer winter autumn spring day days weekend time")
_SINCE = word_set("on in from during since until")
_RELATIVE = frozenset({"who", "which", "that", ","})
_WHICH = word_set("last next same first")
_CLAUSE = 18
"""Tokens of a clause that describes who speaks."""
_CLOSING = frozenset({",", ";", ":", '"', "—", "–", "and", "but", "while", "when", "after", "because", "that"})


def _is_time(grammar: Grammar, at: int) -> bool:
    return bool(grammar.masks[at] & W.TIME) or grammar.forms[at] in _SEASONS or grammar.forms[at][0].isdigit()


def untimed(grammar: Grammar, start: int, end: int) -> Span:
    """A phrase without when it was at its end: "Zamor last spring"; the one before where it is nothing else.

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    stop = end
    while stop > start and _is_time(grammar, stop - 1):
        stop -= 1
    if stop == end or all(grammar.forms[at][0].isdigit() for at in range(stop, end)):
        return start, end
    if stop > start and any(grammar.capital[at] for at in range(stop, end)):
        # "Red Dawn".
        return start, end
    while stop > start and (grammar.forms[stop - 1] in _WHICH or grammar.tags[stop - 1] == Tag.DETERMINER):
        stop -= 1
    if stop > start:
        return start, stop
    before = start - 1 - (start > 0 and grammar.forms[start - 1] in _SINCE)
    while before > 0 and grammar.forms[before] in _RELATIVE:
        # "The ministry, which from the first day accused".
        before -= 1
    return grammar.phrase_before(before) if before >= 0 and grammar.tags[before] in "OJ" else (start, end)


def after_time(grammar: Grammar, start: int, end: int) -> Span:
    """The phrase behind a date that opens the sentence: "September 1970 — The Front hijacks".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    if start == 0 and end < grammar.count and grammar.forms[end] in DASHES | {":"}:
        if all(_is_time(grammar, at) for at in range(start, end)):
            return grammar.phrase_after(end + 1)
    return start, end


def past_dateline(grammar: Grammar, start: int, end: int) -> int:
    """Where a phrase begins behind the place and day that open a report: "KARSH, May 3 - The Front claims".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Where it begins.
    """
    dash = next((at for at in range(start, end) if grammar.forms[at] in DASHES), -1)
    return dash + 1 if is_dateline(grammar, dash) else start


def is_dateline(grammar: Grammar, dash: int) -> bool:
    """Whether nothing stands before a dash but a place in capitals or a day, and behind it no part of a body.

    Args:
        grammar: The sentence.
        dash: The dash.

    Returns:
        True where it is one.
    """
    if not 0 < dash <= _DATELINE or grammar.shouting:
        return False
    raws = [grammar.reading.tokens[at].raw for at in range(dash)]
    words = [raw for raw in raws if raw[0].isalpha()]
    dated = [at for at in range(dash) if grammar.forms[at] in MONTHS or _is_time(grammar, at)]
    if not dated:
        wing = any(form in ARMS for form in grammar.forms[dash + 1 : dash + _DATELINE])
        return bool(words) and not wing and all(raw.isupper() and len(raw) > 1 for raw in words)
    return all(raw[0].isupper() or not raw[0].isalpha() for raw in raws)


def counted_part(grammar: Grammar, start: int) -> int:
    """Where a phrase begins that counts a part of what was found: "one of the men", "all five".

    Args:
        grammar: The sentence.
        start: The phrase's first token.

    Returns:
        Where it begins.
    """
    of = start - 1
    while of > 0 and grammar.forms[of] in _THE | _SOME:
        of -= 1
    if (
        of > 0
        and grammar.forms[of] == "of"
        and grammar.forms[of - 1] in _PARTS
        and (of < start - 1 or _is_some(grammar, start))
    ):
        return of - 1
    return start - 1 if start and grammar.forms[start] in _SOME and grammar.forms[start - 1] in _SOME else start


def _is_some(grammar: Grammar, start: int) -> bool:
    return grammar.forms[start] in _THE | _SOME


def only_counts(grammar: Grammar, start: int, end: int) -> bool:
    """Whether a phrase only counts people: "both", "all five", "one of the men".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        True where it does.
    """
    if all(form in _SOME for form in grammar.forms[start:end]):
        return True
    return grammar.forms[start] in _PARTS and grammar.forms[start + 1 : start + 2] == ("of",)


def one_of_several(grammar: Grammar, start: int, end: int) -> Span:
    """Who of several it is, between commas: "one of them, a corporal, said".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    if not only_counts(grammar, start, end) or grammar.forms[end : end + 1] != (",",):
        return start, end
    first, last = grammar.phrase_after(end + 1)
    return (first, last) if first >= 0 and grammar.forms[last : last + 1] == (",",) else (start, end)


def described(grammar: Grammar, start: int, end: int) -> Span:
    """The phrase that a clause describes, where the one found ends the clause: "the man who burned the café denies".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    if grammar.forms[end : end + 1] in {("who",), ("which",), ("that",)} or grammar.forms[start - 1] == "by":
        return start, end
    verbs = 0
    for at in range(start - 1, max(0, start - _CLAUSE), -1):
        form = grammar.forms[at]
        if form in _CLOSING:
            break
        if form in {"who", "which"}:
            before = grammar.phrase_before(at - 2 if grammar.forms[at - 1] == "," else at - 1)
            return before if verbs == 1 and before[0] >= 0 else (start, end)
        if grammar.tags[at] not in "VG":
            continue
        if grammar.tags[at] == Tag.VERB:
            if (
                form not in NAMING
                and grammar.group_start(at) == at
                and grammar.reduced(at)
                and grammar.tags[at - 1] == Tag.NOUN
            ):
                before = grammar.phrase_before(at - 1)
                return before if verbs == 0 and before[0] >= 0 else (start, end)
            verbs += 1
    return start, end


def opening_phrase(grammar: Grammar, start: int, end: int) -> Span:
    """The phrase that opens the sentence, where the one found only ends an insertion behind it.

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    before = start - 1
    while before >= 0 and grammar.tags[before] == Tag.DETERMINER:
        before -= 1
    first = grammar.phrase_after(0)
    inserted = 0 < start < grammar.count and grammar.forms[start - 1] == "," and grammar.forms[end : end + 1] == (",",)
    if _placed(grammar, first, start):
        return first
    if inserted and first[0] == 0 and grammar.forms[first[1] : first[1] + 1] == (",",) and first[1] <= start - 1:
        return first
    if before < 1 or grammar.tags[before] != Tag.PREPOSITION or grammar.forms[before - 1] in {"behalf", "name"}:
        return start, end
    if grammar.forms[before] == "by" or grammar.forms[before] in _CLAUSAL:
        return start, end
    if grammar.forms[before] == "with" and end < grammar.count and grammar.tags[end] == Tag.GERUND:
        # "Gunfire is heard, with the government accusing the rebels."
        return start, end
    if any(grammar.tags[at] == Tag.VERB and not grammar.reduced(at) for at in range(first[1], before)):
        # "The government blamed the attack on the Front, which denied it."
        return start, end
    return first if first[0] == 0 and first[1] < before else (start, end)


def _placed(grammar: Grammar, first: Span, start: int) -> bool:
    """Whether a phrase only ends the place of the first one: "A court in Karsh, Zamor sentences"."""
    if (
        first[0] != 0
        or start < 3
        or grammar.forms[start - 1] != ","
        or grammar.forms[first[1] : first[1] + 1] != ("in",)
    ):
        return False
    return all(grammar.tags[at] in "ODJ" for at in range(first[1] + 1, start - 1))


def past_case(grammar: Grammar, start: int, end: int) -> Span:
    """Whose trial, arrest or case a phrase tells of: "the extradition of Ivo Marek", "a trial in absentia for four men".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    head = grammar.head((start, end)) if start < end else start
    if start >= end or grammar.forms[head] not in OF_SOMEBODY or grammar.capital[head]:
        return start, end
    link = next((at for at in range(head + 1, end) if grammar.forms[at] in {"of", "for", "against"}), -1)
    return (link + 1, end) if link > 0 else (start, end)


def past_addressee(grammar: Grammar, start: int, end: int) -> Span:
    """Who sent a message, where the phrase begins with whom it was sent to: "a letter to reporters from the Front".

    Nothing is left where the phrase tells only that.

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    if not addressed(grammar.reading, start):
        return start, end
    link = next((at for at in range(start, end) if grammar.forms[at] in _FROM), -1)
    return (link + 1, end) if link > 0 else (end, end)


def past_verb(grammar: Grammar, start: int, end: int) -> Span:
    """The subject of a clause without the verb that brings it in: "a court rules Zamor" before "was responsible".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    relative = end + 1 < grammar.count and grammar.forms[end] == "," and grammar.forms[end + 1] in {"who", "which"}
    if relative or (end < grammar.count and grammar.tags[end] in "AMV"):
        verb = next((at for at in range(end - 2, start, -1) if is_present(grammar, at)), start - 1)
        return verb + 1, end
    return start, end


def is_present(grammar: Grammar, at: int) -> bool:
    """Whether a word that stands as a noun is a verb in the present: "Minister Ana Ruiz condemns Zamor", "a court hears a".

    Args:
        grammar: The sentence.
        at: The word.

    Returns:
        True where it is.
    """
    form, following = grammar.forms[at], grammar.forms[at + 1 : at + 2]
    if (
        grammar.shouting
        or grammar.capital[at]
        or not form.endswith("s")
        or form.endswith(("ss", "'s"))
        or not following
    ):
        return False
    people = (
        grammar.masks[at] & (W.GROUP | W.MEMBER | W.OFFICIAL)
        or form in PERSONS
        or form.endswith(("ers", "ors", "ists"))
    )
    one = grammar.capital[at - 1] or grammar.forms[at - 1] in COURTS
    goes_on = grammar.capital[at + 1] or grammar.tags[at + 1] == Tag.DETERMINER or following[0][0].isdigit()
    return one and not people and goes_on
