import sys
from pathlib import Path

import pytest

from schakel.showing.bench import methods
from schakel.showing.bench.measured import Measured
from schakel.showing.bench.methods import beside, measured_beside
from tests.commands import CHECKOUT

_RIVALS = CHECKOUT / "src" / "schakel" / "showing" / "bench" / "rivals"


def test_every_method_stands_in_a_row_and_has_a_program() -> None:
    named = {name for row in beside().row.values() for name in row.beside}
    assert named | {"our-copies"} == set(beside().method)
    for method in beside().method.values():
        assert bool(method.program) != bool(method.module)
        assert (_RIVALS / (method.program or f"{method.module}.py")).exists()


def test_a_file_that_there_is_none_of_is_said() -> None:
    assert measured_beside("road", "plain-script", {"not plain": ["It is no JSON."]}).why == "It is no JSON."


def test_data_on_which_it_fails_are_said_and_hurt_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "result.json"
    broken.write_text("{\u202e")
    taken = measured_beside("road", "plain-script", {"plain": [str(broken)], "not plain": [""]})
    assert taken.why.startswith("It failed on these data: json.decoder.JSONDecodeError")
    assert taken.seconds == 0


def test_what_is_learned_once_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def measure(command: list[str]) -> Measured:
        seen.append(command)
        return Measured(
            5.0,
            4.0,
            80.0,
            'a word before\n{"done": 7, "unit": "texts", "apart": 3.0, "apart_processor": 2.5, "found": 2}\n',
        )

    monkeypatch.setattr(methods, "measure", measure)
    taken = measured_beside("reading", "word-statistics", {"texts": ["t.jsonl"]})
    assert (taken.done, taken.unit, taken.seconds, taken.processor, taken.peak_mb) == (
        7,
        "texts",
        2.0,
        1.5,
        80.0,
    )
    assert taken.found == 2
    ((python, way, module, *words),) = seen
    assert (python, way) == (sys.executable, "-m")
    assert module.endswith(".word_statistics")
    assert words == ["t.jsonl", str(beside().samples["lessons"]), str(beside().samples["asked"])]
