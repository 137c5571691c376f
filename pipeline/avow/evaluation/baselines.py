"""What the model is measured against: rules that cost nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from avow.records import GoldSentence, Label

_CLAIM_WORDS = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|accept(?:s|ed|ing)?|tak(?:e|es|ing)|took|admit(?:s|ted|ting)?|assum(?:e|es|ed|ing)) "
    r"(?:\w+ ){0,3}(?:responsibility|credit)\b|\bresponsibility (?:\w+ ){0,4}(?:was|were|been) claimed\b"
    r"|\bclaimed by\b|\bclaim of responsibility\b|\badmit(?:s|ted)? (?:to )?(?:\w+ ){0,2}(?:killing|bombing|attack)",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:no(?:body| one|ne)?|neither|not|never|yet to|has not|have not|did not|without|"
    r"den(?:y|ies|ied|ying))\b|n't\b|n’t\b",
    re.IGNORECASE,
)
_THRESHOLD = 0.5

Rule = Callable[[Sequence[GoldSentence]], list[Label]]


def majority(label: Label) -> Rule:
    """Always the label that was most frequent in training.

    Args:
        label: That label.

    Returns:
        The rule.
    """
    return lambda gold: [label] * len(gold)


def keyword_rule(gold: Sequence[GoldSentence]) -> list[Label]:
    """A claim where a phrase such as "claimed responsibility" occurs, a fact otherwise.

    Args:
        gold: Sentences.

    Returns:
        A label a sentence.
    """
    return [Label.CLAIM if _CLAIM_WORDS.search(item.sentence.text) else Label.FACT for item in gold]


def keyword_rule_without_negation(gold: Sequence[GoldSentence]) -> list[Label]:
    """The keyword rule, but no claim where a word of negation stands in the sentence.

    Args:
        gold: Sentences.

    Returns:
        A label a sentence.
    """
    found = keyword_rule(gold)
    return [
        Label.FACT if label is Label.CLAIM and _NEGATION.search(item.sentence.text) else label
        for label, item in zip(found, gold, strict=True)
    ]


def textblob_rule(gold: Sequence[GoldSentence]) -> list[Label]:
    """An opinion where TextBlob's subjectivity is at least one half, a fact otherwise.

    Args:
        gold: Sentences.

    Returns:
        A label a sentence.

    Raises:
        ImportError: TextBlob is not installed.
    """
    from textblob import TextBlob

    return [
        Label.OPINION if TextBlob(item.sentence.text).sentiment.subjectivity >= _THRESHOLD else Label.FACT
        for item in gold
    ]


def rules(majority_label: Label) -> Mapping[str, Rule]:
    """All baselines by name.

    Args:
        majority_label: The label that was most frequent in training.

    Returns:
        Rules in the order of a table.
    """
    return {
        f"majority ({majority_label})": majority(majority_label),
        "keyword rule": keyword_rule,
        "keyword rule, negation filtered": keyword_rule_without_negation,
        "TextBlob subjectivity": textblob_rule,
    }
