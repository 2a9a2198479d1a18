"""What is loaded for the next step while this one goes on. Only one such process can be had, so each test has a program."""

import os
import subprocess
import sys
import time
from pathlib import Path

_TOLD = """
from pathlib import Path
Path(__file__).with_name("loaded").touch()
"""
_PROGRAM = """
import os, sys, time
from multiprocessing import forkserver
from pathlib import Path
from schakel.store.workers import Workers

if __name__ == "__main__":
    mark = Path(sys.argv[1]) / "loaded"
    workers = Workers(2)
    {body}
"""


def _run(folder: Path, body: str) -> None:
    (folder / "told.py").write_text(_TOLD, "utf-8")
    program = folder / "program.py"
    program.write_text(_PROGRAM.format(body=body), "utf-8")
    paths = os.pathsep.join([str(folder), *sys.path])  # the process that loads looks where this says
    environment = {**os.environ, "PYTHONPATH": paths}
    subprocess.run([sys.executable, str(program), str(folder)], check=True, timeout=120, env=environment)


def test_what_the_next_step_needs_is_loaded_before_the_processes_are_closed(tmp_path: Path) -> None:
    body = """
    with workers.making_way("told"):
        assert list(workers.run(abs, [-1, -2])) == [1, 2]
        assert not mark.exists()
        workers.make_way()
        until = time.monotonic() + 60
        while not mark.exists() and time.monotonic() < until:
            time.sleep(.01)
        assert mark.exists()
        assert list(workers.run(abs, [-3])) == [3]  # those that were at work go on
        workers.close()
    assert workers.loaded
    assert list(workers.run(abs, [-4, -5, -6])) == [4, 5, 6]
    workers.close()
    """
    _run(tmp_path, body)


def test_nothing_is_loaded_where_nobody_makes_way(tmp_path: Path) -> None:
    body = """
    workers.make_way()
    assert list(workers.run(abs, [-1])) == [1]
    workers.close()
    assert forkserver._forkserver._forkserver_pid is None
    assert not mark.exists()
    """
    _run(tmp_path, body)


def test_they_can_be_started_ahead_with_what_they_need_loaded(tmp_path: Path) -> None:
    body = """
    os.environ["OPENBLAS_NUM_THREADS"] = "7"
    workers.load("told")
    until = time.monotonic() + 60
    while not mark.exists() and time.monotonic() < until:
        time.sleep(.01)
    assert mark.exists()
    assert "told" not in sys.modules and "pyarrow" not in sys.modules
    assert list(workers.run(abs, [-1, -2])) == [1, 2]
    assert list(workers.run(os.getenv, ["OPENBLAS_NUM_THREADS"])) == ["1"]
    assert os.environ["OPENBLAS_NUM_THREADS"] == "7"
    workers.close()
    """
    _run(tmp_path, body)


_KILLED = """
import os, sys, time
from schakel.store.workers import Workers


def who(_):
    time.sleep(0.3)  # so that each of the two takes a piece
    return os.getpid()


if __name__ == "__main__":
    print(*set(Workers(2).run(who, range(4))), flush=True)
    time.sleep(120)
"""


def test_they_end_with_the_process_that_began_them_however_it_ends(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(_KILLED, "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout
        workers = parent.stdout.readline().split()
        parent.kill()
    assert len(workers) == 2
    until = time.monotonic() + 60
    while any(map(_lives, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_lives, workers))


def _lives(process: bytes) -> bool:
    """Whether a process is still at work; one that has ended, and that nobody has asked about, is not."""
    try:
        told = Path(f"/proc/{process.decode()}/stat").read_text()
    except OSError:
        return False
    return told.rsplit(")", 1)[1].split()[0] != "Z"
