"""Signs must follow from what agents do: nobody writes a label into a text."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import mean, pstdev

from schakel.simulating import MarketSettings, simulate
from tests.simulating.conftest import SETTINGS
from tests.simulating.markets import Read, plain


def test_real_sellers_answer_and_ghosts_do_not(market: Read) -> None:
    accounts = {row["from_id"]: row for row in market.truth("accounts")}
    verdicts = market.verdicts()
    asked, answered = Counter[str](), Counter[str]()
    for chat in market.chats:
        by_id = {message["id"]: message for message in chat["messages"]}
        replied = {
            message["reply_to_message_id"]
            for message in chat["messages"]
            if "reply_to_message_id" in message and accounts[message["from_id"]]["seller"]
        }
        for message in chat["messages"]:
            ad = by_id.get(message.get("reply_to_message_id"), {})
            seller = accounts.get(ad.get("from_id", ""), {}).get("seller", "")
            if seller and accounts[message["from_id"]]["role"] == "customer":
                asked[verdicts[seller]] += 1
                answered[verdicts[seller]] += message["id"] in replied
    assert asked["real"] > 100
    assert asked["ghost"] > 40
    assert answered["real"] / asked["real"] > 0.45
    assert answered["ghost"] / asked["ghost"] < 0.25


def test_warnings_gather_on_ghosts_and_vouches_on_real_sellers(market: Read) -> None:
    verdicts = market.verdicts()
    said = Counter((row["act"], verdicts.get(row["seller"], "")) for row in market.truth("messages"))
    offers = {who: said["offer", who] for who in ("real", "ghost")}
    assert said["warning", "ghost"] / offers["ghost"] > 3 * said["warning", "real"] / offers["real"]
    bought = sum(row["kind"] == "bought-vouch" for row in market.truth("events"))
    assert said["vouch", "real"] / offers["real"] > (said["vouch", "ghost"] - bought) / offers["ghost"]


def test_ghosts_post_round_the_clock_more_often(market: Read) -> None:
    """The share of a seller's offers in eight hours of the night, on average over sellers."""
    verdicts, messages = market.verdicts(), market.messages()
    hours: dict[str, list[int]] = defaultdict(list)
    for row in market.truth("messages"):
        if row["act"] == "offer" and row["campaign"]:
            hours[row["seller"]].append(
                int(messages[int(row["chat_tg_id"]), int(row["tg_id"])]["date"][11:13])
            )
    quiet: dict[str, list[float]] = defaultdict(list)
    for seller, seen in hours.items():
        if len(seen) >= 20:
            quiet[verdicts[seller]].append(min(_share(seen, start) for start in range(24)))
    assert mean(quiet["ghost"]) > 2 * mean(quiet["real"])


def _share(hours: list[int], start: int) -> float:
    """The share of posts in the eight hours from `start` on: next to nothing for somebody who sleeps then."""
    return mean((hour - start) % 24 < 8 for hour in hours)


def test_ghosts_copy_and_real_sellers_change(market: Read) -> None:
    campaigns = market.truth("campaigns")
    ghosts = [row for row in campaigns if row["truth"] == "ghost"]
    assert sum(row["copied_from"] != "" for row in ghosts) / len(ghosts) > 0.5
    owner = {row["campaign"]: row["seller"] for row in campaigns}
    messages = market.messages()
    texts: dict[str, set[str]] = defaultdict(set)
    copies = Counter[str]()
    for row in market.truth("messages"):
        if row["campaign"]:
            texts[row["campaign"]].add(plain(messages[int(row["chat_tg_id"]), int(row["tg_id"])]))
            copies[row["campaign"]] += 1
    verdicts = market.verdicts()
    rate = {
        who: mean(len(texts[c]) for c in texts if copies[c] >= 20 and verdicts[owner[c]] == who)
        for who in ("real", "ghost")
    }
    assert rate["real"] > rate["ghost"]


def test_names_change_but_the_seller_stays(market: Read) -> None:
    aliases = Counter(row["alias"] for row in market.truth("accounts"))
    assert aliases["succession"] > 3
    assert aliases["backup"] + aliases["numbered"] + aliases["near-name"] > 5
    assert aliases["throwaway"] == round(SETTINGS.sellers * 0.25)
    events = Counter(row["kind"] for row in market.truth("events"))
    assert events["new-name"] > 3
    assert events["takedown"] >= 1


def test_throwaways_offer_at_most_once(market: Read) -> None:
    posts = Counter(
        row["seller"] for row in market.truth("messages") if row["act"] == "offer" and row["campaign"]
    )
    assert {posts[key] for key in market.verdicts() if key.startswith("t")} <= {
        0,
        1,
        2,
    }  # 2: forwarded to a board


def test_most_chatter_is_said_once_and_no_product_is_offered_in_it(market: Read) -> None:
    role = {row["from_id"]: row["role"] for row in market.truth("accounts")}
    said = Counter(plain(m) for m in market.messages().values() if role[m["from_id"]] == "talker")
    said.pop("", None)
    assert sum(count == 1 for count in said.values()) / sum(said.values()) > 0.75
    assert any("sneeuw" in text.lower() for text in said)


def test_weekends_are_busier(market: Read) -> None:
    days = Counter(
        (m["date"][:10], date.fromisoformat(m["date"][:10]).weekday()) for m in market.messages().values()
    )
    friday = mean(count for (_, weekday), count in days.items() if weekday == 4)
    monday = mean(count for (_, weekday), count in days.items() if weekday == 0)
    assert friday > 1.1 * monday


def test_fireworks_belong_to_the_turn_of_the_year(tmp_path: Path) -> None:
    settings = MarketSettings(
        sellers=120, days=120, seed=5, messages=9000, start=date(2025, 9, 1), photos=False
    )
    simulate(settings, tmp_path / "year")
    read = Read.of(tmp_path / "year")
    messages, by_month = read.messages(), Counter[tuple[str, bool]]()
    for row in read.truth("items"):
        month = messages[int(row["chat_tg_id"]), int(row["tg_id"])]["date"][:7]
        by_month[month, row["commodity"] == "fireworks"] += 1
    share = {m: by_month[m, True] / (by_month[m, True] + by_month[m, False]) for m in ("2025-09", "2025-12")}
    assert share["2025-12"] > 3 * share["2025-09"]


def test_adaptation_blurs_the_signs_and_hides_words_after_the_strike(tmp_path: Path) -> None:
    base = replace(SETTINGS, messages=6000, photos=False)
    hidden, events = {}, {}
    for adaptation in (False, True):
        folder = tmp_path / str(adaptation)
        simulate(replace(base, adaptation=adaptation), folder)
        read = Read.of(folder)
        events[adaptation] = Counter(row["kind"] for row in read.truth("events"))
        messages = read.messages()
        last = sorted(int(m["date_unixtime"]) for m in messages.values())[-1]
        texts = {
            plain(m)
            for row in read.truth("messages")
            if row["act"] == "offer"
            for m in [messages[int(row["chat_tg_id"]), int(row["tg_id"])]]
            if int(m["date_unixtime"]) > last - 9 * 86_400
        }
        hidden[adaptation] = mean(
            any(mark in text for mark in "\u200b\u200d\u2060\ufeffасеорхі") for text in texts
        )
    assert hidden[True] > hidden[False]
    assert events[True]["bought-vouch"] > 2 * events[False]["bought-vouch"]
    assert events[True]["slander"] > events[False]["slander"]


def test_posting_rates_are_spread(market: Read) -> None:
    posts = [int(row["posts"]) for row in market.truth("sellers") if row["throwaway"] == "0"]
    assert pstdev(posts) > 0.6 * mean(posts)
