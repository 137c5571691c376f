"""``avow corpus``: check, stats, list; agreement and join for standoff labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avow.cli.options import Overwrite, Verbose, say
from avow.errors import visible

if TYPE_CHECKING:
    from avow.corpus import StandoffSentence

app = typer.Typer(
    help="Check and count labelled corpora.", rich_markup_mode=None, no_args_is_help=True, add_completion=False
)
Standoff = Annotated[list[Path], typer.Argument(metavar="STANDOFF", help="Standoff labels, JSON Lines.")]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Corpus files, or folders of them.")]


@app.command()
def check(paths: Paths, verbosity: Verbose = 0) -> None:
    """List every violation of the corpus format with file and line."""
    from avow.corpus import check_corpus

    violations = check_corpus(paths)
    for violation in violations:
        print(visible(str(violation)))
    if violations:
        say(f"avow: {len(violations)} violations")
        raise typer.Exit(1)
    print("no violations")


@app.command()
def stats(
    paths: Paths,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, not as Markdown tables.")] = False,
    verbosity: Verbose = 0,
) -> None:
    """Print the tables of a corpus' datasheet."""
    import json

    from avow.corpus import corpus_statistics, read_corpus

    found = corpus_statistics(list(read_corpus(paths)))
    print(json.dumps(found.to_dict(), indent=2) if as_json else found.as_markdown(), end="\n" if as_json else "")


@app.command()
def agreement(
    standoff: Standoff,
    composition: Annotated[
        bool, typer.Option("--composition", help="What the labels are made of instead: files, nets, statuses.")
    ] = False,
    verbosity: Verbose = 0,
) -> None:
    """Print how far the annotators of standoff labels agree: Cohen's kappa by corpus and by status."""
    from avow.corpus import agreement_tables, composition_tables, read_standoff

    alike = len({path.stem for path in standoff}) < len(standoff)
    files: dict[str, list[StandoffSentence]] = {
        str(path) if alike else path.stem: list(read_standoff(path)) for path in standoff
    }
    print(composition_tables(files) if composition else agreement_tables(files), end="")


@app.command()
def join(
    standoff: Annotated[Path, typer.Argument(metavar="STANDOFF", help="Standoff labels, such as seeds/real/*.jsonl.")],
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Holds muc-dev/documents.jsonl.gz, current-events.jsonl.gz, or both."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Labels with their text, JSON Lines.")],
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Join standoff labels with the text of the public corpora that they are about."""
    from avow.corpus import join_standoff, public_files, read_standoff
    from avow.storage import ensure_new, write_jsonl

    ensure_new((output,), [standoff, *public_files(folder)], overwrite=overwrite)
    joined = join_standoff(list(read_standoff(standoff)), folder)
    write_jsonl(output, (item.to_dict() for item in joined.sentences))
    for reason, count in joined.dropped.items():
        say(f"left out: {count} {reason}")
    if joined.unaligned:
        say(f"{joined.unaligned} sentences are not where the splitter finds them")
    say(f"wrote {len(joined.sentences)} sentences to {output}")


@app.command("list")
def registered() -> None:
    """List the public corpora that avow can read from where you keep them."""
    from avow.corpus import REGISTRY

    for item in REGISTRY:
        spec = "real:LABELS@FOLDER" if item.adapter == "real" else f"{item.adapter}:PATH"
        print(f"{spec}  {item.name}\n    {item.home}\n    {item.licence}; {item.note}")
