"""Accusations: who is blamed for an act, by somebody's word, before a court, by what is done about it."""

from avow.cues.accounts.blame.blaming import accusations, unaccused

__all__ = ["accusations", "unaccused"]
