"""What a seller let slip that may lead to a person: each slip with its words, what it rests on, and what speaks against it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from schakel.judging.verbal_scale import term
from schakel.showing.desk.marked_text import MarkedText, hide, marked_text, window
from schakel.showing.desk.reasons import ShownReason
from schakel.showing.desk.seller_evidence import Chain, chains
from schakel.showing.known_names import KnownNames, known_names
from schakel.showing.printable import one_line
from schakel.showing.seller_file import selectors_in, seller_file, texts_of
from schakel.store.engine import Engine

_AROUND = 160  # characters shown before and after a slip
_MESSAGES = 5
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: its row, the words around it with the slip marked, and how sure it is that its account is this seller's.

    `log10_lr` is the weakest link between that account and the seller's busiest one; None for that account itself, or where
    the slip rests on the seller as a whole. `against` holds codes of what speaks against it, `reasons` what speaks against
    the link.
    """

    row: Row
    value: str
    text: MarkedText | None
    messages: tuple[str, ...]
    more: int
    log10_lr: float | None
    words: str
    against: tuple[str, ...]
    reasons: tuple[ShownReason, ...]


def kinds_of_slips(rows: list[Row]) -> list[tuple[str, int]]:
    """How many slips there are of each kind; that is all that is shown without a ground."""
    return sorted(Counter(str(row["kind"]) for row in rows).items())


def slips(engine: Engine, seller_id: str, language: str) -> list[Slip]:
    """Every slip of a seller, opened. Third parties keep their pseudonyms; who has a ground opens the message."""
    file = seller_file(engine, seller_id)
    busiest = next((row["member_id"] for row in file.members if row["member_kind"] == "account"), None)
    known = {chain.account: chain for chain in chains(file.members, file.links)}
    texts = texts_of(engine, [row["message_id"] for row in file.identity if row["message_id"]])
    contacts, names = selectors_in(engine, sorted(texts)), known_names(engine)
    return [
        _slip(
            row,
            _around(row, texts.get(row["message_id"]), contacts, names),
            known.get(row["account_id"]),
            busiest,
            language,
        )
        for row in file.identity
    ]


def _slip(row: Row, text: MarkedText | None, chain: Chain | None, busiest: str | None, language: str) -> Slip:
    messages = tuple(row["messages"] or ())
    weakest = chain.weakest if chain and chain.steps else None
    return Slip(
        row=row,
        value=one_line(row["value"] or "", 80),
        text=text,
        messages=messages[:_MESSAGES],
        more=max((row["times"] or 0) - len(messages[:_MESSAGES]), 0),
        log10_lr=weakest,
        words=term(weakest, language) if weakest is not None else "",
        against=tuple(_against(row, chain, busiest)),
        reasons=tuple(reason for step in chain.steps for reason in step.reasons if reason.weight < 0)
        if chain
        else (),
    )


def _against(row: Row, chain: Chain | None, busiest: str | None) -> list[str]:
    """What makes a slip worth less: whose it is, how often it was seen, and whether its account is the seller's."""
    out = ["third-party"] if row["third_party"] else []
    if (row["times"] or 0) <= 1:
        out.append("seen-once")
    if row["account_id"] and row["account_id"] != busiest and not (chain and chain.steps):
        out.append("account-by-contact-only")
    if row["start"] is None:
        out.append("no-words")
    return out


def _around(row: Row, text: str | None, of_all: list[Row], names: KnownNames) -> MarkedText | None:
    """The words around a slip, further contacts and names hidden; of third parties the slip too."""
    if text is None or row["start"] is None or not 0 <= row["start"] < row["end"] <= len(text):
        return None
    start, end = window(text, row["start"], row["end"], _AROUND)
    contacts = [one for one in of_all if one["message_id"] == row["message_id"] and one["start"] is not None]
    places = [(one["start"], one["end"]) for one in contacts]
    hidden = hide(text, places, len(text), names)[start:end]
    moved = [
        {"start": one["start"] - start, "end": one["end"] - start}
        for one in contacts
        if one["end"] > start and one["start"] < end
    ]
    if row["third_party"]:
        return marked_text(hidden, moved, [], len(hidden), known=names)
    at, to = row["start"] - start, row["end"] - start
    slip = {"spans": [{"start": at, "end": to}]}
    return marked_text(
        hidden[:at] + text[row["start"] : row["end"]] + hidden[to:], [], [slip], len(hidden), names=True
    )
