"""Slips of the finger in words that tell something."""

from time import process_time

import pyarrow as pa
import pytest

from schakel.reading.candidates import candidate_mask
from schakel.reading.folding.plain_text import plain_text
from schakel.reading.offers import read_text
from schakel.reading.slips import _lacking, _sought, holds_a_slip, without_slips


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ketamien gezcoht breda", "ketamien gezocht breda"),  # two letters changed about
        ("wie heeft amfetaimne", "wie heeft amfetamine"),
        ("2 valiumm voor zaterdag", "2 valium voor zaterdag"),  # typed twice
        ("is t beschkbaar", "is t beschikbaar"),  # left out
        ("goeie speeeeed", "goeie speed"),  # held down
    ],
)
def test_reads_what_is_meant(written: str, meant: str) -> None:
    assert without_slips(plain_text(written)).plain == meant


@pytest.mark.parametrize(
    "written",
    [
        "de kapper was duur",  # no "klapper"
        "twee nachten in een hotel",  # no "nächsten"
        "wie redt me",  # no "redet"
        "@gezcoht_1 en www.beschkbaar.nl",  # names and addresses
        "hmmmm",
        "pasfoto nodig",
    ],
)
def test_leaves_words_of_their_own(written: str) -> None:
    assert without_slips(plain_text(written)) is not None
    assert without_slips(plain_text(written)).plain == plain_text(written).plain


def test_the_span_leads_to_what_was_written() -> None:
    text = "✨ te koop: amfetaimne 10 gram 60 euro"
    reading = read_text(text)
    assert (reading.act, reading.items[0].commodity) == ("offer", "amphetamine")
    assert any("amfetaimne" in text[start:end] for start, end in reading.items[0].spans)


def test_the_quick_pass_looks_at_such_a_text() -> None:
    assert holds_a_slip("amfetaimne gezcoht")
    assert candidate_mask(pa.array(["ketamien gezcoht in breda"])).tolist() == [True]


def test_hostile_text_takes_little_time() -> None:
    begun = process_time()
    for text in ("a" * 20_000, "ab" * 45, "x" * 89 + "é", "geeee" * 18, " ".join(["zzyyxx"] * 12)):
        without_slips(plain_text(text))
    assert process_time() - begun < 1


def test_a_letter_left_out_is_read_only_where_one_word_alone_is_meant() -> None:
    lacking = _lacking()
    sought = _sought()
    assert lacking["beschkbaar"] == "beschikbaar"
    for short, word in sorted(lacking.items())[::500]:
        one_more = {short[:at] + letter + short[at:] for at in range(1, len(short)) for letter in set(word)}
        assert {whole for whole in one_more & sought if len(whole) > 7} == {word}
