"""Keeps a library from writing to standard output behind Python's back."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silent_libraries() -> Iterator[None]:
    """Whatever compiled code writes to standard output inside this block is lost.

    The HiGHS in SciPy 1.17 prints debug lines from its search, whatever its options say; in an answer that another
    program reads as JSON they would be a fault. Python's own output is written out before and after as usual.
    """
    try:
        kept = os.dup(1)
    except OSError:  # standard output is closed, so nothing can be written to it
        yield
        return
    sys.stdout.flush()
    flush = ctypes.CDLL(None).fflush
    flush(None)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        flush(None)
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
