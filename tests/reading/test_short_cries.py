import pytest

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.offers import read_text
from schakel.reading.short_cries import without_marks


@pytest.mark.parametrize("written", ["vouch!", "vouch!!", "Vouch !!!", "vouch‼️", "vouch!!1"])
def test_the_marks_behind_a_word_of_praise_say_nothing(written: str) -> None:
    text = without_marks(plain_text(written))
    assert text.plain == "vouch"
    assert text.span(0, 5).end == 5
    reading, bare = read_text(written), read_text("vouch")
    assert (reading.act, reading.score) == (bare.act, bare.score) == ("vouch", bare.score)


@pytest.mark.parametrize("written", ["scam!!", "bel me!!", "vouch!! maar wel duur", "vouch!!\nniet dus"])
def test_other_texts_keep_theirs(written: str) -> None:
    assert without_marks(plain_text(written)).plain == plain_text(written).plain
