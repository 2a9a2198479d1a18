"""Adds up what is seen on each pair of accounts, so that nothing is counted twice."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache, partial
from itertools import groupby
from math import log10
from operator import attrgetter

from schakel.linking.comparing.agreement import (
    CONTACTS,
    COPIES,
    NAMES,
    OTHERS_SHARE_TOO,
    RULES,
    SAME_BRAND,
    Observation,
    in_order,
)
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import NOTHING
from schakel.linking.comparing.lives import lives_apart
from schakel.linking.comparing.shared_ways import share_a_keeper, ways_of_sharing
from schakel.linking.comparing.sign_names import sign_of
from schakel.linking.weighing.kept_stock import kept_stock
from schakel.linking.weighing.learned_against import weighed_here
from schakel.linking.weighing.link import Link
from schakel.linking.weighing.ways import Beside, way_reasons
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

_CONTACTS = frozenset(rule.__name__ for rule in CONTACTS)
_COPIES = frozenset(rule.__name__ for rule in COPIES)
_NAMES = frozenset(rule.__name__ for rule in NAMES)
_ADS = frozenset({"posts_same_ad", "posts_same_text"})
_TOLD = _CONTACTS | _COPIES | _NAMES
_BESIDE = _COPIES | _NAMES | {"names_alike_twice", "keeps_pace"}
_CAPPED = _CONTACTS | {"forwards_other"}  # what is shared in ways of which it is learned how far they go
_USED_ONCE = "; the same evidence as another reason, counted once"


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
    common = _common(left, right, seen, known)
    contacts = [] if common else [o for o in seen if o.rule in _CONTACTS]
    told = [o for o in seen if o.rule in _TOLD or o.rule == SAME_BRAND]
    work = partial(_told, left, right, told, known, silent, common)
    reasons = known.once(("told", left, right, silent), [*told, common], work)
    reasons += [_beyond(o, contacts) for o in seen if o.rule not in _TOLD and o.rule != OTHERS_SHARE_TOO]
    reasons = weighed_here(reasons, known.against, {o.rule for o in seen})
    others = _others_too(seen, taken=not contacts)
    reasons = _renewed_by_all(reasons, others) + others
    reasons += way_reasons(left, right, known, _beside(left, right, seen, known, tied=bool(contacts)))
    named = any(o.rule in _NAMES for o in seen)
    reasons += [] if contacts else lives_apart(left, right, known, alike=named)
    reasons += [] if contacts else kept_stock(left, right, known)
    reasons += _trusted(left, right, seen, reasons, known, common)
    reasons += [] if contacts else _in_these_data(seen, known)
    if sum(r.weight for r in reasons) > 0:
        reasons += known.once(("follows", left, right), (), partial(_follow_up, left, right, known))
    reasons = [reason for reason in reasons if reason.rule not in silent] if silent else reasons
    reasons.sort(key=lambda r: (-abs(r.weight), r.rule, r.detail))
    firm = bool(contacts) and known.shares.get((left, right), 0.0) >= load_settings().cluster["firm"]
    return Link(left, right, round(sum(r.weight for r in reasons), 4), tuple(reasons), firm)


def _beyond(seen: Observation, contacts: list[Observation]) -> Reason:
    """What neither contacts nor names nor copies say. A warning says little beside a contact in common: who lost an account warns of it."""
    if seen.rule == "quarrels" and contacts:
        least = load_settings().cluster["quarrels_with_contact"]
        return _reason(seen, max(_weigh(seen), least), "; but they share a contact")
    return _reason(seen)


def _common(left: str, right: str, seen: list[Observation], known: Background) -> bool:
    """Whether the contacts of a pair are such as strangers here share oftener than not: a keeper's, a courier's."""
    return any(o.rule in _CONTACTS for o in seen) and known.shares.get((left, right), 1.0) < 0.5


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
    if not linked and any(o.rule in _ADS for o in copies):
        # who takes a name and the ad takes a username like it as well
        called = [_silenced(reason, "names_alike_twice", "; but the ad is the same") for reason in called]
    reasons = _contact_reasons(contacts) + called + apart
    if linked:
        reasons += _beside_a_contact(copies)
    elif any(reason.rule == "own_other_contact" and reason.weight for reason in apart):
        reasons += [_reason(o, 0.0, "; but their contacts differ, and ads are copied") for o in copies]
    else:
        reasons += _copy_reasons(left, right, copies, alike=bool(names))
    return reasons


def _beside_a_contact(copies: list[Observation]) -> list[Reason]:
    """What copies add to a contact in common: an ad holds the contact, so only a price list without the ad adds to it.

    Customers of one courier or shop share its number, but hardly their prices too.
    """
    taken = any(o.rule in _ADS for o in copies)
    lists = [] if taken else [o for o in copies if o.rule == "same_price_ladder"]
    most = load_settings().cluster["contact_and_list"]
    told = [
        replace(reason, weight=min(reason.weight, most), detail=f"{reason.detail}; beside a contact")
        for reason in _strongest(lists)
    ]
    return told + [_reason(o, 0.0, "; the shared contact is part of it") for o in copies if o not in lists]


def _silenced(reason: Reason, rule: str, why: str) -> Reason:
    """The reason, of this rule without weight and with the words why."""
    return replace(reason, weight=0.0, detail=reason.detail + why) if reason.rule == rule else reason


def _in_these_data(seen: list[Observation], known: Background) -> list[Reason]:
    """The step that was learned of such names or copies in the data at hand."""
    name = sign_of(seen) if known.signs else None
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


def _contact_reasons(seen: list[Observation]) -> list[Reason]:
    """Per kind of contact the strongest counts; all together weigh no more than the cap."""
    if not seen:
        return []
    left, out = load_settings().cluster["contact_cap"], []
    best: dict[str, float] = {}
    for one in seen:
        best[one.rule] = max(best.get(one.rule, 0.0), _weigh(one))
    # kinds of one weight by name, else the order of a set would say which of them the cap cuts
    for rule in sorted(best, key=lambda rule: (-best[rule], rule)):
        for reason in _strongest([o for o in seen if o.rule == rule]):
            weight = min(reason.weight, round(left, 4))
            left -= weight
            out.append(Reason(reason.rule, weight, detail=reason.detail, messages=reason.messages))
    return out


def _beside(left: str, right: str, seen: list[Observation], known: Background, *, tied: bool) -> Beside:
    rules = {o.rule for o in seen}
    listed = not tied and "same_price_ladder" in rules
    copied = bool(rules & _ADS) or (bool(rules & _NAMES) and _same_form(left, right, known))
    return Beside(copied=copied, listed=listed, kept=share_a_keeper(seen), tied=tied)


def _same_form(left: str, right: str, known: Background) -> bool:
    """Whether the ads of two accounts are the same but for contacts and amounts: who pretends takes them and asks less."""
    likeness = known.habits.get((left, right), NOTHING).writing
    return likeness is not None and likeness >= load_settings().blocks["same_form"]


def _copy_reasons(left: str, right: str, copies: list[Observation], *, alike: bool) -> list[Reason]:
    """Copied ads, photos and price lists: one piece of evidence, since who takes an ad takes all of it.

    With names alike they say little: who pretends to be another takes the name and the ad.
    """
    if not copies:
        return []
    texts = {o.detail: o.users for o in copies if o.rule == "posts_same_text"}
    pace = [_keeps_pace(left, right, texts)] if len(texts) > 1 else []
    if alike:
        first, *others = _strongest(copies)
        most = "ad_with_name" if first.rule == "posts_same_ad" else "with_name"
        most = "photo_with_name" if {o.rule for o in copies} == {"same_photo"} else most
        weight = min(first.weight, load_settings().cluster[most])
        why = first.detail + "; with a like name it says little"
        return [Reason(first.rule, weight, detail=why, messages=first.messages), *others, *pace]
    ads = [o for o in copies if o.rule in _ADS]
    if not ads:
        lists, photos = (
            _strongest([o for o in copies if o.rule == rule]) for rule in ("same_price_ladder", "same_photo")
        )
        return [*photos, *(_halved(lists) if photos else lists)]
    taken = any(o.rule == "posts_same_ad" for o in ads)
    return _strongest(ads) + _beside_the_ad([o for o in copies if o.rule not in _ADS], taken=taken) + pace


def _beside_the_ad(copies: list[Observation], *, taken: bool) -> list[Reason]:
    """A photo and a price list beside an ad: nothing where the ad is the same to the letter, so `taken` with all of it.

    Beside an ad that was written anew they say that more than words was kept.
    """
    if taken:
        return [_reason(o, 0.0, "; part of the same ad") for o in copies]
    most = {"same_photo": "copy_and_photo", "same_price_ladder": "copy_and_list"}
    return [
        replace(
            reason,
            weight=min(reason.weight, load_settings().cluster[name]),
            detail=f"{reason.detail}; beside an ad",
        )
        for rule, name in most.items()
        for reason in _strongest([o for o in copies if o.rule == rule])
    ]


def _others_too(seen: list[Observation], *, taken: bool) -> list[Reason]:
    """Who else shares such things with both; no word on a pair that a contact, a name or an ad to the letter holds."""
    found = [o for o in seen if o.rule == OTHERS_SHARE_TOO]
    firm = not taken or any(o.rule in _NAMES or o.rule == "posts_same_ad" for o in seen)
    return [_reason(o, 0.0, "; but more than copies holds them") if firm else _reason(o) for o in found]


def _renewed_by_all(reasons: list[Reason], others: list[Reason]) -> list[Reason]:
    """The same reasons, several ads in common left out where other sellers share copies too: all customers of a list renew it."""
    if not any(reason.weight for reason in others):
        return reasons
    why = "; but other sellers share ads with both"
    return [
        replace(reason, weight=0.0, detail=reason.detail + why) if reason.rule == "keeps_pace" else reason
        for reason in reasons
    ]


def _keeps_pace(left: str, right: str, texts: Mapping[str, int]) -> Reason:
    """Several ads in common, by how many accounts have even the rarest of them: customers of one list all renew it."""
    seen = Observation(left, right, "keeps_pace", f"ads: {len(texts)}", min(texts.values()))
    return _reason(seen)


def _halved(reasons: list[Reason]) -> list[Reason]:
    """A price list beside a photo: a supplier gives both along, so it counts for half."""
    return [
        Reason(r.rule, round(r.weight / 2, 4), detail=r.detail + "; beside the photo", messages=r.messages)
        for r in reasons
    ]


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
        return _strongest(names)
    promoted = [f"@{a} / @{b}" for a in one for b in other if known.alike(a, b)]
    displayed = any(not (o.detail.startswith("@") and " / @" in o.detail) for o in names)
    if promoted and displayed:
        more = [_reason(Observation(left, right, "names_alike_twice", promoted[0]))]
    elif promoted or all(
        any(known.as_called(account, name) for name in given)
        for account, given in ((left, one), (right, other))
    ):
        more = []
    else:
        more = [_reason(Observation(left, right, "usernames_unlike", f"@{one[0]} / @{other[0]}"))]
    return _strongest(names) + more


def _strongest(seen: list[Observation]) -> list[Reason]:
    if len(seen) < 2:
        return [_reason(one) for one in seen]
    ordered = sorted(seen, key=lambda o: (-_weigh(o), *in_order(o)))
    return [_reason(o) if at == 0 else _reason(o, 0.0, _USED_ONCE) for at, o in enumerate(ordered)]


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
    most = load_settings().rules["succeeds"].weight
    weight = round(min(max(log10(blocks["succession_share"] / chance), 0.0), most), 4)
    detail = f"days between: {silence.days}; of strangers {chance:.1%} do so"
    return [Reason("succeeds", weight, detail=detail)]


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
                return [_reason(Observation(left, right, rule, f"{kind}:{a} / {kind}:{b}"))]
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
    return [_reason(seen, named) if alike and kinds_apart else _reason(seen)]


def _weigh(seen: Observation) -> float:
    if seen.value:
        return RULES[seen.rule](seen, load_settings().rules)
    return _weight_of(seen.rule, seen.users, seen.main)


@cache
def _weight_of(rule: str, users: int, main: bool) -> float:
    return RULES[rule](Observation("", "", rule, users=users, main=main), load_settings().rules)


def _reason(seen: Observation, weight: float | None = None, why: str = "") -> Reason:
    given = _weigh(seen) if weight is None else weight
    return Reason(seen.rule, given, detail=seen.detail + why, messages=seen.messages[:5])
