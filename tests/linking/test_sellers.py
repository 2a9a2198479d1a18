import pyarrow as pa
import pytest

from schakel.linking.clustering.paths import evidence_path, seller_odds
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, account, groups, post_own, reasons, said, seller

_LADDER = [(1, 50), (5, 225), (10, 410)]


_CONTACT_RULES = {
    "phone": "shares_phone",
    "iban": "shares_iban",
    "btc": "shares_wallet",
    "e-mail": "shares_email",
    "username": "shares_username",
    "wickr": "shares_handle",
    "url": "shares_link",
}


def test_one_contact_makes_one_seller_but_a_link_does_not(engine: DuckDBEngine) -> None:
    market = Market()
    for at, kind in enumerate(_CONTACT_RULES):
        post_own(market, 10 * at + 1, contact=f"{kind}:samevalue{at}")
        post_own(market, 10 * at + 2, contact=f"{kind}:samevalue{at}", day=50)
        post_own(market, 10 * at + 3, contact=f"{kind}:othervalue{at * 111}")
    made = market.link(engine)
    for at, (kind, rule) in enumerate(_CONTACT_RULES.items()):
        one, two, three = (10 * at + n for n in (1, 2, 3))
        assert reasons(made, one, two)[rule] > 0
        assert [three] in groups(made)
        assert ([one, two] in groups(made)) == (kind != "url")


def test_the_page_of_a_name_is_the_name(engine: DuckDBEngine) -> None:
    market = Market()
    post_own(market, 1, contact="username:sneeuwpop")
    post_own(market, 2, contact="telegram-link:t.me/sneeuwpop", day=50)
    post_own(market, 3, contact="telegram-link:t.me/+aBcDeFgH", day=50)
    assert [1, 2] in groups(market.link(engine))


def test_an_invitation_is_one_in_its_old_form_and_its_new_one(engine: DuckDBEngine) -> None:
    market = Market()
    post_own(market, 1, contact="telegram-link:t.me/joinchat/aBcDeFgH")
    post_own(market, 2, contact="telegram-link:t.me/+aBcDeFgH", day=50)
    post_own(market, 3, contact="telegram-link:t.me/+aBcDeFgh", day=50)
    made = market.link(engine)
    assert reasons(made, 1, 2)["shares_invite"] > 0
    assert groups(made) == [[1, 2], [3]]


def test_a_number_is_one_as_it_is_and_in_a_link_to_whatsapp(engine: DuckDBEngine) -> None:
    market = Market()
    post_own(market, 1, contact="whatsapp:+31612345678")
    post_own(market, 2, contact="phone:+31612345678", day=50)
    post_own(market, 3, contact="phone:+31612345679", day=50)
    made = market.link(engine)
    assert reasons(made, 1, 2)["shares_phone"] > 0
    assert groups(made) == [[1, 2], [3]]


def test_a_signal_name_counts_under_a_misspelt_word_too(engine: DuckDBEngine) -> None:
    market = Market()
    post_own(market, 1, contact="signal:vosnacht.42", words="Signal: vosnacht.42")
    market.post(2, "verse stroopwafels, bestel via S1gnal VosNacht.42", day=3)  # nothing is read there
    market.post(3, "verse stroopwafels, bestel via S1gnal vosnacht.421", day=3)
    made = market.link(engine)
    assert reasons(made, 1, 2)["shares_handle"] > 4
    assert groups(made) == [[1, 2], [3]]


def test_a_contact_of_very_many_accounts_joins_nobody(engine: DuckDBEngine) -> None:
    market = Market()
    for who in range(70):
        post_own(market, who, contact="username:groupshop")
    made = market.link(engine)
    assert groups(made) == [[who] for who in range(70)]
    assert made["sellers"].filter(pa.compute.equal(made["sellers"]["member_kind"], "selector")).num_rows == 0


def test_a_middleman_is_not_an_identity(engine: DuckDBEngine) -> None:
    market = Market()
    for who in (1, 2, 3):
        text = f"verkoper {who} met coke contact @seller{who} betalen via escrow @midden"
        market.post(who, text, contacts=[f"username:seller{who}", "username:midden"])
        market.post(who, text + " nu", contacts=[f"username:seller{who}", "username:midden"], day=9)
    made = market.link(engine)
    assert groups(made) == [[1], [2], [3]]
    assert "username:midden" not in made["sellers"]["member_id"].to_pylist()


def _copied(market: Market, kind: str, *contacts: str) -> None:
    text = "verse waar vandaag 50 euro per gram snel bezorgd in heel de stad en omgeving bel of app naar {}"
    for who, contact in enumerate(contacts, 1):
        for day in (0, 8):
            market.post(
                who,
                text.format(contact),
                day=day,
                contacts=[f"{kind}:{contact}"],
                photo="f" * 64,
                prices=_LADDER,
            )


def test_copied_ads_photos_and_prices_between_rivals_say_nothing(engine: DuckDBEngine) -> None:
    market = Market()
    _copied(market, "phone", "+31612345678", "+31687654321")
    made = market.link(engine)
    seen = reasons(made, 1, 2)
    assert {"posts_same_ad", "posts_same_text", "same_photo"} <= set(seen)
    assert (
        max(seen[rule] for rule in ("posts_same_ad", "posts_same_text", "same_photo", "same_prices")) <= 0.3
    )
    assert sum(seen[rule] for rule in seen if rule.startswith(("posts_same", "same_photo"))) == 0
    assert seen["own_other_contact"] < 0
    assert groups(made) == [[1], [2]]
    assert "same-photo" in made["links"]["kind"].to_pylist()


def _in_two_towns(*names: str) -> Market:
    """Two accounts with one ad, each with a number of its own, the second in Gouda; and who sells in Gouda besides."""
    market = Market(names={1: names[0], 2: names[1], 3: "Iemand Gouda"})
    _copied(market, "phone", "+31612345678", "+31687654321")
    market.post(3, "iets anders in Gouda vandaag", places=[{"name": "Gouda"}])
    return market


def test_the_branch_of_a_brand_in_another_town_keeps_the_ad_and_has_its_own_number(
    engine: DuckDBEngine,
) -> None:
    made = _in_two_towns("Snowman Express", "Snowman Express Gouda").link(engine)
    seen = reasons(made, 1, 2)
    assert seen["same_brand"] > 0 == seen["own_other_contact"]
    assert groups(made) == [[1, 2], [3]]


def test_another_word_than_a_town_makes_no_brand(engine: DuckDBEngine) -> None:
    made = _in_two_towns("Snowman Express", "Snowman Express Zomaar").link(engine)
    assert "same_brand" not in reasons(made, 1, 2)
    assert groups(made) == [[1], [2], [3]]


def test_a_copied_ad_under_usernames_of_ones_own_is_not_enough(engine: DuckDBEngine) -> None:
    market = Market()
    _copied(market, "username", "one_true", "ghostly")
    made = market.link(engine)
    assert reasons(made, 1, 2)["own_other_username"] < 0
    assert groups(made) == [[1], [2]]


def test_copies_count_once_where_no_contact_tells_otherwise(engine: DuckDBEngine) -> None:
    market = Market()
    for who, day in ((1, 0), (2, 3)):
        market.post(
            who,
            "verse waar vandaag 50 euro per gram stuur een bericht",
            day=day,
            photo="e" * 64,
            prices=_LADDER,
        )
    seen = reasons(market.link(engine), 1, 2)
    assert [r for r in ("posts_same_ad", "posts_same_text", "same_photo") if seen[r] > 0] == ["posts_same_ad"]
    assert seen["succeeds"] > 0


def test_the_next_account_with_the_same_name_and_text_is_the_same_seller(engine: DuckDBEngine) -> None:
    market = Market(names={1: "Snowman Utrecht", 2: "Snowman Utrecht 2", 3: "Snowman Utrechtt"})
    market.post(1, "verse waar vandaag 50 euro per gram stuur een bericht", day=0)
    market.post(2, "verse waar vandaag 50 euro per gram stuur een bericht", day=5)
    market.post(3, "iets anders in de aanbieding bij ons vandaag", day=0)
    made = market.link(engine)
    assert groups(made) == [[1, 2], [3]]
    assert reasons(made, 1, 2)["numbered_name"] > 0
    assert reasons(made, 1, 3)["name_one_edit_apart"] > 0


def test_who_keeps_pace_under_a_name_alike_is_the_same_seller_and_who_copies_once_is_not(
    engine: DuckDBEngine,
) -> None:
    market = Market()
    ads = [
        "verse waar nummer 1 vandaag binnen bezorgd in heel de stad nu 7",
        "weer open tot laat met 2 soorten op het menu en alleen contant vanaf 50",
    ]
    accounts = ((1, "snowman_utrecht", ads), (2, "snowman_utrecht2", ads), (3, "ghostly", ads[:1]))
    for who, contact, posted in accounts:
        for day in (0, 9):
            for ad in posted:
                market.post(who, f"{ad} @{contact}", day=day, contacts=[f"username:{contact}"])
    made = market.link(engine)
    seen = reasons(made, 1, 2)
    assert seen["numbered_name"] > 0
    assert seen["posts_same_ad"] > 0
    assert seen["keeps_pace"] > 0
    assert not {"own_other_contact", "own_other_username"} & set(seen)
    assert "keeps_pace" not in reasons(made, 1, 3)
    assert groups(made) == [[1, 2], [3]]


def test_a_popular_name_with_other_usernames_and_other_goods_makes_nobody_one(engine: DuckDBEngine) -> None:
    market = Market(names={1: "Snowman Utrecht", 2: "Snowman Utrecht", 3: "Snowman Utrecht"})
    market.post(1, "coke bij @wittevlok", contacts=["username:wittevlok"], prices=_LADDER)
    market.post(2, "coke van @sneeuwpop", contacts=["username:sneeuwpop"], prices=[(1, 60)], day=40)
    market.post(3, "wiet per gram", prices=[(1, 10)], commodity="cannabis", day=80)
    made = market.link(engine)
    assert groups(made) == [[1], [2], [3]]
    assert reasons(made, 1, 2)["usernames_unlike"] < 0
    assert reasons(made, 1, 2)["same_goods"] > 0
    assert reasons(made, 1, 3)["other_goods"] < 0
    assert "usernames_unlike" not in reasons(made, 1, 3)


def test_following_each_other_weighs_less_where_strangers_do_so_all_the_time(engine: DuckDBEngine) -> None:
    market = Market(names={1: "Snowman Utrecht", 2: "Snowman Utrecht"})
    market.post(1, "coke te koop", day=0)
    market.post(2, "coke vandaag weer", day=3)
    rare = reasons(market.link(engine), 1, 2)["succeeds"]
    for who in range(10, 40):
        market.post(who, f"eenmalig aanbod nummer {who}", day=who % 10)
    assert reasons(market.link(engine), 1, 2)["succeeds"] < rare


def test_who_begins_within_a_week_follows_more_surely(engine: DuckDBEngine) -> None:
    market = Market()
    for one, days in ((1, 0), (3, 7), (5, 8), (7, 13)):
        market.names |= {one: f"Snowman {one}{one}{one} Utrecht", one + 1: f"Snowman {one}{one}{one} Utrecht"}
        market.post(one, f"coke te koop {one}", day=40 * one)
        market.post(one + 1, f"vandaag weer wat {one}", day=40 * one + days)
    made = market.link(engine)
    first, week, later, last = (reasons(made, one, one + 1)["succeeds"] for one in (1, 3, 5, 7))
    assert first == week > later == last


def test_the_same_few_vouchers_and_a_channel_that_repeats_one_seller(engine: DuckDBEngine) -> None:
    market = Market()
    for who in (1, 2, 3):
        post_own(market, who, day=who, contact=f"username:own_name_{who}")
    for voucher in (50, 51):
        for who in (1, 2):
            market.post(
                voucher, f"@own_name_{who} top", act="vouch", day=9, contacts=[f"username:own_name_{who}"]
            )
    for day in range(4):
        market.post(
            3,
            f"doorgestuurd {day}",
            act=None,
            day=10 + day,
            forwarded_from="Een",
            forwarded_from_id=account(1),
        )
    made = market.link(engine)
    assert reasons(made, 1, 2)["vouched_by_same"] > 0
    assert reasons(made, 1, 3)["forwards_other"] > 0
    assert "vouched_by_same" not in reasons(made, 1, 3)


def test_posting_in_two_chats_in_one_second_and_quarrels_speak_against(engine: DuckDBEngine) -> None:
    market = Market(names={1: "Snowman Utrecht", 2: "Snowman Utrecht 2"})
    market.post(1, "eerste waar", day=1, chat=1, contacts=["username:eerste"])
    market.post(2, "tweede goed", day=1, chat=2)
    market.post(2, "pas op voor eerste", day=2, act="warning", contacts=["username:eerste"])
    seen = reasons(market.link(engine), 1, 2)
    assert seen["posts_elsewhere_same_second"] < 0
    assert seen["quarrels"] < 0


def test_forwards_make_nobody_a_seller(engine: DuckDBEngine) -> None:
    market = Market()
    post_own(market, 1, contact="username:eerste")
    market.post(
        2, "verkoper 1 heeft", contacts=["username:eerste"], forwarded_from="x", forwarded_from_id=account(1)
    )
    market.post(3, "wie heeft", act="request")
    made = market.link(engine)
    assert groups(made) == [[1]]


def test_selectors_belong_to_the_seller_that_uses_them_most(engine: DuckDBEngine) -> None:
    market = Market()
    for day in range(5):
        post_own(market, 1, contact="username:eigen", day=day)
    post_own(market, 1, contact="phone:+31600000001")
    market.post(2, "wie kent eigen", act="request", contacts=["username:eigen"])
    members = market.link(engine)["sellers"].to_pylist()
    assert {(m["seller_id"], m["member_id"]) for m in members if m["member_kind"] == "selector"} == {
        (seller(1), "username:eigen"),
        (seller(1), "phone:+31600000001"),
    }


def test_verdicts_on_accounts_and_on_sellers_are_obeyed(engine: DuckDBEngine) -> None:
    market = Market()
    post_own(market, 1, contact="phone:+31600000001", day=0)
    post_own(market, 2, contact="phone:+31600000001", day=1)
    post_own(market, 3, contact="phone:+31600000003", day=2)
    market.post(4, "hallo", act=None)
    assert groups(market.link(engine)) == [[1, 2], [3]]
    made = market.link(engine, said(1, account(1), account(2), "not-same"))
    assert groups(made) == [[1], [2], [3]]
    assert reasons(made, 1, 2)["verdict_not_same"] < 0
    assert groups(market.link(engine, said(1, seller(1), seller(3), "same"))) == [[1, 2, 3]]
    assert groups(market.link(engine, said(1, account(4), account(3), "same"))) == [[1, 2], [3, 4]]
    ignored = [said(1, "s_unknown", account(1), "same"), said(2, seller(1), None, "ghost")]
    assert groups(market.link(engine, *ignored)) == [[1, 2], [3]]


def test_the_seller_keeps_its_id_when_accounts_come(engine: DuckDBEngine) -> None:
    market = Market()
    post_own(market, 1, contact="phone:+31600000001", day=0)
    post_own(market, 9, contact="phone:+31600000009", day=0)
    before = market.link(engine)["sellers"].to_pylist()
    post_own(market, 0, contact="phone:+31600000001", day=4)
    after = market.link(engine)
    assert groups(after) == [[0, 1], [9]]
    assert {m["seller_id"] for m in after["sellers"].to_pylist()} == {m["seller_id"] for m in before}


def _busy_market() -> Market:
    market = Market(names={n: f"Snowman {n}" for n in range(1, 5)})
    for who in range(1, 12):
        for day in range(3):
            text = f"verse waar nummer {who % 4} vandaag binnen stuur bericht nu {day}"
            contact = [f"username:plug{who % 5}"] if who % 3 else []
            market.post(who, text, day=day * who, chat=day, contacts=contact, prices=_LADDER, photo="a" * who)
        market.post(who + 20, "top", act="vouch", reply_to=who)
    return market


def test_the_order_of_rows_does_not_matter(engine: DuckDBEngine) -> None:
    market = _busy_market()
    plain = market.link(engine)
    for seed in (1, 2):
        mixed = market.link(engine, shuffle=seed)
        for name in ("mentions", "campaigns", "templates", "links", "sellers"):
            assert mixed[name].equals(plain[name]), name


def test_weights_of_reasons_add_up_and_every_account_is_in_one_seller(engine: DuckDBEngine) -> None:
    made = _busy_market().link(engine)
    for row in made["links"].to_pylist():
        assert row["log10_lr"] == pytest.approx(sum(r["weight"] for r in row["reasons"]), abs=1e-3)
    numbers = [number for group in groups(made) for number in group]
    assert sorted(numbers) == list(range(1, 12))
    assert {"vouches", "replies", "same-seller"} <= set(made["links"]["kind"].to_pylist())


def test_ties_tell_who_vouches_for_whom(engine: DuckDBEngine) -> None:
    market = Market()
    post_own(market, 1, contact="username:eerste")
    first = market.post(2, "top", act="vouch", reply_to=1)
    second = market.post(2, "eerste is top", act="vouch", contacts=["username:eerste"])
    rows = [r for r in market.link(engine)["links"].to_pylist() if r["kind"] == "vouches"]
    assert [(r["left_id"], r["right_id"], r["log10_lr"]) for r in rows] == [(account(2), account(1), 0.0)]
    assert rows[0]["reasons"][0]["messages"] == sorted([first, second])


def test_the_evidence_between_two_members_is_a_chain_of_links(engine: DuckDBEngine) -> None:
    market = Market()
    market.post(1, "een eerste tekst", contacts=["phone:+31600000001"])
    market.post(2, "een tweede woord", contacts=["phone:+31600000001", "btc:1abc"])
    market.post(3, "een derde zin hier", contacts=["btc:1abc"])
    post_own(market, 4)
    made = market.link(engine)
    assert groups(made) == [[1, 2, 3], [4]]
    steps = evidence_path(made["links"], account(1), account(3))
    assert [step.reasons[0]["rule"] for step in steps] == ["shares_phone", "shares_wallet"]
    assert evidence_path(made["links"], account(1), account(4)) == []
    assert evidence_path(made["links"], account(1), account(1)) == []
    odds = seller_odds(made["links"], made["sellers"])
    assert odds == {seller(1): pytest.approx(min(step.log10_lr for step in steps) - 4)}


def test_an_empty_workspace_gives_empty_tables(engine: DuckDBEngine) -> None:
    made = Market().link(engine)
    assert {table.num_rows for table in made.values()} == {0}
