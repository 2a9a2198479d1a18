"""Who asks for a page before they have logged in lands there afterwards, and on no other site."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qsl

import pytest
from starlette.testclient import TestClient

from schakel.showing.desk.app import application
from schakel.showing.desk.asked_page import page_here
from schakel.showing.desk.desk import Desk
from schakel.store.workspace import Workspace
from tests.showing.desk.hostile_case import SELLER
from tests.showing.desk.people import PASSWORD, desk_with_people


@pytest.fixture
def desk(case: Workspace) -> Desk:
    return desk_with_people(case, "anna")


def browser(desk: Desk) -> TestClient:
    return TestClient(application(desk), base_url="http://127.0.0.1:8765", follow_redirects=False)


def form_of(client: TestClient, address: str) -> dict[str, str]:
    """The hidden fields of the login, as a browser sends them back."""
    page = client.get(address).text
    return {
        name: unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    }


@pytest.mark.parametrize(
    "page", [f"/seller/{SELLER}", "/search?q=a+%26+b%22%3E%3Cb%3E&from=2025-01-01", "/queue?page=2", "/me"]
)
def test_the_page_that_was_asked_for_is_the_one_that_opens(desk: Desk, page: str) -> None:
    client = browser(desk)
    fields = form_of(client, client.get(page).headers["location"])
    wrong = client.post("/login", data={"who": "anna", "password": "no"} | fields)
    assert wrong.status_code == 403
    again = {name: unescape(value) for name, value in re.findall(r'name="(to)" value="([^"]*)"', wrong.text)}
    answer = client.post("/login", data={"who": "anna", "password": PASSWORD} | again)
    assert (answer.status_code, answer.headers["location"]) == (303, page)
    assert client.get(page).status_code == 200


def test_who_asked_for_nothing_comes_to_the_overview(desk: Desk) -> None:
    client = browser(desk)
    assert client.get("/").headers["location"] == "/login"
    assert form_of(client, "/login") == {}
    answer = client.post("/login", data={"who": "anna", "password": PASSWORD})
    assert answer.headers["location"] == "/"


ELSEWHERE = [
    "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "evil", "/\t/evil.example",
    "/\n//evil.example", "javascript:alert(1)", "", "/" + "a" * 2000, "/login", "/login?to=/login", "/logout", "/enter?link=x",
]  # fmt: skip


@pytest.mark.parametrize("typed", ELSEWHERE)
def test_an_address_that_somebody_made_leads_nowhere_else(desk: Desk, typed: str) -> None:
    assert page_here(typed) == "/"
    client = browser(desk)
    answer = client.post("/login", data={"who": "anna", "password": PASSWORD, "to": typed})
    assert answer.headers["location"] == "/"
    assert client.get("/login", params={"to": typed}).headers["location"] == "/"


def _way_back(refused: Any) -> str:
    """The page that the login leads to which a refused form is answered with."""
    assert refused.status_code == 401
    found = re.search(r'href="(/login[^"]*)"', refused.text)
    assert found
    return dict(parse_qsl(unescape(found[1]).partition("?")[2])).get("to", "/")


def _logged_in(desk: Desk) -> TestClient:
    client = browser(desk)
    client.post("/login", data={"who": "anna", "password": PASSWORD})
    return client


@pytest.mark.parametrize(
    ("page", "action"),
    [
        (f"/seller/{SELLER}?q=a+%26+b", "/verdict"), ("/me", "/me/token"), ("/queue?page=1&said=done", "/queue/filter"),
        ("/plan", "/logout"),
    ],
)  # fmt: skip
def test_a_form_after_the_session_ended_leads_back_to_its_page(desk: Desk, page: str, action: str) -> None:
    client = _logged_in(desk)
    fields = form_of(client, page)
    client.cookies.clear()
    refused = client.post("/verdict" if action == "/logout" else action, data=fields)
    back = _way_back(refused)
    assert back == page.replace("&said=done", "")
    answer = client.post("/login", data={"who": "anna", "password": PASSWORD, "to": back})
    assert (answer.status_code, answer.headers["location"]) == (303, back)
    assert client.get(back).status_code == 200


def test_a_form_on_the_answer_to_a_form_leads_back_to_the_first_page(desk: Desk) -> None:
    client = _logged_in(desk)
    fields = form_of(client, "/me")
    refused = client.post("/verdict", data=fields | {"subject": "s_unknown", "answer": "real"})
    assert refused.status_code == 409
    assert 'name="stood_on" value="/me"' in refused.text


def test_files_that_nobody_may_send_lead_back_to_the_intake(desk: Desk) -> None:
    refused = browser(desk).post("/intake/files", files={"file": ("a.json", b"{}")})
    assert _way_back(refused) == "/intake"


@pytest.mark.parametrize("typed", ELSEWHERE)
def test_a_form_that_somebody_made_leads_nowhere_else(desk: Desk, typed: str) -> None:
    assert _way_back(browser(desk).post("/verdict", data={"stood_on": typed})) == "/"


def test_pages_of_the_desk_are_let_through() -> None:
    for page in ("/", "/queue", "/search?q=x//y", "/message/m_00?said=done"):
        assert page_here(page) == page
