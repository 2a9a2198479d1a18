#!/bin/sh
# Makes .venv and installs the project into it: `make_venv.sh .` to run it, `make_venv.sh .[dev]` to test it.
set -eu
python=${PYTHON:-python3}

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
