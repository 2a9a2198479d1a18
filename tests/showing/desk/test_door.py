"""Coming in: passwords, the second factor, the brake on guessing, sessions that end, and keys of forms."""

import re
from datetime import timedelta

import pyotp
import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from schakel.showing.desk.app import application
from schakel.showing.desk.desk import Desk
from schakel.store.casebook import passwords
from schakel.store.casebook.acts import Signature
from schakel.store.workspace import Workspace
from tests.showing.desk.conftest import Acts
from tests.showing.desk.hostile_case import SELLER
from tests.showing.desk.people import NOW, PASSWORD, desk_with_people


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id at the least costs that it takes: the real ones are meant to be slow."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_HASHER", cheap)
    monkeypatch.setattr(passwords, "_nobodys", lambda: cheap.hash("nobody"))


@pytest.fixture
def desk(case: Workspace) -> Desk:
    return desk_with_people(case, "anna", "adam")


def browser(desk: Desk) -> TestClient:
    return TestClient(
        application(desk),
        base_url="http://127.0.0.1:8765",
        headers={"accept-language": "en"},
        raise_server_exceptions=False,
        follow_redirects=False,
    )


def log_in(desk: Desk, who: str = "anna", password: str = PASSWORD, code: str = "") -> TestClient:
    client = browser(desk)
    client.post("/login", data={"who": who, "password": password, "code": code})
    return client


def key_of(client: TestClient) -> str:
    found = re.search(r'data-key="([^"]+)"', client.get("/me").text)
    assert found
    return found[1]


def test_name_and_password_let_in_and_the_ledger_says_so(desk: Desk, acts: Acts) -> None:
    client = log_in(desk)
    page = client.get("/queue")
    assert page.status_code == 200
    assert [(act.act, act.who) for act in acts()][-2:] == [("login", "anna"), ("list", "anna")]


@pytest.mark.parametrize(
    ("who", "password"),
    [
        ("anna", "not this one"),
        ("nobody", PASSWORD),
        ("", ""),
        ("otto", PASSWORD),
        ("anna", "x" * 5000),
        ("anna\u0000", PASSWORD),
    ],
)
def test_anything_else_does_not(desk: Desk, acts: Acts, who: str, password: str) -> None:
    client = browser(desk)
    answer = client.post("/login", data={"who": who, "password": password})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "Name or password is not right" in answer.text
    assert client.get("/queue").headers["location"] == "/login?to=%2Fqueue"
    assert acts()[-1].act == "login-refused"
    assert password not in str(acts()[-1]) or not password


def test_after_five_wrong_tries_even_the_right_password_waits(desk: Desk) -> None:
    for _ in range(5):
        assert browser(desk).post("/login", data={"who": "anna", "password": "no"}).status_code == 403
    assert browser(desk).post("/login", data={"who": "anna", "password": PASSWORD}).status_code == 429
    later = NOW() + timedelta(minutes=16)
    assert desk.book.passwords.check("anna", PASSWORD, "", "x", later) == "in"


def test_one_address_cannot_try_one_name_after_another(desk: Desk) -> None:
    for number in range(20):
        desk.book.passwords.check(f"name {number}", "no", "", "10.0.0.9", NOW())
    assert desk.book.passwords.check("anna", PASSWORD, "", "10.0.0.9", NOW()) == "wait"
    assert desk.book.passwords.check("anna", PASSWORD, "", "10.0.0.8", NOW()) == "in"


def test_a_second_factor_is_asked_and_its_code_counts_once(desk: Desk) -> None:
    key, now = pyotp.random_base32(), NOW()
    code = pyotp.TOTP(key).at(now - timedelta(seconds=30))
    at = now.isoformat(timespec="seconds").replace("+00:00", "Z")
    desk.book.passwords.set_second(Signature("anna", "test", at), "anna", key, code)
    check = desk.book.passwords.check
    assert check("anna", PASSWORD, "", "x", now) == "code"
    assert check("anna", PASSWORD, "000000", "x", now) == "code"
    assert check("anna", PASSWORD, code, "x", now) == "code"  # used when it was set
    newest = pyotp.TOTP(key).at(now)
    assert check("anna", PASSWORD, newest, "x", now) == "in"
    assert check("anna", PASSWORD, newest, "x", now) == "code"


def test_a_second_factor_is_set_up_on_ones_own_page(desk: Desk) -> None:
    client = log_in(desk)
    key = key_of(client)
    page = client.post("/me/second/new", data={"key": key}).text
    fresh = re.search(r'name="fresh" value="([A-Z2-7]+)"', page)
    assert fresh
    wrong = client.post("/me/second", data={"key": key, "fresh": fresh[1], "code": "123"})
    assert wrong.status_code == 409
    code = pyotp.TOTP(fresh[1]).now()
    assert client.post("/me/second", data={"key": key, "fresh": fresh[1], "code": code}).status_code == 303
    assert desk.book.passwords.known("anna") == (True, True)


def test_passwords_are_kept_as_argon2id_only(desk: Desk, case: Workspace) -> None:
    kept = b"".join(file.read_bytes() for file in case.root.glob("casebook.db*"))
    assert b"$argon2id$" in kept
    assert PASSWORD.encode() not in kept


def test_a_new_password_ends_every_session(desk: Desk) -> None:
    one, other = log_in(desk), log_in(desk)
    form = {
        "key": key_of(one),
        "password": PASSWORD,
        "new": "another four words",
        "again": "another four words",
    }
    assert one.post("/me/password", data=form).status_code == 303
    assert one.get("/queue").status_code == other.get("/queue").status_code == 303
    assert log_in(desk, password="another four words").get("/queue").status_code == 200  # noqa: S106


def test_a_session_ended_elsewhere_is_over_at_once(desk: Desk) -> None:
    anna, adam = log_in(desk), log_in(desk, "adam")
    assert anna.get("/queue").status_code == 200
    assert adam.post("/people/sessions", data={"key": key_of(adam), "who": "anna"}).status_code == 303
    assert anna.get("/queue").headers["location"] == "/login?to=%2Fqueue"


def test_an_idle_and_an_old_session_end_by_themselves(desk: Desk) -> None:
    word = desk.book.logins.begin("anna", "password", "x", NOW())
    assert desk.book.logins.session_of(word, NOW() + timedelta(minutes=59))
    assert desk.book.logins.session_of(word, NOW() + timedelta(minutes=118))
    assert not desk.book.logins.session_of(word, NOW() + timedelta(minutes=180))
    kept = desk.book.logins.begin("anna", "password", "x", NOW())
    for minutes in range(0, 12 * 60, 50):
        assert desk.book.logins.session_of(kept, NOW() + timedelta(minutes=minutes))
    assert not desk.book.logins.session_of(kept, NOW() + timedelta(hours=12, minutes=1))


def test_with_people_a_link_lets_nobody_in(desk: Desk) -> None:
    client = browser(desk)
    answer = client.get(f"/enter?link={desk.links.make()}")
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_link_works_once_and_a_session_by_link_ends_when_people_come(case: Workspace) -> None:
    from schakel.showing.desk.app import open_desk  # noqa: PLC0415 - the desk without people is wanted here only

    desk = open_desk(case, "tester")
    link = desk.links.make()
    one, other = browser(desk), browser(desk)
    assert one.get(f"/enter?link={link}").status_code == 303
    assert other.get(f"/enter?link={link}").status_code == 403
    again = one.get(f"/enter?link={link}")  # who is in stays in, and is not sent to the door
    assert (again.status_code, again.headers["location"]) == (303, "/")
    assert one.get("/queue").status_code == 200
    from schakel.records.casework import Person  # noqa: PLC0415

    desk.book.casework("tester", "test").add_person(Person("tester", "admin"))
    assert one.get("/queue").headers["location"] == "/login?to=%2Fqueue"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_pages(desk: Desk) -> None:
    answer = browser(desk).post("/login", data={"who": "anna", "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    assert "domain" not in cookie


@pytest.mark.parametrize("key", ["", "wrong"])
def test_a_form_without_the_key_of_its_session_changes_nothing(desk: Desk, key: str) -> None:
    client = log_in(desk)
    answer = client.post("/verdict", data={"key": key, "subject": SELLER, "answer": "real", "seen": "0"})
    assert answer.status_code == 403
    assert desk.book.verdicts().all_verdicts() == []


def test_logging_out_ends_the_session(desk: Desk) -> None:
    client = log_in(desk)
    assert client.post("/logout", data={"key": key_of(client)}).status_code == 303
    assert client.get("/queue").headers["location"] == "/login?to=%2Fqueue"
    assert desk.book.logins.of("anna", NOW()) == []


def test_behind_tls_the_cookie_is_taken_back_as_browsers_want_it(desk: Desk) -> None:
    client = browser(desk)
    client.base_url = "https://127.0.0.1"
    kept = client.post("/login", data={"who": "anna", "password": PASSWORD}).headers["set-cookie"].lower()
    gone = client.post("/logout", data={"key": key_of(client)}).headers["set-cookie"].lower()
    for said in (kept, gone):
        assert said.startswith("__host-schakel")
        assert {"secure", "httponly", "path=/", "samesite=strict"} <= {
            part.strip() for part in said.split(";")
        }


def test_who_must_wait_is_told_how_long(desk: Desk) -> None:
    for _ in range(5):
        browser(desk).post("/login", data={"who": "anna", "password": "no"})
    answer = browser(desk).post("/login", data={"who": "anna", "password": PASSWORD})
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "900")
    assert "retry-after" not in browser(desk).post("/login", data={"who": "lea", "password": "no"}).headers
