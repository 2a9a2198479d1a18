"""The JSON that goes in and out of the API. The description of the API is made from these."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

Id = Annotated[str, Meta(max_length=80, description="An id: s_ seller, l_ lead, m_ message, a_ account.")]
Page = Annotated[int, Meta(ge=1, le=100_000)]
Size = Annotated[int, Meta(ge=1, le=200)]
Number = Annotated[int, Meta(ge=0, le=2_000_000_000)]
Word = Annotated[str, Meta(max_length=80)]
Answer = Literal["same", "not-same", "real", "ghost", "unsure"]


class Problem(Struct):
    """What went wrong, as a code and in words."""

    error: str
    details: str


class Reason(Struct):
    """One reason: its rule, its weight (log10), its sentence without names, the messages it rests on."""

    rule: str
    weight: float
    detail: str
    messages: list[str]


class Verdict(Struct):
    """One row of the book of verdicts; an undo names the row that it takes back."""

    verdict_id: int
    subject: str
    other: str | None
    answer: Answer
    by: str
    at: str
    why: str
    undoes: int | None


class Lead(Struct):
    """One lead: worth in expected days of sentence, chance of a ghost, hours, each with low and high."""

    lead_id: str
    seller_id: str
    title: str
    worth: float
    worth_low: float
    worth_high: float
    hours: float
    hours_low: float
    hours_high: float
    ghost: float | None
    ghost_low: float | None
    ghost_high: float | None
    unit: str | None
    skill: str | None
    scale: str | None
    area: str | None
    rank: int | None
    chosen: bool
    why: list[Reason]
    verdict: Answer | None
    newest_verdict: int


class Leads(Struct):
    """A page of leads, in the order of the plan."""

    found: int
    page: int
    leads: list[Lead]


class Member(Struct):
    """An account or a contact of a seller; of contacts only the first two signs are shown."""

    kind: str
    member: str
    offers: int
    first_seen: datetime | None
    last_seen: datetime | None


class Finding(Struct):
    """One conclusion with its bounds and reasons."""

    kind: str
    label: str | None
    value: float | None
    low: float | None
    high: float | None
    words: str
    reasons: list[Reason]


class Link(Struct):
    """Two accounts and the weight (log10) of the evidence that one person stands behind both."""

    left: str
    right: str
    log10_lr: float
    reasons: list[Reason]


class Price(Struct):
    """What is offered at which price; low, middle and high over the ads that say so."""

    commodity: str | None
    quantity: float | None
    unit: str | None
    currency: str | None
    scale: str | None
    price_low: float | None
    price_middle: float | None
    price_high: float | None
    ads: int
    example: str


class Seller(Struct):
    """The file of one seller, without names; of identity leads only how many there are of each kind."""

    seller_id: str
    lead_id: str | None
    members: list[Member]
    findings: list[Finding]
    links: list[Link]
    prices: list[Price]
    verdicts: list[Verdict]
    identity_leads: dict[str, int]


class Item(Struct):
    """One thing that was read in a message."""

    commodity: str | None
    product: str | None
    quantity: float | None
    unit: str | None
    price: float | None
    currency: str | None
    scale: str | None


class Message(Struct):
    """One message; contacts in its text are hidden, place for place, so that positions hold."""

    message_id: str
    chat_id: str | None
    number: int | None
    account_id: str | None
    seller_id: str | None
    sent_at: datetime | None
    text: str
    left_out: int
    act: str | None
    score: float | None
    items: list[Item]


class PlanRow(Struct):
    """One lead of the plan: its place, whether the hours reach to it, and why."""

    rank: int
    lead_id: str
    seller_id: str
    unit: str | None
    worth: float
    hours: float
    chosen: bool
    reasons: list[Reason]


class Plan(Struct):
    """The plan, in its order."""

    rows: list[PlanRow]


class Verdicts(Struct):
    """Rows of the book of verdicts, oldest first."""

    verdicts: list[Verdict]


class LeadsAsked(Struct, forbid_unknown_fields=True):
    """Which leads; an empty word means any."""

    page: Page = 1
    size: Size = 50
    unit: Word = ""
    state: Literal["", "chosen", "waits"] = ""
    commodity: Word = ""
    scale: Literal["", "bulk", "retail"] = ""
    judged: Literal["open", "done", "all"] = "all"


class PlanAsked(Struct, forbid_unknown_fields=True):
    """Which part of the plan."""

    unit: Word = ""
    chosen: Literal["", "yes", "no"] = ""


class VerdictsAsked(Struct, forbid_unknown_fields=True):
    """Rows after one number, so that a program can fetch what is new."""

    after: Number = 0
    size: Size = 100


class Nothing(Struct, forbid_unknown_fields=True):
    """No questions are taken."""


class NewVerdict(Struct, forbid_unknown_fields=True):
    """A word on a seller, or on two accounts (`same`, `not-same`).

    `seen` is the number of the newest verdict on it that its author knew of (0: none); if there is a newer one by
    then, nothing is written.
    """

    subject: Id
    answer: Answer
    seen: Number
    other: Id | None = None
    why: Annotated[str, Meta(max_length=2000)] = ""


class Undo(Struct, forbid_unknown_fields=True):
    """Takes a verdict back, with the reason."""

    why: Annotated[str, Meta(max_length=2000)] = ""
