"""Linking measured on a workspace whose truth is known, with what each rule is worth beside it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from schakel.linking.asking import asking
from schakel.linking.comparing.agreement import CONTACTS, NAMES, RULES
from schakel.linking.comparing.observations import activity
from schakel.linking.evaluation.pairs import Pairwise, pairwise, recall_by_kind
from schakel.linking.evaluation.truth import Truth, read_truth
from schakel.linking.learning import Learned, learn, with_learned
from schakel.linking.resolving import Evidence, Resolved, gather, resolve
from schakel.linking.weighing.likelihood_ratios import Forensic, forensic
from schakel.linking.weights import load_settings
from schakel.records.facts import Verdict
from schakel.store.engine import Engine

Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Without:
    """The quality of linking when one rule says nothing, and how much F1 is lost by that."""

    rule: str
    f1: float
    lost: float
    largest_false: int


@dataclass(frozen=True, slots=True)
class AgainstTruth:
    """Linking of a workspace against its truth.

    `simple` holds two simple methods beside it: any contact in common, and any contact or the same name.
    `learned` is what was learned of these data without labels; `by_kind` tells of each two kinds of account of one holder how many pairs were found, of how many;
    `never_compared` counts true pairs that share nothing any rule sees.
    """

    accounts: int
    holders: int
    quality: Pairwise
    simple: dict[str, Pairwise]
    links: Forensic
    never_compared: int
    by_kind: dict[str, tuple[int, int]]
    without: tuple[Without, ...]
    learned: Learned

    def as_json(self) -> dict[str, Any]:
        """All figures, for machines."""
        return asdict(self)


def measure(
    engine: Engine,
    verdicts: Sequence[Verdict],
    truth: Path,
    *,
    ablation: bool = True,
    report: Report | None = None,
) -> AgainstTruth:
    """Links the accounts of the workspace anew, with the verdicts in force, and compares with the truth."""
    known = read_truth(truth, engine)
    with asking(engine) as asked:
        gathered = gather(engine, asked, activity(asked), verdicts)
    learned = learn(gathered)
    evidence = with_learned(gathered)
    made = resolve(evidence)
    holder = {account: known.holder[account] for account in sorted(evidence.accounts & known.holder.keys())}
    quality = pairwise(made.groups, holder)
    compared = [link for link in made.links if link.left in holder and link.right in holder]
    same = [holder[link.left] == holder[link.right] for link in compared]
    return AgainstTruth(
        accounts=len(holder),
        holders=len(set(holder.values())),
        quality=quality,
        simple=_simple(evidence, holder),
        links=forensic([link.log10_lr for link in compared], same, load_settings().prior),
        never_compared=quality.true - sum(same),
        by_kind=recall_by_kind(made.groups, holder, known.kind),
        without=_ablation(evidence, made, known, quality, report) if ablation else (),
        learned=replace(learned, signs=dict(made.signs or learned.signs)),
    )


def _ablation(
    evidence: Evidence, made: Resolved, truth: Truth, whole: Pairwise, report: Report | None
) -> tuple[Without, ...]:
    used = {reason.rule for link in made.links for reason in link.reasons if reason.weight}
    rules = sorted(used & RULES.keys())
    out = []
    for done, rule in enumerate(rules, 1):
        groups = resolve(evidence, frozenset({rule})).groups
        quality = pairwise(groups, truth.holder)
        lost = whole.f1.value - quality.f1.value
        out.append(Without(rule, quality.f1.value, lost, quality.largest_false))
        if report:
            report("ablation", done, len(rules))
    return tuple(sorted(out, key=lambda row: (-row.lost, row.rule)))


def _simple(evidence: Evidence, holder: dict[str, str]) -> dict[str, Pairwise]:
    contacts = frozenset(rule.__name__ for rule in CONTACTS)
    names = frozenset(rule.__name__ for rule in NAMES)
    shared = {
        "any contact in common": contacts,
        "any contact or a like name": contacts | names,
    }
    return {
        name: pairwise(
            _components(
                evidence.accounts,
                ((one.left, one.right) for one in evidence.observations if one.rule in rules),
            ),
            holder,
        )
        for name, rules in shared.items()
    }


def _components(accounts: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    group = {account: [account] for account in sorted(accounts)}
    for one, other in pairs:
        if one not in group or other not in group:
            continue
        small, large = sorted((group[one], group[other]), key=len)
        if small is not large:
            large += small
            for account in small:
                group[account] = large
    return list({id(members): members for members in group.values()}.values())
