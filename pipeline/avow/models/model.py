"""A loaded model: probabilities, labels and explanations, without scikit-learn."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import and_
from typing import TYPE_CHECKING, Any

from avow.cues import AVOWAL, STANCE, Reading, avowals, cue_values, read, voices
from avow.cues.avowal import may_avow
from avow.cues.lexicon import WordClass
from avow.errors import ModelError
from avow.memo import CHARACTERS, SENTENCES, Memo
from avow.models.light import Stretches, is_light, kinds_of
from avow.models.table import Scores, Table
from avow.models.words import Lookup, weight
from avow.prior import Prior, by_document
from avow.records import LABELS, Contribution, Document, Explanation, Label, Prediction, Sentence
from avow.sentences.split import split
from avow.terms import kind_of, pairs

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from avow.bulk import Bulk


_NAMES = tuple(map(str, LABELS))

_MANY = 64
"""From how many sentences on it pays to take them at once."""
_WORTH = 3_000
"""Sentences that take as long as getting ready for many at once."""

Every = Callable[[], Iterable[tuple[str, complex]]]


def _none() -> Iterable[tuple[str, complex]]:
    return ()


class Model:
    """A trained model, ready to label sentences.

    Attributes:
        labels: The labels in the order of probabilities.
        manifest: What is known of the model.
        folder: Where it was loaded from, ``None`` where it was not.

    Args:
        table: Its weights.
        manifest: What is known of it.
        every: Gives all its terms with their weights, or nothing where their names are not known.
        folder: Where it was loaded from; a copy, as one that another process gets, is loaded from there anew.
    """

    labels: tuple[Label, ...] = LABELS

    def __init__(
        self, table: Table, manifest: dict[str, Any], every: Every = _none, folder: Path | None = None
    ) -> None:
        self._table = table
        self.folder = folder
        lookup = Lookup(table.look_up, every)
        self._lookup = lookup
        self._known = (lookup.outside, lookup.inside)
        self._voice = Memo[str, complex](lambda name: weight(table.look_up(f"{STANCE}:{name}"))).__getitem__
        self._avowal = Memo[str, complex](lambda name: weight(table.look_up(f"{AVOWAL}:{name}"))).__getitem__
        self.manifest = manifest
        kinds = kinds_of(manifest)
        self._has_pairs, self._has_voices = "pairs" in kinds, "cues" in kinds
        self._stretches = Stretches(lookup.outside.word) if is_light(kinds) else None
        self._prior = Prior.of(manifest)
        self._bulk: Bulk | None = None
        self._until_ready = _WORTH

    def __reduce__(self) -> tuple[object, ...]:
        # The weights are a view of a file: a copy opens it again, checked as any model is.
        from avow.models.loading import load

        if self.folder is None:
            raise TypeError("cannot copy a model that was not loaded from a folder; save it and load it")
        return load, (self.folder,)

    def scores(self, sentence: Sentence) -> Scores:
        """The calibrated scores of a sentence: bias plus the sum of its terms' contributions.

        Args:
            sentence: A sentence.

        Returns:
            One score a label.
        """
        if self._stretches is not None and not sentence.open_quote:
            weights, possible = self._stretches.weigh(sentence.text)
            if not possible & WordClass.QUOTE:
                return self._biased(self._with_avowals(weights, read(sentence)) if may_avow(possible) else weights)
        return self.scores_of(read(sentence))

    def scores_of(self, reading: Reading) -> Scores:
        """The calibrated scores of a sentence that has been read.

        Args:
            reading: The sentence as cues see it.

        Returns:
            One score a label.
        """
        weights = 0j
        if reading.forms:
            weights = sum(filter(None, self._weights(reading)), weights) * len(reading.forms) ** -0.5
        if self._has_voices:
            weights = sum(map(self._voice, dict.fromkeys(voices(reading))), weights)
        return self._biased(self._with_avowals(weights, reading))

    def _with_avowals(self, weights: complex, reading: Reading) -> complex:
        found = avowals(reading)
        return sum(map(self._avowal, dict.fromkeys(found)), weights) if found else weights

    def _biased(self, weights: complex) -> Scores:
        fact, opinion, claim = self._table.bias
        return fact, opinion + weights.real, claim + weights.imag

    def _weights(self, reading: Reading) -> Iterator[complex | None]:
        """The weights of the words, then of the pairs of a sentence if the model has any, each for the unit value."""
        forms = reading.forms
        if not forms:
            return iter(())
        if reading.plain:
            known = self._known[False]
            words = map(known.word, forms)
            return chain(words, map(known.pair, pairs(forms))) if self._has_pairs else words
        quoted = reading.quoted
        outside, inside = self._known
        found = (outside.word, inside.word)
        inner = [found[flag](form) for form, flag in zip(forms, quoted, strict=True)]
        if not self._has_pairs:
            return iter(inner)
        paired = (outside.pair, inside.pair)
        both = map(and_, (False, *quoted), (*quoted, False))
        return chain(inner, [paired[flag](pair) for pair, flag in zip(pairs(forms), both, strict=True)])

    def prepare(self) -> None:
        """Get ready for much text at once, which takes two fifths of a second; a model does so when much comes.

        What is scored after this has the same scores to the last bit, whatever was scored before it.
        """
        self._until_ready = 0
        if self._bulk is None and self._lookup.read():
            from avow.bulk import Bulk
            from avow.bulk.scorer import Parts

            self._bulk = Bulk(
                Parts(
                    bias=self._table.bias,
                    words=self._known,
                    paired=self._has_pairs,
                    voice=self._voice if self._has_voices else None,
                    avowal=self._avowal,
                    alone=self.scores,
                )
            )

    def scores_of_many(self, sentences: Sequence[Sentence]) -> list[Scores]:
        """The calibrated scores of sentences, each by itself; from some dozens on in less time than one by one.

        Args:
            sentences: Sentences.

        Returns:
            One score a label, a row a sentence, those of :meth:`scores` but for rounding.
        """
        if len(sentences) >= _MANY:
            if self._until_ready > 0:
                self._until_ready -= len(sentences)
                if self._until_ready <= 0:
                    self.prepare()
            if self._bulk is not None:
                return self._bulk.scores(sentences)
        return list(map(self.scores, sentences))

    def probabilities(self, sentence: Sentence) -> Scores:
        """The probability of each label for a sentence by itself.

        Args:
            sentence: A sentence.

        Returns:
            Probabilities in the order of ``labels``, summing to one.
        """
        return softmax(self.scores(sentence))

    def probabilities_in(self, document: Sequence[Sentence]) -> list[Scores]:
        """The probability of each label for the sentences of a document, each in the light of the others.

        Args:
            document: The sentences of one document.

        Returns:
            Probabilities in the order of ``labels``, summing to one, a row a sentence. A sentence that is alone has
            those of :meth:`probabilities`.
        """
        return self._judged(document, list(map(softmax, self.scores_of_many(document))))

    def _judged(self, document: Sequence[Sentence], rows: list[Scores]) -> list[Scores]:
        """What the sentences of a document have by themselves, each in the light of the others."""
        prior = self._prior_of(document)
        return prior.within(rows) if prior else rows

    def _prior_of(self, document: Sequence[object]) -> Prior | None:
        """What a document's sentences are judged by; nothing where one is alone."""
        return self._prior if len(document) > 1 else None

    def in_document(self, scores: Sequence[Scores]) -> list[Scores]:
        """Scores of the sentences of a document, each in the light of the others.

        Args:
            scores: What :meth:`scores` gives for each.

        Returns:
            Scores whose softmax are the probabilities of :meth:`probabilities_in`.
        """
        prior = self._prior_of(scores)
        if prior is None:
            return list(scores)
        shifts = prior.shifts(list(map(softmax, scores)))
        return [(fact, opinion + shift, claim) for (fact, opinion, claim), shift in zip(scores, shifts, strict=True)]

    def predict_sentences(
        self, sentences: Iterable[Sentence], *, unsure_below: float | None = None
    ) -> Iterator[Prediction]:
        """Label sentences document by document.

        Args:
            sentences: Sentences, those of a document one after the other: they are held, and labelled when the last
                one is there. One that names no document is read by itself.
            unsure_below: Predictions whose highest probability is below this are marked unsure.

        Yields:
            A prediction a sentence, in order; the sentences of a list are taken many at once.

        Raises:
            TypeError: One is no sentence.
        """
        documents = by_document(sentences)
        if isinstance(sentences, Sequence):
            for predictions in self.predict_many(documents, unsure_below=unsure_below):
                yield from predictions
        else:
            for document in documents:
                yield from self.predict_document(document, unsure_below=unsure_below)

    def predict_many(
        self, documents: Iterable[Sequence[Sentence]], *, unsure_below: float | None = None
    ) -> Iterator[tuple[Prediction, ...]]:
        """Label the sentences of many documents, which takes half as long as one document after the other.

        Args:
            documents: The sentences of each. A thousand sentences, or half a million characters, are taken before the
                first are labelled.
            unsure_below: As for :meth:`predict_sentences`.

        Yields:
            The predictions of each document, in order.

        Raises:
            TypeError: One is not the sentences of a document.
        """
        for batch in _batches(documents):
            rows = map(softmax, self.scores_of_many([sentence for document in batch for sentence in document]))
            for document in batch:
                judged = self._judged(document, list(islice(rows, len(document))))
                pairs = zip(document, judged, strict=True)
                yield tuple([_prediction(sentence, row, unsure_below) for sentence, row in pairs])

    def predict_document(
        self, document: Sequence[Sentence], *, unsure_below: float | None = None
    ) -> Iterator[Prediction]:
        """Label the sentences of one document, whatever name they give it.

        Args:
            document: Its sentences.
            unsure_below: As for :meth:`predict_sentences`.

        Yields:
            A prediction a sentence, in order.

        Raises:
            TypeError: They are no sentences.
        """
        try:
            rows = self.probabilities_in(document)
        except (AttributeError, TypeError) as error:
            raise _refusal(document) or error from None
        for sentence, row in zip(document, rows, strict=True):
            yield _prediction(sentence, row, unsure_below)

    def threshold(self, risk: float) -> float:
        """From which probability on predictions are kept so that no more than a share of them is wrong.

        It was measured on sentences in their documents; those read by themselves are wrong a little more often.

        Args:
            risk: The share. Of those that the model was measured for on its development documents the next one that
                is not higher counts.

        Returns:
            What to give as ``unsure_below``.

        Raises:
            ModelError: The model was not measured for this risk or a lower one.
        """
        known: dict[str, float] = self.manifest.get("data", {}).get("risks", {})
        within = [name for name in known if float(name) <= risk]
        if not within:
            raise ModelError(
                f"no threshold for a risk of {risk:g}",
                expected=(
                    f"at least the lowest of {', '.join(known)}"
                    if known
                    else "a model that was trained with development documents"
                ),
                remedy="give a higher risk, or a probability with --unsure-below",
            )
        return known[max(within, key=float)]

    def explain(self, sentence: Sentence, *, unsure_below: float | None = None) -> Explanation:
        """Label a sentence by itself and say which terms did it.

        Args:
            sentence: A sentence.
            unsure_below: As for :meth:`predict_sentences`.

        Returns:
            The prediction with contributions that sum to its scores.

        Raises:
            TypeError: It is no sentence.
        """
        if not isinstance(sentence, Sentence):
            raise TypeError(f"expected a Sentence, got {type(sentence).__name__}; split(text) gives those of a text")
        return _explanation(sentence, self._contributions(sentence), unsure_below)

    def explain_in(self, document: Sequence[Sentence], *, unsure_below: float | None = None) -> list[Explanation]:
        """Label the sentences of a document and say what did it.

        Args:
            document: The sentences of one document.
            unsure_below: As for :meth:`predict_sentences`.

        Returns:
            Predictions as :meth:`predict_sentences` gives them, with contributions that sum to their scores; what the
            other sentences of the document add is one of them.
        """
        alone = [self.explain(sentence, unsure_below=unsure_below) for sentence in document]
        prior = self._prior_of(document)
        if prior is None:
            return alone
        shifts = prior.shifts([item.prediction.probabilities for item in alone])
        added = [Contribution("opinions around it", "document", (0.0, shift, 0.0)) for shift in shifts]
        return [
            _explanation(item.prediction.sentence, [*item.contributions, share], unsure_below)
            for item, share in zip(alone, added, strict=True)
        ]

    def _contributions(self, sentence: Sentence) -> list[Contribution]:
        """The bias and the share of each term of a sentence."""
        reading = read(sentence)
        contributions = [Contribution("bias", "bias", self._table.bias)]
        unit = len(reading.forms) ** -0.5 if reading.forms else 0.0
        names = list(reading.forms)
        if names and self._has_pairs:
            names += map(" ".join, pairs(reading.forms))
        kinds = self._kinds(reading)
        shares: dict[tuple[str, str], Scores] = {}
        for name, kind, found in zip(names, kinds, self._weights(reading), strict=True):
            if found:
                _, opinion, claim = shares.get((name, kind), (0.0, 0.0, 0.0))
                shares[name, kind] = (0.0, opinion + unit * found.real, claim + unit * found.imag)
        for cue in cue_values(reading):
            row = self._table.find(cue)
            if row is not None:
                found = weight(row)
                shares[cue[2:], kind_of(cue)] = (0.0, found.real, found.imag)
        contributions += [Contribution(name, kind, row) for (name, kind), row in shares.items()]
        return contributions

    def _kinds(self, reading: Reading) -> list[str]:
        """What each weight of :meth:`_weights` is."""
        quoted = reading.quoted
        kinds = []
        for form, inside in zip(reading.forms, quoted, strict=True):
            known = self._table.find(f"W:{form}" if inside else f"w:{form}") is not None
            kinds.append(("quoted word" if inside else "word") if known else "characters")
        if quoted and self._has_pairs:
            bounded = (False, *quoted, False)
            kinds += ["quoted pair" if bounded[at] and bounded[at + 1] else "pair" for at in range(len(quoted) + 1)]
        return kinds

    def annotate(self, source: str | Document, *, unsure_below: float | None = None) -> list[Prediction]:
        """Split a text and label its sentences.

        Args:
            source: A text or a document.
            unsure_below: As for :meth:`predict_sentences`.

        Returns:
            A prediction a sentence, with offsets into the text.

        Raises:
            TypeError: The source is neither.
        """
        return list(self.predict_document(split(source), unsure_below=unsure_below))

    def predict(self, texts: Sequence[str | Sentence]) -> list[str]:
        """The label of each sentence, read by itself, as scikit-learn's estimators give it.

        Args:
            texts: Sentences; a single string and a table are refused. For those of a document use
                :meth:`predict_sentences`.

        Returns:
            Labels as strings.

        Raises:
            TypeError: There is one string, a table, or something that is no sentence.
        """
        rows = self._each(texts)
        return [_NAMES[row.index(max(row))] for row in rows]

    def predict_proba(self, texts: Sequence[str | Sentence]) -> NDArray[np.float64]:
        """The probabilities of each sentence, read by itself, as scikit-learn's estimators give them.

        Args:
            texts: Sentences; a single string and a table are refused. For those of a document use
                :meth:`probabilities_in`.

        Returns:
            Float64, shape (n, 3), columns in the order of ``labels``.

        Raises:
            TypeError: There is one string, a table, or something that is no sentence.
        """
        import numpy as np

        rows = self._each(texts)
        return np.fromiter(chain.from_iterable(rows), np.float64).reshape(-1, len(LABELS))

    def _each(self, texts: Sequence[str | Sentence]) -> Iterator[Scores]:
        """The probabilities of sentences, each by itself."""
        sentences = _sentences(texts)
        batches = iter(lambda: list(islice(sentences, SENTENCES)), [])
        return map(softmax, chain.from_iterable(map(self.scores_of_many, batches)))


def _batches(documents: Iterable[Sequence[Sentence]]) -> Iterator[list[Sequence[Sentence]]]:
    """Documents that are taken at once; a long one is taken with what was held already."""
    batch: list[Sequence[Sentence]] = []
    size = characters = 0
    try:
        for number, document in enumerate(documents):
            try:
                characters += sum([len(sentence.text) for sentence in document])
            except (AttributeError, TypeError) as error:
                raise _refusal(document, number) or error from None
            batch.append(document)
            # A document without sentences is held too.
            size += len(document) or 1
            if size >= SENTENCES or characters >= CHARACTERS:
                yield batch
                batch, size, characters = [], 0, 0
    except Exception:
        # What was read before the error is labelled, as one document after the other is. Ctrl-C does not wait for it.
        yield batch
        raise
    yield batch


def softmax(scores: Scores) -> Scores:
    """Probabilities from scores.

    Args:
        scores: One score a label.

    Returns:
        Probabilities that sum to one.
    """
    highest = max(scores)
    fact, opinion, claim = math.exp(scores[0] - highest), math.exp(scores[1] - highest), math.exp(scores[2] - highest)
    total = fact + opinion + claim
    return fact / total, opinion / total, claim / total


def _prediction(sentence: Sentence, probabilities: Scores, unsure_below: float | None) -> Prediction:
    highest = max(probabilities)
    if unsure_below is None:
        unsure = False
    elif 0 <= unsure_below <= 1:
        unsure = highest < unsure_below
    else:
        raise ValueError(f"unsure_below is {unsure_below!r}; expected a probability from 0 to 1")
    return Prediction(sentence, LABELS[probabilities.index(highest)], probabilities, unsure)


def _explanation(sentence: Sentence, contributions: Sequence[Contribution], unsure_below: float | None) -> Explanation:
    fact, opinion, claim = (math.fsum(column) for column in zip(*(item.scores for item in contributions), strict=True))
    scores = (fact, opinion, claim)
    return Explanation(_prediction(sentence, softmax(scores), unsure_below), scores, tuple(contributions))


def _refusal(document: object, number: int | None = None) -> TypeError | None:
    """What to say of something that is not the sentences of a document; nothing where it is."""
    place = "" if number is None else f" at position {number}"
    if isinstance(document, str | Document) or not isinstance(document, Iterable):
        return TypeError(
            f"expected the sentences of a document, got {type(document).__name__}{place}; "
            "split(document) gives those of a text or a Document"
        )
    for at, sentence in enumerate(document):
        if not isinstance(sentence, Sentence):
            of = "" if number is None else f" of document {number}"
            return TypeError(f"expected sentences (Sentence), got {type(sentence).__name__} at position {at}{of}")
    return None


def _sentences(texts: Sequence[str | Sentence]) -> Iterator[Sentence]:
    if isinstance(texts, str):
        raise TypeError("expected a list of sentences, got one string; use annotate(text) to split a text")
    if not isinstance(texts, Iterable):
        raise TypeError(f"expected a list of sentences, got {type(texts).__name__}")
    # Both give the names of their columns as if these were sentences.
    if isinstance(texts, Mapping) or hasattr(texts, "columns"):
        raise TypeError(f"expected a list of sentences, got {type(texts).__name__}; pass one column")
    for number, text in enumerate(texts):
        if isinstance(text, str):
            yield Sentence.bare(text, number=number)
        elif isinstance(text, Sentence):
            yield text
        else:
            raise TypeError(
                f"expected sentences as str or Sentence, got {type(text).__name__} at position {number}; "
                "leave out missing values and decode bytes"
            )
