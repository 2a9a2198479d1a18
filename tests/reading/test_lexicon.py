import pytest

from schakel.reading.lexicon import group_terms, load_lexicons, spellings
from schakel.reading.plain_text import plain_text
from schakel.reading.term_search import find_terms


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


def test_no_goods_word_is_a_bare_number_of_one_or_two_digits() -> None:
    goods = {t.written for t in load_lexicons().terms if t.kind == "commodity"}
    assert not {word for word in goods if word.isdigit() and len(word) < 3}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("van die witte schub", "cocaine"),
        ("gramme de cc pure", "cocaine"),
        ("zwei Achter subs", "opioids"),
        ("bolleke gekookt", "crack"),
        ("bag of broon", "heroin"),
        ("emmer nat wit", "amphetamine"),
        ("halfje ijs", "methamphetamine"),
        ("oranje dompers", "mdma"),
        ("лошадку погладить", "ketamine"),
        ("litertje g", "ghb"),
        ("tek kare", "lsd"),
        ("tripzegels 220ug", "lsd"),
        ("orman sihirbazı kuru", "psilocybin"),
        ("мяф 1 за 2", "designer-drugs"),
        ("ак-47 лимон 1г", "cannabis"),
        ("gemüse und grünzeug", "cannabis"),
        ("rustgevertjes 10mg", "benzodiazepines"),
        ("zayıflama kalemi", "prescription-medicines"),
        ("bombona grande", "nitrous-oxide"),
        ("тест е 250", "steroids"),
        ("cuernos de chivo", "firearms"),
        ("fişek kutu", "ammunition"),
        ("3 kromme magazijnen", "weapon-parts"),
        ("динамитную шашку", "explosives"),
        ("poings américains", "other-weapons"),
        ("havai fişekler", "fireworks"),
        ("медкнижку на завтра", "documents"),
        ("biffetons de 20", "counterfeit-money"),
        ("gerolde pasjes", "payment-fraud"),
        ("nl simmetjes", "fraud-tools"),
        ("energieklanten 2025", "personal-data"),
        ("packstation-zugänge", "accounts"),
        ("sloffie malbi", "tobacco-vapes"),
        ("духи по номерам", "counterfeit-goods"),
        ("kapalı imei telefonlar", "stolen-goods"),
    ],
)
def test_words_of_the_street_in_seven_languages_are_found(text: str, concept: str) -> None:
    assert concept in {hit.term.concept for hit in find_terms(plain_text(text))}
