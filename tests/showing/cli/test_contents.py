"""The list of commands says what the commands say, and loads none of them."""

import subprocess
import sys

import typer.main

from schakel.showing.cli.app import command_line, list_of_commands
from schakel.showing.cli.contents import CONTENTS

_HEAVY = ("scipy", "sqlalchemy", "numpy", "pyarrow", "duckdb", "starlette", "rich", "schakel.road")


def test_the_list_says_what_the_commands_say() -> None:
    held = typer.main.get_command(command_line()).commands  # type: ignore[attr-defined]
    assert sorted(held) == sorted(CONTENTS)
    for name, command in held.items():
        assert command.get_short_help_str(1000) == CONTENTS[name].does


def test_a_command_is_found_in_the_module_that_the_list_names() -> None:
    for name in ("plan", "undo", "estimate"):
        assert name in typer.main.get_command(command_line(name)).commands  # type: ignore[attr-defined]


def test_the_list_stands_in_the_order_of_the_page() -> None:
    assert list(typer.main.get_command(list_of_commands()).commands) == list(CONTENTS)  # type: ignore[attr-defined]


def test_a_command_line_that_is_made_again_holds_every_command_once() -> None:
    """As a process does that answers several commands; `collect` grew with each, and was read to the end every time."""
    command_line()
    for group in command_line().registered_groups:
        held = [one.name for one in group.typer_instance.registered_commands]  # type: ignore[union-attr]
        assert len(held) == len(set(held)), group.name


def test_help_loads_no_library_that_only_commands_need() -> None:
    ask = (
        "import sys\n"
        "from schakel.showing.cli.door import main\n"
        "sys.argv = ['schakel', '--help']\n"
        "try:\n    main()\n"
        f"finally:\n    print([name for name in {_HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "dismantle" in done.stdout
    assert done.stderr.strip() == "[]"
