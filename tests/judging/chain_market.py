"""A made-up trade in roles, unlike the chains of `schakel simulate`: other sentences, other ways of doing the work.

Sources sell blocks to wholesalers, who sell hundreds of grams to shops, who sell to users. Riders answer for a shop and say where
they are; people who seek riders, who take the money, who keep the groups and who praise for pay are accounts of their own. Each market draws how
much of all that is seen. What nobody writes about in public (most work) is not there.
"""

import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.judging.said import written_down

_START = datetime(2025, 5, 5, tzinfo=UTC)
_DAYS = 28
_GOODS = {
    "coke": 28.0,
    "ketamine": 9.0,
    "mdma": 5.0,
    "speed": 1.6,
    "hasj": 3.2,
    "wiet": 4.5,
}  # a gram by the kilo
_TOWNS = ("Rotterdam", "Schiedam", "Zaandam", "Hoorn", "Weert", "Oss", "Ede", "Meppel", "Sneek")
_SOURCE = (
    "Direct van de bron. {g}, per blok {k}, vanaf 5 blokken {l} per blok. @{n}",
    "{g} 1 kg {k} / 5 kg {m} / 10 kg {t}. Alleen groothandel. @{n}",
    "Grote afnemers: {g} kilo {k}, minimaal 2 kilo, bij 10 kilo {l} per kilo. Info @{n}",
)
_TRADE = (
    "{g} 100 gram {a}, 250 gram {b}, 500 gram {c}. Voor wederverkoop, @{n}",
    "Voor resellers! {g} 50g {h} 100g {a} 250g {b} @{n}",
    "{g} op aantallen: 100g {a} / 500g {c} / 1kg {k}. @{n}",
)
_SHOP = (
    "{p} {g} 1g {x} 2g {y} 5g {z}, wij komen langs. App @{n}",
    "Menu {p}\n{g} 1 gram {x}\n{g} 3 gram {w}\n{g} 5 gram {z}\nBestellen @{n}",
    "{g} vandaag {p}: {x} per gram, 5 voor {z}. DM @{n}",
)
_TRADER_ASKS = (
    "heb je nog 3 blokken {g} liggen?", "kan ik deze week 5 kilo {g} afnemen?", "wat vraag je voor 2 kilo?",
    "staat de prijs nog voor 10?",
)  # fmt: skip
_SHOP_ASKS = (
    "kan je 200 gram doen?",
    "is 100g {g} nog te krijgen?",
    "wat kost een halve kilo?",
    "ik zoek 250 gram {g}, lukt dat?",
)
_BUYER_ASKS = (
    "2 gram mogelijk vanavond?",
    "kan je naar {p} komen?",
    "hoe laat rijden jullie?",
    "heb je ook {g}?",
    "nog open?",
)
_RIDER = (
    "ik ben over 10 min bij je", "ben onderweg, kwartiertje", "sta beneden", "rij nu richting {p}", "ben er bijna, kom naar buiten",
    "vandaag rij ik {p} en omstreken, meld je even", "net {p} gedaan, nu door naar de volgende",
)  # fmt: skip
_SEEKS = (
    "Gezocht: rijders met eigen auto in {p}, 200 per avond. Stuur een dm",
    "Wij zoeken bezorgers voor de avonduren in {p}, goed betaald, vast werk",
    "Zin om bij te verdienen? Zoeken nog een koerier met scooter in {p}",
    "Wie wil er werken? Runner gezocht, elke dag cash uitbetaald",
)
_MONEY = (
    "je kan bij mij betalen voor {n}, daarna wordt er verstuurd", "ik wissel btc en usdt tegen cash, 3 procent",
    "tikkies voor {n} gaan via mij", "cash inleveren kan vandaag bij mij in {p}", "heb je betaald voor {n}? stuur mij even bewijs",
    "usdt kopen of verkopen tegen contant, dm mij",
)  # fmt: skip
_KEEPER = (
    "Regels: geen wapens, niet schelden. Wie zich niet gedraagt gaat eruit",
    "Scam melden bij mij",
    "Max 3 ads per dag mensen",
)
_THANKS = (
    "top {n}, was snel",
    "{n} netjes geleverd net",
    "goed spul {n} bedankt",
    "{n} is te vertrouwen, 3e keer besteld",
)
_BLAMES = ("{n} kwam niet opdagen", "{n} heeft me opgelicht")
_HYPE = (
    "{n} altijd goed en snel!!",
    "de beste is {n}, 100 procent legit",
    "alleen maar goeds over {n}",
    "{n} topkwaliteit geleverd",
)
_TALK = (
    "goedemorgen allemaal",
    "wat een weer",
    "haha sterk",
    "iemand naar de wedstrijd zondag",
    "slaap lekker",
    "ja klopt",
)
_COUNTS = {
    "supplier": (4, 8), "wholesaler": (8, 15), "retailer": (35, 60), "courier": (6, 14), "recruiter": (3, 7),
    "money-handler": (3, 7), "voucher": (3, 7), "customer": (120, 200), "group-keeper": (3, 3),
}  # fmt: skip
ROLES = tuple(sorted(_COUNTS))


@dataclass
class _Person:
    number: int
    name: str
    role: str
    town: str
    goods: list[str]
    rate: float  # what it does, a day
    works_for: "_Person | None" = None
    ad: str = ""
    praise: int = 0


class ChainMarket:
    """One market: `write` gives the export, `truth` the role of each account number."""

    def __init__(self, seed: int) -> None:
        self._r = r = random.Random(f"chain-{seed}")
        self._said: list[list[dict[str, Any]]] = [[] for _ in range(3)]
        self.people: list[_Person] = []
        for role, (low, high) in _COUNTS.items():
            for _ in range(r.randint(low, high)):
                self.people.append(self._person(role))
        self._shops = [p for p in self.people if p.role == "retailer"]
        for person in self.people:
            if person.role in ("courier", "recruiter", "money-handler", "voucher"):
                person.works_for = r.choice(self._shops)
        self._asks = {role: r.uniform(0.1, 0.4) for role in ("supplier", "wholesaler", "retailer")}
        self._thanks = r.uniform(0.2, 0.6)

    @property
    def truth(self) -> dict[int, str]:
        """What the holder of each account number does, once written; who praised twice speaks for sellers too (`customer|voucher`)."""
        return {
            person.number: f"{person.role}|voucher"
            if person.praise > 1 and person.role != "voucher"
            else person.role
            for person in self.people
        }

    def write(self, folder: Path) -> Path:
        """The export of all chats as Telegram Desktop writes a whole account."""
        for day in range(_DAYS):
            for person in self.people:
                for _ in range(int(person.rate) + (self._r.random() < person.rate % 1)):
                    self._act(person, day)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "result.json"
        chats = [written_down(said, f"Kade {n}", 7_000_000 + n) for n, said in enumerate(self._said)]
        keepers = [person for person in self.people if person.role == "group-keeper"]
        for chat, keeper in zip(chats, keepers, strict=True):
            self._keep(chat["messages"], keeper)
        path.write_text(json.dumps({"chats": {"list": chats}}), "utf-8")
        return path

    def _person(self, role: str) -> _Person:
        r, n = self._r, len(self.people)
        rates = {
            "supplier": (0.3, 0.8),
            "wholesaler": (0.4, 1.2),
            "retailer": (0.3, 2.5),
            "customer": (0.05, 0.3),
        }
        low, high = rates.get(role, (0.15, 0.6))
        name = f"{r.choice(('mo', 'jay', 'kees', 'zus', 'vos', 'rex', 'lux'))}{n * 331 % 9973}"
        goods = r.sample(sorted(_GOODS), 2)
        return _Person(430_000_000 + 8_123 * n, name, role, r.choice(_TOWNS), goods, r.uniform(low, high))

    def _act(self, p: _Person, day: int) -> None:
        r, at = self._r, self._at(day)
        if p.role in ("supplier", "wholesaler", "retailer"):
            self._sell(p, at)
        elif p.role == "customer":
            self._buy(p, at)
        elif p.role == "courier" and r.random() < 0.5:
            self._ask(
                p.works_for or p, at, r.choice(_BUYER_ASKS), self._buyer(), answer=(p, r.choice(_RIDER))
            )
        else:
            told = {
                "courier": _RIDER,
                "recruiter": _SEEKS,
                "money-handler": _MONEY,
                "group-keeper": _KEEPER,
                "voucher": _HYPE,
            }
            self._say(r.randrange(3), at, p, self._filled(r.choice(told[p.role]), p))

    def _sell(self, p: _Person, at: datetime) -> None:
        r = self._r
        if not p.ad or r.random() < 0.15:
            p.ad = self._advert(p)
        chat = r.randrange(3)
        ad = self._say(chat, at, p, p.ad)
        if r.random() < self._asks[p.role]:
            below = {"supplier": "wholesaler", "wholesaler": "retailer", "retailer": "customer"}[p.role]
            texts = {"supplier": _TRADER_ASKS, "wholesaler": _SHOP_ASKS, "retailer": _BUYER_ASKS}[p.role]
            who = r.choice([one for one in self.people if one.role == below])
            later = at + timedelta(minutes=r.expovariate(1 / 60))
            question = self._say(chat, later, who, self._filled(r.choice(texts), p), ad)
            if r.random() < 0.6:
                self._say(
                    chat, later + timedelta(minutes=20), p, r.choice(("ja dm", "kan", "stuur pb")), question
                )

    def _advert(self, p: _Person) -> str:
        r, good = self._r, self._r.choice(p.goods)
        base = _GOODS[good] * r.uniform(0.9, 1.1)
        kilo, shop = round(base * 1000, -2), base * r.uniform(1.7, 2.2)
        whole = {
            "k": kilo,
            "l": kilo * 0.95,
            "m": kilo * 4.8,
            "t": kilo * 9.3,
            "a": base * 125,
            "b": base * 300,
            "c": base * 575,
        }
        whole |= {"h": base * 65, "x": max(shop, 5), "y": shop * 1.9, "w": shop * 2.7, "z": shop * 4.4}
        prices = {
            letter: round(price / 5) * 5 if price > 9 else round(price) for letter, price in whole.items()
        }
        forms = {"supplier": _SOURCE, "wholesaler": _TRADE, "retailer": _SHOP}[p.role]
        return r.choice(forms).format(g=good, p=p.town, n=p.name, **prices)

    def _buy(self, p: _Person, at: datetime) -> None:
        r, shop = self._r, self._r.choice(self._shops)
        if r.random() < 0.6:
            self._ask(shop, at, self._filled(r.choice(_BUYER_ASKS), shop), p)
        elif r.random() < self._thanks:
            chat, thanks = r.randrange(3), r.random() < 0.9
            p.praise += thanks
            self._say(chat, at, p, self._filled(r.choice(_THANKS if thanks else _BLAMES), p, shop))
        else:
            self._say(r.randrange(3), at, p, r.choice(_TALK))

    def _ask(
        self, shop: _Person, at: datetime, text: str, who: _Person, answer: tuple[_Person, str] | None = None
    ) -> None:
        """Somebody asks under the newest ad of a shop, and perhaps its rider answers."""
        places = [
            (chat, n)
            for chat in range(3)
            for n, one in enumerate(self._said[chat])
            if one["text"] == shop.ad != ""
        ]
        if not places:
            return
        chat, ad = max(places, key=lambda place: self._said[place[0]][place[1]]["at"])
        later = max(at, self._said[chat][ad]["at"]) + timedelta(minutes=5)
        question = self._say(chat, later, who, self._filled(text, shop), ad + 1)
        if answer:
            self._say(
                chat, later + timedelta(minutes=8), answer[0], self._filled(answer[1], answer[0]), question
            )

    def _buyer(self) -> _Person:
        return self._r.choice([one for one in self.people if one.role == "customer"])

    def _filled(self, text: str, p: _Person, shop: _Person | None = None) -> str:
        of = shop or p.works_for or p
        return text.format(n="@" + of.name, p=p.town, g=self._r.choice(of.goods))

    def _keep(self, messages: list[dict[str, Any]], keeper: _Person) -> None:
        """Now and then the keeper pins a message, as the export tells it."""
        for place in range(20, len(messages), 60):
            message = messages[place]
            message |= {
                "type": "service",
                "actor": keeper.name,
                "actor_id": f"user{keeper.number}",
                "action": "pin_message",
            }
            message |= {"message_id": max(message["id"] - 3, 1), "text": "", "text_entities": []}
            for name in ("from", "from_id", "reply_to_message_id"):
                message.pop(name, None)

    def _at(self, day: int) -> datetime:
        return _START + timedelta(days=day, hours=self._r.uniform(9, 23.5), seconds=self._r.randrange(60))

    def _say(self, chat: int, at: datetime, p: _Person, text: str, reply: int = 0) -> int:
        self._said[chat].append({"at": at, "number": p.number, "name": p.name, "text": text, "reply": reply})
        return len(self._said[chat])
