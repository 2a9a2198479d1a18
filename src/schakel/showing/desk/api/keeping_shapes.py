"""The JSON of searching, of campaigns, and of what is kept: words, the ledger, what was taken in."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from schakel.showing.desk.api.shapes import Page, Reason, Word

Day = Annotated[
    str, Meta(pattern="^([0-9]{4}-[0-9]{2}-[0-9]{2})?$", description="A day as 2025-11-18, or nothing.")
]


class Hit(Struct):
    """A text that fits, contacts hidden: how often and where it was posted; `alike` is 0 to 1 where ads were compared."""

    message_id: str
    text: str
    left_out: int
    act: str
    campaign_id: str | None
    messages: int
    chats: int
    first: datetime | None
    last: datetime | None
    alike: float | None
    same_campaign: bool


class FacetValue(Struct):
    """One value by which the answer can be narrowed down, with its messages."""

    value: str
    name: str
    messages: int


class Hits(Struct):
    """A page of 25 texts; `capped` if more fit than were counted."""

    texts: int
    messages: int
    capped: bool
    page: int
    hits: list[Hit]
    facets: dict[str, list[FacetValue]]


class Similar(Struct):
    """Texts that look like that of one message, the likest first."""

    hits: list[Hit]


class SearchAsked(Struct, forbid_unknown_fields=True):
    """Words, a phrase in quotes, or a contact; narrowed down by facets. Where nothing is asked, nothing is found."""

    q: Annotated[str, Meta(max_length=400)] = ""
    chat: Word = ""
    month: Word = ""
    act: Word = ""
    commodity: Word = ""
    place: Word = ""
    scale: Word = ""
    order: Literal["", "copies"] = ""
    page: Page = 1


class Slot(Struct):
    """A place where the copies of a campaign differ: its kind and how many values it has."""

    name: str
    different: int


class Poster(Struct):
    """An account that posted a campaign."""

    account_id: str
    seller_id: str | None
    posts: int
    first_seen: datetime | None
    last_seen: datetime | None


class CampaignPair(Struct):
    """Two accounts that posted it, and the weight (log10) of all evidence that one seller stands behind both."""

    left: str
    right: str
    log10_lr: float
    words: str
    reasons: list[Reason]


class Campaign(Struct):
    """An ad with its copies: contacts in the template are hidden; accounts by how much they posted, at most thirty."""

    campaign_id: str
    template: str
    posts: int
    texts: int
    accounts: int
    chats: int
    first_seen: datetime | None
    last_seen: datetime | None
    first_account_id: str | None
    slots: list[Slot]
    posters: list[Poster]
    pairs: list[CampaignPair]


class OwnWord(Struct):
    """A word that this workspace added: what it means, its weight (log10), and whether it counts in company only."""

    word: str
    commodity: str
    language: str
    weight: float
    ambiguous: bool


class ProposedWord(Struct):
    """A word that stands out: what it may mean, with which chance, where it stands, and why."""

    word: str
    commodity: str
    share: float
    weight: float
    posts: int
    accounts: int
    contexts: list[str]
    reasons: list[Reason]


class Lexicon(Struct):
    """The words of this workspace; proposed ones if they were asked for."""

    own: list[OwnWord]
    proposed: list[ProposedWord]


class LexiconAsked(Struct, forbid_unknown_fields=True):
    """Whether words that stand out are looked for, which may take a while."""

    look: Literal["", "1"] = ""


class LedgerAct(Struct):
    """One act of the ledger; `names` if names were open."""

    seq: int
    at: str
    who: str
    act: str
    what: str
    why: str
    names: bool


class Audit(Struct):
    """The newest hundred acts that fit, newest first; whether the chains hold (null: not checked this time)."""

    found: int
    acts: list[LedgerAct]
    ledger_holds: bool | None
    casebook_holds: bool


class AuditAsked(Struct, forbid_unknown_fields=True):
    """Which acts; `verify` checks a large ledger too."""

    who: Word = ""
    act: Word = ""
    about: Word = ""
    since: Day = ""
    until: Day = ""
    text: Word = ""
    reads: Literal["", "1"] = ""
    names: Literal["", "1"] = ""
    verify: Literal["", "1"] = ""


class Source(Struct):
    """A sealed file."""

    name: str
    bytes: int
    format: str
    arrived_at: str
    brought_by: str
    authorisation: str


class Arrival(Struct):
    """The newest export that was dropped on the desk: how far it is; `code` is null while it goes on, and 0 if all went well."""

    who: str
    files: int
    bytes: int
    said: list[str]
    code: int | None


class Intake(Struct):
    """What was taken in (at most 200 files), and what is on its way."""

    arrival: Arrival | None
    sources: list[Source]
