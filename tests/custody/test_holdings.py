"""What is held, removed and destroyed, from the ledger alone; and the files that go with it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from schakel.custody.holdings import holdings, out_of_use
from schakel.custody.ledger import Ledger
from schakel.custody.removal import destroy_file, remove_file
from schakel.custody.verify import verify_ledger, verify_seals
from schakel.records.errors import SealError
from schakel.records.grounds import Held

Seal = Callable[..., str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "sealed").mkdir()
    return tmp_path


def ledger_of(root: Path, day: str = "2026-01-01") -> Ledger:
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
    return Ledger(root / "ledger.jsonl", "tester", now=lambda: moment)


def put(root: Path, content: str, kind: str) -> dict[str, Any]:
    digest = sha256(content.encode()).hexdigest()
    (root / "sealed" / digest).write_text(content)
    return {"name": f"{content[:8]}.json", "sha256": digest, "bytes": len(content), "kind": kind}


def seal(
    root: Path, content: str, *media: str, day: str = "2026-01-01", ground: str = "", act: str = "seal"
) -> str:
    files = [put(root, content, "source")]
    if media:
        beside = [put(root, name, "media") for name in media]
        manifest = json.dumps({"files": [{"path": "x", "sha256": f["sha256"]} for f in beside]})
        files += [put(root, manifest, "manifest"), *beside]
    ledger_of(root, day).add(act, outputs={"files": files}, settings={"authorisation": ground})
    return str(files[0]["sha256"])


def note(root: Path, act: str, held: Any, day: str) -> None:
    files = [{"sha256": held.sha256, "name": held.name, "bytes": held.bytes}]
    ledger_of(root, day).add(act, outputs={"files": files, "beside": list(held.beside)})


def held_in(root: Path) -> dict[str, Any]:
    return {one.sha256: one for one in holdings(ledger_of(root).entries(), root / "sealed")}


def test_a_file_is_held_from_its_first_day_on_its_first_ground(root: Path) -> None:
    one = seal(root, "one", day="2026-02-01", ground="")
    seal(root, "one", day="2026-03-01", ground="A-1", act="seal-again")
    found = held_in(root)[one]
    assert (str(found.sealed_on), found.authorisation, found.removed_on) == ("2026-02-01", "A-1", None)


def test_what_lies_beside_goes_with_it_unless_another_has_it_too(root: Path) -> None:
    one = seal(root, "one", "photo a", "photo b")
    seal(root, "two", "photo b")
    beside = set(held_in(root)[one].beside)
    digest = {name: sha256(name.encode()).hexdigest() for name in ("photo a", "photo b")}
    assert digest["photo a"] in beside
    assert digest["photo b"] not in beside


def test_removed_is_out_of_use_and_still_checked_destroyed_is_gone(root: Path) -> None:
    one, two = seal(root, "one", "photo a"), seal(root, "two")
    (root / "tables" / "messages" / one[:16]).mkdir(parents=True)
    (root / "stamps" / "intake").mkdir(parents=True)
    (root / "stamps" / "intake" / f"{one[:16]}.json").write_text("{}")
    held = held_in(root)[one]
    remove_file(held, root)
    note(root, "removed", held, "2027-01-01")
    assert out_of_use(ledger_of(root).entries()) == {one}
    assert not list(root.rglob(f"{one[:16]}*.json"))
    assert not (root / "tables" / "messages" / one[:16]).exists()
    assert list(verify_seals(root / "ledger.jsonl", root / "sealed")) == []
    assert str(held_in(root)[one].removed_on) == "2027-01-01"
    (root / "removed" / one).write_text("other")
    assert "has changed" in next(verify_seals(root / "ledger.jsonl", root / "sealed"))
    with pytest.raises(SealError, match="not what it was"):
        destroy_file(held_in(root)[one], root)
    (root / "removed" / one).write_text("one")
    found = destroy_file(held_in(root)[one], root)
    note(root, "destroyed", held, "2032-01-01")
    assert "3 files were deleted, 3 of them checked" in found[0]
    assert not list(root.rglob(one))
    assert list(verify_seals(root / "ledger.jsonl", root / "sealed")) == []
    assert set(held_in(root)) == {two}
    assert verify_ledger(root / "ledger.jsonl").holds


def test_a_file_that_is_gone_without_a_word_is_found(root: Path) -> None:
    one = seal(root, "one")
    held = held_in(root)[one]
    remove_file(held, root)
    assert "its file is gone" in next(verify_seals(root / "ledger.jsonl", root / "sealed"))
    note(root, "removed", held, "2027-01-01")
    (root / "removed" / one).unlink()
    assert "its file is gone" in next(verify_seals(root / "ledger.jsonl", root / "sealed"))


def test_brought_again_after_its_removal_it_is_held_anew(root: Path) -> None:
    one = seal(root, "one")
    held = held_in(root)[one]
    remove_file(held, root)
    note(root, "removed", held, "2027-01-01")
    seal(root, "one", day="2028-01-01", ground="A-2", act="seal-again")
    again = held_in(root)[one]
    assert (str(again.sealed_on), again.authorisation, again.removed_on) == ("2028-01-01", "A-2", None)
    assert out_of_use(ledger_of(root).entries()) == frozenset()
    assert list(verify_seals(root / "ledger.jsonl", root / "sealed")) == []


def test_removing_again_what_was_cut_off_half_way_does_no_harm(root: Path) -> None:
    one = seal(root, "one", "photo a")
    held = held_in(root)[one]
    remove_file(held, root)
    assert remove_file(held, root)[0].startswith("3 of 3 files lie in removed")


@pytest.mark.parametrize("first", [remove_file, destroy_file])
def test_copies_where_they_were_collected_go_with_what_was_taken_in(
    root: Path, first: Callable[[Held, Path], tuple[str, ...]]
) -> None:
    run, outside = root / "collected" / "20261202T041500Z-previews", root / "outside.html"
    run.mkdir(parents=True)
    digests = {name: sha256(name.encode()).hexdigest() for name in ("page", "raw", "other")}
    lines = [
        {"file": "page.html", "sha256": digests["page"]},
        {
            "file": "raw.packed",
            "sha256": digests["raw"],
            "unpacked": {"file": "plain.html", "sha256": digests["page"]},
        },
        {"file": "other.html", "sha256": digests["other"]},
        {"file": "../../outside.html", "sha256": digests["page"]},
        ["page.html"],
    ]
    log = "\n".join(json.dumps(line) for line in lines) + "\nhalf a li"
    (run / "requests.jsonl").write_text(log)
    for name in ("page.html", "raw.packed", "plain.html", "other.html"):
        (run / name).write_text(name)
    outside.write_text("page")
    page = seal(root, "page", log)
    found = first(held_in(root)[page], root)
    assert sorted(path.name for path in run.iterdir()) == ["other.html", "raw.packed"]
    assert outside.exists()
    if first is remove_file:
        assert "3 copies of them where they were collected are gone." in found
