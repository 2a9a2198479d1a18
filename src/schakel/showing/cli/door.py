"""Where `schakel` starts. Worker processes load this file again, so it loads the commands only when called."""


def main() -> None:
    """Runs the command line."""
    from schakel.showing.cli.app import main as run_commands  # noqa: PLC0415 - see above: workers need none of it

    run_commands()
