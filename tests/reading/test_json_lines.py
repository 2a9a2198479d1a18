"""JSON lines in, JSON lines out: each its own answer in its own place, however many come and whatever goes wrong."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from schakel.reading import json_lines
from schakel.reading.json_lines import answer_lines, read_lines, reading_as_json
from schakel.reading.offers import TextReading, read_text, read_texts
from schakel.store.workers import Workers

TEXTS = [
    "Te koop: coke 1g 50 3g 140, bezorgen Utrecht, app 0612345678",
    "hoi",
    "wie heeft er wiet in Gouda?",
    "@voorbeeldwinkel is een oplichter, betaald en nooit iets gekregen",
    "\u202egarg 5 k3ta\x00 \U0001f48a" * 3,
]


class _Told(Workers):
    """Workers that tell how many lines each batch held; they do it all here."""

    def __init__(self) -> None:
        super().__init__(2)
        self.sizes: list[int] = []

    def run(self, function: Callable[[Any], Any], pieces: Iterable[Any], ahead: int = 2) -> Iterator[Any]:
        for piece in pieces:
            self.sizes.append(len(piece))
            yield function(piece)


def asked(texts: Iterable[str]) -> list[bytes]:
    return [json.dumps({"id": n, "text": text}).encode() for n, text in enumerate(texts)]


def answers(lines: Iterable[bytes], workers: Workers | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read_lines(lines, workers or Workers(2))]


def test_each_text_has_the_answer_that_it_has_alone() -> None:
    alone = [{"id": n} | reading_as_json(read_text(text)) for n, text in enumerate(TEXTS)]
    assert answers(asked(TEXTS)) == json.loads(json.dumps(alone))


@pytest.mark.parametrize(("lines", "sizes"), [(0, []), (6, []), (7, [2, 2, 2, 1]), (9, [2, 2, 2, 2, 1])])
def test_only_many_lines_go_to_other_processes(
    monkeypatch: pytest.MonkeyPatch, lines: int, sizes: list[int]
) -> None:
    monkeypatch.setattr(json_lines, "_LINES", 2)
    told = _Told()
    found = answers(asked(["hoi"] * lines), told)
    assert [one["id"] for one in found] == list(range(lines))
    assert told.sizes == sizes


def test_a_text_that_cannot_be_read_takes_no_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(texts: list[str]) -> list[TextReading]:
        if "hoi" in texts:
            raise RuntimeError("broken by this text")
        return read_texts(texts)

    monkeypatch.setattr(json_lines, "read_texts", broken)
    monkeypatch.setattr(json_lines, "read_text", lambda text: broken([text])[0])
    found = answers([*asked(TEXTS), b"no json", b'{"id": 9, "text": 5}'])
    assert found[1] == {"id": 1, "act": None, "error": "This text could not be read: RuntimeError"}
    assert found[0]["act"] == "offer"
    assert found[3]["act"] == "warning"
    assert [one["id"] for one in found[5:]] == [None, 9]
    assert all("not JSON with a text" in one["error"] for one in found[5:])


@pytest.mark.parametrize("text", ["5", '["coke", 5]', '[{"type": "bold"}]', '{"a": 1}', "true"])
def test_a_line_that_is_refused_keeps_its_id(text: str) -> None:
    line = f'{{"id": {{"n": [7, "é"]}}, "text": {text}}}'.encode()
    (found,) = answers([line])
    assert found["id"] == {"n": [7, "é"]}
    assert found["act"] is None
    assert "not JSON with a text" in found["error"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("null", ""),
        ("[]", ""),
        ('["Te koop: coke 1g 50"]', "Te koop: coke 1g 50"),
        ('["Te koop: coke ", {"type": "bold", "text": "1g 50"}, " Utrecht"]', "Te koop: coke 1g 50 Utrecht"),
    ],
)
def test_a_text_as_an_export_writes_it_is_read_whole(text: str, whole: str) -> None:
    (found,) = answers([f'{{"id": 7, "text": {text}}}'.encode()])
    assert found == json.loads(json.dumps({"id": 7} | reading_as_json(read_text(whole))))


def test_a_line_nested_too_deeply_takes_no_other_with_it() -> None:
    deep = b'{"id": 1, "text": "hoi", "more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    found = answers([*asked(TEXTS[:1]), deep, *asked(TEXTS[:1])])
    assert ["error" in one for one in found] == [False, True, False]
    assert "nested too deeply" in found[1]["error"]


def test_half_a_sign_is_replaced_and_the_text_is_read() -> None:
    told = [b'{"id": "a\\ud83d", "text": "Te koop: coke 1g 50 \\ud83d, bezorgen Utrecht \\ud83d\\ude0a"}']
    (found,) = answers(told)
    assert found["act"] == "offer"
    assert found["id"] == "a\ufffd"
    whole = reading_as_json(read_text("Te koop: coke 1g 50 \ufffd, bezorgen Utrecht \U0001f60a"))
    assert {key: found[key] for key in ("items", "places")} == json.loads(
        json.dumps({key: whole[key] for key in ("items", "places")})
    )


def test_a_mark_of_byte_order_before_the_first_line_is_no_part_of_it() -> None:
    lines = asked(TEXTS[:2])
    assert answers([b"\xef\xbb\xbf" + lines[0], lines[1]]) == answers(lines)


@pytest.mark.parametrize("line", [b"", b"\n", b"[" * 100_000, b'{"id": 3, "text": "coke \xff"}', b"5"])
def test_whatever_is_no_line_is_refused_in_its_place(line: bytes) -> None:
    found = answers([*asked(TEXTS[:1]), line, *asked(TEXTS[:1])])
    assert ["error" in one for one in found] == [False, True, False]
    assert found[1]["id"] == (3 if b"id" in line else None)


def test_it_is_told_whether_a_text_was_read() -> None:
    lines = [*asked(TEXTS[:1]), b'{"id": {"error": 1}, "text": "hoi"}', b"no json"]
    assert [was_read for _, was_read in answer_lines(lines, Workers(2))] == [True, True, False]
