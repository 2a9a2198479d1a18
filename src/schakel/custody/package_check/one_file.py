"""The check as one file that a package carries, so that it can be checked where this program is not."""

import re
from importlib.resources import files

_PARTS = (
    "json_rows",
    "files",
    "bag",
    "content",
    "chain",
    "ed25519",
    "signature",
    "checks",
    "printed",
    "__main__",
)  # each needs those before it
_OWN_IMPORT = re.compile(
    r"^from schakel\.custody\.package_check\S* import (?:\([^)]*\)|[^(\n]*)\n", re.MULTILINE
)
_HEAD = '''"""Checks a hand-over package. This one file is all that is needed: Python 3.11 or newer, no other library, no network.

`python verify.py` checks the package that this file lies in, `python verify.py PACKAGE` a folder or a zip. It prints a line a check
and ends with 0 if all hold, 1 if one does not, 2 if it was used wrongly. It reads nothing outside the package, follows no link,
writes nothing and runs nothing that it finds. Who has a reason for doubt takes this file from elsewhere: whoever changes a package
can change the file in it too; `python -I verify.py` takes no heed of what lies beside it. It is made of the files in `schakel/custody/package_check`, one after the other.
"""

import sys

if sys.path and not sys.flags.safe_path:
    del sys.path[0]  # the folder of this file: what lies in a package is not imported
'''


def as_one_file() -> str:
    """The source of the whole check: the parts one after the other, without what they say of each other."""
    folder = files("schakel.custody.package_check")
    parts = [(folder / f"{part}.py").read_text(encoding="utf-8") for part in _PARTS]
    return "\n\n".join([_HEAD, *(_OWN_IMPORT.sub("", part) for part in parts)])
