"""Everything that is wanted of one chat, into its files: what it says of itself, its messages, and what belongs to them."""

import asyncio
from collections.abc import Callable
from typing import Any

from schakel.collecting.captures import Capture
from schakel.collecting.covered import Covered
from schakel.collecting.mtproto.asking import Asker
from schakel.collecting.mtproto.beside import comments_under, facts_of, has_comments, members_of, photo_of
from schakel.collecting.mtproto.history import History, moment_of
from schakel.collecting.mtproto.objects import Objects, as_json
from schakel.collecting.mtproto.places import Place, UnreachableError
from schakel.collecting.mtproto.told_chats import Told, Wanted
from schakel.records.errors import CaseError


class OneChat:
    """Collects one chat."""

    def __init__(
        self,
        asker: Asker,
        capture: Capture,
        wanted: Wanted,
        covered: Covered,
        report: Callable[[str, int, int], None],
    ) -> None:
        self._asker = asker
        self._capture = capture
        self._wanted = wanted
        self._covered = covered
        self._report = report
        self._with_comments: list[int] = []

    async def collect(self, place: Place, told: Told) -> None:
        """Reads the chat into its files; UnreachableError if it may not be read."""
        told.number = place.number
        facts = await facts_of(self._asker, place)
        told.title = next((one.title for one in facts.chats if one.id == place.number), "")
        self._capture.keep(f"facts-{place.number}.json", as_json(facts))
        objects = Objects(lambda: self._capture.growing(f"chat-{place.number}.ndjson"))
        try:
            await self._read(place, facts, told, objects)
        finally:
            objects.close()

    async def _read(self, place: Place, facts: Any, told: Told, objects: Objects) -> None:
        async def take(answer: Any, wanted: list[Any]) -> None:
            if not wanted:
                return
            objects.describe([*facts.chats, *answer.chats, *answer.users])
            stopped: BaseException | None = None
            for message in wanted:
                photo = ""
                try:
                    photo = await self._photo(place, message, told) if stopped is None else ""
                except (CaseError, asyncio.CancelledError) as stop:
                    stopped = stop  # the messages have come, and are written without their photos
                objects.message(message, photo)
                self._count(message, told)
            self._report(f"reading {told.asked.said}", told.messages, self._wanted.limit)
            if stopped is not None:
                raise stopped

        await History(self._asker, place, self._wanted, self._covered, take).read(told)
        if self._wanted.threads:
            await self._threads(place, told, objects)
        if self._wanted.members:
            await self._members(place, told, objects)

    def _count(self, message: Any, told: Told) -> None:
        told.saw(moment_of(message))
        if has_comments(message):
            self._with_comments.append(message.id)

    async def _photo(self, place: Place, message: Any, told: Told) -> str:
        if not self._wanted.media:
            return ""
        name, why_not = await photo_of(self._asker, self._capture, place, message)
        told.photos += bool(name)
        if why_not:
            told.notes.append(why_not)
        return name

    async def _threads(self, place: Place, told: Told, objects: Objects) -> None:
        most = self._asker.manners.sizes.threads
        for post in self._with_comments[:most]:
            try:
                async for answer in comments_under(self._asker, place, post):
                    objects.describe([*answer.chats, *answer.users])
                    for message in answer.messages:
                        objects.message(message)
                        told.comments += 1
            except UnreachableError as unreachable:
                told.notes.append(f"the comments under message {post} could not be read: {unreachable.why}")
        if len(self._with_comments) > most:
            told.notes.append(
                f"the comments under {len(self._with_comments) - most:,} older posts were not asked for"
            )

    async def _members(self, place: Place, told: Told, objects: Objects) -> None:
        if place.kind == "chat":
            told.notes.append("the members of a small group stand in its facts file")
            return
        try:
            async for answer in members_of(self._asker, place):
                objects.describe(answer.users)
                told.members += len(answer.participants)
        except UnreachableError as unreachable:
            told.notes.append(f"its members could not be read: {unreachable.why}")
