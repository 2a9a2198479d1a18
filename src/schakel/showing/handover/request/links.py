"""Where a message stands on Telegram, as an address that no program takes for a link."""

from schakel.reading.selectors.find import defang
from schakel.records.chat_names import CHANNEL_MARK

_ADDRESSED = frozenset({"public_supergroup", "private_supergroup", "public_channel", "private_channel"})


def bare_number(number: int) -> int:
    """The number of a chat without the -100 with which bots write it."""
    return -number - CHANNEL_MARK if number < -CHANNEL_MARK else abs(number)


def message_link(
    kind: str | None, number: int | None, username: str | None, message: int | None
) -> str | None:
    """The address of a message: through the public name of its chat, else through its number; None where it has none.

    Talks between two and small groups have no addresses; t.me/c/... opens for members only.
    """
    if message is None or kind not in _ADDRESSED:
        return None
    if username:
        return defang(f"https://t.me/{username}/{message}")
    return None if number is None else defang(f"https://t.me/c/{bare_number(number)}/{message}")
