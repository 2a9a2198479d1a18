"""A signature holds if cryptography's library made it so, and not where anything of it was changed."""

import hashlib
import json
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.custody.checkpoints import public_half
from schakel.custody.handed_out import signed_by as signed_by_key
from schakel.custody.package_check.checks import check_package
from schakel.custody.package_check.ed25519 import signed_by
from schakel.custody.signing import signature_file
from tests.custody.package_check.sample import put, reseal

ORDER = 2**252 + 27742317777372353535851937790883648493


def by_the_library(key: bytes, said: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, said)
    except (InvalidSignature, ValueError):
        return False
    return True


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=100), st.integers(0, 8 * 96 - 1))
def test_it_says_what_the_library_says(seed: bytes, said: bytes, bit: int) -> None:
    private = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = private.public_key().public_bytes_raw(), private.sign(said)
    assert signed_by(public, said, signature)
    whole = bytearray(public + signature)
    whole[bit // 8] ^= 1 << bit % 8
    key, changed = bytes(whole[:32]), bytes(whole[32:])
    assert signed_by(key, said, changed) == by_the_library(key, said, changed) is False
    assert not signed_by(public, said + b"x", signature)


def test_the_first_signature_of_the_standard_holds() -> None:
    """RFC 8032, section 7.1, test 1."""
    key = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    signature = bytes.fromhex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )
    assert signed_by(key, b"", signature)


def test_another_number_of_the_same_rest_is_no_second_signature() -> None:
    private = Ed25519PrivateKey.generate()
    signature = private.sign(b"said")
    more = (int.from_bytes(signature[32:], "little") + ORDER).to_bytes(32, "little")
    assert not signed_by(private.public_key().public_bytes_raw(), b"said", signature[:32] + more)


@pytest.mark.parametrize("key", [b"", b"\xff" * 32, b"\x02" + b"\0" * 31, b"\0" * 31])
def test_what_is_no_key_signed_nothing(key: bytes) -> None:
    assert not signed_by(key, b"", b"\0" * 64)
    assert not signed_by(b"\0" * 32, b"", key)


def faults(path: Path) -> tuple[str, ...]:
    return next(check.faults for check in check_package(path) if check.name == "signature")


def test_a_signed_package_holds_and_one_that_was_changed_or_signed_for_another_does_not(sample: Path) -> None:
    key = Ed25519PrivateKey.generate()
    digest = hashlib.sha256((sample / "tagmanifest-sha256.txt").read_bytes()).hexdigest()
    (sample / "signature.json").write_bytes(signature_file(key, digest))
    checks = check_package(sample)
    assert all(check.holds for check in checks)
    assert f"signed by the key {public_half(key)}" in checks[-1].told
    assert signed_by_key(sample, public_half(key).upper()).holds
    assert not signed_by_key(sample, "0" * 64).holds
    said = json.loads((sample / "signature.json").read_text("utf-8"))
    for name, value in (("signature", "00" * 64), ("key", "00" * 32)):
        (sample / "signature.json").write_text(json.dumps(said | {name: value}), "utf-8")
        assert faults(sample) == (
            "signature.json does not hold: this package was not signed by the key it names",
        )
    (sample / "signature.json").write_bytes(signature_file(key, "0" * 64))
    assert "signature.json is on another package" in faults(sample)
    for raw in (
        b"",
        b"{}",
        b'{"key": 3, "signature": [], "tagmanifest": null}',
        b'{"key": "zz", "signature": "zz"}',
    ):
        (sample / "signature.json").write_bytes(raw)
        assert faults(sample)


def test_without_a_signature_that_is_said(sample: Path) -> None:
    assert check_package(sample)[-1].told.startswith("it is not signed")
    assert not signed_by_key(sample, "").holds


def signed(sample: Path, key: Ed25519PrivateKey, promised: str | None) -> Path:
    """The package with what `handover.json` says of its key, and a signature by the key."""
    if promised is not None:
        put(sample / "handover.json", json.dumps({"signed_by": promised}).encode())
        reseal(sample)
    digest = hashlib.sha256((sample / "tagmanifest-sha256.txt").read_bytes()).hexdigest()
    (sample / "signature.json").write_bytes(signature_file(key, digest))
    return sample


def test_a_signature_that_was_promised_and_is_gone_is_missed(sample: Path) -> None:
    key = Ed25519PrivateKey.generate()
    assert not faults(signed(sample, key, public_half(key)))
    (sample / "signature.json").unlink()
    assert "signature.json is gone" in faults(sample)[0]
    assert public_half(key) in faults(sample)[0]


@pytest.mark.parametrize("promised", ["", "00" * 32])
def test_a_signature_of_another_key_than_was_promised_is_seen(sample: Path, promised: str) -> None:
    key = Ed25519PrivateKey.generate()
    (fault,) = faults(signed(sample, key, promised))
    assert "another key than handover.json" in fault
    assert (promised or "nobody") in fault


def test_packages_from_before_the_key_was_named_hold(sample: Path) -> None:
    assert not faults(sample)
    key = Ed25519PrivateKey.generate()
    assert not faults(signed(sample, key, None))
