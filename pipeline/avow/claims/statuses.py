"""The probability of each status of a sentence: from the classifier, the regressions and the grammar's accounts."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache, lru_cache, reduce
from itertools import accumulate
from operator import and_, or_
from typing import NamedTuple

from avow.cues import Reading, term_values
from avow.cues.accounts import ANSWERS, LOOSE, Account, accounts
from avow.cues.accounts.blame import unaccused
from avow.cues.accounts.records import BLAMED, DENIED, SUSPECTED
from avow.cues.accounts.suspicion import unsuspected
from avow.cues.avowal import statements_of, weigh
from avow.cues.grammar import POSSESSIVES, Grammar, Speaker, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.sayings import STANCES, Saying, names_act, saying_values, sayings
from avow.cues.statements import Kind, Statement
from avow.cues.statements.speaking import body_of
from avow.cues.statements.taking import CLAIM
from avow.cues.states import is_state
from avow.mentions.readings import reading_of
from avow.mentions.written import shouted
from avow.models import Model, StanceTable
from avow.models.model import softmax
from avow.records import LABELS, Label, Sentence, Status

_BEFORE, _NEAR = 3, 2
_CLAIM = LABELS.index(Label.CLAIM)
_PLAIN, _PLAINNESS, _SURENESS = 2, 1.5, 3.5
"""What the grammar's plain avowal adds to the classifier's score of a claim, chosen on real development text; and what
it does where somebody says to be responsible for an act or behind it, which words without grammar take for blame."""
_SHOUTED, _CAPITALS = 3.0, 2.0
"""What is taken from it where nothing avows, in a text in capitals: with quotation marks, which stand around names and
single words there as often as around speech; and without them, where nobody speaks in the first person. Likewise."""
_STATELY, _DENIED = 3.5, 2.0
"""What is taken from it where all that avows is a state's own report of what its forces did, and where nothing avows
and something denies; chosen likewise."""
_UNSUSPECTED = 3.5
"""What is taken from the score of a suspicion where the sentence says that there is none."""
_UNACCUSED, _UNTOLD = 1.5, 0.8
"""What is taken from the score of an accusation where somebody is accused, but of no act; and where the grammar tells
of none, nor the document of anything before."""
_OWNERS = frozenset({Speaker.GROUP, Speaker.FIRST, Speaker.MESSAGE})
_TAKERS = frozenset({Speaker.GROUP, Speaker.NAME, Speaker.MESSAGE, Speaker.PERSON})
_SURE, _RARE, _ACTLESS = 0.5, 0.45, 2.0
"""From which probability on a sentence is a claim for others of the document; what is taken from every score, claims
being rarer in the news than among our own sentences; what besides, where the document names no hostile act, also from
the score of a denial, since people deny much else."""
_COMPANY, _OWN_COMPANY = (0.0, 1.0, 1.6), (0.0, 0.6, 1.8)
"""What is added where the document holds none, one, two or more other claims; and once more to a sentence in the first
person for others in the first person, which is how communiques and rebels' radio go on. Chosen on development
documents, real and our own."""
_SAYING_WHAT, _ARTICLES = frozenset({(",",), ("is",), ("was",), ("(",)}), frozenset({("a",), ("an",)})
_SAID_OF = 6
"""Tokens behind a name within which it is said what it is."""
_FIRST = W.FIRST_PLURAL | W.FIRST_SINGULAR | W.FIRST_SHORT
_LEAST = 1e-6


class _Weights(NamedTuple):
    """How the parts of the evidence for a stance are weighed into log-odds.

    Attributes:
        base: What every sentence begins with.
        regression: For each unit of the regression's log-odds.
        plain: For an account that names the act or points back to one.
        loose: For an account by a rule that errs often, or without an act in sight.
        before: For each of up to two earlier sentences of the document that accuse, deny or avow.
        company: For each of up to four other sentences that do.
        silent: Where the grammar finds nothing, neither an account nor a pattern or statement near an act.
        silent_regression: There besides for each unit of the regression's log-odds.
        silent_company: There besides for each of up to four other sentences.
        capitals: In a text in capitals, in which the regressions cannot tell names from words.
    """

    base: float
    regression: float
    plain: float
    loose: float
    before: float
    company: float
    silent: float
    silent_regression: float
    silent_company: float
    capitals: float = 0.0


_WEIGHTS = {
    "denied": _Weights(-2.14, 0.70, 2.22, 0.62, 0.05, 0.54, 2.31, 0.28, -0.52, capitals=-1.61),
    "unclaimed": _Weights(-0.68, 1.06, 0.00, 0.00, 0.50, -0.18, -0.01, 0.01, 0.41),
    "blamed": _Weights(-0.07, 0.52, 1.63, 0.18, -0.27, 0.09, 0.91, 0.50, 0.00),
    "suspected": _Weights(-1.58, 0.51, 2.21, 0.93, 0.17, 0.14, 2.40, 0.72, -0.13),
}
"""Fitted by logistic regressions on development documents of our own corpus, most of which nobody who wrote rules had
read, and of real news together: the register's regressions learn from the former alone, in which accusations are far
more frequent. The bases balance precision and recall on real text."""
_BEFORE_MOST, _COMPANY_MOST = 2, 4
"""The most earlier sentences, and the most others, that count."""
_WORDS = 2
"""How many words in small letters there are in what says anything: not in a source in brackets, nor in a headline."""


class _Certainty(NamedTuple):
    """How often records of a score turn out right: log-odds are a line over the scores that make a record.

    Attributes:
        shift: The log-odds of the least score that makes one, which is nought.
        slope: What each unit of score above it adds.
    """

    shift: float
    slope: float


_CERTAINTIES = {
    "denied": _Certainty(0.2, 0.55),
    "blamed": _Certainty(-0.47, 0.97),
    "suspected": _Certainty(0.2, 0.65),
}
"""Fitted on the records of real development text, those of denials and suspicions drawn towards nought, since rules
were mended by that text; what is not here has too few to be fitted, and keeps the probability of its score."""
_PLAIN_CERTAINTY = _Certainty(0.0, 1.0)


def _certainty(name: str, score: float) -> float:
    """The probability that a score stands for; below nought, where nothing was fitted, it is as steep as the score."""
    shift, slope = _CERTAINTIES.get(name, _PLAIN_CERTAINTY)
    return 1 / (1 + math.exp(-(shift + score * (slope if score > 0 else 1.0))))


BALANCED = {Status.CLAIMED: 0.5, **{Status(name): _certainty(name, 0.0) for name in STANCES}}
"""From which probability on a status has a record unless something else is asked for: where real development text is
missed about as often as it is mistaken: below one half for accusations, a little above for denials and suspicions."""


def statuses(model: Model, table: StanceTable, parts: Sequence[Sentence]) -> list[dict[Status, float]]:
    """The probability of each status for the sentences of a document.

    A claim is what the classifier calls one in its document; the grammar's plain avowals, and another claim in the
    document, speak for it. The other statuses have regressions of their own, which are asked where the sentence has
    a pattern, a statement or an account, or where another sentence of the document accuses, denies or avows; the
    grammar's accounts, and those other sentences, are weighed with them.

    Args:
        model: The classifier.
        table: The regressions.
        parts: The sentences.

    Returns:
        Probabilities by status, a mapping a sentence; they need not sum to one, since a sentence may say several.
    """
    # Few sentences speak of a militia; every one of a spokesman is held against these alone.
    naming = [
        reading for reading in map(reading_of, parts) if reading.possible & W.INSURGENT and W.GROUP & reading.possible
    ]

    @cache
    def called(name: tuple[str, ...]) -> bool:
        return any(_is_called_a_group(other, name) for other in naming)

    scores = model.in_document([_scores(model, parts, at, called) for at in range(len(parts))])
    sure = [softmax(row)[_CLAIM] >= _SURE for row in scores]
    first = [bool(reading_of(sentence).present & _FIRST) for sentence in parts]
    claims, own_claims = sum(sure), sum(map(and_, sure, first))
    actless = not any(_tells_of_act(reading_of(sentence)) for sentence in parts)
    rare = _RARE + _ACTLESS * actless
    talk = [_speaks(reading_of(sentence)) for sentence in parts]
    before = list(accumulate(talk, initial=0))
    found: list[dict[Status, float]] = []
    for at, (fact, opinion, claim) in enumerate(scores):
        claim += _COMPANY[min(claims - sure[at], 2)] - rare
        if first[at]:
            claim += _OWN_COMPANY[min(own_claims - sure[at], 2)]
        own = softmax((fact, opinion, claim))[_CLAIM]
        found.append({Status.CLAIMED: own, **_stances(table, parts, at, before[at], before[-1] - talk[at], actless)})
    return found


def _scores(
    model: Model, parts: Sequence[Sentence], at: int, called: Callable[[tuple[str, ...]], bool]
) -> tuple[float, float, float]:
    """The classifier's scores, a plain avowal added; in capitals, quoted words that avow nothing speak against one."""
    reading = reading_of(parts[at])
    fact, opinion, claim = model.scores_of(reading)
    stated = statements_of(reading)
    plainest = max((plainness(reading, item) for item in stated), default=0.0)
    if not plainest and any(_of_body_called_a_group(called, reading, item) for item in stated):
        plainest = _PLAINNESS
    if plainest:
        claim += plainest
    elif any(map(weigh, stated)) and all(map(_of_state(reading), filter(weigh, stated))):
        claim -= _STATELY
    elif not any(map(weigh, stated)) and any(item.stance == DENIED for item in accounts(reading)):
        claim -= _DENIED
    elif not any(map(weigh, stated)) and shouted(reading):
        claim -= _SHOUTED if any(reading.quoted) else 0.0 if reading.present & _FIRST else _CAPITALS
    return fact, opinion, claim


def _stances(
    table: StanceTable, parts: Sequence[Sentence], at: int, before: int, company: int, actless: bool
) -> dict[Status, float]:
    """The stances of a sentence, by how many sentences before it, and besides it, accuse, deny or avow."""
    reading = reading_of(parts[at])
    told = accounts(reading)
    silent = is_silent(parts, at)
    capitals = shouted(reading)
    if silent and (not company or not (capitals or reading.small >= _WORDS)):
        return {}
    plain = plainly(parts, at)
    loose = {item.stance for item in told}
    values = term_values(parts[at])
    values.update(saying_values(reading, sayings_of(parts[at])))
    found: dict[Status, float] = {}
    for name, value in zip(STANCES, table.stances(values), strict=True):
        weights = _WEIGHTS[name]
        odds = _log_odds(value)
        score = weights.base + weights.regression * odds
        score += weights.before * min(before, _BEFORE_MOST) + weights.company * min(company, _COMPANY_MOST)
        if silent:
            score += weights.silent + weights.silent_regression * odds
            score += weights.silent_company * min(company, _COMPANY_MOST)
        if capitals:
            score += weights.capitals
        score += weights.plain if name in plain else weights.loose if name in loose else 0.0
        if name == DENIED and name not in plain and actless:
            score -= _ACTLESS
        if name == SUSPECTED and name not in plain and unsuspected(grammar_of(reading)):
            score -= _UNSUSPECTED
        if name == BLAMED and name not in loose:
            score -= _UNTOLD * (before == 0) + _UNACCUSED * unaccused(grammar_of(reading))
        found[Status(name)] = _certainty(name, score)
    return found


def is_silent(parts: Sequence[Sentence], at: int) -> bool:
    """Whether the grammar finds nothing in a sentence: no account, and no pattern or statement near an act.

    Args:
        parts: The sentences of the document.
        at: Which one.

    Returns:
        True where only the regressions speak.
    """
    reading = reading_of(parts[at])
    return not (accounts(reading) or (_of_act(parts, at) and (sayings_of(parts[at]) or statements_of(reading))))


def _log_odds(probability: float) -> float:
    value = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(value / (1 - value))


def plainly(parts: Sequence[Sentence], at: int) -> frozenset[str]:
    """The stances of which the grammar gives an account that names the act, or points back to one just before.

    Args:
        parts: The sentences of the document.
        at: Which one.

    Returns:
        Names of stances.
    """
    own = accounts(reading_of(parts[at]))
    before = [reading_of(part) for part in parts[max(0, at - _NEAR) : at]]
    return frozenset(
        item.stance
        for item in own
        if item.rule not in LOOSE
        and ((item.act[0] >= 0 and item.rule not in ANSWERS) or _points_back(item, own, before))
    )


def _points_back(item: Account, own: Sequence[Account], before: Sequence[Reading]) -> bool:
    """Whether an account without an act follows another one; a denial, which may be of anything, an accusation."""
    if item.stance != DENIED:
        return any(map(_speaks, before))
    return any(other.stance != DENIED for other in own) or any(
        other.stance != DENIED for reading in before for other in accounts(reading)
    )


def _speaks(reading: Reading) -> bool:
    """Whether a sentence accuses, denies or avows."""
    return bool(accounts(reading)) or any(weigh(item) for item in statements_of(reading))


def _of_state(reading: Reading) -> Callable[[Statement], bool]:
    """Whether a state reports a deed, and neither admits it nor claims responsibility."""
    grammar = grammar_of(reading)
    return lambda item: item.kind is Kind.SAYS and not item.admitted and is_state(grammar, item.subject)


def plainness(reading: Reading, statement: Statement) -> float:
    """How far a statement speaks for a claim by its verb, speaker or actor; what a name reports may be a state's.

    Args:
        reading: The sentence.
        statement: The statement.

    Returns:
        What it adds to the score of a claim, nought where it does not speak for one.
    """
    if weigh(statement) != _PLAIN:
        return 0.0
    if statement.kind is Kind.TAKES and statement.act[0] >= 0 and statement.speaker in _TAKERS:
        return _PLAINNESS if reading.forms[statement.verb] in CLAIM else _SURENESS
    owned = statement.kind is not Kind.SAYS or statement.admitted or statement.speaker in _OWNERS
    return _PLAINNESS if owned or _of_own_group(reading, statement) else 0.0


def _of_body_called_a_group(called: Callable[[tuple[str, ...]], bool], reading: Reading, statement: Statement) -> bool:
    """Whether a spokesman tells what "the group" did, whose body the document calls one: "Zamor, a militia,"."""
    if statement.kind is not Kind.SAYS or not weigh(statement):
        return False
    grammar = grammar_of(reading)
    start, stop = body_of(grammar, statement.subject)
    name = grammar.forms[start:stop]
    return bool(name) and not is_state(grammar, (start, stop)) and called(name)


def _is_called_a_group(reading: Reading, name: tuple[str, ...]) -> bool:
    """Whether a word for an armed group stands right before or behind a name, or is said of it."""
    starts = [at for at in range(len(reading.forms)) if reading.forms[at : at + len(name)] == name]
    if not starts:
        return False
    grammar = grammar_of(reading)
    for start in starts:
        if not grammar.capital[start]:
            continue
        stop = start + len(name)
        said = reading.forms[stop : stop + 1] in _SAYING_WHAT and reading.forms[stop + 1 : stop + 2] in _ARTICLES
        behind = range(stop, min(grammar.count, stop + (_SAID_OF if said else 1)))
        if any(_names_a_group(grammar, at) for at in (*range(max(0, start - 1), start), *behind)):
            return True
    return False


def _names_a_group(grammar: Grammar, at: int) -> bool:
    """Whether a word in small letters is one for an armed group, and not for a person."""
    return bool(grammar.masks[at] & W.INSURGENT and grammar.masks[at] & W.GROUP) and not grammar.capital[at]


def _of_own_group(reading: Reading, statement: Statement) -> bool:
    """Whether somebody tells what "his group" or "its fighters" did: what no state says of its army."""
    start, stop = statement.accused
    if start < 0 or reading.forms[start] not in POSSESSIVES:
        return False
    kinds = reduce(or_, reading.masks[start:stop], 0)
    return bool(kinds & W.INSURGENT) and not kinds & (W.STATE | W.OFFICIAL)


def _tells_of_act(reading: Reading) -> bool:
    """Whether a sentence names a hostile act, or tells of one without: "listed the firm on its leak site"."""
    posted = reading.possible & W.POST and any(
        item.kind is Kind.POSTS and weigh(item) for item in statements_of(reading)
    )
    return names_act(reading) or bool(posted)


def _of_act(parts: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence, or one just before it, names a hostile act: people deny and are blamed for much else."""
    return any(names_act(reading_of(item)) for item in parts[max(0, at - _BEFORE) : at + 1])


@lru_cache(maxsize=4096)
def sayings_of(sentence: Sentence) -> tuple[Saying, ...]:
    """A sentence's patterns, remembered.

    Args:
        sentence: The sentence.

    Returns:
        The patterns that were found.
    """
    return tuple(sayings(reading_of(sentence)))


def says_nobody(text: str) -> bool:
    """Whether a sentence says that nobody has claimed.

    Args:
        text: The sentence.

    Returns:
        True where a pattern of such a statement is in it.
    """
    reading = reading_of(Sentence.bare(text))
    return any(item.name in _NOBODY for item in sayings(reading))


_NOBODY = frozenset(
    f"unclaimed-{name}"
    for name in [
        "nobody-claims",
        "nobody-takes",
        "no-claim",
        "no-claim-of-responsibility",
        "no-responsibility",
        "unclaimed",
        "not-claimed",
        "not-been-claimed",
        "claimed-by-nobody",
    ]
)
