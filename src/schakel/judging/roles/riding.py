"""Who rides: whose messages speak of riding, against how often anybody says such a thing."""

from collections.abc import Sequence
from typing import NamedTuple

from schakel.judging.role_words import role_words
from schakel.judging.roles.doings import Doings
from schakel.judging.roles.role_claims import Claim
from schakel.judging.roles.role_hints import Hint, Rates, chance_of, found_rates
from schakel.records.counted import counted


class Riding(NamedTuple):
    """The share of accounts that ride, and how much of what all others write reads as if they did."""

    rates: Rates


def found_riding(people: Sequence[Doings]) -> Riding:
    """How riding goes in these data, found along with who rides (expectation maximisation, as for calls for people).

    Who waits for a rider, praises one or looks for such work says a word of it now and then among all that it writes; who
    rides writes of little else.
    """
    return Riding(
        found_rates([_hint(doings) for doings in people if _says(doings)], role_words()["rates"], "ride")
    )


def rider(doings: Doings, here: Riding) -> Claim | None:
    """The role of who speaks of riding, or answers for a seller more than once; nothing if somebody never does."""
    if not _says(doings):
        return None
    hint = _hint(doings)
    detail = (
        f"{hint.texts} of {counted(doings.messages, 'message')} speak of riding, or answer for a seller; of what others write "
        f"{here.rates.slips:.2%} reads so."
    )
    return Claim("courier", chance_of(hint, here.rates), detail, "people", "ride_messages")


def _says(doings: Doings) -> bool:
    return doings.rides + doings.answers > int(not doings.rides)


def _hint(doings: Doings) -> Hint:
    said = min(doings.rides + doings.answers, doings.messages)
    return Hint(
        None, doings.account_id, "ride", 0, said, 0.0, doings.messages, doings.all_written, doings.all_writers
    )
