"""Bars of steps that run beside each other: neither stops the other, whatever the terminal can show."""

import io
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from schakel.showing.cli.session import _Bars


class _SlowToRemove(Progress):
    """Bars of which one is taken away so slowly that the other step surely comes meanwhile."""

    def remove_task(self, *args: Any) -> None:
        time.sleep(0.02)
        super().remove_task(*args)


def _written_by_two_steps(encoding: str) -> bytes:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding, errors="replace", write_through=True)
    console = Console(file=file, force_terminal=True, width=80)
    with _SlowToRemove(TextColumn("{task.description}"), BarColumn(), console=console) as bars:
        shown = _Bars(bars)
        with ThreadPoolExecutor(2) as beside:
            told = [
                beside.submit(shown, step, done, 8) for done in range(8) for step in ("contacts", "campaigns")
            ]
            for one in told:
                one.result()
        assert len(bars.tasks) == 1
    return raw.getvalue()


def test_two_steps_at_once_share_the_bar() -> None:
    assert "mapping contacts" in _written_by_two_steps("utf-8").decode()


def test_a_terminal_without_the_letters_of_a_bar_gets_others() -> None:
    assert b"mapping contacts" in _written_by_two_steps("latin-1")
