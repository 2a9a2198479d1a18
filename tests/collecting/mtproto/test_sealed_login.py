"""The file of a login: only the passphrase opens it, nobody can change it unseen, and nothing can be read in it."""

import json
import stat
from pathlib import Path

import pytest

from schakel.collecting.mtproto.guarded_client import App, Way
from schakel.collecting.mtproto.sealed_login import SEALED_LOGIN, Login, SealedLogin
from schakel.collecting.proxies import Proxy
from schakel.records.errors import SettingsError, UsageError

PHRASE = "vier paarden in de mist"
LOGIN = Login("2 127.0.0.1 443 " + "ab" * 256, 12345, "0123456789abcdef", "", {"markt": ("channel", 500, 77)})


def test_what_was_sealed_comes_back_and_stands_nowhere_in_the_file(tmp_path: Path) -> None:
    SealedLogin(tmp_path).write(LOGIN, PHRASE)
    assert SealedLogin(tmp_path).open(PHRASE) == LOGIN
    raw = (tmp_path / SEALED_LOGIN).read_bytes()
    for secret in (b"ab" * 8, b"12345", b"0123456789abcdef", b"markt", PHRASE.encode()):
        assert secret not in raw
    assert stat.S_IMODE((tmp_path / SEALED_LOGIN).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [SEALED_LOGIN]


def test_each_sealing_has_its_own_salt(tmp_path: Path) -> None:
    files = []
    for _ in range(2):
        SealedLogin(tmp_path).write(LOGIN, PHRASE)
        files.append(json.loads((tmp_path / SEALED_LOGIN).read_bytes()))
    assert all(files[0][part] != files[1][part] for part in ("salt", "nonce", "sealed"))


def test_another_passphrase_does_not_open_it(tmp_path: Path) -> None:
    SealedLogin(tmp_path).write(LOGIN, PHRASE)
    with pytest.raises(SettingsError, match="does not open the login"):
        SealedLogin(tmp_path).open(PHRASE + " ")


@pytest.mark.parametrize("part", ["salt", "nonce", "sealed", "memory_kib", "passes", "lanes", "format"])
def test_a_changed_file_is_not_opened(tmp_path: Path, part: str) -> None:
    SealedLogin(tmp_path).write(LOGIN, PHRASE)
    path = tmp_path / SEALED_LOGIN
    said = json.loads(path.read_bytes())
    said[part] = said[part] + 1 if isinstance(said[part], int) else said[part][::-1]
    path.write_text(json.dumps(said))
    with pytest.raises(SettingsError):
        SealedLogin(tmp_path).open(PHRASE)


@pytest.mark.parametrize("junk", [b"", b"{}", b"\xff\xfe", b"[1]", b'{"format": "schakel-login-1"}'])
def test_what_is_no_login_is_told_in_words(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / SEALED_LOGIN).write_bytes(junk)
    with pytest.raises(SettingsError, match="cannot be used"):
        SealedLogin(tmp_path).open(PHRASE)


def test_without_a_login_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as missing:
        SealedLogin(tmp_path).open(PHRASE)
    assert "schakel collect login" in missing.value.todo


def test_a_short_passphrase_is_refused_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        SealedLogin(tmp_path).write(LOGIN, "kort")
    assert not SealedLogin(tmp_path).exists()


def test_secrets_do_not_stand_in_what_python_prints_of_them() -> None:
    shown = repr(
        [
            Login("2 host 443 geheim-1", 1, "geheim-2"),
            App(1, "geheim-3"),
            Way("http", "host", 80, "geheim-4", "geheim-5"),
            Proxy("http://geheim-6@host", "http://host"),
        ]
    )
    assert "geheim" not in shown
