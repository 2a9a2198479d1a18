"""Real programs, watched from outside."""

import os
import sys
import time
from pathlib import Path

import pytest

from schakel.showing.bench import measured
from schakel.showing.bench.measured import CommandFailedError, measure

# a program whose child holds 80 MB and works for a moment, while it holds next to nothing itself
_HOLDS = (
    "import subprocess, sys; subprocess.run([sys.executable, '-c', "
    '"import time; held = bytearray(80_000_000); end = time.process_time() + .3\\n'
    "while time.process_time() < end: pass\\ntime.sleep(.1)\"], check=True); print('done')"
)


def test_memory_and_work_of_children_count() -> None:
    found = measure([sys.executable, "-c", _HOLDS])
    assert found.output == "done\n"
    assert 85 < found.peak_mb < 200
    assert 0.3 <= found.processor < 3
    assert found.seconds >= 0.4


def test_the_environment_is_the_one_that_was_given() -> None:
    told = measure([sys.executable, "-c", "import os; print(os.environ.get('WORD'))"], {"WORD": "given"})
    assert told.output == "given\n"


def test_what_fails_is_told_in_its_own_words() -> None:
    with pytest.raises(CommandFailedError) as failed:
        measure([sys.executable, "-c", "import sys; sys.exit('no room left')"])
    assert failed.value.said == "no room left\n"


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ("os.kill(os.getpid(), 9)", "it was ended by signal 9 (Killed), and said nothing."),
        ("sys.exit(130)", "it ended with exit code 130, and said nothing."),
    ],
)
def test_what_ends_without_a_word_is_told_by_how_it_ended(ends: str, told: str) -> None:
    with pytest.raises(CommandFailedError) as failed:
        measure([sys.executable, "-c", f"import os, sys; {ends}"])
    assert failed.value.said == told


def test_no_process_is_left_when_it_is_ended_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "pid"
    child = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    both = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"

    def stopped(_seconds: float) -> None:
        if note.exists() and note.read_text():
            raise KeyboardInterrupt

    monkeypatch.setattr(measured.time, "sleep", stopped)
    with pytest.raises(KeyboardInterrupt):
        measure([sys.executable, "-c", both])
    monkeypatch.undo()
    assert _is_gone(int(note.read_text()))


def _is_gone(pid: int) -> bool:
    for _ in range(500):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            return True  # ended; whoever adopted it has not looked yet
        time.sleep(0.01)
    return False
