import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from schakel.custody.seal import check_seal, clear_halves, seal_file
from schakel.custody.verify import verify_nothing_put_in, verify_seals
from schakel.records.errors import SealError, SourceError


def test_a_sealed_file_is_named_by_its_sha256(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_bytes(b"evidence" * 1_000_000)
    digest = sha256(b"evidence" * 1_000_000).hexdigest()
    sealed = seal_file(tmp_path / "in.json", "in.json", tmp_path)
    assert (sealed.sha256, sealed.bytes) == (digest, 8_000_000)
    assert (tmp_path / digest).read_bytes() == b"evidence" * 1_000_000
    assert (tmp_path / digest).stat().st_mode & 0o222 == 0
    check_seal(digest, tmp_path)


def test_twice_the_same_is_kept_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    first = seal_file(tmp_path / "a", "a", tmp_path)
    second = seal_file(tmp_path / "a", "b", tmp_path)
    assert first.sha256 == second.sha256
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["a", first.sha256])


def test_a_changed_or_lost_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    sealed = seal_file(tmp_path / "a", "a", tmp_path)
    ledger = Ledger(tmp_path / "ledger", "t")
    ledger.add("seal", outputs={"files": [{"name": "a", "sha256": sealed.sha256, "bytes": 1}]})
    assert list(verify_seals(tmp_path / "ledger", tmp_path)) == []
    kept = tmp_path / sealed.sha256
    kept.chmod(0o644)
    kept.write_bytes(b"y")
    assert "has changed" in next(verify_seals(tmp_path / "ledger", tmp_path))
    with pytest.raises(SealError, match="not what it was"):
        check_seal(sealed.sha256, tmp_path)
    kept.unlink()
    assert "is gone" in next(verify_seals(tmp_path / "ledger", tmp_path))
    with pytest.raises(SealError, match="gone"):
        check_seal(sealed.sha256, tmp_path)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="could not be read"):
        seal_file(tmp_path / "none", "none", tmp_path)
    assert list(tmp_path.iterdir()) == []


def _nothing_copied(*_: object) -> int:
    return 0


def _not_between_these(*_: object) -> int:
    raise OSError(18, "Invalid cross-device link")


@pytest.mark.parametrize("copying", [_nothing_copied, _not_between_these])
def test_where_the_kernel_cannot_copy_the_bytes_are_copied_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copying: Callable[..., int]
) -> None:
    monkeypatch.setattr("os.copy_file_range", copying, raising=False)
    raw = bytes(range(256)) * 20_000  # more than a block
    (tmp_path / "export.json").write_bytes(raw)
    sealed = seal_file(tmp_path / "export.json", "export.json", tmp_path)
    assert (sealed.sha256, sealed.bytes) == (sha256(raw).hexdigest(), len(raw))
    assert (tmp_path / sealed.sha256).read_bytes() == raw


@pytest.mark.parametrize("size", [0, 5000, 3 << 20])
def test_a_copy_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    (tmp_path / "sealed").mkdir()
    (tmp_path / "in").write_bytes(b"x" * size)
    kept: list[tuple[int, list[str]]] = []

    def keep(file: int) -> None:
        kept.append((os.fstat(file).st_size, [path.name[:6] for path in (tmp_path / "sealed").iterdir()]))

    monkeypatch.setattr("os.fsync", keep)
    seal_file(tmp_path / "in", "in", tmp_path / "sealed")
    assert kept == [(size, [".half-"])]


def test_what_a_killed_run_left_half_copied_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / ".half-12-34").write_bytes(b"y")
    clear_halves(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_the_same_file_sealed_by_many_at_once_is_kept_once(tmp_path: Path) -> None:
    (tmp_path / "sealed").mkdir()
    raw = bytes(range(256)) * 40
    for n in range(40):
        (tmp_path / f"{n}.jpg").write_bytes(raw + bytes([n % 4]))
    with ThreadPoolExecutor(8) as pool:
        told = list(
            pool.map(lambda n: seal_file(tmp_path / f"{n}.jpg", f"{n}.jpg", tmp_path / "sealed"), range(40))
        )
    assert [one.sha256 for one in told] == [sha256(raw + bytes([n % 4])).hexdigest() for n in range(40)]
    assert sorted(one.name for one in (tmp_path / "sealed").iterdir()) == sorted({one.sha256 for one in told})


def test_a_file_that_only_a_manifest_names_is_checked_too(tmp_path: Path) -> None:
    sealed = tmp_path / "sealed"
    sealed.mkdir()
    (tmp_path / "picture").write_bytes(b"x")
    picture = seal_file(tmp_path / "picture", "photos/1.jpg", sealed)
    (tmp_path / "list").write_text(
        json.dumps({"files": [{"path": "photos/1.jpg", "sha256": picture.sha256}]})
    )
    manifest = seal_file(tmp_path / "list", "list", sealed)
    named = {"name": "list", "sha256": manifest.sha256, "kind": "manifest"}
    Ledger(tmp_path / "ledger", "t").add("seal", outputs={"files": [named]})
    assert list(verify_seals(tmp_path / "ledger", sealed)) == []
    assert list(verify_nothing_put_in(tmp_path / "ledger", sealed)) == []
    kept = sealed / picture.sha256
    kept.chmod(0o644)
    kept.write_bytes(b"y")
    assert list(verify_seals(tmp_path / "ledger", sealed)) == [
        f"photos/1.jpg (sha256 {picture.sha256}) was sealed but its file has changed since."
    ]


def test_what_was_copied_in_part_was_not_put_in(tmp_path: Path) -> None:
    Ledger(tmp_path / "ledger", "t").add("seal")
    (tmp_path / "sealed").mkdir()
    (tmp_path / "sealed" / ".half-1-2").touch()
    assert list(verify_nothing_put_in(tmp_path / "ledger", tmp_path / "sealed")) == []
    (tmp_path / "sealed" / "whole").touch()
    assert "whole lies among" in next(verify_nothing_put_in(tmp_path / "ledger", tmp_path / "sealed"))
