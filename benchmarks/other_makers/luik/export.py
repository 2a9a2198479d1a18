"""Write the chats as Telegram Desktop exports them."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .market import DAY, Market
from .people import Account, Chat, Post
from .pictures import SIZE, photo

ENTITY = re.compile(
    r"(?P<email>[\w.]+@example\.org)|(?P<mention>(?<![\w@])@[A-Za-z]\w{3,31})|(?P<phone>\+\d{1,3}(?: ?\d{2,9}){1,4})|(?P<hashtag>(?<!\w)#\w+)|(?P<link>https?://\S+|t\.me/\S+)"
)


def parts(text: str, bold: bool) -> list[dict[str, str]]:
    """A text as entities: the first line of some ads is bold, names and numbers are marked."""
    out: list[dict[str, str]] = []
    if bold and "\n" in text:
        head, rest = text.split("\n", 1)
        if head.strip() and not ENTITY.search(head):
            return [{"type": "bold", "text": head}, *parts("\n" + rest, False)]
    at = 0
    for hit in ENTITY.finditer(text):
        if hit.start() > at:
            out.append({"type": "plain", "text": text[at : hit.start()]})
        out.append({"type": str(hit.lastgroup), "text": hit.group()})
        at = hit.end()
    if at < len(text):
        out.append({"type": "plain", "text": text[at:]})
    return out


def shown_name(account: Account) -> str | None:
    """A deleted account has no name left."""
    return None if account.deleted else account.name


class Writer:
    """Writes one market into a folder."""

    def __init__(self, market: Market, folder: Path) -> None:
        """Take a market and a folder."""
        self.market, self.folder = market, folder
        self.zero = datetime.fromisoformat(market.world.start).replace(tzinfo=UTC)

    def stamp(self, seconds: int, key: str = "date") -> dict[str, str]:
        """A time in both forms; the clock on the wall is the exporter's."""
        moment = self.zero + timedelta(seconds=seconds) - timedelta(hours=self.market.world.offset)
        local = moment + timedelta(hours=self.market.world.offset)
        return {key: local.strftime("%Y-%m-%dT%H:%M:%S"), f"{key}_unixtime": str(int(moment.timestamp()))}

    def chats(self) -> None:
        """Every chat with messages, in a folder of its own."""
        for at, chat in enumerate((c for c in self.market.chats if c.posts), 1):
            self.one(chat, self.folder / "export" / f"chat_{at:03d}")

    def one(self, chat: Chat, folder: Path) -> None:
        """One chat."""
        folder.mkdir(parents=True, exist_ok=True)
        rows = [self.message(post, folder, at) for at, post in enumerate(chat.posts)]
        page = {"name": chat.name, "type": chat.kind, "id": chat.tg_id, "messages": rows}
        (folder / "result.json").write_text(json.dumps(page, ensure_ascii=False, indent=1), encoding="utf-8")

    def message(self, post: Post, folder: Path, at: int) -> dict[str, object]:
        """One message."""
        row: dict[str, object] = {
            "id": post.number,
            "type": "service" if post.service else "message",
            **self.stamp(post.time),
        }
        if post.service:
            row |= {
                "actor": shown_name(post.who),
                "actor_id": post.who.from_id,
                **post.service,
                "text": "",
                "text_entities": [],
            }
            return row
        if post.edited:
            row |= self.stamp(min(post.time + post.edited, self.market.world.days * DAY + 90000), "edited")
        row |= {"from": shown_name(post.who), "from_id": post.who.from_id}
        if post.forwarded:
            row["forwarded_from"] = post.forwarded
        if post.reply and post.reply.number and post.reply.chat is post.chat:
            row["reply_to_message_id"] = post.reply.number
        if post.photo:
            row |= self.picture(post, folder, at)
        if post.sticker:
            row |= {
                "file": "(File not included. Change data exporting settings to download.)",
                "media_type": "sticker",
                "sticker_emoji": post.sticker,
            }
        entities = parts(post.text, post.bold) if post.text else []
        plain = [piece["text"] if piece["type"] == "plain" else piece for piece in entities]
        row["text"] = post.text if all(piece["type"] == "plain" for piece in entities) else plain
        row["text_entities"] = entities
        if post.likes:
            row["reactions"] = [{"type": "emoji", "count": post.likes, "emoji": "👍🔥❤🙏"[post.number % 4]}]
        return row

    def picture(self, post: Post, folder: Path, at: int) -> dict[str, object]:
        """The photo of a message as a file."""
        assert post.photo
        number, kind, variant = post.photo
        data = photo(number, kind, variant)
        stamp = self.stamp(post.time)["date"]
        day, clock = stamp.split("T")
        year, month, date = day.split("-")
        name = f"photos/photo_{at + 1}@{date}-{month}-{year}_{clock.replace(':', '-')}.jpg"
        (folder / "photos").mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
        return {"photo": name, "photo_file_size": len(data), "width": SIZE, "height": SIZE}
