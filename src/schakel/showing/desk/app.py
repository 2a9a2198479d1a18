"""The desk as a web application: which address leads to which page, and what happens when something is wrong."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from schakel.custody.ledger import Ledger
from schakel.records.errors import CaseError
from schakel.showing.desk.headers import Guarded
from schakel.showing.desk.pages import Pages
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace


class _Id(Convertor[str]):
    regex = "[smlac]_[0-9a-z]{1,64}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("id", _Id())


def make_desk(workspace: Workspace, who: str) -> ASGIApp:
    """The desk over one workspace, behind its wall; `who` is the name that the ledger writes down for every look."""
    engine = DuckDBEngine(workspace, workers=Workers(1))
    pages = Pages(workspace, engine, Ledger(workspace.ledger, who))
    static = Path(str(files("schakel.showing.desk") / "static"))
    routes = [
        Route("/", pages.welcome),
        Route("/queue", pages.queue),
        Route("/seller/{seller:id}", pages.seller),
        Route("/lead/{lead:id}", pages.lead),
        Route("/message/{message:id}", pages.message),
        Route("/audit", pages.audit),
        Mount("/static", StaticFiles(directory=static)),
    ]
    return Guarded(Starlette(routes=routes, exception_handlers=_handlers(pages)))


def _handlers(pages: Pages) -> dict[int | type[Exception], Callable[[Request, Exception], Response]]:
    def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return pages.failed(request, "not_found" if status == 404 else "refused", status)

    def told(request: Request, error: Exception) -> Response:
        details = error.diagnostics() if isinstance(error, CaseError) else ""
        return pages.failed(request, "could_not", 503, details)

    def unforeseen(request: Request, error: Exception) -> Response:
        return pages.failed(request, "unforeseen", 500, type(error).__name__)

    return {HTTPException: refused, CaseError: told, Exception: unforeseen}
