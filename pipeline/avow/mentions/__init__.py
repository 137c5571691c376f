"""Noun phrases that may name an actor, and what tells which of them speaks, is accused, or is meant by a pronoun."""

from __future__ import annotations

from avow.mentions.antecedents import Place, antecedent_features, is_acronym, needs_antecedent, same_party
from avow.mentions.parties import Parties, find_parties
from avow.mentions.phrases import Mention, head_word, mentions, shouted
from avow.mentions.resolving import Scorer
from avow.mentions.roles import role_features, trigger

__all__ = [
    "Mention",
    "Parties",
    "Place",
    "Scorer",
    "antecedent_features",
    "find_parties",
    "head_word",
    "is_acronym",
    "mentions",
    "needs_antecedent",
    "role_features",
    "same_party",
    "shouted",
    "trigger",
]
