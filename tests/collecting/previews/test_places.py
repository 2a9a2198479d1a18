"""Where is asked: over https, or this machine."""

import pytest

from schakel.collecting.previews.places import Site, site_called
from schakel.records.errors import UsageError

SITE = Site("https://t.me", alone=False)


@pytest.mark.parametrize(
    ("written", "address", "alone"),
    [
        ("https://t.me", "https://t.me", False),
        ("https://T.ME/", "https://t.me", False),
        ("https://mirror.example:8443", "https://mirror.example:8443", False),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", True),
        ("http://localhost:8000/", "http://localhost:8000", True),
        ("http://[::1]:8000", "http://[::1]:8000", True),
        ("https://127.0.0.1", "https://127.0.0.1", True),
    ],
)
def test_sites_that_may_be_asked(written: str, address: str, alone: bool) -> None:
    assert site_called(written) == Site(address, alone)


@pytest.mark.parametrize(
    "written",
    [
        "http://t.me",
        "http://127.0.0.1.example:80",
        "http://localhost.example",
        "ftp://t.me",
        "file:///etc/passwd",
        "t.me",
        "https://",
        "https://user:secret@t.me",
        "https://t.me/s/markt",
        "https://t.me?x=1",
        "https://t.me#x",
        "https://t.me:port",
        "https://[::1",
        "https://t .me",
        "https://tеlegram.example",  # a Cyrillic е
        "https://t.me\x1b[2J",
        "",
    ],
)
def test_sites_that_may_not(written: str) -> None:
    with pytest.raises(UsageError, match="cannot be asked") as told:
        site_called(written)
    assert told.value.happened.isprintable()


def test_addresses_hold_nothing_but_what_is_asked() -> None:
    assert SITE.history("markt") == "https://t.me/s/markt"
    assert SITE.history("markt", before=12) == "https://t.me/s/markt?before=12"
    assert SITE.history("markt", search="a&b=c/d#é ") == "https://t.me/s/markt?q=a%26b%3Dc%2Fd%23%C3%A9%20"
    assert SITE.about("markt") == "https://t.me/markt"


@pytest.mark.parametrize(
    ("location", "same"),
    [
        ("/markt", True),
        ("/Markt/", True),
        ("https://t.me/markt", True),
        ("//t.me/markt", True),
        ("https://t.me/markt?before=3", True),
        ("http://t.me/markt", False),
        ("https://elsewhere.example/markt", False),
        ("https://t.me.elsewhere.example/markt", False),
        ("https://t.me:444/markt", False),
        ("/markt/12", False),
        ("/plein", False),
        ("/s/markt", False),
        ("", False),
    ],
)
def test_only_the_page_about_the_same_chat_is_where_a_preview_that_is_off_leads(
    location: str, same: bool
) -> None:
    assert SITE.leads_to_about("https://t.me/s/markt", location, "markt") is same
