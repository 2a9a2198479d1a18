"""The pages of the desk: each gathers, writes the look into the ledger, and only then shows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from schakel.custody.ledger import Ledger
from schakel.records.errors import SettingsError
from schakel.showing.desk.acts import acts_page
from schakel.showing.desk.figures import Figures, short
from schakel.showing.desk.language import LANGUAGES, preferred, words
from schakel.showing.desk.message_page import message_page
from schakel.showing.desk.overview import overview
from schakel.showing.desk.queue import Filters, queue_page
from schakel.showing.desk.seller_page import seller_of_lead, seller_page
from schakel.showing.printable import one_line, printable
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace


class Pages:
    """The pages over one workspace. Nothing here changes a table; every look at a case goes into the ledger."""

    def __init__(self, workspace: Workspace, engine: Engine, ledger: Ledger) -> None:
        self._workspace = workspace
        self._engine = engine
        self._ledger = ledger
        self._templates = {language: _environment(language, workspace.root) for language in LANGUAGES}

    def welcome(self, request: Request) -> Response:
        """What stands in the workspace, and where to go; how to begin if it is empty."""
        return self._show(request, "welcome.html", page="welcome", seen=overview(self._engine))

    def queue(self, request: Request) -> Response:
        """The leads, filtered, fifty at a time."""
        asked = request.query_params
        filters = Filters(asked.get("unit", ""), asked.get("state", ""), asked.get("commodity", ""))
        found = queue_page(self._engine, filters, _page_number(asked.get("page", "")))
        chosen = found.filters.as_parameters()
        self._ledger.add(
            "list",
            inputs={"what": "leads", "page": found.page}
            | {key: value for key, value in chosen.items() if value},
            outputs={"leads": [row.lead["lead_id"] for row in found.rows]},
            settings={"names": False, "at": "desk"},
        )
        return self._show(request, "queue.html", page="queue", seen=found, link=_page_link(chosen))

    def seller(self, request: Request) -> Response:
        """One seller with everything that was concluded about it."""
        seller = request.path_params["seller"]
        return self._look(request, "seller.html", seller, lambda language: self._seller(seller, language))

    def lead(self, request: Request) -> Response:
        """One lead, on the page of the seller it is about."""
        lead = request.path_params["lead"]
        return self._look(
            request,
            "seller.html",
            lead,
            lambda language: self._seller(seller_of_lead(self._engine, lead), language),
        )

    def message(self, request: Request) -> Response:
        """One message in its chat."""
        message = request.path_params["message"]
        return self._look(request, "message.html", message, lambda _: message_page(self._engine, message))

    def audit(self, request: Request) -> Response:
        """The newest acts, and whether the ledger holds."""
        return self._show(request, "audit.html", page="audit", seen=acts_page(self._workspace, self._ledger))

    def failed(self, request: Request, error: str, status: int, details: str = "") -> Response:
        """The page that says what went wrong; `error` names the text for it."""
        return self._show(request, "error.html", status=status, page="", error=error, details=details)

    def _seller(self, seller: str, language: str) -> Any:
        return seller_page(self._engine, seller, language)

    def _look(self, request: Request, template: str, subject: str, gather: Callable[[str], Any]) -> Response:
        try:
            seen = gather(_language(request))
        except SettingsError as missing:
            raise HTTPException(404) from missing
        self._ledger.add(
            "show", inputs={"subject": subject}, settings={"names": False, "why": "", "at": "desk"}
        )
        return self._show(request, template, page="", seen=seen)

    def _show(self, request: Request, template: str, status: int = 200, **context: Any) -> Response:
        language = _language(request)
        body = self._templates[language].get_template(template).render(context)
        headers = {"content-language": language, "vary": "Accept-Language"}
        return HTMLResponse(body.encode("utf-8", "replace"), status, headers)


def _environment(language: str, root: Path) -> Environment:
    """Templates in one language; everything put into them is escaped, whatever the name of the file."""
    figures = Figures(language, words(language))
    environment = Environment(
        loader=PackageLoader("schakel.showing.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "w": words(language),
        "f": figures,
        "language": language,
        "workspace": one_line(root.name, 40),
    }
    environment.filters |= {"line": one_line, "printable": printable, "short": short}
    return environment


def _language(request: Request) -> str:
    return preferred(request.headers.get("accept-language", ""))


def _page_number(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 8 else 1


def _page_link(filters: dict[str, str]) -> Callable[[int], str]:
    kept = {name: value for name, value in filters.items() if value}
    return lambda page: "/queue?" + urlencode(kept | {"page": str(page)})
