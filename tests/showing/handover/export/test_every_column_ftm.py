"""FollowTheMoney tells every field of every row as the tables have it."""

from tests.showing.handover.export.conftest import lines
from tests.showing.handover.export.every_column import (
    A1,
    A2,
    CAMPAIGN,
    CHAT,
    IBAN,
    IDS,
    LEAD,
    LINK,
    M1,
    M2,
    M3,
    M4,
    MARKET,
    PAGE,
    PHONE,
    ROWS,
    SELLER,
    SLIP,
    SOURCE,
    TEXT,
    WALLET,
    Row,
    told,
)
from tests.showing.handover.export.every_column_said import (
    AGAIN,
    ITEMS_SAID,
    LEAD_SAID,
    MEMBER,
    SAME,
    SELLER_SAID,
    SLIP_SAID,
    WORDS,
    Written,
    engine,
    said_finding,
    said_link,
    stamp,
    written,
)

__all__ = ["engine", "written"]  # fixtures of the neighbours
Entities = dict[str, tuple[str, Row]]


def dashed(known: str) -> str:
    return known.replace("_", "-")


def test_ftm_has_every_field_of_every_row(written: Written) -> None:
    found = {one["id"]: (one["schema"], one["properties"]) for one in lines(written("ftm"))}
    wanted = (
        _source_chats_and_accounts()
        | _contacts_and_what_is_concluded()
        | _links()
        | _findings()
        | _messages()
    )
    listed = {
        dashed(known): (schema, {name: value if isinstance(value, list) else [value] for name, value in facts.items()})
        for known, (schema, facts) in wanted.items()
    }  # fmt: skip
    assert found == listed


def _source_chats_and_accounts() -> Entities:
    wanted: Entities = {f"source-{SOURCE}": ("Document", {"title": "result.json", "fileSize": "9001", "notes": f"SHA-256 {SOURCE}"})}  # fmt: skip
    for row in ROWS["chats"]:
        wanted[row["chat_id"]] = ("Folder", {"title": row["title"], "notes": f"Telegram {row['kind']}"})
    for row in ROWS["accounts"]:
        known, holder = row["account_id"], f"holder-{dashed(row['account_id'])}"
        wanted[holder] = ("LegalEntity", {"name": f"Unknown holder of Telegram account {known}", "notes": WORDS["holder_note"]})  # fmt: skip
        days = f"{row['first_seen']:%Y-%m-%d} - {row['last_seen']:%Y-%m-%d}"
        wanted[known] = ("UserAccount", {
            "username": (row.get("usernames") or [str(row["telegram_id"])])[0], "name": row["name"], "alias": row["names"], "service": "Telegram",
            "owner": holder, "notes": f"{row['kind']}, {days}, messages: {row['messages']}",
        })  # fmt: skip
    return wanted


def _contacts_and_what_is_concluded() -> Entities:
    return {
        IDS["phone"]: ("UserAccount", {"username": PHONE, "service": "phone", "phone": PHONE}),
        IDS["btc"]: ("CryptoWallet", {"name": WALLET, "publicKey": WALLET, "currencySymbol": "BTC"}),
        IDS["iban"]: ("BankAccount", {"name": IBAN, "iban": IBAN}),
        IDS["url"]: ("Note", {"name": f"url {PAGE}", "description": PAGE}),
        IDS["telegram-link"]: ("Note", {"name": f"telegram-link {LINK}", "description": LINK}),
        SELLER: ("LegalEntity", {"name": f"Proposed seller {SELLER} (hypothesis)", "summary": SELLER_SAID}),
        LEAD: ("Note", {"name": "cocaine, up to 5 g", "description": LEAD_SAID, "entity": dashed(SELLER)}),
        SLIP: ("Note", {"name": "identity lead: older-name", "description": SLIP_SAID, "entity": dashed(A2)}),
        CAMPAIGN: ("Note", {"name": f"campaign {CAMPAIGN}", "description": "coke <...> bel", "summary": "texts: 61, copies: 62, accounts: 63, chats: 64"}),
    }  # fmt: skip


def _links() -> Entities:
    wanted: Entities = {}
    for row in ROWS["members"]:
        ends = {"subject": dashed(SELLER), "object": dashed(row["member_id"])}
        wanted[f"member-{SELLER}-{row['member_id']}"] = ("UnknownLink", {**ends, "role": MEMBER})
    for row in ROWS["contacts"]:
        days = {
            "startDate": stamp(row["first_seen"])[:-1],
            "endDate": stamp(row["last_seen"])[:-1],
            "summary": f"messages: {row['messages']}",
        }
        ends = {"subject": dashed(A1), "object": dashed(row["selector_id"])}
        wanted[f"names-{A1}-{row['selector_id']}"] = (
            "UnknownLink",
            {**ends, "role": "names contact", **days},
        )
    same, forwards = ROWS["links"]
    wanted[f"similar-{A1}-{A2}"] = ("Similar", {
        "candidate": f"holder-{dashed(A1)}", "match": f"holder-{dashed(A2)}", "confidenceScore": "0.83", "criteria": said_link(same), "matcher": "Schakel",
    })  # fmt: skip
    wanted[f"same-seller-{A1}-{A2}"] = ("UnknownLink", {"subject": dashed(A1), "object": dashed(A2), "role": SAME, "summary": said_link(same)})  # fmt: skip
    wanted[f"forwards-{A2}-{A1}"] = ("UnknownLink", {
        "subject": dashed(A2), "object": dashed(A1), "role": "forwards", "startDate": "2025-01-01", "endDate": "2025-03-01", "summary": said_link(forwards),
    })  # fmt: skip
    return wanted


def _findings() -> Entities:
    wanted: Entities = {}
    for row in ROWS["findings"]:
        about = {} if row["finding_id"] == MARKET else {"entity": dashed(row["subject_id"])}
        name = f"{row['kind']}: {row['label']} ({row['subject_id']})"
        wanted[row["finding_id"]] = ("Note", {"name": name, "description": said_finding(row), **about})
    return wanted


def _messages() -> Entities:
    read = f"offer (0.970)\n{ITEMS_SAID}\n{' '.join([CAMPAIGN, *sorted(IDS.values())])}\n{told('goods', '+2.50')}"
    more: dict[str, Row] = {
        M1: {"bodyText": TEXT, "modifiedAt": "2025-03-12T13:30:15", "inReplyTo": f"{CHAT}/499", "language": "nld", "description": read},
        M2: {"bodyText": "=1+1 & <b>"}, M3: {"bodyText": "[service, video]"},
        M4: {"bodyText": PHONE, "language": "eng", "description": f"offer (0.560)\n{IDS['phone']}\n{AGAIN}"},
    }  # fmt: skip
    wanted: Entities = {}
    for row in ROWS["messages"]:
        known, account, chat = row["message_id"], dashed(row["account_id"]), row["chat_id"]
        wanted[known] = ("Message", {
            "messageId": f"{chat}/{row['tg_id']}", "date": stamp(row["sent_at"])[:-1], "sender": f"holder-{account}", "senderAccount": account,
            "parent": dashed(chat), "proof": f"source-{SOURCE}", "threadTopic": "Markt & Co" if chat == CHAT else "Piet Peters", "recordId": known,
        } | more[known])  # fmt: skip
    return wanted
