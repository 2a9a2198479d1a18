"""Who is in the market on the first day, and who will come."""

from schakel.simulating.actors import Account, Chat, Good, Seller
from schakel.simulating.chance import Chance, running
from schakel.simulating.selectors import Registry
from schakel.simulating.settings import MarketSettings
from schakel.simulating.words import Commodity, Lexicon, Town


class Founder:
    """Makes chats, sellers, buyers and helpers out of word lists and chance."""

    def __init__(
        self, settings: MarketSettings, lexicon: Lexicon, registry: Registry, chance: Chance
    ) -> None:
        self._settings = settings
        self._lexicon = lexicon
        self._registry = registry
        self._chance = chance
        habits = lexicon.habits
        languages = dict(settings.languages) or {k: float(v) for k, v in sorted(habits["language"].items())}
        self._languages = sorted(languages)
        self._language_sums = running([languages[name] for name in self._languages])
        self._town_sums = running([town.weight for town in lexicon.towns])
        self._good_sums = running([good.share for good in lexicon.goods])

    def language(self) -> str:
        """A language by its share."""
        return self._chance.by_weight(self._languages, self._language_sums)

    def town(self) -> Town:
        """A town by its size."""
        return self._chance.by_weight(self._lexicon.towns, self._town_sums)

    def chats(self, count: int) -> list[Chat]:
        """Groups, each with a keeper, and a notice-board channel among every six chats."""
        made: list[Chat] = []
        for index in range(count):
            board = index % 6 == 4
            town = self.town()
            form = (
                "Prikbord NL {t}"
                if board
                else self._lexicon.people.chats[index % len(self._lexicon.people.chats)]
            )
            title = form.replace("{t}", town.street[0])
            account = self._registry.channel(title, "")
            kind = "public_channel" if board else ("private_supergroup", "public_supergroup")[index % 3 > 0]
            keeper = self._registry.person("nl")
            keeper.role = "group-keeper"
            account.role = "board" if board else "group"
            weight = 0.5 / (index + 1) if board else 1.0 / (index + 1) ** 0.7
            made.append(Chat(index, account.tg_id, title, kind, weight, town, account, keeper))
        return made

    def sellers(self) -> list[Seller]:
        """All persistent sellers. Real ones come first into being: ghosts have somebody to copy."""
        count = self._settings.sellers
        ghosts = round(count * self._settings.ghost_share)
        made = [self._seller(f"s{n + 1:05d}", ghost=n >= count - ghosts) for n in range(count)]
        bulk = self._chance.some(made, round(count * self._settings.bulk_share))
        for seller in bulk:
            seller.scale = "bulk"
            seller.role = "supplier" if self._chance.yes(0.15) else "wholesaler"
            seller.rate *= 0.6
        for seller in made:
            self._equip(seller)
        return made

    def _seller(self, key: str, ghost: bool) -> Seller:
        chance, habits = self._chance, self._lexicon.habits
        own = habits["ghost" if ghost else "real"]
        days = self._settings.days
        seller = Seller(
            key,
            ghost,
            "retailer",
            "retail",
            self.language(),
            self.town(),
            rate=chance.lognormal(habits["volume"]["rate_spread"]),
        )
        seller.first_day = 0 if chance.yes(0.6) else chance.below(max(1, days - 3))
        seller.last_day = days if ghost else min(days, seller.first_day + 5 + int(chance.exponential(220.0)))
        seller.name_day = seller.first_day
        seller.wake = chance.normal(11.0, 1.5) + (4.0 if chance.yes(0.2) else 0.0)
        seller.machine = chance.yes(own["machine_posting"])
        seller.prepay = chance.yes(own["prepay"])
        seller.buys_vouches = ghost and chance.yes(own["fake_vouches"])
        return seller

    def _equip(self, seller: Seller) -> None:
        chance, registry = self._chance, self._registry
        account = registry.trader(seller.language)
        account.seller, account.alias = seller.key, "main"
        seller.accounts.append(account)
        seller.phone = registry.phone() if chance.yes(0.35) else ""
        seller.wallet = registry.wallet() if chance.yes(0.7 if seller.prepay else 0.1) else ""
        if chance.yes(0.1):
            seller.snap = account.username.replace("_", ".")[:15]
        seller.picture = seller.key if chance.yes(0.55) else ""
        for commodity in self._assortment(seller.scale):
            seller.goods.append(Good(commodity, chance.between(0.85, 1.2), chance.exponential(1.0)))
        if seller.ghost:
            return
        if chance.yes(self._lexicon.habits["real"]["aliases"]):
            way = chance.pick(["numbered", "near-name", "backup"])
            seller.accounts.append(registry.variant(account, way))
        busy = seller.scale == "bulk" or seller.rate > 2.0
        if busy and chance.yes(self._lexicon.habits["organisation"]["couriers"]):
            seller.helper = registry.person(seller.language)
            seller.helper.seller, seller.helper.role = seller.key, chance.pick(["recruiter", "courier"])

    def _assortment(self, scale: str) -> list[Commodity]:
        """What one seller sells: mostly of one family, drugs with drugs, fraud with fraud."""
        chance, goods = self._chance, self._lexicon.goods
        first = chance.by_weight(goods, self._good_sums)
        family = _family(first.name)
        more = 0 if chance.yes(0.3) else chance.below(2 if scale == "bulk" else 5)
        chosen = [first]
        for _ in range(more * 3):
            other = chance.by_weight(goods, self._good_sums)
            if len(chosen) <= more and other not in chosen and _family(other.name) == family:
                chosen.append(other)
        return chosen

    def channels(self, sellers: list[Seller], chats: list[Chat], count: int) -> None:
        """Gives so many persistent sellers a channel of their own."""
        for seller in self._chance.some([s for s in sellers if not s.throwaway], count):
            name = seller.accounts[0].name.split(" ")[0]
            title = self._chance.pick(self._lexicon.people.channels).replace("{N}", name)
            account = self._registry.channel(title, self._registry.free(f"{name.lower()}menu"))
            account.seller, account.alias = seller.key, "channel"
            seller.channel = len(chats)
            chats.append(
                Chat(len(chats), account.tg_id, title, "public_channel", 0.0, None, account, None, seller.key)
            )

    def one_off(self, key: str) -> Seller:
        """Somebody whose account posts once."""
        seller = self._seller(key, ghost=self._chance.yes(self._lexicon.habits["throwaways"]["ghost"]))
        seller.throwaway, seller.first_day = True, self._chance.below(self._settings.days)
        seller.last_day = seller.first_day + 1
        account = self._registry.person(seller.language)
        account.seller, account.alias = key, "throwaway"
        seller.accounts.append(account)
        seller.goods = [Good(c, self._chance.between(0.85, 1.2), 1.0) for c in self._assortment("retail")[:2]]
        return seller

    def people(self, count: int, role: str) -> list[Account]:
        """So many accounts of ordinary people in this role."""
        made = [self._registry.person(self.language()) for _ in range(count)]
        for account in made:
            account.role = role
        return made


_FAMILIES = {
    "weapons": ("firearms", "ammunition", "weapon-parts", "explosives", "other-weapons"),
    "fireworks": ("fireworks",),
    "fraud": ("documents", "counterfeit-money", "payment-fraud", "fraud-tools", "personal-data", "accounts"),
    "goods": ("tobacco-vapes", "counterfeit-goods", "stolen-goods"),
}


def _family(name: str) -> str:
    return next((family for family, names in _FAMILIES.items() if name in names), "drugs")
