"""Logs an account in and out: the only requests that name a phone number, a code or a password, and only in these steps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from telethon.password import compute_check
from telethon.tl import functions as ask
from telethon.tl import types

from schakel.collecting.captures import Capture
from schakel.collecting.mtproto.asking import Asker, DeniedError, EndedError
from schakel.collecting.mtproto.run import Means, connected
from schakel.collecting.mtproto.sealed_login import Login
from schakel.records.errors import CaseError

_TRIES = 3
_WRONG_CODE = ("PHONE_CODE_INVALID", "PHONE_CODE_EMPTY")


class NoLoginError(CaseError):
    """There was no login; nothing was written."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the operator is asked on the way: the code that Telegram sends to the account, and its second password if it has one.

    Each is called with the number of the attempt, from 1.
    """

    code: Callable[[int], str]
    password: Callable[[int], str]


@dataclass(slots=True)
class Left:
    """Whether Telegram holds a session that would be left there if the login ended now: `no`, `perhaps` or `yes`."""

    session: str = "no"


async def log_in(
    login: Login,
    phone: str,
    answers: Answers,
    means: Means,
    capture: Capture | None,
    left: Left | None = None,
) -> None:
    """Puts a session of this phone's account into `login`; NoLoginError in words if Telegram does not let it in.

    An account is never made: a number without one is told. `left` says all along whether a session stands at Telegram.
    """
    left = left or Left()
    async with connected(login, "login", means, capture) as asker:
        settings = types.CodeSettings()
        request = ask.auth.SendCodeRequest(phone, login.api_id, login.api_hash, settings)
        sent = await _or_no_login(asker, request)
        if isinstance(sent, types.auth.SentCodeSuccess):
            let_in, left.session = sent, "yes"
        else:
            let_in = await _with_code(asker, phone, sent, answers, left)
        if not _is_let_in(let_in):
            left.session = "no"
            raise NoLoginError(
                "This number has no account at Telegram.",
                means="None was made: that would tell everybody who has the number. Nothing was written.",
                todo="Make the research account in Telegram's own app, then log in here.",
            )


async def log_out(login: Login, means: Means, capture: Capture | None) -> None:
    """Ends the session at Telegram; one that has ended already is as good."""
    async with connected(login, "logout", means, capture) as asker:
        try:
            await asker.ask(ask.auth.LogOutRequest())
        except DeniedError:
            return
        except EndedError as ended:
            if not ended.word:
                raise


def _is_let_in(answer: Any) -> bool:
    return isinstance(getattr(answer, "authorization", answer), types.auth.Authorization)


async def _let_in(asker: Asker, request: Any, left: Left) -> Any:
    """The answer to a request that makes a session; from the moment that it is asked Telegram may hold one."""
    left.session = "perhaps"
    try:
        answer = await asker.ask(request)
    except DeniedError:
        left.session = "no"
        raise
    except EndedError as ended:
        left.session = "no" if ended.word else left.session
        raise
    left.session = "yes" if _is_let_in(answer) else "no"
    return answer


async def _with_code(asker: Asker, phone: str, sent: Any, answers: Answers, left: Left) -> Any:
    for attempt in range(1, _TRIES + 1):
        code = answers.code(attempt).strip()
        try:
            return await _let_in(asker, ask.auth.SignInRequest(phone, sent.phone_code_hash, code), left)
        except DeniedError as denied:
            if denied.word == "SESSION_PASSWORD_NEEDED":
                return await _with_password(asker, answers, left)
            if denied.word not in _WRONG_CODE or attempt == _TRIES:
                raise _no_login(denied.word) from None
    raise AssertionError("unreachable: the last attempt returns or raises")


async def _with_password(asker: Asker, answers: Answers, left: Left) -> Any:
    for attempt in range(1, _TRIES + 1):
        password = answers.password(attempt)
        asked = await asker.ask(ask.account.GetPasswordRequest())
        try:
            proof = compute_check(asked, password)
            return await _let_in(asker, ask.auth.CheckPasswordRequest(proof), left)
        except DeniedError as denied:
            if denied.word != "PASSWORD_HASH_INVALID" or attempt == _TRIES:
                raise _no_login(denied.word) from None
    raise AssertionError("unreachable: the last attempt returns or raises")


async def _or_no_login(asker: Asker, request: Any) -> Any:
    try:
        return await asker.ask(request)
    except DeniedError as denied:
        raise _no_login(denied.word) from None


def _no_login(word: str) -> NoLoginError:
    said = {
        "PHONE_CODE_INVALID": "The code was wrong three times",
        "PASSWORD_HASH_INVALID": "The password was wrong three times",
    }
    return NoLoginError(
        f"{said.get(word, 'Telegram did not let the account in')} ({word}).",
        means="There is no login; nothing was written.",
        todo="Check number, code and password, and type the same command again.",
    )
