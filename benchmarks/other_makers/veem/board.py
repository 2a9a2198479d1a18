"""The board keeps every message of every chat until the export is written: who, when, what, and the truth of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .people import Account

DAY = 86400


@dataclass(eq=False)
class Chat:
    """A chat of the export."""

    index: int
    number: int
    name: str
    kind: str
    lang: str
    town: list[str]
    purpose: str
    keeper: Account | None = None
    helpers: list[Account] = field(default_factory=list)


@dataclass(eq=False)
class Post:
    """One message or service message."""

    chat: int
    at: int
    who: Account
    text: str
    act: str = "none"
    goods: tuple[str, ...] = ()
    reply: Post | None = None
    photo: tuple[int, int] | None = None
    forwarded: str = ""
    edited: int = 0
    service: dict[str, object] | None = None
    about: str = ""
    fan: int = 0


class Board:
    """All chats and posts, and the ads a customer of a chat may still see."""

    def __init__(self) -> None:
        self.chats: list[Chat] = []
        self.posts: list[Post] = []
        self.recent: dict[int, list[Post]] = {}

    def open(self, chat: Chat) -> Chat:
        """Add a chat."""
        self.chats.append(chat)
        self.recent[chat.index] = []
        return chat

    def post(self, post: Post) -> Post | None:
        """Put up a message if the account exists at that moment and the post comes after what it answers."""
        if not post.who.live(post.at) or not (post.text or post.photo or post.service):
            return None
        if post.reply is not None and post.at <= post.reply.at:
            post.at = post.reply.at + 20
        self.posts.append(post)
        if post.act == "offer":
            ads = self.recent[post.chat]
            ads.append(post)
            if len(ads) > 160:
                del ads[:40]
        return post
