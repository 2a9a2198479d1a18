"""The whole market, day by day."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from schakel.simulating.actors import Account
from schakel.simulating.album import Album
from schakel.simulating.chains import Chains
from schakel.simulating.chance import Chance
from schakel.simulating.dealings import Dealings
from schakel.simulating.keeping import Keeping
from schakel.simulating.population import Founder
from schakel.simulating.selectors import Registry
from schakel.simulating.settings import MarketSettings
from schakel.simulating.spool import Spool
from schakel.simulating.stage import Stage
from schakel.simulating.takedown import strike
from schakel.simulating.talking import Talking
from schakel.simulating.tdesktop import Layout
from schakel.simulating.trading import Trading
from schakel.simulating.wordings import Writer
from schakel.simulating.words import adapted, lexicon


class Market:
    """All agents and the order in which they act."""

    def __init__(self, settings: MarketSettings, photos: Path | None, layout: Layout) -> None:
        adapts = settings.adaptation or settings.adapts
        words = adapted(lexicon(), settings.adapts) if adapts else lexicon()
        self.settings = settings
        target = settings.target(words.habits["volume"]["per_seller_day"])
        registry = Registry(words.people, self._chance("registry"), layout)
        founder = Founder(settings, words, registry, self._chance("founder"))
        album = Album(photos, settings.seed, layout)
        count = settings.chat_count(target)
        own = min(count // 5, settings.sellers)  # channels that belong to sellers
        chats = founder.chats(count - own)
        self.stage = Stage(settings, words, layout, registry, album, target, chats)
        self.exporter = registry.person("nl")
        self.exporter.role = "exporter"
        self._people(founder, registry, own)
        writer = Writer(words, self._chance("writer"))
        self.trading = Trading(self.stage, writer, self._chance("trading"))
        self._dealings = Dealings(self.stage, writer, self._chance("dealings"))
        self._keeping = Keeping(self.stage, self.trading.names, self._chance("keeping"))
        self._talking = Talking(self.stage, self._chance("talking"), self._talkers)
        self._chains = Chains(self.stage, writer, self._chance("chains")) if settings.chains else None
        if self._chains is not None:
            self._chains.found()
        self.trading.settle()

    def _chance(self, name: str) -> Chance:
        return Chance(self.settings.seed, name)

    def _people(self, founder: Founder, registry: Registry, channels: int) -> None:
        stage, habits = self.stage, self.stage.habits
        stage.sellers = founder.sellers()
        extra = round(self.settings.sellers * habits["throwaways"]["share"])
        stage.sellers += [founder.one_off(f"t{n + 1:05d}") for n in range(extra)]
        stage.by_key = {seller.key: seller for seller in stage.sellers}
        stage.buyers = founder.people(
            max(20, self.settings.sellers * habits["buyers"]["per_seller"]), "customer"
        )
        stage.shills = founder.people(4 * max(1, self.settings.sellers // 40), "voucher")
        own = habits["talkers"]["per_message"] * 0.45
        self._talkers: list[Account] = founder.people(max(40, round(stage.target * own)), "talker")
        for gone in self._talkers[:: round(1 / habits["talkers"]["deleted"])]:
            registry.forget(gone)
        founder.channels(stage.sellers, stage.chats, channels)

    def run(self, spool: Spool, progress: Callable[[int, int], None] | None) -> None:
        """Lives through all days and writes each."""
        settings, stage = self.settings, self.stage
        weights = self._day_weights()
        strike_day = int(settings.days * stage.habits["takedown"]["at"])
        chance, passed = self._chance("takedown"), 0.0
        talk = stage.target * stage.habits["volume"]["trade_talk"] / settings.days
        for day in range(settings.days):
            planned = stage.begin(day)
            if day == strike_day and settings.days >= 10:
                strike(stage, self.trading, self.trading.names, chance)
            self.trading.day(weights[day])
            self._dealings.day(max(0, round(talk * weights[day]) - len(planned)))
            if self._chains is not None:
                self._chains.day()
            self._keeping.day()
            passed += weights[day]
            due = round(stage.target * passed / settings.days)
            norm = round(stage.target * weights[day] / settings.days * 0.15)
            last = day == settings.days - 1
            self._talking.day(max(0 if last else norm, due - stage.made))
            spool.write_day(stage.buckets)
            if progress is not None:
                progress(min(stage.made, stage.target), stage.target)

    def _day_weights(self) -> list[float]:
        """The share of each day in the rhythm of the week, mean 1."""
        weekday = self.stage.habits["volume"]["weekday"]
        start = self.settings.start
        raw = [weekday[(start + timedelta(days=day)).weekday()] for day in range(self.settings.days)]
        mean = sum(raw) / len(raw)
        return [weight / mean for weight in raw]
