"""The API: what it gives, what it refuses, and that it keeps to its own description whatever is asked."""

import json
import re
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from schakel.reading.suggesting.suggest import Suggestion
from schakel.records.casework import Person
from schakel.showing.desk.api import keeping_answers
from schakel.showing.desk.api.routes import ENDPOINTS
from schakel.showing.desk.app import application, open_desk
from schakel.showing.desk.desk import Desk
from schakel.showing.known_names import KnownNames
from schakel.store.workspace import Workspace
from tests.showing.desk.conftest import Acts
from tests.showing.desk.hostile_case import (
    ACCOUNT,
    CAMPAIGN,
    CHAT,
    LEAD,
    QUIET_SELLER,
    SECOND,
    SELLER,
    message_id,
)
from tests.showing.desk.people import NOW, desk_with_people

SECRETS = ("Piet", "Gnod", "plug_groningen", "31612345678", "1234 5678", "Jan de Vries", "987654321")


@pytest.fixture(scope="module")
def opened(market_case: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return open_desk(market_case, "tester", tmp_path_factory.mktemp("api") / "casebook.db")


@pytest.fixture
def desk(case: Workspace) -> Desk:
    return open_desk(case, "tester")


def client(desk: Desk, who: str) -> TestClient:
    word = desk.book.tokens.make(who, "test", 1, NOW())
    return TestClient(
        application(desk),
        base_url="http://127.0.0.1:8765/api/v1",
        headers={"authorization": f"Bearer {word}"},
        raise_server_exceptions=False,
    )


def test_leads_sellers_and_messages_without_names(desk: Desk, acts: Acts) -> None:
    api = client(desk, "tester")
    found = api.get("leads").json()
    assert found["found"] == 2
    assert found["leads"][0]["lead_id"] == LEAD
    assert found["leads"][0]["ghost"] == 0.06
    seller = api.get(f"sellers/{SELLER}").json()
    assert {row["left"] for row in seller["links"]} == {ACCOUNT}
    assert seller["identity_leads"] == {"home-area": 1, "outside-selector": 2}
    assert api.get(f"leads/{LEAD}").json()["seller_id"] == SELLER
    message = api.get(f"messages/{message_id(1)}").json()
    assert message["items"][0]["commodity"] == "cocaine"
    assert "coke 10 gram 350" in message["text"]
    plan = api.get("plan", params={"chosen": "yes"}).json()
    assert [row["lead_id"] for row in plan["rows"]] == [LEAD]
    everything = json.dumps([found, seller, message, plan])
    assert not [secret for secret in SECRETS if secret in everything]
    assert [act.act for act in acts()][-5:] == ["list", "show", "show", "show", "show-plan"]
    assert {act.who for act in acts()[-5:]} == {"tester"}


def test_the_screens_of_the_market_without_names(market_copy: Workspace, acts: Acts) -> None:
    api = client(open_desk(market_copy, "tester"), "tester")
    market = api.get("market").json()
    assert market["ads"] == 6
    assert [one["population"] for one in market["sizes"]] == ["real-sellers"]
    assert [len(row) for row in market["hours"]] == [24] * 7
    places = api.get("map").json()
    assert {"Antwerpen"} < {row["name"] for row in places["abroad"]}
    some = api.get("map", params={"since": "2025-12"}).json()
    assert sum(row["ads"] for row in some["provinces"]) < sum(row["ads"] for row in places["provinces"])
    network = api.get(
        "network", params={"best": 1, "without": QUIET_SELLER, "kind": "replies,forwards"}
    ).json()
    assert QUIET_SELLER in network["what_if"]["removed"]
    assert {kind for tie in network["ties"] for kind in tie["kinds"]} <= {"replies", "forwards"}
    (done,) = api.get("interventions").json()["interventions"]
    assert (done["kind"], done["began_on"], done["targets"]) == (
        "warning",
        "2025-11-18",
        [{"kind": "chat", "id": CHAT}],
    )
    coverage = api.get("coverage").json()
    assert coverage["missing"] == sum(row["missing"] for row in coverage["chats"]) == 8
    days = api.get(f"coverage/{CHAT}").json()
    assert len(days["days"]) == 21
    everything = json.dumps([market, places, network, done, coverage, days])
    assert not [secret for secret in SECRETS if secret in everything]
    assert [act.act for act in acts()][-7:] == ["list"] * 7


def test_searching_campaigns_words_the_ledger_and_intake(market_copy: Workspace, acts: Acts) -> None:
    api = client(open_desk(market_copy, "tester"), "tester")
    found = api.get("search", params={"q": "verse coke"}).json()
    assert found["hits"][0]["message_id"] == message_id(1)
    assert found["facets"]["commodity"][0]["value"] == "cocaine"
    assert api.get("search").json()["texts"] == 0
    alike = api.get(f"similar/{message_id(1)}").json()
    campaign = api.get(f"campaigns/{CAMPAIGN}").json()
    assert (campaign["posts"], campaign["first_account_id"]) == (31, ACCOUNT)
    assert {campaign["pairs"][0]["left"], campaign["pairs"][0]["right"]} == {ACCOUNT, SECOND}
    words = api.get("lexicon").json()
    assert words == {"own": [], "proposed": []}
    brought = api.get("intake").json()
    assert brought["arrival"] is None
    assert brought["sources"][0]["name"] == "result.json"
    everything = json.dumps([found, alike, campaign, brought])
    assert not [secret for secret in SECRETS if secret in everything]
    ledger = api.get("audit", params={"act": "search", "verify": "1"}).json()
    assert ledger["ledger_holds"] is True
    assert ledger["found"] == sum(act.act == "search" for act in acts()) >= 2
    assert {act["who"] for act in ledger["acts"]} == {"tester"}
    assert acts()[-1].act == "audit"


def test_names_of_the_workspace_are_hidden_in_contexts_of_words(
    market_copy: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Suggestion("sneeuwbal", "", 0.0, 1.0, True, 1.0, 3, 3, 0, ("sneeuwbal bij Dirko",), ())
    monkeypatch.setattr(keeping_answers, "proposed", lambda *_: [one])
    monkeypatch.setattr(keeping_answers, "known_names", lambda _: KnownNames(["Dirko"]))
    words = client(open_desk(market_copy, "tester"), "tester").get("lexicon", params={"look": "1"}).json()
    assert words["proposed"][0]["contexts"] == ["sneeuwbal bij •••••"]


def test_while_the_search_index_is_made_a_program_is_told_to_ask_again(
    market_copy: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schakel.showing.desk.searching.Searching.index", lambda _: None)
    answer = client(open_desk(market_copy, "tester"), "tester").get("search", params={"q": "coke"})
    assert (answer.status_code, answer.json()["error"]) == (409, "not_ready")


def test_a_verdict_is_written_once_and_a_stale_one_is_told(desk: Desk) -> None:
    api = client(desk, "tester")
    first = api.post("verdicts", json={"subject": SELLER, "answer": "ghost", "seen": 0, "why": "never came"})
    assert first.status_code == 201
    stale = api.post("verdicts", json={"subject": SELLER, "answer": "real", "seen": 0})
    assert stale.status_code == 409
    assert "tester was ahead of you: ghost" in stale.json()["details"]
    pair = api.post("verdicts", json={"subject": ACCOUNT, "other": SECOND, "answer": "same", "seen": 0})
    assert pair.status_code == 201
    taken = api.post(f"verdicts/{first.json()['verdict_id']}/undo", json={"why": "mistake"})
    assert taken.json()["undoes"] == first.json()["verdict_id"]
    assert [row["answer"] for row in api.get("verdicts").json()["verdicts"]] == ["ghost", "same", "unsure"]


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Basic dGVzdDp0ZXN0"])
def test_without_a_token_nothing_is_told(opened: Desk, header: str) -> None:
    api = TestClient(application(opened), base_url="http://127.0.0.1:8765")
    answer = api.get("/api/v1/leads", headers={"authorization": header})
    assert answer.status_code == 401
    assert answer.json()["error"] == "no_token"


def test_an_ended_token_and_an_ended_person_come_in_no_more(case: Workspace) -> None:
    desk = desk_with_people(case)
    api = client(desk, "anna")
    assert api.get("leads").status_code == 200
    admin = desk.book.casework("adam", "test")
    admin.change_person(Person("anna", "analyst", "limburg", active=False), "left")
    assert api.get("leads").status_code == 401
    other = client(desk, "otto")
    (token,) = desk.book.tokens.of("otto", NOW())
    desk.book.tokens.end("otto", token.token_sha256, NOW())
    assert other.get("leads").status_code == 401


RIGHTS = """
                         anna lena petra oscar adele edith adam
    GET  leads           200  200  403   403   403   403   403
    GET  leads/L         200  200  403   403   403   403   403
    GET  sellers/S       200  200  404   403   403   403   403
    GET  messages/M      200  200  403   403   403   403   403
    GET  campaigns/K     200  200  403   403   403   403   403
    GET  search?q=coke   200  200  403   403   403   403   403
    GET  similar/M       200  200  403   403   403   403   403
    GET  market          200  200  200   200   403   200   403
    GET  map             200  200  200   200   403   200   403
    GET  network         200  200  403   403   403   403   403
    GET  interventions   200  200  200   200   403   200   403
    GET  coverage        200  200  200   200   403   200   403
    GET  coverage/C      200  200  200   200   403   200   403
    GET  lexicon         403  403  403   403   403   200   403
    GET  audit           403  403  403   200   200   403   403
    GET  intake          200  200  403   403   403   403   403
    GET  plan            200  200  403   403   403   403   403
    GET  verdicts        200  200  403   403   403   403   403
    POST verdicts        422  422  403   403   403   403   403
    POST verdicts/1/undo 409  409  403   403   403   403   403
"""
PLACES = {"S": SELLER, "L": LEAD, "M": message_id(1), "K": CAMPAIGN, "C": CHAT}


def test_every_route_of_every_role(market_copy: Workspace) -> None:
    desk = desk_with_people(market_copy)
    names, *rows = [line.split() for line in RIGHTS.strip().splitlines()]
    seen = {}
    for at, who in enumerate(names):
        api = client(desk, who)
        for method, path, *wanted in rows:
            there = re.sub(r"/([A-Z])$", lambda found: f"/{PLACES[found[1]]}", path)
            seen[who, method, path] = (api.request(method, there, content=b"{}").status_code, int(wanted[at]))
    assert {key: value for key, value in seen.items() if value[0] != value[1]} == {}
    asked = {(row[0], re.sub(r"\?.*|(?<=/)[A-Z0-9]$", "", row[1])) for row in rows}
    known = {
        (e.method, re.sub(r"\{\w+\}$", "", e.path).strip("/")) for e in ENDPOINTS if "undo" not in e.path
    }
    assert {(method, path.strip("/")) for method, path in asked if "undo" not in path} == known


def test_the_description_names_every_shape_that_it_uses(opened: Desk) -> None:
    text = TestClient(application(opened), base_url="http://127.0.0.1:8765").get("/api/v1/openapi.json").text
    named = json.loads(text)["components"]["schemas"]
    assert set(re.findall(r"#/components/schemas/(\w+)", text)) <= set(named)


def test_the_example_of_the_documentation_runs(
    market_copy: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = open_desk(market_copy, "tester")
    page = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
    cells = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(cells) >= 4
    api = client(desk, "tester")
    space = {
        "get": lambda path, **asked: api.get(path, params=asked).json(),
        "post": lambda path, **body: api.post(path, json=body).json(),
    }
    for cell in cells[1:]:  # the first cell connects; here the test client does
        exec(cell, space)  # noqa: S102 - our own documentation
    printed = capsys.readouterr().out
    assert "ghost 6% (2%-21%)  cocaine" in printed
    assert "real-sellers" in printed
    assert "Groningen" in printed


def as_this_machine(app: ASGIApp) -> ASGIApp:
    """The application under a name that it answers to, whatever name the tester uses."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            kept = [(name, value) for name, value in scope["headers"] if name != b"host"]
            scope = dict(scope) | {"headers": [*kept, (b"host", b"localhost")]}
        await app(scope, receive, send)

    return answer


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_whatever_is_asked_the_description_holds(opened: Desk, mode: GenerationMode) -> None:
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", as_this_machine(application(opened)))
    token = opened.book.tokens.make("tester", "test", 1, NOW())
    asked = []
    for found in described.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=5,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        def holds(case: schemathesis.Case) -> None:
            # The token is given to every call, so the tester cannot leave it out; a test above does.
            sent = case.call_and_validate(
                headers={"authorization": f"Bearer {token}"}, excluded_checks=[ignored_auth]
            )
            asked.append(sent.status_code)

        try:
            holds()
        except Unsatisfiable:
            assert mode is GenerationMode.NEGATIVE  # where nothing is asked nothing can be asked wrongly
    assert len(asked) > 20
    assert max(asked) < 500
