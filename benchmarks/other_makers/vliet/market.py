"""The market itself: its chats, its clock, who is there, and the day's round."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

from .lexicon import LANGS, forms
from .model import DAY, Account, Chat, Msg, Note, Person
from .notes import Notebook
from .people import Maker
from .worlds import World


class Market:
    """One world while it is lived."""

    def __init__(self, world: World, seed: int) -> None:
        """Keeps what it works with."""
        self.world = world
        self.rng = Random(f"{world.name}:{seed}")
        self.maker = Maker(self.rng, world)
        self.notebook = Notebook(self.rng)
        self.start = int(datetime(*world.year, tzinfo=UTC).timestamp())
        self.chats: list[Chat] = []
        self.closed: list[Chat] = []
        self.groups: list[Chat] = []
        self.sellers: list[Person] = []
        self.customers: list[Person] = []
        self.changers: list[Person] = []
        self.accounts: dict[int, Account] = {}
        self.live: list[Account] = []
        self.diary: dict[int, list[Callable[[int], object]]] = {}
        self.index: dict[str, list[Msg]] = {}
        self.stats: dict[str, dict[str, float]] = {}
        self.open_groups()

    def open_groups(self) -> None:
        """City groups by language and region, two closed chats of the trade, a reviews group."""
        rng, world = self.rng, self.world
        langs = [lang for lang in ("nl", *LANGS) if lang in world.langs]
        wanted = [(lang, region) for lang in langs for region in (world.regions if lang == "nl" else (lang,))]
        if world.langs.get("nl", 0) > 0.5:
            wanted = [pair for pair in wanted if pair[0] == "nl" or world.langs[pair[0]] >= 0.05]
        while len(wanted) < world.groups:
            wanted.append(rng.choice(wanted[:3]))
        for at, (lang, region) in enumerate(wanted):
            names = forms()["groups"][lang]
            name = names[at % len(names)].format(r=forms()["titles"][region])
            self.groups.append(
                self.open(
                    name,
                    "public_supergroup" if rng.random() < 0.6 else "private_supergroup",
                    lang,
                    region,
                    world.strict * rng.uniform(0.5, 1.4),
                )
            )
        main = max(world.langs, key=lambda lang: world.langs[lang])
        for name in forms()["closed"][: 2 if world.wholesalers > 5 else 1]:
            self.closed.append(self.open(name, "private_supergroup", main, "all", 0.3, closed=True))

    def open(
        self, name: str, kind: str, lang: str, region: str, strict: float = 0.3, closed: bool = False
    ) -> Chat:
        """A new chat with its keeper."""
        chat = Chat(self.rng.randrange(10**9, 3 * 10**9), name, kind, lang, region, closed, strict=strict)
        if "supergroup" in kind:
            keeper = self.maker.person("keeper", lang)
            chat.keeper = self.maker.account(keeper, 0, name=self.rng.choice(forms()["keepers"]))
            chat.keeper.roles = ["group-keeper"]
            self.accounts[chat.keeper.uid] = chat.keeper
        self.chats.append(chat)
        return chat

    def homes(self, person: Person) -> list[Chat]:
        """The groups where somebody goes: his own region mostly, others of his language, a bulk seller the closed chats."""
        rng = self.rng
        near = [chat for chat in self.groups if chat.region == person.region and chat.lang == person.lang]
        far = [chat for chat in self.groups if chat.lang == person.lang and chat not in near] or [
            chat for chat in self.groups if chat not in near
        ][:3]
        wide = len(person.places) > 3 or person.post
        found = near + [chat for chat in far if rng.random() < (0.6 if wide else 0.2)]
        if person.scale == "bulk":
            found = list(self.closed) + [chat for chat in found if rng.random() < 0.3]
        return found or [rng.choice(self.groups)]

    def register(self, account: Account) -> None:
        """An account takes part."""
        self.accounts[account.uid] = account
        if account not in self.live:
            self.live.append(account)

    def unregister(self, account: Account) -> None:
        """An account is gone."""
        if account in self.live:
            self.live.remove(account)

    def later(self, day: int, deed: Callable[[int], object]) -> None:
        """Puts a deed in the diary."""
        self.diary.setdefault(day, []).append(deed)

    def moment(self, day: int, person: Person, spread: float = 3.2) -> int:
        """A time of day by somebody's rhythm."""
        hour = self.rng.gauss(person.hour, spread)
        return self.start + day * DAY + int((hour % 24) * 3600) + self.rng.randrange(60)

    def call(self, account: Account) -> str:
        """How others name an account."""
        return f"@{account.username}" if account.username else account.name.strip()

    def post(
        self,
        chat: Chat,
        account: Account,
        text: str,
        when: int,
        act: str = "none",
        goods: list[str] | None = None,
        **more: object,
    ) -> Msg:
        """Sends a message."""
        self.accounts.setdefault(account.uid, account)
        message = Msg(when, account, text, act, sorted(set(goods or [])), **more)  # type: ignore[arg-type]
        chat.messages.append(message)
        if act == "offer":
            account.offers += 1
            chat.feed.append(message)
        return message

    def count(self, person: Person, what: str, who: str = "") -> None:
        """Truth-side counts for the checks."""
        row = self.stats.setdefault(person.pid, {})
        row[what] = row.get(what, 0) + 1
        if who:
            row[f"{what}:{who}"] = row.get(f"{what}:{who}", 0) + 1

    def refresh(self, day: int) -> None:
        """What a buyer sees today: the offers of the last days by commodity."""
        edge = self.start + (day - 3) * DAY
        self.index = {}
        for chat in self.chats:
            chat.feed = [message for message in chat.feed if message.when >= edge]
            for message in chat.feed:
                if message.sender.died is None and message.when < self.start + (day + 1) * DAY:
                    for commodity in message.goods:
                        self.index.setdefault(commodity, []).append(message)

    def show(self, account: Account, note: Note, photo: int | None, text: str) -> None:
        """Notes what an account made visible, for the check on aliases."""
        account.shown.add(f"note:{note.key}")
        if photo:
            account.shown.add(f"photo:{photo}")
        account.shown.update(f"contact:{way}" for way in account.contacts if way in text)
