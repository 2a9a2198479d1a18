"""Ordinary chat between people, a third of it addressed to somebody by @name, is no praise, warning, call or request.

1,105 lines in seven languages by one writer who had seen nothing of the reading; they chose nothing. Read for the first
time by what stood before anything was fitted on such lines, 202 were taken for an act; now 39.
"""

from pathlib import Path

import pytest

from schakel.reading.offers import read_texts

FOLDER = Path(__file__).parent / "reading" / "chat"
LANGUAGES = ("de", "en", "es", "fr", "nl", "ru", "tr")
MOST = 0.037  # of all lines; 39 of 1,105 on 30 November 2026
MOST_OF_ONE = 0.071  # of one language: Turkish 11 of 158


def acts_of(language: str) -> list[str]:
    lines = (FOLDER / f"{language}.txt").read_text("utf-8").splitlines()
    return [reading.act for reading in read_texts([line.replace("\\n", "\n") for line in lines])]


def test_few_lines_of_ordinary_chat_are_taken_for_an_act() -> None:
    acts = [act for language in LANGUAGES for act in acts_of(language)]
    assert len(acts) == 1105
    assert sum(act != "none" for act in acts) <= MOST * len(acts)
    assert acts.count("offer") <= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_stands_out(language: str) -> None:
    acts = acts_of(language)
    assert sum(act != "none" for act in acts) <= MOST_OF_ONE * len(acts)
