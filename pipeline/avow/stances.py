"""Fit what the register of claims needs beside the classifier: who avows, denies, blames or suspects, and who speaks.

Five one-against-rest logistic regressions, one a status, see the terms of :mod:`avow.cues.stance_terms`; a sentence may
have several. Three more weigh the phrases of a sentence or document: as speaker, as accused, and as what a pronoun
stands for. All eight go into one table, a column each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion

from avow.cues import Reading, read
from avow.cues.sayings import sayings
from avow.cues.stance_terms import KINDS, stance_terms
from avow.features import Terms, features, term_weights
from avow.mentions import (
    Mention,
    Place,
    antecedent_features,
    head_word,
    mentions,
    needs_antecedent,
    role_features,
    same_party,
    trigger,
)
from avow.mentions.antecedents import plausible
from avow.mentions.given import candidates, may_be_nobody, nobody_features, said_in
from avow.mentions.resolving import antecedents
from avow.mentions.stated import Found, stated
from avow.params import Parameters, StanceParameters
from avow.records import ROLES, STATUSES, GoldSentence, Label, Sentence, Status
from avow.regressions import damping_factors, fit_whole, platt
from avow.wordings import wordings

COLUMNS = (*map(str, STATUSES), *ROLES)
_STANCE_OF = {"denies": Status.DENIED, "none": Status.UNCLAIMED, "blames": Status.BLAMED, "suspects": Status.SUSPECTED}
_UNDAMPED = "kKqst"
"""Prefixes of word classes, cues and what the grammar finds, which are what they are however often they come."""
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TrainedStances:
    """Fitted regressions of the register, not yet saved.

    Attributes:
        fitted: The scikit-learn parts by name, to inspect or refit.
        weights: By term, what one unit of its value adds to each column's score.
        bias: What every sentence or phrase begins with, a column each.
        counts: Positive examples by column.
    """

    fitted: Mapping[str, Any]
    weights: Mapping[str, tuple[float, ...]]
    bias: tuple[float, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Group:
    """The candidates for a role in one sentence.

    Attributes:
        candidates: The features of each.
        right: Which is the right one.
        same: Which others would do as well, and are not held against it.
    """

    candidates: list[list[str]]
    right: int
    same: frozenset[int] = frozenset()


def statuses_of(gold: GoldSentence) -> frozenset[Status]:
    """What the annotators say of who did the act.

    Args:
        gold: A labelled sentence.

    Returns:
        ``claimed`` for a claim, and the status of each stance.
    """
    found = {Status.CLAIMED} if gold.label is Label.CLAIM else set()
    return frozenset(found | {_STANCE_OF[stance] for stance in gold.stances})


def stance_values(sentence: Sentence) -> dict[str, float]:
    """The terms that the statuses are told from.

    Args:
        sentence: A sentence.

    Returns:
        Values by term.
    """
    reading = read(sentence)
    return stance_terms(reading, sayings(reading))


def fit_stances(
    training: Sequence[GoldSentence],
    development: Sequence[GoldSentence],
    parameters: Parameters,
) -> TrainedStances:
    """Fit the statuses on training documents and calibrate them on development documents; fit the phrases on both.

    Args:
        training: Sentences to fit on.
        development: Sentences of other documents: the statuses are calibrated on them, where there are any, and the
            regressions of phrases, which rank candidates and need no calibration, are fitted on them too.
        parameters: All parameters.

    Returns:
        The regressions.

    Raises:
        AvowError: A solver did not converge.
    """
    wanted = parameters.stances
    training = [*training, *wordings(wanted.wordings, wanted.seed)]
    union = features(
        KINDS,
        minimum_sentences=parameters.features.minimum_sentences,
        cue_scale=parameters.features.cue_scale,
        class_scale=parameters.features.class_scale,
        outline_scale=wanted.outline_scale,
    )
    values = union.fit_transform(Terms.of(stance_values(item.sentence) for item in training))
    factors = damping_factors(union, values, wanted.damping, undamped=_UNDAMPED)
    values = values @ sparse.diags(factors)
    held_out = None
    if development:
        asked = Terms.of(stance_values(item.sentence) for item in development)
        held_out = union.transform(asked) @ sparse.diags(factors)
    fitted: dict[str, Any] = {"features": union, "factors": factors}
    columns: list[tuple[NDArray[np.float64], float]] = []
    counts: dict[str, int] = {}
    for status in STATUSES:
        truth = _holds(training, status)
        counts[status] = int(truth.sum())
        model = _fit(values, truth, wanted.c, wanted.weight, wanted)
        if held_out is not None and model is not None:
            _calibrate(model, held_out, _holds(development, status))
        fitted[status] = model
        columns.append(_coefficients(model, values.shape[1]))
    weights = _spread(union, np.vstack([column for column, _ in columns]) * factors)
    bias = [start for _, start in columns]
    for role, groups in role_examples([*training, *development]).items():
        counts[role] = len(groups)
        vectorizer = DictVectorizer()
        model = None
        if groups:
            vectorizer.fit([dict.fromkeys(names, 1.0) for group in groups for names in group.candidates])
            model = _rank(vectorizer, groups, wanted)
        fitted[role] = (vectorizer, model)
        if model is not None:
            at = COLUMNS.index(role)
            for name, value in zip(vectorizer.get_feature_names_out(), model.coef_[0].tolist(), strict=True):
                row = [0.0] * len(COLUMNS)
                row[at] = value
                weights[f"r:{name}"] = tuple(row)
        bias.append(0.0)
    return TrainedStances(fitted, weights, tuple(bias), counts)


def _holds(gold: Sequence[GoldSentence], status: Status) -> NDArray[np.bool_]:
    return np.asarray([status in statuses_of(item) for item in gold], dtype=np.bool_)


def _fit(
    values: Any, truth: NDArray[np.bool_], c: float, weight: float, wanted: StanceParameters
) -> LogisticRegression | None:
    if not truth.any() or truth.all():
        return None
    regression = LogisticRegression(
        C=c, class_weight={False: 1.0, True: weight}, max_iter=wanted.maximum_iterations, random_state=wanted.seed
    )
    return _whole(regression, values, truth)


def _whole(regression: LogisticRegression, values: Any, truth: Any, weights: Any = None) -> LogisticRegression:
    remedy = "raise stances.maximum_iterations or lower stances.c and stances.c_phrases"
    return fit_whole(regression, values, truth, weights, where="training the register", remedy=remedy)


def _rank(vectorizer: DictVectorizer, groups: Sequence[Group], wanted: StanceParameters) -> LogisticRegression | None:
    """A regression over differences between the right candidate and each other one (Herbrich et al. 2000)."""
    right: list[int] = []
    others: list[int] = []
    shares: list[float] = []
    first = 0
    for group in groups:
        rest = [first + at for at in range(len(group.candidates)) if at != group.right and at not in group.same]
        right += [first + group.right] * len(rest)
        others += rest
        # A sentence counts once, however many phrases it has.
        shares += [len(rest) ** -0.5 for _ in rest]
        first += len(group.candidates)
    if not others:
        return None
    values = vectorizer.transform([dict.fromkeys(names, 1.0) for group in groups for names in group.candidates])
    differences = values[right] - values[others]
    flipped = np.where(np.arange(differences.shape[0]) % 2, 1.0, -1.0)
    regression = LogisticRegression(
        C=wanted.c_phrases, fit_intercept=False, max_iter=wanted.maximum_iterations, random_state=wanted.seed
    )
    return _whole(regression, sparse.diags(flipped) @ differences, flipped > 0, shares)


def _coefficients(model: LogisticRegression | None, width: int) -> tuple[Matrix, float]:
    # A status that nobody annotated is never found.
    return (np.zeros(width), -20.0) if model is None else (model.coef_[0], float(model.intercept_[0]))


def _calibrate(model: LogisticRegression, values: Any, truth: NDArray[np.bool_]) -> None:
    scale, shift = platt(model.decision_function(values), truth)
    model.coef_ = model.coef_ * scale
    model.intercept_ = model.intercept_ * scale + shift


def _spread(union: FeatureUnion, coefficients: Matrix) -> dict[str, tuple[float, ...]]:
    """The weight of every term in every column; those of phrases are nought."""
    factors = term_weights(union, np.ones((3, coefficients.shape[1])))
    rest = (0.0,) * len(ROLES)
    return {
        term: (*(value * factor[0] for value in row), *rest)
        for (term, factor), row in zip(factors.items(), coefficients.T.tolist(), strict=True)
    }


def role_examples(gold: Sequence[GoldSentence]) -> dict[str, list[Group]]:
    """What the regressions of phrases are fitted on.

    Args:
        gold: Labelled sentences, those of a document together and in order.

    Returns:
        By role, the candidates of each sentence that tells who it is.
    """
    documents: defaultdict[str, list[GoldSentence]] = defaultdict(list)
    for item in gold:
        documents[item.sentence.document].append(item)
    groups: dict[str, list[Group]] = {role: [] for role in ROLES}
    for document in documents.values():
        sentences = [item.sentence for item in document]
        for position, item in enumerate(document):
            first = Status.CLAIMED if item.label is Label.CLAIM else _STANCE_OF.get(next(iter(item.stances), ""))
            for status in sorted(statuses_of(item)):
                for role, group in _examples(sentences, position, item, status, status is first):
                    groups[role].append(group)
    return groups


def _examples(
    sentences: Sequence[Sentence], position: int, gold: GoldSentence, status: Status, first: bool
) -> Iterator[tuple[str, Group]]:
    attributes = dict(gold.attributes)
    reading = read(gold.sentence)
    every = mentions(reading)
    at = trigger(reading, status, sayings(reading))
    text = gold.sentence.text
    for role, key in (("speaker", "by"), ("accused", "whom")):
        accusing = status in {Status.BLAMED, Status.SUSPECTED}
        # The annotators named the speaker of the first stance, or who claims.
        if (role == "accused" and not accusing) or (role == "speaker" and not first):
            continue
        given = stated(reading, status)
        open_to = may_be_nobody(role, given)
        if key not in attributes:
            if open_to:
                yield role, _group(reading, every, role, status, given, at, None)
            continue
        right = matching(text, every, attributes[key])
        said = said_in(role, given)
        pointing = said or (_pointing(reading, every, at) if right is None else None)
        if pointing is not None and needs_antecedent(reading, pointing):
            place = Place(position, reading, pointing, text[pointing.first : pointing.last])
            places = plausible(place, antecedents(sentences, position, pointing))
            meant = _meant(places, attributes[key])
            if meant is not None:
                yield "antecedent", Group(list(antecedent_features(place, places)), places.index(meant))
        right = right or _pointing(reading, every, at)
        if right is not None or open_to:
            yield role, _group(reading, every, role, status, given, at, right, attributes[key])


def _group(
    reading: Reading,
    every: Sequence[Mention],
    role: str,
    status: Status,
    given: Found,
    at: int,
    right: Mention | None,
    wanted: str = "",
) -> Group:
    """The candidates for a role beside the right one; nobody, the last of them, where that is ``None``."""
    said = said_in(role, given)
    every = candidates(every, said)
    alike = [_is_named(reading, item, wanted) for item in every]
    if right is not None and said is not None and (alike[every.index(said)] or needs_antecedent(reading, said)):
        # Of phrases with one head the grammar's is the one cut with care, and "we" stands for the name beside it.
        right = said
    features = list(role_features(reading, every, role, status, given.at if given.at >= 0 else at, given))
    if may_be_nobody(role, given):
        features.append(nobody_features(role, status, given))
    if right is None:
        return Group(features, len(every))
    chosen = every.index(right)
    return Group(features, chosen, frozenset(at for at, named in enumerate(alike) if named and at != chosen))


def _is_named(reading: Reading, item: Mention, wanted: str) -> bool:
    named = item.kind in {"name", "description"}
    return named and head_word(reading.text[item.first : item.last]) == head_word(wanted)


def matching(text: str, every: Sequence[Mention], wanted: str) -> Mention | None:
    """The phrase that an annotator's string names.

    Args:
        text: The sentence.
        every: Its phrases.
        wanted: The string.

    Returns:
        The phrase with the same words, or else the same head and a word in common; ``None`` where there is none.
    """
    named = [(item, text[item.first : item.last]) for item in every if item.kind in {"name", "description"}]
    plain = _plain(wanted)
    for item, words in named:
        if _plain(words) == plain:
            return item
    for item, words in named:
        if head_word(words) == head_word(wanted):
            return item
    for item, words in named:
        if f" {_plain(words)} " in f" {plain} " or f" {plain} " in f" {_plain(words)} ":
            return item
    return None


def _plain(text: str) -> str:
    """The words of a phrase, no article among them anywhere, so that a part of it can be sought among them.

    Names are compared otherwise, by what their spellings have in common (:func:`avow.claims.parties.plain_name`).
    """
    return " ".join(word for word in text.lower().replace("’", "'").split() if word not in {"the", "a", "an"})


def _pointing(reading: Reading, every: Sequence[Mention], at: int) -> Mention | None:
    """Where the sentence does not name the party: what points back, nearest before the word that says it."""
    pointing = [item for item in every if needs_antecedent(reading, item) and item.form != "other"]
    own = [item for item in pointing if item.form in {"we", "i"}]
    before = [item for item in pointing if item.start <= at and item.kind != "possessive"]
    behind = [item for item in pointing if item.start > at]
    if before:
        return before[-1]
    return own[0] if own else next(iter([item for item in pointing if item.start <= at] or behind), None)


def _meant(places: Sequence[Place], wanted: str) -> Place | None:
    """The nearest earlier phrase that the annotator's string names."""
    for place in reversed(places):
        if _plain(place.text) == _plain(wanted):
            return place
    for place in reversed(places):
        if same_party(place.text, wanted):
            return place
    return None
