"""A site on this machine, and a collector of it with a clock that only goes on when it waits."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from ssl import PROTOCOL_TLS_CLIENT, SSLContext
from typing import Any

import pytest

from schakel.collecting.captures import REQUESTS, Earlier, earlier_runs
from schakel.collecting.previews.asking import Asker
from schakel.collecting.previews.back import Wanted
from schakel.collecting.previews.manners import Manners, manners
from schakel.collecting.previews.places import site_called
from schakel.collecting.previews.run import KIND, Means, Order, Outcome, collect
from tests.collecting.previews.preview_site import PreviewSite, preview_site

_NOBODY = SSLContext(
    PROTOCOL_TLS_CLIENT
)  # what the system trusts takes time to load, and http needs none of it


@dataclass
class Collector:
    """Collects from the site into a folder; `waited` are the seconds it would have waited."""

    site: PreviewSite
    folder: Path
    manners: Manners = field(default_factory=manners)
    moment: datetime = datetime(2026, 12, 2, 4, 0, 0, tzinfo=UTC)
    waited: list[float] = field(default_factory=list)
    until: date = date(2026, 12, 31)
    pause: float = 0.0
    trusting: SSLContext | None = _NOBODY

    def collect(self, *names: str, again: bool = False, **wanted: Any) -> Outcome:
        asker = Asker(self.manners, None, lambda: 0.0, self.trusting)
        means = Means(asker, self.manners, self._sleep, self._now, lambda *_: None)
        far = Wanted(**({"pages": self.manners.usual_pages} | wanted))
        place = replace(site_called(self.site.address), alone=not self.pause)
        order = Order(names, far, place, "A-1", self.until, again)
        try:
            return collect(order, means, self.folder)
        finally:
            asker.close()

    def with_manners(self, **other: Any) -> "Collector":
        return replace(self, manners=replace(self.manners, **other))

    def at_a_pause_of(self, seconds: float) -> "Collector":
        return replace(self.with_manners(pause=seconds), pause=seconds)

    def runs(self) -> Iterator[Earlier]:
        return earlier_runs(self.folder, KIND)

    def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.moment += timedelta(seconds=seconds)

    def _now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def log_of(outcome: Outcome) -> list[dict[str, Any]]:
    """The lines of a run's log."""
    path = outcome.folder / REQUESTS
    return [json.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []


@pytest.fixture
def site() -> Iterator[PreviewSite]:
    with preview_site() as opened:
        yield opened


@pytest.fixture
def collector(site: PreviewSite, tmp_path: Path) -> Collector:
    return Collector(site, tmp_path / "collected")
