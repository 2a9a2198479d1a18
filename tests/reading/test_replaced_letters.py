import pyarrow as pa
import pytest

from schakel.reading.candidates import candidate_mask
from schakel.reading.folding.plain_text import plain_text
from schakel.reading.offers import read_text, search_text
from schakel.reading.replaced_letters import with_letters_back


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("gl*ck 19 te koop", "glock 19 te koop"),
        ("sn.lle 10 per gram", "snelle 10 per gram"),
        ("xa-ax strip 20", "xanax strip 20"),
        ("br.ine 35", "bruine 35"),
        ("di*zep*m 10mg", "diazepam 10mg"),  # two letters of a long word
    ],
)
def test_puts_the_letter_back(written: str, meant: str) -> None:
    assert with_letters_back(plain_text(written)).plain == meant


@pytest.mark.parametrize(
    "written",
    [
        "c*ke 50",  # coke, or what stands on a birthday table
        "k-ta 20",  # four letters, and a dash joins words too
        "we gaan op vr-dag",  # no word for goods
        "zie www.sn.lle of mail sn.lle@post.nl",  # an address
        "coke.te koop",
        "ap-el",  # "apfel", a word for goods, or "appel"
    ],
)
def test_leaves_what_may_be_something_else(written: str) -> None:
    assert with_letters_back(plain_text(written)).plain == plain_text(written).plain


def test_the_span_leads_to_what_was_written() -> None:
    text = "🔥 Xa-ax 2mg strip 20 euro, dm"
    reading = read_text(text)
    assert (reading.act, reading.items[0].commodity) == ("offer", "benzodiazepines")
    found = search_text(text)
    spans = [found.text.place(hit.start, hit.end) for hit in found.wares]
    assert "Xa-ax 2mg" in [text[start:end] for start, end in spans]


def test_the_quick_pass_keeps_such_a_text() -> None:
    kept = candidate_mask(
        pa.array(["gl*ck 19 te koop", "br.ine 35 per gram", "sn-lle 10 euro per gram", "tot vr-dag dan"])
    )
    assert kept.tolist() == [True, True, True, False]
