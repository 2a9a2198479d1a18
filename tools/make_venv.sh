#!/bin/sh
# Makes .venv and installs the project into it: `make_venv.sh .` to run it, `make_venv.sh .[dev]` to test it.
set -eu
# The system's own Python is built with profile-guided optimisation; one compiled by hand or by pyenv often is not: with such a 3.11 reading
# took 1.13 times as long as with Debian's 3.13, plain loops 1.5 times. PYTHON=... decides otherwise.
python=${PYTHON:-python3}
if [ -z "${PYTHON:-}" ] && /usr/bin/python3 -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=/usr/bin/python3
fi

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Schakel needs Python 3.11 or newer; $python is $("$python" --version 2>&1)." >&2
    exit 1
fi
if [ ! -x .venv/bin/python ] && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    # Debian keeps the tools for virtual environments in a package of their own.
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && apt-get install -y -qq python3-venv
    else
        echo "Python's venv is missing. Install it first: sudo apt-get install python3-venv" >&2
        exit 1
    fi
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "installing into .venv ..."
.venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e "$1"
touch .venv/.runs
case $1 in *dev*) touch .venv/.tests ;; esac
