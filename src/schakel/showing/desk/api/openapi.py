"""The description of the API (OpenAPI 3.1), made from its endpoints and shapes."""

from functools import cache
from typing import Any

import msgspec

from schakel import __version__
from schakel.showing.desk.api import shapes
from schakel.showing.desk.api.routes import ENDPOINTS, ROOT, Endpoint

_IDS = {
    "lead": "^l_[0-9a-z]{1,64}$",
    "seller": "^s_[0-9a-z]{1,64}$",
    "message": "^m_[0-9a-z]{1,64}$",
    "campaign": "^k_[0-9a-z]{1,64}$",
    "chat": "^c_[0-9a-z]{1,64}$",
}
_PROBLEMS = {
    "401": "No token, or one that does not count any more",
    "403": "The role gives no access",
    "404": "It is not there, or not for this person",
    "409": "Somebody was ahead, or it cannot be done as things stand (the search index is being made); nothing was written",
    "413": "More than 64 kB",
    "422": "What was asked does not have the right shape",
    "503": "The workspace cannot be read now",
}


@cache
def description() -> dict[str, Any]:
    """The whole description, ready to be written as JSON."""
    types: list[type[msgspec.Struct]] = [
        shapes.Problem,
        *{one for e in ENDPOINTS for one in (e.asked, e.given)},
    ]
    types.sort(key=lambda one: one.__name__)
    _, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    paths: dict[str, Any] = {}
    for endpoint in ENDPOINTS:
        paths.setdefault(ROOT + endpoint.path, {})[endpoint.method.lower()] = _operation(endpoint, components)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Schakel",
            "version": __version__,
            "description": "What the desk shows of one workspace, without names: leads, sellers, messages, campaigns, the "
            "market, search, verdicts, the plan, words and the ledger; "
            "every look is in the ledger under the name of the token's owner.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
    }


def _operation(endpoint: Endpoint, components: dict[str, Any]) -> dict[str, Any]:
    about = (endpoint.answer.__doc__ or "").strip()
    responses: dict[str, Any] = {
        str(endpoint.status): {"description": "Done", "content": _json(endpoint.given)},
    }
    left_out = {"404"} if "{" not in endpoint.path or endpoint.method == "POST" else set()
    left_out |= set() if endpoint.method == "POST" else {"413"} if endpoint.waits else {"409", "413"}
    for status, words in _PROBLEMS.items():
        if status not in left_out:
            responses[status] = {"description": words, "content": _json(shapes.Problem)}
    if "{number}" in endpoint.path:
        responses["404"] = {"description": _PROBLEMS["404"], "content": _json(shapes.Problem)}
    made: dict[str, Any] = {
        "operationId": endpoint.answer.__name__,
        "summary": about,
        "parameters": [*_in_path(endpoint), *_in_question(endpoint, components)],
        "responses": responses,
    }
    if endpoint.method == "POST":
        made["requestBody"] = {"required": True, "content": _json(endpoint.asked)}
    return made


def _json(shape: type[msgspec.Struct]) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape.__name__}"}}}


def _in_path(endpoint: Endpoint) -> list[dict[str, Any]]:
    out = []
    for name in (*_IDS, "number"):
        if f"{{{name}}}" in endpoint.path:
            schema = (
                {"type": "integer", "minimum": 0, "maximum": 2_000_000_000}
                if name == "number"
                else {"type": "string", "pattern": _IDS[name]}
            )
            out.append({"name": name, "in": "path", "required": True, "schema": schema})
    return out


def _in_question(endpoint: Endpoint, components: dict[str, Any]) -> list[dict[str, Any]]:
    if endpoint.method == "POST":
        return []
    properties = components[endpoint.asked.__name__].get("properties", {})
    return [{"name": name, "in": "query", "schema": schema} for name, schema in sorted(properties.items())]
