"""What is known of each account by itself: when it was active, which contacts it gave when, what it sells."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pyarrow as pa

from schakel.linking.comparing.given_contacts import Period, given_contacts
from schakel.linking.comparing.habits import Habit, Pair
from schakel.linking.comparing.names import Forms, forms, resemble
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

_TOLD = 4  # letters of a name that make a username its own


@dataclass(frozen=True, slots=True)
class Background:
    """When each account offered, when it gave which contact (by account, type, value), what goods it sells.

    `usernames` holds the forms of all usernames in offers, `called` those of each account's own names;
    `chance_succession` is the share of all pairs of accounts of which one happened to begin within the succession
    days after the other ended: what strangers do. `habits` tells of pairs how alike their ways are;
    `scales` how many times the usual each of these ways weighs in these data, and `signs` how much more or less a
    kind of entry sign (and why), `shares` for each pair with a contact in common what share of such pairs is one seller,
    and `trust` what is said of it by the way of sharing, where that was learned;
    `against` what some of what speaks against weighs here, and why (see `learned_against`);
    `steps` what is taken off each level of a way (see `told_ways`), `ways_here` what each weighs beside a kind of entry sign
    (see `ways_by_sign`); `strangers` are pairs of accounts drawn by lot.
    """

    active: Mapping[str, Period]
    contacts: Mapping[str, Mapping[str, Mapping[str, Period]]] = field(default_factory=dict)
    goods: Mapping[str, frozenset[str]] = field(default_factory=dict)
    usernames: Mapping[str, Forms] = field(default_factory=dict)
    called: Mapping[str, tuple[Forms, ...]] = field(default_factory=dict)
    chance_succession: float = 0.0
    habits: Mapping[Pair, Habit] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    signs: Mapping[str, tuple[float, str]] = field(default_factory=dict)
    trust: Mapping[str, str] = field(default_factory=dict)
    shares: Mapping[Pair, float] = field(default_factory=dict)
    steps: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    strangers: tuple[Pair, ...] = ()
    against: Mapping[str, tuple[float, str]] = field(default_factory=dict)
    ways_here: Mapping[tuple[str, str, int], tuple[float, str]] = field(default_factory=dict)
    # What was said of a pair is not worked out again: pairs are weighed once to learn from, and once to tell.
    _said: dict[Hashable, tuple[Sequence[Any], list[Reason]]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def once(self, about: Hashable, seen: Sequence[Any], work: Callable[[], list[Reason]]) -> list[Reason]:
        """The reasons that `work` gives for what was seen; told again if it is asked of the same a second time.

        They may depend on `about`, on `seen` and on these facts, but on nothing that was learned.
        """
        kept = self._said.get(about)
        if kept is None or kept[0] != seen:
            kept = self._said[about] = (seen, work())
        return list(kept[1])

    def with_learned(
        self,
        scales: Mapping[str, float],
        signs: Mapping[str, tuple[float, str]],
        steps: Mapping[str, tuple[float, ...]],
        trust: Mapping[str, str] | None = None,
        shares: Mapping[Pair, float] | None = None,
        against: Mapping[str, tuple[float, str]] | None = None,
    ) -> "Background":
        """The same facts with other things learned from them."""
        made = replace(
            self,
            scales=scales,
            signs=signs,
            steps=steps,
            trust=trust or {},
            shares=shares or {},
            against=against or {},
            ways_here={},
        )
        return self._saying_the_same(made)

    def with_ways_here(self, ways: Mapping[tuple[str, str, int], tuple[float, str]]) -> "Background":
        """The same facts and all else that was learned of them, with what ways tell beside each kind of entry sign."""
        return self._saying_the_same(replace(self, ways_here=ways))

    def _saying_the_same(self, other: "Background") -> "Background":
        object.__setattr__(other, "_said", self._said)  # it holds for the same facts, whatever was learned
        return other

    def with_signs(self, signs: Mapping[str, tuple[float, str]]) -> "Background":
        """The same facts and all else that was learned of them, with other worths of names and copies."""
        return self.with_learned(self.scales, signs, self.steps, self.trust, self.shares, self.against)

    def alike(self, one: str, other: str) -> bool:
        """Whether two usernames given in offers resemble each other."""
        a, b = self.usernames.get(one), self.usernames.get(other)
        return one == other or (a is not None and b is not None and resemble(a, b))

    def as_called(self, account: str, username: str) -> bool:
        """Whether a username is made from the account's own name, so that it tells no more than the name does."""
        made = self.usernames.get(username)
        return made is not None and any(_within(name, made) for name in self.called.get(account, ()))


def _within(name: Forms, username: Forms) -> bool:
    bare = len(name.bare) >= _TOLD and (name.bare in username.plain or name.bare in username.compact)
    return bare or name.plain in username.plain or resemble(name, username)


def background(
    posts: pa.Table,
    contacts: pa.Table,
    goods: pa.Table,
    names: pa.Table,
    habits: Mapping[Pair, Habit],
    strangers: Sequence[Pair] = (),
) -> Background:
    """Periods of activity and of contacts, goods and names, from the own offers of all accounts."""
    active: dict[str, Period] = {}
    for account, first, last in _rows(posts, "account_id", "first_seen", "last_seen"):
        if first is not None:
            period = Period(first, last)
            active[account] = active[account].and_also(period) if account in active else period
    given = given_contacts(contacts)
    sold = {account: frozenset(what) for account, what in _rows(goods, "account_id", "goods")}
    usernames = {
        form.written: form
        for form in forms({v for kinds in given.values() for v in kinds.get("username", ())})
    }
    chance = _chance_succession(list(active.values()))
    return Background(
        active, given, sold, usernames, _called(names), chance, habits, strangers=tuple(strangers)
    )


def _called(names: pa.Table) -> dict[str, tuple[Forms, ...]]:
    known = {form.written: form for form in forms(names["name"].to_pylist())}
    called: dict[str, tuple[Forms, ...]] = defaultdict(tuple)
    for account, name in _rows(names, "account_id", "name"):
        if name in known:
            called[account] = (*called[account], known[name])
    return called


def _chance_succession(periods: list[Period]) -> float:
    # In a handful of accounts nothing can be counted: some pairs of a usual market are thought beside them.
    blocks = load_settings().blocks
    usual, pairs = blocks["usual_succession"], len(periods) * (len(periods) - 1) / 2
    firsts = np.sort(np.array([p.first.timestamp() for p in periods]))
    lasts = np.array([p.last.timestamp() for p in periods])
    until = lasts + blocks["succession_days"] * 86_400
    following = np.searchsorted(firsts, until, side="right") - np.searchsorted(firsts, lasts)
    return round((float(following.sum()) + 20 * usual) / (pairs + 20), 4)


def _rows(table: pa.Table, *names: str) -> Iterable[tuple[Any, ...]]:
    return zip(*(table[name].to_pylist() for name in names), strict=True)
