"""How proposed words look on the screen."""

import shlex
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from schakel.reading.suggesting.suggest import Suggestion
from schakel.showing.cli.closing import number_of
from schakel.showing.cli.whole_commands import suggest
from schakel.showing.printable import printable


def print_suggestions(console: Console, found: Sequence[Suggestion], workspace: str) -> None:
    """Each word with what it may mean, on what that rests, its contexts, and how to accept it."""
    if not found:
        console.print(
            "No new words stand out. With more messages, or --least 2, there may be some.", highlight=False
        )
        return
    for one in found:
        console.print(_head(one))
        for reason in one.reasons:
            detail = f": {printable(reason.detail, 120)}" if reason.detail else ""
            console.print(Text(f"  {reason.weight:+.2f} {reason.rule}{detail}", "dim"))
        for context in one.contexts:
            console.print(Text(f"  | {printable(context, 160)}"))
        suggest(console, f"  {accept_command(one, workspace)}\n", style="cyan")
    console.print(
        "A person decides. Names, numbers and addresses in the contexts are covered.",
        style="dim",
        highlight=False,
    )


def accept_command(one: Suggestion, workspace: str) -> str:
    """The command that accepts a word as proposed."""
    words = ["schakel", "lexicon", "accept", printable(one.word, 60), one.commodity or "COMMODITY"]
    words += ["--weight", f"{one.weight:g}", *(() if one.ambiguous else ("--plain",)), "-w", workspace]
    return shlex.join(words)


def _head(one: Suggestion) -> Text:
    meaning = f"{one.commodity} ({one.share:.0%})" if one.commodity else "meaning not clear"
    counts = (
        f"{number_of(one.posts, 'text')} of {number_of(one.accounts, 'account')}, {one.elsewhere:,} elsewhere"
    )
    return Text.assemble((printable(one.word, 60), "bold"), f"  {meaning}, weight {one.weight:g}; {counts}")
