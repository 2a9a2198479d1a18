"""How chats of Telegram are written: names, links, and numbers with and without the mark of client libraries."""

import re

SITES = ("t.me", "telegram.me", "telegram.dog")  # links to any of these name a chat of Telegram
CHANNEL_MARK = 1_000_000_000_000  # client libraries write the number of a channel as -100...
# Telegram's form of a username: Latin letters, digits and single underscores, a letter first, no underscore last; five to
# 32 of them, and four where the name was bought. core.telegram.org/method/account.checkUsername
_USERNAME = re.compile(r"(?=.{4,32}\Z)[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*", re.ASCII)
_LINK = re.compile(r"(?:https?://)?(?:www\.)?([a-z.]+)/(?:s/)?(.*)", re.ASCII | re.IGNORECASE)


def is_username(word: str) -> bool:
    """Whether a word has the form of a name of Telegram, without the @."""
    return _USERNAME.fullmatch(word) is not None


def link_parts(written: str) -> tuple[str, str] | None:
    """Site, in small letters, and what stands behind it in a link, as t.me/NAME, t.me/s/NAME or https://t.me/NAME; None if it is none."""
    link = _LINK.fullmatch(written)
    return (link[1].lower(), link[2]) if link else None


def bare_number(number: int) -> int:
    """The number of a chat without sign and mark: 1234567890 for -1001234567890."""
    bare = abs(number)
    return bare - CHANNEL_MARK if bare > CHANNEL_MARK else bare


def plain_chat(written: str) -> str:
    """One form for all ways in which a chat is written: @Markt, markt and t.me/s/markt, -1001234567890 and 1234567890."""
    word = written.strip()
    link = link_parts(word)
    name = (link[1] if link and link[0] in SITES else word).lower().removeprefix("@")
    return str(bare_number(int(name))) if name.removeprefix("-").isdecimal() else name
