"""Login through an identity provider, against a real small one on 127.0.0.1: who comes in, and everything that is refused."""

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

pytest.importorskip("authlib", reason="authlib is not installed (schakel[oidc])")

import httpx2
import msgspec
from starlette.testclient import TestClient

from schakel.custody.ledger import Ledger
from schakel.records.casework import Act, Person
from schakel.records.errors import SettingsError
from schakel.showing.desk.app import application, open_desk
from schakel.showing.desk.desk import Desk
from schakel.showing.desk.oidc.opening import SECRET as VARIABLE
from schakel.showing.desk.oidc.opening import open_provider
from schakel.store.settings import OidcSettings, read_settings
from schakel.store.workspace import Workspace, create_workspace
from tests.showing.desk.conftest import serve
from tests.showing.desk.identity_provider import CLIENT, SECRET, TestProvider, providing
from tests.showing.desk.people import desk_with_people

HERE = "http://127.0.0.1:8765"


@pytest.fixture(scope="module")
def one_provider() -> Iterator[TestProvider]:
    with providing() as provider:
        yield provider


@pytest.fixture
def provider(one_provider: TestProvider, monkeypatch: pytest.MonkeyPatch) -> TestProvider:
    """The provider, telling the truth again."""
    monkeypatch.setenv(VARIABLE, SECRET)
    fresh = TestProvider(address=one_provider.address)
    one_provider.__dict__.update(fresh.__dict__)
    return one_provider


@pytest.fixture
def settings(provider: TestProvider) -> OidcSettings:
    return OidcSettings(issuer=provider.address, client=CLIENT)


@pytest.fixture(scope="module")
def place(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with people, for all tests that leave its people as they are."""
    workspace = create_workspace(tmp_path_factory.mktemp("oidc") / "workspace")
    shutil.copytree(built.root, workspace.root, dirs_exist_ok=True)
    desk_with_people(workspace).book.close()
    return workspace


def opened(place: Workspace, settings: OidcSettings) -> Desk:
    return open_desk(place, "tester", oidc=settings)


def browser(desk: Desk) -> TestClient:
    return TestClient(
        application(desk),
        base_url=HERE,
        headers={"accept-language": "en"},
        raise_server_exceptions=False,
        follow_redirects=False,
    )


def sent_away(client: TestClient) -> tuple[str, dict[str, str]]:
    """Where the desk sends a browser, and the question in it."""
    away = client.get("/login/oidc")
    assert away.status_code == 303
    there = away.headers["location"]
    return there, {name: values[0] for name, values in parse_qs(urlsplit(there).query).items()}


def came_back(client: TestClient, address: str) -> Any:
    return client.get(address, headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"})


def way_back(client: TestClient) -> str:
    """Through the provider, as a person who says yes there, to the address at which it gives the browser back."""
    there, question = sent_away(client)
    with httpx2.Client(trust_env=False) as person:
        answer = person.post(f"http://{urlsplit(there).netloc}/approve", data=question)
    return str(answer.headers["location"]).removeprefix(HERE)


def logged_in(client: TestClient) -> Any:
    return came_back(client, way_back(client))


def test_who_the_provider_vouches_for_comes_in(place: Workspace, settings: OidcSettings) -> None:
    client = browser(opened(place, settings))
    assert "Log in through the organisation" in client.get("/login").text
    answer = logged_in(client)
    assert answer.status_code == 200
    assert "SameSite=strict" in answer.headers["set-cookie"]
    assert client.get("/queue").status_code == 200
    assert "identity provider of the organisation" in client.get("/me").text
    newest = [(act.act, act.who) for act in Ledger(place.ledger, "reader").entries()][-2:]
    assert newest == [("login", "anna"), ("list", "anna")]


def test_who_asked_for_a_page_lands_there_and_the_provider_is_not_told(
    place: Workspace, settings: OidcSettings
) -> None:
    client = browser(opened(place, settings))
    asked = client.get("/search?q=glock").headers["location"]
    away = re.search(r'href="(/login/oidc[^"]*)"', client.get(asked).text)
    assert away
    there = client.get(away[1]).headers["location"]
    assert "glock" not in there
    question = {name: values[0] for name, values in parse_qs(urlsplit(there).query).items()}
    with httpx2.Client(trust_env=False) as person:
        answer = person.post(f"http://{urlsplit(there).netloc}/approve", data=question)
    landed = came_back(client, answer.headers["location"].removeprefix(HERE)).text
    assert 'content="0;url=/search?q=glock"' in landed
    assert 'href="/search?q=glock"' in landed


def test_the_question_says_no_more_than_it_must(place: Workspace, settings: OidcSettings) -> None:
    there, question = sent_away(browser(opened(place, settings)))
    assert there.startswith(f"{settings.issuer}/authorize?")
    assert set(question) == {
        "response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge", "code_challenge_method",
    }  # fmt: skip
    assert question["redirect_uri"] == f"{HERE}/login/oidc/back"


now = time.time
LIES: dict[str, tuple[dict[str, Any], str]] = {
    "nonce": ({"more": {"nonce": "of another login"}}, "proof"),
    "no nonce": ({"more": {"nonce": None}}, "proof"),
    "audience": ({"more": {"aud": "another-desk"}}, "proof"),
    "audiences": ({"more": {"aud": [CLIENT, "another-desk"], "azp": "another-desk"}}, "proof"),
    "expired": ({"more": {"exp": int(now()) - 120}}, "proof"),
    "from the future": ({"more": {"iat": int(now()) + 3600}}, "proof"),
    "issuer": ({"more": {"iss": "https://elsewhere.example"}}, "proof"),
    "no subject": ({"more": {"sub": None}}, "proof"),
    "another key": ({"wrong_key": True}, "proof"),
    "no signature": ({"unsigned": True}, "proof"),
    "unknown": ({"who": "mallory"}, "does not know you"),
    "nobody": ({"who": ""}, "no name"),
    "a list for a name": ({"more": {"preferred_username": ["anna"]}}, "no name"),
    "declined": ({"declines": True}, "broke the login off"),
    "calls itself otherwise": ({"describes": {"issuer": "https://elsewhere.example"}}, "cannot be asked"),
    "keys elsewhere": ({"describes": {"jwks_uri": "https://elsewhere.example/keys"}}, "cannot be asked"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_proof_that_is_not_right_lets_nobody_in(
    place: Workspace, provider: TestProvider, settings: OidcSettings, lie: str
) -> None:
    client = browser(opened(place, settings))
    changed, words = LIES[lie]
    provider.__dict__.update({name: value for name, value in changed.items() if name != "describes"})
    back = way_back(client)
    provider.describes = changed.get("describes", {})
    answer = came_back(client, back)
    assert answer.status_code == 403
    assert words in answer.text
    assert "schakel_8765" not in client.cookies
    assert client.get("/queue").headers["location"] == "/login?to=%2Fqueue"
    assert list(Ledger(place.ledger, "reader").entries())[-1].act == "login-refused"


def test_an_ended_person_is_unknown(case: Workspace, settings: OidcSettings) -> None:
    desk_with_people(case).book.close()
    desk = opened(case, settings)
    anna = desk.book.person("anna")
    assert anna is not None
    desk.book.casework("adam", "test").change_person(replace(anna, active=False), "left")
    assert "does not know you" in logged_in(browser(desk)).text


@pytest.mark.parametrize("wrong", ["state", "cookie", "twice", "author", "late"])
def test_an_answer_to_another_login_is_refused(
    place: Workspace, settings: OidcSettings, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    client = browser(opened(place, settings))
    back = way_back(client)
    said = {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}
    if wrong == "state":
        said["state"] = "of another login"
    if wrong == "cookie":
        client.cookies.clear()  # somebody else's browser
    if wrong == "author":
        said["iss"] = "https://elsewhere.example"  # RFC 9207
    if wrong == "late":
        monkeypatch.setattr("schakel.showing.desk.oidc.begun.LONGEST", timedelta(seconds=-1))
    address = f"/login/oidc/back?{urlencode(said)}"
    if wrong == "twice":
        assert came_back(client, address).status_code == 200
        client.cookies.clear()
    answer = came_back(client, address)
    assert answer.status_code == 403
    assert "does not belong to a login" in answer.text
    assert client.get("/queue").headers["location"] == "/login?to=%2Fqueue"


def test_a_code_counts_for_its_verifier_only(
    place: Workspace, provider: TestProvider, settings: OidcSettings
) -> None:
    mine, theirs = browser(opened(place, settings)), browser(open_desk(place, "tester", oidc=settings))
    stolen = parse_qs(urlsplit(way_back(theirs)).query)["code"][0]
    _, question = sent_away(mine)
    answer = came_back(mine, f"/login/oidc/back?{urlencode({'code': stolen, 'state': question['state']})}")
    assert answer.status_code == 403
    assert "cannot be asked" in answer.text


ROLES = {"desk-leaders": "leader", "desk-analysts": "analyst", "desk-admins": "admin"}


@pytest.mark.parametrize(
    ("who", "groups", "role"),
    [
        ("anna", ["desk-analysts", "canteen"], "analyst"),
        ("anna", ["desk-analysts", "desk-leaders"], "leader"),  # the first of the mapping that fits
        ("anna", "desk-leaders", "leader"),
        ("anna", ["canteen"], None),
        ("anna", None, None),
        ("adam", ["desk-analysts"], None),  # the only admin stays one
        ("petra", ["desk-analysts"], None),  # an analyst works in a unit, and she has none
    ],
)
def test_the_provider_names_the_role_where_roles_are_mapped(
    place: Workspace, provider: TestProvider, settings: OidcSettings, who: str, groups: Any, role: str | None
) -> None:
    desk = opened(place, msgspec.structs.replace(settings, roles=ROLES))
    desk.book.casework("adam", "test").change_person(Person("anna", "analyst", "limburg"), "as it was")
    already = len(_from_provider(desk))
    before = desk.book.person(who)
    provider.who, provider.more = who, {"groups": groups}
    answer = logged_in(browser(desk))
    after = desk.book.person(who)
    assert before is not None
    assert after is not None
    assert (answer.status_code, after.role) == ((200, role) if role else (403, before.role))
    assert len(_from_provider(desk)) - already == (role == "leader")


def _from_provider(desk: Desk) -> list[Act]:
    return [act for act in desk.book.casework("oscar", "test").log() if act.who == "identity provider"]


def test_an_address_for_mail_counts_once_it_was_verified(
    place: Workspace, provider: TestProvider, settings: OidcSettings
) -> None:
    desk = opened(place, msgspec.structs.replace(settings, person="email"))
    provider.more = {"email": "anna"}
    assert logged_in(browser(desk)).status_code == 403
    provider.more = {"email": "anna", "email_verified": True}
    assert logged_in(browser(desk)).status_code == 200


def test_the_desk_asks_the_provider_and_nobody_else(
    place: Workspace, provider: TestProvider, settings: OidcSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even a proxy that the surroundings name."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    provider.asked.clear()
    assert logged_in(browser(opened(place, settings))).status_code == 200
    about = "/.well-known/openid-configuration"
    assert provider.asked == [about, "/approve", about, "/token", "/keys"]


def test_off_unless_it_is_set_up(desk: TestClient) -> None:
    assert desk.get("/login/oidc").status_code == 404
    assert desk.get("/login/oidc/back?code=x&state=y").status_code == 404
    assert "/login/oidc" not in desk.get("/login").text
    led = desk.get("/login/oidc/back", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"})
    assert "other pages" in led.text


def test_only_the_way_back_may_be_asked_for_by_another_page(place: Workspace, settings: OidcSettings) -> None:
    client = browser(opened(place, settings))
    cross = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert "other pages" in client.get("/queue", headers=cross).text
    assert "other pages" in client.get("/login/oidc", headers=cross).text
    assert "other pages" in client.get("/login/oidc/back", headers=cross | {"sec-fetch-mode": "no-cors"}).text
    assert client.get("/login/oidc/back", headers=cross).status_code == 403


@pytest.mark.parametrize(
    ("changed", "environment", "people", "words"),
    [
        ({"issuer": "http://login.example"}, SECRET, True, "no https address"),
        ({"issuer": "login.example"}, SECRET, True, "no https address"),
        ({}, "", True, VARIABLE),
        ({"roles": {"x": "king"}}, SECRET, True, "king"),
        ({}, SECRET, False, "knows nobody yet"),
    ],
)
def test_what_cannot_work_is_told_before_the_desk_opens(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any], environment: str, people: bool, words: str
) -> None:
    monkeypatch.setenv(VARIABLE, environment)
    settings = msgspec.structs.replace(OidcSettings("https://login.example", CLIENT), **changed)
    with pytest.raises(SettingsError, match=words):
        open_provider(settings, people=people)


def test_behind_a_proxy_the_way_back_is_the_proxys(place: Workspace, settings: OidcSettings) -> None:
    through = TestClient(
        application(opened(place, settings), "desk.example"),
        base_url="https://desk.example",
        follow_redirects=False,
    )
    away = through.get("/login/oidc")
    question = parse_qs(urlsplit(away.headers["location"]).query)
    assert question["redirect_uri"] == ["https://desk.example/login/oidc/back"]
    assert {"HttpOnly", "Secure", "SameSite=lax"} <= set(away.headers["set-cookie"].split("; "))
    elsewhere = through.get("/login/oidc", headers={"host": "other.example"})
    assert elsewhere.status_code == 400


def test_a_provider_that_is_not_there_is_told(place: Workspace, provider: TestProvider) -> None:
    gone = OidcSettings(issuer="http://127.0.0.1:9", client=CLIENT)
    answer = browser(opened(place, gone)).get("/login/oidc")
    assert answer.status_code == 403
    assert "with a password still works" in answer.text


def test_the_settings_as_the_documentation_writes_them(workspace: Workspace) -> None:
    page = (Path(__file__).parents[3] / "docs" / "desk.md").read_text(encoding="utf-8")
    (written,) = re.findall(r"```toml\n(\[desk\.oidc\]\n.*?)```", page, re.DOTALL)
    workspace.settings.write_text(written, encoding="utf-8")
    oidc = read_settings(workspace.settings).desk.oidc
    assert oidc is not None
    assert set(oidc.roles.values()) == {"analyst", "leader"}
    assert "SCHAKEL_OIDC_SECRET" in page


def test_a_person_comes_in_through_the_provider_with_real_clicks(
    browser: Any, place: Workspace, provider: TestProvider, settings: OidcSettings
) -> None:
    with serve(opened(place, settings)) as served:
        visitor = served.stranger(browser)
        page = visitor.page
        visitor.goto("/login")
        page.get_by_role("link", name="Inloggen via de organisatie").click()
        page.get_by_role("button", name="Yes, it is me").click()
        page.wait_for_url(f"{served.address}/")
        assert "anna" in page.locator(".me").inner_text()
        elsewhere = [url for url in visitor.requests if not url.startswith(f"{served.address}/")]
        assert {urlsplit(url).path for url in elsewhere} == {"/authorize", "/approve", "/favicon.ico"} - (
            set() if any("favicon" in url for url in elsewhere) else {"/favicon.ico"}
        )
        visitor.requests[:] = [url for url in visitor.requests if url not in elsewhere]
        visitor.complaints[:] = [
            said for said in visitor.complaints if "favicon" not in said and "404" not in said
        ]
        visitor.leave()
