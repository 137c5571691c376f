"""``avow corpus``: check, stats, list."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from avow.cli.options import Verbose, say

app = typer.Typer(
    help="Check and count labelled corpora.", rich_markup_mode=None, no_args_is_help=True, add_completion=False
)
Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Corpus files, or folders of them.")]


@app.command()
def check(paths: Paths, verbosity: Verbose = 0) -> None:
    """List every violation of the corpus format with file and line."""
    from avow.corpus import check_corpus

    violations = check_corpus(paths)
    for violation in violations:
        print(violation)
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


@app.command("list")
def registered() -> None:
    """List the public corpora that avow can read from where you keep them."""
    from avow.corpus import REGISTRY

    for item in REGISTRY:
        print(f"{item.adapter}:PATH  {item.name}\n    {item.home}\n    {item.licence}; {item.note}")
