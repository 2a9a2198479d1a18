"""Pseudonyms: HMAC as others make it, the same each time, and a way back for whoever has the workspace."""

import hashlib
import hmac
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from schakel.custody.ledger import Ledger
from schakel.showing.pseudonyms import Pseudonyms, pseudonyms_of, true_id
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, open_workspace
from tests.commands import ExampleRun
from tests.inside import inside, inside_json

KEY = bytes(range(32))
KNOWN = "m_" + "0f" * 12


def test_a_pseudonym_is_hmac_of_the_id_and_is_no_id() -> None:
    made = hmac.new(KEY, KNOWN.encode(), hashlib.sha256).hexdigest()
    assert Pseudonyms(KEY).of(KNOWN) == f"m_x{made[:24]}"
    assert Pseudonyms(KEY[::-1]).of(KNOWN) != Pseudonyms(KEY).of(KNOWN)
    assert Pseudonyms(KEY).of(Pseudonyms(KEY).of(KNOWN)) == Pseudonyms(KEY).of(KNOWN)


@pytest.mark.parametrize("other", ["market", "m_1", KNOWN + "0", "phone:+31612345678", f"x {KNOWN}", ""])
def test_what_is_no_id_stays_as_it_is(other: str) -> None:
    assert Pseudonyms(KEY).of(other) == other


def test_ids_inside_sentences_are_replaced_wherever_they_stand() -> None:
    made = Pseudonyms(KEY)
    found = made.within(f"{KNOWN}; as x_{'1' * 24}, not {'1' * 24}")
    assert found == f"{made.of(KNOWN)}; as {made.of('x_' + '1' * 24)}, not {'1' * 24}"


def test_a_column_keeps_its_places() -> None:
    made = Pseudonyms(KEY)
    column = pa.chunked_array([[KNOWN, None], ["market", KNOWN], []], pa.string())
    assert made.column(column).to_pylist() == [made.of(KNOWN), None, "market", made.of(KNOWN)]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, example_as_run: Callable[[Path], ExampleRun]) -> Workspace:
    return open_workspace(example_as_run(tmp_path_factory.mktemp("keyed") / "case").workspace)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("messages", "message_id"),
        ("findings", "subject_id"),
        ("chats", "chat_id"),
        ("templates", "campaign_id"),
        ("sellers", "seller_id"),
        ("leads", "lead_id"),
    ],
)
def test_whoever_has_the_workspace_finds_the_way_back(case: Workspace, table: str, column: str) -> None:
    engine = DuckDBEngine(case, workers=Workers(1))
    known = max(filter(None, engine.read(table, [column])[column].to_pylist()))
    made = pseudonyms_of(case, Ledger(case.ledger, "anna")).of(known)
    assert made != known
    assert true_id(case, engine, made) == known
    assert true_id(case, engine, known) == known
    shown = inside_json("show", made, "-w", case.root)
    assert (shown["pseudonym"], shown["subject"]) == (made, known)
    assert inside("show", made, "-w", case.root).stdout.startswith(f"{made} is {known} here.\n")
    last = json.loads(case.ledger.read_text("utf-8").splitlines()[-1])
    assert last["inputs"] == {"subject": known, "pseudonym": made}
    assert "pseudonym" not in inside_json("show", known, "-w", case.root)


@pytest.mark.parametrize(
    ("table", "column"), [("accounts", "account_id"), ("links", "right_id"), ("leads", "network")]
)
def test_what_has_no_findings_of_its_own_is_found_too(case: Workspace, table: str, column: str) -> None:
    engine = DuckDBEngine(case, workers=Workers(1))
    made = pseudonyms_of(case, Ledger(case.ledger, "anna"))
    for known in sorted(filter(None, engine.read(table, [column])[column].to_pylist()))[:3]:
        assert true_id(case, engine, made.of(known)) == known


def test_a_pseudonym_of_elsewhere_is_told(case: Workspace, tmp_path: Path) -> None:
    told = inside("show", "a_x" + "0" * 24, "-w", case.root, check=False)
    assert (told.returncode, told.stdout) == (1, "")
    assert "Nothing in this workspace has the pseudonym" in told.stderr
    shutil.copytree(case.root, tmp_path / "case")
    (tmp_path / "case/pseudonyms.key").unlink()
    told = inside("show", "a_x" + "0" * 24, "-w", tmp_path / "case", check=False)
    assert told.returncode == 1
    assert "no key of pseudonyms" in " ".join(told.stderr.split())
    assert not (tmp_path / "case/pseudonyms.key").exists()  # a look draws none
