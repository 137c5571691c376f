"""Suspicions: who is believed, sought, held or only seems to have done it."""

from avow.cues.accounts.suspicion.suspecting import suspicions, unsuspected

__all__ = ["suspicions", "unsuspected"]
