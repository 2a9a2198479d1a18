"""Makes the people: who they are, what they carry, how they type, what they are like in business."""

from __future__ import annotations

from random import Random

from . import handles
from .lexicon import forms, goods, people, street
from .model import Account, Person, Product
from .style import draw
from .worlds import World


def pick(rng: Random, weights: dict[str, float]) -> str:
    """One key by weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


class Maker:
    """Makes persons and accounts for one world."""

    def __init__(self, rng: Random, world: World) -> None:
        """Keeps what it works with."""
        self.rng = rng
        self.world = world
        self.people = 0
        self.used: set[int] = set()
        self.names: set[str] = set()
        self.pictures = rng.randrange(1, 1 << 30)

    def uid(self) -> int:
        """A free account number; old accounts have short ones."""
        while True:
            found = self.rng.choice(
                [
                    self.rng.randrange(10**8, 10**9),
                    self.rng.randrange(10**9, 7 * 10**9),
                    self.rng.randrange(5 * 10**9, 8 * 10**9),
                ]
            )
            if found not in self.used:
                self.used.add(found)
                return found

    def picture(self) -> int:
        """A new picture."""
        self.pictures += 1
        return self.pictures

    def person(self, kind: str, lang: str = "") -> Person:
        """Somebody with a place, a language and a way of writing, no business yet."""
        rng = self.rng
        lang = lang or pick(rng, self.world.langs)
        region = rng.choice(self.world.regions) if lang == "nl" else lang
        places = people()["places"][region]
        self.people += 1
        lead = {"customer": "c", "keeper": "k", "voucher": "v", "recruiter": "w", "money": "m"}.get(kind, "s")
        return Person(
            pid=f"{lead}{self.people:04d}",
            kind=kind,
            lang=lang,
            region=region,
            places=rng.sample(places, min(len(places), rng.choice([1, 1, 2, 2, 3]))),
            style=draw(rng, lang),
            seed=rng.randrange(1, 9973),
            hour=rng.choice([11, 14, 16, 18, 19, 20, 21, 22]),
            capital=rng.lognormvariate(0, 0.7),
            risk=rng.random(),
            react=min(0.9, rng.betavariate(1.1, 3)),
            care=rng.betavariate(2, 2),
        )

    def account(
        self, person: Person, day: int, heart: str = "", name: str = "", channel: bool = False
    ) -> Account:
        """A new account of somebody."""
        rng = self.rng
        user = ""
        if heart and rng.random() < 0.9:
            user = handles.username(rng, heart)
        elif rng.random() < 0.72:
            user = handles.plain_username(rng)
        while user in self.names:
            user += str(rng.randrange(10))
        self.names |= {user} - {""}
        shown = name or (
            heart.replace("_", " ").title() if heart and rng.random() < 0.5 else self.shown(person, user)
        )
        made = Account(self.uid(), shown, user, person, born=day, channel=channel)
        person.accounts.append(made)
        return made

    def shown(self, person: Person, user: str) -> str:
        """A display name: a first name with or without something behind it, two of them, a letter, or the user name once more."""
        rng = self.rng
        known = people()["names"][person.lang] if rng.random() < 0.85 else people()["names"]["nl"]
        first = rng.choice(known)
        form = rng.randrange(12)
        if form < 4:
            return first
        if form < 6:
            return f"{first} {rng.choice('ABCDEFGHJKLMNPRSTVWZ')}{rng.choice(['', '.'])}"
        if form == 6:
            return f"{first} {rng.choice(known)}"
        if form == 7:
            return f"{first}{rng.randrange(100)}"
        if form == 8:
            return f"{first} {rng.choice(person.style.emoji or forms()['emoji_names'])}"
        if form == 9 and user:
            return user
        return first.lower() if form == 10 else first.upper()

    def stash(self, person: Person, bulk: bool) -> None:
        """What somebody deals in: mostly one to four things that go together by chance and taste, some have a whole shop."""
        rng, table = self.rng, dict(self.world.goods)
        for _ in range(
            rng.choices([1, 2, 3, 4, 6, 9], [3, 3, 3, 2, 1, 0.6])[0] if not bulk else rng.choice([1, 1, 2, 3])
        ):
            if not table:
                break
            commodity = pick(rng, table)
            table.pop(commodity)
            word = street(rng, commodity, person.lang)
            person.goods[commodity] = Product(
                word,
                rng.lognormvariate(0, 0.16),
                goods()[commodity]["qty"][-1] * rng.uniform(1, 8) * (20 if bulk else 1),
            )

    def seller(self, kind: str, bulk: bool = False, lang: str = "") -> Person:
        """A seller, real or ghost, with a business."""
        rng, world = self.rng, self.world
        person = self.person(kind, lang)
        person.scale = "bulk" if bulk else "retail"
        self.stash(person, bulk)
        person.brand = handles.stem(rng)
        person.contacts = [
            handles.contact(rng, person.lang, person.brand.replace("_", ""))
            for _ in range(rng.choice([0, 0, 1, 1, 2]))
        ]
        person.photos = [self.picture() for _ in range(rng.choice([0, 1, 1, 2, 4]))]
        person.rate = world.post_rate * rng.lognormvariate(-0.1, 0.55)
        person.start = 0 if rng.random() < 0.6 else rng.randrange(0, world.days - 20)
        if kind == "real":
            person.reliable, person.quality = rng.betavariate(9, 1.4), rng.betavariate(5, 1.6)
            person.prepay, person.post = rng.random() < world.real_prepay, rng.random() < 0.3
            person.talk = rng.betavariate(2.0, 2.2) * world.answers if rng.random() < 0.85 else 0.03
            if person.post and rng.random() < 0.4:
                person.places = rng.sample(
                    [
                        place
                        for region in (*world.regions, person.region)
                        for place in people()["places"][region]
                    ],
                    5,
                )
            person.stop = 999 if rng.random() < 0.8 else person.start + rng.randrange(15, 80)
        else:
            self.crook(person)
        return person

    def crook(self, person: Person) -> None:
        """A ghost's way of business and what follows from it."""
        rng = self.rng
        person.model = pick(rng, self.world.models)
        person.prepay = {"prepay": 0.95, "fake": 0.45, "phish": 0.3, "repost": 0.5, "lazy": 0.2}[
            person.model
        ] > rng.random()
        person.post = rng.random() < 0.5
        person.talk = (
            self.world.answers
            * {
                "prepay": rng.betavariate(2, 2.4),
                "fake": rng.betavariate(2, 2),
                "phish": rng.betavariate(2, 2),
                "repost": 0.04,
                "lazy": 0.03,
            }[person.model]
        )
        person.reliable = person.quality = 0.0
        if (
            rng.random()
            < {"prepay": 0.45, "fake": 0.2, "phish": 0.35, "repost": 0.6, "lazy": 0.1}[person.model]
        ):
            person.places = rng.sample(
                [
                    place
                    for region in (*self.world.regions, person.region)
                    for place in people()["places"][region]
                ],
                5,
            )
        low = rng.uniform(0.72, 1.0)
        for product in person.goods.values():
            product.factor *= low
        person.rate *= {"prepay": 1.15, "fake": 1.0, "phish": 1.0, "repost": 1.5, "lazy": 0.9}[person.model]
        person.stop = (
            person.start + rng.randrange(20, 70) if person.model == "lazy" and rng.random() < 0.5 else 999
        )
