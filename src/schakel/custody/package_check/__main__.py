"""`python -m schakel.custody.package_check PACKAGE`."""

import sys
from pathlib import Path

from schakel.custody.package_check.printed import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], Path(__file__).resolve().parent))
