"""The letters without which a pattern matches nothing, and the texts that may match by them."""

import re

import numpy as np
import pyarrow as pa
import pytest

from schakel.store import four_bytes
from schakel.store.four_bytes import may_match, strings_of
from schakel.store.pattern_letters import letters_needed

TOLD = {
    "krap": {"krap"},
    "krap|iets": {"krap", "iets"},
    r"(?:^|[^\pL\pN])(?:te laat|krap)(?:$|[^\pL\pN])": {"te laat", "krap"},
    r"(?:was |is )?krap": {"krap", "is krap", "was krap"},
    r"(?:was |is )*krap (?:gewogen|gemeten)": {"krap gewogen", "krap gemeten"},
    r"\d+ (?:min|minuten) weg": {" min weg", " minuten weg"},
    r"caf[eé]s?": {"cafe", "café", "cafes", "cafés"},
    r"ex[- ]?@\w+": {"ex@", "ex-@", "ex @"},
    r"wie{1,2}t": {"wi"},
    r"i\.p\.v\.": {"i.p.v."},
    r"a.{0,3}lange (\S+ ){1,3}woorden": {"woorden"},
    r"[a-z]gram": {"gram"},
    r"hallo\n\bdaar$": {"hallo\ndaar"},
    r"[]x]lijst": {"]lijst", "xlijst"},
    r"(?<!niet )krap(?= gewogen)(?!!)": {"krap"},
    r"(?P<hoe>krap|royaal) (?P<wat>.+?) gewogen": {" gewogen"},
    r"krap+?e": {"kra"},
}
UNTOLD = [
    r"\d+",
    "krap|.",
    "(?:a|b)?",
    "krap|",
    "(?i)krap",
    r"\x41",
    "(krap",
    "krap)",
    "x{",
    "[[:alpha:]]",
    r"\p{Greek}*",
    r"(?P<hoe",
    r"(?P=hoe)",
    r"(?>krap)",
    "(?<=krap",
]


@pytest.mark.parametrize("pattern", TOLD)
def test_a_match_holds_one_of_the_strings(pattern: str) -> None:
    assert letters_needed(pattern) == frozenset(TOLD[pattern])


@pytest.mark.parametrize("pattern", UNTOLD)
def test_of_some_patterns_no_letters_are_told(pattern: str) -> None:
    assert letters_needed(pattern) is None


@pytest.mark.filterwarnings("ignore:Possible:FutureWarning")
def test_any_string_is_read_or_refused_as_a_pattern() -> None:
    signs = "ab(|)?:*+{1,2}[^]\\pLn.$ é"
    for seed in range(3_000):
        pattern = "".join(signs[number] for number in np.random.default_rng(seed).integers(0, len(signs), 9))
        told = letters_needed(pattern)
        try:
            found = re.compile(pattern.replace(r"\p", "p"))
        except re.error:
            continue
        if told and r"\p" not in pattern:
            for text in ("ab", "aab b", "a1, é", "bbaL.", "n$ pL:", ""):
                assert not found.search(text) or any(one in text for one in told), (pattern, text)


@pytest.mark.parametrize("few", [0, 1_000_000])
def test_texts_that_hold_a_string_are_told(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(four_bytes, "_FEW", few)  # what is rare is counted in the texts, and is not
    texts = pa.array(
        ["", "wie heeft tijd", "psc", "xpsc", "", "pscx", "ps", "cwie", "ééngehéél", "heeft", "p"]
    )
    patterns = ["heeft", "psc|steam", "gehéél"]
    strings = [strings_of(pattern) for pattern in patterns]
    told = may_match(texts, [one for one in strings if one])
    for number, pattern in enumerate(patterns):
        holds = [re.search(pattern, text) is not None for text in texts.to_pylist()]
        may = ((told >> np.uint32(number)) & 1 == 1).tolist()
        assert all(may[at] for at in range(len(may)) if holds[at])
        assert sum(may) <= sum(holds) + 2
    assert may_match(texts[2:4], [[b"psc"]]).tolist() == [1, 1]
    assert may_match(pa.array([], pa.string()), [[b"psc"]]).tolist() == []


def test_a_pattern_with_short_strings_is_looked_for_in_all_texts() -> None:
    assert strings_of("tg|signal") is None
    assert strings_of(r"\d") is None
    assert strings_of("tgx|signal") == (b"signal", b"tgx")


def test_where_long_strings_are_enough_few_are_told() -> None:
    pattern = r"(?:krap|iets) \d+ (?:afgewogen|meegenomen|ingepakt)"
    assert letters_needed(pattern) == {" afgewogen", " meegenomen", " ingepakt"}
    assert letters_needed(pattern, enough=4) == {"krap ", "iets "}


def test_a_part_that_matches_too_many_strings_is_cut() -> None:
    pattern = "[ab][ab][ab]krap"
    assert len(letters_needed(pattern) or ()) == 8
    assert letters_needed(pattern, most=4) == {"akrap", "bkrap"}
