"""The secret that the pseudonyms of a workspace are made with: drawn once, kept in the workspace, never handed out."""

import os
import secrets
from hashlib import sha256
from pathlib import Path

from schakel.custody.ledger import Ledger
from schakel.records.errors import SettingsError

ACT = "pseudonym-key"
_BYTES = 32  # as many as SHA-256 gives: a longer key of HMAC adds nothing (RFC 2104, section 3)
_PRIVATE = 0o600
_SHOWN = 16  # hex digits of a fingerprint


def pseudonym_key(path: Path, ledger: Ledger) -> bytes:
    """The key in the file `path`; where there is none yet one is drawn, and the ledger writes its fingerprint down.

    SettingsError if there is a file that is no key, or none can be put there.
    """
    if not path.exists():
        try:
            _draw(path, ledger)
        except OSError as error:
            raise SettingsError(
                f"No key of pseudonyms can be put at {path}: {error.strerror}.",
                means="Nothing was handed out.",
                todo="Make room, or ask for the right to write in the workspace.",
            ) from error
    return read_key(path)


def read_key(path: Path) -> bytes:
    """The key in a file; SettingsError if there is none."""
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError):
        key = b""
    if len(key) != _BYTES:
        raise SettingsError(
            f"There is no key of pseudonyms at {path}, or one that cannot be read.",
            means="Pseudonyms of earlier exports can be led back with that key only.",
            todo="Put it back from a copy of the workspace. Taken away, the next export draws another, and its ids are others too.",
        )
    return key


def fingerprint(key: bytes) -> str:
    """By what a key is known without giving it away."""
    return sha256(b"schakel-pseudonyms" + key).hexdigest()[:_SHOWN]


def _draw(path: Path, ledger: Ledger) -> None:
    key = secrets.token_bytes(_BYTES)
    made = path.with_name(f".{path.name}-{os.getpid()}")
    handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(key.hex().encode("ascii") + b"\n")
            opened.flush()
            os.fsync(opened.fileno())
        _put(made, path, ledger, key)
    finally:
        made.unlink()


def _put(made: Path, path: Path, ledger: Ledger, key: bytes) -> None:
    """Puts a whole key in its place; another command that did so meanwhile was first, and its key is the one."""
    try:
        path.hardlink_to(made)
    except FileExistsError:
        return
    try:
        ledger.add(ACT, outputs={"fingerprint": fingerprint(key)})
    except BaseException:  # also Ctrl-C: no key may stay that the ledger does not know; it goes on up
        path.unlink()
        raise
