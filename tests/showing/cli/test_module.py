"""`python -m schakel` is the command too, where the script is not on the path."""

import subprocess
import sys

from schakel import __version__


def test_the_package_can_be_called_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "schakel", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["schakel", __version__]
