"""The work of ``avow predict``, which does not need the command-line library."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, TypeVar

from avow.cli.speech import default_model, results, say
from avow.errors import InputError, UsageError, counted

if TYPE_CHECKING:
    from avow.documents import Reader, RejectLog
    from avow.prediction import Annotated
    from avow.records import Document

Item = TypeVar("Item")
FORMATS = ("table", "jsonl", "csv", "parquet", "html", "text")
_EXPLAINED = ("table", "jsonl", "html", "text")
_FURNISHED = ("table", "html")


def label(
    sources: Sequence[str],
    *,
    model: Path | None = None,
    form: str | None = None,
    output: Path | None = None,
    explain: bool = False,
    unsure_below: float | None = None,
    risk: float | None = None,
    lines: bool = False,
    furniture: bool = False,
    text: str | None = None,
    identifier: str | None = None,
    date: str | None = None,
    input_format: str | None = None,
    encoding: str | None = None,
    no_quoting: bool = False,
    longest: float | None = None,
    rejects: Path | None = None,
    spreadsheet: bool = False,
    overwrite: bool = False,
) -> None:
    """Label every sentence of the sources; the arguments are the options of ``avow predict``."""
    from avow.models import load
    from avow.prediction.run import predict_documents

    output = file_of(output)
    # First, since the name of a folder tells no format.
    targets = Targets.checked(sources, output, rejects, overwrite=overwrite)
    chosen = output_format(form, output, FORMATS)
    _ensure_shown(chosen, explain, furniture)
    ensure_csv(chosen, spreadsheet)
    if risk is not None and unsure_below is not None:
        raise UsageError("--risk and --unsure-below both say what is unsure", remedy="give one of them")
    loaded = load(model or default_model())
    if risk is not None:
        unsure_below = loaded.threshold(risk)
    reader, log = reading(
        sources, text, identifier, input_format, encoding, no_quoting, lines, targets, date=date, longest=longest
    )
    documents = reader.read_all(sources)
    if output is not None or chosen != "table":
        documents = progress(documents)
    piped = any(map(_is_stream, sources))
    annotated = predict_documents(
        loaded,
        documents,
        unsure_below=unsure_below,
        lines=lines,
        explain=explain or chosen == "html",
        many=not piped,
    )
    if piped and output is None:
        annotated = _shown(annotated)
    _write(some_read(annotated, log, targets), chosen, output, furniture, spreadsheet)
    tell_rejects(log, targets)


def _is_stream(source: str) -> bool:
    """Whether a source is no file, folder or pattern: what is piped in may be waited for."""
    here = os.path
    # Those of Path raise where a name is too long.
    return source == "-" or (here.exists(source) and not here.isfile(source) and not here.isdir(source))


def file_of(output: Path | None) -> Path | None:
    """The file that an output is.

    Args:
        output: What the user named.

    Returns:
        It; ``None`` for standard output, which is what ``-`` names, as standard input among sources.
    """
    return None if output == Path("-") else output


def _shown(annotated: Iterator[Annotated]) -> Iterator[Annotated]:
    """Documents on their way to standard output, each of which is there before the next one is waited for."""
    for item in annotated:
        yield item
        sys.stdout.flush()


class Targets(NamedTuple):
    """What a command writes.

    Attributes:
        output: The output, ``None`` for the terminal.
        rejects: Where unreadable inputs are listed, ``None`` where they are only said.
    """

    output: Path | None
    rejects: Path | None

    @classmethod
    def checked(cls, sources: Sequence[str], output: Path | None, rejects: Path | None, *, overwrite: bool) -> Targets:
        """The targets, before any work is done.

        Args:
            sources: What is to be read.
            output: What the user named as output.
            rejects: What the user named for unreadable inputs; beside the output otherwise.
            overwrite: Whether existing ones may be replaced.

        Returns:
            Them.

        Raises:
            OutputError: A target exists and may not be replaced, is also a source, or both are one file.
        """
        from avow.storage import ensure_new

        if rejects is None and output is not None:
            rejects = Path(f"{output}.rejects.jsonl")
        found = cls(output, rejects)
        ensure_new(found, sources, overwrite=overwrite)
        return found

    @property
    def files(self) -> frozenset[Path]:
        """The files, with all links resolved."""
        return frozenset(Path(os.path.realpath(target)) for target in filter(None, self))


def reading(
    sources: Sequence[str],
    text: str | None,
    identifier: str | None,
    input_format: str | None,
    encoding: str | None,
    no_quoting: bool,
    lines: bool = False,
    targets: Targets | None = None,
    *,
    date: str | None = None,
    longest: float | None = None,
) -> tuple[Reader, RejectLog]:
    """A reader as the options ask for it, and where it notes what it leaves out: rows, and one of several inputs.

    Args:
        sources: What is to be read.
        text: The column or key of the text.
        identifier: The column or key of the identifier.
        input_format: The format, ``None`` to tell it from the content.
        encoding: The encoding, likewise.
        no_quoting: Whether quotation marks in tables are text.
        lines: Whether a line is a sentence.
        targets: What is written, which folders and globs do not stand for.
        date: The column or key of the date.
        longest: Most megabytes of a document; as many as documents may have by themselves where ``None``.

    Returns:
        The reader and its log.

    Raises:
        UsageError: The format is unknown.
    """
    from avow.documents import Reader, RejectLog, check_format
    from avow.documents.rejects import most_bytes

    log = RejectLog()
    reader = Reader(
        text=text,
        identifier=identifier,
        date=date,
        form=check_format(input_format),
        encoding=encoding,
        lines=lines,
        quoting=False if no_quoting else None,
        reject=log,
        longest=most_bytes(longest),
        single=not many(sources),
        without=targets.files if targets is not None else frozenset(),
    )
    return reader, log


def many(sources: Sequence[str]) -> bool:
    """Whether there are several inputs, so that one that cannot be read does not stop the others.

    Args:
        sources: What the user named.

    Returns:
        True for more than one source, a folder or a glob.
    """
    if len(sources) > 1 or any(mark in sources[0] for mark in "*?["):
        return True
    return os.path.isdir(sources[0])  # noqa: PTH112 - Path.is_dir raises where a name is too long


def output_format(form: str | None, output: Path | None, known: Sequence[str]) -> str:
    """The format of the output, as the user names it or by the name of its file.

    Args:
        form: What the user named, ``None`` for nothing.
        output: The output, ``None`` for the terminal.
        known: The formats there are, first the one that is written where nothing tells it.

    Returns:
        One of them.

    Raises:
        UsageError: The format is unknown, cannot be told from the name of the file, or is not for a terminal.
    """
    if form is None and output is not None:
        suffix = output.suffix.lstrip(".").lower()
        form = {"htm": "html", "txt": "text", "pq": "parquet", "ndjson": "jsonl"}.get(suffix, suffix)
        if form not in known:
            raise UsageError(f"cannot tell the format from {output.name}", remedy="add --format")
    form = form or known[0]
    if form not in known:
        raise UsageError(f"unknown format {form!r}", expected=f"one of {', '.join(known)}")
    if form == "parquet" and output is None and sys.stdout.isatty():
        raise UsageError("Parquet is not for a terminal", remedy="add --output FILE")
    return form


def _ensure_shown(form: str, explain: bool, furniture: bool) -> None:
    if explain and form not in _EXPLAINED:
        raise UsageError(f"--explain adds nothing to {form}", expected=f"the format {' or '.join(_EXPLAINED)}")
    if furniture and form not in _FURNISHED:
        raise UsageError(
            f"--furniture adds nothing to {form}",
            expected=f"the format {' or '.join(_FURNISHED)}",
            remedy="avow read lists furniture as JSON Lines",
        )


def ensure_csv(form: str, spreadsheet: bool) -> None:
    """Refuse ``--spreadsheet`` where it would change nothing.

    Args:
        form: The output format.
        spreadsheet: Whether it was given.

    Raises:
        UsageError: The format is not CSV.
    """
    if spreadsheet and form != "csv":
        raise UsageError(
            f"--spreadsheet adds nothing to {form}",
            expected="the format csv",
            remedy="leave it out, or write to a file ending in .csv",
        )


def _write(annotated: Iterator[Annotated], form: str, output: Path | None, furniture: bool, spreadsheet: bool) -> None:
    if form == "table":
        _print_tables(annotated, output, furniture)
        return
    write: Callable[[IO[bytes], Iterable[Annotated]], None]
    if form == "html":
        from avow.report import write_annotated

        write = write_annotated
    else:
        from functools import partial

        from avow.prediction.writers import WRITERS, write_csv

        write = partial(write_csv, spreadsheet=True) if spreadsheet else WRITERS[form]
    if output is None:
        write(results(), annotated)
        sys.stdout.flush()
        return
    from avow.storage import atomic_writer

    with atomic_writer(output) as stream:
        write(stream, annotated)
    say(f"wrote {output}")


def _print_tables(annotated: Iterable[Annotated], output: Path | None, furniture: bool) -> None:
    import io

    from rich.console import Console

    from avow.prediction.terminal import table
    from avow.storage import write_text

    buffer = io.StringIO()
    if output is None and isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that lacks a character shows its number.
        sys.stdout.reconfigure(errors="backslashreplace")
    console = Console(
        file=buffer if output is not None else None,
        width=100 if output is not None else None,
        highlight=False,
        markup=False,
    )
    for number, item in enumerate(annotated):
        if number:
            console.print()
        console.print(table(item, furniture=furniture))
    if output is not None:
        write_text(output, buffer.getvalue())
        say(f"wrote {output}")


def progress(documents: Iterator[Document]) -> Iterator[Document]:
    """Documents as they come, counted at a terminal.

    Args:
        documents: Documents.

    Yields:
        The same.
    """
    if not sys.stderr.isatty():
        yield from documents
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[rate]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("documents", total=None, rate="")
        for document in documents:
            yield document
            bar.advance(task)
            speed = bar.tasks[0].speed
            if speed:
                bar.update(task, rate=f"{speed:,.0f} a second")


def some_read(items: Iterator[Item], log: RejectLog, targets: Targets) -> Iterator[Item]:
    """See to it that nothing is printed, or put in the place of another output, where nothing could be read.

    Args:
        items: What is written of each document.
        log: What was left out.
        targets: What is written.

    Returns:
        The same, of which the first one has been taken.

    Raises:
        InputError: There is none, and something was left out; where several inputs were, and no output is named, the
            command ends when it has told them.
    """
    first = next(items, None)
    if first is not None:
        return chain([first], items)
    if targets.output is None and (len(log.rejects) > 1 or targets.rejects is not None):
        tell_rejects(log, targets)
    if log.rejects:
        count = len(log.rejects)
        more = f"; {count} inputs are left out ({_by_reason(log)}), no other was read" if count > 1 else ""
        remedy = "nothing was written" if targets.output is not None else ""
        raise InputError(f"{log.rejects[0].detail}{more}", remedy=remedy)
    return items


def _by_reason(log: RejectLog) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in sorted(log.counts.items()))


def tell_rejects(log: RejectLog, targets: Targets) -> None:
    """Say what was left out, by reason, and end with exit code 1; where nothing was, only take an old list away.

    Args:
        log: What was left out.
        targets: Where to list it.
    """
    target = targets.rejects
    if not log.rejects:
        if target is not None and target.is_file():
            target.unlink()
        return
    for reject in log.rejects[:3] if target is not None else log.rejects[:20]:
        say(f"avow: {reject.detail}")
    say(f"avow: {counted(len(log.rejects), 'input')} left out: {_by_reason(log)}")
    if target is not None:
        log.write(target)
        say(f"avow: listed in {target}")
    sys.exit(1)
