"""Telethon's client with the guard in every connection that it can make."""

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Any

from telethon import TelegramClient
from telethon.crypto import AuthKey
from telethon.sessions import MemorySession
from telethon.tl import TLRequest
from telethon.tl import functions as ask
from telethon.tl.alltlobjects import LAYER

from schakel.collecting.mtproto.guard import Guard
from schakel.collecting.mtproto.guarded_sender import GuardedSender, Heard, guarded_line
from schakel.collecting.mtproto.refusal import RefusalError
from schakel.records.errors import SettingsError

_silent = logging.getLogger("schakel.collecting.mtproto.line")
_silent.addHandler(logging.NullHandler())
_silent.propagate = False  # the library's own log may hold what was asked and of whom


@dataclass(frozen=True, slots=True)
class App:
    """The number and key under which the operator registered a client of their own at my.telegram.org."""

    api_id: int
    api_hash: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Way:
    """A proxy through which every connection goes: its kind (http, socks5), host, port, and name and password if it asks for them."""

    kind: str
    host: str
    port: int
    name: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)

    def told(self) -> tuple[str, str, int, bool, str | None, str | None]:
        """The way in the order that the library takes it; names are resolved at the other end."""
        return self.kind, self.host, self.port, True, self.name, self.password


class ForgetfulSession(MemorySession):  # type: ignore[misc]  # the library has no types
    """The key of a login and where it holds; it remembers nobody that it meets: no names, no numbers, no phones.

    The library's own text of a session has 256 bytes for a key, and makes another key of one of 255, as one in 256 is.
    """

    def __init__(self, kept: str = "") -> None:
        super().__init__()
        if kept:
            dc, host, port, key = kept.split(" ")
            self.set_dc(int(dc), host, int(port))
            self.auth_key = AuthKey(bytes.fromhex(key))

    def as_text(self) -> str:
        """The session as text; empty if there is no key yet."""
        if not self.auth_key or not self.auth_key.key:
            return ""
        return f"{self.dc_id} {self.server_address} {self.port} {self.auth_key.key.hex()}"

    def process_entities(self, tlo: Any) -> None:
        """Remembers nothing of an answer."""

    def set_update_state(self, entity_id: int, state: Any) -> None:
        """Remembers nothing of updates."""


class GuardedClient(TelegramClient):  # type: ignore[misc]  # see above
    """A client that can only ask what the guard lets out, whatever of its methods is called.

    It says hello and nothing more when it connects: the library would ask who it is, and for updates.
    """

    def __init__(
        self, session: ForgetfulSession, app: App, guard: Guard, heard: Heard, way: Way | None = None
    ) -> None:
        if guard.rules.allow.layer != LAYER:
            raise SettingsError(
                f"The installed Telethon speaks layer {LAYER}, and requests were judged in layer {guard.rules.allow.layer}.",
                means="The same bytes may mean something else there, so nothing was sent.",
                todo="Install the version that belongs to this one: pip install 'schakel[collect]'",
            )
        self.guard = guard
        self._guard_heard = heard
        self._places: Any = None
        names = guard.rules.allow.names
        super().__init__(
            session,
            app.api_id,
            app.api_hash,
            connection=guarded_line(guard),
            proxy=way.told() if way else None,
            receive_updates=False,
            catch_up=False,
            flood_sleep_threshold=0,  # waiting is `asking`'s, which says so
            auto_reconnect=False,  # so is connecting again: the library would try at once, and again, and again
            connection_retries=1,
            request_retries=3,  # one, and one more for each of two moves to another data centre
            raise_last_call_error=True,
            base_logger=_silent,
            **{name: names[name] for name in ("device_model", "system_version", "app_version")},
            **{name: names[name] for name in ("lang_code", "system_lang_code")},
        )
        self._sender = self._guarded_sender(
            self.session.auth_key,
            retries=self._connection_retries,
            delay=self._retry_delay,
            auto_reconnect=self._auto_reconnect,
            connect_timeout=self._timeout,
            auth_key_callback=self._auth_key_callback,
            updates_queue=self._updates_queue,
            auto_reconnect_callback=self._handle_auto_reconnect,
        )

    def _guarded_sender(self, auth_key: Any, **more: Any) -> GuardedSender:
        return GuardedSender(auth_key, guard=self.guard, heard=self._guard_heard, loggers=self._log, **more)

    async def get_me(self, input_peer: bool = False) -> Any:
        """Nobody: the library would ask who this is as it connects, which nothing here needs to know."""
        return None

    async def is_user_authorized(self) -> bool:
        """Whether there is a login to speak of; the library would ask for updates to find out."""
        return self.guard.purpose != "login"

    async def _on_login(self, user: Any) -> Any:
        """Nothing more is asked after a login: the library would ask for updates."""
        return user

    async def _update_loop(self) -> None:
        """No updates come, and none are asked for."""
        await asyncio.Event().wait()

    async def _get_dc(self, dc_id: int, cdn: bool = False) -> Any:
        """The address of a data centre of Telegram; RefusalError for those of others, which hold copies of files."""
        if cdn:
            self.guard.stop(RefusalError("upload.getCdnFile", "the server is not Telegram's own"))
            raise self.guard.refused or AssertionError
        if self._places is None:
            self._places = (await self(ask.help.GetConfigRequest())).dc_options
        found = [
            one
            for one in self._places
            if one.id == dc_id and not one.cdn and not one.ipv6 and not one.media_only
        ]
        if not found:
            raise ConnectionError(f"Telegram names no data centre {dc_id}")
        return found[0]

    async def _create_exported_sender(self, dc_id: int) -> GuardedSender:
        """A connection to another data centre, for files that lie there; it is guarded as the first is."""
        place = await self._get_dc(dc_id)
        sender = self._guarded_sender(
            None, retries=1, delay=self._retry_delay, auto_reconnect=False, connect_timeout=self._timeout
        )
        line = self._connection(
            place.ip_address, place.port, place.id, loggers=self._log, proxy=self._proxy, local_addr=None
        )
        await sender.connect(line)
        allowed = await self(ask.auth.ExportAuthorizationRequest(dc_id))
        self._init_request.query = ask.auth.ImportAuthorizationRequest(id=allowed.id, bytes=allowed.bytes)
        quiet = ask.InvokeWithoutUpdatesRequest(self._init_request)
        await sender.send(ask.InvokeWithLayerRequest(LAYER, quiet))
        return sender

    async def _get_cdn_client(self, cdn_redirect: Any) -> Any:
        await self._get_dc(cdn_redirect.dc_id, cdn=True)


def asked_in(request: TLRequest) -> TLRequest:
    """The request inside whatever the library put around it."""
    while isinstance(getattr(request, "query", None), TLRequest):
        request = request.query
    return request
