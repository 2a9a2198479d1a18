"""Words of pages that go with one thing or with several."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from schakel.showing.desk.language import LANGUAGES, Counted, words

PAIR = re.compile(r"\[(\w+):([^|\]]*)\|([^|\]]*)\]")


def counted(found: dict[str, object], path: str = "") -> Iterator[tuple[str, str]]:
    for name, value in found.items():
        if isinstance(value, dict):
            yield from counted(value, f"{path}.{name}")
        elif isinstance(value, str) and PAIR.search(value):
            yield f"{path}.{name}", value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_words_goes_with_a_fact_and_is_chosen_by_it(language: str) -> None:
    found = dict(counted(words(language)))
    assert len(found) > 15
    for name, value in found.items():
        assert isinstance(value, Counted), name
        names = {one for _, one, _, _ in Formatter().parse(value) if one}
        names |= {one for _, one, _, _ in Formatter().parse(PAIR.sub(r"\2\3", value)) if one}
        assert {pair[0] for pair in PAIR.findall(value)} <= names, name
        for count, place in (("1", 1), ("2", 2), (1, 1), (0, 2), ("1.214", 2)):
            told = value.format(**dict.fromkeys(names, count))
            assert "[" not in told, name
            for pair in PAIR.findall(value):
                assert pair[place].format(**dict.fromkeys(names, count)) in told, name


def test_what_was_told_of_one_as_of_several() -> None:
    dutch, english = words("nl"), words("en")
    assert dutch["coverage"]["in_chats"].format(count="1") == "in 1 chat"
    assert english["seller"]["ad_copies"].format(count=1, last="today") == "posted once, last today"
    assert english["market"]["accounts"].format(count="12") == "with 12 accounts"
