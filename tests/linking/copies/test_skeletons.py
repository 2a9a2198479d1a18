import pyarrow as pa

from schakel.linking.copies.skeletons import exact_groups, skeletons, telling

_AD = "Verse coke 1g 50 euro, 5g 220 euro, snel bezorgd in heel de stad {}"


def _made(*texts: str, spans: list[dict[str, int]] | None = None) -> pa.Table:
    rows = [{"text_id": f"t{n}", "text": text, "spans": spans} for n, text in enumerate(texts)]
    schema = pa.schema(
        [
            ("text_id", pa.string()),
            ("text", pa.string()),
            ("spans", pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))),
        ]
    )
    return skeletons(pa.Table.from_pylist(rows, schema=schema))


def _same(*texts: str) -> bool:
    groups = exact_groups(_made(*texts))["group_id"].to_pylist()
    return len(groups) == len(texts) and len(set(groups)) == 1


def test_ads_that_differ_in_contacts_blanks_and_capitals_only_are_the_same() -> None:
    contacts = ("@sneeuwpop", "@ijsbeer", "t.me/ijsbeer", "+31 6 12345678", "0612345678", "a.b@c.nl")
    assert _same(*(_AD.format(contact) for contact in contacts))
    assert _same(_AD.format("@a_name"), _AD.format("\n\n@b_name").upper())
    assert _same(_AD.format("1BoatSLRHtKNngkdXEeobR76b53LETtpyT"), _AD.format("@a_name"))


def test_another_price_is_another_ad() -> None:
    assert not _same(_AD.format("@a_name"), _AD.replace("220", "200").format("@a_name"))


def test_what_reading_found_to_be_a_contact_is_cut_out() -> None:
    made = _made("bel of app snap: ijsbeer vandaag", spans=[{"start": 17, "end": 24}])
    assert made["skeleton"].to_pylist() == ["bel of app snap: \u00a7 vandaag"]


def test_short_and_common_phrases_tell_nothing() -> None:
    assert telling(_made("Coke is weer binnen mensen, kom maar door vandaag nog", "1g 50")).num_rows == 0
    assert telling(_made(_AD, "heel lang " * 20)).num_rows == 2
