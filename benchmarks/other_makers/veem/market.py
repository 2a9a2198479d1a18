"""The market's memory, and small helpers that every kind of actor uses."""

from __future__ import annotations

import random

from .board import DAY, Board, Chat, Post
from .names import wallet
from .people import Account, Buyer, Seller
from .phrases import common, fill, pick
from .voice import speak
from .worlds import World


class Market:
    """Everybody and everything of one world."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.rng, self.board = world, random.Random(f"veem {world.name} {seed}"), Board()
        self.sellers: list[Seller] = []
        self.owner: dict[str, Seller] = {}
        self.accounts: list[Account] = []
        self.buyers: list[Buyer] = []
        self.talkers: list[Account] = []
        self.farm: list[Account] = []
        self.keepers: list[Account] = []
        self.stands: dict[int, list[Account]] = {}
        self.rep: dict[str, int] = {}
        self.cache: dict[str, list[tuple[str, tuple[str, ...], tuple[int, int] | None]]] = {}
        self.escrow = ""
        self.till = [wallet(self.rng) for _ in range(3)]
        self.webpictures = [(900_000 + i) * 100 for i in range(40)]
        self._numbers: set[int] = set()

    def number(self, low: int = 200_000_000, high: int = 7_900_000_000) -> int:
        """A fresh account or chat number."""
        while True:
            number = self.rng.randint(low, high)
            if number not in self._numbers:
                self._numbers.add(number)
                return number

    def moment(self, day: int, wakes: int = 9, sleeps: int = 25) -> int:
        """A second of a day between waking and sleeping (25 is one at night), more often late than early."""
        share = self.rng.betavariate(2.2, 1.7)
        return day * DAY + int((wakes + share * (sleeps - wakes)) * 3600) + self.rng.randrange(60)

    def lag(self, minutes: float) -> int:
        """A human delay around so many minutes."""
        return 15 + int(self.rng.lognormvariate(0, 0.9) * minutes * 60)

    def chance(self, share: float) -> bool:
        """Whether something with this probability happens."""
        return self.rng.random() < share

    def say(
        self,
        speaker: Account,
        chat: Chat,
        at: int,
        section: str,
        reply: Post | None = None,
        act: str = "none",
        goods: tuple[str, ...] = (),
        about: str = "",
        **slots: str,
    ) -> Post | None:
        """A phrase of a section in the speaker's own writing."""
        text = pick(self.rng, speaker.lang, section)
        return self.put(speaker, chat, at, fill(text, escrow=self.escrow, **slots), reply, act, goods, about)

    def put(
        self,
        who: Account,
        chat: Chat,
        at: int,
        text: str,
        reply: Post | None = None,
        act: str = "none",
        goods: tuple[str, ...] = (),
        about: str = "",
    ) -> Post | None:
        """A text in the speaker's own writing."""
        text = speak(
            self.rng,
            who.voice,
            who.lang,
            common(self.rng, who.lang, text, self.rng.choice(chat.town) if chat.town else ""),
        )
        return self.board.post(Post(chat.index, at, who, text, act, goods, reply, about=about))

    def groups(self, lang: str, purposes: tuple[str, ...] = ("city", "general")) -> list[Chat]:
        """The open groups of a language."""
        return [chat for chat in self.board.chats if chat.purpose in purposes and chat.lang == lang]

    def who(self, account: Account) -> str:
        """How others call an account: by username, or by the name shown."""
        if account.handle and self.chance(0.55):
            return f"@{account.handle}"
        return account.name if self.chance(0.6) else account.name.lower()
