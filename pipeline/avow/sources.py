"""Labelled sentences of several sources as one training set: weights, held-out documents, and what does not fit.

Sources differ in what their labels mean. One that knows no claims of responsibility files them under fact or opinion;
its sentences with a cue of avowal would teach the regression of claims the wrong thing and are kept from it. Nothing
else is changed silently: shares of labels that differ, contradictions and repetitions are counted and said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from avow.corpus.likeness import normalised
from avow.cues import cue_names, read
from avow.errors import UsageError, counted
from avow.partition import held_out
from avow.records import LABELS, GoldSentence, Label

AVOWAL_CUES = frozenset({"avowal", "weak-avowal"})
"""Cues by which a sentence of a source without claims may be one all the same."""
_FAR = 0.1
"""Shares of a label that differ by this much are worth a word."""
_SOME = 50


@dataclass(frozen=True, slots=True)
class Source:
    """Labelled sentences to train on.

    Attributes:
        name: What to call it.
        sentences: Its sentences.
        weight: How many sentences of weight one each counts as.
        digest: Of its file.
        dropped: Rows left out, counted by reason.
        grouped: Whether the user named a column of the document.
    """

    name: str
    sentences: Sequence[GoldSentence]
    weight: float = 1.0
    digest: str = ""
    dropped: Mapping[str, int] = field(default_factory=dict)
    grouped: bool = False

    @property
    def knows_claims(self) -> bool:
        """Whether any of its sentences is a claim of responsibility."""
        return any(item.label is Label.CLAIM for item in self.sentences)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sentence counts.

    Attributes:
        training: Of training sentences.
        claims: Of training sentences in the regression of claims; nought for those kept from it.
        development: Of development sentences, in the calibration.
    """

    training: tuple[float, ...]
    claims: tuple[float, ...]
    development: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Mixture:
    """Sources put together.

    Attributes:
        training: Sentences to fit on.
        development: Sentences of other documents, to calibrate on.
        left: Sentences of other documents on which nothing is calibrated, but which are not new to the model either.
        weights: What each counts.
        facts: What there is to know of each added source, for the manifest.
        warnings: What does not fit, one sentence each.
    """

    training: list[GoldSentence]
    development: list[GoldSentence]
    left: list[GoldSentence]
    weights: Weights
    facts: list[dict[str, Any]]
    warnings: list[str]


def mix(
    own: tuple[Sequence[GoldSentence], Sequence[GoldSentence]],
    added: Sequence[Source],
    *,
    seed: int,
    development: float,
    similarity: float,
    own_weight: float = 1.0,
) -> Mixture:
    """Put sources together.

    Args:
        own: Training and development sentences that are already apart; both may be empty.
        added: Sources to add; a share of the documents of each is held out for calibration.
        seed: Enters the hash that decides which documents are held out.
        development: Share of documents that are held out.
        similarity: Jaccard similarity of word shingles from which documents of a source stay together.
        own_weight: Weight of the sentences of ``own``.

    Returns:
        The mixture; without ``added`` it is ``own`` in its order.
    """
    training, claims = [(item, own_weight) for item in own[0]], [own_weight] * len(own[0])
    calibrating = [(item, own_weight) for item in own[1]]
    left: list[GoldSentence] = []
    facts: list[dict[str, Any]] = []
    warnings: list[str] = []
    labels = labels_by_text(chain(own[0], own[1], *(source.sentences for source in added)))
    seen = {_key(item) for item in chain(*own)} if added else set()
    for source in added:
        apart = held_out(source.sentences, seed=seed, share=development, similarity=similarity)
        suspects = doubtful(source)
        kept = [item for item in source.sentences if item.unit not in apart]
        training += [(item, source.weight) for item in kept]
        claims += [0.0 if id(item) in suspects else source.weight for item in kept]
        # A probability of a claim would be held against a sentence whose label cannot say so.
        fit = [item for item in source.sentences if item.unit in apart and id(item) not in suspects]
        calibrating += [(item, source.weight) for item in fit]
        left += [item for item in source.sentences if item.unit in apart and id(item) in suspects]
        facts.append(
            {
                "name": source.name,
                "digest": source.digest,
                "weight": source.weight,
                "documents": len({item.unit for item in source.sentences}),
                "sentences": len(source.sentences),
                "training": len(kept),
                "development": len(fit),
                "labels": _counted(source.sentences),
                "dropped": dict(source.dropped),
                "knows_claims": source.knows_claims,
                "kept_from_claims": len(suspects),
                "contradicted": sum(len(labels[_key(item)]) > 1 for item in source.sentences),
                "repeated": _repeated(source.sentences, seen),
            }
        )
    warnings += _warnings([*own[0], *own[1]], added, facts)
    repeated: set[str] = {normalised(item.sentence.text) for item, _ in training} if added else set()
    apart_only = [row for row in calibrating if normalised(row[0].sentence.text) not in repeated]
    if len(apart_only) < len(calibrating):
        repetitions = counted(len(calibrating) - len(apart_only), "sentence")
        warnings.append(
            f"left out of calibration: {repetitions}, held out for it but word by word in the training part too"
        )
    return Mixture(
        [item for item, _ in training],
        [item for item, _ in apart_only],
        left + [item for item, _ in calibrating if normalised(item.sentence.text) in repeated],
        Weights(tuple(weight for _, weight in training), tuple(claims), tuple(weight for _, weight in apart_only)),
        facts,
        warnings,
    )


def doubtful(source: Source) -> set[int]:
    """Sentences of a source without claims that a cue says may be claims.

    Args:
        source: A source.

    Returns:
        Identities (``id``) of sentences; empty for a source that knows claims.
    """
    if source.knows_claims:
        return set()
    return {id(item) for item in source.sentences if not AVOWAL_CUES.isdisjoint(cue_names(read(item.sentence)))}


def labels_by_text(gold: Iterable[GoldSentence]) -> Mapping[str, set[Label]]:
    """The labels that each text has.

    Args:
        gold: Sentences of any sources.

    Returns:
        Labels by normalised text.
    """
    found: dict[str, set[Label]] = defaultdict(set)
    for item in gold:
        found[_key(item)].add(item.label)
    return found


def distinct(specs: Sequence[str], names: Sequence[str]) -> list[str]:
    """Names that tell sets apart.

    Args:
        specs: The sets as the user named them, each once.
        names: What each is called.

    Returns:
        The names, with the spec in brackets where several sets have one.
    """
    counts = Counter(names)
    return [f"{name} ({spec})" if counts[name] > 1 else name for spec, name in zip(specs, names, strict=True)]


def weights_by_source(
    specs: Sequence[str], names: Sequence[str], pairs: Sequence[str], *, own: bool = True
) -> dict[str, float]:
    """What ``--weight`` says.

    Args:
        specs: The added sources as the user named them.
        names: What each may be called: its name.
        pairs: ``NAME=NUMBER``, or a number alone for all added sources. A name is what was given to ``--add``, the
            word before its colon, or the name of the file; ``labels`` is the label file.
        own: Whether there is a label file.

    Returns:
        Weight by spec, and of ``labels``.

    Raises:
        UsageError: A weight is no number above nought, or no source has the name, or several that are not of one kind.
    """
    found = {"labels": 1.0} | dict.fromkeys(specs, 1.0)
    called: dict[str, list[str]] = defaultdict(list, {"labels": ["labels"]} if own else {})
    kinds = {spec.partition(":")[0] for spec in specs if ":" in spec}
    for spec, name in zip(specs, names, strict=True):
        place = spec.rpartition(":")[2]
        for word in dict.fromkeys(
            [spec, name, spec.partition(":")[0], place, place.replace("\\", "/").rpartition("/")[2]]
        ):
            called[word].append(spec)
    for pair in pairs:
        word, equals, number = pair.rpartition("=")
        try:
            weight = float(number)
        except ValueError:
            weight = 0.0
        if not 0 < weight <= 1e6:
            raise UsageError(
                f"cannot read the weight {pair!r}",
                expected="NAME=NUMBER or a number, above nought and at most a million",
            )
        if equals and word not in called:
            raise UsageError(f"no source is called {word!r}", expected=f"one of {', '.join(sorted(called))}")
        if equals and len(called[word]) > 1 and word not in kinds:
            raise UsageError(f"several sources are called {word!r}", expected=f"one of {', '.join(called[word])}")
        found |= dict.fromkeys(called[word] if equals else specs, weight)
    return found


def _warnings(
    own: Sequence[GoldSentence], added: Sequence[Source], facts: Sequence[Mapping[str, Any]]
) -> Iterable[str]:
    for source, known in zip(added, facts, strict=True):
        if not known["knows_claims"]:
            yield (
                f"{source.name} knows no claims of responsibility: {known['kept_from_claims']} of its sentences hold a "
                "cue of avowal and are kept from the regression of claims; the others count as no claims"
            )
        if known["contradicted"]:
            contradicted = counted(known["contradicted"], "sentence")
            yield f"{source.name}: {contradicted} with another label elsewhere in the training text"
        if known["repeated"]:
            repeated = counted(known["repeated"], "repetition")
            yield f"{source.name}: {repeated} of earlier sentences of the training text word by word; each counts again"
        if known["documents"] == known["sentences"] > _SOME:
            where = "another column for --group tells them" if source.grouped else "--group names the column of a table"
            yield (
                f"{source.name}: every sentence is taken for a document of its own; where they share documents, "
                f"held-out scores are too good ({where})"
            )
        if known["dropped"]:
            counts = ", ".join(f"{count} {reason}" for reason, count in known["dropped"].items())
            yield f"{source.name}: left out {counts}"
        if own:
            yield from _shares(source, own)


def _repeated(gold: Iterable[GoldSentence], seen: set[str]) -> int:
    """How many sentences repeat an earlier one, or one that has been seen, to which they are added."""
    count = 0
    for item in gold:
        key = _key(item)
        count += key in seen
        seen.add(key)
    return count


def _shares(source: Source, own: Sequence[GoldSentence]) -> Iterable[str]:
    here, there = _counted(source.sentences), _counted(own)
    for label in LABELS:
        share, other = here[label] / len(source.sentences), there[label] / len(own)
        if abs(share - other) >= _FAR:
            yield f"{source.name}: {share:.0%} {label}, in LABELS {other:.0%}: probabilities will lie in between"


def _counted(gold: Sequence[GoldSentence]) -> dict[str, int]:
    counts = Counter(item.label for item in gold)
    return {str(label): counts[label] for label in LABELS}


def _key(item: GoldSentence) -> str:
    return normalised(item.sentence.text)
