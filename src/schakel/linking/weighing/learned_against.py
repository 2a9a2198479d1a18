"""What speaks against two accounts in these data: how often one seller's accounts show it all the same.

A seller with backup accounts takes a new number, another username, and lets one machine post for all. How often that
happens is told by pairs that are surely one seller by something else: by a contact of another kind, which they share.
Each rate is held to the word list by some pairs thought beside those that were counted, so where nothing tells, nothing
changes. Numbers of one's own are learned beside a like name only: an ad is copied by whoever likes it. Usernames of one's own say
more against where one seller's accounts, told by a number in common, mostly send buyers to one username: there who posts the same ad
under a username of its own is sooner its copier; and next to nothing where each account promotes itself.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import log10

from schakel.linking.comparing.agreement import NAMES
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.given_contacts import Period
from schakel.linking.comparing.habits import Pair
from schakel.linking.comparing.sign_names import hardly_changed
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

_NAMES = frozenset(rule.__name__ for rule in NAMES)
_BESIDE = 10.0  # pairs thought beside those counted: what the word list is worth
_USUAL = 0.2  # how often two sellers usually show it
_OWN_CONTACT, _NONE_IN_COMMON = "own_other_contact", "no_contact_in_common"
_OWN_USERNAME = "own_other_username"
_BESIDE_USERNAMES = (
    4.0  # the same of usernames: strangers show their own all but always, so each pair of one seller tells
)
_USERNAMES, _SECONDS = "usernames_unlike", "posts_elsewhere_same_second"
# log10: the most each may weigh. One machine that posts for all accounts of a seller speaks for it, a little.
_MOST = {_USERNAMES: 0.0, _SECONDS: 0.3}


@dataclass(frozen=True, slots=True)
class Against:
    """What a rule against weighs here (log10), and of how many pairs of one seller how many show it."""

    weight: float
    shown: int
    pairs: int

    @property
    def told(self) -> str:
        """In words, for the reasons of a pair."""
        return f"here {self.shown} of {self.pairs} pairs of one seller show it too"


def learn_against(
    reasons: Mapping[Pair, Sequence[Reason]], known: Background, same: Set[Pair], apart: Set[Pair]
) -> dict[str, Against]:
    """What usernames unlike, one second and contacts of one's own weigh here, by pairs surely one seller or two.

    `reasons` are what was told of each pair. Only what weighs otherwise than the word list says is given.
    """
    named = {pair for pair in same | apart if any(r.rule in _NAMES for r in reasons.get(pair, ()))}
    found = {
        _USERNAMES: _compared(_USERNAMES, reasons, same & named, apart & named),
        _SECONDS: _compared(_SECONDS, reasons, same, apart),
        _OWN_CONTACT: _own_contacts(known, same),
    }
    usual = load_settings().rules
    less = {rule: made for rule, made in found.items() if made.weight > usual[rule].weight}
    usernames = _own_usernames(known, same)
    return less | ({_OWN_USERNAME: usernames} if usernames.pairs else {})


def against_of(learned: Mapping[str, Against]) -> dict[str, tuple[float, str]]:
    """Of each rule that weighs something else here: the weight, and why."""
    return {rule: (found.weight, found.told) for rule, found in learned.items()}


def _compared(
    rule: str, reasons: Mapping[Pair, Sequence[Reason]], same: Set[Pair], apart: Set[Pair]
) -> Against:
    """How much oftener pairs of one seller show it than pairs of two."""
    one, two = (
        sum(any(r.rule == rule for r in reasons.get(pair, ())) for pair in pairs) for pairs in (same, apart)
    )
    usual = load_settings().rules[rule].weight
    if not same:
        return Against(usual, 0, 0)
    of_one = (one + _BESIDE * _USUAL * 10.0**usual) / (len(same) + _BESIDE)
    of_two = (two + _BESIDE * _USUAL) / (len(apart) + _BESIDE)
    weight = min(max(log10(of_one / of_two), usual), _MOST[rule])
    return Against(round(weight, 2), one, len(same))


def _own_contacts(known: Background, same: Set[Pair]) -> Against:
    """Of pairs that share a contact of one kind: of how many other kinds that both give, each gives its own."""
    shown = pairs = 0
    for left, right in same:
        one, other = known.contacts.get(left, {}), known.contacts.get(right, {})
        both = [kind for kind in one if kind in other and kind != "username"]
        alike = [_in_common(one[kind], other[kind]) for kind in both]
        if any(alike):
            # the one by which the pair is sure says nothing of itself
            pairs += len(both) - 1
            shown += alike.count(False)
    usual = load_settings().rules[_OWN_CONTACT].weight
    weight = log10((shown + _BESIDE * 10.0**usual) / (pairs + _BESIDE))
    return Against(round(max(weight, usual), 2), shown, pairs)


def _own_usernames(known: Background, same: Set[Pair]) -> Against:
    """Of pairs that share a number, wallet or address and both give usernames: how many have no username in common."""
    shown = pairs = 0
    for left, right in same:
        one, other = known.contacts.get(left, {}), known.contacts.get(right, {})
        numbers = [kind for kind in one if kind in other and kind != "username"]
        if "username" not in one or "username" not in other:
            continue
        if any(_in_common(one[kind], other[kind]) for kind in numbers):
            pairs += 1
            shown += not _in_common(one["username"], other["username"])
    usual = 10.0 ** load_settings().rules[_OWN_USERNAME].weight
    weight = log10((shown + _BESIDE_USERNAMES * usual) / (pairs + _BESIDE_USERNAMES))
    return Against(round(weight, 2), shown, pairs)


def _in_common(one: Mapping[str, Period], other: Mapping[str, Period]) -> bool:
    return not one.keys().isdisjoint(other)


def weighed_here(
    reasons: Sequence[Reason], against: Mapping[str, tuple[float, str]], rules: Set[str]
) -> list[Reason]:
    """The same reasons with what was learned of what speaks against; `rules` is what was seen on the pair.

    Contacts of one's own keep their weight where names are hardly changed, as who pretends changes them, and beside ads.
    """
    named = bool(rules & _NAMES) and not hardly_changed(rules)
    return [_weighed(reason, against, named=named) for reason in reasons] if against else list(reasons)


def _weighed(reason: Reason, against: Mapping[str, tuple[float, str]], *, named: bool) -> Reason:
    rule = _OWN_CONTACT if reason.rule == _NONE_IN_COMMON else reason.rule
    if rule not in against or not reason.weight or (rule == _OWN_CONTACT and not named):
        return reason
    weight, told = against[rule]
    scale = weight / load_settings().rules[rule].weight
    return replace(reason, weight=round(reason.weight * scale, 4), detail=f"{reason.detail}; {told}")
