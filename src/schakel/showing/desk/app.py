"""The desk as a web application: its screens behind the door, behind the wall."""

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import Convertor, IntegerConvertor, register_url_convertor
from starlette.routing import BaseRoute, Mount

from schakel.showing.desk.desk import Desk, MenuEntry
from schakel.showing.desk.frame import Frame
from schakel.showing.desk.getting_ready import GettingReady
from schakel.showing.desk.headers import LOCAL_HOSTS, Guarded
from schakel.showing.desk.links import Links
from schakel.showing.desk.oidc.opening import open_provider
from schakel.showing.desk.screen import GROUPS, Screen
from schakel.showing.desk.screens import SCREENS
from schakel.showing.desk.screens.oidc import BACK
from schakel.showing.desk.static_files import FOLDER, Kept
from schakel.showing.desk.templating import environments
from schakel.store.casebook.shared import SharedBook
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.settings import OidcSettings
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace


class _Id(Convertor[str]):
    regex = "[smlack]_[0-9a-z]{1,64}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


class _Sha256(_Id):
    regex = "[0-9a-f]{64}"


class _Number(IntegerConvertor):
    regex = "[0-9]{1,30}"  # what Python reads at once: of thousands of digits it makes an error


register_url_convertor("id", _Id())
register_url_convertor("sha256", _Sha256())
register_url_convertor("number", _Number())


def open_desk(
    workspace: Workspace, local: str, book: Path | str = "", *, oidc: OidcSettings | None = None
) -> Desk:
    """The desk over one workspace; `local` is who sits at it as long as its casebook knows no people.

    `book` is where the casebook lives, if not in the workspace; `oidc` the identity provider that vouches for people.
    """
    opened = SharedBook(book or workspace.casebook)
    return Desk(
        workspace=workspace,
        engine=DuckDBEngine(workspace, workers=Workers(1), memory="512MB", remember=1000),
        book=opened,
        templates=environments(workspace.root.name),
        menu=_menu(SCREENS),
        local=local,
        links=Links(),
        getting_ready=GettingReady(workspace),
        provider=open_provider(oidc, people=opened.has_people()),
    )


def application(desk: Desk, name: str = "") -> Guarded:
    """What the server serves, to this machine and under the `name` of a proxy in front of it."""
    frame = Frame(desk)
    routes: list[BaseRoute] = [frame.route(page) for screen in SCREENS for page in screen.pages]
    routes += [*frame.api(), Mount("/static", Kept(directory=FOLDER))]
    returns = frozenset({BACK}) if desk.provider else frozenset()
    return Guarded(
        Starlette(routes=routes, exception_handlers=frame.handlers()), LOCAL_HOSTS, returns, proxy=name
    )


def _menu(screens: Sequence[Screen]) -> list[tuple[str, list[MenuEntry]]]:
    return [
        (group, [(one.name, one.address, one.right) for one in screens if one.group == group])
        for group in GROUPS
    ]
