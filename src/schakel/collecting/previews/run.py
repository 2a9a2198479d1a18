"""One run over chats: each is asked for back to where it is known or old enough; what came is kept whatever happens."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from schakel.collecting.captures import Capture, Earlier, began, earlier_runs
from schakel.collecting.covered import Covered, covered_by
from schakel.collecting.previews.asking import Asker
from schakel.collecting.previews.back import Back, Told, Wanted
from schakel.collecting.previews.manners import Manners
from schakel.collecting.previews.places import Site
from schakel.collecting.previews.polite import Polite, Stopped

KIND = "previews"
Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is asked: which chats, how far, where; on which ground, until its last day; `again` asks for what is known too."""

    names: Sequence[str]
    wanted: Wanted
    site: Site
    authorisation: str
    until: date
    again: bool = False


@dataclass(frozen=True, slots=True)
class Means:
    """What a run works with: who asks, in which manner, how it waits and tells the time, who is told how far it is and how it ended.

    It is told how it `ended` before another run may begin in the same place. Of earlier runs that are `waiting` to be taken in,
    by their folders, only what still lies there, or was `sealed` by its checksum, counts as known; of those of which the log
    was `changed` nothing.
    """

    asker: Asker
    manners: Manners
    sleep: Callable[[float], None]
    now: Callable[[], datetime]
    report: Report
    ended: "Callable[[Outcome], None]" = lambda _: None
    waiting: Collection[str] = ()
    sealed: Collection[str] = ()
    changed: Collection[str] = ()


@dataclass(slots=True)
class Outcome:
    """What a run brought: its folder, the chats, and why it ended before its end, if it did; requests, bytes, refusals."""

    folder: Path
    chats: list[Told]
    stopped: str = ""
    why: str = ""
    requests: int = 0
    received: int = 0
    refusals: int = 0
    sent: int = 0
    digest: str = ""
    ended: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """How many pages of posts came."""
        return sum(chat.pages for chat in self.chats)


def collect(order: Order, means: Means, collected: Path) -> Outcome:
    """Asks for the chats of an order into a new folder below `collected`; WorkspaceError while another run collects there.

    A run that is stopped by hand, by the site or by the network gives what came until then, and says what stopped it.
    """
    with began(collected, KIND, means.now) as capture:
        earlier = earlier_runs(collected, KIND, means.waiting, sealed=means.sealed, changed=means.changed)
        runs = [run for run in earlier if run.folder != capture.folder.name]
        outcome = Outcome(capture.folder, [Told(name) for name in order.names])
        capture.tell(**_asked(order))
        try:
            _each(order, means, capture, runs, outcome.chats)
        except Stopped as stop:
            outcome.stopped, outcome.why = stop.ended, stop.why
        except KeyboardInterrupt:
            outcome.stopped, outcome.why = "interrupted", "it was stopped by hand"
        except OSError as error:
            outcome.stopped, outcome.why = (
                "not-written",
                f"what came could not be written down ({error.strerror})",
            )
        except Exception as error:  # noqa: BLE001 - whatever an answer set off: what came before it is kept and told
            outcome.stopped, outcome.why = (
                "fault",
                f"this program did not foresee what came ({type(error).__name__}); please report it",
            )
        finally:
            _close(capture, outcome)
            means.ended(outcome)
        return outcome


def _each(
    order: Order, means: Means, capture: Capture, runs: Sequence[Earlier], chats: Sequence[Told]
) -> None:
    polite = Polite(
        means.asker,
        capture,
        means.manners,
        order.site.address,
        0.0 if order.site.alone else means.manners.pause,
        means.sleep,
        means.now,
        order.until,
    )
    covered = {} if order.again else covered_by(runs, order.site.address)
    seen = set() if order.again else _photos_of(runs)
    for told in chats:
        known = covered.get(told.name.lower(), Covered())
        tell = partial(_tell, means.report, told.name, order.wanted.pages)
        told.end("unfinished", "the run ended while it was asked for")
        Back(polite, order.site, order.wanted, known, tell, seen).go(told)


def _close(capture: Capture, outcome: Outcome) -> None:
    """Writes down how it ended for every chat, and counts."""
    outcome.ended = {chat.name.lower(): chat.ended for chat in outcome.chats}
    with suppress(OSError):  # where there is no room, the ledger will say so next
        capture.tell(ended=outcome.ended, stopped=outcome.stopped, files=capture.files())
    outcome.requests, outcome.received = capture.requests, capture.received
    outcome.refusals, outcome.sent, outcome.digest = capture.refusals, capture.sent, capture.digest()


def _asked(order: Order) -> Mapping[str, Any]:
    since = order.wanted.since
    return {
        "kind": KIND,
        "chats": list(order.names),
        "authorisation": order.authorisation,
        "site": order.site.address,
        "since": since.date().isoformat() if since else "",
        "pages": order.wanted.pages,
        "search": order.wanted.search,
        "media": order.wanted.media,
        "again": order.again,
    }


def _photos_of(runs: Sequence[Earlier]) -> set[str]:
    """The addresses of photos that earlier runs have received."""
    lines = (line for run in runs for line in run.requests if line.get("kind") == "photo")
    return {str(line.get("asked")) for line in lines if line.get("status") == 200}


def _tell(report: Report, name: str, most: int, pages: int) -> None:
    report(f"asking for pages of {name}", pages, most)
