"""Cues of opinion and of plain report: whose voice speaks, how it addresses the reader, what it evaluates."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.reading import Reading

_LONG_QUOTATION = 4
_EXHORTATIONS = word_set(
    "let let's consider imagine remember forget think ask look stop do don't try read take make give watch expect "
    "spare call"
)
_LONG, _SHORT = 28, 8


def voices(reading: Reading) -> Iterator[str]:
    """The cues of stance and report in a sentence.

    Args:
        reading: The sentence.

    Yields:
        Names of cues, possibly repeated.
    """
    yield from _quotation(reading)
    yield from _own_words(reading)
    yield from _form(reading)
    yield from _evidence(reading)


def _quotation(reading: Reading) -> Iterator[str]:
    if reading.open_quote:
        yield "quotation-open"
    forms = reading.forms
    if True in reading.quoted:
        share = sum(reading.quoted) / max(1, sum(form != '"' for form in forms))
        if share > 0.85:
            yield "all-quoted"
        elif share > 0.3:
            yield "half-quoted"
        if _longest_run(reading.quoted) >= _LONG_QUOTATION:
            yield "quotation"
            if reading.present & W.REPORT:
                yield "quotation-with-reporting-verb"
        else:
            yield "scare-quotes"
    if reading.present & W.REPORT:
        verbs = [at for at in reading.positions(W.REPORT) if not reading.quoted[at]]
        if verbs:
            yield "reporting-verb"
            if forms[verbs[0] + 1 : verbs[0] + 2] == ("that",):
                yield "reporting-that"
            if verbs[0] >= len(forms) - 4:
                yield "reporting-at-end"
    if "according" in forms:
        yield "according-to"


def _longest_run(flags: tuple[bool, ...]) -> int:
    longest = run = 0
    for flag in flags:
        run = run + 1 if flag else 0
        longest = max(longest, run)
    return longest


def _own_words(reading: Reading) -> Iterator[str]:
    """Words of stance outside quotations and outside what somebody is reported to say."""
    attributed = _attributed_from(reading)
    counts: dict[str, int] = {}
    if not reading.present & _ANY_STANCE:
        yield from _predicate(reading, attributed)
        return
    for at, mask in enumerate(reading.masks):
        if not mask & _ANY_STANCE or reading.quoted[at]:
            continue
        if at >= attributed:
            break
        for kind, name in _STANCE:
            if mask & kind:
                counts[name] = counts.get(name, 0) + 1
    for name, count in counts.items():
        yield name
        if count > 1:
            yield f"{name}-repeated"
    total = sum(counts.get(name, 0) for name in _SUBJECTIVE)
    if total >= 2:
        yield "stance-words-2"
    if total >= 4:
        yield "stance-words-4"
    yield from _predicate(reading, attributed)


def _attributed_from(reading: Reading) -> int:
    """The token from which the words are somebody's reported speech: after "said that", "according to"."""
    for at in reading.positions(W.REPORT):
        if not reading.quoted[at] and at and not reading.masks[at - 1] & (W.FIRST_PLURAL | W.FIRST_SINGULAR):
            if reading.forms[at + 1 : at + 2] == ("that",) or reading.forms[at] in {"said", "says"}:
                return at + 1
    return len(reading.forms)


def _predicate(reading: Reading, attributed: int) -> Iterator[str]:
    """Evaluation in predicate position: "is a disgrace", "was too weak", "it is clear that"."""
    for at in reading.positions(W.COPULA):
        if at >= attributed or reading.quoted[at]:
            continue
        if reading.has(W.GOOD | W.BAD | W.STANCE_ADVERB | W.BOOSTER | W.HEDGE, at + 1, at + 5):
            yield "predicate-evaluation"
        if reading.forms[at].startswith(("is", "are", "'s", "it's", "that's")):
            yield "present-copula"
            if at and reading.forms[at - 1] in {"it", "that", "this", "there", "what"}:
                yield "this-is"
        if reading.has(W.NEGATION, at + 1, at + 2):
            yield "is-not"


def _form(reading: Reading) -> Iterator[str]:
    forms, masks = reading.forms, reading.masks
    count = len(forms)
    if not count:
        return
    whole = True not in reading.quoted
    outside = reading.present
    if not whole:
        outside = 0
        for mask, inside in zip(masks, reading.quoted, strict=True):
            if not inside:
                outside |= mask
    for mark, name in _MARKS:
        if outside & mark:
            yield name
    if outside & W.ELLIPSIS or "..." in reading.text:
        yield "ellipsis"
    if outside & W.QUESTION_MARK and masks[0] & W.WH_WORD:
        yield "wh-question"
    first = forms[0]
    if first in _EXHORTATIONS and not reading.quoted[0]:
        yield "exhortation"
    if masks[0] & W.CONTRAST or first in _CONNECTIVES:
        yield "starts-with-connective"
    if first in _POINTERS:
        yield "starts-with-pointer"
    if reading.present & W.CONTRAST:
        yield "contrast"
    if count >= _LONG:
        yield "long"
    elif count <= _SHORT:
        yield "short"
    if "as" in forms and ("like" in forms or "if" in forms):
        words = forms if whole else [form for form, inside in zip(forms, reading.quoted, strict=True) if not inside]
        if ("like" in words and "as" in words) or "as if" in " ".join(words):
            yield "likening"


def _evidence(reading: Reading) -> Iterator[str]:
    masks, present = reading.masks, reading.present
    if present & W.NUMBER:
        yield "number"
        if sum(1 for mask in masks if mask & W.NUMBER) >= 3:
            yield "numbers"
    if present & W.TIME:
        yield "date-or-time"
    if present & W.UNIT:
        yield "unit"
    if present & W.PAST:
        yield "past-ending"
    names = letters = 0
    for mask in masks[1:]:
        if mask & W.LETTER:
            letters += 1
            if mask & W.CAPITAL:
                names += 1
    # Text in capitals, or a single word, says nothing about names.
    if names != letters:
        if names >= 5:
            yield "many-names"
        elif names >= 2:
            yield "names"
        elif not names:
            yield "no-names"


_CONNECTIVES = frozenset({"and", "or", "so", "nor"})
_POINTERS = frozenset({"this", "that", "these", "those", "such", "it", "there", "here", "what"})
_STANCE = (
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
_SUBJECTIVE = ("obligation", "hedge", "intensifier", "stance-adverb", "praise", "censure", "extreme")
_MARKS = (
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
_ANY_STANCE = sum(kind for kind, _ in _STANCE)
