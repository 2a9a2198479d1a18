"""A server of Telegram's protocol on loopback: accounts, chats and messages in memory, and what others would see of a client.

It answers reads and does what is visible alike, so that a test can show both: that the visible arrives and changes the
server's state without the guard, and that with it nothing arrives. `asked` holds every request with what was around it.
"""

import asyncio
import hashlib
import inspect
import os
from datetime import timedelta
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from telethon.crypto import rsa
from telethon.tl import TLRequest, types
from telethon.tl import functions as ask

from tests.collecting.mtproto.second_password import number_of, password_number, sha, wide
from tests.collecting.mtproto.server_line import GENERATOR, PRIME, Line, RejectedError, number_bytes, vector
from tests.collecting.mtproto.visible_acts import START, VisibleActs

__all__ = ["START", "Loopback", "RejectedError"]
DCS = (2, 4)
PASSWORD = "een lang wachtwoord"  # noqa: S105 - of a made-up account


def dotted(request: TLRequest) -> str:
    """The name of a request as Telegram writes it."""
    space = type(request).__module__.partition("functions")[2].strip(".")
    name = type(request).__name__.removesuffix("Request")
    bare = name[0].lower() + name[1:]
    return f"{space}.{bare}" if space else bare


class Loopback(VisibleActs):
    """The server. It speaks as data centres 2 and 4 from one port; a client must bring its login to the other itself."""

    def __init__(self, key: RSAPrivateKey) -> None:
        private = key.private_numbers()
        self.private = _Private(private.public_numbers.n, private.d)
        pem = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.PKCS1)
        rsa.add_key(pem.decode(), old=False)
        self.fingerprint = rsa._compute_fingerprint(rsa.rsa.PublicKey.load_pkcs1(pem))
        self.keys: dict[bytes, bytes] = {}
        self.exchanges: list[str] = []
        self.asked: list[tuple[str, Any, list[str]]] = []
        self.hellos: list[ask.InitConnectionRequest] = []
        self.faults: list[BaseException] = []
        self.bytes_in = 0
        self.arrived: list[str] = []  # every message, in their order
        self.wrong_salts = 0  # so many requests are sent back, to be made again with another salt
        self.packs = True
        self.lines: list[Line] = []
        self.users: dict[int, types.User] = {}
        self.chats: dict[int, Any] = {}
        self.messages: dict[int, list[Any]] = {}
        self.comments: dict[tuple[int, int], tuple[int, int]] = {}
        self.files: dict[int, bytes] = {}
        self.logged_in: dict[bytes, types.User] = {}
        self.exported: dict[bytes, types.User] = {}
        self.wants_password = False
        self.rejects: list[tuple[str, RejectedError]] = []
        self.cut_after: int | None = None
        self.cut_once = False
        # What others see of a client.
        self.read: dict[tuple[int, int], int] = {}
        self.viewed: set[tuple[int, int, int]] = set()
        self.presence: dict[int, Any] = {}
        self.typing: list[tuple[int, str]] = []
        self.members: dict[int, set[int]] = {}
        self.contacts: set[str] = set()
        self.votes: list[tuple[int, int]] = []

    async def start(self) -> "Loopback":
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port: int = self._server.sockets[0].getsockname()[1]
        return self

    async def __aenter__(self) -> "Loopback":
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for line in self.lines:
            line.cut()
        await self._server.wait_closed()
        assert not self.faults, self.faults

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = Line(self, reader, writer)
        self.lines.append(line)
        try:
            await line.serve()
        except Exception as fault:  # noqa: BLE001 - a fault of this server: the test that made it shall hear of it
            self.faults.append(fault)

    def called(self, message: Any) -> str:
        """The name of a message that arrived, without what is around it."""
        while isinstance(getattr(message, "query", None), TLRequest):
            message = message.query
        if isinstance(message, TLRequest):
            return dotted(message)
        return {types.MsgsAck: "msgs_ack", types.MsgsStateInfo: "msgs_state_info"}[type(message)]

    def ask_for_state(self) -> None:
        """Asks the client which of the server's messages it knows."""
        self.lines[-1]._say(bytes(types.MsgsStateReq([5])))

    @property
    def names(self) -> list[str]:
        return [name for name, _, _ in self.asked]

    def seen(self) -> dict[str, Any]:
        """All that others can see of whoever is logged in, and all that stands in the chats."""
        return {
            "read": dict(self.read),
            "viewed": set(self.viewed),
            "presence": {user: str(state) for user, state in self.presence.items()},
            "typing": list(self.typing),
            "members": {chat: set(who) for chat, who in self.members.items()},
            "contacts": set(self.contacts),
            "votes": list(self.votes),
            "messages": {chat: [str(one) for one in posted] for chat, posted in self.messages.items()},
        }

    # What is there

    def user(self, number: int, first: str, username: str | None = None, **more: Any) -> types.User:
        self.users[number] = types.User(
            id=number, access_hash=number * 7, first_name=first, username=username, **more
        )
        return self.users[number]

    def channel(
        self, number: int, title: str, username: str | None, *, group: bool = False, **more: Any
    ) -> Any:
        more = {"left": True, "broadcast": not group, "megagroup": group} | more
        self.chats[number] = types.Channel(
            id=number, access_hash=number * 11, title=title, username=username, photo=types.ChatPhotoEmpty(),
            date=START, **more,
        )  # fmt: skip
        self.messages[number], self.members[number] = [], set()
        return self.chats[number]

    def small_group(self, number: int, title: str) -> Any:
        self.chats[number] = types.Chat(
            id=number, title=title, photo=types.ChatPhotoEmpty(), participants_count=3, date=START, version=1
        )
        self.messages[number], self.members[number] = [], set()
        return self.chats[number]

    def post(self, chat: int, text: str, by: int | None = None, **more: Any) -> types.Message:
        posted = self.messages[chat]
        number = more.pop("id", posted[-1].id + 1 if posted else 1)
        answer = more.pop("reply", None)
        own = types.PeerChat(chat) if isinstance(self.chats[chat], types.Chat) else types.PeerChannel(chat)
        more.setdefault("date", START + timedelta(minutes=number))
        message = types.Message(
            id=number,
            peer_id=own,
            message=text,
            from_id=types.PeerUser(by) if by else None,
            post=by is None,
            views=1 if by is None else None,
            forwards=0 if by is None else None,
            reply_to=types.MessageReplyHeader(reply_to_msg_id=answer) if answer else None,
            **more,
        )
        posted.append(message)
        return message

    def photo(self, number: int, body: bytes, dc: int = 2) -> types.MessageMediaPhoto:
        self.files[number] = body
        sizes = [types.PhotoSize("m", 80, 50, 500), types.PhotoSize("x", 320, 200, len(body))]
        photo = types.Photo(
            id=number, access_hash=1, file_reference=b"ref", date=START, sizes=sizes, dc_id=dc
        )
        return types.MessageMediaPhoto(photo=photo)

    # Answering

    def answer(self, line: Line, request: Any) -> Any:
        around: list[str] = []
        while isinstance(getattr(request, "query", None), TLRequest):
            around.append(dotted(request))
            if isinstance(request, ask.InitConnectionRequest):
                self.hellos.append(request)
            request = request.query
        name = dotted(request)
        self.asked.append((name, request, around))
        if self.cut_after is not None and len(self.asked) > self.cut_after:
            line.cut()
            self.cut_after = None if self.cut_once else self.cut_after
        for place, (rejected, error) in enumerate(self.rejects):
            if rejected == name:
                del self.rejects[place]
                raise error
        do = getattr(self, "_" + name.replace(".", "_").lower(), None)
        if do is None:
            raise RejectedError(400, "INPUT_METHOD_INVALID")
        return do(line, request)

    def who(self, line: Line) -> types.User:
        if line.key not in self.logged_in:
            raise RejectedError(401, "AUTH_KEY_UNREGISTERED")
        return self.logged_in[line.key]

    def _chat(self, line: Line, peer: Any) -> Any:
        self.who(line)
        number = getattr(peer, "channel_id", None) or getattr(peer, "chat_id", None)
        chat = self.chats.get(number)
        if chat is None:
            raise RejectedError(400, "CHANNEL_INVALID")
        if isinstance(chat, types.Channel) and peer.access_hash != chat.access_hash:
            raise RejectedError(400, "CHANNEL_INVALID")
        if isinstance(chat, types.Channel) and chat.left and not chat.username:
            raise RejectedError(400, "CHANNEL_PRIVATE")
        return chat

    def _help_getconfig(self, line: Line, request: Any) -> Any:
        options = [types.DcOption(id=dc, ip_address="127.0.0.1", port=self.port) for dc in DCS]
        said = {"date": START, "expires": START + timedelta(hours=1), "test_mode": False, "this_dc": 2}
        said |= {"dc_options": options, "dc_txt_domain_name": "", "me_url_prefix": "https://t.me/"}
        for name, one in inspect.signature(types.Config.__init__).parameters.items():
            if name != "self" and one.default is inspect.Parameter.empty:
                said.setdefault(name, 200)
        return types.Config(**said)

    def _auth_sendcode(self, line: Line, request: Any) -> Any:
        if request.phone_number.endswith("99"):
            raise RejectedError(400, "PHONE_NUMBER_INVALID")
        return types.auth.SentCode(type=types.auth.SentCodeTypeApp(5), phone_code_hash="hash")

    def _auth_signin(self, line: Line, request: Any) -> Any:
        if request.phone_code != "12345":
            raise RejectedError(400, "PHONE_CODE_INVALID")
        user = next(
            (one for one in self.users.values() if one.phone == request.phone_number.lstrip("+")), None
        )
        if user is None:
            return types.auth.AuthorizationSignUpRequired()
        if self.wants_password:
            raise RejectedError(401, "SESSION_PASSWORD_NEEDED")
        self.logged_in[line.key] = user
        return types.auth.Authorization(user=user)

    def _account_getpassword(self, line: Line, request: Any) -> Any:
        self._algorithm = types.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow(
            salt1=b"salt one", salt2=b"salt two", g=GENERATOR, p=number_bytes(PRIME)
        )
        self._b = int.from_bytes(os.urandom(256), "big") % PRIME
        self._verifier = pow(GENERATOR, password_number(PASSWORD, self._algorithm), PRIME)
        public = (
            number_of(wide(PRIME), wide(GENERATOR)) * self._verifier + pow(GENERATOR, self._b, PRIME)
        ) % PRIME
        self._public = public
        unknown = types.PasswordKdfAlgoUnknown()
        return types.account.Password(
            new_algo=unknown, new_secure_algo=types.SecurePasswordKdfAlgoUnknown(), secure_random=b"random",
            has_password=True, current_algo=self._algorithm, srp_B=wide(public), srp_id=5,
        )  # fmt: skip

    def _auth_checkpassword(self, line: Line, request: Any) -> Any:
        proof, algorithm = request.password, self._algorithm
        a = int.from_bytes(proof.A, "big")
        u = number_of(wide(a), wide(self._public))
        key = hashlib.sha256(wide(pow(a * pow(self._verifier, u, PRIME), self._b, PRIME))).digest()
        mixed = bytes(x ^ y for x, y in zip(sha(wide(PRIME)), sha(wide(GENERATOR)), strict=True))
        salts = sha(algorithm.salt1) + sha(algorithm.salt2)
        if sha(mixed + salts + wide(a) + wide(self._public) + key) != proof.M1:
            raise RejectedError(400, "PASSWORD_HASH_INVALID")
        user = next(one for one in self.users.values() if one.phone)
        self.logged_in[line.key] = user
        return types.auth.Authorization(user=user)

    def _auth_logout(self, line: Line, request: Any) -> Any:
        self.who(line)
        del self.logged_in[line.key]
        return types.auth.LoggedOut()

    def _auth_exportauthorization(self, line: Line, request: Any) -> Any:
        token = os.urandom(16)
        self.exported[token] = self.who(line)
        return types.auth.ExportedAuthorization(id=1, bytes=token)

    def _auth_importauthorization(self, line: Line, request: Any) -> Any:
        self.logged_in[line.key] = self.exported.pop(request.bytes)
        return types.auth.Authorization(user=self.logged_in[line.key])

    def _users_getusers(self, line: Line, request: Any) -> Any:
        me = self.who(line)
        found = [
            me if isinstance(one, types.InputUserSelf) else self.users.get(one.user_id) for one in request.id
        ]
        return vector([one for one in found if one])

    def _contacts_resolveusername(self, line: Line, request: Any) -> Any:
        self.who(line)
        for one in (*self.chats.values(), *self.users.values()):
            if (getattr(one, "username", None) or "").lower() == request.username.lower():
                if isinstance(one, types.User):
                    return types.contacts.ResolvedPeer(types.PeerUser(one.id), [], [one])
                return types.contacts.ResolvedPeer(types.PeerChannel(one.id), [one], [])
        raise RejectedError(400, "USERNAME_NOT_OCCUPIED")

    def _messages_checkchatinvite(self, line: Line, request: Any) -> Any:
        self.who(line)
        return types.ChatInvite(
            title="Gesloten markt", photo=types.PhotoEmpty(0), participants_count=12, color=1
        )

    def _messages_getdialogs(self, line: Line, request: Any) -> Any:
        me = self.who(line)
        joined = [chat for chat in self.chats.values() if isinstance(chat, types.Chat) or not chat.left]
        peers: list[Any] = [
            types.PeerChat(c.id) if isinstance(c, types.Chat) else types.PeerChannel(c.id) for c in joined
        ]
        peers.append(types.PeerUser(me.id))
        tops = [self.messages[c.id][-1] for c in joined if self.messages[c.id]]
        dialogs = [types.Dialog(peer, 1, 0, 0, 0, 0, 0, 0, types.PeerNotifySettings()) for peer in peers]
        return types.messages.Dialogs(dialogs, tops, joined, [me])

    def _messages_gethistory(self, line: Line, request: Any) -> Any:
        chat = self._chat(line, request.peer)
        found = [
            one for one in reversed(self.messages[chat.id])
            if (not request.offset_id or one.id < request.offset_id) and one.id > request.min_id
        ]  # fmt: skip
        return self._packed(chat, found[: request.limit], len(self.messages[chat.id]))

    def _messages_getreplies(self, line: Line, request: Any) -> Any:
        self._chat(line, request.peer)
        group, root = self.comments[(request.peer.channel_id, request.msg_id)]
        found = [
            one for one in reversed(self.messages[group])
            if one.reply_to and one.reply_to.reply_to_msg_id == root
            and (not request.offset_id or one.id < request.offset_id)
        ]  # fmt: skip
        return self._packed(self.chats[group], found[: request.limit], len(found))

    def _messages_getdiscussionmessage(self, line: Line, request: Any) -> Any:
        chat = self._chat(line, request.peer)
        group, root = self.comments[(request.peer.channel_id, request.msg_id)]
        found = [one for one in self.messages[group] if one.id == root]
        return types.messages.DiscussionMessage(
            messages=found, unread_count=0, chats=[chat, self.chats[group]], users=[]
        )

    def _packed(self, chat: Any, found: list[Any], count: int) -> Any:
        senders = {one.from_id.user_id for one in found if isinstance(one.from_id, types.PeerUser)}
        users = [self.users[number] for number in sorted(senders)]
        if isinstance(chat, types.Chat):
            return types.messages.Messages(messages=found, topics=[], chats=[chat], users=users)
        return types.messages.ChannelMessages(
            pts=1, count=count, messages=found, topics=[], chats=[chat], users=users
        )

    def _channels_getfullchannel(self, line: Line, request: Any) -> Any:
        chat = self._chat(line, request.channel)
        full = types.ChannelFull(
            id=chat.id, about="Alles netjes", read_inbox_max_id=0, read_outbox_max_id=0, unread_count=0,
            chat_photo=types.PhotoEmpty(0), notify_settings=types.PeerNotifySettings(), bot_info=[], pts=1,
            participants_count=len(self.members[chat.id]),
        )  # fmt: skip
        return types.messages.ChatFull(full, [chat], [])

    def _messages_getfullchat(self, line: Line, request: Any) -> Any:
        chat = self.chats[request.chat_id]
        full = types.ChatFull(
            id=chat.id, about="", participants=types.ChatParticipants(chat.id, [], 1),
            notify_settings=types.PeerNotifySettings(), chat_photo=types.PhotoEmpty(0),
        )  # fmt: skip
        return types.messages.ChatFull(full, [chat], [])

    def _channels_getparticipants(self, line: Line, request: Any) -> Any:
        chat = self._chat(line, request.channel)
        if chat.broadcast:
            raise RejectedError(400, "CHAT_ADMIN_REQUIRED")
        members = sorted(self.members[chat.id])
        part = members[request.offset : request.offset + request.limit]
        told = [types.ChannelParticipant(number, START) for number in part]
        return types.channels.ChannelParticipants(
            count=len(members), participants=told, chats=[chat], users=[self.users[number] for number in part]
        )

    def _upload_getfile(self, line: Line, request: Any) -> Any:
        self.who(line)
        body = self.files[request.location.id]
        part = body[request.offset : request.offset + request.limit]
        return types.upload.File(types.storage.FileJpeg(), 0, part)


class _Private:
    def __init__(self, n: int, d: int) -> None:
        self.n, self.d = n, d
