"""Along which way is asked: as was said, never as the surroundings say in silence."""

import pytest

from schakel.collecting.proxies import address_parts, is_socks, proxy_called
from schakel.records.errors import UsageError

SURROUNDINGS = {"HTTPS_PROXY": "http://user:secret@proxy.example:3128", "HOME": "/"}


def test_a_proxy_of_the_surroundings_is_neither_used_nor_passed_by_in_silence() -> None:
    with pytest.raises(UsageError, match="HTTPS_PROXY names a proxy") as told:
        proxy_called("", SURROUNDINGS, alone=False)
    assert "secret" not in told.value.diagnostics()
    assert proxy_called("none", SURROUNDINGS, alone=False) is None
    assert (
        proxy_called("", {"HTTP_PROXY": "http://proxy.example"}, alone=False) is None
    )  # it is not for https
    assert proxy_called("", SURROUNDINGS, alone=True) is None


def test_a_proxy_is_told_without_its_password() -> None:
    proxy = proxy_called(SURROUNDINGS["HTTPS_PROXY"], SURROUNDINGS, alone=False)
    assert proxy is not None
    assert proxy.told == "http://proxy.example:3128"
    assert proxy.url == SURROUNDINGS["HTTPS_PROXY"]
    assert "secret" not in repr(proxy)  # as it would stand in a report of a fault
    tor = proxy_called("socks5h://[::1]:9050", {}, alone=False)
    assert tor is not None
    assert tor.told == "socks5h://[::1]:9050"


@pytest.mark.parametrize(
    "written", ["proxy.example", "ftp://proxy.example", "http://", "http://proxy:x", "socks4://a:1"]
)
def test_what_is_no_proxy_is_refused_without_saying_it_back(written: str) -> None:
    with pytest.raises(UsageError, match="The proxy is no address"):
        proxy_called(written, {}, alone=False)


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
def test_every_name_of_a_proxy_in_the_surroundings_is_seen(name: str) -> None:
    with pytest.raises(UsageError, match=f"{name} names a proxy"):
        proxy_called("", {name: "http://proxy.example"}, alone=False)


@pytest.mark.parametrize(
    ("written", "socks"), [("socks5://a:1", True), ("socks5h://a:1", True), ("https://a:1", False)]
)
def test_socks_is_told_apart(written: str, socks: bool) -> None:
    assert is_socks(proxy_called(written, {}, alone=False)) is socks
    assert not is_socks(None)


@pytest.mark.parametrize("written", ["http://a b", "http://\u00e4.example", "http://a\x7f"])
def test_an_address_with_signs_that_none_has_is_none(written: str) -> None:
    assert address_parts(written) is None
