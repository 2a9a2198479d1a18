"""`schakel search` and `schakel index`: full text over a workspace, from an index that is made when it is needed."""

import json
import sys
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from schakel.showing.cli.closing import number_of
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    Report,
    Session,
    WorkspaceOption,
    looking,
    origin,
    progress,
)
from schakel.showing.desk.preparing import make_ready
from schakel.showing.known_names import KnownNames, known_names
from schakel.showing.printable import one_line
from schakel.showing.searching.building import build_index, open_index, up_to_date
from schakel.showing.searching.search import FACETS, Found, Hit, search
from schakel.showing.veil import veiled
from schakel.store.by_products import making
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.search.ask import SearchIndex

_LINE = 110
Facet = Annotated[
    list[str] | None,
    typer.Option("--only", help=f"Narrow down, as FACET=VALUE; facets: {', '.join(FACETS)}."),
]


def add_to(app: typer.Typer) -> None:
    """Puts `search` and `index` on the command line."""
    app.command("search", epilog="Example: schakel search 'snow -weer' --only act=offer -w case1")(find)
    app.command("index", epilog="Example: schakel index -w case1")(index)


def index(workspace: WorkspaceOption = DEFAULT_WORKSPACE, as_json: JsonOption = False) -> None:
    """Makes what the search and the desk look things up in, so that nobody waits for it. Nothing is done if it fits."""
    with looking(workspace) as session, progress(as_json) as report:
        session.must("leads")
        made = make_ready(session.workspace, report)
        if made:
            session.ledger.add("index", settings={"at": origin()})
        opened = open_index(session.workspace)
    answer = {"texts": opened.texts, "messages": opened.messages, "made": made}
    if as_json:
        sys.stdout.write(json.dumps(answer) + "\n")
    else:
        new = "was made" if made else "still fits"
        sys.stdout.write(
            f"The index {new}: {number_of(opened.texts, 'text')} of {number_of(opened.messages, 'message')}.\n"
        )


def find(
    words: Annotated[
        list[str],
        typer.Argument(
            help='Words that must all occur; "phrases", -without, begin*, this OR that, a contact.'
        ),
    ],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    only: Facet = None,
    page: Annotated[int, typer.Option("--page", min=1, help="25 texts a page.")] = 1,
    copies: Annotated[bool, typer.Option("--copies", help="The most posted first, not the newest.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Finds texts by their words, however disguised, or by a contact. Each text once; contacts stay hidden. Logged."""
    chosen = _chosen(only or [])
    typed = " ".join(words)
    with looking(workspace) as session:
        session.must("leads")
        with progress(as_json) as report:
            _make(session, report)
        opened = open_index(session.workspace)
        found = search(opened, typed, chosen, page=page, copies_first=copies)
        session.ledger.add(
            "search",
            inputs={"words": typed, "page": found.page} | chosen,
            outputs={
                "texts": found.texts,
                "messages": found.messages,
                "shown": [hit.message_id for hit in found.hits],
            },
            settings={"names": False, "at": origin()},
        )
        known = known_names(session.engine)
    if as_json:
        sys.stdout.write(json.dumps(_answer(found, known), ensure_ascii=False) + "\n")
    else:
        _print(Console(highlight=False, markup=False), opened, found, known)


def _make(session: Session, report: Report) -> bool:
    if up_to_date(session.workspace):
        return False
    engine = DuckDBEngine(session.workspace)  # with all cores: that of a look has one
    try:
        with making(session.workspace):
            if up_to_date(session.workspace):
                return False  # another program made it meanwhile
            build_index(session.workspace, engine, lambda done, total: report("index", done, total))
    finally:
        engine.workers.close()
    session.ledger.add("index", settings={"at": origin()})
    return True


def _chosen(only: list[str]) -> dict[str, str]:
    chosen = {}
    for one in only:
        facet, sign, value = one.partition("=")
        if not sign or facet not in FACETS:
            raise typer.BadParameter(
                f"write FACET=VALUE with one of {', '.join(FACETS)}", param_hint="--only"
            )
        chosen[facet] = value
    return chosen


def _answer(found: Found, known: KnownNames) -> dict[str, Any]:
    return {
        "texts": found.texts,
        "messages": found.messages,
        "counted_in_full": not found.capped,
        "page": found.page,
        "pages": found.pages,
        "hits": [_hit(hit, known) for hit in found.hits],
        "facets": {name: dict(values) for name, values in found.facets.items()},
    }


def _hit(hit: Hit, known: KnownNames) -> dict[str, Any]:
    return {
        "message_id": hit.message_id,
        "act": hit.act,
        "messages": hit.messages,
        "chats": hit.chats,
        "first": hit.first.isoformat() if hit.first else None,
        "last": hit.last.isoformat() if hit.last else None,
        "text": veiled(hit.text, known),
    }


def _print(console: Console, opened: SearchIndex, found: Found, known: KnownNames) -> None:
    if not found.texts:
        console.print("Nothing was found. Fewer words find more; a star finds words that go on: cok*")
        return
    more = "more than " if found.capped else ""
    console.print(
        Text(
            f"{more}{number_of(found.texts, 'text')} in {number_of(found.messages, 'message')}, page {found.page} of {found.pages:,}\n",
            "bold",
        )
    )
    for hit in found.hits:
        when = f"{hit.first:%Y-%m-%d} to {hit.last:%Y-%m-%d}" if hit.first and hit.last else "no date"
        console.print(
            Text(
                f"{hit.message_id}  {hit.act}, {number_of(hit.messages, 'time')} in {number_of(hit.chats, 'chat')}, {when}",
                "dim",
            )
        )
        console.print(Text(f"  {one_line(veiled(hit.text, known), _LINE)}"))
    console.print()
    for name, values in found.facets.items():
        if values and name != "chat":
            told = ", ".join(f"{one_line(value, 30)} {count:,}" for value, count in values[:8])
            console.print(Text(f"{name:10} {told}", "dim"))
