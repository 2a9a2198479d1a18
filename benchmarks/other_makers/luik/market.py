"""The market itself: who and what there is, and the one way to put a message into a chat."""

import random
from dataclasses import dataclass, field

from .lexicon import table
from .names import Names
from .people import Account, Chat, Customer, Post, Seller, Town
from .worlds import World

DAY = 86400


def load_towns(keys: tuple[str, ...]) -> list[Town]:
    """Towns of a world."""
    page = table("places")
    return [
        Town(key, page[key]["lang"], page[key].get("currency", "EUR"), tuple(page[key]["forms"]))
        for key in keys
    ]


@dataclass
class Market:
    """Everything that exists, and the dice."""

    world: World
    rng: random.Random
    names: Names
    towns: list[Town]
    day: int = 0
    sellers: list[Seller] = field(default_factory=list)
    customers: list[Customer] = field(default_factory=list)
    idlers: list[Account] = field(default_factory=list)
    keepers: list[Account] = field(default_factory=list)
    farm: list[Account] = field(default_factory=list)
    workers: list[Account] = field(default_factory=list)
    chats: list[Chat] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    by_uid: dict[str, Account] = field(default_factory=dict)
    fakes: list[tuple[Account, Account]] = field(default_factory=list)

    def chance(self, p: float) -> bool:
        """Throw a coin with this chance."""
        return self.rng.random() < p

    def moment(self, hours: tuple[int, int] = (9, 26)) -> int:
        """A second of today between two hours; evenings are busier."""
        low, high = hours
        hour = self.rng.triangular(low, high, low + 0.7 * (high - low))
        return int(self.day * DAY + hour * 3600 + self.rng.randrange(60))

    def say(
        self,
        who: Account,
        chat: Chat,
        time: int,
        text: str,
        act: str = "none",
        goods: tuple[str, ...] = (),
        **more: object,
    ) -> Post:
        """Put a message into a chat; what is answered comes first in time."""
        reply = more.get("reply")
        if isinstance(reply, Post):
            time = max(time, reply.time + 20)
        post = Post(chat, time, who, text, act, tuple(dict.fromkeys(goods)), **more)  # type: ignore[arg-type]
        chat.posts.append(post)
        self.posts.append(post)
        return post

    def event(self, who: Account, chat: Chat, time: int, action: str, **fields: object) -> Post:
        """Put a service message into a chat."""
        return self.say(who, chat, time, "", service={"action": action, **fields})

    def later(self, post: Post, low: float, high: float) -> int:
        """A moment some minutes after a post, mostly soon."""
        return post.time + int(60 * (low + (high - low) * self.rng.random() ** 2.5))

    def awake(self, account: Account, time: int) -> int:
        """When a man with opening hours answers: now if open, else mostly after the next opening."""
        hour, (low, high) = time % DAY / 3600, account.hours
        is_open = low <= hour < high or low <= hour + 24 < high
        if is_open or self.rng.random() < 0.2:
            return time
        wait = (low - hour) % 24
        return time + int(wait * 3600) + self.rng.randrange(60, 4000)

    def groups(self) -> list[Chat]:
        """The chats where everybody meets."""
        return [chat for chat in self.chats if chat.kind == "public_supergroup"]

    def open_accounts(self) -> list[Account]:
        """Sellers' user accounts that exist today."""
        return [a for s in self.sellers if s.open_on(self.day) for a in s.live(self.day) if not a.channel]


def street_name(account: Account, rng: random.Random, sure: bool = False) -> str:
    """How people point at an account: the username, now and then the shown name."""
    draw = rng.random()
    if sure or draw < 0.72 or len(account.name) > 18:
        return "@" + account.signs.handle
    return account.name.lower() if draw < 0.88 else account.name
