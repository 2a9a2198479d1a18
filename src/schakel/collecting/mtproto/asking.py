"""One request to Telegram and its answer: with a pause before it, its line in the log, and waits where Telegram asks for one."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from telethon import errors
from telethon.tl import TLRequest

from schakel.collecting.mtproto.manners import Manners
from schakel.collecting.mtproto.request_log import Log
from schakel.records.errors import CaseError

Sleep = Callable[[float], Awaitable[None]]
# Telegram's own words for "wait" differ by what was asked; each carries the seconds.
_WAITS = (errors.FloodWaitError, errors.FloodPremiumWaitError, errors.SlowModeWaitError)
_LOST = (OSError, asyncio.TimeoutError, asyncio.IncompleteReadError, BufferError)


class DeniedError(Exception):
    """Telegram did not do what it was asked; `word` is its own word for why, as CHANNEL_PRIVATE."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


class EndedError(CaseError):
    """The run cannot go on: no connection, a wait that is too long, or an account that can do nothing any more.

    `word` is Telegram's own for the last of these, else empty.
    """

    word: str = ""


class _LineLostError(Exception):
    """The connection went while an answer was waited for; a disk that is full is no such thing, though Python calls both OSError."""


class Asker:
    """Asks over a client that is connected. What Telegram does not do is DeniedError, which goes to whoever asked."""

    def __init__(self, client: Any, log: Log, manners: Manners, sleep: Sleep) -> None:
        self.client = client
        self.manners = manners
        self._log = log
        self._sleep = sleep
        self.before_each: Callable[[], None] = lambda: None  # raises where nothing may be asked any more
        self._waits = 0
        self._asked = False

    async def ask(
        self,
        request: TLRequest,
        *,
        dc: int | None = None,
        more: Callable[[Any], dict[str, Any]] = lambda _: {},
        **said: Any,
    ) -> Any:
        """The answer. `more` tells what its line in the log says of the answer, `dc` where a file lies."""
        if self._asked:
            await self._sleep(self.manners.waiting.pause_seconds)
        self._asked = True
        self.before_each()
        for attempt in range(self.manners.waiting.again + 1):
            try:
                return await self._once(request, dc, more, said)
            except errors.AuthKeyNotFound:
                raise _over(self.manners.ended["AUTH_KEY_INVALID"], "AUTH_KEY_INVALID") from None
            except _LineLostError as lost:
                if self.client.guard.refused is not None:
                    raise self.client.guard.refused from None
                if attempt == self.manners.waiting.again:
                    raise _cut_off() from lost
                await self._connect_again()
        raise AssertionError("unreachable: the last attempt returns or raises")

    async def pause(self, seconds: float) -> None:
        """Waits so long before the next request."""
        await self._sleep(seconds)

    async def _once(
        self, request: TLRequest, dc: int | None, more: Callable[[Any], dict[str, Any]], said: dict[str, Any]
    ) -> Any:
        while True:
            at = self._log.moment()
            try:
                answer = await self._answer_to(request, dc)
            except _WAITS as wait:
                self._log.answered(at, request, "WAIT", seconds=wait.seconds, **said)
                await self._wait(wait.seconds)
            except errors.RPCError as error:
                word = self._log.word or type(error).__name__
                self._log.answered(at, request, word, **said)
                raise self._over(word) or DeniedError(word) from None
            except _LOST as lost:
                self._log.answered(at, request, "no answer", **said)
                raise _LineLostError from lost
            except asyncio.CancelledError:
                self._log.answered(at, request, "stopped", **said)
                raise
            else:
                told: dict[str, Any] = {}
                try:
                    told = more(answer)
                finally:  # an answer in which is not what belongs there was received all the same
                    self._log.answered(at, request, type(answer).__name__, **said, **told)
                return answer

    async def _answer_to(self, request: TLRequest, dc: int | None) -> Any:
        client, longest = self.client, self.manners.waiting.answer_seconds
        if client.guard.refused is not None:
            raise client.guard.refused
        if not client.is_connected():
            raise ConnectionError("not connected")
        if dc is None or dc == client.session.dc_id:
            self._log.expects(request)
            return await _unless_dropped(asyncio.wait_for(client(request), longest))
        return await self._from_elsewhere(request, dc)

    async def _from_elsewhere(self, request: TLRequest, dc: int) -> Any:
        """The answer of another data centre; a line to it that was lost is made anew the next time."""
        client, longest = self.client, self.manners.waiting.answer_seconds
        sender = await _unless_dropped(asyncio.wait_for(client._borrow_exported_sender(dc), longest))
        try:
            self._log.expects(request)
            return await _unless_dropped(asyncio.wait_for(client._call(sender, request), longest))
        except _LOST:
            await sender.disconnect()
            client._borrowed_senders.pop(dc, None)
            raise
        finally:
            if dc in client._borrowed_senders:
                await client._return_exported_sender(sender)

    async def _wait(self, seconds: int) -> None:
        waiting = self.manners.waiting
        self._waits += 1
        if seconds > waiting.longest_wait_seconds or self._waits > waiting.waits:
            raise EndedError(
                f"Telegram asks to wait {_in_words(seconds)} before the next request.",
                means="The run stopped there. What was received before is kept.",
                todo="Type the same command again after that; it goes on where this one stopped.",
            )
        await self._sleep(seconds + 1)

    async def _connect_again(self) -> None:
        await self._sleep(self.manners.waiting.again_after_seconds)
        with suppress(EndedError):  # the next attempt finds out that there is no connection, and counts
            await connect(self.client, self.manners)

    def _over(self, word: str) -> EndedError | None:
        said = self.manners.ended.get(word)
        return _over(said, word) if said is not None else None


async def connect(client: Any, manners: Manners) -> None:
    """A client that is connected; EndedError in words if there is no connection to be had."""
    try:
        await client._sender.disconnect()
        await asyncio.wait_for(client.connect(), manners.waiting.answer_seconds)
    except _LOST as lost:
        raise _cut_off() from lost


async def _unless_dropped(answer: Awaitable[Any]) -> Any:
    """The answer; the library drops what it waits for when a connection ends without a reason, and that is no stop by hand."""
    try:
        return await answer
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise
        raise ConnectionError("the connection ended") from None


def _over(said: str, word: str) -> EndedError:
    ended = EndedError(
        f"{said} ({word}).",
        means="Nothing more could be asked. What was received before is kept.",
        todo="Check the account in the app; a new login is made with: schakel collect login",
    )
    ended.word = word
    return ended


def _cut_off() -> EndedError:
    return EndedError(
        "There is no connection to Telegram.",
        means="What was received before is kept.",
        todo="Check the network, and type the same command again; it goes on where this one stopped.",
    )


def _in_words(seconds: int) -> str:
    hours, minutes = seconds // 3600, seconds // 60
    return f"{hours} hours" if hours > 1 else f"{minutes} minutes" if minutes > 1 else f"{seconds} seconds"
