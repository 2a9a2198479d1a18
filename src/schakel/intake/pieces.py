"""A piece is what one process reads at a time: some chats' stretches of one sealed file, or one page."""

from dataclasses import dataclass, field

import pyarrow as pa

from schakel.intake.peers import Chat
from schakel.intake.quarantine import Unread

# 8 MiB is some 16,000 messages: a process needs about 150 MB for it, half of that for its libraries.
PIECE_BYTES = 1 << 23
LARGEST_RECORD = 1 << 24


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole records of one chat between two byte offsets of a JSON file.

    `separator` is the line end and indent before each record's brackets; empty means that records must be found by
    reading brackets and quotes. `last` marks the stretch in which the array of records ends, `closed` whether it
    ends properly there.
    """

    chat: Chat
    start: int
    end: int
    separator: bytes
    last: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """What one process reads: a sealed file, the stretches in it, and what it must know about the export.

    `number` names the part file; `staging` is the folder for half-made part files. `known` names the files of versions
    that an earlier source has (see `versions`); empty if there are none, or if they are taken out later. `chat` is the
    chat of a page, which tells no number itself.
    """

    source_id: str
    source_name: str
    format: str
    path: str
    staging: str
    number: int
    stretches: tuple[Stretch, ...] = ()
    old_ids: bool = False
    timezone: str = ""
    manifests: tuple[str, ...] = ()
    known: str = ""
    chat: Chat | None = None


@dataclass(slots=True)
class LeftOut:
    """Messages of which no rows were made, since an earlier source has them: how many, and of all messages of a chat (also
    those of which rows were made) the lowest and the highest number.
    """

    rows: int = 0
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, chat: str, low: int, high: int) -> None:
        """Takes up the numbers of a stretch of a chat."""
        lowest, highest = self.ranges.get(chat, (low, high))
        self.ranges[chat] = min(low, lowest), max(high, highest)


@dataclass(slots=True)
class PieceRead:
    """What stands in a piece: its messages, what could not be read, and where the times came from.

    `day_marks` are the lines with a date in a page. `profiles` is what is said of accounts and chats, `described` how
    many records said nothing else. `joined` are records that told more of a message which has a record of its own.
    `left` says which messages were left out already, since an earlier source has them; None: none were looked for.
    """

    messages: pa.Table
    unread: list[Unread]
    clocks: set[str]
    day_marks: int = 0
    profiles: pa.Table | None = None
    described: int = 0
    joined: int = 0
    left: LeftOut | None = None


@dataclass(slots=True)
class PieceDone:
    """What came of a piece: counts, a 64-bit key a version that was written, chats seen and where times came from.

    `ranges` holds the lowest and highest message number a chat. Of the `rows`, `known` were not written. `described`
    records are no rows: they describe an account or a chat.
    """

    source_id: str
    number: int
    rows: int
    unread: int
    keys: bytes
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)
    clocks: set[str] = field(default_factory=set)
    day_marks: int = 0
    known: int = 0
    described: int = 0
