"""Sources that share numbers of a chat are found as by comparing each with each."""

from hypothesis import given
from hypothesis import strategies as st

from schakel.intake.sealing import SealedSource
from schakel.intake.sharing import Sharing, before

Spans = dict[str, tuple[int, int]]
SPAN = st.tuples(st.integers(0, 30), st.integers(0, 9)).map(lambda given: (given[0], given[0] + given[1]))
SPANS = st.lists(st.dictionaries(st.sampled_from(["a", "b", "c"]), SPAN, max_size=2), max_size=90)


def source(number: int) -> SealedSource:
    return SealedSource(f"{number:08d}", number, "x", "preview", "", "", "", ())


@given(SPANS)
def test_those_before_with_numbers_in_the_same_range(spans: list[Spans]) -> None:
    sources = [source(number) for number in range(len(spans))]
    sharing = Sharing()
    for one, ranges in zip(sources, spans, strict=True):
        sharing.add(one, ranges)
    for at, ranges in enumerate(spans):
        alike = [
            other
            for other, held in zip(sources[:at], spans, strict=False)
            if any(
                c in held and held[c][0] <= high and low <= held[c][1] for c, (low, high) in ranges.items()
            )
        ]
        assert sharing.before(sources[at], ranges) == alike
        assert list(before(sources[at], sources)) == sources[:at]


def test_pages_made_last_come_first_among_pages_and_behind_exports() -> None:
    old, new = (
        SealedSource(name, 5, "x", "preview", "", "", "", (), seen=seen)
        for name, seen in (("a", 1), ("b", 2))
    )
    export = SealedSource("z", 9, "x", "desktop-json", "", "", "", ())
    page = SealedSource("0", 1, "x", "desktop-html", "", "", "", ())
    assert sorted([page, old, new, export], key=lambda one: one.order) == [export, new, old, page]
