"""One run over chats with the account that is logged in: what came is kept, whatever happens."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from schakel.collecting.captures import Capture, began, earlier_runs
from schakel.collecting.covered import WHOLE, Covered, covered_by
from schakel.collecting.cut_off import lost_lines
from schakel.collecting.mtproto.asking import Asker, EndedError, Sleep, connect
from schakel.collecting.mtproto.guard import Guard
from schakel.collecting.mtproto.guarded_client import App, ForgetfulSession, GuardedClient, Way, asked_in
from schakel.collecting.mtproto.history import SITE
from schakel.collecting.mtproto.manners import Manners
from schakel.collecting.mtproto.one_chat import OneChat
from schakel.collecting.mtproto.places import Place, Places, UnreachableError, dialogs
from schakel.collecting.mtproto.refusal import RefusalError
from schakel.collecting.mtproto.request_log import Log
from schakel.collecting.mtproto.rules import Purpose
from schakel.collecting.mtproto.sealed_login import Login
from schakel.collecting.mtproto.told_chats import Order, Told
from schakel.records.errors import CaseError

KIND = "chats"
_FIRST_DC = 2  # where Telegram's own clients begin, too; it sends an account to the one that it belongs to
Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Means:
    """What a run works with: in which manner, how it waits and tells the time, who is told how far it is, and how it ended.

    It is told how it `ended` before another run may begin in the same place. Of earlier runs that are `waiting` to be taken in,
    by their folders, only what still lies there, or was `sealed` by its checksum, counts as known; of those of which the log
    was `changed` nothing.
    """

    manners: Manners
    now: Callable[[], datetime]
    sleep: Sleep = asyncio.sleep
    proxy: Way | None = None
    report: Report = lambda *_: None
    ended: "Callable[[Outcome], None]" = lambda _: None
    waiting: Collection[str] = ()
    sealed: Collection[str] = ()
    changed: Collection[str] = ()


@dataclass(slots=True)
class Outcome:
    """What a run brought: its folder, the chats, and what ended it before its end; requests, bytes, refusals."""

    folder: Path
    chats: list[Told]
    stopped: CaseError | None = None
    files: dict[str, str] = field(default_factory=dict)  # what lies in the folder, with its sha256
    requests: int = 0
    received: int = 0
    refusals: int = 0
    sent: int = 0
    digest: str = ""


@asynccontextmanager
async def connected(
    login: Login, purpose: Purpose, means: Means, capture: Capture | None
) -> AsyncIterator[Asker]:
    """Asks as this account, through a guard for this purpose; the session that stands at the end is put into `login`."""
    guard = Guard(purpose)
    log = Log(capture, guard)
    client = GuardedClient(
        _session_of(login),
        App(login.api_id, login.api_hash),
        guard,
        lambda request, body, error: log.hears(asked_in(request), body, error),
        means.proxy,
    )
    try:
        await connect(client, means.manners)
        yield Asker(client, log, means.manners, means.sleep)
        if guard.refused is not None:
            raise guard.refused
    finally:
        login.session = client.session.as_text()
        with suppress(OSError, asyncio.TimeoutError):
            await client.disconnect()
        log.close()


async def collect_chats(order: Order, login: Login, means: Means, collected: Path) -> Outcome:
    """Reads the chats of an order into a new folder below `collected`; WorkspaceError while another run collects there.

    A run that is stopped by hand, by Telegram, by the network or by the guard gives what came until then, and what stopped it.
    """
    with began(collected, KIND, means.now) as capture:
        outcome = Outcome(capture.folder, [Told(one) for one in order.chats])
        capture.tell(kind=KIND, **order.told())
        known = {} if order.wanted.again else covered_by(_earlier(collected, capture, means), SITE)
        try:
            async with connected(login, "collect", means, capture) as asker:
                await _Run(order, means, capture, known).each(asker, Places(asker, login.places), outcome)
        except (EndedError, RefusalError) as stopped:
            outcome.stopped = stopped
        except asyncio.CancelledError:
            outcome.stopped = _by_hand()
        except CaseError as error:
            outcome.stopped = error
            raise
        except Exception as error:  # noqa: BLE001 - whatever an answer set off: what came before it is kept and told
            outcome.stopped = _unforeseen(error)
        finally:
            _close(capture, outcome)
            means.ended(outcome)
        return outcome


async def list_chats(login: Login, means: Means, capture: Capture | None) -> list[Place]:
    """The groups and channels that the account can already see, in Telegram's order."""
    found: dict[int, Place] = {}
    async with connected(login, "collect", means, capture) as asker:
        async for page in dialogs(asker):
            found |= page
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Run:
    """What every chat of a run is read with."""

    order: Order
    means: Means
    capture: Capture
    known: dict[str, Covered]

    async def each(self, asker: Asker, places: Places, outcome: Outcome) -> None:
        """Reads the chats in the order given; each says in `outcome` how it ended."""
        seen: set[int] = set()
        asker.before_each = self._must_be_in_force
        for told in outcome.chats:
            told.end("unfinished", "the run ended while it was asked for")
            try:
                place = await places.find(told.asked)
                if place.number in seen:
                    told.end("twice", "it was named under another name too")
                    continue
                seen.add(place.number)
                covered = self.known.get(str(place.number), Covered())
                one = OneChat(asker, self.capture, self.order.wanted, covered, self.means.report)
                await one.collect(place, told)
            except UnreachableError as unreachable:
                told.end("unreachable", unreachable.why)
                places.forget(told.asked)

    def _must_be_in_force(self) -> None:
        if self.means.now().date() > self.order.until:
            raise EndedError(
                f"The authorisation {self.order.authorisation} ended on {self.order.until} while this run was under way.",
                means="The run stopped there. What was received before is kept.",
                todo="Ask for a new one, and type the same command again.",
            )


def _session_of(login: Login) -> ForgetfulSession:
    session = ForgetfulSession(login.session)
    if login.server and not login.session:
        host, _, port = login.server.partition(":")
        session.set_dc(_FIRST_DC, host, int(port))
    return session


def _earlier(collected: Path, capture: Capture, means: Means) -> list[Any]:
    runs = earlier_runs(collected, KIND, means.waiting, sealed=means.sealed, changed=means.changed)
    return [run for run in runs if run.folder != capture.folder.name]


def _close(capture: Capture, outcome: Outcome) -> None:
    """Writes down how it ended for every chat, and counts."""
    ended = {str(one.number or one.asked.said): one.ended for one in outcome.chats}
    stopped = outcome.stopped.happened if outcome.stopped else ""
    outcome.files = capture.files()
    done = [str(one.number) for one in outcome.chats if one.ended in WHOLE]
    with suppress(OSError):  # where there is no room, the ledger will say so next
        parts = {"lost": lost_lines(capture.folder, done), "cut": capture.cut}
        more = {name: value for name, value in parts.items() if value}
        capture.tell(ended=ended, stopped=stopped, files=outcome.files, **more)
    outcome.requests, outcome.received = capture.requests, capture.received
    outcome.refusals, outcome.sent, outcome.digest = capture.refusals, capture.sent, capture.digest()


def _by_hand() -> EndedError:
    return EndedError(
        "Stopped by hand.",
        means="What was received before is kept.",
        todo="Type the same command again; it goes on where this one stopped.",
    )


def _unforeseen(error: Exception) -> EndedError:
    if isinstance(error, OSError):
        return EndedError(
            f"What came could not be written down ({error.strerror}).",
            means="What was received before is kept.",
            todo="Make room, and type the same command again; it goes on where this one stopped.",
        )
    return EndedError(
        f"This program did not foresee what came ({type(error).__name__}).",
        means="What was received before is kept.",
        todo="Please report it; the same command goes on where this one stopped.",
    )
