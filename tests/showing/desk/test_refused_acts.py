"""What is refused leaves no word that it was done, and no number is too long to be refused."""

import re
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from schakel.showing.desk.app import application
from schakel.showing.desk.desk import Desk
from schakel.store.workspace import Workspace
from tests.showing.desk.hostile_case import LEAD, SELLER
from tests.showing.desk.people import NOW, PASSWORD, desk_with_people
from tests.showing.desk.test_rights import client, session_of


@pytest.fixture
def desk(case: Workspace) -> Desk:
    return desk_with_people(case, "anna")


def sent(desk: Desk, by: str, path: str, /, **fields: str | list[str]) -> tuple[int, str, int]:
    """Status, where it leads, and how many lines the ledger grew."""
    browser, before = client(desk, by), lines(desk)
    answer = browser.post(path, data={"key": session_of(desk, browser).form_key} | fields)
    return answer.status_code, answer.headers.get("location", ""), lines(desk) - before


def lines(desk: Desk) -> int:
    return len(desk.workspace.ledger.read_text().splitlines())


def a_case(desk: Desk) -> str:
    found = re.search(r"k_\w+", sent(desk, "anna", "/cases/open", lead=LEAD, why="first")[1])
    assert found
    return found[0]


def test_a_token_of_somebody_else_is_not_said_to_be_ended(desk: Desk) -> None:
    word = desk.book.tokens.make("lena", "notebook", 1, NOW())
    token = desk.book.tokens.of("lena", NOW())[0].token_sha256
    assert sent(desk, "anna", "/me/token/end", token=token) == (404, "", 0)
    assert desk.book.tokens.who_has(word, NOW() + timedelta(hours=1)) == "lena"
    assert sent(desk, "lena", "/me/token/end", token=token) == (303, "/me?said=done", 1)


def test_sessions_of_nobody_are_not_said_to_be_ended(desk: Desk) -> None:
    assert sent(desk, "adam", "/people/sessions", who="nobody") == (404, "", 0)
    assert sent(desk, "adam", "/people/sessions", who="lena") == (303, "/people?said=done", 1)


def test_numbers_of_any_length_are_refused_in_words(desk: Desk) -> None:
    case_id = a_case(desk)
    assert sent(desk, "anna", f"/case/{case_id}/act", do="task-done", task="9" * 30) == (409, "", 0)
    assert sent(desk, "anna", "/me/token", days="9" * 5000, label="notebook") == (409, "", 0)
    word = desk.book.tokens.make("anna", "notebook", 1, NOW())
    answer = client(desk, "anna").post(
        f"/api/v1/verdicts/{'9' * 5000}/undo", json={"why": "x"}, headers={"authorization": f"Bearer {word}"}
    )
    assert answer.status_code == 404


def test_who_is_at_a_case_is_told_to_those_who_may_know_of_it(desk: Desk) -> None:
    case_id = a_case(desk)
    desk.book.looks.at("anna", case_id, NOW())
    heard = {}
    for who in ("lena", "otto"):
        browser = client(desk, who)
        asked = {"key": session_of(desk, browser).form_key, "subject": case_id, "also": case_id}
        heard[who] = browser.post("/here", data=asked).json()["others"]
    assert heard == {"lena": {case_id: ["anna"]}, "otto": {}}
    assert case_id not in desk.book.looks.seen("otto")


def test_of_many_verdicts_none_is_written_if_one_cannot_be(desk: Desk) -> None:
    assert sent(desk, "anna", "/verdict/many", subject=[f"{SELLER} ", "s_none "], answer="real") == (
        409,
        "",
        0,
    )


def test_a_cookie_given_under_the_name_of_a_proxy_is_kept_to_https_though_the_proxy_says_nothing(
    desk: Desk,
) -> None:
    for address, secure in (("http://desk.example", True), ("http://127.0.0.1:8765", False)):
        browser = TestClient(application(desk, "Desk.Example"), base_url=address, follow_redirects=False)
        answer = browser.post("/login", data={"who": "anna", "password": PASSWORD})
        assert answer.status_code == 303
        assert ("; Secure" in answer.headers["set-cookie"]) == secure
        assert answer.headers["set-cookie"].startswith("__Host-") == secure
