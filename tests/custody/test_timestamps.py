"""Time stamps with a real authority of its own: OpenSSL, without a network."""

import shutil
import subprocess
from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from schakel.custody.timestamps import ASKED, read_time_stamp, time_stamp_request
from schakel.records.errors import SealError

pytest.importorskip(
    "rfc3161_client", reason="the library for time stamps is not installed (schakel[timestamp])"
)

CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
default_policy = 1.2.3.4
signer_digest = sha256
digests = sha256, sha512
ess_cert_id_chain = no
[ext]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
"""


class Authority:
    """A root, a signer, and answers to requests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "conf").write_text(CONFIG.format(folder=folder))
        (folder / "serial").write_text("01")
        self._openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=root", "-days", "2", "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign")  # fmt: skip
        self._openssl(
            "req",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            "tsa.key",
            "-out",
            "tsa.csr",
            "-subj",
            "/CN=tsa",
        )
        self._openssl("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-out", "tsa.pem", "-days", "2", "-extfile", "conf", "-extensions", "ext", "-set_serial", "7")  # fmt: skip

    def answer(self, request: bytes) -> bytes:
        (self.folder / "q.tsq").write_bytes(request)
        self._openssl(
            "ts", "-reply", "-config", "conf", "-section", "here", "-queryfile", "q.tsq", "-out", "a.tsr"
        )
        return (self.folder / "a.tsr").read_bytes()

    def _openssl(self, *words: str) -> None:
        done = subprocess.run(
            ["openssl", *words], check=False, capture_output=True, text=True, cwd=self.folder
        )
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl on this machine")
    return Authority(tmp_path_factory.mktemp("tsa"))


def asked(tmp_path: Path, head: str) -> Ledger:
    ledger = Ledger(tmp_path / "ledger.jsonl", "tester")
    ledger.add(ASKED, outputs={"seq": 12, "head": head})
    return ledger


def test_an_answer_is_checked_and_says_when(tmp_path: Path, authority: Authority) -> None:
    head = "ab" * 32
    answer, root = authority.answer(time_stamp_request(head)), (authority.folder / "ca.pem").read_bytes()
    stamped = read_time_stamp(answer, asked(tmp_path, head).entries(), root)
    assert (stamped.seq, stamped.head, stamped.signature_checked) == (12, head, True)
    assert stamped.at.startswith("20")
    assert not read_time_stamp(answer, asked(tmp_path, head).entries()).signature_checked


def test_a_stamp_on_something_else_and_one_of_somebody_else_are_refused(
    tmp_path: Path, authority: Authority
) -> None:
    head = "ab" * 32
    answer = authority.answer(time_stamp_request("cd" * 32))
    with pytest.raises(SealError, match="on no entry"):
        read_time_stamp(answer, asked(tmp_path, head).entries())
    (tmp_path / "other").mkdir()
    other = Authority(tmp_path / "other")
    answer = authority.answer(time_stamp_request(head))
    with pytest.raises(SealError, match="not signed under that certificate"):
        read_time_stamp(answer, asked(tmp_path, head).entries(), (other.folder / "ca.pem").read_bytes())
    with pytest.raises(SealError):
        read_time_stamp(answer, asked(tmp_path, head).entries(), b"no certificate")
    with pytest.raises(SealError, match="not the answer"):
        read_time_stamp(b"hello", asked(tmp_path, head).entries())
