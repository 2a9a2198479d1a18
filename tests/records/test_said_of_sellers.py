"""Questions whether a seller can be trusted are told from those for goods, and from what is said of a seller."""

from time import process_time

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from schakel.records.said_of_sellers import said_of_sellers, taken_for_not_ill


def says(what: str, text: str) -> bool:
    found: bool = pc.match_substring_regex(pa.array([text.lower()]), said_of_sellers(what))[0].as_py()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "is @een legit?",
        "is rode vos te vertrouwen",
        "Iemand ervaring met rode vos?",
        "ken jij iemand? kent iemand @een",
        "legit of nep",
        "can i trust @een",
        "any feedback on red fox?",
        "ist @een seriös",
        "avis sur @een ?",
        "se puede confiar",
        "@een güvenilir mi",
        "есть отзывы о @een",
    ],
)
def test_who_asks_about_a_seller(text: str) -> None:
    assert says("asked_about", text)


@pytest.mark.parametrize(
    "text",
    [
        "iemand ketamine in tilburg?",
        "is dit goed spul",
        "kan ik cash betalen",
        "@een is gewoon een scammer",
        "@een is a total scam",
        "lever je ook in breda?",
        "",
    ],
)
def test_who_asks_for_goods_or_accuses_asks_about_nobody(text: str) -> None:
    assert not says("asked_about", text)


@pytest.mark.parametrize(
    "what", ["asked_words", "asked_about", "grumble", "received", "short", "weak", "housekeeping"]
)
def test_patterns_are_small_enough_for_the_fast_way_of_matching(what: str) -> None:
    """All messages are looked through: a bounded number of letters between two words made them 85 times as slow."""
    texts = pa.array(
        [f"wie heeft er nog iets voor vanavond in zone {n} jongens, ik sta hier al" for n in range(6_000)]
    )
    pc.match_substring_regex(texts[:10], said_of_sellers(what))
    began = process_time()
    pc.match_substring_regex(texts, said_of_sellers(what))
    assert process_time() - began < 0.15


@pytest.mark.parametrize(
    "text", ["dat is geen scam", "not a scam bro", "kein betrug", "pas une arnaque", "dolandırıcı değil"]
)
def test_no_ill_word_after_all_speaks_well(text: str) -> None:
    assert says("not_ill", text)
    assert not says("speaks_well", text)
    said = pc.replace_substring_regex(
        pa.array([text]), pattern=said_of_sellers("not_ill"), replacement=f" {taken_for_not_ill()} "
    )[0].as_py()
    assert says("speaks_well", said)
    assert not says("speaks_ill", said)
