"""The page of a campaign, and identity leads: what they show, what they ask for first, and what the ledger then says."""

import html
import re
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from schakel.records.grounds import Ground, Scope
from schakel.showing.desk import identity_page
from schakel.showing.desk.app import open_desk
from schakel.showing.known_names import KnownNames
from schakel.showing.seller_file import texts_of
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace
from tests.showing.desk.conftest import Acts, Page
from tests.showing.desk.hostile_case import CAMPAIGN, SELLER, message_id

SECRETS = ("Piet", "Gnod", "plug_groningen", "31612345678", "1234 5678", "987654321")


@pytest.fixture
def ground(case: Workspace) -> str:
    """An authorisation in force for cocaine and cannabis, one for firearms, and one whose days are over."""
    book = open_desk(case, "tester").book
    today = datetime.now(UTC).date()
    for name, goods, days in (
        ("A-1", ("cocaine", "cannabis"), 9),
        ("A-2", ("firearms",), 9),
        ("A-3", ("cocaine",), -1),
    ):
        scope = Scope(("identify",), commodities=goods)
        made = Ground(
            name,
            "wpg-9",
            "J. Smit",
            "file 12",
            scope,
            today - timedelta(days=9),
            today + timedelta(days=days),
        )
        book.casework("tester", "test").enter_ground(made)
    return "A-1"


def key_of(client: TestClient) -> str:
    found = re.search(r'data-key="([^"]+)"', client.get("/me").text)
    assert found
    return found[1]


def opened(client: TestClient, authorisation: str, why: str = "who is it") -> tuple[int, str]:
    form = {"key": key_of(client), "why": why, "authorisation": authorisation}
    answer = client.post(f"/seller/{SELLER}/identity", data=form)
    return answer.status_code, html.unescape(answer.text)


def test_a_file_says_how_many_slips_there_are_and_no_more(page: Page) -> None:
    text = re.sub(r"<[^>]+>", "", page(f"/seller/{SELLER}"))
    assert "contact buiten de handel: 2" in text
    assert "gebied waar hij werkt: 1" in text
    assert "p_9f3c2a" not in text


def test_they_open_on_a_ground_and_say_what_they_rest_on(desk: TestClient, ground: str, acts: Acts) -> None:
    status, text = opened(desk, ground)
    assert status == 200
    assert '<mark class="item">+31 6 1234 5678</mark>' in text  # the slip itself
    assert f"/message/{message_id(1)}" in text
    assert "veel waarschijnlijker als het één verkoper is" in text  # the link of its account, in words
    assert "p_9f3c2a" in text
    assert "plug_groningen" not in text  # of somebody else
    assert "Het kan van een ander zijn" in text
    assert "4 van 5 noemingen van een plaats wijzen naar Groningen" in text
    newest = acts()[-1]
    assert (newest.act, newest.inputs) == ("show", {"subject": SELLER})
    assert newest.settings | {"at": ""} == {
        "names": True, "identity": True, "why": "who is it", "authorisation": ground, "at": "",
    }  # fmt: skip


def test_names_around_a_slip_are_hidden(
    desk: TestClient, ground: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def named(engine: Engine, messages: list[str]) -> dict[str, str]:
        return {key: text.replace("Verse", "Dirko") for key, text in texts_of(engine, messages).items()}

    monkeypatch.setattr(identity_page, "texts_of", named)
    monkeypatch.setattr(identity_page, "known_names", lambda _: KnownNames(["Dirko"]))
    status, text = opened(desk, ground)
    assert status == 200
    assert text.count("••••• coke") == 2  # around the seller's own and around that of somebody else
    assert "Dirko" not in text


@pytest.mark.parametrize(
    ("authorisation", "why", "words"),
    [
        (
            "",
            "who is it",
            "Hiervoor is een machtiging nodig: namen en contacten openen. Er is niets gedaan of getoond.",
        ),
        ("A-2", "who is it", "dekt dit niet"),
        ("A-3", "who is it", "A-3"),
        ("A-9", "who is it", "Er is geen machtiging A-9"),
        ("A-1", "", "alleen om een reden getoond"),
    ],
)
def test_without_a_ground_that_covers_them_they_stay_shut(
    desk: TestClient, ground: str, acts: Acts, authorisation: str, why: str, words: str
) -> None:
    status, text = opened(desk, authorisation, why)
    assert status == 409
    assert words in text
    assert not [secret for secret in SECRETS if secret in text]
    assert "p_9f3c2a" not in text
    assert acts()[-1].act != "show"


def test_a_campaign_says_who_posts_it_and_what_that_says(page: Page) -> None:
    text = html.unescape(page(f"/campaign/{CAMPAIGN}"))
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))
    assert "31 verschillende teksten: 2" in plain
    assert "Het eerst geplaatst door a_a1a1a1a1" in plain
    assert f'href="/seller/{SELLER}"' in text
    assert "veel waarschijnlijker als het één verkoper is" in plain
    assert "zelfde telefoonnummer" in plain
    assert '<span class="slot">contact</span>' in text
    assert "cocaïne" in plain


def test_what_stands_in_its_slots_is_shown_for_a_reason(desk: TestClient, acts: Acts) -> None:
    hidden = html.unescape(desk.get(f"/campaign/{CAMPAIGN}").text)
    assert not [secret for secret in (*SECRETS, "HYPERLINK", "Verse coke") if secret in hidden]
    answer = desk.post(f"/campaign/{CAMPAIGN}/names", data={"key": key_of(desk), "why": "compare"})
    assert "HYPERLINK" in answer.text
    newest = acts()[-1]
    assert (newest.inputs, newest.settings["names"], newest.settings["why"]) == (
        {"subject": CAMPAIGN},
        True,
        "compare",
    )


def test_a_campaign_that_is_not_there(desk: TestClient, acts: Acts) -> None:
    before = len(acts())
    assert desk.get("/campaign/k_404").status_code == 404
    assert len(acts()) == before
