import json
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from schakel.custody.checkpoints import (
    Checkpoint,
    check_checkpoints,
    checkpoints_in,
    new_key,
    read_checkpoint,
    set_checkpoint,
)
from schakel.custody.ledger import Ledger
from schakel.records.errors import SealError, SettingsError

BOOK = (7, "ab" * 32)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = Ledger(tmp_path / "ledger.jsonl", "tester")
    for number in range(3):
        made.add("read", inputs={"n": number})
    return made


@pytest.fixture
def key(tmp_path: Path) -> Path:
    new_key(tmp_path / "key.pem")
    return tmp_path / "key.pem"


def faults(ledger: Ledger, *kept: Checkpoint) -> list[str]:
    return check_checkpoints(ledger.entries(), kept)


def test_a_checkpoint_holds_and_any_tool_can_check_it(ledger: Ledger, key: Path) -> None:
    made = set_checkpoint(ledger, BOOK, key)
    assert (made.seq, made.head) == (3, list(ledger.entries())[2].hash)
    assert faults(ledger, made) == []
    body = {
        "kind": "schakel-checkpoint-1",
        "seq": 3,
        "head": made.head,
        "casebook": list(BOOK),
        "key": made.public_key,
    }
    said = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(made.public_key)).verify(
        bytes.fromhex(made.signature), said
    )


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 2},
        {"head": "00" * 32},
        {"casebook_act": 8},
        {"casebook_head": "cd" * 32},
        {"public_key": "00" * 32},
        {"signature": "00" * 64},
        {"signature": "zz"},
    ],
)
def test_a_changed_checkpoint_is_found(ledger: Ledger, key: Path, change: dict[str, object]) -> None:
    made = set_checkpoint(ledger, BOOK, key)
    assert "was not signed" in faults(ledger, replace(made, **change))[0]  # type: ignore[arg-type]


def test_an_end_that_was_cut_off_is_found_by_what_was_kept_elsewhere(
    tmp_path: Path, ledger: Ledger, key: Path
) -> None:
    made = set_checkpoint(ledger, BOOK, key)
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:2]))
    assert faults(Ledger(path, "x")) == []  # the chain alone does not show it
    assert "its end was cut off" in faults(Ledger(path, "x"), made)[0]


def test_a_ledger_that_was_written_anew_is_found(tmp_path: Path, ledger: Ledger, key: Path) -> None:
    made = set_checkpoint(ledger, BOOK, key)
    (tmp_path / "ledger.jsonl").unlink()
    forged = Ledger(tmp_path / "ledger.jsonl", "forger")
    for number in range(5):
        forged.add("read", inputs={"n": number})
    assert "was written anew" in faults(forged, made)[0]
    new_key(tmp_path / "other.pem")
    set_checkpoint(forged, BOOK, tmp_path / "other.pem")
    assert faults(forged) == []  # the forger can sign with a key of his own
    assert faults(forged, made)


def test_a_checkpoint_taken_out_of_the_ledger_is_found(tmp_path: Path, ledger: Ledger, key: Path) -> None:
    made = set_checkpoint(ledger, BOOK, key)
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:3]))
    assert "no longer in the ledger" in faults(Ledger(path, "x"), made)[0]


def test_a_key_is_its_owners_only_and_never_overwritten(tmp_path: Path, ledger: Ledger) -> None:
    public = new_key(tmp_path / "k.pem", "words of passage")
    assert (tmp_path / "k.pem").stat().st_mode & 0o777 == 0o600
    assert b"ENCRYPTED" in (tmp_path / "k.pem").read_bytes()
    with pytest.raises(SettingsError, match="No key was made"):
        new_key(tmp_path / "k.pem")
    with pytest.raises(SettingsError, match="cannot be used"):
        set_checkpoint(ledger, BOOK, tmp_path / "k.pem", "wrong")
    assert set_checkpoint(ledger, BOOK, tmp_path / "k.pem", "words of passage").public_key == public
    assert len(checkpoints_in(ledger.entries())[0].fingerprint) == 16


def test_what_is_no_key_and_no_checkpoint_is_said(tmp_path: Path, ledger: Ledger, key: Path) -> None:
    (tmp_path / "x").write_text("hello")
    with pytest.raises(SettingsError, match="cannot be used"):
        set_checkpoint(ledger, BOOK, tmp_path / "x")
    with pytest.raises((SettingsError, SealError)):
        set_checkpoint(Ledger(tmp_path / "empty", "x"), BOOK, key)
    for text in ("{}", "hello", '{"seq": 1}'):
        (tmp_path / "c").write_text(text)
        with pytest.raises(SettingsError, match="not a checkpoint"):
            read_checkpoint(tmp_path / "c")
