"""`schakel export` as it is typed: what it refuses, what it replaces, and on which ground it opens identities."""

import json
from pathlib import Path

import pytest

from tests.inside import inside, inside_json
from tests.showing.cli.test_grounds import authorise, last_act

SMALL = ("--to", "timesketch")


@pytest.fixture
def lead(example_case: Path) -> str:
    rows = inside_json("plan", "-w", example_case)["plan"]
    return str(rows[0]["lead_id"])


def test_what_stands_there_is_kept_unless_forced(case_copy: Path, lead: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    refused = inside("export", *SMALL, "-o", out, lead, "-w", case_copy, check=False)
    assert (refused.returncode, out.read_text()) == (1, "mine")
    assert "is there already" in refused.stderr
    inside("export", *SMALL, "-o", out, lead, "--force", "-w", case_copy)
    assert json.loads(out.read_text("utf-8").splitlines()[0])["message"]
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine")
    assert out.stat().st_mode & 0o077 == 0  # whoever made it may open it, nobody else
    other = inside("export", "--to", "csv", "-o", folder, lead, "--force", "-w", case_copy, check=False)
    assert other.returncode == 1
    assert (folder / "thesis.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "case",
        "folder",
        "out.jsonl",
    ]  # no draft is left


def test_nothing_is_written_into_a_workspace(case_copy: Path, lead: str) -> None:
    for out in (case_copy / "sealed" / "x", case_copy, case_copy.parent):
        done = inside("export", *SMALL, "-o", out, lead, "--force", "-w", case_copy, check=False)
        assert done.returncode == 1
        assert "workspace" in done.stderr
    assert not (case_copy / "sealed" / "x").exists()


def test_wrong_use_ends_with_2(example_case: Path, tmp_path: Path) -> None:
    out = tmp_path / "x"
    for words in (
        ("--to", "pdf"),
        ("--to", "csv", "--language", "fr"),
        ("--to", "stix", "--tlp", "purple"),
        ("--to", "csv", "--names"),
    ):
        done = inside("export", *words, "-o", out, "-w", example_case, check=False)
        assert done.returncode == 2, words
        assert "Nothing was written" in done.stderr
    assert not out.exists()


def test_a_subject_that_is_not_there(example_case: Path, tmp_path: Path) -> None:
    done = inside("export", *SMALL, "-o", tmp_path / "x", "s_none", "-w", example_case, check=False)
    assert done.returncode == 1
    assert "There is no seller s_none" in done.stderr


def test_the_plan_is_the_leads_that_were_chosen(case_copy: Path, tmp_path: Path) -> None:
    chosen = {row["lead_id"] for row in inside_json("plan", "-w", case_copy)["plan"] if row["chosen"]}
    told = inside_json("export", *SMALL, "-o", tmp_path / "x", "--plan", "-w", case_copy)
    assert set(told["subjects"]) == chosen
    assert told["scope"] == "named"


def test_identities_open_on_a_ground_that_covers_them_only(
    case_copy: Path, lead: str, tmp_path: Path
) -> None:
    out, w = tmp_path / "x.jsonl", ("-w", case_copy)
    names = ("--names", "--why", "hand-over")
    without = inside("export", *SMALL, "-o", out, lead, *names, *w, check=False)
    assert without.returncode == 1
    assert "needs an authorisation" in without.stderr
    assert last_act(case_copy)["act"] == "refused"
    authorise(case_copy, "A-1", "--commodities", "nitrous-oxide")
    authorise(case_copy, "A-2")
    part = inside("export", *SMALL, "-o", out, *names, "--authorisation", "A-1", *w, check=False)
    assert "does not cover this" in part.stderr  # a ground for some goods does not cover all of a workspace
    assert not out.exists()
    told = inside_json("export", *SMALL, "-o", out, lead, *names, "--authorisation", "A-2", *w)
    assert told["names"] is True
    act = last_act(case_copy)
    assert (act["act"], act["settings"]["why"], act["settings"]["names"]) == ("export", "hand-over", True)


def test_where_people_or_grounds_are_kept_a_purpose_is_asked(
    case_copy: Path, lead: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, w = tmp_path / "x.jsonl", ("-w", case_copy)
    monkeypatch.setenv("SCHAKEL_USER", "adam")
    inside("users", "add", "adam", "--role", "admin", *w)
    inside("users", "add", "anna", "--role", "analyst", "--unit", "oost", *w)
    admin = inside("export", *SMALL, "-o", out, lead, "--why", "x", *w, check=False)
    assert "may not do that: leads" in admin.stderr
    monkeypatch.setenv("SCHAKEL_USER", "anna")
    silent = inside("export", *SMALL, "-o", out, lead, *w, check=False)
    assert silent.returncode == 1
    assert "for a purpose only" in silent.stderr
    assert not out.exists()
    inside("export", *SMALL, "-o", out, lead, "--why", "network analysis", *w)
    act = last_act(case_copy)
    assert (act["who"], act["settings"]["why"]) == ("anna", "network analysis")


def test_without_a_ledger_nothing_goes_out(
    case_copy: Path, lead: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from schakel.custody import ledger  # noqa: PLC0415 - only to break it

    def full(path: Path, line: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(ledger, "_append_line", full)
    done = inside("export", *SMALL, "-o", tmp_path / "x.jsonl", lead, "-w", case_copy, check=False)
    assert done.returncode == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case"]


def test_what_went_out_is_told(example_case: Path, lead: str, tmp_path: Path) -> None:
    done = inside(
        "export", "--to", "gexf", "-o", tmp_path / "x.gexf", lead, "--language", "nl", "-w", example_case
    )
    assert "this format has no place" not in done.stdout
    assert "dit formaat heeft er geen plaats voor" in " ".join(done.stdout.split())
    assert "Pseudoniemen" in done.stdout


def test_without_a_place_it_is_written_where_one_is(
    case_copy: Path, lead: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for form, written in (("csv", "export-csv"), ("stix", "export-stix.json")):
        told = inside_json("export", "--to", form, lead, "-w", case_copy)
        assert (told["out"], (here / written).exists()) == (written, True)
