import json
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from schakel.records.errors import SettingsError
from schakel.simulating import MarketSettings, MarketSummary, simulate
from tests.simulating.conftest import SETTINGS
from tests.simulating.markets import Read, repaired

SMALL = MarketSettings(sellers=12, days=12, seed=3, messages=700)


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_same_seed_same_bytes_other_seed_other_bytes(tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        simulate(replace(SMALL, seed=seed), tmp_path / name)
    first, again, other = (fingerprints(tmp_path / name) for name in "abc")
    assert first == again
    for name in ("export/result.json", "truth/messages.csv", "truth/sellers.csv"):
        assert first[name] != other[name]


def test_the_example_is_what_its_script_makes(tmp_path: Path) -> None:
    checkout = Path(__file__).resolve().parents[2]
    code = compile((checkout / "tools" / "make_example_market.py").read_text(), "make_example_market", "exec")
    space: dict[str, object] = {"__name__": "example", "__file__": str(checkout / "tools" / "x.py")}
    exec(code, space)  # noqa: S102 - the checked-in script, for its settings
    settings = space["SETTINGS"]
    assert isinstance(settings, MarketSettings)
    simulate(settings, tmp_path / "again")
    assert fingerprints(tmp_path / "again") == fingerprints(checkout / "examples" / "market")


def test_size_and_counts(made: tuple[Path, MarketSummary], market: Read) -> None:
    summary = made[1]
    every = [message for chat in market.chats for message in chat["messages"]]
    assert len(every) == summary.messages == SETTINGS.messages
    assert len(market.chats) == summary.chats == 6
    assert Counter(row["act"] for row in market.truth("messages")) == summary.acts
    assert sum(message["type"] == "service" for message in every) == summary.service_messages
    assert 0.35 < summary.offers / summary.messages < 0.60
    assert 12 < summary.offers / summary.unique_offers < 35
    assert json.loads((made[0] / "truth" / "summary.json").read_text())["acts"] == summary.acts
    assert not (made[0] / "spool").exists()


def test_layout_is_that_of_telegram_desktop(made: tuple[Path, MarketSummary]) -> None:
    """The exporter indents by one space, letter for letter as json.dumps(indent=1) does."""
    raw = (made[0] / "export" / "result.json").read_bytes()
    text = repaired(raw)
    assert b"\\x1F" in raw
    again = json.dumps(json.loads(text), indent=1, ensure_ascii=False)
    assert again.replace("\u2028", "\\u2028").replace("\\u001f", "\\u001F") == text


def test_single_chat(tmp_path: Path) -> None:
    simulate(replace(SMALL, chats=1), tmp_path / "one")
    text = repaired((tmp_path / "one" / "export" / "result.json").read_bytes())
    document = json.loads(text)
    assert list(document) == ["name", "type", "id", "messages"]
    assert json.dumps(document, indent=1, ensure_ascii=False).replace("\\u001f", "\\u001F") == text


def test_progress_ends_at_the_target(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    simulate(SMALL, tmp_path / "p", lambda made, wanted: seen.append((made, wanted)))
    assert len(seen) == 12
    assert seen == sorted(seen)
    assert seen[-1] == (700, 700)


def test_a_folder_with_an_export_is_left_alone(tmp_path: Path) -> None:
    simulate(SMALL, tmp_path / "x")
    before = fingerprints(tmp_path / "x")
    with pytest.raises(SettingsError, match="holds an export already"):
        simulate(replace(SMALL, seed=9), tmp_path / "x")
    assert fingerprints(tmp_path / "x") == before


@pytest.mark.parametrize(
    "settings",
    [
        MarketSettings(sellers=1, days=1, messages=1),
        MarketSettings(sellers=3, days=30, ghost_share=1.0),
        MarketSettings(sellers=30, days=15, chats=2, bulk_share=1.0, photos=False),
        MarketSettings(sellers=25, days=25, chats=9, messages=3000, adaptation=True),
        MarketSettings(sellers=20, days=300, messages=1500, start=date(2026, 1, 1)),
        MarketSettings(sellers=10, days=10, languages=(("ru", 1.0), ("tr", 1.0))),
    ],
)
def test_odd_markets(tmp_path: Path, settings: MarketSettings) -> None:
    summary = simulate(settings, tmp_path / "odd")
    read = Read.of(tmp_path / "odd")
    assert len(read.messages()) == summary.messages - summary.service_messages == len(read.truth("messages"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"sellers": 0},
        {"days": 0},
        {"ghost_share": 1.5},
        {"chats": 0},
        {"messages": 0},
        {"copies_per_ad": 0.5},
    ],
)
def test_wrong_settings_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(SettingsError):
        MarketSettings(**wrong)
