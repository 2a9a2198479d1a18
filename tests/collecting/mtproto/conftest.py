"""A server on loopback with a small market, and clients that are logged in to it."""

import asyncio
from collections.abc import Coroutine, Iterator
from typing import Any, TypeVar

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from telethon.crypto import rsa as known

T = TypeVar("T")


@pytest.fixture(scope="session")
def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture(autouse=True)
def _only_our_server(rsa_key: rsa.RSAPrivateKey) -> Iterator[None]:
    """No client of these tests takes another server for Telegram's: the keys of Telegram's own are put aside."""
    before = dict(known._server_keys)
    known._server_keys.clear()
    yield
    known._server_keys.clear()
    known._server_keys.update(before)


def soon(work: Coroutine[Any, Any, T]) -> T:
    """What comes of a piece of work within ten seconds."""
    return asyncio.run(asyncio.wait_for(work, 10))
