"""Whether an ambiguous word is in the right company to mean goods: "wit" beside "10 gram", not beside "muur"."""

from collections.abc import Sequence

from schakel.reading.act_weights import ActWeights, act_weights
from schakel.reading.find_terms import TermHit
from schakel.reading.items import Item


def plain_goods(hits: Sequence[TermHit]) -> list[TermHit]:
    """The commodity words that mean goods wherever they stand."""
    return [hit for hit in hits if hit.term.kind == "commodity" and not hit.term.ambiguous]


def goods_in_company(hits: Sequence[TermHit], items: Sequence[Item]) -> list[TermHit]:
    """The commodity words that may count as goods here: the plain ones, and ambiguous ones in company.

    Company is a plain word of the same family (drugs, weapons, fireworks, fraud, goods), an amount in a
    measure of the trade, a street word of trade, or other likely words of the family.
    """
    weights = act_weights()
    plain = plain_goods(hits)
    concepts = {hit.term.concept for hit in plain}
    street = any(
        hit.term.kind == "trade" and hit.term.weight >= weights.street_weight for hit in hits
    ) or any(hit.term.concept == "dead-drop" for hit in hits)
    unsure = [hit for hit in hits if hit.term.kind == "commodity" and hit.term.ambiguous]
    likely = [hit for hit in unsure if hit.term.weight >= weights.goods["company_weight"]]
    kept = list(plain)
    for hit in unsure:
        family = _family(hit.term.concept, weights)
        if concepts & family and hit.term.concept not in weights.needs_plain_word:
            kept.append(hit)
        elif hit.term.concept in weights.needs_plain_word:
            if hit.term.concept in concepts:
                kept.append(hit)
        elif street or _measured(hit, items, weights) or _among_likely(hit, likely, family):
            kept.append(hit)
    return sorted(kept, key=lambda hit: (hit.start, hit.end, hit.term.concept))


def _family(concept: str, weights: ActWeights) -> frozenset[str]:
    members: frozenset[str] = frozenset({concept})
    for family in weights.families.values():
        if concept in family:
            members |= family
    return members


def _measured(hit: TermHit, items: Sequence[Item], weights: ActWeights) -> bool:
    return any(
        item.commodity == hit.term.concept
        and item.unit in weights.measures
        and any(start <= hit.start < end for start, end in item.spans)
        for item in items
    )


def _among_likely(hit: TermHit, likely: Sequence[TermHit], family: frozenset[str]) -> bool:
    others = {other.term.concept for other in likely if other.term.concept in family}
    return len(others | {hit.term.concept}) >= 2 and hit in likely
