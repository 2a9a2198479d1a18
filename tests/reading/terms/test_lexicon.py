"""The word lists, as they are loaded."""

import subprocess
import sys

from schakel.reading.places.gazetteer import load_gazetteer
from schakel.reading.terms.disguises import skeletons
from schakel.reading.terms.lexicon import Term, group_terms, in_force, load_lexicons, sought_signs, spellings
from schakel.reading.terms.scan_patterns import skeleton_patterns, word_patterns
from schakel.reading.terms.scan_tables import scan_tables
from schakel.reading.weighing.senses import everyday_words


def test_group_inherits_from_its_list() -> None:
    terms = group_terms({"kind": "act", "weight": 1}, {"concept": "offer", "words": ["te koop"]})
    assert [(t.kind, t.concept, t.weight, t.ambiguous) for t in terms] == [("act", "offer", 1.0, False)]


def test_hyphens_may_be_spaces_or_left_out() -> None:
    assert spellings("3-MMC") == ["3 mmc", "3-mmc", "3mmc"]
    assert spellings("кокаин*") == ["кокаин"]


def test_patterns_are_folded_sorted_and_told_apart() -> None:
    lexicons = load_lexicons()
    assert list(lexicons.patterns) == sorted(set(lexicons.patterns))
    assert len(lexicons.patterns) == len(lexicons.by_pattern)
    assert all(lexicons.by_pattern)


def test_every_commodity_has_plain_words_or_emoji() -> None:
    plain = {t.concept for t in load_lexicons().terms if t.kind == "commodity" and not t.ambiguous}
    assert len(plain) == 29 + 3


def test_what_was_made_from_the_lists_stays_while_another_word_is_looked_at() -> None:
    making = (load_lexicons, skeletons, word_patterns, skeleton_patterns, scan_tables)
    before = [make() for make in making]
    with in_force((Term("zeeparels", "commodity", "ketamine", "zeeparels", "nl", 2.0),)):
        *others, tables = (make() for make in making)
        assert not any(one is other for one, other in zip(before, others, strict=False))
        assert tables is before[-1]  # the word brings no new sign
    assert all(make() is one for make, one in zip(making, before, strict=True))


def test_what_no_word_list_makes_stays_too() -> None:
    makes = (load_gazetteer, everyday_words, sought_signs)
    before = [make() for make in makes]
    with in_force((Term("zeeparels", "commodity", "ketamine", "zeeparels", "nl", 2.0),)):
        assert all(make() is one for make, one in zip(makes, before, strict=True))


def test_words_of_a_workspace_stand_behind_the_lists_as_if_read_with_them() -> None:
    new = Term("zeeparels", "commodity", "ketamine", "zeeparels", "nl", 2.0)
    with_another_meaning = Term("koop", "commodity", "ketamine", "koop", "nl", 1.0, ambiguous=True)
    known_as_such = Term("coke", "commodity", "cocaine", "coke", "nl", 0.5)
    own = (new, with_another_meaning, known_as_such)
    shipped, both = load_lexicons(()), load_lexicons(own)
    assert both.terms == (*shipped.terms, *own)
    by_pattern: dict[str, list[Term]] = {}
    for term in both.terms:
        for form in spellings(term.written):
            others = by_pattern.setdefault(form, [])
            if (term.kind, term.concept) not in {(one.kind, one.concept) for one in others}:
                others.append(term)
    assert list(both.patterns) == sorted(by_pattern)
    assert list(both.by_pattern) == [tuple(by_pattern[pattern]) for pattern in both.patterns]
    assert load_lexicons(()) is shipped


def test_a_new_sign_is_sought_while_its_word_is_in_force() -> None:
    sign = "🪆"
    assert sign not in sought_signs()
    with in_force((Term(sign, "commodity", "mdma", sign, "nl", 1.5),)):
        assert sign in sought_signs()
        assert scan_tables().first[ord(sign)] == ord(" ")  # set apart, and then itself
        assert scan_tables().rest[ord(sign)].strip() == sign
    assert ord(sign) not in scan_tables().rest


def test_whether_a_search_would_have_to_load_the_lists_first() -> None:
    told = "from schakel.reading.terms.lexicon import lists_stand_here as here; from schakel.reading.candidates import candidate_mask; "
    told += "import pyarrow as pa; before = here(); candidate_mask(pa.array(['coke 1g 50'])); print(before, here())"
    done = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "True"]
