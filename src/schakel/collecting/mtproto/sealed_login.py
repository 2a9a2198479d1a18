"""The login of the account, sealed with a passphrase: the one file of it, its owner's alone.

It holds the key of the session, the operator's own app number and key, and which chats were found under which name. It holds
no phone number, no name of a person and no message. AES-256-GCM, with a key from the passphrase by Argon2id.
"""

import base64
import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from schakel.custody.ledger import canonical_json
from schakel.records.errors import SettingsError, UsageError

SEALED_LOGIN = "collect.login"
SHORTEST = 12  # signs of a passphrase: whoever has the file can try as often as they like
_FORMAT = "schakel-login-1"
# RFC 9106, section 4, the second recommended choice: 64 MiB, 3 passes, 4 lanes.
_MEMORY_KIB, _PASSES, _LANES = 65536, 3, 4
_KEY_BYTES, _SALT_BYTES, _NONCE_BYTES = 32, 16, 12


@dataclass(slots=True)
class Login:
    """A session and what belongs to it; `places` are chats by name: kind, number and the account's key to it.

    `server` is where a session begins that is not with Telegram but with a test on this machine, as 127.0.0.1:PORT.
    """

    session: str = field(repr=False)
    api_id: int
    api_hash: str = field(repr=False)
    server: str = ""
    places: dict[str, tuple[str, int, int]] = field(default_factory=dict)


class _Sealed(msgspec.Struct, forbid_unknown_fields=True):
    format: str
    memory_kib: int
    passes: int
    lanes: int
    salt: bytes
    nonce: bytes
    sealed: bytes


class SealedLogin:
    """The file of a login in a workspace."""

    def __init__(self, workspace: Path) -> None:
        self._path = workspace / SEALED_LOGIN

    def exists(self) -> bool:
        """Whether there is a login."""
        return self._path.exists()

    def write(self, login: Login, passphrase: str) -> None:
        """Puts a login into the file, in place of what stood there."""
        must_be_long(passphrase)
        salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
        head = _Sealed(_FORMAT, _MEMORY_KIB, _PASSES, _LANES, salt, nonce, b"")
        head.sealed = AESGCM(_key(passphrase, head)).encrypt(nonce, msgspec.json.encode(login), _told(head))
        half = self._path.with_name(f".{SEALED_LOGIN}.half")
        half.unlink(missing_ok=True)
        descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(msgspec.json.encode(head) + b"\n")
            opened.flush()
            os.fsync(opened.fileno())
        half.replace(self._path)

    def open(self, passphrase: str) -> Login:
        """The login; SettingsError if there is none, if it was damaged, or if the passphrase is another."""
        try:
            head = msgspec.json.decode(self._path.read_bytes(), type=_Sealed)
        except FileNotFoundError:
            raise SettingsError(
                "There is no login in this workspace.",
                means="Nothing was asked for.",
                todo="Make one with: schakel collect login --authorisation ID",
            ) from None
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self._unusable("it cannot be read") from error
        costs = (head.memory_kib, head.passes, head.lanes)
        if head.format != _FORMAT or costs != (_MEMORY_KIB, _PASSES, _LANES):
            raise self._unusable("it was not written by this version")
        try:
            plain = AESGCM(_key(passphrase, head)).decrypt(head.nonce, head.sealed, _told(head))
            return msgspec.json.decode(plain, type=Login)
        except (InvalidTag, ValueError) as error:
            raise SettingsError(
                "The passphrase does not open the login.",
                means="Nothing was asked for. Or the file was changed after it was written.",
                todo="Type it again. If it is lost: close the session in the app, and make a new login with schakel collect login.",
            ) from error

    def remove(self) -> None:
        """The file is gone."""
        self._path.unlink(missing_ok=True)

    def _unusable(self, why: str) -> SettingsError:
        return SettingsError(
            f"The login in {self._path.name} cannot be used: {why}.",
            means="Nothing was asked for.",
            todo="Close the session in the app, remove the file, and make a new login with: schakel collect login",
        )


def must_be_long(passphrase: str) -> None:
    """Nothing for a passphrase that can seal a login; else UsageError."""
    if len(passphrase) < SHORTEST:
        raise UsageError(
            f"The passphrase is too short: it needs at least {SHORTEST} signs.",
            means="Nothing was done.",
            todo="Take a sentence that you do not use elsewhere.",
        )


def _key(passphrase: str, head: _Sealed) -> bytes:
    return hash_secret_raw(
        passphrase.encode(),
        head.salt,
        time_cost=head.passes,
        memory_cost=head.memory_kib,
        parallelism=head.lanes,
        hash_len=_KEY_BYTES,
        type=Type.ID,
    )


def _told(head: _Sealed) -> bytes:
    """What stands open in the file; it cannot be changed unseen either."""
    salt = base64.b64encode(head.salt).decode()
    return canonical_json([head.format, head.memory_kib, head.passes, head.lanes, salt])
