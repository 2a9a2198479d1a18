"""Judges the bytes of one message to Telegram: which request it is, and whether it may go out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from telethon.extensions import BinaryReader
from telethon.tl import TLObject, TLRequest
from telethon.tl.alltlobjects import tlobjects

from schakel.collecting.mtproto.refusal import RefusalError
from schakel.collecting.mtproto.rules import Condition, Purpose, Rules

_NUMBER_BYTES = 4


@dataclass(frozen=True, slots=True)
class Judged:
    """A message that may go out: the name of its request, that request (None: no request), and the names of what is around it."""

    name: str
    request: TLRequest | None
    around: tuple[str, ...] = ()


def judge(body: bytes, rules: Rules, purpose: Purpose) -> Judged:
    """What a message is, if it may go out for this purpose; else RefusalError.

    The bytes are judged, not the object that they were made from: they are read back, and must be what is written when
    that is written again, so nothing is in them that was not looked at.
    """
    number = int.from_bytes(body[:_NUMBER_BYTES], "little")
    service = rules.allow.service.get(f"0x{number:08x}")
    if service is not None:
        _read_back(body, service)
        return Judged(service, None)
    around, inner = _unwrapped(_request_in(body, rules), rules)
    name = name_of(inner, rules)
    for one in (*around, inner):
        _must_hold(one, rules)
    if not around and name in rules.allow.requests.always:
        return Judged(name, inner)
    if not rules.may(name, purpose):
        raise RefusalError(name, _why_not(name, rules, purpose))
    names = tuple(name_of(one, rules) for one in around)
    if rules.allow.inside["wrapper"] not in names:
        raise RefusalError(name, f"it does not stand in {rules.allow.inside['wrapper']}")
    return Judged(name, inner, names)


def judge_plain(body: bytes, rules: Rules) -> Judged:
    """What an unencrypted message is, if it belongs to the exchange of keys; else RefusalError."""
    request = _request_in(body, rules)
    name = name_of(request, rules)
    if name not in rules.allow.requests.handshake:
        raise RefusalError(name, "unencrypted, only the exchange of keys may go out")
    return Judged(name, request)


def name_of(request: TLRequest, rules: Rules) -> str:
    """The name of a request in Telegram's own words."""
    return rules.known[request.CONSTRUCTOR_ID].name


def _request_in(body: bytes, rules: Rules) -> TLRequest:
    number = int.from_bytes(body[:_NUMBER_BYTES], "little")
    known = rules.known.get(number)
    named = known.name if known else f"an unknown message (0x{number:08x})"
    if len(body) > rules.allow.largest_request:
        raise RefusalError(named, f"it is larger than any read is ({len(body):,} bytes)")
    if known is None or not issubclass(tlobjects.get(number, object), TLRequest):
        raise RefusalError(named, "it is no request that was judged")
    return _read_back(body, named)


def _read_back(body: bytes, named: str) -> Any:
    try:
        read = BinaryReader(body).tgread_object()
        same = bytes(read) == body
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in reading hostile bytes: they are not sent
        raise RefusalError(named, f"its bytes cannot be read ({type(error).__name__})") from None
    if not same:
        raise RefusalError(named, "its bytes are not those of the request that they seem to be")
    return read


def _inside(thing: object) -> Iterator[object]:
    """Every object in the fields of another, however deep."""
    values = vars(thing).values() if isinstance(thing, TLObject) else thing if isinstance(thing, list) else ()
    for value in values:
        if isinstance(value, TLObject):
            yield value
        if isinstance(value, TLObject | list):
            yield from _inside(value)


def _unwrapped(request: TLRequest, rules: Rules) -> tuple[list[TLRequest], TLRequest]:
    """What is around a request, and the request; RefusalError if a request stands anywhere else."""
    around: list[TLRequest] = []
    while name_of(request, rules) in rules.allow.requests.wrappers:
        around.append(request)
        inner = request.query
        if not isinstance(inner, TLRequest):
            raise RefusalError(name_of(request, rules), "there is no request in it")
        request = inner
    for outer in around:
        fields = [value for name, value in vars(outer).items() if name != "query"]
        _no_request_in(fields, name_of(outer, rules))
    _no_request_in(request, name_of(request, rules))
    return around, request


def _no_request_in(thing: object, named: str) -> None:
    for part in _inside(thing):
        if isinstance(part, TLRequest):
            raise RefusalError(named, "there is another request among its arguments")


def _must_hold(request: TLRequest, rules: Rules) -> None:
    name = name_of(request, rules)
    for condition in rules.conditions(name):
        if not _holds(condition, getattr(request, condition.argument)):
            raise RefusalError(f"{name} with this {condition.argument}", condition.why)
    if name == "initConnection":
        for argument, value in rules.allow.names.items():
            if getattr(request, argument) != value:
                raise RefusalError(
                    f"{name} with this {argument}", "it is not the name that the program goes by"
                )


def _holds(condition: Condition, value: object) -> bool:
    if condition.absent:
        return value is None or value is False
    if condition.bare:
        return isinstance(value, TLObject) and not any(vars(value).values())
    if condition.kinds:
        parts = value if isinstance(value, list) else [value]
        return all(type(part).__name__ in condition.kinds for part in parts)
    return type(value) is type(condition.equals) and value == condition.equals


def _why_not(name: str, rules: Rules, purpose: Purpose) -> str:
    when = [one for one in rules.when(name) if one != "always"]
    if when:
        return f"it may go out in {', '.join(when)} only, and this is {purpose}"
    one = next(one for one in rules.known.values() if one.name == name)
    return "it is not on the list of what may go out" + (
        " (others can see it)" if one.effect == "visible" else ""
    )
