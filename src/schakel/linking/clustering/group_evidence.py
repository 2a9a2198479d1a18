"""What speaks for and against two groups of accounts being one seller, and how much a group of many asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from schakel.linking.comparing.agreement import CONTACTS, COPIES, NAMES, OTHERS_SHARE_TOO, SAME_BRAND
from schakel.linking.comparing.sign_names import hardly_changed
from schakel.linking.weighing.kept_stock import KEPT
from schakel.linking.weighing.link import Link
from schakel.linking.weights import load_settings

FINE = 10_000  # evidence is summed in whole ten-thousandths, so that the order of adding cannot matter
_KINDS = (
    frozenset(rule.__name__ for rule in CONTACTS),
    frozenset(rule.__name__ for rule in NAMES),
    frozenset({"posts_same_ad"}),
    frozenset(rule.__name__ for rule in COPIES) - {"posts_same_ad"},
)  # all else is a fifth kind
_FORWARDS = frozenset({"forwards_other", "forwards_channel", "forward_one_channel"})
_TOLD = frozenset().union(*_KINDS) | _FORWARDS | {"announces_move"}
_NOT_TAKEN = _KINDS[0] | _FORWARDS | {"announces_move"}
_NUMBERS = frozenset({"shares_phone", "shares_iban", "shares_wallet", "shares_email"})
_SHARED, _NAMED, _AD, _COPIED = range(4)  # the places of contacts, names, the same ad, and other copies
_LIST = 5  # the place of price lists without the words of an ad that nobody else has
_PROVED = 6  # the place of bare names where such pairs proved to be one seller
_BARE = 7  # the place of price lists that others have too: strangers have them in any number
_NAMESAKE = 8  # the place of bare names of which nothing was proved
_TAKEN = frozenset({_NAMED, _AD, _COPIED, _LIST, _PROVED, _BARE, _NAMESAKE})  # what who pretends takes
_LISTS = frozenset({_COPIED, _LIST, _BARE})
_CALLED = frozenset({_NAMED, _PROVED, _NAMESAKE})
_NO_EVIDENCE = (0,) * 9
_MOVED = _FORWARDS | {"announces_move", "takes_over"}  # who copies has nothing of it
_TELLING = frozenset({"own_other_contact", "no_contact_in_common", "quarrels", "in_these_data"})
_UNSEEN = -FINE  # what two accounts that share nothing lack


@dataclass(frozen=True, slots=True)
class Between:
    """The evidence between two groups, in ten-thousandths: the best pair by kind of sign, and all that is against it.

    `pairs` counts those that speak for one seller; `doubt` sums what those lack that are sooner two sellers than one;
    `two` holds the two best pairs, whatever their kind. `posed` tells of a pair with hardly changed names that is sooner two
    sellers than one, `kept` of one that is sooner one seller by what who pretends does not take: a contact, a move, a name
    that is alike as a next account's is. `numbered` tells of one that is held by a number, wallet or address, `traded` of one
    that shares a contact and asks the same prices: a shop's or courier's number comes without them, `firm` of one whose contact
    proved to be one seller's here, `stocked` of one that shares most of its ads or photos as one seller's accounts here do, `told` of one
    of which an account tells of a move or brings a channel. `seen` counts all pairs
    that share something, and `lacking` sums what those lack that do not speak, each no more than one that shares nothing.
    """

    pro: tuple[int, ...] = _NO_EVIDENCE
    contra: int = 0
    pairs: int = 0
    doubt: int = 0
    two: tuple[int, int] = (_UNSEEN, _UNSEEN)
    posed: bool = False
    kept: bool = False
    numbered: bool = False
    traded: bool = False
    firm: bool = False
    stocked: bool = False
    told: bool = False
    seen: int = 0
    lacking: int = 0

    def __add__(self, other: "Between") -> "Between":
        best = tuple(map(max, self.pro, other.pro))
        pairs, doubt = self.pairs + other.pairs, self.doubt + other.doubt
        first, second, *_ = sorted((*self.two, *other.two), reverse=True)
        posed, kept = self.posed or other.posed, self.kept or other.kept
        numbered = self.numbered or other.numbered
        traded, firm = self.traded or other.traded, self.firm or other.firm
        stocked = self.stocked or other.stocked
        told = self.told or other.told
        seen, lacking = self.seen + other.seen, self.lacking + other.lacking
        return Between(
            best,
            self.contra + other.contra,
            pairs,
            doubt,
            (first, second),
            posed,
            kept,
            numbered,
            traded,
            firm,
            stocked,
            told,
            seen,
            lacking,
        )

    @property
    def _contacts_alone(self) -> bool:
        """Whether nothing but contacts speaks for one seller, not even that they trade alike or that nobody else has them here."""
        return self._kinds == {_SHARED} and not (self.traded or self.firm)

    @property
    def _kinds(self) -> set[int]:
        return {at for at, weight in enumerate(self.pro) if weight > 0}

    def called_alike(self, claimed: int, settings: Mapping[str, float]) -> bool:
        """Whether names hold two groups, with or without ads, the two best pairs well, and hardly any pair lacks anything.

        Two sellers of one name seldom agree in the ways of all their accounts, so such names may lead into a large group.
        """
        kinds = self._kinds
        if not kinds <= _CALLED | {_AD} or kinds == {_AD}:
            return False
        if sum(self.two) / 2 / FINE < settings["two_called"]:
            return False
        return self.lacking - _UNSEEN * (claimed - self.seen) <= settings["lacking"] * FINE * claimed

    def worth(self, repeated: float, *, large: bool = False, called: bool = False) -> int:
        """The best pair in full, the best pairs by other kinds of sign at their share, what speaks against it in full.

        One telephone or one ad in common with each account of a group is one sign, so it does not add up. A like name
        with nothing else never leads to a large group, since every name has namesakes, nor does a price list that
        others have too, since every supplier has resellers. Lists beside copies are one kind of sign with them.
        """
        best = max(self.pro[:_BARE] if large and not called else self.pro)
        if not best:
            return self.contra
        names = (self.pro[_NAMED], self.pro[_PROVED], self.pro[_NAMESAKE])
        kinds = sum(self.pro) - min(self.pro[_COPIED], self.pro[_LIST]) - sum(names) + max(names)
        return best + round(repeated * (kinds - best)) + self.contra

    def asked(
        self,
        claimed: int,
        settings: Mapping[str, float],
        shown: int = 0,
        *,
        several: bool = True,
        called: bool = False,
    ) -> float:
        """The least that a large group asks: more where all evidence is of one kind, and for each pair that fails to show.

        Pairs in doubt ask less of one account that comes in than of `several`, which bring all of theirs.
        """
        if self.lonely(claimed, settings, shown):
            return inf
        kinds, least = self._kinds, settings["threshold"]
        if self._contacts_alone:
            least = settings["large_contact"]
        elif called:
            pass
        elif kinds <= _TAKEN and not kinds >= {_NAMED, _COPIED} and not kinds <= {_COPIED, _LIST}:
            least = settings["large_one_kind"]
        silent = 1 - self.pairs / claimed
        doubt = settings["doubt"] if several else settings["doubt_one"]
        return least + settings["silent"] * silent + doubt * self.doubt / FINE / claimed

    @property
    def pretended(self) -> bool:
        """Whether one of both takes the name of somebody in the other, and all they share is what comes along with that.

        Who pretends takes the ad, the photo and the prices of one account, and so looks like its seller's others too.
        """
        return self.posed and not self.kept and self._kinds <= _TAKEN

    def lonely(self, claimed: int, settings: Mapping[str, float], shown: int = 0) -> bool:
        """Whether too few of the pairs show anything: a shop's or courier's number ties one account of each customer.

        `shown` counts the pairs of which both give a number, wallet or address, 0 if that is not known: who gives none
        cannot have one in common.
        """
        if 1 - self.pairs / claimed > settings["most_silent"]:
            return True
        could = shown if shown and self.numbered else claimed
        return self._contacts_alone and 1 - self.pairs / could > settings["most_silent_contact"]

    def borne_by_two(
        self, settings: Mapping[str, float], *, several: bool = False, called: bool = False
    ) -> bool:
        """Whether the two best pairs on average bear a large group: to be like one account of it is not enough.

        The more so where all evidence is of a kind that strangers share too: names, lists and near copies, contacts; most
        where two groups of `several` accounts each have a list in common, as two crews that paste one supplier's do.
        """
        kinds = self._kinds
        if called:
            return True
        if not kinds <= _TAKEN:
            alone = "two_told" if self.told and not several else "two_kinds"
            asked = "two_contact" if self._contacts_alone else alone
        elif kinds <= {_NAMED, _NAMESAKE, _BARE}:
            asked = "two_proved" if several else "two_names"
        elif kinds <= {_NAMED, _PROVED, _NAMESAKE, _BARE}:
            asked = "two_proved"
        elif kinds <= {_LIST}:
            asked = "two_own_lists"
        elif kinds <= _LISTS and self.stocked:
            asked = "two_crews_stocked" if several else "two_stocked"
        elif kinds <= _LISTS:
            asked = "two_crews" if several else "two_lists"
        else:
            asked = "two_ad"
        return sum(self.two) / 2 / FINE >= settings[asked]


NOTHING = Between()


def of_pair(link: Link, *, others_told: bool) -> Between:
    """What a pair adds between its groups: its posterior if that is for, its full weight if that is against.

    `others_told`: whether it was asked which other sellers share copies with both.
    """
    posterior = round((load_settings().prior + link.log10_lr) * FINE)
    rules = {reason.rule for reason in link.reasons}
    changed = hardly_changed(rules)
    if posterior <= 0:
        against = round(min(link.log10_lr, 0.0) * FINE)
        return Between(
            contra=against,
            doubt=-posterior,
            two=(max(posterior, _UNSEEN), _UNSEEN),
            posed=changed and _told_apart(link),
            seen=1,
            lacking=min(-posterior, -_UNSEEN),
        )
    counted = _TOLD - _KINDS[_SHARED] if "common_property" in rules else _TOLD
    told = [reason.rule for reason in link.reasons if reason.weight > 0 and reason.rule in counted]
    kind = next((at for rule in told for at, rules in enumerate(_KINDS) if rule in rules), len(_KINDS))
    if set(told) == {"same_price_ladder"}:
        kind = _LIST if others_told and OTHERS_SHARE_TOO not in rules else _BARE
    elif told and _KINDS[_NAMED].issuperset(told) and not _more_than_named(link):
        kind = _PROVED if _proved(link) else _NAMESAKE
    pro = tuple(posterior if at == kind else 0 for at in range(len(_NO_EVIDENCE)))
    named = not changed and not rules.isdisjoint(_KINDS[_NAMED] | {SAME_BRAND})
    kept = named or not _NOT_TAKEN.isdisjoint(told)
    return Between(
        pro,
        pairs=1,
        two=(posterior, _UNSEEN),
        kept=kept,
        numbered=not _NUMBERS.isdisjoint(told),
        traded=kind == _SHARED and _trade_alike(link),
        firm=kind == _SHARED and link.firm,
        stocked=_shares_its_stock(link),
        told=kind == len(_KINDS) and any(r.rule in _MOVED and r.weight > 0 for r in link.reasons),
        seen=1,
    )


def _trade_alike(link: Link) -> bool:
    """Whether two accounts ask the same prices, by more than the usual likeness of prices could weigh."""
    most = max(load_settings().curves["same_prices"].weights)
    return any(reason.rule == "same_prices" and reason.weight > most for reason in link.reasons)


def _shares_its_stock(link: Link) -> bool:
    """Whether two accounts share so many of their ads or photos as one seller's accounts here do."""
    least = load_settings().cluster["stocked"]
    return any(reason.rule in KEPT and reason.weight >= least for reason in link.reasons)


def _told_apart(link: Link) -> bool:
    """Whether contacts of their own or what was learned here speak against a pair, and not its ways alone."""
    return any(reason.weight < 0 and reason.rule in _TELLING for reason in link.reasons)


def _more_than_named(link: Link) -> bool:
    """Name and username are chosen apart, so where both are alike it is more than a namesake; so is who begins where the
    other ended, as few strangers here do.
    """
    follows = load_settings().cluster["follows"]
    return any(
        reason.rule == "names_alike_twice" or (reason.rule == "succeeds" and reason.weight >= follows)
        for reason in link.reasons
    )


def _proved(link: Link) -> bool:
    """Whether it was learned here that such names are mostly one seller's."""
    least = load_settings().cluster["proved"]
    return any(reason.rule == "in_these_data" and reason.weight >= least for reason in link.reasons)
