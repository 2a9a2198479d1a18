"""A login that does not come to its end: Ctrl-C is heard where somebody types, and a session that is left at Telegram is told of."""

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from schakel.collecting.mtproto.sealed_login import SealedLogin
from tests.collecting.mtproto.conftest import _only_our_server, rsa_key
from tests.collecting.mtproto.killed import killed_at
from tests.collecting.mtproto.standing import Standing
from tests.showing.cli.test_collect import acts, runs
from tests.showing.cli.test_collect_chats import case, collect, telegram
from tests.showing.cli.test_collect_earlier import words_of

__all__ = ["_only_our_server", "case", "rsa_key", "telegram"]  # fixtures
LEFT = "End it in the app of the account: Settings, Devices, the one called Computer."


def came_of_it(case: Path) -> Any:
    return acts(case, "collect")[-1]["outputs"]


def test_ctrl_c_where_the_code_is_typed_ends_the_login_at_once(
    telegram: Standing, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed(*_: object) -> str:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.05)
        return "12345"

    monkeypatch.delenv("SCHAKEL_COLLECT_CODE")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("typer._click.termui.hidden_prompt_func", typed)
    before = signal.getsignal(signal.SIGINT)
    assert collect(case, "login", check=False).returncode
    assert signal.getsignal(signal.SIGINT) is before
    assert telegram.server.names == ["help.getConfig", "auth.sendCode"]
    assert not telegram.server.logged_in
    assert came_of_it(case)["stopped"] == "Stopped by hand."
    assert "session_left" not in came_of_it(case)


def test_a_session_that_could_not_be_sealed_is_told_of(
    telegram: Standing, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(SealedLogin, "write", full)
    told = collect(case, "login", check=False)
    assert told.returncode == 1
    assert LEFT in told.stderr
    assert came_of_it(case)["session_left"] == "yes"
    assert telegram.server.logged_in


def test_a_session_of_which_the_answer_did_not_come_may_be_left(
    telegram: Standing, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(line: Any, request: Any) -> Any:
        line.cut()
        return telegram.server._help_getconfig(line, request)

    monkeypatch.setattr(telegram.server, "_auth_signin", cut)
    told = collect(case, "login", check=False)
    assert told.returncode == 1
    assert LEFT in told.stderr
    assert came_of_it(case)["session_left"] == "perhaps"


def test_a_login_that_was_killed_after_it_asked_to_be_let_in_is_told_of_by_the_next_command(
    telegram: Standing, case: Path, rsa_key: RSAPrivateKey
) -> None:
    killed_at(
        "schakel.collecting.mtproto.sealed_login:SealedLogin:write", 1, rsa_key, *words_of(case, "login")
    )
    assert telegram.server.logged_in
    assert acts(case, "collect") == []
    told = collect(case, "login")
    assert f"{runs(case)[0].name} was cut off" in told.stderr
    assert LEFT in told.stderr
    assert acts(case, "collect")[0]["outputs"]["session_left"] == "perhaps"
    assert LEFT not in collect(case, "list").stderr


def test_of_a_login_that_was_not_let_in_nothing_is_left(
    telegram: Standing, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHAKEL_COLLECT_CODE", "99999")
    told = collect(case, "login", check=False)
    assert LEFT not in told.stderr
    assert "session_left" not in came_of_it(case)
