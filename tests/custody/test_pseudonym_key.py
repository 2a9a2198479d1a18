"""The secret of a workspace is drawn once, for its owner alone, and the ledger knows it by its fingerprint."""

from hashlib import sha256
from pathlib import Path

import pytest

from schakel.custody import pseudonym_key as keys
from schakel.custody.ledger import Ledger
from schakel.custody.pseudonym_key import fingerprint, pseudonym_key, read_key
from schakel.records.errors import SettingsError, WorkspaceError


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger.jsonl", "anna")


def test_a_key_is_drawn_once_and_only_its_owner_may_read_it(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "pseudonyms.key"
    key = pseudonym_key(path, ledger)
    assert len(key) == 32
    assert pseudonym_key(path, ledger) == read_key(path) == key
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        ".ledger.jsonl.lock",
        "ledger.jsonl",
        "pseudonyms.key",
    ]
    assert pseudonym_key(tmp_path / "other.key", ledger) != key


def test_the_ledger_has_the_fingerprint_and_never_the_key(ledger: Ledger, tmp_path: Path) -> None:
    key = pseudonym_key(tmp_path / "pseudonyms.key", ledger)
    pseudonym_key(tmp_path / "pseudonyms.key", ledger)
    (entry,) = ledger.entries()
    assert (entry.act, entry.outputs) == ("pseudonym-key", {"fingerprint": fingerprint(key)})
    assert fingerprint(key) == sha256(b"schakel-pseudonyms" + key).hexdigest()[:16]
    assert key.hex()[:16] not in (tmp_path / "ledger.jsonl").read_text("utf-8")


@pytest.mark.parametrize("raw", [b"", b"00" * 31, b"zz" * 32, b"\xff" * 64])
def test_a_file_that_is_no_key_is_told_and_left(ledger: Ledger, tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "pseudonyms.key"
    path.write_bytes(raw)
    with pytest.raises(SettingsError, match="no key of pseudonyms"):
        pseudonym_key(path, ledger)
    assert path.read_bytes() == raw


def test_the_key_of_who_was_first_is_the_one(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, drawn = tmp_path / "pseudonyms.key", keys.secrets.token_bytes

    def meanwhile(count: int) -> bytes:
        path.write_text("ab" * 32 + "\n", "ascii")
        return drawn(count)

    monkeypatch.setattr(keys.secrets, "token_bytes", meanwhile)
    assert pseudonym_key(path, ledger) == b"\xab" * 32
    assert list(ledger.entries()) == []  # who was first has written it down


def test_no_key_stays_that_the_ledger_does_not_know(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise WorkspaceError("The disk is full.")

    monkeypatch.setattr(ledger, "add", full)
    with pytest.raises(WorkspaceError):
        pseudonym_key(tmp_path / "pseudonyms.key", ledger)
    assert list(tmp_path.iterdir()) == []
