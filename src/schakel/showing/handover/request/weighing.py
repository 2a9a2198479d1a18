"""What speaks for and against a lead, and how sure it is, in the words of the verbal scale."""

from collections.abc import Iterator
from dataclasses import dataclass

from schakel.judging.verbal_scale import term
from schakel.showing.desk.figures import Figures
from schakel.showing.desk.sayings import in_language
from schakel.showing.handover.request.book import kinds
from schakel.showing.handover.request.facts import Facts
from schakel.showing.hidden_names import without_names
from schakel.showing.seller_file import Row

_MOST = 6  # signs on each side; all of them are shown by schakel show
_CONCLUDED = ("ghost", "role", "scale", "reach")  # findings that a draft tells


@dataclass(frozen=True, slots=True)
class Joined:
    """What ties two accounts: log10 of the likelihood ratio, the verbal scale, and how many signs speak for and against."""

    left: str
    right: str
    weight: float
    words: str
    signs: int
    against: int


@dataclass(frozen=True, slots=True)
class Weighing:
    """Signs for and against real supply, the findings in words, and the evidence that joins accounts."""

    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    sure: tuple[str, ...]
    joined: tuple[Joined, ...]


def weighing_of(facts: Facts, language: str) -> Weighing:
    """The weighing of one lead, without names."""
    signs = sorted(_signs(facts), key=lambda one: -abs(one["weight"]))
    return Weighing(
        speaks_for=tuple(_said(one, language) for one in signs if one["weight"] < 0)[:_MOST],
        speaks_against=tuple(_said(one, language) for one in signs if one["weight"] > 0)[:_MOST],
        sure=tuple(_sure(facts, language)),
        joined=tuple(_joined(facts, language)),
    )


def _signs(facts: Facts) -> list[Row]:
    """The signs of ghost or real on this seller itself, in the order in which they were found."""
    ghost = next((row for row in facts.seller.findings if row["kind"] == "ghost"), None)
    reasons = (ghost["reasons"] or []) if ghost else []
    return [one for one in reasons if one["detail"] and one["rule"] not in kinds().no_signs]


def _said(reason: Row, language: str) -> str:
    detail = without_names(str(reason["rule"]), str(reason["detail"]))
    return in_language(detail, language, str(reason["rule"])).text


def reality_of(facts: Facts) -> tuple[str, str, str] | None:
    """How probable it is that real supply stands behind the lead, with low and high, in whole percent, never rounded to a certainty; None if nothing was concluded."""
    ghost = next((row for row in facts.seller.findings if row["kind"] == "ghost"), None)
    if ghost is None or None in (ghost["value"], ghost["low"], ghost["high"]):
        return None
    figures = Figures("en", {})  # shares are written alike in all languages
    value, low, high = (figures.percent(1 - ghost[name]) for name in ("value", "high", "low"))
    return value, low, high


def _sure(facts: Facts, language: str) -> Iterator[str]:
    for kind in _CONCLUDED:
        for row in facts.seller.findings:
            words = row["words_nl"] if language == "nl" else row["words"]
            if row["kind"] == kind and words:
                yield str(words)


def _joined(facts: Facts, language: str) -> Iterator[Joined]:
    own = {account.account_id for account in facts.accounts}
    for row in facts.seller.links:
        if {row["left_id"], row["right_id"]} <= own:
            weights = [reason["weight"] for reason in row["reasons"] or () if reason["weight"]]
            words = term(row["log10_lr"], language)
            against = sum(weight < 0 for weight in weights)
            yield Joined(row["left_id"], row["right_id"], row["log10_lr"], words, len(weights), against)
