"""A request as the log keeps it: its name and what was asked, without keys, codes, passwords and phone numbers."""

from datetime import datetime
from typing import Any

from telethon.tl import TLObject, TLRequest

from schakel.collecting.mtproto.judging import name_of
from schakel.collecting.mtproto.rules import Rules

_LONGEST = 200  # signs of one value
_LEFT_OUT = "(left out)"


def told(request: TLRequest, rules: Rules) -> dict[str, Any]:
    """The name of a request, and its arguments where they have a value."""
    hidden = frozenset(rules.allow.log["hidden"])
    arguments = {name: _said(name, value, hidden) for name, value in vars(request).items()}
    return {
        "request": name_of(request, rules),
        "arguments": {name: value for name, value in arguments.items() if value is not None},
    }


def _said(name: str, value: Any, hidden: frozenset[str]) -> Any:
    if value is None or value is False:
        return None
    if name in hidden or isinstance(value, bytes):
        return _LEFT_OUT
    if isinstance(value, TLObject):
        inner = {part: _said(part, one, hidden) for part, one in vars(value).items()}
        return {"_": type(value).__name__, **{part: one for part, one in inner.items() if one is not None}}
    if isinstance(value, list):
        return [_said(name, one, hidden) for one in value]
    if isinstance(value, str):
        return value[:_LONGEST]
    return value.isoformat() if isinstance(value, datetime) else value
