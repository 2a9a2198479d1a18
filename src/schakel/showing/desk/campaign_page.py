"""What the desk shows of one campaign: its words and slots, its spread, who was first, and what it says of one hand behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from schakel.judging.verbal_scale import term
from schakel.linking.copies.slots import Slot
from schakel.showing.campaign_file import CampaignFile, campaign_file
from schakel.showing.desk.marked_text import template_pieces
from schakel.showing.desk.reasons import ShownReason, shown_reasons
from schakel.showing.desk.searching import chat_names
from schakel.showing.printable import masked, one_line
from schakel.store.engine import Engine
from schakel.store.rows.tables import Wanted

_SQL = files("schakel.showing.desk.sql")
_TEMPLATE = 3000  # characters of the text
_ROWS, _VALUES = 30, 6
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ShownSlot:
    """One place where the copies differ: its name, the words before it, how many values it has, and the commonest."""

    name: str
    after: str
    different: int
    values: list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts that posted it: what all evidence says of one seller behind both, in words too, for and against."""

    left: str
    right: str
    log10_lr: float
    words: str
    reasons: list[ShownReason]


@dataclass(frozen=True, slots=True)
class CampaignPage:
    """Everything of one campaign that a page may show; lists hold at most thirty rows, `file` tells how many there are."""

    file: CampaignFile
    pieces: list[tuple[str, bool]]
    left_out: int
    slots: list[ShownSlot]
    chats: list[tuple[str, Row]]
    accounts: list[Row]
    readings: list[Row]
    pairs: list[Pair]
    sellers: tuple[str, ...]
    names: bool


def campaign_page(engine: Engine, campaign: str, language: str, *, names: bool = False) -> CampaignPage:
    """The page of one campaign; SettingsError if there is none with this id. `names` shows them, for a reason given."""
    file = campaign_file(engine, campaign, names=names)
    asked = {"campaign": campaign}
    text = file.template[:_TEMPLATE]
    posters: dict[str, Wanted] = {
        "campaigns": {"campaign_id": [campaign]},
        "links": {"left_id": [row["account_id"] for row in file.accounts]},
    }
    links = engine.step(_SQL / "campaign_links.sql", parameters=asked, only=posters).to_pylist()
    called = chat_names(engine, [row["chat_id"] for row in file.chats[:_ROWS]])
    return CampaignPage(
        file=file,
        pieces=template_pieces(text),
        left_out=len(file.template) - len(text),
        slots=[_slot(slot, names) for slot in file.slots[:_ROWS]],
        chats=[(called[row["chat_id"]], row) for row in file.chats[:_ROWS]],
        accounts=file.accounts[:_ROWS],
        readings=engine.step(_SQL / "campaign_readings.sql", parameters=asked, by="campaign").to_pylist(),
        pairs=[_pair(row, language, names) for row in links],
        sellers=tuple(sorted({row["seller_id"] for row in file.accounts if row["seller_id"]})),
        names=names,
    )


def _slot(slot: Slot, names: bool) -> ShownSlot:
    whole = slot.name == "<contact>" and not names
    values = [
        (one_line(_wholly(value) if whole else value, 60), many) for value, many in slot.values[:_VALUES]
    ]
    return ShownSlot(slot.name.strip("<>"), one_line(slot.after, 40), len(slot.values), values)


def _wholly(value: str) -> str:
    return masked(value, [(0, len(value))])


def _pair(row: Row, language: str, names: bool) -> Pair:
    reasons: Sequence[ShownReason] = shown_reasons(row["reasons"], names=names)
    return Pair(
        row["left_id"], row["right_id"], row["log10_lr"], term(row["log10_lr"], language), list(reasons)
    )
