"""Under which account a seller goes on after a ban, a takedown or a disappearance."""

from schakel.simulating.actors import Account, Seller
from schakel.simulating.chance import Chance
from schakel.simulating.stage import Stage


class Names:
    """Bans accounts and finds new ones."""

    def __init__(self, stage: Stage, chance: Chance) -> None:
        self._stage = stage
        self._chance = chance

    def present(self, seller: Seller) -> bool:
        """True if the seller can post today, under a new name if need be."""
        if self._stage.day < seller.away_until:
            return False
        if seller.account() is None:
            self._renew(seller)
        return True

    def _renew(self, seller: Seller) -> None:
        stage, chance, before = self._stage, self._chance, seller.accounts[-1]
        if seller.ghost and chance.yes(0.6):
            account = stage.registry.trader(seller.language)
            account.seller = seller.key
        else:
            account = stage.registry.variant(before, chance.pick(["numbered", "near-name", "numbered"]))
        account.alias = "succession"
        seller.accounts.append(account)
        seller.name_day = stage.day
        seller.vouched = seller.warned = 0.0
        if seller.advert is not None:
            seller.advert.bodies.clear()
            if seller.ghost and chance.yes(0.5):
                seller.advert = None  # another text with the new name; wallet and picture often stay
        at = stage.zero + int(seller.wake % 24.0 * 3600.0)
        stage.note(at, "new-name", seller, account, f"after {before.from_id}")

    def ban(self, seller: Seller, account: Account, at: int, detail: str) -> None:
        """The account is put out of all groups; real sellers mostly go on under another."""
        stage = self._stage
        account.banned = True
        stage.note(at, "ban", seller, account, detail)
        if seller.account() is not None:
            return
        habits = stage.habits
        wait, back = habits["succession"]["days"], habits["succession"]["after_ban"]
        if seller.ghost:
            wait, back = habits["ghost"]["return_days"], habits["ghost"]["returns"]
        self._leave(seller, back, wait)

    def take_down(self, seller: Seller, at: int) -> None:
        """Arrest: all accounts stop; some go on in other hands."""
        account = seller.account()
        for used in seller.accounts:
            used.banned = True
        self._stage.note(at, "takedown", seller, account)
        self._leave(seller, self._stage.habits["succession"]["after_takedown"], 8)

    def _leave(self, seller: Seller, back: float, wait: float) -> None:
        if self._chance.yes(back):
            seller.away_until = self._stage.day + 1 + int(self._chance.exponential(wait))
        else:
            seller.down = True
