"""Wrong use ends with 2; what was rightly asked and cannot be done with 1. Neither writes anything."""

from pathlib import Path

import pytest

from tests.commands import EXAMPLE
from tests.inside import inside, inside_json

GROUND = ("--basis", "wpg-9", "--officer", "J. Smit", "--reference", "file 12")
DAYS = ("--from", "2026-12-01", "--until", "2026-12-20")


@pytest.mark.parametrize(
    "words",
    [
        ("verdict", "s_1", "banana"),
        ("verdict",),
        ("verdict", "a_1", "same"),
        ("plan", "--hours", "foo=3"),
        ("plan", "--hours", "oost=x"),
        ("intake", EXAMPLE, "--format", "foo"),
        ("intake", EXAMPLE, "--timezone", "Mars/Base"),
        ("run", EXAMPLE, "--format", "foo"),
        ("run", EXAMPLE, "--engine", "foo"),
        ("intervene", "add", "--kind", "warning", "--on", "2025-13-10", "--target", "1"),
        ("users", "add", "anna", "--role", "king"),
        ("users", "add", "anna", "--role", "leader", "--unit", "nowhere"),
        ("lexicon", "accept", "woord", "nogoods"),
        ("authorise", "add", "A-1", *GROUND, "--acts", "foo", *DAYS),
        (
            "authorise",
            "add",
            "A-1",
            *GROUND,
            "--acts",
            "import",
            "--from",
            "2026-12-20",
            "--until",
            "2026-12-01",
        ),
        ("show", "s_1", "--names"),
    ],
    ids=lambda words: " ".join(map(str, words[:1] + words[-2:]))[:40],
)
def test_wrong_use_ends_with_2(case_copy: Path, words: tuple[str, ...]) -> None:
    before = (case_copy / "ledger.jsonl").read_bytes()
    assert inside(*words, "-w", case_copy, check=False).returncode == 2
    assert (case_copy / "ledger.jsonl").read_bytes() == before


def test_hours_that_the_settings_have_wrong_are_no_wrong_use(case_copy: Path) -> None:
    (case_copy / "schakel.toml").write_text('hours = "foo=3"\n')
    assert inside("plan", "-w", case_copy, check=False).returncode == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--message", "m_zzz"), "There is no message m_zzz"),
        (("--until", "2999-12-10"), "2999-12-10 is still to come"),
        (("--until", "2025-12-01"), "ended before it began"),
    ],
)
def test_an_intervention_that_cannot_have_been_is_not_written(
    case_copy: Path, more: tuple[str, ...], said: str
) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415 - for this alone

    chat = pq.read_table(case_copy / "tables" / "chats.parquet")["chat_id"][0].as_py()
    words = ("intervene", "add", "--kind", "warning", "--on", "2025-12-10", "--target", chat, "-w", case_copy)
    before = (case_copy / "ledger.jsonl").read_bytes()
    done = inside(*words, *more, check=False)
    assert done.returncode == 1
    assert said in done.stderr
    assert (case_copy / "ledger.jsonl").read_bytes() == before
    message = next(
        pq.read_table(file)["message_id"][0].as_py()
        for file in sorted((case_copy / "tables" / "messages").rglob("*.parquet"))
        if pq.read_metadata(file).num_rows
    )
    assert inside(*words, "--message", message).returncode == 0


def test_a_ground_that_was_named_must_be_there(tmp_path: Path) -> None:
    done = inside("intake", EXAMPLE, "--authorisation", "nope", "-w", tmp_path / "w", check=False)
    assert done.returncode == 1
    assert "There is no authorisation nope" in done.stderr
    assert not any((tmp_path / "w" / "sealed").iterdir())


def test_what_can_be_shown_is_named_in_full(case_copy: Path) -> None:
    assert "k_ (campaign)" in inside("show", "x_1", "-w", case_copy, check=False).stderr


def test_a_damaged_table_file_is_named_and_made_again(case_copy: Path) -> None:
    foreign = case_copy / "tables" / "messages" / "x.parquet"
    made = next(file for file in sorted((case_copy / "tables" / "messages").rglob("*.parquet")))
    whole = made.read_bytes()
    foreign.write_bytes(b"no parquet")
    made.write_bytes(whole[: len(whole) // 2])
    done = inside("show", "m_1", "-w", case_copy, check=False)
    assert done.returncode == 1
    assert "The table file" in done.stderr
    assert f"schakel run EXPORT -w {case_copy}" in done.stderr
    assert "The table file" in inside("judge", "-w", case_copy, check=False).stderr
    inside("intake", EXAMPLE, "-w", case_copy)
    assert not foreign.exists()
    assert made.read_bytes() == whole


def test_the_same_intervention_is_refused_with_the_number_of_the_first(case_copy: Path) -> None:
    seller = inside_json("plan", "-w", case_copy)["plan"][0]["seller_id"]
    words = (
        "intervene",
        "add",
        "--kind",
        "arrest",
        "--on",
        "2025-12-10",
        "--target",
        seller,
        "-w",
        case_copy,
    )
    inside(*words)
    before = (case_copy / "ledger.jsonl").read_bytes()
    done = inside(*words, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "stands already, as intervention 1" in done.stderr
    assert (case_copy / "ledger.jsonl").read_bytes() == before
    inside(*words, "--title", "the brother")
