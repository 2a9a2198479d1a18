"""Memory in large pages, where the system can do that."""

import ctypes
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

_LARGE = (
    1 << 21
)  # bytes a large page, on every processor that is meant here; where it is not so, less is gathered
_MADV_COLLAPSE = 25  # Linux 6.1; an older one says that it does not know this, and all stays as it was
_OWN = ("[heap]", "[anon")


def into_large_pages() -> None:
    """Asks the system to gather the memory of this process into large pages; where it cannot, all stays as it was.

    What reading looks up lies all over 400 MB, in pages of 4 KB of which a process that was copied from another has
    each where it first wrote: to find them took longer than to use them.
    """
    if sys.platform != "linux":
        return
    with suppress(OSError, ValueError, AttributeError):
        for start, end in _own_memory(Path("/proc/self/maps").read_text("ascii", "replace")):
            _madvise()(start, end - start, _MADV_COLLAPSE)


def _own_memory(maps: str) -> list[tuple[int, int]]:
    """From where to where this process has memory that it may write, shares with nobody, and that is no file's."""
    found = []
    for line in maps.splitlines():
        where, rights, _, _, inode, *name = line.split(maxsplit=5)
        if (
            rights[:2] == "rw"
            and rights[3] == "p"
            and inode == "0"
            and (not name or name[0].startswith(_OWN))
        ):
            low, high = (int(place, 16) for place in where.split("-"))
            start, end = -(-low // _LARGE) * _LARGE, high // _LARGE * _LARGE
            if start < end:
                found.append((start, end))
    return found


@cache
def _madvise() -> Callable[[int, int, int], int]:
    madvise: Callable[[int, int, int], int] = ctypes.CDLL(None).madvise
    madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)  # type: ignore[attr-defined]
    return madvise
