"""The command line: the only part that prints and exits."""

from __future__ import annotations

import errno
import gc
import io
import os
import signal
import sys
from typing import Any

from avow.cli.quick import plain_prediction
from avow.errors import AvowError, OutputError

__all__ = ["main"]


_UNWRITTEN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


class _Interrupted(BaseException):
    """Ctrl-C, told apart from the interrupt that the command-line library would swallow."""


def _interrupt(number: int, frame: object) -> None:
    raise _Interrupted


class _Terminated(BaseException):
    """The signal by which schedulers and ``timeout`` end a process, so that half-written files are taken away."""


def _once_more(swallowed: sys.UnraisableHookArgs) -> None:
    # A signal that comes while an import is tidied up, or an object taken away, is dropped by Python: it is sent again.
    number = {_Interrupted: signal.SIGINT, _Terminated: signal.SIGTERM}.get(swallowed.exc_type)
    if number is None:
        sys.__unraisablehook__(swallowed)
        return
    from threading import Timer

    # Not from here, where it would be dropped once more.
    Timer(0.05, os.kill, (os.getpid(), number)).start()


class _Nowhere(io.RawIOBase):
    """Standard error where the process was started without one: nobody hears it."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        return len(data)


class _Closed(_Nowhere):
    """Standard output where the process was started without one: a failure as soon as something is to be written."""

    def write(self, data: Any) -> int:
        raise OutputError(
            "closed",
            where="standard output",
            expected="a place for results",
            remedy="redirect it, if only to /dev/null",
        )


def _ensure_streams() -> None:
    # Python has None for a stream that is closed: what is printed to it is lost, or goes to the other one.
    if sys.stderr is None:
        sys.stderr = io.TextIOWrapper(_Nowhere(), write_through=True)
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(_Closed(), write_through=True)


def main() -> None:
    """Run a command; a foreseen failure is one message and an exit code."""
    _ensure_streams()
    signal.signal(signal.SIGINT, _interrupt)
    own = os.getpid()

    def terminate(number: int, frame: object) -> None:
        if os.getpid() == own:
            raise _Terminated
        # A worker that was forked has nothing to tell.
        os._exit(128 + number)

    signal.signal(signal.SIGTERM, terminate)
    sys.unraisablehook = _once_more
    # Looking through what imports make costs a tenth of the time to the first answer and frees nothing.
    gc.set_threshold(200_000, 20, 20)
    try:
        _run(sys.argv[1:])
    except AvowError as error:
        from avow.cli.speech import say, verbose

        if verbose():
            raise
        say(f"avow: {error}")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone, as in `avow predict ... | head`.
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        from avow.cli.speech import say, verbose

        if verbose():
            raise
        # What has no name is standard output where something could not be written.
        where = error.filename or ("standard output" if error.errno in _UNWRITTEN else "the system")
        say(f"avow: {where}: cannot be used ({(error.strerror or str(error)).lower()})")
        # What could not be written is tried again when the process ends, and would be told again.
        sys.stderr.close()
        sys.exit(1)
    except (KeyboardInterrupt, _Interrupted, _Terminated) as stopped:
        resumable = sys.argv[1:2] == ["score"]
        left = "the same command goes on" if resumable else "files being written were left as they were"
        terminated = isinstance(stopped, _Terminated)
        print(f"avow: {'terminated' if terminated else 'interrupted'}; {left}", file=sys.stderr)
        sys.exit(143 if terminated else 130)
    except MemoryError:
        print("avow: out of memory; give smaller inputs, or --lines for one sentence a line", file=sys.stderr)
        sys.exit(1)
    finally:
        # The same holds at the end, when the operating system takes everything back.
        gc.freeze()


def _run(arguments: list[str]) -> None:
    quick = plain_prediction(arguments)
    if quick is not None:
        from avow.cli.labelling import label

        label(**quick)
        return
    from avow.cli.app import application
    from avow.cli.speech import start_logging

    start_logging()
    application(arguments)()
