"""The loopback server in a thread of its own, for commands that are typed beside it."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from tests.collecting.mtproto.conftest import market
from tests.collecting.mtproto.loopback import Loopback

T = TypeVar("T")


class Standing:
    """A server that stands; `do` changes or looks at it where it runs."""

    def __init__(self, loop: asyncio.AbstractEventLoop, server: Loopback) -> None:
        self._loop, self.server = loop, server

    def do(self, work: Callable[[Loopback], T]) -> T:
        async def there() -> T:
            return work(self.server)

        return asyncio.run_coroutine_threadsafe(there(), self._loop).result(10)


@contextmanager
def standing(key: RSAPrivateKey) -> Iterator[Standing]:
    """The market, standing until this ends."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server: Any = asyncio.run_coroutine_threadsafe(market(key), loop).result(10)
    try:
        yield Standing(loop, server)
    finally:
        asyncio.run_coroutine_threadsafe(server.__aexit__(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
