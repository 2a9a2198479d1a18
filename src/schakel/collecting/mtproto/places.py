"""Which chat is meant: a name, a number or an invitation as it was typed, and the chat that Telegram knows by it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telethon.tl import functions as ask
from telethon.tl import types

from schakel.collecting.mtproto.asking import Asker, DeniedError, EndedError
from schakel.collecting.mtproto.manners import Manners
from schakel.records.chat_names import SITES, bare_number, is_username, link_parts
from schakel.records.errors import UsageError

_NUMBER = re.compile(r"-?\d{1,16}", re.ASCII)
_IN_CHAT = re.compile(r"c/(\d{1,16})(?:/.*)?", re.ASCII)
_INVITE = re.compile(r"(?:\+|joinchat/)([A-Za-z0-9_-]{8,64})", re.ASCII)
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A chat as it was asked for: `name`, `number` or `invite`, whichever was typed."""

    typed: str
    name: str = ""
    number: int = 0
    invite: str = ""

    @property
    def said(self) -> str:
        """How the chat is called in the log and in grounds: its name in small letters, or its number."""
        return self.name.lower() or (str(self.number) if self.number else f"+{self.invite}")


@dataclass(frozen=True, slots=True)
class Place:
    """A chat that can be asked about: its kind (channel, chat), number, the account's key to it, and what Telegram says of it."""

    kind: str
    number: int
    key: int
    told: Any = None

    @property
    def peer(self) -> Any:
        """It, as requests about messages name it."""
        if self.kind == "chat":
            return types.InputPeerChat(self.number)
        return types.InputPeerChannel(self.number, self.key)

    @property
    def channel(self) -> Any:
        """It, as requests about channels name it."""
        return types.InputChannel(self.number, self.key)


class UnreachableError(Exception):
    """A chat cannot be read; `why` says so in plain words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def asked_for(written: str) -> Asked:
    """What was typed, taken apart; UsageError if it names no chat."""
    word = written.strip()
    parts = link_parts(word)
    link = parts is not None and parts[0] in SITES
    rest = (re.split("[?#]", parts[1])[0] if link and parts else word).rstrip("/")
    if found := _INVITE.fullmatch(rest):
        return Asked(word, invite=found[1])
    if link and (found := _IN_CHAT.fullmatch(rest)):
        return Asked(word, number=int(found[1]))
    if not link and _NUMBER.fullmatch(rest) and int(rest):
        return Asked(word, number=bare_number(int(rest)))
    name = rest.split("/")[0].removeprefix("@") if link else rest.removeprefix("@")
    if is_username(name):
        return Asked(word, name=name)
    raise UsageError(
        f"{word[:_SHOWN]!r} names no chat.",
        means="Nothing was asked for.",
        todo="Write a name as @markt_groningen or t.me/markt_groningen, or a number as schakel collect list shows it.",
    )


def all_asked_for(written: Sequence[str], manners: Manners) -> list[Asked]:
    """What was typed, each chat once; UsageError if nothing was, or too much."""
    asked = {one.said: one for one in map(asked_for, written)}
    if not asked or len(asked) > manners.sizes.chats:
        raise UsageError(
            f"{len(asked):,} chats were named; a run takes 1 to {manners.sizes.chats:,}.",
            means="Nothing was asked for.",
            todo="Name them, for example: schakel collect chats markt_groningen --authorisation ID",
        )
    return list(asked.values())


class Places:
    """Finds chats; what was found under a name before is not asked again."""

    def __init__(self, asker: Asker, known: dict[str, tuple[str, int, int]]) -> None:
        self._asker = asker
        self._known = known
        self._joined: dict[int, Place] | None = None

    async def find(self, asked: Asked) -> Place:
        """The chat; UnreachableError in words if there is none that can be read. Nothing is joined for it."""
        if asked.said in self._known:
            return Place(*self._known[asked.said])
        if asked.name:
            place = await self._named(asked.name)
        elif asked.invite:
            place = await self._invited(asked.invite)
        else:
            place = await self._numbered(asked.number)
        self._known[asked.said] = (place.kind, place.number, place.key)
        return place

    def forget(self, asked: Asked) -> bool:
        """Whether it was known from before; it will be asked again."""
        return self._known.pop(asked.said, None) is not None

    async def joined(self) -> dict[int, Place]:
        """The groups and channels in the account's own list, by number; talks between two people are left out."""
        if self._joined is None:
            self._joined = {}
            async for found in dialogs(self._asker):
                self._joined.update(found)
        return self._joined

    async def _named(self, name: str) -> Place:
        found = await asked_or_why(self._asker, ask.contacts.ResolveUsernameRequest(name), chat=name.lower())
        await self._asker.pause(self._asker.manners.waiting.name_pause_seconds)
        if not isinstance(found.peer, types.PeerChannel):
            raise UnreachableError(
                "it is a person or a bot, not a chat, and talks between two people are not read"
            )
        return place_of(next(one for one in found.chats if one.id == found.peer.channel_id))

    async def _numbered(self, number: int) -> Place:
        place = (await self.joined()).get(number)
        if place is None:
            raise UnreachableError("it is not in the account's own list, and a number alone leads nowhere")
        return place

    async def _invited(self, invite: str) -> Place:
        found = await asked_or_why(
            self._asker, ask.messages.CheckChatInviteRequest(invite), chat=f"+{invite}"
        )
        if isinstance(found, types.ChatInviteAlready):
            return place_of(found.chat)
        title = getattr(found, "title", "") or getattr(getattr(found, "chat", None), "title", "")
        raise UnreachableError(f"“{title}” must be joined to be read, and nothing is joined")


async def dialogs(asker: Asker) -> Any:
    """The groups and channels in the account's own list, a page at a time: places by number."""
    sizes, date, number, peer, seen = asker.manners.sizes, None, 0, types.InputPeerEmpty(), 0
    while seen < sizes.dialogs:
        request = ask.messages.GetDialogsRequest(date, number, peer, sizes.dialogs_page, 0)
        try:
            answer = await asker.ask(request)
        except DeniedError as denied:
            raise _no_list(denied.word) from None
        places = {one.id: place_of(one) for one in answer.chats if _can_be_read(one)}
        yield places
        seen += len(answer.dialogs)
        tops = {(type(one.peer_id).__name__, one.id): one for one in answer.messages}
        last = answer.dialogs[-1] if answer.dialogs else None
        top = tops.get((type(last.peer).__name__, last.top_message)) if last else None
        if not isinstance(answer, types.messages.DialogsSlice) or top is None or top.id == number:
            return
        date, number, peer = top.date, top.id, _input_of(top.peer_id, places, answer.users)


def place_of(chat: Any) -> Place:
    """The place of a group or channel as Telegram describes it."""
    if isinstance(chat, types.Chat):
        return Place("chat", chat.id, 0, chat)
    if not isinstance(chat, types.Channel) or chat.access_hash is None:
        raise UnreachableError("it is private: only members can read it, and nothing is joined")
    return Place("channel", chat.id, chat.access_hash, chat)


async def asked_or_why(asker: Asker, request: Any, **said: Any) -> Any:
    """The answer to a request about one chat; UnreachableError in plain words where Telegram refuses."""
    try:
        return await asker.ask(request, **said)
    except DeniedError as denied:
        why = asker.manners.unreachable.get(denied.word)
        raise UnreachableError(why or f"Telegram answers {denied.word}") from None


def _no_list(word: str) -> EndedError:
    return EndedError(
        f"Telegram did not give the account's list of chats ({word}).",
        means="What was received before is kept.",
        todo="Type the same command again later.",
    )


def _can_be_read(chat: Any) -> bool:
    if isinstance(chat, types.Chat):
        return not (chat.left or chat.deactivated)
    return isinstance(chat, types.Channel) and chat.access_hash is not None


def _input_of(peer: Any, places: dict[int, Place], users: Sequence[Any]) -> Any:
    if isinstance(peer, types.PeerUser):
        user = next((one for one in users if one.id == peer.user_id), None)
        return types.InputPeerUser(peer.user_id, user.access_hash or 0) if user else types.InputPeerEmpty()
    number = peer.channel_id if isinstance(peer, types.PeerChannel) else peer.chat_id
    return places[number].peer if number in places else types.InputPeerEmpty()
