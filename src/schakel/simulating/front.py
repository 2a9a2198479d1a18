"""The door of this room: a market in, an export and its truth out."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from schakel.records.errors import SettingsError
from schakel.simulating.actors import Account
from schakel.simulating.chance import Chance
from schakel.simulating.clock import written
from schakel.simulating.market import Market
from schakel.simulating.settings import MarketSettings, MarketSummary
from schakel.simulating.spool import Spool, Tally
from schakel.simulating.tdesktop import Layout, quoted
from schakel.simulating.truth import (
    write_accounts,
    write_campaigns,
    write_events,
    write_selectors,
    write_sellers,
    write_summary,
)

_PHOTOS_UP_TO = 20_000  # messages; beyond that pictures would be most of the bytes


def simulate(
    settings: MarketSettings, out: Path, progress: Callable[[int, int], None] | None = None
) -> MarketSummary:
    """A made-up market as `out/export/result.json` (Telegram Desktop) with `out/truth/*.csv` beside it.

    The same settings give the same bytes. `progress` gets messages made and messages wanted, once a day.
    Raises SettingsError if `out` holds a market already.
    """
    export, truth = out / "export", out / "truth"
    if export.exists() or truth.exists():
        raise SettingsError(
            f"The folder {out} holds an export already.", todo="Choose another folder, or empty this one."
        )
    export.mkdir(parents=True)
    truth.mkdir()
    single = settings.chats == 1
    layout = Layout(2 if single else 5)
    photos = export if _with_photos(settings) else None
    if photos is not None:
        (photos / "photos").mkdir()
    market = Market(settings, photos, layout)
    chance, deleted = Chance(settings.seed, "spool"), market.stage.habits["volume"]["deleted_ids"]
    with Spool(out, market.stage.chats, layout, chance, deleted) as spool, _no_search_for_rings():
        market.run(spool, progress)
        head, foot = ("", "") if single else (_account_head(market.exporter, market.stage.buyers), _FOOT)
        spool.put_together(export / "result.json", head, foot, single)
        summary = _summary(market, spool.tally)
    _write_truth(truth, market, spool.tally, summary)
    return summary


@contextmanager
def _no_search_for_rings() -> Iterator[None]:
    """Posts never point at each other in a ring, so Python need not look for rings among them: a seventh of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _with_photos(settings: MarketSettings) -> bool:
    if settings.photos is not None:
        return settings.photos
    return settings.target(2.6) <= _PHOTOS_UP_TO


def _write_truth(folder: Path, market: Market, tally: Tally, summary: MarketSummary) -> None:
    stage = market.stage
    write_sellers(folder, stage.sellers)
    write_accounts(folder, stage.registry.accounts, stage.by_key, tally.praise)
    write_selectors(folder, stage.sellers)
    write_campaigns(folder, market.trading.origins, tally, stage)
    write_events(folder, stage.events)
    write_summary(folder, summary)


def _summary(market: Market, tally: Tally) -> MarketSummary:
    stage = market.stage
    lasting = [seller for seller in stage.sellers if not seller.throwaway]
    return MarketSummary(
        seed=market.settings.seed,
        sellers=len(lasting),
        ghosts=sum(seller.ghost for seller in lasting),
        throwaways=len(stage.sellers) - len(lasting),
        accounts=len(stage.registry.accounts),
        days=market.settings.days,
        chats=len(stage.chats),
        messages=tally.messages,
        service_messages=tally.service,
        offers=tally.acts.get("offer", 0),
        unique_offers=len(market.trading.texts),
        campaigns=len(tally.campaigns),
        acts={act: tally.acts[act] for act in sorted(tally.acts)},
        photos=stage.album.count,
        first=written(tally.first) if tally.first else "",
        last=written(tally.last) if tally.last else "",
    )


def _account_head(exporter: Account, contacts: list[Account]) -> str:
    """What stands before the chats in a whole-account export."""
    people = ",\n".join(
        f'   {{\n    "user_id": {who.tg_id},\n    "first_name": {quoted(who.name)},\n    "last_name": "",\n'
        f'    "phone_number": ""\n   }}'
        for who in contacts[:5]
    )
    name = quoted(exporter.name.split(" ")[0])
    return (
        '{\n "about": "This market is made up: no message, name or number in it is of a real person.",\n'
        f' "personal_information": {{\n  "user_id": {exporter.tg_id},\n  "first_name": {name},\n'
        '  "last_name": "",\n  "phone_number": "",\n  "username": "",\n  "bio": ""\n },\n'
        ' "profile_pictures": [],\n "stories": [],\n'
        f' "contacts": {{\n  "about": "Made up.",\n  "list": [\n{people}\n  ]\n }},\n'
        ' "frequent_contacts": {\n  "about": "Made up.",\n  "list": []\n },\n'
        ' "chats": {\n  "about": "Made up.",\n  "list": ['
    )


_FOOT = '\n  ]\n },\n "left_chats": {\n  "about": "Made up.",\n  "list": []\n }\n}'
