"""Selling and buying: advertisements go out, buyers choose by what they have seen and lived, deals go well or not, and some of that is said aloud."""

from __future__ import annotations

from math import exp, log1p

from .lexicon import goods, phrase, street, words_for
from .market import Market
from .model import DAY, Account, Chat, Msg, Person
from .notes import answer_offer, ask
from .pricing import amount
from .style import say


class Trade:
    """The retail market of a day."""

    def __init__(self, market: Market) -> None:
        """Keeps what it works with."""
        self.market = market
        self.rng = market.rng

    def advertise(self, day: int) -> None:
        """Every live account of a seller pastes its notes, as often as its owner has goods, nerve and time."""
        rng = self.rng
        for account in list(self.market.live):
            person = account.owner
            if person.arrested or day > person.stop or day < person.start or not account.notes:
                continue
            if rng.random() > person.active:
                continue
            if person.kind == "real" and sum(product.stock for product in person.goods.values()) <= 0:
                if self.rng.random() < 0.2:
                    self.scarce(day, account)
                continue
            if person.kind == "ghost" and person.talk > 0.1 and rng.random() < 0.008:
                self.scarce(day, account)
            for _ in range(self.often(person.rate)):
                self.place(day, account)

    def scarce(self, day: int, account: Account) -> None:
        """A word that the goods are gone or nearly so: true with one, a trick with another."""
        person = account.owner
        text = self.rng.choice(words_for("reload", person.lang))
        self.market.post(
            self.rng.choice(account.chats),
            account,
            say(self.rng, person, text),
            self.market.moment(day, person),
        )

    def often(self, rate: float) -> int:
        """A number of rounds with a mean."""
        whole = int(rate)
        return min(6, whole + (self.rng.random() < rate - whole))

    def place(self, day: int, account: Account) -> None:
        """One round: the same note pasted in one or more groups within minutes."""
        rng, person = self.rng, account.owner
        note = rng.choice(account.notes)
        when = self.market.moment(day, person, 1.2 if person.model == "repost" else 3.0)
        photo = rng.choice(account.photos) if account.photos and rng.random() < 0.28 else None
        chats = rng.sample(account.chats, min(len(account.chats), rng.choice([1, 1, 1, 2, 3])))
        for chat in chats:
            text = self.market.notebook.paste(account, note)
            when += rng.randrange(8, 240)
            edited = when + rng.randrange(60, 4000) if rng.random() < 0.03 else 0
            forwarded = account.channel_name if account.channel_name and rng.random() < 0.4 else ""
            sent = self.market.post(
                chat,
                account,
                text,
                when,
                "offer",
                note.goods,
                photo=photo,
                edited=edited,
                note=note,
                forwarded=forwarded,
                likes=self.likes(chat, account),
            )
            self.market.show(account, note, photo, text)
            self.market.count(person, "ads")
            if note.prepay:
                self.market.count(person, "prepay")
            if note.verify:
                self.market.count(person, "verify")
            self.onlookers(day, chat, sent)

    def likes(self, chat: Chat, account: Account) -> int:
        """Thumbs under a post: many in channels, for who is praised; they cost little to buy, so crooks have them as well."""
        if "channel" not in chat.kind and self.rng.random() > 0.04:
            return 0
        person = account.owner
        bought = person.capital > 1 and person.risk < self.market.world.bought * (
            2.5 if person.kind == "ghost" else 1.2
        )
        return int(
            self.rng.expovariate(1 / (1.0 + (0.4 * account.praise + 4 * bought) * ("channel" in chat.kind)))
        )

    def onlookers(self, day: int, chat: Chat, sent: Msg) -> None:
        """Passers-by ask in the thread; the seller may answer."""
        rng, market = self.rng, self.market
        chance = 0.14 * min(1.0, market.world.react * 6) * (1.5 if market.world.asks > 0.25 else 0.5)
        if rng.random() > chance or chat.closed or not market.customers:
            return
        buyer = rng.choice(market.customers)
        if buyer.lang != chat.lang and rng.random() < 0.8:
            return
        seller = sent.sender.owner
        text = phrase(rng, buyer, "buyer_short").replace("{place}", rng.choice(buyer.places))
        question = market.post(
            chat, buyer.accounts[-1], say(rng, buyer, text), sent.when + rng.randrange(60, 9000), reply=sent
        )
        market.count(seller, "asked")
        if rng.random() < seller.talk:
            self.reply(chat, sent.sender, question, "seller_short")
            market.count(seller, "answered")
            if rng.random() < 0.2:
                more = phrase(rng, buyer, "buyer_short").replace("{place}", rng.choice(buyer.places))
                market.post(
                    chat,
                    buyer.accounts[-1],
                    say(rng, buyer, more),
                    question.when + rng.randrange(200, 2000),
                    reply=question,
                )

    def reply(self, chat: Chat, account: Account, to: Msg, key: str) -> Msg:
        """A short answer."""
        person = account.owner
        text = phrase(self.rng, person, key).replace("{place}", self.rng.choice(person.places))
        return self.market.post(
            chat,
            account,
            say(self.rng, person, text),
            to.when + self.rng.randrange(25, 2400),
            reply=to if self.rng.random() < 0.85 else None,
        )

    def shop(self, day: int) -> None:
        """Every customer who wants something today asks aloud or chooses from what he has seen."""
        market, rng = self.market, self.rng
        for buyer in market.customers:
            if rng.random() > buyer.active * 0.16 or day < buyer.start:
                continue
            commodity = rng.choice(list(buyer.goods))
            if rng.random() < market.world.asks * buyer.react * 2.2:
                self.ask_aloud(day, buyer, commodity)
                continue
            seen = self.choose(buyer, market.index.get(commodity, []))
            if seen:
                self.deal(day, buyer, seen, commodity)

    def near(self, buyer: Person, message: Msg) -> bool:
        """Whether an offer is within a buyer's reach."""
        seller = message.sender.owner
        return (
            seller.scale == "retail"
            and seller.lang == buyer.lang
            and (seller.region == buyer.region or seller.post)
        )

    def choose(self, buyer: Person, offers: list[Msg]) -> Msg | None:
        """Buyers choose: own experience first, then praise and warnings they may have read, price, and chance."""
        pool = self.rng.sample(offers, min(len(offers), 24))
        scored = []
        for message in pool:
            if not self.near(buyer, message) or message.sender.owner is buyer:
                continue
            account = message.sender
            price = message.note.price if message.note else 1.0
            score = (
                1.1 * log1p(account.praise) * (1 - buyer.care * 0.3)
                - 1.6 * buyer.care * log1p(account.warns * 2)
                - 2.0 * (price - 1)
            )
            score += 2.5 * buyer.memory.get(account.seller, 0.0) - (
                buyer.care * 1.2 if message.note and message.note.prepay else 0
            )
            scored.append((exp(min(score, 8)), message))
        if not scored:
            return None
        return self.rng.choices([message for _, message in scored], [weight for weight, _ in scored])[0]

    def ask_aloud(self, day: int, buyer: Person, commodity: str) -> None:
        """A request in a group. Sellers who have it, and those who say they have, answer."""
        market, rng = self.market, self.rng
        rooms = [
            chat
            for chat in market.groups
            if chat.lang == buyer.lang and (chat.region == buyer.region or rng.random() < 0.1)
        ] or [chat for chat in market.groups if chat.lang == buyer.lang]
        if not rooms:
            return
        chat, word = rng.choice(rooms), street(rng, commodity, buyer.lang)
        quantity = amount(buyer.style, buyer.lang, commodity, rng.choice(goods()[commodity]["qty"][:4]))
        text = say(rng, buyer, ask(rng, buyer, commodity, word, quantity, False))
        asked = market.post(chat, buyer.accounts[-1], text, market.moment(day, buyer), "request", [commodity])
        answers = self.bids(chat, asked, commodity)
        if rng.random() < 0.12:
            market.post(
                chat, buyer.accounts[-1], text, asked.when + rng.randrange(900, 9000), "request", [commodity]
            )
        if answers and rng.random() < 0.8:
            self.deal(day, buyer, rng.choice(answers), commodity)

    def bids(self, chat: Chat, asked: Msg, commodity: str) -> list[Msg]:
        """Answers to a request: mostly two words, sometimes an offer. Crooks answer whatever is asked."""
        market, rng, found = self.market, self.rng, []
        here = [
            account
            for account in market.live
            if chat in account.chats and account.notes and not account.channel
        ]
        for account in rng.sample(here, min(len(here), 14)):
            person = account.owner
            ready = commodity in person.goods or (person.kind == "ghost" and rng.random() < 0.3)
            if not ready or rng.random() > person.talk * 0.55 or person.arrested:
                continue
            market.count(person, "bids")
            if rng.random() < 0.25:
                text, named = answer_offer(rng, market.notebook, person, commodity)
                sent = market.post(
                    chat,
                    account,
                    say(rng, person, text),
                    asked.when + rng.randrange(30, 3000),
                    "offer",
                    named,
                    reply=asked,
                )
            else:
                sent = self.reply(chat, account, asked, "seller_short")
            sent.note = rng.choice(account.notes)
            found.append(sent)
        return found

    def deal(self, day: int, buyer: Person, message: Msg, commodity: str) -> None:
        """A deal is tried; what comes of it follows from who the seller is and how he does business."""
        seller, rng = message.sender.owner, self.rng
        if seller.kind == "ghost":
            self.tricked(day, buyer, message, commodity)
            return
        product = seller.goods.get(commodity)
        if product is None or product.stock <= 0 or seller.arrested:
            return
        product.stock -= goods()[commodity]["qty"][min(2, len(goods()[commodity]["qty"]) - 1)]
        seller.capital += 0.01
        if rng.random() > seller.reliable:
            buyer.memory[seller.pid] = buyer.memory.get(seller.pid, 0.0) - 1
            paid = message.note.prepay if message.note else False
            self.outcome(
                day, buyer, message, commodity, "warn_prepay" if paid and rng.random() < 0.7 else "no_show"
            )
            return
        good = rng.random() < seller.quality
        buyer.memory[seller.pid] = min(2.0, buyer.memory.get(seller.pid, 0.0) + (0.7 if good else -0.4))
        if good:
            self.outcome(day, buyer, message, commodity, "praise")
        elif rng.random() < 0.2:
            self.outcome(day, buyer, message, commodity, "warn_fake")

    def tricked(self, day: int, buyer: Person, message: Msg, commodity: str) -> None:
        """A deal with a ghost, by his model."""
        seller, rng = message.sender.owner, self.rng
        if seller.model in ("lazy", "repost"):
            if seller.model == "repost" and rng.random() < 0.25:
                self.outcome(day, buyer, message, commodity, rng.choice(["warn_copy", "warn_prepay"]))
            elif rng.random() < 0.16:
                self.outcome(day, buyer, message, commodity, "warn_ghosted")
            return
        wary = 0.25 + 0.5 * buyer.care
        if seller.model == "prepay":
            if rng.random() < wary:
                if rng.random() < 0.08:
                    self.outcome(day, buyer, message, commodity, "warn_prepay")
                return
            kind = "warn_prepay"
        elif seller.model == "phish":
            kind = "warn_phish" if rng.random() < 0.45 else ""
        else:
            kind = rng.choices(["warn_fake", "praise", ""], [5, 2.2, 2])[0]
        seller.capital += 0.05
        buyer.memory[seller.pid] = -2.0 if kind != "praise" else 0.4
        if kind:
            self.outcome(day, buyer, message, commodity, kind)

    def outcome(self, day: int, buyer: Person, message: Msg, commodity: str, kind: str) -> None:
        """What the buyer says, if he says anything: a tenth or so speaks."""
        market, rng, seller = self.market, self.rng, message.sender
        loud = market.world.react * (0.4 + 2.2 * buyer.react) * (1.2 if kind.startswith("warn") else 1.0)
        if kind == "praise" and seller.seller in buyer.seen:
            loud *= 0.4
        if rng.random() > loud:
            return
        when = message.when + int(rng.expovariate(1 / (30 * 3600))) + 1800
        if when >= market.start + market.world.days * DAY:
            return
        chat = next(
            (
                room
                for room in seller.chats
                if room.lang == buyer.lang and not room.closed and rng.random() < 0.7
            ),
            seller.chats[0],
        )
        if kind == "no_show":
            market.post(
                chat,
                buyer.accounts[-1],
                say(rng, buyer, phrase(rng, buyer, "no_show")),
                message.when + rng.randrange(1500, 6000),
                reply=self.ad(chat, message),
            )
            return
        self.voice(chat, buyer, seller, commodity, kind, when, message)
        buyer.seen.add(seller.seller)

    def ad(self, chat: Chat, message: Msg) -> Msg | None:
        """The message to reply to, when it stands in this chat."""
        return next((one for one in reversed(chat.messages[-400:]) if one is message), None)

    def voice(
        self,
        chat: Chat,
        who: Person,
        about: Account,
        commodity: str,
        kind: str,
        when: int,
        message: Msg | None = None,
    ) -> None:
        """Praise or a warning is written, under the advertisement or by name."""
        market, rng = self.market, self.rng
        good = kind in ("praise", "bought")
        target = self.ad(chat, message) if message else None
        under = target is not None and rng.random() < 0.5
        key = (
            ("praise_reply" if good else "warn_reply")
            if under and kind != "bought"
            else ("praise_name" if kind == "praise" else kind)
        )
        word = (
            about.owner.goods[commodity].word
            if commodity in about.owner.goods
            else street(rng, commodity, who.lang)
        )
        text = (
            phrase(rng, who, key)
            .replace("{u}", market.call(about))
            .replace("{item}", word)
            .replace("{place}", rng.choice(who.places))
        )
        writer = rng.choice(who.accounts) if who.accounts else market.maker.account(who, 0)
        proof = market.maker.picture() if rng.random() < 0.06 else None
        sent = market.post(
            chat,
            writer,
            say(rng, who, text),
            when,
            "vouch" if good else "warning",
            reply=target if under else None,
            photo=proof,
        )
        about.praise, about.warns = about.praise + good, about.warns + (not good)
        about.reports += not good
        market.count(about.owner, "praise" if good else "warn", who.pid)
        who.said += kind == "praise"
        self.after(chat, sent, about, good)

    def after(self, chat: Chat, sent: Msg, about: Account, good: bool) -> None:
        """Others join in: a second, or a word of defence by the accused or a content buyer."""
        market, rng = self.market, self.rng
        if good or rng.random() > market.world.react * 2.5:
            return
        person = about.owner
        if about.died is None and rng.random() < person.talk * 0.5:
            self.reply(chat, about, sent, "deny")
        glad = [one for one in market.customers if one.memory.get(person.pid, 0) > 0.3]
        if glad and rng.random() < 0.5:
            friend = rng.choice(glad)
            text = (
                phrase(rng, friend, "praise_name")
                .replace("{u}", market.call(about))
                .replace("{item}", "")
                .replace("{place}", friend.places[0])
            )
            market.post(
                chat,
                friend.accounts[-1],
                say(rng, friend, text),
                sent.when + rng.randrange(200, 9000),
                "vouch",
                reply=sent,
            )
            market.count(person, "praise", friend.pid)
            about.praise += 1
