"""The whole road on the example market, as a user types it."""

import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schakel.custody.verify import verify_ledger
from tests.commands import EXAMPLE, schakel, table_bytes
from tests.inside import inside, inside_json

Run = tuple[Path, dict[str, Any]]


def ask(workspace: Path, sql: str) -> list[tuple[Any, ...]]:
    """An answer from the Parquet files, as any outside tool would get it."""
    connection = duckdb.connect()
    for folder in sorted((workspace / "tables").iterdir()):
        name = folder.name.removesuffix(".parquet")
        where = folder if folder.is_file() else folder / "**" / "*.parquet"
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{where}')")
    return connection.execute(sql).fetchall()


def test_the_answer_has_the_promised_keys(example_run: Run) -> None:
    _, answer = example_run
    assert {
        "messages",
        "unique_texts",
        "offers",
        "unique_offers",
        "campaigns",
        "sellers",
        "ghost_share",
        "quarantined",
        "plan",
        "seconds",
    } <= set(answer)
    share = answer["ghost_share"]
    assert 0 <= share["low"] <= share["value"] <= share["high"] <= 1


def test_every_message_of_the_export_is_there(example_run: Run) -> None:
    workspace, answer = example_run
    raw = b"".join(file.read_bytes() for file in sorted(EXAMPLE.rglob("result.json")))
    written = len(re.findall(rb'\n +"id": -?\d+,\n +"type": "(?:message|service|unsupported)",\n', raw))
    assert written > 5000
    assert answer["messages"] + answer["quarantined"] == written
    assert ask(workspace, "SELECT count(*), count(DISTINCT message_id) FROM messages") == [
        (answer["messages"], answer["messages"])
    ]


def test_what_it_says_is_what_the_tables_hold(example_run: Run) -> None:
    workspace, answer = example_run
    counted = ask(
        workspace,
        """SELECT (SELECT count(*) FROM offers WHERE act = 'offer'),
                  (SELECT count(DISTINCT text_id) FROM offers WHERE act = 'offer'),
                  (SELECT count(DISTINCT campaign_id) FROM campaigns),
                  (SELECT count(DISTINCT seller_id) FROM sellers)""",
    )[0]
    assert counted == tuple(answer[k] for k in ("offers", "unique_offers", "campaigns", "sellers"))


def test_no_row_points_nowhere(example_run: Run) -> None:
    workspace, _ = example_run
    for table in ("offers", "items", "selectors", "contexts", "campaigns", "mentions"):
        query = f"SELECT count(*) FROM {table} WHERE message_id NOT IN (SELECT message_id FROM messages)"
        assert ask(workspace, query) == [(0,)], table
    query = "SELECT count(*) FROM plan WHERE lead_id NOT IN (SELECT lead_id FROM leads)"
    assert ask(workspace, query) == [(0,)]
    for table in ("findings", "links", "offers", "contexts"):
        query = f"""SELECT count(*) FROM (SELECT unnest(reason.messages) AS message_id
            FROM (SELECT unnest(reasons) AS reason FROM {table}))
            WHERE message_id NOT IN (SELECT message_id FROM messages)"""
        assert ask(workspace, query) == [(0,)], table


def test_spans_lie_inside_the_text(example_run: Run) -> None:
    workspace, _ = example_run
    query = """SELECT count(*) FROM selectors JOIN messages USING (message_id)
        WHERE "end" > length(text) OR "start" < 0 OR "start" >= "end" """
    assert ask(workspace, query) == [(0,)]


def test_the_plan_keeps_to_the_hours_and_every_lead_has_a_word(example_run: Run) -> None:
    workspace, answer = example_run
    assert answer["plan"], "the example market has leads worth the hours"
    spent: dict[str, float] = {}
    for row in answer["plan"]:
        spent[row["unit"]] = spent.get(row["unit"], 0.0) + row["hours"]
    assert all(hours <= (120 if unit == "landelijk" else 40) for unit, hours in spent.items())
    rows = ask(workspace, "SELECT chosen, len(reasons) FROM plan")
    assert len(rows) == ask(workspace, "SELECT count(*) FROM leads")[0][0]
    assert all(reasons > 0 for _, reasons in rows)


def test_most_sellers_of_the_truth_are_found(example_run: Run) -> None:
    workspace, _ = example_run
    truth = EXAMPLE.parent / "truth" / "accounts.csv"
    found, told = ask(
        workspace,
        f"""WITH truth AS (SELECT account_tg_id FROM read_csv('{truth}') WHERE seller IS NOT NULL AND seller <> '')
        SELECT count(*) FILTER (WHERE account_tg_id IN (SELECT account_tg_id FROM sellers)), count(*) FROM truth
        WHERE account_tg_id IN (SELECT account_tg_id FROM messages)""",
    )[0]
    assert found / told >= 0.7


def test_a_second_run_does_nothing_over(example_copy: Path) -> None:
    before = table_bytes(example_copy)
    stamps = {p: p.stat().st_mtime_ns for p in (example_copy / "tables").rglob("*.parquet")}
    again = inside_json("run", EXAMPLE, "-w", example_copy)
    assert table_bytes(example_copy) == before
    assert {p: p.stat().st_mtime_ns for p in (example_copy / "tables").rglob("*.parquet")} == stamps
    assert sum(again["seconds"].values()) < 2


def test_a_step_that_was_done_but_never_told_is_told_by_the_next_run(example_copy: Path) -> None:
    (example_copy / "stamps" / "sellers" / "all.told").unlink()  # as if killed before the ledger heard of it
    ledger = example_copy / "ledger.jsonl"
    before = [json.loads(line)["act"] for line in ledger.read_text().splitlines()]
    for _ in range(2):
        inside_json("run", EXAMPLE, "-w", example_copy)
    acts = [json.loads(line)["act"] for line in ledger.read_text().splitlines()][len(before) :]
    assert acts.count("sellers") == 1
    assert not {"reading", "judging", "plan"} & set(acts)


def test_the_ledger_tells_each_act_and_holds(example_run: Run) -> None:
    workspace, _ = example_run
    acts = [json.loads(line)["act"] for line in (workspace / "ledger.jsonl").read_text().splitlines()]
    assert acts[0] == "seal"
    assert {"reading", "campaigns", "sellers", "judging", "leads", "plan", "answer"} <= set(acts)
    assert verify_ledger(workspace / "ledger.jsonl").holds


def test_a_changed_ledger_is_named(example_copy: Path) -> None:
    path = example_copy / "ledger.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"tester", b"nobody") if b"tester" in lines[2] else b"{}\n"
    path.write_bytes(b"".join(lines))
    done = inside("audit", "--verify", "-w", example_copy, check=False)
    assert done.returncode == 1
    assert "Entry 3" in done.stderr


def test_a_changed_sealed_file_is_named(example_copy: Path) -> None:
    sealed = max((example_copy / "sealed").iterdir(), key=lambda p: p.stat().st_size)
    sealed.chmod(0o644)
    sealed.write_bytes(sealed.read_bytes() + b" ")
    done = inside("audit", "--verify", "-w", example_copy, check=False)
    assert done.returncode == 1
    assert "has changed" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("subject", ["lead", "seller", "message"])
def test_a_file_is_shown_without_names_unless_asked(example_copy: Path, subject: str) -> None:
    lead, seller = ask(example_copy, "SELECT lead_id, seller_id FROM plan WHERE chosen ORDER BY rank")[0]
    message = ask(
        example_copy,
        f"""SELECT min(message_id) FROM offers JOIN sellers ON member_id = account_id
        WHERE seller_id = '{seller}' AND act = 'offer'""",
    )[0][0]
    names = {
        row[0]
        for row in ask(
            example_copy,
            f"""SELECT DISTINCT account_name FROM messages JOIN sellers ON member_id = account_id
            WHERE seller_id = '{seller}'""",
        )
    }
    identity = {"lead": lead, "seller": seller, "message": message}[subject]
    hidden = inside("show", identity, "-w", example_copy).stdout
    assert not any(name in hidden for name in names)
    assert "Read as" in hidden if subject == "message" else "ghost" in hidden
    shown = inside("show", identity, "-w", example_copy, "--names", "--why", "test").stdout
    assert any(name in shown for name in names)
    refused = inside("show", identity, "-w", example_copy, "--names", check=False)
    assert refused.returncode == 2
    last = json.loads((example_copy / "ledger.jsonl").read_text().splitlines()[-1])
    assert (last["act"], last["settings"]["why"], last["who"]) == ("show", "test", "tester")


def test_a_message_says_what_its_text_alone_would_be(example_copy: Path) -> None:
    changed = """SELECT message_id, nearest, act_alone FROM contexts
        WHERE act = 'none' AND act_alone <> 'none' ORDER BY message_id"""
    message, nearest, alone = ask(example_copy, changed)[0]
    shown = inside("show", message, "-w", example_copy).stdout
    assert f"By its text alone: {alone}" in shown
    assert f"Where it stands: none; {nearest}" in shown
    assert "chat character" in shown


def test_each_message_in_doubt_is_told_once(example_run: Run) -> None:
    workspace, _ = example_run
    doubts, told, both, acts = ask(
        workspace,
        """SELECT (SELECT count(*) FROM doubts), (SELECT count(*) FROM contexts),
            (SELECT count(*) FROM contexts JOIN doubts USING (message_id)),
            (SELECT count(*) FROM contexts JOIN offers USING (message_id, act))""",
    )[0]
    assert doubts == both > 0
    # the others were passed over at first, and every one of them does something after all
    late = (
        "SELECT count(*), count(*) FILTER (act <> 'none') FROM contexts ANTI JOIN doubts USING (message_id)"
    )
    assert ask(workspace, late) == [(told - both, told - both)]
    assert ask(workspace, "SELECT count(*) FROM contexts WHERE act <> 'none'") == [(acts,)]
    assert ask(workspace, "SELECT count(*) - count(DISTINCT message_id) FROM offers") == [(0,)]


def test_a_verdict_counts_and_its_undo_too(example_copy: Path) -> None:
    seller, before = ask(
        example_copy,
        "SELECT subject_id, value FROM findings WHERE kind = 'ghost' AND subject_kind = 'seller' ORDER BY abs(value - 0.5), 1",
    )[0]
    tables = table_bytes(example_copy)
    inside("verdict", seller, "ghost", "--why", "never came", "-w", example_copy)
    inside_json("judge", "-w", example_copy)
    value = ask(example_copy, f"SELECT value FROM findings WHERE kind = 'ghost' AND subject_id = '{seller}'")[
        0
    ][0]
    assert value > before
    inside("undo", "1", "-w", example_copy)
    inside_json("judge", "-w", example_copy)
    assert table_bytes(example_copy) == tables


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["run", "no-such-export", "-w", "W"], 1, "no-such-export"),
        (["plan", "-w", "no-such-workspace"], 1, "no workspace"),
        (["show", "s_none", "-w", "W"], 1, "no seller"),
        (["verdict", "s_none", "ghost", "-w", "W"], 1, "no seller or account"),
        (["verdict", "s_none", "guilty", "-w", "W"], 2, "same, not-same, real, ghost"),
        (["verdict", "a_one", "not-same", "a_one", "-w", "W"], 2, "said of two accounts"),
        (["verdict", "s_one", "ghost", "s_other", "-w", "W"], 2, "said of one seller"),
        (["undo", "7", "-w", "W"], 1, "no verdict 7"),
        (["run", "EXAMPLE", "-w", "W", "--hours", "oost=many"], 2, "hours"),
        (["run", "EXAMPLE", "-w", "W", "--engine", "spark://x"], 2, "engine"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(
    example_copy: Path, words: list[str], code: int, said: str
) -> None:
    names = {"W": str(example_copy), "EXAMPLE": str(EXAMPLE)}
    done = inside(*[names.get(word, word) for word in words], check=False)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_wrong_use_is_exit_code_2() -> None:
    assert schakel("run", "--no-such-option", check=False).returncode == 2
    assert schakel("fly", check=False).returncode == 2


def test_json_lines_come_back_in_order() -> None:
    texts = ["Te koop: coke 1g 50 3g 140, bezorgen Utrecht, app 0612345678", "hoi", "\ud83c\udf31"]
    lines = [json.dumps({"id": n, "text": text}) for n, text in enumerate(texts)]
    lines.insert(1, "not json")
    done = schakel("read", "-", "--json", input="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [0, None, 1, 2]
    assert "error" in answers[1]
    offer = answers[0]
    assert (offer["act"], offer["language"]) == ("offer", "nl")
    assert {(i["commodity"], i["quantity"], i["unit"], i["price"]) for i in offer["items"]} == {
        ("cocaine", 1, "g", 50),
        ("cocaine", 3, "g", 140),
    }
    assert [place["name"] for place in offer["places"]] == ["Utrecht"]
    assert {"type": "phone", "value": "+31612345678"} in offer["selectors"]
    assert answers[2]["act"] == "none"
