"""The programs beside ours do what they say, and say why where they cannot."""

import json
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from schakel.showing.bench.rivals import (
    all_pairs,
    datasketch_lsh,
    keyword_list,
    our_copies,
    plain_script,
    splink_accounts,
    word_statistics,
)
from schakel.showing.bench.rivals.all_pairs import triples

_WORDS = {"coke": "cocaine", "wit": "cocaine", "speed paste": "amphetamine", "a.b+": "documents"}


def told(
    program: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: object
) -> dict[str, object]:
    monkeypatch.setattr(sys, "argv", ["program", *map(str, words)])
    program.main()
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """300 texts, many of them near copies; the last is blank."""
    chance, words = random.Random(5), [f"woord{number}" for number in range(40)]
    made: dict[str, None] = {}
    while len(made) < 299:
        base = chance.choices(words, k=chance.randint(1, 25))
        for _ in range(3):
            made[" ".join([*base, *chance.choices(words, k=chance.randint(0, 1))])] = None
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps(text) + "\n" for text in [*list(made)[:299], " "]))
    return path


def test_the_plain_script_loads_all_and_finds_words(
    small_market: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    raw = {
        "messages": [
            {"id": 1, "text": ["mooi ", {"type": "bold", "text": "WIT"}]},
            {"id": 2, "text": "witte"},
        ]
    }
    one = tmp_path / "result.json"
    one.write_text(json.dumps(raw))
    assert told(plain_script, monkeypatch, capsys, one) == {"done": 2, "unit": "messages", "hits": 1}
    assert told(plain_script, monkeypatch, capsys, "--load-only", one, one)["done"] == 4
    made = json.loads((small_market.parent.parent / "truth" / "summary.json").read_text())
    assert told(plain_script, monkeypatch, capsys, small_market)["done"] == made["messages"]


@pytest.mark.parametrize("way", sorted(keyword_list.WAYS))
def test_a_list_of_words_finds_whole_words(way: str) -> None:
    goods = keyword_list.WAYS[way](_WORDS)
    assert goods("COKE en Speed paste, witte") == {"cocaine", "amphetamine"}
    assert goods("cokes") == set()


def test_one_expression_takes_words_as_they_are_written() -> None:
    goods = keyword_list.by_one_expression(_WORDS)
    assert goods("heb a.b+ hier") == {"documents"}
    assert goods("heb axb+ hier") == set()


def test_near_copies_are_the_same_by_all_ways_of_finding_them(
    texts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = [triples(json.loads(line).split()) for line in texts.read_text().splitlines()]
    pairs = [
        len(one & other) >= 0.7 * len(one | other)
        for number, one in enumerate(own)
        for other in own[:number]
        if one and other
    ]
    expected = {"done": 300, "unit": "texts", "found": sum(pairs)}
    assert sum(pairs) > 100
    assert told(our_copies, monkeypatch, capsys, texts, 0.7, 1000) == expected
    assert told(all_pairs, monkeypatch, capsys, texts, 0.7, 1000) == expected
    assert told(all_pairs, monkeypatch, capsys, texts, 0.7, 100)["done"] == 100


def test_all_pairs_of_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none.jsonl").write_text("")
    assert told(all_pairs, monkeypatch, capsys, tmp_path / "none.jsonl", 0.7, 10)["found"] == 0


def test_what_is_not_installed_says_so(
    texts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "datasketch", None)
    monkeypatch.setitem(sys.modules, "sklearn", None)
    monkeypatch.setattr(splink_accounts, "find_spec", lambda _: None)
    absent = told(datasketch_lsh, monkeypatch, capsys, texts, 0.7, 100)["cannot"]
    assert absent == "datasketch is not installed. To have it: pip install datasketch"
    assert "scikit-learn is not installed" in str(
        told(word_statistics, monkeypatch, capsys, texts, 10, 10)["cannot"]
    )
    assert "Splink is not installed" in str(told(splink_accounts, monkeypatch, capsys, texts)["cannot"])


def test_statistics_of_words_learn_apart_from_what_they_are_asked() -> None:
    pytest.importorskip("sklearn")
    texts = [f"{word} nummer {number}" for number in range(30) for word in ("cocaine te koop", "mooi weer")]
    found = word_statistics.measured(texts, 20, 15)
    assert (found["done"], found["unit"]) == (15, "texts")
    assert isinstance(found["apart"], float)
    assert found["apart"] > 0
    assert "too few" in str(word_statistics.measured(["hoi"] * 6, 20, 15)["cannot"])


def test_too_few_accounts_are_no_training() -> None:
    pytest.importorskip("splink")
    assert "too few" in str(splink_accounts.measured([["coke 1g"], ["speed 2g"]])["cannot"])
