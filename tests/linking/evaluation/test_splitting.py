import importlib.util
import json
import random
from pathlib import Path

import pytest

from schakel.linking.evaluation.corpus import Columns, own_offers, read_corpus
from schakel.linking.evaluation.splink_default import quiet_backend
from schakel.linking.evaluation.splitting import split_accounts
from schakel.records.errors import SettingsError
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market

_GOODS = ["coke", "speed", "keta", "wiet", "hash", "pillen", "ghb", "lsd", "truffels", "3mmc"]


def _habit(chance: random.Random) -> tuple[str, str, str, bool]:
    return (
        chance.choice(["-", "=", ":", "~", ">"]),
        chance.choice(["euro", "€", ",-", "eu", "EUR"]),
        chance.choice(["snel geleverd", "top kwaliteit", "discreet", "24/7", "beste van nl"]),
        chance.random() < 0.5,
    )


def _corpus(accounts: int = 30, seed: int = 3) -> dict[str, list[str]]:
    """Accounts that differ in habits only: what they sell and what it costs is drawn anew for each text."""
    chance = random.Random(seed)
    made: dict[str, list[str]] = {}
    for number in range(accounts):
        sign, money, words, loud = _habit(chance)
        texts = set()
        while len(texts) < 12:
            good = chance.choice(_GOODS)
            text = f"{good.upper() if loud else good} {chance.randrange(1, 99)}g {sign} {chance.randrange(10, 999)}{money} {words}"
            texts.add(text)
        made[f"v{number:02d}"] = sorted(texts)
    return made | {"small": ["coke 1 = 50 euro"]}


def test_habits_find_the_partner_more_often_than_words_do() -> None:
    made = split_accounts(_corpus())
    rows = {row.method: row for row in made.methods}
    assert (made.halves, made.among) == (60, 60)
    assert rows["writing habits"].at_1.value > 0.6
    assert rows["writing habits"].at_1.value > rows["TF-IDF of words, nearest neighbour"].at_1.value
    for row in rows.values():
        assert row.at_1.value <= row.at_5.value <= row.at_10.value
        assert row.at_1.low <= row.at_1.value <= row.at_1.high


def test_the_same_seed_gives_the_same_answer_in_any_order_of_the_texts() -> None:
    corpus = _corpus(12)
    turned = {account: corpus[account][::-1] for account in reversed(corpus)}
    one = split_accounts(corpus, seed=5, baselines=False)
    assert one == split_accounts(turned, seed=5, baselines=False)
    assert one.methods[0].method == "writing habits"


def test_near_copies_stay_on_one_side() -> None:
    base = "verse waar vandaag binnen gekomen voor {} euro per stuk in heel de stad en omgeving te bezorgen"
    corpus = {f"a{n}": [f"a{n} " + base.format(price) for price in range(12)] for n in range(3)}
    assert split_accounts(corpus, baselines=False).halves == 6
    assert split_accounts(corpus, baselines=False, copies_together=True).halves == 0


def test_nothing_to_split_is_no_error() -> None:
    made = split_accounts({"a": ["coke"]})
    assert (made.halves, made.methods[0].at_1.value) == (0, 0.0)


@pytest.mark.skipif(importlib.util.find_spec("splink") is None, reason="Splink is not installed (an extra)")
def test_splink_stands_beside_it() -> None:
    made = split_accounts(_corpus(12))
    assert "Splink, default settings" in {row.method for row in made.methods} | set(made.missing)


def test_json_lines_and_tables_say_the_same(tmp_path: Path) -> None:
    rows = [("v1", "Coke 1g"), ("v1", "Coke 2g"), ("v1", "Coke 1g"), ("", "x"), ("v2", " ")]
    lines, table = tmp_path / "a.jsonl", tmp_path / "a.csv"
    lines.write_text("\n".join(json.dumps({"account": a, "text": t}) for a, t in rows), encoding="utf-8")
    table.write_text("vendor,title\n" + "".join(f"{a},{t}\n" for a, t in rows), encoding="utf-8")
    assert read_corpus(lines) == {"v1": ["Coke 1g", "Coke 2g"]}
    assert read_corpus(table, Columns("vendor", "title")) == read_corpus(lines)


@pytest.mark.parametrize("content", ["", "account;text\n", '{"account": 1', "[1, 2]", '{"a": 1}\n[]'])
def test_files_that_hold_nothing_say_so(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError):
        read_corpus(path)


def test_offers_of_a_workspace_by_account(engine: DuckDBEngine) -> None:
    market = Market()
    market.post(1, "coke 50")
    market.post(1, "coke 50", day=2)
    market.post(1, "coke 60", day=3)
    market.post(2, "wie heeft coke", act="request")
    market.write(engine)
    assert [sorted(texts) for texts in own_offers(engine).values()] == [["coke 50", "coke 60"]]


@pytest.mark.skipif(importlib.util.find_spec("splink") is None, reason="Splink is not installed (an extra)")
def test_splink_shows_no_bar_among_the_figures() -> None:
    told = quiet_backend().duckdb_con.execute("SELECT current_setting('enable_progress_bar')").fetchone()
    assert told == (False,)
