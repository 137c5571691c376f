"""What others do with a sentence: peers, each fitted on our own seeds where it learns, nothing downloaded."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from avow.corpus import read_corpus
from avow.errors import MissingExtraError
from avow.records import LABELS, GoldSentence
from avow.storage import write_text

Classify = Callable[[Sequence[str]], object]
_LOG = logging.getLogger("avow")
UNION = "scikit-learn union"


def gold(seeds: Path) -> list[GoldSentence]:
    """The labelled sentences that peers learn from.

    Args:
        seeds: A labelled corpus.

    Returns:
        Its sentences.
    """
    return [item for document in read_corpus([seeds]) for item in document.sentences]


def union(items: Sequence[GoldSentence]) -> Any:
    """The usual way: TF-IDF of words, word pairs and word-bounded character n-grams, each of length one.

    Args:
        items: What to fit on.

    Returns:
        A fitted scikit-learn pipeline.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import FeatureUnion, Pipeline

    parts = [
        ("words", TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)),
        ("characters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True)),
    ]
    model = Pipeline([("features", FeatureUnion(parts)), ("classifier", LogisticRegression(C=5.0, max_iter=1000))])
    return model.fit([item.sentence.text for item in items], [str(item.label) for item in items])


def fasttext(items: Sequence[GoldSentence], folder: Path) -> Classify:
    """FastText's supervised classifier with word pairs and character n-grams.

    Args:
        items: What to fit on.
        folder: Where its training file may stand.

    Returns:
        What labels sentences.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import fasttext as library
    except ImportError as error:
        raise MissingExtraError("fasttext", "bench", "this peer") from error
    path = folder / "fasttext.txt"
    lines = [f"__label__{item.label} {' '.join(item.sentence.text.split())}" for item in items]
    write_text(path, "\n".join(lines) + "\n")
    model: Any = library.train_supervised(
        input=str(path), epoch=10, wordNgrams=2, minn=2, maxn=5, bucket=200_000, thread=1, verbose=0
    )
    return lambda texts: model.predict([" ".join(text.split()) for text in texts])


def spacy(items: Sequence[GoldSentence]) -> Classify:
    """SpaCy's bag-of-words text categoriser on a blank pipeline.

    Args:
        items: What to fit on, for two rounds.

    Returns:
        What labels sentences.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import spacy as library
        from spacy.training import Example
    except ImportError as error:
        raise MissingExtraError("spacy", "bench", "this peer") from error
    pipeline: Any = library.blank("en")
    model = {"@architectures": "spacy.TextCatBOW.v3", "exclusive_classes": True, "ngram_size": 1}
    pipeline.add_pipe("textcat", config={"model": {**model, "no_output_layer": False, "length": 262144}})
    examples = [
        Example.from_dict(
            pipeline.make_doc(item.sentence.text), {"cats": {str(name): name is item.label for name in LABELS}}
        )
        for item in items
    ]
    pipeline.initialize(lambda: examples[:2000])
    dice = random.Random(20)
    for _ in range(2):
        dice.shuffle(examples)
        for start in range(0, len(examples), 256):
            pipeline.update(examples[start : start + 256])
    return lambda texts: [document.cats for document in pipeline.pipe(texts, batch_size=256)]


def textblob(items: Sequence[GoldSentence]) -> Classify:
    """TextBlob's subjectivity, from a lexicon.

    Args:
        items: Not needed.

    Returns:
        What scores sentences.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        from textblob import TextBlob
    except ImportError as error:
        raise MissingExtraError("textblob", "bench", "this peer") from error
    return lambda texts: [TextBlob(text).sentiment for text in texts]


def vader(items: Sequence[GoldSentence]) -> Classify:
    """VADER's polarity, from a lexicon.

    Args:
        items: Not needed.

    Returns:
        What scores sentences.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError as error:
        raise MissingExtraError("vaderSentiment", "bench", "this peer") from error
    score = SentimentIntensityAnalyzer().polarity_scores
    return lambda texts: [score(text) for text in texts]


def classifiers(items: Sequence[GoldSentence], folder: Path) -> Mapping[str, Classify]:
    """All peers that are installed; the others are named in the log with the line that installs them.

    Args:
        items: What to fit on.
        folder: Where files may be made.

    Returns:
        What labels sentences, by name.
    """
    makers: Mapping[str, Callable[[], Classify]] = {
        "fastText": lambda: fasttext(items, folder),
        "spaCy textcat (bag of words)": lambda: spacy(items),
        "VADER": lambda: vader(items),
        "TextBlob": lambda: textblob(items),
    }
    found: dict[str, Classify] = {}
    for name, make in makers.items():
        try:
            found[name] = make()
        except MissingExtraError as error:
            _LOG.warning("%s left out: %s", name, error)
    return found
