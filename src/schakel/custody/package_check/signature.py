"""Whether a package was signed, by which key, and whether the signature is on this very package."""

import json
from collections.abc import Iterable

from schakel.custody.package_check.bag import UNSIGNED
from schakel.custody.package_check.ed25519 import signed_by
from schakel.custody.package_check.files import Package, shown

KIND = "schakel-package"
_HANDED_OVER = "handover.json"  # who handed it over, when, why
_HEX = 200  # digits of a key or signature that are read; they have 64 and 128


def what_is_signed(tagmanifest: str, key: str) -> bytes:
    """The bytes that a signature of a package is on: the sha256 of its first tag manifest, and the key that signs."""
    said = {"kind": KIND, "tagmanifest": tagmanifest, "key": key}
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode("ascii")


def signature(package: Package) -> tuple[str, Iterable[str]]:
    """A signature, if there is one, is on this package and by the key it names, which `handover.json` names too.

    Whose key that is the sender must tell. Packages that were made before `handover.json` named the key say nothing there.
    """
    handed = package.record(_HANDED_OVER) if _HANDED_OVER in package.measured else {}
    promised = str(handed["signed_by"])[:_HEX] if "signed_by" in handed else None
    if UNSIGNED not in package.measured:
        gone = (
            [f"handover.json says that the key {shown(promised)} signed it, and signature.json is gone"]
            if promised
            else []
        )
        return "it is not signed: that it comes from whom it says must be known otherwise", gone
    said = package.record(UNSIGNED)
    key, signed = str(said.get("key"))[:_HEX], str(said.get("signature"))[:_HEX]
    real = package.measured["tagmanifest-sha256.txt"].sha256
    faults = [] if said.get("tagmanifest") == real else ["signature.json is on another package"]
    if promised is not None and promised != key:
        by = f"the key {shown(promised)}" if promised else "nobody"
        faults.append(f"signature.json names another key than handover.json, by which {by} signed it")
    if not signed_by(bytes.fromhex(key), what_is_signed(real, key), bytes.fromhex(signed)):
        faults.append("signature.json does not hold: this package was not signed by the key it names")
    return f"signed by the key {shown(key)}; ask the sender by another way whether it is theirs", faults
