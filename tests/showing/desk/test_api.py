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

from schakel.records.casework import Person
from schakel.showing.desk.app import application, open_desk
from schakel.showing.desk.desk import Desk
from schakel.store.workspace import Workspace
from tests.showing.desk.conftest import Acts
from tests.showing.desk.hostile_case import ACCOUNT, LEAD, SECOND, SELLER, message_id
from tests.showing.desk.people import NOW, desk_with_people

SECRETS = ("Piet", "Gnod", "plug_groningen", "31612345678", "1234 5678", "Jan de Vries", "987654321")


@pytest.fixture(scope="module")
def opened(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return open_desk(built, "tester", tmp_path_factory.mktemp("api") / "casebook.db")


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
    GET  sellers/S       200  200  404   403   403   403   403
    GET  messages/M      200  200  403   403   403   403   403
    GET  plan            200  200  403   403   403   403   403
    GET  verdicts        200  200  403   403   403   403   403
    POST verdicts        422  422  403   403   403   403   403
"""


def test_every_route_of_every_role(case: Workspace) -> None:
    desk = desk_with_people(case)
    names, *rows = [line.split() for line in RIGHTS.strip().splitlines()]
    seen = {}
    for at, who in enumerate(names):
        api = client(desk, who)
        for method, path, *wanted in rows:
            there = path.replace("sellers/S", f"sellers/{SELLER}").replace(
                "messages/M", f"messages/{message_id(1)}"
            )
            seen[who, method, path] = (api.request(method, there, content=b"{}").status_code, int(wanted[at]))
    assert {key: value for key, value in seen.items() if value[0] != value[1]} == {}


def test_the_description_names_every_shape_that_it_uses(opened: Desk) -> None:
    text = TestClient(application(opened), base_url="http://127.0.0.1:8765").get("/api/v1/openapi.json").text
    named = json.loads(text)["components"]["schemas"]
    assert set(re.findall(r"#/components/schemas/(\w+)", text)) <= set(named)


def test_the_example_of_the_documentation_runs(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
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
    assert "ghost 6% (2%-21%)  cocaine" in capsys.readouterr().out


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
