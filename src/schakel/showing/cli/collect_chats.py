"""`schakel collect login|list|chats|guard|logout`: chats read with an account of one's own, through the guard."""

import json
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from schakel.collecting.mtproto.rules import Known, Rules, read_rules
from schakel.collecting.proxies import proxy_called
from schakel.records.errors import SettingsError
from schakel.showing.cli.collect import GroundOption, NoImportOption, PurposeOption, SinceOption, app
from schakel.showing.cli.collect_words import say, say_row
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, NoWorkspaceOption, WorkspaceOption
from schakel.showing.printable import one_line

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from schakel.showing.cli.collect_account import Account

_Proxy = Annotated[
    str,
    typer.Option(
        "--proxy",
        envvar="SCHAKEL_COLLECT_PROXY",
        help="Ask through this proxy: http:// or socks5h://HOST:PORT; `none` for none.",
    ),
]
_Chats = Annotated[
    list[str] | None,
    typer.Argument(
        help="Chats: NAME, @NAME or t.me/NAME, or a number of the account's list.",
        metavar="[CHAT]...",
        show_default=False,
    ),
]
_Limit = Annotated[int, typer.Option("--limit", min=0, help="At most so many messages of a chat; 0 for all.")]
_Members = Annotated[bool, typer.Option("--members", help="The members too, where Telegram names them.")]
_Threads = Annotated[bool, typer.Option("--threads", help="The comments under posts of channels too.")]
_Media = Annotated[bool, typer.Option("--media", help="Photos too.")]
_Again = Annotated[bool, typer.Option("--again", help="Ask also for what earlier runs have collected.")]


@app.command(
    "login",
    epilog="Example: schakel collect login --authorisation A-12 -w case1",
)
def login(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    authorisation: GroundOption = "",
    why: PurposeOption = "",
    proxy: _Proxy = "",
    as_json: JsonOption = False,
) -> None:
    """Logs a research account in and keeps its login in the workspace, sealed with a passphrase.

    Asks for the number and key of your own app (my.telegram.org), phone, code, second password and passphrase, or takes
    them from SCHAKEL_COLLECT_API_ID, _API_HASH, _PHONE, _CODE, _PASSWORD and _PASSPHRASE.
    """
    _at(workspace, authorisation, why, proxy).log_in(as_json=as_json)


@app.command(
    "list",
    epilog="Example: schakel collect list --authorisation A-12 -w case1",
)
def list_(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    authorisation: GroundOption = "",
    why: PurposeOption = "",
    proxy: _Proxy = "",
    as_json: JsonOption = False,
) -> None:
    """The groups and channels that the account can already see, with their numbers; talks of two are left out."""
    _at(workspace, authorisation, why, proxy).list_chats(as_json=as_json)


@app.command(
    "chats",
    epilog="Example: schakel collect chats markt_groningen --since 2026-11-01 --authorisation A-12 -w case1",
)
def chats(
    names: _Chats = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    authorisation: GroundOption = "",
    since: SinceOption = "",
    limit: _Limit = 0,
    members: _Members = False,
    threads: _Threads = False,
    media: _Media = False,
    again: _Again = False,
    no_import: NoImportOption = False,
    why: PurposeOption = "",
    proxy: _Proxy = "",
    as_json: JsonOption = False,
) -> None:
    """Collects messages of chats with the account that is logged in: nothing joined, nothing read, nobody told."""
    wanted = _account().wanted(since, limit, members=members, threads=threads, media=media, again=again)
    at = _at(workspace, authorisation, why, proxy)
    at.collect(names or [], wanted, no_import=no_import, as_json=as_json)


@app.command(
    "guard",
    epilog="Example: schakel collect guard",
)
def guard(
    every: Annotated[bool, typer.Option("--all", help="Also each request that never goes out.")] = False,
    workspace: NoWorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """What may be asked of Telegram and what never: every request of the protocol, as the guard judges it."""
    rules = read_rules()
    shown = sorted(rules.known.values(), key=lambda one: one.name.lower())
    if as_json:
        sys.stdout.write(json.dumps(_for_machines(rules, shown), ensure_ascii=False) + "\n")
        return
    for one in shown:
        when = rules.when(one.name)
        if when or every:
            say_row(f"{', '.join(when) or 'never':22}  {one.name:38}", one_line(one.why, 160))
            for condition in rules.conditions(one.name):
                say_row(f"{'':22}", f"{condition.in_words()}: {condition.why}")
    never = sum(not rules.when(one.name) for one in shown)
    say(
        f"{len(shown) - never} of {len(shown)} requests of layer {rules.allow.layer} may go out, {never} never"
        f"{'' if every else ' (--all names them)'}. What is not in the list does not go out. List of {rules.allow.version}."
    )
    say(
        f"Beside them go {' and '.join(sorted(rules.allow.service.values()))}, which are no requests: "
        "they tell Telegram which of its answers came."
    )


@app.command(
    "logout",
    epilog="Example: schakel collect logout --authorisation A-12 -w case1",
)
def logout(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    authorisation: GroundOption = "",
    why: PurposeOption = "",
    proxy: _Proxy = "",
    as_json: JsonOption = False,
) -> None:
    """Ends the session at Telegram and removes the login from the workspace."""
    _at(workspace, authorisation, why, proxy).log_out(as_json=as_json)


def _for_machines(rules: Rules, shown: list[Known]) -> dict[str, object]:
    return {
        "version": rules.allow.version,
        "layer": rules.allow.layer,
        "no_requests": sorted(rules.allow.service.values()),
        "requests": [
            {
                "request": one.name,
                "constructor_id": f"0x{one.number:08x}",
                "effect": one.effect,
                "when": list(rules.when(one.name)),
                "conditions": [f"{part.in_words()}: {part.why}" for part in rules.conditions(one.name)],
                "why": one.why,
            }
            for one in shown
        ],
    }


def _account() -> "ModuleType":
    """What works with an account; SettingsError if the library for it is not installed."""
    try:
        from schakel.showing.cli import collect_account  # noqa: PLC0415 - an extra: most never collect
    except ImportError as missing:
        if (missing.name or "").partition(".")[0] not in ("telethon", "cryptg"):
            raise
        raise SettingsError(
            f"Collecting with an account needs a library that is not installed: {missing.name}.",
            means="Nothing was asked for.",
            todo="Type: pip install 'schakel[collect]'",
        ) from missing
    return collect_account


def _at(workspace: "Path", authorisation: str, why: str, proxy: str) -> "Account":
    """An account at work in a workspace, on a ground; UsageError if it was not said whether to use a proxy."""
    account = _account()
    through = proxy_called(proxy, os.environ, alone=bool(server_of_tests()))
    at: Account = account.Account(workspace, authorisation, why, account.way_through(through))
    return at


def server_of_tests() -> str:
    """Where a server on this machine listens that plays Telegram, for tests; empty for Telegram itself."""
    server = os.environ.get("SCHAKEL_COLLECT_SERVER", "")
    host, _, port = server.partition(":")
    if not server:
        return ""
    if host != "127.0.0.1" or not port.isdecimal():
        raise SettingsError(
            "SCHAKEL_COLLECT_SERVER names no server on this machine.",
            means="Nothing was asked for: a login goes to Telegram itself, or to a test on this machine.",
            todo="Leave it out, or write 127.0.0.1:PORT.",
        )
    return server
