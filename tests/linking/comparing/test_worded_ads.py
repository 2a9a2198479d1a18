"""Ads that are worded alike, though none is a copy."""

import re
from random import Random

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from schakel.linking.comparing.worded_ads import Wordings, worded_alike, wordings

_GOODS = ["wiet", "hasj", "keta", "speed", "pillen", "coke", "oxa", "lachgas"]


def _tables(ads: dict[str, list[str]]) -> tuple[pa.Table, pa.Table]:
    rows = [(account, text) for account in sorted(ads) for text in ads[account]]
    texts = sorted({text for _, text in rows})
    number = {text: f"t{at}" for at, text in enumerate(texts)}
    posts = pa.table({"account_id": [a for a, _ in rows], "text_id": [number[t] for _, t in rows]})
    return posts, pa.table({"text_id": [number[t] for t in texts], "skeleton": texts})


def _made(ads: dict[str, list[str]]) -> Wordings:
    return wordings(*_tables(ads))


def _words(drawn: Random) -> str:
    return " ".join("".join(drawn.choices("abdegiklmnoprstuvz", k=7)) for _ in range(12))


def _market(many: int = 30) -> dict[str, list[str]]:
    """Sellers who each have words of their own, and one that goes on as `next` with new amounts and another order."""
    drawn = Random(7)
    ads = {f"a{who:02d}": [f"{_GOODS[who % 8]} {_words(drawn)}, vanaf {who} euro"] for who in range(many)}
    ads["first"] = [
        "Kachelhoutje op z'n Drents: verse wiet 10 euro, stamppotkwaliteit gegarandeerd, kom maar achterom"
    ]
    ads["next"] = [
        "kom maar achterom! stamppotkwaliteit gegarandeerd, wiet nu 12 euro de gram, kachelhoutje op zijn Drents"
    ]
    return ads


def test_who_goes_on_in_old_words_is_found() -> None:
    found = worded_alike(_made(_market()), least=0.35)
    assert [(pair.left, pair.right) for pair in found] == [("first", "next")]
    assert 0.35 < found[0].likeness < 1.0


def test_amounts_capitals_and_the_order_of_rows_change_nothing() -> None:
    ads = _market()
    before = worded_alike(_made(ads), least=0.35)
    ads["next"] = [ads["next"][0].upper().replace("12", "15")]
    posts, skeletons = _tables(ads)
    turned = list(reversed(range(posts.num_rows)))
    after = worded_alike(
        wordings(posts.take(turned), skeletons.take(list(reversed(range(skeletons.num_rows))))), least=0.35
    )
    assert after == before


def test_what_a_fifth_of_all_write_brings_nobody_together() -> None:
    same = {f"b{who}": ["Alles op voorraad, stuur een bericht voor de lijst van vandaag"] for who in range(8)}
    assert worded_alike(_made(same), least=0.1) == []


@pytest.mark.parametrize("ads", [{}, {"one": ["coke 50 euro"]}, {"one": [""], "two": [""]}])
def test_few_or_empty_ads_say_nothing(ads: dict[str, list[str]]) -> None:
    assert worded_alike(_made(ads), least=0.1) == []


def test_the_likeness_is_the_cosine_that_another_library_finds() -> None:
    ads = _market()
    accounts = sorted(ads)
    joined = [
        " " + " \n ".join("".join("0" if c.isdigit() else c for c in text.lower()) for text in ads[a])
        for a in accounts
    ]
    masked = [re.sub("0+", "0", text) for text in joined]
    weights = TfidfVectorizer(
        analyzer="char", ngram_range=(5, 5), sublinear_tf=True, lowercase=False
    ).fit_transform(masked)
    expected = float((weights[accounts.index("first")] @ weights[accounts.index("next")].T).toarray()[0, 0])
    (found,) = worded_alike(_made(ads), least=0.35)
    assert found.likeness == pytest.approx(expected, abs=1e-4)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet="abc de", min_size=0, max_size=30), min_size=2, max_size=25))
def test_every_pair_stands_once_and_is_a_share(texts: list[str]) -> None:
    ads = {f"a{at:02d}": [text] for at, text in enumerate(texts)}
    found = worded_alike(_made(ads), least=0.0)
    pairs = [(pair.left, pair.right) for pair in found]
    assert pairs == sorted(set(pairs))
    assert all(left < right for left, right in pairs)
    assert all(0.0 <= pair.likeness <= 1.0 + 1e-9 for pair in found)
    assert not np.isnan([pair.likeness for pair in found]).any()


def test_any_pair_is_compared_and_who_has_no_ad_with_nobody() -> None:
    made = _made(_market())
    alike, strangers, unknown = made.likeness([("first", "next"), ("a01", "first"), ("a01", "nobody")])
    assert alike is not None
    assert strangers is not None
    assert alike > 0.5
    assert strangers < 0.1
    assert unknown is None


def test_who_writes_a_few_words_in_all_is_brief() -> None:
    made = _made(
        {
            "says": ["vraag @snowman"],
            "sells": ["Verse wiet 10 euro de gram, ophalen in Assen of laten brengen"],
        }
    )
    assert made.brief(40) == {"says"}
