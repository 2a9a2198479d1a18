"""Steps that look only at texts which match a pattern find what they find when they look at all texts."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copy2, copytree
from typing import Any

import pyarrow as pa
import pytest

from schakel.judging.facts import _EACH, _TELLING, Facts, _parameters, _telling
from schakel.linking.ahead import STRINGS
from schakel.linking.comparing.observations import (
    asked_words,
    spoken_words,
    telling_of_accounts,
    telling_of_sellers,
)
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.rows.gathered import Asked
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace

_LINKING = {
    "moving": (spoken_words(), telling_of_accounts()),
    "about_sellers": (asked_words(), telling_of_sellers()),
    "strings": ({}, STRINGS),
}
_SQL, _JUDGING = Path("src/schakel/linking/sql"), Path("src/schakel/judging/sql")
_WALLETS = (
    "1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
    "pay NL91 ABNA 0417 1643 00",
    "be71096123456769x",
    "X" * 14,
    "NL91ABN",
)
_QUIET = ("c", "d", "e")  # parts in which nothing is said
_FIRST, _LAST = 100, 121  # letters before a word, so that it stands around the end of the first 120


def _plain(pattern: str) -> Iterator[str]:
    """What matches alternatives of a pattern, as far as it can be told without knowing patterns."""
    for alternative in re.split(r"\|(?![^(]*\))", pattern):
        words = re.sub(r"\([^()]*\)[?*]|.[?*]", "", alternative.replace("(?:", "("))
        words = re.sub(r"\(([^()|]*)[^()]*\)", r"\1", words)
        if not re.search(r"[\\()\[\]{}^$|+]", words) and len(words) > 2:
            yield words


def _texts() -> list[str]:
    given = [_parameters(step) or {} for step in _TELLING] + [words for words, _ in _LINKING.values()]
    patterns = {value for one in given for value in one.values() if isinstance(value, str)}
    words = sorted({word for pattern in patterns for word in _plain(pattern)})
    assert len(words) > 500
    texts = [*_WALLETS, *(f"to {one}" for one in _WALLETS)]
    texts += [f"{word} @another_shop" for word in words] + [f"is @shop {word}?" for word in words]
    for at, word in enumerate(words):
        texts.append(
            "x" * (_FIRST + at % (_LAST - _FIRST) - len(word)) + f" {word.upper()}s ok @another_shop"
        )
    return texts


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[DuckDBEngine, DuckDBEngine]:
    """Two engines over the same messages: one that looks at all texts, and one that holds them and looks at the telling ones."""
    root = tmp_path_factory.mktemp("case")
    workspace = Workspace(root)
    for folder in (workspace.tables, workspace.staging):
        folder.mkdir()
    plain = DuckDBEngine(workspace, workers=Workers(1))
    rows = [
        {
            "message_id": f"m_{number:06}",
            "chat_id": "c",
            "tg_id": number,
            "kind": "message",
            "account_id": "a",
        }
        | {"account_name": "A", "text": text, "reply_to": number - 1 if number % 2 else None}
        for number, text in enumerate([*_texts(), *_texts()[::-1]])
    ]
    rows.append({"message_id": "m_none", "chat_id": "c", "kind": "message", "account_id": "a"})
    half = len(rows) // 2
    plain.write(from_rows(rows[:half], "messages"), "messages", "a")
    plain.write(from_rows(rows[half:], "messages"), "messages", "b")
    for part in _QUIET:
        silent = rows[-1] | {"message_id": f"m_{part}", "text": "qqzz"}
        plain.write(from_rows([silent], "messages"), "messages", part)
    return plain, DuckDBEngine(workspace, workers=Workers(1), keep=True)


@pytest.mark.parametrize("step", sorted(_TELLING))
def test_judging_finds_the_same(both: tuple[DuckDBEngine, DuckDBEngine], step: str) -> None:
    everything, telling = (Facts(engine).table(step) for engine in both)
    assert telling.equals(everything)
    assert everything.num_rows or step == "asked_about"


@pytest.mark.parametrize("step", sorted(_LINKING))
def test_linking_finds_the_same(both: tuple[DuckDBEngine, DuckDBEngine], step: str) -> None:
    words, telling = _LINKING[step]
    sql = _SQL / f"{step}.sql"
    everything, found = (
        engine.step_each(sql, "messages", parameters=words, telling=telling) for engine in both
    )
    assert found.equals(everything)
    assert everything.num_rows


_BY_ROW = {
    **{step: (_JUDGING, _parameters(step) or {}, _telling(step)) for step in _EACH},
    **{step: (_SQL, words, telling) for step, (words, telling) in _LINKING.items()},
    **dict.fromkeys(("own_cards", "forwarded", "keeping"), (_SQL, {}, {})),
}


@pytest.mark.parametrize("step", sorted(_BY_ROW))
def test_what_is_kept_of_each_part_is_what_it_tells_by_itself(
    both: tuple[DuckDBEngine, DuckDBEngine], step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small parts are asked about at once, and a part alone if it is large (here each, the second time)."""
    at_once, alone = Workspace(tmp_path / "at once"), Workspace(tmp_path / "alone")
    asked: list[str] = []
    run = DuckDBEngine._run

    def noted(self: DuckDBEngine, question: Asked, *rest: Any) -> pa.Table:
        asked.append(question.name)
        return run(self, question, *rest)

    monkeypatch.setattr(DuckDBEngine, "_run", noted)
    (folder, words, telling), many = _BY_ROW[step], []
    for workspace, bytes_at_once in ((at_once, 1 << 24), (alone, 0)):
        copytree(both[0]._workspace.tables, workspace.tables, copy_function=copy2)
        monkeypatch.setattr("schakel.store.each_part._AT_ONCE", bytes_at_once)
        engine = DuckDBEngine(workspace, workers=Workers(1), keep=True)
        engine.step_each(
            folder / f"{step}.sql", "messages", parameters=words, by="message_id", telling=telling
        )
        many.append(asked.count(f"{step}.sql") - sum(many))
    assert many == [1, 2 + len(_QUIET)]
    kept = [
        {path.name: pa.ipc.open_file(path).read_all() for path in one.kept.rglob("*.arrow")}
        for one in (at_once, alone)
    ]
    assert kept[0] == kept[1]
    assert len(kept[0]) == 2 + len(_QUIET)
