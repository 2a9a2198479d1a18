"""What others see of a client, done by the loopback server as Telegram's own would: a test needs something that can change."""

from datetime import UTC, datetime
from typing import Any

from telethon.tl import types

from tests.collecting.mtproto.server_line import Line

START = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


class VisibleActs:
    """The visible requests; the server's state is in whoever inherits."""

    def _messages_getmessagesviews(self, line: Line, request: Any) -> Any:
        chat, me = self._chat(line, request.peer), self.who(line)
        told = []
        for one in [one for one in self.messages[chat.id] if one.id in request.id]:
            seen = (me.id, chat.id, one.id)
            if request.increment and seen not in self.viewed:
                self.viewed.add(seen)
                one.views += 1
            told.append(types.MessageViews(views=one.views, forwards=0))
        return types.messages.MessageViews(told, [chat], [])

    def _channels_readhistory(self, line: Line, request: Any) -> Any:
        self.read[(self.who(line).id, request.channel.channel_id)] = request.max_id
        return _true()

    def _messages_readhistory(self, line: Line, request: Any) -> Any:
        self.read[(self.who(line).id, 0)] = request.max_id
        return types.messages.AffectedMessages(1, 0)

    def _account_updatestatus(self, line: Line, request: Any) -> Any:
        now = datetime.now(UTC)
        state = types.UserStatusOffline(now) if request.offline else types.UserStatusOnline(now)
        self.presence[self.who(line).id] = state
        return _true()

    def _messages_settyping(self, line: Line, request: Any) -> Any:
        self.typing.append((self.who(line).id, type(request.action).__name__))
        return _true()

    def _channels_joinchannel(self, line: Line, request: Any) -> Any:
        self.members[request.channel.channel_id].add(self.who(line).id)
        return self._changed()

    def _messages_sendmessage(self, line: Line, request: Any) -> Any:
        self.post(request.peer.channel_id, request.message, self.who(line).id)
        return self._changed()

    def _messages_sendreaction(self, line: Line, request: Any) -> Any:
        self.votes.append((self.who(line).id, request.msg_id))
        return self._changed()

    def _contacts_importcontacts(self, line: Line, request: Any) -> Any:
        self.contacts |= {one.phone for one in request.contacts}
        return types.contacts.ImportedContacts([], [], [], [])

    # What a client without the guard asks when it connects

    def _updates_getstate(self, line: Line, request: Any) -> Any:
        self.who(line)
        return types.updates.State(1, 0, START, 1, 0)

    def _updates_getdifference(self, line: Line, request: Any) -> Any:
        self.who(line)
        return types.updates.DifferenceEmpty(START, 1)

    def _changed(self) -> Any:
        return types.Updates([], [], [], START, 0)


def _true() -> bytes:
    return (0x997275B5).to_bytes(4, "little")
