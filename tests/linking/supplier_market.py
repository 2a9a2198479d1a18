"""A fourth made-up market: resellers of a few suppliers, shop bots, support accounts, recycled numbers and usernames.

Everybody sells from a supplier's list, most in the supplier's own phrases and with its photo, some with a margin. Orders
go to bots that serve several sellers, complaints to a support account that stands in the ads of many. Numbers and
usernames that a seller gave up are given out again to somebody else. How common each of these is, every market draws
anew. A seller's next account keeps a number, a handle, the brand with another town, or only the ad and the hours.
Written after the product's rules; nothing in the product was set by it.
"""

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.linking.made_export import Place, Post, write_export, write_truth
from tests.linking.unlike_market import picture

START = datetime(2026, 3, 2, tzinfo=UTC)
DAYS, CHATS = 84, 7
_PLACE = Place(CHATS, "Handel", 6_000, 7_700_000)
BRANDS = (
    "Atlas", "Bravo", "Cobalt", "Delta", "Echo", "Falcon", "Granit", "Hermes", "Indigo", "Jaguar", "Krypton", "Lotus",
    "Mistral", "Neptun", "Onyx", "Phoenix", "Quartz", "Rubin", "Saturn", "Titan", "Ultra", "Vega", "Wodan", "Zenith",
)  # fmt: skip
TRADES = ("Supply", "Wholesale", "Delivery", "Connect", "Trading", "Drops", "Market", "Select", "Import")
TOWNS = (
    "Utrecht",
    "Eindhoven",
    "Amersfoort",
    "Enschede",
    "Roermond",
    "Alkmaar",
    "Middelburg",
    "Zwolle",
    "Gouda",
)
GOODS = {
    "cocaine": ("g", (1, 2, 5, 10), 52), "ketamine": ("g", (1, 5, 10, 25), 21), "speed": ("g", (5, 10, 50, 100), 5),
    "mdma": ("g", (1, 5, 10, 50), 15), "xtc": ("stuks", (10, 50, 100, 250), 2), "hash": ("g", (5, 25, 100), 6),
    "wiet": ("g", (5, 10, 25, 100), 8), "3-mmc": ("g", (1, 5, 10, 50), 14), "xanax": ("strips", (1, 5, 10), 12),
}  # fmt: skip
PRAISE = (
    "Directe lijn van de bron, altijd vers en getest", "Laboratorium getest, puurheid boven de negentig procent",
    "De bekende kwaliteit die iedereen in de groep kent", "Nieuwe batch deze week, beperkt beschikbaar dus wees snel",
    "Zelfde kwaliteit als altijd, nu met scherpere prijzen", "Geen versnijding, geen verhalen, gewoon het beste",
    "Stealth verpakt en dezelfde dag verstuurd voor drie uur", "Alles vacuum en discreet, wij doen dit al jaren",
)  # fmt: skip
TERMS = (
    "Minimale afname geldt voor bezorging", "Vaste klanten krijgen korting", "Geen proefjes, geen krediet",
    "Betaling contant of crypto", "Alleen afspraken via het besteladres", "Geen antwoord is uitverkocht",
)  # fmt: skip


@dataclass(frozen=True)
class Supplier:
    """Whose goods others sell on: the list, the phrases and the photo that come with them."""

    prices: dict[str, list[tuple[int, int]]]
    praise: str
    terms: str
    layout: int
    photo: str


@dataclass(frozen=True)
class Habits:
    """How common each confusion is in one market, drawn anew for every market."""

    phrases: float
    photos: float
    margins: float
    bots: float
    support: float
    recycled: float


@dataclass
class Account:
    """One account: who holds it, what it gives to be reached, what it sells in whose words, and when it posts."""

    number: int
    holder: str
    kind: str
    name: str
    contacts: tuple[str, ...]
    prices: dict[str, list[tuple[int, int]]]
    praise: str
    terms: str
    layout: int
    town: str
    photo: str | None
    hour: float
    chats: tuple[int, ...]
    first: int
    last: int
    posts: int
    beside: tuple[str, ...] = ()  # the bot and the support account that its ads name
    said: list[str] = field(default_factory=list)


class Maker:
    """Makes the accounts of one market by one stream of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed * 6_007 + 11)
        self.habits = Habits(*(self.chance.uniform(0.1, 0.8) for _ in range(6)))
        self.suppliers = [self.supplier() for _ in range(14)]
        self.bots = [f"@{brand.lower()}_bestelbot" for brand in self.chance.sample(BRANDS, 8)]
        self.support = [f"@{brand.lower()}_helpdesk" for brand in self.chance.sample(BRANDS, 4)]
        self.accounts: list[Account] = []
        self.taken: set[str] = set()

    def supplier(self) -> Supplier:
        """A supplier with its list of two to four goods."""
        prices = {}
        for good in self.chance.sample(sorted(GOODS), self.chance.choice((2, 3, 4))):
            _, amounts, base = GOODS[good]
            level = base * self.chance.uniform(0.7, 1.3)
            prices[good] = [(a, max(5, round(level * a * (1 - 0.06 * n)))) for n, a in enumerate(amounts)]
        pick = self.chance.choice
        return Supplier(
            prices, pick(PRAISE), pick(TERMS), self.chance.randrange(3), f"p{self.chance.randrange(10**6)}"
        )

    def handle(self, name: str) -> str:
        """A username that nobody else has."""
        plain = "".join(c for c in name.lower() if c.isalnum())
        made = plain + self.chance.choice(("", "_nl", "24", "x"))
        while made in self.taken:
            made = f"{plain}{self.chance.randrange(10, 9_999)}"
        self.taken.add(made)
        return "@" + made

    def phone(self) -> str:
        """A Dutch mobile number."""
        return f"+316{self.chance.randrange(10**7, 10**8)}"

    def signal(self) -> str:
        """A name on another platform."""
        return (
            f"signal {''.join(self.chance.choices('bcdfghklmnprstvw', k=8))}.{self.chance.randrange(10, 99)}"
        )

    def seller(self, holder: str, kind: str = "main") -> Account:
        """The first account of a seller: a supplier's goods in the supplier's words or its own."""
        chance, habits = self.chance, self.habits
        source = chance.choice(self.suppliers)
        goods = chance.sample(sorted(source.prices), chance.randrange(1, len(source.prices) + 1))
        margin = chance.choice((1.05, 1.1, 1.2)) if chance.random() < habits.margins else 1.0
        name = f"{chance.choice(BRANDS)} {chance.choice(TRADES)}"
        own = chance.random() >= habits.phrases
        contacts = [self.handle(name)]
        contacts += [self.phone()] if chance.random() < 0.5 else []
        contacts += [self.signal()] if chance.random() < 0.35 else []
        beside = [chance.choice(self.bots)] if chance.random() < habits.bots else []
        beside += [chance.choice(self.support)] if chance.random() < habits.support else []
        first = chance.randrange(45)
        made = Account(
            len(self.accounts), holder, kind, name, tuple(contacts),
            {good: [(a, round(p * margin)) for a, p in source.prices[good]] for good in goods},
            chance.choice(PRAISE) if own else source.praise, chance.choice(TERMS) if own else source.terms,
            chance.randrange(3) if own else source.layout, chance.choice(TOWNS),
            source.photo if chance.random() < habits.photos else None, chance.uniform(0, 24),
            tuple(chance.sample(range(CHATS), chance.choice((1, 2, 2)))), first,
            min(first + chance.randrange(20, 50), DAYS), chance.randrange(6, 22), tuple(beside),
        )  # fmt: skip
        self.accounts.append(made)
        return made

    def alias(self, main: Account, kind: str) -> Account:
        """One more account of the same holder."""
        made = replace(
            main, number=len(self.accounts), kind=kind, said=[], posts=self.chance.randrange(5, 16)
        )
        made.hour = (main.hour + self.chance.gauss(0, 0.8)) % 24
        made.first = min(max(main.first + self.chance.randrange(-8, 35), 0), DAYS - 6)
        made.last = min(made.first + self.chance.randrange(12, 45), DAYS)
        made.chats = tuple({self.chance.choice(main.chats), self.chance.randrange(CHATS)})
        getattr(self, f"_{kind}")(main, made)
        self.accounts.append(made)
        return made

    def _renamed(self, main: Account, made: Account) -> None:
        made.name = f"{self.chance.choice(BRANDS)} {self.chance.choice(TRADES)}"
        made.contacts = (self.handle(made.name),)

    def _second(self, main: Account, made: Account) -> None:
        made.name = f"{main.name} {self.chance.choice(('2', 'reserve', 'backup'))}"
        made.contacts = (self.handle(made.name), *main.contacts[1:])

    def _number(self, main: Account, made: Account) -> None:
        main.contacts = main.contacts if main.contacts[1:] else (*main.contacts, self.phone())
        self._renamed(main, made)
        made.contacts = (*made.contacts, self.chance.choice(main.contacts[1:]))
        made.praise, made.terms = self.chance.choice(PRAISE), self.chance.choice(TERMS)

    def _branch(self, main: Account, made: Account) -> None:
        made.town = self.chance.choice(TOWNS)
        made.name = f"{main.name} {made.town}"
        made.contacts = (self.handle(made.name), self.phone())

    def _return(self, main: Account, made: Account) -> None:
        self._renamed(main, made)
        main.last = min(main.last, DAYS - 15)
        made.first, made.last = main.last + self.chance.randrange(1, 9), DAYS

    def _announced(self, main: Account, made: Account) -> None:
        self._return(main, made)
        main.said.append(f"Let op, dit wordt mijn oude account. Nieuw account is {made.contacts[0]}")

    def _blank(self, main: Account, made: Account) -> None:
        self._renamed(main, made)
        made.praise, made.photo = self.chance.choice(PRAISE), None
        made.prices = {good: [(a, p + 2) for a, p in rows] for good, rows in main.prices.items()}

    def recycle(self, mains: list[Account]) -> None:
        """Numbers and usernames that were given up are somebody else's a while later."""
        for gone in mains:
            later = [one for one in mains if one.first > gone.last + 7]
            if later and self.chance.random() < self.habits.recycled / 2:
                heir = self.chance.choice(later)
                given = self.chance.choice(gone.contacts)
                heir.contacts = (given, *heir.contacts[1:]) if given[0] == "@" else (heir.contacts[0], given)


ALIASES = ("second", "number", "branch", "return", "announced", "blank")
OFTEN = (4, 6, 2, 4, 3, 1)


def make(seed: int, sellers: int = 130) -> list[Account]:
    """The accounts of a market: sellers, half of them with one to four more accounts, and what strangers have in common."""
    maker = Maker(seed)
    mains = [maker.seller(f"s{number}") for number in range(sellers)]
    maker.recycle(mains)
    for one in mains:
        for _ in range(maker.chance.choice((0, 0, 0, 1, 1, 2, 2, 4))):
            maker.alias(one, maker.chance.choices(ALIASES, OFTEN)[0])
    return maker.accounts


def advert(one: Account, chance: random.Random) -> str:
    """One ad: the list, the praise, the terms, where to order."""
    lines = []
    for good, rows in one.prices.items():
        unit = GOODS[good][0]
        shown = rows if chance.random() < 0.75 else rows[:-1]
        if one.layout == 0:
            lines.append(f"{good}: " + ", ".join(f"{a}{unit[0]} {p} euro" for a, p in shown))
        elif one.layout == 1:
            lines += [good.upper(), *(f"{a} {unit} - €{p}" for a, p in shown)]
        else:
            lines += [f"▪️ {a} {unit} {good} €{p}" for a, p in shown]
    order = f"Bestellen: {' / '.join(one.contacts)}"
    beside = [f"{word} {name}" for word, name in zip(("Menu via", "Vragen bij"), one.beside, strict=False)]
    return "\n".join((one.praise + ".", *lines, f"Regio {one.town}. {one.terms}.", order, *beside))


def write(accounts: list[Account], folder: Path, seed: int) -> None:
    """The market as a Telegram Desktop export (`export/`) with the truth beside it (`truth/accounts.csv`)."""
    chance = random.Random(seed * 15_485_863 + 5)
    (folder / "export" / "photos").mkdir(parents=True)
    posts = [post for one in accounts for post in _posts(one, folder / "export", chance)]
    write_export(folder, _PLACE, posts)
    write_truth(folder, _PLACE, ((one.number, one.holder, one.kind) for one in accounts))


def _posts(one: Account, export: Path, chance: random.Random) -> list[Post]:
    ads, made = [advert(one, chance) for _ in range(2)], []
    for number in range(one.posts):
        day = int(chance.uniform(one.first, max(one.last, one.first + 1)))
        sent = START + timedelta(days=day, seconds=int(((one.hour + chance.gauss(0, 2)) % 24) * 3600))
        shown = one.photo if number == 0 else None
        photo = picture(export, shown, f"{one.number}", chance) if shown else None
        text = chance.choice(ads)
        made.append(Post(sent, chance.choice(one.chats), one.number, one.name, text, photo=photo))
    last = START + timedelta(days=one.last, hours=18)
    return made + [Post(last, one.chats[0], one.number, one.name, text) for text in one.said]
