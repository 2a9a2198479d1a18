"""A second made-up market that knows nothing of `schakel simulate`: other texts, other aliases, other confusions.

Sellers hide here as they please: letters that only look alike, digits for letters, contacts split over accounts so
that no two share all, one photo or price list, a move after a ban. Beside them strangers who look like one: a shop with
one telephone, resellers with one supplier's list, pretenders who take name and ad, and names that many like.
Written to be linked, not to be realistic; nothing in the product was tuned to its seeds beyond 20.
"""

import csv
import json
import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

START = datetime(2026, 2, 1, tzinfo=UTC)
DAYS = 80
GOODS = {
    "coke": ("coke", "g", (1, 3, 5, 10), 48), "speed": ("speed", "g", (5, 10, 25, 50), 4),
    "wiet": ("amnesia haze", "g", (5, 10, 25, 100), 8), "hash": ("maroc hash", "g", (5, 10, 50), 6),
    "xtc": ("xtc blue punisher", "pill", (10, 25, 50, 100), 3), "keta": ("ketamine", "g", (1, 5, 10), 22),
    "3mmc": ("3-MMC", "g", (1, 5, 10, 25), 15), "vapes": ("vapes elfbar", "piece", (1, 5, 10), 9),
    "cobra": ("cobra 6", "piece", (10, 50, 100), 4),
}  # fmt: skip
TOWNS = ("Utrecht", "Zwolle", "Breda", "Hengelo", "Leiden", "Gouda", "Almere", "Tilburg", "Emmen", "Venlo")
OPENERS = {
    "nl": ("Weer binnen!", "Te koop", "Beste kwaliteit", "Menu van vandaag", "Op voorraad", "Alleen serieuze mensen"),
    "de": ("Wieder da!", "Zu verkaufen", "Top Qualität", "Menü", "Auf Lager", "Nur ernste Anfragen"),
    "en": ("Back in stock!", "For sale", "Top quality", "Menu today", "In stock", "Serious buyers only"),
}  # fmt: skip
ENDINGS = {
    "nl": ("Bezorging in {town}", "Afhalen {town}", "{town} en omstreken, snel geleverd", "Levering ook {town}"),
    "de": ("Lieferung in {town}", "Abholung {town}", "{town} und Umgebung", "Versand möglich, {town}"),
    "en": ("Delivery in {town}", "Pickup {town}", "{town} area, fast", "Shipping from {town}"),
}  # fmt: skip
CALLS = {
    "nl": ("Bel of app", "App naar", "Bericht op", "Te bereiken via"),
    "de": ("Melde dich", "Schreib an", "Kontakt", "Erreichbar über"),
    "en": ("Hit me up", "Text", "Contact", "Order via"),
}  # fmt: skip
SIGNS = ("🔥", "✅", "❄️", "💎", "🚗", "⭐️", "📦", "🍀", "•", "-", "👉", "✨")
FIRST = (
    "Snow",
    "Candy",
    "Ghost",
    "Turbo",
    "Lucky",
    "Green",
    "Night",
    "Royal",
    "Pablo",
    "Dizzy",
    "Milo",
    "Cargo",
)
LAST = (
    "Express",
    "Man",
    "Dealer",
    "Factory",
    "Plug",
    "Service",
    "Brothers",
    "Point",
    "Wolf",
    "Store",
    "Baron",
    "Taxi",
)
POPULAR = ("Mr Plug", "Coke King", "The Doctor", "Don Pablo")
CYRILLIC = str.maketrans("aeopcxyAEOPCX", "аеорсхуАЕОРСХ")
LEET = str.maketrans("aeiostAEIOST", "4310574310$7")


@dataclass
class Style:
    """How somebody writes an ad."""

    language: str
    opener: str
    ending: str
    call: str
    sign: str
    layout: int
    shout: bool


@dataclass
class Account:
    """One account: who holds it, how it is called, which contacts it gives, what it asks, when it posts."""

    number: int
    holder: str
    kind: str
    name: str
    contacts: tuple[str, ...]
    style: Style
    prices: dict[str, list[tuple[int, int]]]
    town: str
    hour: float
    chats: tuple[int, ...]
    first: int
    last: int
    photo: str | None = None
    posts: int = 14
    said: list[str] = field(default_factory=list)  # messages that are no ads


class Maker:
    """Makes the accounts of one market by one stream of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.accounts: list[Account] = []
        self.taken: set[str] = set()

    def phone(self) -> str:
        """A Dutch mobile number, written in one of three ways."""
        digits = f"{self.chance.randrange(10**7, 10**8)}"
        return self.chance.choice(("+316{0}", "06{0}", "06-{0}")).format(digits)

    def handle(self, name: str) -> str:
        """A username made from a name; no two accounts of the market have the same one."""
        plain = "".join(c for c in name.lower() if c.isascii() and c.isalnum())
        made = plain + self.chance.choice(("", "nl", "_official", "24", "shop"))
        while made in self.taken:
            made = plain + str(self.chance.randrange(100, 10_000))
        self.taken.add(made)
        return "@" + made

    def wallet(self) -> str:
        """Something that looks like a wallet (no valid one, so other handles stand in for it)."""
        return f"threema {''.join(self.chance.choices('ABCDEFGHJKLMNPRSTUVWXYZ23456789', k=8))}"

    def name(self) -> str:
        """A name of a seller; one in eight takes one that others have too."""
        if self.chance.random() < 0.12:
            return self.chance.choice(POPULAR)
        return f"{self.chance.choice(FIRST)}{self.chance.choice(('', ' ', '_'))}{self.chance.choice(LAST)}{self.chance.choice(('', '', str(self.chance.randrange(10, 99))))}"

    def style(self, language: str) -> Style:
        """A way to write ads in a language."""
        pick = self.chance.choice
        return Style(
            language, pick(OPENERS[language]), pick(ENDINGS[language]), pick(CALLS[language]), pick(SIGNS),
            self.chance.randrange(4), self.chance.random() < 0.2,
        )  # fmt: skip

    def prices(self) -> dict[str, list[tuple[int, int]]]:
        """A price list: one to three goods, most with odd prices of one's own."""
        made = {}
        for good in self.chance.sample(sorted(GOODS), self.chance.choice((1, 1, 2, 3))):
            _, _, amounts, base = GOODS[good]
            level = base * self.chance.uniform(0.7, 1.4)
            made[good] = [
                (amount, max(5, round(level * amount * (1 - 0.07 * step) / 5) * 5))
                for step, amount in enumerate(amounts)
            ]
        return made

    def seller(self, holder: str) -> Account:
        """The first account of a seller."""
        name, first = self.name(), self.chance.randrange(0, 40)
        contacts = [self.handle(name)]
        if self.chance.random() < 0.55:
            contacts.append(self.phone())
        if self.chance.random() < 0.4:
            contacts.append(self.wallet())
        made = Account(
            len(self.accounts), holder, "main", name, tuple(contacts),
            self.style(self.chance.choice(("nl", "nl", "nl", "de", "en"))), self.prices(),
            self.chance.choice(TOWNS), self.chance.uniform(0, 24),
            tuple(sorted(self.chance.sample(range(8), self.chance.choice((1, 2, 3))))),
            first, min(first + self.chance.randrange(15, 60), DAYS), self.photo(0.3),
            self.chance.randrange(6, 26),
        )  # fmt: skip
        self.accounts.append(made)
        return made

    def photo(self, share: float) -> str | None:
        """The name of a picture, for a share of the sellers."""
        return f"p{self.chance.randrange(10**6)}" if self.chance.random() < share else None

    def alias(self, main: Account, kind: str) -> Account:
        """One more account of the same holder, hidden in the way that its kind says."""
        made = replace(
            main, number=len(self.accounts), kind=kind, said=[], posts=self.chance.randrange(5, 18)
        )
        made.hour = (main.hour + self.chance.gauss(0, 0.7)) % 24
        made.chats = tuple(sorted({*self.chance.sample(main.chats, 1), *self.chance.sample(range(8), 1)}))
        made.first = min(max(main.first + self.chance.randrange(-5, 30), 0), DAYS - 4)
        made.last = min(made.first + self.chance.randrange(10, 50), DAYS)
        getattr(self, f"_{kind}")(main, made)
        self.accounts.append(made)
        return made

    def _own_handle(self, made: Account) -> None:
        made.contacts = (self.handle(made.name), *main_but_handle(made.contacts))

    def _backup(self, main: Account, made: Account) -> None:
        made.name = f"{main.name} {self.chance.choice(('backup', 'reserve', '2', 'new'))}"
        self._own_handle(made)

    def _letters(self, main: Account, made: Account) -> None:
        made.name = main.name.translate(self.chance.choice((CYRILLIC, LEET)))
        made.contacts = (self.handle(main.name + "x"),)

    def _one_letter(self, main: Account, made: Account) -> None:
        at = self.chance.randrange(1, len(main.name))
        made.name = main.name[:at] + main.name[at] * 2 + main.name[at + 1 :]
        made.contacts = (self.handle(made.name),)

    def _split(self, main: Account, made: Account) -> None:
        made.name = self.name()
        shared = self.chance.choice(main.contacts[1:] or main.contacts)
        made.contacts = (self.handle(made.name), shared)
        made.style = self.style(main.style.language)

    def _template(self, main: Account, made: Account) -> None:
        made.name = self.name()
        made.contacts = (self.handle(made.name),)

    def _moved(self, main: Account, made: Account) -> None:
        made.name = self.name()
        made.contacts = (self.handle(made.name),)
        main.last = min(main.last, DAYS - 12)
        made.first, made.last = main.last + self.chance.randrange(1, 6), DAYS
        word = {"nl": "nieuw account", "de": "neuer account", "en": "new account"}[main.style.language]
        main.said.append(f"Dit account gaat weg, {word}: {made.contacts[0]}")

    def _quiet_move(self, main: Account, made: Account) -> None:
        made.name = self.name()
        made.contacts = (self.handle(made.name), *main_but_handle(main.contacts))
        main.last = min(main.last, DAYS - 12)
        made.first, made.last = main.last + self.chance.randrange(1, 8), DAYS
        made.style = replace(self.style(main.style.language), sign=main.style.sign)

    def _photo(self, main: Account, made: Account) -> None:
        main.photo = made.photo = main.photo or self.photo(1.0)
        made.name = self.name()
        made.contacts = (self.handle(made.name),)
        made.style = replace(main.style, opener=self.style(main.style.language).opener)

    def _unseen(self, main: Account, made: Account) -> None:
        """Nothing in common but goods, hours and the manner of writing."""
        made.name = self.name()
        made.contacts = (self.handle(made.name), self.phone())
        made.prices = {g: [(a, p + 5) for a, p in rows] for g, rows in main.prices.items()}

    def stranger(self, main: Account, kind: str) -> Account:
        """Somebody else who looks like this seller, in the way that the kind says."""
        made = self.seller(f"{kind} {len(self.accounts)}")
        made.kind = kind
        if kind == "pretender":
            at = self.chance.randrange(1, len(main.name))
            made.name = self.chance.choice((main.name, main.name[:at] + main.name[at - 1 :]))
            made.style, made.prices, made.photo, made.town = main.style, main.prices, main.photo, main.town
            made.contacts = (self.handle(made.name + self.chance.choice("1xx")), *made.contacts[1:])
            made.prices = {g: [(a, max(p - 5, 5)) for a, p in rows] for g, rows in main.prices.items()}
        elif kind == "reseller":
            made.style, made.prices = replace(main.style, call=made.style.call), main.prices
        elif kind == "shop":
            main.contacts = main.contacts if main.contacts[1:] else (*main.contacts, self.phone())
            made.contacts = (made.contacts[0], main.contacts[1])
        elif kind == "namesake":
            made.name = main.name
        return made


ALIASES = ("backup", "letters", "one_letter", "split", "template", "moved", "quiet_move", "photo", "unseen")
OFTEN = (5, 3, 4, 6, 3, 3, 4, 2, 1)
STRANGERS = ("pretender", "reseller", "shop", "namesake")


def main_but_handle(contacts: tuple[str, ...]) -> tuple[str, ...]:
    """The contacts without the username that comes first."""
    return contacts[1:]


def make(seed: int, sellers: int = 120) -> list[Account]:
    """The accounts of a market: sellers, about half of them with one to five more accounts, and their doubles."""
    maker = Maker(seed)
    for number in range(sellers):
        main = maker.seller(f"s{number}")
        for _ in range(maker.chance.choice((0, 0, 0, 1, 1, 2, 3, 5))):
            maker.alias(main, maker.chance.choices(ALIASES, OFTEN)[0])
        if maker.chance.random() < 0.25:
            kind = maker.chance.choices(STRANGERS, (3, 3, 2, 2))[0]
            for _ in range(maker.chance.choice((1, 1, 2, 4)) if kind in {"reseller", "shop"} else 1):
                maker.stranger(main, kind)
    return maker.accounts


def advert(account: Account, chance: random.Random) -> str:
    """One ad of an account in its manner; towns and the amounts it lists change from day to day."""
    style, lines = account.style, []
    for good, rows in account.prices.items():
        word, unit, _, _ = GOODS[good]
        mark = {"g": "g", "pill": "x", "piece": "st"}[unit]
        shown = rows if chance.random() < 0.8 else rows[:-1]
        if style.layout == 0:
            lines.append(f"{style.sign} {word}: " + " / ".join(f"{a}{mark} €{p}" for a, p in shown))
        elif style.layout == 1:
            lines.append(
                f"{word.upper()} {style.sign}\n" + "\n".join(f"{a} {mark} = {p} euro" for a, p in shown)
            )
        elif style.layout == 2:
            lines.append(f"{word} " + ", ".join(f"{a}{mark} {p},-" for a, p in shown) + f" {style.sign}")
        else:
            lines.append("\n".join(f"{style.sign}{a}{mark} {word} {p}€" for a, p in shown))
    body = "\n".join((style.opener, *lines, style.ending.format(town=account.town)))
    body = body.upper() if style.shout else body
    return f"{body}\n{style.call} {' '.join(account.contacts)}"


def write(accounts: list[Account], folder: Path, seed: int) -> None:
    """The market as a Telegram Desktop export (`export/`) with the truth beside it (`truth/accounts.csv`)."""
    chance = random.Random(seed + 1_000_000)
    posts: list[tuple[datetime, int, Account, str, str | None]] = []
    for account in accounts:
        ads = [advert(account, chance) for _ in range(2)]
        for number in range(account.posts):
            day = chance.uniform(account.first, max(account.last, account.first + 1))
            hour = (account.hour + chance.gauss(0, 2.5)) % 24
            sent = START + timedelta(days=int(day), seconds=int(hour * 3600))
            photo = account.photo if number == 0 else None
            posts.append((sent, chance.choice(account.chats), account, chance.choice(ads), photo))
        for text in account.said:
            posts.append(
                (START + timedelta(days=account.last, hours=20), account.chats[0], account, text, None)
            )
    posts += [post for at in range(8) for post in _talk(at, chance)]
    export = folder / "export"
    (export / "photos").mkdir(parents=True)
    posts.sort(key=lambda post: (post[0], post[2].number))
    chats = [_chat(at, [post for post in posts if post[1] == at], export, chance) for at in range(8)]
    (export / "result.json").write_text(json.dumps({"chats": {"list": chats}}), encoding="utf-8")
    _truth(accounts, folder / "truth")


def _talk(chat: int, chance: random.Random) -> list[tuple[datetime, int, Account, str, str | None]]:
    said = (
        "goedemorgen allemaal",
        "wie gaat er mee vanavond",
        "hoe laat begint de wedstrijd",
        "lol",
        "bedankt!",
    )
    style = Style("nl", "", "", "", "", 0, shout=False)
    talkers = [
        Account(90_000 + chat * 10 + n, "", "none", f"Jan {chat}{n}", (), style, {}, "", 12, (chat,), 0, DAYS)
        for n in range(4)
    ]
    return [
        (START + timedelta(hours=chance.uniform(0, DAYS * 24)), chat, chance.choice(talkers), chance.choice(said), None)
        for _ in range(40)
    ]  # fmt: skip


def _chat(
    at: int, posts: list[tuple[datetime, int, Account, str, str | None]], export: Path, chance: random.Random
) -> dict[str, Any]:
    messages = []
    for number, (sent, _, account, text, photo) in enumerate(posts, 1):
        row: dict[str, Any] = {
            "id": number, "type": "message", "date": sent.strftime("%Y-%m-%dT%H:%M:%S"),
            "date_unixtime": str(int(sent.timestamp())), "from": account.name,
            "from_id": f"user{7_000_000 + account.number}", "text": text,
        }  # fmt: skip
        if photo:
            row["photo"] = picture(export, photo, f"{at}_{number}", chance)
        messages.append(row)
    return {"name": f"Groep {at}", "type": "public_supergroup", "id": 5_000 + at, "messages": messages}


def picture(export: Path, photo: str, name: str, chance: random.Random) -> str:
    """A picture of coarse patches, the same for the same photo but for size and brightness."""
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    made = np.random.default_rng(int(photo[1:]))
    patches = made.integers(0, 256, (9, 12, 3), dtype=np.uint8)
    side = chance.choice((160, 192, 240))
    picture = Image.fromarray(patches).resize((side, side * 3 // 4), Image.Resampling.BICUBIC)
    path = f"photos/{name}.jpg"
    picture.point(lambda value: min(255, int(value * chance.choice((0.95, 1.0, 1.05))))).save(export / path)
    return path


def _truth(accounts: list[Account], folder: Path) -> None:
    folder.mkdir(parents=True)
    with (folder / "accounts.csv").open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(("from_id", "seller", "alias"))
        rows.writerows((f"user{7_000_000 + one.number}", one.holder, one.kind) for one in accounts)
