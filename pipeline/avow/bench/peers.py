"""What others do with a sentence: peers, each fitted on our own seeds where it learns, nothing downloaded."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from avow.bench.corpus import seed_documents
from avow.errors import InputError, MissingExtraError
from avow.models import save
from avow.records import LABELS, GoldSentence
from avow.storage import write_text

Classify = Callable[[Sequence[str]], object]
_LOG = logging.getLogger("avow")
UNION = "scikit-learn union"
LIGHT = "avow, light"
ENCODER = "encoder of DeBERTa-base size, random weights, numpy"
_PIECES = 1.3
"""Word pieces to a word of English news, about."""


def gold(seeds: Path) -> list[GoldSentence]:
    """The labelled sentences that peers learn from.

    Args:
        seeds: A labelled corpus.

    Returns:
        Its sentences.

    Raises:
        InputError: It is not there, breaks the format, or has not two labels to tell apart.
    """
    found = [item for document in seed_documents(seeds) for item in document.sentences]
    if len({item.label for item in found}) < 2:
        raise InputError("nothing to learn from", where=str(seeds), expected="sentences of at least two labels")
    return found


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


def light(items: Sequence[GoldSentence], folder: Path) -> Path:
    """Our own light model.

    Args:
        items: What to fit on; nothing is held out to calibrate on, which costs no time to predict.
        folder: Where it may stand.

    Returns:
        Its folder.
    """
    from avow.params import Parameters
    from avow.training import train

    parameters = Parameters().light()
    training = parameters.training.model_copy(update={"calibration": "none"})
    save(train(items, (), parameters.model_copy(update={"training": training})), folder / "light")
    return folder / "light"


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


def encoder(*, layers: int = 12, width: int = 768, inner: int = 3072, heads: int = 12) -> Classify:
    """A transformer of a size, with random weights: it says nothing of a sentence, only what saying it would cost.

    DeBERTaV3-base has 86 million parameters outside its embeddings (He, Gao and Chen 2023, arXiv:2111.09543); here they
    are the projections of plain attention and the two of each feed-forward layer. Its word pieces are taken to
    be 1.3 times the words. Splitting into pieces, embeddings, relative positions and the head are left out, and nothing
    is padded, so that a real one takes longer.

    Args:
        layers: How many layers.
        width: Numbers a word piece.
        inner: Width within the feed-forward layers.
        heads: Heads of attention, a divisor of ``width``.

    Returns:
        What takes sentences through all layers and gives the mean state of each, shape (n, width).
    """
    import numpy as np
    from threadpoolctl import threadpool_limits

    dice = np.random.default_rng(20)

    def matrix(rows: int, columns: int) -> Any:
        return dice.standard_normal((rows, columns), dtype=np.float32) * np.float32(rows**-0.5)

    shapes = ((width, 3 * width), (width, width), (width, inner), (inner, width))
    blocks = [[matrix(*shape) for shape in shapes] for _ in range(layers)]

    def normal(states: Any) -> Any:
        centred = states - states.mean(axis=1, keepdims=True)
        return centred / np.sqrt((centred * centred).mean(axis=1, keepdims=True) + np.float32(1e-6))

    def attend(joint: Any) -> Any:
        query, key, value = joint.reshape(len(joint), 3, heads, width // heads).transpose(1, 2, 0, 3)
        scores = query @ key.transpose(0, 2, 1) * np.float32((width / heads) ** -0.5)
        shares = np.exp(scores - scores.max(axis=2, keepdims=True))
        shares /= shares.sum(axis=2, keepdims=True)
        return (shares @ value).transpose(1, 0, 2).reshape(len(joint), width)

    def states_of(texts: Sequence[str]) -> Any:
        sizes = [max(1, round(len(text.split()) * _PIECES)) for text in texts]
        ends = np.cumsum(sizes)[:-1]
        states = dice.standard_normal((sum(sizes), width), dtype=np.float32)
        # All word pieces of a batch go through a projection at once; a sentence attends to itself.
        for joint, out, up, down in blocks:
            attended = np.concatenate([attend(part) for part in np.split(states @ joint, ends)])
            states = normal(states + attended @ out)
            hidden = states @ up
            hidden *= 0.5 * (1 + np.tanh(np.float32(0.7978846) * (hidden + np.float32(0.044715) * hidden**3)))
            states = normal(states + hidden @ down)
        return np.stack([part.mean(axis=0) for part in np.split(states, ends)])

    def classify(texts: Sequence[str]) -> Any:
        # One core for everybody, as for the others.
        with threadpool_limits(1):
            return states_of(texts)

    return classify


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
