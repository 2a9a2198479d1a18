"""Where `schakel` starts. Worker processes load this file again, so it loads the commands only when called."""

import os
import sys


def main() -> None:
    """Runs the command line."""
    _names_in_utf8()
    from schakel.showing.cli.stopping import say_stopped, undisturbed  # noqa: PLC0415 - workers need none of it

    try:
        with undisturbed():
            from schakel.showing.cli.app import main as run_commands  # noqa: PLC0415 - see above
    except KeyboardInterrupt:
        say_stopped()
    run_commands()


def _names_in_utf8() -> None:
    """Starts anew where Python takes names of files for other letters than UTF-8: engines and databases know no others."""
    if sys.flags.utf8_mode or sys.getfilesystemencoding().lower() == "utf-8":
        return
    told = {} if sys.stdout is None else {"PYTHONIOENCODING": f"{sys.stdout.encoding}:surrogateescape"}
    words = [sys.executable, "-X", "utf8", *sys.orig_argv[1:]]
    os.execve(sys.executable, words, told | os.environ)  # noqa: S606 - the same program, with the same words
