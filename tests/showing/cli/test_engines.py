"""`--engine` and `[engine]`: what cannot be used is told before anything is done."""

from pathlib import Path

import pytest

from tests.commands import EXAMPLE
from tests.inside import inside


@pytest.mark.parametrize("said", ["spark", "spark://host", "spark://local[0]", "yarn"])
def test_a_wrong_form_is_wrong_use(tmp_path: Path, said: str) -> None:
    done = inside("run", EXAMPLE, "-w", tmp_path / "w", "--engine", said, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"There is no engine {said}." in done.stderr
    assert not (tmp_path / "w").exists()


def test_a_wrong_form_in_the_settings_is_none(case_copy: Path) -> None:
    (case_copy / "schakel.toml").write_text('[engine]\nurl = "yarn"\n')
    done = inside("read", "-w", case_copy, check=False)
    assert (done.returncode, "There is no engine yarn." in done.stderr) == (1, True)


def test_what_is_typed_goes_before_the_settings(case_copy: Path) -> None:
    (case_copy / "schakel.toml").write_text('[engine]\nurl = "yarn"\n')
    assert inside("read", "-w", case_copy, "--engine", "duckdb").returncode == 0


def test_without_java_one_sentence_says_so_and_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schakel.store.spark.ready.find_spec", lambda _: object())
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nowhere"))
    done = inside("run", EXAMPLE, "-w", tmp_path / "w", "--engine", "spark://local[2]", check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "needs Java, which was not found" in done.stderr
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize(
    "line",
    ['python = "python3"', "cores = -1", 'memory = "much"', 'spark = "x"', 'memory = "2g -javaagent:x"'],
)
def test_settings_of_the_engine_are_few_and_checked(case_copy: Path, line: str) -> None:
    (case_copy / "schakel.toml").write_text(f"[engine]\n{line}\n")
    done = inside("read", "-w", case_copy, check=False)
    assert (done.returncode, "cannot be used" in done.stderr) == (1, True)
