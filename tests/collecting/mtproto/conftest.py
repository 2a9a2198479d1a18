"""A server on loopback with a small market, and clients that are logged in to it."""

import asyncio
from collections.abc import Coroutine, Iterator
from typing import Any, TypeVar

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from telethon import TelegramClient
from telethon.crypto import AuthKey
from telethon.crypto import rsa as known
from telethon.sessions import MemorySession

from tests.collecting.mtproto.loopback import Loopback

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


OPERATOR = 100
CHANNEL, GROUP = 500, 501
APP = (12345, "0123456789abcdef0123456789abcdef")


async def market(key: rsa.RSAPrivateKey) -> Loopback:
    """A server with a channel, a group that talks under it, a private channel, and an operator's account."""
    server = await Loopback(key).start()
    server.user(OPERATOR, "Onderzoek", phone="31600000001")
    server.user(101, "Ans", "ans_verkoopt")
    server.user(102, "Bo")
    server.channel(CHANNEL, "Markt Groningen", "markt_groningen")
    server.channel(GROUP, "Praat Groningen", "praat_groningen", group=True)
    server.channel(502, "Besloten", None)
    server.members[GROUP] = {101, 102}
    return server


async def logged_in(server: Loopback) -> str:
    """The session of the operator's account, made by the library as it comes: what it asks is forgotten after."""
    client = unguarded(server, "")
    await client.connect()
    await client.send_code_request("+31600000001")
    await client.sign_in("+31600000001", "12345")
    await client.disconnect()
    server.asked.clear()
    server.hellos.clear()
    held = client.session
    return f"{held.dc_id} {held.server_address} {held.port} {held.auth_key.key.hex()}"


def unguarded(server: Loopback, session: str) -> TelegramClient:
    """The library's own client, as whoever knows no guard would use it."""
    kept = MemorySession()
    kept.set_dc(2, "127.0.0.1", server.port)
    if session:
        kept.auth_key = AuthKey(bytes.fromhex(session.split(" ")[3]))
    return TelegramClient(kept, *APP, receive_updates=False)
