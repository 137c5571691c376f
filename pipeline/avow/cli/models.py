"""``avow models``: describe and verify."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avow.cli.options import Verbose, default_model, say
from avow.errors import counted, visible

if TYPE_CHECKING:
    from avow.models import Description

app = typer.Typer(
    help="Look at model folders; nothing in them is executed.",
    rich_markup_mode=None,
    no_args_is_help=True,
    add_completion=False,
)
Folder = Annotated[Path | None, typer.Argument(metavar="FOLDER", help="Model folder [default: as for predict].")]


@app.command()
def describe(folder: Folder = None, verbosity: Verbose = 0) -> None:
    """Say what a model is, what made it and how it scored."""
    from avow.models import describe as look

    found = look(folder or default_model())
    _print(found)
    for fault in found.faults:
        say(f"note: {fault}")


@app.command()
def verify(folder: Folder = None, verbosity: Verbose = 0) -> None:
    """Check every file of a model against its manifest."""
    from avow.models import verify as look

    found = look(folder or default_model())
    for fault in found.faults:
        print(visible(fault))
    for name in found.strangers:
        say(f"note: {name} is not a file of a model")
    if found.faults:
        raise typer.Exit(1)
    if "digest" in found.manifest:
        print(f"{found.folder}: whole and unchanged")
    else:
        print(f"{found.folder}: files whole and unchanged; its manifest carries no digest, so that it may be another")


def _print(found: Description) -> None:
    from avow.models.light import is_light, kinds_of

    manifest = found.manifest
    print(f"{found.folder}: format {manifest['format']}, {manifest['terms']} terms")
    kinds = kinds_of(manifest)
    print(f"features: {', '.join(kinds)}{' (a light model)' if is_light(kinds) else ''}")
    print("made with " + ", ".join(f"{name} {version}" for name, version in manifest["versions"].items()))
    for name in ("training", "development"):
        if name in manifest["data"]:
            part = manifest["data"][name]
            labels = ", ".join(f"{count} {label}" for label, count in part["labels"].items())
            documents, sentences = (counted(part[f"{noun}s"], noun, "") for noun in ("document", "sentence"))
            print(f"{name}: {documents}, {sentences} ({labels})")
    scores = ", ".join(f"{name} {value:.3f}" for name, value in manifest["scores"].items())
    print(f"development scores: {scores or 'none, for want of development documents'}")
    risks = ", ".join(f"{risk} from {value:.3f}" for risk, value in manifest["data"].get("risks", {}).items())
    if risks:
        print(f"probabilities by risk: {risks}")
    for name, size in found.files.items():
        print(f"  {name:20} {size:>12,} bytes")
