"""Every page and every form of the desk, by every role: who gets in, who is refused."""

import re
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from schakel.showing.desk.app import application
from schakel.showing.desk.desk import Desk
from schakel.showing.desk.screens import SCREENS
from schakel.store.casebook.logins import Session
from schakel.store.casebook.rights import may
from schakel.store.workspace import Workspace
from tests.showing.desk.hostile_case import CAMPAIGN, LEAD, QUIET_SELLER, SELLER, message_id, photo_name
from tests.showing.desk.people import NOW, desk_with_people

ROLES = ["anna", "lena", "petra", "oscar", "adele", "edith", "adam"]
# A mark per role in the order above: + may, - refused (403), . not known to them (404).
TABLE = f"""
    /                        + + + + + + +
    /queue                   + + - - - - -
    /seller/{SELLER}         + + . . . . .
    /lead/{LEAD}             + + - - - - -
    /message/{message_id(1)} + + . . . . .
    /campaign/{CAMPAIGN}     + + . . . . .
    /photo/{photo_name()}    + + . . . . .
    /plan                    + + - - - - -
    /search                  + + - - - - -
    /network                 + + - - - - -
    /similar/{message_id(1)} + + - - - - -
    /market                  + + + + - + -
    /map                     + + + + - + -
    /interventions           + + + + - + -
    /interventions/weeks.csv + + + + - + -
    /coverage/weeks.csv      + + + + - + -
    /seller/{SELLER}/timeline.csv + + . . . . .
    /coverage                + + + + - + -
    /lexicon                 - - - - - + -
    /cases                   + + + - - - -
    /intake                  + + - - - - -
    /audit                   - - - + + - -
    /people                  - - - - - - +
    /me                      + + + + + + +
"""
FORMS = f"""
    /verdict                 + + - - - - -
    /verdict/undo            + + - - - - -
    /verdict/many            + + - - - - -
    /queue/filter            + + - - - - -
    /here                    + + - - - - -
    /seller/{SELLER}/names   + + - - - - -
    /message/{message_id(1)}/names + + - - - - -
    /seller/{SELLER}/identity + + - - - - -
    /campaign/{CAMPAIGN}/names + + - - - - -
    /plan/hours              - + - - - - -
    /interventions/add       + + - - - - -
    /interventions/undo      + + - - - - -
    /lexicon/accept          - - - - - + -
    /lexicon/drop            - - - - - + -
    /cases/open              + + - - - - -
    /people/sessions         - - - - - - +
    /intake/files            + + - - - - -
"""


@pytest.fixture(scope="module")
def desk(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_with_people(built, book=tmp_path_factory.mktemp("rights") / "casebook.db")


@pytest.fixture(scope="module")
def clients(desk: Desk) -> dict[str, TestClient]:
    return {who: client(desk, who) for who in ROLES}


def client(desk: Desk, who: str) -> TestClient:
    made = TestClient(
        application(desk),
        base_url="http://127.0.0.1:8765",
        raise_server_exceptions=False,
        follow_redirects=False,
    )
    word = desk.book.logins.begin(who, "password", "test", NOW())
    made.cookies.set("schakel_8765", word)
    return made


def rows(table: str) -> list[tuple[str, list[str]]]:
    return [(words[0], words[1:]) for words in (line.split() for line in table.strip().splitlines())]


@pytest.mark.parametrize(("path", "marks"), rows(TABLE))
def test_every_page_of_every_role(clients: dict[str, TestClient], path: str, marks: list[str]) -> None:
    wanted = {"+": 200, "-": 403, ".": 404}
    seen = {who: clients[who].get(path).status_code for who in ROLES}
    assert seen == {who: wanted[mark] for who, mark in zip(ROLES, marks, strict=True)}


@pytest.mark.parametrize(("path", "marks"), rows(FORMS))
def test_every_form_of_every_role(
    desk: Desk, clients: dict[str, TestClient], path: str, marks: list[str]
) -> None:
    for who, mark in zip(ROLES, marks, strict=True):
        session = session_of(desk, clients[who])
        answer = clients[who].post(path, data={"key": session.form_key})
        assert (answer.status_code != 403) == (mark == "+"), (who, answer.status_code)
        assert answer.status_code < 500
        assert clients[who].post(path, data={"key": "wrong"}).status_code == 403


# These ask for no right of their own: everybody has a page of their own, and files ask for a need to know of their subject.
ASK_FOR_THEMSELVES = {
    "/", "/me", "/me/session", "/me/token", "/me/token/end", "/me/password", "/me/second/new", "/me/second",
    "/seller/{seller:id}", "/seller/{seller:id}/timeline.csv", "/message/{message:id}", "/campaign/{campaign:id}", "/photo/{sha256:sha256}",
}  # fmt: skip


def test_every_address_refuses_every_role_that_has_no_right_to_it(
    desk: Desk, clients: dict[str, TestClient]
) -> None:
    """The rights are those of casework.toml; that they are the ones wanted is what the tables above say."""
    let_in, asked = [], 0
    for page in (page for screen in SCREENS for page in screen.pages if not page.open):
        assert page.right or page.path in ASK_FOR_THEMSELVES, page.path
        for who in ROLES:
            person = desk.book.person(who)
            if not page.right or (person and may(person, page.right)):
                continue
            form = {"key": session_of(desk, clients[who]).form_key} if page.method == "POST" else None
            answer = clients[who].request(page.method, an_address(page.path), data=form)
            asked += 1
            if answer.status_code != 403:
                let_in.append((page.method, page.path, who, answer.status_code))
    assert let_in == []
    assert asked > 150


def an_address(path: str) -> str:
    """A pattern with something that is there in its places."""
    return re.sub(r"\{\w+(:\w+)?\}", SELLER, re.sub(r"\{\w+:sha256\}", photo_name(), path))


def test_every_address_of_the_desk_asks_who_is_there(desk: Desk) -> None:
    stranger = TestClient(application(desk), base_url="http://127.0.0.1:8765", follow_redirects=False)
    for screen in SCREENS:
        for page in screen.pages:
            if page.open:
                continue
            path = re.sub(r"\{\w+:sha256\}", "0" * 64, re.sub(r"\{\w+(:id)?\}", SELLER, page.path))
            answer = stranger.request(page.method, path)
            login = "/login" if path == "/" else f"/login?{urlencode({'to': path})}"
            assert (answer.status_code, answer.headers.get("location")) in {(303, login), (401, None)}, path
            assert SELLER not in answer.text


def test_the_menu_shows_what_a_person_may_see(clients: dict[str, TestClient]) -> None:
    shown = {who: set(re.findall(r'<li><a href="([^"]+)"', clients[who].get("/me").text)) for who in ROLES}
    assert "/queue" in shown["anna"]
    assert "/audit" not in shown["anna"]
    assert "/audit" in shown["adele"]
    assert "/people" in shown["adam"]
    assert "/queue" not in shown["adam"]


def test_a_prosecutor_sees_the_sellers_of_the_cases_it_was_let_into(case: Workspace) -> None:
    desk = desk_with_people(case)
    anna, petra = client(desk, "anna"), client(desk, "petra")
    made = anna.post(
        "/cases/open", data={"key": session_of(desk, anna).form_key, "lead": LEAD, "why": "first"}
    )
    case_id = re.search(r"k_\w+", made.headers["location"])
    assert case_id
    assert petra.get(f"/case/{case_id[0]}").status_code == 404
    desk.book.casework("lena", "test").let_in(case_id[0], "petra", "will prosecute")
    assert petra.get(f"/case/{case_id[0]}").status_code == 200
    page = petra.get(f"/seller/{SELLER}")
    assert page.status_code == 200
    assert 'action="/verdict"' not in page.text
    assert "/names" not in page.text
    assert petra.get(f"/message/{message_id(1)}").status_code == 200
    assert petra.get(f"/seller/{QUIET_SELLER}").status_code == 404


def session_of(desk: Desk, browser: TestClient) -> Session:
    session = desk.book.logins.session_of(browser.cookies["schakel_8765"], NOW())
    assert session
    return session
