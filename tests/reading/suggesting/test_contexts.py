from schakel.reading.suggesting.contexts import context_of, without_contacts


def test_contacts_and_long_numbers_are_covered() -> None:
    text = "zeeparels 1g 25, app 06 12 34 56 78 of @parel_noord, t.me/parels of NL91ABNA0417164300"
    covered = without_contacts(text)
    assert len(covered) == len(text)
    for telling in ("06 12", "parel_noord", "t.me", "0417164300"):
        assert telling not in covered
    assert "1g 25" in covered


def test_a_contact_is_covered_each_time_that_it_stands_there() -> None:
    context = context_of("Signal: plug.88 sneeuwbal binnen Signal: plug.88 vraag Olga", "sneeuwbal")
    assert "sneeuwbal binnen" in context
    assert "plug" not in context


def test_the_stretch_around_a_word() -> None:
    text = "x" * 80 + " zeeparels te koop\n1 gram 25 euro " + "y" * 80
    context = context_of(text, "zeeparels")
    assert context.startswith("…")
    assert context.endswith("…")
    assert "zeeparels te koop / 1 gram 25" in context
    assert len(context) < 130


def test_a_word_is_found_in_disguise_but_not_inside_another() -> None:
    assert "ZÉÉPARELS" in context_of("top ZÉÉPARELS hier", "zeeparels")
    assert context_of("zeeparelsoep", "zeeparels") == ""
    assert context_of("niets", "zeeparels") == ""
    assert "🪼" in context_of("a🪼b", "🪼")


def test_a_name_is_covered_before_the_context_is_cut_out() -> None:
    text = "vraag Jan Petersen " + "x" * 38 + " zeeparels " + "y" * 35 + " of anders Olga Willemsen"

    def hide(text: str) -> str:
        for name in ("Jan Petersen", "Olga Willemsen"):
            text = text.replace(name, "•" * len(name))
        return text

    assert "ersen" in context_of(text, "zeeparels")
    assert "Olg" in context_of(text, "zeeparels")
    context = context_of(text, "zeeparels", hide)
    assert "ersen" not in context
    assert "Olg" not in context
    assert "zeeparels" in context


def test_contacts_stay_covered_whole_whatever_hides_names() -> None:
    assert "pl" not in context_of("zeeparels Signal: plug.88", "zeeparels", lambda text: text)
