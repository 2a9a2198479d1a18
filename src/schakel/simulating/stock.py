"""What real sellers have: goods run out, come back as a new batch, and prices move with them."""

from schakel.simulating.actors import Body, Good, Post, Seller
from schakel.simulating.chance import Chance
from schakel.simulating.stage import Stage

# Two changes of text a cycle and good; a return at the same price gives back an earlier text. The factor was
# set so that a market of 1,000,000 messages with copies_per_ad 45 has 45 copies per different text.
_BATCH = 0.42


class Stock:
    """Keeps the stock of real sellers."""

    def __init__(self, stage: Stage, chance: Chance) -> None:
        self._stage = stage
        self._chance = chance
        self._habits = stage.habits["real"]

    def refresh(self, seller: Seller, count: int) -> bool:
        """Sells along with `count` posts. True if the seller takes the occasion to write a new text;
        smaller changes (sold out, back, another price) change the present text.
        """
        changed = reword = False
        for good in seller.goods:
            if good.in_stock:
                if seller.advert is None:
                    good.stock = self._batch(seller)
                good.stock -= count
                if good.stock <= 0.0:
                    good.back_on = self._stage.day + 1 + self._chance.below(6)
                    changed = True
                    self._tell(seller, good, "gone", self._habits["tells_gone"])
            elif self._stage.day >= good.back_on:
                self._new_batch(seller, good)
                changed = True
                reword = reword or self._chance.yes(self._habits["rewording"])
        if changed and seller.advert is not None:
            seller.advert.bodies.clear()
            self._tell_if_empty(seller)
        return reword

    def _batch(self, seller: Seller) -> float:
        return self._chance.exponential(self._stage.settings.copies_per_ad * 2.0 * len(seller.goods) * _BATCH)

    def _new_batch(self, seller: Seller, good: Good) -> None:
        good.back_on = -1
        good.stock = self._batch(seller)
        self._tell(seller, good, "back", self._habits["tells_back"])
        if self._chance.yes(self._habits["price_move"]):
            good.factor = min(1.5, max(0.7, good.factor * self._chance.between(0.88, 1.14)))

    def _tell_if_empty(self, seller: Seller) -> None:
        if not any(good.in_stock for good in seller.goods):
            self._say(seller, self._stage.lexicon.talk[seller.language]["sold_out"], "none", "")

    def _tell(self, seller: Seller, good: Good, what: str, share: float) -> None:
        """A word in the group that something is gone, or back: the latter is an offer without a price."""
        if seller.advert is None or not self._chance.yes(share):
            return
        word = next((x.word for x in seller.advert.wording.lines if x.commodity == good.commodity.name), "")
        if word:
            phrases = [form.replace("{w}", word) for form in self._stage.lexicon.talk[seller.language][what]]
            item = f"{good.commodity.name},,,,\n" if what == "back" else ""
            self._say(seller, phrases, "offer" if item else "none", item)

    def _say(self, seller: Seller, phrases: list[str], act: str, item: str) -> None:
        account, stage = seller.account(), self._stage
        if account is None:
            return
        at = stage.zero + int((seller.wake + self._chance.unit() * 12.0) % 24.0 * 3600.0)
        text = stage.layout.text(self._chance.pick(phrases))
        body = Body(text, (item,) if item else ())
        stage.put(Post(at, self._chance.pick(seller.chats), account, body, (act, seller.key, "")))
