import json
from pathlib import Path

import pytest

from tests.inside import inside, inside_json

SALE = "Ketamine te koop, 1 gram 25 euro, 5 gram 100 euro, stuur bericht @ster_amsterdam"


def labelled(folder: Path) -> Path:
    rows = [
        {"id": "a", "text": SALE, "act": "offer", "items": [{"commodity": "ketamine"}]},
        {"id": "b", "text": "de trein had vertraging", "act": "vouch"},
        {"id": "c", "text": "mooi weer", "act": "none"},
    ]
    path = folder / "mine_nl.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_tables_for_people_and_the_misread_messages(tmp_path: Path) -> None:
    chatter, errors = tmp_path / "chatter.txt", tmp_path / "misread.jsonl"
    chatter.write_text("hoi\nwat een weer\n", encoding="utf-8")
    words = ("--ordinary", f"nl:{chatter}", "--errors", errors, "--no-baselines")
    done = inside("evaluate", "reading", labelled(tmp_path), *words)
    assert "reading 3 labelled and 2 ordinary messages ..." in " ".join(done.stderr.split())
    for title in ("3 labelled messages", "By language", "False alarms in 10,000 ordinary messages"):
        assert title in done.stdout
    misread = [json.loads(line)["id"] for line in errors.read_text(encoding="utf-8").splitlines()]
    assert f"{len(misread)} misread messages are in" in " ".join(done.stdout.split())
    assert misread[:2] == ["a", "b"]
    assert SALE not in done.stdout


def test_one_value_for_machines(tmp_path: Path) -> None:
    answer = inside_json("evaluate", "reading", labelled(tmp_path), "--no-baselines")
    (reading,) = answer["methods"]
    assert reading["name"] == "reading"
    assert reading["figures"]["messages"] == 3
    assert reading["figures"]["act_right"]["value"] in {1 / 3, 2 / 3}
    assert answer["acts"]["offer"]["f1"]["value"] == 1.0
    assert answer["files"] == [str(tmp_path / "mine_nl.jsonl")]


def test_without_messages_it_says_what_to_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = inside("evaluate", "reading", check=False)
    assert done.returncode == 1
    assert "Example: schakel evaluate reading" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_collection_with_too_few_texts_is_not_measured(tmp_path: Path) -> None:
    table = tmp_path / "few.csv"
    table.write_text("account,text\na,Coke 1g\na,Coke 2g\nb,Speed 1g\n", encoding="utf-8")
    done = inside("evaluate", "linking", table, "--least", "3", check=False)
    assert done.returncode == 1
    assert "No account has 3 different texts or more" in done.stderr
    assert (
        inside_json("evaluate", "linking", table, "--least", "2", "--no-baselines")["split"][0]["halves"] == 2
    )
