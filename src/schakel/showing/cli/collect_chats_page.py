"""What collecting with an account says: of each chat what came and why no further, what the account sees, what a login leaves."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from schakel.collecting.mtproto.places import Place
from schakel.collecting.mtproto.run import Outcome
from schakel.collecting.mtproto.told_chats import Told
from schakel.intake.arrival import IntakeSummary
from schakel.showing.cli.collect_words import many, say
from schakel.showing.cli.collected import how_to_take_in, taken
from schakel.showing.printable import one_line

_SAID = 240  # signs of a line
_NOTHING = ("not-asked", "unreachable", "unfinished")  # how chats end of which nothing may have come


@dataclass(slots=True)
class Brought:
    """What a run brought, for which workspace and on which ground, what was done with earlier runs, and what was taken in."""

    outcome: Outcome
    workspace: Path
    authorisation: str
    earlier: list[dict[str, Any]] = field(default_factory=list)
    arrived: IntakeSummary | None = None

    @property
    def messages(self) -> int:
        """How many messages came, comments too."""
        return sum(one.messages + one.comments for one in self.outcome.chats)

    @property
    def done(self) -> bool:
        """Whether the run came to its end, and at least one chat could be read."""
        return self.outcome.stopped is None and any(one.ended not in _NOTHING for one in self.outcome.chats)


def answer(brought: Brought, *, as_json: bool) -> None:
    """Prints what came; what stopped the run is raised, and exit code 1 if no chat could be read."""
    if as_json:
        sys.stdout.write(json.dumps(_for_machines(brought), ensure_ascii=False) + "\n")
    else:
        for line, command in _lines(brought):
            say(line, command=command)
    if brought.outcome.stopped is not None:
        raise brought.outcome.stopped
    if not brought.done:
        say("No chat could be read; why stands above.", to=sys.stderr)
        raise typer.Exit(1)


def print_list(places: Sequence[Place], *, as_json: bool) -> None:
    """Prints groups and channels with the numbers under which `collect chats` takes them."""
    if as_json:
        sys.stdout.write(json.dumps([_place_for_machines(one) for one in places], ensure_ascii=False) + "\n")
        return
    for one in places:
        name = f"@{one.told.username}" if getattr(one.told, "username", None) else ""
        members = getattr(one.told, "participants_count", None)
        count = many(members, "member") if members else ""
        parts = (f"{one.number:>14}", _kind(one), name, count, one_line(one.told.title or "", 60))
        say("  ".join(part for part in parts if part))
    kinds = "1 group or channel" if len(places) == 1 else f"{len(places):,} groups and channels"
    say(f"{kinds}; talks between two people are left out.")


def what_a_login_leaves() -> str:
    """What Telegram and the account's owner see of a login, before it is made."""
    return (
        "A login leaves this behind: a session in the account's list of devices, and a message of a new login in the account "
        "itself, both for whoever has the account; and at Telegram the address from which this machine reaches the network. "
        "Nobody else is told. Use an account made for research, never one of a person or a source."
    )


def _for_machines(brought: Brought) -> dict[str, Any]:
    outcome, arrived = brought.outcome, brought.arrived
    came: dict[str, Any] | None = None
    if arrived is not None:
        came = {
            "messages": arrived.messages,
            "records": arrived.records,
            "new_messages": arrived.new_messages,
            "known": arrived.known,
            "quarantined": arrived.quarantined,
        }
    return {
        "folder": str(outcome.folder),
        "chats": [one.as_json() for one in outcome.chats],
        "requests": outcome.requests,
        "bytes": outcome.received,
        "refusals": outcome.refusals,
        "stopped": outcome.stopped.happened if outcome.stopped else "",
        "taken_in": came,
        "earlier": brought.earlier,
    }


def _lines(brought: Brought) -> Iterator[tuple[str, str]]:
    """What is said, each with the command that it names."""
    outcome, arrived = brought.outcome, brought.arrived
    for chat in outcome.chats:
        yield _of_chat(chat), ""
        yield from ((f"  {_plain(note)}.", "") for note in chat.notes)
    refused = f", {outcome.refusals:,} refused by the guard" if outcome.refusals else ""
    read = sum(one.ended not in _NOTHING for one in outcome.chats)
    wire = f"{many(outcome.requests, 'request')}{refused}, {outcome.received:,} bytes."
    yield f"{read:,} of {many(len(outcome.chats), 'chat')}, {many(brought.messages, 'message')}; {wire}", ""
    if arrived is not None:
        yield f"Taken in: {taken(arrived)}", ""
        yield from ((one_line(note, _SAID), "") for note in arrived.notes)
    yield f"As received, with every request: {outcome.folder}", ""
    if brought.messages:
        command = "run" if arrived is not None else "intake"
        how = how_to_take_in(brought.workspace, [outcome.folder], brought.authorisation, command)
        yield f"{'The whole road on it' if arrived is not None else 'Take it in'}:", how


def _of_chat(chat: Told) -> str:
    called = f"{chat.asked.said} ({_plain(chat.title)})" if chat.title else chat.asked.said
    if chat.ended in _NOTHING and not chat.messages:
        return f"{called}: nothing, because {_plain(chat.why)}."
    told = chat.as_json()
    days = f", {told['from'][:10]} to {told['to'][:10]}" if "from" in told else ""
    counts = ((chat.comments, "comment"), (chat.members, "member"), (chat.photos, "photo"))
    more = "".join(f", {many(count, name)}" for count, name in counts if count)
    return f"{called}: {many(chat.messages, 'message')}{more}{days}; {_plain(chat.why)}."


def _place_for_machines(place: Place) -> dict[str, Any]:
    return {
        "number": place.number,
        "kind": _kind(place),
        "title": place.told.title,
        "username": getattr(place.told, "username", None),
        "members": getattr(place.told, "participants_count", None),
    }


def _kind(place: Place) -> str:
    if place.kind == "chat":
        return "small group"
    return "group" if place.told.megagroup or place.told.gigagroup else "channel"


def _plain(words: str) -> str:
    return one_line(words, _SAID)
