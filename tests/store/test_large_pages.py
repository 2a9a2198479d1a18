"""Memory in large pages: nothing changes but how the system lays it out."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from schakel.store import large_pages, workers
from schakel.store.large_pages import into_large_pages

_MAPS = """\
00400000-00a00000 r-xp 00000000 08:01 131 /usr/bin/python3.11
00c00000-01000000 rw-p 00200000 08:01 131 /usr/bin/python3.11
01100000-01900000 rw-p 00000000 00:00 0                                  [heap]
7f0000000000-7f0000400000 rw-p 00000000 00:00 0
7f0000500000-7f00006ff000 rw-p 00000000 00:00 0
7f0001000000-7f0001400000 r--p 00000000 00:00 0
7f0002000000-7f0002400000 rw-s 00000000 00:01 77 /dev/shm/shared (deleted)
7f0003000000-7f0003500000 rw-p 00000000 00:00 0                          [anon:some name]
7ffc00000000-7ffc00800000 rw-p 00000000 00:00 0                          [stack]
"""
_GROWS = """
import mmap
from pathlib import Path
from schakel.store.large_pages import into_large_pages

def large():
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("AnonHugePages"):
            return int(line.split()[1]) // 1024

held = mmap.mmap(-1, 64 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
for at in range(0, 64 << 20, 4096):
    held[at] = at % 251
before = large()
for _ in range(3):  # what was written just now may be out of reach for a moment
    into_large_pages()
assert all(held[at] == at % 251 for at in range(0, 64 << 20, 4096))
print(large() - before)
"""


def test_only_memory_of_its_own_is_gathered_and_whole_pages_of_it() -> None:
    assert large_pages._own_memory(_MAPS) == [
        (0x1200000, 0x1800000),
        (0x7F0000000000, 0x7F0000400000),
        (0x7F0003000000, 0x7F0003400000),
    ]


def test_what_is_in_memory_stays_and_more_of_it_is_in_large_pages() -> None:
    grown = subprocess.run([sys.executable, "-c", _GROWS], check=True, capture_output=True, timeout=120)
    if not _can():
        pytest.skip("this system gathers no pages when asked")
    assert int(grown.stdout) >= 32  # MB of 64


def _can() -> bool:
    """Whether the system knows the request, and has large pages."""
    size = Path("/sys/kernel/mm/transparent_hugepage/hpage_pmd_size")
    if sys.platform != "linux" or not size.exists() or int(size.read_text()) != 1 << 21:
        return False
    held = np.ones(8 << 20, np.uint8)
    start = -(-held.ctypes.data // (1 << 21)) * (1 << 21)
    return large_pages._madvise()(start, 1 << 21, large_pages._MADV_COLLAPSE) == 0


@pytest.mark.parametrize("error", [OSError, ValueError, AttributeError])
def test_where_it_cannot_be_done_nothing_happens(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(large_pages.sys, "platform", "linux")
    monkeypatch.setattr(large_pages, "_madvise", fail)
    into_large_pages()


def test_other_systems_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(large_pages.sys, "platform", "darwin")
    monkeypatch.setattr(large_pages, "_own_memory", lambda maps: asked.append(maps) or [])
    into_large_pages()
    assert asked == []


def test_a_process_gathers_its_memory_after_two_pieces_and_whenever_it_did_twice_as_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gathered: list[int] = []
    answers: list[int] = []
    monkeypatch.setattr(workers, "_done", iter(range(1, 100)))
    monkeypatch.setattr(workers, "into_large_pages", lambda: gathered.append(len(answers)))
    for piece in range(9):
        answers.append(workers.answer(abs, -piece))
    assert answers == list(range(9))
    assert gathered == [1, 3, 7]
