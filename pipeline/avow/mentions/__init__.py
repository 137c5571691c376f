"""Noun phrases that may name an actor, and what tells which of them speaks, is accused, or is meant by a pronoun."""

from __future__ import annotations

from avow.mentions.antecedents import antecedent_features, needs_antecedent
from avow.mentions.heads import head_word
from avow.mentions.parties import Parties, find_parties
from avow.mentions.phrases import mentions
from avow.mentions.places import Place
from avow.mentions.resolving import Scorer
from avow.mentions.roles import role_features, trigger
from avow.mentions.runs import Mention
from avow.mentions.same import is_acronym, same_party
from avow.mentions.written import shouted

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
