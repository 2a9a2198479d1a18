"""Nothing that was read as a contact in a message of the example market is shown anywhere, unless names are asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from schakel.showing.campaign_file import campaign_file
from schakel.showing.desk.marked_text import hide, snippet
from schakel.showing.known_names import known_names
from schakel.showing.seller_file import hidden_templates, seller_file
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import Workspace
from tests.inside import inside

_LEFT = 3  # signs of a contact that may stand: two are left as they are, and a third may be a mark


@pytest.fixture
def engine(example_case: Path) -> Iterator[DuckDBEngine]:
    engine = DuckDBEngine(Workspace(example_case))
    yield engine
    engine.workers.close()


@pytest.fixture
def written(engine: DuckDBEngine) -> dict[str, set[str]]:
    """By text: the contacts as they are written in it, with the text."""
    texts = {
        row["message_id"]: row["text"] for row in engine.read("messages", ["message_id", "text"]).to_pylist()
    }
    found: dict[str, set[str]] = {}
    for row in engine.read("selectors").to_pylist():
        text = texts[row["message_id"]]
        found.setdefault(text, set()).add(text[row["start"] : row["end"]])
    return found


def leaks(shown: str, contacts: set[str]) -> list[str]:
    low = " ".join(shown.lower().split())
    return [one for one in contacts if len(one) > _LEFT and " ".join(one.lower().split()) in low]


def test_in_no_text_and_no_snippet(engine: DuckDBEngine, written: dict[str, set[str]]) -> None:
    assert len(written) > 100
    for text, contacts in written.items():
        assert leaks(hide(text, [], len(text)), contacts) == []
        assert leaks("".join(piece.text for piece in snippet(text, [], []).pieces), contacts) == []


def test_on_no_page_of_a_campaign_or_a_seller(engine: DuckDBEngine, written: dict[str, set[str]]) -> None:
    every = {one for contacts in written.values() for one in contacts}
    for campaign in engine.read("templates", ["campaign_id"])["campaign_id"].to_pylist()[::4]:
        file = campaign_file(engine, campaign)
        held = [value for slot in file.slots for value, _ in slot.values] + [
            slot.after for slot in file.slots
        ]
        assert leaks(" | ".join([file.template, *held]), every) == []
    for seller in sorted(set(engine.read("sellers", ["seller_id"])["seller_id"].to_pylist()))[::4]:
        templates = hidden_templates(engine, seller_file(engine, seller).campaigns)
        assert leaks(" | ".join(templates.values()), every) == []


def test_on_no_screen(example_case: Path, engine: DuckDBEngine) -> None:
    every = engine.read("templates", ["campaign_id", "template"]).to_pylist()
    campaign, written = next(
        (row["campaign_id"], row["template"].split("Snap: ")[1].split()[0])
        for row in every
        if "Snap: " in row["template"] and "Snap: <" not in row["template"]
    )
    assert written not in inside("show", campaign, "-w", example_case).stdout
    assert written in inside("show", campaign, "--names", "--why", "test", "-w", example_case).stdout
    for words in (("Snap", "--json"), ("Snap",), (written,)):
        assert written not in inside("search", *words, "-w", example_case).stdout
    poster = campaign_file(engine, campaign).campaign["first_seller_id"]
    if poster:
        assert written not in inside("show", poster, "-w", example_case).stdout


def test_display_names_are_hidden_inside_texts(example_case: Path, engine: DuckDBEngine) -> None:
    known = known_names(engine)
    texts = sorted({text for text in engine.read("messages", ["text"])["text"].to_pylist() if text})
    named = [text[start:end] for text in texts for start, end in known.places(text)]
    assert len(named) > 100
    assert len({word for word in named if word.islower() and len(word) < 5}) == 0
    shown = inside("search", "Olga", "-w", example_case).stdout
    assert "Olga" not in shown.replace("schakel search", "")
