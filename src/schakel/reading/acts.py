"""What a message does: offer, request, praise, warn, recruit, or none of these, by weight of evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from schakel.reading.act_weights import act_weights
from schakel.reading.find_terms import TermHit
from schakel.reading.items import Item
from schakel.reading.plain_text import PlainText
from schakel.records.facts import Reason

ACTS = ("offer", "request", "vouch", "warning", "recruit")
_NEAR = 60  # characters between the words that ask and what they ask for
_SHORT_TOLD = 200
_SHORT = 90  # characters: a question among chatters seldom is longer


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything found in one text that may say what it does."""

    text: PlainText
    hits: Sequence[TermHit]
    goods: Sequence[TermHit]  # commodity words that count here
    likely: Sequence[TermHit]  # ambiguous words without company, likely enough to be asked for
    items: Sequence[Item]
    selectors: int
    places: int
    _words: dict[tuple[str, str], list[TermHit]] = field(default_factory=dict)
    _kinds: dict[str, list[TermHit]] = field(default_factory=dict)

    def words(self, kind: str, concept: str = "") -> list[TermHit]:
        """The words of one kind (and concept), one hit a word, the heaviest first."""
        key = (kind, concept)
        known = self._words.get(key)
        if known is None:
            hits = (
                [hit for hit in self._of_kind(kind) if hit.term.concept == concept]
                if concept
                else self._of_kind(kind)
            )
            known = self._words[key] = _distinct(hits)
        return known

    def strongest(self, kind: str, concept: str = "") -> TermHit | None:
        """The heaviest of these words, the first of several."""
        words = self.words(kind, concept)
        return words[0] if words else None

    def _of_kind(self, kind: str) -> list[TermHit]:
        if not self._kinds:
            for hit in self.hits:
                self._kinds.setdefault(hit.term.kind, []).append(hit)
        return self._kinds.get(kind, [])


@dataclass(slots=True)
class Scale:
    """The pans of one act: its log10 odds so far and the reasons for them."""

    odds: float
    told: list[tuple[str, float, TermHit | None]]  # rule, weight and the word that spoke

    def add(self, rule: str, weight: float, hit: TermHit | None = None) -> None:
        """Puts one piece of evidence on the scale; nothing for a weight of zero."""
        if -1e-9 < weight < 1e-9:
            return
        self.odds += weight
        self.told.append((rule, weight, hit))

    def reasons(self, text: PlainText) -> tuple[Reason, ...]:
        """The evidence as reasons; only those of the act that is found are ever written out."""
        return tuple(
            Reason(rule, round(weight, 4))
            if hit is None
            else Reason(rule, round(weight, 4), text.span(hit.start, hit.end), hit.term.concept)
            for rule, weight, hit in self.told
        )


@dataclass(frozen=True, slots=True)
class Judgement:
    """The act found, its log10 odds and the reasons that add up to them."""

    act: str
    odds: float
    reasons: tuple[Reason, ...]


def judge_act(evidence: Evidence) -> Judgement:
    """The act with the best odds; `none`, with the odds of the nearest act, if no act is more likely than not."""
    scales = {
        "offer": _offer(evidence),
        "request": _request(evidence),
        "vouch": _told(evidence, "vouch"),
        "warning": _told(evidence, "warning"),
        "recruit": _recruit(evidence),
    }
    best = max(ACTS, key=lambda act: (scales[act].odds, -ACTS.index(act)))
    scale = scales[best]
    act = best if scale.odds > 0 else "none"
    return Judgement(act, scale.odds, scale.reasons(evidence.text))


# ---- the scales


def _start(act: str) -> Scale:
    prior = act_weights().prior[act]
    return Scale(prior, [(f"prior {act}", prior, None)])


def _offer(evidence: Evidence) -> Scale:
    w = act_weights()
    scale = _start("offer")
    if not _add_goods(scale, evidence):
        scale.add("no goods named", -3.0)
    _add_words(scale, evidence, "act", "offer")
    _add_items(scale, evidence)
    trade = w.trade
    for kind, limit in (
        ("contact", "contact_limit"),
        ("delivery", "delivery_limit"),
        ("payment", "payment_limit"),
    ):
        _add_kind(scale, evidence, kind, trade[limit])
    _add_kind(scale, evidence, "trade", trade["street_limit"])
    _add_kind(scale, evidence, "scale", trade["scale"])
    if evidence.selectors:
        scale.add("selector given", trade["selector"])
    if evidence.places:
        scale.add("place named", trade["place"])
    for other in ("request", "vouch", "warning", "recruit"):
        if hit := evidence.strongest("act", other):
            scale.add(f"words of {other}", w.against[f"offer_{other}"] * min(1.0, hit.term.weight / 1.6), hit)
    _add_form(scale, evidence, 1.0)
    if not _sells(evidence):
        scale.add("no seller's words", w.trade["no_seller"])
    _add_veto(scale, evidence, 1.0)
    return scale


def _sells(evidence: Evidence) -> bool:
    """Whether anything beside goods, amounts and one price shows a seller."""
    if evidence.selectors or len(evidence.text.plain) <= _SHORT:
        return True
    if sum(item.price is not None for item in evidence.items) >= 3:
        return True
    return any(
        hit.term.kind in {"contact", "delivery", "trade", "scale"} or hit.term.concept == "offer"
        for hit in evidence.hits
    )


def _request(evidence: Evidence) -> Scale:
    w = act_weights()
    scale = _start("request")
    _add_words(scale, evidence, "act", "request")
    goods = _asked_for(evidence)
    if goods:
        best = max(goods, key=lambda hit: hit.term.weight)
        scale.add("goods asked for", best.term.weight * w.other["goods_share"], best)
    else:
        scale.add("no goods named", -3.0)
    if "?" in evidence.text.plain:
        scale.add("question", w.other["question"])
    if len(evidence.text.plain) <= _SHORT:
        scale.add("short message", w.other["short"])
    if evidence.places:
        scale.add("place named", w.other["place_request"])
    _add_form(scale, evidence, 0.7)
    _add_against(scale, evidence, "request")
    _add_veto(scale, evidence, w.veto["share_request"])
    return scale


def _asked_for(evidence: Evidence) -> list[TermHit]:
    """The goods that stand near the words that ask."""
    asks = [h for h in evidence.hits if h.term.kind == "act" and h.term.concept == "request"]
    goods = [*evidence.goods, *evidence.likely]
    return [
        hit
        for hit in goods
        if any(hit.start - ask.end <= _NEAR and ask.start - hit.end <= _NEAR for ask in asks)
    ]


def _told(evidence: Evidence, act: str) -> Scale:
    """The scale of praise or warning: words that tell of a deal or a cheat, and what they are about."""
    w = act_weights()
    scale = _start(act)
    _add_words(scale, evidence, "act", act)
    _add_named(scale, evidence)
    if len(evidence.text.plain) <= _SHORT_TOLD:
        scale.add("short message", w.other["short_told"])
    if evidence.selectors:
        scale.add("selector given", w.other[f"selector_{act}"])
    if hit := evidence.strongest("delivery"):
        scale.add("delivery named", w.other["delivery_named"], hit)
    _add_form(scale, evidence, 1.0)
    _add_against(scale, evidence, act)
    _add_veto(scale, evidence, w.veto[f"share_{act}"])
    return scale


def _recruit(evidence: Evidence) -> Scale:
    w = act_weights()
    scale = _start("recruit")
    _add_words(scale, evidence, "act", "recruit")
    _add_named(scale, evidence)
    if len(evidence.text.plain) <= _SHORT_TOLD:
        scale.add("short message", w.other["short_told"])
    if evidence.selectors:
        scale.add("selector given", w.other["selector_recruit"])
    for kind in ("contact", "street"):
        found = evidence.strongest("contact" if kind == "contact" else "trade")
        if found:
            scale.add(f"{kind} words", w.other[f"{kind}_recruit"], found)
    if any(sign in evidence.text.plain for sign in "€$₽₺") or " euro" in evidence.text.plain:
        scale.add("pay named", w.other["money_recruit"])
    _add_form(scale, evidence, 1.0)
    _add_against(scale, evidence, "recruit")
    _add_veto(scale, evidence, w.veto["share_recruit"])
    return scale


# ---- the evidence


def _add_goods(scale: Scale, evidence: Evidence) -> bool:
    """Puts the goods on the scale; whether there are any."""
    w = act_weights().goods
    best: dict[str, TermHit] = {}
    for hit in evidence.goods:
        known = best.get(hit.term.concept)
        if known is None or hit.term.weight > known.term.weight:
            best[hit.term.concept] = hit
    if best:
        first, *rest = sorted(best.values(), key=lambda hit: (-hit.term.weight, hit.start, hit.term.concept))
        scale.add("goods", first.term.weight, first)
        if rest:
            scale.add("further goods", min(w["limit"], w["further"] * len(rest)))
        return True
    street = {hit.term.written: hit.term.weight for hit in evidence.hits if _is_street(hit)}
    if len(street) >= 2 and max(street.values()) >= w["street_weight"]:
        scale.add("seller without named goods", w["unnamed"])
        return True
    return False


def _is_street(hit: TermHit) -> bool:
    return hit.term.concept == "dead-drop" or (hit.term.kind == "trade" and hit.term.concept == "street")


def _add_named(scale: Scale, evidence: Evidence) -> None:
    goods = [*evidence.goods, *evidence.likely]
    if goods:
        best = max(goods, key=lambda hit: hit.term.weight)
        scale.add("goods named", act_weights().other["goods_named"], best)


def _add_words(scale: Scale, evidence: Evidence, kind: str, concept: str) -> None:
    """Puts the words of one act on the scale: the strongest in full, the others by a share up to a limit."""
    w = act_weights().words
    found = evidence.words(kind, concept)
    if not found:
        return  # clues alone tell nothing: they would make every chat about a parcel an act
    _add_clues(scale, evidence, concept)
    scale.add(f"words of {concept}", found[0].term.weight, found[0])
    further = min(w["limit"], w["further"] * sum(hit.term.weight for hit in found[1:]))
    scale.add(f"further words of {concept}", further, found[1] if further else None)


def _add_clues(scale: Scale, evidence: Evidence, concept: str) -> None:
    """Puts the small words on the scale that an act shares with ordinary talk, up to a limit."""
    w = act_weights().words
    found = evidence.words("clue", concept)
    if found:
        total = w["clue_share"] * sum(hit.term.weight for hit in found)
        scale.add(f"clues of {concept}", min(w["clue_limit"], total), found[0])


def _add_kind(scale: Scale, evidence: Evidence, kind: str, limit: float) -> None:
    found = evidence.words(kind)
    if found:
        further = 0.4 * sum(hit.term.weight for hit in found[1:])
        scale.add(f"{kind} words", min(limit, found[0].term.weight + further), found[0])


def _add_items(scale: Scale, evidence: Evidence) -> None:
    w = act_weights().trade
    priced = [item for item in evidence.items if item.price is not None]
    if priced:
        scale.add("price", w["priced"])
    if any(item.quantity is not None for item in evidence.items):
        scale.add("amount", w["measured"])
    if len(priced) >= 2:
        scale.add("list of prices", w["list"])


def _add_against(scale: Scale, evidence: Evidence, act: str) -> None:
    """Puts what speaks for an offer on the scale of another act, against it."""
    against = act_weights().against
    hit = evidence.strongest("act", "offer")
    if hit and f"{act}_offer" in against:
        scale.add("words of offer", against[f"{act}_offer"] * min(1.0, hit.term.weight / 1.4), hit)
    if sum(item.price is not None for item in evidence.items) >= 2:
        scale.add("list of prices", against[f"{act}_list"])


def form_weight(plain: str) -> float:
    """The weight of running text: an article is no advertisement, whatever words stand in it."""
    w = act_weights().form
    if len(plain) <= w["long_line"]:
        return 0.0
    longest = max(map(len, plain.split("\n")))
    if longest <= w["long_line"]:
        return 0.0
    return w["very_long"] if longest > 2 * w["long_line"] else w["long"]


def _add_form(scale: Scale, evidence: Evidence, share: float) -> None:
    scale.add("running text", share * form_weight(evidence.text.plain))


def _add_veto(scale: Scale, evidence: Evidence, share: float) -> None:
    """Puts talk that is no trade on the scale: news, cooking, care, sport, games, lawful shops."""
    w = act_weights().veto
    for concept in sorted({hit.term.concept for hit in evidence.words("veto")}):
        found = evidence.words("veto", concept)
        total = found[0].term.weight + w["further"] * sum(hit.term.weight for hit in found[1:])
        scale.add(f"talk of {concept}", share * max(w["limit"], total), found[0])


def _distinct(hits: list[TermHit]) -> list[TermHit]:
    """One hit a word, the heaviest first."""
    if len(hits) < 2:
        return hits
    by_word: dict[str, TermHit] = {}
    for hit in hits:
        by_word.setdefault(hit.term.written, hit)
    return sorted(by_word.values(), key=lambda hit: (-abs(hit.term.weight), hit.start, hit.term.written))
