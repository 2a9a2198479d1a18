from datetime import UTC, datetime

import pytest

from schakel.showing.desk.figures import Figures, short
from schakel.showing.desk.language import words

NL, EN = Figures("nl", words("nl")), Figures("en", words("en"))


def test_numbers_as_each_language_writes_them() -> None:
    assert (NL.number(1234567), EN.number(1234567)) == ("1.234.567", "1,234,567")
    assert (NL.amount(3.5), EN.amount(3.5)) == ("3,5", "3.5")
    assert (NL.rounded(1234.5), EN.rounded(0.0345)) == ("1.200", "0.035")
    assert (NL.weight(-0.5), EN.weight(2)) == ("−0,50", "+2.00")
    assert NL.factor(0.30103) == "×\u00a02"
    assert (NL.factor(3.107), EN.factor(3.107)) == ("×\u00a01.280", "×\u00a01,280")
    assert EN.factor(7) == "×\u00a01.0e+07"


@pytest.mark.parametrize(
    ("sum_of_money", "shown"),
    [(75, "75"), (72.5, "72,50"), (9.05, "9,05"), (258.8, "259"), (1500, "1.500"), (0.35, "0,35")],
)
def test_sums_as_people_write_them(sum_of_money: float, shown: str) -> None:
    assert NL.money(sum_of_money) == shown


@pytest.mark.parametrize(
    ("share", "shown"), [(0, "0%"), (0.001, "<1%"), (0.34, "34%"), (0.999, ">99%"), (1, "100%")]
)
def test_a_share_is_never_rounded_to_a_certainty(share: float, shown: str) -> None:
    assert NL.percent(share) == shown


def test_days_and_moments() -> None:
    moment = datetime(2025, 3, 8, 4, 5, 6, tzinfo=UTC)
    assert NL.moment(moment).replace("\u00a0", " ") == "8 mrt 2025 04:05:06 UTC"
    assert EN.day(None) == ""


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("cocaine, up to 2 kg; also mdma, cannabis", "cocaïne, tot 2 kg; ook mdma, cannabis"),
        ("firearms, up to 1.5 pieces", "vuurwapens, tot 1,5 stuks"),
        ("firearms, up to 1 piece", "vuurwapens, tot 1 stuk"),
        ("mdma, up to 10000 pills; also lsd", "mdma, tot 10.000 pillen; ook lsd"),
        ("mdma, up to 10000 pill", "mdma, tot 10.000 pillen"),
        ("mdma, up to 1.2.3 barrels", "mdma, tot 1.2.3 barrels"),
        ("cannabis", "cannabis"),
        ("offers goods that were not read", "offers goods that were not read"),
        ("<b>x</b>\u202e", "<b>x</b><U+202E>"),
    ],
)
def test_titles(written: str, shown: str) -> None:
    assert NL.title(written) == shown


def test_amounts_go_with_the_word_for_one_or_for_several() -> None:
    assert (NL.measure(10, "piece"), NL.measure(1, "piece"), NL.measure(0.5, "pill")) == (
        "10 stuks",
        "1 stuk",
        "0,5 pil",
    )
    assert (EN.measure(25, "pill"), EN.measure(1, "box"), EN.measure(0.5, "pill")) == (
        "25 pills",
        "1 box",
        "0.5 pills",
    )
    assert (EN.measure(3, None), EN.measure(3, "<b>"), NL.unit("carton")) == ("3", "3 <b>", "sloffen")


def test_a_rule_without_a_word_is_shown_by_its_own_name() -> None:
    assert NL.rule("not:brand-new_rule") == "niet gezien: brand new rule"
    assert NL.rule("words of offer") == "woorden: aanbod"
    assert NL.rule("prior offer") == "uitgangspunt (aanbod)"


def test_short_ids() -> None:
    assert short("m_0123456789abcdef") == "m_01234567"
