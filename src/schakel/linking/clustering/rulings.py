"""People's verdicts on who is who, turned into rulings on pairs of accounts."""

from collections.abc import Iterable, Mapping, Sequence

from schakel.linking.clustering.clusters import Ruling
from schakel.linking.comparing.agreement import Observation
from schakel.records.facts import Verdict
from schakel.records.ids import make_id


def seller_id(founder: str) -> str:
    """The id of a seller, from its founding account."""
    return make_id("s", founder)


def rulings(verdicts: Sequence[Verdict], accounts: Iterable[str]) -> list[Ruling]:
    """One ruling for each verdict `same` or `not-same` on two known subjects.

    A subject is an account or a seller; a seller stands for the account that founded it. Verdicts on other
    matters, on one subject only, or on accounts that are not in the data, rule nothing here.
    """
    known = {account: account for account in accounts}
    founders: Mapping[str, str] = {seller_id(account): account for account in known}
    out = []
    for verdict in verdicts:
        if verdict.answer not in ("same", "not-same") or verdict.other is None:
            continue
        one = known.get(verdict.subject) or founders.get(verdict.subject)
        other = known.get(verdict.other) or founders.get(verdict.other)
        if one and other and one != other:
            same = verdict.answer == "same"
            out.append(Ruling(verdict.verdict_id, min(one, other), max(one, other), same))
    return sorted(out, key=lambda r: (r.number, r.left, r.right))


def as_observations(ruled: Sequence[Ruling]) -> list[Observation]:
    """The last ruling on each pair as something seen on that pair, so that it stands among the reasons."""
    last = {(r.left, r.right): r for r in sorted(ruled, key=lambda r: r.number)}
    return [
        Observation(r.left, r.right, "verdict_same" if r.same else "verdict_not_same")
        for _, r in sorted(last.items())
    ]
