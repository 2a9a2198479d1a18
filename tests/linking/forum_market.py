"""A fifth made-up market: crews in shifts, a wholesaler's sheet of the week, posters for hire, heirs, imitators.

Here a seller is a crew of up to six accounts, and hours tell nothing of it: colleagues take turns, and some ads are
posted round the clock by a machine. Numbers are burners that change by the month, so that two accounts of a crew that
never posted in one month share none. The market beside them is what strangers have in common: a sheet that its
wholesaler renews each week and all customers paste, an escrow's wallet, a rider's number, keepers who post for sellers
from their own accounts, sellers who leave their shop to somebody else and say so, imitators one letter away who take
the picture and mostly the ad too. How common each is, every market draws anew. Written before what links it was
changed; nothing in the product was set by it.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from tests.linking.forum_words import (
    CLOSING,
    GOODS,
    GUARANTEES,
    HEADS,
    LANGUAGES,
    ORDER,
    PROMISES,
    RIDERS,
    ROWS,
    STANDBY,
    SYLLABLES,
    TALK,
    TOWNS,
    TRADE,
)
from tests.linking.made_export import Place, Post, write_export, write_truth
from tests.linking.unlike_market import picture

START = datetime(2026, 1, 12, tzinfo=UTC)
WEEKS, CHATS = 13, 9
DAYS, MONTH = WEEKS * 7, 30
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_PLACE = Place(CHATS, "Basar", 4_000, 6_400_000)
Prices = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True)
class Sheet:
    """A wholesaler's list: other prices every week, one heading, one picture."""

    weeks: tuple[Prices, ...]
    heading: str
    row: str
    photo: str


@dataclass(frozen=True)
class Habits:
    """How common each confusion is in one market, drawn anew for every market."""

    sheets: float
    escrow: float
    riders: float
    posters: float
    heirs: float
    imitators: float
    machines: float


@dataclass
class Account:
    """One account: who holds it, how it is reached in which month, what it sells in whose words, and when it posts."""

    number: int
    holder: str
    kind: str
    name: str
    handle: str
    numbers: tuple[str, ...]  # by month; empty where it gives none
    wallet: str
    prices: Prices
    sheet: Sheet | None
    words: tuple[str, ...]  # heading, promise, order line, closing
    row: str
    language: str
    town: str
    photo: str | None
    hour: float | None  # None: a machine posts round the clock
    chats: tuple[int, ...]
    first: int
    last: int
    posts: int
    beside: tuple[str, ...] = ()
    told: list[tuple[int, str]] = field(default_factory=list)
    sold_for: tuple["Account", ...] = ()  # whose ads it posts, for a keeper


class Maker:
    """Makes the accounts of one market by one stream of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed * 32_452_843 + 17)
        self.habits = Habits(*(self.chance.uniform(0.1, 0.7) for _ in range(7)))
        self.accounts: list[Account] = []
        self.taken: set[str] = set()
        self.sheets = [self._sheet() for _ in range(6)]
        self.escrows = [(self.wallet(), self.handle("guard" + self._word())) for _ in range(3)]

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((2, 2, 3))))

    def name(self) -> str:
        """A brand made of syllables, mostly with a word of the trade."""
        return f"{self._word().capitalize()}{self.chance.choice(TRADE)}"

    def handle(self, name: str) -> str:
        """A username that nobody else has."""
        plain = "".join(c for c in name.lower() if c.isascii() and c.isalnum())[:24]
        made = plain + self.chance.choice(("", "", "_eu", "bz"))
        while made in self.taken or len(made) < 5:
            made = f"{plain}{self.chance.randrange(2, 999)}"
        self.taken.add(made)
        return "@" + made

    def phone(self) -> str:
        """A mobile number of one of three countries."""
        return self.chance.choice(("+31 6 {}", "+49 152 {}", "+34 6{}")).format(
            self.chance.randrange(10**7, 10**8)
        )

    def wallet(self) -> str:
        """Where the money goes: a bitcoin address, or a mail address for those who want another way."""
        if self.chance.random() < 0.3:
            return f"{self._word()}{self.chance.randrange(100, 9_999)}@proton.me"
        paid = bytes([0, *self.chance.randbytes(20)])
        left = int.from_bytes(paid + sha256(sha256(paid).digest()).digest()[:4], "big")
        written = ""
        while left:
            left, digit = divmod(left, 58)
            written = BASE58[digit] + written
        return "1" + written

    def prices(self, goods: list[str]) -> Prices:
        """What is asked for the amounts of each good."""
        made: Prices = {}
        for good in goods:
            amounts, base = GOODS[good][1:]
            level = base * self.chance.uniform(0.75, 1.3)
            made[good] = [(a, max(4, round(level * a * (1 - 0.06 * n)))) for n, a in enumerate(amounts)]
        return made

    def _sheet(self) -> Sheet:
        first = self.prices(self.chance.sample(sorted(GOODS), 4))
        weeks = [first]
        for _ in range(WEEKS - 1):
            by = self.chance.choice((0.95, 1.0, 1.0, 1.05))
            weeks.append({g: [(a, max(4, round(p * by))) for a, p in rows] for g, rows in weeks[-1].items()})
        heading = self.chance.choice(HEADS[self.chance.choice(LANGUAGES)])
        return Sheet(tuple(weeks), heading, self.chance.choice(ROWS), f"p{self.chance.randrange(10**6)}")

    def words(self, language: str) -> tuple[str, ...]:
        """A manner of writing in a language."""
        return tuple(self.chance.choice(some[language]) for some in (HEADS, PROMISES, ORDER, CLOSING))

    def seller(self, holder: str, kind: str = "main") -> Account:
        """The first account of a crew, or of somebody who works alone."""
        chance, habits = self.chance, self.habits
        name, language, first = self.name(), chance.choice(LANGUAGES), chance.randrange(50)
        pasted = chance.choice(self.sheets) if chance.random() < habits.sheets / 2 else None
        numbers = tuple(self.phone() for _ in range(4)) if chance.random() < 0.6 else ()
        if numbers and chance.random() < 0.5:
            numbers = numbers[:1] * 4  # no burners, one number throughout
        made = Account(
            len(self.accounts), holder, kind, name, self.handle(name), numbers,
            self.wallet() if chance.random() < 0.45 else "",
            pasted.weeks[0] if pasted else self.prices(chance.sample(sorted(GOODS), chance.choice((1, 2, 2, 3)))),
            pasted, self.words(language), chance.choice(ROWS), language, chance.choice(TOWNS[language]),
            f"p{chance.randrange(10**6)}" if chance.random() < 0.35 else (pasted.photo if pasted else None),
            None if chance.random() < habits.machines / 2 else chance.uniform(0, 24),
            tuple(sorted(chance.sample(range(CHATS), chance.choice((1, 2, 3))))), first,
            min(first + chance.randrange(20, 60), DAYS), chance.randrange(6, 22),
        )  # fmt: skip
        self.accounts.append(made)
        return made

    def member(self, main: Account, kind: str) -> Account:
        """One more account of the same crew."""
        chance = self.chance
        made = replace(main, number=len(self.accounts), kind=kind, told=[], posts=chance.randrange(4, 15))
        made.first = min(max(main.first + chance.randrange(-8, 40), 0), DAYS - 6)
        made.last = min(made.first + chance.randrange(10, 45), DAYS)
        made.chats = tuple(sorted({chance.choice(main.chats), chance.randrange(CHATS)}))
        made.name, made.photo = self.name(), None
        if main.hour is not None:  # colleagues take turns; one alone keeps the hours
            away = chance.choice((8, 12)) if kind == "shift" and chance.random() < 0.5 else 0
            made.hour = (main.hour + away + chance.gauss(0, 1)) % 24
        getattr(self, f"_{kind}")(main, made)
        made.handle = self.handle(made.name)
        if kind == "standby" and chance.random() < 0.5:
            main.beside = (*main.beside, f"{chance.choice(STANDBY[main.language])} {made.handle}")
        self.accounts.append(made)
        return made

    def _standby(self, main: Account, made: Account) -> None:
        """The brand with a mark, kept warm for the day of the ban."""
        mark = self.chance.choice((" 2", " backup", " Reserve", "_new", " 🔝", " II"))
        made.name, made.wallet = main.name + mark, ""
        made.numbers = main.numbers if self.chance.random() < 0.5 else ()

    def _shift(self, main: Account, made: Account) -> None:
        """A colleague: the crew's order number and list, other words and other hours."""
        main.numbers = main.numbers or (self.phone(),) * 4
        made.numbers, made.wallet = main.numbers, ""
        made.words, made.row = self.words(main.language), self.chance.choice(ROWS)

    def _city(self, main: Account, made: Account) -> None:
        """The brand in another town, with a number of its own."""
        made.town = self.chance.choice(TOWNS[main.language])
        made.name = f"{main.name} {made.town}"
        made.numbers, made.photo = (self.phone(),) * 4, main.photo

    def _purse(self, main: Account, made: Account) -> None:
        """Another shop for the same purse."""
        main.wallet = main.wallet or self.wallet()
        made.wallet, made.numbers, made.beside = main.wallet, (), ()
        made.words = self.words(main.language)

    def _pasted(self, main: Account, made: Account) -> None:
        """The old ad under a new name, with the crew's own picture."""
        if main.photo is None or main.sheet:
            main.photo = f"p{self.chance.randrange(10**6)}"
        made.photo, made.numbers, made.wallet = main.photo, (), ""

    def _reborn(self, main: Account, made: Account) -> None:
        """The first of its names was the old brand's, the ad goes on after a ban."""
        made.name, made.numbers, made.wallet = f"new {main.name}", main.numbers, ""
        main.last = min(main.last, DAYS - 12)
        made.first, made.last = main.last + self.chance.randrange(1, 7), DAYS

    def _clean(self, main: Account, made: Account) -> None:
        """Nothing kept but the trade."""
        made.numbers, made.wallet, made.words, made.beside = (), "", self.words(main.language), ()
        made.prices, made.sheet = self.prices(sorted(main.prices)), None

    def confuse(self, mains: list[Account]) -> None:
        """What strangers have in common, as often as this market has it."""
        chance, habits = self.chance, self.habits
        for one in mains:
            if chance.random() < habits.escrow:
                wallet, handle = chance.choice(self.escrows)
                one.beside += (f"{chance.choice(GUARANTEES)} {chance.choice((wallet, handle))}",)
        for _ in range(round(habits.riders * len(mains) / 10)):
            rider, word = self.phone(), chance.choice(RIDERS)
            few = chance.sample(mains, chance.choice((2, 3, 4, 6)))
            for one in few:
                one.beside += (f"{word} {rider}",)
                one.town = few[0].town if one.language == few[0].language else one.town
        for chat in range(CHATS):
            if chance.random() < habits.posters:
                self._poster(chat, [one for one in mains if chat in one.chats])
        for one in chance.sample(mains, len(mains)):
            if chance.random() < habits.heirs / 6:
                self._heir(one, [other for other in mains if other is not one and other.first > one.first])
            if chance.random() < habits.imitators / 3:
                self._imitator(one)

    def _poster(self, chat: int, served: list[Account]) -> None:
        """The keeper of a group, who posts the ads of some sellers from an account of its own."""
        keeper = self.seller(f"keeper {chat}", "keeper")
        keeper.chats, keeper.hour, keeper.name = (chat,), None, f"Admin {keeper.name}"
        many = min(len(served), self.chance.choice((2, 3, 5)))
        keeper.sold_for = tuple(self.chance.sample(served, many))
        keeper.posts, keeper.first, keeper.last = 5 * many, 0, DAYS

    def _heir(self, gone: Account, later: list[Account]) -> None:
        """A shop is left to somebody else; both say so, and the customers' number may go along."""
        if not later:
            return
        heir = self.chance.choice(later)
        gone.last = min(gone.last, DAYS - 20)
        heir.first = min(max(heir.first, gone.last - 2), DAYS - 15)
        heir.last = max(heir.last, heir.first + 14)
        gone.told.append(
            (gone.last, f"{gone.name} stops. {heir.handle} takes over our customers, you can trust him")
        )
        heir.told.append((heir.first, f"I took over the customers of {gone.handle}, same quality, other guy"))
        if gone.numbers and self.chance.random() < 0.4:
            heir.numbers = gone.numbers

    def _imitator(self, main: Account) -> None:
        """Somebody one letter away with the same picture, and mostly with the ad."""
        made = self.seller(f"imitator {len(self.accounts)}", "imitator")
        at = self.chance.randrange(1, len(main.name))
        letter = self.chance.choice("aeilnorst")
        changes = (
            main.name[:at] + letter + main.name[at + 1 :], main.name[:at] + letter + main.name[at:],
            main.name + letter, main.name + " official",
        )  # fmt: skip
        made.name, made.photo, made.town = self.chance.choice(changes), main.photo, main.town
        made.handle, made.chats = self.handle(made.name), main.chats
        made.numbers = made.numbers if self.chance.random() < 0.5 else ()
        made.language = main.language
        if self.chance.random() < 0.7:
            made.words, made.row, made.sheet = main.words, main.row, main.sheet
            by = self.chance.choice((1.0, 0.9, 0.8))
            made.prices = {
                g: [(a, max(4, round(p * by))) for a, p in rows] for g, rows in main.prices.items()
            }


KINDS = ("standby", "shift", "city", "purse", "pasted", "reborn", "clean")
OFTEN = (6, 6, 3, 3, 4, 3, 1)


def make(seed: int, sellers: int = 140) -> list[Account]:
    """The accounts of a market: sellers, what strangers have in common, then crews of two to six accounts."""
    maker = Maker(seed)
    mains = [maker.seller(f"s{number}") for number in range(sellers)]
    maker.confuse(mains)
    for one in mains:
        for _ in range(maker.chance.choices((0, 1, 2, 3, 4, 5), (10, 5, 3, 1, 0.5, 0.5))[0]):
            maker.member(one, maker.chance.choices(KINDS, OFTEN)[0])
    return maker.accounts


def advert(one: Account, day: int, chance: random.Random) -> str:
    """One ad as it stands on a day: the heading, the list, what is promised, and where to order."""
    heading, promise, order, closing = one.words
    prices, row = one.prices, one.row
    if one.sheet:
        heading, row, prices = one.sheet.heading, one.sheet.row, one.sheet.weeks[min(day // 7, WEEKS - 1)]
    lines = []
    for good, rows in prices.items():
        word, unit = GOODS[good][0]
        told = rows if one.sheet or chance.random() < 0.8 else rows[:2]
        lines.append(f"{word}: " + " | ".join(row.format(a=a, unit=unit, p=p) for a, p in told))
    reach = [one.handle]
    if one.numbers:
        reach.append(one.numbers[min(day // MONTH, len(one.numbers) - 1)])
    if one.wallet:
        reach.append(one.wallet)
    own = () if one.sheet else (promise.format(town=one.town),)
    return "\n".join((heading, *lines, *own, f"{order} {' / '.join(reach)}", *one.beside, closing))


def write(accounts: list[Account], folder: Path, seed: int) -> None:
    """The market as a Telegram Desktop export (`export/`) with the truth beside it (`truth/accounts.csv`)."""
    chance = random.Random(seed * 49_979_687 + 7)
    (folder / "export" / "photos").mkdir(parents=True)
    posts = [post for one in accounts for post in _posts(one, folder / "export", chance)]
    write_export(folder, _PLACE, posts + list(_talk(chance)))
    write_truth(folder, _PLACE, ((one.number, one.holder, one.kind) for one in accounts))


def _posts(one: Account, export: Path, chance: random.Random) -> Iterator[Post]:
    kept: dict[tuple[int, int], str] = {}
    for number in range(one.posts):
        day = int(chance.uniform(one.first, max(one.last, one.first + 1)))
        hour = chance.uniform(0, 24) if one.hour is None else (one.hour + chance.gauss(0, 2)) % 24
        sent = START + timedelta(days=day, seconds=int(hour * 3600))
        whose = one.sold_for[number % len(one.sold_for)] if one.sold_for else one
        text = kept.setdefault(
            (whose.number, day // 7), advert(whose, day, chance)
        )  # an ad stands for a week
        shown = whose.photo if number in {0, 3} else None
        photo = picture(export, shown, f"{one.number}_{number}", chance) if shown else None
        yield Post(sent, chance.choice(one.chats), one.number, one.name, text, photo=photo)
    for day, text in one.told:
        yield Post(START + timedelta(days=day, hours=21), one.chats[0], one.number, one.name, text)


def _talk(chance: random.Random) -> Iterator[Post]:
    for at in range(420):
        sent = START + timedelta(hours=chance.uniform(0, DAYS * 24))
        who = chance.randrange(60)
        yield Post(sent, at % CHATS, 800_000 + who, f"Gast {who}", chance.choice(TALK))
