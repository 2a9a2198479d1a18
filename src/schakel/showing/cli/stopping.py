"""Ctrl-C: what it says, its exit code, and how it waits for what is being loaded."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

STOPPED = 130  # what shells say of a program that Ctrl-C ended


@contextmanager
def undisturbed() -> Iterator[None]:
    """While it is open Ctrl-C waits, a second or two: for loading.

    Libraries written in C++ that are interrupted while they load abort, with pages of their innards.
    """
    if not _ctrl_c_interrupts():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            raise KeyboardInterrupt


def say_stopped() -> NoReturn:
    """Says on standard error that it was stopped, and ends the program."""
    if sys.stderr is not None:
        sys.stderr.write("Stopped.\nWhat was finished is kept.\nType the same command again to go on.\n")
    sys.exit(STOPPED)


def _ctrl_c_interrupts() -> bool:
    """Not in a thread, nor where whoever started the program (nohup) or what it runs in wants it otherwise."""
    here = threading.current_thread() is threading.main_thread()
    return here and signal.getsignal(signal.SIGINT) is signal.default_int_handler
