"""Runs commands of avow in forks of one process that has imported what they need, which is most of a command's time.

Each fork is a process of its own, in which no command has run before. How commands start is tested where that is held,
by processes that start from nothing.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import NoReturn

LARGEST = 1 << 17
"""Bytes of a request."""
BESIDE = (
    "dateutil.parser",
    "jinja2",
    "joblib",
    "matplotlib.figure",
    "pandas",
    "pyarrow.parquet",
    "sklearn.linear_model",
    "trafilatura",
)
"""What commands import from elsewhere at a late moment."""


class Server:
    """The process that forks, as those that ask it see it."""

    def __init__(self) -> None:
        self._connection, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())], pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL
            )

    def run(
        self, arguments: Sequence[str], *, cwd: Path, stdin: bytes, env: Mapping[str, str]
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command to its end."""
        request = json.dumps({"arguments": arguments, "cwd": str(cwd), "env": dict(env)}).encode()
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            socket.send_fds(self._connection, [request], [file.fileno() for file in (given, out, err)])
            code = int(self._connection.recv(LARGEST))
            for file in (out, err):
                file.seek(0)
            return subprocess.CompletedProcess(arguments, code, out.read(), err.read())

    def close(self) -> None:
        """End the process."""
        self._connection.close()
        self._process.wait()


@cache
def server() -> Server:
    """The one server of this process; whoever starts it closes it."""
    return Server()


def run(
    arguments: Sequence[str], *, cwd: Path, stdin: bytes, env: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a fork; from nothing where systems do not fork well."""
    if sys.platform == "linux":
        return server().run(arguments, cwd=cwd, stdin=stdin, env=env)
    return from_nothing(arguments, cwd=cwd, stdin=stdin, env=env)


def from_nothing(
    arguments: Sequence[str], *, cwd: Path, stdin: bytes, env: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a shell does."""
    command = [sys.executable, "-m", "avow", *arguments]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False, env=env)


def close() -> None:
    """End the server, if it has been started."""
    if server.cache_info().currsize:
        server().close()
        server.cache_clear()


def imported() -> None:
    """Import all modules of the package and what they need; what is not installed is missing as elsewhere."""
    import avow

    names = [module.name for module in walk_packages(avow.__path__, "avow.")]
    for name in [*names, *BESIDE]:
        if name != "avow.__main__":
            with suppress(ImportError):
                import_module(name)


def wait_for_a_command(connection: socket.socket) -> list[str]:
    """Fork at each request; only forks return, with the arguments, streams, folder and environment asked for."""
    while True:
        message, descriptors, *_ = socket.recv_fds(connection, LARGEST, 3)
        if not message:
            sys.exit()
        if os.fork() == 0:
            break
        for descriptor in descriptors:
            os.close(descriptor)
        connection.send(b"%d" % os.waitstatus_to_exitcode(os.wait()[1]))
    connection.close()
    for stream, descriptor in enumerate(descriptors):
        os.dup2(descriptor, stream)
        os.close(descriptor)
    request = json.loads(message)
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    sys.path[:0] = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    return [str(argument) for argument in request["arguments"]]


def run_to_the_end(command: Callable[[], None]) -> NoReturn:
    """End as Python does, but for taking apart all modules, which takes longer than most commands."""
    code: object = 1
    try:
        command()
        code = 0
    except SystemExit as ended:
        code = ended.code or 0
    except BaseException:
        traceback.print_exc()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if not stream.closed:
            stream.flush()
    os._exit(code if isinstance(code, int) else 1)


if __name__ == "__main__":
    imported()
    # What was imported is never looked through for garbage, nor copied for it.
    gc.collect()
    gc.freeze()
    sys.argv = ["avow", *wait_for_a_command(socket.socket(fileno=int(sys.argv[1])))]
    from avow.cli import main

    run_to_the_end(main)
