"""Signed checkpoints: how far the ledger and the casebook had come, under an Ed25519 key that is kept elsewhere.

A hash chain shows that nothing was changed in its middle; whoever can write the file can still cut its end off or write
all of it anew. A checkpoint that somebody else holds shows that too.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from schakel.custody.ledger import Ledger, canonical_json
from schakel.records.errors import SealError, SettingsError
from schakel.records.facts import LedgerEntry

ACT = "checkpoint"
_KIND = "schakel-checkpoint-1"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What was signed: number and hash of the last ledger entry, and of the last act of the casebook."""

    seq: int
    head: str
    casebook_act: int
    casebook_head: str
    public_key: str  # 64 hex digits
    signature: str

    @property
    def fingerprint(self) -> str:
        """The key in 16 digits, to be compared by eye."""
        return sha256(bytes.fromhex(self.public_key)).hexdigest()[:16]


def new_key(path: Path, passphrase: str = "") -> str:
    """Makes a signing key at `path`, readable by its owner only, and gives its public half in hex digits.

    A file that is there already is never overwritten.
    """
    key = Ed25519PrivateKey.generate()
    lock = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise SettingsError(
            f"No key was made at {path}: {error.strerror}.",
            todo="Name a new file in a folder of yours; a key is never overwritten.",
        ) from error
    with os.fdopen(handle, "wb") as opened:
        opened.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock))
    return public_half(key)


def set_checkpoint(
    ledger: Ledger, casebook: tuple[int, str], key_file: Path, passphrase: str = ""
) -> Checkpoint:
    """Signs where ledger and casebook stand now, and writes that in the ledger; the answer is to be kept elsewhere."""
    key = read_key(key_file, passphrase)
    last: LedgerEntry | None = None
    for last in ledger.entries():  # noqa: B007 - the last one is wanted
        pass
    if last is None:
        raise SettingsError(
            "The ledger is empty.", means="There is nothing to sign.", todo="Run something first."
        )
    public = public_half(key)
    said = _said(last.seq, last.hash, casebook, public)
    checkpoint = Checkpoint(last.seq, last.hash, *casebook, public, key.sign(said).hex())
    ledger.add(ACT, outputs=asdict(checkpoint))
    return checkpoint


def read_checkpoint(path: Path) -> Checkpoint:
    """A checkpoint that was kept elsewhere; SettingsError if the file is not one."""
    try:
        return Checkpoint(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError) as error:
        raise SettingsError(
            f"{path} is not a checkpoint.",
            todo="It is the file that `schakel audit --checkpoint -o FILE` wrote.",
        ) from error


def check_checkpoints(entries: Iterable[LedgerEntry], kept: Iterable[Checkpoint] = ()) -> list[str]:
    """One sentence for each checkpoint, in the ledger or kept elsewhere, that does not fit; empty if all do.

    1. the signature is that of the key it names
    2. the ledger has the entry it names, with the hash it names
    3. a checkpoint that was kept elsewhere stands in the ledger, under the same key
    """
    hashes: dict[int, str] = {}
    found: list[Checkpoint] = []
    for entry in entries:
        hashes[entry.seq] = entry.hash
        if entry.act == ACT:
            found.append(Checkpoint(**entry.outputs))
    faults = [fault for one in found for fault in _faults(one, hashes, "in the ledger")]
    for one in kept:
        own = _faults(one, hashes, "kept elsewhere")
        faults += own or ([] if one in found else [_gone(one)])
    return faults


def checkpoints_in(entries: Iterable[LedgerEntry]) -> list[Checkpoint]:
    """All checkpoints of the ledger, oldest first."""
    return [Checkpoint(**entry.outputs) for entry in entries if entry.act == ACT]


def _faults(one: Checkpoint, hashes: dict[int, str], where: str) -> list[str]:
    said = _said(one.seq, one.head, (one.casebook_act, one.casebook_head), one.public_key)
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(one.public_key)).verify(
            bytes.fromhex(one.signature), said
        )
    except (InvalidSignature, ValueError, UnsupportedAlgorithm):
        return [f"The checkpoint at entry {one.seq} {where} was not signed by the key it names."]
    if one.seq not in hashes:
        return [
            f"The ledger ends before entry {one.seq}, at which a checkpoint {where} was set: its end was cut off."
        ]
    if hashes[one.seq] != one.head:
        return [
            f"Entry {one.seq} is not the one that the checkpoint {where} was set at: the ledger was written anew."
        ]
    return []


def _gone(one: Checkpoint) -> str:
    return f"The checkpoint at entry {one.seq} that was kept elsewhere is no longer in the ledger, or under another key."


def _said(seq: int, head: str, casebook: tuple[int, str], public: str) -> bytes:
    body: dict[str, Any] = {
        "kind": _KIND,
        "seq": seq,
        "head": head,
        "casebook": list(casebook),
        "key": public,
    }
    return canonical_json(body)


def public_half(key: Ed25519PrivateKey) -> str:
    """The public half of a key, in hex digits."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def read_key(path: Path, passphrase: str) -> Ed25519PrivateKey:
    """The key in a file; SettingsError if there is none that can be used, SealError if it is of another kind."""
    try:
        key = load_pem_private_key(path.read_bytes(), passphrase.encode() if passphrase else None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise SettingsError(
            f"The key {path} cannot be used: {error}.",
            todo="Make one with `schakel audit --new-key FILE`; its words of passage go in SCHAKEL_KEY_PASSPHRASE.",
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise SealError(
            f"The key {path} is not an Ed25519 key.", todo="Make one with `schakel audit --new-key FILE`."
        )
    return key
