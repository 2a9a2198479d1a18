"""The frame that every request goes through: who asks, may they, is the form theirs; and what is said when not."""

import os
import traceback
from asyncio import get_running_loop
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from hmac import compare_digest
from typing import BinaryIO
from urllib.parse import parse_qsl

import msgspec
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from schakel.records.errors import CaseError, SettingsError, StaleError
from schakel.showing.desk.api.openapi import description
from schakel.showing.desk.api.routes import ROOT, api_routes, problem
from schakel.showing.desk.asked_page import HOME, STOOD_ON, stands_on, to_login
from schakel.showing.desk.desk import Desk
from schakel.showing.desk.door import Door
from schakel.showing.desk.sayings import in_language
from schakel.showing.desk.screen import Page
from schakel.showing.desk.visit import Visit

_HANDS = 6
_LARGEST_FORM = 64 * 1024
_MOST_FIELDS = 400
_MOST_FILES = 20_000
FORM_KEY = "key"
Fields = Sequence[tuple[str, str]]
Uploads = Sequence[tuple[str, BinaryIO]]
Handlers = dict[int | type[Exception], Callable[[Request, Exception], Response]]


class Frame:
    """Turns the pages of the screens into routes of the web application."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._door = Door(desk)
        # Each of these keeps a connection to the tables; more of them would take memory and win nothing.
        self._hands = ThreadPoolExecutor(_HANDS, thread_name_prefix="desk")

    def route(self, page: Page) -> Route:
        """The route of one page."""

        async def answer(request: Request) -> Response:
            # Until its fields are read, a form is taken to stand on the page above the address that it goes to.
            setattr(request.state, STOOD_ON, request.url.path.rpartition("/")[0])
            if page.upload:  # files may be many gigabytes: who sends them is asked before they are read
                await get_running_loop().run_in_executor(self._hands, self._may_send, page, request)
            fields, uploads = await _sent(page, request)
            setattr(request.state, STOOD_ON, dict(fields).get(STOOD_ON, HOME))
            try:
                work = (page, request, fields, uploads)
                return await get_running_loop().run_in_executor(self._hands, self._answer, *work)
            finally:
                for _, file in uploads:
                    file.close()

        methods = ["GET", "HEAD"] if page.method == "GET" else [page.method]
        return Route(page.path, answer, methods=methods, include_in_schema=False)

    def api(self) -> list[Route]:
        """The routes of the API, and its description."""

        def described(_: Request) -> Response:
            return Response(msgspec.json.encode(description()), media_type="application/json")

        return [Route(f"{ROOT}/openapi.json", described), *api_routes(self._desk, self._hands)]

    def handlers(self) -> Handlers:
        """What is shown when something went wrong."""
        return {HTTPException: self._refused, CaseError: self._told, Exception: self._unforeseen}

    def _answer(self, page: Page, request: Request, fields: Fields, uploads: Uploads) -> Response:
        visit = self._door.visit(request)
        if visit.person is None and not page.open:
            return self._not_in(request, page)
        if page.method == "POST":
            visit = _with_form(visit, fields, uploads)
        if page.open:
            return page.answer(visit)
        if not visit.may(page.right):
            raise HTTPException(403)
        return page.answer(visit)

    def _may_send(self, page: Page, request: Request) -> None:
        visit = self._door.visit(request)
        if visit.person is None:
            raise HTTPException(401)
        if not visit.may(page.right):
            raise HTTPException(403)

    def _not_in(self, request: Request, page: Page) -> Response:
        if page.method != "GET" or wants_json(request):
            raise HTTPException(401)
        return RedirectResponse(to_login(request), 303)

    def _refused(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        known = {401: "logged_out", 404: "not_found", 409: "stale", 413: "too_large"}
        answer = self._failed(request, known.get(status, "refused"), status)
        for name, value in (getattr(error, "headers", None) or {}).items():
            answer.headers[name] = value
        return answer

    def _told(self, request: Request, error: Exception) -> Response:
        """Something that a person must know: their own act was refused, or the workspace cannot be read now."""
        if isinstance(error, StaleError):
            return self._failed(request, "stale", 409, error.diagnostics())
        if isinstance(error, SettingsError):
            return self._failed(request, "not_done", 409, error.diagnostics())
        return self._failed(
            request, "could_not", 503, error.diagnostics() if isinstance(error, CaseError) else ""
        )

    def _unforeseen(self, request: Request, error: Exception) -> Response:
        if os.environ.get("SCHAKEL_DEBUG"):
            traceback.print_exception(error)
        return self._failed(request, "unforeseen", 500, type(error).__name__)

    def _failed(self, request: Request, error: str, status: int, details: str = "") -> Response:
        if request.url.path.startswith(f"{ROOT}/"):
            return problem(error, details, status)
        visit = self._door.visit(request)
        if wants_json(request):
            return problem(error, in_language(details, visit.language).text, status)
        return visit.show("error.html", status=status, error=error, details=details, to=stands_on(request))


def wants_json(request: Request) -> bool:
    """Whether the answer goes to a script and not to a person's eyes."""
    return "application/json" in request.headers.get("accept", "")


async def _body(request: Request) -> bytes:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST_FORM:
            raise HTTPException(413)
    return body


async def _sent(page: Page, request: Request) -> tuple[Fields, Uploads]:
    """The fields of a form, and the files that came with it where the page takes files."""
    if page.method != "POST":
        return [], []
    if not page.upload:
        try:
            text = (await _body(request)).decode("utf-8")
            return parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS), []
        except ValueError:
            raise HTTPException(400) from None
    form = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS)
    fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    uploads = [
        (value.filename or "", value.file) for _, value in form.multi_items() if isinstance(value, UploadFile)
    ]
    return fields, uploads


def _with_form(visit: Visit, fields: Fields, uploads: Uploads) -> Visit:
    """The visit with its form; refused if the key is not that of the session (a form that another page made)."""
    form = dict(fields)
    given = form.pop(FORM_KEY, "")
    form.pop(STOOD_ON, None)
    if not compare_digest(given.encode(), visit.form_key.encode()):
        raise HTTPException(403)
    return Visit(visit.request, visit.desk, visit.person, visit.session, form, fields, uploads)
