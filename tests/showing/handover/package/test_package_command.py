"""`schakel package` refuses in words where it must, leaves nothing half made, and asks for the ground each time."""

import errno
import json
import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from schakel.custody import ledger as ledgers
from schakel.custody.checkpoints import new_key
from schakel.custody.ledger import Ledger
from schakel.records.errors import SealError
from schakel.showing.handover.package import pack as packing
from tests.commands import ExampleRun
from tests.inside import inside, inside_json
from tests.showing.handover.package.conftest import GROUND, Packed, enter_ground


@pytest.fixture
def case(packed: Packed, tmp_path: Path) -> Path:
    """A copy of the workspace, in which a test may change something."""
    shutil.copytree(packed.workspace, tmp_path / "case")
    return tmp_path / "case"


def refused(*words: str | Path, code: int = 1) -> str:
    done = inside("package", *words, check=False)
    assert (done.returncode, done.stdout) == (code, "")
    assert "Traceback" not in done.stderr
    return " ".join(done.stderr.split())


def test_without_a_reason_or_with_another_thing_than_a_lead_it_is_wrong_use(
    packed: Packed, tmp_path: Path
) -> None:
    w = ("-o", tmp_path / "out", "-w", packed.workspace)
    assert "handed on a ground to somebody for a reason" in refused(
        packed.subject.lead_id, "--authorisation", "A-12", *w, code=2
    )
    assert "A package is made of a lead" in refused(packed.subject.seller_id, *GROUND, *w, code=2)
    assert "choose nl or en" in refused(packed.subject.lead_id, *GROUND, "--language", "de", *w, code=2)
    assert "Missing option" in refused(packed.subject.lead_id, *GROUND, "-w", packed.workspace, code=2)
    refused(packed.subject.lead_id, *GROUND, "--context", "21", *w, code=2)
    assert "There is no lead l_0" in refused("l_0", *GROUND, *w)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("ground", "acts", "scope", "words"),
    [
        ("", "", {}, "This needs an authorisation: handing a file to others."),
        ("A-99", "", {}, "There is no authorisation A-99"),
        ("A-1", "identify", {}, "it allows identify, not export"),
        ("A-2", "export", {}, "it allows export, not identify"),
        ("A-3", "export,identify", {"sellers": "s_other"}, "it is about other sellers"),
    ],
)
def test_without_a_ground_that_covers_it_nothing_is_handed_over_and_the_ledger_says_so(
    packed: Packed, case: Path, ground: str, acts: str, scope: dict[str, str], words: str
) -> None:
    if acts:
        enter_ground(case, ground, acts, **scope)
    out = case.parent / "out"
    options = ("--authorisation", ground) if ground else ()
    assert words in refused(packed.subject.lead_id, "-o", out, "--why", "asked", *options, "-w", case)
    assert not out.exists()
    last = list(Ledger(case / "ledger.jsonl", "").entries())[-1]
    assert (last.act, last.settings["why"], last.inputs["seller"]) == (
        "refused",
        "asked",
        packed.subject.seller_id,
    )


def test_who_may_not_see_leads_packs_none(
    packed: Packed, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHAKEL_USER", "adam")
    inside("users", "add", "adam", "--role", "admin", "-w", case)
    assert "An admin may not do that: leads" in refused(
        packed.subject.lead_id, "-o", case.parent / "out", *GROUND, "-w", case
    )


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_nothing_is_written_over_and_nothing_is_put_in_the_workspace(
    packed: Packed, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    lead, w = packed.subject.lead_id, ("-w", packed.workspace)
    assert "There is something at" in refused(lead, "-o", tmp_path / name, *GROUND, *w)
    assert (tmp_path / name).read_text("utf-8") == "mine"
    assert "lies in the workspace" in refused(lead, "-o", packed.workspace / "tables" / name, *GROUND, *w)
    assert "No package can be made at" in refused(lead, "-o", tmp_path / "no" / name, *GROUND, *w)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_original_that_is_not_what_it_was_stops_the_packing(packed: Packed, case: Path) -> None:
    source = inside_json("show", packed.subject.file.items[0]["example"], "-w", case)["message"]["source_id"]
    sealed = case / "sealed" / source
    sealed.chmod(0o600)
    sealed.write_bytes(sealed.read_bytes().replace(b"coke", b"cola"))
    before = sum(1 for _ in Ledger(case / "ledger.jsonl", "").entries())
    told = refused(packed.subject.lead_id, "-o", case.parent / "out", *GROUND, "-w", case)
    assert "is not what it was when it was sealed" in told
    assert sorted(path.name for path in case.parent.iterdir()) == ["case"]
    assert sum(1 for _ in Ledger(case / "ledger.jsonl", "").entries()) == before


def test_what_stops_before_the_end_leaves_no_package_and_no_entry(
    packed: Packed, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise SealError("The disk is full.")

    def made() -> int:
        return sum(entry.act == "package" for entry in Ledger(case / "ledger.jsonl", "").entries())

    monkeypatch.setattr(packing, "packed", broken)
    before = made()
    assert "The disk is full." in refused(
        packed.subject.lead_id, "-o", case.parent / "out.zip", *GROUND, "-w", case
    )
    assert sorted(path.name for path in case.parent.iterdir()) == ["case"]
    assert made() == before


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_where_the_disk_fills_at_the_last_step_the_ledger_says_that_nothing_was_handed_out(
    packed: Packed, case: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The disk has no room from the last renaming on, also for the ledger, until what was half made is cleared away."""
    written, full = os.write, False

    def rename(self: Path, target: Path) -> Path:
        nonlocal full
        full = True
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    def write(handle: int, raw: bytes) -> int:
        if full and any(one.name.startswith(".out") for one in case.parent.iterdir()):
            raise OSError(errno.ENOSPC, "No space left on device")
        return written(handle, raw)

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(ledgers.os, "write", write)
    told = refused(packed.subject.lead_id, "-o", case.parent / name, *GROUND, "-w", case)
    assert "could not be put in its place: No space left on device." in told
    assert "Nothing was handed out; the ledger says so behind its entry" in told
    assert sorted(path.name for path in case.parent.iterdir()) == ["case"]
    made, failed = list(Ledger(case / "ledger.jsonl", "").entries())[-2:]
    assert (made.act, failed.act) == ("package", "package-failed")
    assert failed.inputs == {**made.inputs, "entry": made.seq}
    assert failed.outputs == {"because": "No space left on device"}


def test_a_package_of_which_the_ledger_says_that_it_failed_is_told(
    packed: Packed, case: Path, tmp_path: Path
) -> None:
    digest = sha256((packed.folder / "tagmanifest-sha256.txt").read_bytes()).hexdigest()
    made = [one for one in Ledger(case / "ledger.jsonl", "").entries() if one.act == "package"]
    (entry,) = (one for one in made if one.outputs["tagmanifest"] == digest)
    assert inside("verify", packed.folder, "-w", case).returncode == 0
    Ledger(case / "ledger.jsonl", "anna").add("package-failed", inputs={"entry": entry.seq})
    told = inside("verify", packed.folder, "-w", case, check=False)
    assert told.returncode == 1
    assert f"the ledger says that the package of entry {entry.seq} did not come to its place" in told.stdout


def test_only_who_packed_it_may_open_it(packed: Packed) -> None:
    assert packed.folder.stat().st_mode & 0o077 == 0
    assert packed.zip.stat().st_mode & 0o077 == 0


def test_no_context_leaves_answers_and_what_reasons_rest_on(packed: Packed, tmp_path: Path) -> None:
    made = inside_json(
        "package",
        packed.subject.lead_id,
        "-o",
        tmp_path / "out",
        "--context",
        "0",
        *GROUND,
        "-w",
        packed.workspace,
    )
    told = (tmp_path / "out/data/context.jsonl").read_text("utf-8")
    assert '"near"' not in told
    assert made["package"] == str(tmp_path / "out")
    assert made["ledger_entry"] > 0


def test_a_package_that_cannot_be_looked_into_is_told_in_words(tmp_path: Path) -> None:
    for path in (tmp_path / "gone", tmp_path / "text.zip"):
        (tmp_path / "text.zip").write_text("no zip", "utf-8")
        done = inside("verify", path, check=False)
        assert (done.returncode, done.stdout) == (1, "")
        assert "cannot be checked" in done.stderr
        assert "ask the sender for it again" in done.stderr


def test_a_signed_package_names_its_key_and_the_ledger_too(packed: Packed, tmp_path: Path) -> None:
    key, lead, w = tmp_path / "key.pem", packed.subject.lead_id, ("-w", packed.workspace)
    public = new_key(key)
    made = inside_json("package", lead, "-o", tmp_path / "out.zip", "--sign", key, *GROUND, *w)
    assert made["signed_by"] == public
    assert inside("verify", tmp_path / "out.zip", "--key", public, *w).stdout.endswith("All checks hold.\n")
    other = inside("verify", tmp_path / "out.zip", "--key", "0" * 64, check=False)
    assert other.returncode == 1
    assert "FAULT  key" in other.stdout
    for no_key in ("zz", public[:-1], public + "0"):
        wrong = inside("verify", tmp_path / "out.zip", "--key", no_key, check=False)
        assert (wrong.returncode, wrong.stdout) == (2, "")
        assert "64 hex digits" in wrong.stderr
    assert "cannot be used" in refused(
        lead, "-o", tmp_path / "two", "--sign", tmp_path / "no.pem", *GROUND, *w
    )


def test_where_no_ground_is_kept_the_package_and_the_ledger_say_that_there_was_none(
    example_as_run: Callable[[Path], ExampleRun], tmp_path: Path
) -> None:
    run = example_as_run(tmp_path / "bare")
    done = inside("package", run.answer["plan"][0]["lead_id"], "-o", tmp_path / "out", "-w", run.workspace)
    assert "No ground was written down" in done.stdout
    assert json.loads((tmp_path / "out" / "handover.json").read_text("utf-8"))["ground"] is None
    last = list(Ledger(run.workspace / "ledger.jsonl", "").entries())[-1]
    assert (last.act, last.inputs["authorisation"]) == ("package", "")
    assert inside("verify", tmp_path / "out", "-w", run.workspace).returncode == 0
