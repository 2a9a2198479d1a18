"""`schakel collect`: what is public, collected unseen on a written ground."""

import os
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from schakel.collecting.previews.asking import Asker
from schakel.collecting.previews.back import Wanted
from schakel.collecting.previews.manners import manners
from schakel.collecting.previews.names import chats_named, names_in_lines
from schakel.collecting.previews.places import site_called
from schakel.collecting.previews.run import Means, Order, Outcome, collect
from schakel.collecting.proxies import Proxy, proxy_called
from schakel.records.errors import SourceError
from schakel.showing.cli.collect_earlier import Earlier, look_after
from schakel.showing.cli.collect_page import Brought, answer
from schakel.showing.cli.collected import holds_messages, taken_in, told_to_the_ledger
from schakel.showing.cli.collecting_session import collecting_in
from schakel.showing.cli.days import day_written
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, Session, WorkspaceOption, progress
from schakel.showing.permits import permit_collection

app = typer.Typer(
    help="Collects unseen what is public, on a written ground.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog="Example: schakel collect previews markt_groningen --authorisation A-12 -w case1",
)
GroundOption = Annotated[
    str, typer.Option("--authorisation", help="Id of the ground on which is collected; always asked for.")
]
SinceOption = Annotated[str, typer.Option("--since", help="Back to this day (UTC), as 2026-11-01.")]
NoImportOption = Annotated[bool, typer.Option("--no-import", help="Keep what came, without taking it in.")]
PurposeOption = Annotated[str, typer.Option("--why", help="What it is for; casebook and ledger keep it.")]
_Names = Annotated[
    list[str] | None,
    typer.Argument(help="Public chats: NAME, @NAME or t.me/NAME.", metavar="[NAME]...", show_default=False),
]
_Pages = Annotated[
    int | None,
    typer.Option(
        "--pages",
        min=1,
        max=manners().most_pages,
        show_default=False,
        help=f"At most so many pages of a chat (without it and --since: {manners().usual_pages}).",
    ),
]
_Search = Annotated[
    str, typer.Option("--search", help="Only posts with this word; the site is told the word.")
]
_FromFile = Annotated[
    Path | None, typer.Option("--from-file", help="A text file with more names, one a line.")
]
_Again = Annotated[bool, typer.Option("--again", help="Ask also for what earlier runs have collected.")]
_Media = Annotated[bool, typer.Option("--media", help="Photos too, where they lie at Telegram's own hosts.")]
_Site = Annotated[str, typer.Option("--site", help="The site, or a mirror of it.")]
_Proxy = Annotated[
    str,
    typer.Option(
        "--proxy",
        envvar="SCHAKEL_COLLECT_PROXY",
        help="Ask through this proxy: http://, https:// or socks5h://HOST:PORT; `none` for none.",
    ),
]


def add_to(front: typer.Typer) -> None:
    """Puts `collect` on the command line."""
    import_module("schakel.showing.cli.collect_chats")  # it adds its commands to `app`
    front.add_typer(app, name="collect")


@app.callback()
def collecting() -> None:
    """Collects unseen what is public, on a written ground."""


@app.command(
    "previews",
    epilog="Example: schakel collect previews markt_groningen @drugs_nl --since 2026-11-01 --authorisation A-12 -w case1",
)
def previews(
    names: _Names = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    authorisation: GroundOption = "",
    since: SinceOption = "",
    pages: _Pages = None,
    search: _Search = "",
    from_file: _FromFile = None,
    again: _Again = False,
    media: _Media = False,
    no_import: NoImportOption = False,
    why: PurposeOption = "",
    site: _Site = manners().site,
    proxy: _Proxy = "",
    as_json: JsonOption = False,
) -> None:
    """Collects posts of public channels from their preview pages (t.me/s/NAME): no account, nothing joined, no view counted."""
    place = site_called(site)
    through = proxy_called(proxy, os.environ, alone=place.alone)
    asked = chats_named([*(names or ()), *_names_in(from_file)], manners())
    wanted = _wanted(since, pages, search, media=media)
    asker = Asker(manners(), through, time.monotonic)
    try:
        permit = partial(permit_collection, chats=asked, authorisation=authorisation, why=why)
        with collecting_in(workspace, permit) as (session, ground):
            earlier = look_after(session, workspace, authorisation, no_import=no_import, quiet=as_json)
            order = Order(asked, wanted, place, authorisation, ground.valid_until, again)
            outcome = _collected(session, order, asker, earlier, _how(why, through), quiet=as_json)
    finally:
        asker.close()
    brought = Brought(outcome, workspace, authorisation, earlier.told)
    if not (no_import and holds_messages(outcome.folder)):
        brought.arrived = taken_in(workspace, outcome.folder, authorisation, quiet=as_json)
    answer(brought, as_json=as_json)


def _collected(
    session: Session, order: Order, asker: Asker, earlier: Earlier, how: Mapping[str, Any], *, quiet: bool
) -> Outcome:
    """What the run brought; the ledger hears of its end before another run may begin in the same place."""

    def ended(outcome: Outcome) -> None:
        told_to_the_ledger(session, _asked(order), _came(outcome), how)

    with progress(quiet) as report:
        means = Means(
            asker,
            manners(),
            time.sleep,
            _now,
            report,
            ended,
            waiting=earlier.names,
            sealed=earlier.sealed,
            changed=earlier.changed,
        )
        return collect(order, means, session.workspace.collected)


def _wanted(since: str, pages: int | None, search: str, *, media: bool) -> Wanted:
    start = datetime.combine(day_written(since), datetime.min.time(), UTC) if since else None
    most = manners().usual_pages if start is None else manners().most_pages
    return Wanted(most if pages is None else pages, start, search.strip(), media)


def _now() -> datetime:
    return datetime.now(UTC)


def _names_in(path: Path | None) -> Sequence[str]:
    if path is None:
        return ()
    try:
        return names_in_lines(path.read_text(encoding="utf-8-sig").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text in UTF-8"
        raise SourceError(
            f"The list {path} cannot be read: {why}.",
            means="Nothing was asked for.",
            todo="Name a text file with one name a line.",
        ) from error


def _asked(order: Order) -> Mapping[str, Any]:
    wanted = order.wanted
    return {
        "kind": "previews",
        "chats": list(order.names),
        "authorisation": order.authorisation,
        "since": wanted.since.date().isoformat() if wanted.since else "",
        "pages": wanted.pages,
        "search": wanted.search,
        "again": order.again,
        "media": wanted.media,
    }


def _came(outcome: Outcome) -> Mapping[str, Any]:
    return {
        "folder": outcome.folder.name,
        "requests": outcome.requests,
        "bytes": outcome.received,
        "refusals": outcome.refusals,
        "requests_sha256": outcome.digest,
        "sent": outcome.sent,
        "ended": outcome.ended,
        "stopped": outcome.stopped,
    }


def _how(why: str, through: Proxy | None) -> Mapping[str, Any]:
    return {"why": why, "proxy": through.told if through else ""}
