"""What the commands of an account do: permit, ask through the guard, write down, take in."""

import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import typer

from schakel.collecting.captures import Capture, began
from schakel.collecting.mtproto.guarded_client import Way
from schakel.collecting.mtproto.login import Answers, Left
from schakel.collecting.mtproto.login import log_in as let_in
from schakel.collecting.mtproto.login import log_out as let_out
from schakel.collecting.mtproto.manners import manners
from schakel.collecting.mtproto.places import all_asked_for
from schakel.collecting.mtproto.run import Means, Outcome, collect_chats
from schakel.collecting.mtproto.run import list_chats as listed
from schakel.collecting.mtproto.sealed_login import Login, SealedLogin, must_be_long
from schakel.collecting.mtproto.told_chats import Order, Wanted
from schakel.collecting.proxies import Proxy
from schakel.records.errors import CaseError, SettingsError, UsageError
from schakel.records.grounds import Ground
from schakel.showing.cli.collect_chats import server_of_tests
from schakel.showing.cli.collect_chats_page import Brought, answer, print_list, what_a_login_leaves
from schakel.showing.cli.collect_earlier import LEFT_AT_TELEGRAM, look_after
from schakel.showing.cli.collect_words import say
from schakel.showing.cli.collected import holds_messages, taken_in, told_to_the_ledger
from schakel.showing.cli.collecting_session import collecting_in
from schakel.showing.cli.days import day_written
from schakel.showing.cli.session import Session, looking, progress
from schakel.showing.permits import permit_account, permit_collection

_SECRETS = "SCHAKEL_COLLECT_"
_WAYS = ("http", "socks5")


def wanted(since: str, limit: int, *, members: bool, threads: bool, media: bool, again: bool) -> Wanted:
    """What a run is to bring; UsageError for a day that is none."""
    start = datetime.combine(day_written(since), datetime.min.time(), UTC) if since else None
    return Wanted(start, limit, members, threads, media, again)


@dataclass(frozen=True, slots=True)
class Account:
    """An account at work: in which workspace, on which ground, what for, and through which proxy."""

    workspace: Path
    authorisation: str
    why: str
    way: Way | None = None

    def log_in(self, *, as_json: bool) -> None:
        """Makes a login; refused where there is one."""
        permit = partial(permit_account, authorisation=self.authorisation, why=self.why)
        with collecting_in(self.workspace, permit) as (session, ground):
            sealed = SealedLogin(session.workspace.root)
            if sealed.exists():
                raise SettingsError(
                    "There is a login in this workspace already.",
                    means="Nothing was asked for.",
                    todo="End it first with: schakel collect logout, or name another workspace with -w.",
                )
            look_after(session, self.workspace, self.authorisation, quiet=as_json)
            say(what_a_login_leaves(), to=sys.stderr)
            login = _new_login()
            passphrase = _new_passphrase()
            phone = _secret("PHONE", "Phone number of the account, as +31612345678", hidden=False)
            answers = Answers(
                lambda attempt: _secret("CODE", "Code that Telegram sent to the account", attempt),
                lambda attempt: _secret("PASSWORD", "Second password of the account", attempt),
            )
            left = Left()
            with self._logged(session, "login", ground, left) as capture:
                asyncio.run(let_in(login, phone, answers, self._means(), capture, left))
                sealed.write(login, passphrase)
                left.session = "no"  # it is here, and can be ended from here
        _say(
            as_json,
            {"logged_in": True},
            "The account is logged in. Its login is sealed in the workspace; only the passphrase opens it.",
        )

    def log_out(self, *, as_json: bool) -> None:
        """Ends the login."""
        with looking(self.workspace) as session:
            session.must("intake")
            ground = permit_account(session.asking(), self.authorisation, self.why)
            sealed = SealedLogin(session.workspace.root)
            look_after(session, self.workspace, self.authorisation, quiet=as_json)
            login, _ = _opened(sealed)
            with self._logged(session, "logout", ground) as capture:
                asyncio.run(let_out(login, self._means(), capture))
                sealed.remove()
        _say(
            as_json,
            {"logged_in": False},
            "The session at Telegram has ended, and the login is gone from the workspace.",
        )

    def list_chats(self, *, as_json: bool) -> None:
        """Prints what the account can already see."""
        with looking(self.workspace) as session:
            session.must("intake")
            ground = permit_account(session.asking(), self.authorisation, self.why)
            sealed = SealedLogin(session.workspace.root)
            look_after(session, self.workspace, self.authorisation, quiet=as_json)
            login, passphrase = _opened(sealed)
            with self._logged(session, "list", ground) as capture:
                places = asyncio.run(listed(login, self._means(), capture))
                sealed.write(login, passphrase)
        print_list(places, as_json=as_json)

    def collect(self, names: list[str], what: Wanted, *, no_import: bool, as_json: bool) -> None:
        """Collects, writes it down, and takes it in."""
        asked = all_asked_for(names, manners())
        chats = [one.said for one in asked]
        permit = partial(permit_collection, chats=chats, authorisation=self.authorisation, why=self.why)
        with collecting_in(self.workspace, permit) as (session, ground):
            earlier = look_after(
                session, self.workspace, self.authorisation, no_import=no_import, quiet=as_json
            )
            sealed = SealedLogin(session.workspace.root)
            login, passphrase = _opened(sealed)
            order = Order(asked, what, self.authorisation, ground.valid_until)

            def ended(outcome: Outcome) -> None:
                told_to_the_ledger(session, {"kind": "chats"} | order.told(), _came(outcome), self._how())

            with progress(as_json) as report:
                means = replace(
                    self._means(report),
                    ended=ended,
                    waiting=earlier.names,
                    sealed=earlier.sealed,
                    changed=earlier.changed,
                )
                outcome = asyncio.run(collect_chats(order, login, means, session.workspace.collected))
            sealed.write(login, passphrase)
        brought = Brought(outcome, self.workspace, self.authorisation, earlier.told)
        if not (no_import and holds_messages(outcome.folder)):
            brought.arrived = taken_in(self.workspace, outcome.folder, self.authorisation, quiet=as_json)
        answer(brought, as_json=as_json)

    @contextmanager
    def _logged(
        self, session: Session, kind: str, ground: Ground, left: Left | None = None
    ) -> Iterator[Capture]:
        """A folder for what a step on the account asks, its line in the ledger, and its seal, whatever came of it."""
        asked = {"kind": kind, "authorisation": ground.ground_id}
        with began(session.workspace.collected, kind, _now) as capture:
            capture.tell(**asked, chats=[])
            failed = ""
            try:
                yield capture
            except BaseException as error:  # also Ctrl-C: the ledger says how the step ended; it goes on up
                failed = _how_it_failed(error)
                raise
            finally:
                with suppress(OSError):  # where there is no room, the ledger will say so next
                    capture.tell(ended={}, stopped=failed, files=capture.files())
                told_to_the_ledger(session, asked, _of_step(capture, failed, left), self._how())
                if left is not None and left.session != "no":
                    say(f"The login did not come to its end. {LEFT_AT_TELEGRAM}", to=sys.stderr)
        taken_in(self.workspace, capture.folder, ground.ground_id, quiet=True)

    def _means(self, report: Any = lambda *_: None) -> Means:
        return Means(manners(), _now, proxy=self.way, report=report)

    def _how(self) -> dict[str, str]:
        """How it was asked, as the ledger keeps it: of a proxy no name and no password."""
        way = self.way
        return {"why": self.why, "proxy": f"{way.kind}://{way.host}:{way.port}" if way else ""}


def way_through(proxy: Proxy | None) -> Way | None:
    """The way through a proxy; SettingsError if the library for it is not installed."""
    if proxy is None:
        return None
    if find_spec("python_socks") is None:
        raise SettingsError(
            "A proxy needs a library that is not installed: python-socks.",
            means="Nothing was asked for.",
            todo="Type: pip install 'python-socks[asyncio]'",
        )
    there = urlsplit(proxy.url)
    kind = there.scheme.removesuffix("h")
    if kind not in _WAYS or not there.port or not there.hostname:
        raise UsageError(
            "An account is asked through http:// or socks5h:// with a port.",
            means="Nothing was asked for.",
            todo="Write --proxy socks5h://127.0.0.1:9050, for example, or --proxy none.",
        )
    name, password = (unquote(part) if part else None for part in (there.username, there.password))
    return Way(kind, there.hostname, there.port, name, password)


def _of_step(capture: Capture, failed: str, left: Left | None) -> dict[str, Any]:
    came = {
        "folder": capture.folder.name,
        "requests": capture.requests,
        "bytes": capture.received,
        "refusals": capture.refusals,
        "requests_sha256": capture.digest(),
        "sent": capture.sent,
        "stopped": failed,
    }
    return came | ({"session_left": left.session} if left is not None and left.session != "no" else {})


def _came(outcome: Outcome) -> Mapping[str, Any]:
    return {
        "folder": outcome.folder.name,
        "requests": outcome.requests,
        "bytes": outcome.received,
        "refusals": outcome.refusals,
        "requests_sha256": outcome.digest,
        "sent": outcome.sent,
        "ended": {one.asked.said: one.ended for one in outcome.chats},
        "stopped": outcome.stopped.happened if outcome.stopped else "",
    }


def _new_login() -> Login:
    number = _secret("API_ID", "api_id of your own app (my.telegram.org)", hidden=False)
    key = _secret("API_HASH", "api_hash of your own app")
    if not number.isdecimal() or not int(number) or not key:
        raise UsageError(
            "An app has a number (api_id) and a key (api_hash).",
            means="Nothing was asked for.",
            todo="Register an app of your own at my.telegram.org; none comes with this program.",
        )
    return Login("", int(number), key, server=server_of_tests())


def _new_passphrase() -> str:
    passphrase = _secret("PASSPHRASE", "New passphrase for the login (a sentence)")
    must_be_long(passphrase)
    if f"{_SECRETS}PASSPHRASE" not in os.environ and passphrase != _secret("PASSPHRASE", "Once more"):
        raise UsageError(
            "The two passphrases differ.", means="Nothing was asked for.", todo="Type them again."
        )
    return passphrase


def _opened(sealed: SealedLogin) -> tuple[Login, str]:
    """The login and the passphrase that opens it, which is asked for where there is a login."""
    passphrase = _secret("PASSPHRASE", "Passphrase of the login") if sealed.exists() else ""
    return sealed.open(passphrase), passphrase


def _secret(name: str, words: str, attempt: int = 1, *, hidden: bool = True) -> str:
    """What the environment says, else what is typed; on a second attempt only what is typed, since the first was wrong."""
    given = os.environ.get(f"{_SECRETS}{name}", "")
    if given and attempt == 1:
        return given
    if given or not sys.stdin.isatty():
        raise SettingsError(
            f"The {words[0].lower()}{words[1:]} is {'wrong' if given else 'missing'}.",
            means="There is nobody here to type it, so nothing more was done.",
            todo=f"Put it into {_SECRETS}{name}, or type the command on a terminal.",
        )
    with _ctrl_c_ends_it():
        return str(typer.prompt(words, hide_input=hidden, err=True))


@contextmanager
def _ctrl_c_ends_it() -> Iterator[None]:
    """While somebody types, Ctrl-C is heard at once: between requests it waits for the next one, which typing would bring."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _how_it_failed(error: BaseException) -> str:
    if isinstance(error, CaseError):
        return error.happened
    by_hand = isinstance(error, KeyboardInterrupt | typer.Abort)
    return "Stopped by hand." if by_hand else f"It ended on {type(error).__name__}."


def _now() -> datetime:
    return datetime.now(UTC)


def _say(as_json: bool, told: Mapping[str, Any], words: str) -> None:
    if as_json:
        sys.stdout.write(json.dumps(told) + "\n")
    else:
        say(words)
