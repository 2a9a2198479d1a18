"""Labelled messages out of many places, put into chats: where they stand must not spoil what their texts say.

Each set is a chat of its own, its messages mixed, six to an account, without a reply. While the second opinion of traders counted in such chats too,
.88 of all sets were told right, and .93 by their texts alone (decision 59).
"""

import json
import random
from collections import defaultdict
from pathlib import Path

from schakel.custody.ledger import Ledger
from schakel.intake.arrival import IntakeOptions
from schakel.reading.evaluation.labels import Labelled, find_labelled, read_labelled
from schakel.road import Road
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace, working_in

_SETS = ("fresh", "sealed15", "sealed17", "sealed18")
_FLOOR = 0.915  # .918 is reached, by texts alone .926: habits of accounts thrown together here cost the rest; .882 was
_HOME = Path(__file__).resolve().parents[2]


def test_labelled_messages_are_told_right_in_chats(tmp_path: Path) -> None:
    sets = _shuffled_sets()
    workspace = create_workspace(tmp_path / "case")
    with working_in(workspace):
        engine, ledger = DuckDBEngine(workspace, workers=Workers()), Ledger(workspace.ledger, "gate")
        road = Road(workspace, engine, ledger, lambda *_: None)
        road.intake([_export(sets, tmp_path)], IntakeOptions(timezone="UTC"))
        road.read()
        messages = engine.read("messages", ["message_id", "chat_title", "tg_id"]).to_pylist()
        acts = dict(zip(*engine.read("offers", ["message_id", "act"]).to_pydict().values(), strict=True))
        engine.workers.close()
    assert set(sets) == set(_SETS)
    right = [
        acts.get(row["message_id"], "none") == sets[row["chat_title"]][row["tg_id"] - 1].label.act
        for row in messages
    ]
    assert len(right) == sum(map(len, sets.values()))
    assert sum(right) / len(right) >= _FLOOR


def _shuffled_sets() -> dict[str, list[Labelled]]:
    sets = defaultdict(list)
    for one in read_labelled(find_labelled([], _HOME)):
        if one.of in _SETS:
            sets[one.of].append(one)
    chance = random.Random(11)
    for some in sets.values():
        chance.shuffle(some)
    return sets


def _export(sets: dict[str, list[Labelled]], folder: Path) -> Path:
    chats = [
        {
            "name": name,
            "type": "public_supergroup",
            "id": number,
            "messages": [_message(number, at, len(some), one) for at, one in enumerate(some, 1)],
        }
        for number, (name, some) in enumerate(sorted(sets.items()), 1)
    ]
    path = folder / "result.json"
    path.write_text(json.dumps({"about": "", "chats": {"about": "", "list": chats}}), "utf-8")
    return path


def _message(chat: int, at: int, of: int, one: Labelled) -> dict[str, object]:
    writer = random.Random(f"{chat}/{at}").randrange(of // 6)
    return {
        "id": at,
        "type": "message",
        "date": f"2026-01-{1 + at // 60 % 28:02}T12:{at % 60:02}:00",
        "date_unixtime": str(1_767_225_600 + 60 * at),
        "from": f"Writer {writer}",
        "from_id": f"user{100_000 * chat + writer}",
        "text": one.label.text,
        "text_entities": [],
    }
