"""Ghosts: they have nothing, so they live on the words, prices and pictures of those who do."""

from schakel.simulating.actors import Good, Seller, Wording
from schakel.simulating.chance import Chance
from schakel.simulating.stage import Stage
from schakel.simulating.wordings import Writer


class Ghosts:
    """What ghosts do with their texts and their names."""

    def __init__(self, stage: Stage, writer: Writer, chance: Chance) -> None:
        self._stage = stage
        self._writer = writer
        self._chance = chance
        self._habits = stage.habits["ghost"]

    def refresh(self, seller: Seller, count: int) -> bool:
        """True if the ghost looks for another text: seldom, for it has no stock that could change."""
        patience = self._stage.settings.copies_per_ad * self._habits["change_factor"]
        return seller.advert is None or self._chance.exponential(patience) < count

    def copy(self, seller: Seller) -> tuple[Wording | None, str]:
        """The wording of a real seller, with its goods at lower prices and often its picture, and the
        campaign it was taken from; (None, "") if this ghost writes its own or finds nobody.
        """
        source = self._victim(seller)
        if source is None or source.advert is None or not self._chance.yes(self._habits["copies_texts"]):
            return None, ""
        cheaper = self._chance.between(*self._habits["cheaper"])
        seller.goods = [Good(good.commodity, good.factor * cheaper, 1.0) for good in source.goods]
        seller.scale, seller.role, seller.language = source.scale, source.role, source.language
        if source.picture:
            seller.picture = source.picture + ("~" if self._chance.yes(0.3) else "")
        edit = self._chance.yes(self._habits["edits"])
        return self._writer.stolen(source.advert.wording, seller, edit), source.advert.campaign

    def _victim(self, seller: Seller) -> Seller | None:
        sellers = self._stage.sellers
        for wanted in (seller.scale, ""):
            for _ in range(60):
                other = sellers[self._chance.below(len(sellers))]
                if not other.ghost and other.advert is not None and (not wanted or other.scale == wanted):
                    return other
        return None

    def maybe_vanish(self, seller: Seller) -> None:
        """A ghost leaves a name behind after a while; some come back under another."""
        stage, chance = self._stage, self._chance
        if not seller.ghost or seller.posts == 0 or not chance.yes(1.0 / self._habits["active_days"]):
            return
        account = seller.account()
        if account is None:
            return
        for used in seller.accounts:
            used.banned = True
        stage.note(stage.moment(chance), "vanished", seller, account)
        self.gone(seller)

    def gone(self, seller: Seller) -> None:
        """After vanishing or a ban: away for some days, or for good."""
        chance = self._chance
        if chance.yes(self._habits["returns"]):
            seller.away_until = self._stage.day + 1 + int(chance.exponential(self._habits["return_days"]))
        else:
            seller.down = True
