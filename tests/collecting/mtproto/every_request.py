"""Builds a request of every class of the protocol, and objects of every type, with arguments that its signature asks for."""

import inspect
import typing
import zlib
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from typing import Any

from telethon.tl import TLObject, TLRequest, types
from telethon.tl.alltlobjects import tlobjects

_SPACES = (
    "account.",
    "bots.",
    "help.",
    "messages.",
    "payments.",
    "phone.",
    "stickers.",
    "storage.",
    "updates.",
)
_PLAIN = {
    "datetime": datetime(2026, 11, 1, tzinfo=UTC),
    "bytes": b"bytes",
    "str": "woord",
    "bool": False,
    "int": 5,
}
_PLAIN |= {"float": 0.5}
# Where an abstract type has several kinds, the one that a client would send.
_BY_HAND: dict[str, Any] = {
    "InputPeer": lambda: types.InputPeerChannel(5, 6),
    "InputChannel": lambda: types.InputChannel(5, 6),
    "InputUser": types.InputUserSelf,
    "InputFileLocation": lambda: types.InputPhotoFileLocation(1, 2, b"ref", "x"),
    "ChannelParticipantsFilter": types.ChannelParticipantsRecent,
}


@cache
def requests() -> tuple[type[TLRequest], ...]:
    """All request classes, in the order of their numbers."""
    found = {number: one for number, one in tlobjects.items() if issubclass(one, TLRequest)}
    return tuple(found[number] for number in sorted(found))


@cache
def one_of_each() -> tuple[TLRequest, ...]:
    """A request of every class."""
    return tuple(built(one) for one in requests())


@cache
def kinds() -> dict[int, list[type[TLObject]]]:
    """The classes of each abstract type, by the checksum of its name, those with the fewest arguments first."""
    found: dict[int, list[type[TLObject]]] = {}
    for one in tlobjects.values():
        if not issubclass(one, TLRequest):
            found.setdefault(one.SUBCLASS_OF_ID, []).append(one)
    return {
        group: sorted(those, key=lambda one: (_needed(one), one.__name__)) for group, those in found.items()
    }


def built(one: type[TLObject], under: tuple[type[TLObject], ...] = ()) -> TLObject:
    """An object of a class, its arguments filled in; those that may be left out are."""
    if one in under:
        raise RecursionError(one.__name__)
    arguments = {}
    for name, parameter in inspect.signature(one.__init__).parameters.items():
        if not _is_asked(parameter):
            continue
        arguments[name] = _value(name, parameter.annotation, (*under, one))
    return one(**arguments)


def _value(name: str, annotation: Any, under: tuple[type[TLObject], ...]) -> Any:
    written = annotation if isinstance(annotation, str) else getattr(annotation, "__forward_arg__", "")
    if written == "TypeX":
        return _read()
    if written.startswith("Type"):
        bare = written.removeprefix("Type")
        return _BY_HAND[bare]() if bare in _BY_HAND else _simplest(bare, under)
    if typing.get_origin(annotation) is list:
        return [_value(name, typing.get_args(annotation)[0], under)]
    first = next(iter(typing.get_args(annotation)), None)
    if isinstance(first, type) and issubclass(first, TLObject):
        return built(first, under)
    plain = [value for kind, value in _PLAIN.items() if kind in str(annotation)]
    if not plain:
        raise TypeError(f"{name}: {annotation}")
    return plain[0]


def _simplest(name: str, under: tuple[type[TLObject], ...]) -> TLObject:
    """An object of an abstract type: of the class that needs the fewest arguments and does not hold itself."""
    for one in kinds()[_group(name)]:
        with suppress(RecursionError):
            return built(one, under)
    raise RecursionError(name)


@cache
def _group(name: str) -> int:
    """The checksum of an abstract type that is named without its space."""
    tried = [zlib.crc32(f"{space}{name}".encode()) for space in ("", *_SPACES)]
    known = [one for one in tried if one in kinds()]
    if not known:
        raise TypeError(f"no type is called {name}")
    return known[0]


def _needed(one: type[TLObject]) -> int:
    return sum(map(_is_asked, inspect.signature(one.__init__).parameters.values()))


def _is_asked(parameter: inspect.Parameter) -> bool:
    if parameter.name == "random_id":
        return "bytes" in str(parameter.annotation)  # a number is drawn by the class itself
    left_out = parameter.default is not inspect.Parameter.empty or parameter.name == "self"
    return not left_out and parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD


def _read() -> TLRequest:
    from telethon.tl.functions.help import GetConfigRequest  # noqa: PLC0415 - beside its use: it is an argument here

    return GetConfigRequest()
