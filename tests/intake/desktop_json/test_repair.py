"""Repair changes the known defects and nothing else."""

import json

from hypothesis import given
from hypothesis import strategies as st

from schakel.intake.desktop_json.repair import repair


@given(st.text(), st.booleans())
def test_valid_json_stays_as_it_is(text: str, escaped: bool) -> None:
    raw = json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=escaped).encode()
    assert repair(raw) == raw


@given(st.text(st.sampled_from('\\x1F ab\x1f\u2028\u2029"'), max_size=30))
def test_what_the_writer_broke_is_read_back_letter_for_letter(text: str) -> None:
    written = json.dumps(text, ensure_ascii=False).encode()
    broken = written.replace(b"\\u001f", rb"\x1F")
    broken = broken.replace("\u2028".encode(), b"\\u2028\x80\xa8").replace(
        "\u2029".encode(), b"\\u2029\x80\xa9"
    )
    assert json.loads(repair(broken)) == text
