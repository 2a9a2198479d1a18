import struct
from datetime import UTC, datetime
from io import BytesIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.simulating.actors import Good, Line, Wording
from schakel.simulating.adverts import advert_text
from schakel.simulating.chance import Chance, running
from schakel.simulating.clock import hours_table, midnight, written
from schakel.simulating.disguise import hide
from schakel.simulating.pictures import HEIGHT, WIDTH, picture
from schakel.simulating.prices import money, neat
from schakel.simulating.selectors import base58check
from schakel.simulating.tdesktop import Layout, quoted
from schakel.simulating.words import lexicon


@given(st.integers(min_value=1_262_304_000, max_value=2_200_000_000))
def test_the_clock_is_that_of_amsterdam(unix: int) -> None:
    try:
        zone = ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        pytest.skip("no zone data on this machine")
    assert written(unix) == datetime.fromtimestamp(unix, tz=zone).strftime("%Y-%m-%dT%H:%M:%S")


def test_days_begin_at_midnight_also_when_the_clock_changes() -> None:
    for day in (datetime(2025, 10, 26, tzinfo=UTC), datetime(2026, 3, 29, tzinfo=UTC)):
        for shift in (0, 1):
            assert written(midnight(day.date().replace(day=day.day + shift))).endswith("T00:00:00")


def test_hours_follow_their_weights() -> None:
    table = hours_table([1.0] * 12 + [3.0] * 12)
    assert sum(second < 43_200 for second in table) == 360
    assert table == sorted(table)
    assert 0 <= table[0] < table[-1] < 86_400


def test_chance_repeats_and_streams_differ() -> None:
    assert [Chance(1, "a").unit() for _ in range(3)] == [Chance(1, "a").unit()] * 3
    assert Chance(1, "a").unit() != Chance(1, "b").unit() != Chance(2, "b").unit()
    # Python keeps this sequence from version to version; the example market rests on it
    assert Chance(2023, "founder").below(10**9) == 10**9 * Chance(2023, "founder").unit() // 1


def test_chance_has_the_shape_it_says() -> None:
    chance = Chance(1, "shape")
    assert sum(chance.poisson(3.0) for _ in range(4000)) / 4000 == pytest.approx(3.0, abs=0.15)
    assert sum(chance.poisson(50.0) for _ in range(2000)) / 2000 == pytest.approx(50.0, abs=0.8)
    assert sum(chance.exponential(7.0) for _ in range(5000)) / 5000 == pytest.approx(7.0, abs=0.4)
    drawn = [chance.by_weight("ab", running([1.0, 3.0])) for _ in range(4000)]
    assert drawn.count("b") / 4000 == pytest.approx(0.75, abs=0.03)
    assert sorted(chance.some(range(5), 9)) == [0, 1, 2, 3, 4]


def test_quoting_has_the_exporters_defects() -> None:
    assert quoted('a"\n\t\\') == '"a\\"\\n\\t\\\\"'
    assert quoted("a\x1fb\x0b") == '"a\\x1Fb\\x0B"'
    assert quoted("a\u2028b").encode("utf-8", "surrogateescape") == b'"a\\u2028\x80\xa8b"'


def test_marked_text_is_a_list() -> None:
    text = Layout(2).text("Menu\nPM @snowadam of +31680123456 #menu t.me/snowadam", bold=4)
    for kind in ("bold", "plain", "mention", "phone", "hashtag", "link"):
        assert f'"type": "{kind}"' in text
    assert Layout(2).text("los").count('"los"') == 2


def test_base58check_of_a_known_address() -> None:
    """The first Bitcoin address ever used, from its public key hash."""
    payload = bytes.fromhex("62e907b15cbf27d5425399ebf6f0fb50ebb88f18")
    assert base58check(0, payload) == "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"


def test_prices_are_round_and_written_in_many_ways() -> None:
    assert [neat(x) for x in (0.087, 3.6, 12.3, 131, 3210, 26_620)] == [0.09, 3.5, 12, 130, 3200, 26_500]
    assert money(3200, "{},-", dotted=True, comma=True) == "3.200,-"
    assert money(3.5, "{},-", dotted=True, comma=True) == "3,50"
    assert money(1250, "€{}", dotted=False, comma=True) == "€1250"


@given(st.sampled_from([w for good in lexicon().goods for w in good.words["nl"]]), st.integers(0, 10_000))
def test_hidden_words_stay_words(word: str, seed: int) -> None:
    hidden = hide(word, lexicon().disguise, Chance(seed, "hide"))
    assert hidden
    assert len(hidden) >= len(word)


def _line(name: str, shape: str, forms: tuple[str, ...], rungs: tuple[tuple[float, str, float], ...]) -> Line:
    return Line(name, "x" + name, "*", shape, forms, rungs)


def test_an_advert_and_its_items_agree() -> None:
    words = lexicon().ads["nl"]
    goods = {good.name: Good(good, 1.0, 1.0) for good in lexicon().goods}
    lines = (
        _line("mdma", "bulk", ("{q} {w} {p}",), ((1000, "pill", 650),)),
        _line("amphetamine", "bulk-threshold", ("{w} vanaf {q} {p} per {u}",), ((5, "kg", 16_000),)),
        _line("cannabis", "threshold", ("{w} {p} per {u}", ", vanaf {q} {p}"), ((1, "g", 15), (5, "g", 60))),
        _line("cocaine", "block", ("{w} {k} per blok",), ((1, "block", 22_500),)),
        _line("ketamine", "bulk", ("{q} {w} {p}",), ((500, "g", 2200),)),
        _line("lsd", "named", ("{w}",), ()),
    )
    units = (("g", "g"), ("kg", " kilo"), ("pill", " stuks"))
    wording = Wording("nl", "Hallo", lines, ("PM {c}", "t.me/{u}"), "{}", units, dotted=False)
    text, items = advert_text(wording, goods, words, "@abcde")
    assert text.split("\n") == [
        "Hallo",
        "1k stuks xmdma 650",
        "xamphetamine vanaf 5 kilo 3200 per kilo",
        "xcannabis 15 per gram, vanaf 5g 12",
        "xcocaine 22.5 per blok",
        "halve kilo xketamine 2200",
        "xlsd",
        "PM @abcde",
        "t.me/abcde",
    ]
    assert items == (
        "mdma,1000,pill,650,EUR\n",
        "amphetamine,5,kg,16000,EUR\n",
        "cannabis,1,g,15,EUR\n",
        "cannabis,5,g,60,EUR\n",
        "cocaine,1,block,22500,EUR\n",
        "ketamine,0.5,kg,2200,EUR\n",
        "lsd,,,,\n",
    )
    for good in goods.values():
        good.back_on = 3
    assert advert_text(wording, goods, words, "@abcde") == ("", ())


def test_pictures_are_jpeg_of_their_size_and_differ() -> None:
    one, other = picture(1, "a"), picture(1, "b")
    assert one == picture(1, "a")
    assert one != other
    assert one != picture(1, "a", step=11)
    frame = one.index(b"\xff\xc0")
    assert struct.unpack(">HH", one[frame + 5 : frame + 9]) == (HEIGHT, WIDTH)
    assert len(one) < 5000


def test_pictures_open() -> None:
    image = pytest.importorskip("PIL.Image", reason="Pillow is an extra")
    opened = image.open(BytesIO(picture(1, "a")))
    opened.load()
    assert opened.size == (WIDTH, HEIGHT)
    assert len(set(opened.tobytes())) > 50


def test_every_language_has_every_kind_of_phrase() -> None:
    words = lexicon()
    assert (
        sorted(words.ads)
        == sorted(words.talk)
        == sorted(words.chatter)
        == ["de", "en", "es", "fr", "nl", "ru", "tr"]
    )
    assert len({tuple(sorted(phrases)) for phrases in words.talk.values()}) == 1
    for chatter in words.chatter.values():
        assert all("%" not in form for form in chatter.templates)
