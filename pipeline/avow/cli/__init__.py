"""The command line: the only part that prints and exits."""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

from avow.cli import benchmarks, claims, corpus, evaluation, gate, models, prediction, stages
from avow.cli.options import Verbose, say, start_logging, verbose
from avow.errors import AvowError

__all__ = ["app", "main"]

app = typer.Typer(
    name="avow",
    help="Label the sentences of news text as fact, opinion or claim of responsibility.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        import avow

        print(avow.__version__)
        raise typer.Exit


@app.callback()
def _root(
    verbosity: Verbose = 0,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Label the sentences of news text as fact, opinion or claim of responsibility."""


app.command("predict")(prediction.predict)
app.command("claims")(claims.claims)
app.command("series")(claims.series)
app.command("read")(prediction.read)
app.command("sentences")(stages.sentences)
app.command("labels")(stages.labels)
app.command("train")(stages.train)
app.command("tune")(stages.tune)
app.command("evaluate")(evaluation.evaluate)
app.command("report")(evaluation.report)
app.add_typer(corpus.app, name="corpus")
app.add_typer(models.app, name="models")
app.add_typer(gate.app, name="gate")
app.add_typer(benchmarks.app, name="bench")


class _Interrupted(BaseException):
    """Ctrl-C, told apart from the interrupt that the command-line library would swallow."""


def _interrupt(number: int, frame: object) -> None:
    raise _Interrupted


def main() -> None:
    """Run a command; a foreseen failure is one message and an exit code."""
    start_logging()
    signal.signal(signal.SIGINT, _interrupt)
    try:
        app()
    except AvowError as error:
        if verbose():
            raise
        say(f"avow: {error}")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone, as in `avow predict ... | head`.
        sys.stderr.close()
        sys.exit(1)
    except (KeyboardInterrupt, _Interrupted):
        say("avow: interrupted; files being written were left as they were")
        sys.exit(130)
    except MemoryError:
        say("avow: out of memory; give smaller inputs, or --lines for one sentence a line")
        sys.exit(1)
