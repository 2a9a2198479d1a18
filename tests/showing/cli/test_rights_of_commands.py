"""Where the casebook knows people, a command does for somebody what the desk would do for them, and nothing for strangers."""

from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from tests.inside import inside, inside_json

PEOPLE = (("anna", "analyst"), ("ed", "editor"), ("aud", "auditor"), ("pros", "prosecutor"))
# Each command with those of the people who may; the others are told so, and nothing is done.
COMMANDS: tuple[tuple[tuple[str, ...], set[str]], ...] = (
    (("search", "glock"), {"anna"}),
    (("dismantle", "--hours", "40"), {"anna"}),
    (("link",), {"anna"}),
    (("judge",), {"anna"}),
    (("read",), {"anna"}),
    (("intake", "nothing"), {"anna"}),
    (("lexicon", "suggest"), {"ed"}),
    (("lexicon", "accept", "zzz", "cocaine"), {"ed"}),
    (("lexicon", "drop", "zzz"), {"ed"}),
    (("intervene", "add", "--kind", "ban", "--on", "2025-12-01", "--target", "9"), {"anna"}),
    (("intervene", "undo", "1"), {"anna"}),
    (("intervene", "list"), {"anna", "ed", "pros"}),
    (("intervene", "effect"), {"anna", "ed", "pros"}),
    (("measure",), {"anna", "ed", "pros"}),
    (("index",), {"anna"}),
    (("evaluate", "linking", "--split", "--no-baselines"), {"anna"}),
    (("evaluate", "linking", "--truth", "nothing"), {"anna"}),
    (("evaluate", "judging", "--truth", "nothing"), {"anna"}),
    (("users", "list"), {"adam", "anna", "ed", "aud", "pros"}),
)


@pytest.fixture
def peopled(case_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SCHAKEL_USER", "adam")
    inside("users", "add", "adam", "--role", "admin", "-w", case_copy)
    for name, role in PEOPLE:
        unit = ("--unit", "landelijk") if role == "analyst" else ()
        inside("users", "add", name, "--role", role, *unit, "-w", case_copy)
    return case_copy


def test_who_has_no_right_is_refused_and_nothing_is_done(
    peopled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [entry.act for entry in Ledger(peopled / "ledger.jsonl", "").entries()]
    for words, able in COMMANDS:
        for name in {"adam", "stranger", *(one for one, _ in PEOPLE)} - able:
            monkeypatch.setenv("SCHAKEL_USER", name)
            done = inside(*words, "-w", peopled, check=False)
            assert (done.returncode, done.stdout) == (1, ""), (name, words)
            said = "stranger is not known" if name == "stranger" else "may not do that"
            assert said in done.stderr, (name, words)
    assert [entry.act for entry in Ledger(peopled / "ledger.jsonl", "").entries()] == before
    assert not (peopled / "lexicon.toml").exists()


def test_whoever_may_read_the_folder_may_check_it_and_learns_of_nobody(
    peopled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHAKEL_USER", "stranger")
    before = (peopled / "ledger.jsonl").read_bytes()
    told = inside("audit", "--verify", "-w", peopled).stdout
    assert "The ledger holds" in told
    assert not [name for name, _ in PEOPLE if name in told.split()]
    assert (peopled / "ledger.jsonl").read_bytes() == before


def test_who_has_the_right_is_answered(peopled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, words in (
        ("anna", ("search", "glock")),
        ("pros", ("intervene", "list")),
        ("aud", ("users", "list")),
    ):
        monkeypatch.setenv("SCHAKEL_USER", name)
        assert inside_json(*words, "-w", peopled) is not None
    monkeypatch.setenv("SCHAKEL_USER", "ed")  # gets past the right
    told = inside("lexicon", "drop", "zzz", "-w", peopled, check=False).stderr
    assert "not on the list of this workspace" in told


def test_a_person_who_is_not_there_is_neither_logged_out_nor_asked_for_a_password(
    peopled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object, **__: object) -> str:
        raise AssertionError("a password was asked for")

    monkeypatch.setattr("typer.prompt", asked)
    before = (peopled / "ledger.jsonl").read_bytes()
    for words in (("users", "log-out", "nobody"), ("users", "password", "nobody")):
        done = inside(*words, "-w", peopled, check=False)
        assert (done.returncode, done.stdout) == (1, "")
        assert "nobody is not known to this casebook" in done.stderr
    monkeypatch.setenv("SCHAKEL_USER", "stranger")
    assert "stranger is not known" in inside("users", "password", "anna", "-w", peopled, check=False).stderr
    monkeypatch.setenv("SCHAKEL_USER", "adam")
    told = inside("users", "password", "anna", "-w", peopled, check=False)  # no terminal here
    assert (told.returncode, "--stdin" in told.stderr) == (1, True)
    assert (peopled / "ledger.jsonl").read_bytes() == before


def test_the_first_person_is_added_as_the_help_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(inside("users", "add", "--help").stdout.split())
    first, second = (
        part.split() for part in text.partition("Example: schakel ")[2].split(" and then, as adam: schakel ")
    )
    monkeypatch.setenv("SCHAKEL_USER", "adam")
    for words in (first, second):
        inside(*[str(tmp_path / "case1") if word == "case1" else word for word in words])
    people = inside_json("users", "list", "-w", tmp_path / "case1")
    assert [one["name"] for one in people] == ["adam", "anna"]
