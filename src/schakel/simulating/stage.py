"""What all agents share on a day: the people, the chats, the posts of today and those planned for later."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from schakel.simulating.actors import NOTHING, Account, Body, Chat, Post, Seller
from schakel.simulating.album import Album
from schakel.simulating.chance import Chance
from schakel.simulating.clock import DAY, hours_table, midnight
from schakel.simulating.selectors import Registry
from schakel.simulating.settings import MarketSettings
from schakel.simulating.tdesktop import Layout
from schakel.simulating.words import Lexicon


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to someone: a ban, a takedown, a new name."""

    at: int
    kind: str
    seller: str
    account: str = ""
    chat: str = ""
    detail: str = ""


@dataclass(slots=True)
class Stage:
    """The market as it stands."""

    settings: MarketSettings
    lexicon: Lexicon
    layout: Layout
    registry: Registry
    album: Album
    target: int
    chats: list[Chat]
    sellers: list[Seller] = field(default_factory=list)
    by_key: dict[str, Seller] = field(default_factory=dict)
    buyers: list[Account] = field(default_factory=list)
    shills: list[Account] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    day: int = 0
    zero: int = 0  # Unix time of this day's midnight in Amsterdam
    length: int = DAY
    weekday: int = 0
    month: int = 1
    made: int = 0  # posts so far, today included
    buckets: list[list[Post]] = field(default_factory=list)
    agenda: dict[int, list[Post]] = field(default_factory=dict)
    today_ads: list[Post] = field(default_factory=list)
    hours: list[int] = field(default_factory=list)
    channels: list[bool] = field(default_factory=list)  # by chat: only its owner writes there

    def __post_init__(self) -> None:
        self.hours = hours_table([float(weight) for weight in self.habits["hours"]["people"]])

    @property
    def habits(self) -> dict[str, dict[str, Any]]:
        """The behaviour figures."""
        return self.lexicon.habits

    def begin(self, day: int) -> list[Post]:
        """A new day; what was planned for it is posted and given back."""
        when = self.settings.start + timedelta(days=day)
        self.day, self.weekday, self.month = day, when.weekday(), when.month
        self.zero = midnight(when)
        self.length = midnight(when + timedelta(days=1)) - self.zero
        self.buckets = [[] for _ in self.chats]
        self.channels = [chat.is_channel for chat in self.chats]
        self.today_ads = []
        planned = [post for post in self.agenda.pop(day, []) if self.chats[post.chat].open]
        for post in planned:
            self.put(post)
        return planned

    def put(self, post: Post) -> Post:
        """Posts something today."""
        self.buckets[post.chat].append(post)
        self.made += 1
        return post

    def plan(self, post: Post) -> None:
        """Posts something today or on a later day, by its time; what falls after the end is not posted."""
        day = self.day + (post.at - self.zero) // DAY
        if day <= self.day:
            post.at = min(post.at, self.zero + self.length - 1)
            self.put(post)
        elif day < self.settings.days:
            self.agenda.setdefault(day, []).append(post)

    def moment(self, chance: Chance) -> int:
        """A moment of today by people's rhythm."""
        second = self.hours[int(chance.unit() * 1440)] + int(chance.unit() * 90)
        return self.zero + min(second, self.length - 1)

    def say(self, text: str) -> Body:
        """The body of a text without a photo."""
        return Body(self.layout.text(text))

    def note(
        self, at: int, kind: str, seller: Seller, account: Account | None = None, detail: str = ""
    ) -> None:
        """Keeps an event for the truth."""
        self.events.append(Event(at, kind, seller.key, account.from_id if account else "", "", detail))

    def note_chat(self, at: int, kind: str, chat: Chat) -> None:
        """Keeps an event of a whole chat."""
        self.events.append(Event(at, kind, "", "", str(chat.tg_id)))

    def open_groups(self, of: list[int]) -> list[int]:
        """Those of these chats that are groups and still open."""
        return [index for index in of if self.chats[index].open and not self.chats[index].is_channel]

    def service(self, at: int, chat: int, who: Account, lines: str) -> Post:
        """Posts a service line: who did what."""
        k = self.layout.key
        actor = who.json.replace(f'{k}"from":', f'{k}"actor":', 1).replace(
            f'{k}"from_id":', f'{k}"actor_id":', 1
        )
        post = Post(at, chat, None, Body(self.layout.text(""), service=True), NOTHING)
        post.extra = actor + lines
        return self.put(post)
