"""`schakel lexicon suggest`, `accept` and `drop`, as a person types them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from schakel import road
from schakel.reading.suggesting.suggest import Suggestion
from schakel.records.errors import SettingsError
from schakel.showing.cli.app import command_line
from tests.commands import table_bytes
from tests.reading.suggesting.market import market

KNOWS_OWN_WORDS = "own_words" in Path(road.__file__).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of the made-up market with new words."""
    folder = tmp_path_factory.mktemp("lexicon")
    messages = [
        {
            "id": number,
            "type": "message",
            "date": "2025-11-18T20:00:00",
            "date_unixtime": str(1763492400 + number),
            "from": "Olga Zwartjens" if post.account == "a0" else post.account,
            "from_id": f"user{1000 + int(post.account[1:]) + (0 if post.trade else 100)}",
            "text": post.text,
        }
        for number, post in enumerate(market(), 1)
    ]
    chat = {"name": "markt", "type": "public_supergroup", "id": 77, "messages": messages}
    (folder / "result.json").write_text(json.dumps(chat), encoding="utf-8")
    typed("run", folder / "result.json", "-w", folder / "w")
    return folder / "w"


def typed(*words: str | Path) -> str:
    """What a command prints."""
    done = CliRunner().invoke(command_line(), [str(word) for word in words], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def answer(*words: str | Path) -> dict[str, Any]:
    """The JSON answer of a command."""
    made: dict[str, Any] = json.loads(typed(*words, "--json"))
    return made


def acts(workspace: Path) -> list[dict[str, object]]:
    lines = (workspace / "ledger.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_proposed_accepted_dropped(workspace: Path) -> None:
    before = table_bytes(workspace)
    page = typed("lexicon", "suggest", "-w", workspace)
    assert "schakel lexicon accept zeeparels ketamine" in page
    assert "061234567" not in page
    accepted = answer("lexicon", "accept", "zeeparels", "ketamine", "--language", "nl", "-w", workspace)
    assert [word["word"] for word in accepted["words"]] == ["zeeparels"]
    assert 'words = ["zeeparels"]' in (workspace / "lexicon.toml").read_text(encoding="utf-8")
    last = next(act for act in reversed(acts(workspace)) if act["act"] == "accept-word")
    assert last["who"]
    assert last["settings"]["word"] == "zeeparels"  # type: ignore[index]
    if KNOWS_OWN_WORDS:
        assert table_bytes(workspace) != before
    words = {word["word"] for word in answer("lexicon", "suggest", "-w", workspace)["words"]}
    assert words
    assert "zeeparels" not in words
    answer("lexicon", "drop", "zeeparels", "-w", workspace)
    assert {k: v for k, v in table_bytes(workspace).items() if k in before} == before


def test_names_of_the_workspace_are_hidden_in_contexts(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(*_: object, hide: Callable[[str], str], **__: object) -> list[Suggestion]:
        context = hide("sneeuwbal bij Olga Zwartjens")
        return [Suggestion("sneeuwbal", "", 0.0, 1.0, True, 1.0, 3, 3, 0, (context,), ())]

    monkeypatch.setattr("schakel.showing.cli.lexicons.find_words", found)
    (context,) = answer("lexicon", "suggest", "-w", workspace)["words"][0]["contexts"]
    assert context == "sneeuwbal bij •••• •••••••••"
    page = typed("lexicon", "suggest", "-w", workspace)
    assert "sneeuwbal bij" in page
    assert "Olga" not in page
    assert "Zwartjens" not in page


def test_refusals_in_words(workspace: Path) -> None:
    for words, said in (
        (("accept", "de", "cocaine"), "everyday word"),
        (("accept", "zeester", "fish"), "no commodity"),
        (("drop", "zeester"), "not on the list"),
    ):
        with pytest.raises(SettingsError, match=said):
            typed("lexicon", *words, "-w", workspace)
