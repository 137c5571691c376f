"""What is known of the public corpora that the adapters read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Registered:
    """What is known of a public corpus.

    Attributes:
        name: Its name.
        home: Where it comes from.
        licence: Under which terms.
        adapter: Prefix that reads it, as in ``checkthat:PATH``.
        note: What its labels mean here.
    """

    name: str
    home: str
    licence: str
    adapter: str
    note: str


REGISTRY: tuple[Registered, ...] = (
    Registered(
        "CheckThat! Lab Task 1 (subjectivity), English",
        "https://gitlab.com/checkthat_lab/clef2025-checkthat-lab",
        "CC BY-NC-SA 4.0",
        "checkthat",
        "SUBJ is opinion, OBJ is fact; claims count as fact",
    ),
    Registered(
        "BABE, study group 1",
        "https://github.com/Media-Bias-Group/Neural-Media-Bias-Detection-Using-Distant-Supervision-With-BABE",
        "AGPL-3.0 (repository)",
        "babe",
        "entirely factual is fact, writer's opinion is opinion, the rest is left out; groups are outlets",
    ),
    Registered(
        "MUC-3/4 development documents",
        "https://github.com/dstl/muc3",
        "CC0",
        "muc",
        "a document's key says whether it holds a claim of responsibility; scored by document",
    ),
    Registered(
        "MUC-3/4 development documents, sentences labelled by us",
        "https://github.com/dstl/muc3",
        "CC0",
        "real",
        "LABELS is development or test (seeds/real), without text; FOLDER holds muc-dev/documents.jsonl.gz",
    ),
    Registered(
        "Wikipedia's Current events portal 2002-2025, sentences labelled by us",
        "https://github.com/ianrastall/current-events-context",
        "CC BY-SA 4.0 (text of Wikipedia)",
        "real",
        "LABELS is development or test (seeds/real), without text; FOLDER holds current-events.jsonl.gz",
    ),
)
