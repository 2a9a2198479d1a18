"""What sellers, campaigns, chats and networks offer, and how sure it is that all of it has been seen."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from schakel.judging.facts import Facts
from schakel.judging.findings import Finding, Ground
from schakel.judging.verbal_scale import chance_term, named
from schakel.judging.word_data import data_file
from schakel.records.counted import counted

_STEP = "group_goods"
_SHOWN = 5  # commodities named in a sentence


class Shelf(NamedTuple):
    """One commodity of one subject: in how many ads and distinct texts, of how many that name goods."""

    subject_kind: str
    subject_id: str
    seller_no: int
    commodity: str
    kind: str
    texts: int
    ads: int
    all_texts: int
    all_ads: int


def assortment_findings(facts: Facts) -> list[Finding]:
    """The number of commodities offered, with the kinds of goods as label.

    Low leaves out what one text alone names (of several), for it may be misread. High adds what has not been seen yet:
    the estimate of Chao (1987) from commodities seen in one text and in two, and no less than the next text may bring.
    """
    found: list[Finding] = []
    rows = enumerate(facts.rows(_STEP, Shelf))
    for (kind, subject, seller_no), part in groupby(rows, key=lambda row: row[1][:3]):
        about = None if kind == "seller" else (kind, subject)
        found += _assortment(list(part), seller_no, about)
    return found


def _assortment(
    own: Sequence[tuple[int, Shelf]], seller_no: int, about: tuple[str, str] | None
) -> Iterator[Finding]:
    goods = [shelf for _, shelf in own]
    texts, seen = goods[0].all_texts, len(goods)
    once, twice = (sum(shelf.texts == times for shelf in goods) for times in (1, 2))
    unseen = max((texts - 1) / texts * once * (once - 1) / (2 * (twice + 1)), once / texts)
    low = seen if texts == 1 else max(seen - once, 1)
    # Good (1953); one text alone tells nothing of the next
    covered = 1.0 - once / sum(shelf.texts for shelf in goods) if texts > 1 else 0.5
    label = ", ".join(sorted({shelf.kind for shelf in goods}))
    english, dutch = (_words(goods, covered, language) for language in ("en", "nl"))
    grounds = [
        Ground(
            "goods-offered",
            0.0,
            f"{shelf.commodity} in {shelf.ads} of {counted(shelf.all_ads, 'ad')}.",
            _STEP,
            "messages",
            at,
        )
        for at, shelf in own[:_SHOWN]
    ]
    yield Finding(
        seller_no, "assortment", float(seen), float(low), seen + unseen, label, english, grounds, dutch, about
    )


def _words(goods: Sequence[Shelf], covered: float, language: str) -> str:
    sentence = data_file("verbal_scale.toml", "verbal-scale")["sentence"]["assortment"][language]
    listed = [
        f"{named(shelf.commodity, language)} {shelf.ads / shelf.all_ads:.0%}" for shelf in goods[:_SHOWN]
    ]
    more = [f"+ {len(goods) - _SHOWN}"] if len(goods) > _SHOWN else []
    return str(sentence).format(
        goods=", ".join([*listed, *more]),
        texts=goods[0].all_texts,
        chance=chance_term(covered, language),
    )
