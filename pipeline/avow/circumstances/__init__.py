"""Fit what tells the circumstances of claims: their channel, whether the text doubts them, and the kind of act.

Sentences that annotators call claims are read as the register reads them, so that claimants, acts and earlier channels
are those that it would find. Multinomial regressions over channels and kinds, and one of doubts against none, see the
terms of :mod:`avow.claims.circumstances` and :mod:`avow.claims.kinds`, among them what the rules answer.
"""

from __future__ import annotations

from avow.circumstances.channels import fit_circumstances
from avow.circumstances.heard import HeardClaim, claims_of, scorer
from avow.circumstances.kinds import fit_kinds

__all__ = [
    "HeardClaim",
    "claims_of",
    "fit_circumstances",
    "fit_kinds",
    "scorer",
]
