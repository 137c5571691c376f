"""``python -m avow``."""

from __future__ import annotations

from avow.cli import main

main()
