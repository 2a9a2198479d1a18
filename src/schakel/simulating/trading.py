"""Sellers on a day: what they have, under which name, what they post, where and when."""

from datetime import timedelta
from math import log

from schakel.simulating.actors import Account, Advert, Body, Good, Post, Seller
from schakel.simulating.adverts import advert_text
from schakel.simulating.chance import Chance, running
from schakel.simulating.ghosts import Ghosts
from schakel.simulating.names import Names
from schakel.simulating.stage import Stage
from schakel.simulating.stock import Stock
from schakel.simulating.wordings import Writer

_OUT_OF_SEASON = 0.3  # fireworks in spring: share of the usual rate


class Trading:
    """Makes the posts of all sellers, day by day."""

    def __init__(self, stage: Stage, writer: Writer, chance: Chance) -> None:
        self._stage = stage
        self._chance = chance
        self._writer = writer
        self.names = Names(stage, chance)
        self._stock = Stock(stage, chance)
        self._ghosts = Ghosts(stage, writer, chance)
        self._normal = 1.0
        self._campaigns = 0
        self.origins: list[tuple[str, str, str]] = []  # campaign, seller, copied from
        self.texts: dict[str, None] = {}

    def settle(self) -> None:
        """Fixes the market's volume: the mean of posting rates that are present on a day."""
        stage, days = self._stage, self._stage.settings.days
        start = stage.settings.start
        months = [(start + timedelta(days=day)).month for day in range(days)]
        present = sum(
            s.rate * sum(self._season(s, month) for month in months[s.first_day : s.last_day]) / days
            for s in stage.sellers
            if not s.throwaway
        )
        volume = stage.habits["volume"]
        budget = stage.target * volume["ads"] / volume["presence"] / days
        self._normal = budget / max(present, 1e-9)
        for seller in stage.sellers:
            self.choose_chats(seller)

    def choose_chats(self, seller: Seller) -> None:
        """The groups that a seller posts in: the busiest most of all, those of its own town before others."""
        groups = [c for c in self._stage.chats if c.open and not c.is_channel]
        sums = running([c.weight * (3.0 if c.town is seller.home else 1.0) for c in groups])
        wanted = 1 if seller.throwaway else 1 + self._chance.below(min(len(groups), 7))
        chosen = {self._chance.by_weight(groups, sums).index: None for _ in range(wanted)}
        seller.chats = list(chosen)

    def day(self, weight: float) -> None:
        """All sellers act; `weight` is the day's share in the rhythm of the week (mean 1)."""
        for seller in self._stage.sellers:
            if seller.first_day <= self._stage.day < seller.last_day and not seller.down:
                self._act(seller, weight)

    def _act(self, seller: Seller, weight: float) -> None:
        if seller.throwaway:
            self._post_all(seller, 1)
            seller.down = True
            return
        self._ghosts.maybe_vanish(seller)
        if not self.names.present(seller):
            return
        count = self._chance.poisson(
            seller.rate * self._normal * weight * self._season(seller, self._stage.month)
        )
        if count:
            self._post_all(seller, count)

    def _season(self, seller: Seller, month: int) -> float:
        season = seller.goods[0].commodity.season
        if season is None:
            return 1.0
        return season.factor if month in season.months else _OUT_OF_SEASON

    def _post_all(self, seller: Seller, count: int) -> None:
        if seller.ghost and not seller.throwaway:
            reword = self._ghosts.refresh(seller, count)
        else:
            reword = self._stock.refresh(seller, count)
        if reword or seller.advert is None:
            self._new_advert(seller)
        advert, account = seller.advert, seller.account()
        if advert is None or account is None:
            return
        self._post(seller, advert, account, self._moments(seller, count))
        seller.posts += count

    def _new_advert(self, seller: Seller) -> None:
        self._campaigns += 1
        key = f"k{self._campaigns:06d}"
        wording, source = None, ""
        if seller.ghost:
            wording, source = self._ghosts.copy(seller)
        if wording is None:
            wording, source = self._writer.own(seller), ""
        seller.advert = Advert(key, wording, source)
        self.origins.append((key, seller.key, source))
        seller.sold.update((good.commodity.name, None) for good in seller.goods)

    def _post(self, seller: Seller, advert: Advert, main: Account, moments: list[int]) -> None:
        """One post at each moment: half of all messages of a market go through here."""
        stage, unit, bodies = self._stage, self._chance.unit, advert.bodies
        second, truth = seller.backup(), ("offer", seller.key, advert.campaign)
        often = stage.habits["real"]["backup_posts"] if second is not None else 0.0
        chats, buckets, channels, ads = seller.chats, stage.buckets, stage.channels, stage.today_ads
        for at in moments:
            account = second if second is not None and unit() < often else main
            body = bodies.get(account.tg_id)
            if body is None:
                body = bodies[account.tg_id] = self._body(seller, advert, account, at)
            if not body.json:
                continue  # nothing in stock
            post = Post(at, chats[int(unit() * len(chats))], account, body, truth)
            if seller.channel >= 0 and unit() < 0.35:
                self._through_channel(seller, post)
            luck = unit()
            if luck < 0.045:
                self._marked(post, luck < 0.03)
            buckets[post.chat].append(post)
            stage.made += 1
            if not channels[post.chat]:
                ads.append(post)

    def _marked(self, post: Post, liked: bool) -> None:
        """Somebody reacts to the post, or its writer changes it."""
        stage, chance = self._stage, self._chance
        if liked:
            post.tail = stage.layout.reactions(chance.pick(["👍", "🔥", "❤️", "👎"]), 1 + chance.below(9))
        else:
            post.edited = min(post.at + 40 + chance.below(3000), stage.zero + stage.length - 1)

    def _through_channel(self, seller: Seller, post: Post) -> None:
        """The seller's own channel: the post goes there, or is forwarded from there."""
        channel = self._stage.chats[seller.channel]
        if self._chance.yes(0.5):
            post.chat, post.who = channel.index, channel.account
        else:
            post.extra = self._stage.layout.forwarded(channel.account)

    def _body(self, seller: Seller, advert: Advert, account: Account, at: int) -> Body:
        main = seller.account()
        contact = main.handle if main is not None and account.alias == "backup" else account.handle
        goods: dict[str, Good] = {good.commodity.name: good for good in seller.goods}
        words = self._stage.lexicon.ads[advert.wording.language]
        text, items = advert_text(advert.wording, goods, words, contact)
        if not text:
            return Body("")
        advert.text = text
        self.texts[text] = None
        bold = len(advert.wording.head) if advert.wording.bold else 0
        photo = self._stage.album.lines(account.tg_id, seller.picture, at) if seller.picture else ""
        return Body(photo + self._stage.layout.text(text, bold), items)

    def _moments(self, seller: Seller, count: int) -> list[int]:
        """When to post: a machine at even steps round the clock, a person in a few sittings while awake."""
        stage, chance, unit = self._stage, self._chance, self._chance.unit
        zero, length = stage.zero, stage.length
        if seller.machine:
            step = length / count
            phase = unit() * step
            return [zero + min(int(phase + i * step) + int(unit() * 3), length - 1) for i in range(count)]
        awake = 24.0 - stage.habits["real"]["sleep_hours"]
        sittings = [
            (seller.wake + unit() * awake) % 24.0 * 3600.0
            for _ in range(1 + min(count // 3, chance.below(4)))
        ]
        moments, some = [], len(sittings)
        for i in range(count):
            then = sittings[i % some] + (
                15.0 - 50.0 * log(1.0 - unit())
            )  # a waiting time with mean 50 seconds
            sittings[i % some] = then
            moments.append(zero + int(then) % length)
        return moments
