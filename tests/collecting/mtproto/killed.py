"""A command in a process of its own that is killed, as a power cut would, when it comes to a place for the so-manieth time."""

import signal
import subprocess
import sys
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

_PROGRAM = """
import os, signal, sys
from dataclasses import replace
from importlib import import_module
from telethon.crypto import rsa
from schakel.showing.cli import collect_account
from schakel.showing.cli.app import main

place, times, *words = sys.argv[1:]
rsa._server_keys.clear()
rsa.add_key(sys.stdin.read(), old=False)

async def no_sleep(_):
    pass

means = collect_account.Account._means
collect_account.Account._means = lambda self, *said: replace(means(self, *said), sleep=no_sleep)
module, owner, name = place.split(":")
where = getattr(import_module(module), owner)
inner, left = getattr(where, name), [int(times)]

def dies(*said, **more):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    return inner(*said, **more)

setattr(where, name, dies)
sys.argv = ["schakel", *words]
main()
"""


def killed_at(place: str, times: int, key: RSAPrivateKey, *words: str | Path) -> None:
    """Does a command until it comes to a place (module:class:method) for the so-manieth time, where it must be killed."""
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.PKCS1)
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, place, str(times), *map(str, words)],
        input=public.decode(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, (done.returncode, done.stdout, done.stderr)
