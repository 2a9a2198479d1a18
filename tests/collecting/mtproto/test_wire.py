"""On the wire: what others would see arrives without the guard, and not one byte of it with the guard, whatever way is taken."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from telethon import TelegramClient
from telethon.network import MTProtoSender
from telethon.network.requeststate import RequestState
from telethon.tl import functions as ask
from telethon.tl import types

from schakel.collecting.mtproto.guard import Guard
from schakel.collecting.mtproto.guarded_client import App, ForgetfulSession, GuardedClient, Way
from schakel.collecting.mtproto.refusal import RefusalError
from tests.collecting.mtproto.conftest import APP, CHANNEL, GROUP, logged_in, market, soon, unguarded
from tests.collecting.mtproto.loopback import PASSWORD, Loopback

PEER, PLACE = types.InputPeerChannel(GROUP, GROUP * 11), types.InputChannel(GROUP, GROUP * 11)
Act = Callable[[Any], Awaitable[Any]]


async def types_something(client: TelegramClient) -> None:
    async with client.action(PEER, "typing", delay=0.01):
        await asyncio.sleep(0.05)


VISIBLE: dict[str, tuple[Act, str]] = {
    "send_message": (lambda one: one.send_message(PEER, "hallo"), "messages"),
    "send_read_acknowledge": (lambda one: one.send_read_acknowledge(PEER, max_id=2), "read"),
    "action": (types_something, "typing"),
    "join": (lambda one: one(ask.channels.JoinChannelRequest(PLACE)), "members"),
    "online": (lambda one: one(ask.account.UpdateStatusRequest(False)), "presence"),
    "offline": (lambda one: one(ask.account.UpdateStatusRequest(True)), "presence"),
    "count a view": (
        lambda one: one(
            ask.messages.GetMessagesViewsRequest(types.InputPeerChannel(CHANNEL, CHANNEL * 11), [1], True)
        ),
        "viewed",
    ),
    "read private": (
        lambda one: one(ask.messages.ReadHistoryRequest(types.InputPeerUser(101, 707), 5)),
        "read",
    ),
    "vote": (
        lambda one: one(ask.messages.SendReactionRequest(PEER, 1, reaction=[types.ReactionEmoji("x")])),
        "votes",
    ),
    "add a contact": (
        lambda one: one(
            ask.contacts.ImportContactsRequest([types.InputPhoneContact(1, "+31600000002", "An", "Onym")])
        ),
        "contacts",
    ),
}
# Refused as well, though this server does not do them.
FURTHER: dict[str, Act] = {
    "send_file": lambda one: one.send_file(PEER, b"bytes of a file"),
    "edit_message": lambda one: one.edit_message(PEER, 1, "anders"),
    "delete_messages": lambda one: one.delete_messages(PEER, [1]),
    "forward_messages": lambda one: one.forward_messages(PEER, [1], PEER),
    "pin_message": lambda one: one.pin_message(PEER, 1),
    "kick": lambda one: one.kick_participant(PEER, types.InputPeerUser(101, 707)),
    "delete_dialog": lambda one: one.delete_dialog(PEER),
    "inline_query": lambda one: one.inline_query(types.InputPeerUser(101, 707), "x"),
    "takeout": lambda one: one(ask.account.InitTakeoutSessionRequest()),
    "edit_2fa": lambda one: one.edit_2fa(new_password=PASSWORD),
    "send_code": lambda one: one.send_code_request("+31600000001"),
    "log_out": lambda one: one.log_out(),
    "catch_up": lambda one: one(ask.updates.GetStateRequest()),
    "callback": lambda one: one(ask.messages.GetBotCallbackAnswerRequest(PEER, 1, data=b"x")),
    "preview": lambda one: one(ask.messages.GetWebPagePreviewRequest("https://voorbeeld.nl")),
    "invite": lambda one: one(ask.messages.ImportChatInviteRequest("abcdefgh")),
    "history of a talk": lambda one: one.get_messages(types.InputPeerUser(101, 707)),
    "many at once": lambda one: one([ask.help.GetConfigRequest(), ask.channels.JoinChannelRequest(PLACE)]),
    "in order": lambda one: one(
        [ask.help.GetConfigRequest(), ask.channels.JoinChannelRequest(PLACE)], ordered=True
    ),
    "large and packed": lambda one: one(ask.messages.SendMessageRequest(PEER, "a" * 2000, random_id=1)),
    "cdn": lambda one: one._get_cdn_client(types.upload.FileCdnRedirect(4, b"", b"", b"", [])),
}


def guarded(session: str, heard: list[str] | None = None) -> GuardedClient:
    told = [] if heard is None else heard
    guard = Guard("collect", lambda refused: told.append(refused.request))
    return GuardedClient(ForgetfulSession(session), App(*APP), guard, lambda *_: None)


async def ended_by(act: Act, client: GuardedClient) -> RefusalError | None:
    """Does it, lets everything that runs beside it come to rest, and gives what the guard said."""
    with suppress(RefusalError, asyncio.CancelledError, TimeoutError, ValueError, OSError):
        await asyncio.wait_for(act(client), 3)
    await asyncio.sleep(0.02)
    return client.guard.refused


async def posted(key: RSAPrivateKey) -> Loopback:
    server = await market(key)
    server.post(CHANNEL, "bericht")
    server.post(GROUP, "een", 101)
    server.post(GROUP, "twee", 102)
    return server


@pytest.mark.parametrize("name", VISIBLE)
def test_without_the_guard_it_arrives_and_with_it_nothing_does(rsa_key: RSAPrivateKey, name: str) -> None:
    act, what = VISIBLE[name]

    async def both() -> None:
        async with await posted(rsa_key) as server:
            session = await logged_in(server)
            client = guarded(session)
            await client.connect()
            await client(ask.messages.GetHistoryRequest(PEER, 0, None, 0, 10, 0, 0, 0))
            before, asked, came = server.seen(), list(server.names), server.bytes_in
            assert await ended_by(act, client) is not None
            assert (server.seen(), server.names, server.bytes_in) == (before, asked, came)
            await client.disconnect()
            assert server.bytes_in == came

            free = unguarded(server, session)
            await free.connect()
            await act(free)
            assert server.seen()[what] != before[what], "the server would not have shown it"
            assert {part: value for part, value in server.seen().items() if part != what} == {
                part: value for part, value in before.items() if part != what
            } or what == "viewed"
            await free.disconnect()

    soon(both())


def test_whatever_else_the_library_can_do_does_not_arrive(rsa_key: RSAPrivateKey) -> None:
    async def each() -> None:
        async with await posted(rsa_key) as server:
            session = await logged_in(server)
            for name, act in FURTHER.items():
                client = guarded(session)
                await client.connect()
                await client(ask.help.GetConfigRequest())
                before, asked = server.seen(), list(server.names)
                assert await ended_by(act, client) is not None, name
                assert server.seen() == before, name
                assert set(server.names[len(asked) :]) <= {"help.getConfig"}, name
                await client.disconnect()

    soon(each())


JOIN = ask.channels.JoinChannelRequest(PLACE)


async def into_the_queue(client: GuardedClient) -> None:
    client._sender._send_queue.append(RequestState(ask.InvokeWithoutUpdatesRequest(JOIN)))


async def behind_the_queue(client: GuardedClient) -> None:
    client._sender._send_queue._deque.append(RequestState(ask.InvokeWithoutUpdatesRequest(JOIN)))
    client._sender._send_queue._ready.set()
    await asyncio.sleep(0.05)


async def changed_after_it_was_queued(client: GuardedClient) -> None:
    state = RequestState(ask.InvokeWithoutUpdatesRequest(ask.help.GetConfigRequest()))
    client._sender._send_queue.append(state)
    state.data = bytes(ask.InvokeWithoutUpdatesRequest(JOIN))
    await asyncio.sleep(0.05)


async def encrypted_elsewhere(client: GuardedClient) -> None:
    from telethon.network.mtprotostate import MTProtoState  # noqa: PLC0415 - as whoever patches would

    state = MTProtoState(client._sender.auth_key, loggers=client._log)
    state.salt, state.id = client._sender._state.salt, client._sender._state.id
    body = bytes(ask.InvokeWithoutUpdatesRequest(JOIN))
    packet = (
        (5 << 32).to_bytes(8, "little") + (1).to_bytes(4, "little") + len(body).to_bytes(4, "little") + body
    )
    await client._sender._connection.send(state.encrypt_message_data(packet))
    await asyncio.sleep(0.05)


async def a_sender_of_the_library(client: GuardedClient) -> None:
    line = client._connection("127.0.0.1", client.session.port, 2, loggers=client._log)
    sender = MTProtoSender(client.session.auth_key, loggers=client._log, auto_reconnect=False)
    await sender.connect(line)
    try:
        await asyncio.wait_for(sender.send(ask.InvokeWithoutUpdatesRequest(JOIN)), 0.5)
    finally:
        await sender.disconnect()


async def to_another_data_centre(client: GuardedClient) -> None:
    sender = await client._borrow_exported_sender(4)
    await client._call(sender, JOIN)


async def on_the_bare_line(client: GuardedClient) -> None:
    client._sender._connection._send(b"anything at all that is long enough to be a packet")


@pytest.mark.parametrize(
    "way",
    [
        into_the_queue,
        behind_the_queue,
        changed_after_it_was_queued,
        encrypted_elsewhere,
        a_sender_of_the_library,
        to_another_data_centre,
        on_the_bare_line,
    ],
)
def test_there_is_no_way_around(rsa_key: RSAPrivateKey, way: Act) -> None:
    async def past() -> None:
        async with await posted(rsa_key) as server:
            client = guarded(await logged_in(server))
            await client.connect()
            await client(ask.help.GetConfigRequest())
            before = server.seen()
            assert await ended_by(way, client) is not None
            await asyncio.sleep(0.05)
            assert server.seen() == before
            assert "channels.joinChannel" not in server.names
            assert not client.is_connected()
            await client.disconnect()

    soon(past())


def test_what_was_patched_before_does_not_matter(
    rsa_key: RSAPrivateKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The classes of the library are replaced by unguarded ones under the client's feet, before and after it is made."""

    class Free(MTProtoSender):  # type: ignore[misc]
        pass

    async def past() -> None:
        async with await posted(rsa_key) as server:
            session = await logged_in(server)
            monkeypatch.setattr("telethon.client.telegrambaseclient.MTProtoSender", Free)
            client = guarded(session)
            monkeypatch.setattr("telethon.network.mtprotosender.MTProtoState", object)
            monkeypatch.setattr("telethon.network.mtprotosender.MessagePacker", object)
            await client.connect()
            before = server.seen()
            for way in (lambda one: one(JOIN), to_another_data_centre):
                assert await ended_by(way, client) is not None
            assert server.seen() == before
            assert "channels.joinChannel" not in server.names
            await client.disconnect()

    soon(past())


def test_a_connection_says_hello_without_a_word_of_this_machine(rsa_key: RSAPrivateKey) -> None:
    async def hello() -> None:
        async with await posted(rsa_key) as server:
            client = guarded(await logged_in(server))
            await client.connect()
            await client(ask.messages.GetHistoryRequest(PEER, 0, None, 0, 10, 0, 0, 0))
            await client._borrow_exported_sender(4)
            await client.disconnect()
            assert len(server.hellos) == 2
            for one in server.hellos:
                told = {name: value for name, value in vars(one).items() if name != "query"}
                assert told == {
                    "api_id": APP[0],
                    "device_model": "Computer",
                    "system_version": "not stated",
                    "app_version": "1",
                    "system_lang_code": "en",
                    "lang_pack": "",
                    "lang_code": "en",
                    "proxy": None,
                    "params": None,
                }
            # Nothing but what was asked: no question who this is, none for updates; and all of it without updates.
            assert server.names == [
                "help.getConfig",
                "messages.getHistory",
                "help.getConfig",
                "auth.exportAuthorization",
                "auth.importAuthorization",
            ]
            assert all("invokeWithoutUpdates" in around for _, _, around in server.asked)

    soon(hello())


def test_every_line_goes_through_the_proxy(rsa_key: RSAPrivateKey, monkeypatch: pytest.MonkeyPatch) -> None:
    async def through() -> None:
        async with await posted(rsa_key) as server:
            seen: list[Any] = []

            async def instead(self: Any, timeout: Any = None, local_addr: Any = None) -> Any:
                seen.append(self._proxy)
                there = socket.create_connection((self._ip, self._port))
                there.setblocking(False)
                return there

            monkeypatch.setattr("telethon.network.connection.connection.Connection._proxy_connect", instead)
            monkeypatch.setattr("telethon.client.telegrambaseclient.python_socks", socket)
            way = Way("socks5", "127.0.0.1", 9050)
            session = ForgetfulSession(await logged_in(server))
            client = GuardedClient(session, App(*APP), Guard("collect"), lambda *_: None, way)
            await client.connect()
            await client._borrow_exported_sender(4)
            await client.disconnect()
            assert seen == [way.told()] * 2
            assert all(one.proxy is None for one in server.hellos)

    soon(through())


def test_a_session_is_the_same_after_it_was_kept_whatever_its_key() -> None:
    for key in (bytes(range(1, 256)), b"\x01" * 256):
        session = ForgetfulSession(f"2 127.0.0.1 443 {key.hex()}")
        assert session.as_text() == ForgetfulSession(session.as_text()).as_text()
        assert session.auth_key.key == key
    assert ForgetfulSession().as_text() == ""


def test_the_session_remembers_nobody(rsa_key: RSAPrivateKey) -> None:
    async def remembers() -> None:
        async with await posted(rsa_key) as server:
            client = guarded(await logged_in(server))
            await client.connect()
            seen = await client(ask.messages.GetDialogsRequest(None, 0, types.InputPeerEmpty(), 9, 0))
            assert [one.phone for one in seen.users] == ["31600000001"]
            await client(ask.messages.GetHistoryRequest(PEER, 0, None, 0, 10, 0, 0, 0))
            await client.disconnect()
            assert not client.session._entities
            assert not client.session._update_states
            assert "31600000001" not in str(vars(client.session))

    soon(remembers())
