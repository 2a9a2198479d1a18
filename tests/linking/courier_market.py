"""A third made-up market: couriers, dispatch numbers, keepers and resellers tie everybody to everybody.

The markets of `schakel simulate` and of `unlike_market.py` hide sellers behind names. Here strangers are tied by what
they truly share: one courier whose number three sellers give, one dispatch line, the keeper of a group whom all name,
wholesalers whose list all copy, friends who forward each other's ads, a good ad that goes from hand to hand. A seller's
next account writes its menu anew, in running text, and keeps one thing only: a turned handle, a number, a wallet, a
farewell, a way to end an ad. Nothing in the product was tuned to its seeds beyond 20.
"""

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.linking.made_export import Place, Post, write_export, write_truth

START = datetime(2026, 5, 4, tzinfo=UTC)
DAYS, CHATS = 90, 6
WORDS = (
    "tijger", "molen", "haven", "komeet", "vos", "panda", "zwaluw", "anker", "vulkaan", "klaver", "noorder",
    "bison", "parel", "orka", "valk", "zilver", "koning", "meester", "bakker", "express", "lijn", "post", "huis",
    "koerier", "winkel", "hoek", "club", "fabriek", "balie", "kamer",
)  # fmt: skip
GOODS = {
    "coke": ("g", (1, 2, 5), 50), "ketamine": ("g", (1, 3, 10), 24), "speed": ("g", (10, 20, 50), 5),
    "MDMA": ("g", (1, 5, 10), 18), "xtc pillen": ("stuks", (10, 25, 100), 3), "wiet": ("g", (5, 10, 50), 9),
    "hasj": ("g", (5, 10, 25), 7), "3-MMC": ("g", (2, 5, 10), 16), "lsd": ("zegels", (5, 10, 25), 7),
}  # fmt: skip
TOWNS = (
    "Arnhem",
    "Nijmegen",
    "Assen",
    "Groningen",
    "Haarlem",
    "Delft",
    "Dordrecht",
    "Helmond",
    "Sittard",
    "Goes",
)
HELLO = (
    "Hoi mensen", "Goedenavond", "We zijn weer open", "Vandaag beschikbaar", "Dames en heren", "Nieuwe lading", "Ola",
    "Weekend in zicht", "Vers binnen", "Voor de liefhebber", "Gewoon goed spul", "Wie wil wat",
)  # fmt: skip
SERVICE = (
    "binnen een half uur bij je in {town}", "ophalen kan in {town}", "wij rijden {town} en alles eromheen",
    "{town} tot middernacht", "bezorgd in {town} zonder kosten", "in {town} altijd op tijd",
)  # fmt: skip
PRAISE = (
    "Geen gezeur, gewoon netjes.", "Vraag de rest maar.", "Wie geweest is komt terug.", "Eerlijk gewogen, altijd.",
    "Kwaliteit staat voorop hier.", "Liever een vaste klant dan een snelle euro.", "Proberen is geloven.", "",
)  # fmt: skip
ENDS = ("Groet en tot zo", "Peace", "Blijf veilig", "Tot straks", "x", "Fijne dag", "Laters", "")
CALLS = (
    "Bereikbaar op {}",
    "Appen kan: {}",
    "Stuur wat naar {}",
    "Vragen of bestellen {}",
    "Mijn lijntje {}",
)
LISTS = (
    "{a} {unit} {good} voor {p}",
    "{good} {a}{unit} {p} euro",
    "{a}{unit} {good} doe ik voor €{p}",
    "{good}: {a} {unit} = {p}",
)


@dataclass
class Account:
    """One account: who holds it, its name, what it gives to be reached, what it asks, how and when it writes."""

    number: int
    holder: str
    kind: str
    name: str
    contacts: tuple[str, ...]
    prices: dict[str, list[tuple[int, int]]]
    hello: str
    service: str
    praise: str
    end: str
    call: str
    line: str
    town: str
    hour: float
    chats: tuple[int, ...]
    first: int
    last: int
    posts: int
    passed_on: tuple["Account", ...] = ()  # whose ads it forwards
    courtesy: str = ""  # whom it names beside itself
    said: list[tuple[int, str]] = field(default_factory=list)


class Maker:
    """Makes the accounts of one market by one stream of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed * 7919 + 3)
        self.accounts: list[Account] = []
        self.taken: set[str] = set()

    def phone(self) -> str:
        """A Dutch mobile number."""
        return f"06{self.chance.randrange(10**7, 10**8)}"

    def handle(self, stem: str) -> str:
        """A username that nobody else has."""
        made = stem
        while made in self.taken or len(made) < 5:
            made = stem + self.chance.choice(("_", "x", "nl", "88", "0", "z")) + str(self.chance.randrange(9))
        self.taken.add(made)
        return "@" + made

    def wallet(self) -> str:
        """A name on another platform."""
        return (
            "signal "
            + "".join(self.chance.choices("abcdefghkmnprstuvw", k=7))
            + f".{self.chance.randrange(10, 99)}"
        )

    def prices(self) -> dict[str, list[tuple[int, int]]]:
        """What one sells and asks; most ask what is usual, give or take."""
        made = {}
        for good in self.chance.sample(sorted(GOODS), self.chance.choice((1, 2, 2, 3))):
            _, amounts, base = GOODS[good]
            level = base * self.chance.uniform(0.75, 1.3)
            made[good] = [(a, max(5, round(level * a * (1 - 0.06 * n)))) for n, a in enumerate(amounts)]
        return made

    def seller(self, holder: str, kind: str = "main") -> Account:
        """Somebody new."""
        pick, first = self.chance.choice, self.chance.randrange(50)
        name = " ".join(self.chance.sample(WORDS, 2))
        contacts = [self.handle(name.replace(" ", pick(("", "_"))))]
        contacts += [self.phone()] if self.chance.random() < 0.5 else []
        contacts += [self.wallet()] if self.chance.random() < 0.3 else []
        made = Account(
            len(self.accounts), holder, kind, name, tuple(contacts), self.prices(), pick(HELLO), pick(SERVICE),
            pick(PRAISE), pick(ENDS), pick(CALLS), pick(LISTS), pick(TOWNS), self.chance.uniform(9, 27) % 24,
            tuple(sorted(self.chance.sample(range(CHATS), pick((1, 2))))), first,
            min(first + self.chance.randrange(20, 70), DAYS), self.chance.randrange(5, 24),
        )  # fmt: skip
        self.accounts.append(made)
        return made

    def rewritten(self, account: Account) -> None:
        """Another hand, so to say."""
        pick = self.chance.choice
        account.hello, account.service, account.praise = pick(HELLO), pick(SERVICE), pick(PRAISE)
        account.call, account.line, account.end = pick(CALLS), pick(LISTS), pick(ENDS)

    def alias(self, main: Account, kind: str) -> Account:
        """One more account of the same holder."""
        made = replace(main, number=len(self.accounts), kind=kind, said=[], passed_on=(), courtesy="")
        made.posts, made.hour = self.chance.randrange(4, 16), (main.hour + self.chance.gauss(0, 1)) % 24
        made.first = min(max(main.first + self.chance.randrange(-10, 40), 0), DAYS - 5)
        made.last = min(made.first + self.chance.randrange(12, 45), DAYS)
        made.chats = (self.chance.choice((*main.chats, self.chance.randrange(CHATS))),)
        if kind != "same_menu":
            self.rewritten(made)
        made.name = " ".join(self.chance.sample(WORDS, 2))
        getattr(self, f"_{kind}")(main, made)
        self.accounts.append(made)
        return made

    def _turned(self, main: Account, made: Account) -> None:
        """The same words in the name, the other way round, without vowels, or with a letter doubled."""
        one, other = main.name.split()[:2]
        made.name = self.chance.choice(
            (f"{other} {one}", f"{one} {other} 2.0", f"{one[0]}{one} {other}", main.name)
        )
        made.contacts = (self.handle(made.name.replace(" ", "").replace(".", "")), *main.contacts[1:])

    def _number(self, main: Account, made: Account) -> None:
        main.contacts = main.contacts if main.contacts[1:] else (*main.contacts, self.phone())
        made.contacts = (self.handle(made.name.replace(" ", "")), self.chance.choice(main.contacts[1:]))

    def _farewell(self, main: Account, made: Account) -> None:
        made.contacts = (self.handle(made.name.replace(" ", "")),)
        main.last = min(main.last, DAYS - 14)
        made.first, made.last = main.last + self.chance.randrange(4), DAYS
        made.said.append(
            (made.first, f"Ik ben het weer, oude account {main.contacts[0]} is weg door een ban")
        )
        main.said.append((main.last, f"Ik stop hier, vanaf nu alleen nog nieuw account {made.contacts[0]}"))

    def _same_menu(self, main: Account, made: Account) -> None:
        made.contacts = (self.handle(made.name.replace(" ", "")),)

    def _sender(self, main: Account, made: Account) -> None:
        """A channel of one's own that passes on what the main account posts."""
        made.contacts, made.passed_on = main.contacts[:1], (main,)

    def _unseen(self, main: Account, made: Account) -> None:
        made.contacts = (self.handle(made.name.replace(" ", "")),)

    def tie(self, sellers: list[Account], kind: str) -> None:
        """Strangers that are tied, in the way that the kind says."""
        getattr(self, f"_{kind}")(self.chance.sample(sellers, self.chance.choice((2, 3, 3, 4, 5))))

    def _dispatch(self, few: list[Account]) -> None:
        """One line takes the orders of all."""
        shared = self.phone()
        for one in few:
            one.contacts = (one.contacts[0], shared)

    def _courier(self, few: list[Account]) -> None:
        """A rider's own number, given beside one's own; the rider advertises too."""
        rider, shared = self.seller(f"rider {len(self.accounts)}", "stranger"), self.phone()
        rider.contacts, rider.town = (rider.contacts[0], shared), few[0].town
        for one in few:
            one.contacts, one.town = (*one.contacts, shared), few[0].town

    def _list(self, few: list[Account]) -> None:
        """A wholesaler's prices, to the euro."""
        for one in few:
            one.prices, one.line = few[0].prices, few[0].line

    def _friends(self, few: list[Account]) -> None:
        for one in few:
            one.passed_on = tuple(other for other in few if other is not one)[:2]
            one.courtesy = f"Ook goed: {few[0].contacts[0]}" if one is not few[0] else ""

    def _ad(self, few: list[Account]) -> None:
        """A good ad goes from hand to hand, menu and all."""
        for one in few[1:]:
            for what in ("hello", "praise", "end", "line", "service", "prices"):
                setattr(one, what, getattr(few[0], what))

    def _name(self, few: list[Account]) -> None:
        few[1].name = few[0].name


ALIASES = ("turned", "number", "farewell", "same_menu", "sender", "unseen")
OFTEN = (5, 5, 3, 4, 2, 1)
TIES = ("dispatch", "courier", "list", "friends", "ad", "name")


def make(seed: int, sellers: int = 130) -> list[Account]:
    """The accounts of a market: sellers tied to strangers first, then half of them with one to four more accounts."""
    maker = Maker(seed)
    mains = [maker.seller(f"s{number}") for number in range(sellers)]
    for number in range(sellers // 5):
        maker.tie(mains, TIES[number % len(TIES)])
    keepers = [f"@beheer_groep{chat}" for chat in range(CHATS)]
    for one in mains:
        for _ in range(maker.chance.choice((0, 0, 0, 1, 1, 2, 4))):
            maker.alias(one, maker.chance.choices(ALIASES, OFTEN)[0])
    for one in maker.accounts:  # all thank the keeper of their group
        if not one.courtesy and maker.chance.random() < 0.5:
            one.courtesy = (
                f"{maker.chance.choice(('Met dank aan', 'Groep van', 'Regels bij'))} {keepers[one.chats[0]]}"
            )
    return maker.accounts


def advert(account: Account, chance: random.Random) -> str:
    """One ad in running text; what it names and in which order changes from day to day."""
    told = []
    for good, rows in account.prices.items():
        shown = rows if chance.random() < 0.7 else rows[:2]
        told += [account.line.format(a=a, unit=GOODS[good][0], good=good, p=p) for a, p in shown]
    body = (
        f"{account.hello}, {account.service.format(town=account.town)}. {', '.join(told)}. {account.praise}"
    )
    lines = (body.strip(), account.call.format(" of ".join(account.contacts)), account.courtesy, account.end)
    return "\n".join(line for line in lines if line)


_PLACE = Place(CHATS, "Plein", 9_000, 8_100_000)


def write(accounts: list[Account], folder: Path, seed: int) -> None:
    """The market as a Telegram Desktop export (`export/`) with the truth beside it (`truth/accounts.csv`)."""
    chance = random.Random(seed * 104_729 + 1)
    ads = {one.number: [advert(one, chance) for _ in range(3)] for one in accounts}
    posts = [post for one in accounts for post in _posts(one, ads, chance)] + list(_talk(chance))
    write_export(folder, _PLACE, posts)
    write_truth(folder, _PLACE, ((one.number, one.holder, one.kind) for one in accounts))


def _posts(one: Account, ads: dict[int, list[str]], chance: random.Random) -> list[Post]:
    made = []
    for _ in range(one.posts):
        day = int(chance.uniform(one.first, max(one.last, one.first + 1)))
        sent = START + timedelta(days=day, hours=(one.hour + chance.gauss(0, 2)) % 24)
        share = 0.7 if one.kind == "sender" else 0.15
        origin = chance.choice(one.passed_on) if one.passed_on and chance.random() < share else None
        text = chance.choice(ads[origin.number if origin else one.number])
        passed_on = (origin.number, origin.name) if origin else None
        made.append(Post(sent, chance.choice(one.chats), one.number, one.name, text, passed_on))
    for day, text in one.said:
        made.append(Post(START + timedelta(days=day, hours=19), one.chats[0], one.number, one.name, text))
    return made


def _talk(chance: random.Random) -> list[Post]:
    said = (
        "iemand wakker",
        "haha",
        "top geregeld",
        "wat een weer",
        "hoe was het gister",
        "dank je",
        "ben er zo",
    )
    return [
        Post(
            START + timedelta(hours=chance.uniform(0, DAYS * 24)), at % CHATS, 700_000 + at % 40, f"Piet {at % 40}",
            chance.choice(said),
        )
        for at in range(300)
    ]  # fmt: skip
