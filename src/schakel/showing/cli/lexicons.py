"""`schakel lexicon check`: are the word lists whole?"""

import json
import sys

import typer

from schakel.reading.lexicon_check import check_lexicons
from schakel.records.errors import SettingsError
from schakel.showing.cli.session import JsonOption


def add_to(app: typer.Typer) -> None:
    """Puts `lexicon` on the command line."""
    group = typer.Typer(no_args_is_help=True, help="The word lists.", rich_markup_mode=None)
    group.command("check", epilog="Example: schakel lexicon check")(check)
    app.add_typer(group, name="lexicon")


def check(as_json: JsonOption = False) -> None:
    """Checks every word list and names what is wrong."""
    problems = check_lexicons()
    if as_json:
        sys.stdout.write(json.dumps({"problems": problems}, ensure_ascii=False) + "\n")
    if problems:
        raise SettingsError(
            f"{len(problems)} problems in the word lists: " + " ".join(problems[:20]),
            todo="Mend the files named, then check again.",
        )
    if not as_json:
        sys.stdout.write("All word lists are whole.\n")
