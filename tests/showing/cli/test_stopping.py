"""Ctrl-C: said in words, with the exit code that shells know, and without a page of innards of this or a helper process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from schakel.showing.cli import app
from schakel.showing.cli.stopping import undisturbed
from tests.commands import EXAMPLE
from tests.inside import inside

SAID = "Stopped.\nWhat was finished is kept.\nType the same command again to go on.\n"


@pytest.fixture(autouse=True)
def _ctrl_c_interrupts() -> Iterator[None]:
    """Also where the tests were begun in the background of a script, in which Ctrl-C does nothing, nor in what they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(130), RuntimeError("Query interrupted")])
def test_a_stopped_command_says_so(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def stopped_command(_name: str) -> Callable[[], None]:
        def stopped() -> None:
            raise error

        return stopped

    monkeypatch.setattr(app, "command_line", stopped_command)
    done = inside("plan", check=False)
    assert (done.returncode, done.stderr) == (130, SAID)


def test_ctrl_c_waits_for_what_is_loaded() -> None:
    gone_through = []

    def loading() -> None:
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            gone_through.append("loaded")

    with pytest.raises(KeyboardInterrupt):
        loading()
    assert gone_through == ["loaded"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_wants_no_ctrl_c_keeps_it_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with undisturbed():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("seconds", [0.2, 0.6])  # while the command is loaded, about
def test_a_command_is_stopped_while_it_loads(tmp_path: Path, seconds: float) -> None:
    command = (
        "from schakel.showing.cli import door, stopping; print('python is there', flush=True); door.main()"
    )
    words = [sys.executable, "-c", command, "run", str(EXAMPLE), "-w", str(tmp_path / "w")]
    going = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert going.stdout is not None
    assert going.stdout.readline() == "python is there\n"
    time.sleep(seconds)
    os.killpg(going.pid, signal.SIGINT)
    said = going.communicate(timeout=60)[1]
    assert going.returncode in (130, -signal.SIGINT)  # for a shell both are 130
    assert said.endswith(SAID)
    assert "Traceback" not in said


_PROGRAM = """
import sys, time
from schakel.store.workers import Workers

if __name__ == "__main__":
    workers = Workers(2)
    try:
        with workers.making_way("encodings.idna"):
            answers = workers.begin(time.sleep, [float(sys.argv[1])] * 2)
            workers.make_way()
            print("begun", flush=True)
            list(answers)
        print("done", flush=True)
    except KeyboardInterrupt:
        print("stopped", flush=True)
    finally:
        workers.close()
"""


def begun(program: Path, sleep: float) -> subprocess.Popen[str]:
    """That program, when its helper processes have been given their work."""
    program.write_text(_PROGRAM, "utf-8")
    going = subprocess.Popen(
        [sys.executable, str(program), str(sleep)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    )
    assert going.stdout is not None
    assert going.stdout.readline() == "begun\n"
    return going


@pytest.mark.parametrize("seconds", [0.0, 1.5])  # while the helper processes start; while they work
def test_helper_processes_end_without_a_word(tmp_path: Path, seconds: float) -> None:
    going = begun(tmp_path / "program.py", 20.0)
    time.sleep(seconds)
    at = time.monotonic()
    os.killpg(going.pid, signal.SIGINT)
    printed, said = going.communicate(timeout=60)
    assert (printed, said) == ("stopped\n", "")
    assert time.monotonic() - at < 15  # nobody waits for what they had in hand


@pytest.mark.parametrize("seconds", [0.0, 1.5])
def test_where_ctrl_c_does_nothing_helper_processes_work_on(tmp_path: Path, seconds: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    going = begun(tmp_path / "program.py", 3.0)
    time.sleep(seconds)
    os.killpg(going.pid, signal.SIGINT)
    assert going.communicate(timeout=60) == ("done\n", "")
