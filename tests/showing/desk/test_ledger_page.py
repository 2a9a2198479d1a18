"""The page of the ledger says in words what an entry holds; hashes are short there, and whole on demand."""

import re
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from schakel.custody.ledger import Ledger
from schakel.showing.desk.language import LANGUAGES, words
from schakel.store.workspace import Workspace
from tests.showing.desk.conftest import serving

HASH = "04aebf5010288e8e07bbcfe5bc3e20c1" * 2
WORDS = {"nl": ("zaakboek hash", "Hele regel"), "en": ("casebook hash", "Whole entry")}


def row_of(desk: TestClient, language: str) -> str:
    page = desk.get("/audit?act=verdict", headers={"accept-language": language}).text
    found = re.search(r'<td role="cell" class="data">.*?</td>', page, re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_is_told_in_words_and_its_hashes_are_short(
    desk: TestClient, case: Workspace, language: str
) -> None:
    told = {
        "answer": "real",
        "casebook": {"act": 7, "hash": HASH},
        "files": [{"sha256": HASH}],
        "other": None,
    }
    Ledger(case.ledger, "anna").add("verdict", outputs=told, settings={"at": "desk", "why": "seen"})
    row = row_of(desk, language)
    before, _, details = row.partition("<details>")
    field, summary = WORDS[language]
    said = " ".join(re.sub(r"<[^>]+>", "", before).split())
    assert f"{field} {HASH[:12]}…" in said
    assert HASH not in said
    assert "{" not in said
    assert details.startswith(f"<summary>{summary}")
    assert f'"hash": "{HASH}"' in unescape(details)


def test_fields_have_words_in_both_languages() -> None:
    dutch, english = (words(language)["ledger_field"] for language in ("nl", "en"))
    assert dutch.keys() == english.keys()


def test_what_is_whole_is_reached_by_keyboard(browser: Any, case: Workspace) -> None:
    Ledger(case.ledger, "anna").add("verdict", outputs={"casebook": {"act": 7, "hash": HASH}})
    with serving(case) as served:
        visitor = served.visitor(browser)
        visitor.goto("/audit?act=verdict")
        summary = visitor.page.locator(".acts summary").first
        assert visitor.page.locator(".acts .whole").first.is_hidden()
        summary.focus()
        visitor.page.keyboard.press("Enter")
        assert HASH in visitor.page.locator(".acts .whole").first.inner_text()
        visitor.leave()
