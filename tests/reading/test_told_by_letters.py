import pyarrow.compute as pc
import pytest

from schakel.reading.evaluation.found import by_reading
from schakel.reading.folding.plain_text import plain_text
from schakel.reading.json_lines import reading_as_json
from schakel.reading.offers import items_of, read_text, search_text
from schakel.reading.tables import readings_to_tables
from schakel.reading.told_by_letters import RULE, goods_told, reason_of
from schakel.reading.weighing.goods_by_letters import Asked, Told, commodities_told
from schakel.records.facts import Span

# The lists take "caps" for pills of ecstasy, and know no word for the goods of the second.
OTHERWISE = "caps of the good G, litre 90, tested, dm @gee_shop1"
UNKNOWN = "kyc exchange w/ mail & 2fa 90"


def test_a_commodity_that_letters_tell_is_a_named_reason_with_weight_and_span() -> None:
    for text, commodity in ((OTHERWISE, "ghb"), (UNKNOWN, "accounts")):
        reading = read_text(text)
        [reason] = [one for one in reading.reasons if one.rule == RULE]
        assert {item.commodity for item in reading.items} == {commodity} == {reason.detail}
        assert reason.span == Span(0, len(text))
        assert reason.weight > 0.3


def test_what_the_lists_tell_needs_no_such_reason() -> None:
    reading = read_text("coke 1g 50, dm @snelplug")
    assert reading.items[0].commodity == "cocaine"
    assert RULE not in {one.rule for one in reading.reasons}


def test_the_reason_is_no_part_of_the_odds_of_the_act() -> None:
    reading = read_text(OTHERWISE)
    odds = sum(one.weight for one in reading.judgement.reasons)
    assert odds == pytest.approx(reading.judgement.odds, abs=1e-3)
    assert by_reading(OTHERWISE).probability == pytest.approx(1 / (1 + 10**-odds))


def test_tables_and_json_carry_the_reason() -> None:
    texts = [OTHERWISE, UNKNOWN]
    tables = readings_to_tables(["a", "b"], [read_text(text) for text in texts])
    rows = tables["offers"].filter(pc.equal(tables["offers"]["text_id"], "a")).to_pylist()
    rows += [act for one in tables["doubts"].to_pylist() for act in one["acts"] if one["text_id"] == "a"]
    assert rows
    for row in rows:
        [told] = [one for one in row["reasons"] if one["rule"] == RULE]
        assert (told["start"], told["end"], told["detail"]) == (0, len(OTHERWISE), "ghb")
    [told] = [one for one in reading_as_json(read_text(UNKNOWN))["reasons"] if one["rule"] == RULE]
    assert told["span"] == [0, len(UNKNOWN)]


def test_the_weight_is_against_what_the_lists_say_or_the_next_likeliest() -> None:
    plain = "winstrol, anavar, testosterone enanthate 10 ml vial"
    known, unknown = (Asked(plain, listed, False, False, False) for listed in ("cannabis", None))
    [against_listed], [against_next] = commodities_told([known]), commodities_told([unknown])
    assert against_listed.commodity == against_next.commodity == "steroids"
    assert against_listed.weight >= against_next.weight > 0
    assert commodities_told([Asked(plain, "steroids", True, False, False)]) == [Told("steroids", 0.0)]


def test_amounts_are_read_as_those_of_the_goods_that_letters_tell() -> None:
    found = search_text("wit 4 - 100, 10 - 200")
    goods = [hit for hit in found.wares if hit.term.concept == "cocaine"]
    units = {
        commodity: {
            item.unit for item in items_of(found, goods_told(found.text.plain, goods, commodity), "nl")
        }
        for commodity in ("cocaine", "mdma", "lsd")
    }
    assert units == {"cocaine": {"g"}, "mdma": {"pill"}, "lsd": {"seal"}}


def test_where_no_word_is_known_the_first_that_may_name_goods_stands_for_them() -> None:
    [hit] = goods_told("10 stuks pluisjes voor 30", [], "mdma")
    assert (hit.start, hit.end, hit.term.concept, hit.term.product) == (9, 17, "mdma", "")
    assert goods_told("10 voor 30", [], "mdma") == []


def test_a_span_covers_the_original_text() -> None:
    text = plain_text("𝓒𝓸𝓴𝓮 1g")
    reason = reason_of(Told("cocaine", 1.5), text)
    assert (reason.weight, reason.detail) == (1.5, "cocaine")
    assert reason.span == Span(0, len(text.original))


def test_what_a_word_of_offer_stands_beside_is_not_told_otherwise_by_letters() -> None:
    """All letters took a price of 250 euros for ten pieces for counterfeit money."""
    reading = read_text("te koop heater 10 stuks 250 euro")
    assert {item.commodity for item in reading.items} == {"firearms"}
    assert RULE not in {one.rule for one in reading.reasons}


def test_with_a_price_a_text_is_no_mere_title_and_its_plain_word_stands() -> None:
    (item,) = read_text("zolpidem 10 stuks 40€ Rotterdam").items
    assert item.commodity == "prescription-medicines"


@pytest.mark.parametrize("text", ["10 vapes voor 100", "vapes 10 voor 100", "20 vapes = 180"])
def test_a_word_that_counts_things_and_names_them_has_its_amount(text: str) -> None:
    """The word alone may stand in lawful talk; once the letters tell that goods are sold, it is what is counted."""
    [item] = read_text(text).items
    assert (item.commodity, item.unit) == ("tobacco-vapes", "piece")
    assert item.quantity in (10, 20)
    assert item.price in (100, 180)
