"""Whoever has no need to know of a case sees no difference between a workspace with and without it."""

from pathlib import Path

import pytest

from tests.inside import inside, inside_json

PEOPLE = (
    ("lena", "leader", "landelijk"),
    ("anna", "analyst", "landelijk"),
    ("otto", "leader", "oost"),
    ("petra", "prosecutor", ""),
)


def seen(w: tuple[str | Path, ...], lead: dict[str, str]) -> list[object]:
    """What somebody gets to see of the workspace and of one lead, whichever way is tried."""
    looks = (
        ("plan", "--json"),
        ("show", lead["lead_id"], "--json"),
        ("show", lead["seller_id"]),
        ("verdict", "--list", "--json"),
        ("case", "list", "--json"),
        ("audit", "--text", "informant", "--json"),
        ("retention", "list", "--on", "2099-01-01", "--json"),
    )
    found = [inside(*words, *w, check=False) for words in looks]
    return [(done.returncode, done.stdout, done.stderr) for done in found]


def test_a_restricted_case_changes_nothing_that_others_see(
    case_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    w = ("-w", case_copy)

    def by(name: str) -> None:
        monkeypatch.setenv("SCHAKEL_USER", name)

    by("adam")
    inside("users", "add", "adam", "--role", "admin", *w)
    for name, role, unit in PEOPLE:
        inside("users", "add", name, "--role", role, *(("--unit", unit) if unit else ()), *w)
    by("lena")
    lead = inside_json("plan", *w)["plan"][0]

    def seen_by(name: str) -> list[object]:
        by(name)
        return seen(w, lead)

    before = {name: seen_by(name) for name in ("anna", "otto", "petra", "adam")}
    by("lena")
    case = inside_json("case", "open", lead["lead_id"], "--restricted", "--why", "informant", *w)["case"][
        "case_id"
    ]
    inside("case", "hours", case, "tactical", "400", *w)
    inside("case", "verdict", case, "ghost", "--why", "informant", *w)
    assert {name: seen_by(name) for name in before} == before  # while it is open
    by("lena")
    inside("case", "close", case, "--as", "identified", "--why", "informant", *w)
    assert {name: seen_by(name) for name in before} == before  # and once it is closed
    by("otto")
    told, never = (inside("case", "show", k, *w, check=False).stderr for k in (case, "k_0"))
    assert told.replace(case, "") == never.replace("k_0", "")
    assert case not in inside("case", "open", lead["lead_id"], "--why", "ours", *w).stdout
    assert "landelijk" not in str(inside_json("case", "list", *w))
