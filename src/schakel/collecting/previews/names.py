"""The name of a public chat, in whatever way it was written: @name, name, t.me/name, t.me/s/name."""

from collections.abc import Iterable, Sequence

from schakel.collecting.previews.manners import Manners
from schakel.records.chat_names import SITES, is_username, link_parts
from schakel.records.errors import UsageError

_INVITES = ("+", "joinchat/", "%2b")
_SHOWN = 60  # signs of what was written that are said back


def chat_named(written: str, manners: Manners) -> str:
    """The username in what was written; UsageError in words if it names no public chat."""
    word = written.strip()
    name = word.removeprefix("@")
    if link := link_parts(word):
        host, name = link[0], link[1].removesuffix("/")
        if host not in SITES:
            raise _refused(word, f"{host} is not a site of Telegram")
    if name.lower().startswith(_INVITES):
        raise _refused(word, "it is an invitation: what must be joined to be read is never joined")
    if not is_username(name):
        raise _refused(
            word, "a name has 4 to 32 Latin letters, digits and single underscores, a letter first"
        )
    if name.lower() in manners.not_chats:
        raise _refused(word, "that word leads to something else than a chat")
    return name


def chats_named(written: Sequence[str], manners: Manners) -> tuple[str, ...]:
    """The usernames in the order given, each once; UsageError at the first that is none, or if there is none at all."""
    names: dict[str, str] = {}
    for one in written:
        name = chat_named(one, manners)
        names.setdefault(name.lower(), name)
    if not names:
        raise UsageError(
            "No chat was named.",
            means="Nothing was asked for.",
            todo="Name them, for example: schakel collect previews markt_groningen --authorisation ID",
        )
    if len(names) > manners.most_names:
        raise UsageError(
            f"{len(names):,} chats were named; one run takes at most {manners.most_names:,}.",
            means="Nothing was asked for.",
            todo="Name them in several runs.",
        )
    return tuple(names.values())


def names_in_lines(lines: Iterable[str]) -> list[str]:
    """What stands in a list of names: one a line, empty lines and what follows a `#` left out."""
    words = (line.split("#", 1)[0].strip() for line in lines)
    return [word for word in words if word]


def _refused(written: str, why: str) -> UsageError:
    return UsageError(
        f"{written[:_SHOWN]!r} names no public chat: {why}.",
        means="Nothing was asked for.",
        todo="Write it as @markt_groningen, markt_groningen or t.me/markt_groningen.",
    )
