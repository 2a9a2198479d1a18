"""How two accounts share contacts: which kind of contact, how many have it, and whether one of their own stands beside it."""

from collections.abc import Iterable

from schakel.linking.comparing.agreement import CONTACTS, Observation

FORWARDS = "forwards"
_NUMBERS, _NAMED_ACCOUNTS = "a number, wallet or address", "a username or link"
BESIDE = " beside one of its own"
_ACCOUNTS_AND_LINKS = frozenset({"shares_username", "shares_link", "shares_invite"})
_CONTACTS = frozenset(rule.__name__ for rule in CONTACTS)
_FEW = 5  # accounts; more of them seldom are one seller's, and oftener a keeper's, an escrow's or a courier's customers


def ways_of_sharing(seen: Iterable[Observation]) -> list[str]:
    """How a pair shares contacts, by what has to be learned of each: the kind of contact and how many accounts have it.

    A number that two accounts give is something else than a group keeper whom twenty name, and than a courier's, which
    stands beside a number of one's own. Of each kind of contact the one of the fewest accounts counts. That one forwards hardly anybody but the other is a way of its own.
    """
    return [way for way, _ in contacts_by_way(seen)]


def contacts_by_way(seen: Iterable[Observation]) -> list[tuple[str, str]]:
    """The same ways, each with the contact itself (of the fewest accounts); none where one forwards the other."""
    found = sorted(_fewest(seen).items())
    return [
        (_way(rule, users, beside), f"{rule} {detail}" if detail else "")
        for rule, (users, beside, detail) in found
    ]


def _fewest(seen: Iterable[Observation]) -> dict[str, tuple[int, bool, str]]:
    fewest: dict[str, tuple[int, bool, str]] = {}
    for one in seen:
        if one.rule in _CONTACTS:
            found = (one.users, one.beside, one.detail)
            fewest[one.rule] = min(found, fewest.get(one.rule, found))
        elif one.rule == "forwards_other":
            fewest[FORWARDS] = (0, False, "")
    return fewest


def _way(rule: str, users: int, beside: bool) -> str:
    return FORWARDS if rule == FORWARDS else f"{_kind(rule)}{BESIDE * beside} of {_band(users)}"


def share_a_keeper(seen: Iterable[Observation]) -> bool:
    """Whether all that a pair shares by contact are usernames or links of more than two accounts, as keepers' are."""
    contacts = [one for one in seen if one.rule in _CONTACTS]
    return bool(contacts) and all(one.rule in _ACCOUNTS_AND_LINKS and one.users > 2 for one in contacts)


def _kind(rule: str) -> str:
    return _NAMED_ACCOUNTS if rule in _ACCOUNTS_AND_LINKS else _NUMBERS


def _band(users: int) -> str:
    return (
        "two accounts"
        if users <= 2
        else "three to five accounts"
        if users <= _FEW
        else "six accounts or more"
    )
