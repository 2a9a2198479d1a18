"""What sends to Telegram, with the guard built in: the queue, the encryption and the line of every connection.

Nothing of the library is patched, so it does not matter what was loaded or patched before: the classes here are handed to
the client, and each holds the guard itself. A sender without the guard cannot use a line that has it, since that
lets out only what the guard's own encryption gave it.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from telethon.extensions.messagepacker import MessagePacker
from telethon.network import ConnectionTcpFull, MTProtoSender
from telethon.network.mtprotostate import MTProtoState
from telethon.tl import TLRequest
from telethon.tl.core import RpcResult

from schakel.collecting.mtproto.guard import Guard
from schakel.collecting.mtproto.refusal import RefusalError

# Told of every answer: the request, and its bytes as they were received, or the word of an error.
Heard = Callable[[TLRequest, bytes | None, str | None], None]


class GuardedState(MTProtoState):  # type: ignore[misc]  # the library has no types
    """Encrypts what the guard lets through."""

    def __init__(self, auth_key: Any, loggers: Any, guard: Guard) -> None:
        self._guard = guard
        super().__init__(auth_key, loggers=loggers)

    def encrypt_message_data(self, data: bytes) -> bytes:
        """The packet, encrypted; RefusalError if something in it may not go out."""
        return self._guard.seal(bytes(data), super().encrypt_message_data)


class GuardedQueue(MessagePacker):  # type: ignore[misc]  # see above
    """Takes what the guard lets through."""

    def __init__(self, state: Any, loggers: Any, guard: Guard) -> None:
        self._guard = guard
        super().__init__(state, loggers)

    def append(self, state: Any) -> None:
        """Queues a request; RefusalError, to whoever asks for it, if it may not go out."""
        self._guard.enter(state.data)
        super().append(state)

    def extend(self, states: Any) -> None:
        """Queues requests; RefusalError if one may not go out, and then none of them is queued."""
        waiting = list(states)
        for state in waiting:
            self._guard.enter(state.data)
        super().extend(waiting)


class GuardedSender(MTProtoSender):  # type: ignore[misc]  # see above
    """A connection to one data centre. When the guard refuses, whoever waits for an answer hears it."""

    def __init__(self, auth_key: Any, *, guard: Guard, heard: Heard, loggers: Any, **more: Any) -> None:
        super().__init__(auth_key, loggers=loggers, **more)
        self._guard = guard
        self._heard = heard
        self._leaving: asyncio.Task[None] | None = None
        guard.hears(self._leave)
        self._state = GuardedState(self.auth_key, loggers, guard)
        self._send_queue = GuardedQueue(self._state, loggers, guard)

    async def _send_loop(self) -> None:
        with suppress(RefusalError):  # everybody hears it from `_leave`
            await super()._send_loop()

    def _leave(self, refused: RefusalError) -> None:
        # In a task of its own: leaving waits for the loop in which the guard may have refused.
        self._leaving = asyncio.get_running_loop().create_task(self._disconnect(error=refused))

    async def _disconnect(self, error: Exception | None = None) -> None:
        await super()._disconnect(error=error)
        if self._disconnected.done() and not self._disconnected.cancelled():
            self._disconnected.exception()  # heard, so that nobody is told of it as of one that was passed over

    async def _handle_rpc_result(self, message: Any) -> None:
        result: RpcResult = message.obj
        state = self._pending_state.get(result.req_msg_id)
        if state is not None:
            self._heard(state.request, result.body, result.error and result.error.error_message)
        await super()._handle_rpc_result(message)


def guarded_line(guard: Guard) -> type[Any]:
    """The class of lines that let out what this guard let through, and nothing else."""

    class GuardedLine(ConnectionTcpFull):  # type: ignore[misc]  # see above
        def send(self, data: bytes) -> Any:
            if guard.refused is not None:
                raise guard.refused
            return super().send(data)

        def _send(self, data: bytes) -> None:
            super()._send(guard.leave(data))

    return GuardedLine
