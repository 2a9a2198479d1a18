"""What holds the accounts of a subject together, and what was concluded about it, with the weight of each reason in words."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schakel.judging.verbal_scale import term
from schakel.linking.clustering.paths import Step, evidence_path
from schakel.showing.handover.package.rows import sealed_row
from schakel.showing.handover.package.subject import Subject
from schakel.showing.handover.package.third_parties import ThirdParties
from schakel.store.engine import Engine

Row = dict[str, Any]
_COLUMNS = ["left_id", "right_id", "kind", "log10_lr", "probability", "reasons"]
_SAME = "same-seller"
STRONG = 2.0  # log10: from here the verbal scale says "much more probable" (100 times)


def own_links(engine: Engine, subject: Subject) -> pa.Table:
    """The links that say of two own accounts whether they are one seller, the strongest first."""
    links = engine.read("links", _COLUMNS)
    own = pa.array(subject.accounts, pa.string())
    inside = pc.and_(pc.is_in(links["left_id"], value_set=own), pc.is_in(links["right_id"], value_set=own))
    order = [("log10_lr", "descending"), ("left_id", "ascending"), ("right_id", "ascending")]
    return links.filter(pc.and_(inside, pc.equal(links["kind"], _SAME))).sort_by(order)


def outside_links(engine: Engine, subject: Subject) -> list[Row]:
    """The strong links between an own account and one outside the seller, each with the own end under `own`; the strongest first."""
    links = engine.read("links", _COLUMNS)
    own = pa.array(subject.accounts, pa.string())
    one_end = pc.xor(pc.is_in(links["left_id"], value_set=own), pc.is_in(links["right_id"], value_set=own))
    strong = pc.and_(pc.equal(links["kind"], _SAME), pc.greater_equal(links["log10_lr"], STRONG))
    order = [("log10_lr", "descending"), ("left_id", "ascending"), ("right_id", "ascending")]
    found: list[Row] = links.filter(pc.and_(one_end, strong)).sort_by(order).to_pylist()
    for row in found:
        ends = (row["left_id"], row["right_id"])
        row["own"], row["other"] = ends if ends[0] in subject.accounts else ends[::-1]
    return found


def evidence_rows(links: pa.Table, subject: Subject, parties: ThirdParties) -> list[Row]:
    """Each link between own accounts, and for each account the strongest chain to it from the one that offers most."""
    found = [
        {
            "kind": "link",
            "from": row["left_id"],
            "to": row["right_id"],
            "log10_lr": row["log10_lr"],
            **in_words(row["log10_lr"]),
            "probability": row["probability"],
            "reasons": reason_rows(row["reasons"], parties),
        }
        for row in links.to_pylist()
    ]
    return [sealed_row(row) for row in (*found, *_chains(links, subject))]


def finding_rows(subject: Subject, parties: ThirdParties) -> list[Row]:
    """Each conclusion about the seller with its bounds, its sentence in both languages, and its reasons."""
    return [
        sealed_row(
            {
                "finding_id": row["finding_id"],
                "kind": row["kind"],
                "label": row["label"],
                "value": row["value"],
                "low": row["low"],
                "high": row["high"],
                "words_en": parties.words(row["kind"], row["words"]),
                "words_nl": parties.words(row["kind"], row["words_nl"]),
                "reasons": reason_rows(row["reasons"], parties),
            }
        )
        for row in subject.file.findings
    ]


def lead_record(subject: Subject, parties: ThirdParties) -> Row:
    """The lead: what is proposed, its worth and hours with bounds, and why it was chosen or waits."""
    lead = {key: value for key, value in subject.lead.items() if key not in ("about", "network")}
    for reasons in ("reasons", "plan_reasons"):
        lead[reasons] = reason_rows(lead[reasons], parties)
    return lead


def reason_rows(reasons: Iterable[Row] | None, parties: ThirdParties) -> list[Row]:
    """Reasons with their weight in words, and third parties hidden in what they say."""
    return [
        {**reason, "detail": parties.detail(reason["rule"], reason["detail"]), **in_words(reason["weight"])}
        for reason in reasons or ()
    ]


def in_words(log10_lr: float) -> Row:
    """A likelihood ratio on the verbal scale, whichever way it points, in both languages."""
    return {f"words_{language}": term(log10_lr or 0.0, language) for language in ("en", "nl")}


def resting_on(links: pa.Table, subject: Subject) -> set[str]:
    """The ids of all messages that a reason of a link or a finding names."""
    reasons = [
        *(row["reasons"] for row in links.to_pylist()),
        *(row["reasons"] for row in subject.file.findings),
    ]
    return {message for found in reasons for reason in found or () for message in reason["messages"] or ()}


def _chains(links: pa.Table, subject: Subject) -> Iterator[Row]:
    first = subject.accounts[0] if subject.accounts else ""
    for account in subject.accounts[1:]:
        here, steps = first, []
        for step in evidence_path(links, first, account):
            other = _other_end(step, here)
            steps.append({"from": here, "to": other, "log10_lr": step.log10_lr, **in_words(step.log10_lr)})
            here = other
        weakest = min((step["log10_lr"] for step in steps), default=None)
        # Without steps a person's word or a contact holds them; then there is no weight to tell.
        yield {
            "kind": "chain",
            "from": first,
            "to": account,
            "weakest_log10_lr": weakest,
            "steps": steps,
            "reasons": [],
        }


def _other_end(step: Step, here: str) -> str:
    return step.left if step.right == here else step.right
