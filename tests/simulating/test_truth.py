from collections import Counter, defaultdict
from pathlib import Path

from schakel.simulating import MarketSummary
from schakel.simulating.words import lexicon
from tests.simulating.markets import Read, plain

UNITS = [
    "g",
    "kg",
    "mg",
    "ml",
    "l",
    "pill",
    "seal",
    "piece",
    "strip",
    "pack",
    "carton",
    "box",
    "ball",
    "block",
]


def test_ids_and_times_go_up_and_some_ids_are_missing(market: Read) -> None:
    missing = 0
    for chat in market.chats:
        ids = [message["id"] for message in chat["messages"]]
        times = [int(message["date_unixtime"]) for message in chat["messages"]]
        assert ids == sorted(set(ids))
        assert times == sorted(times)
        missing += (ids[-1] - len(ids)) if ids else 0
    assert missing > 20


def test_replies_and_pins_point_back_at_messages(market: Read) -> None:
    found = Counter[str]()
    for chat in market.chats:
        seen: set[int] = set()
        for message in chat["messages"]:
            target = message.get("reply_to_message_id", message.get("message_id"))
            if target is not None:
                assert target in seen
                found["pin" if message["type"] == "service" else "reply"] += 1
            seen.add(message["id"])
    assert found["reply"] > 500
    assert found["pin"] > 5


def test_truth_names_every_message_once_and_nothing_else(market: Read) -> None:
    truth = [(int(row["chat_tg_id"]), int(row["tg_id"])) for row in market.truth("messages")]
    assert len(truth) == len(set(truth))
    assert set(truth) == set(market.messages())


def test_truth_refers_to_known_sellers_accounts_and_campaigns(market: Read) -> None:
    sellers = market.verdicts()
    accounts = {row["from_id"]: row for row in market.truth("accounts")}
    campaigns = {row["campaign"]: row for row in market.truth("campaigns")}
    copies = Counter[str]()
    messages = market.messages()
    for row in market.truth("messages"):
        message = messages[int(row["chat_tg_id"]), int(row["tg_id"])]
        assert message["from_id"] in accounts
        assert row["seller"] == "" or row["seller"] in sellers
        if row["campaign"]:
            assert campaigns[row["campaign"]]["seller"] == row["seller"]
            assert row["act"] == "offer"
            copies[row["campaign"]] += 1
    assert copies == {key: int(row["copies"]) for key, row in campaigns.items()}
    for row in campaigns.values():
        assert row["truth"] == sellers[row["seller"]]
        assert row["copied_from"] == "" or row["truth"] == "ghost"
    assert {row["seller"] for row in market.truth("events")} <= {*sellers, ""}


def test_offers_come_from_the_sellers_own_accounts_or_are_forwarded(market: Read) -> None:
    owner = {row["from_id"]: row["seller"] for row in market.truth("accounts")}
    messages = market.messages()
    for row in market.truth("messages"):
        if row["act"] == "offer":
            message = messages[int(row["chat_tg_id"]), int(row["tg_id"])]
            assert row["seller"] in (owner[message["from_id"]], owner.get(message.get("forwarded_from_id")))


def test_items_are_in_the_words_of_the_design_and_stand_in_the_text(market: Read) -> None:
    names = {commodity.name for commodity in lexicon().goods}
    offers = {(r["chat_tg_id"], r["tg_id"]) for r in market.truth("messages") if r["act"] == "offer"}
    messages, with_items = market.messages(), set()
    for row in market.truth("items"):
        key = (row["chat_tg_id"], row["tg_id"])
        with_items.add(key)
        assert row["commodity"] in names
        if row["unit"] == "":
            assert (row["quantity"], row["price"], row["currency"]) == ("", "", "")
            continue
        assert row["unit"] in UNITS
        assert row["currency"] in ("EUR", "USD", "GBP")
        assert float(row["quantity"]) > 0
        text = plain(messages[int(key[0]), int(key[1])])
        assert any(shape in text for shape in _shapes(row)), (row, text)
    assert with_items == offers


def _shapes(row: dict[str, str]) -> list[str]:
    """The price as it may stand in the text: whole, dotted, by the thousand, or the price of one."""
    price, one = float(row["price"]), float(row["price"]) / float(row["quantity"])
    half = price / 500  # "halve kilo" with a price per gram
    shapes = []
    for value in (price, one, price / 1000, half):
        words = f"{value:.2f}"
        shapes += [
            words,
            words.replace(".", ","),
            f"{value:g}",
            f"{value:,.0f}",
            f"{value:,.0f}".replace(",", "."),
        ]
    return shapes


def test_photos_are_real_files_and_ghosts_reuse_the_bytes_of_others(
    made: tuple[Path, MarketSummary], market: Read
) -> None:
    owner = {row["from_id"]: row["seller"] for row in market.truth("accounts")}
    sellers = market.verdicts()
    users: dict[bytes, set[str]] = defaultdict(set)
    paths = set()
    for message in market.messages().values():
        path = message.get("photo", "(")
        if not path.startswith("("):
            raw = (made[0] / "export" / path).read_bytes()
            assert raw[:3] == b"\xff\xd8\xff"
            assert raw[-2:] == b"\xff\xd9"
            assert len(raw) == message["photo_file_size"]
            users[raw].add(sellers.get(owner[message.get("forwarded_from_id", message["from_id"])], ""))
            paths.add(path)
    assert len(paths) == made[1].photos == len(list((made[0] / "export" / "photos").iterdir()))
    assert any({"real", "ghost"} <= who for who in users.values())
