"""Options that the inputs cannot follow, or that do nothing for any of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from avow.documents import Reader
from avow.documents.columns import no_columns
from avow.documents.formats import TABLES
from avow.errors import InputError, UsageError
from avow.scoring.job import Job, Source


def refuse(job: Job, files: Sequence[Source], inputs: Sequence[str | Path]) -> None:
    """Refuse options that an input cannot follow which was named, or that change nothing, before anything is written.

    Args:
        job: How inputs are scored.
        files: The inputs.
        inputs: What they were named by: files, folders, globs.

    Raises:
        InputError: A column is named and the input is no table, or it is a web archive and lines or an encoding are.
        UsageError: No input is of a kind that the option is for.
    """
    forms = {file.form for file in files}
    if not job.english and "warc" not in forms:
        raise UsageError("--any-language without a web archive", remedy="leave it out")
    if job.quoting is not None and not forms & {"csv", "tsv"}:
        raise UsageError("--no-quoting without CSV or TSV", remedy="leave it out, or add --input-format csv")
    reader = Reader(text=job.text, identifier=job.identifier, date=job.date)
    if reader.has_columns and (prose := _odd(files, inputs, [file for file in files if file.form not in TABLES])):
        raise no_columns(reader.named, prose.path, prose.form)
    archive = _odd(files, inputs, [file for file in files if file.form == "warc"])
    if archive is not None:
        refuse_archive(job, archive.path)


def _odd(files: Sequence[Source], inputs: Sequence[str | Path], odd: Sequence[Source]) -> Source | None:
    """The first file that cannot follow, of those that were named, or of all where no other file can."""
    named = {str(Path(item)) for item in inputs}
    return next((file for file in odd if len(odd) == len(files) or file.path in named), None)


def refuse_archive(job: Job, where: str) -> None:
    """Refuse options that a web archive cannot follow.

    Args:
        job: How inputs are scored.
        where: The archive.

    Raises:
        InputError: Its lines are to be sentences, or an encoding is named.
    """
    if job.lines:
        raise InputError(
            "a web archive has no lines of one sentence",
            where=where,
            expected="plain text or a table with --lines",
            remedy="leave out --lines",
        )
    if job.encoding is not None:
        raise InputError(
            "a web archive has no encoding of its own",
            where=where,
            expected="plain text, a page or a table with --encoding",
            remedy="leave out --encoding: each page tells its own",
            reason="encoding",
        )
