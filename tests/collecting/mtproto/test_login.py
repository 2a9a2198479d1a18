"""Logging in and out: a code, a second password, no account made, and only these steps may ask for them."""

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from telethon.tl import functions as ask
from telethon.tl import types

from schakel.collecting.captures import began
from schakel.collecting.mtproto.login import Answers, NoLoginError, log_in, log_out
from schakel.collecting.mtproto.manners import manners
from schakel.collecting.mtproto.run import Means, connected
from schakel.collecting.mtproto.sealed_login import Login
from tests.collecting.mtproto.conftest import APP, market, soon
from tests.collecting.mtproto.loopback import PASSWORD, Loopback, RejectedError

PHONE = "+31600000001"


async def no_sleep(_: float) -> None:
    return None


MEANS = Means(manners(), lambda: datetime(2026, 12, 2, 4, 0, tzinfo=UTC), no_sleep)


def typed(*codes: str, passwords: tuple[str, ...] = ()) -> Answers:
    return Answers(lambda attempt: codes[attempt - 1], lambda attempt: passwords[attempt - 1])


def at_login(key: RSAPrivateKey, work: Callable[[Loopback, Login], Awaitable[None]]) -> None:
    async def within() -> None:
        async with await market(key) as server:
            await work(server, Login("", *APP, server=f"127.0.0.1:{server.port}"))

    soon(within())


def test_a_code_lets_the_account_in_and_logging_out_ends_it(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, login: Login) -> None:
        with began(tmp_path / "collected", "login", MEANS.now) as capture:
            await log_in(login, PHONE, typed("12345"), MEANS, capture)
        assert server.names == ["help.getConfig", "auth.sendCode", "auth.signIn"]
        said = (capture.folder / "requests.jsonl").read_text()
        assert [json.loads(line)["request"] for line in said.splitlines()] == server.names
        said += (capture.folder / "sent.jsonl").read_text()
        for secret in ("31600000001", "12345", APP[1], '"hash"'):
            assert secret not in said
        assert sorted(path.name for path in capture.folder.iterdir()) == ["requests.jsonl", "sent.jsonl"]

        async with connected(login, "collect", MEANS, None) as asker:
            seen = await asker.ask(ask.messages.GetDialogsRequest(None, 0, types.InputPeerEmpty(), 9, 0))
            assert [one.first_name for one in seen.users] == ["Onderzoek"]
        assert len(server.logged_in) == 1
        await log_out(login, MEANS, None)
        assert not server.logged_in
        await log_out(login, MEANS, None)  # one that has ended is as good

    at_login(rsa_key, work)


def test_an_account_of_another_data_centre_is_logged_in_there(rsa_key: RSAPrivateKey) -> None:
    async def work(server: Loopback, login: Login) -> None:
        server.rejects.append(("auth.sendCode", RejectedError(303, "PHONE_MIGRATE_4")))
        await log_in(login, PHONE, typed("12345"), MEANS, None)
        assert login.session.startswith("4 127.0.0.1 ")
        assert set(server.names) == {"help.getConfig", "auth.sendCode", "auth.signIn"}

    at_login(rsa_key, work)


def test_a_second_password_is_proved_without_being_sent(rsa_key: RSAPrivateKey) -> None:
    async def work(server: Loopback, login: Login) -> None:
        server.wants_password = True
        await log_in(login, PHONE, typed("12345", passwords=("fout", PASSWORD)), MEANS, None)
        assert len(server.logged_in) == 1
        assert server.names.count("auth.checkPassword") == 2

    at_login(rsa_key, work)


@pytest.mark.parametrize(
    ("answers", "phone", "why"),
    [
        (typed("1", "2", "3"), PHONE, "wrong three times (PHONE_CODE_INVALID)"),
        (typed("12345"), "+31600000055", "This number has no account"),
    ],
)
def test_who_is_not_let_in_hears_why(rsa_key: RSAPrivateKey, answers: Answers, phone: str, why: str) -> None:
    async def work(server: Loopback, login: Login) -> None:
        with pytest.raises(NoLoginError) as refused:
            await log_in(login, phone, answers, MEANS, None)
        assert why in refused.value.happened
        assert not server.logged_in
        assert "auth.signUp" not in server.names

    at_login(rsa_key, work)


def test_a_wrong_number_and_a_closed_account_are_told(rsa_key: RSAPrivateKey) -> None:
    async def work(server: Loopback, login: Login) -> None:
        with pytest.raises(Exception, match="does not know this phone number"):
            await log_in(login, "+31600000099", typed("12345"), MEANS, None)
        server.rejects.append(("auth.sendCode", RejectedError(400, "PHONE_NUMBER_BANNED")))
        with pytest.raises(Exception, match="has closed this account"):
            await log_in(login, PHONE, typed("12345"), MEANS, None)

    at_login(rsa_key, work)


def test_the_wrong_passwords_end_the_login(rsa_key: RSAPrivateKey) -> None:
    async def work(server: Loopback, login: Login) -> None:
        server.wants_password = True
        wrong: Any = typed("12345", passwords=("a", "b", "c"))
        with pytest.raises(NoLoginError, match="password was wrong three times"):
            await log_in(login, PHONE, wrong, MEANS, None)
        assert not server.logged_in

    at_login(rsa_key, work)
