"""What a source says of accounts and chats themselves: their names, and what the platform marks them as."""

from dataclasses import dataclass

import pyarrow as pa

from schakel.intake.peers import numbered_account, numbered_chat
from schakel.records.tables import PROFILES

# What the platform itself says of an account or a chat, as its client libraries name it.
FLAGS = ("bot", "deleted", "fake", "restricted", "scam", "verified")


@dataclass(frozen=True, slots=True)
class Profile:
    """One saying of an account or chat; `kind` says whose number it is (user, chat, channel), None is not told."""

    kind: str
    tg_id: int
    chat_kind: str | None = None
    name: str | None = None
    username: str | None = None
    flags: tuple[str, ...] = ()


class Profiles:
    """The different sayings of one piece, each with the place where it stands first."""

    def __init__(self) -> None:
        self._places: dict[Profile, int] = {}

    def add(self, profile: Profile, place: int) -> None:
        """Notes a saying; one that was heard before adds nothing."""
        self._places.setdefault(profile, place)

    def table(self, source_id: str) -> pa.Table:
        """The sayings as rows of `profiles`, in the order of the source."""
        rows = [_row(profile, place, source_id) for profile, place in self._places.items()]
        return pa.Table.from_pylist(rows, schema=PROFILES)


def _row(profile: Profile, place: int, source_id: str) -> dict[str, object]:
    return {
        "account_id": numbered_account(profile.kind, profile.tg_id)[0],
        "chat_id": numbered_chat(profile.kind, profile.tg_id, "", "").chat_id,
        "account_tg_id": profile.tg_id,
        "kind": profile.kind,
        "chat_kind": profile.chat_kind,
        "name": profile.name,
        "username": profile.username,
        "flags": list(profile.flags),
        "source_id": source_id,
        "place_in_source": place,
    }
