"""What a run is asked, and what came of each chat: for the summary and for the record of the run."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from schakel.collecting.mtproto.places import Asked
from schakel.records.times import written_utc


@dataclass(frozen=True, slots=True)
class Wanted:
    """How far back (`since`, at most `limit` messages of a chat, 0: all), and what beside: members, threads, photos."""

    since: datetime | None = None
    limit: int = 0
    members: bool = False
    threads: bool = False
    media: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """Which chats, how far, and on which ground, until its last day."""

    chats: list[Asked]
    wanted: Wanted
    authorisation: str
    until: date

    def told(self) -> dict[str, Any]:
        """As the record of the run has it."""
        since = self.wanted.since
        return {
            "chats": [one.said for one in self.chats],
            "authorisation": self.authorisation,
            "since": written_utc(since)[:10] if since else "",
            "limit": self.wanted.limit,
            "members": self.wanted.members,
            "threads": self.wanted.threads,
            "media": self.wanted.media,
            "again": self.wanted.again,
        }


@dataclass(slots=True)
class Told:
    """What came of a chat: how it ended, in a word and in words, and counts of what came."""

    asked: Asked
    ended: str = "not-asked"
    why: str = "the run ended before it"
    number: int = 0
    title: str = ""
    messages: int = 0
    comments: int = 0
    members: int = 0
    photos: int = 0
    earliest: datetime | None = None
    latest: datetime | None = None
    notes: list[str] = field(default_factory=list)

    def end(self, ended: str, why: str) -> None:
        """Says how it ended."""
        self.ended, self.why = ended, why

    def saw(self, moment: datetime | None) -> None:
        """Counts a message of this moment."""
        self.messages += 1
        if moment is not None:
            self.earliest = min(moment, self.earliest or moment)
            self.latest = max(moment, self.latest or moment)

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        days = {"from": self.earliest, "to": self.latest}
        counts = {"messages": self.messages, "comments": self.comments, "members": self.members}
        return {
            "name": self.asked.said,
            "number": self.number,
            "title": self.title,
            "ended": self.ended,
            "why": self.why,
            **counts,
            "photos": self.photos,
            **{name: written_utc(moment) for name, moment in days.items() if moment},
            "notes": self.notes,
        }
