"""`schakel request` as a user types it: on a ground in force, written in the ledger, the same bytes twice."""

import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from schakel.showing.handover.request.book import LANGUAGES
from tests.commands import ExampleRun
from tests.inside import inside, inside_json
from tests.showing.handover.request.conftest import Case, authorise

GROUND = ("--authorisation", "A-1", "--why", "secure it")


def ledger(case: Case) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (case.workspace / "ledger.jsonl").read_text("utf-8").splitlines()]


def test_the_same_draft_twice_and_the_ledger_knows_which(case: Case, tmp_path: Path) -> None:
    words = ("request", case.lead, "--kind", "mla", *GROUND, "-w", case.workspace)
    first = inside(*words).stdout
    done = inside(*words, "-o", tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text("utf-8") == first == inside(*words).stdout
    assert "Nothing was sent." in done.stdout
    assert first.startswith("# CONCEPT: Europees onderzoeksbevel")
    last = ledger(case)[-1]
    assert (last["act"], last["who"]) == ("request", "tester")
    assert (last["inputs"]["lead"], last["inputs"]["kind"], last["inputs"]["authorisation"]) == (
        case.lead,
        "mla",
        "A-1",
    )
    assert last["outputs"]["sha256"] == sha256((tmp_path / "a.md").read_bytes()).hexdigest()
    assert last["settings"]["why"] == "secure it"
    again = inside(*words, "-o", tmp_path / "a.md", check=False)
    assert (again.returncode, again.stdout) == (1, "")
    assert "is there already" in again.stderr
    assert inside_json("audit", "--verify", "-w", case.workspace)


def test_a_page_to_print_needs_nothing_from_outside(case: Case, tmp_path: Path) -> None:
    words = (
        "request",
        case.lead,
        "--kind",
        "preservation",
        "--language",
        "en",
        *GROUND,
        "-w",
        case.workspace,
    )
    told = inside_json(*words, "-o", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert not {"src=", "href=", "@import", "url("} & {
        part for part in ("src=", "href=", "@import", "url(") if part in page
    }
    assert told["sha256"] == sha256(inside(*words).stdout.encode()).hexdigest()
    assert told["written"] == str(tmp_path / "a.html")
    assert page.count("[TO BE FILLED IN: ") == 2 + 2 * len(
        told["blanks"]
    )  # in the notice, where each belongs (one in two places), and at the end


@pytest.mark.parametrize(
    ("basis", "first", "last", "goods", "kind", "because"),
    [
        ("wpg-9", -40, -2, "*", "production", "it runs from"),
        ("wpg-9", 3, 9, "*", "production", "it runs from"),
        ("wpg-9", 0, 9, "tobacco-vapes", "production", "it is about tobacco-vapes"),
        ("platform", 0, 9, "*", "production", "on platform no production request is drafted"),
        ("sv-126g", 0, 9, "*", "dsa-order", "on sv-126g no dsa-order request is drafted"),
    ],
)
def test_a_ground_that_lapsed_or_does_not_reach_is_refused_in_words(
    case: Case, basis: str, first: int, last: int, goods: str, kind: str, because: str
) -> None:
    ground = f"B-{basis}{first}{goods[:2]}{kind}"
    authorise(case.workspace, ground, basis, first, last, goods)
    done = inside(
        "request",
        case.lead,
        "--kind",
        kind,
        "--authorisation",
        ground,
        "--why",
        "x",
        "-w",
        case.workspace,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert f"The authorisation {ground} does not cover this: " in done.stderr
    assert because in done.stderr
    assert "Traceback" not in done.stderr
    refused = ledger(case)[-1]
    assert (refused["act"], refused["inputs"]["authorisation"]) == ("refused", ground)


def test_no_ground_an_unknown_one_or_a_revoked_one_is_refused(case: Case) -> None:
    authorise(case.workspace, "C-1")
    inside("authorise", "revoke", "C-1", "--why", "lifted", "-w", case.workspace)
    for words, because in (
        ((), "This needs an authorisation"),
        (("--authorisation", "C-9"), "There is no authorisation C-9"),
        (("--authorisation", "C-1"), "it was revoked on"),
    ):
        done = inside(
            "request", case.lead, "--kind", "mla", "--why", "x", *words, "-w", case.workspace, check=False
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert because in done.stderr
        assert ledger(case)[-1]["act"] == "refused"


def test_a_draft_is_not_put_in_the_workspace(case: Case) -> None:
    before, place = ledger(case), case.workspace / "draft.md"
    done = inside(
        "request", case.lead, "--kind", "mla", *GROUND, "-w", case.workspace, "-o", place, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "lies in the workspace" in done.stderr.replace("\n", " ")
    assert not place.exists()
    assert [line for line in ledger(case)[len(before) :] if line["act"] == "request"] == []


def test_a_lead_that_does_not_exist_is_told(case: Case) -> None:
    done = inside("request", "l_0", "--kind", "mla", *GROUND, "-w", case.workspace, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no lead l_0 in this workspace." in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--kind", "arrest"),
        ("--kind", "mla", "--form", "epoc"),
        ("--kind", "dsa-order", "--data", "content"),
        ("--kind", "mla", "--language", "fr"),
        ("--kind", "mla", "-o", "a.docx"),
        (),
    ],
)
def test_wrong_use_is_told_before_anything_is_looked_up(case: Case, words: tuple[str, ...]) -> None:
    before = len(ledger(case))
    done = inside("request", case.lead, *words, *GROUND, "-w", case.workspace, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(ledger(case)) == before


def test_a_seller_is_no_lead_and_a_reason_is_asked(case: Case) -> None:
    for words in (
        (case.seller, "--kind", "mla", *GROUND),
        (case.lead, "--kind", "mla", "--authorisation", "A-1"),
    ):
        done = inside("request", *words, "-w", case.workspace, check=False)
        assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_ground_is_kept_the_draft_has_a_blank_for_it(
    example_as_run: Callable[[Path], ExampleRun], tmp_path: Path, language: str
) -> None:
    run = example_as_run(tmp_path / "bare")
    words = ("request", run.answer["plan"][0]["lead_id"], "--kind", "preservation", "--language", language)
    told = json.loads(inside(*words, "-w", run.workspace, "--json").stdout)
    assert told["authorisation"] is None
    (blank,) = [one["what"] for one in told["blanks"] if one["id"] == "authorisation"]
    page = inside(*words, "-w", run.workspace).stdout
    (named,) = re.findall(r"^## 5\. .*?\n(.*?)^## ", page, re.DOTALL | re.MULTILINE)
    assert blank in named
    assert page.count(blank) == 2  # where it belongs, and in the list of blanks
    authorise(run.workspace, "B-1")
    refused = inside(*words, "-w", run.workspace, check=False)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "This needs an authorisation" in refused.stderr
