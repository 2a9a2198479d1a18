"""What speaks for a proposal and what speaks against it, in two lists of the same form.

The claims are always the same five, whatever the program concluded: real supply stands behind the ads (`real-supply`), the accounts are
one seller's (`one-seller`) and no other account is (`nobody-else`), it does what is said of it (`role` and other findings), and people who
looked at it agree (`word-of-a-person`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from schakel.records.facts import Verdict
from schakel.showing.handover.package.evidence import in_words, reason_rows
from schakel.showing.handover.package.rows import sealed_row
from schakel.showing.handover.package.subject import Subject
from schakel.showing.handover.package.third_parties import ThirdParties

Row = dict[str, Any]
_FOR, _AGAINST = frozenset({"real", "same"}), frozenset({"ghost", "not-same"})
_START = "prior"  # what is taken before anything was seen: evidence neither way


@dataclass(frozen=True, slots=True)
class Ties:
    """The links between own accounts, the strong ones with accounts outside, and the ids of the own messages."""

    inside: pa.Table
    outside: Sequence[Row]
    messages: frozenset[str]


def weighed_rows(
    ties: Ties, subject: Subject, verdicts: Sequence[Verdict], parties: ThirdParties
) -> tuple[list[Row], list[Row]]:
    """The rows of `for` and of `against`, each the heaviest first. `towards` is the weight towards the claim, as log10."""
    found = [
        *_of_findings(subject, parties),
        *_of_links(ties.inside, parties),
        *_of_outside(ties, parties),
        *_of_people(verdicts, parties),
    ]
    order = sorted(found, key=lambda row: (-abs(row["towards"]), row["claim"], row["about"], row["rule"]))
    return (
        [sealed_row(row) for row in order if row["towards"] > 0],
        [sealed_row(row) for row in order if row["towards"] < 0],
    )


def verdict_rows(verdicts: Iterable[Verdict], subject: Subject, parties: ThirdParties) -> list[Row]:
    """What people said of the seller and its accounts, also what was taken back."""
    told = [one for one in verdicts if _about(one, subject)]
    back = {one.undoes for one in told}
    return [
        sealed_row(
            {
                "verdict_id": one.verdict_id,
                "subject": _called(one.subject, parties),
                "other": parties.called(one.other),
                "answer": one.answer,
                "by": one.by,
                "at": one.at,
                "why": parties.text(one.why, ()),
                "undoes": one.undoes,
                "in_force": one.undoes is None and one.verdict_id not in back,
            }
        )
        for one in told
    ]


def _called(subject: str, parties: ThirdParties) -> str | None:
    return parties.called(subject) if subject.startswith("a_") else subject


def in_force(verdicts: Iterable[Verdict], subject: Subject) -> list[Verdict]:
    """The words on the seller, its accounts and pairs of them that nobody took back."""
    told = [one for one in verdicts if _about(one, subject)]
    back = {one.undoes for one in told}
    return [one for one in told if one.undoes is None and one.verdict_id not in back]


def _about(one: Verdict, subject: Subject) -> bool:
    return bool({one.subject, one.other} & {subject.seller_id, *subject.accounts})


def _of_findings(subject: Subject, parties: ThirdParties) -> Iterator[Row]:
    for finding in subject.file.findings:
        ghost = finding["kind"] == "ghost"
        claim = "real-supply" if ghost else finding["kind"]
        about = subject.seller_id if ghost else f"{finding['kind']} {finding['label']}".strip()
        yield from _reasons(finding["reasons"], (claim, about), -1 if ghost else 1, parties)


def _of_links(links: pa.Table, parties: ThirdParties) -> Iterator[Row]:
    for row in links.to_pylist():
        about = f"{row['left_id']} {row['right_id']}"
        yield from _reasons(row["reasons"], ("one-seller", about), 1, parties)


def _of_outside(ties: Ties, parties: ThirdParties) -> Iterator[Row]:
    """What ties an own account to somebody outside: the seller may be more than is proposed, or what ties it shared by many.

    Of the reasons only their rules and weights are told, and the own messages: what they say is about the other too.
    """
    for row in ties.outside:
        signs = [one for one in row["reasons"] or () if one["weight"]]
        named = {message for one in signs for message in one["messages"] or ()}
        yield {
            "claim": "nobody-else",
            "about": f"{row['own']} {parties.called(row['other'])}",
            "towards": -row["log10_lr"],
            "rule": "tied-outside",
            "detail": "",
            **in_words(row["log10_lr"]),
            "signs": [{"rule": one["rule"], "weight": one["weight"]} for one in signs],
            "messages": sorted(named & ties.messages),
        }


def _reasons(
    reasons: Iterable[Row] | None, said: tuple[str, str], side: int, parties: ThirdParties
) -> Iterator[Row]:
    for reason in reason_rows(reasons, parties):
        if reason["rule"] != _START and reason["weight"]:
            own = {key: reason[key] for key in ("rule", "detail", "words_en", "words_nl", "messages")}
            yield {"claim": said[0], "about": said[1], "towards": side * reason["weight"], **own}


def _of_people(verdicts: Iterable[Verdict], parties: ThirdParties) -> Iterator[Row]:
    """A person's word has no weight of its own here; it counts as the heaviest, whichever way it goes."""
    for one in verdicts:
        side = 1 if one.answer in _FOR else -1 if one.answer in _AGAINST else 0
        if side:
            pair = [name for name in (_called(one.subject, parties), parties.called(one.other)) if name]
            yield {
                "claim": "word-of-a-person",
                "about": " ".join(pair),
                "towards": 99.0 * side,
                "rule": f"verdict-{one.answer}",
                "detail": f"{one.by}, {one.at}: {parties.text(one.why, ())}",
                "words_en": "",
                "words_nl": "",
                "messages": [],
            }
