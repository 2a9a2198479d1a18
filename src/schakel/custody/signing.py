"""Signs a hand-over package with the key of an organisation."""

import json

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from schakel.custody.checkpoints import public_half
from schakel.custody.package_check.signature import KIND, what_is_signed


def signature_file(key: Ed25519PrivateKey, tagmanifest: str) -> bytes:
    """The file `signature.json` of a package whose first tag manifest has this sha256."""
    public = public_half(key)
    signed = key.sign(what_is_signed(tagmanifest, public)).hex()
    told = {"kind": KIND, "tagmanifest": tagmanifest, "key": public, "signature": signed}
    return json.dumps(told, indent=1).encode("ascii") + b"\n"
