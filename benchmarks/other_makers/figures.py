"""Figures of a market by another maker: acts, goods, sellers, ghosts, roles."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from benchmarks.other_makers.truth import Said, Truth
from schakel.judging.evaluation.figures import auc, reliability

_ROLES = (
    "supplier",
    "wholesaler",
    "retailer",
    "courier",
    "recruiter",
    "group-keeper",
    "money-handler",
    "customer",
    "voucher",
)


@dataclass(frozen=True, slots=True)
class Told:
    """Precision, recall and F1, and over how many it was counted."""

    precision: float
    recall: float
    f1: float
    counted: int


def told(right: int, said: int, true: int) -> Told:
    """What `right` of `said` and of `true` come to; F1 is 0 where nothing is right."""
    precision, recall = right / max(said, 1), right / max(true, 1)
    return Told(precision, recall, 2 * precision * recall / max(precision + recall, 1e-12), true)


def reading(said: Said, truth: Truth) -> tuple[float, dict[str, Told], Told]:
    """The share of different texts whose act is right, each act, and the goods of what both call an offer.

    A text that is written often counts once, by what it mostly is and mostly was read as.
    """
    rows = said.rows(
        "select m.chat_tg_id, m.tg_id, m.text, coalesce(o.act, 'none'), coalesce(i.goods, []) from {messages} m "
        "left join {offers} o using (message_id) left join (select message_id, list(distinct commodity) as goods "
        "from {items} group by all) i using (message_id) where m.text <> '' and m.kind = 'message'",
        "messages", "offers", "items",
    )  # fmt: skip
    acts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    goods: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for chat, number, text, act, named in rows:
        true = truth.messages.get((str(chat), str(number)))
        if true is None:
            continue
        acts[str(text)][true.act, str(act)] += 1
        if true.act == act == "offer":
            goods[str(text)] = (true.commodities, frozenset(named))  # type: ignore[call-overload]
    pairs = [counted.most_common(1)[0][0] for counted in acts.values()]
    by_act = {act: _told_of(act, pairs) for act in ("offer", "request", "vouch", "warning", "recruit")}
    items = told(
        sum(len(true & read) for true, read in goods.values()),
        sum(len(read) for _, read in goods.values()),
        sum(len(true) for true, _ in goods.values()),
    )
    return sum(true == read for true, read in pairs) / max(len(pairs), 1), by_act, items


def _told_of(act: str, pairs: Iterable[tuple[str, str]]) -> Told:
    counted = Counter((true == act, read == act) for true, read in pairs)
    right = counted[True, True]
    return told(right, right + counted[False, True], right + counted[True, False])


def members(said: Said) -> dict[str, str]:
    """The seller to which each account was joined, by the number that the export gives the account."""
    rows = said.rows(
        "select case when a.kind = 'channel' then 'channel' else 'user' end || a.account_tg_id, s.seller_id from {sellers} s "
        "join {accounts} a on a.account_id = s.member_id where s.member_kind = 'account'",
        "sellers", "accounts",
    )  # fmt: skip
    return {str(account): str(seller) for account, seller in rows}


def advertisers(said: Said, truth: Truth) -> set[str]:
    """The accounts that offered something, by the truth."""
    offers = {place for place, message in truth.messages.items() if message.act == "offer"}
    rows = said.rows(
        "select distinct chat_tg_id, tg_id, case when account_kind = 'channel' then 'channel' else 'user' end || account_tg_id "
        "from {messages} where account_tg_id is not null",
        "messages",
    )
    return {str(account) for chat, number, account in rows if (str(chat), str(number)) in offers}


def linking(joined: Mapping[str, str], truth: Truth, offering: set[str]) -> tuple[Told, int]:
    """Pairs of accounts of one seller, of those that offered something; and false sellers of more than three accounts."""
    true = _pairs({account: seller for account, seller in truth.seller.items() if account in offering})
    found = _pairs({account: seller for account, seller in joined.items() if account in offering})
    groups: dict[str, list[str]] = defaultdict(list)
    for account, group in joined.items():
        groups[group].append(truth.seller.get(account, account))
    false = sum(1 for holders in groups.values() if len(holders) > 3 and len(set(holders)) > 1)
    return told(len(true & found), len(found), len(true)), false


def _pairs(group_of: Mapping[str, Hashable]) -> set[tuple[str, str]]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for account, group in sorted(group_of.items()):
        groups[group].append(account)
    return {pair for group in groups.values() for pair in combinations(group, 2)}


@dataclass(frozen=True, slots=True)
class Ghosts:
    """How well ghosts are told from real sellers, and the share of them as it is and as it was said."""

    auc: float
    expected_error: float
    brier: float
    judged: int
    true_share: float
    said: tuple[float, float, float]

    @property
    def held(self) -> bool:
        """Whether the true share lies within the bounds."""
        return self.said[1] <= self.true_share <= self.said[2]


def ghosts(said: Said, joined: Mapping[str, str], truth: Truth) -> Ghosts:
    """Each seller of the truth by the mean of what is said of its accounts."""
    rows = said.rows(
        "select subject_id, value from {findings} where kind = 'ghost' and subject_kind = 'seller'",
        "findings",
    )
    value = {str(subject): float(str(number)) for subject, number in rows}
    of_seller: dict[str, list[float]] = defaultdict(list)
    for account, group in joined.items():
        if account in truth.seller and group in value:
            of_seller[truth.seller[account]].append(value[group])
    names = sorted(of_seller.keys() & truth.ghost.keys())
    chance = np.array([np.mean(of_seller[name]) for name in names])
    true = np.array([truth.ghost[name] for name in names])
    error = sum(part.sellers * abs(part.said - part.true) for part in reliability(chance, true)) / max(
        len(names), 1
    )
    ((share, low, high),) = said.rows(
        "select value, low, high from {findings} where kind = 'ghost-share'", "findings"
    )
    return Ghosts(
        auc(chance, true), error, float(np.mean((chance - true) ** 2)), len(names), float(np.mean(list(truth.ghost.values()))),
        (float(str(share)), float(str(low)), float(str(high))),
    )  # fmt: skip


def roles(said: Said, joined: Mapping[str, str], truth: Truth) -> dict[str, Told]:
    """Each role that the truth knows, over all accounts: a role is said of an account or of its seller from even odds."""
    rows = said.rows(
        "select f.subject_kind, coalesce(case when a.kind = 'channel' then 'channel' else 'user' end || a.account_tg_id, f.subject_id), f.label "
        "from {findings} f left join {accounts} a on a.account_id = f.subject_id where f.kind = 'role' and f.value >= .5",
        "findings", "accounts",
    )  # fmt: skip
    of_group: dict[str, set[str]] = defaultdict(set)
    for account, group in joined.items():
        of_group[group].add(account)
    held: dict[str, set[str]] = defaultdict(set)
    for kind, subject, label in rows:
        held[str(label)] |= of_group[str(subject)] if kind == "seller" else {str(subject)}
    known = set(truth.roles)
    out = {}
    for role in _ROLES:
        true = {account for account, several in truth.roles.items() if role in several}
        if true:
            out[role] = told(len(true & held[role]), len(held[role] & known), len(true))
    return out
