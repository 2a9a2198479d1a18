"""The front door: collects the commands, and turns every error into words for a person."""

import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import typer

from schakel import __version__
from schakel.records.errors import CaseError, UsageError
from schakel.showing.cli.contents import CONTENTS
from schakel.showing.cli.stopping import STOPPED, say_stopped, undisturbed
from schakel.showing.cli.system_errors import said_by_the_system
from schakel.showing.cli.typed_first import workspace_last
from schakel.showing.cli.whole_examples import WithWholeExamples
from schakel.store.interrupted import interrupted


def command_line(command: str = "") -> typer.Typer:
    """The command line with the module of one command, or with all commands if there is none of that name."""
    app = _empty_line()
    held = [entry.module for name, entry in CONTENTS.items() if command in (name, "")]
    for module in dict.fromkeys(held or [entry.module for entry in CONTENTS.values()]):
        import_module(f"schakel.showing.cli.{module}").add_to(app)
    return app


def list_of_commands() -> typer.Typer:
    """The command line with every command named and none loaded: for its help, and for words that are no command."""
    app = _empty_line()
    for name, entry in CONTENTS.items():
        app.command(name, help=entry.does)(_nothing)
    return app


def _empty_line() -> typer.Typer:
    app = WithWholeExamples(
        name="schakel",
        help="From lawfully held Telegram traffic to the few cases worth the hours, with the evidence for each.",
        epilog="Start with: schakel run path/to/export -w case1",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(front)
    return app


def _nothing() -> None:
    """Stands for a command in the list of commands."""


def front(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    """From lawfully held Telegram traffic to the few cases worth the hours, with the evidence for each."""
    if version:
        sys.stdout.write(f"schakel {__version__}\n")
        raise typer.Exit


def main() -> None:
    """Runs a command; exit code 0 done, 1 could not do it (with the reason in plain words), 2 wrong use, 130 stopped by Ctrl-C."""
    sys.argv[1:] = workspace_last(sys.argv[1:])
    typed = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    _open_what_is_closed()
    _letters_for_who_reads(machine="--json" in sys.argv)
    try:
        _typed_in_utf8(sys.argv[1:])
        if typed in ("run", "intake"):
            from schakel.showing.cli.early import begin  # noqa: PLC0415 - others start no processes

            begin(sys.argv[sys.argv.index(typed) + 1 :])
        with _printed_to_the_end():
            with undisturbed():
                # Loading one command takes a second or two, loading all of them more.
                commands = command_line(typed) if typed in CONTENTS else list_of_commands()
            commands()
    except CaseError as error:
        _say(error.happened, error.means, error.todo, code=2 if isinstance(error, UsageError) else 1)
    except KeyboardInterrupt:
        say_stopped()
    except SystemExit as ended:
        if ended.code == STOPPED:  # the library that reads the words caught Ctrl-C, and says nothing
            say_stopped()
        raise
    except BrokenPipeError:
        # The reader (head, less) left; the rest of the output is not wanted.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the outer door: nobody shows a traceback to an investigator
        if interrupted(error):
            say_stopped()
        if said := said_by_the_system(error):
            _say(*said)
        _unforeseen(error)


def _typed_in_utf8(words: Iterable[str]) -> None:
    """Nothing, if each word can be written down; else UsageError. A file to take in may be named as it likes."""
    for word in words:
        if not _is_utf8(word) and not os.path.lexists(word):
            shown = os.fsencode(word).decode(errors="replace")
            raise UsageError(
                f"{shown} is not written in UTF-8.",
                means="It could not be written into the ledger or kept in a table, so nothing was done.",
                todo="Set the terminal to UTF-8, or choose other letters.",
            )


def _is_utf8(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


def _open_what_is_closed() -> None:
    """Nothing comes from, or goes to, what was closed by who typed it: schakel --version >&-, schakel read - <&-."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - open to the end
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end


def _letters_for_who_reads(*, machine: bool) -> None:
    """A letter that the terminal does not have is a question mark there; JSON is UTF-8 wherever it goes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            own = machine and stream is sys.stdout
            stream.reconfigure(encoding="utf-8" if own else None, errors="replace")


@contextmanager
def _printed_to_the_end() -> Iterator[None]:
    """What was printed inside is out when this ends: a full disk is told, and not only by the interpreter as it leaves."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is not None or not _nothing_more_can_be_printed():
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or the interpreter would try once more
        _say(
            f"What was to be printed could not be written out: {error.strerror}.",
            "What was done before it was printed is kept.",
            "Print it to a place with room.",
        )


def _nothing_more_can_be_printed() -> bool:
    try:
        os.write(1, b"\n")  # what failed before may have been let go of, so that a flush would not fail again
    except OSError:
        return True
    return False


def _unforeseen(error: Exception) -> None:
    if os.environ.get("SCHAKEL_DEBUG"):
        traceback.print_exc()
    _say(
        f"Something went wrong that was not foreseen: {type(error).__name__}: {error}",
        "What was finished before is kept.",
        "Set SCHAKEL_DEBUG=1 and type the command again to see where; please report it.",
    )


def _say(happened: str, means: str, todo: str, *, code: int = 1) -> None:
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second that only errors need

    console = Console(stderr=True)
    for line in (happened, means, todo):
        if line:
            console.print(line, markup=False, highlight=False, soft_wrap=True)
    sys.exit(code)
