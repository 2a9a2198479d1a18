"""Examples in the help of a command stay on one line: one that is broken in two cannot be pasted."""

import re
from collections.abc import Callable
from typing import Any

import typer

_EXAMPLE = re.compile(r"^[^\b\n]*: schakel [^\n]*$")
_REMARK = re.compile(r" (\([^()]*\))$")  # (l_...: a lead of schakel plan)


class WithWholeExamples(typer.Typer):
    """A command line in whose help every example stands on a line of its own."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Runs what was typed."""
        return with_whole_examples(self)(*args, **kwargs)


def with_whole_examples(app: typer.Typer) -> Callable[..., Any]:
    """The commands of a command line, ready to run or to tell their help."""
    command = typer.main.get_command(app)
    _keep_whole(command)
    return command


def _keep_whole(command: Any) -> None:
    if command.epilog:
        command.epilog = "\n\n".join(_lines(part) for part in command.epilog.split("\n\n"))
    for one in getattr(command, "commands", {}).values():
        _keep_whole(one)


def _lines(paragraph: str) -> str:
    """Examples of a paragraph one under another, then the remark on them; other paragraphs as they are."""
    if not _EXAMPLE.match(paragraph):
        return paragraph
    remark = _REMARK.search(paragraph)
    examples = _REMARK.sub("", paragraph).replace(", or schakel ", "\nor: schakel ")
    return "\b\n" + examples + (f"\n{remark[1]}" if remark else "")
