"""What stands on no page with a sign or word of theirs need not be looked for; nothing that is read is lost by it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.reading.selectors import find
from schakel.reading.selectors.find import read_selectors_each
from schakel.reading.selectors.selector import Page

_PIECES = (
    "t", "me", "tg", "telegram", "dog", "wa", "slash", "barra", "слэш", " ", "plug_050", "0612345678", "31612345678", "X6SHA3YS",
    "threema ", "id ", "signal ", "snap ", "dm ", "user ", " at ", "dot", " punt ", "com", "nl", "onion", "www", "http", ":", "//",
    "@", ".", "/", "\\", "(", ")", "[", "]", "{", "}", "<", ">", "iban ", "NL91ABNA0417164300", "NL 91 ABNA 0417 1643 00",
    "05" + "a" * 64, "gmail", "apenstaart ", "nul zes een twee drie vier vijf zes zeven acht", "luna.bahce.07", "👻", "\n", "．", "／", "koop",
)  # fmt: skip


@settings(deadline=None)  # the lists are loaded in the first
@given(st.lists(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join), max_size=4))
def test_the_same_is_read_where_every_page_is_looked_at(texts: list[str]) -> None:
    found = read_selectors_each(texts)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(find, "_may_tell", lambda _page: True)
        assert read_selectors_each(texts) == found


def test_an_ordinary_line_is_not_looked_at() -> None:
    assert not find._may_tell(Page("zoek betrouwbare verkoper xanax, wie heeft"))
