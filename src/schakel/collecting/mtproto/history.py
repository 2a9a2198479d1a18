"""Goes back through the messages of one chat, from the newest to where they are known, old enough, or begin."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from telethon.tl import functions as ask

from schakel.collecting.covered import Covered, Stretch
from schakel.collecting.mtproto.asking import Asker
from schakel.collecting.mtproto.places import Place, asked_or_why
from schakel.collecting.mtproto.told_chats import Told, Wanted
from schakel.records.times import written_utc

SITE = "mtproto"  # how lines of the log name what numbers of messages belong to
Take = Callable[[Any, list[Any]], Any]  # given an answer and those of its messages that are wanted


class History:
    """The way back through a chat. `covered` is what earlier runs have of it; `take` writes down what came."""

    def __init__(self, asker: Asker, place: Place, wanted: Wanted, covered: Covered, take: Take) -> None:
        self._asker = asker
        self._place = place
        self._wanted = wanted
        self._covered = covered
        self._take = take

    async def read(self, told: Told) -> None:
        """Asks page after page; `told` says while it goes how far it came, and at last how it ended.

        A page may be short of messages that were removed, so only an empty one tells that there are no more.
        """
        before = 0
        while True:
            below = self._below(before)
            answer = await self._page(before, below, told)
            wanted = [one for one in answer.messages if self._is_wanted(one)]
            await self._take(answer, wanted)
            if not answer.messages:
                before = self._beyond(below, before, told)
            elif len(wanted) < len(answer.messages) and self._wanted.since is not None:
                return told.end("since", f"all since {written_utc(self._wanted.since)[:10]} is there")
            elif self._wanted.limit and told.messages >= self._wanted.limit:
                return told.end(
                    "pages", f"{told.messages:,} messages were asked for; there may be older ones"
                )
            else:
                before = min(one.id for one in answer.messages)
            if before == 0:
                return None

    async def _page(self, before: int, below: Stretch | None, told: Told) -> Any:
        floor = below.high if below else 0
        left = self._wanted.limit - told.messages if self._wanted.limit else self._asker.manners.sizes.page
        request = ask.messages.GetHistoryRequest(
            peer=self._place.peer,
            offset_id=before,
            offset_date=None,
            add_offset=0,
            limit=min(left, self._asker.manners.sizes.page),
            max_id=0,
            min_id=floor,
            hash=0,
        )
        said: dict[str, Any] = {"chat": str(self._place.number), "site": SITE}
        said |= {"before": before} if before else {}
        return await asked_or_why(
            self._asker, request, more=lambda answer: self._seen(answer, before, floor), **said
        )

    def _seen(self, answer: Any, before: int, floor: int) -> dict[str, Any]:
        """What the log says of a page: the numbers that it covers, and the moments in it."""
        wanted = [one for one in answer.messages if self._is_wanted(one)]
        if not answer.messages and before > floor + 1:
            return {"messages": 0, "first": floor + 1, "last": before - 1} | (
                {} if floor else {"beginning": True}
            )
        if not wanted:
            return {"messages": 0}
        numbers = [one.id for one in wanted]
        moments = sorted(moment for one in wanted if (moment := moment_of(one)) is not None)
        told = {"messages": len(wanted), "first": min(numbers), "last": max(numbers)}
        return told | ({"from": written_utc(moments[0]), "to": written_utc(moments[-1])} if moments else {})

    def _is_wanted(self, message: Any) -> bool:
        moment = moment_of(message)
        return self._wanted.since is None or moment is None or moment >= self._wanted.since

    def _below(self, before: int) -> Stretch | None:
        """The nearest older stretch that is known."""
        known = [one for one in self._covered.stretches if not before or one.high < before]
        return max(known, key=lambda one: one.high, default=None)

    def _beyond(self, known: Stretch | None, before: int, told: Told) -> int:
        """Before which number is asked next, after a page without messages; 0 where the way ends, as `told` then says."""
        if known is None:
            told.end(
                *(
                    ("beginning", "its first message was reached")
                    if before
                    else ("empty", "it has no messages")
                )
            )
            return 0
        since = self._wanted.since
        to_since = since is not None and (known.oldest is None or known.oldest >= since)
        on = to_since or not self._covered.is_lowest(known) or self._covered.undone
        if known.beginning or known.low <= 1 or not on:
            told.end("known", "what is older was collected before")
            return 0
        return known.low


def moment_of(message: Any) -> datetime | None:
    """When a message was sent, if it says so."""
    date = getattr(message, "date", None)
    return date.astimezone(UTC) if isinstance(date, datetime) else None
