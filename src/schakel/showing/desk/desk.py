"""What stays open while the desk is: the workspace with its tables, the casebook, the templates and the menu."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import Environment

from schakel.showing.desk.arrivals import Arrivals
from schakel.showing.desk.getting_ready import GettingReady
from schakel.showing.desk.links import Links
from schakel.showing.desk.shown import Shown
from schakel.store.casebook.shared import SharedBook
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace

if TYPE_CHECKING:
    from schakel.showing.desk.oidc.provider import Provider

MenuEntry = tuple[str, str, str]  # name, address, right


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk over one workspace. `local` is who sits at it as long as the casebook knows no people."""

    workspace: Workspace
    engine: Engine
    book: SharedBook
    templates: Mapping[str, Environment]
    menu: Sequence[tuple[str, Sequence[MenuEntry]]]
    local: str
    links: Links
    getting_ready: GettingReady
    provider: "Provider | None" = None
    shown: Shown = field(default_factory=Shown)
    arrivals: Arrivals = field(default_factory=Arrivals)
