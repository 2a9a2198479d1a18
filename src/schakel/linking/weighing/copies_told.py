"""What copied ads, photos and price lists of two accounts say: each piece of evidence once."""

from collections.abc import Mapping
from dataclasses import replace

from schakel.linking.comparing.agreement import NAMES, OTHERS_SHARE_TOO, WORDED, Observation
from schakel.linking.weighing.observed import as_reason, strongest
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

ADS = frozenset({"posts_same_ad", "posts_same_text"})
_NAMES = frozenset(rule.__name__ for rule in NAMES)


def copies_beside_a_contact(copies: list[Observation]) -> list[Reason]:
    """What copies add to a contact in common: an ad holds the contact, so only a price list without the ad adds to it.

    Customers of one courier or shop share its number, but hardly their prices too.
    """
    taken = any(o.rule in ADS for o in copies)
    lists = [] if taken else [o for o in copies if o.rule == "same_price_ladder"]
    most = load_settings().cluster["contact_and_list"]
    told = [
        replace(reason, weight=min(reason.weight, most), detail=f"{reason.detail}; beside a contact")
        for reason in strongest(lists)
    ]
    return told + [as_reason(o, 0.0, "; the shared contact is part of it") for o in copies if o not in lists]


def copy_reasons(left: str, right: str, copies: list[Observation], *, alike: bool) -> list[Reason]:
    """Copied ads, photos and price lists: one piece of evidence, since who takes an ad takes all of it.

    With names alike they say little: who pretends to be another takes the name and the ad.
    """
    if not copies:
        return []
    texts = {o.detail: o.users for o in copies if o.rule == "posts_same_text"}
    pace = [_keeps_pace(left, right, texts)] if len(texts) > 1 else []
    if alike:
        first, *others = strongest(copies)
        most = "ad_with_name" if first.rule == "posts_same_ad" else "with_name"
        most = "photo_with_name" if {o.rule for o in copies} == {"same_photo"} else most
        weight = min(first.weight, load_settings().cluster[most])
        why = first.detail + "; with a like name it says little"
        return [Reason(first.rule, weight, detail=why, messages=first.messages), *others, *pace]
    ads = [o for o in copies if o.rule in ADS]
    if not ads:
        lists, photos = (
            strongest([o for o in copies if o.rule == rule]) for rule in ("same_price_ladder", "same_photo")
        )
        found = [*photos, *(_halved(lists) if photos else lists)]
        return _with_words(found, strongest([o for o in copies if o.rule == WORDED]))
    taken = any(o.rule == "posts_same_ad" for o in ads)
    return strongest(ads) + _beside_the_ad([o for o in copies if o.rule not in ADS], taken=taken) + pace


def _beside_the_ad(copies: list[Observation], *, taken: bool) -> list[Reason]:
    """A photo and a price list beside an ad: nothing where the ad is the same to the letter, so `taken` with all of it.

    Beside an ad that was written anew they say that more than words was kept.
    """
    if taken:
        return [as_reason(o, 0.0, "; part of the same ad") for o in copies]
    most = {"same_photo": "copy_and_photo", "same_price_ladder": "copy_and_list"}
    return [
        replace(
            reason,
            weight=min(reason.weight, load_settings().cluster[name]),
            detail=f"{reason.detail}; beside an ad",
        )
        for rule, name in most.items()
        for reason in strongest([o for o in copies if o.rule == rule])
    ]


def others_too(seen: list[Observation], *, taken: bool) -> list[Reason]:
    """Who else shares such things with both; no word on a pair that a contact, a name or an ad to the letter holds."""
    found = [o for o in seen if o.rule == OTHERS_SHARE_TOO]
    firm = not taken or any(o.rule in _NAMES or o.rule == "posts_same_ad" for o in seen)
    return [as_reason(o, 0.0, "; but more than copies holds them") if firm else as_reason(o) for o in found]


def renewed_by_all(reasons: list[Reason], others: list[Reason]) -> list[Reason]:
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
    return as_reason(seen)


def _with_words(found: list[Reason], worded: list[Reason]) -> list[Reason]:
    """A photo and a price list, and ads worded alike: the one that weighs most in full, of the others what they add beside an ad."""
    if not found or not worded:
        return found + worded
    most = load_settings().cluster
    if sum(reason.weight for reason in found) > worded[0].weight:
        return [*found, _beside(worded[0], most["copy_and_words"])]
    names = {"same_photo": "copy_and_photo", "same_price_ladder": "copy_and_list"}
    return [*worded, *(_beside(reason, most[names[reason.rule]]) for reason in found)]


def _beside(reason: Reason, most: float) -> Reason:
    return replace(reason, weight=min(reason.weight, most), detail=f"{reason.detail}; beside an ad")


def _halved(reasons: list[Reason]) -> list[Reason]:
    """A price list beside a photo: a supplier gives both along, so it counts for half."""
    return [
        Reason(r.rule, round(r.weight / 2, 4), detail=r.detail + "; beside the photo", messages=r.messages)
        for r in reasons
    ]
