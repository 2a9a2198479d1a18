"""Commands that a page suggests stay on one line: one that is broken in two cannot be pasted."""

import shlex
from pathlib import Path

from rich.console import Console
from rich.text import Text


def in_workspace(workspace: Path) -> str:
    """The option that names a workspace, as a shell reads it."""
    return f"-w {shlex.quote(str(workspace))}"


def suggest(console: Console, words: str | Text, style: str = "") -> None:
    """Prints words that end with a command: only a terminal that is too narrow breaks them, and copies them whole."""
    console.print(words, soft_wrap=True, markup=False, highlight=False, style=style)


def in_words(console: Console, words: Text) -> None:
    """Prints sentences in which commands are named: broken between words to fit a terminal, and nowhere for a pipe or a file."""
    console.print(words, soft_wrap=not console.is_terminal)
