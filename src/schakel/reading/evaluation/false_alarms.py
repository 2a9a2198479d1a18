"""False alarms: how many of 10,000 ordinary messages each method takes for an act of the trade."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schakel.reading.evaluation.intervals import Share, wilson

PER = 10_000


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """False alarms of one method in one language; the rates are shares, `PER` of them a rate per 10,000."""

    method: str
    language: str
    messages: int
    any_act: Share
    offers: Share


def false_alarms(method: str, languages: Sequence[str], acts: Sequence[str]) -> list[FalseAlarms]:
    """The false alarms of a method in each language, most messages first, and in all together."""
    pairs = list(zip(languages, acts, strict=True))
    by_language = {
        name: [act for language, act in pairs if language == name] for name in sorted(set(languages))
    }
    some = sorted(by_language.items(), key=lambda entry: -len(entry[1]))
    found = [_rates(method, language, said) for language, said in some]
    return [*found, _rates(method, "all", acts)] if pairs else []


def _rates(method: str, language: str, acts: Iterable[str]) -> FalseAlarms:
    said = list(acts)
    alarms, offers = sum(act != "none" for act in said), sum(act == "offer" for act in said)
    return FalseAlarms(method, language, len(said), wilson(alarms, len(said)), wilson(offers, len(said)))
