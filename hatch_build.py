"""Compiles the modules that labelling and splitting spend their time in, for a wheel of one's own machine.

Without the environment variable ``AVOW_COMPILE`` the wheel holds Python alone and this does nothing. With it mypyc
makes extension modules of the very same files, which stay in the wheel beside them. An editable installation is never
compiled: the extension modules would hide later changes of the files.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = Path(__file__).parent / "pipeline"
MODULES = (
    "cues/avowal",
    "cues/grammar",
    "cues/lexicon",
    "cues/phrases",
    "cues/reading",
    "cues/stance",
    "cues/statements/acts",
    "cues/statements/avowing",
    "cues/statements/find",
    "cues/statements/records",
    "cues/statements/showing",
    "cues/statements/taking",
    "cues/statements/telling",
    "cues/tags",
    "memo",
    "models/inputs",
    "models/light",
    "models/model",
    "models/scoring",
    "models/table",
    "models/words",
    "prior",
    "sentences/boundaries",
    "sentences/paragraphs",
    "sentences/quotations",
    "sentences/split",
    "terms",
)
_SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

folder, *files = sys.argv[1:]
options = ["--config-file=", f"--cache-dir={folder}/cache", "--ignore-missing-imports", "--follow-imports=silent"]
extensions = mypycify([*options, *files], opt_level="3", debug_level="0", group_name="avow", target_dir=folder)
setup(name="avow", packages=[], ext_modules=extensions, script_args=["-q", "build_ext", "-b", folder, "-t", folder])
"""


class Compiling(BuildHookInterface):
    """The hook; hatchling finds it by the name of this file."""

    def dependencies(self) -> list[str]:
        """What building needs beside hatchling."""
        return ["mypy[mypyc]>=1.14", "setuptools>=75"] if _wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder and put what comes of it into the wheel."""
        if not _wanted() or self.target_name != "wheel" or version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        files = [f"avow/{name}.py" for name in MODULES]
        subprocess.run([sys.executable, "-c", _SETUP, str(folder), *files], cwd=PACKAGE, check=True)
        for path in folder.glob("**/*"):
            if path.suffix in {".so", ".pyd"}:
                build_data["force_include"][str(path)] = path.relative_to(folder).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def _wanted() -> bool:
    return os.environ.get("AVOW_COMPILE", "0") not in {"", "0"}
