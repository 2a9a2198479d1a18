"""New accounts after bans and fear, second brands, and what goes along: the notes app most often, a number or name less, sometimes only the way of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import handles
from .lexicon import phrase
from .model import Account, Person
from .people import Maker
from .style import say

if TYPE_CHECKING:
    from .market import Market

KEEP = {"brand": 0.34, "contacts": 0.4, "photos": 0.52, "notes": 0.68, "tell": 0.16}
KEEP_GHOST = {"brand": 0.2, "contacts": 0.35, "photos": 0.55, "notes": 0.77, "tell": 0.04}


class Aliases:
    """Opens accounts for sellers and passes belongings on."""

    def __init__(self, market: Market) -> None:
        """Keeps what it works with."""
        self.market = market
        self.maker: Maker = market.maker

    def roles(self, person: Person) -> list[str]:
        """The trade an account shows."""
        return [person.role or ("wholesaler" if person.scale == "bulk" else "retailer")]

    def first(self, person: Person, day: int) -> Account:
        """The first account of a seller."""
        rng = self.market.rng
        account = self.maker.account(person, day, person.brand if rng.random() < 0.55 else "")
        self.equip(account, person.contacts, person.photos)
        account.notes = [self.market.notebook.write(person) for _ in range(rng.choice([1, 2, 2, 3]))]
        person.notes = list(account.notes)
        return account

    def equip(self, account: Account, contacts: list[str], photos: list[int]) -> None:
        """Gives an account what it shows."""
        person = account.owner
        account.seller = person.pid
        account.roles = self.roles(person)
        account.contacts, account.photos = list(contacts), list(photos)
        account.chats = self.market.homes(person)
        self.market.register(account)

    def again(self, person: Person, day: int, old: Account, parallel: bool = False) -> Account:
        """A next account. A thief whose text is burnt takes other texts; a real seller pastes the old ones."""
        rng, table = self.market.rng, KEEP if person.kind == "real" else KEEP_GHOST
        keep = {key for key in sorted(table) if rng.random() < table[key] * (0.8 if parallel else 1.0)}
        if "brand" not in keep:
            person.brand = handles.stem(rng)
        account = self.maker.account(
            person,
            day,
            person.brand if "brand" in keep or rng.random() < 0.4 else "",
            old.name if "brand" in keep and rng.random() < 0.4 else "",
        )
        if "contacts" not in keep:
            person.contacts = [
                handles.contact(rng, person.lang, person.brand.replace("_", ""))
                for _ in range(rng.choice([0, 1, 1]))
            ]
        if "photos" not in keep:
            person.photos = [self.maker.picture() for _ in range(rng.choice([0, 1, 1, 2]))]
        self.equip(account, person.contacts, person.photos)
        account.notes = (
            list(old.notes)
            if "notes" in keep
            else [self.market.notebook.write(person) for _ in range(rng.choice([1, 2]))]
        )
        if "notes" in keep and rng.random() < 0.5:
            account.notes.append(self.market.notebook.write(person))
        if rng.random() < 0.75:
            account.chats = list(old.chats)
        if "brand" in keep:
            account.shown.add(f"brand:{person.brand}")
            old.shown.add(f"brand:{person.brand}")
        if "tell" in keep and not parallel:
            self.tell(account, old, day)
        return account

    def tell(self, account: Account, old: Account, day: int) -> None:
        """Announces the move; often without the old name."""
        market, person = self.market, account.owner
        text = phrase(market.rng, person, "moved")
        if "{u}" in text:
            account.shown.add(f"moved:{old.uid}")
            old.shown.add(f"moved:{old.uid}")
        text = text.replace("{u}", market.call(old))
        for chat in account.chats[: market.rng.randint(1, 2)]:
            market.post(chat, account, say(market.rng, person, text), market.moment(day, person))

    def drop(self, account: Account, day: int) -> None:
        """An account ends. Most come back after some days; who has little nerve or sold little stays away."""
        market, person = self.market, account.owner
        account.died = day
        market.unregister(account)
        if person.arrested or day > person.stop or day > market.world.days - 4:
            return
        chance = 0.85 if person.kind == "ghost" and person.model != "lazy" else 0.75
        if market.rng.random() < chance:
            market.later(
                day + market.rng.choice([0, 1, 1, 2, 3, 6]), lambda now: self.again(person, now, account)
            )

    def second(self, person: Person, day: int) -> None:
        """A second brand beside the first: to reach more buyers, or to praise oneself."""
        live = [account for account in person.accounts if account.died is None and not account.channel]
        if live:
            self.again(person, day, live[-1], parallel=True)
