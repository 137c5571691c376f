"""The register of claims: who avows, denies or is blamed, for what, by which channel, on what evidence."""

from __future__ import annotations

from avow.claims.register import Register, claims, open_register
from avow.claims.run import Registered, Settings, register_documents
from avow.claims.writers import WRITERS, to_rows

__all__ = ["WRITERS", "Register", "Registered", "Settings", "claims", "open_register", "register_documents", "to_rows"]
