"""The addresses of the API: a token lets in, what is asked is checked against its shape, and errors are JSON too."""

from asyncio import get_running_loop
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from schakel.records.errors import CaseError, SettingsError, StaleError
from schakel.showing.desk.api import (
    answers,
    keeping_answers,
    keeping_shapes,
    market_answers,
    market_shapes,
    shapes,
)
from schakel.showing.desk.desk import Desk
from schakel.showing.desk.visit import Visit

ROOT = "/api/v1"
_LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API: who may, what is asked (in the address, or in the body of a POST), what comes out."""

    path: str
    answer: Callable[[Visit, Any], Any]
    asked: type[msgspec.Struct]
    given: type[msgspec.Struct]
    right: str
    method: str = "GET"
    status: int = 200
    waits: bool = False  # whether it may have to be asked again, once what it rests on is made


ENDPOINTS = (
    Endpoint("/leads", answers.leads, shapes.LeadsAsked, shapes.Leads, "leads"),
    Endpoint("/leads/{lead}", answers.seller_of_lead, shapes.Nothing, shapes.Seller, "leads"),
    Endpoint("/sellers/{seller}", answers.seller, shapes.Nothing, shapes.Seller, "read"),
    Endpoint("/messages/{message}", answers.message, shapes.Nothing, shapes.Message, "leads"),
    Endpoint(
        "/campaigns/{campaign}", keeping_answers.campaign, shapes.Nothing, keeping_shapes.Campaign, "leads"
    ),
    Endpoint(
        "/search", keeping_answers.texts, keeping_shapes.SearchAsked, keeping_shapes.Hits, "leads", waits=True
    ),
    Endpoint(
        "/similar/{message}",
        keeping_answers.similar,
        shapes.Nothing,
        keeping_shapes.Similar,
        "leads",
        waits=True,
    ),
    Endpoint("/market", market_answers.market, shapes.Nothing, market_shapes.Market, "market"),
    Endpoint("/map", market_answers.areas, market_shapes.MapAsked, market_shapes.Map, "market"),
    Endpoint("/network", market_answers.ties, market_shapes.NetworkAsked, market_shapes.Network, "leads"),
    Endpoint(
        "/interventions", market_answers.interventions, shapes.Nothing, market_shapes.Interventions, "market"
    ),
    Endpoint("/coverage", market_answers.coverage, shapes.Nothing, market_shapes.Coverage, "market"),
    Endpoint(
        "/coverage/{chat}",
        market_answers.coverage_of_chat,
        shapes.Nothing,
        market_shapes.CoverageOfChat,
        "market",
    ),
    Endpoint(
        "/lexicon", keeping_answers.lexicon, keeping_shapes.LexiconAsked, keeping_shapes.Lexicon, "lexicon"
    ),
    Endpoint("/audit", keeping_answers.audit, keeping_shapes.AuditAsked, keeping_shapes.Audit, "read-log"),
    Endpoint("/intake", keeping_answers.intake, shapes.Nothing, keeping_shapes.Intake, "intake"),
    Endpoint("/plan", answers.plan, shapes.PlanAsked, shapes.Plan, "leads"),
    Endpoint("/verdicts", answers.verdicts, shapes.VerdictsAsked, shapes.Verdicts, "leads"),
    Endpoint("/verdicts", answers.new_verdict, shapes.NewVerdict, shapes.Verdict, "verdict", "POST", 201),
    Endpoint("/verdicts/{number}/undo", answers.undo, shapes.Undo, shapes.Verdict, "verdict", "POST", 201),
)


def api_routes(desk: Desk, hands: Executor) -> list[Route]:
    """The routes of the API over one desk; `hands` are the threads that do the work."""
    return [_route(desk, hands, endpoint) for endpoint in ENDPOINTS]


def problem(error: str, details: str, status: int) -> Response:
    """An error as JSON."""
    headers = {"www-authenticate": "Bearer"} if status == 401 else {}
    body = msgspec.json.encode(shapes.Problem(error, details))
    return Response(body, status, headers, media_type="application/json")


def _route(desk: Desk, hands: Executor, endpoint: Endpoint) -> Route:
    async def answer(request: Request) -> Response:
        body = b""
        if endpoint.method == "POST":
            async for part in request.stream():
                body += part
                if len(body) > _LARGEST:
                    return problem("too_large", "At most 64 kB are taken.", 413)
        return await get_running_loop().run_in_executor(hands, _answer, desk, endpoint, request, body)

    methods = ["GET", "HEAD"] if endpoint.method == "GET" else [endpoint.method]
    return Route(ROOT + _convertible(endpoint.path), answer, methods=methods)


def _convertible(path: str) -> str:
    for name in ("lead", "seller", "message", "campaign", "chat"):
        path = path.replace(f"{{{name}}}", f"{{{name}:id}}")
    return path.replace("{number}", "{number:number}")


def _answer(desk: Desk, endpoint: Endpoint, request: Request, body: bytes) -> Response:
    visit = _visit(desk, request)
    if visit is None:
        return problem("no_token", "Send a token: Authorization: Bearer schakel_...", 401)
    if not visit.may(endpoint.right):
        return problem("refused", "Your role gives no access to this.", 403)
    try:
        made = endpoint.answer(visit, _asked(endpoint, request, body))
    except (msgspec.MsgspecError, CaseError, HTTPException) as error:
        return _told(endpoint, error)
    return Response(msgspec.json.encode(made), endpoint.status, media_type="application/json")


def _told(endpoint: Endpoint, error: Exception) -> Response:
    """What went wrong, as a status and in words."""
    if isinstance(error, HTTPException):
        code = "not_ready" if error.status_code == 409 else "refused"
        return problem(code, str(error.detail), error.status_code)
    if isinstance(error, StaleError):
        return problem("stale", error.diagnostics(), 409)
    if isinstance(error, SettingsError):
        return problem("not_done", error.diagnostics(), 404 if endpoint.method == "GET" else 409)
    if isinstance(error, CaseError):
        return problem("could_not", error.diagnostics(), 503)
    return problem("wrong_shape", str(error), 422)


def _asked(endpoint: Endpoint, request: Request, body: bytes) -> Any:
    if endpoint.method == "POST":
        return msgspec.convert(_whole(msgspec.json.decode(body)), endpoint.asked)
    words = request.query_params.multi_items()
    if len({name for name, _ in words}) < len(words):
        raise msgspec.ValidationError("a question stands in the address more than once")
    return msgspec.convert(dict(words), endpoint.asked, strict=False)


def _whole(sent: Any) -> Any:
    """The fields with 2.0 as 2: to JSON they are the same number."""
    if not isinstance(sent, dict):
        return sent
    return {
        name: int(value) if isinstance(value, float) and value.is_integer() else value
        for name, value in sent.items()
    }


def _visit(desk: Desk, request: Request) -> Visit | None:
    kind, _, word = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not word:
        return None
    who = desk.book.tokens.who_has(word.strip(), datetime.now(UTC))
    person = desk.book.person(who) if who else None
    return Visit(request, desk, person, None) if person else None
