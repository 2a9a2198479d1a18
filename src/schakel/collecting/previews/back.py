"""Goes through the posts of one chat, from the newest back to where they are known, old enough, or begin."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from schakel.collecting.covered import Covered
from schakel.collecting.previews.asking import PHOTOS
from schakel.collecting.previews.look import Looked, is_of, look_at, pictures_on, said_of
from schakel.collecting.previews.places import Site
from schakel.collecting.previews.polite import Polite, Question, Taken
from schakel.records.times import written_utc


@dataclass(frozen=True, slots=True)
class Wanted:
    """How far back (the moment `since`, at most so many pages), which posts (`search`), and whether photos too."""

    pages: int
    since: datetime | None = None
    search: str = ""
    media: bool = False


@dataclass(slots=True)
class Told:
    """What came of a chat: how it ended, in a word and in words; pages, posts by number, their moments, photos, its size."""

    name: str
    ended: str = "not-asked"
    why: str = "the run ended before it"
    pages: int = 0
    numbers: set[int] = field(default_factory=set)
    new: int = 0
    earliest: datetime | None = None
    latest: datetime | None = None
    photos: int = 0
    size: str = ""

    def end(self, ended: str, why: str) -> None:
        """Says how it ended."""
        self.ended, self.why = ended, why

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        numbers, moments = sorted(self.numbers), (self.earliest, self.latest)
        ends = {"first": numbers[0], "last": numbers[-1]} if numbers else {}
        days = {
            key: written_utc(moment) for key, moment in zip(("from", "to"), moments, strict=True) if moment
        }
        counts = {"pages": self.pages, "posts": len(numbers), "new": self.new, "photos": self.photos}
        return {
            "name": self.name,
            "ended": self.ended,
            "why": self.why,
            **counts,
            **ends,
            **days,
            "size": self.size,
        }


@dataclass(slots=True)
class Back:
    """The way back through a chat. `report` is told the pages so far; `seen` are photos that need not be asked for again."""

    polite: Polite
    site: Site
    wanted: Wanted
    covered: Covered
    report: Callable[[int], None]
    seen: set[str]

    def go(self, told: Told) -> None:
        """Asks for the pages of a chat and for the page about it; `told` says while it goes how far it came."""
        self._posts(told)
        if told.pages or told.ended == "preview-off":
            self._about(told)

    def _posts(self, told: Told) -> None:
        before: int | None = None
        while told.pages < self.wanted.pages:
            taken = self.polite.ask(self._question(told.name, before))
            if taken.page is None:
                told.end(*self._instead(taken, told.name))
                return
            looked = look_at(taken.page, told.name)
            if not looked.history:
                told.end("preview-off", _PREVIEW_OFF)
                return
            self._counted(told, looked)
            if self.wanted.media:
                self._photos(told, taken.page)
            before = self._further(told, looked, before)
            if before is None:
                return
        told.end(
            "pages", f"{told.pages:,} pages were asked for, as many as were wanted; there are older posts"
        )

    def _further(self, told: Told, looked: Looked, asked_before: int | None) -> int | None:
        """Before which number the next page is asked for; None where the way ends, as `told` then says."""
        since, older = self.wanted.since, looked.older
        if not looked.posts and asked_before is None and older is None:
            told.end("empty", "the site shows a history without a single post")
        elif asked_before is not None and looked.posts and looked.last >= asked_before:
            told.end(
                "in-a-ring", "the site gave posts that were not asked for, so no older ones were asked for"
            )
        elif older is None:
            told.end("beginning", "the oldest post that the site shows was reached")
        elif since is not None and looked.moments and looked.moments[0] < since:
            told.end("since", f"all since {written_utc(since)[:10]} is there")
        else:
            return self._beyond_the_known(told, looked, older, asked_before)
        return None

    def _beyond_the_known(
        self, told: Told, looked: Looked, older: int, asked_before: int | None
    ) -> int | None:
        before = looked.first if looked.posts else older
        if asked_before is not None and before >= asked_before:
            told.end("in-a-ring", "the site leads round in a ring, so no older posts were asked for")
            return None
        known = None if self.wanted.search else self.covered.holding(before - 1)
        if known is None:
            return before
        since = self.wanted.since
        to_since = since is not None and (known.oldest is None or known.oldest >= since)
        on = to_since or not self.covered.is_lowest(known) or self.covered.undone
        if known.beginning or not on:
            told.end("known", "what is older was collected before")
            return None
        return known.low

    def _question(self, name: str, before: int | None) -> Question:
        said: dict[str, Any] = {"before": before} if before is not None else {}
        said |= {"search": self.wanted.search} if self.wanted.search else {}
        address = self.site.history(name, before=before, search=self.wanted.search)
        return Question(name.lower(), "posts", address, partial(_seen, name=name), said)

    def _instead(self, taken: Taken, name: str) -> tuple[str, str]:
        answer = taken.answer
        asked = self.site.history(name)
        if taken.ended == "elsewhere" and self.site.leads_to_about(asked, answer.header("location"), name):
            return "preview-off", _PREVIEW_OFF
        return taken.ended, taken.why

    def _counted(self, told: Told, looked: Looked) -> None:
        numbers = {post.number for post in looked.posts} - told.numbers
        told.new += sum(self.covered.holding(number) is None for number in numbers)
        told.numbers |= numbers
        told.pages += 1
        if moments := looked.moments:
            told.earliest = min(moments[0], told.earliest or moments[0])
            told.latest = max(moments[-1], told.latest or moments[-1])
        self.report(told.pages)

    def _about(self, told: Told) -> None:
        taken = self.polite.ask(Question(told.name.lower(), "about", self.site.about(told.name), _about))
        if taken.page is None:
            return
        named, told.size = said_of(taken.page)
        if told.ended == "preview-off" and not named:
            told.why = _NO_CHAT

    def _photos(self, told: Told, page: bytes) -> None:
        manners = self.polite.manners
        for number, address in pictures_on(page, told.name):
            if address in self.seen:
                continue
            self.seen.add(address)
            question = Question(
                told.name.lower(), "photo", address, said={"post": number}, wants=PHOTOS, most=manners.photo_bytes
            )  # fmt: skip
            if not (is_of(address, manners.photo_hosts) or address.startswith(f"{self.site.address}/")):
                self.polite.refuse(question, "it lies at a host that is not Telegram's")
                continue
            if not self.polite.asker.can_ask(address):
                self.polite.refuse(question, "it is no address that can be asked for")
                continue
            told.photos += self.polite.ask(question).page is not None


_PREVIEW_OFF = (
    "the site shows no posts of it: it is a group, or its owner or the platform has turned previews off; that does not "
    "mean that it is empty"
)
_NO_CHAT = "the site shows no posts and names no chat: there is none of that name, or it is shown to nobody"


def _seen(page: bytes, name: str) -> Mapping[str, Any]:
    """What the log says of a page of posts."""
    looked = look_at(page, name)
    said: dict[str, Any] = {"history": looked.history, "posts": len(looked.posts)}
    if looked.posts:
        said |= {"first": looked.first, "last": looked.last}
        said |= {"named": looked.named} if looked.named.lower() != name.lower() else {}
    if moments := looked.moments:
        said |= {"from": written_utc(moments[0]), "to": written_utc(moments[-1])}
    return said | ({"beginning": True} if looked.history and looked.older is None else {})


def _about(page: bytes) -> Mapping[str, Any]:
    named, size = said_of(page)
    return {"named": named, "size": size}
