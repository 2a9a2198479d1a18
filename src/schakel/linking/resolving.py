"""From what accounts did to groups of accounts that are one seller each: the steps that also an evaluation takes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.asking import Asking
from schakel.linking.clustering.clusters import Ruling, cluster
from schakel.linking.clustering.rulings import as_observations, rulings
from schakel.linking.clustering.told_by_people import with_words_of_people
from schakel.linking.comparing.agreement import CONTACTS, OTHERS_SHARE_TOO, WORDED, Observation
from schakel.linking.comparing.background import Background, background
from schakel.linking.comparing.habits import Pair, habits
from schakel.linking.comparing.observations import Activity, observe
from schakel.linking.comparing.sign_names import kind_of_sign, sign_of
from schakel.linking.comparing.worded_ads import wordings
from schakel.linking.copies.skeletons import kept_skeletons
from schakel.linking.weighing.borne_out import Factors, borne_out
from schakel.linking.weighing.crowds import others_beside
from schakel.linking.weighing.entry_signs import Sign, learn_signs, steps_of
from schakel.linking.weighing.holders import counted_by_seller
from schakel.linking.weighing.link import Link
from schakel.linking.weighing.rivals import with_rivals
from schakel.linking.weighing.scoring import score, strongest_first, with_ways_told
from schakel.linking.weighing.ways_by_sign import learn_ways_by_sign
from schakel.records.facts import Verdict
from schakel.store.engine import Engine

_DRAWN = 2_000  # pairs of strangers on which it is counted how often ways agree by chance
_WRITTEN = 400  # of them, those whose writing is compared as well
# Where one of these is seen, writing says nothing (see `ways`).
_TELLS_MORE = frozenset({"posts_same_ad", "posts_same_text", WORDED, *(rule.__name__ for rule in CONTACTS)})


@dataclass(frozen=True, slots=True)
class Evidence:
    """All accounts that could be sellers, what is seen on pairs of them, and what people ruled.

    `same` and `apart` are the pairs that are surely one seller, or two, by their contacts: others are learned from them.
    """

    accounts: frozenset[str]
    observations: tuple[Observation, ...]
    known: Background
    ruled: tuple[Ruling, ...]
    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Weighed:
    """All pairs with each kind of evidence weighed by itself, with people's verdicts (`links`) and without (`unruled`), and what names and copies proved to be worth."""

    links: list[Link]
    unruled: list[Link]
    signs: Mapping[str, Sign]

    def told(self, factors: Factors | None = None) -> list[Link]:
        """Each pair by all kinds of evidence together: at what they proved to be worth, and divided among the rivals of both accounts.

        Rivals are counted without verdicts, so that a word on two accounts moves no others.
        """
        links = borne_out(self.links, factors)
        return with_rivals(links, links if self.unruled is self.links else borne_out(self.unruled, factors))


@dataclass(frozen=True, slots=True)
class Resolved:
    """The weighed pairs, the groups of accounts that are one seller each, and what names and copies proved to be worth."""

    links: tuple[Link, ...]
    groups: tuple[tuple[str, ...], ...]
    signs: Mapping[str, Sign] = field(default_factory=dict)


def gather(engine: Engine, asked: Asking, seen: Activity, verdicts: Sequence[Verdict]) -> Evidence:
    """Everything that speaks for or against any two accounts being one seller.

    The accounts are those with an offer of their own, and those that a verdict `same` names.
    """
    offering = set(seen.posts.result()["account_id"].to_pylist())
    ruled = rulings(verdicts, offering | _named(engine, verdicts))
    written = kept_skeletons(engine, seen.words.result())
    words = wordings(seen.posts.result(), written)
    observations = observe(asked, seen, written, words)
    pairs = sorted({(one.left, one.right) for one in observations})
    told = {(one.left, one.right) for one in observations if one.rule in _TELLS_MORE}
    strangers = _by_lot(sorted(offering))
    compared = sorted({*pairs, *strangers})
    known = background(
        seen.posts.result(),
        seen.contacts.result(),
        seen.goods.result(),
        seen.names.result(),
        habits(asked, seen, written, compared, sorted({*pairs, *strangers[:_WRITTEN]} - told), words),
        strangers,
    )
    ruled_in = {account for r in ruled if r.same for account in (r.left, r.right)}
    everything = (*observations, *as_observations(ruled))
    return Evidence(frozenset(offering | ruled_in), everything, known, tuple(ruled))


def resolve(evidence: Evidence, silent: frozenset[str] = frozenset()) -> Resolved:
    """The pairs weighed and the groups formed; rules that are `silent` say nothing, as if they did not exist."""
    made = weighed(evidence, silent)
    told = made.told()
    return Resolved(tuple(map(strongest_first, told)), grouped(evidence, told), made.signs)


def weighed(evidence: Evidence, silent: frozenset[str] = frozenset()) -> Weighed:
    """The pairs with each kind of evidence weighed by itself.

    Pairs are weighed twice: after the first time it is known how many sellers, not only accounts, share an ad or photo, and
    which other sellers share some with both. Verdicts speak the second time only; several words on one kind of sign move its weight
    a little (see `told_by_people`).
    """
    unruled = [one for one in evidence.observations if not one.rule.startswith("verdict_")]
    first = score(unruled, evidence.known, silent)
    groups = cluster(evidence.accounts, first, (), reached=_reached(evidence))
    told = [*unruled, *others_beside(unruled, groups)]
    signs = learn_signs(told, evidence.known, evidence.same, evidence.apart)
    known = evidence.known.with_signs(steps_of(signs)) if signs else evidence.known
    known = known.with_signs(with_words_of_people(known.signs, evidence.ruled, told, known, first))
    heard = [one for one in told if one.rule not in silent]
    by_pair, again = _by_pair(heard, groups, evidence.known, known)
    return Weighed(*_weighed_anew(by_pair, again, first, evidence, known, silent), signs)


def grouped(evidence: Evidence, links: Sequence[Link]) -> tuple[tuple[str, ...], ...]:
    """The groups of accounts that are one seller each by these pairs and by people's verdicts."""
    groups = cluster(evidence.accounts, links, evidence.ruled, others_told=True, reached=_reached(evidence))
    return tuple(tuple(group) for group in groups)


def _reached(evidence: Evidence) -> frozenset[str]:
    """The accounts that give a number, wallet or address."""
    return frozenset(a for a, given in evidence.known.contacts.items() if set(given) - {"username"})


def _weighed_anew(
    told: Mapping[Pair, list[Observation]],
    again: Set[Pair],
    first: Sequence[Link],
    evidence: Evidence,
    known: Background,
    silent: frozenset[str],
) -> tuple[list[Link], list[Link]]:
    """All pairs weighed with what is known of them now, with verdicts and without: `again` those of which that is more, and where ways tell something else by their sign.

    What ways tell here is learned before verdicts speak, so that a word on two accounts moves no others.
    """
    links = {(link.left, link.right): link for link in first}
    links |= _links([one for pair in sorted(again) for one in told[pair]], known, silent)
    ways = learn_ways_by_sign(list(links.values()), told, known, evidence.same)
    words: dict[Pair, list[Observation]] = defaultdict(list)
    for one in evidence.observations:
        if one.rule.startswith("verdict_"):
            words[one.left, one.right].append(one)
    ruled = _links(
        [one for pair, said in words.items() for one in (*told.get(pair, ()), *said)], known, silent
    )
    if ways:
        known = known.with_ways_here(ways)
        for some in (links, ruled):
            some |= {
                pair: with_ways_told(some[pair], told[pair], known, silent)
                for pair in some
                if _by_ways(told.get(pair))
            }
    unruled = [link for _, link in sorted(links.items())]
    return [link for _, link in sorted((links | ruled).items())] if ruled else unruled, unruled


def _by_ways(seen: list[Observation] | None) -> bool:
    """Whether what ways tell of a pair is learned for its kind of entry sign."""
    return seen is not None and kind_of_sign(seen) is not None


def _links(seen: Sequence[Observation], known: Background, silent: frozenset[str]) -> dict[Pair, Link]:
    return {(link.left, link.right): link for link in score(seen, known, silent)}


def _by_pair(
    told: Sequence[Observation], groups: Sequence[Sequence[str]], old: Background, known: Background
) -> tuple[dict[Pair, list[Observation]], set[Pair]]:
    """All that is seen on each pair, counted by sellers; and the pairs of which that is more than before, or weighs more or less now."""
    counted = counted_by_seller(told, groups)
    changed = {name for name in (*old.signs, *known.signs) if old.signs.get(name) != known.signs.get(name)}
    by_pair: dict[Pair, list[Observation]] = defaultdict(list)
    for one in told:
        by_pair[one.left, one.right].append(one)
    again = {
        pair
        for pair, seen in by_pair.items()
        if pair in counted or seen[-1].rule == OTHERS_SHARE_TOO or sign_of(seen) in changed
    }
    return {pair: counted.get(pair, seen) for pair, seen in by_pair.items()}, again


def _by_lot(accounts: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of accounts as chance brings them together: ids are hashes, so who stands next to whom is a lot."""
    steps = range(1, 1 + min(_DRAWN // max(len(accounts), 1) + 1, (len(accounts) - 1) // 2))
    drawn = ((accounts[at], accounts[at + step]) for step in steps for at in range(len(accounts) - step))
    return list(islice(drawn, _DRAWN))


def _named(engine: Engine, verdicts: Sequence[Verdict]) -> set[str]:
    """The accounts of the data that verdicts speak of, whether or not they ever made an offer."""
    subjects = {s for v in verdicts for s in (v.subject, v.other) if s}
    if not subjects:
        return set()
    known: pa.ChunkedArray = engine.read("accounts", ["account_id"])["account_id"]
    return set(known.filter(pc.is_in(known, pa.array(sorted(subjects), pa.string()))).to_pylist())
