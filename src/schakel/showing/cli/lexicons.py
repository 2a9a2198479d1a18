"""`schakel lexicon`: are the word lists whole, which new words are worth a look, and which of them count."""

import json
import shlex
import sys
from dataclasses import asdict
from functools import partial
from typing import Annotated, Any

import typer
from rich.console import Console

from schakel.reading.lexicon_check import check_lexicons
from schakel.reading.suggesting.accept import USUAL_WEIGHT, new_word, put_into_list
from schakel.reading.suggesting.own_words import (
    ACCEPTED,
    DROPPED,
    FILE,
    own_words,
    record,
    with_word,
    without_word,
)
from schakel.reading.suggesting.posts import posts_of
from schakel.reading.suggesting.suggest import suggest as find_words
from schakel.reading.terms.lexicon import Term, in_force
from schakel.records.counted import counted
from schakel.records.errors import SettingsError
from schakel.showing.cli.lexicon_page import print_suggestions
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    NoWorkspaceOption,
    Session,
    WorkspaceOption,
    looking,
    writing,
)
from schakel.showing.cli.typed import typed
from schakel.showing.known_names import known_names
from schakel.showing.summary import summarise
from schakel.showing.veil import veiled

_RIGHT = "lexicon"  # as at the desk: whoever keeps the word lists, where the casebook knows people


def add_to(app: typer.Typer) -> None:
    """Puts `lexicon` on the command line."""
    group = typer.Typer(
        no_args_is_help=True,
        help="The word lists.",
        rich_markup_mode=None,
        epilog="Example: schakel lexicon check",
    )
    group.command("check", epilog="Example: schakel lexicon check")(check)
    group.command("suggest", epilog="Example: schakel lexicon suggest -w case1")(suggest)
    group.command(
        "accept", epilog='Example: schakel lexicon accept "witte kerst" cocaine --language nl -w case1'
    )(accept)
    group.command("drop", epilog='Example: schakel lexicon drop "witte kerst" -w case1')(drop)
    app.add_typer(group, name="lexicon")


def check(workspace: NoWorkspaceOption = DEFAULT_WORKSPACE, as_json: JsonOption = False) -> None:
    """Checks every word list and names what is wrong."""
    problems = check_lexicons()
    if as_json:
        sys.stdout.write(json.dumps({"problems": problems}, ensure_ascii=False) + "\n")
    if problems:
        raise SettingsError(
            f"{counted(len(problems), 'problem')} in the word lists: " + " ".join(problems[:20]),
            todo="Mend the files named, then check again.",
        )
    if not as_json:
        sys.stdout.write("All word lists are whole.\n")


def suggest(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    most: Annotated[int, typer.Option("--most", help="How many words to propose.", min=1)] = 20,
    least: Annotated[int, typer.Option("--least", help="In how many texts a word must stand.", min=2)] = 3,
    as_json: JsonOption = False,
) -> None:
    """Proposes new street words for a person to accept: where they stand, how often, and three contexts each."""
    with looking(workspace) as session, in_force(own_words(session.workspace.root)):
        session.must(_RIGHT)
        Console(stderr=True, quiet=as_json).print("looking at words ...", highlight=False)
        hide = partial(veiled, known=known_names(session.engine))
        found = find_words(posts_of(session.engine), least=least, most=most, hide=hide)
        session.ledger.add(
            "suggest-words", outputs={"words": len(found)}, settings={"least": least, "most": most}
        )
    if as_json:
        sys.stdout.write(json.dumps({"words": [asdict(one) for one in found]}, ensure_ascii=False) + "\n")
    else:
        print_suggestions(Console(), found, str(workspace))


def accept(
    word: Annotated[str, typer.Argument(help="The word, phrase or emoji.")],
    commodity: Annotated[str, typer.Argument(help="What it means, such as cocaine.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    language: Annotated[str, typer.Option("--language", help="Code of its language, or any.")] = "any",
    weight: Annotated[
        float, typer.Option("--weight", help="Its evidence as log10 likelihood ratio.", min=0.1, max=3.0)
    ] = USUAL_WEIGHT,
    ambiguous: Annotated[
        bool,
        typer.Option(
            "--ambiguous/--plain", help="Whether it means goods only in the right company, or always."
        ),
    ] = True,
    as_json: JsonOption = False,
) -> None:
    """Puts a word on the workspace's own list, and reads again the messages that hold it."""
    with typed():
        term = new_word(word, commodity, language, weight, ambiguous=ambiguous)
    with writing(workspace, quiet=as_json) as session:
        session.must(_RIGHT)
        words = with_word(own_words(session.workspace.root), term)
        _change(session, words, ACCEPTED, record(term), as_json)


def drop(
    word: Annotated[str, typer.Argument(help="The word, phrase or emoji, as it was accepted.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Takes a word off the workspace's own list again, and reads again the messages that hold it."""
    with writing(workspace, quiet=as_json) as session:
        session.must(_RIGHT)
        before = own_words(session.workspace.root)
        words = without_word(before, word)
        if words == before:
            on_it = ", ".join(term.written for term in before) or "no words"
            raise SettingsError(f'"{word}" is not on the list of this workspace.', todo=f"On it: {on_it}.")
        _change(session, words, DROPPED, {"word": word}, as_json)


def _change(
    session: Session, words: tuple[Term, ...], act: str, settings: dict[str, object], as_json: bool
) -> None:
    """Writes the new list, notes who did it, and reads what it concerns."""
    before = _offers(session)
    put_into_list(session.workspace.root / FILE, words)
    session.ledger.add(act, settings=settings, outputs={"words": len(words)})
    session.road.read()
    answer: dict[str, Any] = {"words": [record(term) for term in words], "offers_before": before}
    answer["offers"] = _offers(session)
    if as_json:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        return
    sys.stdout.write(
        f"The list of this workspace now holds {counted(len(words), 'word')} of its own.\n"
        f"Offers: {before:,} before, {answer['offers']:,} now.\n"
        f"To link, judge and plan with it: schakel run -w {shlex.quote(str(session.workspace.root))}\n"
    )


def _offers(session: Session) -> int:
    return int(summarise(session.engine).counts["offers"])
