import pytest
from starlette.testclient import TestClient

from schakel.showing.desk.headers import CONTENT_SECURITY_POLICY, STRICT_HEADERS
from schakel.showing.desk.static_files import address_of
from tests.showing.desk.conftest import Acts
from tests.showing.desk.hostile_case import LEAD, SELLER, message_id

ROUTES = [
    "/", "/queue", "/queue?page=99&unit=none", f"/seller/{SELLER}", f"/lead/{LEAD}", f"/message/{message_id(1)}",
    "/audit", "/static/desk.css", "/static/icon.svg", "/static/none.css", "/nothing-here", "/seller/s_00",
]  # fmt: skip


@pytest.mark.parametrize("path", ROUTES)
def test_every_answer_carries_every_strict_header(seen: TestClient, path: str) -> None:
    answer = seen.get(path)
    for name, value in STRICT_HEADERS.items():
        assert answer.headers.get_list(name) == [value], (path, name)
    assert "set-cookie" not in answer.headers


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    rules = dict(part.split(" ", 1) for part in CONTENT_SECURITY_POLICY.split("; "))
    assert rules == {
        "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'", "connect-src": "'self'",
        "font-src": "'none'", "form-action": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'", "trusted-types": "schakel",
    }  # fmt: skip


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", "127.0.0.1:80@evil.example", "[::1]", ""],
)
def test_another_host_name_is_refused_and_nothing_is_logged(desk: TestClient, acts: Acts, host: str) -> None:
    before = len(acts())
    answer = desk.get(f"/seller/{SELLER}", headers={"host": host})
    assert answer.status_code == 400
    assert SELLER not in answer.text
    assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert len(acts()) == before


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8765", "LOCALHOST"])
def test_this_machine_is_served(seen: TestClient, host: str) -> None:
    assert seen.get("/static/icon.svg", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-purpose": "prefetch;prerender"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9000"},
        {"origin": "http://127.0.0.1.evil.example:8765"},
        {"origin": "chrome-extension://abcdefgh"},
    ],
)
def test_what_no_person_asked_for_is_refused_and_not_logged(
    desk: TestClient, acts: Acts, headers: dict[str, str]
) -> None:
    before = len(acts())
    assert desk.get(f"/lead/{LEAD}", headers=headers).status_code == 403
    assert len(acts()) == before


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8765", "http://127.0.0.1:8765"),
        ("127.0.0.1:8765", "null"),
        ("localhost", "http://localhost"),
        ("localhost", "https://localhost:8443"),  # a proxy that leaves the port out
    ],
)
def test_the_desks_own_pages_are_answered(seen: TestClient, host: str, origin: str) -> None:
    assert seen.get("/static/icon.svg", headers={"host": host, "origin": origin}).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_unknown(seen: TestClient, method: str) -> None:
    answer = seen.request(method, "/queue")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY


def test_pages_are_not_kept_and_files_only_by_their_bytes(seen: TestClient) -> None:
    assert seen.get("/queue").headers["cache-control"] == "no-store"
    assert seen.get("/static/desk.css").headers["cache-control"] == "no-store"
    assert "immutable" in seen.get(address_of("desk.css")).headers["cache-control"]
