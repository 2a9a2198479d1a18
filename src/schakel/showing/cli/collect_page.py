"""What a run over preview pages says at its end: of each chat how far it came and why no further, and what to type next."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from schakel.collecting.previews.back import Told
from schakel.collecting.previews.run import Outcome
from schakel.intake.arrival import IntakeSummary
from schakel.showing.cli.collect_words import many, say
from schakel.showing.cli.collected import how_to_take_in, taken
from schakel.showing.printable import one_line


@dataclass(slots=True)
class Brought:
    """What a run brought, for which workspace and on which ground, what was done with earlier runs, and what was taken in."""

    outcome: Outcome
    workspace: Path
    authorisation: str
    earlier: list[dict[str, Any]] = field(default_factory=list)
    arrived: IntakeSummary | None = None

    @property
    def done(self) -> bool:
        """Whether the run came to its end, and at least one chat showed posts."""
        return not self.outcome.stopped and self.outcome.pages > 0


def answer(brought: Brought, *, as_json: bool) -> None:
    """Prints what came; exit code 1 if the run did not come to its end, or no chat showed a page of posts."""
    if as_json:
        sys.stdout.write(json.dumps(_for_machines(brought), ensure_ascii=False) + "\n")
    else:
        for line, command in _lines(brought):
            say(line, command=command)
    if not brought.done:
        say(_why_not(brought.outcome), to=sys.stderr)
        raise typer.Exit(1)


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
        "chats": [chat.as_json() for chat in outcome.chats],
        "requests": outcome.requests,
        "bytes": outcome.received,
        "refusals": outcome.refusals,
        "stopped": outcome.stopped,
        "why": outcome.why,
        "taken_in": came,
        "earlier": brought.earlier,
    }


def _lines(brought: Brought) -> Iterator[tuple[str, str]]:
    """What is said, each with the command that it names."""
    outcome, arrived = brought.outcome, brought.arrived
    for chat in outcome.chats:
        yield _of_chat(chat), ""
    posts = sum(len(chat.numbers) for chat in outcome.chats)
    shown = sum(chat.pages > 0 for chat in outcome.chats)
    pages = f"{many(outcome.pages, 'page')}, {many(posts, 'post')}"
    yield f"{shown:,} of {many(len(outcome.chats), 'chat')}, {pages}; {_wire(outcome)}", ""
    if arrived is not None:
        yield f"Taken in: {taken(arrived)}", ""
        yield from ((one_line(note, 240), "") for note in arrived.notes)
    if outcome.requests:
        yield f"As received, with every request: {outcome.folder}", ""
    if outcome.pages:
        command = "run" if arrived is not None else "intake"
        how = how_to_take_in(brought.workspace, [outcome.folder], brought.authorisation, command)
        yield f"{'The whole road on it' if arrived is not None else 'Take it in'}:", how


def _of_chat(chat: Told) -> str:
    told = chat.as_json()
    if not chat.pages:
        return f"{chat.name}: nothing, because {_plain(chat.why)}."
    days = f", {told['from'][:10]} to {told['to'][:10]}" if "from" in told else ""
    photos = f", {many(chat.photos, 'photo')}" if chat.photos else ""
    size = f" ({_plain(chat.size)})" if chat.size else ""
    count = f"{many(chat.pages, 'page')}, {many(len(chat.numbers), 'post')}, {chat.new:,} new"
    return f"{chat.name}{size}: {count}{photos}{days}; {_plain(chat.why)}."


def _wire(outcome: Outcome) -> str:
    refused = f", {outcome.refusals:,} not sent" if outcome.refusals else ""
    return f"{many(outcome.requests, 'request')}{refused}, {outcome.received:,} bytes."


def _why_not(outcome: Outcome) -> str:
    if outcome.stopped:
        kept = "What came until then is kept; the same command goes on from there."
        return f"The run ended before its end: {_plain(outcome.why)}. {kept}"
    return "No chat showed a page of posts; what each of them showed instead is said above and kept."


def _plain(words: str) -> str:
    return one_line(words, 240)
