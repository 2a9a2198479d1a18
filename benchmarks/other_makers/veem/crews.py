"""The chain behind the counter: crews' own groups with couriers and money, supply lines between traders, recruiters and money handlers in the open."""

from __future__ import annotations

from . import names
from .adverts import contact_text, item
from .birth import lang_of, plain_account
from .board import DAY, Chat
from .market import Market
from .people import Account, Contact, Seller
from .phrases import fill, pick
from .selling import hire, poisson


class Chain:
    """Couriers, money handlers and recruiters of a world, and the crews they work for."""

    def __init__(self, market: Market) -> None:
        self.market = market
        self.crews: list[tuple[Seller, Chat, list[Account], Account]] = []
        self.supply: list[tuple[Chat, list[Seller]]] = []
        self.handlers = [self.worker("money-handler") for _ in range(2 + market.world.crews // 4)]
        self.recruiters = [self.worker("recruiter") for _ in range(2 + market.world.crews // 3)]

    def worker(self, role: str) -> Account:
        """Somebody with a function who does not sell; stands in the open groups of a language."""
        market, rng = self.market, self.market.rng
        lang = lang_of(market)
        groups = market.groups(lang, ("city", "general", "trade"))
        account = plain_account(
            market, lang, [chat.index for chat in rng.sample(groups, min(2, len(groups)))], [role]
        )
        account.contact = Contact(account.handle, names.phone(rng, lang) if rng.random() < 0.5 else "")
        return account

    def start(self) -> None:
        """Crews form around the busiest real sellers that are there; suppliers share a group with traders who buy from them."""
        market, rng = self.market, self.market.rng
        real = [s for s in market.sellers if not s.ghost and s.accounts and s.accounts[0].born == 0]
        for seller in sorted(real, key=lambda s: -s.rate)[: market.world.crews]:
            chat = market.board.open(
                Chat(
                    len(market.board.chats),
                    market.number(300_000_000, 999_000_000),
                    rng.choice(names.WORDS["crews"]),
                    "private_group",
                    seller.lang,
                    seller.town,
                    "crew",
                    seller.accounts[0],
                )
            )
            couriers = [
                plain_account(
                    market,
                    seller.lang,
                    [chat.index, *(seller.accounts[0].chats[:1] if rng.random() < 0.5 else [])],
                    ["courier"],
                )
                for _ in range(rng.choice((1, 2, 3, 4)))
            ]
            seller.accounts[0].roles = list(dict.fromkeys([*seller.accounts[0].roles, "group-keeper"]))
            self.crews.append((seller, chat, couriers, rng.choice(self.handlers)))
        self.start_tables(real)

    def start_tables(self, real: list[Seller]) -> None:
        """Groups of a supplier and those who buy of him."""
        market, rng = self.market, self.market.rng
        bulk = [s for s in real if s.bulk]
        for _ in range(market.world.crews // 3):
            members = rng.sample(bulk, min(len(bulk), 3)) + rng.sample(real, min(len(real), 3))
            members = [m for m in dict.fromkeys(members) if m.lang == members[0].lang]
            if len(members) > 2:
                chat = market.board.open(
                    Chat(
                        len(market.board.chats),
                        market.number(300_000_000, 999_000_000),
                        rng.choice(names.WORDS["tables"]),
                        "private_group",
                        members[0].lang,
                        [],
                        "crew",
                        members[0].accounts[0],
                    )
                )
                members[0].accounts[0].roles = list(
                    dict.fromkeys([*members[0].accounts[0].roles, "group-keeper"])
                )
                self.supply.append((chat, members))

    def day(self, day: int) -> None:
        """What is said in the crews, between traders, and in the open by helpers."""
        market, rng = self.market, self.market.rng
        for seller, chat, couriers, handler in self.crews:
            self.crew_day(seller, chat, couriers, handler, day)
        for chat, members in self.supply:
            self.supply_day(chat, members, day)
        for account in self.recruiters:
            if rng.random() < 0.13 and account.chats:
                hire(
                    market,
                    account,
                    market.board.chats[rng.choice(account.chats)],
                    market.moment(day),
                    "recruit",
                )
        for account in self.handlers:
            if rng.random() < 0.09 and account.chats:
                chat = market.board.chats[rng.choice(account.chats)]
                if rng.random() < 0.35:
                    hire(market, account, chat, market.moment(day), "recruit_money")
                else:
                    text = fill(
                        pick(rng, account.lang, "money_ads"),
                        contact=contact_text(rng, account.contact, account.lang),
                    )
                    market.put(account, chat, market.moment(day), text, act="offer")

    def crew_day(
        self, seller: Seller, chat: Chat, couriers: list[Account], handler: Account, day: int
    ) -> None:
        """Errands: the boss sends, a courier goes, and money is counted at times."""
        market, rng = self.market, self.market.rng
        boss = next((a for a in reversed(seller.accounts) if a.live(day * DAY) and not a.channel), None)
        if boss is None:
            return
        for _ in range(poisson(market, 1.6)):
            post = market.say(boss, chat, market.moment(day, seller.wakes, seller.sleeps), "crew_boss")
            for _ in range(rng.choice((1, 1, 2, 3))):
                post = market.say(
                    rng.choice(couriers),
                    chat,
                    (post.at if post else market.moment(day)) + market.lag(15),
                    "crew_courier",
                    post if post and rng.random() < 0.3 else None,
                )
        if rng.random() < 0.22:
            market.say(handler, chat, market.moment(day), "crew_money")
        if rng.random() < 0.06:
            runner = rng.choice(couriers)
            open_chats = [index for index in runner.chats if index != chat.index]
            if open_chats:
                market.say(runner, market.board.chats[open_chats[0]], market.moment(day), "crew_courier")

    def supply_day(self, chat: Chat, members: list[Seller], day: int) -> None:
        """Suppliers offer, traders order."""
        market, rng = self.market, self.market.rng
        for _ in range(poisson(market, 0.8)):
            offers = rng.random() < 0.55
            seller = rng.choice([m for m in members if m.bulk] or members) if offers else rng.choice(members)
            account = next(
                (a for a in seller.accounts if a.live(day * DAY) and not a.channel and a.sheet), None
            )
            if account is None or account.sheet is None:
                continue
            line = rng.choice(account.sheet.lines)
            word, quantity, cost = item(line, account.sheet, account.lang, line.word)
            text = fill(
                pick(rng, account.lang, "crew_supply" if offers else "crew_order"),
                good=word,
                q=quantity,
                p=cost,
            )
            market.put(
                account,
                chat,
                market.moment(day),
                text,
                act="offer" if offers else "request",
                goods=(line.commodity,),
                about=seller.key,
            )
