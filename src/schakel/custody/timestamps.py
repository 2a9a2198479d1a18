"""Time stamps of a third party (RFC 3161) on the head of the ledger, asked for without a network.

The request is a file that people carry to their own time-stamping authority; the answer is a file that comes back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.x509 import load_pem_x509_certificates

from schakel.records.errors import SealError, SettingsError
from schakel.records.facts import LedgerEntry

ASKED, STAMPED = "timestamp-asked", "timestamp"
_DIGESTS = {"2.16.840.1.101.3.4.2.1": hashes.SHA256, "2.16.840.1.101.3.4.2.3": hashes.SHA512}


@dataclass(frozen=True, slots=True)
class Stamped:
    """What an answer says: the entry of the ledger it is on, the moment (UTC), and the digest of the answer file."""

    seq: int
    head: str
    at: str
    answer_sha256: str
    signature_checked: bool


def time_stamp_request(head: str) -> bytes:
    """The request (DER) for a time stamp on a hash of the ledger, with a nonce, asking for the authority's certificate."""
    builder = _library().TimestampRequestBuilder().data(head.encode()).nonce(nonce=True)
    request: bytes = builder.cert_request(cert_request=True).build().as_bytes()
    return request


def read_time_stamp(answer: bytes, entries: Iterable[LedgerEntry], certificate: bytes = b"") -> Stamped:
    """What a time stamp says, if it is on an entry for which one was asked.

    With the authority's root certificate (PEM) also whether it signed it; without, the answer counts as unchecked.
    SealError if the authority refused, the stamp is on something else, or the signature does not hold.
    """
    try:
        response = _library().decode_timestamp_response(answer)
        info = response.tst_info
    except ValueError as error:
        raise SealError(
            "This is not the answer of a time-stamping authority, or it refused.",
            todo="Look at it with: openssl ts -reply -text",
        ) from error
    for entry in entries:
        if entry.act == ASKED and _digest(info, entry.outputs["head"]) == bytes(info.message_imprint.message):
            if certificate:
                _must_be_signed(response, entry.outputs["head"], certificate)
            moment = info.gen_time.strftime("%Y-%m-%dT%H:%M:%SZ")
            outputs = entry.outputs
            return Stamped(
                outputs["seq"], outputs["head"], moment, sha256(answer).hexdigest(), bool(certificate)
            )
    raise SealError(
        "The time stamp is on no entry of this ledger.",
        means="It proves nothing here.",
        todo="Is it another workspace's?",
    )


def read_file(path: Path) -> bytes:
    """The bytes of a file; SettingsError if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}.", todo="Check its name.") from error


def _digest(info: Any, head: str) -> bytes:
    kind = _DIGESTS.get(info.message_imprint.hash_algorithm.dotted_string)
    if kind is None:
        return b""
    total = hashes.Hash(kind())
    total.update(head.encode())
    return total.finalize()


def _must_be_signed(response: Any, head: str, certificate: bytes) -> None:
    library = _library()
    try:
        builder = library.VerifierBuilder()
        for root in load_pem_x509_certificates(certificate):
            builder = builder.add_root_certificate(root)
        builder.build().verify_message(response, head.encode())
    except (library.VerificationError, ValueError) as error:
        raise SealError(
            f"The time stamp was not signed under that certificate: {error}.", means="It proves nothing here."
        ) from error


def _library() -> Any:
    try:
        return import_module("rfc3161_client")
    except ImportError:
        raise SettingsError(
            "Time stamps need a library that is not installed.",
            todo="Install it with: pip install schakel[timestamp]",
        ) from None
