"""Questions whether a seller can be trusted are told from those for goods, and from what is said of a seller."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from schakel.records.said_of_sellers import said_of_sellers


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
