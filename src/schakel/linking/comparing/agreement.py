"""What two accounts can have in common or against each other: one rule a claim.

Each rule gives the log10 likelihood ratio of one observation on a pair of accounts; its docstring is the
sentence people read. The numbers come from the word list `linking_weights.toml`.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log10
from operator import attrgetter

from schakel.linking.weights import Weight, load_settings


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing seen on a pair of accounts, and how many accounts show it (`users`)."""

    left: str
    right: str
    rule: str
    detail: str = ""
    users: int = 2
    main: bool = True  # a contact: it is the main contact of both accounts
    messages: tuple[str, ...] = ()
    beside: bool = (
        False  # a contact: one of both gives another of the kind at the same time, that the other does not
    )
    value: float = 0.0  # how rare the thing in common is (log10), where that is more than a number of users


Weights = Mapping[str, Weight]
# The order of observations, as a key: asked once a piece, where comparing two makes two tuples each time.
in_order = attrgetter("left", "right", "rule", "detail", "users", "main", "messages", "value")


def shares_phone(seen: Observation, weights: Weights) -> float:
    """Both accounts give the same phone number in their own offers."""
    return _contact(seen, weights["shares_phone"])


def shares_iban(seen: Observation, weights: Weights) -> float:
    """Both accounts give the same bank account in their own offers."""
    return _contact(seen, weights["shares_iban"])


def shares_wallet(seen: Observation, weights: Weights) -> float:
    """Both accounts give the same crypto wallet in their own offers."""
    return _contact(seen, weights["shares_wallet"])


def shares_email(seen: Observation, weights: Weights) -> float:
    """Both accounts give the same e-mail address in their own offers."""
    return _contact(seen, weights["shares_email"])


def shares_username(seen: Observation, weights: Weights) -> float:
    """Both accounts send buyers to the same Telegram username in their own offers."""
    return _contact(seen, weights["shares_username"])


def shares_handle(seen: Observation, weights: Weights) -> float:
    """Both accounts send buyers to the same name on another platform in their own offers."""
    return _contact(seen, weights["shares_handle"])


def shares_link(seen: Observation, weights: Weights) -> float:
    """Both accounts send buyers to the same link in their own offers."""
    return _contact(seen, weights["shares_link"])


def shares_invite(seen: Observation, weights: Weights) -> float:
    """Both accounts send buyers to the same invitation to a closed chat in their own offers."""
    return _contact(seen, weights["shares_invite"])


def posts_same_text(seen: Observation, weights: Weights) -> float:
    """Both accounts post nearly the same ad as their own."""
    return weights["posts_same_text"].of(seen.users)


def posts_same_ad(seen: Observation, weights: Weights) -> float:
    """Both accounts post the same ad as their own, letter for letter but for the contact."""
    return weights["posts_same_ad"].of(seen.users)


def keeps_pace(seen: Observation, weights: Weights) -> float:
    """Both accounts post several of the same ads or price lists, not just one."""
    return weights["keeps_pace"].of(seen.users)


def same_price_ladder(seen: Observation, weights: Weights) -> float:
    """Both accounts ask the same prices for several amounts of a good, as few others do."""
    return (
        curve_weight("same_price_ladder", seen.value) if weights["same_price_ladder"].of(seen.users) else 0.0
    )


def words_ads_alike(seen: Observation, weights: Weights) -> float:
    """Both accounts word their ads alike, in pieces of text that few others have, though none is a copy."""
    return curve_weight("words_ads_alike", seen.value) if weights["words_ads_alike"].of(seen.users) else 0.0


def same_photo(seen: Observation, weights: Weights) -> float:
    """Both accounts show the same photo with their own offers, edited or not."""
    return weights["same_photo"].of(seen.users)


def others_share_too(seen: Observation, weights: Weights) -> float:
    """Other sellers share ads, photos or price lists with both accounts, as customers of one supplier do."""
    found = weights["others_share_too"]
    return round(found.weight * log10(1 + min(seen.users, found.most)), 4)


def same_name(seen: Observation, weights: Weights) -> float:
    """Both accounts go by the same name, or promote usernames that differ only in signs."""
    return weights["same_name"].of(seen.users)


def same_name_only(seen: Observation, weights: Weights) -> float:
    """Both accounts go by the same name in different chats, and the source gives no account numbers."""
    return weights["same_name_only"].of(seen.users)


def disguised_name(seen: Observation, weights: Weights) -> float:
    """The names are the same once letters that only look alike and digits for letters are undone."""
    return weights["disguised_name"].of(seen.users)


def numbered_name(seen: Observation, weights: Weights) -> float:
    """The names of the accounts differ only by a number or a word such as backup or new."""
    return weights["numbered_name"].of(seen.users)


def turned_name(seen: Observation, weights: Weights) -> float:
    """The names of the accounts have the same words in another order."""
    return weights["turned_name"].of(seen.users)


def claims_to_be_real(seen: Observation, weights: Weights) -> float:
    """The name of one account is the other's with a word such as official or real."""
    return weights["claims_to_be_real"].of(seen.users)


def name_one_edit_apart(seen: Observation, weights: Weights) -> float:
    """The names of the accounts differ by one letter."""
    return weights["name_one_edit_apart"].of(seen.users)


def names_alike_twice(seen: Observation, weights: Weights) -> float:
    """Both the names of the accounts and the usernames they promote are alike."""
    return weights["names_alike_twice"].of(seen.users)


def named_next(seen: Observation, weights: Weights) -> float:
    """One account is named as the next one of the other, which alone goes by that very name."""
    return weights["named_next"].of(seen.users)


def same_brand(seen: Observation, weights: Weights) -> float:
    """The names of the accounts are the same but for a town, as the branches of one brand are."""
    return weights["same_brand"].of(seen.users)


def usernames_unlike(seen: Observation, weights: Weights) -> float:
    """The names are alike, but each account promotes a username that does not resemble the other's."""
    return weights["usernames_unlike"].of(seen.users)


def announces_move(seen: Observation, weights: Weights) -> float:
    """The account that was there first names the other, or its contact, as its new or backup account."""
    return weights["announces_move"].of(seen.users)


def claims_move(seen: Observation, weights: Weights) -> float:
    """The later account says that it was the earlier one, or names it as its other account."""
    return weights["claims_move"].of(seen.users)


def takes_over(seen: Observation, weights: Weights) -> float:
    """The later account says that it was the earlier one, which advertises no more."""
    return weights["takes_over"].of(seen.users)


def said_to_be_one(seen: Observation, weights: Weights) -> float:
    """Somebody else says that one seller has both accounts."""
    told = load_settings().cluster["said_by_several"]
    return weights["said_to_be_one"].weight + (told if seen.users > 1 else 0.0)


def vouched_by_same(seen: Observation, weights: Weights) -> float:
    """The same few accounts vouch for both."""
    return weights["vouched_by_same"].of(2)


def forwards_other(seen: Observation, weights: Weights) -> float:
    """One account forwards hardly anybody but the other."""
    return weights["forwards_other"].of(seen.users)


def forwards_channel(seen: Observation, weights: Weights) -> float:
    """One account brings the posts of the other, a channel, into groups, and hardly anybody else's."""
    return weights["forwards_channel"].of(seen.users)


def forward_one_channel(seen: Observation, weights: Weights) -> float:
    """Both accounts bring the posts of one channel into groups, and hardly anybody else's."""
    return weights["forward_one_channel"].of(seen.users)


def same_goods(seen: Observation, weights: Weights) -> float:
    """Both accounts sell the same kinds of goods."""
    return weights["same_goods"].of(seen.users)


def other_goods(seen: Observation, weights: Weights) -> float:
    """The accounts sell entirely different goods."""
    return weights["other_goods"].of(seen.users)


def succeeds(seen: Observation, weights: Weights) -> float:
    """One account made its last offer shortly before the other made its first."""
    return weights["succeeds"].of(seen.users)


def own_other_contact(seen: Observation, weights: Weights) -> float:
    """Each account sends buyers to a number, wallet or address of its own, in the same period."""
    return weights["own_other_contact"].of(seen.users)


def own_other_username(seen: Observation, weights: Weights) -> float:
    """Each account sends buyers to a username of its own, in the same period."""
    return weights["own_other_username"].of(seen.users)


def no_contact_in_common(seen: Observation, weights: Weights) -> float:
    """Both accounts give numbers, wallets or addresses of their own, and none in common."""
    return weights["no_contact_in_common"].of(seen.users)


def posts_elsewhere_same_second(seen: Observation, weights: Weights) -> float:
    """Both accounts posted offers in two different chats in the same second."""
    return weights["posts_elsewhere_same_second"].weight


def quarrels(seen: Observation, weights: Weights) -> float:
    """One account warns buyers against the other."""
    return weights["quarrels"].of(seen.users)


def verdict_same(seen: Observation, weights: Weights) -> float:
    """A person decided that both are one seller."""
    return weights["verdict_same"].of(seen.users)


def verdict_not_same(seen: Observation, weights: Weights) -> float:
    """A person decided that they are not one seller."""
    return weights["verdict_not_same"].of(seen.users)


Rule = Callable[[Observation, Weights], float]

CONTACTS: tuple[Rule, ...] = (
    shares_phone,
    shares_iban,
    shares_wallet,
    shares_email,
    shares_username,
    shares_handle,
    shares_link,
    shares_invite,
)
COPIES: tuple[Rule, ...] = (posts_same_ad, posts_same_text, words_ads_alike, same_price_ladder, same_photo)
NAMES: tuple[Rule, ...] = (
    same_name,
    same_name_only,
    disguised_name,
    numbered_name,
    turned_name,
    claims_to_be_real,
    name_one_edit_apart,
)
HARDLY_CHANGED: tuple[Rule, ...] = (claims_to_be_real, name_one_edit_apart)  # as who pretends takes a name
OTHERS: tuple[Rule, ...] = (
    keeps_pace,
    others_share_too,
    names_alike_twice,
    named_next,
    same_brand,
    usernames_unlike,
    announces_move,
    claims_move,
    takes_over,
    said_to_be_one,
    vouched_by_same,
    forwards_other,
    forwards_channel,
    forward_one_channel,
    same_goods,
    other_goods,
    succeeds,
    own_other_contact,
    own_other_username,
    no_contact_in_common,
    posts_elsewhere_same_second,
    quarrels,
    verdict_same,
    verdict_not_same,
)
RULES: dict[str, Rule] = {rule.__name__: rule for rule in (*CONTACTS, *COPIES, *NAMES, *OTHERS)}


# Likenesses that weigh by a curve: what they are called where they speak for one seller and where against it.
LIKENESSES: dict[str, str] = {
    "same_hours": "Both accounts are active at the same hours of the day.",
    "other_hours": "The accounts are active at different hours of the day.",
    "same_chats": "Both accounts post in the same chats.",
    "other_chats": "The accounts post in different chats.",
    "same_area": "Both accounts name the same places.",
    "other_area": "The accounts name different places.",
    "writes_alike": "Both accounts write alike: letters, words, signs and layout.",
    "writes_unlike": "The accounts do not write alike.",
    "ads_worded_alike": "Beside a contact in common, both accounts word their ads alike.",
    "ads_worded_unlike": "Though they have a contact in common, the accounts word their ads in nothing alike.",
    "same_prices": "Both accounts ask the same prices where they offer the same amounts.",
    "other_prices": "The accounts ask other prices for the same amounts.",
    "active_together": "Both accounts were active over the same days, as one seller's accounts here are less often.",
    "ads_in_common": "How many of their different ads both accounts post: one seller's accounts here mostly bring along most of them.",
    "photos_in_common": "How many of their different photos both accounts show: one seller's accounts here mostly bring along most of them.",
    "common_property": "Contacts that strangers share too in these data, oftener than accounts of one seller do.",
    "others_as_like": "Other accounts are as like one of the two and not like the other, and an account has one holder.",
    "in_these_data": "What such names or copies proved to be worth in these data, by pairs whose contacts tell.",
}


WORDED = words_ads_alike.__name__
OTHERS_SHARE_TOO = others_share_too.__name__
SAME_BRAND = same_brand.__name__
NAMED_NEXT = named_next.__name__


def curve_weight(curve: str, value: float) -> float:
    """The log10 likelihood ratio of a likeness, from its curve in the word list."""
    # by hand: numpy.interp takes ten times as long for one value, and every pair asks five times
    found = load_settings().curves[curve]
    values, weights = found.values, found.weights
    at = bisect_right(values, value)
    if at == 0 or at == len(values):
        return weights[0] if at == 0 else weights[-1]
    share = (value - values[at - 1]) / (values[at] - values[at - 1])
    return round(weights[at - 1] + share * (weights[at] - weights[at - 1]), 4)


def sentence(rule: str) -> str:
    """What a rule claims, in one sentence for people; the name itself for a rule that is not known."""
    found = RULES.get(rule)
    return (found.__doc__ or rule).splitlines()[0] if found else LIKENESSES.get(rule, rule)


def _contact(seen: Observation, weight: Weight) -> float:
    # A contact to which both accounts send their buyers in most of their offers is an identity however
    # many accounts it has, so the number of users costs half; one named in passing may be a friend's.
    full = weight.of(seen.users)
    if seen.main:
        return round((weight.weight + full) / 2, 4) if full > 0 else 0.0
    return round(max(full - load_settings().cluster["incidental"], 0.0), 4)
