"""A second made-up market, unlike `schakel simulate`: other behaviour, other sentences, other ways of writing prices.

Nothing in the judging room was set by it. Every market draws its own habits: how many are ghosts (10 to 80 of 100),
how much ghosts and real sellers differ in each thing they do, and which things nobody does at all.
"""

import json
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.judging.said import written_down

_START = datetime(2024, 2, 5, tzinfo=UTC)
_GOODS = {
    "wiet": (8, "gram"), "hasj": (7, "gram"), "coke": (55, "gram"), "3mmc": (17, "gram"), "ketamine": (22, "gram"),
    "xtc pillen": (3, "stuks"), "speed": (5, "gram"), "xanax": (2, "stuks"), "cobra 6": (9, "stuks"),
}  # fmt: skip
_TOWNS = ("Eindhoven", "Zwolle", "Breda", "Arnhem", "Almere", "Groningen", "Maastricht", "Dordrecht")
_OPENINGS = (
    "Nieuwe week nieuwe prijzen", "Hier moet je zijn", "Altijd snel en netjes", "Voor de fijnproever",
    "Kwaliteit staat voorop", "Wij zijn weer online", "Ruime keuze vandaag", "Stuur gerust een berichtje",
)  # fmt: skip
_LINES = (
    "{w} vanaf {q} {u} {p} euro",
    "{q} {u} {w} nu €{p}",
    "{w} | {q} {u} | {p}€",
    "€ {p} voor {q} {u} {w}",
)
_HAND_OVER = ("je betaalt gewoon contant aan de deur", "cash bij levering", "afhalen kan ook, contant")
_FIRST_PAY = (
    "eerst betalen via tikkie, daarna versturen wij",
    "vooraf betalen met bitcoin",
    "betaling vooraf",
)
_QUESTIONS = (
    "heb je dit nu nog?", "kan het vanavond nog?", "wat kost 20 gram dan?", "kom je ook in {t}?", "hoe snel ben je er?",
)  # fmt: skip
_REPLIES = (
    "jazeker, kom maar privé",
    "tot 23 uur rijden we",
    "stuur even een pm dan regelen we het",
    "ja hoor",
)
_THANKS = (
    "gisteren besteld bij {c}, binnen het uur geleverd, top spul", "{c} is betrouwbaar, goed gewicht ontvangen",
    "weer netjes geleverd door {c}, bedankt", "al derde keer bij {c} en altijd goed, aanrader",
)  # fmt: skip
_COMPLAINTS = (
    "pas op voor {c}, geld overgemaakt en nooit iets gekregen", "{c} is een oplichter, betaald en daarna geblokkeerd",
    "koop niet bij {c}!! scammer, ben 80 euro kwijt", "{c} licht mensen op, niks geleverd",
)  # fmt: skip
_PRAISE = ("{c} nummer 1 van telegram, 100% betrouwbaar!", "{c} altijd legit en snel geleverd, echt toppers")
_NOTICES = (
    "{w} is uitverkocht, volgende week nieuwe voorraad",
    "verse lading {w} binnen",
    "{w} weer op voorraad",
)
_TALK = (
    "iemand nog iets te doen vanavond", "wat een weer zeg", "haha ja precies", "wie kijkt er voetbal", "goedemorgen",
    "ik ben net klaar met werk", "heeft iemand een lader voor me", "lekker rustig hier", "morgen weer vroeg op",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Habits:
    """How this market behaves: pairs are (ghost, real); 0 for both where nobody does it."""

    sellers: int
    days: int
    ghosts: float
    asked: float  # public questions an ad
    answers: tuple[float, float]
    first_pay: tuple[float, float]
    hand_over: tuple[float, float]
    copies: float  # of ghosts that take the ads of others
    warned: tuple[float, float]  # an ad
    thanked: tuple[float, float]
    bought: float  # of ghosts that buy praise
    cheaper: float
    vanishes: float  # of ghosts that are gone after a while
    notices: float  # an ad of a real seller
    program: tuple[float, float]
    renames: float


def habits(seed: int, *, hard: bool = False) -> Habits:
    """The habits of one market. `hard`: ghosts know that they are watched and do much as real sellers do."""
    r = random.Random(f"unlike-{seed}")
    part = 0.5 if hard else 1.0

    def far(low: float, high: float) -> float:
        return r.uniform(low, high) * part

    def sometimes(chance: float = 0.78) -> float:
        return float(r.random() < chance)

    asked, thanked, warned = sometimes(), sometimes(), sometimes()
    base = r.uniform(0.5, 0.85)
    pay, hand = r.uniform(0.05, 0.3), r.uniform(0.3, 0.7)
    return Habits(
        sellers=r.randrange(50, 121),
        days=r.randrange(21, 61),
        ghosts=r.uniform(0.10, 0.80),
        asked=asked * r.uniform(0.15, 0.5),
        answers=(base * (1 - far(0.5, 0.95)), base),
        first_pay=(min(pay + far(0.25, 0.6), 0.95), pay) if sometimes() else (pay, pay),
        hand_over=(hand * (1 - far(0.3, 0.9)), hand) if sometimes() else (0.0, 0.0),
        copies=sometimes() * far(0.3, 0.8),
        warned=(warned * far(0.02, 0.10), warned * r.uniform(0.0, 0.006)),
        thanked=(thanked * r.uniform(0.0, 0.004), thanked * r.uniform(0.03, 0.12)),
        bought=sometimes() * (r.uniform(0.05, 0.3) if not hard else r.uniform(0.4, 0.7)),
        cheaper=1.0 - sometimes() * far(0.1, 0.45),
        vanishes=sometimes() * far(0.2, 0.7),
        notices=sometimes() * r.uniform(0.02, 0.10),
        program=(r.uniform(0.2, 0.7), r.uniform(0.05, 0.3)) if sometimes() else (0.2, 0.2),
        renames=sometimes() * r.uniform(0.0, 0.3),
    )


@dataclass
class _Seller:
    key: str
    ghost: bool
    numbers: list[int]
    names: list[str]
    goods: list[str]
    town: str
    rate: float
    first: int
    last: int
    first_pay: bool
    hand_over: bool
    program: bool
    hour: float
    price: float
    ad: str = ""
    wares: dict[str, int] = field(default_factory=dict)


class UnlikeMarket:
    """One market: `write` gives the export, `truth` who is a ghost, by account number."""

    def __init__(self, seed: int, *, hard: bool = False) -> None:
        self.habits = habits(seed, hard=hard)
        self._r = random.Random(f"market-{seed}")
        self._messages: list[list[dict[str, Any]]] = [[], [], []]
        self._people = [(770_000_000 + n, f"lid {n * 37 % 991}") for n in range(self.habits.sellers * 4)]
        self._hirelings = [(780_000_000 + n, f"fan {n}") for n in range(6)]
        self.sellers = [self._seller(n) for n in range(self.habits.sellers)]

    @property
    def truth(self) -> dict[int, bool]:
        """Whether the holder of each account number is a ghost."""
        return {number: s.ghost for s in self.sellers for number in s.numbers}

    def write(self, folder: Path) -> Path:
        """The export of all chats as Telegram Desktop writes a whole account."""
        for day in range(self.habits.days):
            for seller in self.sellers:
                if seller.first <= day < seller.last:
                    self._trade(seller, day)
            self._talk(day)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "result.json"
        path.write_text(json.dumps({"chats": {"list": [self._chat(n) for n in range(3)]}}), "utf-8")
        return path

    def _seller(self, n: int) -> _Seller:
        r, h = self._r, self.habits
        ghost = r.random() < h.ghosts
        side = 0 if ghost else 1
        first = 0 if r.random() < 0.55 else r.randrange(h.days - 4)
        stays = ghost and r.random() < h.vanishes
        last = min(h.days, first + 3 + int(r.expovariate(1 / 9))) if stays else h.days
        return _Seller(
            key=f"v{n}",
            ghost=ghost,
            numbers=[760_000_000 + n],
            names=[f"handel{n * 53 % 997}"],
            goods=r.sample(sorted(_GOODS), r.randrange(1, 4)),
            town=r.choice(_TOWNS),
            rate=min(r.lognormvariate(-0.4, 0.7), 3.0),
            first=first,
            last=last,
            first_pay=r.random() < h.first_pay[side],
            hand_over=r.random() < h.hand_over[side],
            program=r.random() < h.program[side],
            hour=r.uniform(9, 15),
            price=r.uniform(0.85, 1.15) * (h.cheaper if ghost else 1.0),
        )

    def _trade(self, s: _Seller, day: int) -> None:
        r, h = self._r, self.habits
        side = 0 if s.ghost else 1
        if s.ghost and len(s.names) < 3 and r.random() < h.renames / 10:
            s.names.append(f"{s.names[0]}_{r.randrange(90)}")
        if not s.ad or r.random() < (0.03 if s.ghost else 0.12):
            s.ad = self._advert(s)
        for _ in range(self._count(s.rate)):
            at = self._moment(s, day)
            chat = r.randrange(3)
            ad = self._say(chat, at, s.numbers[-1], s.names[-1], s.ad)
            if r.random() < h.asked:
                self._question(s, chat, ad, at, side)
            for chance, texts in ((h.warned[side], _COMPLAINTS), (h.thanked[side], _THANKS)):
                if r.random() < chance * 3:
                    self._tell(s, chat, at, texts, r.choice(self._people))
        if s.ghost and hash_of(s.key) % 100 < h.bought * 100 and r.random() < 0.12:
            self._tell(s, r.randrange(3), self._at(day, 12), _PRAISE, r.choice(self._hirelings))
        if not s.ghost and r.random() < h.notices * s.rate:
            text = r.choice(_NOTICES).format(w=r.choice(s.goods))
            self._say(r.randrange(3), self._moment(s, day), s.numbers[-1], s.names[-1], text)

    def _count(self, rate: float) -> int:
        return int(rate) + (self._r.random() < rate % 1)

    def _advert(self, s: _Seller) -> str:
        r = self._r
        others = [o for o in self.sellers if not o.ghost and o.ad] if s.ghost else []
        if others and r.random() < self.habits.copies:
            source = r.choice(others)
            return source.ad.replace("@" + source.names[-1], "@" + s.names[-1])
        lines = [r.choice(_OPENINGS) + " " + s.town]
        form = r.choice(_LINES)
        for good in s.goods:
            price, unit = _GOODS[good]
            for amount in sorted(r.sample((2, 5, 10, 25, 50), r.randrange(1, 4))):
                whole = max(
                    round(price * amount * s.price * r.uniform(0.95, 1.05) * (0.8 if amount > 9 else 1)), 5
                )
                lines.append(form.format(w=good, q=amount, u=unit, p=whole))
        if s.hand_over:
            lines.append(r.choice(_HAND_OVER))
        if s.first_pay:
            lines.append(r.choice(_FIRST_PAY))
        lines.append(f"bestellen via @{s.names[-1]}")
        return "\n".join(lines)

    def _question(self, s: _Seller, chat: int, ad: int, at: datetime, side: int) -> None:
        r = self._r
        number, name = r.choice(self._people)
        asked = at + timedelta(minutes=r.uniform(2, 90))
        text = r.choice(_QUESTIONS).format(t=r.choice(_TOWNS))
        question = self._say(chat, asked, number, name, text, reply=ad)
        if r.random() < self.habits.answers[side]:
            later = asked + timedelta(minutes=r.uniform(1, 240))
            self._say(chat, later, s.numbers[-1], s.names[-1], r.choice(_REPLIES), reply=question)

    def _tell(
        self, s: _Seller, chat: int, at: datetime, texts: tuple[str, ...], who: tuple[int, str]
    ) -> None:
        later = at + timedelta(hours=self._r.uniform(3, 60))
        if later < _START + timedelta(days=self.habits.days):
            self._say(chat, later, *who, self._r.choice(texts).format(c="@" + s.names[-1]))

    def _talk(self, day: int) -> None:
        for _ in range(self._r.randrange(10, 30)):
            number, name = self._r.choice(self._people)
            at = self._at(day, self._r.uniform(8, 23))
            self._say(self._r.randrange(3), at, number, name, self._r.choice(_TALK))

    def _moment(self, s: _Seller, day: int) -> datetime:
        if s.program:
            return self._at(day, self._r.randrange(24) + 0.25)
        return self._at(day, s.hour + self._r.triangular(0, 9, 4))

    def _at(self, day: int, hour: float) -> datetime:
        return _START + timedelta(days=day, hours=hour, seconds=self._r.randrange(60))

    def _say(self, chat: int, at: datetime, number: int, name: str, text: str, reply: int = 0) -> int:
        said = self._messages[chat]
        said.append({"at": at, "number": number, "name": name, "text": text, "reply": reply})
        return len(said)

    def _chat(self, chat: int) -> dict[str, Any]:
        return written_down(self._messages[chat], f"Groep {chat}", 4_000_000 + chat)


def hash_of(text: str) -> int:
    """A number that is the same on every machine."""
    return sum(ord(letter) * 31**place for place, letter in enumerate(text)) % 1009
