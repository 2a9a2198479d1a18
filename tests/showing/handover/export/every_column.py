"""A case in which every column of every export has a value, each another one, and what the tables of its export hold."""

from datetime import UTC, date, datetime
from typing import Any

from schakel.records.ids import make_id
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine

Row = dict[str, Any]
A1, A2 = "a_" + "11" * 12, "a_" + "22" * 12
SELLER, LEAD, CHAT, TALK = "s_" + "33" * 12, "l_" + "44" * 12, "c_" + "55" * 12, "c_" + "66" * 12
M1, M2, M3, M4 = "m_" + "77" * 12, "m_" + "88" * 12, "m_" + "99" * 12, "m_" + "9a" * 12
CAMPAIGN, SOURCE, MEDIA, NETWORK = "k_" + "aa" * 12, "5e" * 32, "6f" * 32, "n_" + "bb" * 12
GHOST, ROLE, MARKET, SLIP = "f_" + "c1" * 12, "f_" + "c2" * 12, "f_" + "c3" * 12, "i_" + "dd" * 12
PHONE, WALLET = "+31611112222", "bc1qwallet"
IBAN, PAGE, LINK = "NL91ABNA0417164300", "https://shop.example/x", "t.me/plug"
TEXT = f"coke 5g {PHONE} {WALLET} {IBAN} {PAGE} {LINK}"
SPOTS = [(kind, value, TEXT.index(value)) for kind, value in
         (("phone", PHONE), ("btc", WALLET), ("iban", IBAN), ("url", PAGE), ("telegram-link", LINK))]  # fmt: skip


def at(day: int, hour: int = 0) -> datetime:
    return datetime(2025, 3, day, hour, 30, 15, tzinfo=UTC)


def why(rule: str, weight: float, message: str | None = None) -> list[Row]:
    return [{"rule": rule, "weight": weight, "detail": f"detail of {message or rule}", "messages": []}]


def told(rule: str, weight: str) -> str:
    return f"{rule} (log10 LR {weight}): detail of {rule}"


HARM = f"harm (log10 LR +2.90): detail of {M2}"
_CALLED = {
    "chat_id": CHAT,
    "chat_tg_id": 7001,
    "chat_title": "Markt & Co",
    "chat_kind": "supergroup",
    "source_id": SOURCE,
}
_TABLES: dict[str, list[Row]] = {
    "sources": [{"source_id": SOURCE, "name": "map/result.json", "bytes": 9001, "format": "desktop-json", "brought_by": "agent-7",
                 "records": 41, "kept": 3, "known": 17, "quarantined": 19, "clock": "unixtime"}],
    "chats": [
        {"chat_id": CHAT, "chat_tg_id": 7001, "kind": "supergroup", "title": "Markt & Co", "first_seen": at(1), "last_seen": at(29),
         "messages": 301, "accounts": 31, "flags": ["restricted"]},
        {"chat_id": TALK, "chat_tg_id": 7002, "kind": "personal_chat", "title": "Piet Peters", "first_seen": at(2), "last_seen": at(28),
         "messages": 302, "accounts": 2, "flags": ["fake"]},
    ],
    "accounts": [
        {"account_id": A1, "account_tg_id": 8001, "kind": "user", "name": "Oude Naam", "first_seen": at(3), "last_seen": at(4),
         "messages": 101, "chats": 11, "flags": ["scam"]},
        {"account_id": A1, "account_tg_id": 8001, "kind": "user", "name": "Nieuwe Naam", "first_seen": at(5), "last_seen": at(27),
         "messages": 102, "chats": 12, "flags": ["bot"]},
        {"account_id": A2, "account_tg_id": 8002, "kind": "channel", "name": "Kanaal", "first_seen": at(6), "last_seen": at(26),
         "messages": 104, "chats": 13, "flags": ["verified"]},
    ],
    "profiles": [{"account_id": A1, "account_tg_id": 8001, "kind": "user", "username": "plug_een", "source_id": SOURCE}],
    "sellers": [{"seller_id": SELLER, "member_kind": "account", "member_id": A1}, {"seller_id": SELLER, "member_kind": "account", "member_id": A2},
                {"seller_id": SELLER, "member_kind": "selector", "member_id": f"phone:{PHONE}"}],
    "findings": [
        {"finding_id": GHOST, "subject_kind": "seller", "subject_id": SELLER, "kind": "ghost", "label": "real", "value": 0.12, "low": 0.03,
         "high": 0.34, "words": "probably real", "words_nl": "waarschijnlijk echt", "reasons": why("prior", -0.37)},
        {"finding_id": ROLE, "subject_kind": "account", "subject_id": A1, "kind": "role", "label": "wholesaler", "value": 0.61, "low": 0.52,
         "high": 0.73, "words": "sells bulk", "words_nl": "verkoopt groot", "reasons": why("bulk", 0.9)},
        {"finding_id": MARKET, "subject_kind": "market", "subject_id": "all", "kind": "size", "label": "large", "value": 55.0, "low": 44.0,
         "high": 66.0, "words": "a large market", "words_nl": "een grote markt", "reasons": why("counted", 0.0)},
        {"finding_id": "f_" + "c4" * 12, "subject_kind": "seller", "subject_id": SELLER, "kind": "role", "label": "courier", "value": 0.71,
         "low": 0.58, "high": 0.79, "words": "carries", "words_nl": "bezorgt", "reasons": why("carries", 0.8)},
        {"finding_id": "f_" + "c5" * 12, "subject_kind": "seller", "subject_id": SELLER, "kind": "home-area", "label": "Groningen", "value": 0.66,
         "low": 0.42, "high": 0.88, "words": "there", "words_nl": "daar", "reasons": why("namings", 0.7)},
        {"finding_id": "f_" + "c6" * 12, "subject_kind": "account", "subject_id": A1, "kind": "role", "label": "helper", "value": 0.31,
         "low": 0.22, "high": 0.41, "words": "helps", "words_nl": "helpt", "reasons": why("helps", 0.4)},
    ],
    "leads": [{"lead_id": LEAD, "seller_id": SELLER, "title": "cocaine, up to 5 g", "worth": 220.0, "worth_low": 110.0, "worth_high": 330.0,
               "hours": 75.0, "hours_low": 35.0, "hours_high": 205.0, "skill": "tactical", "unit": "oost", "network": NETWORK,
               "tags": ["bulk", "minors"], "reasons": why("harm", 2.9, M2)}],
    "plan": [{"rank": 7, "lead_id": LEAD, "seller_id": SELLER, "chosen": True}],
    "links": [
        {"left_id": A1, "right_id": A2, "kind": "same-seller", "log10_lr": 1.5, "probability": 0.83, "reasons": why("same_photo", 1.3)},
        {"left_id": A2, "right_id": A1, "kind": "forwards", "log10_lr": 0.25, "reasons": why('"f" & <b>', 0.2)},
    ],
    "network": [
        {"month": date(2025, 1, 1), "kind": "forwards", "left_id": A2, "right_id": A1, "messages": 21},
        {"month": date(2025, 3, 1), "kind": "forwards", "left_id": A2, "right_id": A1, "messages": 22},
    ],
    "templates": [{"campaign_id": CAMPAIGN, "template": "coke <...> bel", "texts": 61, "copies": 62, "accounts": 63, "chats": 64,
                   "first_seen": at(7), "last_seen": at(25), "first_account_id": A2}],
    "campaigns": [{"campaign_id": CAMPAIGN, "message_id": M1, "text_id": "t_1", "account_id": A1, "sent_at": at(10)}],
    "identity_leads": [{"identity_lead_id": SLIP, "seller_id": SELLER, "account_id": A2, "kind": "older-name", "value": "Jan Voorbeeld",
                        "detail": "a name of before", "message_id": M2, "times": 5, "messages": [M2], "third_party": False}],
}  # fmt: skip
_PARTS: dict[str, list[Row]] = {
    "messages": [
        {**_CALLED, "message_id": M1, "tg_id": 501, "kind": "message", "account_id": A1, "sent_at": at(10, 11), "edited_at": at(12, 13),
         "text": TEXT, "reply_to": 499, "forwarded_from_id": A2, "media_kind": "photo", "media_sha256": MEDIA, "views": 77, "place_in_source": 1001},
        {**_CALLED, "message_id": M2, "tg_id": 502, "kind": "message", "account_id": A2, "sent_at": at(14, 15), "text": "=1+1 & <b>",
         "place_in_source": 1002},
        {**_CALLED, "message_id": M3, "chat_id": TALK, "tg_id": 503, "kind": "service", "account_id": A1, "sent_at": at(16, 17), "text": "",
         "media_kind": "video", "place_in_source": 1003},
        {**_CALLED, "message_id": M4, "tg_id": 504, "kind": "message", "account_id": A1, "sent_at": at(18, 19), "text": PHONE, "place_in_source": 1004},
    ],
    "offers": [{"offer_id": "o_1", "message_id": M1, "text_id": "t_1", "chat_id": CHAT, "account_id": A1, "sent_at": at(10, 11), "act": "offer",
                "score": 0.97, "language": "nl", "reasons": why("goods", 2.5)},
               {"offer_id": "o_2", "message_id": M4, "text_id": "t_2", "chat_id": CHAT, "account_id": A1, "sent_at": at(18, 19), "act": "offer",
                "score": 0.56, "language": "en", "reasons": why('"a" & <b>', 0.5)}],
    "items": [{"message_id": M1, "text_id": "t_1", "line": line, "commodity": commodity, "product": product, "quantity": quantity, "unit": unit,
               "price": price, "currency": currency, "scale": scale}
              for line, commodity, product, quantity, unit, price, currency, scale in
              ((0, "cocaine", "coke", 5.0, "g", 200.0, "EUR", "retail"), (1, "cannabis", "amnesia", 2.0, "kg", 4000.0, "USD", "bulk"))],
    "selectors": [{"message_id": M1, "text_id": "t_1", "account_id": A1, "type": kind, "value": value, "start": start,
                   "end": start + len(value), "act": "offer"} for kind, value, start in SPOTS]
    + [{"message_id": M4, "text_id": "t_2", "account_id": A1, "type": "phone", "value": PHONE, "start": 0, "end": len(PHONE), "act": "offer"}],
}  # fmt: skip
IDS = {kind: make_id("h", kind, f"{M1}:{start}:1") for kind, _, start in SPOTS}
_ROLE = {"role": "wholesaler", "role_probability": 0.61, "role_low": 0.52, "role_high": 0.73}
_ITEMS = [{name: value for name, value in row.items() if name != "text_id"} for row in _PARTS["items"]]
_READ = {
    "act": "offer",
    "probability": 0.97,
    "language": "nl",
    "reasons": told("goods", "+2.50"),
    "campaign_id": CAMPAIGN,
}
_LEAD = {"network": NETWORK, "title": "cocaine, up to 5 g"}
# What the tables of an export with open identities hold, from the columns above by hand.
ROWS: dict[str, list[Row]] = {
    "sources": [_TABLES["sources"][0] | {"name": "result.json"}],
    "chats": [{name.replace("chat_tg_id", "telegram_id"): value for name, value in row.items()} for row in _TABLES["chats"]],
    "accounts": [
        {"account_id": A1, "kind": "user", "name": "Nieuwe Naam", "names": ["Nieuwe Naam", "Oude Naam"], "usernames": ["plug_een"],
         "telegram_id": 8001, "first_seen": at(3), "last_seen": at(27), "messages": 203, "chats": 12, "flags": ["bot", "scam"],
         "seller_id": SELLER, **_ROLE},
        {"account_id": A2, "kind": "channel", "name": "Kanaal", "names": ["Kanaal"], "telegram_id": 8002, "first_seen": at(6),
         "last_seen": at(26), "messages": 104, "chats": 13, "flags": ["verified"], "seller_id": SELLER},
    ],
    "sellers": [{"seller_id": SELLER, "accounts": 2, "selectors": 1, "ads": 2, "first_ad": at(10, 11), "last_ad": at(18, 19),
                 "ghost_probability": 0.12, "ghost_low": 0.03, "ghost_high": 0.34, "ghost_words": "probably real",
                 "ghost_words_nl": "waarschijnlijk echt", "role": "courier", "role_probability": 0.71, "role_low": 0.58, "role_high": 0.79,
                 "home_area": "Groningen", "home_share": 0.66, "home_low": 0.42, "home_high": 0.88, "lead_id": LEAD, **_LEAD}],
    "members": [{"seller_id": SELLER, "member_kind": kind, "member_id": known}
                for kind, known in (("account", A1), ("account", A2), ("selector", IDS["phone"]))],
    "selectors": [{"selector_id": IDS[kind], "type": kind, "value": value, "messages": 1 + (kind == "phone"), "accounts": 1} for kind, value, _ in SPOTS],
    "contacts": [{"account_id": A1, "selector_id": known, "messages": 1 + (kind == "phone"), "first_seen": at(10, 11),
                  "last_seen": at(18, 19) if kind == "phone" else at(10, 11), "acts": ["offer"]} for kind, known in IDS.items()],
    "campaigns": _TABLES["templates"],
    "messages": [
        {**_PARTS["messages"][0], **_READ, "selectors": sorted(IDS.values())},
        _PARTS["messages"][1],
        _PARTS["messages"][2],
        {**_PARTS["messages"][3], "act": "offer", "probability": 0.56, "language": "en", "reasons": told('"a" & <b>', "+0.50"), "selectors": [IDS["phone"]]},
    ],
    "items": _ITEMS,
    "links": [
        {**_TABLES["links"][0], "reasons": told("same_photo", "+1.30")},
        {**_TABLES["links"][1], "first_month": date(2025, 1, 1), "last_month": date(2025, 3, 1), "messages": 43, "reasons": told('"f" & <b>', "+0.20")},
    ],
    "findings": [row | {"reasons": told(row["reasons"][0]["rule"], f"{row['reasons'][0]['weight']:+.2f}")} for row in _TABLES["findings"]],
    "leads": [_TABLES["leads"][0] | {"rank": 7, "chosen": True, "reasons": HARM}],
    "identity_leads": _TABLES["identity_leads"],
}  # fmt: skip

# Who posts where, how often, from when to when.
POSTINGS = [(A1, CHAT, 2, at(10, 11), at(18, 19)), (A1, TALK, 1, at(16, 17), at(16, 17)), (A2, CHAT, 1, at(14, 15), at(14, 15))]  # fmt: skip


def build(engine: DuckDBEngine) -> None:
    """Writes the case."""
    for name, rows in _TABLES.items():
        engine.write(from_rows(rows, name), name)
    for name, rows in _PARTS.items():
        engine.write(from_rows(rows, name), name, SOURCE[:16])
