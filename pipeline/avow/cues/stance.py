"""Cues of opinion and of plain report: whose voice speaks, how it addresses the reader, what it evaluates."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.lexicon import WordClass as W
from avow.cues.reading import Reading

_LONG_QUOTATION = 4
_EXHORTATIONS = frozenset(
    [
        "let",
        "let's",
        "consider",
        "imagine",
        "remember",
        "forget",
        "think",
        "ask",
        "look",
        "stop",
        "do",
        "don't",
        "try",
        "read",
        "take",
        "make",
        "give",
        "watch",
        "expect",
        "spare",
        "call",
    ]
)
_COMPARED = frozenset(["more", "less", "most", "least"])
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
    quoted = sum(reading.quoted)
    if reading.open_quote:
        yield "quotation-open"
    if not reading.forms:
        return
    share = quoted / max(1, sum(form != '"' for form in reading.forms))
    if share > 0.85:
        yield "all-quoted"
    elif share > 0.3:
        yield "half-quoted"
    if quoted > 0:
        longest = _longest_run(reading.quoted)
        if longest >= _LONG_QUOTATION:
            yield "quotation"
            if reading.present & W.REPORT:
                yield "quotation-with-reporting-verb"
        else:
            yield "scare-quotes"
    if reading.present & W.REPORT:
        verbs = [at for at in reading.positions(W.REPORT) if not reading.quoted[at]]
        if verbs:
            yield "reporting-verb"
            if reading.forms[verbs[0] + 1 : verbs[0] + 2] == ("that",):
                yield "reporting-that"
            if verbs[0] >= len(reading.forms) - 4:
                yield "reporting-at-end"
    if "according" in reading.forms:
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
    for at, mask in enumerate(reading.masks):
        if not mask or reading.quoted[at] or at >= attributed:
            continue
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
    forms = reading.forms
    count = len(forms)
    if not count:
        return
    outside = [form for form, quoted in zip(forms, reading.quoted, strict=True) if not quoted]
    for mark, name in _MARKS.items():
        if mark in outside:
            yield name
    if "..." in reading.text or "…" in outside:
        yield "ellipsis"
    if "?" in outside and reading.masks[0] & W.WH_WORD:
        yield "wh-question"
    if forms[0] in _EXHORTATIONS and not reading.quoted[0]:
        yield "exhortation"
    if reading.masks[0] & W.CONTRAST or forms[0] in {"and", "or", "so", "nor"}:
        yield "starts-with-connective"
    if forms[0] in {"this", "that", "these", "those", "such", "it", "there", "here", "what"}:
        yield "starts-with-pointer"
    if any(form in _COMPARED for form in outside) or "than" in outside:
        yield "comparison"
    if reading.present & W.CONTRAST:
        yield "contrast"
    if any(form.endswith("est") and len(form) > 5 for form in outside):
        yield "superlative-ending"
    if any(form.endswith("ly") and len(form) > 5 for form in outside):
        yield "adverb-ending"
    if any(form.endswith("ism") or form.endswith("ists") for form in outside):
        yield "ism"
    if count >= _LONG:
        yield "long"
    elif count <= _SHORT:
        yield "short"
    if ("like" in outside and "as" in outside) or "as if" in " ".join(outside):
        yield "likening"


def _evidence(reading: Reading) -> Iterator[str]:
    digits = sum(1 for form in reading.forms if "0" in form)
    if digits:
        yield "number"
    if digits >= 3:
        yield "numbers"
    if reading.present & W.TIME:
        yield "date-or-time"
    if reading.present & W.UNIT:
        yield "unit"
    names = sum(1 for token in reading.tokens[1:] if token.raw[:1].isupper())
    if names == sum(1 for token in reading.tokens[1:] if token.raw[:1].isalpha()):
        # Text in capitals, or a single word, says nothing about names.
        pass
    elif names >= 5:
        yield "many-names"
    elif names >= 2:
        yield "names"
    elif not names:
        yield "no-names"
    past = sum(1 for form in reading.forms if form.endswith("ed") and len(form) > 4)
    if past:
        yield "past-ending"


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
_MARKS = {
    "?": "question",
    "!": "exclamation",
    ";": "semicolon",
    ":": "colon",
    "—": "dash",
    "–": "dash",
    "(": "parenthesis",
}
