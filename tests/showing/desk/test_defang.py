import pytest

from schakel.showing.desk.defang import defanged


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://t.me/plug", "hxxps://t[.]me/plug"),
        ("HTTP://evil.example/a.b?c=d.e", "hxxp://evil[.]example/a[.]b?c=d[.]e"),
        ("user@mail.example", "user@mail[.]example"),
        ("+31612345678", "+31612345678"),
        ("plug_groningen", "plug_groningen"),
        ("...", "..."),
    ],
)
def test_no_program_takes_it_for_a_link(written: str, shown: str) -> None:
    assert defanged(written) == shown
