"""One thing let slip, and the small readings that find it: area codes in names, contact cards, photo data."""

import json
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.linking.comparing.names import Forms, forms, resemble
from schakel.records.ids import make_id

_CODE = re.compile(r"(?<!\d)0(\d{2})(?!\d)")
_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class Slip:
    """What was let slip: by which seller and account, what, in which message and where in its text (characters).

    `start` and `end` are null where it does not stand in the text: a name, a card, a photo. What is somebody else's
    (`third_party`) has a pseudonym made from the message it stands in for a value.
    """

    seller_id: str
    account_id: str | None
    kind: str
    value: str
    detail: str
    message_id: str | None
    start: int | None = None
    end: int | None = None
    times: int = 1
    messages: tuple[str, ...] = ()
    third_party: bool = False

    def row(self) -> dict[str, Any]:
        """The row of `identity_leads`."""
        place = f"{self.message_id}:{self.start}"
        value = make_id("p", self.kind, place, self.value) if self.third_party else self.value[:_MOST_LETTERS]
        name = make_id("i", self.seller_id, self.account_id, self.kind, self.value)
        return {
            "identity_lead_id": name, "seller_id": self.seller_id, "account_id": self.account_id,
            "kind": self.kind, "value": value, "detail": self.detail, "message_id": self.message_id,
            "start": self.start, "end": self.end, "times": self.times,
            "messages": list(self.messages or ((self.message_id,) if self.message_id else ())),
            "third_party": self.third_party,
        }  # fmt: skip


def area_of(name: str) -> tuple[str, int, int] | None:
    """The town of a Dutch area code in a name (plug010 is Rotterdam), and where the code stands; None if there is none."""
    for found in _CODE.finditer(name):
        town = _areas().get(found.group(1))
        if town:
            return town, found.start(), found.end()
    return None


@cache
def _areas() -> dict[str, str]:
    data = loads((files("schakel.lexicons") / "dialling_nl.toml").read_text("utf-8"))
    return {code[3:]: f"{town}, {province}" for code, province, town in data["areas"]}


def card(extra: str) -> dict[str, str]:
    """What a contact card says: `name` and `phone`, each only if it is there."""
    try:
        told = json.loads(extra).get("contact_information")
    except (ValueError, AttributeError):
        return {}
    if not isinstance(told, dict):
        return {}
    name = " ".join(str(told.get(part) or "") for part in ("first_name", "last_name")).strip()
    phone = str(told.get("phone_number") or "").strip()
    return {key: value for key, value in (("name", name), ("phone", phone)) if value}


def own_cards(cards: Sequence[tuple[str, AbstractSet[str]]]) -> list[bool]:
    """Whether each card is its sender's own: its name is one that the sender goes by, or like one.

    Each is the name on the card with the names of its sender. All at once: to take names apart takes 20 ms however few.
    """
    looked_at = {name for card_name, called in cards for name in (card_name, *called)}
    taken_apart = {one.written: one for one in forms(looked_at)}
    return [_is_own(card_name, called, taken_apart) for card_name, called in cards]


def _is_own(card_name: str, called: AbstractSet[str], taken_apart: Mapping[str, Forms]) -> bool:
    if card_name in called:
        return True
    theirs = taken_apart.get(card_name)
    mine = (taken_apart.get(name) for name in called)
    return theirs is not None and any(one is not None and resemble(one, theirs) for one in mine)


def picture_data(exif: str) -> list[tuple[str, str]]:
    """What is written beside a picture, as pairs of what and value: place, owner, camera."""
    told = json.loads(exif)
    out = []
    if "gps" in told:
        out.append(("place", f"{told['gps'][0]:.5f}, {told['gps'][1]:.5f}"))
    for part in ("owner", "artist"):
        if part in told:
            out.append(("owner", told[part]))
    camera = " ".join(told[part] for part in ("camera", "serial") if part in told)
    if camera:
        out.append(("camera", camera))
    return out
