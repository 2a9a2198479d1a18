"""Adds up what is seen on each pair of accounts, so that nothing is counted twice."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import groupby
from math import log10
from operator import attrgetter

from schakel.linking.comparing.agreement import (
    CONTACTS,
    COPIES,
    NAMES,
    OTHERS_SHARE_TOO,
    SAME_BRAND,
    WORDED,
    Observation,
    in_order,
)
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import NOTHING
from schakel.linking.comparing.lives import lives_apart
from schakel.linking.comparing.shared_ways import share_a_keeper, ways_of_sharing
from schakel.linking.comparing.sign_names import kind_by, sign_by
from schakel.linking.weighing.copies_told import (
    ADS,
    copies_beside_a_contact,
    copy_reasons,
    others_too,
    renewed_by_all,
)
from schakel.linking.weighing.kept_stock import kept_stock
from schakel.linking.weighing.learned_against import weighed_here
from schakel.linking.weighing.link import Link
from schakel.linking.weighing.observed import as_reason, strongest, weigh
from schakel.linking.weighing.ways import SIGN_ITSELF, WAYS, Beside, way_reasons
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

_CONTACTS = frozenset(rule.__name__ for rule in CONTACTS)
_COPIES = frozenset(rule.__name__ for rule in COPIES)
_NAMES = frozenset(rule.__name__ for rule in NAMES)
_TOLD = _CONTACTS | _COPIES | _NAMES
_TOLD_FIRST, _TOLD_APART = _TOLD | {SAME_BRAND}, _TOLD | {OTHERS_SHARE_TOO}
_BESIDE = _COPIES | _NAMES | {"names_alike_twice", "keeps_pace"}
_CAPPED = _CONTACTS | {"forwards_other"}  # what is shared in ways of which it is learned how far they go
_FOLLOWS = "succeeds"


def score(
    observations: Sequence[Observation], known: Background, silent: frozenset[str] = frozenset()
) -> list[Link]:
    """One link for every pair on which anything was seen, sorted by pair. Weights sum to `log10_lr`.

    Rules that are `silent` are left out, which tells what they are worth.
    """
    told = [one for one in observations if one.rule not in silent] if silent else observations
    by_pair = groupby(sorted(told, key=in_order), key=attrgetter("left", "right"))
    return [_link(left, right, list(seen), known, silent) for (left, right), seen in by_pair]


def _link(left: str, right: str, seen: list[Observation], known: Background, silent: frozenset[str]) -> Link:
    rules = {o.rule for o in seen}
    common = _common(left, right, rules, known)
    contacts = [] if common or rules.isdisjoint(_CONTACTS) else [o for o in seen if o.rule in _CONTACTS]
    told = [o for o in seen if o.rule in _TOLD_FIRST]
    work = partial(_told, left, right, told, known, silent, common)
    reasons = known.once(("told", left, right, silent), [*told, common], work)
    if not rules <= _TOLD_APART:
        reasons += [_beyond(o, contacts) for o in seen if o.rule not in _TOLD_APART]
    reasons = weighed_here(reasons, known.against, rules)
    if OTHERS_SHARE_TOO in rules:
        others = others_too(seen, taken=not contacts)
        reasons = renewed_by_all(reasons, others) + others
    reasons += way_reasons(left, right, known, beside(left, right, seen, known, tied=bool(contacts)))
    if not contacts:
        reasons += lives_apart(left, right, known, alike=not rules.isdisjoint(_NAMES))
        reasons += kept_stock(left, right, known)
    reasons += _trusted(left, right, seen, reasons, known, common)
    reasons += [] if contacts else _in_these_data(rules, known)
    firm = bool(contacts) and known.shares.get((left, right), 0.0) >= load_settings().cluster["firm"]
    return _summed(left, right, reasons, known, silent, firm=firm)


def with_ways_told(
    link: Link, seen: list[Observation], known: Background, silent: frozenset[str] = frozenset()
) -> Link:
    """The same pair with what its ways tell beside its kind of entry sign, and that sign itself, in these data.

    All else stays as it was weighed; a pair with a contact in common that is hardly common property stays whole.
    """
    left, right = link.left, link.right
    rules = {o.rule for o in seen}
    if not rules.isdisjoint(_CONTACTS) and not _common(left, right, rules, known):
        return link
    reasons = [r for r in link.reasons if r.rule not in WAYS and r.rule != _FOLLOWS]
    reasons += way_reasons(left, right, known, beside(left, right, seen, known, tied=False))
    reasons += _by_ways_here(rules, known)
    return _summed(left, right, reasons, known, silent, firm=link.firm)


def _summed(
    left: str, right: str, reasons: list[Reason], known: Background, silent: frozenset[str], *, firm: bool
) -> Link:
    """The pair with all its reasons, the strongest first; who followed on whom is told only where something speaks for one seller."""
    if sum([r.weight for r in reasons]) > 0:
        reasons = reasons + known.once(("follows", left, right), (), partial(_follow_up, left, right, known))
    reasons = [reason for reason in reasons if reason.rule not in silent] if silent else reasons
    reasons = sorted(reasons, key=_strongest_first)
    return Link(left, right, round(sum([r.weight for r in reasons]), 4), tuple(reasons), firm)


def _strongest_first(reason: Reason) -> tuple[float, str, str]:
    return -abs(reason.weight), reason.rule, reason.detail


def strongest_first(link: Link) -> Link:
    """The same pair with its strongest reason first, as people read it."""
    return replace(link, reasons=tuple(sorted(link.reasons, key=_strongest_first)))


def _beyond(seen: Observation, contacts: list[Observation]) -> Reason:
    """What neither contacts nor names nor copies say. A warning says little beside a contact in common: who lost an account warns of it."""
    if seen.rule == "quarrels" and contacts:
        least = load_settings().cluster["quarrels_with_contact"]
        return as_reason(seen, max(weigh(seen), least), "; but they share a contact")
    return as_reason(seen)


def _common(left: str, right: str, rules: Set[str], known: Background) -> bool:
    """Whether the contacts of a pair are such as strangers here share oftener than not: a keeper's, a courier's."""
    return known.shares.get((left, right), 1.0) < 0.5 and not rules.isdisjoint(_CONTACTS)


def _told(
    left: str, right: str, seen: list[Observation], known: Background, silent: frozenset[str], common: bool
) -> list[Reason]:
    """What contacts, names and copies say: each piece of evidence once.

    Names and copies beside a contact that is common property say what they would say without it. That the branch of a
    brand in another town has a number of its own says nothing against it.
    """
    names = [o for o in seen if o.rule in _NAMES]
    contacts = [o for o in seen if o.rule in _CONTACTS]
    copies = [o for o in seen if o.rule in _COPIES]
    linked = [] if common else contacts
    apart = [] if any(o.main for o in linked) else _apart(left, right, known, alike=bool(names))
    apart += [] if linked else _nothing_in_common(left, right, known, apart, alike=bool(names))
    apart = [reason for reason in apart if reason.rule not in silent]
    if SAME_BRAND not in silent and any(o.rule == SAME_BRAND for o in seen):
        apart = [_silenced(reason, "own_other_contact", "; as branches of one brand do") for reason in apart]
    called = _name_reasons(left, right, names, known, common)
    if not linked and any(o.rule in ADS for o in copies):
        # who takes a name and the ad takes a username like it as well
        called = [_silenced(reason, "names_alike_twice", "; but the ad is the same") for reason in called]
    reasons = _contact_reasons(contacts) + called + apart
    if linked:
        reasons += copies_beside_a_contact(copies)
    elif any(reason.rule == "own_other_contact" and reason.weight for reason in apart):
        reasons += [as_reason(o, 0.0, "; but their contacts differ, and ads are copied") for o in copies]
    else:
        reasons += copy_reasons(left, right, copies, alike=bool(names))
    return reasons


def _silenced(reason: Reason, rule: str, why: str) -> Reason:
    """The reason, of this rule without weight and with the words why."""
    return replace(reason, weight=0.0, detail=reason.detail + why) if reason.rule == rule else reason


def _in_these_data(rules: Set[str], known: Background) -> list[Reason]:
    """The step that was learned of such names or copies in the data at hand."""
    name = sign_by(rules) if known.signs else None
    if name is None or name not in known.signs:
        return []
    step, told = known.signs[name]
    return [Reason("in_these_data", step, detail=f"{name}: {told}")]


def _trusted(
    left: str, right: str, seen: list[Observation], reasons: list[Reason], known: Background, common: bool
) -> list[Reason]:
    """What is taken off contacts in common where others than one seller share contacts too.

    Beside a name or copy, one that is common property adds no more than it tells beyond that, and at least what chats
    do: who names a keeper posts in the keeper's group.
    """
    share = known.shares.get((left, right))
    if share is None:
        return []
    learned = [name for name in ways_of_sharing(seen) if name in known.trust]
    weight = sum(reason.weight for reason in reasons if reason.rule in _CAPPED)
    worth, rule = log10(share / (1 - share)) - load_settings().prior, "in_these_data"
    if common:
        beside = sum(reason.weight for reason in reasons if reason.rule in _BESIDE)
        least = min(worth, load_settings().cluster["common"])
        if worth - beside < least:
            worth, rule = least, "common_property"
        else:
            worth -= max(beside, 0.0)
    told = "; ".join(f"{name}: {known.trust[name]}" for name in learned)
    told += f"; with who else gives it, {share:.0%} here"
    step = round(worth - weight, 4)
    return [Reason(rule, step, detail=told)] if step < 0 else []


def _by_ways_here(rules: Set[str], known: Background) -> list[Reason]:
    """The step that the ways of such pairs told in the data at hand."""
    name = kind_by(rules) if known.ways_here else None
    step, told = known.ways_here.get((name or "", SIGN_ITSELF, 0), (0.0, ""))
    return [Reason("in_these_data", step, detail=f"{name}: {told}")] if step else []


def _contact_reasons(seen: list[Observation]) -> list[Reason]:
    """Per kind of contact the strongest counts; all together weigh no more than the cap."""
    if not seen:
        return []
    left, out = load_settings().cluster["contact_cap"], []
    best: dict[str, float] = {}
    for one in seen:
        best[one.rule] = max(best.get(one.rule, 0.0), weigh(one))
    # kinds of one weight by name, else the order of a set would say which of them the cap cuts
    for rule in sorted(best, key=lambda rule: (-best[rule], rule)):
        for reason in strongest([o for o in seen if o.rule == rule]):
            weight = min(reason.weight, round(left, 4))
            left -= weight
            out.append(Reason(reason.rule, weight, detail=reason.detail, messages=reason.messages))
    return out


def beside(left: str, right: str, seen: list[Observation], known: Background, *, tied: bool) -> Beside:
    """What else two accounts share, by what is seen on them, for what their ways tell; `tied` by a contact in common."""
    rules = {o.rule for o in seen}
    listed = not tied and "same_price_ladder" in rules
    named = not rules.isdisjoint(_NAMES)
    copied = not rules.isdisjoint(ADS) or (named and _same_form(left, right, known))
    kept = not rules.isdisjoint(_CONTACTS) and share_a_keeper(seen)
    worded = WORDED in rules and not (copied or named)
    return Beside(
        copied=copied,
        worded=worded,
        listed=listed,
        kept=kept,
        tied=tied,
        sign=None if tied else kind_by(rules),
    )


def _same_form(left: str, right: str, known: Background) -> bool:
    """Whether the ads of two accounts are the same but for contacts and amounts: who pretends takes them and asks less."""
    likeness = known.habits.get((left, right), NOTHING).writing
    return likeness is not None and likeness >= load_settings().blocks["same_form"]


def _name_reasons(
    left: str, right: str, names: list[Observation], known: Background, common: bool
) -> list[Reason]:
    """The strongest likeness of names, and whether the usernames in the accounts' offers bear it out."""
    if not names:
        return []
    one, other = (sorted(known.contacts.get(a, {}).get("username", {})) for a in (left, right))
    if common:
        one, other = (
            [name for name in mine if name not in theirs] for mine, theirs in ((one, other), (other, one))
        )
    if not one or not other or set(one) & set(other):
        return strongest(names)
    promoted = [f"@{a} / @{b}" for a in one for b in other if known.alike(a, b)]
    displayed = any(not (o.detail.startswith("@") and " / @" in o.detail) for o in names)
    if promoted and displayed:
        more = [as_reason(Observation(left, right, "names_alike_twice", promoted[0]))]
    elif promoted or all(
        any(known.as_called(account, name) for name in given)
        for account, given in ((left, one), (right, other))
    ):
        more = []
    else:
        more = [as_reason(Observation(left, right, "usernames_unlike", f"@{one[0]} / @{other[0]}"))]
    return strongest(names) + more


def _follow_up(left: str, right: str, known: Background) -> list[Reason]:
    """Whether one account began soon after the other ended: worth what strangers seldom do in these data."""
    one, other = known.active.get(left), known.active.get(right)
    if one is None or other is None:
        return []
    before, after = (one, other) if one.last <= other.last else (other, one)
    silence, blocks = after.first - before.last, load_settings().blocks
    if not timedelta(0) <= silence <= timedelta(days=blocks["succession_days"]):
        return []
    chance = max(known.chance_succession, 1e-3)
    most = load_settings().rules[_FOLLOWS].weight
    weight = round(min(max(log10(blocks["succession_share"] / chance), 0.0), most), 4)
    if silence <= timedelta(days=blocks["soon_days"]):
        weight = round(weight * blocks["soon_times"], 4)  # strangers begin on any day as often
    detail = f"days between: {silence.days}; of strangers {chance:.1%} do so"
    return [Reason(_FOLLOWS, weight, detail=detail)]


def _apart(left: str, right: str, known: Background, *, alike: bool) -> list[Reason]:
    """The first kind of contact in which each account has its own, used side by side; usernames last.

    Of accounts with names alike, usernames that resemble each other are no sign of two sellers.
    """
    one, other = known.contacts.get(left, {}), known.contacts.get(right, {})
    least = timedelta(days=load_settings().blocks["overlap_days"])
    for kind in sorted(set(one) & set(other), key=lambda kind: (kind == "username", kind)):
        rule = "own_other_username" if kind == "username" else "own_other_contact"
        mine = [(v, p) for v, p in sorted(one[kind].items()) if v not in other[kind]]
        theirs = [(v, p) for v, p in sorted(other[kind].items()) if v not in one[kind]]
        for (a, when), (b, then) in ((m, t) for m in mine for t in theirs):
            if when.beside(then) < least:
                continue
            if not (alike and kind == "username" and known.alike(a, b)):
                return [as_reason(Observation(left, right, rule, f"{kind}:{a} / {kind}:{b}"))]
    return []


def _nothing_in_common(
    left: str, right: str, known: Background, apart: list[Reason], *, alike: bool
) -> list[Reason]:
    """That each account gives contacts, usernames aside, and none of the other's, where they do not stand side by side.

    Contacts of other kinds say more beside a like name: who keeps the name for its buyers keeps a number too.
    """
    if any(reason.rule == "own_other_contact" for reason in apart):
        return []
    one, other = (
        {
            (kind, value)
            for kind, values in known.contacts.get(account, {}).items()
            if kind != "username"
            for value in values
        }
        for account in (left, right)
    )
    mine, theirs = sorted(one - other), sorted(other - one)
    if not mine or not theirs:
        return []
    told = " / ".join(f"{kind}:{value}" for kind, value in (mine[0], theirs[0]))
    seen = Observation(left, right, "no_contact_in_common", told)
    kinds_apart = {kind for kind, _ in mine}.isdisjoint(kind for kind, _ in theirs)
    named = load_settings().cluster["name_and_other_contacts"]
    return [as_reason(seen, named) if alike and kinds_apart else as_reason(seen)]
