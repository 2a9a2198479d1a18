"""The market's clock and its book of messages: everybody acts each day, in turn; what they do is written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

from . import buying, crews, moving, selling, talking
from .birth import Births, weighted
from .lexicon import Lexicon
from .people import Account, Chat, Customer, Message, Person, Seller
from .worlds import World

DAY = 86_400


class Market:
    """One world being lived through."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.lex = world, Lexicon()
        self.rng = Random(f"kade {world.name} {seed}")
        self.zero = int(datetime.fromisoformat(world.start).replace(tzinfo=UTC).timestamp())
        self.births = Births(self.rng, self.lex, world)
        self.day = 0
        self.log: list[Message] = []
        self.later: dict[int, list[Callable[[], None]]] = defaultdict(list)
        self.chats: list[Chat] = self.births.chats()
        self.sellers: list[Seller] = []
        self.customers: list[Customer] = []
        self.others: list[Person] = []
        self.praisers: list[Person] = []
        self.socks: dict[str, list[Account]] = {}
        self.moves: dict[str, list[int]] = {}
        self.crews: list[crews.Crew] = []
        self._people()

    def _people(self) -> None:
        """Fill the world: keepers first, then sellers, thieves after their victims, then the rest."""
        births, world, rng = self.births, self.world, self.rng
        for chat in self.chats:
            keeper = births.person("keeper", "group-keeper")
            keeper.langs = (chat.lang, "en")
            chat.keeper = keeper.accounts[0]
            self.others.append(keeper)
            self.join(chat.keeper, chat)
        ghosts = round(world.sellers * world.ghosts)
        for i in range(world.sellers):
            self.sellers.append(births.seller(i >= ghosts))
        reals = [s for s in self.sellers if s.real and not s.bulk]
        for s in self.sellers:
            if s.ghost == "thief":
                s.victim = rng.choice(reals)
                s.start = min(world.days - 6, max(s.start, s.victim.start + rng.randrange(3, 30)))
        for s in sorted(self.sellers, key=lambda x: x.victim is not None):
            moving.enter(self, s)
        self.customers = [births.customer() for _ in range(world.customers)]
        self.others += [births.person("talker") for _ in range(world.talkers)]
        self.praisers = [births.person("praiser", "voucher") for _ in range(3 + int(6 * world.bought))]
        for p in [*self.customers, *self.others, *self.praisers]:
            self.spread(p.accounts[0])
        crews.gather(self)
        talking.hire(self)

    def run(self) -> None:
        """Live all days, then order the book."""
        for today in range(self.world.days):
            self.day = today
            for act in self.later.pop(self.day, []):
                act()
            moving.day(self)
            selling.day(self)
            buying.day(self)
            talking.day(self)
            crews.day(self)
            floor = self.zero + (self.day - 2) * DAY
            for chat in self.chats:
                chat.recent = [m for m in chat.recent if m.when > floor]
        self.number()

    def number(self) -> None:
        """Message numbers per chat, in order of time, with holes for what was deleted."""
        self.log.sort(key=lambda m: m.when)
        last: dict[int, int] = defaultdict(int)
        for m in self.log:
            last[m.chat.num] += 1 + (self.rng.random() < 0.04) * self.rng.randrange(1, 4)
            m.num = last[m.chat.num]

    def time(self, person: Person, spread: float = 2.8) -> int:
        """A moment today in this person's hours."""
        return (
            self.zero
            + self.day * DAY
            + int((self.rng.gauss(person.hour, spread) % 24) * 3600)
            + self.rng.randrange(60)
        )

    def soon(self, when: int, mean: float = 25.0) -> int:
        """A moment after another, minutes later as a rule."""
        return when + 20 + int(self.rng.expovariate(1 / mean) * 60)

    def post(
        self,
        chat: Chat,
        by: Account,
        text: str,
        act: str = "none",
        goods: tuple[str, ...] = (),
        when: int | None = None,
        reply: Message | None = None,
        photo: int | None = None,
        forwarded: str | None = None,
        bold: bool = False,
    ) -> Message:
        """Write a message in the book."""
        m = Message(
            chat, when or self.time(by.owner), by, text, act, goods, reply, photo, forwarded, bold=bold
        )
        self.log.append(m)
        return m

    def note(self, chat: Chat, by: Account, action: str, when: int | None = None, **more: object) -> None:
        """Write a service message."""
        self.log.append(
            Message(chat, when or self.time(by.owner), by, "", service={"action": action, **more})
        )

    def join(self, acc: Account, chat: Chat, when: int | None = None) -> None:
        """An account enters a chat; some joins show."""
        if chat in acc.chats:
            return
        acc.chats.append(chat)
        chat.members.append(acc)
        if when and self.rng.random() < 0.3:
            self.note(chat, acc, "join_group_by_link", when, inviter="Group")

    def spread(self, acc: Account) -> None:
        """Enter rooms of one's tongue, own town first."""
        rng, who = self.rng, acc.owner
        fit = [c for c in self.chats if c.use == "market" and c.lang in who.langs and c.closed is None] or [
            c for c in self.chats if c.use == "market"
        ]
        home = [c for c in fit if c.place == who.place] or fit
        many = rng.choice((1, 1, 2, 2, 3)) + (who.kind == "seller") * rng.choice((0, 1, 2))
        for chat in [rng.choice(home), *rng.sample(fit, min(many - 1, len(fit)))]:
            self.join(acc, chat, self.time(who) if acc.born > 0 else None)

    def rooms(self, acc: Account) -> list[Chat]:
        """Open market rooms of an account."""
        return [c for c in acc.chats if c.use == "market" and c.closed is None]

    def words(self, who: Person, chat: Chat, kind: str, key: str = "lines") -> str:
        """A line of a kind, from this person's own small stock of pet lines or from all, unfilled."""
        rows = self.lex.lines(kind, self.tongue(who, chat), key)
        slot = f"{kind}.{key}.{self.tongue(who, chat)}"
        if slot not in who.pet:
            who.pet[slot] = tuple(self.rng.sample(rows, min(5, len(rows))))
        return self.rng.choice(who.pet[slot] if self.rng.random() < 0.35 else rows)

    def tongue(self, who: Person, chat: Chat) -> str:
        """The language somebody uses in a room."""
        return chat.lang if chat.lang in who.langs else who.langs[0]

    def say(self, who: Person, chat: Chat, text: str, angry: bool = False) -> str:
        """Text as typed by this person; the angry use angry faces."""
        out = who.voice.say(self.rng, text, self.tongue(who, chat))
        for face in who.voice.faces if angry else ():
            out = (
                out.removesuffix(" ✌️")
                .removesuffix(" 🤙")
                .replace(face, self.rng.choice(("🤬", "😡", "❌", "🤡", "👎", "🐀")))
            )
        return out

    def call(self, acc: Account) -> str:
        """How people name a seller: handle, shown name, or its first word."""
        roll = self.rng.random()
        if acc.username and roll < 0.6:
            return "@" + acc.username
        return acc.name if roll < 0.9 else next((w for w in acc.name.split(" ") if w.isalnum()), acc.name)

    def theme(self) -> str:
        """A kind of goods, by what the world buys."""
        return weighted(self.rng, self.world.sets)
