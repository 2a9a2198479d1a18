"""What was typed on the command line, told apart from what a workspace holds."""

from collections.abc import Iterator
from contextlib import contextmanager

from schakel.records.errors import SettingsError, UsageError


@contextmanager
def typed() -> Iterator[None]:
    """What cannot be used inside was typed so: it is told as wrong use, with exit code 2."""
    try:
        yield
    except UsageError:
        raise
    except SettingsError as error:
        raise UsageError(error.happened, means=error.means, todo=error.todo) from error
