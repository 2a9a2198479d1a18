"""A made-up market written down: a Telegram Desktop export with the truth beside it."""

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Post:
    """One message: who wrote what where, whom it forwards (number and name), and the path of its photo."""

    sent: datetime
    chat: int
    number: int
    name: str
    text: str
    origin: tuple[int, str] | None = None
    photo: str | None = None


@dataclass(frozen=True)
class Place:
    """What the chats of a market are called, and the first number of its accounts and of its chats."""

    chats: int
    called: str
    first_chat: int
    first_account: int


def write_export(folder: Path, place: Place, posts: Iterable[Post]) -> None:
    """The messages as `export/result.json`."""
    ordered = sorted(posts, key=lambda post: (post.sent, post.number))
    (folder / "export").mkdir(parents=True, exist_ok=True)
    chats = [
        _chat(place, chat, [post for post in ordered if post.chat == chat]) for chat in range(place.chats)
    ]
    (folder / "export" / "result.json").write_text(json.dumps({"chats": {"list": chats}}), encoding="utf-8")


def write_truth(folder: Path, place: Place, held: Iterable[tuple[int, str, str]]) -> None:
    """Who holds which account, and what kind of account it is, as `truth/accounts.csv`."""
    (folder / "truth").mkdir()
    with (folder / "truth" / "accounts.csv").open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(("from_id", "seller", "alias"))
        rows.writerows((_user(place, number), holder, kind) for number, holder, kind in held)


def _user(place: Place, number: int) -> str:
    return f"user{place.first_account + number}"


def _chat(place: Place, chat: int, posts: Sequence[Post]) -> dict[str, Any]:
    messages = []
    for number, post in enumerate(posts, 1):
        row: dict[str, Any] = {
            "id": number, "type": "message", "date": post.sent.strftime("%Y-%m-%dT%H:%M:%S"),
            "date_unixtime": str(int(post.sent.timestamp())), "from": post.name,
            "from_id": _user(place, post.number), "text": post.text,
        }  # fmt: skip
        if post.origin:
            row |= {"forwarded_from": post.origin[1], "forwarded_from_id": _user(place, post.origin[0])}
        if post.photo:
            row["photo"] = post.photo
        messages.append(row)
    kind = {"type": "private_supergroup", "id": place.first_chat + chat}
    return {"name": f"{place.called} {chat}"} | kind | {"messages": messages}
