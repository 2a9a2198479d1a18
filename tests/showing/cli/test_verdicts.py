"""A verdict is told as new until judging obeys it; what the command says of that is true."""

import json
from pathlib import Path

from tests.inside import inside, inside_json

NEWER = "What follows does not count it yet"


def test_a_verdict_counts_after_judge_and_not_after_decide(case_copy: Path) -> None:
    lead = inside_json("plan", "-w", case_copy)["plan"][0]
    seller = lead["seller_id"]
    said = inside("verdict", seller, "ghost", "--why", "never came", "-w", case_copy).stdout
    assert "after schakel judge" in said
    inside("decide", "-w", case_copy)
    shown = inside("show", seller, "-w", case_copy).stdout
    assert NEWER in " ".join(shown.split())
    (newer,) = json.loads(inside("show", seller, "--json", "-w", case_copy).stdout)["verdicts_not_counted"]
    assert newer["answer"] == "ghost"
    inside("judge", "-w", case_copy)
    assert NEWER not in " ".join(inside("show", seller, "-w", case_copy).stdout.split())


def test_a_verdict_on_a_lead_is_one_on_its_seller(case_copy: Path) -> None:
    lead = inside_json("plan", "-w", case_copy)["plan"][0]
    (made,) = inside_json("verdict", lead["lead_id"], "ghost", "-w", case_copy)
    assert (made["subject"], made["answer"]) == (lead["seller_id"], "ghost")
    (taken,) = inside_json("undo", str(made["verdict_id"]), "-w", case_copy)
    assert taken["undoes"] == made["verdict_id"]
    told = inside("verdict", "l_0", "ghost", "-w", case_copy, check=False)
    assert told.returncode == 1
    assert "There is no lead l_0" in told.stderr
