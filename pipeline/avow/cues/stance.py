"""Cues of opinion and of plain report: whose voice speaks, how it addresses the reader, what it evaluates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.reading import Reading

LONG_QUOTATION = 4
ALL, HALF = 0.85, 0.3
"""Above which shares of its words in quotation marks a sentence is a quotation, and half of one."""
AT_END = 4
"""How many words from the end a verb of saying may stand there."""
STANCE_WORDS = (2, 4)
REACH = 4
"""How many words behind its copula a predicate evaluates."""
NUMBERS = 3
MANY_NAMES, NAMES = 5, 2
EXHORTATIONS = word_set(
    "let let's consider imagine remember forget think ask look stop do don't try read take make give watch expect "
    "spare call"
)
LONG, SHORT = 28, 8


def voices(reading: Reading) -> list[str]:
    """The cues of stance and report in a sentence.

    Most rules look at single words, and most sentences hold none of them: the union of the classes that the words may
    have tells which rules to ask, and which masks. Only verbs have other masks among other words.

    Args:
        reading: The sentence.

    Returns:
        Names of cues, possibly repeated.
    """
    possible = reading.possible
    said = [at for at in reading.positions(W.REPORT) if not reading.quoted[at]] if possible & W.REPORT else []
    found = [] if reading.plain else _quotation(reading)
    if said:
        found += _report(reading.forms, said)
    if possible & W.ACCORDING:
        found.append("according-to")
    if possible & OWN:
        found += _own_words(reading, said)
    if reading.forms:
        found += _form(reading)
    found += _evidence(reading)
    return found


def _quotation(reading: Reading) -> list[str]:
    found = ["quotation-open"] if reading.open_quote else []
    quoted = reading.quoted
    if True in quoted:
        share = sum(quoted) / max(1, len(quoted) - reading.forms.count('"'))
        if share > ALL:
            found.append("all-quoted")
        elif share > HALF:
            found.append("half-quoted")
        if _longest_run(quoted) >= LONG_QUOTATION:
            found.append("quotation")
            if reading.present & W.REPORT:
                found.append("quotation-with-reporting-verb")
        else:
            found.append("scare-quotes")
    return found


def _report(forms: Sequence[str], said: Sequence[int]) -> list[str]:
    found = ["reporting-verb"]
    if forms[said[0] + 1 : said[0] + 2] == ("that",):
        found.append("reporting-that")
    if said[0] >= len(forms) - AT_END:
        found.append("reporting-at-end")
    return found


def _longest_run(flags: tuple[bool, ...]) -> int:
    longest = run = 0
    for flag in flags:
        run = run + 1 if flag else 0
        longest = max(longest, run)
    return longest


def _own_words(reading: Reading, said: Sequence[int]) -> list[str]:
    """Words of stance outside quotations and outside what somebody is reported to say."""
    masks, quoted = reading.masks, reading.quoted
    counts: dict[str, int] = {}
    copulas: list[int] = []
    for at, mask in enumerate(masks[: _attributed_from(reading, said)] if said else masks):
        if mask & OWN and not quoted[at]:
            if mask & W.COPULA:
                copulas.append(at)
            if mask & _ANY_STANCE:
                for name in _STANCES_OF[mask & _ANY_STANCE]:
                    counts[name] = counts.get(name, 0) + 1
    found: list[str] = []
    total = 0
    for name, count in counts.items():
        found.append(name)
        if count > 1:
            found.append(f"{name}-repeated")
        if name in SUBJECTIVE:
            total += count
    found += [f"stance-words-{least}" for least in STANCE_WORDS if total >= least]
    for at in copulas:
        found += _predicate(reading.forms, masks, at)
    return found


def _attributed_from(reading: Reading, said: Sequence[int]) -> int:
    """The token from which the words are somebody's reported speech: after "said that", "according to"."""
    for at in said:
        if at and not reading.masks[at - 1] & (W.FIRST_PLURAL | W.FIRST_SINGULAR):
            if reading.forms[at + 1 : at + 2] == ("that",) or reading.forms[at] in SAYS:
                return at + 1
    return len(reading.forms)


def _predicate(forms: Sequence[str], masks: Sequence[int], at: int) -> list[str]:
    """Evaluation in predicate position: "is a disgrace", "was too weak", "it is clear that"."""
    found: list[str] = []
    if any(mask & EVALUATION for mask in masks[at + 1 : at + 1 + REACH]):
        found.append("predicate-evaluation")
    if forms[at].startswith(PRESENT):
        found.append("present-copula")
        if at and forms[at - 1] in THINGS:
            found.append("this-is")
    if any(mask & W.NEGATION for mask in masks[at + 1 : at + 2]):
        found.append("is-not")
    return found


def _form(reading: Reading) -> list[str]:
    forms, possible = reading.forms, reading.possible
    outside = possible
    if not reading.plain:
        inside = reading.quoted
        outside = reduce(or_, (mask for mask, flag in zip(reading.classes, inside, strict=True) if not flag), 0)
    found = list(_MARKED[outside & _ANY_MARK])
    if outside & W.ELLIPSIS or "..." in reading.text:
        found.append("ellipsis")
    first = forms[0]
    if outside & W.QUESTION_MARK and reading.classes[0] & W.WH_WORD:
        found.append("wh-question")
    if first in EXHORTATIONS and not reading.quoted[0]:
        found.append("exhortation")
    if first in CONNECTIVES or (possible & W.CONTRAST and reading.classes[0] & W.CONTRAST):
        found.append("starts-with-connective")
    if first in POINTERS:
        found.append("starts-with-pointer")
    if possible & W.CONTRAST:
        found.append("contrast")
    if len(forms) >= LONG:
        found.append("long")
    elif len(forms) <= SHORT:
        found.append("short")
    if possible & W.LIKE_OR_IF and "as" in forms:
        words = [form for form, inside in zip(forms, reading.quoted, strict=True) if not inside]
        if ("like" in words and "as" in words) or "as if" in " ".join(words):
            found.append("likening")
    return found


def _evidence(reading: Reading) -> list[str]:
    found = list(_PROVEN[reading.possible & _ANY_EVIDENCE])
    if reading.possible & W.NUMBER and sum(1 for mask in reading.classes if mask & W.NUMBER) >= NUMBERS:
        found.insert(1, "numbers")
    names, small = reading.names, reading.small
    if reading.forms:
        # The first word has a capital whatever it is.
        first = reading.classes[0]
        if first & W.LETTER:
            if first & W.CAPITAL:
                names -= 1
            else:
                small -= 1
    # Text in capitals, or a single word, says nothing about names.
    if small:
        if names >= MANY_NAMES:
            found.append("many-names")
        elif names >= NAMES:
            found.append("names")
        elif not names:
            found.append("no-names")
    return found


class _Names(dict[int, tuple[str, ...]]):
    """By the classes of a mask that a table names, their names."""

    def __init__(self, table: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, mask: int) -> tuple[str, ...]:
        self[mask] = names = tuple([name for kind, name in self._table if mask & kind])
        return names


def _union(table: Sequence[tuple[int, str]]) -> int:
    return reduce(or_, [kind for kind, _ in table])


SAYS = frozenset({"said", "says"})
CONNECTIVES = frozenset({"and", "or", "so", "nor"})
POINTERS = frozenset({"this", "that", "these", "those", "such", "it", "there", "here", "what"})
STANCES = (
    (W.MODAL, "modal"),
    (W.OBLIGATION, "obligation"),
    (W.HEDGE, "hedge"),
    (W.BOOSTER, "intensifier"),
    (W.STANCE_ADVERB, "stance-adverb"),
    (W.GOOD, "praise"),
    (W.BAD, "censure"),
    (W.THINK, "thinking-verb"),
    (W.EXTREME, "extreme"),
    (W.FIRST_PLURAL, "first-person-plural"),
    (W.FIRST_SINGULAR, "first-person-singular"),
    (W.SECOND_PERSON, "second-person"),
    (W.NEGATION, "negation"),
)
SUBJECTIVE = frozenset(["obligation", "hedge", "intensifier", "stance-adverb", "praise", "censure", "extreme"])
MARKS = (
    (W.QUESTION_MARK, "question"),
    (W.EXCLAMATION_MARK, "exclamation"),
    (W.SEMICOLON, "semicolon"),
    (W.COLON, "colon"),
    (W.DASH, "dash"),
    (W.BRACKET, "parenthesis"),
    (W.COMPARED, "comparison"),
    (W.SUPERLATIVE, "superlative-ending"),
    (W.ADVERB, "adverb-ending"),
    (W.ISM, "ism"),
)
EVIDENCE = (
    (W.NUMBER, "number"),
    (W.TIME, "date-or-time"),
    (W.UNIT, "unit"),
    (W.PAST, "past-ending"),
)
_STANCES_OF, _ANY_STANCE = _Names(STANCES), _union(STANCES)
_MARKED, _ANY_MARK = _Names(MARKS), _union(MARKS)
_PROVEN, _ANY_EVIDENCE = _Names(EVIDENCE), _union(EVIDENCE)
EVALUATION = W.GOOD | W.BAD | W.STANCE_ADVERB | W.BOOSTER | W.HEDGE
OWN = _ANY_STANCE | W.COPULA
PRESENT = ("is", "are", "it's", "that's")
THINGS = frozenset({"it", "that", "this", "there", "what"})
