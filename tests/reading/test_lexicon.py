from schakel.reading.lexicon import group_terms, load_lexicons, spellings


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
