"""Adds up what is seen on each pair of accounts, so that nothing is counted twice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby

import pyarrow as pa

from schakel.linking.agreement import CONTACTS, COPIES, NAMES, RULES, Observation
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

_CONTACTS = frozenset(rule.__name__ for rule in CONTACTS)
_COPIES = frozenset(rule.__name__ for rule in COPIES)
_NAMES = frozenset(rule.__name__ for rule in NAMES)
_USED_ONCE = "; the same evidence as another reason, counted once"


@dataclass(frozen=True, slots=True)
class Link:
    """A pair of accounts with the summed log10 likelihood ratio that they are one seller, and why."""

    left: str
    right: str
    log10_lr: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """First and last moment of something."""

    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Background:
    """When each account offered, and when it gave which contact: by account, type and value."""

    active: Mapping[str, Period]
    contacts: Mapping[str, Mapping[str, Mapping[str, Period]]] = field(default_factory=dict)


def background(posts: pa.Table, contacts: pa.Table) -> Background:
    """Periods of activity and of contacts, from the own posts and contacts of all accounts."""
    active: dict[str, Period] = {}
    for account, first, last in _columns(posts, "account_id", "first_seen", "last_seen"):
        if first is not None:
            active[account] = _wider(active.get(account), first, last)
    given: dict[str, dict[str, dict[str, Period]]] = defaultdict(lambda: defaultdict(dict))
    wanted = ("account_id", "type", "value", "first_seen", "last_seen", "third_party")
    for account, kind, value, first, last, third in _columns(contacts, *wanted):
        if not third and first is not None:
            given[account][kind][value] = Period(first, last)
    return Background(active, given)


def score(observations: Sequence[Observation], known: Background) -> list[Link]:
    """One link for every pair on which anything was seen, sorted by pair. Weights sum to `log10_lr`."""
    by_pair = groupby(sorted(observations), key=lambda o: (o.left, o.right))
    return [_link(left, right, list(seen), known) for (left, right), seen in by_pair]


def _link(left: str, right: str, seen: list[Observation], known: Background) -> Link:
    follow = _follow_up(left, right, known)
    names = [o for o in seen if o.rule in _NAMES]
    reasons = _contact_reasons([o for o in seen if o.rule in _CONTACTS])
    reasons += _copy_reasons(left, right, seen, known, alike=bool(names))
    reasons += _strongest(names)
    reasons += [_reason(o) for o in seen if o.rule not in _CONTACTS | _COPIES | _NAMES]
    if follow is not None and sum(r.weight for r in reasons) > 0:
        reasons.append(_reason(follow))
    apart = _apart(left, right, known, {o.detail for o in names})
    if apart is not None and not any(o.main and o.rule in _CONTACTS for o in seen):
        reasons.append(_reason(apart))
    reasons.sort(key=lambda r: (-abs(r.weight), r.rule, r.detail))
    return Link(left, right, round(sum(r.weight for r in reasons), 4), tuple(reasons))


def _contact_reasons(seen: list[Observation]) -> list[Reason]:
    """Per kind of contact the strongest counts; all together weigh no more than the cap."""
    left, out = load_settings().cluster["contact_cap"], []
    kinds = sorted({o.rule for o in seen}, key=lambda rule: -max(_weigh(o) for o in seen if o.rule == rule))
    for rule in kinds:
        for reason in _strongest([o for o in seen if o.rule == rule]):
            weight = min(reason.weight, round(left, 4))
            left -= weight
            out.append(Reason(reason.rule, weight, detail=reason.detail, messages=reason.messages))
    return out


def _copy_reasons(
    left: str, right: str, seen: list[Observation], known: Background, *, alike: bool
) -> list[Reason]:
    """Copied texts, photos and price lists: one piece of evidence, and none between rivals.

    Ghosts copy from real sellers. So between accounts that each have contacts of their own a copy says
    nothing, unless their names are alike too; and with a contact in common it says nothing new.
    """
    copies = [o for o in seen if o.rule in _COPIES]
    if any(o.rule in _CONTACTS for o in seen):
        return [_reason(o, 0.0, "; the shared contact is part of it") for o in copies]
    if known.contacts.get(left) and known.contacts.get(right) and not alike:
        return [_reason(o, 0.0, "; but their contacts differ, and ads are copied") for o in copies]
    texts = len({o.detail for o in copies if o.rule == "posts_same_text"})
    ladders = len({o.detail for o in copies if o.rule == "same_price_ladder"})
    more = max(texts, ladders)
    pace = Observation(left, right, "keeps_pace", f"ads: {texts}, price lists: {ladders}")
    return _strongest(copies) + ([_reason(pace)] if more > 1 else [])


def _strongest(seen: list[Observation]) -> list[Reason]:
    ordered = sorted(seen, key=lambda o: (-_weigh(o), o))
    return [_reason(o) if at == 0 else _reason(o, 0.0, _USED_ONCE) for at, o in enumerate(ordered)]


def _follow_up(left: str, right: str, known: Background) -> Observation | None:
    one, other = known.active.get(left), known.active.get(right)
    if one is None or other is None:
        return None
    before, after = (one, other) if one.last <= other.last else (other, one)
    silence = after.first - before.last
    if not timedelta(0) <= silence <= timedelta(days=load_settings().blocks["succession_days"]):
        return None
    return Observation(left, right, "succeeds", f"days between: {silence.days}")


def _apart(left: str, right: str, known: Background, alike: set[str]) -> Observation | None:
    """The first kind of contact in which each account has its own, used side by side.

    Usernames that are each other's variants (`alike`) are no sign of two sellers.
    """
    one, other = known.contacts.get(left, {}), known.contacts.get(right, {})
    least = timedelta(days=load_settings().blocks["overlap_days"])
    for kind in sorted(set(one) & set(other)):
        mine = [(v, p) for v, p in sorted(one[kind].items()) if v not in other[kind]]
        theirs = [(v, p) for v, p in sorted(other[kind].items()) if v not in one[kind]]
        for (a, when), (b, then) in ((m, t) for m in mine for t in theirs):
            if f"@{a} / @{b}" in alike or f"@{b} / @{a}" in alike:
                continue
            if min(when.last, then.last) - max(when.first, then.first) >= least:
                return Observation(left, right, "own_other_contact", f"{kind}:{a} / {kind}:{b}")
    return None


def _weigh(seen: Observation) -> float:
    return _weight_of(seen.rule, seen.users, seen.main)


@cache
def _weight_of(rule: str, users: int, main: bool) -> float:
    return RULES[rule](Observation("", "", rule, users=users, main=main), load_settings().rules)


def _reason(seen: Observation, weight: float | None = None, why: str = "") -> Reason:
    given = _weigh(seen) if weight is None else weight
    return Reason(seen.rule, given, detail=seen.detail + why, messages=seen.messages[:5])


def _wider(period: Period | None, first: datetime, last: datetime) -> Period:
    if period is None:
        return Period(first, last)
    return Period(min(period.first, first), max(period.last, last))


def _columns(table: pa.Table, *names: str) -> Iterable[tuple]:  # type: ignore[type-arg]
    return zip(*(table[name].to_pylist() for name in names), strict=True)
