"""The commands, built with the command-line library; only the module of the command that is called is imported."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from avow.cli.options import Verbose

COMMANDS = {
    "predict": "prediction",
    "claims": "claims",
    "series": "claims",
    "score": "scoring",
    "read": "prediction",
    "sentences": "stages",
    "labels": "stages",
    "train": "stages",
    "tune": "stages",
    "balance": "balance",
    "transfer": "study",
    "ablate": "study",
    "curve": "study",
    "evaluate": "evaluation",
    "report": "report",
    "behave": "behaviour",
}
GROUPS = {"corpus": "corpus", "models": "models", "gate": "gate", "bench": "benchmarks"}


def application(arguments: Sequence[str]) -> typer.Typer:
    """The command line for some arguments.

    Args:
        arguments: What the user typed. Where it begins with the name of a command, that one is enough; for help and
            for mistakes all are there.

    Returns:
        The command line.
    """
    app = typer.Typer(
        name="avow",
        help="Label the sentences of news text as fact, opinion or claim of responsibility.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    called = arguments[0] if arguments and arguments[0] in {*COMMANDS, *GROUPS} else None
    for name, module in COMMANDS.items():
        if called in {None, name}:
            app.command(name)(getattr(import_module(f"avow.cli.{module}"), name))
    for name, module in GROUPS.items():
        if called in {None, name}:
            app.add_typer(import_module(f"avow.cli.{module}").app, name=name)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from avow.compiled import version

        print(version())
        raise typer.Exit


def _root(
    verbosity: Verbose = 0,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Label the sentences of news text as fact, opinion or claim of responsibility."""
