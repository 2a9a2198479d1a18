import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.folding.plain_text import plain_text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Coke 50€ p/g", "coke 50€ p/g"),
        ("cocaïne", "cocaine"),
        ("𝓒𝓸𝓴𝓮 🅲🅾🅺🅴 ＸＴＣ ᴄᴏᴋᴇ", "coke coke xtc coke"),
        ("c\u200bo\u200bke", "coke"),
        ("сосаine", "cocaine"),  # Cyrillic с, о, с, а among Latin letters
        ("кoкaин", "кокаин"),  # Latin o and a among Cyrillic letters
        ("⒞⒪⒦⒠ 🄒🄞🄚🄔 ⒸⓄⓀⒺ 🅒🅞🅚🅔 🅲🅾🅺🅴", "coke coke coke coke coke"),
        ("c o k e 50", "coke 50"),
        ("k.e.t.a en w-i-e-t", "keta en wiet"),
        ("c o k e   t e   k o o p", "coke   te   koop"),
        ("🇨 🇴 🇰 🇪", "coke"),
        ("🇳🇱 🇧🇪", "🇳🇱 🇧🇪"),  # flags stay flags
        ("1️⃣ ½ gram\nnieuw", "1 1/2 gram\nnieuw"),
        ("KIZ İstanbul ŞEKER", "kiz istanbul seker"),
        ("a\x00b\ud800", "a b\ufffd"),
        ("\u202eekoc\u202c te koop", "coke te koop"),  # shown backwards: a right-to-left override
        ("\u202e05 ekoc\nbel", "coke 50\nbel"),
        ("Соκаϊne", "cokaine"),  # three scripts: with Greek in it no word is Cyrillic
    ],
)
def test_folds(written: str, plain: str) -> None:
    assert plain_text(written).plain == plain


def test_span_leads_back_to_the_original() -> None:
    text = "Vandaag: c o k e voor €50"
    folded = plain_text(text)
    start = folded.plain.index("coke")
    span = folded.span(start, start + 4)
    assert text[span.start : span.end] == "c o k e"


def test_the_span_of_a_word_that_is_turned_round() -> None:
    text = "nu \u202e05 mrag ekoc\u202c 50"
    folded = plain_text(text)
    assert folded.plain == "nu coke garm 50 50"
    start = folded.plain.index("coke")
    span = folded.span(start, start + 4)
    assert text[span.start : span.end] == "ekoc"


@given(st.text(max_size=200))
def test_any_text_folds_with_a_way_back(text: str) -> None:
    folded = plain_text(text)
    assert len(folded.origin) == len(folded.plain) + 1
    places = list(folded.origin)
    assert places == sorted(places)
    assert places[-1] == len(text)
    assert all(0 <= place <= len(text) for place in places)
    assert plain_text(text) == folded


def test_ordinary_initials_stay_short() -> None:
    assert plain_text("d.w.z. a b").plain == "dwz. a b"


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Ritalin® 10mg", "ritalin  10mg"), ("Xanax™", "xanax "), ("c®ack", "crack"), ("Coke®s", "cokers")],
)
def test_the_mark_of_a_brand_at_the_end_of_a_word_is_no_letter(text: str, plain: str) -> None:
    assert plain_text(text).plain == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("W I E T\n2 5 g   1 2 5", "wiet\n25g   125"),
        ("s h i t  2 0 e", "shit  20e"),
        ("r.o.c.k.s 2 4 35", "rocks 2 4 35"),  # only where words are spaced out are digits
        ("wiet 2 5 g", "wiet 2 5 g"),
    ],
)
def test_digits_are_closed_up_where_words_are_spaced_out(text: str, plain: str) -> None:
    assert plain_text(text).plain == plain
