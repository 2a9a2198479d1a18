"""The judging room's road: facts by SQL, one small rule per sign, findings with their grounds."""

from collections.abc import Sequence
from functools import partial

import pyarrow as pa

from schakel.judging.business.assortments import assortment_findings
from schakel.judging.business.groups import group_findings
from schakel.judging.business.hours import Hours, posting_hours
from schakel.judging.business.price_levels import price_levels
from schakel.judging.business.prices import price_findings
from schakel.judging.business.trade import trade_findings
from schakel.judging.business.when_and_where import area_findings, hour_findings
from schakel.judging.facts import Facts
from schakel.judging.findings import Finding, Findings
from schakel.judging.ghosts.ghost import ghost_findings
from schakel.judging.ghosts.ghost_share import ghost_share
from schakel.judging.roles.chains import chain_findings
from schakel.judging.roles.roles import role_findings
from schakel.judging.weights import ghost_model
from schakel.records.facts import Verdict
from schakel.records.tables import empty
from schakel.store.engine import Engine

__all__ = ["ghost_share", "judge"]


def judge(engine: Engine, verdicts: Sequence[Verdict]) -> dict[str, pa.Table]:
    """The table `findings`: for every seller whether it is a ghost, its roles, scale, area, hours, reach, dangers.

    1. facts per seller, by SQL over the workspace
    2. hours and beat of posting; area
    3. ghost: prior, signs, human verdicts
    4. roles, chains, scale, reach, growth, dangers, price level, assortment; also of campaigns, chats and networks
    """
    facts = gathered(engine)
    if not facts.table("subjects").num_rows:
        return {"findings": empty("findings")}
    with facts.looked_up():
        hours = posting_hours(facts.table("moments"), facts.table("subjects").num_rows)
        facts.put("rhythm", partial(_rhythm, hours, facts))
        facts.put("price_levels", partial(_price_levels, facts))
        findings = Findings(facts)
        findings.extend(hour_findings(hours))
        # in the order in which the facts come, so that rules weigh what is there while the next steps are done
        ghosts = ghost_findings(facts, ghost_model(), verdicts_by_seller(facts, verdicts))
        findings.extend(ghosts)
        findings.extend(trade_findings(facts))
        roles = role_findings(facts)
        findings.extend(roles)
        findings.extend(chain_findings(facts, roles))
        findings.extend(group_findings(facts, chances(ghosts)))
        findings.extend(price_findings(facts))
        findings.extend(assortment_findings(facts))
        findings.extend(area_findings(facts))
        return {"findings": findings.table()}


def gathered(engine: Engine) -> Facts:
    """The facts of a workspace; each is looked up when something asks for it."""
    facts = Facts(engine)

    def rhythm() -> pa.Table:
        return _rhythm(posting_hours(facts.table("moments"), facts.table("subjects").num_rows), facts)

    facts.put("rhythm", rhythm)
    facts.put("price_levels", partial(_price_levels, facts))
    return facts


def verdicts_by_seller(facts: Facts, verdicts: Sequence[Verdict]) -> dict[int, list[Verdict]]:
    """The newest word of each person on each seller; a word on one of its accounts or selectors counts for it.

    A word that was taken back no longer speaks; `unsure` takes the place of an older word and says nothing.
    """
    names = {name: number for number, name in enumerate(facts.table("subjects")["seller_id"].to_pylist())}
    members = facts.table("members")
    for member, number in zip(
        members["member_id"].to_pylist(), members["seller_no"].to_pylist(), strict=True
    ):
        names.setdefault(member, number)
    undone = {verdict.undoes for verdict in verdicts}
    newest: dict[tuple[int, str], Verdict] = {}
    for verdict in sorted(verdicts, key=lambda one: one.verdict_id):
        stands = verdict.undoes is None and verdict.verdict_id not in undone and verdict.other is None
        if stands and verdict.subject in names and verdict.answer in ("real", "ghost", "unsure"):
            newest[names[verdict.subject], verdict.by] = verdict
    said: dict[int, list[Verdict]] = {}
    for (number, _), verdict in sorted(newest.items(), key=lambda row: row[0]):
        if verdict.answer != "unsure":
            said.setdefault(number, []).append(verdict)
    return said


def chances(ghosts: Sequence[Finding]) -> dict[int, tuple[float, float, float]]:
    """Each seller's probability of being a ghost, with its bounds."""
    return {one.seller_no: (one.value, one.low, one.high) for one in ghosts if one.about is None}


def _price_levels(facts: Facts) -> pa.Table:
    return price_levels(facts.table("price_cells"), facts.table("subjects").num_rows, ghost_model().limits)


def _rhythm(hours: Hours, facts: Facts) -> pa.Table:
    return pa.table(
        {
            "ads": pa.array(hours.ads, pa.int64()),
            "days": pa.array(hours.days, pa.int64()),
            "regular": pa.array(hours.regular, pa.float64()),
            "quietest": pa.array(hours.quietest, pa.float64()),
            "sample": facts.table("lives").column("sample"),
        }
    )
