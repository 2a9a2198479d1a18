"""One request on the wire: who answered is proved, and nothing that comes can take more room or time than was set."""

import gzip
import ssl
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from schakel.collecting.previews.asking import Asker
from schakel.collecting.previews.manners import Manners, manners
from schakel.collecting.proxies import Proxy
from schakel.records.errors import SettingsError
from tests.collecting.previews.conftest import Collector, log_of
from tests.collecting.previews.preview_site import PreviewSite, Reply, history_page, preview_site

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate with its key for this machine, which nobody signed but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "preview site of the tests")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "site.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


@pytest.fixture
def https_site(certificate: Path) -> Iterator[PreviewSite]:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate)
    with preview_site(server) as site:
        site.add("markt", range(1, 4))
        yield site


def test_a_site_that_does_not_prove_who_it_is_is_told_nothing(
    https_site: PreviewSite, tmp_path: Path
) -> None:
    outcome = Collector(https_site, tmp_path / "collected", trusting=None).collect("markt")
    assert (outcome.stopped, https_site.paths) == ("not-trusted", [])
    assert "did not prove who it is" in outcome.why
    assert len(log_of(outcome)) == 1  # and it is not asked again


def test_the_certificate_of_who_answered_stands_in_the_log(
    https_site: PreviewSite, certificate: Path, tmp_path: Path
) -> None:
    trusting = ssl.create_default_context(cafile=str(certificate))
    outcome = Collector(https_site, tmp_path / "collected", trusting=trusting).collect("markt")
    pem = certificate.read_text().split("-----BEGIN PRIVATE")[0]
    digest = sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
    assert {line["certificate"] for line in log_of(outcome)} == {digest}
    assert {line["server"].split()[0] for line in log_of(outcome)} == {"127.0.0.1"}


def test_an_answer_that_does_not_end_is_left(site: PreviewSite, collector: Collector) -> None:
    small = collector.with_manners(answer_bytes=1000)
    site.instead["/s/markt"] = [Reply(200, b"x" * 1001, HTML)]
    site.instead["/s/plein"] = [Reply(200, b"x" * 1000, HTML)]
    outcome = small.collect("markt", "plein")
    assert [told.ended for told in outcome.chats] == ["too-large", "preview-off"]
    first, second = log_of(outcome)[:2]
    assert (first["bytes"], first["fault"], second["bytes"]) == (1000, "too-large", 1000)


@pytest.mark.parametrize("packed_as", ["gzip", "deflate"])
def test_what_is_packed_unasked_is_kept_as_it_came_and_unpacked(
    site: PreviewSite, collector: Collector, packed_as: str
) -> None:
    plain = history_page(site.add("markt", range(1, 4)), [1, 2, 3]).encode()
    packed = gzip.compress(plain) if packed_as == "gzip" else zlib.compress(plain)
    site.instead["/s/markt"] = [Reply(200, packed, HTML | {"Content-Encoding": packed_as})]
    outcome = collector.collect("markt")
    line = log_of(outcome)[0]
    assert sorted(outcome.chats[0].numbers) == [1, 2, 3]
    assert (outcome.folder / line["file"]).read_bytes() == packed
    assert line["sha256"] == sha256(packed).hexdigest()
    assert (outcome.folder / line["unpacked"]["file"]).read_bytes() == plain
    assert line["unpacked"]["sha256"] == sha256(plain).hexdigest()


@pytest.mark.parametrize(
    ("packed_as", "body"),
    [
        ("gzip", gzip.compress(b"\0" * 2_000_000, mtime=0)),  # 2 KB that become 2 MB
        ("gzip", gzip.compress(b"<html>" * 99, mtime=0)[:-9]),
        ("gzip", b"no gzip at all"),
        ("br", b"\x0b\x02\x80"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"x", mtime=0), mtime=0)),
    ],
)
def test_bombs_and_other_packings_are_told_and_not_opened(
    site: PreviewSite, collector: Collector, packed_as: str, body: bytes
) -> None:
    small = collector.with_manners(decoded_bytes=1_000_000)
    site.instead["/s/markt"] = [Reply(200, body, HTML | {"Content-Encoding": packed_as})]
    outcome = small.collect("markt")
    assert outcome.chats[0].ended == "not-a-page"
    assert f"packed as {packed_as}" in outcome.chats[0].why
    assert (outcome.folder / log_of(outcome)[0]["file"]).read_bytes() == body


def test_a_site_that_is_silent_or_drips_is_left(site: PreviewSite) -> None:
    site.instead["/a"] = [Reply(200, b"x" * 10, HTML, drip=0.5)]
    site.instead["/b"] = [Reply(200, b"x" * 10, HTML, drip=0.02)]
    hasty = manners_with(silent=0.1)
    asker = Asker(hasty, None, lambda: 0.0)
    silent = asker.ask(f"{site.address}/a")
    assert (silent.fault, silent.status) == ("slow", 200)
    asker.close()
    ticks = iter(range(0, 10_000, 50))
    asker = Asker(manners_with(silent=5.0), None, lambda: next(ticks))
    drips = asker.ask(f"{site.address}/b")
    asker.close()
    assert drips.fault == "slow"
    assert 0 < len(drips.body) < 10
    assert "not whole after 120 seconds" in drips.why


def test_no_cookie_or_header_is_kept_for_the_next_question(site: PreviewSite) -> None:
    reply = Reply(
        200, b"x", HTML | {"Set-Cookie": "a=1", "ETag": "e", "Last-Modified": "m", "X-Long": "y" * 999}
    )
    site.instead["/a"] = [reply, reply]
    asker = Asker(manners(), None, lambda: 0.0)
    answers = [asker.ask(f"{site.address}/a") for _ in range(2)]
    asker.close()
    assert [dict(headers) for _, headers in site.asked] == [dict(site.asked[0][1])] * 2
    assert set(answers[0].told()["headers"]) == {
        "content-type",
        "content-length",
        "date",
        "last-modified",
        "server",
    }
    assert all(len(value) <= 300 for value in (answers[0].headers or {}).values())


def test_what_a_proxy_sees_is_the_question_and_it_is_the_only_way(site: PreviewSite) -> None:
    proxy = Proxy(site.address.replace("http://", "http://user:secret@"), site.address)
    site.instead["http://nowhere.invalid/s/markt"] = [Reply(200, b"x", HTML)]
    asker = Asker(manners(), proxy, lambda: 0.0)
    answer = asker.ask("http://nowhere.invalid/s/markt")
    asker.close()
    assert (answer.status, answer.server) == (200, "")
    assert site.paths == ["http://nowhere.invalid/s/markt"]


def test_without_its_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx2", None)
    with pytest.raises(SettingsError) as told:
        Asker(manners(), None, lambda: 0.0)
    assert told.value.todo == "Type: pip install 'schakel[collect]'"
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "socksio", None)
    with pytest.raises(SettingsError) as told:
        Asker(manners(), Proxy("socks5h://127.0.0.1:9050", "-"), lambda: 0.0)
    assert told.value.todo == "Type: pip install socksio"


def manners_with(**other: float) -> Manners:
    return replace(manners(), **other)  # type: ignore[arg-type] - all of these are seconds
