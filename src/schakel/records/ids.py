"""Stable ids from canonical bytes: length before content, so two different facts never share bytes."""

from hashlib import blake2b

_ID_BYTES = 12  # 96 bits: at 10^9 messages the chance of any clash is below 10^-11


def canonical_bytes(*parts: str | int | bytes | None) -> bytes:
    """One byte string per list of parts: a type mark, the length (8 bytes), the content.

    Joined strings would let ("a.b", "c") and ("a", "b.c") share an id; lengths forbid that.
    """
    out: list[bytes] = []
    for part in parts:
        if isinstance(part, str):  # most are
            mark, raw = b"s", part.encode("utf-8", "surrogatepass")
        elif part is None:
            mark, raw = b"n", b""
        elif isinstance(part, bytes):
            mark, raw = b"b", part
        else:
            mark, raw = b"i", str(part).encode("ascii")
        out += (mark, len(raw).to_bytes(8, "big"), raw)
    return b"".join(out)


def make_id(prefix: str, *parts: str | int | bytes | None) -> str:
    """An id such as `c_5f0c...`: the prefix tells the kind, 24 hex digits tell the thing."""
    return f"{prefix}_{blake2b(canonical_bytes(*parts), digest_size=_ID_BYTES).hexdigest()}"


def chat_id(peer: str, chat_tg_id: int | None, title: str) -> str:
    """The id of a chat: by its Telegram number, or by its title where the source gives no number.

    `peer` says whose number it is: user (a talk with one person), chat (a basic group) or channel (all others).
    """
    if chat_tg_id is None:
        return make_id("c", "title", title)
    return make_id("c", peer, chat_tg_id)


def paged_chat_id(title: str, number: int | None, second: int | None, text: str) -> str:
    """The id of a chat in pages that tell no number: by its title and its first message (see docs/formats.md).

    `second` is what the clock showed within a quarter of an hour, which is the same in every zone.
    """
    return make_id("c", "page", title, number, second, text)


def username_chat_id(username: str) -> str:
    """The id of a channel in pages that tell no number: by its name on Telegram, in small letters."""
    return make_id("c", "username", username.lower())


def account_id(kind: str, account_tg_id: int) -> str:
    """The id of an account with a Telegram number; `kind` is user, channel or chat."""
    return make_id("a", kind, account_tg_id)


def named_account_id(in_chat: str, name: str) -> str:
    """The id of an account known by display name only: the same name in another chat is another account."""
    return make_id("a", "name", in_chat, name)


def message_id(in_chat: str, tg_id: int, text: str, edited_unix: int | None) -> str:
    """The id of one version of one message: another text or another edit moment is another version."""
    return make_id("m", in_chat, tg_id, text, edited_unix)


def text_id(text: str) -> str:
    """The id of a text, letter for letter: messages with exactly the same text share it."""
    return make_id("t", text)
