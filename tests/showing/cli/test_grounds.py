"""Names and collected data ask for a ground: as users type it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.inside import inside, inside_json


@pytest.fixture(autouse=True)
def _a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_USER", "tester")


def authorise(workspace: Path, ground: str, *more: str, acts: str = "import,collect,identify") -> None:
    today = datetime.now(UTC).date()
    days = ("--from", str(today), "--until", str(today + timedelta(days=30)))
    words = (
        "--basis",
        "wpg-9",
        "--officer",
        "J. Smit",
        "--reference",
        "file 12",
        "--acts",
        acts,
        *days,
        *more,
    )
    inside("authorise", "add", ground, *words, "-w", workspace)


def last_act(workspace: Path) -> dict[str, Any]:
    entry: dict[str, Any] = json.loads((workspace / "ledger.jsonl").read_text().splitlines()[-1])
    return entry


def test_identity_leads_of_a_case_are_opened_on_a_ground_only(case_copy: Path) -> None:
    w = ("-w", case_copy)
    lead = next(row for row in inside_json("plan", *w)["plan"] if row["chosen"])
    case = inside_json("case", "open", lead["lead_id"], "--why", "test", *w)["case"]["case_id"]
    without = inside("case", "identity", case, "--why", "who", *w, check=False)
    assert without.returncode == 1
    assert "needs an authorisation" in without.stderr
    assert last_act(case_copy)["act"] == "refused"
    authorise(case_copy, "A-1", "--commodities", "nitrous-oxide")
    beyond = inside("case", "identity", case, "--authorisation", "A-1", "--why", "who", *w, check=False)
    assert "does not cover this: it is about nitrous-oxide" in beyond.stderr
    assert "@" not in beyond.stdout
    authorise(case_copy, "A-2")
    opened = inside_json("case", "identity", case, "--authorisation", "A-2", "--why", "who", *w)
    assert any(row["name"] for row in opened["members"])
    assert all(row["message_id"] and row["value"] for row in opened["identity_leads"])
    seller, known = opened["seller_id"], {row["kind"] for row in opened["identity_leads"]}
    closed = inside_json("show", seller, *w)["identity_leads"]
    assert set(closed) == known
    assert all(isinstance(count, int) for count in closed.values())
    shown = inside_json("show", seller, "--names", "--why", "who", "--authorisation", "A-2", *w)
    assert shown["identity_leads"] == opened["identity_leads"]
    assert last_act(case_copy)["settings"]["identity"] is True
    inside_json("case", "identity", case, "--authorisation", "A-2", "--why", "who", *w)
    told = last_act(case_copy)
    assert (told["act"], told["settings"]["why"]) == ("case-identity", "who")
    assert told["inputs"]["authorisation"] == "A-2"
    assert inside("case", "identity", case, "--authorisation", "A-2", *w, check=False).returncode == 1


def test_names_elsewhere_ask_for_a_ground_once_the_workspace_keeps_them(case_copy: Path) -> None:
    w = ("-w", case_copy)
    lead = inside_json("plan", *w)["plan"][0]["lead_id"]
    assert inside("show", lead, "--names", "--why", "test", *w).returncode == 0
    (case_copy / "schakel.toml").write_text('grounds = "required"')
    assert inside("show", lead, "--names", "--why", "test", *w, check=False).returncode == 1
    (case_copy / "schakel.toml").unlink()
    authorise(case_copy, "A-1", "--chats", "nowhere")
    refused = inside("show", lead, "--names", "--why", "test", *w, check=False)
    assert "needs an authorisation" in refused.stderr
    refused = inside("show", lead, "--names", "--why", "test", "--authorisation", "A-1", *w, check=False)
    assert "none of the chats" in refused.stderr
    authorise(case_copy, "A-2")
    assert inside("show", lead, "--names", "--why", "test", "--authorisation", "A-2", *w).returncode == 0
    assert last_act(case_copy)["settings"]["authorisation"] == "A-2"
    assert inside("show", lead, *w).returncode == 0  # without names nobody needs a ground
    inside("authorise", "revoke", "A-2", "--why", "over", *w)
    gone = inside("show", lead, "--names", "--why", "test", "--authorisation", "A-2", *w, check=False)
    assert "revoked" in gone.stderr


def collected(folder: Path, marker: str) -> Path:
    export = folder / "collected"
    export.mkdir()
    (export / "result.json").write_bytes(small_export())
    (export / "collection.json").write_text(marker)
    return export


def small_export() -> bytes:
    message = {"id": 1, "type": "message", "date": "2026-01-02T03:04:05", "date_unixtime": "1767323045", "from": "x", "from_id": "user1", "text": "hoi", "text_entities": []}  # fmt: skip
    chat = {"name": "m", "type": "public_supergroup", "id": 9, "messages": [message]}
    return json.dumps(chat, indent=1).encode()


def test_what_a_collector_brought_comes_in_on_a_ground_only(tmp_path: Path) -> None:
    export, w = collected(tmp_path, '{"chats": ["m", "n"]}'), ("-w", tmp_path / "case")
    authorise(tmp_path / "case", "A-1", "--chats", "m")  # before anything came in
    refused = inside("intake", export, *w, check=False)
    assert refused.returncode == 1
    assert "what a collector brought" in refused.stderr
    refused = inside("intake", export, "--authorisation", "A-1", *w, check=False)
    assert "not in its scope: n" in refused.stderr
    assert not any((tmp_path / "case" / "sealed").iterdir())
    authorise(tmp_path / "case", "A-2", "--chats", "m,n,o")
    assert inside_json("intake", export, "--authorisation", "A-2", *w)["messages"] == 1
    authorise(tmp_path / "case", "A-3", acts="identify")
    refused = inside("intake", export, "--authorisation", "A-3", *w, check=False)
    assert "not collect" in refused.stderr


def test_a_collection_that_does_not_name_its_chats_is_refused(tmp_path: Path) -> None:
    for marker in ("{}", "not json", "[]"):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        refused = inside("intake", collected(folder, marker), "-w", folder / "case", check=False)
        assert refused.returncode == 1
        assert "which chats were collected" in refused.stderr


def test_a_ground_that_is_named_must_be_there_also_before_any_is_kept(tmp_path: Path) -> None:
    export = tmp_path / "result.json"
    export.write_bytes(small_export())
    w = ("-w", tmp_path / "case")
    named = inside("intake", export, "--authorisation", "as we always did", *w, check=False)
    assert "There is no authorisation" in named.stderr
    assert inside_json("intake", export, *w)["messages"] == 1
    authorise(tmp_path / "case", "A-1")
    assert "no authorisation" in inside("intake", export, "--authorisation", "A-9", *w, check=False).stderr
    assert inside("intake", export, "--authorisation", "A-1", *w).returncode == 0
    assert inside("intake", export, *w).returncode == 0
    (tmp_path / "case" / "schakel.toml").write_text('grounds = "required"')
    assert inside("intake", export, *w, check=False).returncode == 1


def test_the_list_of_grounds_is_whole_on_eighty_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    acts, chats = "identify,export,collect,import", "markt_groningen,praat_groningen"
    words = ("--basis", "wpg-9", "--officer", "J. Smit", "--reference", "file 12, p. 3", "--acts", acts)
    days = ("--chats", chats, "--from", "2026-12-01", "--until", "2027-03-01")
    page = inside("authorise", "add", "A-12", *words, *days, "-w", tmp_path / "w").stdout
    assert "…" not in page
    assert all(act in page for act in acts.split(","))
