"""Which posts of a chat earlier runs have received, so that a later run asks for what is missing only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from schakel.collecting.captures import Earlier

WHOLE = ("beginning", "known", "pages", "since")  # how a chat's pages ended where nothing was in the way


@dataclass(frozen=True, slots=True)
class Stretch:
    """Numbers that were asked for without a gap: from `low` to `high`; the oldest moment, and whether the chat begins there."""

    low: int
    high: int
    oldest: datetime | None = None
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Covered:
    """What is known of a chat: stretches that do not touch, the lowest first, and whether its lowest end was left undone."""

    stretches: tuple[Stretch, ...] = ()
    undone: bool = False

    def holding(self, number: int) -> Stretch | None:
        """The stretch in which a number lies."""
        return next((one for one in self.stretches if one.low <= number <= one.high), None)

    def is_lowest(self, stretch: Stretch) -> bool:
        """Whether nothing older is known."""
        return stretch == self.stretches[0]


def covered_by(runs: Iterable[Earlier], site: str) -> dict[str, Covered]:
    """What earlier runs received of each chat's posts at this site; what was searched for leaves gaps and does not count."""
    found: dict[str, list[tuple[Stretch, bool]]] = {}
    for run in runs:
        ended = run.collection.get("ended")
        for line in run.requests:
            chat, stretch = line.get("chat"), _of_line(line)
            if not isinstance(chat, str) or stretch is None or line.get("site") != site or line.get("search"):
                continue
            whole = isinstance(ended, dict) and ended.get(chat) in WHOLE
            found.setdefault(chat, []).append((stretch, whole))
    return {chat: _covered(stretches) for chat, stretches in found.items()}


def _covered(found: Sequence[tuple[Stretch, bool]]) -> Covered:
    low = min(stretch.low for stretch, _ in found)
    done = any(whole for stretch, whole in found if stretch.low == low)
    return Covered(_joined(stretch for stretch, _ in found), undone=not done)


def _of_line(line: Mapping[str, Any]) -> Stretch | None:
    first, last, before = (line.get(key) for key in ("first", "last", "before"))
    if not (isinstance(first, int) and isinstance(last, int)):
        return None
    high = max(last, before - 1) if isinstance(before, int) else last
    return Stretch(first, high, _moment(line.get("from")), line.get("beginning") is True)


def _moment(written: object) -> datetime | None:
    try:
        return datetime.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for one in sorted(stretches, key=lambda stretch: (stretch.low, stretch.high)):
        if joined and one.low <= joined[-1].high + 1:
            below = joined[-1]
            beginning = below.beginning or (one.low == below.low and one.beginning)
            joined[-1] = Stretch(below.low, max(below.high, one.high), below.oldest, beginning)
        else:
            joined.append(one)
    return tuple(joined)
