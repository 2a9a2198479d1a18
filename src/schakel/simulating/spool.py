"""Writes each day to one file per chat, and the truth beside it; at the end the export is put together.

Memory holds one day, whatever the size of the market.
"""

import os
import shutil
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, TextIO

from schakel.simulating.actors import Chat, Post
from schakel.simulating.chance import Chance
from schakel.simulating.clock import CLOCK, hour_words, written
from schakel.simulating.tdesktop import Layout, quoted

_BY_TIME = attrgetter("at")
MESSAGES_HEAD = "chat_tg_id,tg_id,act,seller,campaign\n"
_COPIED = 1 << 26  # bytes of a chat that go into the export at once
_AHEAD = 64  # pieces of text that may wait to be written: some MB
ITEMS_HEAD = "chat_tg_id,tg_id,commodity,quantity,unit,price,currency\n"


class Tally:
    """What has been written so far."""

    def __init__(self) -> None:
        self.messages = 0
        self.service = 0
        self.acts: dict[str, int] = {}
        self.campaigns: dict[str, list[int]] = {}  # first, last, copies
        self.praise: dict[str, int] = {}  # by account
        self.first = 0
        self.last = 0


class Spool:
    """Files that grow day by day: one per chat, and `messages.csv` and `items.csv` of the truth."""

    def __init__(self, out: Path, chats: list[Chat], layout: Layout, chance: Chance, deleted: float) -> None:
        self._folder = out / "spool"
        self._folder.mkdir(parents=True)
        self.chats = chats
        self._layout = layout
        self._unit = chance.unit
        self._deleted = deleted
        self._last_id = [0] * len(chats)
        self._parts = [self._open(self._folder / f"{chat.index}.part") for chat in chats]
        self._messages = self._open(out / "truth" / "messages.csv")
        self._items = self._open(out / "truth" / "items.csv")
        # One thread writes, in the order of what it is given, while the next posts are put into words.
        self._writer, self._waiting = ThreadPoolExecutor(1), deque[Future[int]]()
        self._write(self._messages, MESSAGES_HEAD)
        self._write(self._items, ITEMS_HEAD)
        self.tally = Tally()

    @staticmethod
    def _open(path: Path) -> TextIO:
        return path.open("w", encoding="utf-8", errors="surrogateescape", newline="\n")

    def __enter__(self) -> "Spool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.shutdown()
        for part in (*self._parts, self._messages, self._items):
            part.close()
        shutil.rmtree(self._folder)

    def write_day(self, buckets: list[list[Post]]) -> None:
        """Numbers and writes the posts of one day, chat by chat in the order of time."""
        for chat, posts in zip(self.chats, buckets, strict=True):
            if posts:
                posts.sort(key=_BY_TIME)
                self._write_chat(chat, posts)

    def _write_chat(self, chat: Chat, posts: list[Post]) -> None:
        """The posts as the exporter writes them and as the truth tells them, in one pass: most of the time goes here."""
        k, brace, unit, deleted = self._layout.key, self._layout.brace, self._unit, self._deleted
        head, kinds = f'{brace}{{\n{k}"id": ', (f',\n{k}"type": "message"', f',\n{k}"type": "service"')
        date, moment, end = f',\n{k}"date": "', f'",\n{k}"date_unixtime": "', f"\n{brace}}}"
        number, acts, campaigns = self._last_id[chat.index], self.tally.acts, self.tally.campaigns
        praise = self.tally.praise
        lines, rows, items, until, zero, day = [], [], list[str](), 0, 0, ""
        for post in posts:
            number += 1 if unit() >= deleted else 2
            post.number = number
            at, body, who = post.at, post.body, post.who
            if at >= until:
                until, zero, day = hour_words(at)
            edited = self._edited(post.edited) if post.edited else ""
            reply = self._reply(post) if post.reply is not None and post.reply.number else ""
            sender = who.json if who is not None else ""
            lines.append(
                f'{head}{number}{kinds[body.service]}{date}{day}{CLOCK[at - zero]}{moment}{at}"{edited}{sender}{post.extra}'
                f"{reply}{body.json}{post.tail}{end}"
            )
            if body.service:
                continue
            act = post.act
            acts[act] = acts.get(act, 0) + 1
            if act == "vouch" and who is not None:
                praise[who.from_id] = praise.get(who.from_id, 0) + 1
            prefix = f"{chat.tg_id},{number},"
            rows.append(f"{prefix}{act},{post.seller},{post.campaign}\n")
            if body.items:
                items += [prefix + item for item in body.items]
            if post.campaign:
                seen = campaigns.setdefault(post.campaign, [at, at, 0])
                seen[0], seen[1], seen[2] = min(seen[0], at), max(seen[1], at), seen[2] + 1
        self._hand_over(chat, lines, rows, items)
        self._last_id[chat.index] = number
        self._count(posts, len(posts) - len(rows))

    def _hand_over(self, chat: Chat, lines: list[str], rows: list[str], items: list[str]) -> None:
        """What one day of a chat adds to the export and to the truth goes to whoever writes."""
        if self._last_id[chat.index]:
            lines[0] = f",\n{lines[0]}"
        self._write(self._parts[chat.index], ",\n".join(lines))
        self._write(self._messages, "".join(rows))
        self._write(self._items, "".join(items))

    def _write(self, file: TextIO, text: str) -> None:
        self._waiting.append(self._writer.submit(file.write, text))
        while len(self._waiting) > _AHEAD:
            self._waiting.popleft().result()

    def _all_written(self) -> None:
        while self._waiting:
            self._waiting.popleft().result()

    def _edited(self, at: int) -> str:
        k = self._layout.key
        return f',\n{k}"edited": "{written(at)}",\n{k}"edited_unixtime": "{at}"'

    def _reply(self, post: Post) -> str:
        key = "message_id" if post.body.service else "reply_to_message_id"
        return f',\n{self._layout.key}"{key}": {post.reply.number}' if post.reply is not None else ""

    def _count(self, posts: list[Post], service: int) -> None:
        tally = self.tally
        tally.messages += len(posts)
        tally.service += service
        tally.first = min(tally.first or posts[0].at, posts[0].at)
        tally.last = max(tally.last, posts[-1].at)

    def put_together(self, path: Path, head: str, foot: str, single: bool) -> None:
        """The export: its head, every chat with its messages, its foot."""
        self._all_written()
        for part in self._parts:
            part.flush()
        with path.open("wb") as out:
            out.write(head.encode("utf-8", "surrogateescape"))
            for at, chat in enumerate(self.chats):
                head_of_chat = self._chat_head(chat, single, at > 0)
                if not self._last_id[chat.index]:
                    out.write((head_of_chat[:-1] + _close(single)[2 if single else 5 :]).encode())
                    continue
                out.write(head_of_chat.encode("utf-8", "surrogateescape"))
                with (self._folder / f"{chat.index}.part").open("rb") as made:
                    _append(made, out)
                out.write(_close(single).encode())
            out.write(foot.encode("utf-8", "surrogateescape"))

    def _chat_head(self, chat: Chat, single: bool, further: bool) -> str:
        pad = " " if single else "    "
        brace = "{" if single else ("," if further else "") + "\n   {"
        name = quoted(chat.title)
        return (
            f'{brace}\n{pad}"name": {name},\n{pad}"type": "{chat.kind}",\n{pad}"id": {chat.tg_id},\n'
            f'{pad}"messages": [\n'
        )


def _close(single: bool) -> str:
    """What ends the list of messages and the chat."""
    return "\n ]\n}" if single else "\n    ]\n   }"


def _append(made: BinaryIO, out: BinaryIO) -> None:
    """The rest of one file behind what was written of another; inside the kernel where that can be done."""
    out.flush()
    try:
        while os.copy_file_range(made.fileno(), out.fileno(), _COPIED):
            pass
    except (AttributeError, OSError):  # no such call, or not on this file system
        pass
    out.seek(0, os.SEEK_END)
    shutil.copyfileobj(made, out, 1 << 20)  # what is left, if anything
