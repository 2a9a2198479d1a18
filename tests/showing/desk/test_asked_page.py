"""Who asks for a page before they have logged in lands there afterwards, and on no other site."""

import re
from html import unescape

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


def test_pages_of_the_desk_are_let_through() -> None:
    for page in ("/", "/queue", "/search?q=x//y", "/message/m_00?said=done"):
        assert page_here(page) == page
