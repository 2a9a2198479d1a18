"""Where names may stand, told of all texts at once: the same as when every run of words is compared with every name."""

from hypothesis import example, given
from hypothesis import strategies as st

from schakel.records import name_places
from schakel.records.name_letters import letters, plain
from schakel.records.name_places import WORD, NamePlaces, Span

WORDS = 3
PARTS = [
    "boef",
    "B0EF",
    "Lucky",
    "luсky",
    "luckyboef",
    "Bœf",
    "ﬁets",
    "Σ",
    "ς",
    "ΒΟΣ",
    "ß",
    "ｶﾞ",
    "각",
    "x",
    "010",
]
GAPS = [" ", "\n", "_", "🔥", "", "́", ".", "\ud800"]


def key(text: str) -> str:
    return plain("".join(map(letters, WORD.findall(text)))).replace("ς", plain(letters("σ")))


def by_hand(text: str, names: set[str]) -> list[Span]:
    words = [match.span() for match in WORD.finditer(text)]
    return [
        (words[at][0], words[last][1])
        for at in range(len(words))
        for last in reversed(range(at, min(at + WORDS, len(words))))
        if key(text[words[at][0] : words[last][1]]) in names
    ]


def told(texts: list[str], names: set[str]) -> dict[int, list[Span]]:
    return dict(NamePlaces(sorted(names), WORDS).in_texts(texts))


texts_of_parts = st.lists(st.sampled_from(PARTS + GAPS), max_size=12).map("".join)
some_texts = st.lists(st.one_of(texts_of_parts, st.text(max_size=20)), max_size=6)


@given(some_texts, st.lists(texts_of_parts, min_size=1, max_size=4))
@example(["lucky", "boef"], ["luckyboef"])  # one name over the end of a text
@example(["", "ﬁets lucky boef"], ["lucky boef"])
def test_every_run_of_words_with_the_letters_of_a_name_is_found(texts: list[str], named: list[str]) -> None:
    names = {found for name in named if (found := key(name))}
    by_word = {at: by_hand(text, names) for at, text in enumerate(texts)}
    assert told(texts, names) == {at: spans for at, spans in by_word.items() if spans}


def test_texts_beyond_one_piece_are_told_by_their_own_place() -> None:
    filling = "niets " * (name_places._AT_ONCE // 12)
    texts = [filling, "lucky boef", filling, filling, "ook lucky boef hier"]
    assert told(texts, {key("Lucky Boef")}) == {1: [(0, 10)], 4: [(4, 14)]}


def test_without_names_or_texts_nothing_is_found() -> None:
    assert told(["lucky boef"], set()) == {}
    assert told([], {"iuckyboef"}) == {}
